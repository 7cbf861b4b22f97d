import type {RefusalTable} from '../../http/problem.ts';
import {type WebhookCode, webhookTexts} from '../index.ts';

const statuses: Record<WebhookCode, number> = {
	'webhooks/unknown': 404,
	'webhooks/unknown-delivery': 404,
	'webhooks/disabled': 409,
	'webhooks/too-many': 409,
	'webhooks/event-not-allowed': 403,
	'webhooks/not-dead': 409,
	'webhooks/address-malformed': 422,
	'webhooks/address-not-https': 422,
	'webhooks/address-not-public': 422,
};

export const webhookRefusals: RefusalTable = {texts: webhookTexts, statuses};
