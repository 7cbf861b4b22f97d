// Somebody with the whole database in hand and its triggers switched off cuts or writes the trail
// anew, so that its chain holds: what was signed tells.
import test, {type ExecutionContext} from 'ava';
import type {Knex} from 'knex';
import {createUserFromCommandLine} from '../../src/cli/user.ts';
import {verify} from '../../src/cli/verify.ts';
import {encodeTrailHead} from '../../src/evidence/checkpoint.ts';
import type {BookCode} from '../../src/kernel/ids.ts';
import {startServer} from '../helpers/http.ts';
import {type World, createWorld, officer, openCity, openCooperative} from '../helpers/world.ts';
import {checkpoint, findingsIn, packOf, post, sha256} from './setup.ts';

const book = 'KOP-1771011001' as BookCode;

const letIn = async (world: World, name: string): Promise<unknown> =>
	world.as(officer, async (work) => createUserFromCommandLine(work, {name, role: 'auditor'}));

/** A checkpoint from before there were acts, and two with the trail. */
async function setup(t: ExecutionContext): Promise<World> {
	const world = await createWorld();
	t.teardown(world.close);
	await openCity(world);
	await openCooperative(world);
	await world.database.owner.transaction(async (trx) => {
		await trx.raw('set local session_replication_role = replica');
		await trx('trail_acts').delete();
		await trx('trail_tip').update({number: 0, hash: Buffer.alloc(32), recorded_at: new Date(0)});
	});
	await post(world, book, 2);
	await checkpoint(world);
	await letIn(world, 'si.satu');
	await checkpoint(world);
	await letIn(world, 'si.dua');
	await letIn(world, 'si.tiga');
	await checkpoint(world);
	return world;
}

const breaches = async (world: World): Promise<string[]> =>
	(await verify(world)).lines.map((line) => {
		const [code, , , explanation = ''] = line.split('\t');
		return `${code} ${/checkpoint \d/u.exec(explanation)?.[0] ?? ''}`.trim();
	});

const tamper = async (world: World, run: (trx: Knex) => Promise<unknown>): Promise<void> =>
	world.database.owner.transaction(async (trx) => {
		await trx.raw('set local session_replication_role = replica');
		await run(trx);
	});

type Act = {number: number; canonical: string};

/** Gives every act its link and its hash, as if it had always been so, and moves the tip. */
async function reseal(trx: Knex, change: (values: unknown[]) => unknown[]): Promise<void> {
	const acts: Act[] = await trx('trail_acts').orderBy('number').select('number', 'canonical');
	let previous: Buffer = Buffer.alloc(32);
	for (const {number, canonical} of acts) {
		const values = change(JSON.parse(canonical) as unknown[]).with(2, previous.toString('hex'));
		const text = JSON.stringify(values);
		await trx('trail_acts')
			.where({number})
			.update({
				canonical: text,
				hash: sha256(text),
				previous_hash: previous,
				actor: values[4],
			});
		previous = sha256(text);
	}
	await trx('trail_tip').update({number: acts.at(-1)!.number, hash: previous});
}

const byAnother = (values: unknown[]): unknown[] => values.with(4, 'orang.lain');

test('an honest trail is signed, and checkpoints from before it hold', async (t) => {
	const world = await setup(t);
	t.deepEqual(await breaches(world), []);
	const leaves = await world.database.owner('log_heads').whereNull('book_id').orderBy('position');
	t.deepEqual(
		leaves.map((leaf) => [leaf.checkpoint, leaf.size]),
		[
			[2, 2],
			[3, 6],
		],
	);
	for (const sequence of [1, 2, 3])
		t.deepEqual(findingsIn(await packOf(world, book, sequence)), []);
});

test('a trail written anew, its chain whole', async (t) => {
	const world = await setup(t);
	await tamper(world, async (trx) => reseal(trx, byAnother));
	t.deepEqual(await breaches(world), [
		'verify/trail-head checkpoint 2',
		'verify/trail-head checkpoint 3',
	]);
	await letIn(world, 'si.empat');
	await t.throwsAsync(checkpoint(world), {message: /trail does not continue from act 6/u});
});

test('a trail cut at its end, its chain whole', async (t) => {
	const world = await setup(t);
	await tamper(world, async (trx) => {
		await trx('trail_acts').where('number', '>', 2).delete();
		await reseal(trx, (values) => values);
	});
	t.deepEqual(await breaches(world), ['verify/trail-head checkpoint 3']);
	await t.throwsAsync(checkpoint(world), {message: /trail does not continue from act 6/u});
	// Nor does it help to go on until there are as many.
	for (const name of ['si.baru', 'si.lain', 'si.lagi']) await letIn(world, name);
	await t.throwsAsync(checkpoint(world), {message: /trail does not continue from act 6/u});
});

/** Makes the leaves of the log fit a trail that was written anew. */
async function fitLeaves(trx: Knex): Promise<void> {
	const leaves = await trx('log_heads').whereNull('book_id');
	for (const {position, checkpoint: at, size} of leaves) {
		const act = await trx('trail_acts').where({number: size}).first();
		const head = act.hash.toString('hex');
		const canonical = encodeTrailHead({checkpoint: at, size, head, recordedAt: act.recorded_at});
		const hash = sha256(Uint8Array.of(0), canonical);
		await trx('log_heads').where({position}).update({head: act.hash, canonical, hash});
	}
}

test('trail and leaves written anew, and then the roots as well', async (t) => {
	const world = await setup(t);
	await tamper(world, async (trx) => {
		await reseal(trx, byAnother);
		await fitLeaves(trx);
	});
	t.deepEqual(await breaches(world), [
		'verify/log-root checkpoint 2',
		'verify/log-root checkpoint 3',
	]);
	await tamper(world, async (trx) =>
		trx.raw(`update checkpoints set log_root = evidence_root(0, log_size),
			canonical = replace(canonical, encode(log_root, 'hex'),
				encode(evidence_root(0, log_size), 'hex'))`),
	);
	t.deepEqual(await breaches(world), [
		'verify/checkpoint-signature checkpoint 2',
		'verify/checkpoint-signature checkpoint 3',
	]);
});

test('leaves of the trail taken away', async (t) => {
	const world = await setup(t);
	await tamper(world, async (trx) => trx('log_heads').whereNull('book_id').delete());
	t.deepEqual(await breaches(world), [
		'verify/log-root checkpoint 2',
		'verify/log-root checkpoint 3',
	]);
});

test('that a checkpoint was asked for is no news for the next one', async (t) => {
	const world = await setup(t);
	const server = await startServer(world);
	t.teardown(server.close);
	const manager = await server.signUp('fund-manager');
	const first = await manager.post('/v1/audit/checkpoints');
	t.is(first.body.sequence, 4);
	t.is((await manager.post('/v1/audit/checkpoints')).body.sequence, 4);
});
