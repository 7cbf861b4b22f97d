import type {Service} from '../compose.ts';
import type {Logger} from '../http/log.ts';
import {
	type Claimed,
	buildMessage,
	claimMessages,
	notAllowed,
	recordAttempt,
} from '../webhooks/index.ts';
import type {Sender} from '../webhooks/sender/sender.ts';
import {bySelf as by} from './chore-actor.ts';
import {startChore} from './chore.ts';

type InTransaction = Pick<Service, 'inTransaction'>;

/** As many go out side by side; of one webhook and book only one. */
const atOnceMax = 20;
// A turn ends so that the service can stop.
const inTurnMax = 2000;

/**
 * Sends what waits. What a receiver took is marked after it took it: a service that dies in between
 * sends it once more, under the same identity.
 */
export async function deliverMessages(
	service: InTransaction,
	send: Sender,
): Promise<{readonly attempts: number}> {
	let attempts = 0;
	while (attempts < inTurnMax) {
		const claimed = await service.inTransaction(by, async (work) => claimMessages(work, atOnceMax));
		if (claimed.length === 0) break;
		await Promise.all(claimed.map(async (one) => deliver(service, one, send)));
		attempts += claimed.length;
	}
	return {attempts};
}

async function deliver(service: InTransaction, claimed: Claimed, send: Sender): Promise<void> {
	const message = await service.inTransaction({...by, isReadOnly: true}, async (work) =>
		buildMessage(work, claimed),
	);
	const outcome = message ? await send(message) : {failure: notAllowed, tookMs: 0};
	await service.inTransaction(by, async (work) => recordAttempt(work, claimed, outcome));
}

/** Sends messages every two seconds. */
export const startWebhooks = (service: InTransaction, send: Sender, log: Logger) =>
	startChore({
		name: 'webhooks sent',
		everyMinutes: 1 / 30,
		log,
		run: async () => {
			const turn = await deliverMessages(service, send);
			return turn.attempts === 0 ? undefined : turn;
		},
	});
