import type {Knex} from 'knex';
import type {
	AllocationId,
	BookCode,
	CitySharePaymentId,
	FundReturnId,
	RemittanceId,
	TrancheId,
} from '../../kernel/ids.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import {rupiah, toText} from '../../kernel/money.ts';
import {rate, rateText} from '../../kernel/rate.ts';
import type {Book} from '../../ledger/index.ts';
import type {Allocation, Remittance} from '../allocation.ts';
import type {CityShare} from '../city-share.ts';
import type {FundStore} from '../ports.ts';

type OperationTables = Pick<
	FundStore,
	'tranches' | 'insertTranche' | 'remittances' | 'insertRemittance' | 'returns' | 'insertReturn'
>;

/** Money between the city and a cooperative, each with its entry in both books. */
export const createOperationTables = (trx: Knex): OperationTables => ({
	async tranches(allocation) {
		const rows = await operations(trx, 'tranches', 'received_on', allocation);
		return rows.map(([tranche, receivedOn, row]) => ({
			...tranche,
			id: tranche.id as TrancheId,
			budgetYear: row.budget_year!,
			receivedOn,
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
		const rows = await operations(trx, 'remittances', 'remitted_on', allocation);
		return rows.map(([one, remittedOn]) => ({...one, id: one.id as RemittanceId, remittedOn}));
	},
	async insertRemittance(book, city, remittance) {
		await trx('remittances').insert({
			...operationColumns(book, city, remittance),
			remitted_on: remittance.remittedOn,
		});
	},
	async returns(allocation) {
		const rows = await operations(trx, 'fund_returns', 'returned_on', allocation);
		return rows.map(([one, returnedOn]) => ({...one, id: one.id as FundReturnId, returnedOn}));
	},
	async insertReturn(book, city, one) {
		await trx('fund_returns').insert({
			...operationColumns(book, city, one),
			returned_on: one.returnedOn,
		});
	},
});

/** Which return became which tranche. */
export const createReallocationTable = (
	trx: Knex,
): Pick<FundStore, 'reallocations' | 'insertReallocation'> => ({
	async reallocations(allocation) {
		const rows: ReallocationRow[] = await trx('reallocations as moved')
			.join('fund_returns as given', (join) =>
				join.on('given.book_id', 'moved.book_id').on('given.id', 'moved.return_id'),
			)
			.join('tranches as taken', (join) =>
				join.on('taken.book_id', 'moved.to_book_id').on('taken.id', 'moved.tranche_id'),
			)
			.join('books as giver', 'giver.id', 'moved.book_id')
			.join('books as receiver', 'receiver.id', 'moved.to_book_id')
			.where('given.allocation_id', allocation.id)
			.orWhere('taken.allocation_id', allocation.id)
			.orderBy([{column: 'given.returned_on'}, {column: 'moved.return_id'}])
			.select(
				'giver.code as from_book',
				'given.allocation_id as from_allocation',
				'moved.return_id',
				'receiver.code as to_book',
				'taken.allocation_id as to_allocation',
				'moved.tranche_id',
				'moved.reason',
			);
		return rows.map((row) => ({
			from: {book: row.from_book as BookCode, allocation: row.from_allocation as AllocationId},
			fundReturn: row.return_id as FundReturnId,
			to: {book: row.to_book as BookCode, allocation: row.to_allocation as AllocationId},
			tranche: row.tranche_id as TrancheId,
			reason: row.reason,
		}));
	},
	async insertReallocation(from, to, one) {
		await trx('reallocations').insert({
			book_id: from.id,
			return_id: one.fundReturn,
			to_book_id: to.id,
			tranche_id: one.tranche,
			reason: one.reason,
		});
	},
});

type ShareTables = Pick<
	FundStore,
	'shares' | 'insertShare' | 'sharePayments' | 'insertSharePayment'
>;

/** The city's share of what its money earns: what was booked of it, and what was paid. */
export const createShareTables = (trx: Knex): ShareTables => ({
	async shares(allocation) {
		const rows: ShareRow[] = await trx('city_shares')
			.where({allocation_id: allocation.id})
			.orderBy('number');
		return rows.map(toShare);
	},
	async insertShare(book, city, one) {
		await trx('city_shares').insert({
			book_id: book.id,
			allocation_id: one.allocationId,
			number: one.number,
			accrued_on: one.accruedOn,
			earned: toText(one.earned),
			rate: rateText(one.rate),
			amount: toText(one.amount),
			entry_number: one.entryNumber,
			city_book_id: city.id,
			city_entry_number: one.cityEntryNumber,
		});
	},
	async sharePayments(allocation) {
		const rows = await operations(trx, 'city_share_payments', 'paid_on', allocation);
		return rows.map(([one, paidOn]) => ({...one, id: one.id as CitySharePaymentId, paidOn}));
	},
	async insertSharePayment(book, city, one) {
		await trx('city_share_payments').insert({
			...operationColumns(book, city, one),
			paid_on: one.paidOn,
		});
	},
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
	/** Its day, whatever the table's word for it. */
	on_day: string;
	/** Of a tranche alone. */
	budget_year?: number;
};

/** The operations of an allocation in one table, each with its day. */
async function operations(
	trx: Knex,
	table: 'tranches' | 'remittances' | 'fund_returns' | 'city_share_payments',
	day: 'received_on' | 'remitted_on' | 'returned_on' | 'paid_on',
	allocation: Allocation,
): Promise<[Operation, LocalDate, OperationRow][]> {
	const rows: OperationRow[] = await trx(`${table} as operation`)
		.where({allocation_id: allocation.id})
		.orderBy('number')
		.select(
			'operation.*',
			`operation.${day} as on_day`,
			trx.raw(`exists (select from entries where entries.book_id = operation.book_id
				and entries.reverses = operation.entry_number) as is_reversed`),
		);
	return rows.map((row) => [toOperation(row), row.on_day as LocalDate, row]);
}

const toOperation = (row: OperationRow): Operation => ({
	id: row.id,
	allocationId: row.allocation_id as AllocationId,
	number: row.number,
	document: row.document,
	amount: rupiah(row.amount),
	entryNumber: row.entry_number,
	cityEntryNumber: row.city_entry_number,
	isReversed: row.is_reversed,
});

/** What every operation has, whatever the word for its day. */
type Operation = Omit<Remittance, 'id' | 'remittedOn'> & {readonly id: string};

const operationColumns = (book: Book, city: Book, operation: Operation) => ({
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

type ReallocationRow = {
	from_book: string;
	from_allocation: string;
	return_id: string;
	to_book: string;
	to_allocation: string;
	tranche_id: string;
	reason: string;
};

type ShareRow = {
	allocation_id: string;
	number: number;
	accrued_on: string;
	earned: string;
	rate: string;
	amount: string;
	entry_number: number;
	city_entry_number: number;
};

const toShare = (row: ShareRow): CityShare => ({
	allocationId: row.allocation_id as AllocationId,
	number: row.number,
	accruedOn: row.accrued_on as LocalDate,
	earned: rupiah(row.earned),
	rate: rate(row.rate),
	amount: rupiah(row.amount),
	entryNumber: row.entry_number,
	cityEntryNumber: row.city_entry_number,
});
