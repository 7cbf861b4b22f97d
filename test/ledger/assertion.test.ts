import test from 'ava';
import type {AccountCode, BookCode} from '../../src/kernel/ids.ts';
import {localDate} from '../../src/kernel/local-date.ts';
import {rupiah, toText} from '../../src/kernel/money.ts';
import type {RegionCode} from '../../src/kernel/region-code.ts';
import type {Account} from '../../src/ledger/account.ts';
import {
	type AssertionFacts,
	type AssertionRecord,
	type NewAssertion,
	type StandingAssertion,
	afterPosting,
	assertionFindings,
	decideAssertion,
	decideWithdrawal,
	stateOf,
} from '../../src/ledger/assertion.ts';
import type {AssertionRule} from '../../src/ledger/assertion-rule.ts';
import {type Line, credit, debit} from '../../src/ledger/entry.ts';

const code = (text: string) => text as AccountCode;
const day = localDate;
const account = (text: string, normalSide: Account['normalSide']): Account => ({
	code: code(text),
	nameId: text,
	nameEn: text,
	class: normalSide === 'debit' ? 'asset' : 'liability',
	normalSide,
	floor: 'none',
	isControlled: false,
});
const cash = account('1.1.01', 'debit');
const savings = account('2.1.01', 'credit');
const other = account('3.1.01', 'credit');
const accounts = new Map([cash, savings, other].map((known) => [known.code, known]));

const facts: AssertionFacts = {
	book: {
		id: 1,
		code: 'KOP-1' as BookCode,
		kind: 'cooperative',
		name: 'KOP',
		regionCode: '17.71' as RegionCode,
		openedOn: day('2025-01-01'),
		timeZone: 'Asia/Jakarta',
	},
	today: day('2026-03-31'),
	account: cash,
	rule: undefined,
	actorName: 'petugas',
};
const counted: NewAssertion = {
	account: cash.code,
	assertedOn: day('2026-03-31'),
	amount: rupiah('1000'),
	source: 'cash-count',
	document: 'BA-KAS-1',
	countedWith: 'Ibu Rina',
};
const rule: AssertionRule = {
	account: cash.code,
	effectiveFrom: day('2026-01-01'),
	everyDays: 1,
	policy: 'refuse',
	reason: 'SOP kas',
	setBy: 'penyelia',
	setAt: new Date('2026-01-01T00:00:00Z'),
};

test('what a break meets follows from the rule, else from who asserts, else it is shown', (t) => {
	t.is(decideAssertion(counted, facts), 'flag');
	t.is(decideAssertion({...counted, policy: 'refuse'}, facts), 'refuse');
	t.is(decideAssertion(counted, {...facts, rule}), 'refuse');
	const flagging = {...facts, rule: {...rule, policy: 'flag'}} as const;
	t.is(decideAssertion(counted, flagging), 'flag');
	t.is(decideAssertion({...counted, policy: 'refuse'}, flagging), 'refuse', 'stricter is allowed');
});

test('all that is wrong with an assertion is told at once', (t) => {
	const {countedWith: _, ...alone} = counted;
	const error = t.throws(() =>
		decideAssertion(
			{...alone, assertedOn: day('2026-04-01'), policy: 'flag'},
			{...facts, account: undefined, rule},
		),
	);
	t.like(error, {
		findings: [
			{code: 'ledger/unknown-account', path: 'account'},
			{code: 'ledger/date-in-future', path: 'assertedOn'},
			{code: 'ledger/cash-counted-alone', path: 'countedWith', values: {assertedBy: 'petugas'}},
			{
				code: 'ledger/assertion-policy-ruled',
				path: 'policy',
				values: {account: '1.1.01', effectiveFrom: '2026-01-01'},
			},
		],
	});
	const early = t.throws(() => decideAssertion({...counted, assertedOn: day('2024-12-31')}, facts));
	t.like(early, {code: 'ledger/before-book-opened'});
});

test('cash is not counted with oneself; a statement of the bank needs no second person', (t) => {
	const self = t.throws(() => decideAssertion({...counted, countedWith: 'petugas'}, facts));
	t.like(self, {code: 'ledger/cash-counted-alone'});
	const {countedWith: _, ...alone} = counted;
	t.is(decideAssertion({...alone, source: 'bank-statement'}, facts), 'flag');
});

const record: AssertionRecord = {
	...counted,
	number: 1,
	policy: 'flag',
	assertedBy: 'petugas',
	recordedAt: new Date('2026-03-31T10:00:00Z'),
	knownToEntry: 5,
	ledgerAmount: rupiah('1000'),
	difference: rupiah('0'),
	brokenBy: [],
};
const {difference: _, ...out} = record;
const withdrawn: AssertionRecord = {
	...out,
	withdrawal: {
		withdrawnBy: 'penyelia',
		withdrawnAt: new Date('2026-04-01T00:00:00Z'),
		reason: 'Salah hitung',
	},
};

test('an assertion holds, differs, is broken or withdrawn', (t) => {
	t.is(stateOf(record), 'holds');
	t.is(stateOf({...record, difference: rupiah('-5')}), 'differs');
	t.is(stateOf({...record, difference: rupiah('-5'), brokenBy: [6]}), 'broken');
	t.is(stateOf({...record, brokenBy: [6]}), 'holds', 'broken and restored');
	t.is(stateOf(withdrawn), 'withdrawn');
});

test('another person withdraws, once', (t) => {
	t.notThrows(() => {
		decideWithdrawal(record, 'penyelia');
	});
	const own = t.throws(() => {
		decideWithdrawal(record, 'petugas');
	});
	t.like(own, {code: 'ledger/withdrawal-same-person'});
	const twice = t.throws(() => {
		decideWithdrawal(withdrawn, 'auditor');
	});
	t.like(twice, {code: 'ledger/assertion-withdrawn'});
});

const standing: StandingAssertion = {
	number: 3,
	account: cash.code,
	assertedOn: day('2026-03-15'),
	amount: rupiah('1000'),
	policy: 'refuse',
	difference: rupiah('0'),
};
const draft = (effectiveOn: string, ...lines: Line[]) => ({effectiveOn: day(effectiveOn), lines});
const payIn = (amount: string, about = {}) => [
	credit(other.code, rupiah(amount), about),
	debit(cash.code, rupiah(amount), about),
];

test('a backdated entry that would break an assertion is found, with the amounts', (t) => {
	const found = assertionFindings(draft('2026-03-15', ...payIn('250')), accounts, [standing]);
	t.deepEqual(found, [
		{
			code: 'ledger/assertion-broken',
			path: 'lines[1].amount',
			values: {
				assertion: '3',
				account: '1.1.01',
				date: '2026-03-15',
				amount: '1000.00',
				balance: '1250.00',
			},
		},
	]);
});

const passes = test.macro({
	exec(t, wanted: ReturnType<typeof draft>, assertion: StandingAssertion) {
		t.deepEqual(assertionFindings(wanted, accounts, [assertion]), []);
	},
	title: (title = '') => `no assertion is broken by ${title}`,
});

test('an entry of a later day', passes, draft('2026-03-16', ...payIn('1')), standing);
test('a break that is only shown', passes, draft('2026-03-01', ...payIn('1')), {
	...standing,
	policy: 'flag',
});
test('an entry to what differs already', passes, draft('2026-03-01', ...payIn('1')), {
	...standing,
	difference: rupiah('-1'),
});
test('an entry on another account', passes, draft('2026-03-01', ...payIn('1')), {
	...standing,
	account: savings.code,
});
test('an entry for another fund', passes, draft('2026-03-01', ...payIn('1', {fund: 'a'})), {
	...standing,
	fund: 'b',
});
test('an entry for another member', passes, draft('2026-03-01', ...payIn('1', {member: 'a'})), {
	...standing,
	member: 'b',
});
test(
	'lines that come to nothing on the account',
	passes,
	draft('2026-03-01', debit(cash.code, rupiah('7')), credit(cash.code, rupiah('7'))),
	standing,
);

test('the amounts are on the normal side of the account', (t) => {
	const passbook: StandingAssertion = {
		...standing,
		account: savings.code,
		member: 'm',
		amount: rupiah('500'),
	};
	const paidOut = [
		debit(savings.code, rupiah('200'), {member: 'm'}),
		credit(cash.code, rupiah('200')),
	];
	const [found] = assertionFindings(draft('2026-03-01', ...paidOut), accounts, [passbook]);
	t.like(found, {values: {amount: '500.00', balance: '300.00'}, path: 'lines[0].amount'});
});

test('what an entry changed is what the next one meets', (t) => {
	const differing = {...standing, difference: rupiah('-250')};
	const correction = draft(
		'2026-03-10',
		debit(other.code, rupiah('250')),
		credit(cash.code, rupiah('250')),
	);
	t.deepEqual(assertionFindings(correction, accounts, [differing]), []);
	const after = afterPosting(correction, accounts, [differing]);
	t.is(toText(after[0]!.difference), '0.00');
	t.is(assertionFindings(correction, accounts, after).length, 1, 'it holds now');
	const untouched = afterPosting(draft('2026-03-16', ...payIn('1')), accounts, [standing]);
	t.is(toText(untouched[0]!.difference), '0.00');
});
