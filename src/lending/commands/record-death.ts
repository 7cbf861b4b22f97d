import {getMember} from '../../cooperatives/index.ts';
import type {MemberId} from '../../kernel/ids.ts';
import {type Book, getBook} from '../../ledger/index.ts';
import {refuse} from '../errors.ts';
import type {Death, NewDeath} from '../life-ports.ts';
import type {LoanEvent} from '../loan.ts';
import type {LendingWork} from '../ports.ts';
import {decideDeath, isOpen} from '../step.ts';
import {recordEvent} from './record-event.ts';

/** More loans than a member can have; all of them are told. */
const loansMax = 1000;

/**
 * Records that a member died. Each of their open loans tells it, nobody is reminded of them any
 * more, and nothing more is lent in that name; what is owed stays owed until their heirs or a
 * guarantor have paid it, or it is written off.
 * @throws DomainError `lending/death-known`, `lending/died-before-joining`, `member/unknown`.
 */
export async function recordDeath(work: LendingWork, wanted: NewDeath): Promise<Death> {
	const member = await getMember(work, wanted.member);
	const book = await getBook(work, member.book);
	await work.ledger.lockTip(book);
	decideDeath(wanted.diedOn, member.joinedOn, work.today());
	if (await work.loanLife.findDeath(book, member.id)) throw refuse('lending/death-known', {});
	const death: Death = {
		...wanted,
		number: await work.loanLife.nextDeathNumber(book, member.id),
		recordedBy: work.actor.name,
	};
	await work.loanLife.insertDeath(book, death, work.now());
	await tellLoans(work, book, member.id, {
		kind: 'borrower-died',
		occurredOn: wanted.diedOn,
		document: wanted.document,
	});
	return death;
}

/** Takes the record of a death back that was a mistake. @throws DomainError `lending/no-death`. */
export async function revokeDeath(
	work: LendingWork,
	{member: id, reason}: {readonly member: MemberId; readonly reason: string},
): Promise<void> {
	const member = await getMember(work, id);
	const book = await getBook(work, member.book);
	await work.ledger.lockTip(book);
	const death = await work.loanLife.findDeath(book, member.id);
	if (!death) throw refuse('lending/no-death', {});
	await work.loanLife.revokeDeath(book, death, {
		actor: work.actor.name,
		at: work.now(),
		reason,
	});
	await tellLoans(work, book, member.id, {
		kind: 'death-revoked',
		occurredOn: work.today(),
		reason,
	});
}

async function tellLoans(
	work: LendingWork,
	book: Book,
	member: MemberId,
	event: LoanEvent,
): Promise<void> {
	const loans = await work.lending.listLoans({book: book.code, member, limit: loansMax});
	for (const loan of loans.filter(isOpen)) await recordEvent(work, book, loan.id, event);
}
