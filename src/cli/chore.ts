import type {Logger} from '../http/log.ts';

export type Chore = {
	/** What the log calls it. */
	readonly name: string;
	readonly everyMinutes: number;
	/** How long the first turn waits; it does not without it. */
	readonly firstAfterMinutes?: number;
	readonly run: () => Promise<Readonly<Record<string, unknown>> | undefined>;
	readonly log: Logger;
};

/**
 * Does something now and every so many minutes for as long as the service runs; zero is never. What
 * fails is logged and tried again at the next turn: a chore that is late stops nobody's work.
 */
export function startChore({name, everyMinutes, firstAfterMinutes = 0, run, log}: Chore): {
	/** Resolves when the turn under way has ended. */
	readonly stop: () => Promise<void>;
} {
	if (everyMinutes === 0) return {stop: async () => undefined};
	let running = Promise.resolve();
	const turn = async (): Promise<void> => {
		try {
			const told = await run();
			if (told) log.info(told, name);
		} catch (error) {
			log.error({err: error}, `${name} failed`);
		}
	};
	const begin = (): void => {
		running = running.then(turn);
	};
	if (firstAfterMinutes === 0) begin();
	const first = firstAfterMinutes > 0 && setTimeout(begin, firstAfterMinutes * 60_000);
	const interval = setInterval(begin, everyMinutes * 60_000);
	return {
		stop: async () => {
			clearInterval(interval);
			if (first) clearTimeout(first);
			await running;
		},
	};
}
