import test from 'ava';
import {compose} from '../../../src/compose.ts';
import {connect} from '../../../src/db/connect.ts';
import {
	findCoveringCheckpoint,
	isSignedBy,
	privateKeyOf,
	proveConsistency,
	proveEntry,
	rotateKey,
	signerOf,
	takeCheckpoint,
} from '../../../src/evidence/index.ts';
import {createLog} from '../../../src/http/log.ts';
import {settableClock} from '../../../src/kernel/clock.ts';
import type {BookCode} from '../../../src/kernel/ids.ts';
import {everywhere} from '../../../src/kernel/scope.ts';
import type {Signer} from '../../../src/kernel/signer.ts';
import {getBook, sealMonths} from '../../../src/ledger/index.ts';
import {
	type World,
	city,
	createWorld,
	officer,
	openCity,
	openCooperative,
} from '../../helpers/world.ts';
import {checkpoint, findingsIn, packOf, post, sha256} from '../setup.ts';

const book = 'KOP-1771011001' as BookCode;

async function setup(): Promise<World> {
	const world = await createWorld();
	await openCity(world);
	await openCooperative(world);
	return world;
}

/** Another process on the same database, with a key of its own or the same. */
function secondProcess(world: World, signer?: Signer) {
	const knex = connect(world.database.serviceUrl, {applicationName: 'test-second', poolMax: 4});
	const service = compose({
		knex,
		clock: settableClock('2026-03-31T05:00:00Z'),
		timeZone: 'Asia/Jakarta',
		log: createLog('silent'),
		isProduction: false,
		isCookieSecure: false,
		version: 'test',
		...(signer ? {signer} : {}),
	});
	return {...service, close: async () => knex.destroy()};
}

const ownSigner = async (world: World): Promise<Signer> =>
	world.as(officer, async ({signer}) => signer);

test('a checkpoint covers what moved; with nothing new the last one is the answer', async (t) => {
	const world = await setup();
	t.teardown(world.close);
	const first = await checkpoint(world);
	// The city has an entry, the cooperative has none yet.
	t.like(first, {sequence: 1, logSize: 1});
	t.deepEqual(first.takenAt, new Date('2026-03-31T05:00:00Z'));
	t.deepEqual(await checkpoint(world), first);
	await post(world, book, 2);
	const second = await checkpoint(world);
	t.like(second, {sequence: 2, logSize: 2});
	const {publicKey, keyId} = await ownSigner(world);
	for (const {canonical, signature, keyId: signedBy} of [first, second]) {
		t.is(signedBy, keyId);
		t.true(isSignedBy(publicKey, canonical, signature));
	}
	const keys = await world.as(officer, async ({evidence}) => evidence.keys());
	t.is(keys.length, 1);
	t.true(isSignedBy(publicKey, keys[0]!.canonical, keys[0]!.signature));
});

test('a head of a month that is sealed since is the head of its entry still', async (t) => {
	const world = await setup();
	t.teardown(world.close);
	await post(world, book, 2);
	world.setDay('2026-04-01');
	for (const code of [book, city]) await world.as(officer, async (work) => sealMonths(work, code));
	t.like(await checkpoint(world), {sequence: 1, logSize: 2});
	t.deepEqual(findingsIn(await packOf(world, book)), []);
});

test('there is nothing to sign before the first entry', async (t) => {
	const world = await createWorld();
	t.teardown(world.close);
	await t.throwsAsync(checkpoint(world), {message: /no entry to prove/});
	t.deepEqual(await world.as(officer, async ({evidence}) => evidence.keys()), []);
});

test('whoever asks, every book is covered, and their scope is theirs again after it', async (t) => {
	const world = await setup();
	t.teardown(world.close);
	await post(world, book, 1);
	const scope = {all: false, regions: [], cooperatives: [book]} as const;
	await world.as(
		officer,
		async (work) => {
			t.like(await takeCheckpoint(work), {sequence: 1, logSize: 2});
			t.is(await work.ledger.findBook(city), undefined);
		},
		scope,
	);
	await t.throwsAsync(
		world.as(officer, async (work) => proveEntry(work, {book: city, number: 1}), scope),
		{message: /no book KOTA-BENGKULU/},
	);
});

test('eight at once from two processes: one of each sequence, and the log continues', async (t) => {
	const world = await setup();
	const second = secondProcess(world, await ownSigner(world));
	t.teardown(async () => {
		await second.close();
		await world.close();
	});
	const settings = {scope: everywhere, actor: officer};
	const taken = await Promise.all(
		Array.from({length: 8}, async (_, index) => {
			await post(world, book, 3);
			return index % 2 === 0 ? checkpoint(world) : second.inTransaction(settings, takeCheckpoint);
		}),
	);
	const last = await checkpoint(world);
	const sequences = new Set([...taken, last].map(({sequence}) => sequence));
	t.deepEqual(
		[...sequences].sort((a, b) => a - b),
		Array.from({length: last.sequence}, (_, i) => i + 1),
	);
	for (const from of sequences) {
		await world.as(officer, async (work) => {
			const {path} = await proveConsistency(work, {from});
			t.true(Array.isArray(path));
		});
	}
	t.deepEqual(findingsIn(await packOf(world, book)), []);
});

/** The root as RFC 9162 defines it, written out. */
function rootOf(leaves: readonly Buffer[]): Buffer {
	if (leaves.length === 1) return leaves[0]!;
	let split = 1;
	while (split * 2 < leaves.length) split *= 2;
	return sha256(Uint8Array.of(1), rootOf(leaves.slice(0, split)), rootOf(leaves.slice(split)));
}

test('over more than one kept node, roots are right and every entry is proved', async (t) => {
	const world = await setup();
	t.teardown(world.close);
	for (const count of [255, 1, 1, 400, 111]) {
		await post(world, book, count);
		await checkpoint(world);
	}
	const {rows} = await world.database.owner.raw<{rows: {hash: Buffer}[]}>(
		'select hash from entries join books on books.id = book_id where code = ? order by number',
		[book],
	);
	const leaves = rows.map(({hash}) => sha256(Uint8Array.of(0), hash));
	const heads = await world.database.owner.raw<{rows: {size: number; root: Buffer}[]}>(
		'select size, root from log_heads join books on books.id = book_id where code = ? order by 1',
		[book],
	);
	t.deepEqual(
		heads.rows.map(({size}) => size),
		[255, 256, 257, 657, 768],
	);
	for (const {size, root} of heads.rows) t.deepEqual(root, rootOf(leaves.slice(0, size)));
	const nodes = await world.database.owner.raw<{rows: {level: number; hash: Buffer}[]}>(
		'select level, hash from tree_nodes order by level, position',
	);
	t.deepEqual(
		nodes.rows.map(({level, hash}) => [level, hash]),
		[0, 256, 512].map((from) => [8, rootOf(leaves.slice(from, from + 256))]),
	);
	for (const number of [1, 2, 255, 256, 257, 300, 512, 513, 767, 768]) {
		await world.as(officer, async (work) => {
			const proof = await proveEntry(work, {book, number});
			t.is(proof.head.size, 768);
		});
	}
	t.deepEqual(findingsIn(await packOf(world, book)), []);
});

test('an entry is covered from the next checkpoint on', async (t) => {
	const world = await setup();
	t.teardown(world.close);
	await post(world, book, 2);
	const covering = async (number: number) =>
		world.as(officer, async (work) =>
			findCoveringCheckpoint(work, await getBook(work, book), number),
		);
	t.is(await covering(1), undefined);
	const first = await checkpoint(world);
	await post(world, book, 1);
	t.deepEqual(await covering(2), first);
	t.is(await covering(3), undefined);
	const second = await checkpoint(world);
	t.deepEqual(await covering(1), second);
	t.deepEqual(await covering(3), second);
});

test('a process with another key than the one in use signs nothing', async (t) => {
	const world = await setup();
	const second = secondProcess(world);
	t.teardown(async () => {
		await second.close();
		await world.close();
	});
	await checkpoint(world);
	await post(world, book, 1);
	const error = await t.throwsAsync(
		second.inTransaction({scope: everywhere, actor: officer}, takeCheckpoint),
	);
	t.like(error, {code: 'evidence/key-not-in-use'});
	t.like(await checkpoint(world), {sequence: 2});
});

test('after rotation the old key signs no more; the pack leads from it to the new', async (t) => {
	const world = await setup();
	t.teardown(world.close);
	await post(world, book, 1);
	const old = await ownSigner(world);
	const before = await checkpoint(world);
	const next = signerOf(privateKeyOf(sha256('next')));
	const key = await world.as(officer, async (work) => rotateKey(work, next));
	t.like(key, {number: 2, keyId: next.keyId, certifiedBy: old.keyId});
	await post(world, book, 1);
	await t.throwsAsync(checkpoint(world), {message: /signing key is/});
	await world.as(officer, async (work) => takeCheckpoint({...work, signer: next}));
	const pack = await packOf(world, book);
	for (const pinnedKey of [undefined, old.keyId, next.keyId]) {
		t.deepEqual(findingsIn(pack, {pinnedKey, kept: before}), []);
	}
	// The pack under the old checkpoint is what it was.
	t.deepEqual(findingsIn(await packOf(world, book, 1), {pinnedKey: old.keyId}), []);
	await t.throwsAsync(
		world.as(officer, async (work) => rotateKey(work, signerOf(privateKeyOf(sha256('x'))))),
		{message: /signing key is/},
	);
});

test('a key that replaces a lost one vouches for itself, and has to be pinned anew', async (t) => {
	const world = await setup();
	t.teardown(world.close);
	await post(world, book, 1);
	const old = await ownSigner(world);
	await checkpoint(world);
	const next = signerOf(privateKeyOf(sha256('next')));
	await world.as(officer, async (work) => rotateKey(work, next, {isOldLost: true}));
	await post(world, book, 1);
	await world.as(officer, async (work) => takeCheckpoint({...work, signer: next}));
	const pack = await packOf(world, book);
	t.deepEqual(findingsIn(pack, {pinnedKey: old.keyId}), ['pack/key']);
	t.deepEqual(findingsIn(pack, {pinnedKey: next.keyId}), []);
});
