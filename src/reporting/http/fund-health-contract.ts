import {z} from 'zod';
import {amountText, dateText, regionCodeField, text} from '../../http/fields.ts';
import {axesQuery} from './schemas.ts';
import {metaAnswer} from './meta.ts';

export const healthLevels = ['village', 'district', 'regency', 'province'] as const;

export const healthQuery = z.strictObject({
	region: regionCodeField().optional(),
	level: z.enum(healthLevels).optional().meta({
		description:
			'A row for each kelurahan (village, as without it), kecamatan (district), city or regency, or province.',
	}),
	programme: text({max: 32}).optional().meta({description: 'The code of one programme alone.'}),
	...axesQuery,
	cursor: z.string().max(200).optional().meta({
		description: 'Where to go on: the nextCursor of the page before. The sums are of all pages.',
	}),
	limit: z
		.string()
		.regex(/^(?:[1-9]\d{0,3}|10000)$/u)
		.transform((digits) => Number.parseInt(digits, 10))
		.optional()
		.meta({description: 'Rows of a page, up to 10,000; all of them without it.'}),
});

const ratio = (formula: string) =>
	z
		.string()
		.nullable()
		.meta({
			description: `${formula}. With four decimals; null where there is nothing to divide by.`,
		});

const described = (description: string) => amountText().meta({description});

export const sumsAnswer = z.strictObject({
	ceiling: described('The most the programme allots to the kelurahan. Source: the programme.'),
	allocated: described('Agreed up to the day. Source: the agreements.'),
	tranchesReceived: described('Source: credits of 2.2.01 by tranches, net of reversals.'),
	principalDueToCity: described(
		"Due of the tranches received by the agreements' schedules up to the day.",
	),
	remitted: described('Source: debits of 2.2.02 by remittances, net of reversals.'),
	returned: described('Given back unlent or moved on to another allocation: returns on 2.2.01.'),
	overdueToCity: described('Due and not paid back, per allocation, never below zero.'),
	principalCollected: described(
		'Source: credits of 2.2.02 by repayments, recoveries and down payments, net of reversals.',
	),
	collectedNotRemitted: described('Source: the balance of 2.2.02.'),
	claims: amountText().nullable().meta({
		description:
			"Left of claims on persons (TGR): 1.3.1 of the city's book; null where you may not see it.",
	}),
	cashAndBank: described("Source: the fund's balance of 1.1.01 and 1.1.11."),
	beforeSale: described(
		'With agents who buy (wakalah), in goods not yet sold, and asked for cancelled purchases. Source: 1.3.02, 1.3.01, 1.2.32.',
	),
	downPayments: described('Paid by members before the sale, within cash and bank. Source: 2.1.11.'),
	outstandingPrincipal: described(
		'Source: 1.2.01 + 1.2.03 less the deferred margin 1.2.02, by loan.',
	),
	disbursed: described('Principal of loans by their disbursements, net of reversals.'),
	principalDueFromMembers: described('Principal of instalments that fell due before the day.'),
	principalOverdue: described('Of these, what is not paid.'),
	atRisk1: described('Whole principal of loans 1 day late or more.'),
	atRisk30: described('Whole principal of loans more than 30 days late.'),
	atRisk60: described('Whole principal of loans more than 60 days late.'),
	atRisk90: described('Whole principal of loans more than 90 days late.'),
	restructured: described('Whole principal of loans on a schedule that was agreed anew.'),
	atRisk30Restructured: described(
		'Whole principal of loans more than 30 days late or on a schedule that was agreed anew.',
	),
	writtenOffYear: described('Written off in the year up to the day. Source: 9.1.01.'),
	recoveredYear: described('Recovered in that year of what was written off, whenever that was.'),
});

const valuationAnswer = z.strictObject({
	policy: z.string().meta({description: 'The code of a provision policy in force on the day.'}),
	version: z.number(),
	isProvisional: z.boolean().meta({description: 'A number of the policy is only remembered.'}),
	classes: z.array(
		z.strictObject({
			position: z.number().meta({description: 'From 1, the best.'}),
			code: z.string(),
			nameId: z.string(),
			nameEn: z.string(),
			loans: z.number(),
			principal: amountText(),
			provision: amountText(),
		}),
	),
	provision: described('What the policy requires for the loans, class by class.'),
	netRealisableValue: described('Principal outstanding less that provision (Bultek SAP 07).'),
	fundPreservation: ratio(
		'(Cash and bank + net realisable value + claims) / tranches received; null where you may not see the claims',
	),
	preservedShare: ratio(
		'(Cash and bank - down payments + goods and purchases under way + net realisable value + claims + remitted + returned) / tranches received: below 1 money of the fund is lost; null where you may not see the claims',
	),
});

const gradeAnswer = z.strictObject({
	grade: z.enum(['sound', 'watch', 'serious']),
	reasons: z
		.array(
			z.strictObject({
				measure: z.string(),
				value: z.string(),
				grade: z.enum(['watch', 'serious']),
				side: z.enum(['above', 'below']),
				bound: z.string(),
				source: z.string(),
			}),
		)
		.meta({description: 'Every measure that lies beyond a bound, the worst first.'}),
});

export const healthRowAnswer = z.strictObject({
	region: z.string().meta({description: 'Empty where it is of a programme or of the whole.'}),
	name: z.string(),
	level: z.enum([...healthLevels, 'programme', 'whole']),
	sums: sumsAnswer,
	activeLoans: z.number(),
	borrowers: z.number(),
	womenBorrowers: z.number(),
	notRemittedDays: z
		.number()
		.meta({description: 'Days since the oldest collected principal that the city has not got.'}),
	operations: z.strictObject({income: amountText(), expenses: amountText()}).nullable().meta({
		description:
			'Of the whole cooperatives with funds here, in the year up to the day, without what closes a year; one with several funds counts in each kelurahan and once in their sum.',
	}),
	ratios: z.strictObject({
		turnover: ratio('Disbursed / tranches received'),
		idleShare: ratio(
			'(Cash and bank - collected and not remitted - down payments, not below nought) / tranches received',
		),
		repaymentRate: ratio(
			'Cumulative: principal collected / principal of instalments due before the day',
		),
		arrearsRatio: ratio('Principal overdue / principal outstanding'),
		par1: ratio('Balance of loans 1 day late or more / principal outstanding (CGAP)'),
		par30: ratio('Balance of loans more than 30 days late / principal outstanding (CGAP)'),
		par60: ratio('Balance of loans more than 60 days late / principal outstanding (CGAP)'),
		par90: ratio('Balance of loans more than 90 days late / principal outstanding (CGAP)'),
		par30Restructured: ratio(
			'Balance of loans more than 30 days late or agreed anew / principal outstanding (CGAP)',
		),
		remittanceRate: ratio('Principal remitted / principal due to the city'),
		womenShare: ratio('Women / borrowers'),
		operatingSelfSufficiency: ratio(
			'Income / expenses of the cooperatives in the year up to the day (OSS, SEEP)',
		),
	}),
	valuations: z.array(valuationAnswer).meta({description: 'One for each policy in force.'}),
	graded: gradeAnswer.nullable().meta({description: 'Null where no tranche has come.'}),
});

export const mirrorAnswer = z.strictObject({
	cityInvestment: amountText(),
	owedByCooperatives: amountText(),
	difference: amountText(),
	isBalanced: z.boolean(),
});

const sumRows = (what: string) =>
	z.array(healthRowAnswer).meta({
		description: `The sums of each ${what}, whatever page was asked for; empty where the rows are no finer.`,
	});

const linkedRowAnswer = healthRowAnswer.extend({
	funds: z.array(z.string()).meta({
		description:
			'Of a kelurahan, the statements of its funds, whose figures lead on to their lines; empty ' +
			'of wider regions, and where there are more than 1,000 rows.',
	}),
});

export const fundHealthAnswer = z.strictObject({
	meta: metaAnswer,
	rows: z.array(linkedRowAnswer),
	kecamatan: sumRows('kecamatan of the cities in which the rows lie'),
	cities: sumRows('city or regency in which the rows lie'),
	provinces: sumRows('province'),
	programmes: sumRows('programme'),
	totals: healthRowAnswer,
	mirror: mirrorAnswer.nullable().meta({
		description:
			"The city's book against the cooperatives'; null where you may not see the city's.",
	}),
	nextCursor: z.string().nullable(),
});

/** What everybody may know: no funds to lead on to, and no claims on persons. */
export const publicHealthAnswer = z.strictObject({
	asOf: dateText(),
	rows: z.array(healthRowAnswer),
	kecamatan: z.array(healthRowAnswer),
	totals: healthRowAnswer,
});
