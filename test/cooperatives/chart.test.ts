import test from 'ava';
import {cooperativeAccounts, cooperativeChart} from '../../src/cooperatives/chart.ts';

const byCode = new Map(cooperativeChart.map((account) => [String(account.code), account]));

test('every account that operations post to is in the chart, and no code is there twice', (t) => {
	t.is(byCode.size, cooperativeChart.length);
	for (const code of Object.values(cooperativeAccounts)) t.true(byCode.has(code), code);
});

test('deferred margin is deducted from the receivable, not a liability (PSAK 402)', (t) => {
	t.like(byCode.get('1.2.02'), {class: 'asset', normalSide: 'credit', floor: 'loan'});
});

test('the benevolence fund is a liability, never income', (t) => {
	t.like(byCode.get('2.3.03'), {class: 'liability', normalSide: 'credit'});
});

test('money owed to the city and by members is moved by operations alone', (t) => {
	const controlled = cooperativeChart.filter(({isControlled}) => isControlled);
	t.deepEqual(
		controlled.map(({code}) => String(code)),
		[
			...['1.2.01', '1.2.02', '1.2.03', '1.2.05', '1.2.06', '1.2.07', '1.2.08', '1.2.11', '1.2.12'],
			...['1.2.21', '1.2.22', '1.2.32', '1.3.01', '1.3.02', '1.4.01', '1.4.02', '2.1.11', '2.1.12'],
			...['2.2.01', '2.2.02', '2.2.03', '2.4.02', '2.5.01', '5.6.01', '9.1.01', '9.1.02'],
		],
	);
});

test('of a loan nothing is sold that was not bought, or returned that was not paid', (t) => {
	for (const code of ['1.2.32', '1.3.01', '1.3.02', '2.1.11']) {
		t.is(byCode.get(code)?.floor, 'loan', code);
		t.is(byCode.get(code)?.ceilingKind, undefined, code);
	}
});

test('cash never falls below zero, the fund bank not for any fund', (t) => {
	t.is(byCode.get('1.1.01')?.floor, 'account');
	t.is(byCode.get('1.1.11')?.floor, 'fund');
});
