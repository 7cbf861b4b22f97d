import type {Knex} from 'knex';
import {type ConstraintRefusals, toRefusal} from './db/constraint-errors.ts';
import {type GroupObserver, type Settled, createGroupQueue} from './db/group-queue.ts';
import {
	type Answered,
	type IdempotencyClaim,
	answerTo,
	claimKey,
	keepAnswer,
	keepAnswersScript,
	keyName,
} from './db/idempotency.ts';
import type {ScriptTransactor} from './db/script.ts';
import {type Transactor, isWorthRetrying, setScope} from './db/transaction.ts';
import {refuse} from './http/request-texts.ts';
import type {Answer, Posting, WriteAnswer, WriteRequest} from './http/route.ts';
import type {Actor} from './kernel/actor.ts';
import type {Clock} from './kernel/clock.ts';
import type {CallerScope} from './kernel/scope.ts';
import {type HoldRow, appendScript, holdScript, readHold} from './ledger/db/group-script.ts';
import {
	type EntryDraft,
	type GroupMember,
	type GroupOutcome,
	type SealedEntry,
	entriesOf,
	judgeGroup,
} from './ledger/index.ts';

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
	postingLanes: 2,
	operationsInGroupMax: 32,
	operationGroupsAtOnceMax: 8,
	queueMax: 2000,
	waitMsMax: 15_000,
};

export type WritePathOptions<Work> = {
	readonly transact: Transactor;
	readonly transactScripts: ScriptTransactor;
	/** What a law that PostgreSQL saw broken by one of a group is called. */
	readonly refusals: ConstraintRefusals;
	readonly workOver: (trx: Knex, scope: CallerScope, actor: Actor) => Work;
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

type Keyed = {readonly request: WriteRequest; readonly claim: IdempotencyClaim};
type PostingCommand = Keyed & {readonly posting: LedgerPosting};
/** What the ledger's routes give as a `Posting`. */
type LedgerPosting = {
	readonly drafts: readonly EntryDraft[];
	readonly answer: (posted: readonly SealedEntry[]) => Answer;
};
type Operation = {
	readonly scope: CallerScope;
	readonly run: (trx: Knex) => Promise<unknown>;
};

export function createWritePath<Work>(options: WritePathOptions<Work>): WritePath<Work> {
	const {workOver, clock} = options;
	const limits = {...writeLimitsDefault, ...options.limits};
	const common = {
		queueMax: limits.queueMax,
		waitMsMax: limits.waitMsMax,
		busy: () => refuse('server/busy'),
	};
	const postings = createGroupQueue<PostingCommand, WriteAnswer>({
		...common,
		run: async (commands) => postCommands(commands, options),
		laneOf: ({posting}) => String(laneOfBook(posting.drafts[0]!.book, limits.postingLanes)),
		groupMax: limits.postingsInGroupMax,
		groupsAtOnceMax: limits.postingLanes,
		...(options.observeQueue ? {observe: options.observeQueue('postings')} : {}),
	});
	const operations = createGroupQueue<Operation, unknown>({
		...common,
		run: async (group) => performOperations(group, options),
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
	return {
		post: async (request, posting) =>
			// The composition is where a posting is known to be the ledger's.
			postings.submit({request, claim: claimOf(request), posting: posting as LedgerPosting}),
		write: async (request, run) =>
			(await operations.submit({
				scope: request.scope,
				run: async (trx) =>
					underKey(trx, claimOf(request), async () =>
						run(workOver(trx, request.scope, request.actor)),
					),
			})) as WriteAnswer,
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

function replay(claimed: Answered): WriteAnswer {
	if (claimed.kind === 'other-request') throw refuse('request/idempotency-key-reused');
	const body = claimed.body === undefined ? {} : {body: JSON.parse(claimed.body) as unknown};
	return {status: claimed.status, ...body, isReplay: true};
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

/** Posts for all at once; a key met twice waits for what became of its first. */
async function postCommands<Work>(
	commands: readonly PostingCommand[],
	options: WritePathOptions<Work>,
): Promise<Settled<WriteAnswer>[]> {
	const firsts = new Map<string, PostingCommand>();
	for (const command of commands) {
		const name = keyName(command.claim);
		if (!firsts.has(name)) firsts.set(name, command);
	}
	const first = [...firsts.values()];
	const settled = await postOnce(first, options);
	const results = new Map(first.map((command, index) => [command, settled[index]!]));
	for (const command of commands.filter((one) => !results.has(one))) {
		results.set(command, await postRepeated(command, options));
	}
	return commands.map((command) => results.get(command)!);
}

/** What befalls a repeated key is its own affair: what its neighbours posted is durable by now. */
async function postRepeated<Work>(
	command: PostingCommand,
	options: WritePathOptions<Work>,
): Promise<Settled<WriteAnswer>> {
	try {
		const [settled] = await postOnce([command], options);
		return settled!;
	} catch (error) {
		return {isDone: false, error};
	}
}

/** Two trips: what has to be known, and then entries, answers and the commit. */
async function postOnce<Work>(
	commands: readonly PostingCommand[],
	{transactScripts, clock}: WritePathOptions<Work>,
): Promise<Settled<WriteAnswer>[]> {
	const question = holdScript(
		commands.flatMap(({posting}) => posting.drafts),
		commands.map(({claim}) => ({user_id: claim.userId, key: claim.key})),
	);
	return transactScripts(question, (row) => {
		const {books, answers} = readHold(row as HoldRow);
		const kept = new Map(
			answers.map((answer) => [keyName({userId: answer.user_id, key: answer.key}), answer]),
		);
		const fresh = commands.filter(({claim}) => !kept.has(keyName(claim)));
		const outcomes = judgeGroup(books, fresh.map(toMember), clock.now());
		const given = fresh.map((command, index) => answerPosting(command, outcomes[index]!));
		const script = [
			appendScript(books, entriesOf(outcomes)),
			keepAnswersScript(given.flatMap(({keep}) => (keep ? [keep] : []))),
		].filter((part) => part !== '');
		const settled = new Map(fresh.map((command, index) => [command, given[index]!.settled]));
		const outcome = commands.map(
			(command) =>
				settled.get(command) ??
				settleReplay(answerTo(command.claim, kept.get(keyName(command.claim))!)),
		);
		return {script: script.join('; '), outcome};
	});
}

const toMember = ({request, posting}: PostingCommand): GroupMember => ({
	actor: request.actor,
	scope: request.scope,
	drafts: posting.drafts,
});

type Given = {
	readonly settled: Settled<WriteAnswer>;
	readonly keep?: Parameters<typeof keepAnswersScript>[0][number];
};

function answerPosting({claim, posting}: PostingCommand, outcome: GroupOutcome): Given {
	if (!outcome.isPosted) return {settled: {isDone: false, error: outcome.refusal}};
	const answer = {status: 201, ...posting.answer(outcome.entries)};
	const body = answer.body === undefined ? undefined : JSON.stringify(answer.body);
	return {
		settled: {isDone: true, outcome: {...answer, isReplay: false}},
		keep: {claim, status: answer.status, body},
	};
}

function settleReplay(answered: Answered): Settled<WriteAnswer> {
	try {
		return {isDone: true, outcome: replay(answered)};
	} catch (error) {
		return {isDone: false, error};
	}
}
