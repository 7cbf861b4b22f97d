// Payments that were taken without a network. Each has a number of this device, given in the
// transaction that writes it, so that one which is missing shows; and the Idempotency-Key under
// which it is sent, so that to send it twice is to send it once. None is ever deleted.
import {useSyncExternalStore} from 'react';
import {answerOf, api, isWaiting} from '../api/client.ts';
import {Refused} from '../api/problem.ts';
import {deviceNow} from './device-clock.ts';
import {
	type Sealed,
	committed,
	keep,
	openVault,
	readAllKept,
	readKept,
	seal,
	unseal,
} from './vault.ts';

/** What was taken from whom. */
export type TakenPayment = {
	readonly loan: string;
	readonly loanNumber: number;
	readonly name: string;
	readonly book: string;
	readonly amount: string;
	readonly method: 'cash';
	readonly paidOn: string;
	readonly takenAt: string;
	/** Who took it, and so who sends it. */
	readonly takenBy: string;
};

/** What became of it: nothing is posted before the service has said so. */
export type Fate =
	| {readonly state: 'waiting'}
	| {readonly state: 'posted'; readonly receipt: string}
	| {readonly state: 'approval'}
	| {readonly state: 'refused'; readonly reason: string};

export type Queued = {
	readonly number: number;
	readonly key: string;
	readonly payment: TakenPayment;
	readonly fate: Fate;
};

type Row = {readonly number: number; readonly key: string; readonly sealed: Sealed};
type Inside = Pick<Queued, 'payment' | 'fate'>;

/** All that was taken on this device, and how many there must be. */
export type Queue = {readonly items: readonly Queued[]; readonly last: number};

const counterName = 'last-number';
let known: Queue = {items: [], last: 0};
const listeners = new Set<() => void>();

/** Reads the queue from the device and tells whoever shows it. */
export async function refreshQueue(): Promise<void> {
	const rows = await readAllKept<Row>('queue');
	const items = await Promise.all(
		rows.map(async ({number, key, sealed}) => ({number, key, ...(await unseal<Inside>(sealed))})),
	);
	known = {items, last: (await readKept<number>('keys', counterName)) ?? 0};
	for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
	listeners.add(listener);
	void refreshQueue().catch(() => undefined);
	return () => listeners.delete(listener);
};

export const useQueue = (): Queue => useSyncExternalStore(subscribe, () => known);

/** Keeps a payment under the next number of this device; it is there when this has ended. */
export async function enqueue(taken: Omit<TakenPayment, 'takenAt'>): Promise<number> {
	const payment: TakenPayment = {...taken, takenAt: deviceNow()};
	const inside: Inside = {payment, fate: {state: 'waiting'}};
	const sealed = await seal(inside);
	const database = await openVault();
	const transaction = database.transaction(['queue', 'keys'], 'readwrite', {durability: 'strict'});
	let number = 0;
	const counted = transaction.objectStore('keys').get(counterName);
	const last = counted as IDBRequest<number | undefined>;
	last.onsuccess = () => {
		number = (last.result ?? 0) + 1;
		const row: Row = {number, key: crypto.randomUUID(), sealed};
		transaction.objectStore('queue').add(row, number);
		transaction.objectStore('keys').put(number, counterName);
	};
	await committed(transaction);
	await refreshQueue();
	return number;
}

async function settle({number, key, payment}: Queued, fate: Fate): Promise<void> {
	const row: Row = {number, key, sealed: await seal({payment, fate})};
	await keep('queue', number, row);
	await refreshQueue();
}

async function send({key, payment}: Queued): Promise<Fate> {
	const {loan, paidOn, amount, method} = payment;
	const params = {path: {id: loan}, header: {'Idempotency-Key': key}};
	const answer = await answerOf(
		api.POST('/v1/loans/{id}/repayments', {params, body: {paidOn, amount, method}}),
	);
	if (isWaiting(answer)) return {state: 'approval'};
	return {state: 'posted', receipt: `KW-${String(answer.receiptNumber)}`};
}

const laterStatuses = [401, 429, 500, 503];

/** Why the service refused a payment; undefined where it has not judged it yet. */
function judgedReason(error: unknown): string | undefined {
	if (!(error instanceof Refused) || laterStatuses.includes(error.problem.status)) return undefined;
	const {detail, findings} = error.problem;
	return findings.length === 0 ? detail : findings.map(({message}) => message).join(' ');
}

let isSending = false;

/**
 * Sends what waits, in its order, as the person who took it; what is refused stays with its reason.
 * Gives how many were posted. Stops where nobody answers.
 */
export async function sendQueue(me: string): Promise<number> {
	if (isSending) return 0;
	isSending = true;
	let posted = 0;
	try {
		await refreshQueue();
		for (const queued of known.items) {
			if (queued.fate.state !== 'waiting' || queued.payment.takenBy !== me) continue;
			try {
				const fate = await send(queued);
				await settle(queued, fate);
				if (fate.state === 'posted') posted += 1;
			} catch (error) {
				const reason = judgedReason(error);
				if (reason === undefined) return posted;
				await settle(queued, {state: 'refused', reason});
			}
		}
		return posted;
	} finally {
		isSending = false;
	}
}

/** Lets a payment that was refused be sent once more, under the same key. */
export const sendAgain = async (queued: Queued): Promise<void> =>
	settle(queued, {state: 'waiting'});

/** Numbers of this device under which there is nothing: something was taken away. */
export function gapsIn({items, last}: Queue): number[] {
	const there = new Set(items.map(({number}) => number));
	return Array.from({length: last}, (_, index) => index + 1).filter((number) => !there.has(number));
}
