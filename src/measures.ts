import type {Knex} from 'knex';
import {Gauge, type Registry} from 'prom-client';
import {type ChoreStanding, readChores} from './chores/index.ts';
import {type QueueLag, readQueueLags} from './db/job-queue.ts';
import {readDiskSpace} from './disk-space.ts';
import {stranger} from './kernel/actor.ts';
import type {Clock} from './kernel/clock.ts';
import {everywhere} from './kernel/scope.ts';
import type {Watched} from './readiness.ts';

export type MeasureOptions = {
	readonly service: Watched;
	readonly knex: Knex;
	readonly clock: Clock;
	/** Where the database of our own, and the keys, lie. */
	readonly dataDirectory: string;
};

/** What the database says of itself at one moment; undefined where it cannot be asked. */
type Seen = {
	readonly chores: readonly ChoreStanding[];
	readonly checkpointAt: Date | undefined;
	readonly queues: readonly QueueLag[];
};

/** As often is the database asked at most, however often somebody asks us. */
const freshMs = 5000;

/** Adds what is measured when it is asked for: chores, queues of jobs, connections, the disk. */
export function addMeasures(registry: Registry, options: MeasureOptions): void {
	const see = seeing(options);
	addChoreMeasures(registry, see, options.clock);
	addDatabaseMeasures(registry, see, options);
	addDiskMeasures(registry, options.dataDirectory);
}

type See = () => Promise<Seen | undefined>;

function seeing({service, knex}: MeasureOptions): See {
	let [last, at]: [Promise<Seen | undefined> | undefined, number] = [undefined, 0];
	const ask = async (): Promise<Seen | undefined> => {
		try {
			const settings = {scope: everywhere, actor: stranger, isReadOnly: true};
			const seen = await service.inTransaction(settings, async (work) => ({
				chores: await readChores(work),
				checkpointAt: (await work.evidence.newestCheckpoint())?.takenAt,
			}));
			return {...seen, queues: await readQueueLags(knex)};
		} catch {
			// That it cannot be asked is what `bergulir_database_up` says.
			return undefined;
		}
	};
	return async () => {
		const now = performance.now();
		if (last === undefined || now - at > freshMs) [last, at] = [ask(), now];
		return last;
	};
}

const secondsBetween = (from: Date, to: Date): number =>
	Math.max(0, (to.getTime() - from.getTime()) / 1000);

function addChoreMeasures(registry: Registry, see: See, clock: Clock): void {
	const registers = [registry];
	const add = (
		name: string,
		help: string,
		valueOf: (standing: ChoreStanding) => number | undefined,
	) =>
		new Gauge({
			name,
			help,
			labelNames: ['chore'],
			registers,
			async collect() {
				this.reset();
				for (const standing of (await see())?.chores ?? []) {
					const value = valueOf(standing);
					if (value !== undefined) this.set({chore: standing.name}, value);
				}
			},
		});
	const ageOf = ({lastSuccessAt}: ChoreStanding): number | undefined =>
		lastSuccessAt && secondsBetween(lastSuccessAt, clock.now());
	add(
		'bergulir_chore_success_age_seconds',
		'Seconds since a chore last ended well, in whichever process.',
		ageOf,
	);
	add(
		'bergulir_chore_behind_days',
		'Days that are over and that a nightly chore was not done for.',
		({daysBehind}) => daysBehind,
	);
	const addVerification = (
		name: string,
		help: string,
		valueOf: (standing: ChoreStanding) => number | undefined,
	) =>
		new Gauge({
			name,
			help,
			registers,
			async collect() {
				this.reset();
				const standing = (await see())?.chores.find((one) => one.name === 'verification');
				this.set((standing && valueOf(standing)) ?? Number.NaN);
			},
		});
	addVerification(
		'bergulir_verification_age_seconds',
		'Seconds since every law of every book was last verified; NaN where it never was.',
		ageOf,
	);
	addVerification(
		'bergulir_verification_breaches',
		'Laws that the last verification found broken; NaN where there was none.',
		breachesOf,
	);
	new Gauge({
		name: 'bergulir_checkpoint_age_seconds',
		help: 'Seconds since the newest checkpoint was signed; NaN where there is none.',
		registers,
		async collect() {
			const at = (await see())?.checkpointAt;
			this.set(at === undefined ? Number.NaN : secondsBetween(at, clock.now()));
		},
	});
}

function breachesOf({lastRun}: ChoreStanding): number | undefined {
	const breaches = lastRun?.outcome.breaches;
	if (typeof breaches !== 'object' || breaches === null) return undefined;
	const counts = Object.values(breaches).filter((count) => typeof count === 'number');
	return counts.reduce((sum, count) => sum + count, 0);
}

type Pool = {
	readonly numUsed: () => number;
	readonly numFree: () => number;
	readonly numPendingAcquires: () => number;
};

function addDatabaseMeasures(registry: Registry, see: See, {knex}: MeasureOptions): void {
	const registers = [registry];
	const {pool} = knex.client as {readonly pool: Pool};
	new Gauge({
		name: 'bergulir_database_up',
		help: '1 where the database answers this process, 0 where it does not.',
		registers,
		async collect() {
			this.set((await see()) === undefined ? 0 : 1);
		},
	});
	new Gauge({
		name: 'bergulir_database_pool_connections',
		help: 'Connections of this process to the database, by whether they are used.',
		labelNames: ['state'],
		registers,
		collect() {
			this.set({state: 'used'}, pool.numUsed());
			this.set({state: 'free'}, pool.numFree());
		},
	});
	new Gauge({
		name: 'bergulir_database_pool_waiting_requests',
		help: 'Who waits in this process for a connection to the database.',
		registers,
		collect() {
			this.set(pool.numPendingAcquires());
		},
	});
	const addQueue = (name: string, help: string, valueOf: (lag: QueueLag) => number) =>
		new Gauge({
			name,
			help,
			labelNames: ['queue'],
			registers,
			async collect() {
				this.reset();
				for (const lag of (await see())?.queues ?? []) this.set({queue: lag.queue}, valueOf(lag));
			},
		});
	addQueue(
		'bergulir_job_queue_waiting_jobs',
		'Jobs that nobody has begun, or that wait to be tried again.',
		({waiting}) => waiting,
	);
	addQueue(
		'bergulir_job_queue_lag_seconds',
		'Seconds for which the oldest job has waited; 0 where none waits.',
		({lagSeconds}) => lagSeconds,
	);
}

function addDiskMeasures(registry: Registry, dataDirectory: string): void {
	const add = (name: string, help: string, part: 'freeBytes' | 'sizeBytes') =>
		new Gauge({
			name,
			help,
			registers: [registry],
			async collect() {
				const space = await readDiskSpace(dataDirectory).catch(() => undefined);
				this.set(space?.[part] ?? Number.NaN);
			},
		});
	add('bergulir_data_disk_free_bytes', 'What is free on the disk of the data.', 'freeBytes');
	add('bergulir_data_disk_size_bytes', 'How large the disk of the data is.', 'sizeBytes');
}
