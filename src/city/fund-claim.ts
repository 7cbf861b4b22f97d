import {isOnePerson} from '../kernel/actor.ts';
import type {AllocationId, BookCode, FundClaimId, PengurusId} from '../kernel/ids.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import {
	type Rupiah,
	compare,
	equals,
	isPositive,
	isZero,
	subtract,
	sum,
	toText,
} from '../kernel/money.ts';
import {type DueStanding, standDues} from '../fund/index.ts';
import {refuse} from './errors.ts';

export const shortages = ['cash', 'bank'] as const;
export type Shortage = (typeof shortages)[number];

/** A letter in which the person answers for the loss (SKTJM), or a decree that makes them. */
export const claimBases = ['sktjm', 'decree'] as const;
export type ClaimBasis = (typeof claimBases)[number];

/** A loss by somebody who runs a cooperative: a claim on that person (tuntutan ganti rugi). */
export type FundClaim = {
	readonly id: FundClaimId;
	/** Within the city, from 1. */
	readonly number: number;
	/** The city's book. */
	readonly city: BookCode;
	readonly cooperative: BookCode;
	readonly allocation: AllocationId;
	readonly pengurus: PengurusId;
	readonly shortage: Shortage;
	readonly amount: Rupiah;
	readonly foundOn: LocalDate;
	readonly foundBy: string;
	readonly description: string;
	readonly reportedBy: string;
	readonly recordedAt: Date;
	readonly instalments: readonly ClaimInstalment[];
	readonly events: readonly ClaimEvent[];
};

export type ClaimInstalment = {
	readonly number: number;
	readonly dueOn: LocalDate;
	readonly amount: Rupiah;
};

export type ClaimEventKind =
	'dropped' | 'stated' | 'paid' | 'payment-reversed' | 'prosecuted' | 'cancelled';

/** A step of a claim, with the paper that it rests on. */
export type ClaimEvent = {
	/** Within the claim, from 1. */
	readonly sequence: number;
	readonly kind: ClaimEventKind;
	readonly occurredOn: LocalDate;
	readonly actor: string;
	readonly document: string;
	readonly reason: string;
	readonly basis?: ClaimBasis;
	readonly amount?: Rupiah;
	readonly receiptNumber?: number;
	/** The payment that was taken back. */
	readonly ofSequence?: number;
	readonly entryNumber?: number;
	readonly cooperativeEntry?: number;
	readonly recordedAt: Date;
};

export type ClaimState = 'reported' | 'dropped' | 'stated' | 'settled' | 'prosecuted' | 'cancelled';

/** The payments of a claim that stand. */
export const standingPayments = ({events}: Pick<FundClaim, 'events'>): ClaimEvent[] =>
	events.filter(
		({kind, sequence}) =>
			kind === 'paid' && !events.some(({ofSequence}) => ofSequence === sequence),
	);

export const claimPaid = (claim: Pick<FundClaim, 'events'>): Rupiah =>
	sum(standingPayments(claim).map(({amount}) => amount!));

/** What is left to be paid of a claim: nothing before it was stated and after it was cancelled. */
export function claimLeft(claim: Pick<FundClaim, 'events' | 'amount'>): Rupiah {
	const kinds = claim.events.map(({kind}) => kind);
	const isOwed = kinds.includes('stated') && !kinds.includes('cancelled');
	return isOwed ? subtract(claim.amount, claimPaid(claim)) : sum([]);
}

/** How a claim stands, from its steps alone. */
export function claimState(claim: Pick<FundClaim, 'events' | 'amount'>): ClaimState {
	const kinds = claim.events.map(({kind}) => kind);
	if (kinds.includes('cancelled')) return 'cancelled';
	if (kinds.includes('dropped')) return 'dropped';
	if (!kinds.includes('stated')) return 'reported';
	if (isZero(claimLeft(claim))) return 'settled';
	return kinds.includes('prosecuted') ? 'prosecuted' : 'stated';
}

/** The instalments with what was paid of them; the earliest due first. */
export const claimDues = (claim: FundClaim, day: LocalDate): DueStanding[] =>
	standDues(
		claim.instalments.map(({number, dueOn, amount}) => ({number, dueOn, principal: amount})),
		claimPaid(claim),
		day,
	);

/** @throws DomainError `city/claim-state` where the step is not open to a claim. */
export function requireState(claim: FundClaim, ...allowed: readonly ClaimState[]): void {
	const state = claimState(claim);
	if (allowed.includes(state)) return;
	const values = {number: String(claim.number), state, allowed: allowed.join(', ')};
	throw refuse('city/claim-state', values);
}

/** A step happens when the loss was found, and stated, or later, and not in the future. */
export function requireDay(
	claim: Pick<FundClaim, 'foundOn'> & Partial<Pick<FundClaim, 'events'>>,
	day: LocalDate,
	today: LocalDate,
	path: string,
): void {
	if (day > today) throw refuse('city/date-in-future', {date: day, today}, path);
	const stated = claim.events?.find(({kind}) => kind === 'stated');
	if (stated && day < stated.occurredOn) {
		throw refuse('city/before-stated', {date: day, statedOn: stated.occurredOn}, path);
	}
	if (day >= claim.foundOn) return;
	throw refuse('city/before-found', {date: day, foundOn: claim.foundOn}, path);
}

/**
 * A claim is stated by another person than reported it, with instalments that are all of it, each
 * later than the one before.
 * @throws DomainError `city/claim-state`, `city/same-person`, `city/instalments-not-claim`,
 * `city/instalments-not-forward`.
 */
export function decideStatement(
	claim: FundClaim,
	instalments: readonly ClaimInstalment[],
	statedOn: LocalDate,
	actor: string,
): void {
	requireState(claim, 'reported');
	if (isOnePerson(actor, claim.reportedBy)) throw refuse('city/same-person', {name: actor});
	const total = sum(instalments.map(({amount}) => amount));
	if (!equals(total, claim.amount)) {
		const values = {total: toText(total), amount: toText(claim.amount)};
		throw refuse('city/instalments-not-claim', values, 'instalments');
	}
	const wrong = instalments.findIndex(
		({dueOn}, index) => dueOn <= (instalments[index - 1]?.dueOn ?? '') || dueOn < statedOn,
	);
	if (wrong === -1) return;
	const date = instalments[wrong]!.dueOn;
	throw refuse('city/instalments-not-forward', {date}, `instalments[${wrong}].dueOn`);
}

/** No more is paid than is left. @throws DomainError `city/claim-overpaid`, `city/claim-state`. */
export function decideClaimPayment(claim: FundClaim, amount: Rupiah): void {
	requireState(claim, 'stated', 'prosecuted');
	const left = claimLeft(claim);
	if (compare(amount, left) <= 0) return;
	throw refuse('city/claim-overpaid', {amount: toText(amount), left: toText(left)}, 'amount');
}

/** The payment with a number that stands. @throws DomainError `city/unknown-payment`. */
export function getStandingPayment(claim: FundClaim, receiptNumber: number): ClaimEvent {
	const payment = standingPayments(claim).find((one) => one.receiptNumber === receiptNumber);
	if (payment) return payment;
	throw refuse('city/unknown-payment', {receipt: String(receiptNumber)}, 'receipt');
}

/** A claim of which something was paid is not taken back before its payments are. */
export function decideCancellation(claim: FundClaim): void {
	requireState(claim, 'stated', 'prosecuted', 'settled');
	const paid = claimPaid(claim);
	if (!isPositive(paid)) return;
	throw refuse('city/claim-has-payments', {number: String(claim.number), paid: toText(paid)});
}
