import test from 'ava';
import fc from 'fast-check';
import {
	booksWithNews,
	nothingSeen,
	readPosition,
	seenUpTo,
	writePosition,
} from '../../src/reporting/changes.ts';

test('a position is carried as text and read again', (t) => {
	// 2; then book 3 up to 5, and book 3 + 7 = 10 up to 300 = 2 × 128 + 44.
	const position = {
		last: 2,
		seen: new Map([
			[3, 5],
			[10, 300],
		]),
	};
	const text = Buffer.from([2, 3, 5, 7, 172, 2]).toString('base64url');
	t.is(writePosition(position), text);
	t.deepEqual(readPosition(text), position);
	const books = fc.uniqueArray(fc.integer({min: 1, max: 2_147_483_647}), {maxLength: 50});
	fc.assert(
		fc.property(
			books,
			fc.infiniteStream(fc.maxSafeNat().filter((number) => number > 0)),
			fc.nat(),
			(ids, numbers, last) => {
				const seen = new Map(
					[...ids].sort((a, b) => a - b).map((id) => [id, numbers.next().value as number]),
				);
				t.deepEqual(readPosition(writePosition({seen, last})), {seen, last});
			},
		),
	);
});

test('what nobody wrote is not read', (t) => {
	const bytes = (...all: number[]) => Buffer.from(all).toString('base64url');
	for (const text of ['', '%', 'A', bytes(1, 2), bytes(1, 0, 5), bytes(1, 2, 0), bytes(200)]) {
		t.is(readPosition(text), undefined, text);
	}
	t.is(readPosition(bytes(...Array.from({length: 12}, () => 255), 1)), undefined);
});

test('books are served in turn, and only those in which there is more', (t) => {
	const books = [
		{id: 1, number: 4},
		{id: 2, number: 0},
		{id: 3, number: 9},
		{id: 4, number: 1},
	];
	const served = (position = nothingSeen) => booksWithNews(books, position).map(({id}) => id);
	t.deepEqual(served(), [1, 3, 4]);
	const second = seenUpTo(nothingSeen, 1, 4);
	t.deepEqual(served(second), [3, 4]);
	t.deepEqual(served(seenUpTo(second, 3, 8)), [4, 3]);
	t.deepEqual(served(seenUpTo(seenUpTo(second, 3, 9), 4, 1)), []);
});
