import {createHash} from 'node:crypto';
import {csvRow} from '../../files/csv.ts';
import type {Reader} from '../../files/sheet.ts';
import {streamWorkbook} from '../../files/streamed.ts';
import {limitDefault, readCursor, writeCursor} from '../../http/cursor.ts';
import {answerStream, requireFitsPaper} from '../../http/format.ts';
import {type Answer, type Route, laidOut, route} from '../../http/route.ts';
import type {AccountCode} from '../../kernel/ids.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import {toText} from '../../kernel/money.ts';
import {
	type OpenJournal,
	type OpenLedger,
	type ReportWork,
	noData,
	openJournal,
	openLedger,
	readJournalPage,
	readLedgerPage,
	streamLedger,
} from '../index.ts';
import {
	journalAnswer,
	journalPosition,
	journalQuery,
	ledgerAnswer,
	ledgerPosition,
	ledgerQuery,
	presentJournalLine,
	presentLedgerRow,
	toRequest,
} from './ledger-contract.ts';
import {
	type SheetFrame,
	layJournal,
	layLedger,
	ledgerWords,
	streamedJournal,
	streamedLedger,
} from './ledger-sheets.ts';
import {type Meta, type ReportFacts, readMeta, stated} from './meta.ts';

const common = {
	kind: 'read',
	method: 'GET',
	permission: 'report:read',
	tag: 'reports',
	status: 200,
} as const;

/** The lines themselves: as pages in JSON, and whole in a file, whatever their number. */
export const ledgerRoutes: readonly Route<ReportWork>[] = [
	route({
		...common,
		path: '/v1/reports/general-ledger',
		summary: 'The general ledger (buku besar): every line between opening and closing balance.',
		description:
			'Account by account, in the order in which lines count, with the balance after each. JSON ' +
			'comes in pages: `nextCursor` goes on in the same books. CSV and XLSX are the whole, ' +
			'streamed from one snapshot. Every figure of the other reports links to the lines behind it.',
		query: ledgerQuery,
		...laidOut(ledgerAnswer, layLedger),
		handle: async (work: ReportWork, {query, language, format, isWhole}) => {
			const position = readCursor(query.cursor, ledgerPosition);
			const ledger = await openLedger(work, {
				...toRequest(work, query),
				...(position === undefined ? {} : {knownAt: new Date(position.known)}),
			});
			const reader = {language, timeZone: work.timeZone};
			if (format === 'csv') return copyLedger(work, ledger, reader);
			if (format === 'xlsx') return streamLedgerWorkbook(work, ledger, reader);
			if (isWhole) return wholeLedger(work, ledger, format === 'pdf');
			const after = position && {
				account: position.account as AccountCode,
				effectiveOn: position.on as LocalDate,
				number: position.at[0],
				line: position.at[1],
			};
			return ledgerPage(work, ledger, {
				limit: query.limit ?? limitDefault,
				...(after === undefined ? {} : {after}),
			});
		},
	}),
	route({
		...common,
		path: '/v1/reports/journal',
		summary: 'The general journal (jurnal umum): entries with their lines, by number.',
		description:
			'JSON comes in pages of whole entries: `nextCursor` goes on in the same books. CSV and ' +
			'XLSX are the whole, streamed from one snapshot.',
		query: journalQuery,
		...laidOut(journalAnswer, layJournal),
		handle: async (work: ReportWork, {query, language, format, isWhole}) => {
			const position = readCursor(query.cursor, journalPosition);
			const journal = await openJournal(work, {
				...toRequest(work, query),
				...(position === undefined ? {} : {knownAt: new Date(position.known)}),
			});
			const reader = {language, timeZone: work.timeZone};
			if (format === 'csv') return copyJournal(work, journal, reader);
			if (format === 'xlsx') return streamJournalWorkbook(work, journal, reader);
			if (isWhole) return wholeJournal(work, journal, format === 'pdf');
			return journalPage(work, journal, {
				after: position?.after ?? 0,
				limit: query.limit ?? limitDefault,
			});
		},
	}),
];

const factsOf = (report: string, {book, question}: OpenJournal | OpenLedger): ReportFacts => ({
	report,
	book: book.code,
	axes: question,
});

/**
 * What a report of lines states of itself. Its digest is over its question and the hash of the last
 * entry that it knows: entries are chained, so that hash stands for every line of them.
 */
async function metaOf(
	work: ReportWork,
	report: string,
	open: OpenJournal | OpenLedger,
): Promise<Meta> {
	const {book, question} = open;
	const {generatedAt, askedBy, replica, ...lasting} = await readMeta(work, factsOf(report, open));
	const {knownAt: _, ...asked} = question;
	const last = await work.reports.hashOf(book, question.upTo);
	const digest = createHash('sha256')
		.update(JSON.stringify([lasting, asked, last ?? null]))
		.digest('hex');
	return {...lasting, generatedAt, askedBy, ...stated(replica), digest};
}

/** As the books stood for the first page; for the first page itself, as they stand. */
async function knownAtOf(
	work: ReportWork,
	{book, question}: OpenJournal | OpenLedger,
): Promise<string> {
	const knownAt = question.knownAt ?? (await work.ledger.readTip(book)).recordedAt;
	return knownAt.toISOString();
}

async function ledgerPage(
	work: ReportWork,
	ledger: OpenLedger,
	page: Parameters<typeof readLedgerPage>[2],
): Promise<Answer> {
	const {rows, next} = await readLedgerPage(work, ledger, page);
	const known = await knownAtOf(work, ledger);
	const nextCursor =
		next === undefined
			? null
			: writeCursor({
					account: next.account,
					on: next.effectiveOn,
					at: [next.number, next.line],
					known,
				});
	return answerLedger(work, ledger, rows.map(presentLedgerRow), nextCursor);
}

async function wholeLedger(
	work: ReportWork,
	ledger: OpenLedger,
	isPaper: boolean,
): Promise<Answer> {
	if (isPaper) {
		const lines = await work.reports.countLines(ledger.book, ledger.question);
		requireFitsPaper(lines + 2 * ledger.spans.length);
	}
	const rows = [];
	for await (const batch of streamLedger(work, ledger)) rows.push(...batch.map(presentLedgerRow));
	return answerLedger(work, ledger, rows, null);
}

const answerLedger = async (
	work: ReportWork,
	ledger: OpenLedger,
	rows: ReturnType<typeof presentLedgerRow>[],
	nextCursor: string | null,
): Promise<Answer> => {
	const {debit, credit} = ledger.totals;
	const totals = {debit: toText(debit), credit: toText(credit)};
	return {
		body: {meta: await metaOf(work, 'general-ledger', ledger), rows, totals, nextCursor},
	};
};

/** Says of what has no row that it has none, before any row is read. */
const noted = (meta: Meta, rows: number) => ({...meta, notes: rows === 0 ? [noData] : []});

async function ledgerSheet(
	work: ReportWork,
	ledger: OpenLedger,
	reader: Reader,
): Promise<SheetFrame> {
	const meta = await metaOf(work, 'general-ledger', ledger);
	return streamedLedger(noted(meta, ledger.spans.length), reader, ledger.totals);
}

async function copyLedger(work: ReportWork, ledger: OpenLedger, reader: Reader): Promise<Answer> {
	const sheet = await ledgerSheet(work, ledger, reader);
	const {book, question} = ledger;
	const words = ledgerWords(reader.language);
	const body = await work.reports.copyLedger(book, question, {...words, ...frameOf(sheet)});
	return answerStream(sheet.name, 'csv', body);
}

const streamLedgerWorkbook = async (
	work: ReportWork,
	ledger: OpenLedger,
	reader: Reader,
): Promise<Answer> => {
	const sheet = await ledgerSheet(work, ledger, reader);
	const words = ledgerWords(reader.language);
	const batches = await work.reports.ledgerRows(ledger.book, ledger.question, words);
	return answerStream(sheet.name, 'xlsx', streamWorkbook({...sheet, batches}));
};

/** The first and the last line of a sheet's CSV file. */
const frameOf = ({columns, totals}: SheetFrame) => ({
	head: csvRow(columns.map(({key}) => key)),
	tail: csvRow(columns.map(({key}) => String(totals[key] ?? ''))),
});

async function journalPage(
	work: ReportWork,
	journal: OpenJournal,
	page: Parameters<typeof readJournalPage>[2],
): Promise<Answer> {
	const {lines, next} = await readJournalPage(work, journal, page);
	const nextCursor =
		next === undefined ? null : writeCursor({after: next, known: await knownAtOf(work, journal)});
	return answerJournal(work, journal, lines.map(presentJournalLine), nextCursor);
}

async function wholeJournal(
	work: ReportWork,
	journal: OpenJournal,
	isPaper: boolean,
): Promise<Answer> {
	if (isPaper) requireFitsPaper(journal.totals.lines);
	const rows = [];
	const {book, question} = journal;
	for await (const lines of work.reports.streamJournal(book, question)) {
		rows.push(...lines.map(presentJournalLine));
	}
	return answerJournal(work, journal, rows, null);
}

const answerJournal = async (
	work: ReportWork,
	journal: OpenJournal,
	rows: ReturnType<typeof presentJournalLine>[],
	nextCursor: string | null,
): Promise<Answer> => {
	const {entries, lines, debit, credit} = journal.totals;
	const totals = {entries, lines, debit: toText(debit), credit: toText(credit)};
	return {body: {meta: await metaOf(work, 'journal', journal), rows, totals, nextCursor}};
};

async function journalSheet(
	work: ReportWork,
	journal: OpenJournal,
	reader: Reader,
): Promise<SheetFrame> {
	const meta = await metaOf(work, 'journal', journal);
	const {totals} = journal;
	return streamedJournal(noted(meta, totals.lines), reader, totals);
}

async function copyJournal(
	work: ReportWork,
	journal: OpenJournal,
	reader: Reader,
): Promise<Answer> {
	const sheet = await journalSheet(work, journal, reader);
	const {book, question} = journal;
	const {language} = reader;
	const body = await work.reports.copyJournal(book, question, {language, ...frameOf(sheet)});
	return answerStream(sheet.name, 'csv', body);
}

const streamJournalWorkbook = async (
	work: ReportWork,
	journal: OpenJournal,
	reader: Reader,
): Promise<Answer> => {
	const sheet = await journalSheet(work, journal, reader);
	const {book, question} = journal;
	const batches = await work.reports.journalRows(book, question, {language: reader.language});
	return answerStream(sheet.name, 'xlsx', streamWorkbook({...sheet, batches}));
};
