import {Unavailable} from '../kernel/errors.ts';

/** What became of one command of a group. */
export type Settled<Outcome> =
	| {readonly isDone: true; readonly outcome: Outcome}
	| {readonly isDone: false; readonly error: unknown};

export type GroupQueueOptions<Command, Outcome> = {
	/**
	 * Carries out a group in one transaction and tells what became of each, in their order, once
	 * that is durable. A throw is about the group as a whole: nothing of it was written.
	 */
	readonly run: (commands: readonly Command[]) => Promise<readonly Settled<Outcome>[]>;
	/**
	 * Commands of one lane are carried out in the order of their arrival, by one group at a time;
	 * undefined for one that has a lane of its own.
	 */
	readonly laneOf: (command: Command) => string | undefined;
	/** How many commands share a transaction at most. */
	readonly groupMax: number;
	/** How many groups run at a time at most. */
	readonly groupsAtOnceMax: number;
	/** How many commands wait at most; one more is turned away. */
	readonly queueMax: number;
	/** How long a command waits for its turn at most, in milliseconds. */
	readonly waitMsMax: number;
	/** What a command that is turned away is told. */
	readonly busy: () => Error;
	readonly observe?: GroupObserver;
};

export type GroupObserver = {
	readonly waiting: (count: number) => void;
	readonly group: (size: number, seconds: number) => void;
	/** What a command is a part of, as it is submitted. */
	readonly here?: () => object | undefined;
	/** Runs a group as a part of what its commands are parts of. */
	readonly within?: <T>(places: readonly object[], run: () => Promise<T>) => Promise<T>;
};

export type GroupQueue<Command, Outcome> = {
	readonly submit: (command: Command) => Promise<Outcome>;
	/** Resolves when all that was submitted has ended. */
	readonly drain: () => Promise<void>;
};

type Waiting<Command, Outcome> = {
	readonly command: Command;
	readonly since: number;
	readonly place: object | undefined;
	readonly resolve: (outcome: Outcome) => void;
	readonly reject: (error: unknown) => void;
};

/**
 * Lets commands that arrive together share a transaction, so that they pay for one commit. Nobody
 * waits for company: a group is whoever came in the same turn of the event loop, or while the one
 * before was under way.
 */
export function createGroupQueue<Command, Outcome>(
	options: GroupQueueOptions<Command, Outcome>,
): GroupQueue<Command, Outcome> {
	const lanes = new Map<string, Waiting<Command, Outcome>[]>();
	const running = new Set<string>();
	const idle: (() => void)[] = [];
	let [waiting, loners] = [0, 0];

	const pump = (): void => {
		for (const [lane, queue] of lanes) {
			if (running.size >= options.groupsAtOnceMax) break;
			if (running.has(lane)) continue;
			const group = queue.splice(0, options.groupMax);
			// A lane that still waits goes to the end of the line, so that none starves another.
			lanes.delete(lane);
			if (queue.length > 0) lanes.set(lane, queue);
			waiting -= group.length;
			running.add(lane);
			void carryOut(group, options).finally(() => {
				running.delete(lane);
				pumpSoon();
				if (running.size === 0 && lanes.size === 0) for (const tell of idle.splice(0)) tell();
			});
		}
		options.observe?.waiting(waiting);
	};
	let isPumpDue = false;
	// After all that this turn of the event loop has brought: who came together goes together.
	const pumpSoon = (): void => {
		if (isPumpDue) return;
		isPumpDue = true;
		setImmediate(() => {
			isPumpDue = false;
			pump();
		});
	};

	return {
		submit: async (command) =>
			new Promise((resolve, reject) => {
				if (waiting >= options.queueMax) {
					reject(options.busy());
					return;
				}
				const lane = options.laneOf(command) ?? `alone ${(loners += 1)}`;
				const place = options.observe?.here?.();
				const item = {command, since: performance.now(), place, resolve, reject};
				const queue = lanes.get(lane);
				if (queue) queue.push(item);
				else lanes.set(lane, [item]);
				waiting += 1;
				pumpSoon();
			}),
		drain: async () =>
			new Promise((resolve) => {
				if (running.size === 0 && lanes.size === 0) resolve();
				else idle.push(resolve);
			}),
	};
}

async function carryOut<Command, Outcome>(
	group: readonly Waiting<Command, Outcome>[],
	options: GroupQueueOptions<Command, Outcome>,
): Promise<void> {
	const start = performance.now();
	const isInTime = ({since}: Waiting<Command, Outcome>): boolean =>
		start - since <= options.waitMsMax;
	const ready = group.filter(isInTime);
	for (const item of group) if (!isInTime(item)) item.reject(options.busy());
	if (ready.length === 0) return;
	try {
		settle(ready, await runGroup(ready, options));
	} catch (error) {
		// What refused the group as a whole may be the fault of one: each is tried on its own.
		const isOfAll = ready.length === 1 || error instanceof Unavailable;
		if (isOfAll) for (const {reject} of ready) reject(error);
		else for (const item of ready) await carryOut([{...item, since: performance.now()}], options);
	}
	options.observe?.group(ready.length, (performance.now() - start) / 1000);
}

async function runGroup<Command, Outcome>(
	group: readonly Waiting<Command, Outcome>[],
	{run, observe}: GroupQueueOptions<Command, Outcome>,
): Promise<readonly Settled<Outcome>[]> {
	const commands = group.map(({command}) => command);
	if (observe?.within === undefined) return run(commands);
	const places = group.flatMap(({place}) => place ?? []);
	return observe.within(places, async () => run(commands));
}

function settle<Command, Outcome>(
	group: readonly Waiting<Command, Outcome>[],
	results: readonly Settled<Outcome>[],
): void {
	for (const [index, {resolve, reject}] of group.entries()) {
		const result = results[index];
		if (result === undefined) reject(new Error('A group did not tell what became of a command.'));
		else if (result.isDone) resolve(result.outcome);
		else reject(result.error);
	}
}
