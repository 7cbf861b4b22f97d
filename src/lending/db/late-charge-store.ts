import type {Knex} from 'knex';
import type {ConstraintRefusals} from '../../db/constraint-errors.ts';
import type {LoanId} from '../../kernel/ids.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import {rupiah, toText} from '../../kernel/money.ts';
import {refuse} from '../errors.ts';
import type {Cost, LateCharge, LateChargeKind, LateChargePayment} from '../late-charge.ts';
import type {LateChargeStore} from '../late-payer-ports.ts';

/** Fines and compensations in PostgreSQL. */
export const createLateChargeStore = (trx: Knex): LateChargeStore => ({
	...createChargeReader(trx),
	async insertCharges(book, charges, at) {
		await trx('late_charges').insert(
			charges.map((charge) => ({
				book_id: book.id,
				loan_id: charge.loan,
				number: charge.number,
				kind: charge.kind,
				charged_on: charge.chargedOn,
				amount: toText(charge.amount),
				version: charge.instalment?.version ?? null,
				instalment: charge.instalment?.number ?? null,
				is_wilful: true,
				statement: charge.statement,
				charged_by: charge.chargedBy,
				recorded_at: at,
			})),
		);
		const costs = charges.flatMap((charge) =>
			charge.costs.map((cost, index) => ({
				book_id: book.id,
				loan_id: charge.loan,
				charge_number: charge.number,
				number: index + 1,
				document: cost.document,
				description: cost.description,
				spent_on: cost.spentOn,
				amount: toText(cost.amount),
			})),
		);
		if (costs.length > 0) await trx('tawidh_costs').insert(costs);
	},
	async insertChargePayment(book, charge, payment) {
		await trx('late_charge_payments').insert({
			book_id: book.id,
			entry_number: payment.entryNumber,
			loan_id: charge.loan,
			charge_number: charge.number,
			paid_on: payment.paidOn,
			method: payment.method,
			receipt_number: payment.receiptNumber,
			received_by: payment.receivedBy,
		});
	},
	async insertWaiver(book, charge, waiver, at) {
		await trx('late_charge_waivers').insert({
			book_id: book.id,
			loan_id: charge.loan,
			charge_number: charge.number,
			waived_on: waiver.waivedOn,
			reason: waiver.reason,
			waived_by: waiver.waivedBy,
			recorded_at: at,
		});
	},
});

const createChargeReader = (trx: Knex): Pick<LateChargeStore, 'owedOn' | 'listCharges'> => ({
	async owedOn(book, loan, day) {
		const {rows} = await trx.raw<{rows: {owed: string}[]}>(
			'select lending_owed_on(?, ?, ?)::numeric(38, 2) as owed',
			[book.id, loan, day],
		);
		return rupiah(rows[0]!.owed);
	},
	async listCharges(book, loan) {
		const of = {'charge.book_id': book.id, 'charge.loan_id': loan};
		const rows: ChargeRow[] = await trx('late_charges as charge')
			.leftJoin('late_charge_waivers as waiver', (join) =>
				join
					.on('waiver.book_id', 'charge.book_id')
					.on('waiver.loan_id', 'charge.loan_id')
					.on('waiver.charge_number', 'charge.number'),
			)
			.where(of)
			.orderBy('charge.number')
			.select('charge.*', 'waived_on', 'reason', 'waived_by');
		const costs: CostRow[] = await trx('tawidh_costs')
			.where({book_id: book.id, loan_id: loan})
			.orderBy(['charge_number', 'number']);
		// A payment that was taken back is none.
		const payments: PaymentRow[] = await trx('late_charge_payments as payment')
			.where({'payment.book_id': book.id, 'payment.loan_id': loan})
			.whereRaw(
				`not exists (select from entries where entries.book_id = payment.book_id
					and entries.reverses = payment.entry_number)`,
			);
		return rows.map((row) => toCharge(row, costs, payments));
	},
});

/** What the laws about late payers that PostgreSQL alone can hold are called when broken. */
export const latePayerConstraints: ConstraintRefusals = {
	tawidh_costs_document_key: () => refuse('lending/cost-claimed-already', {}, 'costs'),
};

type ChargeRow = {
	loan_id: string;
	number: number;
	kind: LateChargeKind;
	charged_on: string;
	amount: string;
	version: number | null;
	instalment: number | null;
	statement: string;
	charged_by: string;
	waived_on: string | null;
	reason: string | null;
	waived_by: string | null;
};

type CostRow = {
	charge_number: number;
	document: string;
	description: string;
	spent_on: string;
	amount: string;
};

type PaymentRow = {
	charge_number: number;
	paid_on: string;
	method: LateChargePayment['method'];
	receipt_number: number;
	entry_number: number;
	received_by: string;
};

const toCost = ({document, description, spent_on: spentOn, amount}: CostRow): Cost => ({
	document,
	description,
	spentOn: spentOn as LocalDate,
	amount: rupiah(amount),
});

const toPayment = (row: PaymentRow): LateChargePayment => ({
	paidOn: row.paid_on as LocalDate,
	method: row.method,
	receiptNumber: row.receipt_number,
	entryNumber: row.entry_number,
	receivedBy: row.received_by,
});

function toCharge(
	row: ChargeRow,
	costs: readonly CostRow[],
	payments: readonly PaymentRow[],
): LateCharge {
	const payment = payments.find((one) => one.charge_number === row.number);
	return {
		loan: row.loan_id as LoanId,
		number: row.number,
		kind: row.kind,
		chargedOn: row.charged_on as LocalDate,
		amount: rupiah(row.amount),
		...(row.instalment === null
			? {}
			: {instalment: {version: row.version!, number: row.instalment}}),
		costs: costs.filter((cost) => cost.charge_number === row.number).map(toCost),
		statement: row.statement,
		chargedBy: row.charged_by,
		...(payment ? {payment: toPayment(payment)} : {}),
		...(row.waived_on === null
			? {}
			: {
					waiver: {
						waivedOn: row.waived_on as LocalDate,
						reason: row.reason!,
						waivedBy: row.waived_by!,
					},
				}),
	};
}
