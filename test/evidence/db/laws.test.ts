// The laws of evidence against everyone: with SQL, past all of our code. Each forgery differs from
// an honest row, which is taken, in the one thing that is forged.
import test from 'ava';
import type {Knex} from 'knex';
import {
	type Checkpoint,
	type Head,
	certifyKey,
	encodeCheckpoint,
	encodeHead,
	signCheckpoint,
} from '../../../src/evidence/checkpoint.ts';
import {leafHash} from '../../../src/evidence/merkle-tree.ts';
import {privateKeyOf, signerOf} from '../../../src/evidence/signing-key.ts';
import type {BookCode} from '../../../src/kernel/ids.ts';
import {type World, createWorld, officer, openCity, openCooperative} from '../../helpers/world.ts';
import {checkpoint, post, sha256} from '../setup.ts';

let world: World;
let last: Checkpoint;
const book = 'KOP-1771011001' as BookCode;
const other = 'KOP-1771011002' as BookCode;

test.before(async () => {
	world = await createWorld();
	await openCity(world);
	await openCooperative(world);
	await openCooperative(world, '17.71.01.1002');
	await post(world, other, 2);
	await post(world, book, 300);
	last = await checkpoint(world);
	await post(world, book, 2);
});
test.after.always(async () => {
	await world.close();
});

type Scope = 'all' | readonly string[];

/** Runs SQL as the service's role; undone in the end. */
async function asService(
	run: (trx: Knex.Transaction) => Promise<unknown>,
	scope: Scope = 'all',
): Promise<void> {
	const trx = await world.database.service.transaction();
	try {
		if (scope === 'all') await trx.raw(`select set_config('bergulir.all_books', 'on', true)`);
		else {
			await trx.raw(
				`select set_config('bergulir.books',
					(select array_agg(id)::text from books where code = any (?)), true)`,
				[[...scope]],
			);
		}
		await run(trx);
		await trx.raw('set constraints all immediate');
	} finally {
		await trx.rollback();
	}
}

/** The next head of the book, honest but for what is forged. */
async function putHead(
	trx: Knex.Transaction,
	forged: Partial<Head> & {readonly hash?: string} = {},
): Promise<Head> {
	const [moved] = await world.as(officer, async ({evidence}) =>
		evidence.overEveryBook(async () => evidence.movedHeads()),
	);
	const bare = {...moved!, position: last.logSize, checkpoint: last.sequence + 1, ...forged};
	const head = {...bare, canonical: forged.canonical ?? encodeHead(bare)};
	await trx('log_heads').insert({
		position: head.position,
		checkpoint: head.checkpoint,
		book_id: trx('books').where({code: head.book}).select('id'),
		size: head.size,
		head: Buffer.from(head.head, 'hex'),
		root: Buffer.from(head.root, 'hex'),
		recorded_at: head.recordedAt,
		canonical: head.canonical,
		hash: Buffer.from(forged.hash ?? leafHash(Buffer.from(head.canonical, 'utf8')), 'hex'),
	});
	return head;
}

async function putCheckpoint(
	trx: Knex.Transaction,
	head: Head,
	forged: Partial<Checkpoint> = {},
): Promise<void> {
	const {rows} = await trx.raw<{rows: {root: Buffer}[]}>('select evidence_root(0, ?) as root', [
		head.position + 1,
	]);
	const signer = await world.as(officer, async (work) => work.signer);
	const log = {size: head.position + 1, root: rows[0]!.root.toString('hex'), heads: [head]};
	const honest = signCheckpoint(last, log, last.takenAt, signer);
	const bare = {...honest, ...forged};
	await trx('checkpoints').insert({
		sequence: bare.sequence,
		taken_at: bare.takenAt,
		log_size: bare.logSize,
		log_root: Buffer.from(bare.logRoot, 'hex'),
		key_id: bare.keyId,
		canonical: forged.canonical ?? encodeCheckpoint(bare),
		signature: bare.signature,
	});
}

const refusesHead = test.macro({
	exec: async (t, law: string, forged: Partial<Head> & {readonly hash?: string}) => {
		await asService(async (trx) => putCheckpoint(trx, await putHead(trx)));
		const error = await t.throwsAsync(asService(async (trx) => putHead(trx, forged)));
		t.like(error, {constraint: law});
	},
	title: (name) => name!,
});

const wrong = 'ab'.repeat(32);
const canonical = '["bergulir/head/1",2,"KOP-1771011001",302,"","",""]';
test.serial('a head that leaves a gap in the log', refusesHead, 'log_heads_gapless', {position: 9});
test.serial('a head of another checkpoint', refusesHead, 'log_heads_next', {checkpoint: 3});
test.serial('a head with another hash', refusesHead, 'log_heads_true', {head: wrong});
test.serial('a head with another root', refusesHead, 'log_heads_true', {root: wrong});
test.serial('a head of an entry that is not there', refusesHead, 'log_heads_true', {size: 303});
test.serial('a head recorded at another time', refusesHead, 'log_heads_true', {
	recordedAt: new Date('2026-03-30T05:00:00Z'),
});
test.serial('a head whose text is of something else', refusesHead, 'log_heads_canonical', {
	canonical,
});
test.serial('a head whose leaf is not its hash', refusesHead, 'log_heads_hash_check', {
	hash: wrong,
});
test.serial('a head without a checkpoint', async (t) => {
	const error = await t.throwsAsync(asService(async (trx) => putHead(trx)));
	t.like(error, {constraint: 'log_heads_checkpoint_fkey'});
});

const refusesCheckpoint = test.macro({
	exec: async (t, law: string, forged: Partial<Checkpoint>) => {
		const forge = async (trx: Knex.Transaction) => putCheckpoint(trx, await putHead(trx), forged);
		t.like(await t.throwsAsync(asService(forge)), {constraint: law});
	},
	title: (name) => name!,
});

test.serial('a checkpoint out of sequence', refusesCheckpoint, 'checkpoints_gapless', {
	sequence: 4,
});
test.serial('a checkpoint over another size', refusesCheckpoint, 'checkpoints_true', {logSize: 3});
test.serial('a checkpoint over another root', refusesCheckpoint, 'checkpoints_true', {
	logRoot: wrong,
});
test.serial('a checkpoint before the one before', refusesCheckpoint, 'checkpoints_moment', {
	takenAt: new Date('2026-01-01T00:00:00Z'),
});
test.serial('a checkpoint from the future', refusesCheckpoint, 'checkpoints_moment', {
	takenAt: new Date('2100-01-01T00:00:00Z'),
});
test.serial('a checkpoint with a key that is not in use', refusesCheckpoint, 'checkpoints_key', {
	keyId: wrong,
});
test.serial('a checkpoint whose text says otherwise', refusesCheckpoint, 'checkpoints_canonical', {
	canonical: '["bergulir/checkpoint/1"]',
});
test.serial('a checkpoint without a signature', refusesCheckpoint, 'checkpoints_signature_check', {
	signature: '',
});
test.serial('a checkpoint over nothing new', async (t) => {
	const error = await t.throwsAsync(
		asService(async (trx) => putCheckpoint(trx, {position: last.logSize - 1} as Head)),
	);
	t.like(error, {constraint: 'checkpoints_true'});
});

const next = signerOf(privateKeyOf(sha256('next')));

const refusesKey = test.macro({
	exec: async (t, law: string, forged: Record<string, unknown>) => {
		const signer = await world.as(officer, async (work) => work.signer);
		const honest = certifyKey(next, 2, signer, last.takenAt);
		const put = async (trx: Knex.Transaction, change: Record<string, unknown>) =>
			trx('signing_keys').insert({
				number: honest.number,
				key_id: honest.keyId,
				public_key: Buffer.from(honest.publicKey, 'base64'),
				certified_by: honest.certifiedBy,
				made_at: honest.madeAt,
				canonical: honest.canonical,
				signature: honest.signature,
				...change,
			});
		await asService(async (trx) => put(trx, {}));
		const error = await t.throwsAsync(asService(async (trx) => put(trx, forged)));
		t.like(error, {constraint: law});
	},
	title: (name) => name!,
});

test.serial('a key out of sequence', refusesKey, 'signing_keys_gapless', {number: 3});
test.serial('a key by another name', refusesKey, 'signing_keys_canonical', {
	canonical: '["bergulir/key/1"]',
});
test.serial('a key certified by a stranger', refusesKey, 'signing_keys_certified', {
	certified_by: wrong,
});
test.serial('a key whose name is not its hash', refusesKey, 'signing_keys_canonical', {
	public_key: Buffer.from(next.publicKey.replace('A', 'B'), 'base64'),
});
test.serial('a key without a signature', refusesKey, 'signing_keys_signature_check', {
	signature: 'x',
});

const tables = ['signing_keys', 'checkpoints', 'log_heads', 'tree_nodes'] as const;

for (const table of tables) {
	test.serial(`${table} is only ever added to, also by its owner`, async (t) => {
		const {owner} = world.database;
		const column = table === 'tree_nodes' ? 'hash' : 'canonical';
		for (const statement of [
			`update ${table} set ${column} = ${column}`,
			`delete from ${table}`,
			`truncate ${table} cascade`,
		]) {
			const error = await t.throwsAsync(owner.raw(statement), undefined, statement);
			t.like(error, {constraint: 'evidence_append_only'}, statement);
			const denied = await t.throwsAsync(
				asService(async (trx) => trx.raw(statement)),
				undefined,
				statement,
			);
			t.like(denied, {code: '42501'}, statement);
		}
	});
}

test.serial('kept nodes are written by nobody but the database itself', async (t) => {
	const insert = `insert into tree_nodes values (1, 8, 7, '\\x00')`;
	t.like(await t.throwsAsync(asService(async (trx) => trx.raw(insert))), {code: '42501'});
	const grow = 'select evidence_grow(?, 1024)';
	const {rows} = await world.database.owner.raw<{rows: {id: number}[]}>(
		'select id from books where code = ?',
		[book],
	);
	const error = await t.throwsAsync(asService(async (trx) => trx.raw(grow, [rows[0]!.id])));
	t.like(error, {constraint: 'evidence_complete'});
});

test.serial('texts and nodes of other books are out of sight, hashes are not', async (t) => {
	await asService(
		async (trx) => {
			const heads = await trx('log_heads').select('canonical');
			t.is(heads.length, 1);
			t.true(String(heads[0].canonical).includes(other));
			t.is((await trx('tree_nodes')).length, 0);
			const {rows} = await trx.raw('select * from evidence_log_hashes(0, 100)');
			t.is(rows.length, 3);
		},
		[other],
	);
	await asService(async (trx) => t.is((await trx('tree_nodes')).length, 1), [book]);
});
