import test from 'ava';
import fc from 'fast-check';
import {BrokenPromise} from '../../src/kernel/assert.ts';
import {DomainError} from '../../src/kernel/errors.ts';
import type {AccountCode, BookCode} from '../../src/kernel/ids.ts';
import {localDate} from '../../src/kernel/local-date.ts';
import {rupiah} from '../../src/kernel/money.ts';
import {regionCode} from '../../src/kernel/region-code.ts';
import type {Account} from '../../src/ledger/account.ts';
import {type EntryDraft, credit, debit, mirror} from '../../src/ledger/entry.ts';
import {type SealedEntry, genesisHash} from '../../src/ledger/hash-chain.ts';
import {type HeldBook, createPostings} from '../../src/ledger/posting.ts';

const code = (text: string): AccountCode => text as AccountCode;
const day = localDate;
const account = (text: string, change: Partial<Account> = {}): [AccountCode, Account] => [
	code(text),
	{
		code: code(text),
		nameId: text,
		nameEn: text,
		class: 'asset',
		normalSide: 'debit',
		floor: 'none',
		isControlled: false,
		...change,
	},
];

const now = new Date('2026-03-31T05:00:00.000Z');
const one = 'KOP-1' as BookCode;
const two = 'KOP-2' as BookCode;

const heldBook = (book: BookCode, change: Partial<HeldBook> = {}): HeldBook => ({
	book: {
		id: book === one ? 1 : 2,
		code: book,
		kind: 'cooperative',
		name: book,
		regionCode: regionCode('17.71.01.1001'),
		openedOn: day('2025-01-01'),
		timeZone: 'Asia/Jakarta',
	},
	tip: {number: 0, hash: genesisHash, recordedAt: new Date(0)},
	accounts: new Map([
		account('1', {floor: 'account'}),
		account('3', {normalSide: 'credit', class: 'equity'}),
	]),
	closedMonths: new Set([day('2026-01-01'), day('2026-02-01')]),
	held: new Map(),
	assertions: [],
	...change,
});

/** Cash comes in, or goes out where the amount begins with a minus. */
const draft = (amount: string, change: Partial<EntryDraft> = {}): EntryDraft => {
	const size = rupiah(amount.replace('-', ''));
	const lines = [debit(code('1'), size), credit(code('3'), size)];
	return {
		book: one,
		effectiveOn: day('2026-03-15'),
		kind: 'manual',
		reason: 'Uji',
		document: 'U-1',
		lines: amount.startsWith('-') ? mirror(lines) : lines,
		...change,
	};
};

const codesOf = (error: unknown): string[] =>
	error instanceof DomainError ? error.findings.map((finding) => finding.code) : [String(error)];

test('gives numbers and links in the order of the drafts, each book its own', (t) => {
	const postings = createPostings([
		heldBook(one, {tip: {number: 41, hash: 'ab'.repeat(32), recordedAt: new Date(0)}}),
		heldBook(two),
	]);
	const drafts = [draft('1'), draft('2', {book: two}), draft('3'), draft('4', {book: two})];
	const first = postings.post(drafts, 'petugas', now);
	const [last] = postings.post([draft('5')], 'penyelia', now);
	const placed = [...first, last!].map(({book, number, previousHash, actor}) => [
		book,
		number,
		previousHash,
		actor,
	]);
	t.deepEqual(placed, [
		[one, 42, 'ab'.repeat(32), 'petugas'],
		[two, 1, genesisHash, 'petugas'],
		[one, 43, first[0]!.hash, 'petugas'],
		[two, 2, first[1]!.hash, 'petugas'],
		[one, 44, first[2]!.hash, 'penyelia'],
	]);
});

test('judges each draft on those before it', (t) => {
	const postings = createPostings([heldBook(one)]);
	t.notThrows(() => postings.post([draft('10'), draft('-10'), draft('4')], 'x', now));
	t.notThrows(() => postings.post([draft('-4')], 'x', now));
	const error = t.throws(() => postings.post([draft('-0.01')], 'x', now));
	t.deepEqual(codesOf(error), ['ledger/floor-broken']);
	const early = t.throws(() =>
		createPostings([heldBook(one)]).post([draft('-1'), draft('1')], 'x', now),
	);
	t.deepEqual(codesOf(early), ['ledger/floor-broken']);
});

test('posts all or none: a refused draft takes those before it back', (t) => {
	const start = heldBook(one, {held: new Map([['1', {balance: rupiah('100')}]])});
	const postings = createPostings([start, heldBook(two)]);
	const refused = [draft('900'), draft('7', {book: two}), draft('-1000.01'), draft('5')];
	t.throws(() => postings.post(refused, 'x', now), {instanceOf: DomainError});
	const alone = createPostings([start, heldBook(two)]);
	const wanted = [draft('-100'), draft('1', {book: two})];
	t.deepEqual(postings.post(wanted, 'x', now), alone.post(wanted, 'x', now));
	t.throws(() => postings.post([draft('-1')], 'x', now), {instanceOf: DomainError});
	t.throws(() => postings.post([draft('-1.01', {book: two})], 'x', now), {instanceOf: DomainError});
	t.notThrows(() => postings.post([draft('-1', {book: two})], 'x', now));
});

test('takes back what it did to a loan that was never there before', (t) => {
	const receivable = account('2', {floor: 'loan', ceilingKind: 'disbursement'});
	const accounts = new Map([...heldBook(one).accounts, receivable]);
	const postings = createPostings([heldBook(one, {accounts})]);
	const loan = {loan: 'x'};
	const lend = draft('0', {
		kind: 'disbursement',
		lines: [debit(code('2'), rupiah('10'), loan), credit(code('3'), rupiah('10'))],
	});
	const repay = draft('0', {
		kind: 'repayment',
		lines: [debit(code('1'), rupiah('4')), credit(code('2'), rupiah('4'), loan)],
	});
	t.throws(() => postings.post([lend, repay, draft('-5')], 'x', now), {instanceOf: DomainError});
	const again = t.throws(() => postings.post([repay], 'x', now));
	t.deepEqual(codesOf(again), ['ledger/floor-broken']);
	t.notThrows(() => postings.post([lend, repay], 'x', now));
	const above = draft('0', {
		kind: 'conversion',
		lines: [debit(code('2'), rupiah('4.01'), loan), credit(code('3'), rupiah('4.01'))],
	});
	t.deepEqual(codesOf(t.throws(() => postings.post([above], 'x', now))), ['ledger/ceiling-broken']);
});

test('an assertion that a draft restores holds for those after it, unless that is undone', (t) => {
	const asserted = {
		number: 1,
		account: code('1'),
		assertedOn: day('2026-03-20'),
		amount: rupiah('15'),
		policy: 'refuse' as const,
		difference: rupiah('5'),
	};
	const postings = createPostings([heldBook(one, {assertions: [asserted]})]);
	const [restoring, breaking] = [draft('5'), draft('1')];
	const together = t.throws(() => postings.post([restoring, breaking], 'x', now));
	t.deepEqual(codesOf(together), ['ledger/assertion-broken']);
	t.notThrows(() => postings.post([breaking], 'x', now), 'the restoring one was taken back');
	t.notThrows(() => postings.post([draft('4')], 'x', now));
	t.deepEqual(codesOf(t.throws(() => postings.post([draft('1')], 'x', now))), [
		'ledger/assertion-broken',
	]);
	t.notThrows(() => postings.post([draft('1', {effectiveOn: day('2026-03-21')})], 'x', now));
});

test('a fact of a closed month is refused', (t) => {
	for (const ifClosed of [undefined, 'refuse'] as const) {
		const late = draft('1', {
			effectiveOn: day('2026-01-15'),
			...(ifClosed === undefined ? {} : {ifClosed}),
		});
		const error = t.throws(() => createPostings([heldBook(one)]).post([late], 'x', now));
		t.deepEqual(codesOf(error), ['ledger/period-closed']);
	}
});

test('or booked on the first of the next open month, with the day on which it happened', (t) => {
	const late = draft('1', {effectiveOn: day('2026-01-15'), ifClosed: 'next-open-month'});
	const [entry] = createPostings([heldBook(one)]).post([late], 'x', now);
	t.like(entry, {effectiveOn: '2026-03-01', occurredOn: '2026-01-15'});
	t.false('ifClosed' in entry!);
	const sealed = JSON.parse(entry!.canonical) as unknown[];
	t.is(sealed.length, 13);
	t.deepEqual([sealed[0], sealed[4], sealed[12]], ['bergulir/entry/2', '2026-03-01', '2026-01-15']);
});

test('what may go to the next open month and need not is as any other', (t) => {
	for (const effectiveOn of [day('2025-12-31'), day('2026-03-01')]) {
		const wanted = draft('1', {effectiveOn, ifClosed: 'next-open-month'});
		const [entry] = createPostings([heldBook(one)]).post([wanted], 'x', now);
		t.is(entry!.effectiveOn, effectiveOn);
		t.is(entry!.occurredOn, undefined);
		t.is((JSON.parse(entry!.canonical) as unknown[])[0], 'bergulir/entry/1');
	}
	const future = draft('1', {effectiveOn: day('2026-04-01'), ifClosed: 'next-open-month'});
	const error = t.throws(() => createPostings([heldBook(one)]).post([future], 'x', now));
	t.deepEqual(codesOf(error), ['ledger/date-in-future']);
});

test("today is the day of the book's zone, and a clock that ran back moves nothing back", (t) => {
	const late = new Date('2026-03-31T17:00:00.000Z');
	const april = draft('1', {effectiveOn: day('2026-04-01')});
	const before = new Date(late.getTime() - 1);
	t.throws(() => createPostings([heldBook(one)]).post([april], 'x', before));
	const postings = createPostings([heldBook(one)]);
	const [entry] = postings.post([april], 'x', late);
	t.is(entry!.recordedAt.getTime(), late.getTime());
	const [next] = postings.post([april], 'x', before);
	t.is(next!.recordedAt.getTime(), late.getTime());
});

test('a book that is not held is a broken promise, and nothing is posted', (t) => {
	const postings = createPostings([heldBook(one)]);
	const unheld = [draft('10'), draft('1', {book: two})];
	t.throws(() => postings.post(unheld, 'x', now), {instanceOf: BrokenPromise});
	t.is(postings.post([draft('1')], 'x', now)[0]!.number, 1);
});

const anyDraft = fc
	.record({
		isIn: fc.boolean(),
		sen: fc.integer({min: 1, max: 3000}),
		book: fc.constantFrom(one, two),
		effectiveOn: fc.constantFrom('2026-01-31', '2026-03-01', '2026-03-31', '2026-04-01'),
		ifClosed: fc.constantFrom('refuse' as const, 'next-open-month' as const),
	})
	.map(({isIn, sen, book, effectiveOn, ifClosed}) =>
		draft(`${isIn ? '' : '-'}${(sen / 100).toFixed(2)}`, {
			book,
			effectiveOn: day(effectiveOn),
			ifClosed,
		}),
	);

test('the refused leave no trace: the accepted alone come to the same to the byte', (t) => {
	fc.assert(
		fc.property(fc.array(fc.array(anyDraft, {maxLength: 4}), {maxLength: 12}), (members) => {
			const assertion = {
				number: 1,
				account: code('1'),
				assertedOn: day('2026-03-10'),
				amount: rupiah('20'),
				policy: 'refuse' as const,
				difference: rupiah('10'),
			};
			const books = [heldBook(one, {assertions: [assertion]}), heldBook(two)];
			const all = createPostings(books);
			const accepted: EntryDraft[][] = [];
			const posted: SealedEntry[] = [];
			for (const drafts of members) {
				try {
					posted.push(...all.post(drafts, 'x', now));
					accepted.push(drafts);
				} catch (error) {
					t.true(error instanceof DomainError);
				}
			}
			const alone = createPostings(books);
			const again = accepted.flatMap((drafts) => alone.post(drafts, 'x', now));
			t.deepEqual(
				again.map(({canonical}) => canonical),
				posted.map(({canonical}) => canonical),
			);
		}),
	);
});
