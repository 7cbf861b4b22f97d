import type {LocalDate} from '../kernel/local-date.ts';
import {refuse} from './errors.ts';
import type {Policy} from './policy.ts';

/** Of each policy, of whatever it is one, the version that is in force on a day. */
export function policiesOn<Version extends Pick<Policy, 'code' | 'effectiveFrom'>>(
	versions: readonly Version[],
	date: LocalDate,
): Version[] {
	const inForce = new Map<string, Version>();
	for (const version of versions) {
		const known = inForce.get(version.code);
		if (version.effectiveFrom > date) continue;
		if (!known || known.effectiveFrom < version.effectiveFrom) inForce.set(version.code, version);
	}
	return [...inForce.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}

/**
 * The version of a policy in force on a day.
 * @throws DomainError `provisioning/unknown-policy`, `provisioning/policy-not-in-force`.
 */
export function policyOn(versions: readonly Policy[], code: string, date: LocalDate): Policy {
	const own = versions.filter((version) => version.code === code);
	if (own.length === 0) {
		const options = [...new Set(versions.map((version) => version.code))].sort().join(', ');
		throw refuse('provisioning/unknown-policy', {policy: code, options}, 'policy');
	}
	const [found] = policiesOn(own, date);
	if (found) return found;
	const first = own.map(({effectiveFrom}) => effectiveFrom).sort()[0]!;
	throw refuse('provisioning/policy-not-in-force', {policy: code, date, first}, 'policy');
}
