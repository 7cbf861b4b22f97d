import {type LocalDate, daysBetween, earlier} from '../kernel/local-date.ts';
import {
	type Rupiah,
	add,
	isPositive,
	max,
	ratioText,
	subtract,
	sum,
	zero,
} from '../kernel/money.ts';
import type {KelurahanCode, RegionCode} from '../kernel/region-code.ts';
import {
	type EarlyEnd,
	type FundTerms,
	type Received,
	buildScheduleOfReceived,
	principalDueBy,
} from '../fund/index.ts';

/** What the journal says of one allocation up to a day; amounts in rupiah. */
export type FundFacts = {
	readonly kelurahan: KelurahanCode;
	readonly terms: FundTerms;
	/** The tranches that stand, from which what is due to the city follows. */
	readonly received: readonly Received[];
	readonly earlyEnd?: EarlyEnd;
	readonly tranchesReceived: Rupiah;
	readonly remitted: Rupiah;
	/** Given back to the city without having been lent, or moved on to another allocation. */
	readonly returned: Rupiah;
	readonly principalCollected: Rupiah;
	/** The earliest day whose collected principal has not gone to the city in full. */
	readonly notRemittedSince?: LocalDate;
	readonly collectedNotRemitted: Rupiah;
	readonly cashAndBank: Rupiah;
	/** With agents (wakalah), in goods not yet sold, and asked for cancelled purchases. */
	readonly beforeSale: Rupiah;
	/** What members paid before the sale: theirs, though it lies in cash and bank. */
	readonly downPayments: Rupiah;
	readonly disbursed: Rupiah;
	readonly fundDebt: Rupiah;
	/** What the city's book says it is owed, current, long-term or written off: the mirror. */
	readonly cityInvestment: Rupiah;
	/** Debt to the city that became a claim on a person, or from which it released. */
	readonly endedOtherwise: Rupiah;
	/** Left of claims on persons who ran the cooperative (TGR), by the city's book. */
	readonly claims: Rupiah;
	/** Written off, and recovered of what was, in the year up to the day. */
	readonly writtenOffYear: Rupiah;
	readonly recoveredYear: Rupiah;
	readonly portfolio: PortfolioFacts;
	/** The loans by class under each policy in force on the day. */
	readonly classes: readonly FundClass[];
};

/** The loans of one class of a policy, added up. */
export type FundClass = {
	readonly policy: string;
	readonly version: number;
	/** Of the class within its policy, from 1, the best. */
	readonly position: number;
	readonly loans: number;
	readonly principal: Rupiah;
	/** What the policy requires for them. */
	readonly provision: Rupiah;
};

/** Sums over the loans of one allocation that still owe something. */
export type PortfolioFacts = {
	readonly outstandingPrincipal: Rupiah;
	readonly activeLoans: number;
	readonly borrowers: number;
	readonly womenBorrowers: number;
	/** Principal of all instalments that fell due before the day, of all loans ever disbursed. */
	readonly principalDueFromMembers: Rupiah;
	readonly principalOverdue: Rupiah;
	/** Principal outstanding of loans at least 1, and more than 30, 60, 90 days late. */
	readonly atRisk1: Rupiah;
	readonly atRisk30: Rupiah;
	readonly atRisk60: Rupiah;
	readonly atRisk90: Rupiah;
	/** Principal outstanding of loans on a schedule that was agreed anew. */
	readonly restructured: Rupiah;
	/** Of loans more than 30 days late, or on a schedule that was agreed anew. */
	readonly atRisk30Restructured: Rupiah;
};

/** The figures that add up: kelurahan to kecamatan to city. */
export type FundHealthSums = {
	readonly ceiling: Rupiah;
	readonly allocated: Rupiah;
	readonly tranchesReceived: Rupiah;
	readonly principalDueToCity: Rupiah;
	readonly remitted: Rupiah;
	/** Given back unlent, or moved on to another allocation. */
	readonly returned: Rupiah;
	readonly overdueToCity: Rupiah;
	readonly principalCollected: Rupiah;
	readonly collectedNotRemitted: Rupiah;
	readonly cashAndBank: Rupiah;
	/** With agents (wakalah), in goods not yet sold, and asked for cancelled purchases. */
	readonly beforeSale: Rupiah;
	/** What members paid before the sale: theirs, though it lies in cash and bank. */
	readonly downPayments: Rupiah;
	readonly outstandingPrincipal: Rupiah;
	readonly disbursed: Rupiah;
	readonly principalDueFromMembers: Rupiah;
	readonly principalOverdue: Rupiah;
	readonly atRisk1: Rupiah;
	readonly atRisk30: Rupiah;
	readonly atRisk60: Rupiah;
	readonly atRisk90: Rupiah;
	readonly restructured: Rupiah;
	readonly atRisk30Restructured: Rupiah;
	readonly fundDebt: Rupiah;
	readonly cityInvestment: Rupiah;
	/** Left of claims on persons (Piutang TP/TGR). */
	readonly claims: Rupiah;
};

const sumNames = [
	'ceiling',
	'allocated',
	'tranchesReceived',
	'principalDueToCity',
	'remitted',
	'returned',
	'overdueToCity',
	'principalCollected',
	'collectedNotRemitted',
	'cashAndBank',
	'beforeSale',
	'downPayments',
	'outstandingPrincipal',
	'disbursed',
	'principalDueFromMembers',
	'principalOverdue',
	'atRisk1',
	'atRisk30',
	'atRisk60',
	'atRisk90',
	'restructured',
	'atRisk30Restructured',
	'fundDebt',
	'cityInvestment',
	'claims',
] as const satisfies readonly (keyof FundHealthSums)[];

export type FundHealthRow = {
	readonly region: RegionCode;
	readonly name: string;
	readonly level: 'village' | 'district' | 'regency';
	readonly sums: FundHealthSums;
	readonly activeLoans: number;
	readonly borrowers: number;
	readonly womenBorrowers: number;
	/** Days since the oldest collected principal that the city has not got; 0 when there is none. */
	readonly notRemittedDays: number;
	readonly ratios: FundHealthRatios;
};

/** Ratios of the sums with four decimals; undefined where the divisor is nothing. */
export type FundHealthRatios = {
	/** Disbursed to date / tranches received. */
	readonly turnover: string | undefined;
	/**
	 * Cash and bank of the fund less what is held for the city and what members paid beforehand /
	 * tranches received.
	 */
	readonly idleShare: string | undefined;
	/** Cumulative repayment: principal collected to date / principal due to date from members. */
	readonly repaymentRate: string | undefined;
	/** Principal overdue / principal outstanding. */
	readonly arrearsRatio: string | undefined;
	/** Balance of late loans / principal outstanding: the whole balance, not the late part. */
	readonly par1: string | undefined;
	readonly par30: string | undefined;
	readonly par60: string | undefined;
	readonly par90: string | undefined;
	/** PAR30 as if every loan on a schedule agreed anew were late (CGAP): easing hides nothing. */
	readonly par30Restructured: string | undefined;
	/** Principal remitted / principal due to the city by the agreements' schedules. */
	readonly remittanceRate: string | undefined;
	/** Women among borrowers. */
	readonly womenShare: string | undefined;
};

export type KelurahanPlace = {
	readonly code: KelurahanCode;
	readonly name: string;
	readonly ceiling: Rupiah;
};

const emptySums = Object.fromEntries(sumNames.map((name) => [name, zero])) as FundHealthSums;

/** The health of the fund in one kelurahan: the sum over its allocations. */
export function buildKelurahanRow(
	place: KelurahanPlace,
	facts: readonly FundFacts[],
	day: LocalDate,
): FundHealthRow {
	const sums = facts
		.map((fact) => toSums(fact, day))
		.reduce(addSums, {...emptySums, ceiling: place.ceiling});
	return toRow({region: place.code, name: place.name, level: 'village'}, sums, {
		activeLoans: total(facts, ({portfolio}) => portfolio.activeLoans),
		borrowers: total(facts, ({portfolio}) => portfolio.borrowers),
		womenBorrowers: total(facts, ({portfolio}) => portfolio.womenBorrowers),
		notRemittedDays: Math.max(0, ...facts.map((fact) => notRemittedDays(fact, day))),
	});
}

/** The row of a kecamatan or city: the sums of its parts, and the ratios of those sums. */
export function addRows(
	place: Pick<FundHealthRow, 'region' | 'name' | 'level'>,
	parts: readonly FundHealthRow[],
): FundHealthRow {
	const sums = parts.map((row) => row.sums).reduce(addSums, emptySums);
	return toRow(place, sums, {
		activeLoans: total(parts, (row) => row.activeLoans),
		borrowers: total(parts, (row) => row.borrowers),
		womenBorrowers: total(parts, (row) => row.womenBorrowers),
		notRemittedDays: Math.max(0, ...parts.map((row) => row.notRemittedDays)),
	});
}

function toSums(fact: FundFacts, day: LocalDate): FundHealthSums {
	const schedule = buildScheduleOfReceived(fact.terms, fact.received, fact.earlyEnd);
	const due = principalDueBy(schedule, day);
	const paidBack = sum([fact.remitted, fact.returned, fact.endedOtherwise]);
	const {portfolio} = fact;
	return {
		ceiling: zero,
		allocated: fact.terms.amount,
		tranchesReceived: fact.tranchesReceived,
		principalDueToCity: due,
		remitted: fact.remitted,
		returned: fact.returned,
		overdueToCity: max(subtract(due, paidBack), zero),
		principalCollected: fact.principalCollected,
		collectedNotRemitted: fact.collectedNotRemitted,
		cashAndBank: fact.cashAndBank,
		beforeSale: fact.beforeSale,
		downPayments: fact.downPayments,
		outstandingPrincipal: portfolio.outstandingPrincipal,
		disbursed: fact.disbursed,
		principalDueFromMembers: portfolio.principalDueFromMembers,
		principalOverdue: portfolio.principalOverdue,
		atRisk1: portfolio.atRisk1,
		atRisk30: portfolio.atRisk30,
		atRisk60: portfolio.atRisk60,
		atRisk90: portfolio.atRisk90,
		restructured: portfolio.restructured,
		atRisk30Restructured: portfolio.atRisk30Restructured,
		fundDebt: fact.fundDebt,
		cityInvestment: fact.cityInvestment,
		claims: fact.claims,
	};
}

const notRemittedDays = (
	{collectedNotRemitted, notRemittedSince}: FundFacts,
	day: LocalDate,
): number =>
	isPositive(collectedNotRemitted) && notRemittedSince !== undefined
		? daysBetween(earlier(notRemittedSince, day), day)
		: 0;

const addSums = (a: FundHealthSums, b: FundHealthSums): FundHealthSums =>
	Object.fromEntries(sumNames.map((name) => [name, add(a[name], b[name])])) as FundHealthSums;

const total = <Item>(items: readonly Item[], count: (item: Item) => number): number =>
	items.reduce((before, item) => before + count(item), 0);

const ratioDecimals = 4;

function toRow(
	place: Pick<FundHealthRow, 'region' | 'name' | 'level'>,
	sums: FundHealthSums,
	counts: Pick<FundHealthRow, 'activeLoans' | 'borrowers' | 'womenBorrowers' | 'notRemittedDays'>,
): FundHealthRow {
	const of = (part: Rupiah, whole: Rupiah) => ratioText(part, whole, ratioDecimals);
	const ofPortfolio = (part: Rupiah) => of(part, sums.outstandingPrincipal);
	const idle = subtract(sums.cashAndBank, add(sums.collectedNotRemitted, sums.downPayments));
	return {
		...place,
		...counts,
		sums,
		ratios: {
			turnover: of(sums.disbursed, sums.tranchesReceived),
			idleShare: of(max(idle, zero), sums.tranchesReceived),
			repaymentRate: of(sums.principalCollected, sums.principalDueFromMembers),
			arrearsRatio: ofPortfolio(sums.principalOverdue),
			par1: ofPortfolio(sums.atRisk1),
			par30: ofPortfolio(sums.atRisk30),
			par60: ofPortfolio(sums.atRisk60),
			par90: ofPortfolio(sums.atRisk90),
			par30Restructured: ofPortfolio(sums.atRisk30Restructured),
			remittanceRate: of(sums.remitted, sums.principalDueToCity),
			womenShare: countRatio(counts.womenBorrowers, counts.borrowers),
		},
	};
}

const countRatio = (part: number, whole: number): string | undefined =>
	whole === 0 ? undefined : (part / whole).toFixed(ratioDecimals);

/**
 * What the city's book says it has invested, less what the cooperatives' books say they owe it,
 * collected or not. Zero, or the two books have parted.
 */
export const mirrorDifference = (sums: FundHealthSums): Rupiah =>
	subtract(sums.cityInvestment, add(sums.fundDebt, sums.collectedNotRemitted));
