// Many who write at once and remember what they were told. When an answer does not come, half of
// them ask again with the same key, as the contract wants it, and half give up, as people do.
import {randomUUID} from 'node:crypto';
import {setTimeout as sleep} from 'node:timers/promises';
import {type Answer, type Connection, type Request, openConnection} from '../ledger/load.ts';
import type {Town} from './town.ts';
import type {Victim} from './victim.ts';

/** What somebody wanted written under one key. */
export type Wish = {
	readonly kind: 'entry' | 'batch' | 'repayment';
	readonly book: string;
	readonly token: string;
	readonly request: Request & {readonly idempotencyKey: string};
	/** The documents of its entries; none for a repayment, whose receipt the service numbers. */
	readonly documents: readonly string[];
};

export type Acknowledged = {readonly wish: Wish; readonly body: string};

export type Logbook = {
	/** What was answered with success. */
	readonly acknowledged: Acknowledged[];
	/** What was given up without an answer. */
	readonly abandoned: Wish[];
	/** Answers that are neither success nor 503, which nobody should have got. */
	readonly unexpected: string[];
	/** How often somebody was told to come again, and how often a connection broke. */
	turnedAway: number;
	broken: number;
};

export type Writers = {
	readonly logbook: Logbook;
	/** Lets everybody finish what they are at. */
	readonly stop: () => Promise<void>;
};

const writerCount = 64;
const batchEvery = 8;
const batchSize = 20;
const answerMsMax = 60_000;

/** Sets the writers to work until they are told to stop. */
export function startWriters(town: Town, victim: Victim): Writers {
	const logbook: Logbook = {
		acknowledged: [],
		abandoned: [],
		unexpected: [],
		turnedAway: 0,
		broken: 0,
	};
	const state = {isStopped: false};
	const working = Array.from({length: writerCount}, async (_, index) =>
		write(createWishes(town, index), victim, logbook, state),
	);
	return {
		logbook,
		stop: async () => {
			state.isStopped = true;
			await Promise.all(working);
		},
	};
}

/** One in eight writes batches, one in eight repayments, one in four into the same account. */
function createWishes(town: Town, index: number): () => Wish {
	if (index % batchEvery === 0) return () => batchWish(town, index);
	if (index % batchEvery === 1) {
		const loan = town.loans[Math.floor(index / batchEvery) % town.loans.length]!;
		return () => ({
			kind: 'repayment',
			book: loan.book,
			token: loan.officerToken,
			documents: [],
			request: {
				method: 'POST',
				path: `/v1/loans/${loan.id}/repayments`,
				idempotencyKey: `torture-${randomUUID()}`,
				body: JSON.stringify({paidOn: town.today, amount: '1000', method: 'cash'}),
			},
		});
	}
	return () => entryWish(town, index % 4 === 2 ? 0 : index);
}

const entryOf = (town: Town, document: string) => ({
	effectiveOn: town.today,
	reason: 'Uji ketahanan',
	document,
	lines: [
		{account: '1.1.01', side: 'debit', amount: '1000'},
		{account: '3.1.01', side: 'credit', amount: '1000'},
	],
});

function entryWish(town: Town, index: number): Wish {
	const key = `torture-${randomUUID()}`;
	const book = town.books[index % town.books.length]!;
	return {
		kind: 'entry',
		book,
		token: town.supervisorToken,
		documents: [key],
		request: {
			method: 'POST',
			path: `/v1/books/${book}/entries`,
			idempotencyKey: key,
			body: JSON.stringify(entryOf(town, key)),
		},
	};
}

function batchWish(town: Town, index: number): Wish {
	const key = `torture-${randomUUID()}`;
	const book = town.books[index % town.books.length]!;
	const documents = Array.from({length: batchSize}, (_, row) => `${key}-${row}`);
	const entries = documents.map((document) => entryOf(town, document));
	return {
		kind: 'batch',
		book,
		token: town.supervisorToken,
		documents,
		request: {
			method: 'POST',
			path: `/v1/books/${book}/entries/batch`,
			idempotencyKey: key,
			body: JSON.stringify({mode: 'atomic', entries}),
		},
	};
}

async function write(
	nextWish: () => Wish,
	victim: Victim,
	logbook: Logbook,
	state: {readonly isStopped: boolean},
): Promise<void> {
	const line = createLine(victim);
	let pending: Wish | undefined;
	while (!state.isStopped || pending) {
		const wish: Wish = pending ?? nextWish();
		pending = undefined;
		const answer = await line.ask(wish);
		if (answer && answer.status >= 200 && answer.status < 300) {
			logbook.acknowledged.push({wish, body: answer.body});
			continue;
		}
		if (!answer) logbook.broken += 1;
		else if (answer.status === 503) logbook.turnedAway += 1;
		else logbook.unexpected.push(`${wish.kind} ${answer.status}: ${answer.body}`);
		if (Math.random() < 0.5) pending = wish;
		else logbook.abandoned.push(wish);
		await sleep(200 + Math.random() * 400);
	}
	line.close();
}

/** Asks over a connection that is made again whenever it broke; undefined when no answer came. */
function createLine(victim: Victim) {
	let connection: {readonly token: string; readonly open: Connection} | undefined;
	const close = (): void => {
		connection?.open.close();
		connection = undefined;
	};
	return {
		close,
		ask: async ({token, request}: Wish): Promise<Answer | undefined> => {
			const late = setTimeout(close, answerMsMax);
			try {
				if (connection?.token !== token) close();
				connection ??= {token, open: await openConnection(victim.address, token)};
				return await connection.open.ask(request);
			} catch {
				close();
				return undefined;
			} finally {
				clearTimeout(late);
			}
		},
	};
}

/** Asks once more for some of what was acknowledged; how many got another answer than the first. */
export async function replaySome(
	victim: Victim,
	acknowledged: readonly Acknowledged[],
	count: number,
): Promise<number> {
	let different = 0;
	const line = createLine(victim);
	for (let round = 0; round < Math.min(count, acknowledged.length); round += 1) {
		const {wish, body} = acknowledged[Math.floor(Math.random() * acknowledged.length)]!;
		const answer = await line.ask(wish);
		if (answer?.body !== body) different += 1;
	}
	line.close();
	return different;
}
