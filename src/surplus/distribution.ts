import {isOnePerson} from '../kernel/actor.ts';
import type {MemberId, SurplusDistributionId} from '../kernel/ids.ts';
import {type LocalDate, addDays, localDate} from '../kernel/local-date.ts';
import {
	type Rupiah,
	add,
	compare,
	isNegative,
	isPositive,
	isZero,
	negate,
	portion,
	rupiah,
	subtract,
	sum,
	toMultiple,
	toText,
	zero,
} from '../kernel/money.ts';
import {refuse} from './errors.ts';
import {type RulePart, type SurplusRule, isMemberPart} from './rule.ts';

/** What the closing of a year carried to account 3.2.09, credits less debits, fund by fund. */
export type YearSurplus = {
	readonly year: number;
	readonly closingEntry: number;
	readonly closedBy: string;
	/** Where it was carried to instead, if it was. */
	readonly elsewhere?: string;
	readonly funds: readonly {readonly fund?: string; readonly amount: Rupiah}[];
};

/** By what a member has parts of the surplus of a year. */
export type MemberBase = {
	readonly member: MemberId;
	/**
	 * The average of what they had of the savings that the rule names at the ends of the twelve
	 * months, rounded down to the sen.
	 */
	readonly savings: Rupiah;
	/** What their loans earned for the cooperative in the year; nothing where it is below zero. */
	readonly business: Rupiah;
};

export type MemberShare = MemberBase & {
	readonly savingsShare: Rupiah;
	readonly businessShare: Rupiah;
};

export type DistributedPart = RulePart & {
	/** The percentage of the surplus, rounded down to the rupiah. */
	readonly share: Rupiah;
	/** What goes to the account: of the general reserve, with all that was left over. */
	readonly amount: Rupiah;
	/** What the members have by which it is shared, of the parts of members alone. */
	readonly base?: Rupiah;
};

/** How a surplus is distributed: its parts come to it to the sen. */
export type Split = {
	readonly surplus: Rupiah;
	readonly parts: readonly DistributedPart[];
	/** Members who have something, by identity. */
	readonly shares: readonly MemberShare[];
};

/** A distribution that was recorded. */
export type SurplusDistribution = {
	readonly id: SurplusDistributionId;
	readonly year: number;
	/** The day of the Rapat Anggota. */
	readonly decidedOn: LocalDate;
	readonly document: string;
	readonly rule: SurplusRule;
	readonly surplus: Rupiah;
	readonly parts: readonly DistributedPart[];
	readonly closingEntry: number;
	/** Its entries, from the first to the last. */
	readonly firstEntry: number;
	readonly lastEntry: number;
	readonly recordedBy: string;
	readonly reversal?: {readonly firstEntry: number; readonly effectiveOn: LocalDate};
};

const wholeRupiah = rupiah('1');

export const surplusOf = ({funds}: Pick<YearSurplus, 'funds'>): Rupiah =>
	sum(funds.map(({amount}) => amount));

export type DistributionFacts = {
	readonly book: string;
	readonly today: LocalDate;
	readonly closing: YearSurplus | undefined;
	readonly standing: Pick<SurplusDistribution, 'decidedOn' | 'document'> | undefined;
	readonly rule: SurplusRule | undefined;
	/** What account 3.2.09 holds, of all years. */
	readonly held: Rupiah;
};

/**
 * Judges that the surplus of a year is distributed by a decision of a day.
 * @throws DomainError `surplus/…`.
 */
export function decideDistribution(
	{year, decidedOn}: {readonly year: number; readonly decidedOn: LocalDate},
	{book, today, closing, standing, rule, held}: DistributionFacts,
): {readonly closing: YearSurplus; readonly rule: SurplusRule; readonly surplus: Rupiah} {
	const name = String(year);
	const first = addDays(localDate(`${name}-12-31`), 1);
	if (decidedOn > today) {
		throw refuse('surplus/decided-in-future', {date: decidedOn, today}, 'decidedOn');
	}
	if (decidedOn < first) {
		throw refuse('surplus/decided-too-early', {date: decidedOn, year: name, first}, 'decidedOn');
	}
	if (!closing) throw refuse('surplus/year-not-closed', {year: name}, 'year');
	if (standing) {
		const values = {year: name, date: standing.decidedOn, document: standing.document};
		throw refuse('surplus/already-distributed', values, 'year');
	}
	if (closing.elsewhere !== undefined) {
		throw refuse('surplus/closed-elsewhere', {year: name, account: closing.elsewhere}, 'year');
	}
	const surplus = surplusOf(closing);
	if (isNegative(surplus)) {
		throw refuse('surplus/loss', {year: name, loss: toText(negate(surplus))}, 'year');
	}
	if (isZero(surplus)) throw refuse('surplus/nothing-earned', {year: name}, 'year');
	if (!rule) throw refuse('surplus/no-rule', {book, date: decidedOn}, 'decidedOn');
	if (compare(held, surplus) < 0) {
		const values = {held: toText(held), year: name, surplus: toText(surplus)};
		throw refuse('surplus/less-held', values, 'year');
	}
	return {closing, rule, surplus};
}

/** @throws DomainError `surplus/same-person` where one person would both close and distribute. */
export function decidePerson({year, closedBy}: YearSurplus, actorName: string): void {
	if (!isOnePerson(closedBy, actorName)) return;
	throw refuse('surplus/same-person', {year: String(year), person: actorName});
}

/**
 * Distributes a surplus by a rule. Every part is its percentage rounded down to the rupiah, every
 * member's share of a part their share of the base rounded down to the rupiah; all that is left
 * over, and a part of members by which nobody has anything, goes to the general reserve.
 */
export function splitSurplus(
	{parts}: Pick<SurplusRule, 'parts'>,
	surplus: Rupiah,
	bases: readonly MemberBase[],
): Split {
	const shareOf = (kind: RulePart['kind']): Rupiah => {
		const part = parts.find((one) => one.kind === kind);
		return part ? portion(surplus, part.percent, 'down', wholeRupiah) : zero;
	};
	const bySavings = sharesOf(
		shareOf('member-savings'),
		bases.map(({savings}) => savings),
	);
	const byBusiness = sharesOf(
		shareOf('member-business'),
		bases.map(({business}) => business),
	);
	const shares = bases
		.map((base, index) => ({
			...base,
			savingsShare: bySavings[index]!,
			businessShare: byBusiness[index]!,
		}))
		.filter((one) => isPositive(totalShare(one)));
	const distributed = parts.map((part): DistributedPart => {
		const share = portion(surplus, part.percent, 'down', wholeRupiah);
		if (!isMemberPart(part.kind)) return {...part, share, amount: share};
		const isSavings = part.kind === 'member-savings';
		return {
			...part,
			share,
			amount: sum(isSavings ? bySavings : byBusiness),
			base: sum(bases.map(({savings, business}) => (isSavings ? savings : business))),
		};
	});
	const rest = subtract(surplus, sum(distributed.map(({amount}) => amount)));
	return {
		surplus,
		shares,
		parts: distributed.map((part) =>
			part.kind === 'general-reserve' ? {...part, amount: add(part.amount, rest)} : part,
		),
	};
}

export const totalShare = ({
	savingsShare,
	businessShare,
}: Pick<MemberShare, 'savingsShare' | 'businessShare'>): Rupiah => add(savingsShare, businessShare);

/** Shares of an amount in proportion to bases, each rounded down to the rupiah. */
function sharesOf(amount: Rupiah, bases: readonly Rupiah[]): Rupiah[] {
	const whole = sum(bases);
	if (isZero(whole)) return bases.map(() => zero);
	// Multiplies before it divides: sixty digits hold the product, so that nothing is lost.
	return bases.map((base) => toMultiple(amount.times(base).dividedBy(whole), 'down', wholeRupiah));
}

/** The parts of members that nobody has a base for: they went to the general reserve. */
export const unsharedParts = ({parts}: Pick<Split, 'parts'>): DistributedPart[] =>
	parts.filter(({base}) => base !== undefined && isZero(base));

/**
 * Judges that a distribution is taken back on a day.
 * @throws DomainError `surplus/already-reversed`, `surplus/paid-out`, `surplus/reversal-too-early`.
 */
export function decideDistributionReversal(
	{year, reversal}: Pick<SurplusDistribution, 'year' | 'reversal'>,
	day: LocalDate,
	{paid, lastReversedOn}: {readonly paid: Rupiah; readonly lastReversedOn: LocalDate | undefined},
): void {
	const name = String(year);
	if (reversal) throw refuse('surplus/already-reversed', {year: name});
	if (isPositive(paid)) throw refuse('surplus/paid-out', {year: name, paid: toText(paid)});
	if (lastReversedOn !== undefined && day < lastReversedOn) {
		const values = {last: lastReversedOn, date: day};
		throw refuse('surplus/reversal-too-early', values, 'effectiveOn');
	}
}
