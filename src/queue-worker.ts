import {setTimeout as sleep} from 'node:timers/promises';
import type {Knex} from 'knex';
import type PgBoss from 'pg-boss';
import {createJobQueue} from './db/job-queue.ts';
import type {Logger} from './http/log.ts';

export type QueueWorkerOptions = {
	readonly knex: Knex;
	readonly log: Logger;
	/** How long it waits before it looks for work again. */
	readonly pollMs?: number;
	/** How often it is looked whether another worker has died. */
	readonly maintenanceSeconds?: number;
};

/** What is done for each job of a queue; where it throws, the job is tried again. */
type Task = {
	readonly queue: string;
	readonly run: (id: string) => Promise<void>;
};

export type QueueWorker = {readonly stop: () => Promise<void>};

/**
 * Does the jobs of a queue, one at a time, for as long as the service runs. What a worker that died
 * had begun, another takes again.
 */
export async function startQueueWorker(
	task: Task,
	options: QueueWorkerOptions,
): Promise<QueueWorker> {
	const {knex, log, pollMs = 1000, maintenanceSeconds = 60} = options;
	const boss = createJobQueue(knex, {
		maintenanceSeconds,
		onError: (err) => {
			log.error({err, queue: task.queue}, 'job queue');
		},
	});
	await boss.start();
	const stopping = new AbortController();
	const working = work(boss, task, {log, pollMs}, stopping.signal);
	return {
		stop: async () => {
			stopping.abort();
			await working;
			await boss.stop({graceful: false});
		},
	};
}

async function work(
	boss: PgBoss,
	task: Task,
	{log, pollMs}: {readonly log: Logger; readonly pollMs: number},
	stopping: AbortSignal,
): Promise<void> {
	const {queue} = task;
	while (!stopping.aborted) {
		try {
			const [job] = await boss.fetch<{id: string}>(queue);
			if (job) {
				await settle(boss, task, {job: job.id, id: job.data.id}, log);
				continue;
			}
		} catch (err) {
			log.error({err, queue}, 'job queue');
		}
		await sleep(pollMs, undefined, {signal: stopping}).catch(() => undefined);
	}
}

async function settle(
	boss: PgBoss,
	{queue, run}: Task,
	{job, id}: {readonly job: string; readonly id: string},
	log: Logger,
): Promise<void> {
	try {
		await run(id);
	} catch (err) {
		log.error({err, queue, job: id}, 'job failed');
		await boss.fail(queue, job);
		return;
	}
	await boss.complete(queue, job);
}
