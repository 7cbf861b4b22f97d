import {type Rupiah, add, isNegative, subtract, sum, zero} from '../kernel/money.ts';
import {
	type SharePaid,
	type SurplusDistribution,
	type YearSurplus,
	surplusOf,
	totalShare,
} from '../surplus/index.ts';

/**
 * How far a year's surplus has come: its year is not closed; it is closed and not distributed; it
 * is a loss, which is carried; it is distributed.
 */
export const surplusStates = ['not-closed', 'not-distributed', 'loss', 'distributed'] as const;
export type SurplusState = (typeof surplusStates)[number];

export type SurplusFacts = {
	/** Income less expenses of the year by the income statement. */
	readonly earned: Rupiah;
	readonly closing: YearSurplus | undefined;
	readonly distribution: SurplusDistribution | undefined;
	readonly shares: readonly SharePaid[];
	/** What is left of the shares of all other years. */
	readonly leftOfOthers: Rupiah;
	/** What account 2.4.02 holds. */
	readonly control: Rupiah;
};

export type SurplusTotals = {
	readonly earned: Rupiah;
	/** What the closing of the year carried to equity. */
	readonly closed: Rupiah;
	/** What the parts come to. */
	readonly distributed: Rupiah;
	readonly savingsBase: Rupiah;
	readonly businessBase: Rupiah;
	readonly savingsShare: Rupiah;
	readonly businessShare: Rupiah;
	readonly share: Rupiah;
	readonly paid: Rupiah;
	readonly left: Rupiah;
	readonly leftOfOthers: Rupiah;
	/** What account 2.4.02 holds: what is left of this year and of all others. */
	readonly control: Rupiah;
};

export type SurplusReport = SurplusFacts & {
	readonly state: SurplusState;
	readonly totals: SurplusTotals;
};

/** What is left of a member's share. */
export const leftOfShare = (one: SharePaid): Rupiah => subtract(totalShare(one), one.paid);

/** The distribution of a year's surplus with what it comes to. */
export function buildSurplusReport(facts: SurplusFacts): SurplusReport {
	const {earned, closing, distribution, shares, leftOfOthers, control} = facts;
	const total = (of: (one: SharePaid) => Rupiah): Rupiah => sum(shares.map(of));
	const savingsShare = total((one) => one.savingsShare);
	const businessShare = total((one) => one.businessShare);
	return {
		...facts,
		state: stateOf(facts),
		totals: {
			earned,
			closed: closing ? surplusOf(closing) : zero,
			distributed: sum(distribution?.parts.map(({amount}) => amount) ?? []),
			savingsBase: total((one) => one.savings),
			businessBase: total((one) => one.business),
			savingsShare,
			businessShare,
			share: add(savingsShare, businessShare),
			paid: total((one) => one.paid),
			left: total(leftOfShare),
			leftOfOthers,
			control,
		},
	};
}

function stateOf({closing, distribution}: SurplusFacts): SurplusState {
	if (distribution) return 'distributed';
	if (!closing) return 'not-closed';
	return isNegative(surplusOf(closing)) ? 'loss' : 'not-distributed';
}
