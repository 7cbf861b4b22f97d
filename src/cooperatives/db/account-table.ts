import type {Knex} from 'knex';
import type {BookCode, MemberAccountId, MemberId} from '../../kernel/ids.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import type {MemberAccount, MemberAccountKind} from '../member-account.ts';
import type {MemberAccountStore} from '../ports.ts';

/**
 * Accounts of members. The number is read and written here and nowhere else; whoever looks for the
 * same number has its digest.
 */
export const createMemberAccountTable = (trx: Knex): MemberAccountStore => ({
	async findMemberAccount(id) {
		const row: AccountRow | undefined = await accounts(trx).where('member_accounts.id', id).first();
		return row && toAccount(row);
	},
	async listMemberAccounts(member) {
		const rows: AccountRow[] = await accounts(trx)
			.where('member_accounts.member_id', member)
			.orderBy(['member_accounts.since', 'member_accounts.id']);
		return rows.map(toAccount);
	},
	async insertMemberAccount(book, account, at) {
		await trx('member_accounts').insert({
			book_id: book.id,
			id: account.id,
			member_id: account.member,
			kind: account.kind,
			bank: account.bank,
			number: account.number,
			holder: account.holder,
			since: account.since,
			recorded_at: at,
			recorded_by: account.recordedBy,
		});
	},
	async endMemberAccount(book, id, {until, at, by}) {
		await trx('member_accounts')
			.where({book_id: book.id, id})
			.update({until, ended_at: at, ended_by: by});
	},
});

const accounts = (trx: Knex) =>
	trx('member_accounts')
		.join('books', 'books.id', 'member_accounts.book_id')
		.select('member_accounts.*', 'books.code as book');

type AccountRow = {
	book: string;
	id: string;
	member_id: string;
	kind: MemberAccountKind;
	bank: string;
	number: string;
	holder: string;
	since: string;
	until: string | null;
	recorded_by: string;
};

const toAccount = (row: AccountRow): MemberAccount => ({
	id: row.id as MemberAccountId,
	book: row.book as BookCode,
	member: row.member_id as MemberId,
	kind: row.kind,
	bank: row.bank,
	number: row.number,
	holder: row.holder,
	since: row.since as LocalDate,
	...(row.until === null ? {} : {until: row.until as LocalDate}),
	recordedBy: row.recorded_by,
});
