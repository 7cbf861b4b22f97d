import type {Knex} from 'knex';
import {loanAccounts} from '../../cooperatives/index.ts';
import type {BookCode, LoanId, MemberId} from '../../kernel/ids.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import {rupiah} from '../../kernel/money.ts';
import type {Death, DeathWithLoans, LoanLifeStore} from '../life-ports.ts';
import type {LoanStatus} from '../loan.ts';

/** Deaths of members, and the loans that they left. */
export const createDeathTable = (
	trx: Knex,
): Pick<
	LoanLifeStore,
	'findDeath' | 'nextDeathNumber' | 'insertDeath' | 'revokeDeath' | 'listDeaths'
> => ({
	async findDeath(book, member) {
		const row: DeathRow | undefined = await trx('member_deaths')
			.where({book_id: book.id, member_id: member})
			.whereNull('revoked_by')
			.first();
		return row && toDeath(row);
	},
	async nextDeathNumber(book, member) {
		const numbers: number[] = await trx('member_deaths')
			.where({book_id: book.id, member_id: member})
			.orderBy('number')
			.pluck('number');
		return (numbers.at(-1) ?? 0) + 1;
	},
	async insertDeath(book, {member, number, diedOn, document, recordedBy}, at) {
		await trx('member_deaths').insert({
			book_id: book.id,
			member_id: member,
			number,
			died_on: diedOn,
			document,
			recorded_by: recordedBy,
			recorded_at: at,
		});
	},
	async revokeDeath(book, {member, number}, {actor, at, reason}) {
		await trx('member_deaths')
			.where({book_id: book.id, member_id: member, number})
			.update({revoked_by: actor, revoked_at: at, revoke_reason: reason});
	},
	async listDeaths(book) {
		const {rows} = await trx.raw<{rows: ListedRow[]}>(listSql, {
			book: book ?? null,
			owed: [...loanAccounts.owed, '9.1.01'],
		});
		return rows.map(toListed);
	},
});

const listSql = `
	select death.*, books.code as book, members.name as member_name, left_open.loans
	from member_deaths death
	join books on books.id = death.book_id
	join members on members.book_id = death.book_id and members.id = death.member_id
	cross join lateral (
		select coalesce(jsonb_agg(jsonb_build_object('loan', loan.id, 'number', loan.number,
			'status', loan.status, 'owed', held.owed::text) order by loan.number), '[]') as loans
		from loans loan
		cross join lateral (
			select coalesce(sum(balance), 0)::numeric(38, 2) as owed from floor_balances
			where floor_balances.book_id = loan.book_id and dimension = loan.id
				and account_code = any (cast(:owed as text[]))
		) held
		where loan.book_id = death.book_id and loan.member_id = death.member_id
			and loan.status in ('applied', 'verified', 'approved', 'disbursed', 'written-off')
	) left_open
	where death.revoked_by is null and (cast(:book as text) is null or books.code = :book)
	order by books.code, death.died_on, death.member_id
`;

type DeathRow = {
	member_id: string;
	number: number;
	died_on: string;
	document: string;
	recorded_by: string;
};

type ListedRow = DeathRow & {
	book: string;
	member_name: string;
	loans: {loan: string; number: number; status: LoanStatus; owed: string}[];
};

const toDeath = (row: DeathRow): Death => ({
	member: row.member_id as MemberId,
	number: row.number,
	diedOn: row.died_on as LocalDate,
	document: row.document,
	recordedBy: row.recorded_by,
});

const toListed = (row: ListedRow): DeathWithLoans => ({
	...toDeath(row),
	book: row.book as BookCode,
	memberName: row.member_name,
	loans: row.loans.map(({loan, owed, ...one}) => ({
		...one,
		loan: loan as LoanId,
		owed: rupiah(owed),
	})),
});
