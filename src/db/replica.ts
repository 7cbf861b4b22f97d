import {setTimeout as sleep} from 'node:timers/promises';
import type {Knex} from 'knex';
import type {Clock} from '../kernel/clock.ts';
import type {PrimaryReason, ReadFrom, ReadNeed} from '../kernel/read-from.ts';
import {type Transactor, createTrier} from './transaction.ts';

/** A server that replays what the primary writes, for what is read and may be a little behind. */
export type Replica = {
	/** Runs something in one transaction there; once, for the primary can be asked instead. */
	readonly transact: Transactor;
	/** Who answers a question of a reader; a replica that is nearly there is waited for a little. */
	readonly stand: (need: ReadNeed, reader?: string) => Promise<ReadFrom>;
	/** That somebody's write has ended: what they read from now on holds it. */
	readonly noteWrite: (reader: string) => void;
	/** How it stands now. Looked at every second, the lag can be told to the second. */
	readonly look: () => Promise<ReadFrom>;
};

/** The primary's log at one moment: all that was committed by then lies before the position. */
type Sample = {
	readonly ordinal: number;
	/** Before the primary was asked. */
	readonly at: Date;
	readonly position: bigint;
};

/** Which history of which cluster a server has; another one's positions mean nothing. */
type History = {readonly system: string; readonly timeline: number};

/** How long a replica that is nearly there is waited for: where less will do, and where not. */
const patienceMs = {loose: 200, strict: 1000};
const stepMs = 20;

/**
 * Between the moment that is recorded of an entry and its commit lies no more than the longest
 * attempt of a job that posts (`job-queue.ts`), in milliseconds.
 */
const settledMs = 3_600_000;

/** As many moments are remembered; of more every second one is forgotten. */
const samplesMax = 600;
/** Of more writers those are forgotten whose writes are there. */
const writersMax = 10_000;

/**
 * Watches how far a replica has replayed the primary. Nothing rests on the clocks of the two
 * servers: a moment counts as replayed once the replica has come to where the primary's log was
 * when, after that moment, it was asked.
 */
export function createReplica(options: {
	readonly primary: Knex;
	readonly standby: Knex;
	readonly clock: Clock;
}): Replica {
	const {primary, standby, clock} = options;
	const progress = createProgress();
	let history: History | undefined;

	/** Where the primary's log is; undefined when it cannot be asked. */
	async function sample(): Promise<Sample | undefined> {
		const ordinal = progress.begin();
		const at = clock.now();
		const asked = await askPrimary(primary).catch(() => undefined);
		if (asked === undefined) return undefined;
		const {position, ...now} = asked;
		if (history !== undefined && !isSame(history, now)) progress.forget();
		history = now;
		const taken = {ordinal, at, position};
		progress.add(taken);
		return taken;
	}

	async function stand(need: ReadNeed, reader: string | undefined, waitMs: number) {
		const target = await sample();
		const deadline = performance.now() + waitMs;
		for (;;) {
			const held = await askStandby(standby).catch(() => undefined);
			const because = held === undefined ? 'away' : faultOf(held, history);
			if (held === undefined || because !== undefined) return fromPrimary(because ?? 'away');
			progress.replayed(held.position);
			if (target !== undefined && held.position >= target.position) {
				return fromReplica(target.at, 0, true);
			}
			if (performance.now() >= deadline) return behind(need, reader);
			await sleep(stepMs);
		}
	}

	/** What a replica that has not replayed everything may still answer. */
	function behind(need: ReadNeed, reader: string | undefined): ReadFrom {
		const upTo = progress.upTo();
		if (upTo === undefined || need === 'everything') return fromPrimary('behind');
		const lag = Math.max(0, clock.now().getTime() - upTo.getTime()) / 1000;
		if (need !== 'anything') {
			const isSettled = need.getTime() <= upTo.getTime() - settledMs;
			return isSettled ? fromReplica(upTo, lag, true) : fromPrimary('behind');
		}
		return progress.hasOwn(reader) ? fromReplica(upTo, lag, false) : fromPrimary('behind');
	}

	return {
		transact: createTrier(standby),
		stand: async (need, reader) =>
			stand(need, reader, need === 'anything' ? patienceMs.loose : patienceMs.strict),
		noteWrite: progress.noteWrite,
		look: async () => stand('anything', undefined, 0),
	};
}

const fromPrimary = (because: PrimaryReason): ReadFrom => ({server: 'primary', because});

const fromReplica = (replayedUpTo: Date, lagSeconds: number, isComplete: boolean): ReadFrom => ({
	server: 'replica',
	replayedUpTo,
	lagSeconds,
	isComplete,
});

const isSame = (one: History, other: History): boolean =>
	one.system === other.system && one.timeline === other.timeline;

/** Which moments a replica has come to, and whose writes it has not. */
function createProgress() {
	let begun = 0;
	/** In their order, those that it has not come to yet. */
	let ahead: Sample[] = [];
	let newest: Sample | undefined;
	const writers = new Map<string, number>();
	return {
		begin: () => (begun += 1),
		add(sample: Sample): void {
			if (ahead.length >= samplesMax) ahead = ahead.filter((_, place) => place % 2 === 0);
			ahead.push(sample);
		},
		replayed(position: bigint): void {
			while (ahead[0] !== undefined && ahead[0].position <= position) newest = ahead.shift();
		},
		/** Of another history nothing is known. */
		forget(): void {
			ahead = [];
			newest = undefined;
		},
		/** Up to when all is there. A clock may stand still or go back: the earlier moment counts. */
		upTo(): Date | undefined {
			if (newest === undefined) return undefined;
			const next = Math.min(...ahead.map(({at}) => at.getTime() - 1));
			return new Date(Math.min(newest.at.getTime(), next));
		},
		noteWrite: (reader: string): void => {
			if (writers.size >= writersMax) {
				for (const [one, written] of writers) {
					if (newest !== undefined && newest.ordinal > written) writers.delete(one);
				}
			}
			writers.set(reader, begun);
		},
		/** Whether all that a reader wrote is there: a sample that was begun after it was come to. */
		hasOwn(reader: string | undefined): boolean {
			const written = reader === undefined ? undefined : writers.get(reader);
			if (reader === undefined || written === undefined) return true;
			if (newest === undefined || newest.ordinal <= written) return false;
			writers.delete(reader);
			return true;
		},
	};
}

type Held = History & {
	readonly position: bigint;
	readonly isReplaying: boolean;
	readonly isUnbounded: boolean;
};

/** Why what is beside the primary is no replica to read from; undefined when it is one. */
function faultOf(held: Held, history: History | undefined): PrimaryReason | undefined {
	// Whoever was promoted, or never followed, goes its own way.
	if (!held.isReplaying) return 'other-history';
	if (history !== undefined && !isSame(held, history)) return 'other-history';
	return held.isUnbounded ? 'rights' : undefined;
}

// Flushed, for what nobody was told of yet need not be there. All of it is told to everybody.
async function askPrimary(knex: Knex): Promise<History & {readonly position: bigint}> {
	const {rows} = await knex.raw<{rows: PrimaryRow[]}>(
		`select (pg_current_wal_flush_lsn() - '0/0')::text as position,
			left(pg_walfile_name(pg_current_wal_flush_lsn()), 8) as timeline,
			(select system_identifier::text from pg_control_system()) as system`,
	);
	const {position, timeline, system} = rows[0]!;
	return {position: BigInt(position), timeline: Number.parseInt(timeline, 16), system};
}

type PrimaryRow = {position: string; timeline: string; system: string};

// Asked before a snapshot is taken, which then holds no less. Its timeline is told as of its last
// restart point: after a failover it is not read from until it has one of the new history.
async function askStandby(knex: Knex): Promise<Held> {
	const {rows} = await knex.raw<{rows: StandbyRow[]}>(
		`select pg_is_in_recovery() as replaying,
			(coalesce(pg_last_wal_replay_lsn(), '0/0') - '0/0')::text as position,
			(select timeline_id from pg_control_checkpoint()) as timeline,
			(select system_identifier::text from pg_control_system()) as system,
			coalesce((select rolsuper or rolbypassrls
				or pg_has_role(rolname, books.relowner, 'usage')
				from pg_roles, pg_class books
				where rolname = current_user and books.oid = to_regclass('public.books')), true)
				as unbounded`,
	);
	const {replaying, position, timeline, system, unbounded} = rows[0]!;
	return {
		isReplaying: replaying,
		position: BigInt(position),
		timeline,
		system,
		isUnbounded: unbounded,
	};
}

type StandbyRow = {
	replaying: boolean;
	position: string;
	timeline: number;
	system: string;
	unbounded: boolean;
};
