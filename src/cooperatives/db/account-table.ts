import type {Knex} from 'knex';
import type {BookCode, MemberAccountId, MemberId} from '../../kernel/ids.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import {sealedAbout} from '../../kernel/personal-data.ts';
import type {SecretBox} from '../../kernel/secret-box.ts';
import type {MemberAccount, MemberAccountKind} from '../member-account.ts';
import type {MemberAccountStore} from '../ports.ts';

/**
 * Accounts of members. The number is read and written here and nowhere else; whoever looks for the
 * same number has its digest.
 */
export const createMemberAccountTable = (trx: Knex, secrets: SecretBox): MemberAccountStore => ({
	async findMemberAccount(id) {
		const row: AccountRow | undefined = await accounts(trx).where('member_accounts.id', id).first();
		return row && toAccount(row, secrets);
	},
	async listMemberAccounts(member) {
		const rows: AccountRow[] = await accounts(trx)
			.where('member_accounts.member_id', member)
			.orderBy(['member_accounts.since', 'member_accounts.id']);
		return rows.map((row) => toAccount(row, secrets));
	},
	async insertMemberAccount(book, account, at) {
		await trx('member_accounts').insert({
			book_id: book.id,
			id: account.id,
			member_id: account.member,
			kind: account.kind,
			bank: account.bank,
			...sealNumber(account, secrets),
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
	number_sealed: string;
	holder: string;
	since: string;
	until: string | null;
	recorded_by: string;
};

/** The number sealed, and by which digest it is found again. */
export const sealNumber = (
	{id, number}: Pick<MemberAccount, 'id' | 'number'>,
	secrets: SecretBox,
) => ({
	number_sealed: secrets.seal(number, accountAbout(id)),
	number_digest: secrets.digests(number, 'account')[0],
});

export const openNumber = (id: string, sealed: string, secrets: SecretBox): string =>
	// What was erased stands there as a word.
	sealed === 'erased' ? '' : secrets.open(sealed, accountAbout(id));

const accountAbout = (id: string): string => sealedAbout('member_accounts', 'number', id);

const toAccount = (row: AccountRow, secrets: SecretBox): MemberAccount => ({
	id: row.id as MemberAccountId,
	book: row.book as BookCode,
	member: row.member_id as MemberId,
	kind: row.kind,
	bank: row.bank,
	number: openNumber(row.id, row.number_sealed, secrets),
	holder: row.holder,
	since: row.since as LocalDate,
	...(row.until === null ? {} : {until: row.until as LocalDate}),
	recordedBy: row.recorded_by,
});
