import {z} from 'zod';
import {
	accountCode,
	amountText,
	bookCode,
	date,
	dateText,
	entryKind,
	id,
	listOf,
	momentText,
	pageQuery,
} from '../../http/fields.ts';
import {toText} from '../../kernel/money.ts';
import type {JournalLine, LedgerRow, LinesRequest, ReportWork} from '../index.ts';
import {metaAnswer} from './meta.ts';
import {axesQuery} from './schemas.ts';

const periodQuery = {
	book: bookCode(),
	from: date()
		.optional()
		.meta({description: "The first day of the period; the book's opening without it."}),
	...axesQuery,
};

export const ledgerQuery = z.strictObject({
	...periodQuery,
	account: listOf(accountCode(), 'Only these accounts.').optional(),
	kind: listOf(entryKind(), 'Only entries of these kinds.').optional(),
	exceptKind: listOf(entryKind(), 'No entries of these kinds.').optional(),
	side: z.enum(['debit', 'credit']).optional().meta({description: 'Only lines on this side.'}),
	fund: id<string>().optional().meta({description: 'Only what names this fund (allocation).'}),
	loan: id<string>().optional().meta({description: 'Only what names this loan.'}),
	member: id<string>().optional().meta({description: 'Only what names this member.'}),
	...pageQuery,
});

export const journalQuery = z.strictObject({
	...periodQuery,
	kind: listOf(entryKind(), 'Only entries of these kinds.').optional(),
	...pageQuery,
});

type LedgerQuery = z.output<typeof ledgerQuery>;

/** What is asked of the lines; a later page is of the same books as the first. */
export const toRequest = (
	work: ReportWork,
	{account, kind, exceptKind, asOf, knownAt, cursor: _, limit: __, ...query}: LedgerQuery,
): LinesRequest => ({
	...given(query),
	book: query.book,
	asOf: asOf ?? work.today(),
	...(knownAt === undefined ? {} : {knownAt: new Date(knownAt)}),
	...(account === undefined ? {} : {accounts: account}),
	...(kind === undefined ? {} : {kinds: kind}),
	...(exceptKind === undefined ? {} : {exceptKinds: exceptKind}),
});

type Given<Values> = {[Name in keyof Values]: Exclude<Values[Name], undefined>};

/** What was asked for, without what was not. */
const given = <Values extends object>(values: Values): Partial<Given<Values>> =>
	Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<
		Given<Values>
	>;

const dimensions = {
	fund: z.string().nullable(),
	loan: z.string().nullable(),
	member: z.string().nullable(),
};

const named = {account: z.string(), nameId: z.string(), nameEn: z.string()};

export const ledgerAnswer = z.strictObject({
	meta: metaAnswer,
	rows: z.array(
		z.strictObject({
			row: z.enum(['opening', 'line', 'closing']).meta({
				description: 'What an account held before the period, a line, what it holds after it.',
			}),
			...named,
			date: dateText().nullable(),
			entry: z.number().nullable().meta({description: 'The number of the entry.'}),
			line: z.number().nullable(),
			kind: z.string().nullable(),
			description: z.string().nullable(),
			document: z.string().nullable(),
			counterAccounts: z.string().nullable().meta({
				description: 'The accounts on the other side of the entry, with a space between them.',
			}),
			debit: amountText().nullable(),
			credit: amountText().nullable(),
			balance: amountText().meta({
				description: "On the account's normal side: after the line, before or after all of them.",
			}),
			...dimensions,
		}),
	),
	totals: z
		.strictObject({debit: amountText(), credit: amountText()})
		.meta({description: 'Of all lines of the period, not only of those on this page.'}),
	nextCursor: z.string().nullable(),
});

export const journalAnswer = z.strictObject({
	meta: metaAnswer,
	rows: z.array(
		z.strictObject({
			entry: z.number(),
			line: z.number(),
			date: dateText(),
			recordedAt: momentText(),
			actor: z.string(),
			kind: z.string(),
			description: z.string(),
			document: z.string(),
			reverses: z.number().nullable(),
			...named,
			debit: amountText(),
			credit: amountText(),
			...dimensions,
		}),
	),
	totals: z
		.strictObject({
			entries: z.number(),
			lines: z.number(),
			debit: amountText(),
			credit: amountText(),
		})
		.meta({description: 'Of the whole period, not only of this page.'}),
	nextCursor: z.string().nullable(),
});

export const ledgerPosition = z.strictObject({
	account: z.string(),
	on: z.string(),
	at: z.tuple([z.int(), z.int()]),
	known: z.string(),
});

export const journalPosition = z.strictObject({after: z.int(), known: z.string()});

type LedgerAnswerRow = z.output<typeof ledgerAnswer>['rows'][number];
type JournalAnswerRow = z.output<typeof journalAnswer>['rows'][number];

const dimensionsOf = ({fund, loan, member}: {fund?: string; loan?: string; member?: string}) => ({
	fund: fund ?? null,
	loan: loan ?? null,
	member: member ?? null,
});

const noLine = {
	date: null,
	entry: null,
	line: null,
	kind: null,
	description: null,
	document: null,
	counterAccounts: null,
	debit: null,
	credit: null,
	...dimensionsOf({}),
} as const;

export function presentLedgerRow(row: LedgerRow): LedgerAnswerRow {
	const {code, nameId, nameEn} = row.account;
	const common = {account: code, nameId, nameEn, balance: toText(row.balance)};
	if (row.row !== 'line') return {row: row.row, ...common, ...noLine};
	const {line} = row;
	return {
		row: 'line',
		...common,
		date: line.effectiveOn,
		entry: line.entryNumber,
		line: line.lineNumber,
		kind: line.kind,
		description: line.description,
		document: line.document,
		counterAccounts: line.counterAccounts,
		...sidesOf(line),
		...dimensionsOf(line),
	};
}

export const presentJournalLine = (line: JournalLine): JournalAnswerRow => ({
	entry: line.entryNumber,
	line: line.lineNumber,
	date: line.effectiveOn,
	recordedAt: line.recordedAt.toISOString(),
	actor: line.actor,
	kind: line.kind,
	description: line.description,
	document: line.document,
	reverses: line.reverses ?? null,
	account: line.account,
	nameId: line.nameId,
	nameEn: line.nameEn,
	...sidesOf(line),
	...dimensionsOf(line),
});

const sidesOf = ({side, amount}: Pick<JournalLine, 'side' | 'amount'>) => ({
	debit: side === 'debit' ? toText(amount) : '0.00',
	credit: side === 'credit' ? toText(amount) : '0.00',
});
