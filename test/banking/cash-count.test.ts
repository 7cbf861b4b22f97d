import test from 'ava';
import {
	type CashCount,
	countPieces,
	decideBooking,
	decideWitness,
	documentOf,
} from '../../src/banking/cash-count.ts';
import {rupiah, toText, zero} from '../../src/kernel/money.ts';
import {day} from '../helpers/world.ts';
import {refusalOf} from './formats.ts';

const money = (value: string, kind: 'note' | 'coin') => ({
	value: rupiah(value),
	kind,
	status: 'provisional' as const,
	source: 'typed by hand',
});
const known = [money('100000', 'note'), money('1000', 'note'), money('1000', 'coin')];
const pieces = (value: string, kind: 'note' | 'coin', many: number) => ({
	value: rupiah(value),
	kind,
	pieces: many,
});

test('a count is the sum of its pieces, none at all is nothing', (t) => {
	const box = [pieces('100000', 'note', 3), pieces('1000', 'note', 2), pieces('1000', 'coin', 7)];
	t.is(toText(countPieces(box, known)), '309000.00');
	t.is(toText(countPieces([], known)), '0.00');
});

test('what is no money, and what is named twice, is told', (t) => {
	const box = [
		pieces('75000', 'note', 1),
		pieces('1000', 'coin', 1),
		pieces('1000', 'coin', 1),
		pieces('100000', 'coin', 1),
	];
	t.deepEqual(
		refusalOf(() => countPieces(box, known)).findings.map(({code, path}) => [code, path]),
		[
			['banking/unknown-denomination', 'pieces[0].value'],
			['banking/named-twice', 'pieces[2].value'],
			['banking/unknown-denomination', 'pieces[3].value'],
		],
	);
});

const count: CashCount = {
	id: 'c' as never,
	book: 'KOP-1' as never,
	number: 4,
	countedOn: day('2026-03-31'),
	pieces: [],
	total: rupiah('90'),
	ledgerAmount: rupiah('100'),
	knownToEntry: 7,
	countedAt: new Date(0),
	countedBy: 'petugas',
};
const facts = {
	actorName: 'penyelia',
	today: day('2026-03-31'),
	ledgerNow: rupiah('100'),
	hasMoved: false,
};
const witness = {by: 'penyelia', at: new Date(0), assertion: 1, isWithdrawn: false};

test('a witness is another person, once, that day, before the cash moved', (t) => {
	t.is(documentOf(count), 'KAS-4');
	t.notThrows(() => decideWitness(count, facts));
	const code = (change: object, one = count) =>
		refusalOf(() => decideWitness(one, {...facts, ...change})).code;
	t.is(code({actorName: 'petugas'}), 'banking/counted-by-witness');
	t.is(code({today: day('2026-04-01')}), 'banking/count-of-other-day');
	t.is(code({ledgerNow: rupiah('101')}), 'banking/cash-moved');
	// In and out again: it moved, though the sum is the same.
	t.is(code({hasMoved: true}), 'banking/cash-moved');
	t.is(code({}, {...count, witness}), 'banking/witnessed-before');
});

test('a difference is booked once, of a count that was seen and stands, by another', (t) => {
	const seen = {...count, witness};
	t.notThrows(() => decideBooking(seen, 'penyelia', rupiah('-10')));
	const code = (one: CashCount, who = 'penyelia', difference = rupiah('-10')) =>
		refusalOf(() => decideBooking(one, who, difference)).code;
	t.is(code(count), 'banking/not-witnessed');
	t.is(code(seen, 'petugas'), 'banking/booked-by-counter');
	t.is(code(seen, 'penyelia', zero), 'banking/no-difference');
	t.is(code({...seen, witness: {...witness, isWithdrawn: true}}), 'banking/count-withdrawn');
	const booking = {by: 'x', at: new Date(0), entry: 9, difference: rupiah('-10')};
	t.is(code({...seen, booking}), 'banking/booked-before');
});
