import {isOnePerson} from '../kernel/actor.ts';
import type {BookCode, MemberId, UserId} from '../kernel/ids.ts';
import type {SelfOrKin} from '../kernel/kinship.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import {refuse} from './errors.ts';

/** A version of whether one person may do two duties on the same subject. */
export type Separation = {
	/** Such as `loan.approved`: what is a subject's step has its name. */
	readonly first: string;
	readonly second: string;
	readonly version: number;
	readonly effectiveFrom: LocalDate;
	/** False lets one person do both again. */
	readonly isKept: boolean;
	/** The law of PostgreSQL that keeps it for ever, where there is one. */
	readonly heldBy?: string;
	readonly legalBasis: string;
	readonly status: 'in-force' | 'provisional';
	readonly setBy: string;
	readonly recordedAt: Date;
};

export type SeparationTerms = Pick<
	Separation,
	'first' | 'second' | 'effectiveFrom' | 'isKept' | 'legalBasis' | 'status'
>;

/** Something done on a subject, and who did it. */
export type DoneDuty = {readonly duty: string; readonly by: string};

const isPair = (
	{first, second}: Pick<Separation, 'first' | 'second'>,
	one: string,
	other: string,
) => (first === one && second === other) || (first === other && second === one);

/** Whether two duties are kept apart on a day: the last version of the pair that has begun says. */
export const keepsApart = (
	versions: readonly Separation[],
	one: string,
	other: string,
	on: LocalDate,
): boolean =>
	versions
		.filter((pair) => isPair(pair, one, other) && pair.effectiveFrom <= on)
		.sort((a, b) => a.version - b.version)
		.at(-1)?.isKept ?? false;

/**
 * The one question of separation: whether somebody may do a duty on a subject on which others, or
 * they themselves, did something before.
 * @throws DomainError `separation/same-person`.
 */
export function requireApart(
	versions: readonly Separation[],
	{duty, by}: DoneDuty,
	earlier: readonly DoneDuty[],
	on: LocalDate,
): void {
	const own = earlier.find(
		(done) => isOnePerson(done.by, by) && keepsApart(versions, done.duty, duty, on),
	);
	if (own) throw refuse('separation/same-person', {person: by, first: own.duty, second: duty});
}

/** @throws DomainError `separation/unknown-pair`, `separation/held`, `separation/past`. */
export function decideSeparation(
	versions: readonly Separation[],
	terms: SeparationTerms,
	today: LocalDate,
): Pick<Separation, 'version' | 'heldBy'> {
	const {first, second, isKept, effectiveFrom} = terms;
	const last = versions
		.filter((pair) => isPair(pair, first, second))
		.sort((a, b) => a.version - b.version)
		.at(-1);
	const isOtherWay = last !== undefined && last.first !== first;
	if (first === second || isOtherWay)
		throw refuse('separation/unknown-pair', {first, second}, 'first');
	if (last?.heldBy !== undefined && !isKept) {
		throw refuse('separation/held', {first, second, law: last.heldBy}, 'isKept');
	}
	const earliest = last && last.effectiveFrom > today ? last.effectiveFrom : today;
	if (effectiveFrom < earliest) {
		throw refuse('separation/past', {date: effectiveFrom, earliest}, 'effectiveFrom');
	}
	return {
		version: (last?.version ?? 0) + 1,
		...(last?.heldBy === undefined ? {} : {heldBy: last.heldBy}),
	};
}

/** That a user is a member, or kin to one. */
export type UserTie = {
	readonly id: string;
	readonly book: BookCode;
	readonly user: UserId;
	readonly userName: string;
	readonly member: MemberId;
	readonly relation: SelfOrKin;
	readonly recordedBy: string;
	readonly recordedAt: Date;
	readonly endedAt?: Date;
};

// What a member pays, or is asked for, is no decision on their loan.
const noDecision: ReadonlySet<string> = new Set([
	'settled',
	'repaid',
	'payment',
	'deposit-payment',
	'joint-payment',
	'profit-share',
	'payment-promised',
	'visited',
	'demand-letter',
	'taken-back',
]);

/**
 * Nobody decides on their own loan or their family's. @throws DomainError `separation/own-loan`.
 */
export function requireNoKin(step: string, tie: Pick<UserTie, 'relation'> | undefined): void {
	if (tie && !noDecision.has(step)) throw refuse('separation/own-loan', {relation: tie.relation});
}
