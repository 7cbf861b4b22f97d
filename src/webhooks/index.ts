// The door of webhooks: all that other rooms may see of it.
export {
	type NewWebhook,
	createWebhook,
	disableWebhook,
	getDelivery,
	getWebhook,
	renewWebhookSecrets,
	resend,
	rotateSecret,
} from './commands/manage-webhooks.ts';
export {
	type Message,
	type Outcome,
	buildMessage,
	claimMessages,
	notAllowed,
	recordAttempt,
} from './commands/deliver.ts';
export {type WebhookCode, webhookTexts} from './errors.ts';
export {type EventType, eventTypes} from './event.ts';
export type {AddressRules, Claimed, WebhookStore, WebhookWork} from './ports.ts';
export type {AttemptLog, Delivery, DeliveryState, Webhook} from './webhook.ts';
