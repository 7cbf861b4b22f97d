import {z} from 'zod';
import {
	amountText,
	bookCode,
	date,
	dateText,
	moment,
	momentText,
	regionCodeField,
} from '../../http/fields.ts';
import type {RefusalTable} from '../../http/problem.ts';
import {type Route, route} from '../../http/route.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import {isZero, subtract, toText} from '../../kernel/money.ts';
import {
	type Axes,
	type FundHealthRow,
	type ReportCode,
	type ReportWork,
	mirrorDifference,
	readFundHealth,
	readTrialBalance,
	reportTexts,
} from '../index.ts';

const axesQuery = {
	asOf: date().optional().meta({description: 'Up to and including this day; today without it.'}),
	knownAt: moment().optional().meta({description: 'As the books stood at this moment.'}),
};

const metaAnswer = z.strictObject({
	report: z.string(),
	asOf: dateText(),
	knownAt: momentText().nullable(),
	generatedAt: momentText(),
	askedBy: z.string(),
	policies: z.array(
		z.strictObject({
			kind: z.string(),
			code: z.string(),
			legalBasis: z.string(),
			status: z.enum(['found', 'provisional']),
			effectiveFrom: dateText(),
		}),
	),
});

const toAxes = (
	work: ReportWork,
	{asOf, knownAt}: {readonly asOf?: LocalDate | undefined; readonly knownAt?: string | undefined},
): Axes => ({
	asOf: asOf ?? work.today(),
	...(knownAt === undefined ? {} : {knownAt: new Date(knownAt)}),
});

const meta = (
	work: ReportWork,
	report: string,
	{asOf, knownAt}: Axes,
	policies: z.output<typeof metaAnswer>['policies'] = [],
): z.output<typeof metaAnswer> => ({
	report,
	asOf,
	knownAt: knownAt?.toISOString() ?? null,
	generatedAt: work.now().toISOString(),
	askedBy: work.actor.name,
	policies,
});

const trialBalanceAnswer = z.strictObject({
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

const sumsAnswer = z.strictObject({
	ceiling: described('The most the programme allots to the kelurahan. Source: the programme.'),
	allocated: described('Agreed up to the day. Source: the agreements.'),
	tranchesReceived: described('Source: credits of 2.2.01 by tranches, net of reversals.'),
	principalDueToCity: described("Due by the agreements' schedules up to the day."),
	remitted: described('Source: debits of 2.2.02 by remittances, net of reversals.'),
	overdueToCity: described('Due and not remitted, per allocation, never below zero.'),
	principalCollected: described('Source: credits of 2.2.02 by repayments, net of reversals.'),
	collectedNotRemitted: described('Source: the balance of 2.2.02.'),
	cashAndBank: described("Source: the fund's balance of 1.1.01 and 1.1.11."),
	outstandingPrincipal: described(
		'Source: 1.2.01 + 1.2.03 less the deferred margin 1.2.02, by loan.',
	),
	disbursed: described('Source: credits of 1.1.11 by disbursements, net of reversals.'),
	principalDueFromMembers: described('Principal of instalments that fell due before the day.'),
	principalOverdue: described('Of these, what is not paid.'),
	atRisk1: described('Whole principal of loans 1 day late or more.'),
	atRisk30: described('Whole principal of loans more than 30 days late.'),
	atRisk60: described('Whole principal of loans more than 60 days late.'),
	atRisk90: described('Whole principal of loans more than 90 days late.'),
});

const healthRowAnswer = z.strictObject({
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
		remittanceRate: ratio(),
		womenShare: ratio(),
	}),
});

const mirrorAnswer = z.strictObject({
	cityInvestment: amountText(),
	owedByCooperatives: amountText(),
	difference: amountText(),
	isBalanced: z.boolean(),
});

const fundHealthAnswer = z.strictObject({
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

const presentRow = ({sums, ratios, ...row}: FundHealthRow): z.output<typeof healthRowAnswer> => {
	const {fundDebt: _, cityInvestment: __, ...shown} = sums;
	const texts = Object.entries(shown).map(([name, amount]) => [name, toText(amount)]);
	const shares = Object.entries(ratios).map(([name, value]: [string, string | undefined]) => [
		name,
		value ?? null,
	]);
	return {
		...row,
		sums: Object.fromEntries(texts) as z.output<typeof sumsAnswer>,
		ratios: Object.fromEntries(shares) as z.output<typeof healthRowAnswer>['ratios'],
	};
};

const presentMirror = ({sums}: FundHealthRow): z.output<typeof mirrorAnswer> => {
	const difference = mirrorDifference(sums);
	return {
		cityInvestment: toText(sums.cityInvestment),
		owedByCooperatives: toText(subtract(sums.cityInvestment, difference)),
		difference: toText(difference),
		isBalanced: isZero(difference),
	};
};

export const reportRoutes: readonly Route<ReportWork>[] = [
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/reports/trial-balance',
		permission: 'report:read',
		tag: 'reports',
		summary: "A book's trial balance (neraca saldo).",
		query: z.strictObject({book: bookCode(), ...axesQuery}),
		status: 200,
		response: trialBalanceAnswer,
		handle: async (work: ReportWork, {query}) => {
			const axes = toAxes(work, query);
			const {rows, totals} = await readTrialBalance(work, query.book, axes);
			return {
				body: {
					meta: meta(work, 'trial-balance', axes),
					rows: rows.map(({code, debit, credit, ...row}) => ({
						account: code,
						...row,
						debit: toText(debit),
						credit: toText(credit),
					})),
					totals: {debit: toText(totals.debit), credit: toText(totals.credit)},
				},
			};
		},
	}),
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/reports/fund-health',
		permission: 'report:read',
		tag: 'reports',
		summary: 'The health of the fund per kelurahan, adding up to kecamatan, city and ledger.',
		query: z.strictObject({region: regionCodeField().optional(), ...axesQuery}),
		status: 200,
		response: fundHealthAnswer,
		handle: async (work: ReportWork, {query}) => {
			const axes = toAxes(work, query);
			const health = await readFundHealth(work, query.region, axes);
			const policies = health.programmes.map(({code, legalBasis, status, effectiveFrom}) => ({
				kind: 'programme',
				code,
				legalBasis,
				status,
				effectiveFrom,
			}));
			const seesCity = (await work.ledger.listBooks()).some(({kind}) => kind === 'city');
			return {
				body: {
					meta: meta(work, 'fund-health', axes, policies),
					rows: health.kelurahan.map(presentRow),
					kecamatan: health.kecamatan.map(presentRow),
					cities: health.cities.map(presentRow),
					totals: presentRow(health.total),
					mirror: seesCity ? presentMirror(health.total) : null,
				},
			};
		},
	}),
];

const statuses: Record<ReportCode, number> = {
	'report/known-before-book': 422,
	'report/as-of-in-future': 422,
	'report/region-outside-scope': 404,
};

export const reportRefusals: RefusalTable = {texts: reportTexts, statuses};
