import {add} from '../../kernel/money.ts';
import {
	type AccountSpan,
	type LedgerLine,
	type LedgerRow,
	type LedgerStart,
	createLedgerFold,
} from '../general-ledger.ts';
import type {LinePosition} from '../ledger-ports.ts';
import type {ReportWork} from '../ports.ts';
import {type Turnover, addTurnovers, onNormalSide} from '../turnover.ts';
import {type LinesRequest, type OpenQuestion, openQuestion} from './ledger-question.ts';

/** A general ledger (buku besar) whose rows are still to be read, in this transaction. */
export type OpenLedger = OpenQuestion & {
	readonly spans: readonly AccountSpan[];
	/** Of all its lines. */
	readonly totals: Turnover;
};

/**
 * Opens the general ledger of a book: its accounts and totals, of the same snapshot as its rows.
 * @throws DomainError `ledger/unknown-book`, `report/…`.
 */
export async function openLedger(work: ReportWork, request: LinesRequest): Promise<OpenLedger> {
	const open = await openQuestion(work, request);
	const spans = await work.reports.accountSpans(open.book, open.question);
	return {...open, spans, totals: addTurnovers(spans.map(({within}) => within))};
}

export type LedgerPage = {readonly rows: readonly LedgerRow[]; readonly next?: LinePosition};

/** A page ends with its last line: the rows that stand between it and the next come with that. */
export async function readLedgerPage(
	work: ReportWork,
	{book, question, spans}: OpenLedger,
	{after, limit}: {readonly after?: LinePosition; readonly limit: number},
): Promise<LedgerPage> {
	const listed = await work.reports.ledgerLines(book, question, {
		limit: limit + 1,
		...(after === undefined ? {} : {after}),
	});
	const start =
		after === undefined ? undefined : await startOf(work, {book, question, spans}, after);
	const fold = createLedgerFold(spans, start);
	const rows = listed.slice(0, limit).flatMap((line) => fold.take(line));
	if (listed.length <= limit) return {rows: [...rows, ...fold.end()]};
	return {rows, next: positionOf(listed[limit - 1]!)};
}

const positionOf = ({account, effectiveOn, entryNumber, lineNumber}: LedgerLine): LinePosition => ({
	account,
	effectiveOn,
	number: entryNumber,
	line: lineNumber,
});

async function startOf(
	work: ReportWork,
	{book, question, spans}: OpenQuestion & Pick<OpenLedger, 'spans'>,
	after: LinePosition,
): Promise<LedgerStart | undefined> {
	const span = spans.find(({account}) => account.code === after.account);
	// A position that no page of this question ended with.
	if (span === undefined) return undefined;
	const moved = await work.reports.turnoverUpTo(book, question, after);
	const {account, before} = span;
	const balance = add(onNormalSide(account, before), onNormalSide(account, moved));
	return {account: account.code, balance};
}

/** All rows in batches, as they are read: nobody holds them all. */
export async function* streamLedger(
	work: ReportWork,
	{book, question, spans}: OpenLedger,
): AsyncGenerator<readonly LedgerRow[], void> {
	const fold = createLedgerFold(spans);
	for await (const lines of work.reports.streamLedgerLines(book, question)) {
		yield lines.flatMap((line) => fold.take(line));
	}
	yield fold.end();
}
