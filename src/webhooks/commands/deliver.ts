import type {UserId} from '../../kernel/ids.ts';
import {coversBook} from '../../kernel/scope.ts';
import {activeGrants, scopeFor} from '../../identity/index.ts';
import {buildPayload, eventPermissions, messageId} from '../event.ts';
import type {Became, Claimed, WebhookWork} from '../ports.ts';
import {leaseMs, nextAttemptAt} from '../retry.ts';
import {secretAbout} from '../webhook.ts';

/** A message as it goes out. */
export type Message = {
	readonly id: string;
	readonly address: string;
	readonly sentAt: Date;
	readonly body: string;
	/** The secrets whose signatures it bears. */
	readonly secrets: readonly string[];
};

/** What came of an attempt. */
export type Outcome = {
	readonly status?: number;
	/** Undefined where the receiver took it. */
	readonly failure?: string;
	readonly tookMs: number;
};

/** Takes messages that may be sent now, for this sender alone while an attempt may last. */
export async function claimMessages(work: WebhookWork, limit: number): Promise<Claimed[]> {
	const now = work.now();
	return work.webhooks.claim({now, until: new Date(now.getTime() + leaseMs), limit});
}

/** The message to send; undefined where its owner may not read that any more. */
export async function buildMessage(
	work: WebhookWork,
	claimed: Claimed,
): Promise<Message | undefined> {
	if (!(await mayBeTold(work, claimed))) return undefined;
	const {webhook, event} = claimed;
	const sentAt = work.now();
	const {previous} = webhook;
	const sealed = [
		webhook.secret,
		...(previous && previous.until > sentAt ? [previous.secret] : []),
	];
	return {
		id: messageId(webhook.id, event.id),
		address: webhook.address,
		sentAt,
		body: JSON.stringify(buildPayload(event, work.publicUrl)),
		secrets: sealed.map((one) => work.secrets.open(one, secretAbout(webhook.id))),
	};
}

async function mayBeTold(
	{identity}: Pick<WebhookWork, 'identity'>,
	{webhook, event, region}: Claimed,
): Promise<boolean> {
	const user = await identity.findUser(webhook.ownerId as UserId);
	const grants = user?.isActive ? activeGrants(user) : [];
	const scope = scopeFor(grants, eventPermissions[event.type]);
	if (!scope) return false;
	return event.book === undefined || coversBook(scope, event.book, region ?? '');
}

/** Puts an attempt into the log, and says what becomes of its message. */
export async function recordAttempt(
	work: Pick<WebhookWork, 'webhooks' | 'now'>,
	claimed: Claimed,
	{status, failure, tookMs}: Outcome,
): Promise<void> {
	const at = work.now();
	const attempt = {
		attempt: claimed.attempts,
		attemptedAt: at,
		tookMs,
		...(status === undefined ? {} : {status}),
		...(failure === undefined ? {} : {failure}),
	};
	await work.webhooks.recordAttempt(claimed, attempt, becameOf(claimed, failure, at));
}

/** What its owner may not read will not be told, however often it is tried. */
export const notAllowed = 'not-allowed';

function becameOf({attempts, attemptsMax}: Claimed, failure: string | undefined, at: Date): Became {
	if (failure === undefined) return {state: 'delivered', at};
	if (failure === notAllowed || attempts >= attemptsMax) return {state: 'dead', at};
	return {state: 'waiting', nextAttemptAt: nextAttemptAt(attempts, at)};
}
