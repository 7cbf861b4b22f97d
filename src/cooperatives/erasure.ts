import type {LocalDate} from '../kernel/local-date.ts';
import {refuse} from './errors.ts';
import type {BookMember} from './member.ts';

/** How long the books and what belongs to them are kept, by which law. */
export type RetentionPolicy = {
	readonly code: string;
	readonly version: number;
	/** Whole years from the end of the year of the last entry. */
	readonly years: number;
	readonly legalBasis: string;
	/** Provisional where the law was not read in its own words. */
	readonly status: 'in-force' | 'provisional';
};

/** For what a person's data is processed, and by which right. */
export type ProcessingPurpose = {
	readonly code: string;
	readonly purpose: {readonly id: string; readonly en: string};
	readonly legalBasis: string;
	readonly status: 'in-force' | 'provisional';
};

/** What stands against erasing a member's data. */
export type ErasureFacts = {
	/** A loan of theirs or one they answer for runs, or they are in a group. */
	readonly isBound: boolean;
	/** The day from which no duty to keep the books forbids it; undefined for who is a member. */
	readonly erasableFrom: LocalDate | undefined;
};

/** The policy that keeps longest. */
export const longestOf = (policies: readonly RetentionPolicy[]): RetentionPolicy | undefined =>
	policies.toSorted((one, other) => other.years - one.years)[0];

/** @throws DomainError `member/erased` for one of whom nothing is known any more. */
export function decideKnown({number, erasedAt}: BookMember): void {
	if (erasedAt === undefined) return;
	const date = erasedAt.toISOString().slice(0, 10);
	throw refuse('member/erased', {number: String(number), date}, 'id');
}

/**
 * Whether what is known of a member may be erased: not while they are a member, not while a loan
 * binds them, and not before the books that tell of them need no longer be kept.
 * @throws DomainError `member/erased`, `member/erasure-member`, `member/erasure-bound`,
 * `member/erasure-retention` with the duty and the day from which it is possible.
 */
export function decideErasure(
	member: BookMember,
	{isBound, erasableFrom}: ErasureFacts,
	policy: RetentionPolicy | undefined,
	today: LocalDate,
): void {
	decideKnown(member);
	const number = String(member.number);
	if (member.leftOn === undefined || erasableFrom === undefined) {
		throw refuse('member/erasure-member', {number}, 'id');
	}
	if (isBound) throw refuse('member/erasure-bound', {number}, 'id');
	if (today < erasableFrom) {
		const basis = policy?.legalBasis ?? '-';
		const years = String(policy?.years ?? 0);
		throw refuse('member/erasure-retention', {number, basis, years, from: erasableFrom}, 'id');
	}
}
