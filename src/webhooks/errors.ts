import {type RefusalTexts, refuser} from '../kernel/errors.ts';

export const webhookTexts = {
	'webhooks/unknown': {
		id: 'Anda tidak mempunyai webhook {id}.',
		en: 'You have no webhook {id}.',
	},
	'webhooks/unknown-delivery': {
		id: 'Webhook ini tidak mempunyai pesan {event}.',
		en: 'This webhook has no message {event}.',
	},
	'webhooks/disabled': {
		id: 'Webhook {id} sudah dinonaktifkan; buat yang baru.',
		en: 'The webhook {id} is disabled; make a new one.',
	},
	'webhooks/too-many': {
		id: 'Anda sudah mempunyai {max} webhook; nonaktifkan salah satunya.',
		en: 'You have {max} webhooks already; disable one of them.',
	},
	'webhooks/event-not-allowed': {
		id: 'Peran Anda tidak mengizinkan membaca {event}.',
		en: 'Your role does not allow you to read {event}.',
	},
	'webhooks/not-dead': {
		id: 'Pesan {event} tidak gagal ({state}); hanya pesan gagal yang dikirim ulang.',
		en: 'The message {event} is not dead ({state}); only a dead one is sent again.',
	},
	'webhooks/address-malformed': {
		id: 'Alamat harus URL seperti https://penerima.example/kait, tanpa nama pengguna dan #.',
		en: 'The address must be a URL such as https://receiver.example/hook, without a user or #.',
	},
	'webhooks/address-not-https': {
		id: 'Alamat harus dimulai dengan https.',
		en: 'The address must begin with https.',
	},
	'webhooks/address-not-public': {
		id: 'Alamat {host} tidak dapat dicapai dari internet umum; administrator dapat mengizinkannya.',
		en: 'The address {host} is not one of the public internet; the administrator can allow it.',
	},
} as const satisfies RefusalTexts;

export type WebhookCode = keyof typeof webhookTexts;
export const refuse = refuser(webhookTexts);
