import type {LocalDate} from '../kernel/local-date.ts';
import {type Rate, isNegativeRate, subtractRates} from '../kernel/rate.ts';

/** How often a loan is paid, in the words of the policies. Every 35 days (selapanan) is monthly. */
export const frequencies = [
	'daily',
	'weekly',
	'monthly',
	'quarterly',
	'six-monthly',
	'bullet',
	'seasonal',
] as const;
export type Frequency = (typeof frequencies)[number];

/** By what a policy measures lateness: days or months past due, or payments missed. */
export type Measure = 'days' | 'months' | 'missed';

/** One class of a policy; the first is the best. */
export type PolicyClass = {
	/** From 1; of two classes the one further down is the worse. */
	readonly position: number;
	readonly code: string;
	readonly nameId: string;
	readonly nameEn: string;
	/** Of what is outstanding, a pure number. */
	readonly percentage: Rate;
	readonly deductsCollateral: boolean;
	/** A loan stays in this class only while its collateral is so much of what it owes. */
	readonly collateralMin?: Rate;
	readonly isProvisional: boolean;
	/** Where its numbers are from. */
	readonly source: string;
};

/** Up to what a loan is of which class, for one frequency. */
export type Ladder = {
	readonly frequency: Frequency;
	readonly measure: Measure;
	/** The upper bound of every class but the last, which has none. */
	readonly upTo: readonly number[];
	readonly isProvisional: boolean;
	readonly source: string;
};

/** A version of a policy. Policies are data: a change is a new version from a day on. */
export type Policy = {
	readonly code: string;
	readonly version: number;
	readonly nameId: string;
	readonly nameEn: string;
	readonly effectiveFrom: LocalDate;
	readonly legalBasis: string;
	/** Provisional as soon as one number of it is only remembered or assumed. */
	readonly status: 'in-force' | 'provisional';
	readonly classes: readonly PolicyClass[];
	readonly ladders: readonly Ladder[];
};

/** The class of a policy with a code. */
export const classOf = (policy: Policy, code: string): PolicyClass | undefined =>
	policy.classes.find((one) => one.code === code);

/** What is wrong with a policy, in words; nothing where it classifies every loan. */
export function policyFaults(policy: Policy): string[] {
	const {classes, ladders} = policy;
	const faults: string[] = [];
	if (classes.some(({position}, index) => position !== index + 1)) {
		faults.push('The classes are not numbered from 1 in their order.');
	}
	const steps = classes
		.slice(1)
		.map(({percentage}, index) => subtractRates(percentage, classes[index]!.percentage));
	if (steps.some(isNegativeRate)) faults.push('A worse class asks for less.');
	if (classes.at(-1)?.collateralMin !== undefined) {
		faults.push('Below the last class there is none for a loan without collateral.');
	}
	for (const frequency of frequencies) {
		const ladder = ladders.find((one) => one.frequency === frequency);
		if (ladder?.upTo.length !== classes.length - 1) {
			faults.push(`The bounds for ${frequency} are not one less than the classes.`);
		} else if (ladder.upTo.some((bound, index) => index > 0 && bound < ladder.upTo[index - 1]!)) {
			faults.push(`The bounds for ${frequency} do not grow.`);
		}
	}
	const isProvisional = [...classes, ...ladders].some((one) => one.isProvisional);
	if (isProvisional && policy.status !== 'provisional') {
		faults.push('A number is provisional and the policy is not.');
	}
	return faults;
}
