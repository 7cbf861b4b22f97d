import test from 'ava';
import {
	acceptInvitation,
	activateUser,
	authenticate,
	createUser,
	deactivateUser,
	grantRole,
	inviteUser,
	issueServiceToken,
	issueToken,
	listSessions,
	revokeSession,
	setPassword,
	signIn,
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
const password = goodPassword;
const otherPassword = 'hujan sore di atas genteng';
const unknown = {code: 'identity/unknown-invitation'};

test('an invitation lets its bearer choose a password, once', async (t) => {
	const {work} = setup();
	const user = await someUser(work, [['officer', 'KOP-1771021001']]);
	const {secret: invitation, expiresAt} = await inviteUser(work, root, user.id);
	t.regex(invitation, /^bgi_[\w-]{43}$/u);
	t.deepEqual(expiresAt, new Date('2026-03-05T08:00:00Z'));
	// What is against the rules can be mended.
	await t.throwsAsync(acceptInvitation(work, {invitation, password: 'short'}), {
		code: 'identity/password-too-short',
	});
	const both = await Promise.allSettled([
		acceptInvitation(work, {invitation, password}),
		acceptInvitation(work, {invitation, password: otherPassword}),
	]);
	t.deepEqual(both.map(({status}) => status).sort(), ['fulfilled', 'rejected']);
	const chosen = both[0].status === 'fulfilled' ? password : otherPassword;
	t.is((await signIn(work, {name: user.name, password: chosen})).user.id, user.id);
	await t.throwsAsync(acceptInvitation(work, {invitation, password}), unknown);
});

test('it lapses, and the next one, a shut door and anything made up refuse it alike', async (t) => {
	const {work, clock} = setup();
	const user = await someUser(work, [['officer', 'KOP-1771021001']]);
	const first = await inviteUser(work, root, user.id);
	const second = await inviteUser(work, root, user.id);
	const accept = async (invitation: string) => acceptInvitation(work, {invitation, password});
	await t.throwsAsync(accept(first.secret), unknown);
	clock.set('2026-03-05T08:00:00Z');
	await t.throwsAsync(accept(second.secret), unknown);
	clock.set('2026-03-02T08:00:00Z');
	const third = await inviteUser(work, root, user.id);
	await deactivateUser(work, root, user.id);
	await t.throwsAsync(accept(third.secret), unknown);
	await activateUser(work, root, user.id);
	await t.throwsAsync(accept(third.secret), unknown);
	for (const made of ['', 'bgi_', `bgi_${'A'.repeat(43)}`, third.secret.slice(0, -1)]) {
		await t.throwsAsync(accept(made), unknown, made);
	}
});

test('an invitation ends what was known before: password, sessions and tokens', async (t) => {
	const {work} = setup();
	const user = await someUser(work, [['auditor', 'all']], password);
	const session = await signIn(work, {name: user.name, password});
	const {secret: token} = await issueToken(work, {user: user.id, label: 'x'});
	const {secret: invitation} = await inviteUser(work, root, user.id);
	t.is(await authenticate(work, {session: session.secret}), undefined);
	t.is(await authenticate(work, {bearer: token}), undefined);
	await t.throwsAsync(signIn(work, {name: user.name, password}), {
		code: 'identity/sign-in-refused',
	});
	await acceptInvitation(work, {invitation, password: otherPassword});
	t.is((await signIn(work, {name: user.name, password: otherPassword})).user.id, user.id);
});

test('who invites has the user in hand, and is not that user', async (t) => {
	const {work} = setup();
	const user = await someUser(work, [['officer', 'KOP-1771021001']]);
	const neighbour = await someAdministrator(work, '17.71.03');
	await t.throwsAsync(inviteUser(work, neighbour, user.id), {code: 'identity/unknown-user'});
	const own = {actor: {userId: user.id, name: user.name}, within: root.within};
	await t.throwsAsync(inviteUser(work, own, user.id), {code: 'identity/password-of-self'});
});

test('only the SHA-256 of an invitation is kept, and the trail tells of each step', async (t) => {
	const {work} = setup();
	const user = await someUser(work, [['auditor', 'all']]);
	const {secret: invitation} = await inviteUser(work, root, user.id);
	await acceptInvitation(work, {invitation, password});
	const {rows} = await database.owner.raw(
		`select (select string_agg(user_invitations::text, '') from user_invitations)
			|| (select string_agg(trail_acts::text, '') from trail_acts) as everything,
		(select count(*) from user_invitations where token_hash = sha256(?::bytea)) as hashed`,
		[Buffer.from(invitation)],
	);
	t.is(rows[0].hashed, 1);
	t.false(rows[0].everything.includes(invitation.slice(4)));
	const acts = await work.identity.listActs({
		within: root.within,
		subject: `user:${user.name}`,
		limit: 10,
	});
	t.deepEqual(
		acts.map(({kind, actor}) => [kind, actor]),
		[
			['user.join', user.name],
			['user.invite', '(test)'],
			['user.create', '(test)'],
		],
	);
});

test('sessions are listed with their address and ended one by one', async (t) => {
	const {work, clock} = setup();
	const origin = {requestId: 'r', address: '203.0.113.7'};
	const user = await someUser(work, [['officer', 'KOP-1771021001']], password);
	const stranger = {userId: root.actor.userId, name: '(stranger)', origin};
	const open = async () => signIn({...work, actor: stranger}, {name: user.name, password});
	const first = await open();
	clock.set('2026-03-02T08:30:00Z');
	const second = await open();
	const listed = await listSessions(work, user.id);
	t.deepEqual(
		listed.map(({createdAt, address}) => [createdAt.toISOString(), address]),
		[
			['2026-03-02T08:30:00.000Z', '203.0.113.7'],
			['2026-03-02T08:00:00.000Z', '203.0.113.7'],
		],
	);
	const unknownSession = {code: 'identity/unknown-session'};
	const other = await someUser(work, [['officer', 'KOP-1771021001']]);
	const colleague = {actor: {userId: other.id, name: other.name}, within: undefined};
	await t.throwsAsync(revokeSession(work, colleague, listed[1]!.id), unknownSession);
	const neighbour = await someAdministrator(work, '17.71.03');
	await t.throwsAsync(revokeSession(work, neighbour, listed[1]!.id), unknownSession);
	const by = {actor: {userId: user.id, name: user.name}, within: undefined};
	await revokeSession(work, by, listed[1]!.id);
	await t.throwsAsync(revokeSession(work, by, listed[1]!.id), unknownSession);
	t.is(await authenticate(work, {session: first.secret}), undefined);
	t.truthy(await authenticate(work, {session: second.secret}));
	await revokeSession(work, await someAdministrator(work, '17.71.02'), listed[0]!.id);
	t.deepEqual(await listSessions(work, user.id), []);
});

test('an account of scripts holds tokens alone, and only reads', async (t) => {
	const {work} = setup();
	const grants = [{role: 'auditor', scope: {kind: 'region', code: '17.71'}}] as const;
	const robot = await createUser(work, root, {name: 'skrip.inspektorat', kind: 'service', grants});
	const refused = {code: 'identity/service-account'};
	await t.throwsAsync(inviteUser(work, root, robot.id), refused);
	await t.throwsAsync(setPassword(work, root, {user: robot.id, password}), refused);
	const supervisor = {role: 'supervisor', scope: {kind: 'region', code: '17.71'}} as const;
	const role = {code: 'identity/service-account-role'};
	await t.throwsAsync(grantRole(work, root, {user: robot.id, ...supervisor}), role);
	const second = {name: 'skrip.dua', kind: 'service', grants: [supervisor]} as const;
	await t.throwsAsync(createUser(work, root, second), role);
	const {secret} = await issueServiceToken(work, root, {user: robot.id, label: 'Malam'});
	const caller = await authenticate(work, {bearer: secret});
	t.truthy(caller?.scopeFor('report:read'));
	const person = await someUser(work, [['auditor', '17.71']]);
	await t.throwsAsync(issueServiceToken(work, root, {user: person.id, label: 'x'}), {
		code: 'identity/not-service-account',
	});
	for (const [sql, law] of [
		[`update users set password_hash = '$argon2id$x' where id = ?`, /service_password_check/u],
		[
			`insert into user_grants (id, user_id, role, scope_kind, granted_at, granted_by)
			values (gen_random_uuid(), ?, 'supervisor', 'all', now(), 'x')`,
			/role of an auditor alone/u,
		],
		[
			`insert into sessions (id, token_hash, user_id, created_at, expires_at)
			values (gen_random_uuid(), sha256('x'), ?, now(), now())`,
			/holds tokens alone/u,
		],
		[
			`insert into user_invitations (id, token_hash, user_id, created_at, created_by, expires_at)
			values (gen_random_uuid(), sha256('x'), ?, now(), 'x', now() + interval '1 day')`,
			/holds tokens alone/u,
		],
	] as const) {
		await t.throwsAsync(database.owner.raw(sql, [robot.id]), {message: law}, sql);
	}
});

test('a token may be for less than its user: some permissions, or reading alone', async (t) => {
	const {work} = setup();
	const user = await someUser(work, [['supervisor', 'KOP-1771021001']]);
	const access = {permissions: ['loan:read', 'user:manage'], isReadOnly: true} as const;
	const {token, secret} = await issueToken(work, {user: user.id, label: 'x', access});
	const caller = (await authenticate(work, {bearer: secret}))!;
	t.true(caller.isReadOnly);
	t.deepEqual(caller.scopeFor('loan:read'), {
		all: false,
		regions: [],
		cooperatives: ['KOP-1771021001'],
	});
	t.is(caller.scopeFor('loan:approve'), undefined);
	t.is(caller.scopeFor('user:manage'), undefined);
	t.truthy(caller.scopeFor('self'));
	const [listed] = await work.identity.listTokens(user.id);
	t.like(listed, {id: token.id, isReadOnly: true, permissions: ['loan:read', 'user:manage']});
	const full = await issueToken(work, {user: user.id, label: 'y'});
	const other = (await authenticate(work, {bearer: full.secret}))!;
	t.false(other.isReadOnly);
	t.truthy(other.scopeFor('loan:approve'));
});

test('what an invitation was used or withdrawn for stays so in the database', async (t) => {
	const {work} = setup();
	const user = await someUser(work, [['auditor', 'all']]);
	const {secret: invitation} = await inviteUser(work, root, user.id);
	await inviteUser(work, root, user.id);
	const refused = async (sql: string, message: RegExp) =>
		t.throwsAsync(database.service.raw(sql, [user.id]), {message}, sql);
	await refused(
		'update user_invitations set revoked_at = null where revoked_at is not null and user_id = ?',
		/stays revoked/u,
	);
	await refused(
		'update user_invitations set used_at = created_at where revoked_at is not null and user_id = ?',
		/user_invitations_used_check/u,
	);
	await refused(
		'update user_invitations set used_at = expires_at where revoked_at is null and user_id = ?',
		/user_invitations_used_check/u,
	);
	await refused(
		`update user_invitations set expires_at = 'infinity' where user_id = ?`,
		/permission denied/u,
	);
	await t.throwsAsync(acceptInvitation(work, {invitation, password}), unknown);
});
