import test from 'ava';
import fc from 'fast-check';
import type {AccountCode} from '../../src/kernel/ids.ts';
import {rupiah, toText} from '../../src/kernel/money.ts';
import type {Account} from '../../src/ledger/account.ts';
import {type Line, credit, debit} from '../../src/ledger/entry.ts';
import {type Held, heldAfter, limitFindings, limitKey} from '../../src/ledger/limit.ts';

const code = (text: string): AccountCode => text as AccountCode;
const account = (text: string, change: Partial<Account> = {}): Account => ({
	code: code(text),
	nameId: `Akun ${text}`,
	nameEn: `Account ${text}`,
	class: 'asset',
	normalSide: 'debit',
	floor: 'none',
	isControlled: false,
	...change,
});
const cash = account('1', {floor: 'account'});
const bank = account('2', {floor: 'fund'});
const receivable = account('3', {floor: 'loan', ceilingKind: 'disbursement'});
const margin = account('4', {floor: 'loan', normalSide: 'credit'});
const equity = account('5', {normalSide: 'credit', class: 'equity'});
const accounts = new Map([cash, bank, receivable, margin, equity].map((one) => [one.code, one]));

const to = (of: Account, amount: string, about: {fund?: string; loan?: string} = {}): Line =>
	debit(of.code, rupiah(amount), about);
const from = (of: Account, amount: string, about: {fund?: string; loan?: string} = {}): Line =>
	credit(of.code, rupiah(amount), about);

const held: ReadonlyMap<string, Held> = new Map([
	['1', {balance: rupiah('100')}],
	['2/a', {balance: rupiah('50')}],
	['3/x', {balance: rupiah('30'), granted: rupiah('40')}],
	['4/x', {balance: rupiah('5')}],
]);

const after = (lines: readonly Line[], kind = 'manual'): Record<string, (string | undefined)[]> =>
	Object.fromEntries(
		[...heldAfter(lines, kind, accounts, held)].map(([key, {balance, granted}]) => [
			key,
			granted === undefined ? [toText(balance)] : [toText(balance), toText(granted)],
		]),
	);

test('counts by account, fund or loan, and not at all without a floor', (t) => {
	const about = {fund: 'a', loan: 'x'};
	t.deepEqual(
		[cash, bank, receivable, margin, equity].map((one) => limitKey(one, about)),
		['1', '2/a', '3/x', '4/x', undefined],
	);
});

test('adds on the normal side, from what is held or from nothing', (t) => {
	t.deepEqual(after([to(cash, '7'), from(equity, '7')]), {1: ['107.00']});
	t.deepEqual(after([from(cash, '7'), to(equity, '7')]), {1: ['93.00']});
	t.deepEqual(after([from(margin, '7', {loan: 'x'}), to(equity, '7')]), {'4/x': ['12.00']});
	t.deepEqual(after([to(bank, '7', {fund: 'b'}), from(equity, '7')]), {'2/b': ['7.00']});
});

test('keeps funds and loans apart, and counts all lines of one together', (t) => {
	const lines = [
		to(bank, '1', {fund: 'a'}),
		from(bank, '3', {fund: 'a'}),
		to(bank, '4', {fund: 'b'}),
		from(equity, '2'),
	];
	t.deepEqual(after(lines), {'2/a': ['48.00'], '2/b': ['4.00']});
});

test('what is granted grows by entries of the ceiling kind alone', (t) => {
	const paid = [from(receivable, '10', {loan: 'x'}), to(cash, '10')];
	t.deepEqual(after(paid, 'repayment'), {'3/x': ['20.00', '40.00'], 1: ['110.00']});
	const lent = [to(receivable, '10', {loan: 'x'}), from(cash, '10')];
	t.deepEqual(after(lent, 'disbursement'), {'3/x': ['40.00', '50.00'], 1: ['90.00']});
	// The reversal of a disbursement keeps its kind, and takes back what that granted.
	const back = [from(receivable, '10', {loan: 'x'}), to(cash, '10')];
	t.deepEqual(after(back, 'disbursement'), {'3/x': ['20.00', '30.00'], 1: ['110.00']});
	const first = [to(receivable, '9', {loan: 'y'}), from(cash, '9')];
	t.deepEqual(after(first, 'disbursement'), {'3/y': ['9.00', '9.00'], 1: ['91.00']});
	t.deepEqual(after(first, 'manual'), {'3/y': ['9.00', '0.00'], 1: ['91.00']});
});

const limits = test.macro({
	exec(t, kind: string, lines: readonly Line[], expected: readonly string[]) {
		const found = limitFindings(lines, kind, accounts, held);
		t.deepEqual(
			found.map(({code: name, path, values}) =>
				[name, path, values.held, values.balance, values.granted].join(' ').trim(),
			),
			expected,
		);
	},
	title: (title = '') => `limits: ${title}`,
});

test(
	'nothing is broken at exactly nought',
	limits,
	'manual',
	[from(cash, '100'), to(equity, '100')],
	[],
);
test(
	'one sen below nought',
	limits,
	'manual',
	[from(cash, '100.01'), to(equity, '100.01')],
	['ledger/floor-broken lines[0].amount 100.00 -0.01'],
);
test(
	'a fund that holds nothing',
	limits,
	'manual',
	[to(equity, '1'), from(bank, '1', {fund: 'b'})],
	['ledger/floor-broken lines[1].amount 0.00 -1.00'],
);
test(
	'below nought between two lines, and not in the end',
	limits,
	'manual',
	[from(cash, '150'), to(cash, '60'), to(equity, '90')],
	[],
);
test(
	'the line that moved it last is named',
	limits,
	'manual',
	[from(cash, '150'), to(equity, '180'), from(cash, '30')],
	['ledger/floor-broken lines[2].amount 100.00 -80.00'],
);
test(
	'exactly what was disbursed',
	limits,
	'manual',
	[to(receivable, '10', {loan: 'x'}), from(cash, '10')],
	[],
);
test(
	'above what was disbursed',
	limits,
	'manual',
	[to(receivable, '10.01', {loan: 'x'}), from(cash, '10.01')],
	['ledger/ceiling-broken lines[0].amount 30.00 40.01 40.00'],
);
test(
	'a loan that was never disbursed',
	limits,
	'repayment',
	[to(receivable, '1', {loan: 'z'}), from(cash, '1')],
	['ledger/ceiling-broken lines[0].amount 0.00 1.00 0.00'],
);
test(
	'a disbursement is its own ceiling',
	limits,
	'disbursement',
	[to(receivable, '60', {loan: 'x'}), from(cash, '60')],
	[],
);
test(
	'a disbursement taken back after a part was repaid',
	limits,
	'disbursement',
	[from(receivable, '40', {loan: 'x'}), to(cash, '40')],
	['ledger/floor-broken lines[0].amount 30.00 -10.00'],
);
test(
	'every account that would be broken',
	limits,
	'manual',
	[
		from(cash, '101'),
		from(bank, '51', {fund: 'a'}),
		to(margin, '6', {loan: 'x'}),
		to(equity, '146'),
	],
	[
		'ledger/floor-broken lines[0].amount 100.00 -1.00',
		'ledger/floor-broken lines[1].amount 50.00 -1.00',
		'ledger/floor-broken lines[2].amount 5.00 -1.00',
	],
);

// A second, plain reckoning in whole sen, over the same lines.
const anyLine = fc.record({
	of: fc.constantFrom(cash, bank, receivable, margin, equity),
	isDebit: fc.boolean(),
	sen: fc.integer({min: 1, max: 10_000}),
	about: fc.constantFrom('a', 'b', 'x'),
});

test('is what a plain sum of sen says, whatever the lines', (t) => {
	fc.assert(
		fc.property(
			fc.array(anyLine, {maxLength: 12}),
			fc.constantFrom('manual', 'disbursement'),
			(wanted, kind) => {
				const lines = wanted.map(({of, isDebit, sen, about}) =>
					(isDebit ? to : from)(of, (sen / 100).toFixed(2), {fund: about, loan: about}),
				);
				const sums = new Map<string, {balance: number; granted: number}>();
				const start: Record<string, [number, number]> = {
					1: [10_000, 0],
					'2/a': [5000, 0],
					'3/x': [3000, 4000],
					'4/x': [500, 0],
				};
				for (const {of, isDebit, sen, about} of wanted) {
					if (of === equity) continue;
					const key = of === cash ? '1' : `${of.code}/${about}`;
					const [balance, granted] = start[key] ?? [0, 0];
					const sum = sums.get(key) ?? {balance, granted};
					const change = isDebit === (of.normalSide === 'debit') ? sen : -sen;
					sum.balance += change;
					if (kind === 'disbursement') sum.granted += change;
					sums.set(key, sum);
				}
				const expected = [...sums].flatMap(([key, {balance, granted}]) => [
					...(balance < 0 ? [`${key} floor`] : []),
					...(key.startsWith('3') && balance > granted ? [`${key} ceiling`] : []),
				]);
				const found = limitFindings(lines, kind, accounts, held).map(({code: name, path}) => {
					const index = Number.parseInt(path.slice('lines['.length), 10);
					const {of, about} = wanted[index]!;
					const key = of === cash ? '1' : `${of.code}/${about}`;
					return `${key} ${name === 'ledger/floor-broken' ? 'floor' : 'ceiling'}`;
				});
				t.deepEqual(found, expected);
			},
		),
	);
});
