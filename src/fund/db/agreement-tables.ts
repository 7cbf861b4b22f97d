import type {Knex} from 'knex';
import type {AllocationId, BookCode, ProgrammeId, ProposalId} from '../../kernel/ids.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import {rupiah, toText} from '../../kernel/money.ts';
import type {KelurahanCode} from '../../kernel/region-code.ts';
import type {AllocationEnding} from '../ending.ts';
import type {FundStore, ProposalStore} from '../ports.ts';
import type {Proposal, ProposalDecision} from '../proposal.ts';

/** How an agreement begins: what was asked for, and what the city decided. */
export const createProposalTables = (trx: Knex): ProposalStore => ({
	async findProposal(id) {
		const row: ProposalRow | undefined = await proposals(trx).where('proposal.id', id).first();
		return row && toProposal(row);
	},
	async listProposals({book, isOpen, after, limit}) {
		const rows: ProposalRow[] = await proposals(trx)
			.modify((query) => {
				if (book !== undefined) void query.where('books.code', book);
				if (isOpen !== undefined) {
					void query[isOpen ? 'whereNull' : 'whereNotNull']('decision.proposal_id');
				}
				if (after !== undefined) {
					void query.whereRaw('(books.code, proposal.id) > (?, ?)', [after.book, after.id]);
				}
			})
			.orderBy([{column: 'books.code'}, {column: 'proposal.id'}])
			.limit(limit);
		return rows.map(toProposal);
	},
	async hasProposal(book, document) {
		const row: unknown = await trx('fund_proposals')
			.where({book_id: book.id, document})
			.first('id');
		return row !== undefined;
	},
	async insertProposal(book, proposal, at) {
		await trx('fund_proposals').insert({
			book_id: book.id,
			id: proposal.id,
			programme_id: proposal.programmeId,
			kelurahan_code: proposal.kelurahanCode,
			amount: toText(proposal.amount),
			purpose: proposal.purpose,
			document: proposal.document,
			proposed_on: proposal.proposedOn,
			proposed_by: proposal.proposedBy,
			recorded_at: at,
		});
	},
	async insertProposalDecision(book, proposal, decision, at) {
		await trx('fund_proposal_decisions').insert({
			book_id: book.id,
			proposal_id: proposal,
			outcome: decision.outcome,
			amount: decision.amount === undefined ? null : toText(decision.amount),
			decided_on: decision.decidedOn,
			reason: decision.reason,
			decided_by: decision.decidedBy,
			recorded_at: at,
		});
	},
});

/** How an agreement ends before its time. */
export const createEndingTable = (trx: Knex): Pick<FundStore, 'findEnding' | 'insertEnding'> => ({
	async findEnding({id}) {
		const row: EndingRow | undefined = await trx('allocation_endings')
			.where({allocation_id: id})
			.first();
		return (
			row && {
				allocation: row.allocation_id as AllocationId,
				kind: row.kind,
				endedOn: row.ended_on as LocalDate,
				dueOn: row.due_on as LocalDate,
				reason: row.reason,
				document: row.document,
				endedBy: row.ended_by,
			}
		);
	},
	async insertEnding(book, ending, at) {
		await trx('allocation_endings').insert({
			book_id: book.id,
			allocation_id: ending.allocation,
			kind: ending.kind,
			ended_on: ending.endedOn,
			due_on: ending.dueOn,
			reason: ending.reason,
			document: ending.document,
			ended_by: ending.endedBy,
			recorded_at: at,
		});
	},
});

const proposals = (trx: Knex) =>
	trx('fund_proposals as proposal')
		.join('books', 'books.id', 'proposal.book_id')
		.leftJoin('fund_proposal_decisions as decision', (join) =>
			join.on('decision.book_id', 'proposal.book_id').on('decision.proposal_id', 'proposal.id'),
		)
		.select(
			'proposal.*',
			'books.code as book',
			'decision.outcome',
			'decision.amount as granted',
			'decision.decided_on',
			'decision.reason',
			'decision.decided_by',
		);

type ProposalRow = {
	id: string;
	book: string;
	programme_id: string;
	kelurahan_code: string;
	amount: string;
	purpose: string;
	document: string;
	proposed_on: string;
	proposed_by: string;
} & (DecisionRow | {outcome: null});

type DecisionRow = {
	outcome: ProposalDecision['outcome'];
	granted: string | null;
	decided_on: string;
	reason: string;
	decided_by: string;
};

const toProposal = (row: ProposalRow): Proposal => ({
	id: row.id as ProposalId,
	programmeId: row.programme_id as ProgrammeId,
	book: row.book as BookCode,
	kelurahanCode: row.kelurahan_code as KelurahanCode,
	amount: rupiah(row.amount),
	purpose: row.purpose,
	document: row.document,
	proposedOn: row.proposed_on as LocalDate,
	proposedBy: row.proposed_by,
	...(row.outcome === null ? {} : {decision: toDecision(row)}),
});

const toDecision = (row: DecisionRow): ProposalDecision => ({
	outcome: row.outcome,
	...(row.granted === null ? {} : {amount: rupiah(row.granted)}),
	decidedOn: row.decided_on as LocalDate,
	reason: row.reason,
	decidedBy: row.decided_by,
});

type EndingRow = {
	allocation_id: string;
	kind: AllocationEnding['kind'];
	ended_on: string;
	due_on: string;
	reason: string;
	document: string;
	ended_by: string;
};
