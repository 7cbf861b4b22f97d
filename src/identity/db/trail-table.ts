import type {Knex} from 'knex';
import type {CallerScope} from '../../kernel/scope.ts';
import {type ActKind, type SealedAct, type TrailTip, detailPairs} from '../act.ts';
import type {TrailStore} from '../ports.ts';

export const createTrailTable = (trx: Knex): TrailStore => ({
	async lockTrail(concerns) {
		const {rows} = await trx.raw<{rows: (TipRow & {places: string[]})[]}>(
			`select tip.number, encode(tip.hash, 'hex') as hash, tip.recorded_at,
				trail_places(?) as places
			from trail_lock_tip() tip`,
			[concerns],
		);
		return {...toTip(rows[0]!), places: rows[0]!.places};
	},
	async appendAct(act) {
		await trx('trail_acts').insert({
			number: act.number,
			recorded_at: act.recordedAt,
			actor: act.actor,
			actor_id: act.actorId,
			kind: act.kind,
			subject: act.subject,
			details: JSON.stringify(detailPairs(act.details)),
			outcome: act.outcome,
			code: act.code ?? null,
			request_id: act.requestId ?? null,
			address: act.address ?? null,
			places: [...act.places],
			previous_hash: Buffer.from(act.previousHash, 'hex'),
			hash: Buffer.from(act.hash, 'hex'),
			canonical: act.canonical,
		});
	},
	async listActs({within, after, before, actor, subject, limit}) {
		const rows: ActRow[] = await trx('trail_acts')
			.select(columns(trx))
			.modify((query) => {
				onlyWithin(query, within);
				if (before !== undefined) void query.where('number', '<', before);
				if (after !== undefined) void query.where('number', '>', after);
				if (actor !== undefined) void query.where({actor});
				if (subject !== undefined) void query.where({subject});
			})
			.orderBy('number', after === undefined ? 'desc' : 'asc')
			.limit(limit);
		return rows.map(toAct);
	},
	async readTrailTip() {
		const row: TipRow | undefined = await trx('trail_tip').first(
			'number',
			trx.raw(`encode(hash, 'hex') as hash`),
			'recorded_at',
		);
		return toTip(row!);
	},
});

// An act is shown to whoever may read every place of whom it concerns.
function onlyWithin(query: Knex.QueryBuilder, within: CallerScope): void {
	if (within.all) return;
	void query.whereRaw(
		`not exists (
			select from unnest(places) place
			where not (split_part(place, '/', 2) = any (cast(? as text[])))
				and not exists (
					select from unnest(cast(? as text[])) region
					where place = region or place like region || '.%' or place like region || '/%'
				)
		)`,
		[[...within.cooperatives], [...within.regions]],
	);
}

const columns = (trx: Knex) => [
	'number',
	'recorded_at',
	'actor',
	'actor_id',
	'kind',
	'subject',
	'details',
	'outcome',
	'code',
	'request_id',
	'address',
	'places',
	trx.raw(`encode(previous_hash, 'hex') as previous_hash`),
	trx.raw(`encode(hash, 'hex') as hash`),
	'canonical',
];

type TipRow = {number: number; hash: string; recorded_at: Date};

const toTip = (row: TipRow): TrailTip => ({
	number: row.number,
	hash: row.hash,
	recordedAt: row.recorded_at,
});

type ActRow = {
	number: number;
	recorded_at: Date;
	actor: string;
	actor_id: string;
	kind: ActKind;
	subject: string;
	details: [string, string][];
	outcome: SealedAct['outcome'];
	code: string | null;
	request_id: string | null;
	address: string | null;
	places: string[];
	previous_hash: string;
	hash: string;
	canonical: string;
};

const toAct = (row: ActRow): SealedAct => ({
	number: row.number,
	recordedAt: row.recorded_at,
	actor: row.actor,
	actorId: row.actor_id,
	kind: row.kind,
	subject: row.subject,
	details: Object.fromEntries(row.details),
	outcome: row.outcome,
	...(row.code === null ? {} : {code: row.code}),
	...(row.request_id === null ? {} : {requestId: row.request_id}),
	...(row.address === null ? {} : {address: row.address}),
	places: row.places,
	previousHash: row.previous_hash,
	hash: row.hash,
	canonical: row.canonical,
});
