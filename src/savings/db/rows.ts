import type {BookCode, MemberId, SavingMovementId} from '../../kernel/ids.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import {rupiah} from '../../kernel/money.ts';
import type {SavingKind, SavingMethod, SavingMovement} from '../movement.ts';
import type {Obligation} from '../obligation.ts';
import type {SavingProduct} from '../product.ts';

export type SavingRow = {
	book: string;
	id: string;
	member_id: string;
	product: SavingProduct;
	kind: SavingKind;
	number: number | null;
	effective_on: string;
	method: SavingMethod;
	amount: string;
	entry_number: number;
	reverses: string | null;
	is_leaving: boolean;
	recorded_by: string;
	is_reversed: boolean;
};

export const toSaving = (row: SavingRow): SavingMovement => ({
	id: row.id as SavingMovementId,
	book: row.book as BookCode,
	member: row.member_id as MemberId,
	product: row.product,
	kind: row.kind,
	...(row.number === null ? {} : {number: row.number}),
	effectiveOn: row.effective_on as LocalDate,
	method: row.method,
	amount: rupiah(row.amount),
	entryNumber: row.entry_number,
	...(row.reverses === null ? {} : {reverses: row.reverses as SavingMovementId}),
	isLeaving: row.is_leaving,
	recordedBy: row.recorded_by,
	isReversed: row.is_reversed,
});

export type ObligationRow = {
	effective_from: string;
	amount: string;
	legal_basis: string;
	recorded_by: string;
};

export const toObligation = (row: ObligationRow): Obligation => ({
	effectiveFrom: row.effective_from as LocalDate,
	amount: rupiah(row.amount),
	legalBasis: row.legal_basis,
	recordedBy: row.recorded_by,
});
