import type {BookCode} from '../../kernel/ids.ts';
import {localDateAt} from '../../kernel/local-date.ts';
import {
	type AssertionRecord,
	type NewAssertion,
	decideAssertion,
	decideWithdrawal,
} from '../assertion.ts';
import {ruleOn} from '../assertion-rule.ts';
import {refuse} from '../errors.ts';
import {recordingMoment} from '../hash-chain.ts';
import type {LedgerWork} from '../ports.ts';
import {getBook} from './post-entries.ts';

/**
 * Records what an account held at the end of a day by something other than the journal, and what
 * the journal says of it at this moment. The tip is held, so that the two are of one moment.
 * @throws DomainError `ledger/…` naming every rule that it breaks; a difference is none of them.
 */
export async function assertBalance(
	work: LedgerWork,
	code: BookCode,
	wanted: NewAssertion,
): Promise<AssertionRecord> {
	const book = await getBook(work, code);
	const tip = await work.ledger.lockTip(book);
	const {account, assertedOn} = wanted;
	const accounts = await work.ledger.accounts(book, [account]);
	const policy = decideAssertion(wanted, {
		book,
		today: localDateAt(recordingMoment(work.now(), tip), book.timeZone),
		account: accounts.get(account),
		rule: ruleOn(await work.ledger.assertionRules(book), account, assertedOn),
		actorName: work.actor.name,
	});
	const number = await work.ledger.nextAssertionNumber(book);
	await work.ledger.insertAssertion(book, {
		...wanted,
		number,
		policy,
		assertedBy: work.actor.name,
		recordedAt: recordingMoment(work.now(), tip),
		knownToEntry: tip.number,
		ledgerAmount: await work.ledger.assertedBalance(book, wanted),
	});
	return getAssertion(work, {book: code, number});
}

export type AssertionReference = {readonly book: BookCode; readonly number: number};

/** An assertion with what became of it. @throws DomainError `ledger/unknown-assertion`. */
export async function getAssertion(
	work: Pick<LedgerWork, 'ledger'>,
	reference: AssertionReference,
): Promise<AssertionRecord> {
	const book = await getBook(work, reference.book);
	const assertion = await work.ledger.findAssertion(book, reference.number);
	if (!assertion) {
		const values = {book: reference.book, number: String(reference.number)};
		throw refuse('ledger/unknown-assertion', values, 'number');
	}
	return assertion;
}

/**
 * Says of an assertion that it was a mistake: it stays in the record and holds nobody any more.
 * @throws DomainError `ledger/assertion-withdrawn`, `ledger/withdrawal-same-person`.
 */
export async function withdrawAssertion(
	work: LedgerWork,
	reference: AssertionReference,
	reason: string,
): Promise<AssertionRecord> {
	const book = await getBook(work, reference.book);
	const tip = await work.ledger.lockTip(book);
	decideWithdrawal(await getAssertion(work, reference), work.actor.name);
	await work.ledger.insertWithdrawal(book, reference.number, {
		withdrawnBy: work.actor.name,
		withdrawnAt: recordingMoment(work.now(), tip),
		reason,
	});
	return getAssertion(work, reference);
}
