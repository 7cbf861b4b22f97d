import type {MemberAccountId, MemberId} from '../../kernel/ids.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import {getBook} from '../../ledger/index.ts';
import {refuse} from '../errors.ts';
import {
	type AccountParticulars,
	type MemberAccount,
	decideAccountEnd,
	decideMemberAccount,
} from '../member-account.ts';
import type {CooperativeWork} from '../ports.ts';
import {getMember} from './register-member.ts';

/**
 * Records an account of a member at a bank or an e-wallet.
 * @throws DomainError `member/unknown`, and what {@link decideMemberAccount} refuses.
 */
export async function recordMemberAccount(
	work: CooperativeWork,
	{member: id, ...wanted}: AccountParticulars & {readonly member: MemberId},
): Promise<MemberAccount> {
	const member = await getMember(work, id);
	const book = await getBook(work, member.book);
	// Two who record the same account at once come one after the other.
	await work.ledger.lockTip(book);
	const kept = await work.cooperatives.listMemberAccounts(member.id);
	const account: MemberAccount = {
		...decideMemberAccount(wanted, kept, work.today()),
		id: work.newId() as MemberAccountId,
		book: member.book,
		member: member.id,
		recordedBy: work.actor.name,
	};
	await work.cooperatives.insertMemberAccount(book, account, work.now());
	return account;
}

/**
 * Records that a member has an account no more; it stays in the record.
 * @throws DomainError `member-account/unknown`, and what {@link decideAccountEnd} refuses.
 */
export async function endMemberAccount(
	work: CooperativeWork,
	{account: id, until}: {readonly account: MemberAccountId; readonly until: LocalDate},
): Promise<MemberAccount> {
	const account = await work.cooperatives.findMemberAccount(id);
	if (!account) throw refuse('member-account/unknown', {account: id}, 'id');
	decideAccountEnd(account, until, work.today());
	const end = {until, at: work.now(), by: work.actor.name};
	await work.cooperatives.endMemberAccount(await getBook(work, account.book), id, end);
	return {...account, until};
}
