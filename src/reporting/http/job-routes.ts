import {z} from 'zod';
import {type Format, formats, mediaTypes} from '../../files/format.ts';
import {limitDefault, readCursor, toPage} from '../../http/cursor.ts';
import {id, momentText, page, pageQuery} from '../../http/fields.ts';
import {allOf, refusalOf, toFindings} from '../../http/findings.ts';
import {refuse as refuseRequest} from '../../http/request-texts.ts';
import {type Route, type RouteInput, route} from '../../http/route.ts';
import {DomainError, refuser} from '../../kernel/errors.ts';
import {
	type JobWork,
	type ReportJob,
	askForReport,
	cancelJob,
	getOwnJob,
	jobStatuses,
	readJobFile,
	reportTexts,
} from '../index.ts';
import type {AnyReportWork} from './as-report.ts';
import {jobsPath, reportName} from './report-name.ts';

const refuse = refuser(reportTexts);

type Work = AnyReportWork & JobWork;
type Reports<W> = ReadonlyMap<string, Route<W>>;

const jobBody = z.strictObject({
	name: z.string().max(80).meta({description: 'The name of a report, as the catalogue has it.'}),
	query: z
		.record(z.string(), z.string())
		.optional()
		.meta({description: 'What the report is asked by, as in its address.'}),
	format: z.enum(formats).optional().meta({description: 'JSON without it.'}),
});

const jobAnswer = z.strictObject({
	id: z.string(),
	name: z.string(),
	query: z.record(z.string(), z.string()).meta({
		description:
			'As it was asked, with the `asOf` and `knownAt` that were meant where none was given: ' +
			'asked with them over HTTP, the report is the same to the byte.',
	}),
	format: z.enum(formats),
	status: z.enum(jobStatuses),
	progress: z.number().meta({description: 'In percent; most of the time is spent below 80.'}),
	askedAt: momentText(),
	expiresAt: momentText().meta({description: 'Until when the file is kept.'}),
	endedAt: momentText().nullable(),
	failure: z.string().nullable().meta({description: 'The code by which it failed.'}),
	file: z
		.strictObject({
			href: z.string(),
			name: z.string(),
			mediaType: z.string(),
			size: z.number(),
			digest: z.string().meta({description: 'SHA-256 of its bytes.'}),
		})
		.nullable(),
});

const presentJob = (job: ReportJob): z.output<typeof jobAnswer> => ({
	id: job.id,
	name: job.report,
	query: {...job.query},
	format: job.format,
	status: job.status,
	progress: job.progress,
	askedAt: job.askedAt.toISOString(),
	expiresAt: job.expiresAt.toISOString(),
	endedAt: job.endedAt?.toISOString() ?? null,
	failure: job.failure ?? null,
	file:
		job.file && job.status === 'done' ? {href: `${jobsPath}/${job.id}/file`, ...job.file} : null,
});

const ofJob = z.strictObject({id: id<string>()});
const common = {permission: 'report:read', tag: 'reports'} as const;

/** Reports that take long: asked for, looked after and fetched by whoever asked. */
export function createJobRoutes<W extends Work>(all: readonly Route<W>[]): Route<W>[] {
	const reports: Reports<W> = new Map(all.map((report) => [reportName(report), report]));
	return [askRoute(reports), listRoute(), getRoute(), cancelRoute(), fileRoute(reports)];
}

const askRoute = <W extends Work>(reports: Reports<W>): Route<W> =>
	route({
		...common,
		kind: 'write',
		method: 'POST',
		path: jobsPath,
		summary: 'Asks for a report as a job, as `Prefer: respond-async` does at its own address.',
		description:
			'The books are those of the moment it was asked. Its file is kept for seven days, for you ' +
			'alone, as long as you may see what is in it.',
		body: jobBody,
		status: 202,
		response: jobAnswer,
		refusals: [404, 406],
		handle: async (work: W, input) => {
			const {language, body} = input;
			const report = reports.get(body.name);
			if (!report) {
				const known = [...reports.keys()].join(', ');
				throw refuse('report/unknown-report', {name: body.name, known}, 'body.name');
			}
			if (!input.caller?.scopeFor(report.permission)) {
				throw refuseRequest('identity/forbidden', {permission: report.permission});
			}
			const {format = 'json'} = body;
			const query = await judgedQuery(work, report, body.query ?? {}, format);
			const job = await askForReport(work, {report: body.name, query, format, language});
			return {body: presentJob(job), headers: {Location: `${jobsPath}/${job.id}`}};
		},
	});

/**
 * The question with the day and the moment that are meant where it gives none, so that it is the
 * same whenever it is answered. @throws DomainError with all that is wrong with it.
 */
async function judgedQuery<W extends Work>(
	work: W,
	report: Route<W>,
	asked: Readonly<Record<string, string>>,
	format: Format,
): Promise<Record<string, string>> {
	const parsed = report.query?.safeParse(asked);
	const malformed =
		parsed && !parsed.success
			? refusalOf(toFindings('query', asked, parsed.error.issues))
			: undefined;
	const isAvailable = format === 'json' || report.layout !== undefined;
	const refusal = allOf([
		malformed,
		await report.judge?.(work as never, asked),
		isAvailable
			? undefined
			: refuseRequest('request/not-acceptable', {available: mediaTypes.json}, 'body.format'),
	]);
	if (refusal) throw inBody(refusal);
	const shape = report.query instanceof z.ZodObject ? report.query.shape : {};
	return {
		...('asOf' in shape ? {asOf: work.today()} : {}),
		...('knownAt' in shape ? {knownAt: work.now().toISOString()} : {}),
		...asked,
	};
}

function inBody({findings, text}: DomainError): DomainError {
	const [first, ...others] = findings.map((finding) =>
		finding.path.startsWith('query.') ? {...finding, path: `body.${finding.path}`} : finding,
	);
	return new DomainError(first!, text, others);
}

const listRoute = <W extends Work>(): Route<W> =>
	route({
		...common,
		kind: 'read',
		method: 'GET',
		path: jobsPath,
		summary: 'The report jobs that you asked for, the newest first.',
		query: z.strictObject(pageQuery),
		status: 200,
		response: page(jobAnswer),
		handle: async (work: W, {query: {cursor, limit = limitDefault}}) => {
			const before = readCursor(cursor, z.uuid());
			const jobs = await work.jobs.list(work.actor.userId, {
				limit: limit + 1,
				...(before === undefined ? {} : {before}),
			});
			return {body: toPage(jobs, limit, presentJob, (job) => job.id)};
		},
	});

const getRoute = <W extends Work>(): Route<W> =>
	route({
		...common,
		kind: 'read',
		method: 'GET',
		path: `${jobsPath}/{id}`,
		summary: 'How far a report job is.',
		params: ofJob,
		status: 200,
		response: jobAnswer,
		handle: async (work: W, {params}) => ({body: presentJob(await getOwnJob(work, params.id))}),
	});

const cancelRoute = <W extends Work>(): Route<W> =>
	route({
		...common,
		kind: 'write',
		method: 'POST',
		path: `${jobsPath}/{id}/cancel`,
		summary: 'Cancels a report job that has not ended.',
		params: ofJob,
		status: 200,
		response: jobAnswer,
		handle: async (work: W, {params}) => ({body: presentJob(await cancelJob(work, params.id))}),
	});

const fileRoute = <W extends Work>(reports: Reports<W>): Route<W> =>
	route({
		...common,
		kind: 'read',
		method: 'GET',
		path: `${jobsPath}/{id}/file`,
		summary: 'The file of a report job that is done.',
		params: ofJob,
		status: 200,
		files: Object.values(mediaTypes),
		refusals: [403, 409, 410],
		handle: async (work: W, input: RouteInput<{id: string}, unknown, unknown>) => {
			const {job, bytes} = await readJobFile(work, input.params.id, ({report}) => {
				const permission = reports.get(report)?.permission;
				return permission && input.caller?.scopeFor(permission);
			});
			const {name, mediaType, digest} = job.file!;
			return {
				headers: {
					'Content-Disposition': `attachment; filename="${name}"`,
					'Repr-Digest': `sha-256=:${Buffer.from(digest, 'hex').toString('base64')}:`,
				},
				content: {type: mediaType, body: bytes},
			};
		},
	});
