import {type Rupiah, add, isZero, max, ratioText, subtract, sum, zero} from '../kernel/money.ts';
import type {Policy, PolicyClass} from '../provisioning/index.ts';
import {type GradePolicy, type Graded, gradeFund} from './fund-grade.ts';

/** What fund health is of: one region of a level, one programme, or all that was asked for. */
export type HealthLevel = 'village' | 'district' | 'regency' | 'province' | 'programme' | 'whole';

/** The figures that add up: kelurahan to kecamatan to city to province; amounts in rupiah. */
export type FundHealthSums = {
	readonly ceiling: Rupiah;
	readonly allocated: Rupiah;
	readonly tranchesReceived: Rupiah;
	/** Due by the agreements' schedules of the tranches that stand. */
	readonly principalDueToCity: Rupiah;
	readonly remitted: Rupiah;
	/** Given back to the city without having been lent, or moved on to another allocation. */
	readonly returned: Rupiah;
	/** Of each allocation what is due and not paid back: no surplus hides another's arrears. */
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
	/** Written off, and recovered of what was, in the year up to the day. */
	readonly writtenOffYear: Rupiah;
	readonly recoveredYear: Rupiah;
	readonly fundDebt: Rupiah;
	/** What the city's book says it is owed, current, long-term or written off: the mirror. */
	readonly cityInvestment: Rupiah;
	/** Left of claims on persons who ran the cooperative (Piutang TP/TGR), by the city's book. */
	readonly claims: Rupiah;
};

/** The loans of one class of a policy, added up. */
export type FundClass = {
	readonly policy: string;
	/** Of the class within its policy, from 1, the best. */
	readonly position: number;
	readonly loans: number;
	readonly principal: Rupiah;
	/** What the policy requires for them. */
	readonly provision: Rupiah;
};

/** What of a policy of classes and provisions a fund is valued by, its classes from the best on. */
export type ValuationPolicy = Pick<
	Policy,
	'code' | 'version' | 'effectiveFrom' | 'legalBasis' | 'status'
> & {readonly classes: readonly Pick<PolicyClass, 'position' | 'code' | 'nameId' | 'nameEn'>[]};

/**
 * What whole cooperatives that hold funds of a region earned and spent in the year up to the day.
 * It does not add up from region to region: one with several funds counts in each, and once in
 * their sum.
 */
export type Operations = {readonly income: Rupiah; readonly expenses: Rupiah};

/** All that is known of a region: everything else is derived from it. */
export type FundHealthFacts = {
	/** Nothing where the facts are of a programme or of the whole. */
	readonly region?: string;
	readonly programme?: string;
	readonly name: string;
	readonly level: HealthLevel;
	readonly sums: FundHealthSums;
	readonly activeLoans: number;
	readonly borrowers: number;
	readonly womenBorrowers: number;
	/** Days since the oldest collected principal that the city has not got; 0 when there is none. */
	readonly notRemittedDays: number;
	readonly classes: readonly FundClass[];
	readonly operations?: Operations;
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
	/** Income / expenses of the cooperatives in the year up to the day (OSS). */
	readonly operatingSelfSufficiency: string | undefined;
};

/** What one policy says of the loans, and what of the fund is then left. */
export type Valuation = {
	readonly policy: ValuationPolicy;
	/** One for each class of the policy, with nothing where no loan is of it. */
	readonly classes: readonly FundClass[];
	readonly provision: Rupiah;
	/** Principal outstanding less the provision that the policy requires. */
	readonly netRealisableValue: Rupiah;
	/** (Cash and bank + net realisable value + claims) / tranches received. */
	readonly fundPreservation: string | undefined;
	/**
	 * The same with what went back to the city or on to another allocation, with goods and money on
	 * its way to a purchase, and without what belongs to members: below 1 money of the fund is lost.
	 */
	readonly preservedShare: string | undefined;
};

export type FundHealthRow = Omit<FundHealthFacts, 'classes'> & {
	readonly ratios: FundHealthRatios;
	readonly valuations: readonly Valuation[];
	/** Nothing where no tranche has come: there is no fund to grade. */
	readonly graded?: Graded;
};

const ratioDecimals = 4;
const of = (part: Rupiah, whole: Rupiah) => ratioText(part, whole, ratioDecimals);

/** The policies in force on the day of a report; no bounds, no grades. */
export type HealthPolicies = {
	readonly valuation: readonly ValuationPolicy[];
	readonly grade: GradePolicy | undefined;
};

/** The row of a region: the ratios of its sums, its value under each policy, and its grade. */
export function buildHealthRow(
	{classes, ...facts}: FundHealthFacts,
	{valuation, grade: policy}: HealthPolicies,
): FundHealthRow {
	const ratios = toRatios(facts);
	const valuations = valuation.map((one) => valueFund(facts.sums, classes, one));
	const row = {...facts, ratios, valuations};
	if (policy === undefined || isZero(facts.sums.tranchesReceived)) return row;
	const measures = {
		par30Restructured: ratios.par30Restructured,
		remittanceRate: ratios.remittanceRate,
		notRemittedDays: String(facts.notRemittedDays),
		preservedShare: valuations.find((one) => one.policy.code === policy.provisionPolicy)
			?.preservedShare,
		operatingSelfSufficiency: ratios.operatingSelfSufficiency,
	};
	return {...row, graded: gradeFund(measures, policy.bounds)};
}

function toRatios({
	sums,
	operations,
	borrowers,
	womenBorrowers,
}: Omit<FundHealthFacts, 'classes'>): FundHealthRatios {
	const ofPortfolio = (part: Rupiah) => of(part, sums.outstandingPrincipal);
	const idle = subtract(sums.cashAndBank, add(sums.collectedNotRemitted, sums.downPayments));
	return {
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
		womenShare: countRatio(womenBorrowers, borrowers),
		operatingSelfSufficiency: operations && of(operations.income, operations.expenses),
	};
}

const countRatio = (part: number, whole: number): string | undefined =>
	whole === 0 ? undefined : (part / whole).toFixed(ratioDecimals);

function valueFund(
	sums: FundHealthSums,
	classes: readonly FundClass[],
	policy: ValuationPolicy,
): Valuation {
	const own = policy.classes.map(
		({position}) =>
			classes.find((one) => one.policy === policy.code && one.position === position) ??
			emptyClass(policy.code, position),
	);
	const provision = sum(own.map((one) => one.provision));
	const netRealisableValue = subtract(sums.outstandingPrincipal, provision);
	const kept = sum([sums.cashAndBank, netRealisableValue, sums.claims]);
	const moved = sum([sums.remitted, sums.returned, sums.beforeSale]);
	return {
		policy,
		classes: own,
		provision,
		netRealisableValue,
		fundPreservation: of(kept, sums.tranchesReceived),
		preservedShare: of(subtract(add(kept, moved), sums.downPayments), sums.tranchesReceived),
	};
}

const emptyClass = (policy: string, position: number): FundClass => ({
	policy,
	position,
	loans: 0,
	principal: zero,
	provision: zero,
});

/**
 * What the city's book says it has invested, less what the cooperatives' books say they owe it,
 * collected or not. Zero, or the two books have parted.
 */
export const mirrorDifference = (sums: FundHealthSums): Rupiah =>
	subtract(sums.cityInvestment, add(sums.fundDebt, sums.collectedNotRemitted));
