import type {LocalDate} from '../kernel/local-date.ts';
import {type Rupiah, compare, toText} from '../kernel/money.ts';
import {refuse} from './errors.ts';
import {type Write, isEntryName, namesOf, writeNames} from './write.ts';

/** What a policy says of a write, from a day on. */
export type ApprovalTerms = {
	/** One of {@link writeNames}. */
	readonly write: string;
	readonly effectiveFrom: LocalDate;
	/** False takes the write off the list again. */
	readonly isNamed: boolean;
	/** In rupiah: what moves more needs a second person. */
	readonly amountAbove?: Rupiah;
	/** What takes effect more days before its recording needs a second person. */
	readonly backdatedOver?: number;
	/** How long a pending command waits before it expires. */
	readonly expiresAfterHours: number;
	readonly legalBasis: string;
	readonly status: 'in-force' | 'provisional';
};

/**
 * A version of it. With neither amount nor days every such write needs a second person; with one or
 * both, what is beyond either.
 */
export type ApprovalPolicy = ApprovalTerms & {
	readonly version: number;
	readonly setBy: string;
	readonly recordedAt: Date;
};

/** Of each write the highest version that has begun on a day. */
export function policiesOn(versions: readonly ApprovalPolicy[], on: LocalDate): ApprovalPolicy[] {
	const inForce = new Map<string, ApprovalPolicy>();
	for (const policy of versions) {
		if (policy.effectiveFrom > on) continue;
		const other = inForce.get(policy.write);
		if (!other || other.version < policy.version) inForce.set(policy.write, policy);
	}
	return [...inForce.values()];
}

/** The policy in force that names a write; undefined where it needs nobody else. */
export const policyNaming = <Policy extends ApprovalTerms>(
	inForce: readonly Policy[],
	write: Write,
): Policy | undefined => {
	const names = namesOf(write);
	return inForce.find((policy) => names.includes(policy.write) && isBeyond(policy, write));
};

function isBeyond(policy: ApprovalTerms, {amount, backdatedDays}: Write): boolean {
	const {isNamed, amountAbove, backdatedOver} = policy;
	if (!isNamed) return false;
	if (amountAbove === undefined && backdatedOver === undefined) return true;
	const isHigh =
		amountAbove !== undefined && amount !== undefined && compare(amount, amountAbove) > 0;
	return isHigh || (backdatedOver !== undefined && backdatedDays > backdatedOver);
}

type Limits = Pick<ApprovalTerms, 'isNamed' | 'amountAbove' | 'backdatedOver'>;

/** Whether terms let pass what others hold. */
export function isLooser(before: Limits, after: Limits): boolean {
	if (!before.isNamed) return false;
	if (!after.isNamed) return true;
	const isWhole = (limits: Limits): boolean =>
		limits.amountAbove === undefined && limits.backdatedOver === undefined;
	if (isWhole(after)) return false;
	if (isWhole(before)) return true;
	const isAmountLooser =
		before.amountAbove !== undefined &&
		(after.amountAbove === undefined || compare(after.amountAbove, before.amountAbove) > 0);
	const areDaysLooser =
		before.backdatedOver !== undefined &&
		(after.backdatedOver === undefined || after.backdatedOver > before.backdatedOver);
	return isAmountLooser || areDaysLooser;
}

/**
 * Whether a new version lets pass what an earlier one would hold, on its first day or later: then
 * two people set it, whatever other policies say.
 */
export const loosens = (versions: readonly ApprovalPolicy[], terms: ApprovalTerms): boolean =>
	policiesOn(versions, terms.effectiveFrom)
		.concat(versions.filter(({effectiveFrom}) => effectiveFrom > terms.effectiveFrom))
		.some((before) => before.write === terms.write && isLooser(before, terms));

/**
 * @throws DomainError `approval/unknown-write`, `approval/no-amount`, `approval/lifted-with-limit`,
 * `approval/policy-past`.
 */
export function decideTerms(terms: ApprovalTerms, today: LocalDate): ApprovalTerms {
	const {write, isNamed, amountAbove, backdatedOver, effectiveFrom} = terms;
	if (!writeNames.includes(write)) {
		throw refuse('approval/unknown-write', {write, options: writeNames.join(', ')}, 'write');
	}
	const isLimited = amountAbove !== undefined || backdatedOver !== undefined;
	if (isLimited && !isEntryName(write)) throw refuse('approval/no-amount', {write}, 'write');
	if (isLimited && !isNamed) throw refuse('approval/lifted-with-limit', {}, 'amountAbove');
	if (effectiveFrom < today) {
		throw refuse('approval/policy-past', {date: effectiveFrom, today}, 'effectiveFrom');
	}
	return terms;
}

/** How a policy reads in the trail and in a refusal. */
export const termsText = ({isNamed, amountAbove, backdatedOver}: Limits): string => {
	if (!isNamed) return 'nobody else';
	const limits = [
		...(amountAbove === undefined ? [] : [`above ${toText(amountAbove)}`]),
		...(backdatedOver === undefined ? [] : [`backdated over ${backdatedOver} days`]),
	];
	return limits.length === 0 ? 'a second person' : `a second person ${limits.join(' or ')}`;
};
