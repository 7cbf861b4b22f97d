// How the chores stand, over HTTP, for who runs the installation and who audits it.
import test from 'ava';
import {createNightChores} from '../../../src/cli/night-chores.ts';
import {runNight} from '../../../src/cli/night.ts';
import {createRecurringChores, takeTurn} from '../../../src/cli/recurring-chores.ts';
import {createLog} from '../../../src/http/log.ts';
import {type Client, type Server, startServer} from '../../helpers/http.ts';
import {type World, createWorld, openCity, openFunded} from '../../helpers/world.ts';

let world: World;
let server: Server;
let auditor: Client;
const log = createLog('silent');

test.before(async () => {
	world = await createWorld('2026-03-30');
	await openCity(world);
	await openFunded(world);
	server = await startServer(world);
	auditor = await server.signUp('auditor');
});
test.after.always(async () => {
	await server.close();
	await world.close();
});

const night = async () =>
	runNight({
		service: world,
		knex: world.database.service,
		chores: createNightChores(world, {hasProvisions: false, log}),
		log,
		clock: world.clock,
	});

const find = async (name: string) => {
	const {body} = await auditor.get('/v1/chores');
	return body.items.find((one: {name: string}) => one.name === name);
};

test.serial('before the first night everything is due for yesterday', async (t) => {
	const {status, body} = await auditor.get('/v1/chores');
	t.is(status, 200);
	t.deepEqual(
		body.items.map((one: {name: string}) => one.name),
		[
			'months-sealed',
			'classes',
			'provisions',
			'detectors',
			'verification',
			'checkpoints',
			'findings-escalated',
			'reports-expired',
			'imports-forgotten',
		],
	);
	t.deepEqual(await find('classes'), {
		name: 'classes',
		summary: {
			id: 'Mencatat kolektibilitas semua pembiayaan per hari itu menurut setiap kebijakan.',
			en: 'Records the collectibility of all loans as of the day, under every policy.',
		},
		rhythm: 'nightly',
		lastRun: null,
		lastSuccessAt: null,
		daysBehind: 0,
		due: ['2026-03-29'],
		nextAt: '2026-03-30T05:00:00.000Z',
	});
});

test.serial(
	'after a night its runs are there, with what came of them and what is next',
	async (t) => {
		t.deepEqual(await night(), {done: 4, failed: 0});
		const verification = await find('verification');
		t.deepEqual(verification.lastRun, {
			chore: 'verification',
			day: '2026-03-29',
			state: 'done',
			turns: 1,
			startedAt: '2026-03-30T05:00:00.000Z',
			endedAt: '2026-03-30T05:00:00.000Z',
			place: 'KOTA-BENGKULU',
			// The city: its opening and the tranche. The cooperative: the tranche.
			outcome: {books: 2, entries: 3, breaches: {}},
			fault: null,
		});
		t.is(verification.lastSuccessAt, '2026-03-30T05:00:00.000Z');
		t.deepEqual(verification.due, []);
		// Midnight in Jakarta.
		t.is(verification.nextAt, '2026-03-30T16:59:59.999Z');
		const page = await auditor.get('/v1/chores/runs?limit=3');
		t.deepEqual(
			page.body.items.map((one: {chore: string}) => one.chore),
			['classes', 'detectors', 'months-sealed'],
		);
		const rest = await auditor.get(`/v1/chores/runs?limit=3&cursor=${page.body.nextCursor}`);
		t.deepEqual(
			rest.body.items.map((one: {chore: string}) => one.chore),
			['verification'],
		);
		t.is(rest.body.nextCursor, null);
		const failed = await auditor.get('/v1/chores/runs?state=failed');
		t.deepEqual(failed.body.items, []);
	},
);

test.serial('a recurring chore has a run for each day, with the turns of that day', async (t) => {
	const [checkpoints] = createRecurringChores(world, {checkpointMinutes: 15});
	const options = {service: world, log, clock: world.clock};
	await takeTurn(checkpoints!, options);
	await takeTurn(checkpoints!, options);
	const {lastRun, rhythm, nextAt} = await find('checkpoints');
	t.is(rhythm, 'recurring');
	t.like(lastRun, {day: '2026-03-30', state: 'done', turns: 2, fault: null});
	t.is(nextAt, '2026-03-30T05:15:00.000Z');
	const failing = {...checkpoints!, run: async () => Promise.reject(new TypeError('a secret'))};
	await t.throwsAsync(takeTurn(failing, options));
	const after = await find('checkpoints');
	t.like(after.lastRun, {state: 'failed', turns: 3, fault: 'TypeError'});
	t.is(after.lastSuccessAt, '2026-03-30T05:00:00.000Z', 'the turns before it ended well');
	t.false(JSON.stringify(after).includes('a secret'));
});

test.serial(
	'who runs the installation sees it, and nobody else who works with the fund',
	async (t) => {
		const administrator = await server.signUp('administrator');
		t.is((await administrator.get('/v1/chores')).status, 200);
		t.is((await administrator.get('/v1/chores/runs')).status, 200);
		for (const role of ['officer', 'supervisor', 'fund-manager']) {
			const other = await server.signUp(role);
			for (const path of ['/v1/chores', '/v1/chores/runs']) {
				t.like(await other.get(path), {status: 403, body: {code: 'identity/forbidden'}}, role);
			}
		}
		t.is((await server.stranger.get('/v1/chores')).status, 401);
	},
);

test.serial('what came of all books is not for who audits one of them', async (t) => {
	const other = await server.signUp('auditor', '17.71');
	const {body} = await other.get('/v1/chores/runs?chore=verification');
	t.like(body.items[0], {state: 'done', place: null, outcome: null});
});

test.serial('what is asked wrongly is told, all of it', async (t) => {
	const {status, body} = await auditor.get('/v1/chores/runs?chore=sleep&state=tired&limit=0');
	t.is(status, 422);
	t.deepEqual(
		body.findings.map((one: {path: string}) => one.path),
		['query.chore', 'query.state', 'query.limit'],
	);
	const cursor = await auditor.get('/v1/chores/runs?cursor=abc');
	t.like(cursor, {status: 422, body: {code: 'request/invalid-cursor'}});
});
