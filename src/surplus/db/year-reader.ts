import type {Knex} from 'knex';
import {cooperativeAccounts} from '../../cooperatives/index.ts';
import type {MemberId} from '../../kernel/ids.ts';
import {rupiah} from '../../kernel/money.ts';
import {yearClosingKind} from '../../ledger/index.ts';
import type {SurplusStore} from '../ports.ts';

const {currentSurplus} = cooperativeAccounts;

/** What the journal says of the surplus of years and of what members earned and saved. */
export const createYearReader = (
	trx: Knex,
): Pick<SurplusStore, 'findClosing' | 'held' | 'bases' | 'shareDifferences'> => ({
	async findClosing(book, year, known) {
		const {rows} = await trx.raw<{rows: ClosingRow[]}>(closingSql, {
			book: book.id,
			year,
			kind: yearClosingKind,
			asOf: known?.asOf ?? null,
			upTo: known?.upTo ?? null,
		});
		const [first] = rows;
		if (!first) return undefined;
		// Income that expenses took to the sen leaves a closing with no line of equity.
		const carried = rows.filter((row): row is CarriedRow => row.account_code !== null);
		const elsewhere = carried.find((row) => row.account_code !== currentSurplus)?.account_code;
		return {
			year,
			closingEntry: first.number,
			closedBy: first.actor,
			...(elsewhere === undefined ? {} : {elsewhere}),
			funds: carried.map(({fund_id: fund, amount}) => ({
				...(fund === null ? {} : {fund}),
				amount: rupiah(amount),
			})),
		};
	},
	async held(book) {
		const {rows} = await trx.raw<{rows: {held: string}[]}>(heldSql, {
			book: book.id,
			account: currentSurplus,
		});
		return rupiah(rows[0]!.held);
	},
	async bases(book, {year, products}) {
		const {rows} = await trx.raw<{rows: BaseRow[]}>(basesSql, {
			book: book.id,
			year,
			products: [...products],
		});
		return rows.map((row) => ({
			member: row.member_id as MemberId,
			savings: rupiah(row.savings_base),
			business: rupiah(row.business_base),
		}));
	},
	async shareDifferences(book) {
		const {rows} = await trx.raw<{rows: DifferenceRow[]}>(differencesSql, {book: book.id});
		return rows.map((row) => ({
			member: row.member_id as MemberId,
			left: rupiah(row.kept),
			booked: rupiah(row.booked),
		}));
	},
});

const closingSql = `
	select entry.number, entry.actor, line.account_code, line.fund_id,
		sum(case line.side when 'credit' then line.amount else -line.amount end)
			::numeric(38, 2) as amount
	from entries entry
	left join (lines line
		join accounts account on account.book_id = line.book_id
			and account.code = line.account_code and account.class = 'equity')
		on line.book_id = entry.book_id and line.entry_number = entry.number
	where entry.book_id = :book and entry.kind = :kind and entry.reverses is null
		and entry.effective_on = make_date(:year::integer, 12, 31)
		and entry.effective_on <= coalesce(:asOf::date, entry.effective_on)
		and entry.number <= coalesce(:upTo::bigint, entry.number)
		and not exists (select from entries reversal
			where reversal.book_id = entry.book_id and reversal.reverses = entry.number
				and reversal.number <= coalesce(:upTo::bigint, reversal.number))
	group by entry.number, entry.actor, line.account_code, line.fund_id
	order by line.fund_id nulls first
`;

const heldSql = `
	select coalesce(sum(credits - debits), 0)::numeric(38, 2) as held from day_totals
	where book_id = :book and account_code = :account
`;

const basesSql = `
	select base.* from surplus_bases(:book, :year, :products::text[],
		(select number from book_tips where book_id = :book)) base
	order by base.member_id
`;

const differencesSql = `
	with kept as (
		select own.member_id, sum(own.savings_share + own.business_share
			- surplus_paid(own.book_id, own.distribution_id, own.member_id)) as amount
		from surplus_shares own
		join surplus_distributions distribution on distribution.book_id = own.book_id
			and distribution.id = own.distribution_id
		where own.book_id = :book
			and surplus_stands(own.book_id, distribution.first_entry)
		group by own.member_id
	), booked as (
		select member_id, sum(case side when 'credit' then amount else -amount end) as amount
		from lines where book_id = :book and account_code = '2.4.02' group by member_id
	)
	select coalesce(kept.member_id, booked.member_id) as member_id,
		coalesce(kept.amount, 0)::numeric(38, 2) as kept,
		coalesce(booked.amount, 0)::numeric(38, 2) as booked
	from kept full join booked on booked.member_id = kept.member_id
	where coalesce(kept.amount, 0) <> coalesce(booked.amount, 0)
	order by 1
`;

type ClosingRow = {
	number: number;
	actor: string;
	account_code: string | null;
	fund_id: string | null;
	amount: string | null;
};
type CarriedRow = ClosingRow & {account_code: string; amount: string};
type BaseRow = {member_id: string; savings_base: string; business_base: string};
type DifferenceRow = {member_id: string; kept: string; booked: string};
