import {z} from 'zod';
import {
	amount,
	amountOrZero,
	amountText,
	bookCode,
	date,
	dateText,
	id,
	month,
	text,
} from '../../http/fields.ts';
import type {MemberId} from '../../kernel/ids.ts';
import {add, toText, zero} from '../../kernel/money.ts';
import {
	type MemberBehind,
	type Obligation,
	type SavingMovement,
	type SavingStatement,
	savingProducts,
	slipOf,
} from '../index.ts';

const method = z.enum(['cash', 'bank']);
const product = z.enum(savingProducts).meta({
	description: 'Simpanan pokok, wajib, sukarela wadiah or sukarela mudharabah.',
});

export const savingBody = z.strictObject({
	member: id<MemberId>(),
	product,
	effectiveOn: date(),
	amount: amount(),
	method,
});

export const reversalBody = z.strictObject({
	effectiveOn: date(),
	reason: text({max: 500}),
	document: text({max: 100}),
});

export const leavingBody = z.strictObject({
	leftOn: date(),
	method: method.meta({description: 'By what the savings are paid back.'}),
	reason: text({max: 500}),
});

export const savingAnswer = z.strictObject({
	id: z.string(),
	cooperative: z.string(),
	member: z.string(),
	product,
	kind: z.enum(['deposit', 'withdrawal']),
	slip: z
		.string()
		.nullable()
		.meta({description: 'Null for a reversal.', examples: ['SS-12']}),
	effectiveOn: dateText(),
	method: z.enum(['cash', 'bank', 'surplus']).meta({
		description: "Where the money is; `surplus` is the member's share of the surplus (SHU).",
	}),
	amount: amountText(),
	entry: z.number(),
	reverses: z.string().nullable().meta({description: 'The movement that this one takes back.'}),
	isReversed: z.boolean(),
	isLeaving: z.boolean().meta({description: 'Paid back because the member left.'}),
	recordedBy: z.string(),
});

export const presentSaving = (one: SavingMovement): z.output<typeof savingAnswer> => ({
	id: one.id,
	cooperative: one.book,
	member: one.member,
	product: one.product,
	kind: one.kind,
	slip: one.number === undefined ? null : slipOf(one.kind, one.number),
	effectiveOn: one.effectiveOn,
	method: one.method,
	amount: toText(one.amount),
	entry: one.entryNumber,
	reverses: one.reverses ?? null,
	isReversed: one.isReversed,
	isLeaving: one.isLeaving,
	recordedBy: one.recordedBy,
});

export const statementAnswer = z.strictObject({
	meta: z.strictObject({member: z.string(), asOf: dateText(), knownAt: z.string().nullable()}),
	rows: z.array(
		z.strictObject({
			effectiveOn: dateText(),
			product,
			kind: z.string(),
			entry: z.number(),
			document: z.string(),
			reason: z.string(),
			reverses: z.number().nullable().meta({description: 'The entry that this one takes back.'}),
			deposited: amountText(),
			withdrawn: amountText(),
			balance: amountText().meta({description: 'What the member had of the product after it.'}),
		}),
	),
	totals: z.strictObject({
		pokok: amountText(),
		wajib: amountText(),
		wadiah: amountText(),
		mudharabah: amountText(),
		all: amountText(),
	}),
});

export function presentStatement(
	meta: z.output<typeof statementAnswer>['meta'],
	{rows, balances, total}: SavingStatement,
): z.output<typeof statementAnswer> {
	const held = new Map(balances.map((one) => [one.product, toText(one.balance)]));
	return {
		meta,
		rows: rows.map((row) => ({
			effectiveOn: row.effectiveOn,
			product: row.product,
			kind: row.kind,
			entry: row.entryNumber,
			document: row.document,
			reason: row.reason,
			reverses: row.reverses ?? null,
			deposited: toText(row.side === 'credit' ? row.amount : zero),
			withdrawn: toText(row.side === 'debit' ? row.amount : zero),
			balance: toText(row.balance),
		})),
		totals: {
			pokok: held.get('pokok')!,
			wajib: held.get('wajib')!,
			wadiah: held.get('wadiah')!,
			mudharabah: held.get('mudharabah')!,
			all: toText(total),
		},
	};
}

export const obligationBody = z.strictObject({
	cooperative: bookCode(),
	effectiveFrom: month().meta({description: 'The first month that it is in force, YYYY-MM.'}),
	amount: amountOrZero().meta({description: 'For each month; zero ends the obligation.'}),
	legalBasis: text({max: 300}).meta({description: 'The statute or meeting that decided it.'}),
});

export const obligationAnswer = z.strictObject({
	cooperative: z.string(),
	effectiveFrom: dateText(),
	amount: amountText(),
	legalBasis: z.string(),
	recordedBy: z.string(),
});

export const presentObligation =
	(cooperative: string) =>
	(one: Obligation): z.output<typeof obligationAnswer> => ({
		cooperative,
		effectiveFrom: one.effectiveFrom,
		amount: toText(one.amount),
		legalBasis: one.legalBasis,
		recordedBy: one.recordedBy,
	});

export const behindAnswer = z.strictObject({
	meta: z.strictObject({cooperative: z.string(), asOf: dateText()}),
	rows: z.array(
		z.strictObject({
			member: z.string(),
			number: z.number(),
			name: z.string(),
			joinedOn: dateText(),
			due: amountText(),
			paid: amountText(),
			behind: amountText(),
			monthsBehind: z.number().meta({description: 'Months not paid in full, the oldest first.'}),
			since: dateText().meta({description: 'The first day of the oldest of them.'}),
		}),
	),
	totals: z.strictObject({members: z.number(), behind: amountText()}),
});

export const presentBehind = (
	meta: z.output<typeof behindAnswer>['meta'],
	members: readonly MemberBehind[],
): z.output<typeof behindAnswer> => ({
	meta,
	rows: members.map((one) => ({
		member: one.member,
		number: one.number,
		name: one.name,
		joinedOn: one.joinedOn,
		due: toText(one.due),
		paid: toText(one.paid),
		behind: toText(one.behind),
		monthsBehind: one.monthsBehind,
		// Whoever is behind is so since some month.
		since: one.since!,
	})),
	totals: {
		members: members.length,
		behind: toText(members.reduce((total, {behind}) => add(total, behind), zero)),
	},
});
