import {type LocalDate, endOfDay} from '../../kernel/local-date.ts';
import {type ChoreName, type ChoreRun, catchUps, choreNames, isNightly} from '../chore.ts';
import {daysBehind, dueDays, nextTryAt} from '../due.ts';
import type {ChoreWork, RunQuestion} from '../ports.ts';

/** A chore and how it stands. */
export type ChoreStanding = {
	readonly name: ChoreName;
	readonly lastRun: ChoreRun | undefined;
	readonly lastSuccessAt: Date | undefined;
	/** Days that are over and that a nightly chore was not done for; 0 for a recurring one. */
	readonly daysBehind: number;
	/** The days that it will be done for when it next runs, the oldest first. */
	readonly due: readonly LocalDate[];
	/** When it will run next: what is due as soon as it may, the rest when the day has ended. */
	readonly nextAt: Date | undefined;
};

/** Every chore with its last run, when it last ended well, and what is due. */
export async function readChores(work: ChoreWork): Promise<ChoreStanding[]> {
	const today = work.today();
	const runs = await work.chores.latest();
	const successes = await work.chores.successes();
	const standings: ChoreStanding[] = [];
	for (const name of choreNames) {
		const standing = isNightly(name) ? await work.chores.standing(name) : undefined;
		const lastRun = runs.find(({chore}) => chore === name);
		const due = standing && isNightly(name) ? dueDays(catchUps[name], standing, today) : [];
		standings.push({
			name,
			lastRun,
			lastSuccessAt: successes.get(name),
			daysBehind: standing ? daysBehind(standing, today) : 0,
			due,
			nextAt: !standing
				? lastRun?.nextAt
				: due.length === 0
					? endOfDay(today, work.timeZone)
					: nextTryAt(lastRun, work.now()),
		});
	}
	return standings;
}

/** Runs, the latest day first; one more than was asked for where there are more. */
export const readRuns = async (work: ChoreWork, question: RunQuestion): Promise<ChoreRun[]> =>
	work.chores.list({...question, limit: question.limit + 1});
