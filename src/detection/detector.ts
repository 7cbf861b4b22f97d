import type {RefusalText} from '../kernel/errors.ts';
import type {LocalDate} from '../kernel/local-date.ts';

/** A text in both languages, with `{name}` where a figure stands. */
export type Sentence = RefusalText;

/** How bad what was seen may be; low is a hint that many an honest book gives. */
export const severities = ['low', 'medium', 'high'] as const;
export type Severity = (typeof severities)[number];

/** What one detector looks for, and how it speaks of what it saw. */
export type Detector = {
	/** Its code, which is also the source of what it saw. */
	readonly name: string;
	readonly looksFor: Sentence;
	/** What was seen, with its figures and without personal data. */
	readonly sentence: Sentence;
	/** What honest thing can look the same. */
	readonly falsePositive: Sentence;
	/** What each of its thresholds means, with the unit. */
	readonly thresholds: Readonly<Record<string, Sentence>>;
	/** The figures that are rupiah. */
	readonly amounts?: readonly string[];
};

/** A version of what a detector goes by. A change is a new version from a day on. */
export type DetectorPolicy = {
	/** The detector's name. */
	readonly code: string;
	readonly version: number;
	readonly effectiveFrom: LocalDate;
	/** The severity of what it sees, unless the detector says another for one case. */
	readonly severity: Severity;
	readonly thresholds: Readonly<Record<string, number>>;
	readonly legalBasis: string;
	/** Provisional while a number of it is only remembered or assumed. */
	readonly status: 'in-force' | 'provisional';
};

/** What is wrong between a detector and its policy, in words; nothing where they fit. */
export function policyFaults(
	{name, thresholds}: Pick<Detector, 'name' | 'thresholds'>,
	policy: Pick<DetectorPolicy, 'thresholds'>,
): string[] {
	const wanted = Object.keys(thresholds);
	const given = Object.keys(policy.thresholds);
	return [
		...wanted.filter((one) => !given.includes(one)).map((one) => `${name} has no ${one}.`),
		...given.filter((one) => !wanted.includes(one)).map((one) => `${name} knows no ${one}.`),
	];
}
