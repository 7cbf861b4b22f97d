import type {Service} from '../compose.ts';
import {nightsToRun, detectAndRaise} from '../detection/index.ts';
import type {Logger} from '../http/log.ts';
import {DomainError} from '../kernel/errors.ts';
import {everywhere} from '../kernel/scope.ts';
import {startChore} from './chore.ts';

const by = {
	scope: everywhere,
	actor: {userId: '00000000-0000-0000-0000-000000000000', name: '(chore)'},
};

/**
 * Runs the detectors for every day that is over and that no night has looked at, the oldest first;
 * says how many detections there were. What another process looked at meanwhile is left to it.
 */
export async function runNights({
	inTransaction,
}: Pick<Service, 'inTransaction'>): Promise<Readonly<Record<string, unknown>> | undefined> {
	const nights = await inTransaction({...by, isReadOnly: true}, nightsToRun);
	let count = 0;
	for (const asOf of nights) {
		try {
			const {detections} = await inTransaction(by, async (work) =>
				detectAndRaise(work, {asOf, isNightly: true}),
			);
			count += detections.length;
		} catch (error) {
			const isDone = error instanceof DomainError && error.code === 'detection/night-already-run';
			if (!isDone) throw error;
		}
	}
	return nights.length === 0 ? undefined : {nights: nights.length, detections: count};
}

/** Looks every hour whether a day is over that nobody looked at: so it runs soon after midnight. */
export const startDetection = (service: Pick<Service, 'inTransaction'>, log: Logger) =>
	startChore({
		name: 'detectors run',
		everyMinutes: 60,
		log,
		run: async () => runNights(service),
	});
