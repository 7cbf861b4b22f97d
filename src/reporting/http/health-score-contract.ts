import {z} from 'zod';
import {amountText, bookCode, dateText, text} from '../../http/fields.ts';
import {metaAnswer} from './meta.ts';
import {axesQuery, linksAnswer} from './schemas.ts';

export const healthScoreQuery = z.strictObject({
	book: bookCode(),
	policy: text({max: 32}).optional().meta({
		description: 'The code of one policy alone, such as `juknis-15-2021`; all of them without it.',
	}),
	...axesQuery,
});

const described = (description: string) => z.string().meta({description});
const orNull = (description: string) => z.string().nullable().meta({description});

export const outcomes = ['scored', 'needs-person', 'no-divisor', 'bands-not-found'] as const;

export const ratioAnswer = z.strictObject({
	policy: z.string(),
	section: z.string(),
	sectionId: z.string(),
	sectionEn: z.string(),
	code: z.string(),
	nameId: z.string(),
	nameEn: z.string(),
	formulaId: z.string(),
	formulaEn: z.string(),
	numerator: amountText().nullable(),
	denominator: amountText().nullable(),
	value: orNull('Numerator / denominator, as a part of one with four decimals.'),
	band: orNull('The band that the value lies in, in per cent: `5 <= x <= 8`.'),
	outcome: z.enum(outcomes).meta({
		description:
			'`scored`; `needs-person`: the books do not tell; `no-divisor`: the denominator is nothing ' +
			'or less; `bands-not-found`: what such a value scores was not found in the source. Only ' +
			'what is scored has points.',
	}),
	score: orNull("By the policy's bands."),
	weight: described(
		'Of a hundred, four decimals: its part of the weight of the section, shown rounded.',
	),
	points: orNull('Weight x score / best score, four decimals.'),
	source: described('Where name, bands and weight are from, and what is only remembered of them.'),
	isProvisional: z.boolean(),
	links: linksAnswer('What the loans tell one by one, their classes and lateness, has none.'),
});

const predicateAnswer = z.strictObject({
	code: z.string(),
	nameId: z.string(),
	nameEn: z.string(),
	atLeast: described('From so many points of a hundred on.'),
	source: z.string(),
	isProvisional: z.boolean(),
});

export const scoreAnswer = z.strictObject({
	policy: z.string(),
	version: z.number(),
	nameId: z.string(),
	nameEn: z.string(),
	effectiveFrom: dateText(),
	isProvisional: z.boolean().meta({description: 'A number of the policy is only remembered.'}),
	replacedBy: orNull('The rule that took its place; it is reported beside that one all the same.'),
	assessedWeight: described('The weight of what was scored, of a hundred.'),
	points: described('Their points.'),
	pointsOfAssessed: orNull(
		'Points over assessed weight, of a hundred; null if nothing was scored.',
	),
	predicate: predicateAnswer
		.extend({coveredWeight: z.string()})
		.nullable()
		.meta({
			description:
				'By the points over the assessed weight. It covers so much of the weight and says ' +
				'nothing of the rest; it is no rating until a person has judged that.',
		}),
	predicateAtWorst: predicateAnswer.meta({
		description: 'If all that was not scored got no points.',
	}),
	predicateAtBest: predicateAnswer.meta({
		description: 'If all that was not scored got all points.',
	}),
});

export const healthScoreAnswer = z.strictObject({
	meta: metaAnswer,
	rows: z.array(ratioAnswer).meta({description: 'The ratios of each policy, section by section.'}),
	scores: z.array(scoreAnswer).meta({description: 'One for each policy.'}),
});
