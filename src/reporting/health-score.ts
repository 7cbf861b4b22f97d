import type {LocalDate} from '../kernel/local-date.ts';
import {type Rupiah, isPositive, ratio, ratioText} from '../kernel/money.ts';
import {
	type Rate,
	addRates,
	divideRates,
	fraction,
	isNegativeRate,
	isZeroRate,
	multiplyRates,
	percent,
	rate,
	subtractRates,
	toPercentText,
} from '../kernel/rate.ts';
import type {ScoreMeasure, ScoreMeasures} from './score-measures.ts';

/** Up to which value, in per cent, what score is given. */
export type ScoreBand = {
	/** Null of the last: all that is above the others. */
	readonly upToPercent: string | null;
	readonly includesBound: boolean;
	/** Null where it was not found what such a value scores. */
	readonly score: string | null;
};

export type ScoreRatio = {
	readonly code: string;
	readonly nameId: string;
	readonly nameEn: string;
	readonly formulaId: string;
	readonly formulaEn: string;
	/** Its part of the weight of its section, beside the parts of the other ratios there. */
	readonly share: number;
	/** Null of what the books do not tell and a person must judge. */
	readonly numerator: ScoreMeasure | null;
	readonly denominator: ScoreMeasure | null;
	/** From the least value up; none where the source's were not found. */
	readonly bands: readonly ScoreBand[];
	readonly source: string;
	readonly isProvisional: boolean;
};

export type ScoreSection = {
	readonly code: string;
	readonly nameId: string;
	readonly nameEn: string;
	/** In per cent of the whole. */
	readonly weight: string;
	readonly source: string;
	readonly isProvisional: boolean;
	readonly ratios: readonly ScoreRatio[];
};

/** What a cooperative is called from so many points of a hundred on. */
export type ScorePredicate = {
	readonly code: string;
	readonly nameId: string;
	readonly nameEn: string;
	readonly atLeast: string;
	readonly source: string;
	readonly isProvisional: boolean;
};

/** A rule by which the health of a cooperative is scored, from a day on. */
export type ScorePolicy = {
	readonly code: string;
	readonly version: number;
	readonly effectiveFrom: LocalDate;
	readonly nameId: string;
	readonly nameEn: string;
	readonly legalBasis: string;
	readonly status: 'in-force' | 'provisional';
	/** The rule that took its place. */
	readonly replacedBy: string | null;
	/** The best score of a ratio. */
	readonly scoreMax: string;
	/** By which loans are classified. */
	readonly provisionPolicy: string;
	readonly sections: readonly ScoreSection[];
	/** The best first; the last from nought on. */
	readonly predicates: readonly ScorePredicate[];
};

/**
 * What became of a ratio: it has its points; a person must judge it; there is nothing to divide by,
 * or less; or what such a value scores was not found in the source.
 */
export type ScoreOutcome = 'scored' | 'needs-person' | 'no-divisor' | 'bands-not-found';

export type RatioScore = {
	readonly section: ScoreSection;
	readonly ratio: ScoreRatio;
	readonly outcome: ScoreOutcome;
	readonly numerator: Rupiah | undefined;
	readonly denominator: Rupiah | undefined;
	/** A part of one, four decimals. */
	readonly value: string | undefined;
	/** The band in per cent, such as `5 <= x <= 8`. */
	readonly band: string | undefined;
	readonly score: string | undefined;
	/** Of a hundred, four decimals. */
	readonly weight: string;
	readonly points: string | undefined;
	readonly isProvisional: boolean;
};

export type HealthScore = {
	readonly policy: ScorePolicy;
	readonly ratios: readonly RatioScore[];
	/** Of a hundred, four decimals: the weight of what was scored, and its points. */
	readonly assessedWeight: string;
	readonly points: string;
	/** Points over assessed weight, of a hundred; undefined where nothing was scored. */
	readonly pointsOfAssessed: string | undefined;
	/** By the points over the assessed weight: it says nothing of the weight beyond. */
	readonly predicate: ScorePredicate | undefined;
	/** If all that was not scored got nothing, and if it got everything. */
	readonly predicateAtWorst: ScorePredicate;
	readonly predicateAtBest: ScorePredicate;
};

const decimals = 4;
const none = rate('0');
const whole = rate('1');
const sumRates = (rates: readonly Rate[]): Rate => rates.reduce(addRates, none);

type Weighed = RatioScore & {readonly weightRate: Rate; readonly pointsRate: Rate | undefined};

/**
 * The health of a cooperative under one policy. What is not scored gets no points and takes its
 * weight out of what is assessed, so that nobody is called sound by what was never looked at.
 */
export function scoreHealth(policy: ScorePolicy, measures: ScoreMeasures): HealthScore {
	const weighed = policy.sections.flatMap((section) =>
		section.ratios.map((one) => scoreRatio(policy, section, one, measures)),
	);
	const scored = weighed.filter(({pointsRate}) => pointsRate !== undefined);
	const assessed = sumRates(scored.map(({weightRate}) => weightRate));
	const points = sumRates(scored.map(({pointsRate}) => pointsRate!));
	const isAssessed = !isZeroRate(assessed);
	const ofAssessed = isAssessed ? divideRates(points, assessed) : undefined;
	return {
		policy,
		ratios: weighed.map(({weightRate: _, pointsRate: __, ...shown}) => shown),
		assessedWeight: toPercentText(assessed, decimals),
		points: toPercentText(points, decimals),
		pointsOfAssessed: ofAssessed && toPercentText(ofAssessed, decimals),
		predicate: ofAssessed && predicateOf(policy, ofAssessed),
		predicateAtWorst: predicateOf(policy, points),
		predicateAtBest: predicateOf(policy, addRates(points, subtractRates(whole, assessed))),
	};
}

function scoreRatio(
	policy: ScorePolicy,
	section: ScoreSection,
	one: ScoreRatio,
	measures: ScoreMeasures,
): Weighed {
	const shares = section.ratios.reduce((sum, {share}) => sum + share, 0);
	const weightRate = multiplyRates(percent(section.weight), fraction(one.share, shares));
	const judged = judgeRatio(one, measures);
	const pointsRate =
		judged.score === undefined
			? undefined
			: multiplyRates(weightRate, divideRates(rate(judged.score), rate(policy.scoreMax)));
	return {
		section,
		ratio: one,
		...judged,
		weight: toPercentText(weightRate, decimals),
		points: pointsRate && toPercentText(pointsRate, decimals),
		isProvisional: one.isProvisional || section.isProvisional,
		weightRate,
		pointsRate,
	};
}

type Judged = Pick<
	RatioScore,
	'outcome' | 'numerator' | 'denominator' | 'value' | 'band' | 'score'
>;

const notJudged = {
	numerator: undefined,
	denominator: undefined,
	value: undefined,
	band: undefined,
	score: undefined,
};

function judgeRatio(one: ScoreRatio, measures: ScoreMeasures): Judged {
	if (one.numerator === null || one.denominator === null) {
		return {...notJudged, outcome: 'needs-person'};
	}
	const [numerator, denominator] = [measures[one.numerator], measures[one.denominator]];
	const amounts = {...notJudged, numerator, denominator};
	// Below nought it would turn a loss over a debt into a gain.
	if (!isPositive(denominator)) return {...amounts, outcome: 'no-divisor'};
	const value = ratioText(numerator, denominator, decimals);
	// By the exact quotient: 5.001 % is above 5 %, though both are shown as 0.0500.
	const index = bandOf(one.bands, ratio(numerator, denominator));
	const score = one.bands[index]?.score ?? undefined;
	const band = bandText(one.bands, index);
	return {...amounts, value, band, score, outcome: score ? 'scored' : 'bands-not-found'};
}

/** The place of the first band whose bound a value does not pass; -1 where there are no bands. */
const bandOf = (bands: readonly ScoreBand[], value: Rate): number =>
	bands.findIndex(({upToPercent, includesBound}) => {
		if (upToPercent === null) return true;
		const left = subtractRates(percent(upToPercent), value);
		return isZeroRate(left) ? includesBound : !isNegativeRate(left);
	});

function bandText(bands: readonly ScoreBand[], index: number): string | undefined {
	const own = bands[index];
	if (!own) return undefined;
	const before = bands[index - 1];
	const from = before ? `${before.upToPercent} ${before.includesBound ? '<' : '<='} ` : '';
	const to =
		own.upToPercent === null ? '' : ` ${own.includesBound ? '<=' : '<'} ${own.upToPercent}`;
	return `${from}x${to}`;
}

/** The first predicate that so many points reach; the last asks for none. */
function predicateOf({predicates}: ScorePolicy, points: Rate): ScorePredicate {
	const reached = predicates.find(
		({atLeast}) => !isNegativeRate(subtractRates(points, percent(atLeast))),
	);
	return reached ?? predicates.at(-1)!;
}
