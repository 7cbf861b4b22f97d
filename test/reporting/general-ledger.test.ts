import test from 'ava';
import {rupiah, toText} from '../../src/kernel/money.ts';
import {
	type AccountSpan,
	type LedgerLine,
	type LedgerRow,
	createLedgerFold,
} from '../../src/reporting/general-ledger.ts';
import {day} from '../helpers/world.ts';
import {accountOf} from './chart.ts';

const nothing = {debit: rupiah('0'), credit: rupiah('0')};
const spans: readonly AccountSpan[] = [
	{
		account: accountOf('1.1.01'),
		before: {debit: rupiah('100'), credit: rupiah('30')},
		within: nothing,
	},
	{account: accountOf('1.1.02'), before: nothing, within: nothing},
	{
		account: accountOf('2.2.01'),
		before: {debit: rupiah('0'), credit: rupiah('500')},
		within: nothing,
	},
];

const line = (account: string, side: 'debit' | 'credit', amount: string): LedgerLine => ({
	account: accountOf(account).code,
	effectiveOn: day('2026-01-02'),
	entryNumber: 1,
	lineNumber: 1,
	kind: 'manual',
	description: 'Uji',
	document: 'BKM-1',
	side,
	amount: rupiah(amount),
	counterAccounts: '',
});

const told = (rows: readonly LedgerRow[]): string[] =>
	rows.map(({row, account, balance}) => `${row} ${account.code} ${toText(balance)}`);

test('each account between its opening and closing, also one that nothing moved', (t) => {
	const fold = createLedgerFold(spans);
	t.deepEqual(told(fold.take(line('1.1.01', 'credit', '20'))), [
		'opening 1.1.01 70.00',
		'line 1.1.01 50.00',
	]);
	t.deepEqual(told(fold.take(line('2.2.01', 'credit', '1'))), [
		'closing 1.1.01 50.00',
		'opening 1.1.02 0.00',
		'closing 1.1.02 0.00',
		'opening 2.2.01 500.00',
		'line 2.2.01 501.00',
	]);
	t.deepEqual(told(fold.take(line('2.2.01', 'debit', '101'))), ['line 2.2.01 400.00']);
	t.deepEqual(told(fold.end()), ['closing 2.2.01 400.00']);
});

test('a page goes on where the one before it ended', (t) => {
	const fold = createLedgerFold(spans, {
		account: accountOf('1.1.02').code,
		balance: rupiah('9'),
	});
	t.deepEqual(told(fold.take(line('1.1.02', 'debit', '1'))), ['line 1.1.02 10.00']);
	t.deepEqual(told(fold.end()), [
		'closing 1.1.02 10.00',
		'opening 2.2.01 500.00',
		'closing 2.2.01 500.00',
	]);
});

test('without accounts there is nothing to tell', (t) => {
	t.deepEqual(createLedgerFold([]).end(), []);
});
