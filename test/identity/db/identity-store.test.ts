import test from 'ava';
import {createIdentityStore} from '../../../src/identity/db/identity-store.ts';
import {isInHand} from '../../../src/identity/user.ts';
import type {CallerScope} from '../../../src/kernel/scope.ts';
import {createTestDatabase} from '../../helpers/database.ts';
import {addCooperatives, identityOn, root, someUser} from '../setup.ts';
import {decideScope, grantRole, issueToken, revokeGrant} from '../../../src/identity/index.ts';

const database = await createTestDatabase();
await addCooperatives(database.owner);
const {work} = identityOn(database.service);
test.after.always(async () => database.drop());

const refusedByRights = test.macro({
	async exec(t, sql: string) {
		await t.throwsAsync(database.service.raw(sql), {message: /permission denied/});
	},
	title: (_, sql: string) => `the service may not: ${sql}`,
});

test(refusedByRights, 'delete from users');
test(refusedByRights, 'delete from user_grants');
test(refusedByRights, 'delete from sessions');
test(refusedByRights, 'delete from api_tokens');
test(refusedByRights, 'delete from sign_in_attempts');
test(refusedByRights, 'truncate sessions');
test(refusedByRights, `update users set name = 'other'`);
test(refusedByRights, `update user_grants set role = 'administrator'`);
test(refusedByRights, `update user_grants set scope_kind = 'all', scope_code = null`);
test(refusedByRights, `update sessions set user_id = '00000000-0000-0000-0000-000000000000'`);
test(refusedByRights, `update sessions set expires_at = 'infinity'`);
test(refusedByRights, `update api_tokens set expires_at = null`);

test('what was revoked stays revoked', async (t) => {
	const {id, grants} = await someUser(work, [['auditor', 'all']]);
	const {token} = await issueToken(work, {user: id, label: 'x'});
	await work.identity.revokeToken(token.id, work.now());
	await revokeGrant(work, root, {user: id, grant: grants[0]!.id});
	for (const sql of [
		'update user_grants set revoked_at = null, revoked_by = null where user_id = ?',
		'update api_tokens set revoked_at = null where user_id = ?',
		`update api_tokens set revoked_at = '2030-01-01' where user_id = ?`,
	]) {
		await t.throwsAsync(database.service.raw(sql, [id]), {message: /stays revoked/}, sql);
	}
});

const refusedByCheck = test.macro({
	async exec(t, constraint: string, kind: string, code: string | null) {
		const {id} = await someUser(work, [['auditor', 'all']]);
		const insert = database.service('user_grants').insert({
			id: work.newId(),
			user_id: id,
			role: 'officer',
			scope_kind: kind,
			scope_code: code,
			granted_at: work.now(),
			granted_by: 'x',
		});
		await t.throwsAsync(async () => insert, {message: new RegExp(constraint)});
	},
	title: (_, constraint: string, kind: string, code: string | null) =>
		`${constraint} refuses ${kind} ${code}`,
});

test(refusedByCheck, 'user_grants_scope_check', 'all', '17.71');
test(refusedByCheck, 'user_grants_scope_check', 'region', null);
test(refusedByCheck, 'user_grants_scope_check', 'region', '17.7');
test(refusedByCheck, 'user_grants_scope_check', 'region', '%');
test(refusedByCheck, 'user_grants_scope_check', 'cooperative', null);
test(refusedByCheck, 'user_grants_scope_check', 'cooperative', 'kop 1');
test(refusedByCheck, 'user_grants_scope_check', 'everything', null);

test('a region of every level is a scope', async (t) => {
	const scopes = ['17', '17.71', '17.71.02', '17.71.02.1001'];
	const user = await someUser(
		work,
		scopes.map((scope) => ['auditor', scope] as const),
	);
	t.deepEqual(
		user.grants.map(({region}) => region as string | undefined),
		scopes,
	);
});

test('the list of users in hand follows the same rule as each user by itself', async (t) => {
	const holdings = [
		['all'],
		['17.71'],
		['17.71.02'],
		['17.71.02.1001'],
		['17.71.03'],
		['KOP-1771021001'],
		['KOP-1771031001'],
		['KOP-1771021001', 'KOP-1771031001'],
		['17.71.02', 'KOP-1771031001'],
		['17.71.02', 'all'],
	];
	for (const scopes of holdings) {
		const {id, grants} = await someUser(
			work,
			scopes.map((scope) => ['auditor', scope] as const),
		);
		if (scopes.length > 1) await revokeGrant(work, root, {user: id, grant: grants[1]!.id});
	}
	await someUser(work, []);
	const query = {after: '', limit: 1000};
	const everyone = await work.identity.listUsers({...query, within: {all: true}});
	const within = (regions: string[], cooperatives: string[]): CallerScope => ({
		all: false,
		regions,
		cooperatives,
	});
	const counts = [];
	for (const scope of [
		within(['17.71'], []),
		within(['17.71.02'], []),
		within(['17.71.02'], ['KOP-1771031001']),
		within([], ['KOP-1771021001']),
		within(['17.71.02.1001', '17.71.03'], []),
		within([], []),
	]) {
		const listed = await work.identity.listUsers({...query, within: scope});
		const expected = everyone.filter((user) => isInHand(scope, user));
		t.deepEqual(listed, expected);
		counts.push(listed.length > 0);
	}
	t.deepEqual(counts, [true, true, true, true, true, false]);
});

test('users are listed by name, in pages', async (t) => {
	const first = await someUser(work, [['auditor', 'all']]);
	const {name} = first;
	const [next] = await work.identity.listUsers({within: {all: true}, after: name, limit: 1});
	t.true(next === undefined || next.name > name);
	const before = name.slice(0, -1);
	const page = await work.identity.listUsers({within: {all: true}, after: before, limit: 1});
	t.is(page.length, 1);
});

test('a failure takes back all that was done atomically, within a transaction too', async (t) => {
	const {id} = await someUser(work, [['auditor', 'all']]);
	await database.service.transaction(async (trx) => {
		const identity = createIdentityStore(trx);
		await t.throwsAsync(
			identity.atomically(async (inner) => {
				await inner.setActive(id, false);
				throw new Error('halfway');
			}),
			{message: 'halfway'},
		);
		t.true((await identity.findUser(id))?.isActive);
		const grant = {user: id, role: 'officer', scope: decideScope('17.71')} as const;
		await grantRole({...work, identity}, root, grant);
	});
	t.is((await work.identity.findUser(id))?.grants.length, 2);
});
