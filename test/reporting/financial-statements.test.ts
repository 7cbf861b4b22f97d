import test from 'ava';
import type {AccountCode} from '../../src/kernel/ids.ts';
import {rupiah, toText} from '../../src/kernel/money.ts';
import type {Account} from '../../src/ledger/index.ts';
import {
	type AccountKindTurnover,
	buildBalanceSheet,
	buildCashFlow,
	buildIncomeStatement,
	buildMovements,
	withinPeriod,
} from '../../src/reporting/financial-statements.ts';

const code = (text: string): AccountCode => text as AccountCode;
const account = (
	text: string,
	accountClass: Account['class'],
	normalSide: Account['normalSide'],
): Account => ({
	code: code(text),
	nameId: `akun ${text}`,
	nameEn: `account ${text}`,
	class: accountClass,
	normalSide,
	floor: 'none',
	isControlled: false,
});
const cash = account('1.1.01', 'asset', 'debit');
const receivable = account('1.2.01', 'asset', 'debit');
const allowance = account('1.2.19', 'asset', 'credit');
const debt = account('2.2.01', 'liability', 'credit');
const capital = account('3.1.01', 'equity', 'credit');
const result = account('3.2.09', 'equity', 'credit');
const margin = account('4.1.01', 'income', 'credit');
const loss = account('5.3.01', 'expense', 'debit');
const register = account('9.1.01', 'memo', 'debit');
const contraRegister = account('9.1.02', 'memo', 'credit');

const moved = (of: Account, kind: string, debit: string, credit = '0'): AccountKindTurnover => ({
	account: of,
	kind,
	turnover: {debit: rupiah(debit), credit: rupiah(credit)},
});

// Capital 1,000, a debt of 500, a loan of 600 of which 100 with 20 margin came back, an allowance
// of 30, and 40 in the register of written-off loans.
const year: AccountKindTurnover[] = [
	moved(cash, 'manual', '1000'),
	moved(cash, 'tranche', '500'),
	moved(cash, 'disbursement', '0', '600'),
	moved(cash, 'repayment', '120'),
	moved(receivable, 'disbursement', '600'),
	moved(receivable, 'repayment', '0', '100'),
	moved(allowance, 'provision', '0', '30'),
	moved(debt, 'tranche', '0', '500'),
	moved(capital, 'manual', '0', '1000'),
	moved(margin, 'repayment', '0', '20'),
	moved(loss, 'provision', '30'),
	moved(register, 'write-off', '40'),
	moved(contraRegister, 'write-off', '0', '40'),
];

const shown = (
	rows: readonly {readonly code: AccountCode; readonly amount: ReturnType<typeof rupiah>}[],
) => rows.map((row) => `${row.code} ${toText(row.amount)}`);

test('what is deducted from assets stands among them, and both sides are equal', (t) => {
	const sheet = buildBalanceSheet(year);
	t.deepEqual(shown(sheet.assets), ['1.1.01 1020.00', '1.2.01 500.00', '1.2.19 -30.00']);
	t.deepEqual(shown(sheet.liabilities), ['2.2.01 500.00']);
	t.deepEqual(shown(sheet.equity), ['3.1.01 1000.00']);
	t.deepEqual(shown(sheet.memo), ['9.1.01 40.00']);
	t.is(toText(sheet.surplus), '-10.00');
	t.is(toText(sheet.totals.assets), '1490.00');
	t.is(toText(sheet.totals.liabilities), '500.00');
	t.is(toText(sheet.totals.equity), '990.00');
});

const closed = [
	...year,
	moved(margin, 'year-closing', '20'),
	moved(loss, 'year-closing', '0', '30'),
	moved(result, 'year-closing', '10'),
];

test('a closing of the year carries the surplus into equity and earns nothing', (t) => {
	const sheet = buildBalanceSheet(closed);
	t.is(toText(sheet.surplus), '0.00');
	t.deepEqual(shown(sheet.equity), ['3.1.01 1000.00', '3.2.09 -10.00']);
	t.is(toText(sheet.totals.equity), '990.00');
	const {income, expenses, totals} = buildIncomeStatement(closed);
	t.deepEqual([shown(income), shown(expenses)], [['4.1.01 20.00'], ['5.3.01 30.00']]);
	t.is(toText(totals.surplus), '-10.00');
});

test('a period is what came after the day before it', (t) => {
	const before = year.slice(0, 2);
	const period = withinPeriod(before, year);
	const {rows, totals} = buildCashFlow(before, period, [cash.code]);
	t.deepEqual(
		rows.map((row) => `${row.kind} ${toText(row.receipts)} ${toText(row.payments)}`),
		['disbursement 0.00 600.00', 'repayment 120.00 0.00'],
	);
	t.deepEqual(
		[totals.opening, totals.receipts, totals.payments, totals.net, totals.closing].map(toText),
		['1500.00', '120.00', '600.00', '-480.00', '1020.00'],
	);
});

test('equity by account: what it held, what came, what went', (t) => {
	const {rows, totals} = buildMovements(
		[moved(capital, 'manual', '0', '1000')],
		[moved(capital, 'manual', '50', '200'), moved(result, 'year-closing', '10')],
		({class: of}) => of === 'equity',
	);
	t.deepEqual(
		rows.map((row) =>
			[row.code, ...[row.opening, row.increase, row.decrease, row.closing].map(toText)].join(' '),
		),
		['3.1.01 1000.00 200.00 50.00 1150.00', '3.2.09 0.00 0.00 10.00 -10.00'],
	);
	t.deepEqual([totals.opening, totals.increase, totals.decrease, totals.closing].map(toText), [
		'1000.00',
		'200.00',
		'60.00',
		'1140.00',
	]);
});
