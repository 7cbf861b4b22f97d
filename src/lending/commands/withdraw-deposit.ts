import {type Member, getMember} from '../../cooperatives/index.ts';
import {getAllocation} from '../../fund/index.ts';
import type {MemberId} from '../../kernel/ids.ts';
import {isNegative, zero} from '../../kernel/money.ts';
import {
	type Book,
	type SealedEntry,
	getBook,
	postEntry,
	reverseEntries,
} from '../../ledger/index.ts';
import {refuse} from '../errors.ts';
import {
	type DepositLine,
	type DepositTaking,
	decideDepositTaking,
	draftDepositTaking,
	withdrawalKind,
} from '../member-deposit.ts';
import type {DepositTakingReversal} from '../payroll-ports.ts';
import type {LendingWork} from '../ports.ts';

/** Every line of a member's deposit. @throws DomainError `member/unknown`. */
export async function getDeposit(
	work: LendingWork,
	id: MemberId,
): Promise<{readonly member: Member; readonly book: Book; readonly lines: DepositLine[]}> {
	const member = await getMember(work, id);
	const book = await getBook(work, member.book);
	return {member, book, lines: await work.payroll.depositLines(book, id)};
}

/**
 * Pays a member what is kept for them, from where it lies.
 * @throws DomainError `lending/deposit-withdrawal-too-high`, and what posting refuses.
 */
export async function withdrawDeposit(
	work: LendingWork,
	wanted: DepositTaking,
): Promise<SealedEntry> {
	const member = await getMember(work, wanted.member);
	const book = await getBook(work, member.book);
	await work.ledger.lockTip(book);
	const {allocation, withdrawnOn} = wanted;
	if (allocation !== undefined) await getAllocation(work, allocation);
	const deposits = await work.groups.depositsFrom(book, [member.id], withdrawnOn);
	decideDepositTaking(wanted, deposits.get(`${member.id}/${allocation ?? ''}`) ?? zero);
	return postEntry(work, draftDepositTaking(book.code, member.number, wanted));
}

/**
 * Takes a withdrawal back.
 * @throws DomainError `lending/unknown-deposit-withdrawal`, `ledger/already-reversed`.
 */
export async function reverseDepositWithdrawal(
	work: LendingWork,
	wanted: DepositTakingReversal,
): Promise<void> {
	const {book} = await getDeposit(work, wanted.member);
	await work.ledger.lockTip(book);
	const {lines} = await getDeposit(work, wanted.member);
	const isKnown = lines.some(
		({entry, kind, change}) =>
			entry === wanted.entry && kind === withdrawalKind && isNegative(change),
	);
	if (!isKnown) {
		throw refuse('lending/unknown-deposit-withdrawal', {entry: String(wanted.entry)}, 'entry');
	}
	await reverseEntries(work, [{book: book.code, number: wanted.entry}], wanted);
}
