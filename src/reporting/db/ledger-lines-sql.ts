import type {Knex} from 'knex';
import type {Book, Side} from '../../ledger/index.ts';
import type {LineFilter, LineQuestion} from '../ledger-ports.ts';

export type Bindings = Readonly<Record<string, Knex.RawBinding>>;

export const bindingsOf = (book: Book, question: LineQuestion): Bindings => ({
	book: book.id,
	from: question.from,
	asOf: question.asOf,
	upTo: question.upTo,
	knownAt: question.knownAt ?? null,
	accounts: [...(question.accounts ?? [])],
	kinds: [...(question.kinds ?? [])],
	exceptKinds: [...(question.exceptKinds ?? [])],
	side: question.side ?? null,
	fund: question.fund ?? null,
	loan: question.loan ?? null,
	member: question.member ?? null,
});

// Of what is in the rollup.
const filterOfTotals = ({accounts, kinds, exceptKinds, fund}: LineFilter): string =>
	(accounts === undefined ? '' : ' and account_code = any (cast(:accounts as text[]))') +
	(kinds === undefined ? '' : ' and kind = any (cast(:kinds as text[]))') +
	(exceptKinds === undefined ? '' : ' and kind <> all (cast(:exceptKinds as text[]))') +
	(fund === undefined ? '' : ' and fund_id = :fund');

const filterOfLines = (filter: LineFilter): string =>
	filterOfTotals(filter) +
	(filter.side === undefined ? '' : ' and side = :side') +
	(filter.loan === undefined ? '' : ' and loan_id = :loan') +
	(filter.member === undefined ? '' : ' and member_id = :member');

const isInTotals = ({side, loan, member}: LineFilter): boolean =>
	side === undefined && loan === undefined && member === undefined;

const known = `book_id = :book and effective_on <= :asOf and entry_number <= :upTo`;

/** Which lines of the period are meant. */
export const withinSql = (filter: LineFilter): string =>
	`${known} and effective_on >= :from ${filterOfLines(filter)}`;

const debitSql = `case side when 'debit' then amount else 0 end`;
const creditSql = `case side when 'credit' then amount else 0 end`;

const movedSql = (filter: LineFilter): string =>
	isInTotals(filter)
		? `select account_code, debits, credits, true as is_before
			from ledger_turnovers(:book, cast(:from as date) - 1, cast(:knownAt as timestamptz))
			where true ${filterOfTotals(filter)}
			union all
			select account_code, debits, credits, false
			from ledger_turnovers(:book, :asOf, cast(:knownAt as timestamptz))
			where true ${filterOfTotals(filter)}`
		: `select account_code, ${debitSql} as debits, ${creditSql} as credits, period.is_before
			from lines
			-- Whatever was moved before the period counts to its end as well.
			join (values (true), (false)) period (is_before)
				on not period.is_before or effective_on < cast(:from as date)
			where ${known} ${filterOfLines(filter)}`;

/**
 * The accounts that were moved or asked for: all debits and credits up to the period and up to its
 * end, from the totals wherever these know what is asked, and else from the lines.
 */
export const spansSql = (filter: LineFilter): string => `
	select account.*,
		cast(coalesce(moved.debits_before, 0) as numeric(38, 2)) as debits_before,
		cast(coalesce(moved.credits_before, 0) as numeric(38, 2)) as credits_before,
		cast(coalesce(moved.debits, 0) as numeric(38, 2)) as debits,
		cast(coalesce(moved.credits, 0) as numeric(38, 2)) as credits
	from accounts account
	left join (
		select account_code,
			sum(debits) filter (where is_before) as debits_before,
			sum(credits) filter (where is_before) as credits_before,
			sum(debits) filter (where not is_before) as debits,
			sum(credits) filter (where not is_before) as credits
		from (${movedSql(filter)}) part
		group by account_code
		having sum(debits) <> 0 or sum(credits) <> 0
	) moved on moved.account_code = account.code
	where account.book_id = :book
		and ${
			filter.accounts === undefined
				? 'moved.account_code is not null'
				: 'account.code = any (cast(:accounts as text[]))'
		}
	order by account.code
`;

/** The order of the general ledger: by account, and within it as lines count. */
const ledgerOrder = 'account_code, effective_on, entry_number, line_number';

// Of the entry as a whole, so that a line tells where its money came from or went to.
const counterSql = `(
	select string_agg(distinct other.account_code, ' ' order by other.account_code)
	from lines other
	where other.book_id = :book and other.entry_number = line.entry_number
		and other.side <> line.side
)`;

/** A page of the lines of the period, from the first or after one, with what their entries say. */
export const ledgerPageSql = (filter: LineFilter, isLater: boolean): string => `
	select ${lineColumns('line')}, entry.reason, entry.document, ${counterSql} as counter_accounts
	from (
		select * from lines
		where ${withinSql(filter)}
			${isLater ? `and (${ledgerOrder}) > (:account, :on, :number, :line)` : ''}
		order by ${ledgerOrder} limit :limit
	) line
	join entries entry on entry.book_id = :book and entry.number = line.entry_number
	order by line.account_code, line.effective_on, line.entry_number, line.line_number
`;

const lineColumns = (of: string): string =>
	[
		'account_code',
		'effective_on',
		'entry_number',
		'line_number',
		'kind',
		'side',
		'amount',
		'fund_id',
		'loan_id',
		'member_id',
	]
		.map((column) => `${of}.${column}`)
		.join(', ');

const isFiltered = ({asOf: _, upTo: __, knownAt: ___, from: ____, ...filter}: LineQuestion) =>
	Object.keys(filter).length > 0;

const codesOn = (side: Side): string =>
	`string_agg(distinct account_code, ' ' order by account_code) filter (where side = '${side}')`;

// All lines at once: the other sides of their entries are put together entry by entry, which costs
// a tenth of asking for each line.
const allLinesSql = (question: LineQuestion): string => `
	select ${lineColumns('within')}, entry.reason, entry.document,
		case within.side when 'debit' then posted.credited else posted.debited end
			as counter_accounts
	from (select * from lines where ${withinSql(question)}) within
	join entries entry on entry.book_id = :book and entry.number = within.entry_number
	join (
		select entry_number, ${codesOn('debit')} as debited, ${codesOn('credit')} as credited
		from lines
		where ${known} and effective_on >= :from ${
			isFiltered(question)
				? `and entry_number in (select entry_number from lines where ${withinSql(question)})`
				: ''
		}
		group by entry_number
	) posted on posted.entry_number = within.entry_number
`;

/** All lines of the period in the order of the general ledger, with what their entries say. */
export const ledgerLinesSql = (question: LineQuestion): string =>
	`${allLinesSql(question)} order by ${ledgerOrder}`;

/** What the account of a position had been moved by within the period, up to and including it. */
export const turnoverUpToSql = (filter: LineFilter): string => `
	select cast(coalesce(sum(${debitSql}), 0) as numeric(38, 2)) as debits,
		cast(coalesce(sum(${creditSql}), 0) as numeric(38, 2)) as credits
	from lines
	where ${withinSql(filter)} and account_code = :account
		and (effective_on, entry_number, line_number) <= (:on, :number, :line)
`;

/** How a text is written where it may hold anything. */
export type Written = (text: string) => string;

export const plain: Written = (text) => text;

/**
 * What csv.ts does to text: what a spreadsheet would take for a formula is kept from being one, and
 * a number may begin with a minus. Quoting is COPY's.
 */
export const guarded: Written = (text) => `nullif(case
	when ascii(${text}) in (9, 13, 43, 45, 61, 64) and ${text} !~ '^-[0-9]+([.][0-9]+){0,1}$'
	then '''' || ${text} else ${text} end, '')`;

const nameSql = (of: string): string =>
	`case cast(:language as text) when 'id' then ${of}.name_id else ${of}.name_en end`;

/**
 * The rows of the general ledger as its files show them: per account the opening, each line with
 * the balance after it, and the closing. Columns are named as those of its sheet.
 */
export const ledgerRowsSql = (question: LineQuestion, written: Written): string => `
	with span as (${spansSql(question)}),
	part as (
		select code as account_code, ${written(nameSql('span'))} as name, 0 as place,
			cast(null as date) as effective_on,
			cast(null as bigint) as entry_number, cast(null as smallint) as line_number,
			cast(null as text) as side, cast(null as numeric(20, 2)) as amount,
			case normal_side when 'debit' then debits_before - credits_before
				else credits_before - debits_before end as change,
			cast(:opening as text) as description, cast(null as text) as document,
			cast(null as text) as counter_accounts
		from span
		union all
		select line.account_code, ${written(nameSql('account'))}, 1, line.effective_on,
			line.entry_number, line.line_number,
			line.side, line.amount,
			case when line.side = account.normal_side then line.amount else -line.amount end,
			${written('line.reason')}, ${written('line.document')}, line.counter_accounts
		from (${allLinesSql(question)}) line
		join accounts account on account.book_id = :book and account.code = line.account_code
		union all
		select code, ${written(nameSql('span'))}, 2, null, null, null, null, null, 0,
			cast(:closing as text), null, null
		from span
	)
	select part.account_code as account, part.name, part.effective_on as date,
		part.entry_number as entry, part.description, part.document,
		part.counter_accounts as "counterAccounts",
		case part.side when 'debit' then part.amount when 'credit' then 0.00 end as debit,
		case part.side when 'credit' then part.amount when 'debit' then 0.00 end as credit,
		cast(sum(part.change) over (partition by part.account_code
			order by part.place, part.effective_on, part.entry_number, part.line_number
			rows unbounded preceding) as numeric(38, 2)) as balance
	from part
	order by part.account_code, part.place, part.effective_on, part.entry_number, part.line_number
`;

/** Lines in the order of the journal, with what their entries say. */
const journalColumns = `line.entry_number, line.line_number, line.effective_on, entry.recorded_at,
	entry.actor, line.kind, entry.reason, entry.document, entry.reverses, line.account_code,
	account.name_id, account.name_en, line.side, line.amount, line.fund_id, line.loan_id,
	line.member_id`;

const journalFrom = `
	join entries entry on entry.book_id = :book and entry.number = line.entry_number
	join accounts account on account.book_id = :book and account.code = line.account_code`;

/** Whole entries; a page of them goes on after one. */
export const journalSql = (filter: LineFilter, isPage: boolean): string => `
	select ${journalColumns}
	from (
		select * from lines
		where ${withinSql(filter)}
		${
			isPage
				? `and entry_number > :after and entry_number <= (
			select max(number) from (
				select number from entries
				where book_id = :book and number > :after and number <= :upTo
					and effective_on >= :from and effective_on <= :asOf
					${filter.kinds === undefined ? '' : 'and kind = any (cast(:kinds as text[]))'}
				order by number limit :entries
			) shown
		)`
				: ''
		}
	) line
	${journalFrom}
	order by line.entry_number, line.line_number
`;

export const journalTotalsSql = (filter: LineFilter): string => `
	select cast(count(distinct entry_number) as integer) as entries,
		cast(count(*) as integer) as lines,
		cast(coalesce(sum(${debitSql}), 0) as numeric(38, 2)) as debits,
		cast(coalesce(sum(${creditSql}), 0) as numeric(38, 2)) as credits
	from lines where ${withinSql(filter)}
`;

/** The rows of the journal as its files show them. */
export const journalRowsSql = (filter: LineFilter, written: Written): string => `
	select line.entry_number as entry, line.effective_on as date,
		to_char(entry.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
			as "recordedAt",
		${written('entry.actor')} as actor, line.kind, ${written('entry.reason')} as description,
		${written('entry.document')} as document, entry.reverses, line.account_code as account,
		${written(nameSql('account'))} as name,
		case line.side when 'debit' then line.amount else 0.00 end as debit,
		case line.side when 'credit' then line.amount else 0.00 end as credit
	from (select * from lines where ${withinSql(filter)}) line
	${journalFrom}
	order by line.entry_number, line.line_number
`;
