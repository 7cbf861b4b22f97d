import test from 'ava';
import {type Server, startServer} from '../../helpers/http.ts';
import {type World, createWorld, openCity, openFunded} from '../../helpers/world.ts';

let world: World;
let server: Server;
test.before(async () => {
	world = await createWorld();
	await openCity(world);
	await openFunded(world);
	server = await startServer(world);
});
test.after.always(async () => {
	await server.close();
	await world.close();
});

const holiday = {day: '2026-12-25', name: 'Natal'};

test.serial('an administrative act of any room is told, with its request', async (t) => {
	const admin = await server.signUp('administrator', 'all', 'siti.admin');
	const auditor = await server.signUp('auditor');
	const body = {code: '1.9.99', name: {id: 'Uji', en: 'Test'}, class: 'asset'};
	const refusedBefore = await admin.post('/v1/books/TIDAK-ADA/accounts', body, {
		headers: {'x-request-id': 'request-of-the-test'},
	});
	t.is(refusedBefore.status >= 400, true);
	const programme = {
		code: 'PROGRAM-2',
		name: 'Program Dua',
		cityBook: 'KOTA-BENGKULU',
		ceilingPerKelurahan: '1000000000',
		tenorMonths: 84,
		graceMonths: 24,
		remittanceDays: 7,
		legalBasis: 'Perda 1/2026',
		effectiveFrom: '2026-01-01',
		status: 'provisional',
	};
	const headers = {'x-request-id': 'request-of-the-act'};
	const key = 'the-same-key';
	const made = await admin.post('/v1/programmes', programme, {key, headers});
	t.is(made.status, 201, JSON.stringify(made.body));
	t.is((await admin.post('/v1/programmes', programme, {key})).status, 201);
	const {status, body: page} = await auditor.get('/v1/audit/log?actor=siti.admin');
	t.is(status, 200);
	const told = (page.items as {kind: string; subject: string; outcome: string}[]).filter(
		({kind, outcome}) => kind === 'request' && outcome === 'done',
	);
	t.is(told.length, 1);
	t.like(told[0], {
		subject: 'POST /v1/programmes',
		details: {permission: 'programme:write'},
		requestId: 'request-of-the-act',
		address: '127.0.0.1',
		code: null,
	});
});

test.serial('a request without the permission is told as refused', async (t) => {
	const officer = await server.signUp('officer', 'KOP-1771011001', 'petugas.uji');
	const auditor = await server.signUp('auditor', '17.71');
	t.is((await officer.post('/v1/holidays', holiday)).status, 403);
	t.is((await officer.get('/v1/audit/log')).status, 403);
	const {body} = await auditor.get('/v1/audit/log?actor=petugas.uji&limit=2');
	t.like(body.items[0], {subject: 'GET /v1/audit/log', outcome: 'refused'});
	t.like(body.items[1], {
		subject: 'POST /v1/holidays',
		outcome: 'refused',
		code: 'identity/forbidden',
		details: {permission: 'holiday:write'},
	});
});

test.serial('the log is read page by page and exported as JSON lines', async (t) => {
	const auditor = await server.signUp('auditor');
	const first = await auditor.get('/v1/audit/log?limit=2');
	const second = await auditor.get(`/v1/audit/log?limit=2&cursor=${first.body.nextCursor}`);
	const numbers = [...first.body.items, ...second.body.items].map(
		({number}: {number: number}) => number,
	);
	const newest = numbers[0]!;
	t.deepEqual(numbers, [newest, newest - 1, newest - 2, newest - 3]);
	const {body, headers} = await auditor.get('/v1/audit/log/export');
	t.is(headers.get('content-type'), 'application/x-ndjson');
	const lines = String(body).trimEnd().split('\n');
	t.is(lines.length, newest);
	t.like(JSON.parse(lines[0]!), {number: 1, previousHash: '0'.repeat(64)});
});
