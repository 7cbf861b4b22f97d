import {createHash, createPublicKey, randomUUID, verify} from 'node:crypto';
import {readFile} from 'node:fs/promises';
import test from 'ava';
import {createUserFromCommandLine} from '../../../src/cli/user.ts';
import {issueToken} from '../../../src/identity/index.ts';
import type {BookCode} from '../../../src/kernel/ids.ts';
import {type Client, type Server, createClient, startServer} from '../../helpers/http.ts';
import {type World, createWorld, openCity, openCooperative} from '../../helpers/world.ts';
import {findingsIn, post} from '../setup.ts';

let world: World;
let server: Server;
let manager: Client;
let auditor: Client;
let supervisor: Client;
const mine = 'KOP-1771011001' as BookCode;
const other = 'KOP-1771021001' as BookCode;

test.before(async () => {
	world = await createWorld();
	await openCity(world);
	await openCooperative(world);
	await openCooperative(world, '17.71.02.1001');
	server = await startServer(world);
	manager = await server.signUp('fund-manager');
	auditor = await server.signUp('auditor');
	supervisor = await server.signUp('supervisor', mine);
	await post(world, mine, 3);
	await post(world, other, 2);
});
test.after.always(async () => {
	await server.close();
	await world.close();
});

type Checkpoint = {
	readonly sequence: number;
	readonly takenAt: string;
	readonly logSize: number;
	readonly logRoot: string;
	readonly keyId: string;
	readonly canonical: string;
	readonly signature: string;
};

const sha256 = (...parts: (string | Uint8Array)[]): Buffer => {
	const hash = createHash('sha256');
	for (const part of parts) hash.update(part);
	return hash.digest();
};

/** RFC 9162, 2.1.3.2, as it is written there. */
function rootOf(leaf: Buffer, index: number, size: number, path: readonly string[]): string {
	let [fn, sn, r] = [index, size - 1, leaf];
	for (const hash of path.map((text) => Buffer.from(text, 'hex'))) {
		if (fn % 2 === 1 || fn === sn) {
			r = sha256(Uint8Array.of(1), hash, r);
			while (fn % 2 === 0 && fn !== 0) [fn, sn] = [fn >> 1, sn >> 1];
		} else {
			r = sha256(Uint8Array.of(1), r, hash);
		}
		[fn, sn] = [fn >> 1, sn >> 1];
	}
	return sn === 0 ? r.toString('hex') : 'none';
}

const isSigned = (publicKey: string, {canonical, signature}: Checkpoint): boolean => {
	const key = createPublicKey({
		key: Buffer.from(publicKey, 'base64'),
		format: 'der',
		type: 'spki',
	});
	return verify(null, Buffer.from(canonical), key, Buffer.from(signature, 'base64'));
};

/** The header of a new user: for answers that are read as they come, not as JSON. */
async function bearer(role: string, scope = 'all'): Promise<Record<string, string>> {
	const operator = {userId: '00000000-0000-0000-0000-000000000000', name: '(test)'};
	const secret = await world.as(operator, async (work) => {
		const name = `pack-${role}-${randomUUID().slice(0, 8)}`;
		const {user} = await createUserFromCommandLine(work, {name, role, scope});
		return (await issueToken(work, {user: user.id, label: 'test'})).secret;
	});
	return {authorization: `Bearer ${secret}`};
}

async function fetchPack(headers: Record<string, string>, query: string) {
	const response = await fetch(`${server.address}/v1/audit/pack?${query}`, {headers});
	return {response, text: await response.text()};
}

test.serial('before the first checkpoint there is none to read, and it says so', async (t) => {
	const {body: listed} = await auditor.get('/v1/audit/checkpoints');
	t.deepEqual(listed, {items: [], nextCursor: null});
	const one = await auditor.get('/v1/audit/checkpoints/1', {'accept-language': 'en'});
	t.is(one.status, 404);
	t.like(one.body, {
		code: 'evidence/unknown-checkpoint',
		detail: 'There is no checkpoint 1; the newest is 0.',
	});
	t.is((await auditor.get(`/v1/audit/pack?book=${mine}`)).status, 404);
	t.is((await auditor.get(`/v1/audit/proofs/${mine}/1`)).body.code, 'evidence/unknown-checkpoint');
	t.deepEqual((await auditor.get('/v1/audit/keys')).body.items, []);
});

test.serial(
	'a checkpoint is taken by whoever may, once for each key and each change',
	async (t) => {
		t.is((await auditor.post('/v1/audit/checkpoints')).status, 403);
		t.is((await supervisor.post('/v1/audit/checkpoints')).status, 403);
		t.is((await server.stranger.post('/v1/audit/checkpoints')).status, 401);
		const first = await manager.post('/v1/audit/checkpoints', undefined, {key: 'one'});
		t.is(first.status, 200);
		t.like(first.body, {sequence: 1, logSize: 4, takenAt: '2026-03-31T05:00:00.000Z'});
		t.deepEqual((await manager.post('/v1/audit/checkpoints')).body, first.body);
		await post(world, mine, 2);
		t.deepEqual(
			(await manager.post('/v1/audit/checkpoints', undefined, {key: 'one'})).body,
			first.body,
		);
		const administrator = await server.signUp('administrator');
		const second = await administrator.post('/v1/audit/checkpoints');
		t.like(second.body, {sequence: 2, logSize: 6});
		t.deepEqual((await auditor.get('/v1/audit/checkpoints/2')).body, second.body);
		const {body: newest} = await auditor.get('/v1/audit/checkpoints?limit=1');
		t.deepEqual(newest.items, [second.body]);
		const {body: rest} = await auditor.get(`/v1/audit/checkpoints?cursor=${newest.nextCursor}`);
		t.deepEqual(rest, {items: [first.body], nextCursor: null});
	},
);

test.serial('a checkpoint is signed with the key that is told', async (t) => {
	const {body} = await auditor.get('/v1/audit/keys');
	const [key] = body.items as {keyId: string; publicKey: string; canonical: string}[];
	t.is(sha256(Buffer.from(key!.publicKey, 'base64')).toString('hex'), key!.keyId);
	const {body: checkpoint} = await auditor.get('/v1/audit/checkpoints/2');
	t.is(checkpoint.keyId, key!.keyId);
	t.true(isSigned(key!.publicKey, checkpoint));
	t.deepEqual(JSON.parse(checkpoint.canonical), [
		'bergulir/checkpoint/1',
		2,
		checkpoint.takenAt,
		6,
		checkpoint.logRoot,
		key!.keyId,
	]);
});

test.serial('every entry is proved, from its text to the signature', async (t) => {
	for (const [book, number] of [
		[mine, 1],
		[mine, 5],
		[other, 2],
		['KOTA-BENGKULU', 1],
	] as const) {
		const {status, body} = await auditor.get(`/v1/audit/proofs/${book}/${number}`);
		t.is(status, 200, JSON.stringify(body));
		const {entry, bookProof, head, logProof, checkpoint, keys} = body;
		t.is(JSON.parse(entry.canonical)[2], number);
		t.is(sha256(entry.canonical).toString('hex'), entry.hash);
		const leaf = sha256(Uint8Array.of(0), Buffer.from(entry.hash, 'hex'));
		t.is(bookProof.index, number - 1);
		t.is(rootOf(leaf, bookProof.index, bookProof.size, bookProof.path), bookProof.root);
		t.deepEqual(JSON.parse(head.canonical).slice(2, 6), [book, head.size, head.head, head.root]);
		t.is(head.root, bookProof.root);
		const headLeaf = sha256(Uint8Array.of(0), head.canonical);
		t.is(rootOf(headLeaf, logProof.index, logProof.size, logProof.path), checkpoint.logRoot);
		t.is(JSON.parse(checkpoint.canonical)[4], logProof.root);
		t.true(isSigned(keys[0].publicKey, checkpoint));
	}
	const earlier = await auditor.get(`/v1/audit/proofs/${mine}/3?checkpoint=1`);
	t.like(earlier.body, {head: {size: 3, position: 0}, checkpoint: {sequence: 1}});
});

test.serial('the log of one checkpoint is proved to be the beginning of the next', async (t) => {
	const {body} = await auditor.get('/v1/audit/consistency?from=1&to=2');
	t.is(body.from.sequence, 1);
	// From four leaves to six: the four are a whole tree, beside which the two new ones stand.
	t.is(body.path.length, 1);
	const [before, added] = [body.from.logRoot, body.path[0]].map((text) =>
		Buffer.from(String(text), 'hex'),
	);
	t.is(sha256(Uint8Array.of(1), before!, added!).toString('hex'), body.to.logRoot);
	t.deepEqual((await auditor.get('/v1/audit/consistency?from=2')).body.path, []);
	const reversed = await auditor.get('/v1/audit/consistency?from=2&to=1');
	t.is(reversed.status, 422);
	t.like(reversed.body, {code: 'evidence/checkpoints-reversed'});
	t.is(reversed.body.findings[0].path, 'query.from');
	t.is((await auditor.get('/v1/audit/consistency?from=9')).status, 404);
});

test.serial('what is not there, not yet covered or out of scope has its own code', async (t) => {
	await post(world, mine, 1);
	const late = await auditor.get(`/v1/audit/proofs/${mine}/6`, {'accept-language': 'en'});
	t.is(late.status, 409);
	t.is(
		late.body.detail,
		'Entry 6 of book KOP-1771011001 is not under checkpoint 2, which covers entries up to 5; take a new checkpoint.',
	);
	t.is(late.body.code, 'evidence/entry-not-covered');
	t.is((await auditor.get(`/v1/audit/proofs/${mine}/7`)).body.code, 'ledger/unknown-entry');
	t.is((await auditor.get('/v1/audit/proofs/TIADA/1')).body.code, 'ledger/unknown-book');
	t.is((await supervisor.get(`/v1/audit/proofs/${other}/1`)).body.code, 'ledger/unknown-book');
	t.is((await supervisor.get(`/v1/audit/pack?book=${other}`)).body.code, 'ledger/unknown-book');
	t.is((await auditor.get(`/v1/audit/proofs/${mine}/0`)).status, 422);
	t.is((await auditor.get('/v1/audit/checkpoints/0')).status, 422);
	t.is((await auditor.get('/v1/audit/pack')).body.code, 'field/missing');
	const third = await openCooperative(world, '17.71.03.1001');
	const empty = await auditor.get(`/v1/audit/pack?book=${third}`);
	t.is(empty.status, 409);
	t.is(empty.body.code, 'evidence/book-not-covered');
	const officer = await server.signUp('officer', mine);
	t.is((await officer.get('/v1/audit/keys')).status, 403);
});

test.serial('leaves of books outside the scope are hashes only', async (t) => {
	const {body} = await supervisor.get('/v1/audit/checkpoints/2/leaves');
	const leaves = body.items as {position: number; hash: string; canonical: string | null}[];
	t.deepEqual(
		leaves.map(({position, canonical}) => [
			position,
			canonical === null ? null : (JSON.parse(canonical) as string[])[2],
		]),
		[
			[0, mine],
			[1, null],
			[2, null],
			// The trail, of no book.
			[3, null],
			[4, mine],
			[5, null],
		],
	);
	for (const {hash, canonical} of leaves) {
		if (canonical !== null) t.is(sha256(Uint8Array.of(0), canonical).toString('hex'), hash);
	}
	const everything = (await auditor.get('/v1/audit/checkpoints/2/leaves?limit=3')).body;
	t.is(everything.items[2].hash, leaves[2]!.hash);
	t.true(everything.items[2].canonical.includes('KOTA-BENGKULU'));
	const {body: next} = await auditor.get(
		`/v1/audit/checkpoints/2/leaves?limit=3&cursor=${everything.nextCursor}`,
	);
	t.deepEqual([next.items.length, next.items[0].position, next.nextCursor], [3, 3, null]);
});

test.serial('a pack holds, is of one book alone, and is the same whoever takes it', async (t) => {
	const headers = await bearer('auditor');
	const {response, text} = await fetchPack(headers, `book=${mine}`);
	t.is(response.status, 200);
	t.is(response.headers.get('content-type'), 'application/x-ndjson');
	t.regex(response.headers.get('content-disposition')!, /KOP-1771011001\.pack\.ndjson/);
	const {body: keys} = await auditor.get('/v1/audit/keys');
	const {body: kept} = await auditor.get('/v1/audit/checkpoints/1');
	const lines = text.trimEnd().split('\n');
	t.deepEqual(findingsIn(lines, {pinnedKey: keys.items[0].keyId, kept}), []);
	const theirs = await bearer('supervisor', mine);
	t.is((await fetchPack(theirs, `book=${mine}`)).text, text);
	t.false(text.includes(other));
	t.is(lines.filter((line) => line.startsWith('["bergulir/entry/')).length, 5);
	const {text: older} = await fetchPack(headers, `book=${mine}&checkpoint=1`);
	t.deepEqual(findingsIn(older.trimEnd().split('\n'), {kept}), []);
	t.is(older.match(/"bergulir\/entry\//gu)!.length, 3);
});

test.serial('a long pack holds while the book goes on', async (t) => {
	await post(world, mine, 2500);
	const {body: taken} = await manager.post('/v1/audit/checkpoints');
	const headers = await bearer('auditor');
	const [{text}] = await Promise.all([
		fetchPack(headers, `book=${mine}&checkpoint=${taken.sequence}`),
		post(world, mine, 50),
		manager.post('/v1/audit/checkpoints'),
	]);
	t.deepEqual(findingsIn(text.trimEnd().split('\n')), []);
	t.is(text.match(/"bergulir\/entry\//gu)!.length, 2506);
});

test.serial('a pack that nobody reads to its end holds on to nothing', async (t) => {
	const headers = await bearer('auditor');
	for (let round = 0; round < 20; round += 1) {
		const aborting = new AbortController();
		const {signal} = aborting;
		const response = await fetch(`${server.address}/v1/audit/pack?book=${mine}`, {headers, signal});
		await response.body!.getReader().read();
		aborting.abort();
	}
	// Had each kept its connection, there would be none left.
	t.false(world.logged.join('').includes('broken off'), 'a reader who goes is no fault');
	t.is((await auditor.get('/v1/audit/keys')).status, 200);
});

test.serial('the verifier is given as it lies in the source', async (t) => {
	const {status, body, headers} = await auditor.get('/v1/audit/verifier');
	t.is(status, 200);
	t.is(headers.get('content-type'), 'text/plain; charset=utf-8');
	t.is(body, await readFile('src/evidence/verifier/verify-pack.ts', 'utf8'));
	const imports = [...String(body).matchAll(/from '([^']+)'/gu)].map(([, name]) => name);
	t.deepEqual(imports, ['node:crypto', 'node:fs']);
	t.is((await createClient(server.address).get('/v1/audit/verifier')).status, 401);
});
