import type {Knex} from 'knex';
import {attemptsMax, enqueue, reportQueue} from '../../db/job-queue.ts';
import type {Format} from '../../files/format.ts';
import type {Language} from '../../kernel/errors.ts';
import type {CallerScope} from '../../kernel/scope.ts';
import type {JobStore} from '../job-ports.ts';
import type {JobStatus, ReportJob} from '../report-job.ts';

const pieceBytes = 262_144;
const deadMs = 3_600_000;

/** Reports that take long, in PostgreSQL, within one transaction. */
export const createJobStore = (trx: Knex): JobStore => ({
	...createJobReader(trx),
	...createJobEndings(trx),
	async insert(job) {
		await trx('report_jobs').insert({
			id: job.id,
			owner_id: job.ownerId,
			owner: job.owner,
			report: job.report,
			query: JSON.stringify(job.query),
			format: job.format,
			language: job.language,
			asked_at: job.askedAt,
			expires_at: job.expiresAt,
		});
		await enqueue(trx, reportQueue, job.id);
	},
	async take(id, at) {
		const rows: JobRow[] = await trx('report_jobs')
			.where({id})
			.whereIn('status', ['waiting', 'running'])
			.update({
				status: 'running',
				progress: 5,
				started_at: at,
				attempts: trx.raw('attempts + 1'),
			})
			.returning('*');
		return rows[0] && toJob(rows[0]);
	},
	async setProgress({id, attempts}, progress) {
		const count = await trx('report_jobs')
			.where({id, attempts, status: 'running'})
			.update({progress});
		return count === 1;
	},
	async finish({id, attempts}, {file, bytes, scope, at}) {
		const count = await trx('report_jobs')
			.where({id, attempts, status: 'running'})
			.update({
				status: 'done',
				progress: 100,
				ended_at: at,
				scope: JSON.stringify(scope),
				file_name: file.name,
				media_type: file.mediaType,
				size: file.size,
				digest: Buffer.from(file.digest, 'hex'),
			});
		if (count === 0) return false;
		for (let number = 0; number * pieceBytes < bytes.length; number += 1) {
			const piece = bytes.subarray(number * pieceBytes, (number + 1) * pieceBytes);
			await trx('report_job_pieces').insert({job_id: id, number, bytes: piece});
		}
		return true;
	},
});

const createJobEndings = (trx: Knex): Pick<JobStore, 'end' | 'expire'> => ({
	async end(id, {status, failure, at}) {
		const count = await trx('report_jobs')
			.where({id})
			.whereIn('status', ['waiting', 'running'])
			.update({status, failure: failure ?? null, ended_at: at});
		return count === 1;
	},
	async expire(before) {
		// Its last worker died: nobody takes it again.
		await trx('report_jobs')
			.where({status: 'running'})
			.where('attempts', '>=', attemptsMax)
			.where('started_at', '<=', new Date(before.getTime() - deadMs))
			.update({status: 'failed', failure: 'server/fault', ended_at: before});
		const rows: {id: string}[] = await trx('report_jobs')
			.whereIn('status', ['waiting', 'running', 'done'])
			.where('expires_at', '<=', before)
			.update({status: 'expired', ended_at: before})
			.returning('id');
		await trx('report_job_pieces')
			.whereIn(
				'job_id',
				rows.map(({id}) => id),
			)
			.delete();
		return rows.length;
	},
});

const createJobReader = (trx: Knex): Pick<JobStore, 'find' | 'list' | 'countOpen' | 'bytes'> => ({
	async find(id) {
		const row: JobRow | undefined = await trx('report_jobs').where({id}).first();
		return row && toJob(row);
	},
	async list(ownerId, {before, limit}) {
		const rows: JobRow[] = await trx('report_jobs')
			.where({owner_id: ownerId})
			.modify((query) => {
				if (before !== undefined) void query.where('id', '<', before);
			})
			.orderBy('id', 'desc')
			.limit(limit);
		return rows.map(toJob);
	},
	async countOpen(ownerId) {
		const [row] = await trx('report_jobs')
			.where({owner_id: ownerId})
			.whereIn('status', ['waiting', 'running'])
			.count<{count: number}[]>('* as count');
		return row!.count;
	},
	async bytes(id) {
		const rows: {bytes: Buffer}[] = await trx('report_job_pieces')
			.where({job_id: id})
			.orderBy('number')
			.select('bytes');
		return Buffer.concat(rows.map(({bytes}) => bytes));
	},
});

type JobRow = {
	id: string;
	owner_id: string;
	owner: string;
	report: string;
	query: Record<string, string>;
	format: Format;
	language: Language;
	asked_at: Date;
	expires_at: Date;
	status: JobStatus;
	progress: number;
	attempts: number;
	ended_at: Date | null;
	failure: string | null;
	scope: CallerScope | null;
	file_name: string | null;
	media_type: string | null;
	size: number | null;
	digest: Buffer | null;
};

const toJob = (row: JobRow): ReportJob => ({
	id: row.id,
	ownerId: row.owner_id,
	owner: row.owner,
	report: row.report,
	query: row.query,
	format: row.format,
	language: row.language,
	askedAt: row.asked_at,
	expiresAt: row.expires_at,
	status: row.status,
	progress: row.progress,
	attempts: row.attempts,
	...(row.ended_at === null ? {} : {endedAt: row.ended_at}),
	...(row.failure === null ? {} : {failure: row.failure}),
	...(row.scope === null ? {} : {scope: row.scope}),
	...(row.file_name === null
		? {}
		: {
				file: {
					name: row.file_name,
					mediaType: row.media_type!,
					size: row.size!,
					digest: row.digest!.toString('hex'),
				},
			}),
});
