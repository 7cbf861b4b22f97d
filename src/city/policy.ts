import type {LocalDate} from '../kernel/local-date.ts';
import type {Rupiah} from '../kernel/money.ts';
import {refuse} from './errors.ts';

/**
 * A version of what a city goes by: how it rates the cooperatives that owe it, and when its council
 * has a say. Policies are data: a change is a new version from a day on.
 */
export type CityPolicy = {
	readonly version: number;
	readonly effectiveFrom: LocalDate;
	/** The code of the provision policy whose classes and percentages rate the cooperatives. */
	readonly provisionPolicy: string;
	/** Above this, in rupiah, a write-off needs a document of the council (DPRD). */
	readonly councilAbove: Rupiah;
	readonly legalBasis: string;
	readonly status: 'in-force' | 'provisional';
};

/** The version in force on a day. @throws DomainError `city/no-policy`. */
export function cityPolicyOn(versions: readonly CityPolicy[], date: LocalDate): CityPolicy {
	const inForce = versions
		.filter(({effectiveFrom}) => effectiveFrom <= date)
		.sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1))
		.at(-1);
	if (!inForce) throw refuse('city/no-policy', {date});
	return inForce;
}
