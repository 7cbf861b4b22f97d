import {z} from 'zod';
import {writeCursor} from '../../http/cursor.ts';
import {
	amountText,
	bookCode,
	date,
	moment,
	pageQuery,
	regionCodeField,
	text,
} from '../../http/fields.ts';
import type {Language} from '../../kernel/errors.ts';
import {toText} from '../../kernel/money.ts';
import {multiplyRates, rate, rateText} from '../../kernel/rate.ts';
import {
	type ClassifiedLoan,
	type ClassifiedPortfolio,
	type Policy,
	type PolicyClass,
	type PolicyTotals,
	type PortfolioQuestion,
	controlDifferences,
	netRealisableValue,
} from '../../provisioning/index.ts';
import type {ReportWork} from '../index.ts';
import {balanceLinks, loanLinks} from './loan-links.ts';
import {metaAnswer as commonMeta, policyAnswer, withMeta} from './meta.ts';
import {linksAnswer} from './schemas.ts';

const hundred = rate('100');
const percentageText = (part: PolicyClass['percentage']): string =>
	rateText(multiplyRates(part, hundred));

export const reportQuery = z.strictObject({
	asOf: date().optional().meta({description: 'Up to and including this day; today without it.'}),
	knownAt: moment().optional().meta({description: 'As the books stood at this moment.'}),
	book: bookCode().optional(),
	region: regionCodeField().optional(),
	policy: text({max: 40}).optional().meta({description: 'This policy alone; all without it.'}),
	...pageQuery,
});

export const reportPosition = z.object({book: z.string(), number: z.int()});

const metaAnswer = z.strictObject({
	...commonMeta.shape,
	policies: z.array(z.strictObject({...policyAnswer.shape, name: z.string()})),
	isProvisional: z.boolean().meta({
		description: 'Whether a policy that was used has a number that is only remembered or assumed.',
	}),
	notice: z.string().nullable().meta({description: 'Says so in words, naming the policies.'}),
	rounding: z.string().meta({description: 'How each provision was rounded.'}),
});

const className = {
	class: z.string().meta({description: 'The class that counts: the worse of the next two.'}),
	name: z.string(),
};

const loanFields = {
	book: z.string(),
	loan: z.string(),
	number: z.number(),
	fund: z.string(),
	frequency: z.string(),
	owed: amountText().meta({description: 'All that is still to be paid, margin in it.'}),
	principal: amountText().meta({description: 'Outstanding, net of deferred margin.'}),
	daysPastDue: z.number(),
	monthsPastDue: z.number().meta({
		description: 'Months that have begun since the oldest unpaid due date.',
	}),
	missedPayments: z.number(),
	links: linksAnswer('Debits less credits are what is owed, and the principal.'),
};

const controlAnswer = z
	.strictObject({
		owed: amountText(),
		principal: amountText(),
		owedDifference: amountText(),
		principalDifference: amountText(),
		isBalanced: z.boolean(),
	})
	.meta({description: "The control accounts by the ledger's totals, and what the loans differ."});

export const collectibilityAnswer = z.strictObject({
	meta: metaAnswer,
	rows: z.array(
		z.strictObject({
			...loanFields,
			classes: z.array(
				z.strictObject({
					policy: z.string(),
					...className,
					byLateness: z.string(),
					byHand: z.string().nullable(),
				}),
			),
		}),
	),
	nextCursor: z.string().nullable().meta({description: 'Where the rows go on.'}),
	totals: z
		.array(
			z.strictObject({
				policy: z.string(),
				loans: z.number(),
				owed: amountText(),
				principal: amountText(),
				classes: z.array(
					z.strictObject({
						...className,
						loans: z.number(),
						owed: amountText(),
						principal: amountText(),
						share: z.string().nullable().meta({description: 'Of all principal outstanding.'}),
					}),
				),
			}),
		)
		.meta({description: 'Of all loans, on every page.'}),
	control: controlAnswer,
});

const provisionFields = {
	collateral: amountText().meta({description: 'What the policy lets be deducted, at most.'}),
	provision: amountText(),
	netRealisableValue: amountText().meta({description: 'Principal less provision.'}),
};

export const provisioningAnswer = z.strictObject({
	meta: metaAnswer,
	rows: z.array(
		z.strictObject({
			...loanFields,
			collateral: amountText(),
			provisions: z.array(
				z.strictObject({
					policy: z.string(),
					...className,
					percentage: z.string(),
					base: amountText().meta({
						description: 'Principal, less collateral where the class deducts it.',
					}),
					provision: amountText(),
					netRealisableValue: amountText(),
				}),
			),
		}),
	),
	nextCursor: z.string().nullable().meta({description: 'Where the rows go on.'}),
	totals: z
		.array(
			z.strictObject({
				policy: z.string(),
				loans: z.number(),
				principal: amountText(),
				...provisionFields,
				allowance: amountText().meta({description: 'Booked on 1.2.19, by whatever policy.'}),
				allowanceOver: amountText().meta({
					description: 'Booked less required by this policy: below zero is too little.',
				}),
				classes: z.array(
					z.strictObject({
						...className,
						percentage: z.string(),
						loans: z.number(),
						principal: amountText(),
						base: amountText(),
						...provisionFields,
					}),
				),
			}),
		)
		.meta({description: 'Of all loans, on every page.'}),
	control: controlAnswer,
});

const noticeOf = (policies: readonly Policy[], language: Language): string | null => {
	const names = policies.filter(({status}) => status === 'provisional').map(({code}) => code);
	if (names.length === 0) return null;
	const list = names.join(', ');
	return language === 'id'
		? `Kebijakan sementara: sebagian angka ${list} belum dibaca pada naskah resminya.`
		: `Provisional policy: some numbers of ${list} have not been read in the official text.`;
};

const nameIn = (named: {nameId: string; nameEn: string}, language: Language): string =>
	language === 'id' ? named.nameId : named.nameEn;

/** A report with what it states of itself, its policies by name and how it was rounded. */
async function withPolicies<
	Body extends {readonly rows: readonly {readonly book: string; readonly loan: string}[]},
>(
	work: ReportWork,
	report: string,
	{asOf, knownAt, book, region}: PortfolioQuestion,
	policies: readonly Policy[],
	language: Language,
	body: Body,
): Promise<
	Omit<Body, 'rows'> & {
		readonly meta: z.output<typeof metaAnswer>;
		readonly rows: (Body['rows'][number] & {readonly links: Record<string, string>})[];
	}
> {
	const named = policies.map((policy) => ({
		kind: 'provision-policy',
		code: policy.code,
		version: policy.version,
		name: nameIn(policy, language),
		legalBasis: policy.legalBasis,
		status: policy.status,
		effectiveFrom: policy.effectiveFrom,
	}));
	const axes = {asOf, ...(knownAt === undefined ? {} : {knownAt})};
	const answer = await withMeta(work, {report, axes, book, region, policies: named}, body);
	const notice = noticeOf(policies, language);
	const link = loanLinks({asOf, knownAt: new Date(answer.meta.knownAt)}, {});
	return {
		...answer,
		rows: body.rows.map((row) => ({...row, links: {...balanceLinks(row, link)}})),
		meta: {
			...answer.meta,
			policies: named,
			isProvisional: notice !== null,
			notice,
			rounding:
				language === 'id'
					? 'Setiap pembiayaan dibulatkan ke rupiah penuh; setengah dibulatkan ke atas.'
					: 'Each loan is rounded to whole rupiah, a half up.',
		},
	};
}

const presentLoan = (loan: ClassifiedLoan) => ({
	book: loan.book,
	loan: loan.loan,
	number: loan.number,
	fund: loan.fund,
	frequency: loan.frequency,
	owed: toText(loan.owed),
	principal: toText(loan.principal),
	daysPastDue: loan.daysPastDue,
	monthsPastDue: loan.monthsPastDue,
	missedPayments: loan.missedPayments,
});

function presentControl({control, totals}: ClassifiedPortfolio): z.output<typeof controlAnswer> {
	// Every policy classifies the same loans; without one there is nothing to compare with.
	const {owed, principal} = controlDifferences(control, totals[0] ?? control);
	return {
		owed: toText(control.owed),
		principal: toText(control.principal),
		owedDifference: toText(owed),
		principalDifference: toText(principal),
		isBalanced: owed.isZero() && principal.isZero(),
	};
}

/** The rows of a page and where they go on. */
function pageOf({loans}: ClassifiedPortfolio, limit: number) {
	const rows = loans.slice(0, limit);
	const last = rows.at(-1);
	const nextCursor =
		loans.length > limit && last ? writeCursor({book: last.book, number: last.number}) : null;
	return {rows, nextCursor};
}

const classesBy = (
	policies: readonly Policy[],
): ((policy: string, position: number) => PolicyClass) => {
	const known = new Map(policies.map(({code, classes}) => [code, classes]));
	return (policy, position) => known.get(policy)![position - 1]!;
};

export async function presentCollectibility(
	work: ReportWork,
	question: PortfolioQuestion,
	portfolio: ClassifiedPortfolio,
	language: Language,
): Promise<z.output<typeof collectibilityAnswer>> {
	const {rows, nextCursor} = pageOf(portfolio, question.limit);
	const classAt = classesBy(portfolio.policies);
	return withPolicies(work, 'collectibility', question, portfolio.policies, language, {
		rows: rows.map((loan) => ({
			...presentLoan(loan),
			classes: loan.classes.map(({policy, position, computed, manual}) => ({
				policy,
				class: classAt(policy, position).code,
				name: nameIn(classAt(policy, position), language),
				byLateness: classAt(policy, computed).code,
				byHand: manual === undefined ? null : classAt(policy, manual).code,
			})),
		})),
		nextCursor,
		totals: portfolio.totals.map((total) => ({
			policy: total.policy.code,
			loans: total.loans,
			owed: toText(total.owed),
			principal: toText(total.principal),
			classes: total.classes.map((one) => ({
				class: one.class.code,
				name: nameIn(one.class, language),
				loans: one.loans,
				owed: toText(one.owed),
				principal: toText(one.principal),
				share: one.share ?? null,
			})),
		})),
		control: presentControl(portfolio),
	});
}

const presentProvisionTotal = (
	total: PolicyTotals,
	allowance: string,
	language: Language,
): z.output<typeof provisioningAnswer>['totals'][number] => ({
	policy: total.policy.code,
	loans: total.loans,
	principal: toText(total.principal),
	collateral: toText(total.collateral),
	provision: toText(total.provision),
	netRealisableValue: toText(total.netRealisableValue),
	allowance,
	allowanceOver: toText(total.bookedOver),
	classes: total.classes.map((one) => ({
		class: one.class.code,
		name: nameIn(one.class, language),
		percentage: percentageText(one.class.percentage),
		loans: one.loans,
		principal: toText(one.principal),
		base: toText(one.base),
		collateral: toText(one.collateral),
		provision: toText(one.provision),
		netRealisableValue: toText(one.netRealisableValue),
	})),
});

export async function presentProvisioning(
	work: ReportWork,
	question: PortfolioQuestion,
	portfolio: ClassifiedPortfolio,
	language: Language,
): Promise<z.output<typeof provisioningAnswer>> {
	const {rows, nextCursor} = pageOf(portfolio, question.limit);
	const classAt = classesBy(portfolio.policies);
	return withPolicies(work, 'provisioning', question, portfolio.policies, language, {
		rows: rows.map((loan) => ({
			...presentLoan(loan),
			collateral: toText(loan.collateral),
			provisions: loan.classes.map(({policy, position, base, provision}) => ({
				policy,
				class: classAt(policy, position).code,
				name: nameIn(classAt(policy, position), language),
				percentage: percentageText(classAt(policy, position).percentage),
				base: toText(base),
				provision: toText(provision),
				netRealisableValue: toText(netRealisableValue(loan.principal, provision)),
			})),
		})),
		nextCursor,
		totals: portfolio.totals.map((total) =>
			presentProvisionTotal(total, toText(portfolio.control.allowance), language),
		),
		control: presentControl(portfolio),
	});
}
