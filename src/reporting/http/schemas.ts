import {z} from 'zod';
import {amountText, date, moment} from '../../http/fields.ts';
import {metaAnswer} from './meta.ts';

export const axesQuery = {
	asOf: date().optional().meta({description: 'Up to and including this day; today without it.'}),
	knownAt: moment().optional().meta({description: 'As the books stood at this moment.'}),
};

export const trialBalanceAnswer = z.strictObject({
	meta: metaAnswer,
	rows: z.array(
		z.strictObject({
			account: z.string(),
			nameId: z.string(),
			nameEn: z.string(),
			class: z.string(),
			debit: amountText(),
			credit: amountText(),
		}),
	),
	totals: z.strictObject({debit: amountText(), credit: amountText()}),
});

const ratio = () =>
	z
		.string()
		.nullable()
		.meta({description: 'With four decimals; null where there is nothing to divide by.'});

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
});

export const healthRowAnswer = z.strictObject({
	region: z.string(),
	name: z.string(),
	level: z.enum(['village', 'district', 'regency']),
	sums: sumsAnswer,
	activeLoans: z.number(),
	borrowers: z.number(),
	womenBorrowers: z.number(),
	notRemittedDays: z
		.number()
		.meta({description: 'Days since the oldest collected principal that the city has not got.'}),
	ratios: z.strictObject({
		turnover: ratio(),
		idleShare: ratio(),
		repaymentRate: ratio(),
		arrearsRatio: ratio(),
		par1: ratio(),
		par30: ratio(),
		par60: ratio(),
		par90: ratio(),
		par30Restructured: ratio(),
		remittanceRate: ratio(),
		womenShare: ratio(),
	}),
});

export const mirrorAnswer = z.strictObject({
	cityInvestment: amountText(),
	owedByCooperatives: amountText(),
	difference: amountText(),
	isBalanced: z.boolean(),
});

export const fundHealthAnswer = z.strictObject({
	meta: metaAnswer,
	rows: z.array(healthRowAnswer),
	kecamatan: z.array(healthRowAnswer),
	cities: z.array(healthRowAnswer),
	totals: healthRowAnswer,
	mirror: mirrorAnswer.nullable().meta({
		description:
			"The city's book against the cooperatives'; null where you may not see the city's.",
	}),
});
