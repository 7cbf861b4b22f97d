import test from 'ava';
import fc from 'fast-check';
import type {AllocationId, BookCode, LoanId} from '../../src/kernel/ids.ts';
import {add, isNegative, rupiah, subtract, toText} from '../../src/kernel/money.ts';
import {
	type LoanCollection,
	addCollections,
	collectionOf,
	collectionRates,
} from '../../src/reporting/collections.ts';

const facts = (amounts: Partial<Record<string, string>>): LoanCollection => {
	const of = (name: string) => rupiah(amounts[name] ?? '0');
	return {
		book: 'KOP-1' as BookCode,
		loan: 'loan' as LoanId,
		number: 1,
		fund: 'fund' as AllocationId,
		arrearsOpening: of('arrears'),
		aheadOpening: of('ahead'),
		duePrincipal: of('due'),
		dueMargin: of('margin'),
		paidPrincipal: of('paid'),
		paidMargin: of('paidMargin'),
		arrearsClosing: of('closing'),
	};
};

test('cash pays arrears, then what fell due, and the rest was paid early', (t) => {
	const row = collectionOf(
		facts({arrears: '100', due: '90', margin: '10', paid: '230', paidMargin: '20'}),
	);
	t.deepEqual(
		[row.paid, row.paidArrears, row.paidOfDue, row.paidEarly, row.changedOtherwise].map(toText),
		['250.00', '100.00', '100.00', '50.00', '0.00'],
	);
});

test('what was paid before it fell due is not asked for again', (t) => {
	const row = collectionOf(facts({ahead: '150', due: '100'}));
	t.deepEqual([row.paidBefore, row.paidOfDue, row.changedOtherwise].map(toText), [
		'100.00',
		'0.00',
		'0.00',
	]);
	t.deepEqual(collectionRates(row), {currentRate: '1.0000', collectionRate: undefined});
});

test('what was written off is not paid', (t) => {
	const row = collectionOf(facts({arrears: '300', due: '100'}));
	t.is(toText(row.changedOtherwise), '400.00');
	t.deepEqual(collectionRates(row), {currentRate: '0.0000', collectionRate: '0.0000'});
});

test('a payment of an earlier time that was taken back brings arrears, and is no payment', (t) => {
	const row = collectionOf(facts({paid: '-100', closing: '100'}));
	t.deepEqual([row.paid, row.takenBack, row.paidArrears, row.changedOtherwise].map(toText), [
		'-100.00',
		'100.00',
		'0.00',
		'-100.00',
	]);
});

const some = fc.integer({min: 0, max: 1_000_000}).map(String);

test('arrears before and after differ by what the row says, whatever happened', (t) => {
	fc.assert(
		fc.property(
			fc.record({
				arrears: some,
				ahead: some,
				due: some,
				margin: some,
				paid: fc.integer({min: -1_000_000, max: 2_000_000}).map(String),
				paidMargin: some,
				closing: some,
			}),
			(amounts) => {
				const row = collectionOf(facts(amounts));
				const asked = subtract(add(row.arrearsOpening, row.due), row.paidBefore);
				const paid = add(row.paidArrears, row.paidOfDue);
				t.is(
					toText(subtract(subtract(asked, paid), row.changedOtherwise)),
					toText(row.arrearsClosing),
				);
				const cash = subtract(add(add(paid, row.paidEarly), rupiah('0')), row.takenBack);
				t.is(toText(cash), toText(row.paid));
				for (const part of [row.paidArrears, row.paidOfDue, row.paidEarly, row.paidBefore]) {
					t.false(isNegative(part));
				}
			},
		),
	);
});

test('sums are sums, and of nothing nothing', (t) => {
	const row = collectionOf(facts({arrears: '100', due: '50', paid: '120', closing: '30'}));
	t.is(toText(addCollections([row, row]).paidOfDue), '40.00');
	t.is(toText(addCollections([]).due), '0.00');
	t.deepEqual(collectionRates(addCollections([])), {
		currentRate: undefined,
		collectionRate: undefined,
	});
});
