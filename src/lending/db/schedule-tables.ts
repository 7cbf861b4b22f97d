import type {Knex} from 'knex';
import type {LocalDate} from '../../kernel/local-date.ts';
import {toText} from '../../kernel/money.ts';
import type {ScheduleVersion} from '../loan.ts';
import type {LendingStore} from '../ports.ts';
import {type InstalmentRow, toInstalment} from './rows.ts';

type ScheduleRow = {
	version: number;
	effective_on: string;
	rule: string;
	reason: string;
	entry_number: number | null;
};

/** The schedules of a loan, each in force from its day until the next. */
export const createScheduleTables = (
	trx: Knex,
): Pick<LendingStore, 'insertSchedule' | 'findSchedule' | 'listSchedules'> => ({
	async insertSchedule(book, loan, schedule, at) {
		const {version, effectiveOn, rule, reason, entryNumber, instalments} = schedule;
		const key = {book_id: book.id, loan_id: loan, version};
		await trx('loan_schedules').insert({
			...key,
			effective_on: effectiveOn,
			rule,
			reason,
			entry_number: entryNumber ?? null,
			recorded_at: at,
		});
		await trx('instalments').insert(
			instalments.map(({number, dueOn, principal, margin, owedAfter}) => ({
				...key,
				number,
				due_on: dueOn,
				principal: toText(principal),
				margin: toText(margin),
				owed_after: toText(owedAfter),
			})),
		);
	},
	async findSchedule(book, loan, on) {
		const row: ScheduleRow | undefined = await trx('loan_schedules')
			.where({book_id: book.id, loan_id: loan})
			.modify((query) => {
				if (on !== undefined) void query.where('effective_on', '<=', on);
			})
			.orderBy('version', 'desc')
			.first();
		return row && withInstalments(trx, {book_id: book.id, loan_id: loan}, row);
	},
	async listSchedules(book, loan) {
		const rows: ScheduleRow[] = await trx('loan_schedules')
			.where({book_id: book.id, loan_id: loan})
			.orderBy('version');
		const schedules: ScheduleVersion[] = [];
		// One after the other: they share the connection of their transaction.
		for (const row of rows) {
			schedules.push(await withInstalments(trx, {book_id: book.id, loan_id: loan}, row));
		}
		return schedules;
	},
});

async function withInstalments(
	trx: Knex,
	of: {book_id: number; loan_id: string},
	{version, effective_on: effectiveOn, rule, reason, entry_number: entryNumber}: ScheduleRow,
): Promise<ScheduleVersion> {
	const rows: InstalmentRow[] = await trx('instalments')
		.where({...of, version})
		.orderBy('number');
	return {
		version,
		effectiveOn: effectiveOn as LocalDate,
		rule,
		reason,
		...(entryNumber === null ? {} : {entryNumber}),
		instalments: rows.map(toInstalment),
	};
}
