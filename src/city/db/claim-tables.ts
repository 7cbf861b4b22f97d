import type {Knex} from 'knex';
import {nextNumber} from '../../db/next-number.ts';
import type {AllocationId, BookCode, FundClaimId, PengurusId} from '../../kernel/ids.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import {rupiah, toText} from '../../kernel/money.ts';
import type {ClaimEvent, ClaimInstalment, FundClaim} from '../fund-claim.ts';
import type {ClaimStore} from '../ports.ts';
import {nextOf} from './write-off-tables.ts';

/** Claims on persons with their instalments and steps. */
export const createClaimTables = (trx: Knex): ClaimStore => ({
	async findClaim(id) {
		const [found] = await withSteps(trx, await claims(trx).where('claim.id', id));
		return found;
	},
	async listClaims({city, allocation, after, limit}) {
		const rows: ClaimRow[] = await claims(trx)
			.where('claim.book_id', city.id)
			.where('claim.number', '>', after)
			.modify((query) => {
				if (allocation !== undefined) void query.where('claim.allocation_id', allocation);
			})
			.orderBy('claim.number')
			.limit(limit);
		return withSteps(trx, rows);
	},
	nextClaimNumber: async (city) => nextOf(trx, 'fund_claims', city.id),
	nextClaimReceipt: async (city) => nextNumber(trx, 'fund-claim-receipt', city.id),
	async insertClaim(city, cooperative, claim) {
		await trx('fund_claims').insert({
			book_id: city.id,
			id: claim.id,
			number: claim.number,
			cooperative_book_id: cooperative.id,
			allocation_id: claim.allocation,
			pengurus_id: claim.pengurus,
			shortage: claim.shortage,
			amount: toText(claim.amount),
			found_on: claim.foundOn,
			found_by: claim.foundBy,
			description: claim.description,
			reported_by: claim.reportedBy,
			recorded_at: claim.recordedAt,
		});
	},
	async insertInstalments(city, id, instalments) {
		await trx('fund_claim_instalments').insert(
			instalments.map(({number, dueOn, amount}) => ({
				book_id: city.id,
				claim_id: id,
				number,
				due_on: dueOn,
				amount: toText(amount),
			})),
		);
	},
	async insertClaimEvent(city, id, event) {
		await trx('fund_claim_events').insert({
			book_id: city.id,
			claim_id: id,
			sequence: event.sequence,
			kind: event.kind,
			occurred_on: event.occurredOn,
			actor: event.actor,
			document: event.document,
			reason: event.reason,
			basis: event.basis ?? null,
			amount: event.amount === undefined ? null : toText(event.amount),
			receipt_number: event.receiptNumber ?? null,
			of_sequence: event.ofSequence ?? null,
			entry_number: event.entryNumber ?? null,
			cooperative_entry: event.cooperativeEntry ?? null,
			recorded_at: event.recordedAt,
		});
	},
});

const claims = (trx: Knex) =>
	trx('fund_claims as claim')
		.join('books as city', 'city.id', 'claim.book_id')
		.join('books as cooperative', 'cooperative.id', 'claim.cooperative_book_id')
		.select('claim.*', 'city.code as city', 'cooperative.code as cooperative');

/** The claims with what was agreed and done of each: two questions, however many they are. */
async function withSteps(trx: Knex, rows: readonly ClaimRow[]): Promise<FundClaim[]> {
	const ids = rows.map(({id}) => id);
	const instalments: InstalmentRow[] = await trx('fund_claim_instalments')
		.whereIn('claim_id', ids)
		.orderBy('number');
	const events: EventRow[] = await trx('fund_claim_events')
		.whereIn('claim_id', ids)
		.orderBy('sequence');
	return rows.map((row) => ({
		...toClaim(row),
		instalments: instalments.filter(({claim_id: of}) => of === row.id).map(toInstalment),
		events: events.filter(({claim_id: of}) => of === row.id).map(toEvent),
	}));
}

type ClaimRow = {
	id: string;
	number: number;
	city: string;
	cooperative: string;
	allocation_id: string;
	pengurus_id: string;
	shortage: FundClaim['shortage'];
	amount: string;
	found_on: string;
	found_by: string;
	description: string;
	reported_by: string;
	recorded_at: Date;
};

const toClaim = (row: ClaimRow): Omit<FundClaim, 'instalments' | 'events'> => ({
	id: row.id as FundClaimId,
	number: row.number,
	city: row.city as BookCode,
	cooperative: row.cooperative as BookCode,
	allocation: row.allocation_id as AllocationId,
	pengurus: row.pengurus_id as PengurusId,
	shortage: row.shortage,
	amount: rupiah(row.amount),
	foundOn: row.found_on as LocalDate,
	foundBy: row.found_by,
	description: row.description,
	reportedBy: row.reported_by,
	recordedAt: row.recorded_at,
});

type InstalmentRow = {claim_id: string; number: number; due_on: string; amount: string};

const toInstalment = (row: InstalmentRow): ClaimInstalment => ({
	number: row.number,
	dueOn: row.due_on as LocalDate,
	amount: rupiah(row.amount),
});

type EventRow = {
	claim_id: string;
	sequence: number;
	kind: ClaimEvent['kind'];
	occurred_on: string;
	actor: string;
	document: string;
	reason: string;
	basis: ClaimEvent['basis'] | null;
	amount: string | null;
	receipt_number: number | null;
	of_sequence: number | null;
	entry_number: number | null;
	cooperative_entry: number | null;
	recorded_at: Date;
};

const toEvent = (row: EventRow): ClaimEvent => ({
	sequence: row.sequence,
	kind: row.kind,
	occurredOn: row.occurred_on as LocalDate,
	actor: row.actor,
	document: row.document,
	reason: row.reason,
	...(row.basis ? {basis: row.basis} : {}),
	...(row.amount === null ? {} : {amount: rupiah(row.amount)}),
	...(row.receipt_number === null ? {} : {receiptNumber: row.receipt_number}),
	...(row.of_sequence === null ? {} : {ofSequence: row.of_sequence}),
	...(row.entry_number === null ? {} : {entryNumber: row.entry_number}),
	...(row.cooperative_entry === null ? {} : {cooperativeEntry: row.cooperative_entry}),
	recordedAt: row.recorded_at,
});
