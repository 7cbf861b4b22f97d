import {setTimeout as sleep} from 'node:timers/promises';
import type {Replica} from '../db/replica.ts';
import type {Logger} from '../http/log.ts';

/**
 * Looks every second how far the replica is, so that its lag can be told to the second, and logs
 * when reports go elsewhere than before.
 */
export function startWatching(
	replica: Pick<Replica, 'look'>,
	log: Logger,
	everyMs = 1000,
): {readonly stop: () => Promise<void>} {
	const stopping = new AbortController();
	const watch = async (): Promise<void> => {
		let told: string | undefined;
		while (!stopping.signal.aborted) {
			const from = await replica.look();
			const now = from.server === 'replica' ? 'replica' : from.because;
			if (now !== told) {
				if (now === 'replica') log.info('reports are read from the replica');
				else log.warn({because: now}, 'reports are read from the primary');
			}
			told = now;
			await sleep(everyMs, undefined, {signal: stopping.signal}).catch(() => undefined);
		}
	};
	const watching = watch();
	return {
		stop: async () => {
			stopping.abort();
			await watching;
		},
	};
}
