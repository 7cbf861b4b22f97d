import {type Outcome, type RecurringChore, recordTurn} from '../chores/index.ts';
import type {Service} from '../compose.ts';
import {takeCheckpoint} from '../evidence/index.ts';
import type {Logger} from '../http/log.ts';
import {forgetImports} from '../imports/index.ts';
import type {Clock} from '../kernel/clock.ts';
import {DomainError} from '../kernel/errors.ts';
import {expireJobs} from '../reporting/index.ts';
import {bySelf} from './chore-actor.ts';
import {startChore} from './chore.ts';
import {escalateAll} from './findings-chores.ts';
import {type ChoreObserver, faultOf} from './night.ts';

type InTransaction = Pick<Service, 'inTransaction'>;

export type Recurring = {
	readonly name: RecurringChore;
	/** Zero is never. */
	readonly everyMinutes: number;
	/** What came of a turn; undefined where there was nothing to do. */
	readonly run: () => Promise<Outcome | undefined>;
};

/** What the service does again and again. */
export const createRecurringChores = (
	service: InTransaction,
	{checkpointMinutes}: {readonly checkpointMinutes: number},
): readonly Recurring[] => [
	{name: 'checkpoints', everyMinutes: checkpointMinutes, run: createCheckpoints(service)},
	{
		// Soon after midnight, and whenever the service comes back.
		name: 'findings-escalated',
		everyMinutes: 60,
		run: async () => {
			const escalated = await escalateAll(service);
			return escalated.steps === 0 ? undefined : escalated;
		},
	},
	{name: 'reports-expired', everyMinutes: 60, run: counted(service, expireJobs)},
	{name: 'imports-forgotten', everyMinutes: 60, run: counted(service, forgetImports)},
];

const counted =
	(
		{inTransaction}: InTransaction,
		verb: (work: Parameters<Parameters<Service['inTransaction']>[1]>[0]) => Promise<number>,
	) =>
	async (): Promise<Outcome | undefined> => {
		const count = await inTransaction(bySelf, verb);
		return count === 0 ? undefined : {count};
	};

/** Takes a checkpoint where anything is new since the last one. */
function createCheckpoints({inTransaction}: InTransaction): Recurring['run'] {
	let last = 0;
	return async () => {
		try {
			const {sequence, logSize} = await inTransaction(bySelf, takeCheckpoint);
			const isNew = sequence > last;
			last = sequence;
			return isNew ? {sequence, logSize} : undefined;
		} catch (error) {
			const isIdle = error instanceof DomainError && error.code === 'evidence/nothing-recorded';
			if (isIdle) return undefined;
			throw error;
		}
	};
}

export type RecurringOptions = {
	readonly service: InTransaction;
	readonly log: Logger;
	readonly clock: Clock;
	readonly observe?: ChoreObserver;
};

/** One turn of a recurring chore, written down with those of its day; what fails is thrown on. */
export async function takeTurn(
	{name, everyMinutes, run}: Recurring,
	{service, clock, observe}: RecurringOptions,
): Promise<Outcome | undefined> {
	const startedAt = clock.now();
	const start = performance.now();
	const write = async (outcome: Outcome, fault?: string): Promise<void> => {
		const at = clock.now();
		const nextAt = new Date(at.getTime() + everyMinutes * 60_000);
		const turn = {startedAt, at, nextAt, outcome, ...(fault === undefined ? {} : {fault})};
		await service.inTransaction(bySelf, async (work) => recordTurn(work, name, turn));
		const seconds = (performance.now() - start) / 1000;
		observe?.(name, fault === undefined ? 'done' : 'failed', seconds);
	};
	let outcome: Outcome | undefined;
	try {
		outcome = await run();
	} catch (error) {
		await write({}, faultOf(error));
		throw error;
	}
	await write(outcome ?? {});
	return outcome;
}

export const startRecurring = (chore: Recurring, options: RecurringOptions) =>
	startChore({
		name: chore.name,
		everyMinutes: chore.everyMinutes,
		log: options.log,
		run: async () => takeTurn(chore, options),
	});
