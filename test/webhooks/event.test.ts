import test from 'ava';
import {type WebhookEvent, buildPayload, messageId} from '../../src/webhooks/event.ts';

const occurredAt = new Date('2026-03-31T05:00:00Z');
const dataOf = (event: Partial<WebhookEvent> & Pick<WebhookEvent, 'type' | 'subject'>) =>
	buildPayload({id: 7, occurredAt, book: 'KOP-1', ...event}, 'https://dana.example').data;

test('a message says what happened by numbers and links', (t) => {
	const at = 'https://dana.example/v1';
	t.deepEqual(dataOf({type: 'entry.posted', subject: '12'}), {
		book: 'KOP-1',
		number: 12,
		href: `${at}/books/KOP-1/entries/12`,
	});
	t.deepEqual(dataOf({type: 'period.closed', subject: '2026-02'}), {
		book: 'KOP-1',
		month: '2026-02',
		href: `${at}/books/KOP-1/periods`,
	});
	const id = '0190b1c0-0000-7000-8000-000000000001';
	t.deepEqual(dataOf({type: 'finding.raised', subject: `3 ${id}`}), {
		book: 'KOP-1',
		number: 3,
		id,
		href: `${at}/findings/${id}`,
	});
	t.deepEqual(dataOf({type: 'checkpoint.taken', subject: '5'}), {
		sequence: 5,
		href: `${at}/audit/checkpoints/5`,
	});
});

test('every attempt at a message has its identity', (t) => {
	t.is(messageId('0190b1c0', 7), 'msg_0190b1c0_7');
	t.is(
		buildPayload({id: 7, type: 'entry.posted', subject: '1', occurredAt}, '').timestamp,
		'2026-03-31T05:00:00.000Z',
	);
});
