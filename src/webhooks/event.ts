import type {Permission} from '../kernel/permission.ts';

/** What somebody can be told of, and what they must be allowed to read for it. */
export const eventPermissions = {
	'entry.posted': 'ledger:read',
	'period.closed': 'ledger:read',
	'finding.raised': 'finding:read',
	'checkpoint.taken': 'evidence:read',
} as const satisfies Record<string, Permission>;

export type EventType = keyof typeof eventPermissions;
export const eventTypes = Object.keys(eventPermissions) as [EventType, ...EventType[]];

/** Something that happened, as the outbox has it. */
export type WebhookEvent = {
	readonly id: number;
	readonly type: EventType;
	/** Undefined for what is of no book. */
	readonly book?: string;
	/** The number, month or sequence of it; of a finding also its identity. */
	readonly subject: string;
	readonly occurredAt: Date;
};

/** As Standard Webhooks has it: identities, numbers and links, and nothing of any person. */
export type Payload = {
	readonly type: EventType;
	readonly timestamp: string;
	readonly data: Readonly<Record<string, string | number>> & {readonly href: string};
};

export function buildPayload(event: WebhookEvent, publicUrl: string): Payload {
	return {
		type: event.type,
		timestamp: event.occurredAt.toISOString(),
		data: dataOf(event, `${publicUrl}/v1`),
	};
}

function dataOf({type, book = '', subject}: WebhookEvent, at: string): Payload['data'] {
	switch (type) {
		case 'entry.posted':
			return {
				book,
				number: Number.parseInt(subject, 10),
				href: `${at}/books/${book}/entries/${subject}`,
			};
		case 'period.closed':
			return {book, month: subject, href: `${at}/books/${book}/periods`};
		case 'finding.raised': {
			const [number = '', id = ''] = subject.split(' ');
			return {book, number: Number.parseInt(number, 10), id, href: `${at}/findings/${id}`};
		}
		case 'checkpoint.taken':
			return {sequence: Number.parseInt(subject, 10), href: `${at}/audit/checkpoints/${subject}`};
	}
}

/** The same for every attempt, so that a receiver knows what it has already. */
export const messageId = (webhook: string, event: number): string => `msg_${webhook}_${event}`;
