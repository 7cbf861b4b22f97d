import test from 'ava';
import {
	type ReadStatement,
	decideStatement,
	paperOf,
	rowsMax,
	unreadable,
} from '../../src/banking/statement.ts';
import {rupiah, toText} from '../../src/kernel/money.ts';
import {day} from '../helpers/world.ts';
import {refusalOf} from './formats.ts';

const row = (bookedOn: string, amount: string, line: number) => ({
	line,
	bookedOn: day(bookedOn),
	amount: rupiah(amount),
	reference: '',
	description: 'x',
});
const shown = (after: number, balance: string, line = after + 1) => ({
	line,
	column: 'Saldo',
	after,
	balance: rupiah(balance),
});
const read: ReadStatement = {
	rows: [row('2026-03-02', '10', 2), row('2026-03-05', '-4', 3)],
	balances: [shown(1, '110'), shown(2, '106')],
};
const facts = {
	accountNumber: '123456',
	openedOn: day('2026-03-01'),
	today: day('2026-03-31'),
};
const given = {opening: rupiah('100'), closing: rupiah('106')};

const codes = (one: ReadStatement, balances = {}) =>
	refusalOf(() => decideStatement(one, balances, facts)).findings.map(({code, values}) => [
		code,
		values.line,
		values.value ?? values.given,
		values.expected ?? values.found,
	]);

test('opening and closing follow from the balances, and each row has its own', (t) => {
	const one = decideStatement(read, {}, facts);
	t.deepEqual(
		[one.from, one.to, toText(one.opening), toText(one.closing)],
		['2026-03-02', '2026-03-05', '100.00', '106.00'],
	);
	t.deepEqual(
		one.rows.map(({balance}) => toText(balance)),
		['110.00', '106.00'],
	);
});

test('without balances both are given by hand, and they make what was moved', (t) => {
	const bare = {rows: read.rows, balances: []};
	t.is(toText(decideStatement(bare, given, facts).closing), '106.00');
	t.deepEqual(codes(bare), [['banking/balance-missing', undefined, undefined, undefined]]);
	t.deepEqual(codes(bare, {opening: rupiah('100')}), [
		['banking/balance-missing', undefined, undefined, undefined],
	]);
	t.deepEqual(codes(bare, {...given, closing: rupiah('107')}), [
		['banking/closing-differs', undefined, '107.00', '106.00'],
	]);
});

test('a wrong amount is told once and where it stands, whatever follows', (t) => {
	const wrong = {
		rows: [...read.rows, row('2026-03-06', '1', 4)],
		balances: [shown(1, '110'), shown(2, '105'), shown(3, '106')],
	};
	t.deepEqual(codes(wrong), [['banking/does-not-add-up', '3', '105.00', '106.00']]);
	t.deepEqual(codes(read, {opening: rupiah('99')}), [
		['banking/does-not-add-up', '2', '110.00', '109.00'],
	]);
});

test('days before the account and days to come are told, all of them', (t) => {
	const rows = [row('2026-02-28', '1', 2), row('2026-04-01', '1', 3)];
	t.deepEqual(codes({rows, balances: [shown(2, '2')], closingOn: day('2026-04-02')}), [
		['banking/row-before-account', '2', '2026-02-28', '2026-03-01'],
		['banking/row-in-future', '3', '2026-04-01', '2026-03-31'],
		['banking/row-in-future', '1', '2026-04-02', '2026-03-31'],
	]);
});

test('a file of another account is refused; what stands before a number is no matter', (t) => {
	const of = (number: string) => ({...read, account: {line: 3, number}});
	t.notThrows(() => decideStatement(of('BRINIDJA/000123456'), {}, facts));
	t.deepEqual(codes(of('1234567')), [['banking/other-account', '3', '…4567', '…3456']]);
});

test('a statement without movements is of the day of its balance, or of none', (t) => {
	const still = {rows: [], balances: [shown(0, '5'), shown(0, '5')], closingOn: day('2026-03-31')};
	const one = decideStatement(still, {}, facts);
	t.deepEqual([one.from, one.to, toText(one.closing)], ['2026-03-31', '2026-03-31', '5.00']);
	t.is(codes({rows: [], balances: []})[0]?.[0], 'banking/no-rows');
});

test('no file has more movements than a month of a cooperative could have', (t) => {
	const rows = Array.from({length: rowsMax + 1}, () => row('2026-03-02', '1', 1));
	t.is(codes({rows, balances: []})[0]?.[0], 'banking/too-many-rows');
});

test('a fault is told by its line, and no more of its value than helps', (t) => {
	const {path, values} = unreadable(7, 'Saldo', 'x'.repeat(100), '1,00');
	t.is(path, 'contentBase64[7]');
	t.is(values.value?.length, 60);
	t.is(paperOf(3), 'RK-3');
});
