import test from 'ava';
import type {DomainError} from '../../src/kernel/errors.ts';
import type {AllocationId} from '../../src/kernel/ids.ts';
import {rupiah, toText} from '../../src/kernel/money.ts';
import {
	type ComparedLine,
	type Explanation,
	type Reconciliation,
	type Signature,
	decideExplanation,
	decideSignature,
	differencesOf,
	figuresText,
	isSigned,
} from '../../src/reconciliation/reconciliation.ts';

const allocation = 'f' as AllocationId;
const line = (
	item: ComparedLine['item'],
	figures: Partial<Record<'city' | 'book' | 'stated', string>>,
): ComparedLine => ({
	allocation,
	agreementNumber: 'PKS-1',
	item,
	figures: Object.fromEntries(
		Object.entries(figures).map(([party, text]) => [party, rupiah(text)]),
	),
});
const reconciliation = (change: Partial<Reconciliation>): Reconciliation =>
	({lines: [], explanations: [], signatures: [], ...change}) as unknown as Reconciliation;
const signed = (side: Signature['side'], userId: string): Signature => ({
	side,
	signedBy: `nama ${userId}`,
	userId,
	signedAt: new Date(0),
});
const codes = (run: () => unknown): string[] => {
	try {
		run();
		return [];
	} catch (error) {
		return (error as DomainError).findings.map(({code}) => code);
	}
};

// The press on Samisake: the city counted 13.64, the cooperatives had paid back 1.63 or 3.
const apart = [
	line('owed', {city: '1201', book: '1064', stated: '1064'}),
	line('held', {book: '30', stated: '12'}),
	line('cash', {book: '5'}),
];
const explain = (amount: string, change: Partial<Explanation> = {}): Explanation => ({
	allocation,
	item: 'owed',
	against: 'city-book',
	amount: rupiah(amount),
	reason: 'Setoran belum dibukukan BLUD',
	document: 'STS-7',
	explainedBy: 'rina',
	...change,
});

test('every two parties that differ are named, each difference once', (t) => {
	const found = differencesOf(reconciliation({lines: apart, explanations: [explain('100')]}));
	t.deepEqual(
		found.map(({item, against, amount, explained, open}) => [
			item,
			against,
			toText(amount),
			toText(explained),
			toText(open),
		]),
		[
			['owed', 'city-book', '137.00', '100.00', '37.00'],
			// Stated less than the book has: the cooperative keeps two books.
			['held', 'stated-book', '-18.00', '0.00', '-18.00'],
		],
	);
});

test('where the book is kept elsewhere the city is compared with what was stated', (t) => {
	const found = differencesOf(
		reconciliation({lines: [line('owed', {city: '400', stated: '391'})]}),
	);
	t.deepEqual(
		found.map(({against, amount}) => [against, toText(amount)]),
		[['city-stated', '9.00']],
	);
});

test('an explanation takes the sign of its difference and never exceeds it', (t) => {
	const open = reconciliation({lines: apart, explanations: [explain('100')]});
	t.is(toText(decideExplanation(open, explain('37')).amount), '37.00');
	const held = {item: 'held', against: 'stated-book'} as const;
	t.is(toText(decideExplanation(open, explain('18', held)).amount), '-18.00');
	t.deepEqual(
		codes(() => decideExplanation(open, explain('37.01'))),
		['reconciliation/explains-too-much'],
	);
	t.deepEqual(
		codes(() => decideExplanation(open, explain('1', {item: 'cash'}))),
		['reconciliation/no-difference'],
	);
	const begun = {...open, signatures: [signed('city', 'a')]};
	t.deepEqual(
		codes(() => decideExplanation(begun, explain('37'))),
		['reconciliation/signed-already'],
	);
});

test('two people sign, one for each side, when nothing is left unexplained', (t) => {
	const agreed = reconciliation({lines: [line('owed', {city: '5', book: '5'})]});
	const judge = (by: Signature, of = agreed) =>
		codes(() => {
			decideSignature(of, by);
		});
	t.deepEqual(judge(signed('cooperative', 'a')), []);
	const half = {...agreed, signatures: [signed('cooperative', 'a')]};
	t.deepEqual(judge(signed('city', 'b'), half), []);
	t.deepEqual(judge(signed('city', 'a'), half), ['reconciliation/same-person']);
	t.deepEqual(judge(signed('cooperative', 'b'), half), ['reconciliation/side-signed']);
	t.deepEqual(judge(signed('city', 'a'), reconciliation({lines: apart})), [
		'reconciliation/unexplained',
		'reconciliation/unexplained',
	]);
	t.false(isSigned(half));
	t.true(isSigned({signatures: [signed('city', 'b'), signed('cooperative', 'a')]}));
});

test('figures are the same whatever their order, and not when one has moved', (t) => {
	t.is(figuresText(apart), figuresText(apart.toReversed()));
	t.not(figuresText(apart), figuresText([...apart.slice(1), line('owed', {city: '1201'})]));
});
