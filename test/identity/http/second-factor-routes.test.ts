import {randomUUID} from 'node:crypto';
import test from 'ava';
import {Secret, TOTP} from 'otpauth';
import {compose} from '../../../src/compose.ts';
import {createUserFromCommandLine} from '../../../src/cli/user.ts';
import {listen} from '../../../src/http/listen.ts';
import {createLog} from '../../../src/http/log.ts';
import {settableClock} from '../../../src/kernel/clock.ts';
import {everywhere} from '../../../src/kernel/scope.ts';
import {createTestDatabase} from '../../helpers/database.ts';
import {createClient} from '../../helpers/http.ts';
import {goodPassword, root} from '../setup.ts';

const database = await createTestDatabase();
const clock = settableClock('2026-03-02T08:00:00Z');
const logged: string[] = [];
const service = compose({
	knex: database.service,
	clock,
	timeZone: 'Asia/Jakarta',
	log: createLog('info', {write: (line: string) => logged.push(line)}),
	isProduction: false,
	isCookieSecure: false,
	version: 'test',
});
const server = await listen(service.app, {host: '127.0.0.1', port: 0});
const stranger = createClient(server.address);
test.after.always(async () => {
	await server.close(0);
	await database.drop();
});

const password = goodPassword;

async function newUser(role: string): Promise<string> {
	const name = `user-${randomUUID().slice(0, 8)}`;
	await service.inTransaction({scope: everywhere, actor: root.actor}, async (work) =>
		createUserFromCommandLine(work, {name, role, password}),
	);
	return name;
}

async function signIn(name: string, code?: string) {
	const body = {name, password, ...(code === undefined ? {} : {code})};
	const {status, body: opened, headers} = await stranger.post('/v1/sessions', body);
	const token = String(opened.token);
	return {status, opened, headers, token, client: createClient(server.address, token)};
}

test.serial('an administrator sets a second factor up before anything else', async (t) => {
	const name = await newUser('administrator');
	const {opened, client, token} = await signIn(name);
	t.true(opened.isSecondFactorDue);
	for (const [method, path] of [
		['get', '/v1/users'],
		['get', '/v1/tokens'],
		['get', '/v1/regions'],
		['post', '/v1/users'],
		['post', '/v1/tokens'],
		['post', '/v1/me/password'],
	] as const) {
		const {status, body} = await client[method](path, {});
		t.is(status, 403, path);
		t.is(body.code, 'identity/second-factor-due', path);
	}
	t.like((await client.get('/v1/me')).body, {isSecondFactorDue: true, hasSecondFactor: false});
	const begun = await client.post('/v1/me/second-factor', {password});
	t.is(begun.status, 201);
	t.is(begun.headers.get('cache-control'), 'no-store');
	t.regex(begun.body.uri, new RegExp(`^otpauth://totp/Bergulir:${name}\\?`, 'u'));
	const app = new TOTP({secret: Secret.fromBase32(begun.body.secret)});
	const code = app.generate({timestamp: clock.now().getTime()});
	const confirmed = await client.post('/v1/me/second-factor/confirm', {code});
	t.is(confirmed.status, 200, JSON.stringify(confirmed.body));
	t.is(confirmed.body.recoveryCodes.length, 10);
	t.regex(confirmed.headers.get('set-cookie')!, /^bergulir_session=bgs_/u);
	// The session of before, which knew no second factor, is not raised: it has ended.
	t.not(confirmed.body.token, token);
	t.is((await client.get('/v1/me')).status, 401);
	const raised = createClient(server.address, confirmed.body.token);
	t.is((await raised.get('/v1/users')).status, 200);
	t.like((await raised.get('/v1/me')).body, {
		isSecondFactorDue: false,
		hasSecondFactor: true,
		recoveryCodesLeft: 10,
	});
	const bare = await signIn(name);
	t.is(bare.status, 401);
	t.is(bare.opened.code, 'identity/second-factor-needed');
	t.is((await signIn(name, code)).opened.code, 'identity/second-factor-wrong');
	t.is((await signIn(name, confirmed.body.recoveryCodes[0])).status, 201);
	t.is((await raised.get('/v1/me')).body.recoveryCodesLeft, 9);
	const log = logged.join('\n');
	for (const secret of [begun.body.secret, code, ...confirmed.body.recoveryCodes]) {
		t.false(log.includes(secret));
	}
});

test.serial('a token sets no second factor up, and one for reading changes nothing', async (t) => {
	const name = await newUser('officer');
	const {client} = await signIn(name);
	const issued = await client.post('/v1/tokens', {label: 'x', isReadOnly: true});
	t.is(issued.status, 201, JSON.stringify(issued.body));
	t.like(issued.body, {isReadOnly: true, permissions: null});
	const reader = createClient(server.address, issued.body.token);
	t.is((await reader.get('/v1/me')).status, 200);
	const refused = await reader.post('/v1/members', {});
	t.like(refused, {status: 403, body: {code: 'identity/token-read-only'}});
	const narrow = await client.post('/v1/tokens', {label: 'y', permissions: ['region:read']});
	const holder = createClient(server.address, narrow.body.token);
	t.is((await holder.get('/v1/regions')).status, 200);
	t.like(await holder.get('/v1/members'), {status: 403, body: {code: 'identity/forbidden'}});
	const begun = await holder.post('/v1/me/second-factor', {password});
	t.like(begun, {status: 403, body: {code: 'identity/session-needed'}});
	const wrong = await client.post('/v1/tokens', {label: 'z', permissions: ['self', 'nothing']});
	t.is(wrong.status, 422);
	t.deepEqual(
		wrong.body.findings.map(({path}: {path: string}) => path),
		['body.permissions[0]', 'body.permissions[1]'],
	);
});

test.serial('one sees the own sessions and ends one of them', async (t) => {
	const name = await newUser('auditor');
	const first = await signIn(name);
	clock.set('2026-03-02T08:10:00Z');
	const second = await signIn(name);
	const {body} = await second.client.get('/v1/sessions');
	t.is(body.items.length, 2);
	t.like(body.items[0], {
		isCurrent: true,
		createdAt: '2026-03-02T08:10:00.000Z',
		address: '127.0.0.1',
	});
	t.like(body.items[1], {isCurrent: false});
	t.false(JSON.stringify(body).includes('bgs_'));
	const ended = await second.client.post(`/v1/sessions/${body.items[1].id}/revoke`);
	t.is(ended.status, 200);
	t.is((await first.client.get('/v1/me')).status, 401);
	t.is((await second.client.get('/v1/me')).status, 200);
});
