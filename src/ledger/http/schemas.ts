import {z} from 'zod';
import {
	accountCode,
	amount,
	amountText,
	date,
	dateText,
	id,
	momentText,
	papers,
	text,
} from '../../http/fields.ts';
import {toText} from '../../kernel/money.ts';
import type {BookCode} from '../../kernel/ids.ts';
import {
	type Account,
	type EntryDraft,
	type Line,
	type PostedLine,
	type SealedEntry,
	floors,
	manualKind,
	papersIn,
} from '../index.ts';

const side = z.enum(['debit', 'credit']);

const lineFields = {
	fund: id<string>().optional().meta({description: 'The allocation whose money this is.'}),
	loan: id<string>().optional(),
	member: id<string>().optional(),
	counterparty: text({max: 64}).optional(),
};

export const lineBody = z.strictObject({
	account: accountCode(),
	side,
	amount: amount(),
	...lineFields,
});

export const entryBody = z.strictObject({
	effectiveOn: date(),
	reason: text({max: 500}),
	document: text({max: 100}).meta({description: 'The paper that proves it.'}),
	ifClosed: z.enum(['refuse', 'next-open-month']).optional().meta({
		description: 'A day in a closed month is refused, or booked in the next open one.',
	}),
	lines: z.array(lineBody).min(2).max(1000),
});

export const provedEntryBody = entryBody.extend({attachments: papers()});

export const reversalBody = z.strictObject({
	effectiveOn: date(),
	reason: text({max: 500}),
	document: text({max: 100}),
});

const lineAnswer = z.strictObject({
	account: z.string(),
	side,
	amount: amountText(),
	fund: z.string().nullable(),
	loan: z.string().nullable(),
	member: z.string().nullable(),
	counterparty: z.string().nullable(),
});

export const entryAnswer = z.strictObject({
	book: z.string(),
	number: z.number(),
	effectiveOn: dateText(),
	recordedAt: momentText(),
	actor: z.string(),
	kind: z.string(),
	reason: z.string(),
	document: z.string(),
	papers: z
		.array(z.string())
		.meta({description: 'The SHA-256 of each paper that was sealed with it.'}),
	reverses: z.number().nullable(),
	occurredOn: dateText().nullable().meta({
		description: 'The day on which it happened, where its month was closed already.',
	}),
	previousHash: z.string(),
	hash: z.string(),
	lines: z.array(lineAnswer),
});

export const accountBody = z.strictObject({
	code: accountCode(),
	nameId: text({max: 120}),
	nameEn: text({max: 120}),
	class: z.enum(['asset', 'liability', 'equity', 'income', 'expense', 'memo']),
	normalSide: side,
	floor: z.enum(floors).optional().meta({
		description: 'Per what the balance may never fall below zero.',
	}),
});

export const balanceAnswer = z.strictObject({
	book: z.string(),
	account: z.string(),
	asOf: dateText(),
	knownAt: momentText().nullable(),
	debits: amountText(),
	credits: amountText(),
	balance: amountText().meta({description: "On the account's normal side."}),
});

export const accountAnswer = z.strictObject({
	code: z.string(),
	nameId: z.string(),
	nameEn: z.string(),
	class: z.string(),
	normalSide: side,
	floor: z.string(),
	isControlled: z.boolean(),
});

export const ledgerLineAnswer = z.strictObject({
	...lineAnswer.shape,
	entry: z.number(),
	line: z.number(),
	effectiveOn: dateText(),
	kind: z.string(),
	reason: z.string(),
	document: z.string(),
});

const presentLine = (line: Line): z.output<typeof lineAnswer> => ({
	account: line.account,
	side: line.side,
	amount: toText(line.amount),
	fund: line.fund ?? null,
	loan: line.loan ?? null,
	member: line.member ?? null,
	counterparty: line.counterparty ?? null,
});

export const presentEntry = (entry: SealedEntry): z.output<typeof entryAnswer> => ({
	book: entry.book,
	number: entry.number,
	effectiveOn: entry.effectiveOn,
	recordedAt: entry.recordedAt.toISOString(),
	actor: entry.actor,
	kind: entry.kind,
	reason: entry.reason,
	document: entry.document,
	papers: papersIn(entry.document),
	reverses: entry.reverses ?? null,
	occurredOn: entry.occurredOn ?? null,
	previousHash: entry.previousHash,
	hash: entry.hash,
	lines: entry.lines.map(presentLine),
});

export const presentAccount = ({
	code,
	nameId,
	nameEn,
	class: accountClass,
	normalSide,
	floor,
	isControlled,
}: Account): z.output<typeof accountAnswer> => ({
	code,
	nameId,
	nameEn,
	class: accountClass,
	normalSide,
	floor,
	isControlled,
});

export const presentPostedLine = (line: PostedLine): z.output<typeof ledgerLineAnswer> => ({
	...presentLine(line),
	entry: line.entryNumber,
	line: line.lineNumber,
	effectiveOn: line.effectiveOn,
	kind: line.kind,
	reason: line.reason,
	document: line.document,
});

// An absent dimension is left out rather than set to nothing.
const toLine = ({
	account,
	side: onSide,
	amount: of,
	...about
}: z.output<typeof lineBody>): Line => ({
	account,
	side: onSide,
	amount: of,
	...(about.fund === undefined ? {} : {fund: about.fund}),
	...(about.loan === undefined ? {} : {loan: about.loan}),
	...(about.member === undefined ? {} : {member: about.member}),
	...(about.counterparty === undefined ? {} : {counterparty: about.counterparty}),
});

/** An entry made by hand, as the ledger takes it. */
export const toDraft = (book: BookCode, body: z.output<typeof entryBody>): EntryDraft => ({
	book,
	effectiveOn: body.effectiveOn,
	kind: manualKind,
	reason: body.reason,
	document: body.document,
	lines: body.lines.map(toLine),
	...(body.ifClosed === undefined ? {} : {ifClosed: body.ifClosed}),
});
