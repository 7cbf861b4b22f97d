import test from 'ava';
import type {AccountCode, BookCode} from '../../src/kernel/ids.ts';
import {localDate} from '../../src/kernel/local-date.ts';
import type {RegionCode} from '../../src/kernel/region-code.ts';
import type {Account} from '../../src/ledger/account.ts';
import {
	type AssertionRule,
	type NewestAssertion,
	decideRule,
	findOverdue,
	ruleOn,
} from '../../src/ledger/assertion-rule.ts';
import type {Book} from '../../src/ledger/book.ts';

const day = localDate;
const code = (text: string) => text as AccountCode;
const book: Book = {
	id: 1,
	code: 'KOP-1' as BookCode,
	kind: 'cooperative',
	name: 'KOP',
	regionCode: '17.71' as RegionCode,
	openedOn: day('2025-01-01'),
	timeZone: 'Asia/Jakarta',
};
const cash: Account = {
	code: code('1.1.01'),
	nameId: 'Kas',
	nameEn: 'Cash',
	class: 'asset',
	normalSide: 'debit',
	floor: 'account',
	isControlled: false,
};
const rule = (
	account: string,
	effectiveFrom: string,
	everyDays: number | undefined,
	policy: AssertionRule['policy'] = 'flag',
): AssertionRule => ({
	account: code(account),
	effectiveFrom: day(effectiveFrom),
	...(everyDays === undefined ? {} : {everyDays}),
	policy,
	reason: 'SOP',
	setBy: 'penyelia',
	setAt: new Date('2026-01-01T00:00:00Z'),
});
const counted = (account: string, assertedOn: string): NewestAssertion => ({
	account: code(account),
	number: 1,
	assertedOn: day(assertedOn),
});

test('a rule follows the last one of its account', (t) => {
	const rules = [rule('1.1.01', '2026-01-01', 7), rule('1.1.02', '2026-06-01', 30)];
	t.notThrows(() => {
		decideRule(rule('1.1.01', '2026-01-02', 1), book, cash, rules);
	});
	const cases: readonly (readonly [string, Account | undefined, string])[] = [
		['2026-01-01', cash, 'ledger/assertion-rule-not-later'],
		['2025-12-31', cash, 'ledger/assertion-rule-not-later'],
		['2024-12-31', cash, 'ledger/before-book-opened'],
		['2026-02-01', undefined, 'ledger/unknown-account'],
	];
	for (const [from, account, refusal] of cases) {
		const error = t.throws(() => {
			decideRule(rule('1.1.01', from, 1), book, account, rules);
		});
		t.like(error, {code: refusal});
	}
});

test('the rule in force is the last that has begun', (t) => {
	const rules = [
		rule('1.1.01', '2026-01-01', 7),
		rule('1.1.01', '2026-03-01', 1),
		rule('1.1.02', '2026-01-01', 30),
	];
	t.is(ruleOn(rules, code('1.1.01'), day('2025-12-31')), undefined);
	t.is(ruleOn(rules, code('1.1.01'), day('2026-02-28'))?.everyDays, 7);
	t.is(ruleOn(rules, code('1.1.01'), day('2026-03-01'))?.everyDays, 1);
	t.is(ruleOn(rules, code('1.1.02'), day('2026-03-01'))?.everyDays, 30);
});

test('an account is overdue from the day after its assertion was due', (t) => {
	const rules = [rule('1.1.01', '2026-01-01', 7)];
	const newest = [counted('1.1.01', '2026-03-10')];
	t.deepEqual(findOverdue(rules, newest, day('2026-03-17')), []);
	const [overdue] = findOverdue(rules, newest, day('2026-03-20'));
	t.like(overdue, {account: '1.1.01', dueOn: '2026-03-17', daysOverdue: 3, newest: newest[0]!});
});

test('what was never asserted is due so many days after the rule began', (t) => {
	const rules = [rule('1.1.01', '2026-01-01', 7)];
	t.deepEqual(findOverdue(rules, [], day('2026-01-08')), []);
	t.like(findOverdue(rules, [], day('2026-01-09'))[0], {dueOn: '2026-01-08', daysOverdue: 1});
	t.false('newest' in findOverdue(rules, [], day('2026-01-09'))[0]!);
	const old = [counted('1.1.01', '2025-06-01')];
	t.like(findOverdue(rules, old, day('2026-01-10'))[0], {dueOn: '2026-01-08', daysOverdue: 2});
});

test('a rule set anew buys no time', (t) => {
	const rules = [rule('1.1.01', '2026-01-01', 7), rule('1.1.01', '2026-02-01', 7)];
	t.like(findOverdue(rules, [], day('2026-02-01'))[0], {dueOn: '2026-01-08', daysOverdue: 24});
});

test('without a rule, or with one that asks for none, nothing is overdue', (t) => {
	t.deepEqual(findOverdue([], [counted('1.1.01', '2025-01-01')], day('2026-03-01')), []);
	const ended = [rule('1.1.01', '2026-01-01', 7), rule('1.1.01', '2026-02-01', undefined)];
	t.deepEqual(findOverdue(ended, [], day('2026-03-01')), []);
	t.is(findOverdue(ended, [], day('2026-01-31')).length, 1, 'as it was then');
});

test('the longest overdue comes first', (t) => {
	const rules = [rule('1.1.01', '2026-01-01', 30), rule('1.1.02', '2026-01-01', 7)];
	const overdue = findOverdue(rules, [], day('2026-03-01'));
	t.deepEqual(
		overdue.map(({account, daysOverdue}) => [account, daysOverdue]),
		// 31 January and 8 January.
		[
			['1.1.02', 52],
			['1.1.01', 29],
		],
	);
});
