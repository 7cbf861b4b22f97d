import {createHash} from 'node:crypto';
import type {Format} from '../../files/format.ts';
import type {Language} from '../../kernel/errors.ts';
import type {CallerScope} from '../../kernel/scope.ts';
import {refuse} from '../errors.ts';
import type {JobWork} from '../job-ports.ts';
import {
	type ReportJob,
	expiryOf,
	isOpen,
	isSameScope,
	jobFileBytesMax,
	openJobsMax,
	progressOf,
} from '../report-job.ts';

export type Asked = {
	readonly report: string;
	readonly query: Readonly<Record<string, string>>;
	readonly format: Format;
	readonly language: Language;
};

/** Asks for a report as a job. @throws DomainError `report/too-many-jobs`. */
export async function askForReport(work: JobWork, asked: Asked): Promise<ReportJob> {
	const {actor} = work;
	if ((await work.jobs.countOpen(actor.userId)) >= openJobsMax) {
		throw refuse('report/too-many-jobs', {max: String(openJobsMax)});
	}
	const askedAt = work.now();
	const job = {
		...asked,
		id: work.newId(),
		ownerId: actor.userId,
		owner: actor.name,
		askedAt,
		expiresAt: expiryOf(askedAt),
	};
	await work.jobs.insert(job);
	return {...job, status: 'waiting', progress: 0, attempts: 0};
}

/** A job of one's own; anybody else's is not there. @throws DomainError `report/unknown-job`. */
export async function getOwnJob(
	{jobs, actor}: Pick<JobWork, 'jobs' | 'actor'>,
	id: string,
): Promise<ReportJob> {
	const job = await jobs.find(id);
	if (job?.ownerId === actor.userId) return job;
	throw refuse('report/unknown-job', {id}, 'id');
}

/** @throws DomainError `report/unknown-job`, `report/job-ended`. */
export async function cancelJob(work: JobWork, id: string): Promise<ReportJob> {
	const job = await getOwnJob(work, id);
	const hasEnded = await work.jobs.end(id, {status: 'cancelled', at: work.now()});
	if (!hasEnded) throw refuse('report/job-ended', {id, status: job.status});
	return getOwnJob(work, id);
}

/**
 * The file of a job of one's own, for whoever may still see what is in it.
 * @throws DomainError `report/unknown-job`, `report/job-not-done`, `report/file-expired`,
 * `report/scope-changed`.
 */
export async function readJobFile(
	work: Pick<JobWork, 'jobs' | 'actor'>,
	id: string,
	scopeOf: (job: ReportJob) => CallerScope | undefined,
): Promise<{readonly job: ReportJob; readonly bytes: Buffer}> {
	const job = await getOwnJob(work, id);
	if (isOpen(job)) throw refuse('report/job-not-done', {id, progress: String(job.progress)});
	if (job.status === 'expired') throw refuse('report/file-expired', {id});
	if (job.status !== 'done') throw refuse('report/job-ended', {id, status: job.status});
	const scope = scopeOf(job);
	if (!scope || !isSameScope(scope, job.scope!)) throw refuse('report/scope-changed', {id});
	return {job, bytes: await work.jobs.bytes(id)};
}

/** Takes a job that waits, or whose worker died. */
export const takeJob = async (
	work: Pick<JobWork, 'jobs' | 'now'>,
	id: string,
): Promise<ReportJob | undefined> => work.jobs.take(id, work.now());

/** False where nobody waits for it any more. */
export const noteRead = async (work: Pick<JobWork, 'jobs'>, attempt: ReportJob): Promise<boolean> =>
	work.jobs.setProgress(attempt, progressOf.read);

/** Keeps the file of a job. @throws DomainError `report/file-too-large`. */
export async function finishJob(
	work: Pick<JobWork, 'jobs' | 'now'>,
	attempt: ReportJob,
	{
		bytes,
		bytesMax = jobFileBytesMax,
		...made
	}: {
		readonly name: string;
		readonly mediaType: string;
		readonly bytes: Buffer;
		readonly scope: CallerScope;
		readonly bytesMax?: number;
	},
): Promise<boolean> {
	if (bytes.length > bytesMax) {
		const values = {size: String(bytes.length), max: String(bytesMax)};
		throw refuse('report/file-too-large', values);
	}
	const {name, mediaType, scope} = made;
	const digest = createHash('sha256').update(bytes).digest('hex');
	const file = {name, mediaType, size: bytes.length, digest};
	return work.jobs.finish(attempt, {file, bytes, scope, at: work.now()});
}

/** The job is over without a file. */
export const failJob = async (
	work: Pick<JobWork, 'jobs' | 'now'>,
	id: string,
	failure: string,
): Promise<boolean> => work.jobs.end(id, {status: 'failed', failure, at: work.now()});

/** Forgets the files that were kept long enough; how many jobs that were. */
export const expireJobs = async (work: Pick<JobWork, 'jobs' | 'now'>): Promise<number> =>
	work.jobs.expire(work.now());
