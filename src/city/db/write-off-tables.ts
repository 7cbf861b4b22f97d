import type {Knex} from 'knex';
import type {AllocationId, BookCode, FundWriteOffId} from '../../kernel/ids.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import {rupiah, toText} from '../../kernel/money.ts';
import type {WriteOffStore} from '../ports.ts';
import type {FundWriteOff, WriteOffDecision} from '../write-off.ts';

/** Proposals to write off, and the decisions on them. */
export const createWriteOffTables = (trx: Knex): WriteOffStore => ({
	async findWriteOff(id) {
		const row: WriteOffRow | undefined = await writeOffs(trx).where('proposed.id', id).first();
		return row && toWriteOff(row);
	},
	async writeOffsOf(allocation) {
		const rows: WriteOffRow[] = await writeOffs(trx)
			.where('proposed.allocation_id', allocation)
			.orderBy('proposed.number');
		return rows.map(toWriteOff);
	},
	nextWriteOffNumber: async (city) => nextOf(trx, 'fund_write_offs', city.id),
	async insertWriteOff(city, cooperative, one) {
		await trx('fund_write_offs').insert({
			book_id: city.id,
			id: one.id,
			number: one.number,
			cooperative_book_id: cooperative.id,
			allocation_id: one.allocation,
			step: one.step,
			amount: toText(one.amount),
			effective_on: one.effectiveOn,
			decree: one.decree,
			decree_on: one.decreeOn,
			council_document: one.councilDocument ?? null,
			reason: one.reason,
			proposed_by: one.proposedBy,
			recorded_at: one.recordedAt,
		});
	},
	async insertDecision(city, id, decision) {
		await trx('fund_write_off_decisions').insert({
			book_id: city.id,
			write_off_id: id,
			outcome: decision.outcome,
			reason: decision.reason,
			decided_by: decision.decidedBy,
			recorded_at: decision.recordedAt,
			entry_number: decision.entryNumber ?? null,
			cooperative_entry: decision.cooperativeEntry ?? null,
		});
	},
});

/** The number after the last of a table, within a book whose tip is held. */
export async function nextOf(
	trx: Knex,
	table: 'fund_write_offs' | 'fund_claims',
	book: number,
): Promise<number> {
	const row: {number: number} | undefined = await trx(table)
		.where({book_id: book})
		.orderBy('number', 'desc')
		.first('number');
	return (row?.number ?? 0) + 1;
}

const writeOffs = (trx: Knex) =>
	trx('fund_write_offs as proposed')
		.join('books as city', 'city.id', 'proposed.book_id')
		.join('books as cooperative', 'cooperative.id', 'proposed.cooperative_book_id')
		.leftJoin('fund_write_off_decisions as decision', (join) => {
			join.on('decision.book_id', 'proposed.book_id').andOn('decision.write_off_id', 'proposed.id');
		})
		.select(
			'proposed.*',
			'city.code as city',
			'cooperative.code as cooperative',
			'decision.outcome',
			'decision.reason as decision_reason',
			'decision.decided_by',
			'decision.recorded_at as decided_at',
			'decision.entry_number',
			'decision.cooperative_entry',
			trx.raw(`exists (select from entries where entries.book_id = proposed.book_id
				and entries.reverses = decision.entry_number) as is_reversed`),
		);

type WriteOffRow = {
	id: string;
	number: number;
	city: string;
	cooperative: string;
	allocation_id: string;
	step: FundWriteOff['step'];
	amount: string;
	effective_on: string;
	decree: string;
	decree_on: string;
	council_document: string | null;
	reason: string;
	proposed_by: string;
	recorded_at: Date;
	outcome: WriteOffDecision['outcome'] | null;
	decision_reason: string;
	decided_by: string;
	decided_at: Date;
	entry_number: number | null;
	cooperative_entry: number | null;
	is_reversed: boolean;
};

const toWriteOff = (row: WriteOffRow): FundWriteOff => ({
	id: row.id as FundWriteOffId,
	number: row.number,
	city: row.city as BookCode,
	cooperative: row.cooperative as BookCode,
	allocation: row.allocation_id as AllocationId,
	step: row.step,
	amount: rupiah(row.amount),
	effectiveOn: row.effective_on as LocalDate,
	decree: row.decree,
	decreeOn: row.decree_on as LocalDate,
	...(row.council_document === null ? {} : {councilDocument: row.council_document}),
	reason: row.reason,
	proposedBy: row.proposed_by,
	recordedAt: row.recorded_at,
	...(row.outcome === null ? {} : {decision: toDecision(row, row.outcome)}),
});

const toDecision = (row: WriteOffRow, outcome: WriteOffDecision['outcome']): WriteOffDecision => ({
	outcome,
	reason: row.decision_reason,
	decidedBy: row.decided_by,
	recordedAt: row.decided_at,
	...(row.entry_number === null ? {} : {entryNumber: row.entry_number}),
	...(row.cooperative_entry === null ? {} : {cooperativeEntry: row.cooperative_entry}),
	isReversed: row.is_reversed,
});
