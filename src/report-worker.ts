import {Readable} from 'node:stream';
import type {Service, Work} from './compose.ts';
import {attemptsMax, reportQueue} from './db/job-queue.ts';
import {createLastingReads} from './http/lasting.ts';
import {refuse as refuseRequest} from './http/request-texts.ts';
import {type RenderOptions, renderAnswer} from './http/render.ts';
import type {Answer, Caller, CallerScope, Route} from './http/route.ts';
import {activeGrants, scopeFor} from './identity/index.ts';
import {DomainError} from './kernel/errors.ts';
import type {UserId} from './kernel/ids.ts';
import {everywhere} from './kernel/scope.ts';
import {type QueueWorker, type QueueWorkerOptions, startQueueWorker} from './queue-worker.ts';
import {isReport} from './reporting/http/as-report.ts';
import {reportName} from './reporting/http/report-name.ts';
import {
	type ReportJob,
	failJob,
	finishJob,
	jobFileBytesMax,
	noteRead,
	takeJob,
} from './reporting/index.ts';

export type ReportWorkerOptions = RenderOptions &
	QueueWorkerOptions & {
		readonly service: Pick<Service, 'inTransaction' | 'runner'>;
		readonly routes: readonly Route<Work>[];
		readonly bytesMax?: number;
		/** Told how long a file took that was made. */
		readonly observeReport?: (report: string, seconds: number) => void;
	};

const by = {
	scope: everywhere,
	actor: {userId: '00000000-0000-0000-0000-000000000000', name: '(chore)'},
};

/** Makes reports that were asked for as jobs. */
export const startReportWorker = async (options: ReportWorkerOptions): Promise<QueueWorker> =>
	startQueueWorker({queue: reportQueue, run: async (id) => makeReport(id, options)}, options);

/** Makes the file of a job; where that is nobody's fault but ours, it throws and is tried again. */
export async function makeReport(id: string, options: ReportWorkerOptions): Promise<void> {
	const {inTransaction} = options.service;
	const job = await inTransaction(by, async (one) => takeJob(one, id));
	if (!job) return;
	const start = performance.now();
	try {
		await readAndKeep(job, options);
		options.observeReport?.(job.report, (performance.now() - start) / 1000);
	} catch (error) {
		if (!(error instanceof DomainError) && job.attempts < attemptsMax) throw error;
		const code = error instanceof DomainError ? error.code : 'server/fault';
		await inTransaction(by, async (one) => failJob(one, id, code));
		if (!(error instanceof DomainError)) throw error;
	}
}

// A worker makes one file at a time, so that there is nothing to bound.
const lasting = createLastingReads(Number.POSITIVE_INFINITY);

async function readAndKeep(job: ReportJob, options: ReportWorkerOptions): Promise<void> {
	const {service, routes} = options;
	const report = routes.find((one) => isReport(one) && reportName(one) === job.report);
	if (report?.kind !== 'read') throw refuseRequest('request/unknown-route', {path: job.report});
	const caller = await callerOf(job, service);
	const scope = caller.scopeFor(report.permission);
	if (!scope) throw refuseRequest('identity/forbidden', {permission: report.permission});
	const {format, language} = job;
	// What a replica broke off the primary makes.
	const need = job.attempts === 1 ? report.replica?.(job.query) : undefined;
	const answer = await lasting(async (within) =>
		service.runner.read(
			scope,
			caller.actor,
			async (one) =>
				within(async () =>
					report.handle(one, {
						params: {},
						query: report.query?.parse(job.query),
						body: undefined,
						caller,
						language,
						format,
						isWhole: format !== 'json',
						requestId: job.id,
					}),
				),
			{need},
		),
	);
	const content = answer.content?.body;
	try {
		if (!(await service.inTransaction(by, async (one) => noteRead(one, job)))) return;
		await keepAnswer(job, {report, answer, scope}, options);
	} finally {
		// What was not read to its end is not read any more.
		if (content instanceof Readable) content.destroy();
	}
}

type Answered = {
	readonly report: Route<Work>;
	readonly answer: Answer;
	readonly scope: CallerScope;
};

async function keepAnswer(
	job: ReportJob,
	{report, answer, scope}: Answered,
	options: ReportWorkerOptions,
): Promise<void> {
	const {service, bytesMax = jobFileBytesMax} = options;
	const {format, language} = job;
	const rendered = await renderAnswer(report, answer, {format, language}, options);
	const bytes = await collect(rendered.body ?? '', bytesMax);
	const named = /filename="([^"]+)"/u.exec(rendered.headers['Content-Disposition'] ?? '');
	await service.inTransaction(by, async (one) =>
		finishJob(one, job, {
			name: named?.[1] ?? `${job.report}.${format}`,
			mediaType: rendered.type ?? 'application/octet-stream',
			bytes,
			scope,
			bytesMax,
		}),
	);
}

/** Who asked, with the rights that they have now. */
async function callerOf(
	{ownerId, owner}: ReportJob,
	{inTransaction}: ReportWorkerOptions['service'],
): Promise<Caller> {
	const user = await inTransaction({...by, isReadOnly: true}, async ({identity}) =>
		identity.findUser(ownerId as UserId),
	);
	const grants = user?.isActive ? activeGrants(user) : [];
	return {
		actor: {userId: ownerId, name: owner},
		scopeFor: (permission) => scopeFor(grants, permission),
	};
}

/** All bytes, or a few more than may be kept: whoever keeps them refuses those. */
async function collect(body: string | Buffer | Readable, bytesMax: number): Promise<Buffer> {
	if (typeof body === 'string') return Buffer.from(body, 'utf8');
	if (Buffer.isBuffer(body)) return body;
	const pieces: Buffer[] = [];
	let size = 0;
	for await (const piece of body) {
		const bytes = Buffer.from(piece as string | Buffer);
		pieces.push(bytes);
		size += bytes.length;
		if (size > bytesMax) break;
	}
	return Buffer.concat(pieces);
}
