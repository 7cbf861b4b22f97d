import type {Knex} from 'knex';
import {
	type ChoreRun,
	type NightlyChore,
	type Outcome,
	beginRun,
	daysToRun,
} from '../chores/index.ts';
import type {Service} from '../compose.ts';
import {alone} from '../db/alone.ts';
import type {Logger} from '../http/log.ts';
import {assert} from '../kernel/assert.ts';
import type {Clock} from '../kernel/clock.ts';
import {DomainError} from '../kernel/errors.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import {bySelf} from './chore-actor.ts';

/** One day of one chore, for whoever does it. */
export type NightRun = {
	/** The day that is over. */
	readonly day: LocalDate;
	/** How far a run came that was cut off; undefined for one from the beginning. */
	readonly place: string | undefined;
	/** What that run had found by then. */
	readonly sofar: Outcome;
	/** Notes how far it has come, so that it goes on from there. @throws {@link CutOff}. */
	readonly note: (place: string, outcome: Outcome) => Promise<void>;
};

export type NightChore = {
	readonly name: NightlyChore;
	readonly run: (run: NightRun) => Promise<Outcome>;
};

export type ChoreObserver = (chore: string, state: 'done' | 'failed', seconds: number) => void;

export type NightOptions = {
	readonly service: Pick<Service, 'inTransaction'>;
	/** As the service: holds the turn. */
	readonly knex: Knex;
	readonly chores: readonly NightChore[];
	readonly log: Logger;
	readonly clock: Clock;
	readonly observe?: ChoreObserver;
	readonly stopping?: AbortSignal;
};

/** The service stops: what was begun stays as far as it is, and goes on when it starts again. */
export class CutOff extends Error {}

/** A number of our own: of all processes over one database one does the night. */
const nightLock = 7_121_772;

/** How many days of how many chores were done, and how many failed. */
export type NightTurn = {readonly done: number; readonly failed: number};

/**
 * Does what is due of every nightly chore: chore by chore, and of each the oldest day first. Of one
 * that fails the later days wait, the other chores do not. Undefined where another process does it.
 */
export const runNight = async (options: NightOptions): Promise<NightTurn | undefined> =>
	alone(options.knex, nightLock, async () => {
		const turn = {done: 0, failed: 0};
		for (const chore of options.chores) {
			const days = await options.service.inTransaction(
				{...bySelf, isReadOnly: true},
				async (work) => daysToRun(work, chore.name),
			);
			for (const day of days) {
				if (options.stopping?.aborted) return turn;
				const became = await runDay(chore, day, options);
				if (became === 'cut-off') return turn;
				if (became === 'waits') break;
				turn[became] += 1;
				if (became === 'failed') break;
			}
		}
		return turn;
	});

async function runDay(
	chore: NightChore,
	day: LocalDate,
	{service: {inTransaction}, log, clock, observe, stopping}: NightOptions,
): Promise<'done' | 'failed' | 'waits' | 'cut-off'> {
	const run = await inTransaction(bySelf, async (work) => beginRun(work, chore.name, day));
	if (!run) return 'waits';
	const start = performance.now();
	let sofar = run.outcome;
	const end = async (outcome: Outcome, fault?: string): Promise<void> => {
		const ended = {at: clock.now(), outcome, ...(fault === undefined ? {} : {fault})};
		const isMine = await inTransaction(bySelf, async ({chores}) => chores.end(run, ended));
		assert(isMine, `${chore.name} for ${day} was not ended by anybody else.`);
		const seconds = (performance.now() - start) / 1000;
		observe?.(chore.name, fault === undefined ? 'done' : 'failed', seconds);
	};
	try {
		const outcome = await chore.run({
			day,
			place: run.place,
			sofar: run.outcome,
			note: async (place, outcomeSofar) => {
				if (stopping?.aborted) throw new CutOff('The service stops.');
				sofar = outcomeSofar;
				await noteOrStop(inTransaction, run, place, sofar);
			},
		});
		await end(outcome);
		log.info({chore: chore.name, day, outcome}, 'chore done');
		return 'done';
	} catch (error) {
		if (error instanceof CutOff) return 'cut-off';
		log.error({chore: chore.name, day, err: error}, 'chore failed');
		await end(sofar, faultOf(error));
		return 'failed';
	}
}

async function noteOrStop(
	inTransaction: Service['inTransaction'],
	run: ChoreRun,
	place: string,
	outcome: Outcome,
): Promise<void> {
	const isMine = await inTransaction(bySelf, async ({chores}) => chores.note(run, place, outcome));
	if (!isMine) throw new CutOff('Another process has taken it up.');
}

/** By what it failed, for a list that others read: a code, never the text of an error. */
export const faultOf = (error: unknown): string => {
	if (error instanceof DomainError) return error.code;
	return error instanceof Error ? error.constructor.name : 'unknown';
};
