import type {Knex} from 'knex';
import {type ChoreWork, readChores} from './chores/index.ts';
import {readQueueLags} from './db/job-queue.ts';
import {readProgramMigrations} from './db/migrate.ts';
import {readDiskSpace} from './disk-space.ts';
import type {Clock} from './kernel/clock.ts';
import type {EvidenceWork} from './evidence/index.ts';
import {type Actor, stranger} from './kernel/actor.ts';
import {type CallerScope, everywhere} from './kernel/scope.ts';

/** What of the service is watched. */
export type Watched = {
	readonly inTransaction: <T>(
		settings: {readonly scope: CallerScope; readonly actor: Actor; readonly isReadOnly: boolean},
		run: (work: ChoreWork & EvidenceWork) => Promise<T>,
	) => Promise<T>;
};

/**
 * Something that the service needs, or that is good to know of it. Who adds a need adds a check to
 * the list of `createChecks`, or gives one to `compose`.
 */
export type ReadinessCheck = {
	readonly name: string;
	/** Without it the service cannot do its work; else it is told and nothing more. */
	readonly isNeeded: boolean;
	/** How it stands, in a sentence without addresses, names or secrets: everybody reads it. */
	readonly run: () => Promise<CheckOutcome>;
};

export type CheckOutcome = {readonly isGood: boolean; readonly told: string};

export type Checked = CheckOutcome & {readonly name: string; readonly isNeeded: boolean};

/** Who asks wants to hear soon; what does not answer by then is not good. */
const waitMsMax = 2000;

/** Asks everything at once, and waits for nobody longer than is bearable. */
export const runChecks = async (
	checks: readonly ReadinessCheck[],
	waitMs = waitMsMax,
): Promise<Checked[]> =>
	Promise.all(
		checks.map(async ({name, isNeeded, run}) => {
			let timer: NodeJS.Timeout | undefined;
			const tooLong = new Promise<CheckOutcome>((resolve) => {
				timer = setTimeout(() => {
					resolve({isGood: false, told: `does not answer within ${waitMs / 1000} s`});
				}, waitMs);
			});
			const failed = (): CheckOutcome => ({isGood: false, told: 'cannot be checked'});
			const outcome = await Promise.race([run().catch(failed), tooLong]);
			clearTimeout(timer);
			return {name, isNeeded, ...outcome};
		}),
	);

export type CheckOptions = {
	readonly service: Watched;
	readonly knex: Knex;
	readonly clock: Clock;
	readonly dataDirectory: string;
	/** Below so much free disk the service does not take on work. */
	readonly diskFreeBytesMin: number;
};

export const createChecks = (options: CheckOptions): readonly ReadinessCheck[] => [
	{name: 'database', isNeeded: true, run: async () => checkDatabase(options)},
	{name: 'migrations', isNeeded: true, run: async () => checkMigrations(options)},
	{name: 'disk', isNeeded: true, run: async () => checkDisk(options)},
	{name: 'jobs', isNeeded: false, run: async () => checkJobs(options)},
	{name: 'chores', isNeeded: false, run: async () => checkChores(options)},
	{name: 'verification', isNeeded: false, run: async () => checkVerification(options)},
];

async function checkDatabase({knex}: CheckOptions): Promise<CheckOutcome> {
	try {
		await knex.raw('select 1');
		return {isGood: true, told: 'answers'};
	} catch {
		return {isGood: false, told: 'cannot be reached'};
	}
}

async function checkMigrations({knex}: CheckOptions): Promise<CheckOutcome> {
	const wanted = await readProgramMigrations();
	const rows: {name: string}[] = await knex('migrations').select('name');
	const applied = new Set(rows.map(({name}) => name));
	const missing = wanted.filter((name) => !applied.has(name));
	const unknown = [...applied].filter((name) => !wanted.includes(name));
	if (missing.length > 0) {
		return {isGood: false, told: `the database lacks ${missing.join(', ')}`};
	}
	if (unknown.length > 0) {
		return {isGood: false, told: `the database is newer: it holds ${unknown.join(', ')}`};
	}
	return {isGood: true, told: `${wanted.length} as the program has them`};
}

async function checkDisk({dataDirectory, diskFreeBytesMin}: CheckOptions): Promise<CheckOutcome> {
	const {freeBytes} = await readDiskSpace(dataDirectory);
	const told = `${toMegabytes(freeBytes)} MB free`;
	return freeBytes >= diskFreeBytesMin
		? {isGood: true, told}
		: {isGood: false, told: `${told}; ${toMegabytes(diskFreeBytesMin)} MB are needed`};
}

const toMegabytes = (bytes: number): number => Math.floor(bytes / 1_000_000);

/** Reports and imports that nobody works on for a quarter of an hour. */
const jobLagSecondsMax = 900;

async function checkJobs({knex}: CheckOptions): Promise<CheckOutcome> {
	const lags = (await readQueueLags(knex)).filter(({waiting}) => waiting > 0);
	if (lags.length === 0) return {isGood: true, told: 'none waits'};
	const told = lags.map(
		({queue, waiting, lagSeconds}) =>
			`${queue}: ${waiting} wait, the oldest for ${Math.floor(lagSeconds)} s`,
	);
	const isGood = lags.every(({lagSeconds}) => lagSeconds < jobLagSecondsMax);
	return {isGood, told: told.join('; ')};
}

const standings = async ({service}: CheckOptions) =>
	service.inTransaction({scope: everywhere, actor: stranger, isReadOnly: true}, readChores);

async function checkChores(options: CheckOptions): Promise<CheckOutcome> {
	const late = (await standings(options)).filter(
		({daysBehind, lastRun}) => daysBehind > 1 || lastRun?.state === 'failed',
	);
	if (late.length === 0) return {isGood: true, told: 'none is behind'};
	const told = late.map(({name, daysBehind}) => `${name}: ${daysBehind} days behind`);
	return {isGood: false, told: told.join(', ')};
}

async function checkVerification(options: CheckOptions): Promise<CheckOutcome> {
	const found = (await standings(options)).find(({name}) => name === 'verification');
	if (found?.lastSuccessAt === undefined) {
		return {isGood: true, told: 'none yet; it is done each night'};
	}
	const breaches = Object.keys((found.lastRun?.outcome.breaches as object | undefined) ?? {});
	const hours = (options.clock.now().getTime() - found.lastSuccessAt.getTime()) / 3_600_000;
	const told = `${Math.floor(hours)} hours ago`;
	if (breaches.length > 0) return {isGood: false, told: `${told}: ${breaches.join(', ')}`};
	return {isGood: hours < 48, told};
}
