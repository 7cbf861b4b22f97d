import type {Knex} from 'knex';
import {type RandomBytes, takeReceiptNumbers} from '../../db/receipt-number.ts';
import {loanAccounts} from '../../cooperatives/index.ts';
import type {LoanId} from '../../kernel/ids.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import {rupiah, subtract, toText} from '../../kernel/money.ts';
import type {Book} from '../../ledger/index.ts';
import type {CollectableLoan, CollectionTables} from '../group-ports.ts';
import type {Instalment, ScheduleVersion} from '../loan.ts';
import {type PaymentFacts, scheduleFacts} from '../payment.ts';
import type {Waterfall} from '../waterfall.ts';
import {type InstalmentRow, type LoanRow, loanColumns, toInstalment, toLoan} from './rows.ts';

/** What is asked of many loans at once, and written of many repayments at once. */
export const createCollectionTables = (trx: Knex, randomBytes: RandomBytes): CollectionTables => ({
	...createFactTables(trx),
	...createReceiptTables(trx, randomBytes),
});

const createFactTables = (trx: Knex): Pick<CollectionTables, 'paymentFacts' | 'collectable'> => ({
	async paymentFacts(book, of) {
		const rows = await loansWith(trx, book, (query) =>
			'loans' in of
				? query.whereRaw('loans.id = any (cast(? as uuid[]))', [[...of.loans]])
				: query.where('loans.member_id', of.member),
		);
		return new Map(
			(await withFacts(trx, book, rows)).map((facts) => [facts.loan.id, facts] as const),
		);
	},
	async collectable(book, on, group) {
		const rows = await loansWith(trx, book, (query) => {
			void query.where('loans.status', 'disbursed').where('loans.disbursed_on', '<=', on);
			if (group === undefined) return query;
			return query.whereRaw(
				`exists (select from group_members
					where group_members.book_id = loans.book_id
						and group_members.member_id = loans.member_id and group_members.group_id = ?
						and group_members.joined_on <= ?
						and coalesce(group_members.left_on, 'infinity') > ?)`,
				[group, on, on],
			);
		});
		const facts = await withFacts(trx, book, rows, on);
		return facts.map((one, index): CollectableLoan => {
			const {member_number: memberNumber, member_name: memberName} = rows[index]!;
			return {...one, memberNumber, memberName};
		});
	},
});

const createReceiptTables = (
	trx: Knex,
	randomBytes: RandomBytes,
): Pick<
	CollectionTables,
	'lastReceiptNumber' | 'takeReceiptNumbers' | 'insertRepayments' | 'settleLoans'
> => ({
	async lastReceiptNumber(book) {
		const row: {last: number} | undefined = await trx('document_numbers')
			.where({book_id: book.id, kind: 'receipt'})
			.first('last');
		return row?.last ?? 0;
	},
	takeReceiptNumbers: async (book, count) =>
		takeReceiptNumbers(trx, randomBytes, {book: book.id, series: 'KW', count}),
	async insertRepayments(book, repayments) {
		if (repayments.length === 0) return;
		await trx('repayments').insert(
			repayments.map((repayment) => ({
				book_id: book.id,
				id: repayment.id,
				loan_id: repayment.loan,
				receipt_number: repayment.receiptNumber,
				replay: repayment.replay,
				paid_on: repayment.paidOn,
				method: repayment.method,
				employer: repayment.employer ?? null,
				amount: toText(repayment.amount),
				principal: toText(repayment.principal),
				margin: toText(repayment.margin),
				entry_number: repayment.entryNumber,
				received_by: repayment.receivedBy,
			})),
		);
	},
	async settleLoans(book, repayments, {actor, at}) {
		if (repayments.length === 0) return;
		const ended = repayments.map((one) => ({
			loan: one.loan,
			on: one.paidOn,
			document: `KW-${one.receiptNumber}`,
			entry: one.entryNumber,
		}));
		await trx.raw(
			`with ended as (
				select * from jsonb_to_recordset(cast(:ended as jsonb))
					as given (loan uuid, "on" date, document text, entry bigint)
			), told as (
				insert into loan_events (book_id, loan_id, sequence, kind, occurred_on, recorded_at,
					actor, document, entry_number, detail)
				select :book, ended.loan, coalesce((select max(sequence) from loan_events event
						where event.book_id = :book and event.loan_id = ended.loan), 0) + 1,
					'settled', ended."on", :at, :actor, ended.document, ended.entry, '{}'
				from ended
			)
			update loans set status = 'settled'
			from ended where loans.book_id = :book and loans.id = ended.loan`,
			{book: book.id, ended: JSON.stringify(ended), actor, at},
		);
	},
});

type FactRow = LoanRow & {
	waterfall: Waterfall | null;
	member_number: number;
	member_name: string;
};

const loansWith = async (
	trx: Knex,
	book: Book,
	which: (query: Knex.QueryBuilder) => Knex.QueryBuilder,
): Promise<FactRow[]> =>
	trx('loans')
		.join('members', (join) =>
			join.on('members.book_id', 'loans.book_id').on('members.id', 'loans.member_id'),
		)
		.leftJoin('loan_products as product', (join) =>
			join
				.on('product.book_id', 'loans.book_id')
				.on('product.code', 'loans.product_code')
				.on('product.version', 'loans.product_version'),
		)
		.where('loans.book_id', book.id)
		.modify((query) => {
			void which(query);
		})
		.orderBy('loans.number')
		.select(
			...loanColumns(trx),
			trx.raw('? as book', [book.code]),
			'product.waterfall',
			'members.number as member_number',
			'members.name as member_name',
		);

/** What is owed of loans, as of a day or now, with their schedules then: three questions in all. */
async function withFacts(
	trx: Knex,
	book: Book,
	rows: readonly FactRow[],
	on?: LocalDate,
): Promise<PaymentFacts[]> {
	const ids = rows.map(({id}) => id);
	const owed = await owedOf(trx, book, ids, on);
	const schedules = await schedulesOf(trx, book, ids, on);
	const paid = await lastPaid(trx, book, ids);
	return rows.map((row) => {
		const sums = owed.get(row.id) ?? {owed: '0', principal: '0'};
		const principal = rupiah(sums.principal);
		const lastPaidOn = paid.get(row.id);
		return {
			loan: toLoan(row),
			...scheduleFacts(schedules.get(row.id)),
			owed: {principal, margin: subtract(rupiah(sums.owed), principal)},
			...(row.waterfall === null ? {} : {waterfall: row.waterfall}),
			...(lastPaidOn === undefined ? {} : {lastPaidOn}),
		};
	});
}

type Sums = {readonly owed: string; readonly principal: string};

async function owedOf(
	trx: Knex,
	book: Book,
	loans: readonly string[],
	on: LocalDate | undefined,
): Promise<Map<string, Sums>> {
	const accounts = {owed: [...loanAccounts.owed], principal: [...loanAccounts.principal]};
	const now = `select dimension as loan_id, account_code,
			case normal_side when 'debit' then balance else -balance end as amount
		from floor_balances held
		join accounts on accounts.book_id = held.book_id and accounts.code = held.account_code
		where held.book_id = :book and dimension = any (cast(:loans as uuid[]))`;
	const then = `select loan_id, account_code, case side when 'debit' then amount else -amount end
			as amount
		from lines
		where book_id = :book and loan_id = any (cast(:loans as uuid[])) and effective_on <= :on`;
	const {rows} = await trx.raw<{rows: (Sums & {loan_id: string})[]}>(
		`select loan_id,
			coalesce(sum(amount) filter (where account_code = any (cast(:owed as text[]))), 0)
				::numeric(38, 2) as owed,
			coalesce(sum(amount) filter (where account_code = any (cast(:principal as text[]))), 0)
				::numeric(38, 2) as principal
		from (${on === undefined ? now : then}) moved
		group by loan_id`,
		{book: book.id, loans: [...loans], ...accounts, ...(on === undefined ? {} : {on})},
	);
	return new Map(rows.map(({loan_id: loan, ...sums}) => [loan, sums]));
}

type FactSchedule = Pick<ScheduleVersion, 'effectiveOn' | 'entryNumber'> & {
	readonly instalments: Instalment[];
};
type FactScheduleRow = InstalmentRow & {
	loan_id: string;
	effective_on: string;
	entry_number: number | null;
};

async function schedulesOf(
	trx: Knex,
	book: Book,
	loans: readonly string[],
	on: LocalDate | undefined,
): Promise<Map<string, FactSchedule>> {
	const {rows} = await trx.raw<{rows: FactScheduleRow[]}>(
		`select instalments.*, latest.effective_on, latest.entry_number
		from (
			select distinct on (loan_id) loan_id, version, effective_on, entry_number
			from loan_schedules
			where book_id = :book and loan_id = any (cast(:loans as uuid[]))
				and effective_on <= :on
			order by loan_id, version desc
		) latest
		join instalments on instalments.book_id = :book and instalments.loan_id = latest.loan_id
			and instalments.version = latest.version
		order by instalments.loan_id, instalments.number`,
		{book: book.id, loans: [...loans], on: on ?? 'infinity'},
	);
	const schedules = new Map<string, FactSchedule>();
	for (const row of rows) {
		const known = schedules.get(row.loan_id);
		if (known) known.instalments.push(toInstalment(row));
		else {
			schedules.set(row.loan_id, {
				effectiveOn: row.effective_on as LocalDate,
				...(row.entry_number === null ? {} : {entryNumber: row.entry_number}),
				instalments: [toInstalment(row)],
			});
		}
	}
	return schedules;
}

async function lastPaid(
	trx: Knex,
	book: Book,
	loans: readonly string[],
): Promise<Map<string, LocalDate>> {
	const {rows} = await trx.raw<{rows: {loan_id: LoanId; paid_on: LocalDate}[]}>(
		`select loan_id, max(paid_on) as paid_on
		from repayments
		where book_id = :book and loan_id = any (cast(:loans as uuid[]))
			and not exists (select from entries where entries.book_id = repayments.book_id
				and entries.reverses = repayments.entry_number)
		group by loan_id`,
		{book: book.id, loans: [...loans]},
	);
	return new Map(rows.map(({loan_id: loan, paid_on: paidOn}) => [loan, paidOn]));
}
