import test from 'ava';
import type {DomainError} from '../../src/kernel/errors.ts';
import type {AccountCode, BookCode} from '../../src/kernel/ids.ts';
import {localDate} from '../../src/kernel/local-date.ts';
import {rupiah, toText} from '../../src/kernel/money.ts';
import {regionCode} from '../../src/kernel/region-code.ts';
import type {Account} from '../../src/ledger/account.ts';
import {
	type EntryDraft,
	type EntryFacts,
	type Line,
	credit,
	debit,
	decideEntry,
	mirror,
	sideTotal,
} from '../../src/ledger/entry.ts';

const code = (text: string): AccountCode => text as AccountCode;
const account = (text: string, change: Partial<Account> = {}): [AccountCode, Account] => [
	code(text),
	{
		code: code(text),
		nameId: `Akun ${text}`,
		nameEn: `Account ${text}`,
		class: 'asset',
		normalSide: 'debit',
		floor: 'none',
		isControlled: false,
		...change,
	},
];

const facts: EntryFacts = {
	book: {
		id: 1,
		code: 'KOP-1' as BookCode,
		kind: 'cooperative',
		name: 'Koperasi',
		regionCode: regionCode('17.71.01.1001'),
		openedOn: localDate('2025-01-01'),
		timeZone: 'Asia/Jakarta',
	},
	today: localDate('2026-03-31'),
	accounts: new Map([
		account('1', {floor: 'account'}),
		account('2', {floor: 'fund'}),
		account('3', {floor: 'loan', normalSide: 'credit'}),
		account('4', {class: 'equity', normalSide: 'credit'}),
		account('5', {isControlled: true}),
		account('6', {floor: 'loan', ceilingKind: 'disbursement'}),
	]),
	closedMonths: new Set([localDate('2026-01-01')]),
	held: new Map([
		['1', {balance: rupiah('100')}],
		['2/fund-a', {balance: rupiah('50')}],
		['6/loan-a', {balance: rupiah('30'), granted: rupiah('40')}],
	]),
	assertions: [
		{
			number: 7,
			account: code('1'),
			assertedOn: localDate('2026-02-28'),
			amount: rupiah('100'),
			policy: 'refuse',
			difference: rupiah('0'),
		},
	],
};

const draft = (lines: readonly Line[], change: Partial<EntryDraft> = {}): EntryDraft => ({
	book: 'KOP-1' as BookCode,
	effectiveOn: localDate('2026-03-15'),
	kind: 'manual',
	reason: 'Uji',
	document: 'U-1',
	lines,
	...change,
});

const pair = (amount: string): Line[] => [
	debit(code('1'), rupiah(amount)),
	credit(code('4'), rupiah(amount)),
];

const codes = (error: unknown): string[] => (error as DomainError).findings.map((one) => one.code);

const refuses = test.macro({
	exec(t, wanted: EntryDraft, ...expected: string[]) {
		const error = t.throws(() => decideEntry(wanted, facts));
		t.deepEqual(codes(error), expected);
	},
	title: (title = '') => `refuses ${title}`,
});

test('takes an entry whose debits equal its credits', (t) => {
	t.true(decideEntry(draft(pair('10')), facts).decided);
});

test(
	'debits that are not credits',
	refuses,
	draft([debit(code('1'), rupiah('2')), credit(code('4'), rupiah('1'))]),
	'ledger/unbalanced',
);
test(
	'a single line',
	refuses,
	draft([debit(code('1'), rupiah('2'))]),
	'ledger/line-count',
	'ledger/unbalanced',
);
test(
	'an account that the chart has not',
	refuses,
	draft([debit(code('9'), rupiah('1')), credit(code('4'), rupiah('1'))]),
	'ledger/unknown-account',
);
test(
	'amounts of zero',
	refuses,
	draft(pair('0')),
	'ledger/amount-not-positive',
	'ledger/amount-not-positive',
);
test(
	'tomorrow',
	refuses,
	draft(pair('1'), {effectiveOn: localDate('2026-04-01')}),
	'ledger/date-in-future',
);
test(
	'the day before the book was opened',
	refuses,
	draft(pair('1'), {effectiveOn: localDate('2024-12-31')}),
	'ledger/before-book-opened',
);
test(
	'a closed month',
	refuses,
	draft(pair('1'), {effectiveOn: localDate('2026-01-31')}),
	'ledger/period-closed',
);
test(
	'a fund account without its fund',
	refuses,
	draft([debit(code('2'), rupiah('1')), credit(code('4'), rupiah('1'))]),
	'ledger/fund-missing',
);
test(
	'a loan account without its loan',
	refuses,
	draft([debit(code('1'), rupiah('1')), credit(code('3'), rupiah('1'))]),
	'ledger/loan-missing',
);
test(
	'a controlled account by hand',
	refuses,
	draft([debit(code('5'), rupiah('1')), credit(code('4'), rupiah('1'))]),
	'ledger/account-controlled',
);
test(
	'more than one line can move',
	refuses,
	draft(pair('1000000000000000000')),
	'ledger/amount-too-large',
	'ledger/amount-too-large',
);
test('a cash box below zero', refuses, draft(mirror(pair('100.01'))), 'ledger/floor-broken');
test(
	'a fund below zero, though another has enough',
	refuses,
	draft([debit(code('4'), rupiah('51')), credit(code('2'), rupiah('51'), {fund: 'fund-a'})]),
	'ledger/floor-broken',
);
test(
	'a contra account on its wrong side',
	refuses,
	draft([debit(code('3'), rupiah('1'), {loan: 'l'}), credit(code('4'), rupiah('1'))]),
	'ledger/floor-broken',
);
test(
	'more on a loan than was disbursed',
	refuses,
	draft([debit(code('6'), rupiah('10.01'), {loan: 'loan-a'}), credit(code('4'), rupiah('10.01'))]),
	'ledger/ceiling-broken',
);
test(
	'what an asserted balance forbids',
	refuses,
	draft(pair('1'), {effectiveOn: localDate('2026-02-28')}),
	'ledger/assertion-broken',
);
test(
	'a floor and an assertion together',
	refuses,
	draft(mirror(pair('101')), {effectiveOn: localDate('2026-02-01')}),
	'ledger/floor-broken',
	'ledger/assertion-broken',
);
test(
	'no limit of lines that are wrong themselves',
	refuses,
	draft([credit(code('1'), rupiah('999')), debit(code('4'), rupiah('1'))]),
	'ledger/unbalanced',
);
test(
	'all that is wrong at once',
	refuses,
	draft([debit(code('9'), rupiah('2')), credit(code('5'), rupiah('1'))], {
		effectiveOn: localDate('2026-04-01'),
	}),
	'ledger/date-in-future',
	'ledger/unknown-account',
	'ledger/account-controlled',
	'ledger/unbalanced',
);

test('takes a cash box to exactly zero', (t) => {
	t.notThrows(() => decideEntry(draft(mirror(pair('100'))), facts));
});

test('lets an operation move a controlled account', (t) => {
	const lines = [debit(code('5'), rupiah('1')), credit(code('4'), rupiah('1'))];
	t.notThrows(() => decideEntry(draft(lines, {kind: 'tranche'}), facts));
});

test('counts the lines of one entry together against a floor', (t) => {
	const lines = [
		credit(code('1'), rupiah('150')),
		debit(code('1'), rupiah('60')),
		debit(code('4'), rupiah('90')),
	];
	t.notThrows(() => decideEntry(draft(lines), facts), '100 - 150 + 60 = 10');
});

test('a mirror exchanges the sides and keeps the rest', (t) => {
	const lines = [debit(code('1'), rupiah('7'), {fund: 'f'}), credit(code('4'), rupiah('7'))];
	t.deepEqual(mirror(lines), [
		credit(code('1'), rupiah('7'), {fund: 'f'}),
		debit(code('4'), rupiah('7')),
	]);
	t.deepEqual(mirror(mirror(lines)), lines);
});

test('sums one side', (t) => {
	t.is(toText(sideTotal([...pair('7'), ...pair('5')], 'debit')), '12.00');
});
