import {createHash} from 'node:crypto';
import {refuse} from './errors.ts';

/** How often a sign-in was tried without success, and when last. */
export type Attempts = {readonly count: number; readonly lastAt: Date};

const attemptsFree = 10;
const delaySecondsMax = 300;
const forgottenAfterHours = 24;

/** The seconds to wait after so many attempts without success: 1, 2, 4 … 300 from the tenth on. */
export const delaySeconds = (count: number): number =>
	count < attemptsFree ? 0 : Math.min(delaySecondsMax, 2 ** (count - attemptsFree));

/**
 * Counts one more attempt, or refuses it because the last was too short a time ago. An attempt is
 * counted before its password is looked at, so that many at once do not slip through together; a
 * success forgets them all. Nobody is locked out for good, or anyone could lock out anyone.
 * @throws DomainError `identity/too-many-attempts`.
 */
export function decideAttempt(before: Attempts | undefined, now: Date): Attempts {
	if (before === undefined) return {count: 1, lastAt: now};
	const passedSeconds = (now.getTime() - before.lastAt.getTime()) / 1000;
	const leftSeconds = Math.ceil(delaySeconds(before.count) - passedSeconds);
	if (leftSeconds > 0) throw refuse('identity/too-many-attempts', {seconds: String(leftSeconds)});
	const isForgotten = passedSeconds >= forgottenAfterHours * 60 * 60;
	return {count: isForgotten ? 1 : before.count + 1, lastAt: now};
}

/**
 * The counter of a name, one of 65,536. Names that do not exist are counted like those that do, so
 * that a delay tells nothing of who exists; sharing counters keeps invented names from filling the
 * table.
 */
export const counterOf = (name: string): number =>
	createHash('sha256').update(name).digest().readUInt16BE(0);
