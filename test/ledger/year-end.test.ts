import test from 'ava';
import fc from 'fast-check';
import type {AccountCode, BookCode} from '../../src/kernel/ids.ts';
import {localDate} from '../../src/kernel/local-date.ts';
import {type Rupiah, negate, rupiah, sum, toText, zero} from '../../src/kernel/money.ts';
import type {Account} from '../../src/ledger/account.ts';
import {type Line, sideTotal} from '../../src/ledger/entry.ts';
import {
	type ResultTotal,
	type YearFacts,
	decideYearClosing,
	lastDayOf,
} from '../../src/ledger/year-end.ts';

const code = (text: string) => text as AccountCode;
const equity: Account = {
	code: code('3.2.09'),
	nameId: 'SHU tahun berjalan',
	nameEn: 'Current surplus (SHU)',
	class: 'equity',
	normalSide: 'credit',
	floor: 'none',
	isControlled: false,
};
const closing = {
	year: 2025,
	equityAccount: equity.code,
	reason: 'Tutup buku 2025',
	document: 'RAT-2025',
};
const total = (account: string, year: number, balance: string, fund?: string): ResultTotal => ({
	account: code(account),
	year,
	balance: rupiah(balance),
	...(fund === undefined ? {} : {fund}),
});
const facts = (totals: readonly ResultTotal[], change: Partial<YearFacts> = {}): YearFacts => ({
	book: 'KOP-1' as BookCode,
	today: localDate('2026-01-01'),
	isDecemberClosed: false,
	closedBy: undefined,
	equity,
	totals,
	...change,
});
const shown = (lines: readonly Line[]) =>
	lines.map(({account, side, amount, fund}) => [account, side, toText(amount), fund ?? '']);

test('a surplus goes to the credit of equity', (t) => {
	const draft = decideYearClosing(
		closing,
		facts([total('5.1.01', 2025, '40000'), total('4.1.01', 2025, '-100000')]),
	);
	t.like(draft, {
		book: 'KOP-1',
		effectiveOn: '2025-12-31',
		kind: 'year-closing',
		reason: 'Tutup buku 2025',
		document: 'RAT-2025',
	});
	t.deepEqual(shown(draft.lines), [
		['4.1.01', 'debit', '100000.00', ''],
		['5.1.01', 'credit', '40000.00', ''],
		['3.2.09', 'credit', '60000.00', ''],
	]);
});

test('a deficit goes to its debit, and a contra account to zero like any other', (t) => {
	const draft = decideYearClosing(
		closing,
		facts([
			total('4.1.01', 2025, '-30'),
			total('4.1.02', 2025, '10'),
			total('5.1.01', 2025, '45.50'),
		]),
	);
	t.deepEqual(shown(draft.lines), [
		['4.1.01', 'debit', '30.00', ''],
		['4.1.02', 'credit', '10.00', ''],
		['5.1.01', 'credit', '45.50', ''],
		['3.2.09', 'debit', '25.50', ''],
	]);
});

test('income that equals expenses moves no equity', (t) => {
	const draft = decideYearClosing(
		closing,
		facts([total('4.1.01', 2025, '-30'), total('5.1.01', 2025, '30')]),
	);
	t.deepEqual(shown(draft.lines), [
		['4.1.01', 'debit', '30.00', ''],
		['5.1.01', 'credit', '30.00', ''],
	]);
});

test('each fund closes for itself', (t) => {
	const draft = decideYearClosing(
		closing,
		facts([
			total('4.1.01', 2025, '-10', 'a'),
			total('4.1.01', 2025, '-20', 'b'),
			total('4.1.01', 2025, '-5'),
			total('5.1.01', 2025, '12', 'a'),
		]),
	);
	t.deepEqual(shown(draft.lines), [
		['4.1.01', 'debit', '5.00', ''],
		['4.1.01', 'debit', '10.00', 'a'],
		['4.1.01', 'debit', '20.00', 'b'],
		['5.1.01', 'credit', '12.00', 'a'],
		['3.2.09', 'credit', '5.00', ''],
		['3.2.09', 'debit', '2.00', 'a'],
		['3.2.09', 'credit', '20.00', 'b'],
	]);
});

test('an earlier year that was closed leaves only this one', (t) => {
	const draft = decideYearClosing(
		closing,
		// 2024 earned 70 and its closing took them away again.
		facts([total('4.1.01', 2024, '0'), total('4.1.01', 2025, '-8')]),
	);
	t.deepEqual(shown(draft.lines).at(-1), ['3.2.09', 'credit', '8.00', '']);
});

const refused = test.macro({
	exec(t, change: Partial<YearFacts>, refusal: string, path: string, values: object) {
		const error = t.throws(() =>
			decideYearClosing(closing, facts([total('4.1.01', 2025, '-1')], change)),
		);
		t.like(error, {code: refusal, findings: [{code: refusal, path, values}]});
	},
	title: (title = '') => `a year is not closed: ${title}`,
});

test(
	'before it is over',
	refused,
	{today: localDate('2025-12-31')},
	'ledger/year-not-over',
	'year',
	{
		year: '2025',
		lastDay: '2025-12-31',
	},
);
test('when December is closed', refused, {isDecemberClosed: true}, 'ledger/period-closed', 'year', {
	month: '2025-12',
	date: '2025-12-31',
});
test('twice', refused, {closedBy: 12}, 'ledger/year-already-closed', 'year', {
	year: '2025',
	entry: '12',
});
test(
	'into an account that is not there',
	refused,
	{equity: undefined},
	'ledger/unknown-account',
	'equityAccount',
	{account: '3.2.09', book: 'KOP-1'},
);
test(
	'into an account of another class',
	refused,
	{equity: {...equity, class: 'liability'}},
	'ledger/not-equity-account',
	'equityAccount',
	{account: '3.2.09', class: 'liability'},
);
test(
	'with an earlier year open',
	refused,
	{
		totals: [
			total('4.1.01', 2022, '0'),
			total('4.1.01', 2023, '-5'),
			total('4.1.01', 2024, '5'),
			total('4.1.01', 2025, '-1'),
		],
	},
	'ledger/earlier-year-open',
	'year',
	{year: '2025', openYear: '2023'},
);
test('with nothing to close', refused, {totals: []}, 'ledger/nothing-to-close', 'year', {
	year: '2025',
});

const totals = fc.array(
	fc.record({
		account: fc.constantFrom('4.1.01', '4.1.05', '5.1.01', '5.9.01'),
		sen: fc.integer({min: -1_000_000_000, max: 1_000_000_000}),
		fund: fc.constantFrom(undefined, 'a', 'b'),
	}),
	{minLength: 1, maxLength: 12},
);

test('law: all results come to zero, equity takes the surplus, both sides agree', (t) => {
	fc.assert(
		fc.property(totals, (items) => {
			const given = items.map(({account, sen, fund}) =>
				total(account, 2025, `${sen / 100}`.replace(/e.*$/u, ''), fund),
			);
			const whole = sum(given.map(({balance}) => balance));
			if (given.every(({balance}) => balance.isZero())) return;
			const balancesBefore = tally(given.map((item) => [keyOf(item), item.balance]));
			if ([...balancesBefore.values()].every((balance) => balance.isZero())) return;
			const {lines} = decideYearClosing(closing, facts(given));
			t.is(toText(sideTotal(lines, 'debit')), toText(sideTotal(lines, 'credit')));
			const after = tally([
				...given.map((item) => [keyOf(item), item.balance] as const),
				...lines.map((line) => [keyOf(line), signed(line)] as const),
			]);
			for (const [key, balance] of after) {
				if (!key.startsWith('3.2.09')) t.is(toText(balance), '0.00', key);
			}
			const equityMoved = sum(lines.filter(({account}) => account === '3.2.09').map(signed));
			t.is(toText(equityMoved), toText(whole));
			t.true(lines.every(({amount}) => amount.greaterThan(0)));
		}),
	);
});

const keyOf = ({account, fund}: {account: string; fund?: string}) => `${account}/${fund ?? ''}`;
const signed = ({side, amount}: Line): Rupiah => (side === 'debit' ? amount : negate(amount));
const tally = (parts: readonly (readonly [string, Rupiah])[]): Map<string, Rupiah> => {
	const sums = new Map<string, Rupiah>();
	for (const [key, amount] of parts) sums.set(key, sum([sums.get(key) ?? zero, amount]));
	return sums;
};

test('a year ends on 31 December', (t) => {
	t.is(lastDayOf(2025), localDate('2025-12-31'));
});
