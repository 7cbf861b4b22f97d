import type {Knex} from 'knex';
import type {LocalDate} from '../../kernel/local-date.ts';
import {rupiah} from '../../kernel/money.ts';
import type {Book} from '../../ledger/index.ts';
import type {ExplanationStore, Subject} from '../ports.ts';
import type {Turnover} from '../turnover.ts';

/** What stands behind the balance of one account. */
export const createExplanationStore = (trx: Knex): ExplanationStore => ({
	async isDimensionKnown(book, dimension, id) {
		const row = await trx('lines')
			.where({book_id: book.id, [`${dimension}_id`]: id})
			.first('side');
		return row !== undefined;
	},
	async movedEntries(book, subject, {asOf, upTo, before, limit}) {
		const {rows} = await trx.raw<{rows: MovedRow[]}>(movedSql(subject, before !== undefined), {
			...bindings(book, subject),
			asOf: before?.effectiveOn ?? asOf,
			number: before?.number ?? 0,
			upTo,
			limit,
		});
		return rows.map(toMovedEntry);
	},
	async lastTouch(book, subject, {asOf, upTo}) {
		const sql = subject.loan === undefined ? lastTouchSql(subject) : lastTouchOfLoanSql(subject);
		const {rows} = await trx.raw<{rows: {number: number; hash: string}[]}>(sql, {
			...bindings(book, subject),
			zone: book.timeZone,
			asOf,
			upTo,
		});
		return rows[0];
	},
	async hashOf(book, number) {
		const row: {hash: string} | undefined = await trx('entries')
			.where({book_id: book.id, number})
			.first(trx.raw(`encode(hash, 'hex') as hash`));
		return row?.hash;
	},
	async sealedMonthBefore(book, day) {
		const row: {ends_on: string} | undefined = await trx('sealed_months')
			.where({book_id: book.id})
			.where('ends_on', '<', day)
			.orderBy('ends_on', 'desc')
			.first('ends_on');
		return row?.ends_on as LocalDate | undefined;
	},
	...createTurnoverReader(trx),
	...createAssertionReader(trx),
});

const createTurnoverReader = (
	trx: Knex,
): Pick<ExplanationStore, 'loanTurnover' | 'kindTurnovers' | 'turnoverOfDayAfter'> => ({
	async loanTurnover(book, subject, {asOf, upTo}) {
		const {rows} = await trx.raw<{rows: SumRow[]}>(
			`select ${sides} from lines
			where book_id = :book and account_code = :account and effective_on <= :asOf
				and entry_number <= :upTo ${filters(subject)}`,
			{...bindings(book, subject), asOf, upTo},
		);
		return toTurnover(rows[0]!);
	},
	async kindTurnovers(book, subject, {after, asOf, upTo}) {
		const {rows} = await trx.raw<{rows: KindRow[]}>(
			`select kind, count(distinct entry_number) as entries, ${sides}
			from lines
			where book_id = :book and account_code = :account and effective_on <= :asOf
				and entry_number <= :upTo ${after === undefined ? '' : 'and effective_on > :after'}
				${filters(subject)}
			group by kind order by kind collate "C"`,
			{...bindings(book, subject), after: after ?? null, asOf, upTo},
		);
		return rows.map((row) => ({...toTurnover(row), kind: row.kind, entries: row.entries}));
	},
	async turnoverOfDayAfter(book, subject, {effectiveOn, number, upTo}) {
		const {rows} = await trx.raw<{rows: SumRow[]}>(
			`select ${sides} from lines
			where book_id = :book and account_code = :account and effective_on = :effectiveOn
				and entry_number > :number and entry_number <= :upTo ${filters(subject)}`,
			{...bindings(book, subject), effectiveOn, number, upTo},
		);
		return toTurnover(rows[0]!);
	},
});

const createAssertionReader = (trx: Knex): Pick<ExplanationStore, 'assertionsOn'> => ({
	async assertionsOn(book, subject, {asOf, upTo, knownAt, limit}) {
		const {rows} = await trx.raw<{rows: AssertionRow[]}>(assertionsSql(subject), {
			...bindings(book, subject),
			asOf,
			upTo,
			knownAt: knownAt ?? null,
			limit,
		});
		return rows.map((row) => ({
			number: row.number,
			assertedOn: row.asserted_on as LocalDate,
			source: row.source,
			document: row.document,
			...(row.fund_id === null ? {} : {fund: row.fund_id}),
			...(row.member_id === null ? {} : {member: row.member_id}),
			assertedBy: row.asserted_by,
			recordedAt: row.recorded_at,
			amount: rupiah(row.amount),
			...(row.difference === null ? {} : {difference: rupiah(row.difference)}),
			brokenBy: row.broken_by,
		}));
	},
});

const sides = `coalesce(sum(amount) filter (where side = 'debit'), 0) as debit,
	coalesce(sum(amount) filter (where side = 'credit'), 0) as credit`;

type SumRow = {debit: string; credit: string};
type KindRow = SumRow & {kind: string; entries: number};

const toTurnover = ({debit, credit}: SumRow): Turnover => ({
	debit: rupiah(debit),
	credit: rupiah(credit),
});

const bindings = (book: Book, {account, fund, loan}: Subject) => ({
	book: book.id,
	account: account.code,
	fund: fund ?? null,
	loan: loan ?? null,
});

/** What narrows lines to the fund and the loan asked for; nothing where none is. */
const filters = ({fund, loan}: Subject): string =>
	(fund === undefined ? '' : ' and fund_id = :fund') +
	(loan === undefined ? '' : ' and loan_id = :loan');

/** Newest first in the order in which they count; the next page starts below the last shown. */
const movedSql = (subject: Subject, isContinued: boolean): string => `
	with moved as (
		select effective_on, entry_number, ${sides}
		from lines
		where book_id = :book and account_code = :account and effective_on <= :asOf
			and entry_number <= :upTo ${filters(subject)}
			${isContinued ? 'and (effective_on < :asOf or entry_number < :number)' : ''}
		group by effective_on, entry_number
		order by effective_on desc, entry_number desc
		limit :limit
	)
	select moved.debit, moved.credit, entry.number, entry.effective_on, entry.recorded_at,
		entry.actor, entry.kind, entry.reason, entry.document, entry.reverses,
		encode(entry.hash, 'hex') as hash
	from moved
	join entries entry on entry.book_id = :book and entry.number = moved.entry_number
	order by entry.effective_on desc, entry.number desc
`;

type MovedRow = SumRow & {
	number: number;
	effective_on: string;
	recorded_at: Date;
	actor: string;
	kind: string;
	reason: string;
	document: string;
	reverses: number | null;
	hash: string;
};

const toMovedEntry = (row: MovedRow) => ({
	...toTurnover(row),
	number: row.number,
	effectiveOn: row.effective_on as LocalDate,
	recordedAt: row.recorded_at,
	actor: row.actor,
	kind: row.kind,
	reason: row.reason,
	document: row.document,
	...(row.reverses === null ? {} : {reverses: row.reverses}),
	hash: row.hash,
});

// The totals tell on which days the account was moved. The last of them may lie wholly after the
// last entry known, where that is of the same day; then it is the one before. Only those two days'
// entries are looked through, from the last one back.
const lastTouchSql = (subject: Subject): string => `
	with day as materialized (
		select distinct recorded_on from day_totals
		where book_id = :book and account_code = :account and effective_on <= :asOf
			and recorded_on <= (
				select cast(recorded_at at time zone :zone as date) from entries
				where book_id = :book and number = :upTo
			)
			${subject.fund === undefined ? '' : 'and fund_id = :fund'}
		order by recorded_on desc limit 2
	)
	select entry.number, entry.hash
	from day
	cross join lateral (
		select moved.number, encode(moved.hash, 'hex') as hash from entries moved
		where moved.book_id = :book and moved.number <= :upTo
			and moved.recorded_at >= cast(day.recorded_on as timestamp) at time zone :zone
			and moved.recorded_at < cast(day.recorded_on + 1 as timestamp) at time zone :zone
			and exists (
				select from lines
				where book_id = moved.book_id and entry_number = moved.number
					and account_code = :account and effective_on <= :asOf ${filters(subject)}
			)
		-- The order of numbers, told by the time so that its index serves.
		order by moved.recorded_at desc, moved.number desc limit 1
	) entry
	order by entry.number desc limit 1
`;

const lastTouchOfLoanSql = (subject: Subject): string => `
	select number, encode(hash, 'hex') as hash from entries
	where book_id = :book and number = (
		select max(entry_number) from lines
		where book_id = :book and account_code = :account and effective_on <= :asOf
			and entry_number <= :upTo ${filters(subject)}
	)
`;

type AssertionRow = {
	number: number;
	asserted_on: string;
	source: string;
	document: string;
	fund_id: string | null;
	member_id: string | null;
	asserted_by: string;
	recorded_at: Date;
	amount: string;
	difference: string | null;
	broken_by: number[];
};

// What stands now, and what came after the last entry known taken back: so it stood then. What came
// after is read once for all of them, the newest first.
const assertionsSql = (subject: Subject): string => `
	with late as materialized (
		select line.effective_on, line.fund_id, line.member_id,
			sum(case when line.side = account.normal_side
				then line.amount else -line.amount end) as change
		from lines line
		join accounts account on account.book_id = line.book_id and account.code = line.account_code
		where line.book_id = :book and line.account_code = :account and line.entry_number > :upTo
			and line.effective_on <= :asOf
		group by 1, 2, 3
	)
	select assertion.*, standing.difference + (
			select coalesce(sum(late.change), 0) from late
			where late.effective_on <= assertion.asserted_on
				and (assertion.fund_id is null or assertion.fund_id = late.fund_id)
				and (assertion.member_id is null or assertion.member_id = late.member_id)
		) as difference,
		(
			select coalesce(jsonb_agg(broken.entry_number order by broken.entry_number), '[]')
			from assertion_breaks broken
			where broken.book_id = assertion.book_id and broken.assertion_number = assertion.number
				and broken.entry_number <= :upTo
		) as broken_by
	from balance_assertions assertion
	left join assertion_standings standing on standing.book_id = assertion.book_id
		and standing.number = assertion.number
	where assertion.book_id = :book and assertion.account_code = :account
		and assertion.asserted_on <= :asOf
		and assertion.recorded_at <= coalesce(cast(:knownAt as timestamptz), 'infinity')
		${subject.fund === undefined ? '' : 'and assertion.fund_id = :fund'}
		${subject.loan === undefined ? '' : 'and false'}
	order by assertion.asserted_on desc, assertion.number desc
	limit :limit
`;
