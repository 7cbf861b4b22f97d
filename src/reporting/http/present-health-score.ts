import type {z} from 'zod';
import type {BookCode} from '../../kernel/ids.ts';
import {toText} from '../../kernel/money.ts';
import type {Axes, HealthScore, RatioScore, ReportWork, ScorePredicate} from '../index.ts';
import type {healthScoreAnswer, ratioAnswer, scoreAnswer} from './health-score-contract.ts';
import {withMeta} from './meta.ts';

const presentRatio = (policy: string, one: RatioScore): z.output<typeof ratioAnswer> => {
	const {section, ratio, numerator, denominator} = one;
	return {
		policy,
		section: section.code,
		sectionId: section.nameId,
		sectionEn: section.nameEn,
		code: ratio.code,
		nameId: ratio.nameId,
		nameEn: ratio.nameEn,
		formulaId: ratio.formulaId,
		formulaEn: ratio.formulaEn,
		numerator: numerator === undefined ? null : toText(numerator),
		denominator: denominator === undefined ? null : toText(denominator),
		value: one.value ?? null,
		band: one.band ?? null,
		outcome: one.outcome,
		score: one.score ?? null,
		weight: one.weight,
		points: one.points ?? null,
		source: `${ratio.source} ${section.source}`,
		isProvisional: one.isProvisional,
	};
};

const presentPredicate = ({code, nameId, nameEn, atLeast, ...rest}: ScorePredicate) => ({
	code,
	nameId,
	nameEn,
	atLeast,
	source: rest.source,
	isProvisional: rest.isProvisional,
});

const presentScore = (score: HealthScore): z.output<typeof scoreAnswer> => {
	const {policy, predicate, assessedWeight} = score;
	return {
		policy: policy.code,
		version: policy.version,
		nameId: policy.nameId,
		nameEn: policy.nameEn,
		effectiveFrom: policy.effectiveFrom,
		isProvisional: policy.status === 'provisional',
		replacedBy: policy.replacedBy,
		assessedWeight,
		points: score.points,
		pointsOfAssessed: score.pointsOfAssessed ?? null,
		predicate: predicate ? {...presentPredicate(predicate), coveredWeight: assessedWeight} : null,
		predicateAtWorst: presentPredicate(score.predicateAtWorst),
		predicateAtBest: presentPredicate(score.predicateAtBest),
	};
};

/** The health scores of a cooperative, ratio by ratio and policy by policy. */
export async function presentHealthScore(
	work: ReportWork,
	book: BookCode,
	axes: Axes,
	scores: readonly HealthScore[],
): Promise<z.output<typeof healthScoreAnswer>> {
	const classifiedBy = new Set(scores.map(({policy}) => policy.provisionPolicy));
	const {valuation} = await work.reports.healthPolicies(axes.asOf);
	const metaOf = (kind: string, policy: HealthScore['policy'] | (typeof valuation)[number]) => ({
		kind,
		code: `${policy.code}/${policy.version}`,
		legalBasis: policy.legalBasis,
		status: policy.status === 'in-force' ? ('found' as const) : policy.status,
		effectiveFrom: policy.effectiveFrom,
	});
	const policies = [
		...scores.map(({policy}) => metaOf('score', policy)),
		...valuation
			.filter(({code}) => classifiedBy.has(code))
			.map((policy) => metaOf('provision', policy)),
	];
	return withMeta(
		work,
		{report: 'health-score', book, axes, policies},
		{
			rows: scores.flatMap(({policy, ratios}) =>
				ratios.map((one) => presentRatio(policy.code, one)),
			),
			scores: scores.map(presentScore),
		},
	);
}
