// The detectors over HTTP: who may run them, what each sees of a run over all books, and pages.
import test from 'ava';
import {joinMember, createWorld, openCity, openFunded} from '../../helpers/world.ts';
import {type Funded, type World, lend} from '../../helpers/world.ts';
import {type Client, type Server, startServer} from '../../helpers/http.ts';

let world: World;
let server: Server;
let mine: Funded;
let other: Funded;
let auditor: Client;

test.before(async () => {
	world = await createWorld('2026-02-01');
	await openCity(world);
	mine = await openFunded(world, '17.71.01.1001', '9000000');
	other = await openFunded(world, '17.71.02.1001', '9000000');
	const phone = '0812-9999-0001';
	for (const funded of [mine, other]) {
		const member = await joinMember(world, funded.book, {phone, name: 'Rahasia Sekali'});
		await lend(world, funded, {member: member.id, disbursedOn: '2026-02-01'});
	}
	world.setDay('2026-03-31');
	server = await startServer(world);
	auditor = await server.signUp('auditor');
});
test.after.always(async () => {
	await server.close();
	await world.close();
});

type Item = {book: string; detector: string; subject: string};
const shown = (items: Item[]): string[] => items.map(({book, detector}) => `${book} ${detector}`);

test.serial('a run by who oversees one cooperative looks at all, and shows that one', async (t) => {
	const manager = await server.signUp('fund-manager', mine.book);
	const {status, body} = await manager.post('/v1/detections/runs', {asOf: '2026-03-31'});
	t.is(status, 201);
	t.like(body, {asOf: '2026-03-31', book: null});
	const counts = (body.detectors as {detector: string; detections: number}[])
		.filter(({detections}) => detections > 0)
		.map(({detector, detections}) => `${detector} ${detections}`);
	t.deepEqual(counts, ['duplicate-phone 1', 'never-paid-first 1']);
	const own = await manager.get('/v1/detections');
	t.deepEqual(shown(own.body.items), [
		`${mine.book} duplicate-phone`,
		`${mine.book} never-paid-first`,
	]);
	const text = JSON.stringify(own.body);
	for (const secret of [other.book, 'Rahasia', '9999', '17.71.02', 'Gading']) {
		t.false(text.includes(secret), secret);
	}
	t.is(
		own.body.items[0].sentence.en,
		'One phone number is that of 1 members here and of 1 members of 1 other cooperatives (region: Kota Bengkulu).',
	);
	const all = await auditor.get('/v1/detections');
	t.is(all.body.items.length, 4);
});

test.serial('the list is filtered, and goes on page by page', async (t) => {
	const byDetector = await auditor.get('/v1/detections?detector=never-paid-first');
	t.deepEqual(shown(byDetector.body.items), [
		`${mine.book} never-paid-first`,
		`${other.book} never-paid-first`,
	]);
	t.is((await auditor.get('/v1/detections?severity=medium')).body.items.length, 2);
	t.is((await auditor.get(`/v1/detections?book=${other.book}`)).body.items.length, 2);
	const first = await auditor.get('/v1/detections?limit=3');
	t.is(first.body.items.length, 3);
	const rest = await auditor.get(`/v1/detections?limit=3&cursor=${first.body.nextCursor}`);
	t.deepEqual(shown(rest.body.items), [`${other.book} never-paid-first`]);
	t.is(rest.body.nextCursor, null);
});

test.serial('a later run over one book stands for that book alone', async (t) => {
	const {body} = await auditor.post('/v1/detections/runs', {
		asOf: '2026-02-10',
		book: mine.book,
	});
	const {body: now} = await auditor.get('/v1/detections');
	const runs = new Map(
		(now.items as {book: string; run: string}[]).map((one) => [one.book, one.run]),
	);
	t.is(runs.get(mine.book), body.id);
	t.not(runs.get(other.book), body.id);
	// On 10 February no first instalment was due yet; the phone was the same already.
	t.deepEqual(shown(now.items), [
		`${mine.book} duplicate-phone`,
		`${other.book} duplicate-phone`,
		`${other.book} never-paid-first`,
	]);
	const named = await auditor.get(`/v1/detections?run=${body.id}`);
	t.deepEqual(shown(named.body.items), [`${mine.book} duplicate-phone`]);
});

test.serial('the catalogue says what each goes by, and what honest looks the same', async (t) => {
	const {body} = await auditor.get('/v1/detectors');
	t.is(body.items.length, 21);
	const one = body.items.find(({name}: {name: string}) => name === 'never-paid-first');
	t.deepEqual(one.policy.thresholds, [
		{
			name: 'daysMin',
			value: 30,
			meaning: {id: 'Hari sejak jatuh tempo pertama', en: 'Days since the first due date'},
		},
	]);
	t.like(one.policy, {severity: 'low', status: 'provisional', version: 1});
	t.regex(one.falsePositive.id, /Usaha yang gagal/u);
});

test.serial('who works at a cooperative neither runs nor reads them', async (t) => {
	for (const role of ['officer', 'supervisor', 'administrator']) {
		const client = await server.signUp(role);
		t.is((await client.get('/v1/detections')).status, 403, role);
		t.is((await client.get('/v1/detectors')).status, 403, role);
		t.is((await client.post('/v1/detections/runs', {asOf: '2026-03-31'})).status, 403, role);
	}
});

test.serial(
	'what is asked wrongly is refused with its own code, and nothing is recorded',
	async (t) => {
		const count = async () => world.database.owner('detection_runs').count('* as runs');
		const before = await count();
		const tomorrow = await auditor.post('/v1/detections/runs', {asOf: '2026-04-01'});
		t.is(tomorrow.status, 422);
		t.is(tomorrow.body.code, 'detection/date-in-future');
		const nowhere = await auditor.post('/v1/detections/runs', {
			asOf: '2026-03-31',
			book: 'KOP-NONE',
		});
		t.is(nowhere.status, 404);
		t.is(nowhere.body.code, 'ledger/unknown-book');
		const unknown = await auditor.get('/v1/detections?detector=nothing');
		t.is(unknown.status, 422);
		t.is(unknown.body.code, 'detection/unknown-detector');
		const outsider = await server.signUp('auditor', other.book);
		t.is((await outsider.get(`/v1/detections?book=${mine.book}`)).status, 404);
		t.deepEqual(await count(), before);
	},
);

test.serial('a repeated key runs nothing again', async (t) => {
	const body = {asOf: '2026-03-31'};
	const first = await auditor.post('/v1/detections/runs', body, {key: 'malam-1'});
	const again = await auditor.post('/v1/detections/runs', body, {key: 'malam-1'});
	t.is(again.body.id, first.body.id);
});

test.serial('what is grave goes into the register, once, however often it is seen', async (t) => {
	const raised = async () => {
		const {body} = await auditor.get('/v1/findings');
		return body.items.map(({book, source}: {book: string; source: string}) => `${book} ${source}`);
	};
	const before = await raised();
	t.true(before.includes(`${mine.book} duplicate-phone`), before.join());
	t.is((await auditor.post('/v1/detections/runs', {asOf: '2026-03-31'})).status, 201);
	t.deepEqual(await raised(), before);
});
