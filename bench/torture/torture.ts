// Kills what can be killed while many write, again and again, and then looks whether anything that
// was acknowledged is missing, and whether anything is half there.
import {chmod, mkdtemp, rm} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {type Inquest, inquire} from './inquest.ts';
import {openTown} from './town.ts';
import {type Victim, createVictim} from './victim.ts';
import {type Logbook, replaySome, startWriters} from './writers.ts';

export const targets = ['service', 'postgres', 'both'] as const;
export type Target = (typeof targets)[number];

export type TortureOptions = {
	readonly kills: number;
	readonly target: Target;
	/** How long the writers are left at work between two kills at most, once they are at it. */
	readonly secondsBetween: number;
	readonly say: (line: string) => void;
};

export type TortureResult = {
	readonly kills: number;
	readonly acknowledged: number;
} & Inquest & {
		/** Answers that were neither success nor 503. */
		readonly unexpected: readonly string[];
	};

const replays = 200;
const busyMin = 100;
const busyMsMax = 60_000;

/** Runs the whole in a data directory of its own, which is removed in the end. */
export async function torture(options: TortureOptions): Promise<TortureResult> {
	const directory = await mkdtemp(path.join(os.tmpdir(), 'bergulir-torture-'));
	await chmod(directory, 0o755);
	let victim: Victim | undefined;
	try {
		const town = await openTown(directory);
		victim = await createVictim(directory);
		await victim.start();
		const writers = startWriters(town, victim);
		for (let kill = 1; kill <= options.kills; kill += 1) {
			await untilAcknowledged(writers.logbook, busyMin);
			await sleep(1000 * options.secondsBetween * Math.random());
			const {acknowledged, turnedAway, broken} = writers.logbook;
			const how = await strike(victim, options.target, kill);
			options.say(
				`kill ${kill} (${how}): ${acknowledged.length} acknowledged, ` +
					`${turnedAway} turned away, ${broken} broken off so far`,
			);
		}
		await untilAcknowledged(writers.logbook, busyMin);
		await writers.stop();
		const {logbook} = writers;
		const different = await replaySome(victim, logbook.acknowledged, replays);
		if (different > 0) options.say(`${different} replays were not the first answer.`);
		await victim.stop();
		victim = undefined;
		for (const answer of logbook.unexpected.slice(0, 20)) options.say(answer);
		const inquest = await inquire(directory, logbook, options.say);
		return {
			kills: options.kills,
			acknowledged: logbook.acknowledged.length,
			...inquest,
			duplicated: inquest.duplicated + different,
			unexpected: logbook.unexpected,
		};
	} finally {
		await victim?.cutPower().catch(() => undefined);
		await rm(directory, {recursive: true, force: true});
	}
}

/** Waits until everybody is at it again, so that what is killed is killed in the middle. */
async function untilAcknowledged({acknowledged}: Logbook, more: number): Promise<void> {
	const wanted = acknowledged.length + more;
	const deadline = Date.now() + busyMsMax;
	while (acknowledged.length < wanted) {
		if (Date.now() > deadline) throw new Error('Nobody is given an answer any more.');
		await sleep(20);
	}
}

/** Kills what is due and has the service answer again; says what it was. */
async function strike(victim: Victim, target: Target, kill: number): Promise<string> {
	const isPostgres = target === 'postgres' || (target === 'both' && kill % 2 === 0);
	if (!isPostgres) {
		await victim.killService();
		await victim.start();
		return 'service';
	}
	// In turn: a crash that PostgreSQL recovers from by itself, and the loss of the whole machine.
	const isCrash = Math.ceil(kill / (target === 'both' ? 2 : 1)) % 2 === 1;
	if (isCrash) {
		await victim.crashPostgres();
		await sleep(200);
		await victim.ready();
		return 'a session of PostgreSQL';
	}
	await victim.cutPower();
	await victim.start();
	return 'PostgreSQL and service';
}

/** Whether nothing went wrong. */
export const isClean = (result: TortureResult): boolean =>
	result.lost === 0 &&
	result.duplicated === 0 &&
	result.half === 0 &&
	result.gaps === 0 &&
	result.chainOk &&
	result.unexpected.length === 0;
