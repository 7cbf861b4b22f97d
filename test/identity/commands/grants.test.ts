import test from 'ava';
import {
	type Administrator,
	type Role,
	activateUser,
	activeGrants,
	createUser,
	deactivateUser,
	decideScope,
	getUser,
	grantRole,
	revokeGrant,
	setPassword,
} from '../../../src/identity/index.ts';
import type {UserId} from '../../../src/kernel/ids.ts';
import {everywhere} from '../../../src/kernel/scope.ts';
import {createTestDatabase} from '../../helpers/database.ts';
import {
	addCooperatives,
	goodPassword,
	identityOn,
	root,
	someAdministrator,
	someUser,
} from '../setup.ts';

const database = await createTestDatabase();
await addCooperatives(database.owner);
const {work} = identityOn(database.service);
test.after.always(async () => database.drop());

const wanted = (user: UserId, role: Role, scope: string) => ({
	user,
	role,
	scope: decideScope(scope),
});

test('a user is created with their first roles and without a password', async (t) => {
	const grants = [
		{role: 'officer', scope: decideScope('KOP-1771021001')},
		{role: 'auditor', scope: decideScope('17.71')},
	] as const;
	const created = await createUser(work, root, {name: 'siti.rahma', grants});
	const found = await getUser(work, everywhere, created.id);
	t.deepEqual(found, created);
	t.like(found, {
		name: 'siti.rahma',
		isActive: true,
		hasPassword: false,
		createdAt: new Date('2026-03-02T08:00:00Z'),
		createdBy: '(test)',
	});
	t.deepEqual(
		new Set(found.grants.map(({role, region}) => `${role} ${region}`)),
		new Set(['officer 17.71.02.1001', 'auditor 17.71']),
	);
});

test('a name is given once', async (t) => {
	const user = await someUser(work, [['auditor', 'all']]);
	await t.throwsAsync(createUser(work, root, {name: user.name, grants: []}), {
		code: 'identity/name-taken',
	});
});

test('a refused first role leaves no user behind', async (t) => {
	const grants = [
		{role: 'officer', scope: decideScope('KOP-1771021001')},
		{role: 'officer', scope: decideScope('KOP-NONE')},
	] as const;
	await t.throwsAsync(createUser(work, root, {name: 'half.made', grants}), {
		code: 'identity/unknown-scope',
	});
	t.is(await work.identity.findUserByName('half.made'), undefined);
});

test('a role is granted in a region or a cooperative that exists', async (t) => {
	const {id} = await someUser(work, [['auditor', 'all']]);
	for (const scope of ['17.71.99', '99', 'KOP-1', 'KOTA-BENGKULU']) {
		await t.throwsAsync(
			grantRole(work, root, wanted(id, 'officer', scope)),
			{code: 'identity/unknown-scope'},
			scope,
		);
	}
});

test('the same role in the same scope is held once, and again after it was revoked', async (t) => {
	const {id} = await someUser(work, [['auditor', '17.71']]);
	await t.throwsAsync(grantRole(work, root, wanted(id, 'auditor', '17.71')), {
		code: 'identity/grant-held',
	});
	const grant = await grantRole(work, root, wanted(id, 'auditor', '17.71.02'));
	const revoked = await revokeGrant(work, root, {user: id, grant: grant.id});
	t.like(revoked, {revokedBy: '(test)', revokedAt: new Date('2026-03-02T08:00:00Z')});
	await t.throwsAsync(revokeGrant(work, root, {user: id, grant: grant.id}), {
		code: 'identity/unknown-grant',
	});
	await grantRole(work, root, wanted(id, 'auditor', '17.71.02'));
	const user = await getUser(work, everywhere, id);
	t.is(user.grants.length, 3);
	t.is(activeGrants(user).length, 2);
});

test('two who grant the same at once leave one grant', async (t) => {
	const {id} = await someUser(work, [['auditor', 'all']]);
	const outcomes = await Promise.allSettled(
		[1, 2, 3, 4].map(async () => grantRole(work, root, wanted(id, 'auditor', '17.71'))),
	);
	t.is(outcomes.filter(({status}) => status === 'fulfilled').length, 1);
});

const cannotGrant = test.macro({
	async exec(t, of: string, scope: string) {
		const by = await someAdministrator(work, of);
		const {id} = await someUser(work, [['officer', of]]);
		const refused = {code: 'identity/scope-too-wide'};
		await t.throwsAsync(grantRole(work, by, wanted(id, 'auditor', scope)), refused);
		const name = `${by.actor.name}-made`;
		const grants = [{role: 'administrator', scope: decideScope(scope)}] as const;
		await t.throwsAsync(createUser(work, by, {name, grants}), refused);
		t.is(await work.identity.findUserByName(name), undefined);
	},
	title: (_, of: string, scope: string) => `an administrator of ${of} cannot grant ${scope}`,
});

test(cannotGrant, '17.71.02', 'all');
test(cannotGrant, '17.71.02', '17.71');
test(cannotGrant, '17.71.02', '17');
test(cannotGrant, '17.71.02', '17.71.03');
test(cannotGrant, '17.71.02', 'KOP-1771031001');
test(cannotGrant, 'KOP-1771021001', 'KOP-1771031001');
test(cannotGrant, 'KOP-1771021001', '17.71.02.1001');

const canGrant = test.macro({
	async exec(t, of: string, scope: string) {
		const by = await someAdministrator(work, of);
		const {id} = await someUser(work, [['officer', of]]);
		t.like(await grantRole(work, by, wanted(id, 'auditor', scope)), {grantedBy: by.actor.name});
	},
	title: (_, of: string, scope: string) => `an administrator of ${of} can grant ${scope}`,
});

test(canGrant, 'all', 'all');
test(canGrant, '17.71', '17.71');
test(canGrant, '17.71.02', '17.71.02.1001');
test(canGrant, '17.71.02', 'KOP-1771021001');
test(canGrant, 'KOP-1771021001', 'KOP-1771021001');

test('nobody grants a role to himself', async (t) => {
	const by = await someAdministrator(work, 'all');
	const id = by.actor.userId as UserId;
	await t.throwsAsync(grantRole(work, by, wanted(id, 'officer', 'all')), {
		code: 'identity/grant-to-self',
	});
});

test('a user with a role beyond the administrator is as good as unknown to him', async (t) => {
	const by = await someAdministrator(work, '17.71.02');
	const {id} = await someUser(work, [
		['officer', 'KOP-1771021001'],
		['officer', 'KOP-1771031001'],
	]);
	await refusesAll(t, by, id);
});

test('a revoked role beyond the administrator still keeps the user out of his hand', async (t) => {
	const by = await someAdministrator(work, '17.71.02');
	const {id, grants} = await someUser(work, [
		['officer', 'KOP-1771021001'],
		['administrator', 'all'],
	]);
	const wide = grants.find(({role}) => role === 'administrator')!;
	await revokeGrant(work, root, {user: id, grant: wide.id});
	await refusesAll(t, by, id);
});

async function refusesAll(
	t: {throwsAsync: (promise: Promise<unknown>, wanted: {code: string}) => Promise<unknown>},
	by: Administrator,
	id: UserId,
): Promise<void> {
	const unknown = {code: 'identity/unknown-user'};
	const [grant] = (await getUser(work, everywhere, id)).grants;
	await t.throwsAsync(getUser(work, by.within, id), unknown);
	await t.throwsAsync(grantRole(work, by, wanted(id, 'auditor', '17.71.02')), unknown);
	await t.throwsAsync(revokeGrant(work, by, {user: id, grant: grant!.id}), unknown);
	await t.throwsAsync(deactivateUser(work, by, id), unknown);
	await t.throwsAsync(activateUser(work, by, id), unknown);
	await t.throwsAsync(setPassword(work, by, {user: id, password: goodPassword}), unknown);
}

test('nobody deactivates himself, nor sets his own password without the present one', async (t) => {
	const by = await someAdministrator(work, 'all');
	const id = by.actor.userId as UserId;
	await t.throwsAsync(deactivateUser(work, by, id), {code: 'identity/deactivate-self'});
	await t.throwsAsync(setPassword(work, by, {user: id, password: goodPassword}), {
		code: 'identity/password-of-self',
	});
});
