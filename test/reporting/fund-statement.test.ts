import test from 'ava';
import {toText} from '../../src/kernel/money.ts';
import {buildFundStatement} from '../../src/reporting/fund-statement.ts';
import {moved} from './chart.ts';

// A tranche of 1,000 before; in the period 400 lent, 110 repaid with 10 margin of which 100 is the
// city's, 60 remitted, 40 given back unlent, and 5 of a disbursement taken back.
const before = [moved('1.1.11', 'tranche', '1000'), moved('2.2.01', 'tranche', '0', '1000')];
const period = [
	moved('1.2.03', 'disbursement', '400', '5'),
	moved('1.1.11', 'disbursement', '5', '400'),
	moved('1.1.01', 'repayment', '110'),
	moved('1.2.03', 'repayment', '0', '100'),
	moved('4.1.01', 'repayment', '0', '10'),
	moved('2.2.01', 'repayment', '100'),
	moved('2.2.02', 'repayment', '0', '100'),
	moved('2.2.02', 'remittance', '60'),
	moved('1.1.11', 'remittance', '0', '60'),
	moved('2.2.01', 'fund-return', '40'),
	moved('1.1.11', 'fund-return', '0', '40'),
];

test('each part from its opening by kinds to its closing', (t) => {
	const {parts} = buildFundStatement(before, period);
	const told = parts
		.filter(({part}) => ['debt', 'heldForCity', 'money', 'loans'].includes(part))
		.map(({part, opening, movements, closing}) =>
			[
				part,
				toText(opening),
				...movements.map((one) => `${one.kind} +${toText(one.increase)} -${toText(one.decrease)}`),
				toText(closing),
			].join(' '),
		);
	t.deepEqual(told, [
		'debt 1000.00 fund-return +0.00 -40.00 repayment +0.00 -100.00 860.00',
		'heldForCity 0.00 remittance +0.00 -60.00 repayment +100.00 -0.00 40.00',
		'money 1000.00 disbursement +5.00 -400.00 fund-return +0.00 -40.00 remittance +0.00 -60.00 repayment +110.00 -0.00 615.00',
		'loans 0.00 disbursement +400.00 -5.00 repayment +0.00 -100.00 295.00',
	]);
});

test('to date: what came, went out, was collected, went back and is owed', (t) => {
	const {totals} = buildFundStatement(before, period);
	const told = Object.fromEntries(
		Object.entries(totals).map(([name, amount]) => [name, toText(amount)]),
	);
	t.deepEqual(told, {
		tranchesReceived: '1000.00',
		returned: '40.00',
		remitted: '60.00',
		principalCollected: '100.00',
		disbursed: '395.00',
		collectedNotRemitted: '40.00',
		cashAndBank: '615.00',
		outstandingPrincipal: '295.00',
		owed: '900.00',
		earned: '10.00',
		shareOwed: '0.00',
	});
});
