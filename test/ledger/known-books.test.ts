import test from 'ava';
import type {AccountCode, BookCode} from '../../src/kernel/ids.ts';
import {localDate} from '../../src/kernel/local-date.ts';
import {rupiah} from '../../src/kernel/money.ts';
import {regionCode} from '../../src/kernel/region-code.ts';
import type {Account} from '../../src/ledger/account.ts';
import {type EntryDraft, credit, debit} from '../../src/ledger/entry.ts';
import {genesisHash} from '../../src/ledger/hash-chain.ts';
import {createKnownBooks, sinceDays} from '../../src/ledger/known-books.ts';
import {type HeldBook, createPostings} from '../../src/ledger/posting.ts';

const code = (text: string): AccountCode => text as AccountCode;
const day = localDate;
const one = 'KOP-1' as BookCode;
const now = new Date('2026-03-31T05:00:00.000Z');

const account = (text: string, floor: Account['floor'] = 'none'): [AccountCode, Account] => [
	code(text),
	{
		code: code(text),
		nameId: text,
		nameEn: text,
		class: 'asset',
		normalSide: 'debit',
		floor,
		isControlled: false,
	},
];

const bookOf = (change: Partial<HeldBook> = {}): HeldBook => ({
	book: {
		id: 1,
		code: one,
		kind: 'cooperative',
		name: 'satu',
		regionCode: regionCode('17.71.01.1001'),
		openedOn: day('2025-01-01'),
		timeZone: 'Asia/Jakarta',
	},
	tip: {number: 0, hash: genesisHash, recordedAt: new Date(0)},
	accounts: new Map([account('1', 'account'), account('3')]),
	closedMonths: new Set([day('2026-02-01')]),
	held: new Map(),
	assertions: [],
	...change,
});

const draftOf = (from: string, to: string, effectiveOn = '2026-03-15'): EntryDraft => ({
	book: one,
	effectiveOn: day(effectiveOn),
	kind: 'manual',
	reason: 'Uji',
	document: 'B-1',
	lines: [debit(code(to), rupiah('1000')), credit(code(from), rupiah('1000'))],
});

/** Posts on a book and keeps how that leaves it. */
function post(known: ReturnType<typeof createKnownBooks>, before: HeldBook, draft: EntryDraft) {
	const postings = createPostings([before]);
	postings.post([draft], 'petugas', now);
	known.keep([before], postings.books(), [draft]);
	return postings.books()[0]!;
}

test('what was posted is known: the tip and what the limited accounts hold', (t) => {
	const known = createKnownBooks();
	t.is(known.recall([draftOf('3', '1')]), undefined);
	post(known, bookOf(), draftOf('3', '1'));
	const [book] = known.recall([draftOf('3', '1'), draftOf('1', '3')])!;
	t.is(book!.tip.number, 1);
	t.is(book!.held.get('1')!.balance.toFixed(), '1000');
	t.deepEqual([...book!.closedMonths], [day('2026-02-01')]);
});

test('an account or a dimension that was not asked for is not known', (t) => {
	const known = createKnownBooks();
	post(known, bookOf(), draftOf('3', '1'));
	t.is(known.recall([draftOf('3', '2')]), undefined, 'no such account was asked for');
	const funded = bookOf({accounts: new Map([account('3'), account('4', 'fund')])});
	const ofFund = (fund: string): EntryDraft => ({
		...draftOf('3', '4'),
		lines: [debit(code('4'), rupiah('1'), {fund}), credit(code('3'), rupiah('1'))],
	});
	post(known, funded, ofFund('a'));
	t.truthy(known.recall([ofFund('a')]));
	t.is(known.recall([ofFund('b')]), undefined);
});

test('known since the month before the earliest that was asked for', (t) => {
	t.is(sinceDays([draftOf('3', '1'), draftOf('3', '1', '2026-02-28')]).get(one), day('2026-01-01'));
	t.is(sinceDays([draftOf('3', '1', '1900-01-31')]).get(one), day('1900-01-01'));
	const known = createKnownBooks();
	post(known, bookOf(), draftOf('3', '1'));
	t.truthy(known.recall([draftOf('3', '1', '2026-02-01')]));
	t.is(known.recall([draftOf('3', '1', '2026-01-31')]), undefined);
	t.is(known.recall([{...draftOf('3', '1'), ifClosed: 'next-open-month'}]), undefined);
});

test('what is asked for later adds to it, unless somebody moved the book meanwhile', (t) => {
	const known = createKnownBooks();
	const first = post(known, bookOf(), draftOf('3', '1'));
	const more = bookOf({tip: first.tip, accounts: new Map([account('3'), account('5')])});
	post(known, more, draftOf('3', '5'));
	t.truthy(known.recall([draftOf('3', '1'), draftOf('3', '5')]));

	const moved = bookOf({
		tip: {...first.tip, number: 9, hash: 'f'.repeat(64)},
		accounts: new Map([account('3'), account('6')]),
	});
	post(known, moved, draftOf('3', '6'));
	t.truthy(known.recall([draftOf('3', '6')]));
	t.is(known.recall([draftOf('3', '1')]), undefined);
});

test('where nothing was posted nothing is learnt, and all can be forgotten', (t) => {
	const known = createKnownBooks();
	const book = bookOf();
	known.keep([book], [book], [draftOf('3', '1')]);
	t.is(known.recall([draftOf('3', '1')]), undefined);
	post(known, book, draftOf('3', '1'));
	known.forget();
	t.is(known.recall([draftOf('3', '1')]), undefined);
});

test('a book with very many limits is asked for each time', (t) => {
	const known = createKnownBooks();
	const many = new Map(
		Array.from({length: 501}, (_, at) => [`4/${at}`, {balance: rupiah('1')}] as const),
	);
	post(known, bookOf({held: many}), draftOf('3', '1'));
	t.is(known.recall([draftOf('3', '1')]), undefined);
});
