import test from 'ava';
import type {AccountCode, AllocationId} from '../../src/kernel/ids.ts';
import {rupiah, toText} from '../../src/kernel/money.ts';
import {cooperativeChart, loanAccounts} from '../../src/cooperatives/index.ts';
import {type StatedBalance, decideOpening} from '../../src/imports/opening.ts';

const accounts = new Map(cooperativeChart.map((account) => [account.code, account]));
const code = (text: string): AccountCode => text as AccountCode;
const fund = '0190b1c0-0000-7000-8000-00000000000a' as AllocationId;

const facts = (held: readonly (readonly [string, string, AllocationId?])[]) => ({
	accounts,
	held: held.map(([account, balance, of]) => ({
		account: code(account),
		balance: rupiah(balance),
		fund: of,
	})),
	loanAccounts: new Set(loanAccounts.principal),
	ofOperations: new Set(
		[...accounts.values()].flatMap((one) => (one.isControlled ? [one.code] : [])),
	),
});

const stated = (...rows: readonly (readonly [string, string, AllocationId?])[]): StatedBalance[] =>
	rows.map(([account, balance, of], index) => ({
		sheet: 'Neraca saldo',
		row: index + 2,
		account: code(account),
		balance: rupiah(balance),
		...(of === undefined ? {} : {fund: of}),
	}));

const controls = (debit: string, credit: string, loansPrincipal: string) => ({
	debit: rupiah(debit),
	credit: rupiah(credit),
	loansPrincipal: rupiah(loansPrincipal),
});

test('the entry is what the ledger lacks, by fund where an account is kept by fund', (t) => {
	const {lines, findings} = decideOpening(
		stated(['1.1.01', '1000'], ['1.1.11', '300', fund], ['1.2.03', '700'], ['3.2.01', '-2000']),
		controls('2000', '2000', '700'),
		facts([
			['1.1.01', '1200'],
			['1.1.11', '100', fund],
			['1.2.03', '700'],
			['4.1.01', '-2000'],
		]),
	);
	t.deepEqual(findings, []);
	t.deepEqual(
		lines.map((line) => [line.account, line.side, toText(line.amount), line.fund]),
		[
			['1.1.01', 'credit', '200.00', undefined],
			['1.1.11', 'debit', '200.00', fund],
			['3.2.01', 'credit', '2000.00', undefined],
			['4.1.01', 'debit', '2000.00', undefined],
		],
	);
});

test('a loan more or less is a difference and never booked', (t) => {
	const {findings, lines} = decideOpening(
		stated(['1.2.03', '700'], ['3.2.01', '-700']),
		controls('700', '700', '700'),
		facts([['1.2.03', '650']]),
	);
	t.deepEqual(
		findings.map(({code: one, row, text}) => [one, row, text.en]),
		[
			[
				'imports/control-differs',
				0,
				'The control total sisa pokok pembiayaan was typed as 700.00; by jumlah pembiayaan yang tercatat it is 650.00; the difference is 50.00.',
			],
			[
				'imports/controlled-differs',
				2,
				'Account 1.2.03 Piutang qardh: 700.00 by the balance, 650.00 by the loans, savings and funds on record; the difference is 50.00.',
			],
		],
	);
	t.false(lines.some(({account}) => account === '1.2.03'));
});

test('what the ledger has and the old books do not name is a difference as well', (t) => {
	const {findings} = decideOpening(
		stated(['1.1.01', '5'], ['3.2.01', '-5']),
		controls('5', '5', '0'),
		facts([
			['2.2.01', '-9', fund],
			['1.1.11', '9', fund],
		]),
	);
	t.deepEqual(
		findings.map(({code: one, text}) => [one, text.id.slice(0, 40)]),
		[['imports/controlled-differs', 'Akun 2.2.01 Utang dana bergulir: menurut']],
	);
});

test('control totals are held against both sides', (t) => {
	const {findings} = decideOpening(
		stated(['1.1.01', '5'], ['3.2.01', '-4']),
		controls('6', '4', '0'),
		facts([]),
	);
	t.deepEqual(
		findings.map(({code: one, value}) => [one, value]),
		[
			['imports/not-balanced', '5.00'],
			['imports/control-differs', '6.00'],
		],
	);
});

test('nothing is posted where nothing is lacking', (t) => {
	const {findings} = decideOpening(
		stated(['1.1.01', '5'], ['3.2.01', '-5']),
		controls('5', '5', '0'),
		facts([
			['1.1.01', '5'],
			['3.2.01', '-5'],
		]),
	);
	t.deepEqual(
		findings.map(({code: one}) => one),
		['imports/nothing-to-open'],
	);
});
