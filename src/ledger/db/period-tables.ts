import type {Knex} from 'knex';
import type {AccountCode} from '../../kernel/ids.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import {rupiah} from '../../kernel/money.ts';
import type {Book} from '../book.ts';
import type {FrozenTrialBalance} from '../closing.ts';
import type {Period} from '../period.ts';
import type {PeriodStore} from '../period-ports.ts';
import {yearClosingKind} from '../year-end.ts';

/** Months and years of a book: their closings, what was signed of them, what a year's end needs. */
export const createPeriodTables = (trx: Knex): PeriodStore => ({
	...createPeriodTable(trx),
	...createFrozenTable(trx),
	...createYearReader(trx),
});

const createPeriodTable = (
	trx: Knex,
): Pick<
	PeriodStore,
	'periods' | 'findPeriod' | 'openMonthBefore' | 'requestClose' | 'confirmClose' | 'reopen'
> => ({
	async periods(book) {
		const rows: PeriodRow[] = await trx('periods')
			.where({book_id: book.id})
			.orderBy([{column: 'starts_on'}, {column: 'sequence'}]);
		return rows.map(toPeriod);
	},
	async findPeriod(book, month) {
		const row: PeriodRow | undefined = await trx('periods')
			.where({book_id: book.id, starts_on: month})
			.orderBy('sequence', 'desc')
			.first();
		return row && toPeriod(row);
	},
	async openMonthBefore(book, month) {
		const {rows} = await trx.raw<{rows: {month: string | null}[]}>(
			'select ledger_open_month_before(?, ?) as month',
			[book.id, month],
		);
		return (rows[0]!.month ?? undefined) as LocalDate | undefined;
	},
	async requestClose(book, {startsOn, sequence}, actor, at) {
		await trx('periods').insert({
			book_id: book.id,
			starts_on: startsOn,
			sequence,
			requested_by: actor.name,
			requested_at: at,
		});
	},
	async confirmClose(book, closing, actor, at) {
		await trx('periods')
			.where(keyOf(book, closing))
			.update({confirmed_by: actor.name, confirmed_at: at});
	},
	async reopen(book, closing, actor, at, reason) {
		await trx('periods')
			.where(keyOf(book, closing))
			.update({reopened_by: actor.name, reopened_at: at, reopen_reason: reason});
	},
});

const keyOf = (book: Book, {startsOn, sequence}: Pick<Period, 'startsOn' | 'sequence'>) => ({
	book_id: book.id,
	starts_on: startsOn,
	sequence,
});

const createFrozenTable = (
	trx: Knex,
): Pick<
	PeriodStore,
	'balancesAt' | 'insertFrozen' | 'findFrozen' | 'listFrozen' | 'frozenDifferences'
> => ({
	async balancesAt(book, asOf) {
		const {rows} = await trx.raw<{rows: {account_code: string; balance: string}[]}>(
			`select account_code, balance from ledger_balances_at(?, ?)
			order by account_code collate "C"`,
			[book.id, asOf],
		);
		return rows.map(({account_code: account, balance}) => ({
			account: account as AccountCode,
			balance: rupiah(balance),
		}));
	},
	async insertFrozen(book, frozen) {
		await trx('frozen_trial_balances').insert({
			...keyOf(book, frozen),
			known_to_entry: frozen.knownToEntry,
			frozen_at: frozen.frozenAt,
			canonical: frozen.canonical,
			hash: Buffer.from(frozen.hash, 'hex'),
			key_id: frozen.keyId,
			public_key: frozen.publicKey,
			signature: frozen.signature,
		});
	},
	async findFrozen(book, month, sequence) {
		const row: FrozenRow | undefined = await trx('frozen_trial_balances')
			.where({book_id: book.id, starts_on: month})
			.modify((query) => {
				if (sequence !== undefined) void query.where({sequence});
			})
			.orderBy('sequence', 'desc')
			.first();
		return row && toFrozen(row);
	},
	async listFrozen(book) {
		const rows: FrozenRow[] = await trx('frozen_trial_balances')
			.where({book_id: book.id})
			.orderBy([{column: 'starts_on'}, {column: 'sequence'}]);
		return rows.map(toFrozen);
	},
	async frozenDifferences(book) {
		const {rows} = await trx.raw<{rows: FrozenDifferenceRow[]}>(frozenDifferencesSql, {
			book: book.id,
		});
		return rows.map((row) => ({
			startsOn: row.starts_on as LocalDate,
			sequence: row.sequence,
			knownToEntry: row.known_to_entry,
			...(row.account === null ? {} : {account: row.account}),
			...(row.frozen === null ? {} : {frozen: rupiah(row.frozen)}),
			...(row.summed === null ? {} : {summed: rupiah(row.summed)}),
		}));
	},
});

const createYearReader = (trx: Knex): Pick<PeriodStore, 'resultTotals' | 'findYearClosing'> => ({
	async resultTotals(book, to) {
		const {rows} = await trx.raw<{rows: ResultRow[]}>(resultTotalsSql, {book: book.id, to});
		return rows.map((row) => ({
			account: row.account_code as AccountCode,
			year: row.year,
			balance: rupiah(row.balance),
			...(row.fund_id === null ? {} : {fund: row.fund_id}),
			...(row.loan_id === null ? {} : {loan: row.loan_id}),
		}));
	},
	async findYearClosing(book, lastDay) {
		const row: {number: number} | undefined = await trx('entries')
			.where({
				'entries.book_id': book.id,
				'entries.effective_on': lastDay,
				'entries.kind': yearClosingKind,
			})
			.whereNull('entries.reverses')
			.leftJoin('entries as reversal', (join) =>
				join.on('reversal.book_id', 'entries.book_id').on('reversal.reverses', 'entries.number'),
			)
			.whereNull('reversal.number')
			.first('entries.number');
		return row?.number;
	},
});

// The text is compared as a value, so that neither its columns nor its rows can say something else.
// The lines are read once for all closings: summed by month and by how many closings were before
// them, so that a closing has those of its month or earlier that it or one before it knew.
const frozenDifferencesSql = `
	with closing as materialized (
		select frozen.*, (frozen.starts_on + interval '1 month')::date - 1 as ends_on,
			frozen.canonical::jsonb as written,
			dense_rank() over (order by frozen.known_to_entry) as place
		from frozen_trial_balances frozen
		where frozen.book_id = :book
	),
	cell as materialized (
		select line.account_code, date_trunc('month', line.effective_on::timestamp)::date as starts_on,
			width_bucket(line.entry_number - 1, marks.known) as places_before,
			sum(case line.side when 'debit' then line.amount else -line.amount end) as balance
		from lines line
		cross join (
			select array_agg(distinct known_to_entry order by known_to_entry) as known from closing
		) marks
		where line.book_id = :book and exists (select from closing)
		group by 1, 2, 3
	)
	select closing.starts_on, closing.sequence, closing.known_to_entry, difference.account,
		difference.frozen, difference.summed
	from closing
	join periods period on period.book_id = closing.book_id
		and period.starts_on = closing.starts_on and period.sequence = closing.sequence
	join books book on book.id = closing.book_id
	left join entries entry on entry.book_id = closing.book_id
		and entry.number = closing.known_to_entry
	cross join lateral (
		select null as account, null::numeric as frozen, null::numeric as summed
		where closing.written - 10 is distinct from jsonb_build_array(
				'bergulir/trial-balance/1', book.code, to_char(closing.starts_on, 'YYYY-MM'),
				closing.sequence, to_char(closing.ends_on, 'YYYY-MM-DD'), closing.known_to_entry,
				coalesce(encode(entry.hash, 'hex'), repeat('00', 32)),
				to_char(closing.frozen_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
				period.requested_by, period.confirmed_by)
			or (entry.number is null and closing.known_to_entry <> 0)
			or closing.hash <> sha256(convert_to(closing.canonical, 'UTF8'))
		union all
		select coalesce(signed.account, booked.account_code), signed.balance, booked.balance
		from (
			select item ->> 0 as account, (item ->> 1)::numeric - (item ->> 2)::numeric as balance
			from jsonb_array_elements(closing.written -> 10) item
		) signed
		full join (
			select account_code, sum(balance) as balance from cell
			where cell.starts_on <= closing.starts_on and cell.places_before < closing.place
			group by account_code
		) booked on booked.account_code = signed.account
		where signed.balance is distinct from booked.balance
	) difference
	order by closing.starts_on, closing.sequence, difference.account
`;

// From the totals, but for an account whose floor asks for a loan on each line: of loans there are
// none.
const resultTotalsSql = `
	select total.account_code,
		nullif(total.fund_id, '00000000-0000-0000-0000-000000000000') as fund_id, null::uuid as loan_id,
		extract(year from total.effective_on)::integer as year,
		sum(total.debits - total.credits) as balance
	from accounts account
	join day_totals total on total.book_id = account.book_id and total.account_code = account.code
	where account.book_id = :book and account.class in ('income', 'expense')
		and account.floor <> 'loan' and total.effective_on <= :to
	group by 1, 2, 3, 4
	union all
	select line.account_code, line.fund_id, line.loan_id,
		extract(year from line.effective_on)::integer,
		sum(case line.side when 'debit' then line.amount else -line.amount end)
	from accounts account
	join lines line on line.book_id = account.book_id and line.account_code = account.code
	where account.book_id = :book and account.class in ('income', 'expense')
		and account.floor = 'loan' and line.effective_on <= :to
	group by 1, 2, 3, 4
`;

type PeriodRow = {
	starts_on: string;
	sequence: number;
	requested_by: string;
	requested_at: Date;
	confirmed_by: string | null;
	confirmed_at: Date | null;
	reopened_by: string | null;
	reopened_at: Date | null;
	reopen_reason: string | null;
};

const toPeriod = (row: PeriodRow): Period => ({
	startsOn: row.starts_on as LocalDate,
	sequence: row.sequence,
	requestedBy: row.requested_by,
	requestedAt: row.requested_at,
	...(row.confirmed_by === null ? {} : {confirmedBy: row.confirmed_by}),
	...(row.confirmed_at === null ? {} : {confirmedAt: row.confirmed_at}),
	...(row.reopened_by === null ? {} : {reopenedBy: row.reopened_by}),
	...(row.reopened_at === null ? {} : {reopenedAt: row.reopened_at}),
	...(row.reopen_reason === null ? {} : {reopenReason: row.reopen_reason}),
});

type FrozenRow = {
	starts_on: string;
	sequence: number;
	known_to_entry: number;
	frozen_at: Date;
	canonical: string;
	hash: Buffer;
	key_id: string;
	public_key: string;
	signature: string;
};

const toFrozen = (row: FrozenRow): FrozenTrialBalance => ({
	startsOn: row.starts_on as LocalDate,
	sequence: row.sequence,
	knownToEntry: row.known_to_entry,
	frozenAt: row.frozen_at,
	canonical: row.canonical,
	hash: row.hash.toString('hex'),
	keyId: row.key_id,
	publicKey: row.public_key,
	signature: row.signature,
});

type FrozenDifferenceRow = {
	starts_on: string;
	sequence: number;
	known_to_entry: number;
	account: string | null;
	frozen: string | null;
	summed: string | null;
};

type ResultRow = {
	account_code: string;
	fund_id: string | null;
	loan_id: string | null;
	year: number;
	balance: string;
};
