import type {BankAccountId, BankMatchId, BookCode} from '../../kernel/ids.ts';
import {type Book, getBook} from '../../ledger/index.ts';
import type {BankAccount} from '../bank-account.ts';
import {refuse} from '../errors.ts';
import {type Proposal, decideMatch, proposeMatches} from '../matching.ts';
import type {BankMatch, BankingWork, NewMatch} from '../ports.ts';
import {getBankAccount} from './open-bank-account.ts';

/**
 * Matches by the rules whatever they find of a bank account; what could be one or another is left
 * to a person. @throws DomainError `banking/unknown-account`.
 */
export async function matchAccount(
	work: BankingWork,
	code: BookCode,
	id: BankAccountId,
): Promise<Proposal[]> {
	const {book, account} = await getBankAccount(work, code, id);
	await work.ledger.lockTip(book);
	return matchByRules(work, book, account);
}

/** As {@link matchAccount}, for who holds the book already. */
export async function matchByRules(
	work: BankingWork,
	book: Book,
	account: BankAccount,
): Promise<Proposal[]> {
	const {rules, version} = await work.banking.matchRules();
	const proposals = proposeMatches(
		rules,
		await work.banking.freeRows(book, account),
		await work.banking.freeLines(book, account),
	);
	const matches = proposals.map(({rule, row, lines}): BankMatch => ({
		id: work.newId() as BankMatchId,
		bankAccount: account.id,
		rows: [row.id],
		lines: lines.map(({entry, line}) => ({entry, line})),
		rule: {kind: rule, version},
		matchedAt: work.now(),
		matchedBy: work.actor.name,
	}));
	await work.banking.insertMatches(book, matches);
	return proposals;
}

/**
 * A person says which movements are which lines of the journal.
 * @throws DomainError `banking/…` with one finding for each fault.
 */
export async function matchByHand(work: BankingWork, wanted: NewMatch): Promise<BankMatch> {
	const {book, account} = await getBankAccount(work, wanted.book, wanted.bankAccount);
	await work.ledger.lockTip(book);
	decideMatch(
		wanted,
		await work.banking.freeRows(book, account),
		await work.banking.freeLines(book, account),
	);
	const match: BankMatch = {
		id: work.newId() as BankMatchId,
		bankAccount: account.id,
		rows: wanted.rows,
		lines: wanted.lines,
		note: wanted.note,
		matchedAt: work.now(),
		matchedBy: work.actor.name,
	};
	await work.banking.insertMatches(book, [match]);
	return match;
}

/**
 * Takes a match back, once: both sides are free again, and it stays in the record.
 * @throws DomainError `banking/unknown-match`, `banking/unmatched-before`.
 */
export async function unmatch(
	work: BankingWork,
	code: BookCode,
	id: BankMatchId,
	reason: string,
): Promise<BankMatch> {
	const book = await getBook(work, code);
	await work.ledger.lockTip(book);
	const match = await getMatch(work, book, id);
	if (match.undone) {
		throw refuse('banking/unmatched-before', {match: id, by: match.undone.by}, 'match');
	}
	const undone = {at: work.now(), by: work.actor.name, reason};
	await work.banking.insertUnmatch(book, id, undone);
	return {...match, undone};
}

/** A match, undone or not. @throws DomainError `banking/unknown-match`. */
export async function getMatch(
	work: Pick<BankingWork, 'banking'>,
	book: Book,
	id: BankMatchId,
): Promise<BankMatch> {
	const match = await work.banking.findMatch(book, id);
	if (!match) throw refuse('banking/unknown-match', {match: id, book: book.code}, 'match');
	return match;
}
