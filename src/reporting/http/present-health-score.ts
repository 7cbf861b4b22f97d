import type {z} from 'zod';
import type {BookCode} from '../../kernel/ids.ts';
import {policiesOn} from '../../provisioning/index.ts';
import {toText} from '../../kernel/money.ts';
import {yearClosingKind} from '../../ledger/index.ts';
import type {
	Axes,
	HealthScore,
	HealthScores,
	RatioScore,
	ReportWork,
	ScoreMeasure,
	ScorePredicate,
} from '../index.ts';
import type {healthScoreAnswer, ratioAnswer, scoreAnswer} from './health-score-contract.ts';
import {type LineLinks, linksOf} from './line-links.ts';
import {withMeta} from './meta.ts';

type Linker = (measure: ScoreMeasure | null) => string | undefined;

/** Where the lines behind a measure are; nowhere, where no account of it was ever moved. */
const linkerOf =
	(link: LineLinks, {behind, from}: HealthScores): Linker =>
	(measure) => {
		const found = measure === null ? undefined : behind(measure);
		if (!found || found.accounts.length === 0) return undefined;
		const {of, accounts} = found;
		return link({accounts, ...(of === 'day' ? {} : {exceptKinds: [yearClosingKind], from})});
	};

const linksTo = ({ratio}: RatioScore, link: Linker): Record<string, string> => {
	const [numerator, denominator] = [link(ratio.numerator), link(ratio.denominator)];
	return {
		...(numerator === undefined ? {} : {numerator}),
		...(denominator === undefined ? {} : {denominator}),
	};
};

const presentRatio = (
	policy: string,
	one: RatioScore,
	link: Linker,
): z.output<typeof ratioAnswer> => {
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
		links: linksTo(one, link),
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
	health: HealthScores,
): Promise<z.output<typeof healthScoreAnswer>> {
	const {scores} = health;
	const link = linkerOf(await linksOf(work, book, axes), health);
	const classifiedBy = new Set(scores.map(({policy}) => policy.provisionPolicy));
	const valuation = policiesOn(await work.provisioning.policyVersions(), axes.asOf);
	const metaOf = (kind: string, policy: HealthScore['policy'] | (typeof valuation)[number]) => ({
		kind,
		code: `${policy.code}/${policy.version}`,
		legalBasis: policy.legalBasis,
		status: policy.status,
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
				ratios.map((one) => presentRatio(policy.code, one, link)),
			),
			scores: scores.map(presentScore),
		},
	);
}
