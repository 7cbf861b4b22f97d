import {
	type Answered,
	type IdempotencyClaim,
	answerTo,
	keepAnswersScript,
	keyName,
} from './db/idempotency.ts';
import type {Settled} from './db/group-queue.ts';
import type {ScriptTransactor, ScriptWriter} from './db/script.ts';
import {refuse} from './http/request-texts.ts';
import type {Answer, WriteAnswer, WriteRequest} from './http/route.ts';
import {Unavailable} from './kernel/errors.ts';
import type {Clock} from './kernel/clock.ts';
import {
	type HoldRow,
	appendScript,
	holdScript,
	readHold,
	scopeScript,
} from './ledger/db/group-script.ts';
import {
	type EntryDraft,
	type GroupMember,
	type GroupOutcome,
	type KnownBooks,
	type SealedEntry,
	entriesOf,
	judgeGroup,
} from './ledger/index.ts';

/** What the ledger's routes give as a `Posting`. */
export type LedgerPosting = {
	readonly drafts: readonly EntryDraft[];
	readonly answer: (posted: readonly SealedEntry[]) => Answer;
};

/** Somebody who wants entries posted, under their key. */
export type PostingCommand = {
	readonly request: WriteRequest;
	readonly claim: IdempotencyClaim;
	readonly posting: LedgerPosting;
};

export type PostingOptions = {
	readonly transactScripts: ScriptTransactor;
	readonly writeScript: ScriptWriter;
	readonly clock: Clock;
	/** What this process knows of books without asking. */
	readonly known: KnownBooks;
};

/** Posts for all at once; a key met twice waits for what became of its first. */
export async function postCommands(
	commands: readonly PostingCommand[],
	options: PostingOptions,
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
async function postRepeated(
	command: PostingCommand,
	options: PostingOptions,
): Promise<Settled<WriteAnswer>> {
	try {
		const [settled] = await postOnce([command], options);
		return settled!;
	} catch (error) {
		return {isDone: false, error};
	}
}

async function postOnce(
	commands: readonly PostingCommand[],
	options: PostingOptions,
): Promise<readonly Settled<WriteAnswer>[]> {
	return (await postByHeart(commands, options)) ?? postAsking(commands, options);
}

/**
 * One trip, where all books are known: entries, answers and the commit. Only what was accepted is
 * believed, because the database accepted it too; with a refusal, or a law that it sees broken (the
 * book was moved by somebody else, the key was used before), nothing was written and all is asked.
 */
async function postByHeart(
	commands: readonly PostingCommand[],
	{writeScript, clock, known}: PostingOptions,
): Promise<readonly Settled<WriteAnswer>[] | undefined> {
	const drafts = commands.flatMap(({posting}) => posting.drafts);
	const books = known.recall(drafts);
	if (!books) return undefined;
	const {outcomes, after} = judgeGroup(books, commands.map(toMember), clock.now());
	if (outcomes.some(({isPosted}) => !isPosted)) return undefined;
	const given = commands.map((command, index) => answerPosting(command, outcomes[index]!));
	try {
		await writeScript(
			[
				scopeScript(books),
				appendScript(books, entriesOf(outcomes)),
				keepAnswersScript(given.flatMap(({keep}) => keep ?? [])),
			].join('; '),
		);
	} catch (error) {
		known.forget();
		if (error instanceof Unavailable) throw error;
		return undefined;
	}
	known.keep(books, after, drafts);
	return given.map(({settled}) => settled);
}

/** Two trips: what has to be known, and then entries, answers and the commit. */
async function postAsking(
	commands: readonly PostingCommand[],
	{transactScripts, clock, known}: PostingOptions,
): Promise<readonly Settled<WriteAnswer>[]> {
	const drafts = commands.flatMap(({posting}) => posting.drafts);
	const question = holdScript(
		drafts,
		commands.map(({claim}) => ({user_id: claim.userId, key: claim.key})),
	);
	const {settled, learn} = await transactScripts(question, (row) => {
		const {books, answers} = readHold(row as HoldRow);
		const kept = new Map(
			answers.map((answer) => [keyName({userId: answer.user_id, key: answer.key}), answer]),
		);
		const fresh = commands.filter(({claim}) => !kept.has(keyName(claim)));
		const {outcomes, after} = judgeGroup(books, fresh.map(toMember), clock.now());
		const given = fresh.map((command, index) => answerPosting(command, outcomes[index]!));
		const script = [
			appendScript(books, entriesOf(outcomes)),
			keepAnswersScript(given.flatMap(({keep}) => keep ?? [])),
		].filter((part) => part !== '');
		const becameOf = new Map(fresh.map((command, index) => [command, given[index]!.settled]));
		const outcome = {
			settled: commands.map(
				(command) =>
					becameOf.get(command) ??
					settleReplay(answerTo(command.claim, kept.get(keyName(command.claim))!)),
			),
			learn: () => {
				known.keep(books, after, drafts);
			},
		};
		return {script: script.join('; '), outcome};
	});
	learn();
	return settled;
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

/** What a key answers that was used before. @throws DomainError when it was for something else. */
export function replay(answered: Answered): WriteAnswer {
	if (answered.kind === 'other-request') throw refuse('request/idempotency-key-reused');
	const body = answered.body === undefined ? {} : {body: JSON.parse(answered.body) as unknown};
	return {status: answered.status, ...body, isReplay: true};
}
