import type {Knex} from 'knex';
import type {ConstraintRefusals} from '../../db/constraint-errors.ts';
import type {AllocationId, BookCode, ProgrammeId, ProposalId} from '../../kernel/ids.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import {rupiah, toText} from '../../kernel/money.ts';
import type {KelurahanCode} from '../../kernel/region-code.ts';
import {rate, rateText} from '../../kernel/rate.ts';
import type {Allocation} from '../allocation.ts';
import {refuse} from '../errors.ts';
import type {FundStore} from '../ports.ts';
import type {Programme} from '../programme.ts';
import {createEndingTable, createProposalTables} from './agreement-tables.ts';
import {createFundSums} from './fund-sums.ts';
import {
	createOperationTables,
	createReallocationTable,
	createShareTables,
} from './operation-tables.ts';

export const createFundStore = (trx: Knex): FundStore => ({
	...createProgrammeTable(trx),
	...createAllocationTable(trx),
	...createOperationTables(trx),
	...createReallocationTable(trx),
	...createShareTables(trx),
	...createEndingTable(trx),
	...createProposalTables(trx),
	...createFundSums(trx),
});

const createProgrammeTable = (
	trx: Knex,
): Pick<FundStore, 'findProgramme' | 'getProgrammeOf' | 'listProgrammes' | 'insertProgramme'> => ({
	async findProgramme(code) {
		const row: ProgrammeRow | undefined = await programmes(trx)
			.where('programmes.code', code)
			.first();
		return row && toProgramme(row);
	},
	async getProgrammeOf({programmeId}) {
		const rows: ProgrammeRow[] = await programmes(trx).where('programmes.id', programmeId);
		return toProgramme(rows[0]!);
	},
	async listProgrammes() {
		const rows: ProgrammeRow[] = await programmes(trx).orderBy('programmes.code');
		return rows.map(toProgramme);
	},
	async insertProgramme(cityBook, programme) {
		await trx('programmes').insert({
			id: programme.id,
			code: programme.code,
			name: programme.name,
			city_book_id: cityBook.id,
			ceiling_per_kelurahan: toText(programme.ceilingPerKelurahan),
			tenor_months: programme.tenorMonths,
			grace_months: programme.graceMonths,
			remittance_days: programme.remittanceDays,
			tranches_max: programme.tranchesMax ?? null,
			overdue_days_max: programme.overdueDaysMax ?? null,
			city_share: rateText(programme.cityShare),
			legal_basis: programme.legalBasis,
			status: programme.status,
			effective_from: programme.effectiveFrom,
		});
	},
});

const createAllocationTable = (
	trx: Knex,
): Pick<
	FundStore,
	'findAllocation' | 'listAllocations' | 'allocatedTo' | 'hasAgreement' | 'insertAllocation'
> => ({
	async findAllocation(id) {
		const row: AllocationRow | undefined = await allocations(trx)
			.where('allocations.id', id)
			.first();
		return row && toAllocation(row);
	},
	async listAllocations({book, kelurahan, after, limit}) {
		const rows: AllocationRow[] = await allocations(trx)
			.modify((query) => {
				if (book !== undefined) void query.where('books.code', book);
				if (kelurahan !== undefined) void query.where('allocations.kelurahan_code', kelurahan);
				if (after !== undefined) {
					void query.whereRaw('(books.code, allocations.id) > (?, ?)', [after.book, after.id]);
				}
			})
			.orderBy([{column: 'books.code'}, {column: 'allocations.id'}])
			.limit(limit);
		return rows.map(toAllocation);
	},
	async allocatedTo(programme, kelurahan) {
		const {rows} = await trx.raw<{rows: {total: string}[]}>(
			'select fund_allocated(?, ?) as total',
			[programme, kelurahan],
		);
		return rupiah(rows[0]!.total);
	},
	async hasAgreement(book, agreementNumber) {
		const row: unknown = await trx('allocations')
			.where({book_id: book.id, agreement_number: agreementNumber})
			.first('id');
		return row !== undefined;
	},
	async insertAllocation(book, allocation) {
		await trx('allocations').insert({
			book_id: book.id,
			id: allocation.id,
			programme_id: allocation.programmeId,
			kelurahan_code: allocation.kelurahanCode,
			agreement_number: allocation.agreementNumber,
			agreed_on: allocation.agreedOn,
			amount: toText(allocation.amount),
			tenor_months: allocation.tenorMonths,
			grace_months: allocation.graceMonths,
			proposal_id: allocation.proposal ?? null,
		});
	},
});

const programmes = (trx: Knex) =>
	trx('programmes')
		.join('books', 'books.id', 'programmes.city_book_id')
		.select('programmes.*', 'books.code as city_book');

const allocations = (trx: Knex) =>
	trx('allocations')
		.join('books', 'books.id', 'allocations.book_id')
		.select('allocations.*', 'books.code as book');

type ProgrammeRow = {
	id: string;
	code: string;
	name: string;
	city_book: string;
	ceiling_per_kelurahan: string;
	tenor_months: number;
	grace_months: number;
	remittance_days: number;
	tranches_max: number | null;
	overdue_days_max: number | null;
	city_share: string;
	legal_basis: string;
	status: Programme['status'];
	effective_from: string;
};

const toProgramme = (row: ProgrammeRow): Programme => ({
	id: row.id as ProgrammeId,
	code: row.code,
	name: row.name,
	cityBook: row.city_book as BookCode,
	ceilingPerKelurahan: rupiah(row.ceiling_per_kelurahan),
	tenorMonths: row.tenor_months,
	graceMonths: row.grace_months,
	remittanceDays: row.remittance_days,
	...(row.tranches_max === null ? {} : {tranchesMax: row.tranches_max}),
	...(row.overdue_days_max === null ? {} : {overdueDaysMax: row.overdue_days_max}),
	cityShare: rate(row.city_share),
	legalBasis: row.legal_basis,
	status: row.status,
	effectiveFrom: row.effective_from as LocalDate,
});

type AllocationRow = {
	id: string;
	book: string;
	programme_id: string;
	kelurahan_code: string;
	agreement_number: string;
	agreed_on: string;
	amount: string;
	tenor_months: number;
	grace_months: number;
	proposal_id: string | null;
};

const toAllocation = (row: AllocationRow): Allocation => ({
	id: row.id as AllocationId,
	programmeId: row.programme_id as ProgrammeId,
	book: row.book as BookCode,
	kelurahanCode: row.kelurahan_code as KelurahanCode,
	agreementNumber: row.agreement_number,
	agreedOn: row.agreed_on as LocalDate,
	amount: rupiah(row.amount),
	tenorMonths: row.tenor_months,
	graceMonths: row.grace_months,
	...(row.proposal_id === null ? {} : {proposal: row.proposal_id as ProposalId}),
});

const nothing = {amount: '', kelurahan: '', ceiling: '', allocated: '', received: '', left: ''};

function returnsTooMuch() {
	const values = {amount: '', free: '', bank: '', held: '', kept: ''};
	return refuse('fund/returns-more-than-free', values, 'amount');
}

/** The fund's laws as PostgreSQL names them, when two writers got past the code at once. */
export const fundConstraints: ConstraintRefusals = {
	allocations_ceiling: () => refuse('fund/over-ceiling', nothing, 'amount'),
	tranches_allocation: () => refuse('fund/tranche-over-allocation', nothing, 'amount'),
	programmes_code_key: () => refuse('fund/programme-exists', {code: ''}, 'code'),
	allocations_agreement_key: () =>
		refuse('fund/agreement-exists', {agreement: ''}, 'agreementNumber'),
	allocations_proposal_key: () => refuse('fund/proposal-used', {proposal: ''}, 'proposal'),
	allocations_running: () => refuse('fund/allocation-ended', {date: '', document: ''}),
	fund_proposals_document_key: () =>
		refuse('fund/proposal-document-exists', {document: ''}, 'document'),
	fund_proposal_decisions_pkey: () =>
		refuse('fund/proposal-decided', {outcome: '', date: ''}, 'proposal'),
	fund_deposits_kept: () => returnsTooMuch(),
};
