import type {Knex} from 'knex';
import type {AccountCode} from '../../kernel/ids.ts';
import {rupiah} from '../../kernel/money.ts';
import type {RestatementStore} from '../ports.ts';

/** What came between two moments, each question one statement over one snapshot. */
export const createRestatementStore = (trx: Knex): RestatementStore => ({
	async lastNumberAt(book, moment) {
		// Numbers follow the recorded time, so the last by time is the last by number.
		const row: {number: number} | undefined = await trx('entries')
			.where({book_id: book.id})
			.modify((query) => {
				if (moment !== undefined) void query.where('recorded_at', '<=', moment);
			})
			.orderBy([
				{column: 'recorded_at', order: 'desc'},
				{column: 'number', order: 'desc'},
			])
			.first('number');
		return row?.number ?? 0;
	},
	async lateTurnovers(book, range) {
		const {rows} = await trx.raw<{rows: LateTurnoverRow[]}>(lateTurnoversSql, {
			...range,
			book: book.id,
		});
		return rows.map((row) => ({
			code: row.account_code as AccountCode,
			before: {debit: rupiah(row.debit_before), credit: rupiah(row.credit_before)},
			within: {debit: rupiah(row.debit_within), credit: rupiah(row.credit_within)},
		}));
	},
	async lateCounts(book, range) {
		const {rows} = await trx.raw<{rows: [CountRow]}>(lateCountsSql, {...range, book: book.id});
		const [{before, within, booked_later: bookedLater}] = rows;
		return {before, within, bookedLater};
	},
	async lateNumbers(book, range) {
		const {rows} = await trx.raw<{rows: {number: number; is_within: boolean}[]}>(
			`select number, effective_on <= :to as is_within from entries
			where book_id = :book and number > :after and number <= :upTo
				and (effective_on between :from and :to or ${isBookedLater})
			order by number limit :limit`,
			{...range, book: book.id},
		);
		return rows.map(({number, is_within: isWithin}) => ({number, isWithin}));
	},
});

type LateTurnoverRow = {
	account_code: string;
	debit_before: string;
	credit_before: string;
	debit_within: string;
	credit_within: string;
};

const sumWhere = (side: string, comparison: string): string =>
	`coalesce(sum(amount) filter (where side = '${side}' and effective_on ${comparison} :from), 0)`;

const lateTurnoversSql = `
	select account_code,
		${sumWhere('debit', '<')} as debit_before, ${sumWhere('credit', '<')} as credit_before,
		${sumWhere('debit', '>=')} as debit_within, ${sumWhere('credit', '>=')} as credit_within
	from lines
	where book_id = :book and entry_number > :after and entry_number <= :upTo
		and effective_on <= :to
	group by account_code
`;

const isBookedLater = '(effective_on > :to and occurred_on between :from and :to)';

const lateCountsSql = `
	select count(*) filter (where effective_on < :from) as before,
		count(*) filter (where effective_on between :from and :to) as within,
		count(*) filter (where ${isBookedLater}) as booked_later
	from entries
	where book_id = :book and number > :after and number <= :upTo
		and (effective_on <= :to or ${isBookedLater})
`;

type CountRow = {before: number; within: number; booked_later: number};
