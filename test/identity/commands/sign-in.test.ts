import {parseOptions} from '@node-rs/argon2';
import test from 'ava';
import {hashOfNobody, hashPassword} from '../../../src/identity/commands/password-hash.ts';
import {
	authenticate,
	changePassword,
	createUser,
	deactivateUser,
	revokeGrant,
	setPassword,
	signIn,
	signOut,
} from '../../../src/identity/index.ts';
import {createTestDatabase} from '../../helpers/database.ts';
import {goodPassword, identityOn, root, someUser} from '../setup.ts';

const database = await createTestDatabase();
test.after.always(async () => database.drop());

const setup = () => identityOn(database.service);
const otherPassword = 'hujan sore di atas genteng';

test('the right password opens a session of twelve hours', async (t) => {
	const {work} = setup();
	const {id, name} = await someUser(work, [['auditor', '17.71']], goodPassword);
	const {user, secret, expiresAt} = await signIn(work, {name, password: goodPassword});
	t.is(user.id, id);
	t.deepEqual(expiresAt, new Date('2026-03-02T20:00:00Z'));
	t.regex(secret, /^bgs_[\w-]{43}$/);
	const caller = await authenticate(work, {session: secret});
	t.deepEqual(caller?.actor, {userId: id, name});
	t.deepEqual(caller?.scopeFor('report:read'), {all: false, regions: ['17.71'], cooperatives: []});
	t.is(caller?.scopeFor('loan:apply'), undefined);
	t.truthy(await authenticate(work, {bearer: secret}));
});

test('wrong password, unknown name, no password, shut-out user: refused alike', async (t) => {
	const {work} = setup();
	const known = await someUser(work, [['auditor', 'all']], goodPassword);
	const without = await someUser(work, [['auditor', 'all']]);
	const shutOut = await someUser(work, [['auditor', 'all']], goodPassword);
	await deactivateUser(work, root, shutOut.id);
	const errors = await Promise.all(
		[
			{name: known.name, password: otherPassword},
			{name: 'nobody.at.all', password: goodPassword},
			{name: without.name, password: goodPassword},
			{name: shutOut.name, password: goodPassword},
			{name: `${known.name} '; --`, password: ''},
		].map(async (attempt) => t.throwsAsync(signIn(work, attempt))),
	);
	for (const error of errors) {
		t.like(error, {
			code: 'identity/sign-in-refused',
			message: 'The user name or the password is wrong.',
			findings: [{code: 'identity/sign-in-refused', path: '', values: {}}],
		});
	}
});

test('what an unknown name is compared with costs as much as a real hash', async (t) => {
	t.deepEqual(parseOptions(hashOfNobody), parseOptions(await hashPassword(goodPassword)));
});

test('a password may be typed in either Unicode spelling', async (t) => {
	const {work} = setup();
	const {name} = await someUser(work, [['auditor', 'all']], 'caf\u00e9 hujan sore genteng');
	await t.notThrowsAsync(signIn(work, {name, password: 'cafe\u0301 hujan sore genteng'}));
});

test('the password is kept as argon2id and the secret as SHA-256 only', async (t) => {
	const {work} = setup();
	const {id, name} = await someUser(work, [['auditor', 'all']], goodPassword);
	const {secret} = await signIn(work, {name, password: goodPassword});
	const {password_hash: hash} = await database.owner('users').where({id}).first();
	t.regex(hash, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
	const {rows} = await database.owner.raw(
		`select (select string_agg(users::text, '') from users)
			|| (select string_agg(sessions::text, '') from sessions)
			|| (select string_agg(sign_in_attempts::text, '') from sign_in_attempts) as everything,
		(select count(*) from sessions where token_hash = sha256(?::bytea)) as hashed`,
		[Buffer.from(secret)],
	);
	const [{everything, hashed}] = rows;
	t.is(hashed, 1);
	t.false(everything.includes(secret));
	t.false(everything.includes(secret.slice(4)));
	t.false(everything.includes(Buffer.from(secret).toString('hex')));
	t.false(everything.includes(goodPassword));
});

test('a session ends at its hour, at sign-out, and when its user is shut out', async (t) => {
	const {work, clock} = setup();
	const {id, name} = await someUser(work, [['auditor', 'all']], goodPassword);
	const open = async () => signIn(work, {name, password: goodPassword});

	const first = await open();
	const caller = await authenticate(work, {session: first.secret});
	await signOut(work, caller!);
	t.is(await authenticate(work, {session: first.secret}), undefined);

	const second = await open();
	for (const hour of ['09:30', '11', '12:30', '14', '15:30', '17', '18:30']) {
		clock.set(`2026-03-02T${hour.padEnd(5, ':00')}:00Z`);
		t.truthy(await authenticate(work, {session: second.secret}), hour);
	}
	clock.set('2026-03-02T19:59:59Z');
	t.truthy(await authenticate(work, {session: second.secret}));
	clock.set('2026-03-02T20:00:00Z');
	t.is(await authenticate(work, {session: second.secret}), undefined);

	const unused = await open();
	clock.set('2026-03-02T22:00:00Z');
	t.is(await authenticate(work, {session: unused.secret}), undefined);

	const third = await open();
	await deactivateUser(work, root, id);
	t.is(await authenticate(work, {session: third.secret}), undefined);
});

test('a revoked role is gone with the next request', async (t) => {
	const {work} = setup();
	const {id, name, grants} = await someUser(work, [['auditor', 'all']], goodPassword);
	const {secret} = await signIn(work, {name, password: goodPassword});
	t.deepEqual((await authenticate(work, {session: secret}))?.scopeFor('report:read'), {all: true});
	await revokeGrant(work, root, {user: id, grant: grants[0]!.id});
	t.is((await authenticate(work, {session: secret}))?.scopeFor('report:read'), undefined);
});

test('what is no credential of ours is nobody', async (t) => {
	const {work} = setup();
	for (const text of [
		'',
		'bgs_',
		`bgs_${'A'.repeat(43)}`,
		`bgt_${'A'.repeat(43)}`,
		"' or true --",
	]) {
		t.is(await authenticate(work, {bearer: text}), undefined, text);
		t.is(await authenticate(work, {session: text}), undefined, text);
	}
	t.is(await authenticate(work, {}), undefined);
});

test('from the tenth attempt on one must wait, but not for ever', async (t) => {
	const {work, clock} = setup();
	const {name} = await someUser(work, [['auditor', 'all']], goodPassword);
	const wrong = {name, password: otherPassword};
	for (let attempt = 1; attempt <= 10; attempt += 1) {
		await t.throwsAsync(signIn(work, wrong), {code: 'identity/sign-in-refused'});
	}
	await t.throwsAsync(signIn(work, {name, password: goodPassword}), {
		code: 'identity/too-many-attempts',
	});
	clock.set('2026-03-02T08:00:01Z');
	await t.throwsAsync(signIn(work, wrong), {code: 'identity/sign-in-refused'});
	clock.set('2026-03-02T08:00:02Z');
	await t.throwsAsync(signIn(work, {name, password: goodPassword}), {
		code: 'identity/too-many-attempts',
		message: 'Too many attempts to sign in; try again in 1 seconds.',
	});
	clock.set('2026-03-02T08:00:03Z');
	await t.notThrowsAsync(signIn(work, {name, password: goodPassword}));
	await t.throwsAsync(signIn(work, wrong), {code: 'identity/sign-in-refused'});
});

test('a name that does not exist is delayed like one that does', async (t) => {
	const {work} = setup();
	const attempt = {name: 'never.was.here', password: otherPassword};
	for (let count = 1; count <= 10; count += 1) {
		await t.throwsAsync(signIn(work, attempt), {code: 'identity/sign-in-refused'});
	}
	await t.throwsAsync(signIn(work, attempt), {code: 'identity/too-many-attempts'});
});

test('many attempts at once do not slip through together', async (t) => {
	const {work} = setup();
	const {name} = await someUser(work, [['auditor', 'all']], goodPassword);
	const errors = await Promise.all(
		Array.from({length: 20}, async () =>
			t.throwsAsync<Error & {code: string}>(signIn(work, {name, password: otherPassword})),
		),
	);
	const codes = errors.map((error) => error.code);
	t.is(codes.filter((code) => code === 'identity/sign-in-refused').length, 10);
	t.is(codes.filter((code) => code === 'identity/too-many-attempts').length, 10);
});

test('one changes the own password by giving the present one', async (t) => {
	const {work} = setup();
	const {id, name} = await someUser(work, [['auditor', 'all']], goodPassword);
	const actor = {userId: id, name};
	const {secret} = await signIn(work, {name, password: goodPassword});
	const wrong = {currentPassword: otherPassword, newPassword: otherPassword};
	await t.throwsAsync(changePassword(work, actor, wrong), {code: 'identity/password-wrong'});
	const weak = {currentPassword: goodPassword, newPassword: 'passwordpassword'};
	await t.throwsAsync(changePassword(work, actor, weak), {code: 'identity/password-common'});
	t.truthy(await authenticate(work, {session: secret}));
	const right = {currentPassword: goodPassword, newPassword: otherPassword};
	await changePassword(work, actor, right);
	t.is(await authenticate(work, {session: secret}), undefined);
	await t.throwsAsync(signIn(work, {name, password: goodPassword}), {
		code: 'identity/sign-in-refused',
	});
	await t.notThrowsAsync(signIn(work, {name, password: otherPassword}));
});

test('an administrator who sets a password ends the sessions and keeps to the rules', async (t) => {
	const {work} = setup();
	const {id, name} = await someUser(work, [['auditor', 'all']], goodPassword);
	const {secret} = await signIn(work, {name, password: goodPassword});
	await t.throwsAsync(setPassword(work, root, {user: id, password: 'short'}), {
		code: 'identity/password-too-short',
	});
	t.truthy(await authenticate(work, {session: secret}));
	await setPassword(work, root, {user: id, password: otherPassword});
	t.is(await authenticate(work, {session: secret}), undefined);
});

test('a name is typed at the door with a capital', async (t) => {
	const {work} = setup();
	const user = await createUser(work, root, {name: 'capital.letter', grants: []});
	await setPassword(work, root, {user: user.id, password: goodPassword});
	await t.notThrowsAsync(signIn(work, {name: 'Capital.letter ', password: goodPassword}));
});
