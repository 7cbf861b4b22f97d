import type {Knex} from 'knex';
import {type Hash, type KeptNodes, leafHash} from '../merkle-tree.ts';
import type {EvidenceStore} from '../ports.ts';
import {
	type CheckpointRow,
	type HeadRow,
	type KeyRow,
	type MovedRow,
	fromCheckpoint,
	fromKey,
	toCheckpoint,
	toHead,
	toKey,
	toMoved,
} from './rows.ts';

/** Evidence over one transaction of PostgreSQL. */
export const createEvidenceStore = (trx: Knex): EvidenceStore => ({
	...createWriter(trx),
	...createCheckpointReader(trx),
	...createTreeReader(trx),
	...createTrailReader(trx),
});

// Taken by whoever adds to the log or to the keys; freed when their transaction ends.
const logLock = 7_121_771;

type Writer = Pick<
	EvidenceStore,
	| 'overEveryBook'
	| 'lockLog'
	| 'movedHeads'
	| 'movedTrail'
	| 'appendTrailHead'
	| 'appendHeads'
	| 'growLog'
	| 'appendCheckpoint'
>;

const createWriter = (trx: Knex): Writer => ({
	async overEveryBook(run) {
		const {rows} = await trx.raw<{rows: {scope: string}[]}>(
			`select current_setting('bergulir.all_books', true) as scope,
				set_config('bergulir.all_books', 'on', true)`,
		);
		// After a failure the transaction, or its savepoint, takes the setting back with the rest.
		const result = await run();
		await trx.raw(`select set_config('bergulir.all_books', ?, true)`, [rows[0]!.scope]);
		return result;
	},
	async lockLog() {
		await trx.raw('select pg_advisory_xact_lock(?)', [logLock]);
	},
	async movedHeads() {
		const {rows} = await trx.raw<{rows: MovedRow[]}>('select * from evidence_moved_heads()');
		return rows.map(toMoved);
	},
	async appendHeads(heads) {
		await trx.raw(
			`insert into log_heads (position, checkpoint, book_id, size, head, root, recorded_at,
				canonical, hash)
			select item.position, item.checkpoint, books.id, item.size, decode(item.head, 'hex'),
				decode(item.root, 'hex'), item."recordedAt", item.canonical, decode(item.hash, 'hex')
			from jsonb_to_recordset(cast(? as jsonb)) as item (position bigint, checkpoint bigint,
				book text, size bigint, head text, root text, "recordedAt" timestamptz, canonical text,
				hash text)
			join books on books.code = item.book
			order by item.position`,
			[
				JSON.stringify(
					heads.map((head) => ({...head, hash: leafHash(Buffer.from(head.canonical, 'utf8'))})),
				),
			],
		);
	},
	async movedTrail() {
		const {rows} = await trx.raw<{rows: {size: number; head: Buffer; recorded_at: Date}[]}>(
			'select * from evidence_moved_trail()',
		);
		const [row] = rows;
		return row && {size: row.size, head: row.head.toString('hex'), recordedAt: row.recorded_at};
	},
	async appendTrailHead(head) {
		await trx('log_heads').insert({
			position: head.position,
			checkpoint: head.checkpoint,
			size: head.size,
			head: Buffer.from(head.head, 'hex'),
			recorded_at: head.recordedAt,
			canonical: head.canonical,
			hash: Buffer.from(leafHash(Buffer.from(head.canonical, 'utf8')), 'hex'),
		});
	},
	async growLog(size) {
		await trx.raw('select evidence_grow(0, ?)', [size]);
		const {rows} = await trx.raw<{rows: {root: Buffer}[]}>('select evidence_root(0, ?) as root', [
			size,
		]);
		return rows[0]!.root.toString('hex');
	},
	async appendCheckpoint(checkpoint) {
		await trx<CheckpointRow>('checkpoints').insert(fromCheckpoint(checkpoint));
	},
});

type CheckpointReader = Pick<
	EvidenceStore,
	'newestCheckpoint' | 'findCheckpoint' | 'listCheckpoints' | 'keys' | 'appendKey'
>;

const createCheckpointReader = (trx: Knex): CheckpointReader => ({
	async newestCheckpoint(takenBy) {
		const row: CheckpointRow | undefined = await trx<CheckpointRow>('checkpoints')
			.modify((query) => {
				if (takenBy !== undefined) void query.where('taken_at', '<=', takenBy);
			})
			.orderBy('sequence', 'desc')
			.first();
		return row && toCheckpoint(row);
	},
	async findCheckpoint(sequence) {
		const row: CheckpointRow | undefined = await trx<CheckpointRow>('checkpoints')
			.where({sequence})
			.first();
		return row && toCheckpoint(row);
	},
	async listCheckpoints({before, limit}) {
		const rows: CheckpointRow[] = await trx<CheckpointRow>('checkpoints')
			.modify((query) => {
				if (before !== undefined) void query.where('sequence', '<', before);
			})
			.orderBy('sequence', 'desc')
			.limit(limit);
		return rows.map(toCheckpoint);
	},
	async keys() {
		const rows: KeyRow[] = await trx<KeyRow>('signing_keys').orderBy('number');
		return rows.map(toKey);
	},
	async appendKey(key) {
		await trx<KeyRow>('signing_keys').insert(fromKey(key));
	},
});

type TreeReader = Pick<EvidenceStore, 'findHead' | 'leaves' | 'nodes' | 'sealedTexts'>;

const createTreeReader = (trx: Knex): TreeReader => ({
	async findHead(book, logSize) {
		const row: HeadRow | undefined = await trx('log_heads')
			.join('books', 'books.id', 'log_heads.book_id')
			.where({book_id: book.id})
			.where('position', '<', logSize)
			.orderBy('position', 'desc')
			.first('log_heads.*', 'books.code');
		return row && toHead(row);
	},
	async leaves({from, limit, textsOf}) {
		const {rows} = await trx.raw<{
			rows: {position: number; hash: Buffer; canonical: string | null}[];
		}>(
			`select leaf.at_position as position, leaf.head_hash as hash, told.canonical
			from evidence_log_hashes(:from, :limit) leaf
			left join log_heads told on told.position = leaf.at_position
				and (cast(:book as integer) is null or told.book_id = :book)
			order by leaf.at_position`,
			{from, limit, book: textsOf?.id ?? null},
		);
		return rows.map(({position, hash, canonical}) => ({
			position,
			hash: hash.toString('hex'),
			canonical: canonical ?? undefined,
		}));
	},
	async nodes(tree, runs) {
		// Each node by its place: from a range the planner could not tell how few they are.
		const placesOf = ({level, first, width}: KeptNodes): string[] =>
			Array.from({length: width}, (_, index) => `${level}/${first + index}`);
		const positionsOf = (kept: readonly KeptNodes[]): number[] =>
			kept.flatMap(({first, width}) => Array.from({length: width}, (_, index) => first + index));
		const upper = runs.filter(({level}) => level > 0);
		const {rows} = await trx.raw<{rows: {level: number; position: number; hash: Buffer}[]}>(
			tree === 'log' ? logNodesSql : bookNodesSql,
			{
				tree: tree === 'log' ? 0 : tree.id,
				leaves: positionsOf(runs.filter(({level}) => level === 0)),
				levels: [...new Set(upper.map(({level}) => level))],
				positions: positionsOf(upper),
			},
		);
		const found = new Map<string, Hash>();
		for (const {level, position, hash} of rows) {
			const isEntry = tree !== 'log' && level === 0;
			found.set(`${level}/${position}`, isEntry ? leafHash(hash) : hash.toString('hex'));
		}
		return runs.map((run) =>
			placesOf(run)
				.map((place) => found.get(place))
				.filter((hash) => hash !== undefined),
		);
	},
	async sealedTexts(book, {after, upTo, limit}) {
		const rows: {number: number; canonical: string}[] = await trx('entries')
			.where({book_id: book.id})
			.where('number', '>', after)
			.where('number', '<=', upTo)
			.orderBy('number')
			.limit(limit)
			.select('number', 'canonical');
		return rows;
	},
});

const createTrailReader = (trx: Knex): Pick<EvidenceStore, 'trailHeads'> => ({
	async trailHeads() {
		const {rows} = await trx.raw<{rows: ToldRow[]}>('select * from evidence_trail_heads()');
		return rows.map(({checkpoint, size, head, canonical, leaf, act}) => ({
			checkpoint,
			size,
			head: head.toString('hex'),
			canonical,
			leaf: leaf.toString('hex'),
			act: act?.toString('hex'),
		}));
	},
});

type ToldRow = {
	checkpoint: number;
	size: number;
	head: Buffer;
	canonical: string;
	leaf: Buffer;
	act: Buffer | null;
};

// Of the levels and positions asked for every combination is found; the few too many are left out.
const upperNodesSql = `
	select cast(level as integer) as level, position, hash from tree_nodes
	where book_id = :tree and level = any (cast(:levels as smallint[]))
		and position = any (cast(:positions as bigint[]))
	union all
`;

const bookNodesSql = `${upperNodesSql}
	select 0, leaf.position, entries.hash
	from unnest(cast(:leaves as bigint[])) leaf (position)
	cross join lateral (
		select hash from entries where book_id = :tree and number = leaf.position + 1 offset 0
	) entries
`;

const logNodesSql = `${upperNodesSql}
	select 0, leaf.position, told.head_hash
	from unnest(cast(:leaves as bigint[])) leaf (position)
	cross join lateral evidence_log_hashes(leaf.position, 1) told
`;
