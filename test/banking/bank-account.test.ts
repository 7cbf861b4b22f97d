import test from 'ava';
import {type BankAccount, decideBankAccount, endOf} from '../../src/banking/bank-account.ts';
import {cooperativeChart} from '../../src/cooperatives/index.ts';
import {code, day} from '../helpers/world.ts';
import {refusalOf} from './formats.ts';

const book = {
	id: 1,
	code: 'KOP-1' as never,
	kind: 'cooperative',
	name: 'BMT',
	regionCode: '17.71.01.1001' as never,
	openedOn: day('2025-01-01'),
	timeZone: 'Asia/Jakarta',
} as const;
const wanted = {
	account: code('1.1.02'),
	bank: 'BRI',
	accountNumber: '00123',
	openedOn: day('2026-03-01'),
};
const known: BankAccount = {...wanted, id: 'a' as never, book: book.code, recordedBy: 'x'};
const chart = new Map(cooperativeChart.map((one) => [one.code, one]));

const faults = (change: Partial<typeof wanted>, others: readonly BankAccount[] = []) => {
	const one = {...wanted, ...change};
	const facts = {book, today: day('2026-03-31'), account: chart.get(one.account), known: others};
	return refusalOf(() => decideBankAccount(one, facts)).findings.map((fault) => fault.code);
};

test('money of the book, in days of the book, each account once', (t) => {
	const facts = {book, today: day('2026-03-31'), account: chart.get(wanted.account), known: []};
	t.notThrows(() => decideBankAccount(wanted, facts));
	t.deepEqual(faults({account: code('3.1.01')}), ['banking/not-money']);
	t.deepEqual(faults({account: code('1.2.03')}), ['banking/not-money']);
	t.deepEqual(faults({account: code('7')}), ['banking/unknown-ledger-account']);
	t.deepEqual(faults({openedOn: day('2024-12-31')}), ['banking/opened-before-book']);
	t.deepEqual(faults({openedOn: day('2026-04-01')}), ['banking/opened-in-future']);
	t.deepEqual(faults({}, [known]), ['banking/account-taken']);
	t.deepEqual(faults({account: code('1.1.11')}, [known]), ['banking/number-taken']);
});

test('of a number its end is shown', (t) => {
	t.is(endOf('001201000123304'), '…3304');
	t.is(endOf('BRI/12-34 56'), '…3456');
});
