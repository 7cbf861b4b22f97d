import test from 'ava';
import {rupiah, toText} from '../../src/kernel/money.ts';
import type {Line} from '../../src/ledger/index.ts';
import {methods, moneyMethods} from '../../src/lending/method.ts';
import {
	collectedLines,
	decideWay,
	receivedLine,
	requireDeposit,
	wayOf,
} from '../../src/lending/way.ts';
import {codeOf, linesOf, murabahah} from './life.ts';

const amount = rupiah('120000');
const told = (...lines: Line[]) => linesOf({lines} as unknown as Parameters<typeof linesOf>[0]);

test('each way takes the money from its own account', (t) => {
	const from = (way: Parameters<typeof receivedLine>[1]) =>
		told(receivedLine(murabahah, way, amount));
	t.deepEqual(from({method: 'cash'}), ['debit 1.1.01 120000.00 fund-1 - -']);
	t.deepEqual(from({method: 'bank'}), ['debit 1.1.11 120000.00 fund-1 - -']);
	t.deepEqual(from({method: 'deposit'}), ['debit 2.1.02 120000.00 fund-1 - member-3']);
	const line = receivedLine(murabahah, {method: 'payroll', employer: 'PT Maju'}, amount);
	t.deepEqual(told(line), ['debit 1.2.21 120000.00 fund-1 loan-7 member-3']);
	t.is(line.counterparty, 'PT Maju');
});

test('principal is held for the city once the fund has it, of payroll not yet', (t) => {
	for (const method of [...moneyMethods, 'deposit'] as const) {
		t.deepEqual(told(...collectedLines(murabahah, amount, method)), [
			'debit 2.2.01 120000.00 fund-1 - -',
			'credit 2.2.02 120000.00 fund-1 - -',
		]);
	}
	t.deepEqual(collectedLines(murabahah, amount, 'payroll'), []);
	t.deepEqual(collectedLines(murabahah, rupiah('0'), 'cash'), []);
});

test('payroll names its employer, and only money leaves an excess', (t) => {
	t.is(
		codeOf(() => decideWay({method: 'payroll'})),
		'lending/employer-missing',
	);
	t.is(
		codeOf(() => decideWay({method: 'cash', employer: 'PT Maju'})),
		'lending/employer-without-payroll',
	);
	for (const method of methods) {
		const employer = method === 'payroll' ? {employer: 'PT Maju'} : {};
		const isMoney = method === 'cash' || method === 'bank';
		t.is(
			codeOf(() => decideWay({method, ...employer, excess: 'deposit'})),
			isMoney ? undefined : 'lending/excess-without-money',
		);
		t.notThrows(() => {
			decideWay({method, ...employer, excess: 'refuse'});
		});
	}
	t.deepEqual(wayOf({method: 'payroll', employer: 'PT Maju'}), {
		method: 'payroll',
		employer: 'PT Maju',
	});
	t.deepEqual(wayOf({method: 'bank'}), {method: 'bank'});
});

test('a deposit gives all that it has and nothing more', (t) => {
	t.notThrows(() => {
		requireDeposit(murabahah, amount, rupiah('120000'));
	});
	const error = t.throws(() => {
		requireDeposit(murabahah, amount, rupiah('119999.99'));
	});
	t.like(error, {
		code: 'lending/member-deposit-too-low',
		findings: [{path: 'amount'}],
	});
	t.is(toText(amount), '120000.00');
});
