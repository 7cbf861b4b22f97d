import type {JournalLine, JournalTotals} from '../journal.ts';
import type {ReportWork} from '../ports.ts';
import {type LinesRequest, type OpenQuestion, openQuestion} from './ledger-question.ts';

/** A general journal (jurnal umum) whose lines are still to be read, in this transaction. */
export type OpenJournal = OpenQuestion & {readonly totals: JournalTotals};

/**
 * Opens the journal of a book: its totals, of the same snapshot as its lines.
 * @throws DomainError `ledger/unknown-book`, `report/…`.
 */
export async function openJournal(
	work: ReportWork,
	request: Omit<LinesRequest, 'accounts' | 'exceptKinds' | 'side' | 'fund' | 'loan' | 'member'>,
): Promise<OpenJournal> {
	const open = await openQuestion(work, request);
	return {...open, totals: await work.reports.journalTotals(open.book, open.question)};
}

export type JournalPage = {readonly lines: readonly JournalLine[]; readonly next?: number};

/** Whole entries, so many of them at most, after one. */
export async function readJournalPage(
	work: ReportWork,
	{book, question}: OpenJournal,
	{after, limit}: {readonly after: number; readonly limit: number},
): Promise<JournalPage> {
	const listed = await work.reports.journalLines(book, question, {after, entries: limit + 1});
	const numbers = [...new Set(listed.map(({entryNumber}) => entryNumber))];
	if (numbers.length <= limit) return {lines: listed};
	const next = numbers[limit - 1]!;
	return {lines: listed.filter(({entryNumber}) => entryNumber <= next), next};
}
