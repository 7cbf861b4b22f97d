import type {Knex} from 'knex';
import type {BookCode} from '../../kernel/ids.ts';
import {type LocalDate, daysBetween} from '../../kernel/local-date.ts';
import {rupiah} from '../../kernel/money.ts';
import type {PastWrite} from '../effect.ts';
import type {ApprovalStore} from '../ports.ts';
import {type RowWrite, isEntryName, rowWrites} from '../write.ts';

/** What the trail calls writes that are no entries; of products it does not tell. */
const acts: Readonly<Record<Exclude<RowWrite, 'product.change'>, string>> = {
	'member.erase': 'personal-data.erase',
	'user.create': 'user.create',
	'user.activate': 'user.activate',
	'user.deactivate': 'user.deactivate',
	'grant.give': 'grant.give',
	'grant.revoke': 'grant.revoke',
	'delegation.give': 'delegation.give',
	'approval-policy.change': 'approval-policy.set',
	'separation.change': 'separation.set',
	'limit.change': 'limit.set',
};

/** The writes of the past that a policy may name, over a transaction. */
export const createPastWrites = (trx: Knex): Pick<ApprovalStore, 'writesBetween'> => ({
	async writesBetween({write, from, to, after, limit}) {
		if (!isEntryName(write)) return {writes: await rowsBetween(trx, write, from, to)};
		const isReversal = write.endsWith('.reverse');
		const kind = write.replace(/\.reverse$/u, '');
		// The index on when an entry was recorded knows moments and no days of account.
		const {rows} = await trx.raw<{rows: EntryRow[]}>(
			`select books.id as book_id, books.code as book, written.number, written.kind,
				written.reverses is not null as is_reversal, written.effective_on,
				(written.recorded_at at time zone books.time_zone)::date as recorded_on, (
					select sum(line.amount) from lines line
					where line.book_id = written.book_id and line.entry_number = written.number
						and line.side = 'debit')::text as amount
			from entries written join books on books.id = written.book_id
			where written.recorded_at >= ?::date - interval '2 days'
				and written.recorded_at < ?::date + interval '3 days'
				and (written.recorded_at at time zone books.time_zone)::date between ? and ?
				and (written.reverses is not null) = ?
				and (? in ('entry', written.kind))
				and (written.book_id, written.number) > (?, ?)
			order by written.book_id, written.number limit ?`,
			[from, to, from, to, isReversal, kind, after?.book ?? 0, after?.number ?? 0, limit],
		);
		const last = rows.length < limit ? undefined : rows.at(-1);
		return {
			writes: rows.map(toEntry),
			...(last === undefined ? {} : {next: {book: last.book_id, number: last.number}}),
		};
	},
});

type EntryRow = {
	book_id: number;
	book: BookCode;
	number: number;
	kind: string;
	is_reversal: boolean;
	effective_on: LocalDate;
	recorded_on: LocalDate;
	amount: string;
};

const toEntry = (row: EntryRow): PastWrite => ({
	name: row.is_reversal ? `${row.kind}.reverse` : row.kind,
	book: row.book,
	amount: rupiah(row.amount),
	effectiveOn: row.effective_on,
	backdatedDays: daysBetween(row.effective_on, row.recorded_on),
	recordedOn: row.recorded_on,
});

/** What is no entry: products from their table, all else from the trail of what was done. */
async function rowsBetween(
	trx: Knex,
	write: string,
	from: LocalDate,
	to: LocalDate,
): Promise<PastWrite[]> {
	const name = rowWrites.find((one) => one === write);
	if (name === undefined) return [];
	const zone = `(select coalesce(min(time_zone), 'Asia/Jakarta') from books)`;
	const {rows} =
		name === 'product.change'
			? await trx.raw<{rows: RowOfDay[]}>(
					`select books.code as book,
						(made.created_at at time zone books.time_zone)::date as recorded_on
					from loan_products made join books on books.id = made.book_id
					where (made.created_at at time zone books.time_zone)::date between ? and ?`,
					[from, to],
				)
			: await trx.raw<{rows: RowOfDay[]}>(
					`select null as book, (recorded_at at time zone ${zone})::date as recorded_on
					from trail_acts where kind = ? and outcome = 'done'
						and (recorded_at at time zone ${zone})::date between ? and ?`,
					[acts[name], from, to],
				);
	return rows.map(({book, recorded_on}) => ({
		name,
		...(book === null ? {} : {book}),
		backdatedDays: 0,
		recordedOn: recorded_on,
	}));
}

type RowOfDay = {book: BookCode | null; recorded_on: LocalDate};
