import {z} from 'zod';
import {writeCursor} from '../../http/cursor.ts';
import {
	amountText,
	bookCode,
	date,
	dateText,
	moment,
	momentText,
	pageQuery,
} from '../../http/fields.ts';
import {type Language, fill} from '../../kernel/errors.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import {toText} from '../../kernel/money.ts';
import {amountInWords, dateInWords, momentInWords} from '../../kernel/wording.ts';
import {
	type LateCounts,
	type LateEntry,
	type ReportWork,
	type Restatement,
	type RestatementRow,
	type RestatementTotals,
	type Turnover,
} from '../index.ts';

export const restatementQuery = z.strictObject({
	book: bookCode(),
	from: date().meta({description: 'The first day of the period.'}),
	to: date().meta({description: 'The last day of the period.'}),
	since: moment().meta({description: 'Tell what was recorded after this moment.'}),
	knownAt: moment()
		.optional()
		.meta({description: 'As the books stood at this moment; as they stand now without it.'}),
	...pageQuery,
});

export const restatementPosition = z.object({after: z.int(), upTo: z.int()});

const turnover = (description: string) =>
	z.strictObject({debit: amountText(), credit: amountText()}).meta({description});
const onNormalSide = (description: string) => amountText().meta({description});

const restatedLine = z.strictObject({
	account: z.string(),
	debit: amountText(),
	credit: amountText(),
	fund: z.string().nullable(),
	loan: z.string().nullable(),
	member: z.string().nullable(),
	counterparty: z.string().nullable(),
});

const lateEntryAnswer = z.strictObject({
	number: z.number(),
	effectiveOn: dateText(),
	recordedAt: momentText(),
	occurredOn: dateText().nullable().meta({
		description: 'The day it happened, where that month was closed and it counts later.',
	}),
	isWithin: z.boolean().meta({
		description:
			'False where it tells of the period and counts after it: it moves no figure of the period.',
	}),
	daysLate: z.number().meta({
		description: 'From the day it happened to the day it was recorded.',
	}),
	actor: z.string(),
	kind: z.string(),
	reason: z.string(),
	document: z.string(),
	reverses: z.number().nullable().meta({description: 'The number of the entry it takes back.'}),
	monthState: z.enum(['open', 'closed', 'reopened']).meta({
		description:
			'What the month in which it happened was when it came: never closed before, closed, or ' +
			'opened again after it had been closed.',
	}),
	hash: z.string(),
	lines: z.array(restatedLine),
});

const restatedAccountAnswer = z.strictObject({
	account: z.string(),
	nameId: z.string(),
	nameEn: z.string(),
	class: z.string(),
	normalSide: z.enum(['debit', 'credit']),
	isChanged: z.boolean(),
	knownThen: onNormalSide('The balance as of the last day, as known at `since`.'),
	changeBefore: onNormalSide('By entries that came since and count before the period.'),
	changeWithin: onNormalSide('By entries that came since and count within the period.'),
	change: onNormalSide('Both together: known then + change = known now.'),
	knownNow: onNormalSide('The balance as of the last day, as known now.'),
	turnoverThen: turnover('Within the period, as known at `since`.'),
	turnoverChange: turnover('By the entries listed.'),
	turnoverNow: turnover('Within the period, as known now.'),
});

export const restatementAnswer = z.strictObject({
	meta: z.strictObject({
		report: z.string(),
		book: z.string(),
		from: dateText(),
		to: dateText(),
		since: momentText(),
		sinceEntry: z.number().meta({description: 'The last entry recorded at or before `since`.'}),
		knownAt: momentText().nullable(),
		lastEntry: z.number().meta({description: 'The last entry that this report knows.'}),
		generatedAt: momentText(),
		askedBy: z.string(),
	}),
	nothingChanged: z.boolean(),
	statement: z.string().meta({description: 'What changed, in one sentence.'}),
	entries: z.array(lateEntryAnswer),
	nextCursor: z.string().nullable().meta({description: 'Where the entries go on.'}),
	rows: z.array(restatedAccountAnswer).meta({description: 'Every account, on each page.'}),
	totals: z.strictObject({
		entries: z.number().meta({description: 'That came since and count within the period.'}),
		entriesBefore: z.number().meta({
			description: 'That came since and count before the period: they move balances, not turnover.',
		}),
		entriesBookedLater: z.number().meta({
			description: 'That came since, tell of the period and count after it: its month was closed.',
		}),
		knownThen: turnover('The two columns of the trial balance, as known at `since`.'),
		change: turnover('All that was debited and credited by entries that came since.'),
		knownNow: turnover('The two columns of the trial balance, as known now.'),
		turnoverThen: turnover('Within the period, as known at `since`.'),
		turnoverChange: turnover('By entries that came since.'),
		turnoverNow: turnover('Within the period, as known now.'),
		isProven: z.boolean().meta({
			description:
				'Known then + change = known now on every account, and debit = credit in every total.',
		}),
	}),
});

type Answer = z.output<typeof restatementAnswer>;

/** What was asked, as the answer repeats it. */
export type RestatementAxes = {
	readonly from: LocalDate;
	readonly to: LocalDate;
	readonly since: Date;
	readonly knownAt?: Date;
};

/** The restatement as every format shows it. */
export function presentRestatement(
	work: ReportWork,
	axes: RestatementAxes,
	report: Restatement,
	language: Language,
): Answer {
	const {book, counts, sinceEntry, lastEntry} = report;
	return {
		meta: {
			report: 'restatement',
			book: book.code,
			from: axes.from,
			to: axes.to,
			since: axes.since.toISOString(),
			sinceEntry,
			knownAt: axes.knownAt?.toISOString() ?? null,
			lastEntry,
			generatedAt: work.now().toISOString(),
			askedBy: work.actor.name,
		},
		nothingChanged: isUnchanged(counts),
		statement: stateChange(axes, report, language),
		entries: report.entries.map(presentLateEntry),
		nextCursor: report.next === undefined ? null : writeCursor(report.next),
		rows: report.rows.map(presentAccount),
		totals: {
			entries: counts.within,
			entriesBefore: counts.before,
			entriesBookedLater: counts.bookedLater,
			...presentTotals(report.totals),
		},
	};
}

const presentTurnover = ({debit, credit}: Turnover) => ({
	debit: toText(debit),
	credit: toText(credit),
});

const presentTotals = ({isProven, ...totals}: RestatementTotals) => ({
	knownThen: presentTurnover(totals.knownThen),
	change: presentTurnover(totals.change),
	knownNow: presentTurnover(totals.knownNow),
	turnoverThen: presentTurnover(totals.turnoverThen),
	turnoverChange: presentTurnover(totals.turnoverChange),
	turnoverNow: presentTurnover(totals.turnoverNow),
	isProven,
});

const presentAccount = (row: RestatementRow): Answer['rows'][number] => ({
	account: row.account.code,
	nameId: row.account.nameId,
	nameEn: row.account.nameEn,
	class: row.account.class,
	normalSide: row.account.normalSide,
	isChanged: row.isChanged,
	knownThen: toText(row.knownThen),
	changeBefore: toText(row.changeBefore),
	changeWithin: toText(row.changeWithin),
	change: toText(row.change),
	knownNow: toText(row.knownNow),
	turnoverThen: presentTurnover(row.turnoverThen),
	turnoverChange: presentTurnover(row.turnoverChange),
	turnoverNow: presentTurnover(row.turnoverNow),
});

const presentLateEntry = ({
	entry,
	isWithin,
	daysLate,
	monthState,
}: LateEntry): Answer['entries'][number] => ({
	number: entry.number,
	effectiveOn: entry.effectiveOn,
	recordedAt: entry.recordedAt.toISOString(),
	occurredOn: entry.occurredOn ?? null,
	isWithin,
	daysLate,
	actor: entry.actor,
	kind: entry.kind,
	reason: entry.reason,
	document: entry.document,
	reverses: entry.reverses ?? null,
	monthState,
	hash: entry.hash,
	lines: entry.lines.map(({account, side, amount, fund, loan, member, counterparty}) => ({
		account,
		debit: side === 'debit' ? toText(amount) : '0.00',
		credit: side === 'credit' ? toText(amount) : '0.00',
		fund: fund ?? null,
		loan: loan ?? null,
		member: member ?? null,
		counterparty: counterparty ?? null,
	})),
});

const isUnchanged = ({before, within, bookedLater}: LateCounts): boolean =>
	before === 0 && within === 0 && bookedLater === 0;

const statements = {
	unchanged: {
		id: 'Tidak ada yang berubah untuk {from} sampai {to} sejak {since}.',
		en: 'Nothing changed for {from} to {to} since {since}.',
	},
	changed: {
		id: 'Sejak {since}, {within} jurnal dicatat untuk {from} sampai {to} sebesar {amount}, {before} jurnal untuk hari sebelumnya, dan {bookedLater} jurnal tentang periode itu pada bulan sesudahnya.',
		en: 'Since {since}, entries recorded for {from} to {to}: {within}, of {amount}; for earlier days: {before}; about the period, in later months: {bookedLater}.',
	},
};

function stateChange(
	{from, to, since}: RestatementAxes,
	{book, counts, totals}: Restatement,
	language: Language,
): string {
	return fill(statements[isUnchanged(counts) ? 'unchanged' : 'changed'][language], {
		from: dateInWords(from, language),
		to: dateInWords(to, language),
		since: momentInWords(since, book.timeZone, language),
		within: String(counts.within),
		before: String(counts.before),
		bookedLater: String(counts.bookedLater),
		amount: amountInWords(totals.turnoverChange.debit, language),
	});
}
