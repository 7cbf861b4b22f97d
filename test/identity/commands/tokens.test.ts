import test from 'ava';
import {
	authenticate,
	deactivateUser,
	activateUser,
	issueToken,
	revokeToken,
	setPassword,
	signOut,
} from '../../../src/identity/index.ts';
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
test.after.always(async () => database.drop());

const setup = () => identityOn(database.service);

test('a token lets its user in as a bearer, never as a cookie', async (t) => {
	const {work} = setup();
	const {id, name} = await someUser(work, [['auditor', 'all']]);
	const {token, secret} = await issueToken(work, {user: id, label: 'Laporan bulanan'});
	t.regex(secret, /^bgt_[\w-]{43}$/);
	t.like(token, {label: 'Laporan bulanan', createdAt: new Date('2026-03-02T08:00:00Z')});
	t.deepEqual((await authenticate(work, {bearer: secret}))?.actor, {userId: id, name});
	t.is(await authenticate(work, {session: secret}), undefined);
});

test('only the SHA-256 of a token is kept', async (t) => {
	const {work} = setup();
	const {id} = await someUser(work, [['auditor', 'all']]);
	const {token, secret} = await issueToken(work, {user: id, label: 'x'});
	const {rows} = await database.owner.raw(
		`select api_tokens::text as row, token_hash = sha256(?::bytea) as is_hash
		from api_tokens where id = ?`,
		[Buffer.from(secret), token.id],
	);
	t.true(rows[0].is_hash);
	t.false(rows[0].row.includes(secret.slice(4)));
});

test('a token ends at its expiry, which lies ahead when it is issued', async (t) => {
	const {work, clock} = setup();
	const {id} = await someUser(work, [['auditor', 'all']]);
	const expiresAt = new Date('2026-04-01T00:00:00Z');
	const {secret} = await issueToken(work, {user: id, label: 'x', expiresAt});
	clock.set('2026-03-31T23:59:59Z');
	t.truthy(await authenticate(work, {bearer: secret}));
	clock.set('2026-04-01T00:00:00Z');
	t.is(await authenticate(work, {bearer: secret}), undefined);
	await t.throwsAsync(issueToken(work, {user: id, label: 'x', expiresAt}), {
		code: 'identity/token-expiry-past',
	});
});

test('the last use is noted once a minute', async (t) => {
	const {work, clock} = setup();
	const {id} = await someUser(work, [['auditor', 'all']]);
	const {secret} = await issueToken(work, {user: id, label: 'x'});
	const lastUsedAt = async () => (await work.identity.listTokens(id))[0]?.lastUsedAt?.toISOString();
	t.is(await lastUsedAt(), undefined);
	await authenticate(work, {bearer: secret});
	t.is(await lastUsedAt(), '2026-03-02T08:00:00.000Z');
	clock.set('2026-03-02T08:00:59Z');
	await authenticate(work, {bearer: secret});
	t.is(await lastUsedAt(), '2026-03-02T08:00:00.000Z');
	clock.set('2026-03-02T08:01:00Z');
	await authenticate(work, {bearer: secret});
	t.is(await lastUsedAt(), '2026-03-02T08:01:00.000Z');
});

test('one revokes the own tokens, once', async (t) => {
	const {work} = setup();
	const {id, name} = await someUser(work, [['officer', 'KOP-1771021001']]);
	const by = {actor: {userId: id, name}, within: undefined};
	const {token, secret} = await issueToken(work, {user: id, label: 'x'});
	t.like(await revokeToken(work, by, token.id), {id: token.id});
	t.is(await authenticate(work, {bearer: secret}), undefined);
	await t.throwsAsync(revokeToken(work, by, token.id), {code: 'identity/unknown-token'});
});

test('an administrator revokes the tokens of users in his hand alone', async (t) => {
	const {work} = setup();
	const owner = await someUser(work, [['officer', 'KOP-1771021001']]);
	const other = await someUser(work, [['officer', 'KOP-1771021001']]);
	const {token, secret} = await issueToken(work, {user: owner.id, label: 'x'});
	const unknown = {code: 'identity/unknown-token'};
	const colleague = {actor: {userId: other.id, name: other.name}, within: undefined};
	await t.throwsAsync(revokeToken(work, colleague, token.id), unknown);
	const neighbour = await someAdministrator(work, '17.71.03');
	await t.throwsAsync(revokeToken(work, neighbour, token.id), unknown);
	t.truthy(await authenticate(work, {bearer: secret}));
	await revokeToken(work, await someAdministrator(work, '17.71.02'), token.id);
	t.is(await authenticate(work, {bearer: secret}), undefined);
});

test('letting a user in again does not wake the tokens of before', async (t) => {
	const {work} = setup();
	const {id} = await someUser(work, [['auditor', 'all']]);
	const {secret} = await issueToken(work, {user: id, label: 'x'});
	await deactivateUser(work, root, id);
	t.is(await authenticate(work, {bearer: secret}), undefined);
	await activateUser(work, root, id);
	t.is(await authenticate(work, {bearer: secret}), undefined);
	const {secret: fresh} = await issueToken(work, {user: id, label: 'y'});
	t.truthy(await authenticate(work, {bearer: fresh}));
});

test('a password that an administrator sets ends the tokens', async (t) => {
	const {work} = setup();
	const {id} = await someUser(work, [['auditor', 'all']]);
	const {secret} = await issueToken(work, {user: id, label: 'x'});
	await setPassword(work, root, {user: id, password: goodPassword});
	t.is(await authenticate(work, {bearer: secret}), undefined);
});

test('a token cannot sign out', async (t) => {
	const {work} = setup();
	const {id} = await someUser(work, [['auditor', 'all']]);
	const {secret} = await issueToken(work, {user: id, label: 'x'});
	const caller = await authenticate(work, {bearer: secret});
	await t.throwsAsync(signOut(work, caller!), {code: 'identity/session-needed'});
});
