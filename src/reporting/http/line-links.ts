import type {BookCode} from '../../kernel/ids.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import {getBook} from '../../ledger/index.ts';
import type {Axes, LineFilter, ReportWork} from '../index.ts';

/** Which lines stand behind a figure; without days, those of the report. */
export type LinesBehind = LineFilter & {readonly from?: LocalDate; readonly asOf?: LocalDate};

/** The question to the general ledger that gives precisely the lines behind a figure. */
export type LineLinks = (behind: LinesBehind) => string;

/**
 * Writes the links of a report of a book: as of its day, and as the book stood when it was made,
 * so that they give the same lines for ever.
 */
export async function linksOf(work: ReportWork, book: BookCode, axes: Axes): Promise<LineLinks> {
	const knownAt = axes.knownAt ?? (await tipOf(work, book));
	return (behind) => hrefOf(book, {...axes, ...(knownAt ? {knownAt} : {})}, behind);
}

/** When the last entry of a book was recorded, in this snapshot; undefined of an empty book. */
async function tipOf(work: ReportWork, code: BookCode): Promise<Date | undefined> {
	const {number, recordedAt} = await work.ledger.readTip(await getBook(work, code));
	return number === 0 ? undefined : recordedAt;
}

export function hrefOf(book: BookCode, axes: Axes, behind: LinesBehind): string {
	const asked = {
		book,
		account: behind.accounts?.join(','),
		kind: behind.kinds?.join(','),
		exceptKind: behind.exceptKinds?.join(','),
		side: behind.side,
		fund: behind.fund,
		loan: behind.loan,
		member: behind.member,
		from: behind.from,
		asOf: behind.asOf ?? axes.asOf,
		knownAt: axes.knownAt?.toISOString(),
	};
	const query = Object.entries(asked)
		.filter(([, value]) => value !== undefined)
		.map(([name, value]) => `${name}=${value}`)
		.join('&');
	return `/v1/reports/general-ledger?${query}`;
}
