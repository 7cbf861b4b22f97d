import test from 'ava';
import fc from 'fast-check';
import {rupiah} from '../../src/kernel/money.ts';
import {
	type ScoreBand,
	type ScorePolicy,
	type ScoreRatio,
	scoreHealth,
} from '../../src/reporting/health-score.ts';
import {type ScoreMeasures, measureBook} from '../../src/reporting/score-measures.ts';
import {day} from '../helpers/world.ts';

const zero = rupiah('0');
const nothing = measureBook([], [], {nonPerforming: zero, atRisk30: zero, requiredProvision: zero});
const of = (amounts: Partial<Record<keyof ScoreMeasures, string>>): ScoreMeasures => ({
	...nothing,
	...Object.fromEntries(Object.entries(amounts).map(([name, text]) => [name, rupiah(text)])),
});

const texts = {nameId: 'Uji', nameEn: 'Test', source: 'Uji', isProvisional: false};
const band = (
	upToPercent: string | null,
	includesBound: boolean,
	score: string | null,
): ScoreBand => ({upToPercent, includesBound, score});

const npf: ScoreRatio = {
	...texts,
	code: 'npf',
	formulaId: 'a / b',
	formulaEn: 'a / b',
	share: 1,
	numerator: 'nonPerforming',
	denominator: 'financing',
	bands: [band('5', true, '4'), band('10', false, '2'), band(null, false, '1')],
};

const predicate = (code: string, atLeast: string) => ({...texts, code, atLeast});

const policyOf = (
	ratios: readonly ScoreRatio[],
	rest: readonly ScoreRatio[] = [],
): ScorePolicy => ({
	code: 'uji',
	version: 1,
	effectiveFrom: day('2020-01-01'),
	nameId: 'Uji',
	nameEn: 'Test',
	legalBasis: 'Uji',
	status: 'in-force',
	replacedBy: null,
	scoreMax: '4',
	provisionPolicy: 'koperasi',
	sections: [
		{...texts, code: 'books', weight: rest.length > 0 ? '60' : '100', ratios},
		...(rest.length > 0 ? [{...texts, code: 'people', weight: '40', ratios: rest}] : []),
	],
	predicates: [predicate('sehat', '80'), predicate('cukup', '66'), predicate('khusus', '0')],
});

const person: ScoreRatio = {
	...npf,
	code: 'governance',
	numerator: null,
	denominator: null,
	bands: [],
};

test('at a bound a value is of the band that has it, beside it of the next', (t) => {
	const scored = (nonPerforming: string) => {
		const [row] = scoreHealth(policyOf([npf]), of({nonPerforming, financing: '1000000'})).ratios;
		return [row!.value, row!.band, row!.score, row!.points];
	};
	t.deepEqual(scored('0'), ['0.0000', 'x <= 5', '4', '100.0000']);
	t.deepEqual(scored('50000'), ['0.0500', 'x <= 5', '4', '100.0000']);
	// 5.000001 % is above 5 %, though shown with four decimals it is the same.
	t.deepEqual(scored('50000.01'), ['0.0500', '5 < x < 10', '2', '50.0000']);
	t.deepEqual(scored('99999.99'), ['0.1000', '5 < x < 10', '2', '50.0000']);
	t.deepEqual(scored('100000'), ['0.1000', '10 <= x', '1', '25.0000']);
});

test('what needs a person has no points, and the predicate is for the weight assessed', (t) => {
	const score = scoreHealth(
		policyOf([npf], [person]),
		of({nonPerforming: '0', financing: '1000000'}),
	);
	t.like(score, {assessedWeight: '60.0000', points: '60.0000', pointsOfAssessed: '100.0000'});
	t.is(score.predicate?.code, 'sehat');
	t.is(score.predicateAtWorst.code, 'khusus');
	t.is(score.predicateAtBest.code, 'sehat');
	t.like(score.ratios[1], {
		outcome: 'needs-person',
		weight: '40.0000',
		points: undefined,
		numerator: undefined,
	});
});

test('a divisor of nothing or less is not scored, and a score that was not found is none', (t) => {
	const outcome = (financing: string, one = npf) => {
		const score = scoreHealth(policyOf([one]), of({nonPerforming: '-10', financing}));
		return [score.ratios[0]!.outcome, score.ratios[0]!.value, score.predicate];
	};
	t.deepEqual(outcome('0'), ['no-divisor', undefined, undefined]);
	// A loss over a debt would be the best of gains.
	t.deepEqual(outcome('-100'), ['no-divisor', undefined, undefined]);
	t.deepEqual(outcome('100', {...npf, bands: []}), ['bands-not-found', '-0.1000', undefined]);
	const half = {...npf, bands: [band('-50', false, '1'), band(null, false, null)]};
	t.deepEqual(outcome('100', half), ['bands-not-found', '-0.1000', undefined]);
});

test('ratios of a section part its weight by their shares, and points at a bound reach it', (t) => {
	const heavy = {...npf, code: 'heavy', share: 2};
	const score = scoreHealth(policyOf([npf, heavy]), of({nonPerforming: '0', financing: '1'}));
	t.deepEqual(
		score.ratios.map(({weight}) => weight),
		['33.3333', '66.6667'],
	);
	t.is(score.points, '100.0000');
	const called = (atLeast: string) =>
		scoreHealth(
			{...policyOf([npf]), predicates: [predicate('a', atLeast), predicate('b', '0')]},
			of({nonPerforming: '70000', financing: '1000000'}),
		).predicate?.code;
	t.is(called('50'), 'a');
	t.is(called('50.0001'), 'b');
});

/** A text with four decimals as a count of ten-thousandths. */
const inParts = (text: string): number => Number.parseInt(text.replace('.', ''), 10);

test('points never pass the weight that was assessed, nor that a hundred', (t) => {
	fc.assert(
		fc.property(fc.integer({min: -1_000_000, max: 1_000_000}), fc.integer(), (part, whole) => {
			const score = scoreHealth(
				policyOf([npf, {...npf, code: 'other', bands: []}], [person]),
				of({nonPerforming: String(part), financing: String(whole)}),
			);
			const [points, weight] = [inParts(score.points), inParts(score.assessedWeight)];
			return points >= 0 && points <= weight && weight <= 1_000_000;
		}),
	);
	t.pass();
});
