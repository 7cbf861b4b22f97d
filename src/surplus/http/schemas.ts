import {z} from 'zod';
import {
	accountCode,
	amount,
	amountText,
	count,
	countText,
	date,
	dateText,
	id,
	momentText,
	percentText,
	text,
} from '../../http/fields.ts';
import type {MemberId} from '../../kernel/ids.ts';
import {subtract, toText} from '../../kernel/money.ts';
import {savingProducts} from '../../savings/index.ts';
import {
	type DistributedPart,
	type Preview,
	type SharePaid,
	type SurplusDistribution,
	type SurplusPayout,
	type SurplusRule,
	partKinds,
	payoutSlipOf,
	payoutWays,
	percentTextOf,
	ruleBases,
	totalShare,
	unsharedParts,
} from '../index.ts';

const year = {min: 2000, max: 2200} as const;
const product = z.enum(savingProducts);
const kind = z.enum(partKinds).meta({
	description:
		'Reserves, parts of members (by savings: jasa simpanan; by business: jasa usaha), funds.',
});
const basis = z.enum(ruleBases).meta({
	description: 'The statutes (AD/ART), or a meeting of the members (Rapat Anggota).',
});

export const ruleBody = z.strictObject({
	effectiveFrom: date().meta({description: 'For meetings on this day and later.'}),
	basis,
	document: text({max: 100}).meta({description: 'The number of that document.'}),
	savingProducts: z
		.array(product)
		.max(savingProducts.length)
		.default(['pokok', 'wajib'])
		.meta({description: 'By which savings members have their part; pokok and wajib without it.'}),
	parts: z
		.array(
			z.strictObject({
				kind,
				name: text({max: 100}).meta({description: 'As the document calls it.'}),
				percent: percentText().meta({
					description: 'Of the whole surplus; all parts come to exactly 100.',
				}),
				account: accountCode()
					.optional()
					.meta({description: 'Where it goes; the usual account of its kind without it.'}),
			}),
		)
		.min(1)
		.max(30),
});

const partOfRule = {
	kind,
	name: z.string(),
	percent: z.string().meta({examples: ['12.5']}),
	account: z.string(),
};

export const ruleAnswer = z.strictObject({
	version: z.number(),
	effectiveFrom: dateText(),
	basis,
	document: z.string(),
	savingProducts: z.array(product),
	parts: z.array(z.strictObject(partOfRule)),
	recordedBy: z.string(),
	recordedAt: momentText(),
});

export const presentRule = (rule: SurplusRule): z.output<typeof ruleAnswer> => ({
	version: rule.version,
	effectiveFrom: rule.effectiveFrom,
	basis: rule.basis,
	document: rule.document,
	savingProducts: [...rule.savingProducts],
	parts: rule.parts.map((part) => ({
		kind: part.kind,
		name: part.name,
		percent: percentTextOf(part.percent),
		account: part.account,
	})),
	recordedBy: rule.recordedBy,
	recordedAt: rule.recordedAt.toISOString(),
});

export const previewQuery = z.strictObject({
	year: countText(year),
	decidedOn: date().meta({description: 'The day of the Rapat Anggota.'}),
});

export const distributionBody = z.strictObject({
	year: count(year),
	decidedOn: date().meta({description: 'The day of the Rapat Anggota.'}),
	document: text({max: 100}).meta({description: 'The number of its minutes.'}),
});

export const reversalBody = z.strictObject({
	effectiveOn: date(),
	reason: text({max: 500}),
	document: text({max: 100}),
});

const distributed = {
	parts: z.array(
		z.strictObject({
			...partOfRule,
			share: amountText().meta({
				description: 'Its percentage of the surplus, rounded down to the rupiah.',
			}),
			amount: amountText().meta({
				description:
					'What goes to its account: of members the sum of their shares, of the general reserve ' +
					'with all that rounding left over and what nobody had a base for.',
			}),
			base: amountText()
				.nullable()
				.meta({description: 'What members have by which it is shared; null of other parts.'}),
		}),
	),
	notShared: z
		.array(kind)
		.meta({description: 'Parts of members that nobody has a base for: in the general reserve.'}),
};

const presentParts = (parts: readonly DistributedPart[]) => ({
	parts: parts.map((part) => ({
		kind: part.kind,
		name: part.name,
		percent: percentTextOf(part.percent),
		account: part.account,
		share: toText(part.share),
		amount: toText(part.amount),
		base: part.base === undefined ? null : toText(part.base),
	})),
	notShared: unsharedParts({parts}).map((part) => part.kind),
});

const shareFields = {
	member: z.string(),
	savingsBase: amountText().meta({
		description: 'Average of the twelve month ends, rounded down to the sen.',
	}),
	businessBase: amountText().meta({description: "What the member's loans earned in the year."}),
	savingsShare: amountText(),
	businessShare: amountText(),
};

export const previewAnswer = z.strictObject({
	year: z.number(),
	surplus: amountText(),
	ruleVersion: z.number(),
	document: z.string().meta({description: 'What decided the rule.'}),
	...distributed,
	members: z.number(),
	shares: z.array(z.strictObject(shareFields)).meta({
		description: 'The first thousand; all of them once it is distributed.',
	}),
});

const shownMax = 1000;

export const presentPreview = (
	ofYear: number,
	{surplus, rule, parts, shares}: Preview,
): z.output<typeof previewAnswer> => ({
	year: ofYear,
	surplus: toText(surplus),
	ruleVersion: rule.version,
	document: rule.document,
	...presentParts(parts),
	members: shares.length,
	shares: shares.slice(0, shownMax).map((one) => ({
		member: one.member,
		savingsBase: toText(one.savings),
		businessBase: toText(one.business),
		savingsShare: toText(one.savingsShare),
		businessShare: toText(one.businessShare),
	})),
});

export const distributionAnswer = z.strictObject({
	id: z.string(),
	year: z.number(),
	decidedOn: dateText(),
	document: z.string(),
	ruleVersion: z.number(),
	surplus: amountText(),
	...distributed,
	closingEntry: z.number(),
	firstEntry: z.number(),
	lastEntry: z.number(),
	recordedBy: z.string(),
	reversal: z.strictObject({entry: z.number(), effectiveOn: dateText()}).nullable(),
});

export const presentDistribution = (
	one: SurplusDistribution,
): z.output<typeof distributionAnswer> => ({
	id: one.id,
	year: one.year,
	decidedOn: one.decidedOn,
	document: one.document,
	ruleVersion: one.rule.version,
	surplus: toText(one.surplus),
	...presentParts(one.parts),
	closingEntry: one.closingEntry,
	firstEntry: one.firstEntry,
	lastEntry: one.lastEntry,
	recordedBy: one.recordedBy,
	reversal: one.reversal
		? {entry: one.reversal.firstEntry, effectiveOn: one.reversal.effectiveOn}
		: null,
});

export const shareAnswer = z.strictObject({
	...shareFields,
	number: z.number().meta({description: "The member's number."}),
	paid: amountText(),
	left: amountText(),
});

export const presentShare = (one: SharePaid): z.output<typeof shareAnswer> => ({
	member: one.member,
	number: one.number,
	savingsBase: toText(one.savings),
	businessBase: toText(one.business),
	savingsShare: toText(one.savingsShare),
	businessShare: toText(one.businessShare),
	paid: toText(one.paid),
	left: toText(subtract(totalShare(one), one.paid)),
});

export const payoutBody = z.strictObject({
	member: id<MemberId>(),
	amount: amount(),
	paidOn: date(),
	way: z.enum(payoutWays),
	product: product
		.optional()
		.meta({description: 'Into which savings; with the way `savings`, and only then.'}),
});

export const payoutAnswer = z.strictObject({
	id: z.string(),
	distribution: z.string(),
	member: z.string(),
	slip: z.string().meta({
		description: 'SH- of what was paid; into savings SS-, that of the deposit.',
		examples: ['SH-12'],
	}),
	paidOn: dateText(),
	way: z.enum(payoutWays),
	amount: amountText(),
	entry: z.number(),
	saving: z.string().nullable(),
	recordedBy: z.string(),
	isReversed: z.boolean(),
});

export const presentPayout = (one: SurplusPayout): z.output<typeof payoutAnswer> => ({
	id: one.id,
	distribution: one.distribution,
	member: one.member,
	slip: payoutSlipOf(one),
	paidOn: one.paidOn,
	way: one.way,
	amount: toText(one.amount),
	entry: one.entryNumber,
	saving: one.saving ?? null,
	recordedBy: one.recordedBy,
	isReversed: one.isReversed,
});
