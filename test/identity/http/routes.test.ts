import {randomUUID} from 'node:crypto';
import test from 'ava';
import {createApp} from '../../../src/http/app.ts';
import {listen} from '../../../src/http/listen.ts';
import {createLog} from '../../../src/http/log.ts';
import type {Runner} from '../../../src/http/route.ts';
import {createIdentityStore} from '../../../src/identity/db/identity-store.ts';
import {identityRefusals} from '../../../src/identity/http/errors.ts';
import {createIdentityRoutes} from '../../../src/identity/http/routes.ts';
import {type IdentityWork, authenticate, issueToken} from '../../../src/identity/index.ts';
import {createTestDatabase} from '../../helpers/database.ts';
import {addCooperatives, goodPassword, identityOn, someUser} from '../setup.ts';

const database = await createTestDatabase();
await addCooperatives(database.owner);
const {work, clock} = identityOn(database.service);
const routes = createIdentityRoutes({isCookieSecure: true});

// Without the keeping of answers: that is the platform's, and tested there.
const inOne = async <T>(run: (work: IdentityWork) => Promise<T>): Promise<T> =>
	database.service.transaction(async (trx) => run({...work, identity: createIdentityStore(trx)}));
const writes: string[] = [];
const runner: Runner<IdentityWork> = {
	open: async (_, run) => run(work),
	read: async (_, __, run) => inOne(run),
	async write(request, run) {
		const answer = await inOne(run);
		writes.push(JSON.stringify([request, answer]));
		return {...answer, isReplay: false};
	},
	post: async () => Promise.reject(new Error('Nothing of this room is posted to a book.')),
};
const logged: string[] = [];
const app = createApp({
	routes,
	runner,
	authenticate: async (credential) => authenticate(work, credential),
	refusals: [identityRefusals],
	log: createLog('info', {write: (line: string) => logged.push(line)}),
	clock,
	timeZone: 'Asia/Jakarta',
	readiness: async () => [],
	info: {title: 'test', version: '0', description: 'test'},
	isProduction: false,
});
const server = await listen(app, {host: '127.0.0.1', port: 0});
test.after.always(async () => {
	await server.close(0);
	await database.drop();
});

type Called = {status: number; body: Record<string, unknown>; headers: Headers; text: string};

async function call(
	method: string,
	path: string,
	{bearer, cookie, body}: {bearer?: string; cookie?: string; body?: unknown} = {},
): Promise<Called> {
	const response = await fetch(`${server.address}${path}`, {
		method,
		headers: {
			'Accept-Language': 'en',
			'Idempotency-Key': randomUUID(),
			...(body === undefined ? {} : {'Content-Type': 'application/json'}),
			...(bearer === undefined ? {} : {Authorization: `Bearer ${bearer}`}),
			...(cookie === undefined
				? {}
				: {Cookie: `bergulir_session=${cookie}`, 'Sec-Fetch-Site': 'same-origin'}),
		},
		...(body === undefined ? {} : {body: JSON.stringify(body)}),
	});
	const text = await response.text();
	const parsed = text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
	return {status: response.status, body: parsed, headers: response.headers, text};
}

/** The session of a new user with these roles. */
async function session(...roles: Parameters<typeof someUser>[1]) {
	const user = await someUser(work, roles, goodPassword);
	const body = {name: user.name, password: goodPassword};
	const {body: opened} = await call('POST', '/v1/sessions', {body});
	return {user, secret: String(opened.token)};
}

test('signing in sets a cookie that scripts cannot read and answers the token once', async (t) => {
	const user = await someUser(work, [['auditor', '17.71']], goodPassword);
	const body = {name: user.name, password: goodPassword};
	const {status, body: answer, headers} = await call('POST', '/v1/sessions', {body});
	t.is(status, 201);
	t.deepEqual(answer, {
		token: answer.token,
		expiresAt: '2026-03-02T20:00:00.000Z',
		isSecondFactorDue: false,
		user: {id: user.id, name: user.name},
	});
	const token = String(answer.token);
	t.is(
		headers.get('set-cookie'),
		`bergulir_session=${token}; Path=/; Max-Age=43200; HttpOnly; SameSite=Strict; Secure`,
	);
	t.is(headers.get('cache-control'), 'no-store');
	t.is((await call('GET', '/v1/me', {cookie: token})).status, 200);
	t.is((await call('GET', '/v1/me', {bearer: token})).status, 200);
});

test('the cookie is sent over plain HTTP only where that is configured', async (t) => {
	const {name} = await someUser(work, [['auditor', 'all']], goodPassword);
	const plain = createIdentityRoutes({isCookieSecure: false});
	const signIn = plain.find(({path}) => path === '/v1/sessions')!;
	if (signIn.kind === 'post') throw new Error('To sign in is no posting.');
	const {headers} = await signIn.handle(work, {
		params: undefined,
		query: undefined,
		body: {name, password: goodPassword},
		caller: undefined,
		language: 'id',
		format: 'json',
		isWhole: false,
		requestId: 'x',
	});
	t.false(headers?.['Set-Cookie']?.includes('Secure'));
});

test('a wrong password and an unknown name get the same answer', async (t) => {
	const user = await someUser(work, [['auditor', 'all']], goodPassword);
	const answers = await Promise.all(
		[user.name, 'somebody.else'].map(async (name) =>
			call('POST', '/v1/sessions', {body: {name, password: 'hujan sore di atas genteng'}}),
		),
	);
	for (const {status, body, headers} of answers) {
		t.is(status, 401);
		t.is(headers.get('set-cookie'), null);
		t.like(body, {
			code: 'identity/sign-in-refused',
			detail: 'The user name or the password is wrong.',
		});
	}
});

test('signing out ends the session and takes the cookie away', async (t) => {
	const {secret} = await session(['auditor', 'all']);
	const {status, headers} = await call('DELETE', '/v1/sessions/current', {cookie: secret});
	t.is(status, 204);
	t.is(
		headers.get('set-cookie'),
		'bergulir_session=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict; Secure',
	);
	t.is((await call('GET', '/v1/me', {cookie: secret})).status, 401);
});

test('one sees who one is, and what one may do where', async (t) => {
	const {user, secret} = await session(['auditor', '17.71'], ['officer', 'KOP-1771021001']);
	const {body} = await call('GET', '/v1/me', {bearer: secret});
	t.like(body, {
		id: user.id,
		name: user.name,
		grants: [
			{role: 'auditor', scope: '17.71'},
			{role: 'officer', scope: 'KOP-1771021001'},
		],
	});
	const given = body.permissions as {permission: string; scopes: string[]}[];
	const of = (wanted: string) => given.find(({permission}) => permission === wanted)?.scopes;
	t.deepEqual(of('loan:apply'), ['KOP-1771021001']);
	t.deepEqual(of('report:read'), ['17.71', 'KOP-1771021001']);
	t.is(of('user:manage'), undefined);
});

const isOpen = (path: string): boolean =>
	['/v1/sessions', '/v1/sessions/ways', '/v1/invitations/accept'].includes(path) ||
	path.startsWith('/v1/sessions/oidc');

test('every route but signing in refuses a stranger and who may not', async (t) => {
	const {secret} = await session(
		['officer', 'KOP-1771021001'],
		['supervisor', '17.71'],
		['auditor', 'all'],
	);
	const id = randomUUID();
	for (const route of routes) {
		const path = route.path.replaceAll(/\{\w+\}/gu, id);
		const stranger = await call(route.method, path);
		if (route.permission === 'public') {
			t.true(isOpen(route.path));
			continue;
		}
		t.is(stranger.status, 401, path);
		if (route.permission !== 'user:manage') continue;
		const {status, body} = await call(route.method, path, {bearer: secret});
		t.is(status, 403, path);
		t.is(body.code, 'identity/forbidden');
	}
});

test('an administrator lets a person in, who then signs in and is shut out again', async (t) => {
	const {secret} = await session(['administrator', '17.71.02']);
	const name = `new-${randomUUID()}`;
	const grants = [{role: 'officer', scope: 'KOP-1771021001'}];
	const created = await call('POST', '/v1/users', {bearer: secret, body: {name, grants}});
	t.is(created.status, 201, created.text);
	t.like(created.body, {name, isActive: true, hasPassword: false});
	const path = `/v1/users/${String(created.body.id)}`;
	const invited = await call('POST', `${path}/invitation`, {bearer: secret});
	t.like(invited, {status: 201, body: {expiresAt: '2026-03-05T08:00:00.000Z'}});
	t.is(invited.headers.get('cache-control'), 'no-store');
	const acceptance = {invitation: invited.body.invitation, password: goodPassword};
	const joined = await call('POST', '/v1/invitations/accept', {body: acceptance});
	t.like(joined, {status: 200, body: {name}});
	const again = await call('POST', '/v1/invitations/accept', {body: acceptance});
	t.like(again, {status: 404, body: {code: 'identity/unknown-invitation'}});
	const granted = await call('POST', `${path}/grants`, {
		bearer: secret,
		body: {role: 'auditor', scope: '17.71.02'},
	});
	t.like(granted, {status: 201, body: {role: 'auditor', scope: '17.71.02', revokedAt: null}});
	const opened = await call('POST', '/v1/sessions', {body: {name, password: goodPassword}});
	t.is(opened.status, 201);
	const email = 'orang.baru@kota.example';
	const written = await call('POST', `${path}/email`, {bearer: secret, body: {email}});
	t.like(written, {status: 200, body: {email}});
	const wrong = await call('POST', `${path}/email`, {bearer: secret, body: {email: 'kota'}});
	t.like(wrong, {status: 422, body: {code: 'identity/email-malformed'}});
	t.like(await call('GET', path, {bearer: secret}), {body: {email}});
	const grant = String(granted.body.id);
	const revoked = await call('POST', `${path}/grants/${grant}/revoke`, {bearer: secret});
	t.like(revoked, {status: 200, body: {id: grant, revokedAt: '2026-03-02T08:00:00.000Z'}});
	const out = await call('POST', `${path}/deactivate`, {bearer: secret});
	t.like(out, {status: 200, body: {isActive: false}});
	t.is((await call('GET', '/v1/me', {bearer: String(opened.body.token)})).status, 401);
	const back = await call('POST', `${path}/activate`, {bearer: secret});
	t.like(back, {status: 200, body: {isActive: true}});
	t.like(await call('GET', path, {bearer: secret}), {status: 200, body: {hasPassword: true}});
});

test('an administrator cannot widen a scope beyond his own over HTTP', async (t) => {
	const {secret} = await session(['administrator', '17.71.02']);
	const {id} = await someUser(work, [['officer', 'KOP-1771021001']]);
	for (const scope of ['all', '17', '17.71', '17.71.03', 'KOP-1771031001']) {
		const body = {role: 'administrator', scope};
		const granted = await call('POST', `/v1/users/${id}/grants`, {bearer: secret, body});
		t.like(granted, {status: 403, body: {code: 'identity/scope-too-wide'}}, scope);
		const user = {name: `wide-${randomUUID()}`, grants: [body]};
		const created = await call('POST', '/v1/users', {bearer: secret, body: user});
		t.like(created, {status: 403, body: {code: 'identity/scope-too-wide'}}, scope);
	}
});

test('an administrator lists only the users in his hand, page by page', async (t) => {
	const {secret, user} = await session(['administrator', '17.71.03.1002']);
	const two = await someUser(work, [['officer', '17.71.03.1002']]);
	const names: string[] = [];
	let cursor: string | null = '';
	for (let page = 0; cursor !== null && page < 5; page += 1) {
		const query: string = cursor === '' ? '?limit=1' : `?limit=1&cursor=${cursor}`;
		const {body} = await call('GET', `/v1/users${query}`, {bearer: secret});
		names.push(...(body.items as {name: string}[]).map(({name}) => name));
		cursor = body.nextCursor as string | null;
	}
	t.deepEqual(names, [user.name, two.name].toSorted());
	const other = await someUser(work, [['officer', '17.71.03']]);
	t.is((await call('GET', `/v1/users/${other.id}`, {bearer: secret})).status, 404);
});

test('a bad body names every fault', async (t) => {
	const {secret} = await session(['administrator', 'all']);
	const body = {name: 'x', grants: [{role: 'king', scope: 'all'}], more: 1};
	const {status, body: problem} = await call('POST', '/v1/users', {bearer: secret, body});
	t.is(status, 422);
	const findings = problem.findings as {path: string}[];
	t.deepEqual(findings.map(({path}) => path).toSorted(), ['body.grants[0].role', 'body.more']);
	const scope = await call('POST', '/v1/users', {
		bearer: secret,
		body: {name: 'fine.name', grants: [{role: 'auditor', scope: 'nowhere'}]},
	});
	t.like(scope, {status: 422, body: {code: 'identity/scope-malformed'}});
});

test('a token is issued in a session, shown once, listed without secret, revoked', async (t) => {
	const {secret} = await session(['officer', 'KOP-1771021001']);
	const body = {label: 'Impor harian', expiresAt: '2026-04-01T00:00:00+07:00'};
	const issued = await call('POST', '/v1/tokens', {bearer: secret, body});
	t.is(issued.status, 201, issued.text);
	t.like(issued.body, {label: 'Impor harian', expiresAt: '2026-03-31T17:00:00.000Z'});
	t.is(issued.headers.get('cache-control'), 'no-store');
	const token = String(issued.body.token);
	t.is((await call('GET', '/v1/me', {bearer: token})).status, 200);
	const successor = await call('POST', '/v1/tokens', {bearer: token, body: {label: 'x'}});
	t.like(successor, {status: 403, body: {code: 'identity/session-needed'}});
	const listed = await call('GET', '/v1/tokens', {bearer: secret});
	t.is((listed.body.items as unknown[]).length, 1);
	t.false(listed.text.includes(token.slice(4)));
	const path = `/v1/tokens/${String(issued.body.id)}/revoke`;
	const revoked = await call('POST', path, {bearer: secret});
	t.is(revoked.status, 200, revoked.text);
	t.is((await call('GET', '/v1/me', {bearer: token})).status, 401);
	t.is((await call('POST', path, {bearer: secret})).status, 404);
});

test('an administrator sees and revokes the tokens of a user in his hand', async (t) => {
	const {secret} = await session(['administrator', '17.71.02']);
	const {id} = await someUser(work, [['officer', 'KOP-1771021001']]);
	const {token} = await issueToken(work, {user: id, label: 'x'});
	const listed = await call('GET', `/v1/users/${id}/tokens`, {bearer: secret});
	t.like(listed, {status: 200, body: {items: [{id: token.id, label: 'x'}]}});
	const revoked = await call('POST', `/v1/tokens/${token.id}/revoke`, {bearer: secret});
	t.is(revoked.status, 200);
});

test('one changes the own password over HTTP', async (t) => {
	const {secret, user} = await session(['auditor', 'all']);
	const newPassword = 'hujan sore di atas genteng';
	const wrong = {currentPassword: newPassword, newPassword};
	t.like(await call('POST', '/v1/me/password', {cookie: secret, body: wrong}), {
		status: 403,
		body: {code: 'identity/password-wrong'},
	});
	const right = {currentPassword: goodPassword, newPassword};
	t.is((await call('POST', '/v1/me/password', {cookie: secret, body: right})).status, 204);
	const body = {name: user.name, password: newPassword};
	t.is((await call('POST', '/v1/sessions', {body})).status, 201);
});

test('too many attempts to sign in are answered 429', async (t) => {
	const {name} = await someUser(work, [['auditor', 'all']]);
	const body = {name, password: goodPassword};
	for (let attempt = 1; attempt <= 10; attempt += 1) await call('POST', '/v1/sessions', {body});
	const {status, headers} = await call('POST', '/v1/sessions', {body});
	t.is(status, 429);
	t.truthy(headers.get('retry-after'));
});

test('no write takes or answers a secret, and no log line holds one', async (t) => {
	const {secret} = await session(['administrator', 'all']);
	const name = `quiet-${randomUUID()}`;
	const grants = [{role: 'auditor', scope: 'all'}];
	await call('POST', '/v1/users', {bearer: secret, body: {name, grants}});
	const everything = [...writes, ...logged].join('\n');
	t.true(writes.length > 0 && logged.length > 0);
	t.notRegex(everything, /bg[st]_|argon2|kuda-hijau/u);
	for (const {kind, path, body} of routes) {
		const shape = JSON.stringify(body?.toJSONSchema({io: 'input'}) ?? {});
		if (shape.includes('assword')) t.is(kind, 'open', path);
	}
});
