// Vertical and horizontal access, for every route of the table: by tokens for less, by a session
// that has a second factor to set up, and by one user to what is another's. What a role may and
// what a scope shows is walked through in test/compose.test.ts.
import {randomBytes} from 'node:crypto';
import test from 'ava';
import {createUserFromCommandLine} from '../../src/cli/user.ts';
import {compose} from '../../src/compose.ts';
import {listen} from '../../src/http/listen.ts';
import {createLog} from '../../src/http/log.ts';
import {type Role, hasPermission, issueToken, roles} from '../../src/identity/index.ts';
import type {TokenAccess} from '../../src/identity/index.ts';
import {systemClock} from '../../src/kernel/clock.ts';
import type {Permission} from '../../src/kernel/permission.ts';
import {type Client, createClient} from '../helpers/http.ts';
import {countRows, officer} from '../helpers/world.ts';
import {goodPassword} from '../identity/setup.ts';
import {type Stage, openStage, routes} from './stage.ts';

let stage: Stage;
test.before(async () => {
	stage = await openStage();
});
test.after.always(async () => stage.close());

const guarded = routes.filter(({permission}) => permission !== 'public');
const ofAnyone: readonly Permission[] = ['enrol', 'self'];

/** A client with a token for less than the role it is of. */
async function holder(role: Role, access: TokenAccess): Promise<Client> {
	const name = `holder-${randomBytes(4).toString('hex')}`;
	const secret = await stage.world.as(officer, async (work) => {
		const {user} = await createUserFromCommandLine(work, {name, role});
		return (await issueToken(work, {user: user.id, label: 'x', access})).secret;
	});
	return createClient(stage.server.address, secret);
}

async function ask(client: Client, method: string, path: string) {
	if (method === 'GET') return client.get(path);
	if (method === 'PATCH') return client.patch(path, {});
	return client.post(path, {});
}

test.serial('a token for reading is refused by every route that is not read', async (t) => {
	const before = await countRows(stage.world);
	const readers = new Map<Role, Client>();
	for (const role of roles) readers.set(role, await holder(role, {isReadOnly: true}));
	let asked = 0;
	for (const {method, path, permission} of guarded) {
		if (method === 'GET' || method === 'DELETE') continue;
		const role = roles.find((one) => hasPermission(one, permission))!;
		const {status, body} = await ask(readers.get(role)!, method, stage.concrete(path));
		t.is(status, 403, `${role}: ${method} ${path}`);
		t.is(body.code, 'identity/token-read-only', `${role}: ${method} ${path}`);
		asked += 1;
	}
	t.true(asked > 80);
	const {users, user_grants: grants, api_tokens: tokens, ...after} = await countRows(stage.world);
	t.like(before, after);
	t.true(users! > 0 && grants! > 0 && tokens! > 0);
});

test.serial('a token for one permission is refused wherever another is asked', async (t) => {
	const access = {permissions: ['region:read'], isReadOnly: false} as const;
	const holders = new Map<Role, Client>();
	for (const role of roles) holders.set(role, await holder(role, access));
	for (const {method, path, permission} of guarded) {
		if (method === 'DELETE' || ofAnyone.includes(permission)) continue;
		const role = roles.find((one) => hasPermission(one, permission))!;
		const {status, body} = await ask(holders.get(role)!, method, stage.concrete(path));
		const isForbidden = status === 403 && body.code === 'identity/forbidden';
		t.is(isForbidden, permission !== 'region:read', `${role}: ${method} ${path}`);
	}
});

test.serial('a token raises nobody: what the role has not, the token has not', async (t) => {
	const access = {permissions: ['user:manage', 'loan:approve'], isReadOnly: false} as const;
	for (const role of roles) {
		const client = await holder(role, access);
		for (const {method, path, permission} of guarded) {
			if (!['user:manage', 'loan:approve'].includes(permission)) continue;
			const {body} = await ask(client, method, stage.concrete(path));
			const isForbidden = body.code === 'identity/forbidden';
			t.is(isForbidden, !hasPermission(role, permission), `${role}: ${method} ${path}`);
		}
	}
});

test.serial('a session that has a second factor to set up can do nothing else', async (t) => {
	const {app} = compose({
		knex: stage.world.database.service,
		clock: systemClock,
		timeZone: 'Asia/Jakarta',
		log: createLog('silent'),
		isProduction: false,
		isCookieSecure: false,
		isSecondFactorRequired: true,
		version: 'test',
	});
	const {address, close} = await listen(app, {host: '127.0.0.1', port: 0});
	t.teardown(async () => close(10));
	for (const role of ['administrator', 'supervisor'] as const) {
		const name = `due-${role}`;
		await stage.world.as(officer, async (work) =>
			createUserFromCommandLine(work, {name, role, password: goodPassword}),
		);
		const stranger = createClient(address);
		const {body} = await stranger.post('/v1/sessions', {name, password: goodPassword});
		const client = createClient(address, body.token);
		for (const {method, path, permission} of guarded) {
			if (permission === 'enrol' || !hasPermission(role, permission)) continue;
			const answer = await ask(client, method, stage.concrete(path));
			t.is(answer.body.code, 'identity/second-factor-due', `${role}: ${method} ${path}`);
		}
		t.is((await client.get('/v1/me')).status, 200);
	}
});

test.serial('what is one user’s own is nobody else’s: sessions, tokens, accounts', async (t) => {
	const {stranger, address, signUp} = stage.server;
	const open = async (name: string) => {
		await stage.world.as(officer, async (work) =>
			createUserFromCommandLine(work, {name, role: 'officer', password: goodPassword}),
		);
		const {body} = await stranger.post('/v1/sessions', {name, password: goodPassword});
		return createClient(address, body.token);
	};
	const [one, other] = [await open('si.satu'), await open('si.dua')];
	const token = (await one.post('/v1/tokens', {label: 'rahasia'})).body;
	const [session] = (await one.get('/v1/sessions')).body.items;
	t.is((await other.get('/v1/tokens')).body.items.length, 0);
	t.is((await other.get('/v1/sessions')).body.items.length, 1);
	for (const thief of [other, await signUp('supervisor'), await signUp('auditor')]) {
		t.is((await thief.post(`/v1/tokens/${token.id}/revoke`)).status, 404);
		const answer = await thief.post(`/v1/sessions/${session.id}/revoke`);
		t.true([403, 404].includes(answer.status));
	}
	const neighbour = await signUp('administrator', 'KOP-1771021001');
	const {id} = (await one.get('/v1/me')).body;
	for (const path of ['', '/tokens', '/sessions']) {
		t.is((await neighbour.get(`/v1/users/${id}${path}`)).status, 404, path);
	}
	for (const path of ['invitation', 'deactivate', 'second-factor/reset', 'tokens', 'grants']) {
		const body = {label: 'x', role: 'auditor', scope: 'KOP-1771021001'};
		const sent = path === 'tokens' ? {label: 'x'} : path === 'grants' ? omitLabel(body) : undefined;
		const answer = await neighbour.post(`/v1/users/${id}/${path}`, sent);
		t.true([403, 404].includes(answer.status), `${path}: ${answer.status}`);
	}
	t.is((await one.get('/v1/me')).status, 200);
});

const omitLabel = ({label: _, ...rest}: {label: string; role: string; scope: string}) => rest;
