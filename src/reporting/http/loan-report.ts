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
import {type Caller, type Route, laidOut, route} from '../../http/route.ts';
import type {AllocationId} from '../../kernel/ids.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import {coversBook} from '../../kernel/scope.ts';
import {type LoanScope, type ReportWork, maskName, openLoanScope} from '../index.ts';
import {type FieldRow, type Fields, rowAnswer, tablesOf} from './field-table.ts';
import {type PolicyMeta, metaAnswer, withMeta} from './meta.ts';
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

type LoanQuestion = {
	readonly [Name in keyof typeof loanQuery]?: z.output<(typeof loanQuery)[Name]>;
} & {
	readonly officer?: string | undefined;
	readonly group?: string | undefined;
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
	/** All rows, or with `isRange` those of the range that was asked for and one more. */
	readonly read: (
		work: ReportWork,
		asked: Asked<z.output<Query>>,
	) => Promise<{
		readonly rows: readonly FieldRow<Of>[];
		readonly totals: FieldRow<Totals>;
		readonly policies?: readonly PolicyMeta[];
		readonly isRange?: boolean;
	}>;
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
		rows: z.array(rowAnswer(report.fields)),
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
		handle: async (work: ReportWork, {query, caller, isWhole}) => {
			const {range, axes} = rangeOf(work, query, isWhole);
			const {book, region, from} = query;
			const scope = await openLoanScope(work, choiceOf(query), axes);
			const seesMembers = sightOf(scope, caller);
			const found = await report.read(work, {query, scope, ...range, seesMembers});
			const shown = found.isRange
				? found.rows.slice(0, range.limit)
				: found.rows.slice(range.offset, range.offset + range.limit);
			const hasMore = found.isRange
				? found.rows.length > range.limit
				: found.rows.length > range.offset + range.limit;
			const facts = {report: report.name, book, region, policies: found.policies ?? []};
			const next = {
				offset: range.offset + range.limit,
				knownAt: (axes.knownAt ?? work.now()).toISOString(),
				asOf: axes.asOf,
			};
			return {
				body: await withMeta(
					work,
					{...facts, axes: {...axes, ...(from === undefined ? {} : {from})}},
					{
						rows: shown,
						totals: found.totals,
						nextCursor: hasMore ? writeCursor(next) : null,
					},
				),
			};
		},
	});
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

const choiceOf = ({book, region, kelurahan, fund, officer, group}: LoanQuestion) => ({
	book,
	region,
	kelurahan,
	fund,
	officer,
	group,
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
