// What a line of the log has, and what it never has.
import test from 'ava';
import {createLog} from '../../src/http/log.ts';
import {type Client, type Server, startServer} from '../helpers/http.ts';
import {type World, createWorld, openCity, openFunded} from '../helpers/world.ts';

let world: World;
let server: Server;
let supervisor: Client;
let officer: Client;
let book: string;

test.before(async () => {
	world = await createWorld('2026-03-31');
	await openCity(world);
	({book} = await openFunded(world));
	server = await startServer(world);
	supervisor = await server.signUp('supervisor', book);
	officer = await server.signUp('officer', book);
});
test.after.always(async () => {
	await server.close();
	await world.close();
});

type Line = Readonly<Record<string, unknown>>;

/** The lines that what runs leaves in the log. */
async function linesOf(run: () => Promise<unknown>): Promise<Line[]> {
	const before = world.logged.length;
	await run();
	return world.logged.slice(before).map((line) => JSON.parse(line) as Line);
}

test.serial('a request is one line: number, user, book, code and how long it took', async (t) => {
	const headers = {'x-request-id': 'permintaan-0001'};
	const [done] = await linesOf(async () => supervisor.get(`/v1/books/${book}/accounts`, headers));
	const {time, userId, ms, ...line} = done!;
	t.deepEqual(line, {
		level: 30,
		requestId: 'permintaan-0001',
		method: 'GET',
		route: '/v1/books/{book}/accounts',
		status: 200,
		book,
		msg: 'request',
	});
	t.regex(String(time), /^\d{4}-\d\d-\d\dT[\d:.]+Z$/u);
	t.regex(String(userId), /^[0-9a-f-]{36}$/u);
	t.is(typeof ms, 'number');
	const [refused] = await linesOf(async () => server.stranger.get('/v1/members', headers));
	t.like(refused, {status: 401, code: 'identity/not-authenticated', route: '/v1/members'});
	t.false('userId' in refused!);
	const [asked] = await linesOf(async () =>
		supervisor.get(`/v1/reports/trial-balance?book=${book}&asOf=kemarin`),
	);
	t.like(asked, {status: 422, book, code: 'date/malformed'});
});

test.serial('what is put where a book belongs is not told unless it may be one', async (t) => {
	const name = encodeURIComponent('Siti Rahasia');
	const lines = await linesOf(async () => {
		await supervisor.get(`/v1/books/${name}/accounts`);
		await supervisor.get(`/v1/reports/trial-balance?book=${name}`);
		await supervisor.get(`/v1/reports/trial-balance?book=1771014103859001`);
	});
	t.is(lines.length, 3);
	for (const line of lines) t.false('book' in line, JSON.stringify(line));
});

test.serial('nothing of a person and no secret is in any line', async (t) => {
	const secrets = [
		'1771014103859001',
		'Siti Rahasia',
		'Jl. Rahasia 1',
		'081234567890',
		'6281234567890',
		'kata-sandi-rahasia',
		'bgt_rahasia',
		'bgs_rahasia',
		'kunci-rahasia',
	];
	const member = {
		cooperative: book,
		nik: '1771014103859001',
		name: 'Siti Rahasia',
		kelurahan: '17.71.01.1001',
		address: 'Jl. Rahasia 1',
		phone: '081234567890',
		joinedOn: '2026-03-31',
	};
	const lines = await linesOf(async () => {
		t.is((await officer.post('/v1/members', member, {key: 'kunci-rahasia'})).status, 201);
		t.is((await officer.post('/v1/members', member)).status, 409, 'one NIK, one membership');
		await officer.post('/v1/members', {...member, joinedOn: 'Siti Rahasia'});
		await officer.get(`/v1/members?cooperative=${encodeURIComponent('Siti Rahasia')}`);
		await officer.get(`/v1/members/${encodeURIComponent('Siti Rahasia')}`);
		await server.stranger.get(`/v1/${encodeURIComponent('Siti Rahasia')}/1771014103859001`);
		const credentials = {name: 'siti', password: 'kata-sandi-rahasia'};
		t.is((await server.stranger.post('/v1/sessions', credentials)).status, 401);
		await server.stranger.get('/v1/me', {authorization: 'Bearer bgt_rahasia'});
		await server.stranger.get('/v1/me', {cookie: 'bergulir_session=bgs_rahasia'});
	});
	t.true(lines.length >= 9);
	const told = JSON.stringify(lines);
	for (const secret of secrets) t.false(told.includes(secret), secret);
});

test('a fault is told without what PostgreSQL quotes, and a field of ours is hidden', (t) => {
	const logged: string[] = [];
	const log = createLog('info', {write: (line) => void logged.push(line)});
	const fault = Object.assign(new Error('invalid input syntax for type date: "Siti Rahasia"'), {
		code: '22007',
		detail: 'Key (nik)=(1771014103859001) already exists.',
		where: 'Siti Rahasia',
	});
	log.error({err: fault}, 'fault');
	log.info({body: {nik: '1771014103859001', password: 'kata-sandi', token: 'bgt_a'}}, 'other');
	const told = logged.join('');
	t.true(told.includes('22007'));
	for (const secret of ['Siti', '1771014103859001', 'kata-sandi', 'bgt_a']) {
		t.false(told.includes(secret), secret);
	}
});
