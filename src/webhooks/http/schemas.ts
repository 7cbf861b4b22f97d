import {z} from 'zod';
import {countText, id, momentText, pageQuery} from '../../http/fields.ts';
import {type AttemptLog, type Delivery, type Webhook, eventTypes} from '../index.ts';

export const webhookBody = z.strictObject({
	address: z
		.string()
		.min(1)
		.max(500)
		.meta({
			description: 'Where to send to; https, and of the public internet.',
			examples: ['https://receiver.example/bergulir'],
		}),
	events: z.array(z.enum(eventTypes)).min(1).max(20),
});

export const ofWebhook = z.strictObject({id: id<string>()});
export const ofDelivery = z.strictObject({
	id: id<string>(),
	event: countText({min: 1, max: 1_000_000_000_000}),
});

export const deliveryStates = ['waiting', 'delivered', 'dead'] as const;
export const deliveriesQuery = z.strictObject({
	state: z.enum(deliveryStates).optional(),
	...pageQuery,
});

export const webhookAnswer = z.strictObject({
	id: z.string(),
	address: z.string(),
	events: z.array(z.enum(eventTypes)),
	createdAt: momentText(),
	disabledAt: momentText().nullable(),
	previousSecretUntil: momentText().nullable().meta({
		description: 'Until then messages bear the signature of the previous secret too.',
	}),
});

export const secretAnswer = webhookAnswer.extend({
	secret: z
		.string()
		.meta({description: 'Shown this once. Standard Webhooks: `whsec_` and base64.'}),
});

export const deliveryAnswer = z.strictObject({
	event: z.number(),
	type: z.enum(eventTypes),
	book: z.string().nullable(),
	occurredAt: momentText(),
	state: z.enum(deliveryStates),
	attempts: z.number(),
	nextAttemptAt: momentText().nullable(),
	deliveredAt: momentText().nullable(),
	lastFailure: z.string().nullable(),
});

export const attemptAnswer = z.strictObject({
	attempt: z.number(),
	attemptedAt: momentText(),
	status: z.number().nullable(),
	failure: z.string().nullable(),
	tookMs: z.number(),
});

export const presentWebhook = (webhook: Webhook): z.output<typeof webhookAnswer> => ({
	id: webhook.id,
	address: webhook.address,
	events: [...webhook.events],
	createdAt: webhook.createdAt.toISOString(),
	disabledAt: webhook.disabledAt?.toISOString() ?? null,
	previousSecretUntil: webhook.previous?.until.toISOString() ?? null,
});

export const presentDelivery = (delivery: Delivery): z.output<typeof deliveryAnswer> => ({
	event: delivery.event,
	type: delivery.type,
	book: delivery.book ?? null,
	occurredAt: delivery.occurredAt.toISOString(),
	state: delivery.state,
	attempts: delivery.attempts,
	nextAttemptAt: delivery.state === 'waiting' ? delivery.nextAttemptAt.toISOString() : null,
	deliveredAt: delivery.deliveredAt?.toISOString() ?? null,
	lastFailure: delivery.lastFailure ?? null,
});

export const presentAttempt = (attempt: AttemptLog): z.output<typeof attemptAnswer> => ({
	attempt: attempt.attempt,
	attemptedAt: attempt.attemptedAt.toISOString(),
	status: attempt.status ?? null,
	failure: attempt.failure ?? null,
	tookMs: attempt.tookMs,
});
