import type {LoanId} from '../kernel/ids.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import {type LoanFacts, classify} from './classify.ts';
import {refuse} from './errors.ts';
import {type Policy, type PolicyClass, classOf} from './policy.ts';

/** One record of a class by hand: a class from a day on, or its end. The record stays. */
export type ManualClass = {
	readonly loan: LoanId;
	readonly policy: string;
	/** Of the loan under the policy, from 1. */
	readonly number: number;
	readonly effectiveFrom: LocalDate;
	/** Without it the class by hand ends, and lateness alone decides again. */
	readonly class?: string;
	readonly reason: string;
	readonly recordedBy: string;
	readonly recordedAt: Date;
};

/** A record of a loan and policy follows those before it. */
export function decideOrder(
	wanted: {readonly effectiveFrom: LocalDate},
	last: ManualClass | undefined,
	today: LocalDate,
): void {
	const date = wanted.effectiveFrom;
	if (date > today) {
		throw refuse('provisioning/date-in-future', {date, today}, 'effectiveFrom');
	}
	if (last && date < last.effectiveFrom) {
		const values = {date, last: last.effectiveFrom};
		throw refuse('provisioning/class-before-last', values, 'effectiveFrom');
	}
}

/** A class by hand can only be ended where one stands. */
export function decideEnd(policy: string, last: ManualClass | undefined): void {
	if (last?.class !== undefined) return;
	throw refuse('provisioning/no-manual-class', {policy}, 'policy');
}

/**
 * The class that somebody wants to set: one of the policy, and worse than what lateness says, for
 * a good word must not hide arrears.
 */
export function decideManualClass(
	policy: Policy,
	code: string,
	facts: LoanFacts,
	date: LocalDate,
): PolicyClass {
	const wanted = classOf(policy, code);
	if (!wanted) {
		const options = policy.classes.map((one) => one.code).join(', ');
		throw refuse(
			'provisioning/unknown-class',
			{policy: policy.code, class: code, options},
			'class',
		);
	}
	const computed = classify(policy, facts);
	if (wanted.position > computed.position) return wanted;
	const values = {class: code, computed: computed.code, date};
	throw refuse('provisioning/class-not-worse', values, 'class');
}
