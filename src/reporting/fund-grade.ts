import type {LocalDate} from '../kernel/local-date.ts';
import {isNegativeRate, rate, subtractRates} from '../kernel/rate.ts';

/** How well a fund keeps: it needs no look, it needs one, it needs one today. */
export type Grade = 'sound' | 'watch' | 'serious';

const severity: Record<Grade, number> = {sound: 0, watch: 1, serious: 2};

/** What a fund is graded by: ratios, days as whole numbers; what is undefined is not judged. */
export type GradeMeasures = {
	readonly par30Restructured: string | undefined;
	readonly remittanceRate: string | undefined;
	readonly notRemittedDays: string;
	readonly preservedShare: string | undefined;
	readonly operatingSelfSufficiency: string | undefined;
};

export type GradeMeasure = keyof GradeMeasures;

/** A fund whose measure lies beyond the bound is no better than the grade. */
export type GradeBound = {
	readonly measure: GradeMeasure;
	readonly grade: Exclude<Grade, 'sound'>;
	readonly side: 'above' | 'below';
	readonly bound: string;
	readonly source: string;
};

/** By what funds are graded from a day on; a change is a new version. */
export type GradePolicy = {
	readonly version: number;
	readonly effectiveFrom: LocalDate;
	/** Under which of the provision policies what is preserved is counted. */
	readonly provisionPolicy: string;
	readonly legalBasis: string;
	readonly status: 'in-force' | 'provisional';
	readonly bounds: readonly GradeBound[];
};

export type GradeReason = GradeBound & {readonly value: string};

export type Graded = {readonly grade: Grade; readonly reasons: readonly GradeReason[]};

/**
 * The worst grade that any measure asks for, with every measure that asks for one by the worst
 * bound that it broke. A fund about which no bound says anything is sound.
 */
export function gradeFund(measures: GradeMeasures, bounds: readonly GradeBound[]): Graded {
	const worst = new Map<GradeMeasure, GradeReason>();
	for (const bound of bounds) {
		const value = measures[bound.measure];
		if (value === undefined || !isBeyond(value, bound)) continue;
		const known = worst.get(bound.measure);
		if (known && severity[known.grade] >= severity[bound.grade]) continue;
		worst.set(bound.measure, {...bound, value});
	}
	const reasons = [...worst.values()].sort((a, b) => severity[b.grade] - severity[a.grade]);
	return {grade: reasons[0]?.grade ?? 'sound', reasons};
}

// By the figures that are shown, so that whoever reads them comes to the same grade.
function isBeyond(value: string, {side, bound}: GradeBound): boolean {
	const [measured, limit] = [rate(value), rate(bound)];
	return isNegativeRate(
		side === 'above' ? subtractRates(limit, measured) : subtractRates(measured, limit),
	);
}
