import type {Knex} from 'knex';
import {type ConstraintRefusals, toRefusal} from './db/constraint-errors.ts';
import {type GroupObserver, type Settled, createGroupQueue} from './db/group-queue.ts';
import {type IdempotencyClaim, claimKey, keepAnswer} from './db/idempotency.ts';
import type {ScriptTransactor, ScriptWriter} from './db/script.ts';
import {type Transactor, isWorthRetrying, setScope} from './db/transaction.ts';
import {refuse} from './http/request-texts.ts';
import type {Answer, Posting, WriteAnswer, WriteRequest} from './http/route.ts';
import type {Actor} from './kernel/actor.ts';
import type {Clock} from './kernel/clock.ts';
import {DomainError} from './kernel/errors.ts';
import type {CallerScope} from './kernel/scope.ts';
import {createKnownBooks} from './ledger/index.ts';
import {type LedgerPosting, type PostingCommand, postCommands, replay} from './posting-path.ts';

/** How much waits, and how much is done at once, before somebody is turned away. */
export type WriteLimits = {
	readonly postingsInGroupMax: number;
	/** Lanes of postings; a book is always in the same one. */
	readonly postingLanes: number;
	readonly operationsInGroupMax: number;
	readonly operationGroupsAtOnceMax: number;
	readonly queueMax: number;
	readonly waitMsMax: number;
};

export const writeLimitsDefault: WriteLimits = {
	postingsInGroupMax: 64,
	postingLanes: 1,
	operationsInGroupMax: 32,
	operationGroupsAtOnceMax: 8,
	queueMax: 2000,
	waitMsMax: 15_000,
};

export type WritePathOptions<Work> = {
	readonly transact: Transactor;
	readonly transactScripts: ScriptTransactor;
	readonly writeScript: ScriptWriter;
	/** What a law that PostgreSQL saw broken by one of a group is called. */
	readonly refusals: ConstraintRefusals;
	readonly workOver: (trx: Knex, scope: CallerScope, actor: Actor) => Work;
	/** Keeps what a policy names for a second person; what it answers is what the maker is told. */
	readonly keep: (trx: Knex, request: WriteRequest) => Promise<Answer>;
	readonly clock: Clock;
	readonly limits?: Partial<WriteLimits>;
	readonly observeQueue?: (queue: string) => GroupObserver;
};

/** The one way to write: whoever writes, over HTTP or from within, stands in one of its queues. */
export type WritePath<Work> = {
	/** Entries alone: all that wait share a transaction, a question and a writing. */
	readonly post: (request: WriteRequest, posting: Posting) => Promise<WriteAnswer>;
	/** Any other write with a key; those of one cooperative share transactions. */
	readonly write: (
		request: WriteRequest,
		run: (work: Work) => Promise<Answer>,
	) => Promise<WriteAnswer>;
	/** A write without a key: a job, the command line, the demo. */
	readonly perform: <T>(
		by: {readonly scope: CallerScope; readonly actor: Actor},
		run: (work: Work) => Promise<T>,
	) => Promise<T>;
	/** Resolves when all that was taken on has ended. */
	readonly drain: () => Promise<void>;
};

type Operation = {
	readonly scope: CallerScope;
	readonly run: (trx: Knex) => Promise<unknown>;
};

export function createWritePath<Work>(options: WritePathOptions<Work>): WritePath<Work> {
	const {workOver, clock} = options;
	const limits = {...writeLimitsDefault, ...options.limits};
	const known = createKnownBooks();
	const common = {
		queueMax: limits.queueMax,
		waitMsMax: limits.waitMsMax,
		busy: () => refuse('server/busy'),
	};
	const postings = createGroupQueue<PostingCommand, WriteAnswer>({
		...common,
		run: async (commands) => postCommands(commands, {...options, known}),
		laneOf: ({posting}) => String(laneOfBook(posting.drafts[0]!.book, limits.postingLanes)),
		groupMax: limits.postingsInGroupMax,
		groupsAtOnceMax: limits.postingLanes,
		...(options.observeQueue ? {observe: options.observeQueue('postings')} : {}),
	});
	const operations = createGroupQueue<Operation, unknown>({
		...common,
		// What operations do to books is not followed: they are known no more.
		run: async (group) => performOperations(group, options).finally(known.forget),
		laneOf: ({scope}) => laneOf(scope),
		groupMax: limits.operationsInGroupMax,
		groupsAtOnceMax: limits.operationGroupsAtOnceMax,
		...(options.observeQueue ? {observe: options.observeQueue('operations')} : {}),
	});
	const claimOf = ({actor, idempotencyKey, fingerprint}: WriteRequest): IdempotencyClaim => ({
		userId: actor.userId,
		key: idempotencyKey,
		fingerprint,
		at: clock.now(),
	});
	const underOwnKey = async (
		request: WriteRequest,
		run: (trx: Knex) => Promise<Answer>,
	): Promise<WriteAnswer> =>
		(await operations.submit({
			scope: request.scope,
			run: async (trx) => underKey(trx, claimOf(request), async () => run(trx)),
		})) as WriteAnswer;
	/** What a policy names comes back refused, with nothing written: it is kept instead. */
	const orKept = async (
		request: WriteRequest,
		attempt: () => Promise<WriteAnswer>,
	): Promise<WriteAnswer> => {
		try {
			return await attempt();
		} catch (error) {
			if (!mayWait(request, error)) throw error;
			return underOwnKey(request, async (trx) => options.keep(trx, request));
		}
	};
	return {
		post: async (request, posting) =>
			orKept(request, async () =>
				// The composition is where a posting is known to be the ledger's.
				postings.submit({request, claim: claimOf(request), posting: posting as LedgerPosting}),
			),
		write: async (request, run) =>
			orKept(request, async () =>
				underOwnKey(request, async (trx) => run(workOver(trx, request.scope, request.actor))),
			),
		perform: async <T>(
			{scope, actor}: {scope: CallerScope; actor: Actor},
			run: (work: Work) => Promise<T>,
		) =>
			(await operations.submit({scope, run: async (trx) => run(workOver(trx, scope, actor))})) as T,
		drain: async () => {
			await Promise.all([postings.drain(), operations.drain()]);
		},
	};
}

/**
 * Whether a refused write may wait for a second person: it was sent to a route, so that it can be
 * carried out again, and it is not itself the decision on one that waits.
 */
const mayWait = ({sent}: WriteRequest, error: unknown): boolean =>
	error instanceof DomainError &&
	error.code === 'approval/needed' &&
	sent !== undefined &&
	sent.permission !== 'approval:decide';

/** Always the same lane for a book, so that its postings keep the order of their arrival. */
function laneOfBook(book: string, lanes: number): number {
	let sum = 0;
	for (const character of book) sum = (sum * 31 + character.codePointAt(0)!) % 65_521;
	return sum % lanes;
}

// Whoever may act in one cooperative only touches its book, and the city's after it: such commands
// would wait for each other's book anyway, so they share a transaction instead. Others might take
// books in another order than their neighbours, and have one of their own.
const laneOf = (scope: CallerScope): string | undefined =>
	!scope.all && scope.regions.length === 0 && scope.cooperatives.length === 1
		? scope.cooperatives[0]
		: undefined;

/** Key, work and answer are of one transaction: they stand or fall together. */
async function underKey(
	trx: Knex,
	claim: IdempotencyClaim,
	run: () => Promise<Answer>,
): Promise<WriteAnswer> {
	const claimed = await claimKey(trx, claim);
	if (claimed.kind !== 'new') return replay(claimed);
	const answer = await run();
	const body = answer.body === undefined ? undefined : JSON.stringify(answer.body);
	await keepAnswer(trx, claim, {status: answer.status ?? 200, body});
	return {...answer, isReplay: false};
}

/** Each in a savepoint of its own, so that what is refused takes back its own work alone. */
async function performOperations<Work>(
	group: readonly Operation[],
	{transact, refusals}: WritePathOptions<Work>,
): Promise<Settled<unknown>[]> {
	return transact({scope: group[0]!.scope}, async (trx) => {
		if (group.length === 1) return [{isDone: true, outcome: await group[0]!.run(trx)}];
		// The book comes first, also where the first to go needs another thing: two processes whose
		// groups took book and numbers in different orders would wait for each other.
		await trx.raw('select from ledger_lock_tips(bergulir_books())');
		const settled: Settled<unknown>[] = [];
		for (const {scope, run} of group) {
			try {
				const outcome = await trx.transaction(async (inner) => {
					await setScope(inner, scope);
					return run(inner);
				});
				settled.push({isDone: true, outcome});
			} catch (error) {
				if (isWorthRetrying(error)) throw error;
				settled.push({isDone: false, error: toRefusal(error, refusals)});
			}
		}
		return settled;
	});
}
