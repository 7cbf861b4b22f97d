// Signing in at a provider of OpenID Connect, a real one, and what somebody in between may try.
import test from 'ava';
import {Secret, TOTP} from 'otpauth';
import {createUserFromCommandLine} from '../../src/cli/user.ts';
import {createOpenIdProvider} from '../../src/identity/oidc/provider.ts';
import {beginOpenId} from '../../src/identity/index.ts';
import {type Client, type Server, createClient, startServer} from '../helpers/http.ts';
import {type World, countRows, createWorld, officer} from '../helpers/world.ts';
import {goodPassword} from '../identity/setup.ts';
import {type LawBreach, asService} from '../ledger/db/forge.ts';
import {type TestProvider, clientId, clientSecret, redirectUrl, startProvider} from './provider.ts';

let provider: TestProvider;
let world: World;
let server: Server;
let admin: Client;
const ids: Record<string, string> = {};

const settings = (issuer: string) => ({
	issuer,
	clientId,
	clientSecret,
	redirectUrl,
});

const letIn = async (name: string, role: string): Promise<void> => {
	await world.as(officer, async (work) => {
		const {user} = await createUserFromCommandLine(work, {name, role, password: goodPassword});
		ids[name] = user.id;
	});
};

const byPassword = async (name: string): Promise<Client> => {
	const {body} = await server.stranger.post('/v1/sessions', {name, password: goodPassword});
	return createClient(server.address, String(body.token));
};

test.before(async () => {
	provider = await startProvider();
	const openId = createOpenIdProvider({...settings(provider.issuer), fetch: provider.fetch});
	world = await createWorld('2026-03-31', {openId});
	server = await startServer(world);
	for (const [name, role] of [
		['admin.satu', 'administrator'],
		['siti', 'officer'],
		['budi', 'supervisor'],
	] as const) {
		await letIn(name, role);
	}
	admin = await byPassword('admin.satu');
	const {status, body} = await admin.post(`/v1/users/${ids.siti}/subject`, {subject: 'sub-siti'});
	if (status !== 200) throw new Error(JSON.stringify(body));
});
test.after.always(async () => {
	await server.close();
	await world.close();
	provider.close();
});

type Begun = {readonly url: string; readonly cookie: string};

async function begin(): Promise<Begun> {
	const {status, body, headers} = await server.stranger.post('/v1/sessions/oidc');
	if (status !== 201) throw new Error(JSON.stringify(body));
	return {url: body.authorizationUrl, cookie: headers.get('set-cookie')!.split(';')[0]!};
}

const comeBack = async (cookie: string, answer: Record<string, string>) =>
	server.stranger.get(`/v1/sessions/oidc/callback?${new URLSearchParams(answer).toString()}`, {
		cookie,
	});

/** The whole way; what came back may be changed. */
async function signIn(
	subject: string,
	change: (answer: Record<string, string>) => Record<string, string> = (answer) => answer,
) {
	const {url, cookie} = await begin();
	const answer = await provider.authorize(url, subject);
	return {cookie, answer, ...(await comeBack(cookie, change(answer)))};
}

const newestAct = async () => {
	const auditor = await server.signUp('auditor');
	const {items} = (await auditor.get('/v1/audit/log?limit=20')).body;
	return (items as {kind: string}[]).find(({kind}) => kind === 'session.open');
};

test.serial('who was linked is let in, as by a password, and goes out again', async (t) => {
	const {url} = await begin();
	const asked = new URL(url).searchParams;
	t.is(asked.get('code_challenge_method'), 'S256');
	t.is(asked.get('response_type'), 'code');
	for (const name of ['state', 'nonce', 'code_challenge']) t.is(asked.get(name)?.length, 43, name);
	const {status, body, headers} = await signIn('sub-siti');
	t.is(status, 200, JSON.stringify(body));
	t.like(body, {isCodeNeeded: false, session: {user: {name: 'siti'}, isSecondFactorDue: false}});
	t.regex(headers.get('set-cookie')!, /^bergulir_session=bgs_.*HttpOnly; SameSite=Strict/u);
	t.like(await newestAct(), {actor: 'siti', details: {by: 'openid'}, outcome: 'done'});
	const client = createClient(server.address, body.session.token);
	t.is((await client.get('/v1/me')).body.name, 'siti');
	const ended = await fetch(`${server.address}/v1/sessions/current`, {
		method: 'DELETE',
		headers: {authorization: `Bearer ${body.session.token}`},
	});
	t.is(ended.status, 204);
	t.is((await client.get('/v1/me')).status, 401);
});

test.serial('the ways to sign in are told to anybody', async (t) => {
	const {status, body} = await server.stranger.get('/v1/sessions/ways');
	t.is(status, 200);
	t.deepEqual(body, {password: true, openId: {issuer: provider.issuer}});
});

test.serial('a browser is sent on to the app, and a refusal with it', async (t) => {
	const visit = async (cookie: string, answer: Record<string, string>) =>
		fetch(`${server.address}/v1/sessions/oidc/callback?${new URLSearchParams(answer).toString()}`, {
			headers: {cookie, accept: 'text/html,application/xhtml+xml,*/*;q=0.8'},
			redirect: 'manual',
		});
	const {url, cookie} = await begin();
	const answer = await provider.authorize(url, 'sub-siti');
	const come = await visit(cookie, answer);
	t.is(come.status, 303);
	t.is(come.headers.get('location'), '/');
	t.is(come.headers.get('cache-control'), 'no-store');
	t.regex(come.headers.get('set-cookie')!, /^bergulir_session=bgs_.*HttpOnly; SameSite=Strict/u);
	const again = await visit(cookie, answer);
	t.is(again.status, 303);
	t.is(again.headers.get('location'), '/masuk?ditolak=identity%2Foidc-state');
	t.is(again.headers.get('set-cookie'), null);
	const other = await begin();
	const unlinked = await visit(other.cookie, await provider.authorize(other.url, 'siapa'));
	t.is(unlinked.headers.get('location'), '/masuk?ditolak=identity%2Fsubject-unlinked');
	t.is(unlinked.headers.get('set-cookie'), null);
});

test.serial('whom nobody linked is not let in, and is nobody afterwards either', async (t) => {
	const before = (await countRows(world)).users;
	// Not by a name that happens to be one of ours, nor by an address.
	for (const subject of ['siapa', 'siti', 'siti@kota.example']) {
		const {status, body, headers} = await signIn(subject);
		t.is(status, 403);
		t.is(body.code, 'identity/subject-unlinked');
		t.is(headers.get('set-cookie'), null);
	}
	t.is((await countRows(world)).users, before);
	t.like(await newestAct(), {
		actor: '(stranger)',
		subject: 'user:(unknown)',
		code: 'identity/subject-unlinked',
	});
});

test.serial('what came back is taken once, in its own browser, in its time', async (t) => {
	const first = await signIn('sub-siti');
	t.is(first.status, 200);
	const replayed = await comeBack(first.cookie, first.answer);
	t.is(replayed.status, 401);
	t.is(replayed.body.code, 'identity/oidc-state');
	// The link of an attacker's own sign-in, opened by somebody else.
	const theirs = await begin();
	const mine = await begin();
	const answer = await provider.authorize(theirs.url, 'sub-siti');
	t.is((await comeBack(mine.cookie, answer)).body.code, 'identity/oidc-state');
	t.is((await comeBack('', answer)).body.code, 'identity/oidc-state');
	t.is((await comeBack(theirs.cookie, answer)).status, 200);
	const unknown = await comeBack(mine.cookie, {state: 'x'.repeat(43), code: 'y'});
	t.is(unknown.body.code, 'identity/oidc-state');
});

test.serial('a code is of the sign-in that asked for it, and is used once', async (t) => {
	const used = await signIn('sub-siti');
	const caught = await begin();
	const {code} = await provider.authorize(caught.url, 'sub-siti');
	for (const stolen of [used.answer.code!, code!]) {
		const {status, body} = await signIn('siapa', (answer) => ({...answer, code: stolen}));
		t.is(status, 401);
		t.is(body.code, 'identity/oidc-token');
		t.regex(body.detail, /invalid_grant/u);
	}
});

test.serial('an answer in another provider’s name, or a refusal, lets nobody in', async (t) => {
	const other = {iss: 'https://penyerang.example'};
	const mixed = await signIn('sub-siti', (answer) => ({...answer, ...other}));
	t.is(mixed.body.code, 'identity/oidc-token');
	const {url, cookie} = await begin();
	const {state, iss} = await provider.authorize(url, 'sub-siti');
	const denied = await comeBack(cookie, {state: state!, iss: iss!, error: 'access_denied'});
	t.is(denied.status, 401);
	t.is(denied.body.code, 'identity/oidc-denied');
	t.regex(denied.body.detail, /access_denied/u);
});

const hour = 3600;
const forgeries: Readonly<Record<string, Parameters<TestProvider['forge']>[0]>> = {
	'another nonce': (claims) => ({claims: {...claims, nonce: 'x'.repeat(43)}}),
	'no nonce': ({nonce: _, ...claims}) => ({claims}),
	'another issuer': (claims) => ({claims: {...claims, iss: 'https://penyerang.example'}}),
	'another audience': (claims) => ({claims: {...claims, aud: 'aplikasi-lain'}}),
	'an audience beside ours': (claims) => ({claims: {...claims, aud: [clientId, 'lain']}}),
	'past its time': (claims) => ({claims: {...claims, exp: claims.iat! - hour}}),
	'another key': (claims) => ({claims, isOwnKey: false}),
	'no subject': ({sub: _, ...claims}) => ({claims}),
};

for (const [what, forge] of Object.entries(forgeries)) {
	test.serial(`an ID token with ${what} lets nobody in`, async (t) => {
		provider.forge(forge);
		t.teardown(() => provider.forge(undefined));
		const {status, body, headers} = await signIn('sub-siti');
		t.is(status, 401, JSON.stringify(body));
		t.is(body.code, 'identity/oidc-token');
		t.is(headers.get('set-cookie'), null);
	});
}

test.serial(
	'a forged token that says the truth is one: what refuses is what was forged',
	async (t) => {
		provider.forge((claims) => ({claims}));
		t.teardown(() => provider.forge(undefined));
		t.is((await signIn('sub-siti')).status, 200);
	},
);

test.serial(
	'whoever has a second factor gives its code, whatever the provider asked',
	async (t) => {
		await admin.post(`/v1/users/${ids.budi}/subject`, {subject: 'sub-budi'});
		const {body: begun} = await (
			await byPassword('budi')
		).post('/v1/me/second-factor', {password: goodPassword});
		const app = new TOTP({secret: Secret.fromBase32(begun.secret)});
		const timed = app.generate({timestamp: Date.parse('2026-03-31T05:00:00Z')});
		const confirmed = await (
			await byPassword('budi')
		).post('/v1/me/second-factor/confirm', {
			code: timed,
		});
		t.is(confirmed.status, 200, JSON.stringify(confirmed.body));
		const {status, body, headers, cookie} = await signIn('sub-budi');
		t.is(status, 200);
		t.deepEqual(body, {isCodeNeeded: true, session: null});
		t.is(headers.get('set-cookie'), null);
		const give = async (code: string, by = cookie) =>
			server.stranger.post('/v1/sessions/oidc/code', {code}, {headers: {cookie: by}});
		t.is((await give(timed)).body.code, 'identity/second-factor-wrong');
		const [recovery] = confirmed.body.recoveryCodes;
		t.is((await give(recovery, (await begin()).cookie)).body.code, 'identity/oidc-state');
		const opened = await give(recovery);
		t.is(opened.status, 201, JSON.stringify(opened.body));
		t.is(opened.body.user.name, 'budi');
		t.like(await newestAct(), {details: {by: 'openid', secondFactor: 'recovery'}});
		t.is((await give(confirmed.body.recoveryCodes[1])).body.code, 'identity/oidc-state');
	},
);

test.serial(
	'an administrator says who is whom: another than oneself, once, no address',
	async (t) => {
		const link = async (user: string, subject: string) =>
			(await admin.post(`/v1/users/${ids[user]}/subject`, {subject})).body.code as unknown;
		await letIn('eko', 'officer');
		t.is(await link('admin.satu', 'sub-admin'), 'identity/subject-of-self');
		t.is(await link('eko', 'eko@kota.example'), 'identity/subject-malformed');
		t.is(await link('eko', 'sub-siti'), 'identity/subject-taken');
		t.is(await link('siti', 'sub-lain'), 'identity/subject-held');
		t.is(await link('eko', 'sub-eko'), undefined);
		const token = await server.signUp('administrator', 'all', 'admin.token');
		const byToken = await token.post(`/v1/users/${ids.eko}/subject`, {subject: 'x'});
		t.is(byToken.body.code, 'identity/session-needed');
		const session = (await signIn('sub-eko')).body.session.token as string;
		t.is((await admin.post(`/v1/users/${ids.eko}/subject/remove`)).status, 200);
		t.is((await createClient(server.address, session).get('/v1/me')).status, 401);
		t.is((await signIn('sub-eko')).body.code, 'identity/subject-unlinked');
		const gone = await admin.post(`/v1/users/${ids.eko}/subject/remove`);
		t.is(gone.body.code, 'identity/subject-missing');
	},
);

test.serial('who was shut out is not let in by the provider’s word', async (t) => {
	t.is((await admin.post(`/v1/users/${ids.siti}/deactivate`)).status, 200);
	t.is((await signIn('sub-siti')).body.code, 'identity/subject-unlinked');
	t.is((await admin.post(`/v1/users/${ids.siti}/activate`)).status, 200);
	t.is((await signIn('sub-siti')).status, 200);
});

test.serial('who has no password sets a second factor up right after the provider', async (t) => {
	await letIn('tuti', 'supervisor');
	await world.database.owner('users').where({name: 'tuti'}).update({password_hash: null});
	await admin.post(`/v1/users/${ids.tuti}/subject`, {subject: 'sub-tuti'});
	const {body} = await signIn('sub-tuti');
	const client = createClient(server.address, body.session.token);
	t.is((await client.post('/v1/me/second-factor', {})).status, 201);
	// With a password it takes the password, however one came in.
	const siti = (await signIn('sub-siti')).body.session.token as string;
	const asked = await createClient(server.address, siti).post('/v1/me/second-factor', {});
	t.is(asked.body.code, 'identity/proof-needed');
});

test.serial('without a provider, or without reaching it, it says so', async (t) => {
	const off = await t.throwsAsync(
		world.as(officer, async (work) => beginOpenId({...work, openId: undefined})),
	);
	t.like(off, {code: 'identity/oidc-off'});
	const openId = createOpenIdProvider(settings('https://127.0.0.1:1'));
	const away = await t.throwsAsync(
		world.as(officer, async (work) => beginOpenId({...work, openId})),
	);
	t.like(away, {code: 'identity/oidc-unavailable'});
});

test.serial('PostgreSQL takes what came back once, and knows a subject once', async (t) => {
	const lawOf = async (statement: string) => {
		try {
			await asService(world.database.service, async (trx) => trx.raw(statement));
			return undefined;
		} catch (error) {
			return (error as LawBreach).constraint;
		}
	};
	t.is(
		await lawOf('update openid_attempts set used_at = null where used_at is not null'),
		'openid_attempts_once',
	);
	const insert = (user: string, subject: string) => `
		insert into user_subjects (id, user_id, issuer, subject, linked_at, linked_by)
		values (gen_random_uuid(), '${ids[user]}', '${provider.issuer}', '${subject}', now(), 'x')`;
	t.is(await lawOf(insert('eko', 'sub-siti')), 'user_subjects_subject_key');
	t.is(await lawOf(insert('siti', 'sub-lain')), 'user_subjects_held_key');
	t.is(await lawOf(insert('eko', 'eko@kota.example')), 'user_subjects_subject_check');
	const moved = `update user_subjects set user_id = '${ids.eko}'`;
	await t.throwsAsync(world.database.owner.raw(moved).then(), {message: /only its end/u});
});

test.serial('a sign-in that took too long has to begin again', async (t) => {
	const {url, cookie} = await begin();
	const answer = await provider.authorize(url, 'sub-siti');
	world.setDay('2026-04-01');
	t.is((await comeBack(cookie, answer)).body.code, 'identity/oidc-state');
});
