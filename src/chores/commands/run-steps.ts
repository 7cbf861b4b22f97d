import type {LocalDate} from '../../kernel/local-date.ts';
import {type ChoreRun, type NightlyChore, type RecurringChore, catchUps} from '../chore.ts';
import {dueDays, mayBeTakenUp} from '../due.ts';
import type {ChoreWork, Turn} from '../ports.ts';

/** The days that a nightly chore is to be done for now, the oldest first. */
export async function daysToRun(work: ChoreWork, chore: NightlyChore): Promise<LocalDate[]> {
	return dueDays(catchUps[chore], await work.chores.standing(chore), work.today());
}

/**
 * Begins the run of a day, or takes up one that was cut off; undefined where it is done, or failed
 * too short a while ago to be tried again.
 */
export async function beginRun(
	work: ChoreWork,
	chore: NightlyChore,
	day: LocalDate,
): Promise<ChoreRun | undefined> {
	const known = await work.chores.find(chore, day);
	if (!mayBeTakenUp(known, work.now())) return undefined;
	return work.chores.begin(chore, day, work.now());
}

/** Writes down one turn of a recurring chore, with those of its day. */
export async function recordTurn(
	work: ChoreWork,
	chore: RecurringChore,
	turn: Turn,
): Promise<void> {
	await work.chores.recordTurn(chore, work.today(), turn);
}
