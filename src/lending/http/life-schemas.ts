import {z} from 'zod';
import {
	amount,
	amountOrZero,
	amountText,
	count,
	countText,
	date,
	dateText,
	papers,
	text,
} from '../../http/fields.ts';
import {add, toText} from '../../kernel/money.ts';
import {
	type Recovery,
	type RestructuredLoan,
	type RestructuringPreview,
	type Settlement,
	type SettlementQuote,
	type WriteOff,
	type WrittenOff,
	moneyMethods,
} from '../index.ts';
import {instalmentAnswer, periodUnit, presentInstalment} from './schemas.ts';
import {wayFields} from './way-fields.ts';

const method = z.enum(moneyMethods);
const owedAnswer = z.strictObject({
	principal: amountText(),
	margin: amountText(),
	total: amountText(),
});
const changes = z.enum(['dates', 'conditions', 'both', 'akad']).meta({
	description:
		'dates: rescheduled (penjadwalan kembali); conditions: another number of instalments or a grace (persyaratan kembali); akad: it came of the conversion of another loan.',
});

export const stepBody = z.strictObject({on: date(), reason: text({max: 500})});

export const quoteAnswer = z.strictObject({
	on: dateText(),
	principal: amountText(),
	assetPrice: amountText().meta({
		description: 'Ijarah: the part of the principal for which the asset is bought.',
	}),
	marginDue: amountText(),
	discount: amountText().meta({description: 'Margin that is not asked for (muqasah).'}),
	total: amountText(),
	validUntil: dateText().nullable().meta({
		description: 'The last day on which it is the same, if nothing is paid; null: any day.',
	}),
	rule: z.string(),
});

export const settlementBody = z.strictObject({
	paidOn: date(),
	amount: amountOrZero().meta({description: 'The total of the quote for that day.'}),
	...wayFields,
});

export const settlementAnswer = z.strictObject({
	id: z.string().meta({description: 'The repayment to name when it is reversed.'}),
	loan: z.string(),
	receiptNumber: z.number(),
	settledOn: dateText(),
	principal: amountText(),
	marginDue: amountText(),
	discount: amountText(),
	total: amountText(),
	entry: z.number().nullable(),
	discountEntry: z.number().nullable(),
	settledBy: z.string(),
});

export const previewQuery = z.strictObject({
	effectiveOn: date().optional().meta({description: 'Today without it.'}),
	firstDueOn: date().optional(),
	instalments: countText({min: 1, max: 600}).optional(),
	periodUnit: periodUnit.optional(),
	periodEvery: countText({min: 1, max: 366}).optional(),
	principalGraceInstalments: countText({min: 0, max: 599}).optional(),
});

export const restructuringBody = z.strictObject({
	effectiveOn: date(),
	firstDueOn: date().optional(),
	instalments: count({min: 1, max: 600}).optional().meta({
		description: 'As many as are unpaid without it.',
	}),
	periodUnit: periodUnit.optional(),
	periodEvery: count({min: 1, max: 366}).optional(),
	principalGraceInstalments: count({min: 0, max: 599}).optional(),
	reason: text({max: 500}),
	document: text({max: 100}),
});

const restructuring = {
	effectiveOn: dateText(),
	change: changes,
	owed: owedAnswer,
	daysPastDue: z.number().meta({description: 'By the schedule before it, on that day.'}),
	overdue: amountText(),
};

export const previewAnswer = z.strictObject({
	...restructuring,
	rows: z.array(instalmentAnswer),
	rule: z.string(),
});

export const restructuringAnswer = previewAnswer.extend({version: z.number()});

export const restructuredAnswer = z.strictObject({
	...restructuring,
	loan: z.string(),
	cooperative: z.string(),
	number: z.number(),
	allocation: z.string(),
	version: z.number(),
	times: z.number().meta({description: 'How often it was eased up to the day.'}),
	reason: z.string(),
	document: z.string(),
	decidedBy: z.string(),
});

export const writeOffBody = z.strictObject({
	writtenOffOn: date(),
	reason: text({max: 500}),
	document: text({max: 100}),
	attachments: papers().optional(),
});

export const writeOffAnswer = z.strictObject({
	writtenOffOn: dateText(),
	principal: amountText(),
	margin: amountText().meta({description: 'Margin that was never earned.'}),
	fromAllowance: amountText(),
	loss: amountText(),
	entry: z.number(),
});

export const recoveryBody = z.strictObject({paidOn: date(), amount: amount(), method});

export const recoveryAnswer = z.strictObject({
	id: z.string(),
	receiptNumber: z.number(),
	paidOn: dateText(),
	method,
	amount: amountText(),
	entry: z.number(),
	receivedBy: z.string(),
	isReversed: z.boolean(),
});

export const writtenOffAnswer = writeOffAnswer.extend({
	recovered: amountText(),
	left: amountText().meta({description: 'What the register of written-off loans still holds.'}),
	recoveries: z.array(recoveryAnswer),
});

export const endingReversalBody = z.strictObject({
	effectiveOn: date(),
	reason: text({max: 500}),
	document: text({max: 100}),
});

export const presentQuote = (quote: SettlementQuote): z.output<typeof quoteAnswer> => ({
	on: quote.on,
	principal: toText(quote.principal),
	assetPrice: toText(quote.assetPrice),
	marginDue: toText(quote.marginDue),
	discount: toText(quote.discount),
	total: toText(quote.total),
	validUntil: quote.validUntil ?? null,
	rule: quote.rule,
});

export const presentSettlement = (one: Settlement): z.output<typeof settlementAnswer> => ({
	id: one.id,
	loan: one.loan,
	receiptNumber: one.receiptNumber,
	settledOn: one.settledOn,
	principal: toText(one.principal),
	marginDue: toText(one.marginDue),
	discount: toText(one.discount),
	total: toText(one.total),
	entry: one.entryNumber ?? null,
	discountEntry: one.discountEntry ?? null,
	settledBy: one.settledBy,
});

const presentStanding = ({
	change,
	owed,
	arrears,
}: Pick<RestructuredLoan, 'change' | 'owed' | 'arrears'>) => ({
	change,
	owed: {
		principal: toText(owed.principal),
		margin: toText(owed.margin),
		total: toText(add(owed.principal, owed.margin)),
	},
	daysPastDue: arrears.daysPastDue,
	overdue: toText(arrears.overdue),
});

export const presentPreview = (preview: RestructuringPreview): z.output<typeof previewAnswer> => ({
	...presentStanding(preview),
	effectiveOn: preview.terms.effectiveOn,
	rows: preview.instalments.map(presentInstalment),
	rule: preview.rule,
});

export const presentRestructured = (
	one: RestructuredLoan,
): z.output<typeof restructuredAnswer> => ({
	...presentStanding(one),
	effectiveOn: one.effectiveOn,
	loan: one.loan,
	cooperative: one.book,
	number: one.number,
	allocation: one.fund,
	version: one.version,
	times: one.times,
	reason: one.reason,
	document: one.document,
	decidedBy: one.decidedBy,
});

export const presentWriteOff = (one: WriteOff): z.output<typeof writeOffAnswer> => ({
	writtenOffOn: one.writtenOffOn,
	principal: toText(one.principal),
	margin: toText(one.margin),
	fromAllowance: toText(one.fromAllowance),
	loss: toText(one.loss),
	entry: one.entryNumber,
});

export const presentRecovery = ({
	entryNumber,
	...one
}: Recovery): z.output<typeof recoveryAnswer> => ({
	...one,
	amount: toText(one.amount),
	entry: entryNumber,
});

export const presentWrittenOff = (one: WrittenOff): z.output<typeof writtenOffAnswer> => ({
	...presentWriteOff(one.writeOff),
	recovered: toText(one.recovered),
	left: toText(one.left),
	recoveries: one.recoveries.map(presentRecovery),
});
