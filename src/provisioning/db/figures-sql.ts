import type {Knex} from 'knex';
import {cooperativeAccounts, loanAccounts} from '../../cooperatives/index.ts';
import type {LoanId} from '../../kernel/ids.ts';
import type {Portfolio} from '../ports.ts';

/** Every figure of this room is read from this one function of the database. */
export const figures = `provisioning_classes(:asOf, :owedAccounts, :principalAccounts,
	cast(:books as integer[]), cast(:loan as uuid), cast(:knownAt as timestamptz),
	cast(:policy as text))`;

export const figureBindings = (
	{asOf, knownAt, books, policy}: Portfolio,
	loan?: LoanId,
): Record<string, Knex.Value> => ({
	asOf,
	owedAccounts: [...loanAccounts.owed],
	principalAccounts: [...loanAccounts.principal],
	books: books === undefined ? null : books.map(({id}) => id),
	loan: loan ?? null,
	knownAt: knownAt ?? null,
	policy: policy ?? null,
});

/** One page of loans, each with a row for every policy. */
export const pageSql = `
	with figure as materialized (
		select books.code as book, figures.* from ${figures} figures
		join books on books.id = figures.book_id
	),
	page as (
		select distinct book, number from figure
		where cast(:afterBook as text) is null
			or (book, number) > (:afterBook, cast(:afterNumber as integer))
		order by book, number limit :limit
	)
	select figure.* from figure join page using (book, number)
	order by figure.book, figure.number, figure.policy_code
`;

export const sumsSql = `
	select policy_code, class_position, count(*)::integer as loans, sum(owed) as owed,
		sum(principal) as principal, sum(collateral) as collateral, sum(base) as base,
		sum(provision) as provision
	from ${figures}
	group by policy_code, class_position
	order by policy_code, class_position
`;

/** The control accounts by the ledger's own totals, which no figure above is read from. */
export const controlSql = `
	select
		coalesce(sum(moved.debits - moved.credits)
			filter (where moved.account_code = any (:owedAccounts)), 0) as owed,
		coalesce(sum(moved.debits - moved.credits)
			filter (where moved.account_code = any (:principalAccounts)), 0) as principal,
		coalesce(sum(moved.credits - moved.debits)
			filter (where moved.account_code = :allowance), 0) as allowance
	from books
	cross join lateral ledger_turnovers(books.id, :asOf, cast(:knownAt as timestamptz)) moved
	where books.kind = 'cooperative'
		and (bergulir_all_books() or books.id = any (bergulir_books()))
		and (cast(:books as integer[]) is null or books.id = any (cast(:books as integer[])))
`;

export const bookedSql = `
	select nullif(fund_id, '00000000-0000-0000-0000-000000000000') as fund_id,
		sum(credits - debits) as amount
	from ledger_turnovers(:book, :asOf, null, :allowance)
	group by 1 having sum(credits - debits) <> 0
`;

export const {allowance} = cooperativeAccounts;
