import test from 'ava';
import type {AccountCode} from '../../src/kernel/ids.ts';
import {rupiah, toText} from '../../src/kernel/money.ts';
import type {Account} from '../../src/ledger/index.ts';
import {buildTrialBalance} from '../../src/reporting/trial-balance.ts';

const account = (code: string, accountClass: Account['class']): Account => ({
	code: code as AccountCode,
	nameId: code,
	nameEn: code,
	class: accountClass,
	normalSide: 'debit',
	floor: 'none',
	isControlled: false,
});

test('each account stands on the side that outweighs, and both columns agree', (t) => {
	const {rows, totals} = buildTrialBalance([
		{account: account('1', 'asset'), debits: rupiah('150'), credits: rupiah('40')},
		{account: account('2', 'liability'), debits: rupiah('10'), credits: rupiah('100')},
		{account: account('3', 'equity'), debits: rupiah('5'), credits: rupiah('5')},
		{account: account('4', 'income'), debits: rupiah('0'), credits: rupiah('20')},
	]);
	t.deepEqual(
		rows.map(({code, debit, credit}) => [String(code), toText(debit), toText(credit)]),
		[
			['1', '110.00', '0.00'],
			['2', '0.00', '90.00'],
			['3', '0.00', '0.00'],
			['4', '0.00', '20.00'],
		],
	);
	t.deepEqual([toText(totals.debit), toText(totals.credit)], ['110.00', '110.00']);
});
