import type {Knex} from 'knex';
import type {ConstraintRefusals} from '../../db/constraint-errors.ts';
import type {
	AllocationId,
	BookCode,
	ProgrammeId,
	RemittanceId,
	TrancheId,
} from '../../kernel/ids.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import {rupiah, toText} from '../../kernel/money.ts';
import type {KelurahanCode} from '../../kernel/region-code.ts';
import type {Book} from '../../ledger/index.ts';
import type {Allocation, Remittance, Tranche} from '../allocation.ts';
import {refuse} from '../errors.ts';
import type {FundStore} from '../ports.ts';
import type {Programme} from '../programme.ts';

export const createFundStore = (trx: Knex): FundStore => ({
	...createProgrammeTable(trx),
	...createAllocationTable(trx),
	...createOperationTables(trx),
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
		});
	},
});

const createOperationTables = (
	trx: Knex,
): Pick<FundStore, 'tranches' | 'insertTranche' | 'remittances' | 'insertRemittance'> => ({
	async tranches(allocation) {
		const rows: TrancheRow[] = await operations(trx, 'tranches', allocation);
		return rows.map((row) => ({
			...toOperation(row),
			id: row.id as TrancheId,
			budgetYear: row.budget_year,
			receivedOn: row.received_on as LocalDate,
		}));
	},
	async insertTranche(book, city, tranche) {
		await trx('tranches').insert({
			...operationColumns(book, city, tranche),
			budget_year: tranche.budgetYear,
			received_on: tranche.receivedOn,
		});
	},
	async remittances(allocation) {
		const rows: RemittanceRow[] = await operations(trx, 'remittances', allocation);
		return rows.map((row) => ({
			...toOperation(row),
			id: row.id as RemittanceId,
			remittedOn: row.remitted_on as LocalDate,
		}));
	},
	async insertRemittance(book, city, remittance) {
		await trx('remittances').insert({
			...operationColumns(book, city, remittance),
			remitted_on: remittance.remittedOn,
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

const operations = (trx: Knex, table: 'tranches' | 'remittances', allocation: Allocation) =>
	trx(`${table} as operation`)
		.where({allocation_id: allocation.id})
		.orderBy('number')
		.select(
			'operation.*',
			trx.raw(`exists (select from entries where entries.book_id = operation.book_id
				and entries.reverses = operation.entry_number) as is_reversed`),
		);

type ProgrammeRow = {
	id: string;
	code: string;
	name: string;
	city_book: string;
	ceiling_per_kelurahan: string;
	tenor_months: number;
	grace_months: number;
	remittance_days: number;
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
});

type OperationRow = {
	id: string;
	allocation_id: string;
	number: number;
	document: string;
	amount: string;
	entry_number: number;
	city_entry_number: number;
	is_reversed: boolean;
};
type TrancheRow = OperationRow & {budget_year: number; received_on: string};
type RemittanceRow = OperationRow & {remitted_on: string};

const toOperation = (row: OperationRow) => ({
	allocationId: row.allocation_id as AllocationId,
	number: row.number,
	document: row.document,
	amount: rupiah(row.amount),
	entryNumber: row.entry_number,
	cityEntryNumber: row.city_entry_number,
	isReversed: row.is_reversed,
});

const operationColumns = (book: Book, city: Book, operation: Tranche | Remittance) => ({
	book_id: book.id,
	id: operation.id,
	allocation_id: operation.allocationId,
	number: operation.number,
	document: operation.document,
	amount: toText(operation.amount),
	entry_number: operation.entryNumber,
	city_book_id: city.id,
	city_entry_number: operation.cityEntryNumber,
});

const nothing = {amount: '', kelurahan: '', ceiling: '', allocated: '', received: '', left: ''};

/** The fund's laws as PostgreSQL names them, when two writers got past the code at once. */
export const fundConstraints: ConstraintRefusals = {
	allocations_ceiling: () => refuse('fund/over-ceiling', nothing, 'amount'),
	tranches_allocation: () => refuse('fund/tranche-over-allocation', nothing, 'amount'),
	programmes_code_key: () => refuse('fund/programme-exists', {code: ''}, 'code'),
	allocations_agreement_key: () =>
		refuse('fund/agreement-exists', {agreement: ''}, 'agreementNumber'),
};
