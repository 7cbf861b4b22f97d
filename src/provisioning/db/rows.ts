import type {AllocationId, BookCode, LoanId} from '../../kernel/ids.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import {rupiah} from '../../kernel/money.ts';
import {percent} from '../../kernel/rate.ts';
import type {FundedLoan, PolicyChoice, ProvisionRun} from '../booking.ts';
import type {LoanFacts} from '../classify.ts';
import type {ManualClass} from '../manual-class.ts';
import type {Frequency, Ladder, Measure, Policy, PolicyClass} from '../policy.ts';
import type {ClassSum, ClassifiedLoan, LoanClass} from '../portfolio.ts';

export type VersionRow = {
	code: string;
	version: number;
	name_id: string;
	name_en: string;
	effective_from: string;
	legal_basis: string;
	status: Policy['status'];
	classes: {
		position: number;
		code: string;
		name_id: string;
		name_en: string;
		percentage: string;
		deducts_collateral: boolean;
		collateral_percent_min: string | null;
		is_provisional: boolean;
		source: string;
	}[];
	ladders: {
		frequency: Frequency;
		measure: Measure;
		up_to: number[];
		is_provisional: boolean;
		source: string;
	}[];
};

const toClass = (row: VersionRow['classes'][number]): PolicyClass => ({
	position: row.position,
	code: row.code,
	nameId: row.name_id,
	nameEn: row.name_en,
	percentage: percent(row.percentage),
	deductsCollateral: row.deducts_collateral,
	...(row.collateral_percent_min === null
		? {}
		: {collateralMin: percent(row.collateral_percent_min)}),
	isProvisional: row.is_provisional,
	source: row.source,
});

const toLadder = (row: VersionRow['ladders'][number]): Ladder => ({
	frequency: row.frequency,
	measure: row.measure,
	upTo: row.up_to,
	isProvisional: row.is_provisional,
	source: row.source,
});

export const toPolicy = (row: VersionRow): Policy => ({
	code: row.code,
	version: row.version,
	nameId: row.name_id,
	nameEn: row.name_en,
	effectiveFrom: row.effective_from as LocalDate,
	legalBasis: row.legal_basis,
	status: row.status,
	classes: row.classes.map(toClass),
	ladders: row.ladders.map(toLadder),
});

/** A row of `provisioning_classes`: one loan under one policy. */
export type FigureRow = {
	loan_id: string;
	fund_id: string;
	number: number;
	frequency: Frequency;
	owed: string;
	principal: string;
	collateral: string;
	days_past_due: number;
	months_past_due: number;
	missed_payments: number;
	policy_code: string;
	computed: number;
	manual: number | null;
	class_position: number;
	base: string;
	provision: string;
};

export const toFacts = (row: FigureRow): LoanFacts => ({
	frequency: row.frequency,
	owed: rupiah(row.owed),
	principal: rupiah(row.principal),
	collateral: rupiah(row.collateral),
	daysPastDue: row.days_past_due,
	monthsPastDue: row.months_past_due,
	missedPayments: row.missed_payments,
});

export const toFundedLoan = (row: FigureRow): FundedLoan => ({
	...toFacts(row),
	fund: row.fund_id,
	...(row.manual === null ? {} : {manual: row.manual}),
});

const toLoanClass = (row: FigureRow): LoanClass => ({
	policy: row.policy_code,
	computed: row.computed,
	...(row.manual === null ? {} : {manual: row.manual}),
	position: row.class_position,
	base: rupiah(row.base),
	provision: rupiah(row.provision),
});

/** The rows of a loan stand together, one for each policy. */
export function toClassifiedLoans(rows: readonly (FigureRow & {book: string})[]): ClassifiedLoan[] {
	const loans = new Map<string, ClassifiedLoan & {classes: LoanClass[]}>();
	for (const row of rows) {
		const known = loans.get(row.loan_id);
		if (known) {
			known.classes.push(toLoanClass(row));
			continue;
		}
		loans.set(row.loan_id, {
			...toFacts(row),
			book: row.book as BookCode,
			loan: row.loan_id as LoanId,
			number: row.number,
			fund: row.fund_id as AllocationId,
			classes: [toLoanClass(row)],
		});
	}
	return [...loans.values()];
}

export type SumRow = {
	policy_code: string;
	class_position: number;
	loans: number;
	owed: string;
	principal: string;
	collateral: string;
	base: string;
	provision: string;
};

export const toClassSum = (row: SumRow): ClassSum => ({
	policy: row.policy_code,
	position: row.class_position,
	loans: row.loans,
	owed: rupiah(row.owed),
	principal: rupiah(row.principal),
	collateral: rupiah(row.collateral),
	base: rupiah(row.base),
	provision: rupiah(row.provision),
});

export type ManualClassRow = {
	loan_id: string;
	policy_code: string;
	number: number;
	effective_from: string;
	class_code: string | null;
	reason: string;
	recorded_by: string;
	recorded_at: Date;
};

export const toManualClass = (row: ManualClassRow): ManualClass => ({
	loan: row.loan_id as LoanId,
	policy: row.policy_code,
	number: row.number,
	effectiveFrom: row.effective_from as LocalDate,
	...(row.class_code === null ? {} : {class: row.class_code}),
	reason: row.reason,
	recordedBy: row.recorded_by,
	recordedAt: row.recorded_at,
});

export type ChoiceRow = {
	effective_from: string;
	policy_code: string;
	reason: string;
	decided_by: string;
	decided_at: Date;
};

export const toChoice = (row: ChoiceRow): PolicyChoice => ({
	effectiveFrom: row.effective_from as LocalDate,
	policy: row.policy_code,
	reason: row.reason,
	decidedBy: row.decided_by,
	decidedAt: row.decided_at,
});

export type RunRow = {
	number: number;
	month: string;
	policy_code: string;
	version: number;
	booked_before: string;
	required: string;
	entry_number: number;
	booked_by: string;
};

export const toRun = (row: RunRow): ProvisionRun => ({
	number: row.number,
	month: row.month as LocalDate,
	policy: row.policy_code,
	version: row.version,
	bookedBefore: rupiah(row.booked_before),
	required: rupiah(row.required),
	entryNumber: row.entry_number,
	bookedBy: row.booked_by,
});
