import type {Knex} from 'knex';
import {type Hash, leafHash} from '../merkle-tree.ts';
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
});

// Taken by whoever adds to the log or to the keys; freed when their transaction ends.
const logLock = 7_121_771;

type Writer = Pick<
	EvidenceStore,
	'overEveryBook' | 'lockLog' | 'movedHeads' | 'appendHeads' | 'growLog' | 'appendCheckpoint'
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
	async newestCheckpoint() {
		const row: CheckpointRow | undefined = await trx<CheckpointRow>('checkpoints')
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
		const {rows} = await trx.raw<{rows: {run: number; hash: Buffer}[]}>(nodesSql(tree), {
			tree: tree === 'log' ? 0 : tree.id,
			levels: runs.map(({level}) => level),
			firsts: runs.map(({first}) => first),
			widths: runs.map(({width}) => width),
		});
		const found = runs.map((): Hash[] => []);
		for (const {run, hash} of rows) {
			const isEntry = tree !== 'log' && runs[run - 1]!.level === 0;
			found[run - 1]!.push(isEntry ? leafHash(hash) : hash.toString('hex'));
		}
		return found;
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

const leavesOfBook = `
	select number - 1 as position, hash from entries
	where book_id = :tree and number > run.first and number <= run.first + run.width
`;
const leavesOfLog = `
	select at_position as position, head_hash as hash from evidence_log_hashes(run.first, run.width)
`;

/** The hashes of every run in one question. */
const nodesSql = (tree: unknown): string => `
	with run as (
		select * from unnest(cast(:levels as integer[]), cast(:firsts as bigint[]),
			cast(:widths as bigint[])) with ordinality as run (level, first, width, ordinal)
	)
	select cast(run.ordinal as integer) as run, node.hash, node.position
	from run cross join lateral (${tree === 'log' ? leavesOfLog : leavesOfBook}) node
	where run.level = 0
	union all
	select cast(run.ordinal as integer), node.hash, node.position
	from run join tree_nodes node on node.book_id = :tree and node.level = run.level
		and node.position >= run.first and node.position < run.first + run.width
	where run.level > 0
	order by run, position
`;
