import {z} from 'zod';
import type {Answer, Judge, Route} from '../../http/route.ts';
import {type LocalDate, endOfDay, isLocalDateText} from '../../kernel/local-date.ts';
import type {ReadFrom, ReadNeed} from '../../kernel/read-from.ts';
import {presentReadFrom, replicaAnswer} from './meta.ts';
import {jobsPath, reportName, reportsPath} from './report-name.ts';
import {type Question, type ReportWork, judgeQuestion, sealReport} from '../index.ts';

/** What a report of any room is asked with. */
export type AnyReportWork = ReportWork & {readonly timeZone: string};

/** Whether a route answers a report, of whichever room. */
export const isReport = <Work>({kind, path, response}: Route<Work>): boolean =>
	kind === 'read' && path.startsWith(reportsPath) && response !== undefined;

/**
 * What all reports have in common, so that no room has to think of it: everything that is wrong
 * with the question is told at once; the same question as known at the same moment is answered byte
 * for byte; and the answer bears its digest and says when it has no data.
 */
export function asReport<Work extends AnyReportWork>(route: Route<Work>): Route<Work> {
	if (!isReport(route) || route.kind !== 'read' || !route.response) return route;
	const {handle} = route;
	return {
		...route,
		response: sealedAnswer(route.response),
		later: (query, format) => ({
			path: jobsPath,
			body: {name: reportName(route), query, format},
		}),
		replica: (query) => needOf(readQuestion(route.query, query), query),
		judge: (async (work: AnyReportWork, query: Readonly<Record<string, unknown>>) =>
			judgeQuestion(work, readQuestion(route.query, query))) satisfies Judge,
		handle: async (work, input) => {
			const asked = asHeld(work, route.query, input.query as AskedQuery);
			const answer = await handle(atItsMoment(asked.work, route.query, asked.query), {
				...input,
				query: asked.query,
			});
			return sealed(answer, asked.work.readFrom);
		},
	};
}

type AskedQuery = {readonly knownAt?: string; readonly asOf?: LocalDate};

const takesMoment = (schema: z.ZodType | undefined): boolean =>
	schema instanceof z.ZodObject && 'knownAt' in schema.shape;

/**
 * What a replica must hold. A page goes on in the books as the first one saw them, and its cursor
 * alone knows when that was.
 */
export function needOf(
	{knownAt, since}: Question,
	query: Readonly<Record<string, unknown>>,
): ReadNeed {
	if (query.cursor !== undefined) return 'everything';
	const moments = [knownAt, since].filter((moment) => moment !== undefined);
	if (moments.length === 0) return 'anything';
	return new Date(Math.max(...moments.map((moment) => moment.getTime())));
}

/**
 * A question as the server that answers it can: by a replica that is behind as known at the moment
 * up to which it holds everything, and where no moment can be asked for, with its clock there. What
 * is the same whoever answers does not say who did, so that it is the same to the byte.
 */
function asHeld<Work extends AnyReportWork>(
	work: Work,
	schema: z.ZodType | undefined,
	query: AskedQuery,
): {readonly work: Work; readonly query: AskedQuery} {
	const {readFrom: from} = work;
	if (from === undefined) return {work, query};
	const isWhole = from.server === 'primary' || from.isComplete;
	const isOfPast = !takesMoment(schema) && query.asOf !== undefined && query.asOf < work.today();
	const isFixed = query.knownAt !== undefined || isOfPast;
	if (isWhole) return {work: isFixed ? {...work, readFrom: undefined} : work, query};
	if (takesMoment(schema)) {
		return {work, query: {...query, knownAt: from.replayedUpTo.toISOString()}};
	}
	return {work: isOfPast ? work : at(work, from.replayedUpTo), query};
}

const sealFields = {
	replica: replicaAnswer.optional(),
	digest: z.string().meta({
		description:
			'SHA-256 of the report but for when and by whom it was asked for: equal digests, equal reports.',
	}),
	isEmpty: z.boolean().meta({description: 'Whether it has no row.'}),
	notes: z
		.array(z.strictObject({code: z.string(), id: z.string(), en: z.string()}))
		.meta({description: 'What must not be overlooked: `report/no-data`.'}),
};

function sealedAnswer(response: z.ZodType): z.ZodType {
	// A report that is told in more than one way.
	if (response instanceof z.ZodUnion) {
		return z.union(response.options.map((one) => sealedAnswer(one as z.ZodType)));
	}
	if (!(response instanceof z.ZodObject)) return response;
	const {meta} = response.shape as Readonly<Record<string, z.ZodType>>;
	return meta instanceof z.ZodObject ? response.extend({meta: meta.extend(sealFields)}) : response;
}

function sealed(answer: Answer, from: ReadFrom | undefined): Answer {
	const {body} = answer;
	const isSealable = typeof body === 'object' && body !== null && 'meta' in body;
	if (!isSealable) return answer;
	const report = sealReport(body as Parameters<typeof sealReport>[0]);
	if (from === undefined) return {...answer, body: report};
	return {...answer, body: {...report, meta: {...report.meta, replica: presentReadFrom(from)}}};
}

/**
 * The clock of a report stands at the moment that it was asked for as known at; of a report that
 * takes none, at the end of a day that is over. What it says of its own making is then a part of
 * the answer and not of the asking.
 */
function atItsMoment<Work extends AnyReportWork>(
	work: Work,
	schema: z.ZodType | undefined,
	query: unknown,
): Work {
	const {knownAt, asOf} = query as AskedQuery;
	if (knownAt !== undefined) return at(work, new Date(knownAt));
	if (takesMoment(schema) || asOf === undefined || asOf >= work.today()) return work;
	return at(work, endOfDay(asOf, work.timeZone));
}

const at = <Work extends AnyReportWork>(work: Work, moment: Date): Work => ({
	...work,
	now: () => moment,
});

/** The parts of a question that can be read; of the others their schema has said what is wrong. */
function readQuestion(
	schema: z.ZodType | undefined,
	query: Readonly<Record<string, unknown>>,
): Question {
	const shape = schema instanceof z.ZodObject ? schema.shape : {};
	const given = (name: string): string | undefined => {
		const field = (shape as Readonly<Record<string, z.ZodType>>)[name];
		const value = query[name];
		return typeof value === 'string' && field?.safeParse(value).success ? value : undefined;
	};
	const moment = (name: string) => {
		const text = given(name);
		return text === undefined ? undefined : new Date(text);
	};
	const day = (name: string) => {
		const text = given(name);
		return text !== undefined && isLocalDateText(text) ? (text as LocalDate) : undefined;
	};
	return withoutUndefined({
		book: given('book'),
		region: given('region'),
		from: day('from'),
		to: day('to'),
		asOf: day('asOf'),
		knownAt: moment('knownAt'),
		since: moment('since'),
	});
}

const withoutUndefined = (parts: Readonly<Record<string, unknown>>): Question =>
	Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));
