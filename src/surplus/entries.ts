import {cooperativeAccounts} from '../cooperatives/index.ts';
import {assert} from '../kernel/assert.ts';
import type {BookCode} from '../kernel/ids.ts';
import {type Rupiah, isNegative, isPositive, min, negate, subtract, sum} from '../kernel/money.ts';
import {type EntryDraft, type Line, credit, debit, linesMax} from '../ledger/index.ts';
import {
	type Split,
	type SurplusDistribution,
	type YearSurplus,
	totalShare,
} from './distribution.ts';
import {type SurplusPayout, payoutSlipOf} from './payout.ts';
import {isMemberPart} from './rule.ts';

const {cash, operatingBank, currentSurplus, surplusShares} = cooperativeAccounts;

export const distributionKind = 'surplus-distribution';
export const payoutKind = 'surplus-payout';

/**
 * The entries of a distribution: what the closing of the year brought to 3.2.09 leaves it fund by
 * fund, against the accounts of the parts and each member's share. What the members decided is the
 * cooperative's as a whole, so where it goes names no fund. As many entries as it takes: one has a
 * thousand lines at most.
 */
export function draftDistribution(
	book: BookCode,
	{year, decidedOn, document}: Pick<SurplusDistribution, 'year' | 'decidedOn' | 'document'>,
	{funds}: Pick<YearSurplus, 'funds'>,
	{parts, shares}: Pick<Split, 'parts' | 'shares'>,
	most = linesMax,
): EntryDraft[] {
	const about = (fund: string | undefined) => (fund === undefined ? {} : {fund});
	const sources = funds
		.filter(({amount}) => isPositive(amount))
		.map(({fund, amount}) => debit(currentSurplus, amount, about(fund)));
	const destinations = [
		// A fund that lost is made good by those that earned.
		...funds
			.filter(({amount}) => isNegative(amount))
			.map(({fund, amount}) => credit(currentSurplus, negate(amount), about(fund))),
		...parts
			.filter(({kind, amount}) => !isMemberPart(kind) && isPositive(amount))
			.map(({account, amount}) => credit(account, amount)),
		...shares.map((one) => credit(surplusShares, totalShare(one), {member: one.member})),
	];
	return inEntries(sources, destinations, most).map((lines) => ({
		book,
		effectiveOn: decidedOn,
		kind: distributionKind,
		reason: `Pembagian SHU tahun ${year}`,
		document,
		lines,
	}));
}

/** Parts lines into entries that balance, none with more lines than it may have. */
function inEntries(sources: readonly Line[], destinations: readonly Line[], most: number) {
	const size = most - sources.length;
	assert(size > 0, 'A year is closed by one entry, which has fewer funds than lines.');
	const left = sources.map((line) => ({...line}));
	const entries: Line[][] = [];
	for (let start = 0; start < destinations.length; start += size) {
		const chunk = destinations.slice(start, start + size);
		entries.push([...takeFrom(left, sum(chunk.map(({amount}) => amount))), ...chunk]);
	}
	return entries;
}

/** Takes an amount from lines in their order, and leaves in them what is left. */
function takeFrom(left: Line[], wanted: Rupiah): Line[] {
	const taken: Line[] = [];
	let missing = wanted;
	while (isPositive(missing)) {
		const [first] = left;
		assert(first, 'What a surplus is parted into comes to the surplus.');
		const amount = min(first.amount, missing);
		taken.push({...first, amount});
		missing = subtract(missing, amount);
		const rest = subtract(first.amount, amount);
		if (isPositive(rest)) left[0] = {...first, amount: rest};
		else left.shift();
	}
	return taken;
}

/** The entry of a payout in cash or by the bank; one into savings is that of the deposit. */
export const draftPayout = (
	book: BookCode,
	{year}: Pick<SurplusDistribution, 'year'>,
	payout: Pick<SurplusPayout, 'member' | 'way' | 'number' | 'paidOn' | 'amount'>,
): EntryDraft => {
	const {member, amount, paidOn, way} = payout;
	return {
		book,
		effectiveOn: paidOn,
		kind: payoutKind,
		reason: `Pembayaran SHU tahun ${year}`,
		document: payoutSlipOf(payout),
		lines: [
			debit(surplusShares, amount, {member}),
			credit(way === 'cash' ? cash : operatingBank, amount, {member}),
		],
	};
};
