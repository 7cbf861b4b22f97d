import type {
	AccountCode,
	MemberId,
	SavingMovementId,
	SurplusDistributionId,
	SurplusPayoutId,
} from '../../kernel/ids.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import {rupiah} from '../../kernel/money.ts';
import {percent} from '../../kernel/rate.ts';
import type {SavingProduct} from '../../savings/index.ts';
import type {SurplusDistribution} from '../distribution.ts';
import type {PayoutWay, SurplusPayout} from '../payout.ts';
import type {SharePaid} from '../ports.ts';
import type {PartKind, RuleBasis, SurplusRule} from '../rule.ts';

export type RuleRow = {
	version: number;
	effective_from: string;
	basis: RuleBasis;
	document: string;
	saving_products: SavingProduct[];
	recorded_at: Date;
	recorded_by: string;
	parts: {kind: PartKind; name: string; percent: string; account: string}[];
};

export const toRule = (row: RuleRow): SurplusRule => ({
	version: row.version,
	effectiveFrom: row.effective_from as LocalDate,
	basis: row.basis,
	document: row.document,
	savingProducts: row.saving_products,
	parts: row.parts.map((part) => ({
		kind: part.kind,
		name: part.name,
		percent: percent(part.percent),
		account: part.account as AccountCode,
	})),
	recordedAt: row.recorded_at,
	recordedBy: row.recorded_by,
});

export type DistributionRow = {
	id: string;
	year: number;
	decided_on: string;
	document: string;
	rule_version: number;
	surplus: string;
	closing_entry: number;
	first_entry: number;
	last_entry: number;
	recorded_by: string;
	reversal_entry: number | null;
	reversed_on: string | null;
	parts: {share: string; amount: string; base: string | null}[];
};

export const toDistribution = (row: DistributionRow, rule: SurplusRule): SurplusDistribution => ({
	id: row.id as SurplusDistributionId,
	year: row.year,
	decidedOn: row.decided_on as LocalDate,
	document: row.document,
	rule,
	surplus: rupiah(row.surplus),
	parts: row.parts.map((part, index) => ({
		...rule.parts[index]!,
		share: rupiah(part.share),
		amount: rupiah(part.amount),
		...(part.base === null ? {} : {base: rupiah(part.base)}),
	})),
	closingEntry: row.closing_entry,
	firstEntry: row.first_entry,
	lastEntry: row.last_entry,
	recordedBy: row.recorded_by,
	...(row.reversal_entry === null
		? {}
		: {
				reversal: {
					firstEntry: row.reversal_entry,
					effectiveOn: row.reversed_on as LocalDate,
				},
			}),
});

export type ShareRow = {
	member_id: string;
	number: number;
	name: string;
	savings_base: string;
	business_base: string;
	savings_share: string;
	business_share: string;
	paid: string;
};

export const toShare = (row: ShareRow): SharePaid => ({
	member: row.member_id as MemberId,
	number: row.number,
	name: row.name,
	savings: rupiah(row.savings_base),
	business: rupiah(row.business_base),
	savingsShare: rupiah(row.savings_share),
	businessShare: rupiah(row.business_share),
	paid: rupiah(row.paid),
});

export type PayoutRow = {
	id: string;
	distribution_id: string;
	member_id: string;
	number: number;
	paid_on: string;
	way: PayoutWay;
	amount: string;
	entry_number: number;
	saving_id: string | null;
	recorded_by: string;
	is_reversed: boolean;
};

export const toPayout = (row: PayoutRow): SurplusPayout => ({
	id: row.id as SurplusPayoutId,
	distribution: row.distribution_id as SurplusDistributionId,
	member: row.member_id as MemberId,
	number: row.number,
	paidOn: row.paid_on as LocalDate,
	way: row.way,
	amount: rupiah(row.amount),
	entryNumber: row.entry_number,
	...(row.saving_id === null ? {} : {saving: row.saving_id as SavingMovementId}),
	recordedBy: row.recorded_by,
	isReversed: row.is_reversed,
});
