import {cooperativeAccounts} from '../../cooperatives/index.ts';
import type {BookCode, CashCountId} from '../../kernel/ids.ts';
import {type LocalDate, localDateAt} from '../../kernel/local-date.ts';
import {type Rupiah, subtract} from '../../kernel/money.ts';
import {type Book, assertBalance, getBook, postEntry} from '../../ledger/index.ts';
import {
	type CashCount,
	countPieces,
	decideBooking,
	decideWitness,
	documentOf,
} from '../cash-count.ts';
import {draftDifference} from '../entries.ts';
import {refuse} from '../errors.ts';
import type {BankingWork, NewCount} from '../ports.ts';

const {cash} = cooperativeAccounts;

/**
 * One person counts the cash box, and what the ledger says of it at this moment is kept beside.
 * @throws DomainError `banking/no-cash-box`, `banking/unknown-denomination`, `banking/named-twice`.
 */
export async function countCash(work: BankingWork, wanted: NewCount): Promise<CashCount> {
	const book = await getBook(work, wanted.book);
	if (book.kind !== 'cooperative') throw refuse('banking/no-cash-box', {book: book.code}, 'book');
	const tip = await work.ledger.lockTip(book);
	const countedOn = localDateAt(work.now(), book.timeZone);
	const count: CashCount = {
		id: work.newId() as CashCountId,
		book: book.code,
		number: await work.banking.nextCountNumber(book),
		countedOn,
		pieces: wanted.pieces,
		total: countPieces(wanted.pieces, await work.banking.denominations(countedOn)),
		ledgerAmount: await ledgerCash(work, book, countedOn),
		knownToEntry: tip.number,
		countedAt: work.now(),
		countedBy: work.actor.name,
	};
	await work.banking.insertCount(book, count);
	return count;
}

/**
 * Another person saw it: the ledger knows what was there, and what contradicts it shows.
 * @throws DomainError `banking/unknown-count`, and what {@link decideWitness} refuses.
 */
export async function witnessCount(
	work: BankingWork,
	code: BookCode,
	id: CashCountId,
): Promise<CashCount> {
	const {book, count} = await holdCount(work, code, id);
	const {countedOn, countedBy, knownToEntry, total} = count;
	decideWitness(count, {
		actorName: work.actor.name,
		today: localDateAt(work.now(), book.timeZone),
		ledgerNow: await ledgerCash(work, book, countedOn),
		hasMoved: await work.banking.hasMovedSince(book, {
			account: cash,
			entry: knownToEntry,
			day: countedOn,
		}),
	});
	const {number} = await assertBalance(work, code, {
		account: cash,
		assertedOn: countedOn,
		amount: total,
		source: 'cash-count',
		document: documentOf(count),
		countedWith: countedBy,
	});
	const witness = {
		by: work.actor.name,
		at: work.now(),
		assertion: number,
		isWithdrawn: false,
	};
	await work.banking.insertWitness(book, id, witness);
	return {...count, witness};
}

/**
 * Books what was missing as a claim on who counted, and what was too much as other income, so that
 * the ledger says what was counted. Nothing books it by itself.
 * @throws DomainError `banking/unknown-count`, what {@link decideBooking} refuses, and what posting
 * refuses.
 */
export async function bookDifference(
	work: BankingWork,
	code: BookCode,
	id: CashCountId,
	reason: string,
): Promise<CashCount> {
	const {book, count} = await holdCount(work, code, id);
	const difference = subtract(count.total, await ledgerCash(work, book, count.countedOn));
	decideBooking(count, work.actor.name, difference);
	const entry = await postEntry(work, draftDifference(count, difference, reason));
	const booking = {
		by: work.actor.name,
		at: work.now(),
		entry: entry.number,
		difference,
	};
	await work.banking.insertBooking(book, id, booking);
	return {...count, booking};
}

/** What the ledger says the cash box holds at the end of a day, as known now. */
const ledgerCash = async (work: BankingWork, book: Book, day: LocalDate): Promise<Rupiah> =>
	work.ledger.assertedBalance(book, {account: cash, assertedOn: day});

async function holdCount(
	work: BankingWork,
	code: BookCode,
	id: CashCountId,
): Promise<{book: Book; count: CashCount}> {
	const book = await getBook(work, code);
	await work.ledger.lockTip(book);
	return {book, count: await getCount(work, book, id)};
}

/** A cash count. @throws DomainError `banking/unknown-count`. */
export async function getCount(
	work: Pick<BankingWork, 'banking'>,
	book: Book,
	id: CashCountId,
): Promise<CashCount> {
	const count = await work.banking.findCount(book, id);
	if (!count) throw refuse('banking/unknown-count', {count: id, book: book.code}, 'count');
	return count;
}
