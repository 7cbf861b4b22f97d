// Somebody with the whole database in hand, its triggers switched off, and everything but the
// private key: whatever they do to the past of a book, the pack taken afterwards tells.
import test, {type ExecutionContext} from 'ava';
import type {Knex} from 'knex';
import {certifyKey, encodeCheckpoint, encodeHead} from '../../src/evidence/checkpoint.ts';
import {
	type Checkpoint,
	isSignedBy,
	privateKeyOf,
	proveConsistency,
	proveEntry,
	rotateKey,
	signerOf,
	takeCheckpoint,
} from '../../src/evidence/index.ts';
import type {BookCode} from '../../src/kernel/ids.ts';
import type {Signer} from '../../src/kernel/signer.ts';
import {type World, createWorld, officer, openCity, openCooperative} from '../helpers/world.ts';
import {checkpoint, findingsIn, packOf, post, sha256} from './setup.ts';

const book = 'KOP-1771011001' as BookCode;

type Stage = {
	readonly world: World;
	/** What the auditor noted on their first visit: the key and the checkpoint of entry 4. */
	readonly pinned: string;
	readonly kept: Checkpoint;
	/** Over entry 8. */
	readonly newest: Checkpoint;
	readonly bookId: number;
	readonly tamper: (run: (trx: Knex.Transaction) => Promise<unknown>) => Promise<void>;
};

/** A city and a cooperative with eight entries, under two checkpoints. */
async function setup(t: ExecutionContext): Promise<Stage> {
	const world = await createWorld();
	t.teardown(world.close);
	await openCity(world);
	await openCooperative(world);
	await post(world, book, 4);
	const kept = await checkpoint(world);
	await post(world, book, 4);
	const newest = await checkpoint(world);
	const [{id}] = (await world.database.owner('books').where({code: book}).select('id')) as [
		{id: number},
	];
	return {
		world,
		pinned: kept.keyId,
		kept,
		newest,
		bookId: id,
		tamper: async (run) =>
			world.database.owner.transaction(async (trx) => {
				await trx.raw('set local session_replication_role = replica');
				await run(trx);
			}),
	};
}

const find = async ({world, pinned: pinnedKey, kept}: Stage): Promise<string[]> =>
	findingsIn(await packOf(world, book), {pinnedKey, kept});

/** Writes another text into an entry, with the hash that belongs to it. */
async function rewrite(trx: Knex, bookId: number, number: number, text: string): Promise<void> {
	await trx('entries')
		.where({book_id: bookId, number})
		.update({canonical: text, hash: sha256(text)});
}

/** Gives every entry its number, its link and its hash, as if it had always been so. */
async function reseal(trx: Knex, bookId: number): Promise<void> {
	const rows: {number: number; canonical: string}[] = await trx('entries')
		.where({book_id: bookId})
		.orderBy('number')
		.select('number', 'canonical');
	let previous: Buffer = Buffer.alloc(32);
	for (const {number, canonical} of rows) {
		const values = JSON.parse(canonical) as unknown[];
		const text = JSON.stringify(values.with(2, number).with(3, previous.toString('hex')));
		await trx('entries').where({book_id: bookId, number}).update({previous_hash: previous});
		await rewrite(trx, bookId, number, text);
		previous = sha256(text);
	}
	await trx('book_tips')
		.where({book_id: bookId})
		.update({number: rows.at(-1)!.number, hash: previous});
}

const textOf = async (trx: Knex, bookId: number, number: number): Promise<string> => {
	const row: {canonical: string} = await trx('entries')
		.where({book_id: bookId, number})
		.first('canonical');
	return row.canonical;
};

const detour = 1_000_000;
const landing = 'update entries set number = number - ? where book_id = ? and number > ?';

const shift = async (trx: Knex, bookId: number, from: number, by: number): Promise<void> => {
	// Over a detour, for two entries may not bear one number even for a moment.
	await trx.raw('update entries set number = number + ? where book_id = ? and number >= ?', [
		detour + by,
		bookId,
		from,
	]);
	await trx.raw(landing, [detour, bookId, detour]);
};

test('an honest pack passes, and one after the key was rotated', async (t) => {
	const stage = await setup(t);
	t.deepEqual(await find(stage), []);
	const next = signerOf(privateKeyOf(sha256('next')));
	await stage.world.as(officer, async (work) => rotateKey(work, next));
	await post(stage.world, book, 1);
	await stage.world.as(officer, async (work) => takeCheckpoint({...work, signer: next}));
	t.deepEqual(await find(stage), []);
	t.deepEqual(findingsIn(await packOf(stage.world, book), {pinnedKey: next.keyId}), []);
});

test('a changed entry', async (t) => {
	const stage = await setup(t);
	await stage.tamper(async (trx) => {
		const text = await textOf(trx, stage.bookId, 5);
		await rewrite(trx, stage.bookId, 5, text.replaceAll('"1.00"', '"9.00"'));
	});
	t.deepEqual(await find(stage), ['pack/link 6', 'pack/head 8']);
});

test('a changed entry, and everything after it sealed anew', async (t) => {
	const stage = await setup(t);
	await stage.tamper(async (trx) => {
		const text = await textOf(trx, stage.bookId, 2);
		await rewrite(trx, stage.bookId, 2, text.replaceAll('"2.00"', '"9.00"'));
		await reseal(trx, stage.bookId);
	});
	t.deepEqual(await find(stage), ['pack/head 4']);
});

test('one side of an entry changed, and the last entry', async (t) => {
	const stage = await setup(t);
	await stage.tamper(async (trx) => {
		const text = await textOf(trx, stage.bookId, 8);
		await rewrite(trx, stage.bookId, 8, text.replace('"4.00"', '"5.00"'));
	});
	t.deepEqual(await find(stage), ['pack/unbalanced 8', 'pack/head 8']);
});

test('a dropped entry', async (t) => {
	const stage = await setup(t);
	await stage.tamper(async (trx) =>
		trx('entries').where({book_id: stage.bookId, number: 6}).delete(),
	);
	t.deepEqual(await find(stage), ['pack/number 7', 'pack/link 7', 'pack/truncated']);
});

test('a dropped entry, and the gap closed', async (t) => {
	const stage = await setup(t);
	await stage.tamper(async (trx) => {
		await trx('entries').where({book_id: stage.bookId, number: 3}).delete();
		await shift(trx, stage.bookId, 4, -1);
		await reseal(trx, stage.bookId);
	});
	t.deepEqual(await find(stage), ['pack/head 4', 'pack/truncated']);
});

const insert = async (trx: Knex, bookId: number, at: number): Promise<void> => {
	await shift(trx, bookId, at, 1);
	const copy: Record<string, unknown> = await trx('entries')
		.where({book_id: bookId, number: at - 1})
		.first();
	const text = String(copy.canonical).replace('Setoran modal', 'Titipan');
	await trx('entries').insert({...copy, number: at, canonical: text, hash: sha256(text)});
};

test('an inserted entry', async (t) => {
	const stage = await setup(t);
	await stage.tamper(async (trx) => insert(trx, stage.bookId, 3));
	t.deepEqual(await find(stage), ['pack/number 2', 'pack/link 2', 'pack/link 3', 'pack/head 3']);
});

test('an inserted entry, and everything after it sealed anew', async (t) => {
	const stage = await setup(t);
	await stage.tamper(async (trx) => {
		await insert(trx, stage.bookId, 3);
		await reseal(trx, stage.bookId);
	});
	t.deepEqual(await find(stage), ['pack/head 4']);
});

const swap = async (trx: Knex, bookId: number): Promise<void> => {
	await trx.raw(
		`update entries set number = ? + (case number when 6 then 7 else 6 end)
		where book_id = ? and number in (6, 7)`,
		[detour, bookId],
	);
	await trx.raw(landing, [detour, bookId, detour]);
};

test('two entries in each other’s place', async (t) => {
	const stage = await setup(t);
	await stage.tamper(async (trx) => swap(trx, stage.bookId));
	t.deepEqual(await find(stage), [
		'pack/number 7',
		'pack/link 7',
		'pack/number 6',
		'pack/link 6',
		'pack/number 8',
		'pack/link 8',
		'pack/head 8',
	]);
});

test('two entries in each other’s place, and everything after them sealed anew', async (t) => {
	const stage = await setup(t);
	await stage.tamper(async (trx) => {
		await swap(trx, stage.bookId);
		await reseal(trx, stage.bookId);
	});
	t.deepEqual(await find(stage), ['pack/head 8']);
});

test('a truncated journal', async (t) => {
	const stage = await setup(t);
	await stage.tamper(async (trx) => {
		await trx('entries').where({book_id: stage.bookId}).where('number', '>', 5).delete();
		await reseal(trx, stage.bookId);
	});
	t.deepEqual(await find(stage), ['pack/truncated']);
});

const stranger = signerOf(privateKeyOf(sha256('stranger')));

/** Signs every key and checkpoint anew with a key of the stranger's own. */
async function swapKey(trx: Knex, signer: Signer): Promise<void> {
	const key = certifyKey(signer, 1, signer, new Date('2026-03-01T00:00:00Z'));
	await trx('signing_keys').update({
		key_id: key.keyId,
		public_key: Buffer.from(key.publicKey, 'base64'),
		certified_by: key.certifiedBy,
		made_at: key.madeAt,
		canonical: key.canonical,
		signature: key.signature,
	});
	await signAnew(trx, signer);
}

async function signAnew(trx: Knex, signer: Signer, keyId = signer.keyId): Promise<void> {
	const rows: {sequence: number; taken_at: Date; log_size: number; log_root: Buffer}[] =
		await trx('checkpoints').orderBy('sequence');
	for (const row of rows) {
		const canonical = encodeCheckpoint({
			sequence: row.sequence,
			takenAt: row.taken_at,
			logSize: row.log_size,
			logRoot: row.log_root.toString('hex'),
			keyId,
		});
		await trx('checkpoints')
			.where({sequence: row.sequence})
			.update({key_id: keyId, canonical, signature: signer.sign(canonical)});
	}
}

test('a swapped key, with everything signed anew', async (t) => {
	const stage = await setup(t);
	await stage.tamper(async (trx) => swapKey(trx, stranger));
	const pack = await packOf(stage.world, book);
	// Whoever noted nothing cannot know; whoever noted the key, or kept a checkpoint, does.
	t.deepEqual(findingsIn(pack), []);
	t.deepEqual(findingsIn(pack, {pinnedKey: stage.pinned}), ['pack/key']);
	t.deepEqual(findingsIn(pack, {kept: stage.kept}), ['pack/signature']);
});

test('a key put beside the old one, without its certificate', async (t) => {
	const stage = await setup(t);
	await stage.tamper(async (trx) => {
		const key = certifyKey(stranger, 2, stranger, new Date('2026-03-01T00:00:00Z'));
		const canonical = key.canonical.replace(
			`"${key.certifiedBy}","2026`,
			`"${stage.pinned}","2026`,
		);
		await trx('signing_keys').insert({
			number: 2,
			key_id: key.keyId,
			public_key: Buffer.from(key.publicKey, 'base64'),
			certified_by: stage.pinned,
			made_at: key.madeAt,
			canonical,
			signature: stranger.sign(canonical),
		});
		await signAnew(trx, stranger);
	});
	t.deepEqual(await find(stage), ['pack/certificate', 'pack/key']);
});

test('a forged checkpoint, in the name of the right key', async (t) => {
	const stage = await setup(t);
	await stage.tamper(async (trx) => signAnew(trx, stranger, stage.pinned));
	t.deepEqual(await find(stage), ['pack/signature']);
});

/** Makes heads and checkpoints fit a journal that was rewritten, but for the signatures. */
async function fitEvidence(trx: Knex, bookId: number): Promise<void> {
	await reseal(trx, bookId);
	const heads: {position: number; checkpoint: number; size: number}[] = await trx('log_heads')
		.where({book_id: bookId})
		.orderBy('position');
	for (const {position, checkpoint: at, size} of heads) {
		const {rows} = await trx.raw<{rows: {head: Buffer; root: Buffer; recorded_at: Date}[]}>(
			`select hash as head, evidence_root(:book, :size) as root, recorded_at
			from entries where book_id = :book and number = :size`,
			{book: bookId, size},
		);
		const {head, root, recorded_at: recordedAt} = rows[0]!;
		const canonical = encodeHead({
			checkpoint: at,
			book,
			size,
			head: head.toString('hex'),
			root: root.toString('hex'),
			recordedAt,
		});
		const hash = sha256(Uint8Array.of(0), canonical);
		await trx('log_heads').where({position}).update({head, root, canonical, hash});
	}
	await trx.raw('update checkpoints set log_root = evidence_root(0, log_size)');
}

const rewriteAll = async (trx: Knex, bookId: number): Promise<void> => {
	const text = await textOf(trx, bookId, 2);
	await rewrite(trx, bookId, 2, text.replaceAll('"2.00"', '"9.00"'));
	await fitEvidence(trx, bookId);
};

test('journal and log rewritten to fit each other, the checkpoint left as it was', async (t) => {
	const stage = await setup(t);
	await stage.tamper(async (trx) => rewriteAll(trx, stage.bookId));
	t.deepEqual(await find(stage), ['pack/log-root', 'pack/kept-checkpoint']);
});

test('journal, log and checkpoint rewritten, the signature left as it was', async (t) => {
	const stage = await setup(t);
	await stage.tamper(async (trx) => {
		await rewriteAll(trx, stage.bookId);
		const {keyId} = stage.newest;
		const rows: {sequence: number; signature: string}[] = await trx('checkpoints');
		await signAnew(trx, stranger, keyId);
		for (const {sequence, signature} of rows) {
			await trx('checkpoints').where({sequence}).update({signature});
		}
	});
	t.deepEqual(await find(stage), ['pack/signature', 'pack/kept-checkpoint']);
});

test('all of it rewritten with the private key, seen by whoever kept a checkpoint', async (t) => {
	const stage = await setup(t);
	const signer = await stage.world.as(officer, async (work) => work.signer);
	await stage.tamper(async (trx) => {
		await rewriteAll(trx, stage.bookId);
		await signAnew(trx, signer);
	});
	const pack = await packOf(stage.world, book);
	t.deepEqual(findingsIn(pack, {pinnedKey: stage.pinned}), []);
	t.deepEqual(findingsIn(pack, {pinnedKey: stage.pinned, kept: stage.kept}), [
		'pack/kept-checkpoint',
	]);
});

test('the service proves nothing that no longer holds, and signs nothing on top', async (t) => {
	const stage = await setup(t);
	const {world} = stage;
	await stage.tamper(async (trx) => {
		const text = await textOf(trx, stage.bookId, 2);
		await rewrite(trx, stage.bookId, 2, text.replaceAll('"2.00"', '"9.00"'));
		await reseal(trx, stage.bookId);
	});
	const proof = await t.throwsAsync(
		world.as(officer, async (work) => proveEntry(work, {book, number: 3})),
	);
	t.like(proof, {code: 'evidence/contradicted'});
	await post(world, book, 1);
	const refused = await t.throwsAsync(checkpoint(world));
	t.like(refused, {code: 'evidence/journal-rewritten'});
	t.regex(refused.message, /does not continue from entry 8, under which checkpoint 2 stands/);
});

test('the service proves no consistency that there is not', async (t) => {
	const stage = await setup(t);
	await stage.tamper(async (trx) => rewriteAll(trx, stage.bookId));
	const {log_root: root}: {log_root: Buffer} = await stage.world.database
		.owner('checkpoints')
		.where({sequence: 1})
		.first('log_root');
	t.not(root.toString('hex'), stage.kept.logRoot);
	await stage.tamper(async (trx) =>
		trx('checkpoints')
			.where({sequence: 1})
			.update({log_root: Buffer.from(stage.kept.logRoot, 'hex')}),
	);
	const error = await t.throwsAsync(
		stage.world.as(officer, async (work) => proveConsistency(work, {from: 1})),
	);
	t.like(error, {code: 'evidence/log-contradicted'});
	const [{public_key: publicKey}] = (await stage.world.database
		.owner('signing_keys')
		.select('public_key')) as [{public_key: Buffer}];
	const {canonical, signature} = stage.kept;
	t.true(isSignedBy(publicKey.toString('base64'), canonical, signature));
});
