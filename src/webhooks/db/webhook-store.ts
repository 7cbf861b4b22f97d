import type {Knex} from 'knex';
import type {EventType} from '../event.ts';
import type {Claimed, WebhookStore} from '../ports.ts';
import type {AttemptLog, Delivery, Webhook} from '../webhook.ts';

/** Webhooks with what waits for them, in PostgreSQL, within one transaction. */
export const createWebhookStore = (trx: Knex): WebhookStore => ({
	...createWebhookTable(trx),
	...createDeliveryReader(trx),
	...createOutbox(trx),
});

const createWebhookTable = (
	trx: Knex,
): Omit<
	WebhookStore,
	keyof ReturnType<typeof createDeliveryReader> | keyof ReturnType<typeof createOutbox>
> => ({
	async insert(webhook) {
		await trx('webhooks').insert({
			id: webhook.id,
			owner_id: webhook.ownerId,
			address: webhook.address,
			events: [...webhook.events],
			created_at: webhook.createdAt,
			secret: webhook.secret,
		});
	},
	async find(id) {
		const row: WebhookRow | undefined = await trx('webhooks').where({id}).first();
		return row && toWebhook(row);
	},
	async list(ownerId, {before, limit}) {
		const rows: WebhookRow[] = await trx('webhooks')
			.where({owner_id: ownerId})
			.modify((query) => {
				if (before !== undefined) void query.where('id', '<', before);
			})
			.orderBy('id', 'desc')
			.limit(limit);
		return rows.map(toWebhook);
	},
	async countActive(ownerId) {
		const [row] = await trx('webhooks')
			.where({owner_id: ownerId})
			.whereNull('disabled_at')
			.count<{count: number}[]>('* as count');
		return row!.count;
	},
	async disable(id, at) {
		await trx('webhooks').where({id}).whereNull('disabled_at').update({disabled_at: at});
	},
	async setSecret(id, secret, previous) {
		await trx('webhooks')
			.where({id})
			.update({
				secret,
				previous_secret: previous?.secret ?? null,
				previous_until: previous?.until ?? null,
			});
	},
	async listAll() {
		const rows: WebhookRow[] = await trx('webhooks').orderBy('id');
		return rows.map(toWebhook);
	},
});

const createDeliveryReader = (
	trx: Knex,
): Pick<WebhookStore, 'deliveries' | 'findDelivery' | 'attempts'> => {
	const deliveries = (id: string) =>
		trx('webhook_deliveries as delivery')
			.join('webhook_events as event', 'event.id', 'delivery.event_id')
			.leftJoin('books', 'books.id', 'delivery.book_id')
			.where('delivery.webhook_id', id)
			.select(
				'delivery.*',
				'event.type',
				'event.occurred_at',
				'books.code as book',
				trx.raw(
					`case when delivered_at is not null then 'delivered'
						when dead_at is not null then 'dead' else 'waiting' end as state`,
				),
			);
	return {
		async deliveries(id, {state, before, limit}) {
			const rows = (await deliveries(id)
				.modify((query) => {
					if (before !== undefined) void query.where('delivery.event_id', '<', before);
					if (state === 'delivered') void query.whereNotNull('delivered_at');
					if (state === 'dead') void query.whereNotNull('dead_at');
					if (state === 'waiting') void query.whereNull('delivered_at').whereNull('dead_at');
				})
				.orderBy('delivery.event_id', 'desc')
				.limit(limit)) as DeliveryRow[];
			return rows.map(toDelivery);
		},
		async findDelivery(id, event) {
			const [row] = (await deliveries(id).where('event_id', event)) as DeliveryRow[];
			return row && toDelivery(row);
		},
		async attempts(id, event) {
			const rows: AttemptRow[] = await trx('webhook_attempts')
				.where({webhook_id: id, event_id: event})
				.orderBy('attempt');
			return rows.map(toAttempt);
		},
	};
};

// What another sender holds is passed over; of a book nothing is sent before what came earlier.
const claimSql = `
	with next as (
		select waiting.webhook_id, waiting.event_id
		from webhook_deliveries waiting
		join webhooks on webhooks.id = waiting.webhook_id and webhooks.disabled_at is null
		where waiting.delivered_at is null and waiting.dead_at is null
			and waiting.next_attempt_at <= :now
			and not exists (
				select from webhook_deliveries earlier
				where earlier.webhook_id = waiting.webhook_id
					and earlier.book_id is not distinct from waiting.book_id
					and earlier.event_id < waiting.event_id
					and earlier.delivered_at is null and earlier.dead_at is null)
		order by waiting.next_attempt_at, waiting.event_id
		limit :limit
		for update of waiting skip locked
	), taken as (
		update webhook_deliveries delivery
		set attempts = delivery.attempts + 1, next_attempt_at = :until
		from next
		where delivery.webhook_id = next.webhook_id and delivery.event_id = next.event_id
		returning delivery.webhook_id, delivery.event_id, delivery.attempts, delivery.attempts_max
	)
	select webhooks.*, taken.event_id, taken.attempts, taken.attempts_max, event.type,
		event.subject, event.occurred_at, books.code as book, books.region_code as region
	from taken
	join webhooks on webhooks.id = taken.webhook_id
	join webhook_events event on event.id = taken.event_id
	left join books on books.id = event.book_id
	order by taken.event_id`;

const createOutbox = (trx: Knex): Pick<WebhookStore, 'claim' | 'revive' | 'recordAttempt'> => ({
	async claim({now, until, limit}) {
		const {rows} = await trx.raw<{rows: ClaimedRow[]}>(claimSql, {now, until, limit});
		return rows.map(toClaimed);
	},
	async revive(id, event, at, attempts) {
		await trx('webhook_deliveries')
			.where({webhook_id: id, event_id: event})
			.whereNotNull('dead_at')
			.update({
				dead_at: null,
				next_attempt_at: at,
				attempts_max: trx.raw('attempts + ?', [attempts]),
			});
	},
	async recordAttempt({webhook, event}, attempt, became) {
		const key = {webhook_id: webhook.id, event_id: event.id};
		await trx.raw(
			`insert into webhook_attempts (webhook_id, event_id, attempt, book_id, attempted_at,
				status, failure, took_ms)
			select webhook_id, event_id, :attempt, book_id, cast(:at as timestamptz),
				:status, :failure, :tookMs
			from webhook_deliveries where webhook_id = :webhook_id and event_id = :event_id
			on conflict do nothing`,
			{
				...key,
				attempt: attempt.attempt,
				at: attempt.attemptedAt,
				status: attempt.status ?? null,
				failure: attempt.failure ?? null,
				tookMs: attempt.tookMs,
			},
		);
		// Whoever took the message over meanwhile has counted one more, and says what became of it.
		await trx('webhook_deliveries')
			.where({...key, attempts: attempt.attempt})
			.whereNull('delivered_at')
			.update({
				last_failure: attempt.failure ?? null,
				...(became.state === 'delivered' ? {delivered_at: became.at} : {}),
				...(became.state === 'dead' ? {dead_at: became.at} : {}),
				...(became.state === 'waiting' ? {next_attempt_at: became.nextAttemptAt} : {}),
			});
	},
});

type WebhookRow = {
	id: string;
	owner_id: string;
	address: string;
	events: EventType[];
	created_at: Date;
	disabled_at: Date | null;
	secret: string;
	previous_secret: string | null;
	previous_until: Date | null;
};

const toWebhook = (row: WebhookRow): Webhook => ({
	id: row.id,
	ownerId: row.owner_id,
	address: row.address,
	events: row.events,
	createdAt: row.created_at,
	...(row.disabled_at === null ? {} : {disabledAt: row.disabled_at}),
	secret: row.secret,
	...(row.previous_secret === null
		? {}
		: {previous: {secret: row.previous_secret, until: row.previous_until!}}),
});

type ClaimedRow = WebhookRow & {
	event_id: number;
	attempts: number;
	attempts_max: number;
	type: EventType;
	subject: string;
	occurred_at: Date;
	book: string | null;
	region: string | null;
};

const toClaimed = (row: ClaimedRow): Claimed => ({
	webhook: toWebhook(row),
	event: {
		id: row.event_id,
		type: row.type,
		...(row.book === null ? {} : {book: row.book}),
		subject: row.subject,
		occurredAt: row.occurred_at,
	},
	...(row.region === null ? {} : {region: row.region}),
	attempts: row.attempts,
	attemptsMax: row.attempts_max,
});

type DeliveryRow = {
	event_id: number;
	type: EventType;
	book: string | null;
	occurred_at: Date;
	state: Delivery['state'];
	attempts: number;
	next_attempt_at: Date;
	delivered_at: Date | null;
	last_failure: string | null;
};

const toDelivery = (row: DeliveryRow): Delivery => ({
	event: row.event_id,
	type: row.type,
	...(row.book === null ? {} : {book: row.book}),
	occurredAt: row.occurred_at,
	state: row.state,
	attempts: row.attempts,
	nextAttemptAt: row.next_attempt_at,
	...(row.delivered_at === null ? {} : {deliveredAt: row.delivered_at}),
	...(row.last_failure === null ? {} : {lastFailure: row.last_failure}),
});

type AttemptRow = {
	attempt: number;
	attempted_at: Date;
	status: number | null;
	failure: string | null;
	took_ms: number;
};

const toAttempt = (row: AttemptRow): AttemptLog => ({
	attempt: row.attempt,
	attemptedAt: row.attempted_at,
	...(row.status === null ? {} : {status: row.status}),
	...(row.failure === null ? {} : {failure: row.failure}),
	tookMs: row.took_ms,
});
