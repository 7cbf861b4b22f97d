import {z} from 'zod';
import {amountText, date, dateText, id, momentText, month, text} from '../../http/fields.ts';
import type {LoanId} from '../../kernel/ids.ts';
import {subtract, toText} from '../../kernel/money.ts';
import {type Rate, multiplyRates, rate, rateText} from '../../kernel/rate.ts';
import type {ManualClass, Policy, PolicyChoice, ProvisionOutcome, ProvisionRun} from '../index.ts';

const hundred = rate('100');

/** A pure number as a percentage: 0.005 is "0.5". */
export const percentageText = (part: Rate): string => rateText(multiplyRates(part, hundred));

const policyCode = () =>
	text({max: 40}).meta({description: 'The code of a policy, as /v1/provision-policies lists it.'});
const reason = () => text({max: 500});

const sourced = {isProvisional: z.boolean(), source: z.string()};

export const policyAnswer = z.strictObject({
	code: z.string(),
	version: z.number(),
	nameId: z.string(),
	nameEn: z.string(),
	effectiveFrom: dateText(),
	legalBasis: z.string(),
	status: z.enum(['in-force', 'provisional']),
	classes: z.array(
		z.strictObject({
			position: z.number().meta({description: 'From 1, the best.'}),
			code: z.string(),
			nameId: z.string(),
			nameEn: z.string(),
			percentage: z.string(),
			deductsCollateral: z.boolean(),
			collateralPercentMin: z.string().nullable().meta({
				description: 'Without so much collateral the loan is of the next class.',
			}),
			...sourced,
		}),
	),
	bands: z.array(
		z.strictObject({
			frequency: z.string(),
			measure: z.enum(['days', 'months', 'missed']),
			upTo: z.array(z.number()).meta({description: 'For every class but the last.'}),
			...sourced,
		}),
	),
});

export const presentPolicy = (policy: Policy): z.output<typeof policyAnswer> => ({
	code: policy.code,
	version: policy.version,
	nameId: policy.nameId,
	nameEn: policy.nameEn,
	effectiveFrom: policy.effectiveFrom,
	legalBasis: policy.legalBasis,
	status: policy.status,
	classes: policy.classes.map((one) => ({
		position: one.position,
		code: one.code,
		nameId: one.nameId,
		nameEn: one.nameEn,
		percentage: percentageText(one.percentage),
		deductsCollateral: one.deductsCollateral,
		collateralPercentMin:
			one.collateralMin === undefined ? null : percentageText(one.collateralMin),
		isProvisional: one.isProvisional,
		source: one.source,
	})),
	bands: policy.ladders.map(({upTo, ...ladder}) => ({...ladder, upTo: [...upTo]})),
});

export const ofLoan = z.strictObject({id: id<LoanId>()});

export const manualClassBody = z.strictObject({
	policy: policyCode(),
	class: text({max: 40}).optional().meta({
		description: 'Worse than lateness says; without it the class by hand ends.',
	}),
	effectiveFrom: date(),
	reason: reason(),
});

export const manualClassAnswer = z.strictObject({
	loan: z.string(),
	policy: z.string(),
	number: z.number(),
	effectiveFrom: dateText(),
	class: z.string().nullable(),
	reason: z.string(),
	recordedBy: z.string(),
	recordedAt: momentText(),
});

export const presentManualClass = (one: ManualClass): z.output<typeof manualClassAnswer> => ({
	loan: one.loan,
	policy: one.policy,
	number: one.number,
	effectiveFrom: one.effectiveFrom,
	class: one.class ?? null,
	reason: one.reason,
	recordedBy: one.recordedBy,
	recordedAt: one.recordedAt.toISOString(),
});

export const choiceBody = z.strictObject({
	policy: policyCode(),
	effectiveFrom: date(),
	reason: reason(),
});

export const choiceAnswer = z.strictObject({
	policy: z.string(),
	effectiveFrom: dateText(),
	reason: z.string(),
	decidedBy: z.string(),
	decidedAt: momentText(),
});

export const presentChoice = (one: PolicyChoice): z.output<typeof choiceAnswer> => ({
	policy: one.policy,
	effectiveFrom: one.effectiveFrom,
	reason: one.reason,
	decidedBy: one.decidedBy,
	decidedAt: one.decidedAt.toISOString(),
});

export const provisionBody = z.strictObject({month: month()});

const runFields = {
	number: z.number(),
	document: z.string(),
	month: z.string(),
	policy: z.string(),
	version: z.number(),
	bookedBefore: amountText(),
	required: amountText(),
	difference: amountText().meta({description: 'What was booked: above zero an expense.'}),
	entry: z.number(),
	bookedBy: z.string(),
};
export const runAnswer = z.strictObject(runFields);

export const presentRun = (run: ProvisionRun): z.output<typeof runAnswer> => ({
	number: run.number,
	document: `PNY-${run.number}`,
	month: run.month.slice(0, 7),
	policy: run.policy,
	version: run.version,
	bookedBefore: toText(run.bookedBefore),
	required: toText(run.required),
	difference: toText(subtract(run.required, run.bookedBefore)),
	entry: run.entryNumber,
	bookedBy: run.bookedBy,
});

export const provisionAnswer = z.strictObject({
	asOf: dateText(),
	policy: z.string(),
	version: z.number(),
	isProvisional: z.boolean(),
	bookedBefore: amountText(),
	required: amountText(),
	run: runAnswer.nullable().meta({description: 'Null where nothing was to be booked.'}),
});

export const presentOutcome = (outcome: ProvisionOutcome): z.output<typeof provisionAnswer> => ({
	asOf: outcome.asOf,
	policy: outcome.policy.code,
	version: outcome.policy.version,
	isProvisional: outcome.policy.status === 'provisional',
	bookedBefore: toText(outcome.bookedBefore),
	required: toText(outcome.required),
	run: outcome.run === undefined ? null : presentRun(outcome.run),
});
