import {z} from 'zod';
import {reportSheet} from '../../files/report-sheet.ts';
import {readCursor, writeCursor} from '../../http/cursor.ts';
import {
	bookCode,
	date,
	id,
	kelurahanField,
	moment,
	momentText,
	pageQuery,
	regionCodeField,
	text,
} from '../../http/fields.ts';
import {requireFitsPaper} from '../../http/format.ts';
import {type Answer, type Caller, type Route, laidOut, route} from '../../http/route.ts';
import type {AllocationId} from '../../kernel/ids.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import {coversBook} from '../../kernel/scope.ts';
import {
	type Axes,
	type LoanScope,
	type ReportWork,
	type RowRange,
	maskName,
	openLoanScope,
} from '../index.ts';
import {type FieldRow, type Fields, linkedRowAnswer, rowAnswer, tablesOf} from './field-table.ts';
import {type LoanLinks, type RowLinks, loanLinks} from './loan-links.ts';
import {type PolicyMeta, type ReportFacts, metaAnswer, withMeta} from './meta.ts';
import {type Opened, readOpened, streamFile, wholeOf} from './opened-rows.ts';
import {reportTitles} from './report-titles.ts';

/** What every report over loans may be asked by. */
export const loanQuery = {
	book: bookCode().optional().meta({description: 'One cooperative; or a region.'}),
	region: regionCodeField()
		.optional()
		.meta({description: 'All cooperatives of a region; without book and region all in scope.'}),
	kelurahan: kelurahanField().optional().meta({description: 'Loans of its funds alone.'}),
	fund: id<AllocationId>().optional().meta({description: 'Loans of this allocation alone.'}),
	asOf: date().optional().meta({description: 'Up to and including this day; today without it.'}),
	knownAt: moment().optional().meta({description: 'As the books stood at this moment.'}),
};

export const personQuery = {
	officer: text({max: 100}).optional().meta({description: 'Who looks after the loan now.'}),
	group: id<string>().optional().meta({description: 'Loans to members as this group alone.'}),
};

export type LoanQuestion = {
	readonly [Name in keyof typeof loanQuery]?: z.output<(typeof loanQuery)[Name]>;
} & {
	readonly officer?: string | undefined;
	readonly group?: string | undefined;
	readonly disbursedIn?: LocalDate | undefined;
	readonly from?: LocalDate | undefined;
	readonly cursor?: string | undefined;
	readonly limit?: number | undefined;
};

/** What a report is read for: its loans, which of its rows are shown, and who may see members. */
export type Asked<Query> = {
	readonly query: Query;
	readonly scope: LoanScope;
	readonly offset: number;
	readonly limit: number;
	readonly seesMembers: (book: string) => boolean;
};

export type LoanReport<
	Of extends Fields,
	Totals extends Fields,
	Query extends z.ZodType<LoanQuestion>,
> = {
	readonly name: string;
	readonly summary: string;
	readonly description?: string;
	readonly query: Query;
	readonly fields: Of;
	readonly totals: Totals;
	/** By the name of a field, where the figure comes from. */
	readonly links: (row: FieldRow<Of>, link: LoanLinks, query: Dated<Query>) => RowLinks;
	/** All rows, or with `isRange` those of the range that was asked for and one more. */
	readonly read?: (
		work: ReportWork,
		asked: Asked<z.output<Query>>,
	) => Promise<Found<Of, Totals> & {readonly isRange?: boolean}>;
	/** The same where rows may be too many to be held: for files, and for pages without `read`. */
	readonly open?: (work: ReportWork, asked: Asked<z.output<Query>>) => Promise<Opened<Of, Totals>>;
};

/** What was asked, with the day that the report is of. */
type Dated<Query extends z.ZodType<LoanQuestion>> = z.output<Query> & {readonly asOf: LocalDate};

type Found<Of extends Fields, Totals extends Fields> = {
	readonly rows: readonly FieldRow<Of>[];
	readonly totals: FieldRow<Totals>;
	readonly policies?: readonly PolicyMeta[];
};

const limitDefault = 1000;
const position = z.object({offset: z.int().min(0), knownAt: momentText(), asOf: z.string()});

/**
 * The route of a report over loans. Its rows go on page by page, and later pages tell of the same
 * books as the first; in a file and on the command line they are there at once.
 */
export function loanReport<
	Of extends Fields,
	Totals extends Fields,
	Query extends z.ZodType<LoanQuestion>,
>(report: LoanReport<Of, Totals, Query>): Route<ReportWork> {
	const answer = z.strictObject({
		meta: metaAnswer,
		rows: z.array(linkedRowAnswer(report.fields)),
		totals: rowAnswer(report.totals).meta({description: 'Of all rows, on every page.'}),
		nextCursor: z.string().nullable().meta({description: 'Where the rows go on.'}),
	});
	return route({
		kind: 'read',
		method: 'GET',
		path: `/v1/reports/${report.name}`,
		permission: 'report:read',
		tag: 'reports',
		summary: report.summary,
		...(report.description === undefined ? {} : {description: report.description}),
		query: report.query,
		status: 200,
		...laidOut(answer, ({meta, rows, totals}, reader) =>
			reportSheet(meta, reader, {
				title: reportTitles[report.name]!,
				tables: tablesOf(report, {rows, totals}, reader.language),
			}),
		),
		handle: async (work: ReportWork, {query, caller, isWhole, format, language}) => {
			const {range, axes} = rangeOf(work, query, isWhole);
			const scope = await openLoanScope(work, choiceOf(query), axes);
			const seesMembers = sightOf(scope, caller);
			const asked = {query, scope, ...range, seesMembers};
			const {from: first} = query;
			const dated = {...axes, ...(first === undefined ? {} : {from: first})};
			const facts = {report: report.name, book: query.book, region: query.region, axes: dated};
			if (report.open && (format !== 'json' || !report.read)) {
				const opened = await report.open(work, asked);
				const reader = {language, timeZone: work.timeZone};
				const found = await readOpened(opened, format === 'json' ? range : wholeOf(format));
				if (format === 'pdf') requireFitsPaper(found.count);
				if (format === 'csv' || format === 'xlsx') {
					const told = {work, facts, report, opened, reader};
					if (found.hasMore) return streamFile(told, format);
				}
				return answerRows(work, {facts, axes, range, report, query}, found);
			}
			const found = await report.read!(work, asked);
			const start = found.isRange ? 0 : range.offset;
			const rows = found.rows.slice(start, start + range.limit);
			const hasMore = found.rows.length > start + range.limit;
			return answerRows(work, {facts, axes, range, report, query}, {...found, rows, hasMore});
		},
	});
}

/** A page of a report, or all of it. Its digest is of the figures, not of where they lead. */
async function answerRows<
	Of extends Fields,
	Totals extends Fields,
	Query extends z.ZodType<LoanQuestion>,
>(
	work: ReportWork,
	{
		facts,
		axes,
		range,
		report,
		query,
	}: {
		readonly facts: ReportFacts;
		readonly axes: Axes;
		readonly range: RowRange;
		readonly report: Pick<LoanReport<Of, Totals, Query>, 'links'>;
		readonly query: z.output<Query>;
	},
	found: Found<Of, Totals> & {readonly hasMore: boolean},
): Promise<Answer> {
	const next = {
		offset: range.offset + range.limit,
		knownAt: (axes.knownAt ?? work.now()).toISOString(),
		asOf: axes.asOf,
	};
	const {rows, totals, hasMore, policies = []} = found;
	const nextCursor = hasMore ? writeCursor(next) : null;
	const body = await withMeta(work, {...facts, policies}, {rows, totals, nextCursor});
	const link = loanLinks({...axes, knownAt: new Date(body.meta.knownAt)}, query);
	const asked = {...query, asOf: axes.asOf};
	const linked = rows.map((row) => ({...row, links: report.links(row, link, asked)}));
	return {body: {...body, rows: linked}};
}

/** Which rows of which books: a cursor goes on with those of the page before. */
function rangeOf(
	work: ReportWork,
	{asOf, knownAt, cursor, limit = limitDefault}: LoanQuestion,
	isWhole: boolean,
) {
	const on = readCursor(cursor, position);
	const moment = on?.knownAt ?? knownAt;
	const axes = {
		asOf: (on?.asOf as LocalDate | undefined) ?? asOf ?? work.today(),
		...(moment === undefined ? {} : {knownAt: new Date(moment)}),
	};
	const all = {offset: 0, limit: Number.MAX_SAFE_INTEGER - 1};
	return {axes, range: isWhole ? all : {offset: on?.offset ?? 0, limit}};
}

const choiceOf = ({book, region, kelurahan, fund, officer, group, disbursedIn}: LoanQuestion) => ({
	book,
	region,
	kelurahan,
	fund,
	officer,
	group,
	disbursedIn,
});

/** Whether the caller may see the members of a book by name. */
function sightOf({books}: LoanScope, caller: Caller | undefined): (book: string) => boolean {
	const scope = caller?.scopeFor('member:read');
	const seen = new Set(
		books
			.filter(({code, regionCode}) => scope !== undefined && coversBook(scope, code, regionCode))
			.map(({code}) => code as string),
	);
	return (book) => seen.has(book);
}

export const rowLimit = {...pageQuery};

/** Whose a loan is: the name and number to call only for who may see the member. */
export const memberCells = (
	loan: {
		readonly book: string;
		readonly memberNumber: number;
		readonly memberName: string;
		readonly phone: string | undefined;
	},
	seesMembers: (book: string) => boolean,
) => ({
	memberNumber: loan.memberNumber,
	member: seesMembers(loan.book) ? loan.memberName : maskName(loan.memberName),
	phone: seesMembers(loan.book) ? (loan.phone ?? null) : null,
});
