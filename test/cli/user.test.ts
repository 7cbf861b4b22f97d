import test from 'ava';
import {createTokenFromCommandLine} from '../../src/cli/token.ts';
import {createUserFromCommandLine} from '../../src/cli/user.ts';
import {authenticate, signIn} from '../../src/identity/index.ts';
import {createTestDatabase} from '../helpers/database.ts';
import {goodPassword, identityOn} from '../identity/setup.ts';

const database = await createTestDatabase();
test.after.always(async () => database.drop());

const {work} = identityOn(database.service);

test('the first administrator is made at the command line, with a password', async (t) => {
	const made = await createUserFromCommandLine(work, {name: 'admin', role: 'administrator'});
	t.regex(made.password!, /^[\w-]{24}$/);
	const {user, secret} = await signIn(work, {name: 'admin', password: made.password!});
	t.is(user.createdBy, '(command-line)');
	const caller = await authenticate(work, {bearer: secret});
	t.deepEqual(caller?.scopeFor('user:manage'), {all: true});
});

test('a user is made with a scope and a password of choice', async (t) => {
	const {password} = await createUserFromCommandLine(work, {
		name: 'siti.rahma',
		role: 'auditor',
		scope: '17.71',
		password: goodPassword,
	});
	t.is(password, goodPassword);
	const {secret} = await signIn(work, {name: 'siti.rahma', password: goodPassword});
	const caller = await authenticate(work, {bearer: secret});
	t.deepEqual(caller?.scopeFor('report:read'), {all: false, regions: ['17.71'], cooperatives: []});
});

test('a refused user leaves nothing behind', async (t) => {
	const refused = async (options: {role?: string; scope?: string; password?: string}) =>
		t.throwsAsync<Error & {code: string}>(
			createUserFromCommandLine(work, {name: 'refused.user', role: 'auditor', ...options}),
		);
	t.is((await refused({role: 'king'})).code, 'identity/role-malformed');
	t.is((await refused({scope: 'nowhere'})).code, 'identity/scope-malformed');
	t.is((await refused({scope: '99'})).code, 'identity/unknown-scope');
	t.is((await refused({password: 'short'})).code, 'identity/password-too-short');
	t.is(await work.identity.findUserByName('refused.user'), undefined);
});

test('a token is made for a user by name', async (t) => {
	await createUserFromCommandLine(work, {name: 'script', role: 'auditor'});
	const secret = await createTokenFromCommandLine(work, {user: 'script', label: 'laporan'});
	t.is((await authenticate(work, {bearer: secret}))?.actor.name, 'script');
	await t.throwsAsync(createTokenFromCommandLine(work, {user: 'nobody', label: 'x'}), {
		code: 'identity/unknown-user',
	});
});

test('a token may be for less, and until a moment; what cannot be read is told', async (t) => {
	await createUserFromCommandLine(work, {name: 'robot', role: 'auditor', service: true});
	const about = {user: 'robot', label: 'malam', readOnly: true, permissions: 'report:read'};
	const secret = await createTokenFromCommandLine(work, {...about, expires: '2026-04-01T00:00Z'});
	const caller = await authenticate(work, {bearer: secret});
	t.true(caller?.isReadOnly);
	t.truthy(caller?.scopeFor('report:read'));
	t.is(caller?.scopeFor('loan:read'), undefined);
	const [token] = await work.identity.listTokens((await work.identity.findUserByName('robot'))!.id);
	t.deepEqual(token?.expiresAt, new Date('2026-04-01T00:00:00Z'));
	await t.throwsAsync(createTokenFromCommandLine(work, {...about, permissions: 'all'}), {
		message: /--permissions has "all"; it must be some of public, /u,
	});
	for (const expires of ['tomorrow', '2026-04-01', '2026-13-01T00:00Z']) {
		await t.throwsAsync(createTokenFromCommandLine(work, {...about, expires}), {
			message: /--expires is "/u,
		});
	}
});

test('an account of scripts has no password', async (t) => {
	const robot = {name: 'robot.dua', role: 'auditor', service: true};
	const {user, password} = await createUserFromCommandLine(work, robot);
	t.is(password, undefined);
	t.like(user, {kind: 'service', hasPassword: false});
});
