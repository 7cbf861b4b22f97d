import {type LocalDate, addDays, daysBetween, earlier, later} from '../kernel/local-date.ts';
import type {CatchUp, ChoreRun} from './chore.ts';

/** How far a nightly chore has come. */
export type Standing = {
	/** The last day that it was done for. */
	readonly lastDone: LocalDate | undefined;
	/** The first day that was begun and is not done. */
	readonly firstOpen: LocalDate | undefined;
};

/**
 * The days that a nightly chore is still to be done for, the oldest first: those after the last one
 * done, up to yesterday; where it never ran, yesterday alone or what was begun.
 */
export function dueDays(catchUp: CatchUp, standing: Standing, today: LocalDate): LocalDate[] {
	const yesterday = addDays(today, -1);
	const {lastDone, firstOpen} = standing;
	const next = lastDone === undefined ? undefined : addDays(lastDone, 1);
	const first = next ?? earlier(firstOpen ?? yesterday, yesterday);
	if (first > yesterday) return [];
	if (catchUp.kind === 'latest') return [yesterday];
	const days: LocalDate[] = [];
	const oldest = later(first, addDays(today, -catchUp.daysMax));
	for (let day = oldest; day <= yesterday; day = addDays(day, 1)) days.push(day);
	return days;
}

/** How many days are over that a nightly chore was not done for; none where it never ran. */
export const daysBehind = ({lastDone, firstOpen}: Standing, today: LocalDate): number => {
	const done = lastDone ?? (firstOpen === undefined ? undefined : addDays(firstOpen, -1));
	return done === undefined ? 0 : Math.max(0, daysBetween(done, today) - 1);
};

/** What failed is tried again after an hour: what is wrong lasts longer than a moment. */
export const retryAfterMs = 3_600_000;

/** Whether a run that was begun may be taken up: it was cut off, or failed long enough ago. */
export const mayBeTakenUp = (
	run: Pick<ChoreRun, 'state' | 'endedAt'> | undefined,
	now: Date,
): boolean => nextTryAt(run, now) <= now;

/** When what is due may be begun: now, unless it failed a short while ago. */
export const nextTryAt = (run: Pick<ChoreRun, 'state' | 'endedAt'> | undefined, now: Date): Date =>
	run?.state === 'failed' && run.endedAt
		? new Date(Math.max(now.getTime(), run.endedAt.getTime() + retryAfterMs))
		: now;
