import {assert} from '../kernel/assert.ts';
import {type LocalDate, addDays} from '../kernel/local-date.ts';
import {type Level, type Severity, levels} from './audit-finding.ts';

/** How long a finding may take at each level, and who may close it: one version of the rule. */
export type OversightPolicy = {
	readonly version: number;
	readonly effectiveFrom: LocalDate;
	readonly legalBasis: string;
	/** Provisional as long as no regulation of the city sets these numbers. */
	readonly status: 'in-force' | 'provisional';
	readonly days: Readonly<Record<Severity, Readonly<Record<Level, number>>>>;
	/** The roles that may confirm that a finding is closed. */
	readonly closers: Readonly<Record<Severity, readonly string[]>>;
};

/** The version in force on a day: the last one that had begun by then. */
export function policyOn(versions: readonly OversightPolicy[], day: LocalDate): OversightPolicy {
	const [latest] = versions
		.filter(({effectiveFrom}) => effectiveFrom <= day)
		.toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1));
	assert(latest !== undefined, `A policy of oversight is in force on ${day}.`);
	return latest;
}

/** The due date of what came to a level on a day. */
export const dueAfter = (
	policy: OversightPolicy,
	severity: Severity,
	level: Level,
	day: LocalDate,
): LocalDate => addDays(day, policy.days[severity][level]);

/** The level above; undefined above the wali kota. */
export const levelAbove = (level: Level): Level | undefined => levels[levels.indexOf(level) + 1];
