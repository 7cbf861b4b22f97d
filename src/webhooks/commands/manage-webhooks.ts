import type {Permission} from '../../kernel/permission.ts';
import type {CallerScope} from '../../kernel/scope.ts';
import {refuse} from '../errors.ts';
import {type EventType, eventPermissions} from '../event.ts';
import type {WebhookWork} from '../ports.ts';
import {attemptsMax} from '../retry.ts';
import {type Delivery, type Webhook, buildSecret, previousUntil, secretAbout} from '../webhook.ts';

const webhooksMax = 20;

export type NewWebhook = {readonly address: string; readonly events: readonly EventType[]};

/**
 * Lets somebody be told from now on. The secret is answered once.
 * @throws DomainError `webhooks/address-…`, `webhooks/event-not-allowed`, `webhooks/too-many`.
 */
export async function createWebhook(
	work: WebhookWork,
	{address, events}: NewWebhook,
	scopeFor: (permission: Permission) => CallerScope | undefined,
): Promise<{readonly webhook: Webhook; readonly secret: string}> {
	const fault = work.webhookAddresses.judge(address);
	if (fault) throw refuse(fault.code, {host: fault.host}, 'address');
	for (const event of events) {
		if (!scopeFor(eventPermissions[event])) {
			throw refuse('webhooks/event-not-allowed', {event}, 'events');
		}
	}
	const ownerId = work.actor.userId;
	if ((await work.webhooks.countActive(ownerId)) >= webhooksMax) {
		throw refuse('webhooks/too-many', {max: String(webhooksMax)});
	}
	const id = work.newId();
	const secret = buildSecret(work.randomBytes);
	const webhook: Webhook = {
		id,
		ownerId,
		address,
		events: [...new Set(events)],
		createdAt: work.now(),
		secret: work.secrets.seal(secret, secretAbout(id)),
	};
	await work.webhooks.insert(webhook);
	return {webhook, secret};
}

/** One's own webhook; anybody else's is not there. @throws DomainError `webhooks/unknown`. */
export async function getWebhook(
	{webhooks, actor}: Pick<WebhookWork, 'webhooks' | 'actor'>,
	id: string,
): Promise<Webhook> {
	const webhook = await webhooks.find(id);
	if (webhook?.ownerId === actor.userId) return webhook;
	throw refuse('webhooks/unknown', {id}, 'id');
}

/** Nothing is sent any more; what waits stays as it is. @throws DomainError `webhooks/unknown`. */
export async function disableWebhook(work: WebhookWork, id: string): Promise<Webhook> {
	const webhook = await getWebhook(work, id);
	if (webhook.disabledAt === undefined) await work.webhooks.disable(id, work.now());
	return getWebhook(work, id);
}

/**
 * A new secret, answered once; for a day messages bear the signatures of both.
 * @throws DomainError `webhooks/unknown`, `webhooks/disabled`.
 */
export async function rotateSecret(
	work: WebhookWork,
	id: string,
): Promise<{readonly webhook: Webhook; readonly secret: string}> {
	const webhook = await getWebhook(work, id);
	if (webhook.disabledAt !== undefined) throw refuse('webhooks/disabled', {id});
	const secret = buildSecret(work.randomBytes);
	await work.webhooks.setSecret(id, work.secrets.seal(secret, secretAbout(id)), {
		secret: webhook.secret,
		until: previousUntil(work.now()),
	});
	return {webhook: await getWebhook(work, id), secret};
}

/**
 * Seals every secret that an older key sealed with the first key; answers how many webhooks that
 * were. @throws SealedElsewhere when one was sealed with a key that is not among those given.
 */
export async function renewWebhookSecrets({
	webhooks,
	secrets,
}: Pick<WebhookWork, 'webhooks' | 'secrets'>): Promise<number> {
	const outdated = (await webhooks.listAll()).filter(({secret, previous}) =>
		[secret, previous?.secret ?? secret].some((sealed) => secrets.isOutdated(sealed)),
	);
	for (const {id, secret, previous} of outdated) {
		const sealAgain = (sealed: string) =>
			secrets.seal(secrets.open(sealed, secretAbout(id)), secretAbout(id));
		await webhooks.setSecret(
			id,
			sealAgain(secret),
			previous && {...previous, secret: sealAgain(previous.secret)},
		);
	}
	return outdated.length;
}

/** @throws DomainError `webhooks/unknown`, `webhooks/unknown-delivery`. */
export async function getDelivery(
	work: Pick<WebhookWork, 'webhooks' | 'actor'>,
	id: string,
	event: number,
): Promise<Delivery> {
	await getWebhook(work, id);
	const delivery = await work.webhooks.findDelivery(id, event);
	if (delivery) return delivery;
	throw refuse('webhooks/unknown-delivery', {event: String(event)}, 'event');
}

/** Sends a dead letter again. @throws DomainError `webhooks/not-dead`, as {@link getDelivery}. */
export async function resend(work: WebhookWork, id: string, event: number): Promise<Delivery> {
	const {state} = await getDelivery(work, id, event);
	if (state !== 'dead') throw refuse('webhooks/not-dead', {event: String(event), state});
	await work.webhooks.revive(id, event, work.now(), attemptsMax);
	return getDelivery(work, id, event);
}
