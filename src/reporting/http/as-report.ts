import {z} from 'zod';
import type {Answer, Judge, Route} from '../../http/route.ts';
import {type LocalDate, endOfDay, isLocalDateText} from '../../kernel/local-date.ts';
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
		judge: (async (work: AnyReportWork, query: Readonly<Record<string, unknown>>) =>
			judgeQuestion(work, readQuestion(route.query, query))) satisfies Judge,
		handle: async (work, input) =>
			sealed(await handle(atItsMoment(work, route.query, input.query), input)),
	};
}

const sealFields = {
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

function sealed(answer: Answer): Answer {
	const {body} = answer;
	const isSealable = typeof body === 'object' && body !== null && 'meta' in body;
	return isSealable
		? {...answer, body: sealReport(body as Parameters<typeof sealReport>[0])}
		: answer;
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
	const {knownAt, asOf} = query as {readonly knownAt?: string; readonly asOf?: LocalDate};
	if (knownAt !== undefined) return at(work, new Date(knownAt));
	const isKnownByDay = !(schema instanceof z.ZodObject) || !('knownAt' in schema.shape);
	if (!isKnownByDay || asOf === undefined || asOf >= work.today()) return work;
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
