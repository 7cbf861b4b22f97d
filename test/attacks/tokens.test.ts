// Credentials that are forged, replayed, planted or guessed.
import {randomUUID} from 'node:crypto';
import test from 'ava';
import {createUserFromCommandLine} from '../../src/cli/user.ts';
import {createClient} from '../helpers/http.ts';
import {countRows, officer} from '../helpers/world.ts';
import {goodPassword} from '../identity/setup.ts';
import {type Stage, openStage} from './stage.ts';

let stage: Stage;
test.before(async () => {
	stage = await openStage();
});
test.after.always(async () => stage.close());

const newUser = async (name: string) => {
	await stage.world.as(officer, async (work) =>
		createUserFromCommandLine(work, {name, role: 'officer', password: goodPassword}),
	);
	const credentials = {name, password: goodPassword};
	const {body, headers} = await stage.server.stranger.post('/v1/sessions', credentials);
	return {secret: String(body.token), headers};
};

const statusOf = async (headers: Record<string, string>): Promise<number> =>
	(await fetch(`${stage.server.address}/v1/me`, {headers})).status;

test.serial('a credential that was changed in any letter lets nobody in', async (t) => {
	const {secret} = await newUser('si.huruf');
	t.is(await statusOf({authorization: `Bearer ${secret}`}), 200);
	for (let at = 0; at < secret.length; at += 1) {
		const forged = `${secret.slice(0, at)}${secret[at] === 'A' ? 'B' : 'A'}${secret.slice(at + 1)}`;
		t.is(await statusOf({authorization: `Bearer ${forged}`}), 401, String(at));
	}
});

test.serial('what is no credential of ours lets nobody in, wherever it is sent', async (t) => {
	const {secret} = await newUser('si.tempat');
	const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.e30.`;
	for (const authorization of [
		`Bearer ${unsigned}`,
		`Bearer ${secret} `.repeat(2),
		`Bearer ${secret},${secret}`,
		`Basic ${Buffer.from(`si.tempat:${goodPassword}`).toString('base64')}`,
		`Token ${secret}`,
		secret,
		'Bearer',
		'Bearer null',
		"Bearer ' or '1'='1",
	]) {
		t.is(await statusOf({authorization}), 401, authorization.slice(0, 12));
	}
	// In an address it would stand in logs and histories: it is not looked for there.
	for (const name of ['token', 'access_token', 'session', 'bergulir_session']) {
		const {status} = await fetch(`${stage.server.address}/v1/me?${name}=${secret}`);
		t.is(status, 401, name);
	}
});

test.serial('an API token does not serve as a cookie, where a page could send it', async (t) => {
	const {secret} = await newUser('si.kue');
	const client = createClient(stage.server.address, secret);
	const {token} = (await client.post('/v1/tokens', {label: 'x'})).body;
	t.is(await statusOf({authorization: `Bearer ${token}`}), 200);
	t.is(await statusOf({cookie: `bergulir_session=${token}`}), 401);
});

test.serial('a session that has ended is not replayed', async (t) => {
	const {secret} = await newUser('si.ulang');
	const headers = {authorization: `Bearer ${secret}`};
	t.is(await statusOf(headers), 200);
	await fetch(`${stage.server.address}/v1/sessions/current`, {method: 'DELETE', headers});
	t.is(await statusOf(headers), 401);
	t.is(await statusOf({cookie: `bergulir_session=${secret}`}), 401);
});

test.serial('a session cannot be planted: signing in always makes a new one', async (t) => {
	const planted = `bgs_${'A'.repeat(43)}`;
	await newUser('si.tanam');
	const response = await fetch(`${stage.server.address}/v1/sessions`, {
		method: 'POST',
		headers: {'content-type': 'application/json', cookie: `bergulir_session=${planted}`},
		body: JSON.stringify({name: 'si.tanam', password: goodPassword}),
	});
	const {token} = (await response.json()) as {token: string};
	t.not(token, planted);
	t.true(response.headers.get('set-cookie')!.startsWith(`bergulir_session=${token};`));
	t.is(await statusOf({cookie: `bergulir_session=${planted}`}), 401);
	const again = await newUser('si.tanam.dua');
	t.not(again.secret, token);
});

test.serial('a write by cookie is refused unless it says that it is from here', async (t) => {
	const {secret} = await newUser('si.silang');
	const before = await countRows(stage.world);
	const write = async (headers: Record<string, string>) => {
		const response = await fetch(`${stage.server.address}/v1/tokens`, {
			method: 'POST',
			headers: {
				'content-type': 'application/json',
				'idempotency-key': randomUUID(),
				cookie: `bergulir_session=${secret}`,
				...headers,
			},
			body: '{"label": "x"}',
		});
		return {status: response.status, code: ((await response.json()) as {code?: string}).code};
	};
	for (const headers of [
		{},
		{'sec-fetch-site': 'cross-site'},
		{'sec-fetch-site': 'same-site'},
		{origin: 'https://evil.example'},
		{origin: 'null'},
		{origin: `${stage.server.address}.evil.example`},
	]) {
		t.deepEqual(await write(headers), {status: 403, code: 'request/cross-origin'});
	}
	t.deepEqual(await countRows(stage.world), before);
	t.is((await write({'sec-fetch-site': 'same-origin'})).status, 201);
});

test.serial('the key of one user’s write is nothing to another’s', async (t) => {
	const {mine, server} = stage;
	const one = await server.signUp('supervisor', mine.book);
	const other = await server.signUp('supervisor', mine.book);
	const outsider = await server.signUp('supervisor', stage.theirs.book);
	const key = 'the-key-of-one';
	const entry = {
		effectiveOn: '2026-03-31',
		reason: 'Setoran modal',
		document: 'BKM-77',
		lines: [
			{account: '1.1.01', side: 'debit', amount: '100000'},
			{account: '3.1.01', side: 'credit', amount: '100000'},
		],
	};
	const path = `/v1/books/${mine.book}/entries`;
	const first = await one.post(path, entry, {key});
	t.is(first.status, 201, JSON.stringify(first.body));
	// Another's same key is another key: their own entry, not the answer of the first.
	const second = await other.post(path, entry, {key});
	t.is(second.status, 201);
	t.not(second.body.number, first.body.number);
	t.is(second.headers.get('idempotency-replayed'), null);
	const stolen = await outsider.post(path, entry, {key});
	t.is(stolen.status, 404);
	t.false(JSON.stringify(stolen.body).includes('BKM-77'));
	const replayed = await one.post(path, entry, {key});
	t.is(replayed.body.number, first.body.number);
});

test.serial('two approvers at once: one decides, the other is told', async (t) => {
	const {world, server, mine} = stage;
	const applicant = await server.signUp('officer', mine.book);
	const approvers = [
		await server.signUp('supervisor', mine.book),
		await server.signUp('supervisor', mine.book),
	];
	const member = (await applicant.get(`/v1/members?cooperative=${mine.book}`)).body.items[0].id;
	for (let round = 0; round < 5; round += 1) {
		const applied = await applicant.post('/v1/loans', {
			member,
			allocation: mine.allocation.id,
			akad: 'qardh',
			purpose: 'Modal warung',
			principal: '100000',
			margin: '0',
			instalments: 2,
			period: {unit: 'month', every: 1},
			appliedOn: '2026-03-31',
		});
		t.is(applied.status, 201, JSON.stringify(applied.body));
		const decided = await Promise.all(
			approvers.map(async (approver, index) =>
				approver.post(`/v1/loans/${applied.body.id}/${index === 0 ? 'approve' : 'reject'}`, {
					decidedOn: '2026-03-31',
					reason: 'Diputuskan bersamaan',
				}),
			),
		);
		const statuses = decided.map(({status}) => status).sort();
		t.is(statuses[0], 200, JSON.stringify(decided.map(({body}) => body)));
		t.true(statuses[1]! >= 409 && statuses[1]! < 500);
		const loan = (await applicant.get(`/v1/loans/${applied.body.id}`)).body;
		const winner = decided.find(({status}) => status === 200)!;
		t.is(loan.status, winner.body.status);
	}
	t.true(world.logged.every((line) => !line.includes('"msg":"fault"')));
});
