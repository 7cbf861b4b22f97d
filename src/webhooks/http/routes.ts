import {z} from 'zod';
import {limitDefault, readCursor, toPage} from '../../http/cursor.ts';
import {page, pageQuery} from '../../http/fields.ts';
import {type Route, route} from '../../http/route.ts';
import {
	type WebhookWork,
	createWebhook,
	disableWebhook,
	getDelivery,
	getWebhook,
	resend,
	rotateSecret,
} from '../index.ts';
import {
	attemptAnswer,
	deliveriesQuery,
	deliveryAnswer,
	ofDelivery,
	ofWebhook,
	presentAttempt,
	presentDelivery,
	presentWebhook,
	secretAnswer,
	webhookAnswer,
	webhookBody,
} from './schemas.ts';

const common = {permission: 'webhook:write', tag: 'webhooks'} as const;
const at = '/v1/webhooks';

const subscriptions: readonly Route<WebhookWork>[] = [
	route({
		...common,
		kind: 'read',
		method: 'GET',
		path: at,
		summary: 'My webhooks, the newest first.',
		query: z.strictObject(pageQuery),
		status: 200,
		response: page(webhookAnswer),
		handle: async (work: WebhookWork, {query: {cursor, limit = limitDefault}}) => {
			const before = readCursor(cursor, z.uuid());
			const found = await work.webhooks.list(work.actor.userId, {
				limit: limit + 1,
				...(before === undefined ? {} : {before}),
			});
			return {body: toPage(found, limit, presentWebhook, ({id}) => id)};
		},
	}),
	// Open: the answer of a write is kept, to be given again for the same idempotency key, and so
	// the secret would be kept in clear.
	route({
		...common,
		kind: 'open',
		method: 'POST',
		path: at,
		summary: 'Lets an address be told of what happens in the books that I may see.',
		description:
			'Messages are signed (Standard Webhooks: `webhook-id`, `webhook-timestamp`, ' +
			'`webhook-signature`), sent at least once, in the order of each book, and say nothing of ' +
			'any person: identities, numbers and links. What is not taken with 2xx within ten ' +
			'seconds is tried again, ten times within some ten hours; then it is a dead letter that ' +
			'can be sent again. Redirects are not followed.',
		body: webhookBody,
		status: 201,
		response: secretAnswer,
		refusals: [403, 409],
		handle: async (work: WebhookWork, {body, caller}) => {
			const scopeFor = caller?.scopeFor ?? (() => undefined);
			const {webhook, secret} = await createWebhook(work, body, scopeFor);
			return {body: {...presentWebhook(webhook), secret}};
		},
	}),
	route({
		...common,
		kind: 'read',
		method: 'GET',
		path: `${at}/{id}`,
		summary: 'One of my webhooks.',
		params: ofWebhook,
		status: 200,
		response: webhookAnswer,
		handle: async (work: WebhookWork, {params}) => ({
			body: presentWebhook(await getWebhook(work, params.id)),
		}),
	}),
	route({
		...common,
		kind: 'write',
		method: 'POST',
		path: `${at}/{id}/disable`,
		summary: 'Nothing is sent to it any more.',
		params: ofWebhook,
		status: 200,
		response: webhookAnswer,
		handle: async (work: WebhookWork, {params}) => ({
			body: presentWebhook(await disableWebhook(work, params.id)),
		}),
	}),
	route({
		...common,
		kind: 'open',
		method: 'POST',
		path: `${at}/{id}/rotate-secret`,
		summary: 'A new secret; for a day messages bear the signatures of both.',
		params: ofWebhook,
		status: 200,
		response: secretAnswer,
		refusals: [409],
		handle: async (work: WebhookWork, {params}) => {
			const {webhook, secret} = await rotateSecret(work, params.id);
			return {body: {...presentWebhook(webhook), secret}};
		},
	}),
];

const deliveries: readonly Route<WebhookWork>[] = [
	route({
		...common,
		kind: 'read',
		method: 'GET',
		path: `${at}/{id}/deliveries`,
		summary: 'What was sent to it and what waits or is dead, the newest first.',
		params: ofWebhook,
		query: deliveriesQuery,
		status: 200,
		response: page(deliveryAnswer),
		handle: async (work: WebhookWork, {params, query}) => {
			const {cursor, limit = limitDefault, state} = query;
			const {id} = await getWebhook(work, params.id);
			const before = readCursor(cursor, z.int());
			const found = await work.webhooks.deliveries(id, {
				limit: limit + 1,
				...(state === undefined ? {} : {state}),
				...(before === undefined ? {} : {before}),
			});
			return {body: toPage(found, limit, presentDelivery, ({event}) => event)};
		},
	}),
	route({
		...common,
		kind: 'read',
		method: 'GET',
		path: `${at}/{id}/deliveries/{event}/attempts`,
		summary: 'Each attempt at a message: when, what was answered, how long it took.',
		params: ofDelivery,
		status: 200,
		response: page(attemptAnswer),
		handle: async (work: WebhookWork, {params: {id, event}}) => {
			await getDelivery(work, id, event);
			const attempts = await work.webhooks.attempts(id, event);
			return {body: {items: attempts.map(presentAttempt), nextCursor: null}};
		},
	}),
	route({
		...common,
		kind: 'write',
		method: 'POST',
		path: `${at}/{id}/deliveries/{event}/resend`,
		summary: 'Sends a dead letter again.',
		params: ofDelivery,
		status: 200,
		response: deliveryAnswer,
		handle: async (work: WebhookWork, {params: {id, event}}) => ({
			body: presentDelivery(await resend(work, id, event)),
		}),
	}),
];

/** Who is told of what happens, and what became of it. */
export const webhookRoutes: readonly Route<WebhookWork>[] = [...subscriptions, ...deliveries];
