import test from 'ava';
import type {AccountCode} from '../../src/kernel/ids.ts';
import {rupiah, toText, zero} from '../../src/kernel/money.ts';
import type {Account} from '../../src/ledger/index.ts';
import {type RestatementFacts, restateAccounts} from '../../src/reporting/restatement.ts';
import type {AccountTurnover} from '../../src/reporting/trial-balance.ts';
import type {Turnover} from '../../src/reporting/turnover.ts';

const account = (
	code: string,
	accountClass: Account['class'],
	normalSide: Account['normalSide'],
): Account => ({
	code: code as AccountCode,
	nameId: code,
	nameEn: code,
	class: accountClass,
	normalSide,
	floor: 'none',
	isControlled: false,
});
const cash = account('1.1', 'asset', 'debit');
const capital = account('3.1', 'equity', 'credit');
const income = account('4.1', 'income', 'credit');
const unused = account('9.9', 'memo', 'debit');
const chart = new Map([cash, capital, income, unused].map((one) => [one.code, one]));

const moved = (one: Account, debits: string, credits: string): AccountTurnover => ({
	account: one,
	debits: rupiah(debits),
	credits: rupiah(credits),
});
const turnover = (debit: string, credit: string): Turnover => ({
	debit: rupiah(debit),
	credit: rupiah(credit),
});
const nothing: Turnover = {debit: zero, credit: zero};
const texts = ({debit, credit}: Turnover): string[] => [toText(debit), toText(credit)];

// January: capital 1.000. February, the period: income 300, of it 200 known then. Since then 100 of
// February, and 50 of January, were recorded.
const facts: RestatementFacts = {
	chart,
	knownThen: [moved(cash, '1200', '0'), moved(capital, '0', '1000'), moved(income, '0', '200')],
	knownNow: [moved(cash, '1350', '0'), moved(capital, '0', '1050'), moved(income, '0', '300')],
	beforeThen: [moved(cash, '1000', '0'), moved(capital, '0', '1000')],
	beforeNow: [moved(cash, '1050', '0'), moved(capital, '0', '1050')],
	late: [
		{code: cash.code, before: turnover('50', '0'), within: turnover('100', '0')},
		{code: capital.code, before: turnover('0', '50'), within: nothing},
		{code: income.code, before: nothing, within: turnover('0', '100')},
	],
};

test('known then + change = known now, before the period and within it apart', (t) => {
	const {rows} = restateAccounts(facts);
	t.deepEqual(
		rows.map((row) => [
			String(row.account.code),
			toText(row.knownThen),
			toText(row.changeBefore),
			toText(row.changeWithin),
			toText(row.change),
			toText(row.knownNow),
		]),
		[
			['1.1', '1200.00', '50.00', '100.00', '150.00', '1350.00'],
			['3.1', '1000.00', '50.00', '0.00', '50.00', '1050.00'],
			['4.1', '200.00', '0.00', '100.00', '100.00', '300.00'],
		],
	);
});

test('the turnover of the period, then and now; what counts before it is none of it', (t) => {
	const {rows} = restateAccounts(facts);
	t.deepEqual(
		rows.map((row) => [
			...texts(row.turnoverThen),
			...texts(row.turnoverChange),
			...texts(row.turnoverNow),
		]),
		[
			['200.00', '0.00', '100.00', '0.00', '300.00', '0.00'],
			['0.00', '0.00', '0.00', '0.00', '0.00', '0.00'],
			['0.00', '200.00', '0.00', '100.00', '0.00', '300.00'],
		],
	);
});

test('the totals prove it: both columns agree, then, in between and now', (t) => {
	const {totals} = restateAccounts(facts);
	t.deepEqual(texts(totals.knownThen), ['1200.00', '1200.00']);
	t.deepEqual(texts(totals.change), ['150.00', '150.00']);
	t.deepEqual(texts(totals.knownNow), ['1350.00', '1350.00']);
	t.deepEqual(texts(totals.turnoverThen), ['200.00', '200.00']);
	t.deepEqual(texts(totals.turnoverChange), ['100.00', '100.00']);
	t.deepEqual(texts(totals.turnoverNow), ['300.00', '300.00']);
	t.true(totals.isProven);
});

test('a balance that no entry explains is not proven', (t) => {
	const [first, ...others] = facts.knownNow;
	const forged = [moved(cash, '1351', '0'), ...others];
	t.is(first!.account, cash);
	t.false(restateAccounts({...facts, knownNow: forged}).totals.isProven);
	// Nor is a turnover that differs where the balance does not.
	const swollen = [moved(cash, '1400', '50'), ...others];
	t.false(restateAccounts({...facts, knownNow: swollen}).totals.isProven);
});

test('an account that came back to where it stood is changed all the same', (t) => {
	const {rows, totals} = restateAccounts({
		...facts,
		knownNow: [
			moved(cash, '1300', '100'),
			moved(capital, '0', '1000'),
			moved(income, '100', '300'),
		],
		beforeNow: facts.beforeThen,
		late: [
			{code: cash.code, before: nothing, within: turnover('100', '100')},
			{code: income.code, before: nothing, within: turnover('100', '100')},
		],
	});
	t.deepEqual(
		rows.map(({isChanged, change}) => [isChanged, toText(change)]),
		[
			[true, '0.00'],
			[false, '0.00'],
			[true, '0.00'],
		],
	);
	t.true(totals.isProven);
});

test('a balance below zero stands in the other column', (t) => {
	const overdrawn = [moved(cash, '0', '10'), moved(income, '10', '0')];
	const {rows, totals} = restateAccounts({
		chart,
		knownThen: overdrawn,
		knownNow: overdrawn,
		beforeThen: [],
		beforeNow: [],
		late: [],
	});
	t.deepEqual(
		rows.map(({knownNow}) => toText(knownNow)),
		['-10.00', '-10.00'],
	);
	t.deepEqual(texts(totals.knownNow), ['10.00', '10.00']);
	t.true(totals.isProven);
});
