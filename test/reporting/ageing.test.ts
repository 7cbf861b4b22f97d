// The worked example of CGAP: of 100 million, 10 are 35 days late, 20 are 10 days late, and 5 are
// on a schedule agreed anew.
import test from 'ava';
import type {AllocationId, BookCode} from '../../src/kernel/ids.ts';
import {rupiah, toText} from '../../src/kernel/money.ts';
import type {KelurahanCode} from '../../src/kernel/region-code.ts';
import {type BucketSum, buckets, buildAgeing} from '../../src/reporting/ageing.ts';

const one = 'fund-1' as AllocationId;
const other = 'fund-2' as AllocationId;
const fundOf = (fund: AllocationId, agreement: string) => ({
	book: 'KOP-1' as BookCode,
	fund,
	agreement,
	kelurahan: '17.71.01.1001' as KelurahanCode,
	kelurahanName: 'Selebar',
});
const funds = [fundOf(one, 'PKS-1'), fundOf(other, 'PKS-2')];

const cell = (
	fund: AllocationId,
	bucket: number,
	[loans, balance, late, restructured]: [number, string, string, string],
): BucketSum => ({
	fund,
	bucket,
	loans,
	balance: rupiah(balance),
	late: rupiah(late),
	restructured: rupiah(restructured),
});

const sums = [
	cell(one, 0, [2, '70000000', '0', '5000000']),
	cell(one, 1, [1, '20000000', '2000000', '0']),
	cell(other, 2, [1, '10000000', '1000000', '10000000']),
];
const writtenOff = new Map([[other, rupiah('3000000')]]);

test('the buckets follow each other without a gap', (t) => {
	t.deepEqual(
		buckets.slice(1).map(({from}) => from),
		buckets.slice(0, -1).map(({to}) => to! + 1),
	);
});

test('per fund and in all, PAR is of balances', (t) => {
	const {rows, total} = buildAgeing(sums, funds, writtenOff, 'fund');
	t.deepEqual(
		rows.map((row) => [row.fund, toText(row.balance), row.par[1], toText(row.writtenOff)]),
		[
			[one, '90000000.00', '0.0000', '0.00'],
			[other, '10000000.00', '1.0000', '3000000.00'],
		],
	);
	t.deepEqual(total.par, ['0.3000', '0.1000', '0.0000', '0.0000']);
	t.deepEqual(total.atRisk.map(toText), ['30000000.00', '10000000.00', '0.00', '0.00']);
	t.is(toText(total.late), '3000000.00');
	t.is(total.loans, 4);
});

test('a loan that is late and restructured counts once', (t) => {
	const {total} = buildAgeing(sums, funds, writtenOff, 'fund');
	t.is(toText(total.restructured), '15000000.00');
	t.is(total.par30Restructured, '0.1500');
});

test('two funds of a kelurahan are one row of it', (t) => {
	const {rows} = buildAgeing(sums, funds, writtenOff, 'kelurahan');
	t.is(rows.length, 1);
	t.is(rows[0]!.fund, undefined);
	t.is(toText(rows[0]!.balance), '100000000.00');
});

test('nothing lent is no row and no ratio', (t) => {
	const {rows, total} = buildAgeing([], funds, new Map(), 'fund');
	t.deepEqual(rows, []);
	t.deepEqual(total.par, [undefined, undefined, undefined, undefined]);
});
