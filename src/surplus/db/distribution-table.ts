import type {Knex} from 'knex';
import {rupiah, toText} from '../../kernel/money.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import type {Book} from '../../ledger/index.ts';
import type {SurplusDistribution} from '../distribution.ts';
import type {Known, SurplusStore} from '../ports.ts';
import {type DistributionRow, type ShareRow, toDistribution, toShare} from './rows.ts';
import {createRuleTable} from './rule-table.ts';

export const createDistributionTable = (
	trx: Knex,
): Pick<
	SurplusStore,
	'record' | 'findDistribution' | 'distributions' | 'findStanding' | 'shares' | 'shareOf' | 'paidOf'
> => ({
	...createRecorder(trx),
	async findDistribution(book, id) {
		const [found] = await readDistributions(trx, book, {id});
		return found;
	},
	distributions: async (book, known) => readDistributions(trx, book, known ? {known} : {}),
	async findStanding(book, year, known) {
		const found = await readDistributions(trx, book, {year, ...(known ? {known} : {})});
		return found.find(({reversal}) => reversal === undefined);
	},
	async shares(book, distribution, {known, after = 0, limit}) {
		const {rows} = await trx.raw<{rows: ShareRow[]}>(sharesSql, {
			book: book.id,
			distribution,
			after,
			limit: limit ?? null,
			asOf: known?.asOf ?? null,
			upTo: known?.upTo ?? null,
		});
		return rows.map(toShare);
	},
	async shareOf(book, distribution, member) {
		const {rows} = await trx.raw<{rows: {share: string; paid: string}[]}>(shareSql, {
			book: book.id,
			distribution,
			member,
		});
		return {share: rupiah(rows[0]!.share), paid: rupiah(rows[0]!.paid)};
	},
	async paidOf(book, distribution) {
		const {rows} = await trx.raw<{rows: {paid: string; last: string | null}[]}>(paidSql, {
			book: book.id,
			distribution,
		});
		const {paid, last} = rows[0]!;
		return {paid: rupiah(paid), lastReversedOn: (last as LocalDate | null) ?? undefined};
	},
});

const sharesSql = `
	select own.*, member.number, member.name, coalesce(paid.amount, 0)::numeric(38, 2) as paid
	from surplus_shares own
	join members member on member.book_id = own.book_id and member.id = own.member_id
	left join (
		select payout.member_id, sum(payout.amount) as amount
		from surplus_payouts payout
		where payout.book_id = :book and payout.distribution_id = :distribution
			and payout.paid_on <= coalesce(:asOf::date, payout.paid_on)
			and payout.entry_number <= coalesce(:upTo::bigint, payout.entry_number)
			and not exists (select from entries reversal
				where reversal.book_id = payout.book_id
					and reversal.reverses = payout.entry_number
					and reversal.effective_on <= coalesce(:asOf::date, reversal.effective_on)
					and reversal.number <= coalesce(:upTo::bigint, reversal.number))
		group by payout.member_id
	) paid on paid.member_id = own.member_id
	where own.book_id = :book and own.distribution_id = :distribution
		and member.number > :after
	order by member.number
	limit :limit
`;

const shareSql = `
	select coalesce(sum(savings_share + business_share), 0)::numeric(38, 2) as share,
		surplus_paid(:book, :distribution, :member) as paid
	from surplus_shares
	where book_id = :book and distribution_id = :distribution and member_id = :member
`;

const paidSql = `
	select surplus_paid(:book, :distribution, null) as paid, (
		select max(reversal.effective_on)::text
		from surplus_payouts payout
		join entries reversal on reversal.book_id = payout.book_id
			and reversal.reverses = payout.entry_number
		where payout.book_id = :book and payout.distribution_id = :distribution
	) as last
`;

const createRecorder = (trx: Knex): Pick<SurplusStore, 'record'> => ({
	async record(book, it, shares) {
		await trx.raw('select surplus_record(:book, :told::jsonb)', {
			book: book.id,
			told: JSON.stringify({
				id: it.id,
				year: it.year,
				decided_on: it.decidedOn,
				document: it.document,
				rule_version: it.rule.version,
				surplus: toText(it.surplus),
				closing_entry: it.closingEntry,
				first_entry: it.firstEntry,
				last_entry: it.lastEntry,
				recorded_by: it.recordedBy,
				parts: it.parts.map(({share, amount, base}, index) => ({
					position: index + 1,
					share: toText(share),
					amount: toText(amount),
					base: base === undefined ? null : toText(base),
				})),
				shares: shares.map((one) => ({
					member_id: one.member,
					savings_base: toText(one.savings),
					business_base: toText(one.business),
					savings_share: toText(one.savingsShare),
					business_share: toText(one.businessShare),
				})),
			}),
		});
	},
});

async function readDistributions(
	trx: Knex,
	book: Book,
	{id, year, known}: {readonly id?: string; readonly year?: number; readonly known?: Known},
): Promise<SurplusDistribution[]> {
	const {rows} = await trx.raw<{rows: DistributionRow[]}>(
		`select own.*, reversal.number as reversal_entry, reversal.effective_on as reversed_on, (
			select jsonb_agg(jsonb_build_object('share', part.share::text,
				'amount', part.amount::text, 'base', part.base::text) order by part.position)
			from surplus_distribution_parts part
			where part.book_id = own.book_id and part.distribution_id = own.id
		) as parts
		from surplus_distributions own
		left join entries reversal on reversal.book_id = own.book_id
			and reversal.reverses = own.first_entry
			and reversal.effective_on <= coalesce(:asOf::date, reversal.effective_on)
			and reversal.number <= coalesce(:upTo::bigint, reversal.number)
		where own.book_id = :book and own.id = coalesce(:id::uuid, own.id)
			and own.year = coalesce(:year::integer, own.year)
			and own.decided_on <= coalesce(:asOf::date, own.decided_on)
			and own.last_entry <= coalesce(:upTo::bigint, own.last_entry)
		order by own.first_entry`,
		{
			book: book.id,
			id: id ?? null,
			year: year ?? null,
			asOf: known?.asOf ?? null,
			upTo: known?.upTo ?? null,
		},
	);
	if (rows.length === 0) return [];
	const rules = new Map(
		(await createRuleTable(trx).rules(book)).map((rule) => [rule.version, rule]),
	);
	return rows.map((row) => toDistribution(row, rules.get(row.rule_version)!));
}
