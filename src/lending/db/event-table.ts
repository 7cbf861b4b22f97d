import type {Knex} from 'knex';
import type {LocalDate} from '../../kernel/local-date.ts';
import type {RecordedLoanEvent} from '../loan.ts';
import type {LendingStore} from '../ports.ts';

type EventRow = {
	sequence: number;
	kind: string;
	occurred_on: string;
	recorded_at: Date;
	actor: string;
	reason: string | null;
	document: string | null;
	entry_number: number | null;
	detail: Record<string, string>;
};

/** The steps of a loan's life, in their order. */
export const createEventTable = (trx: Knex): Pick<LendingStore, 'insertEvent' | 'listEvents'> => ({
	async insertEvent(book, loan, event, {actor, at}) {
		await trx.raw(
			`insert into loan_events (book_id, loan_id, sequence, kind, occurred_on, recorded_at, actor,
				reason, document, entry_number, detail)
			select :book, :loan, coalesce(max(sequence), 0) + 1, :kind, :occurredOn, :at, :actor,
				:reason, :document, :entry, :detail
			from loan_events where book_id = :book and loan_id = :loan`,
			{
				book: book.id,
				loan,
				kind: event.kind,
				occurredOn: event.occurredOn,
				at,
				actor,
				reason: event.reason ?? null,
				document: event.document ?? null,
				entry: event.entryNumber ?? null,
				detail: JSON.stringify(event.detail ?? {}),
			},
		);
	},
	async listEvents(book, loan) {
		const rows: EventRow[] = await trx('loan_events')
			.where({book_id: book.id, loan_id: loan})
			.orderBy('sequence');
		return rows.map(toEvent);
	},
});

const toEvent = (row: EventRow): RecordedLoanEvent => ({
	sequence: row.sequence,
	kind: row.kind,
	occurredOn: row.occurred_on as LocalDate,
	recordedAt: row.recorded_at,
	actor: row.actor,
	...(row.reason === null ? {} : {reason: row.reason}),
	...(row.document === null ? {} : {document: row.document}),
	...(row.entry_number === null ? {} : {entryNumber: row.entry_number}),
	detail: row.detail,
});
