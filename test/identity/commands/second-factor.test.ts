import {randomBytes} from 'node:crypto';
import test from 'ava';
import {Secret, TOTP} from 'otpauth';
import {
	type User,
	authenticate,
	beginSecondFactor,
	confirmSecondFactor,
	countSealedElsewhere,
	removeSecondFactor,
	renewRecoveryCodes,
	renewSecrets,
	resetSecondFactor,
	signIn,
} from '../../../src/identity/index.ts';
import type {IdentityWork} from '../../../src/identity/index.ts';
import {SealedElsewhere, createSecretBox} from '../../../src/kernel/secret-box.ts';
import {createTestDatabase} from '../../helpers/database.ts';
import {goodPassword, identityOn, root, someUser} from '../setup.ts';

const database = await createTestDatabase();
test.after.always(async () => database.drop());

const password = goodPassword;
const setup = () => {
	const {work, clock} = identityOn(database.service);
	return {work: {...work, isSecondFactorRequired: true} as IdentityWork, clock};
};
const actorOf = ({id, name}: User) => ({userId: id, name});

/** What an authenticator app shows at a moment: the library's own, not our code. */
const shown = (secret: string, moment: string): string =>
	new TOTP({secret: Secret.fromBase32(secret)}).generate({timestamp: Date.parse(moment)});

/** A user whose second factor was set up at eight o'clock. */
async function enrolled(work: IdentityWork, user: User) {
	const {secret} = await beginSecondFactor(work, actorOf(user), {password});
	const code = shown(secret, '2026-03-02T08:00:00Z');
	return {secret, code, ...(await confirmSecondFactor(work, actorOf(user), {code}))};
}

test('a supervisor can do nothing before a second factor is set up, an officer can', async (t) => {
	const {work} = setup();
	const supervisor = await someUser(work, [['supervisor', '17.71']], password);
	const opened = await signIn(work, {name: supervisor.name, password});
	t.true(opened.isSecondFactorDue);
	t.true((await authenticate(work, {session: opened.secret}))?.isSecondFactorDue);
	const {session} = await enrolled(work, supervisor);
	t.is(await authenticate(work, {session: opened.secret}), undefined);
	t.false((await authenticate(work, {session: session.secret}))?.isSecondFactorDue);
	const officer = await someUser(work, [['officer', '17.71']], password);
	t.false((await signIn(work, {name: officer.name, password})).isSecondFactorDue);
	const notAsked = {...work, isSecondFactorRequired: false};
	const other = await someUser(work, [['administrator', '17.71']], password);
	t.false((await signIn(notAsked, {name: other.name, password})).isSecondFactorDue);
});

test('with it set up, the password alone is not enough, and each code is taken once', async (t) => {
	const {work, clock} = setup();
	const user = await someUser(work, [['auditor', 'all']], password);
	const {secret, code} = await enrolled(work, user);
	const as = {name: user.name, password};
	await t.throwsAsync(signIn(work, as), {code: 'identity/second-factor-needed'});
	const wrong = {code: 'identity/second-factor-wrong'};
	await t.throwsAsync(signIn(work, {...as, code}), wrong);
	clock.set('2026-03-02T08:01:00Z');
	const next = shown(secret, '2026-03-02T08:01:00Z');
	await t.throwsAsync(signIn(work, {...as, code: next === '000000' ? '000001' : '000000'}), wrong);
	const both = await Promise.allSettled([
		signIn(work, {...as, code: next}),
		signIn(work, {...as, code: next}),
	]);
	t.deepEqual(both.map(({status}) => status).sort(), ['fulfilled', 'rejected']);
	clock.set('2026-03-02T08:01:29Z');
	await t.throwsAsync(signIn(work, {...as, code: next}), wrong);
	// The right code with a wrong password tells nothing of either.
	clock.set('2026-03-02T08:02:00Z');
	const later = shown(secret, '2026-03-02T08:02:00Z');
	await t.throwsAsync(signIn(work, {...as, password: 'x', code: later}), {
		code: 'identity/sign-in-refused',
	});
});

test('guessing codes is slowed down like guessing passwords', async (t) => {
	const {work} = setup();
	const user = await someUser(work, [['auditor', 'all']], password);
	await enrolled(work, user);
	const attempt = {name: user.name, password, code: 'abcd-abcd-abcd-abcd'};
	for (let count = 1; count <= 10; count += 1) {
		await t.throwsAsync(signIn(work, attempt), {code: 'identity/second-factor-wrong'});
	}
	await t.throwsAsync(signIn(work, attempt), {code: 'identity/too-many-attempts'});
});

test('a recovery code lets in once, however it is typed, and new ones end the old', async (t) => {
	const {work} = setup();
	const user = await someUser(work, [['auditor', 'all']], password);
	const {recoveryCodes} = await enrolled(work, user);
	const as = {name: user.name, password};
	const [first, second, third] = recoveryCodes;
	t.is((await signIn(work, {...as, code: ` ${first!.toUpperCase()}`})).user.id, user.id);
	await t.throwsAsync(signIn(work, {...as, code: first}), {code: 'identity/second-factor-wrong'});
	t.is(await work.identity.countRecoveryCodes(user.id), 9);
	const renewed = await renewRecoveryCodes(work, actorOf(user), {password, code: second});
	await t.throwsAsync(signIn(work, {...as, code: third}), {code: 'identity/second-factor-wrong'});
	t.is((await signIn(work, {...as, code: renewed[9]})).user.id, user.id);
});

test('a stolen session is not enough to set a factor up, to change or to remove it', async (t) => {
	const {work} = setup();
	const user = await someUser(work, [['supervisor', '17.71']], password);
	const actor = actorOf(user);
	await t.throwsAsync(beginSecondFactor(work, actor, {password: 'x'}), {
		code: 'identity/password-wrong',
	});
	await t.throwsAsync(confirmSecondFactor(work, actor, {code: '123456'}), {
		code: 'identity/no-second-factor-begun',
	});
	await t.throwsAsync(removeSecondFactor(work, actor, {password}), {
		code: 'identity/second-factor-missing',
	});
	const {recoveryCodes} = await enrolled(work, user);
	const held = {code: 'identity/second-factor-held'};
	await t.throwsAsync(beginSecondFactor(work, actor, {password}), held);
	await t.throwsAsync(removeSecondFactor(work, actor, {password}), {code: 'identity/code-wrong'});
	const [first, second] = recoveryCodes;
	const wrongPassword = {password: 'x', code: first};
	await t.throwsAsync(removeSecondFactor(work, actor, wrongPassword), {
		code: 'identity/password-wrong',
	});
	await removeSecondFactor(work, actor, {password, code: first});
	t.true((await signIn(work, {name: user.name, password})).isSecondFactorDue);
	await enrolled(work, user);
	await t.throwsAsync(removeSecondFactor(work, actor, {password, code: second}), {
		code: 'identity/code-wrong',
	});
});

test('an administrator resets the factor of another, never the own', async (t) => {
	const {work} = setup();
	const user = await someUser(work, [['supervisor', '17.71']], password);
	const {session} = await enrolled(work, user);
	await resetSecondFactor(work, root, user.id);
	t.is(await authenticate(work, {session: session.secret}), undefined);
	t.true((await signIn(work, {name: user.name, password})).isSecondFactorDue);
	await t.throwsAsync(resetSecondFactor(work, root, user.id), {
		code: 'identity/second-factor-missing',
	});
	const own = {actor: actorOf(user), within: root.within};
	await t.throwsAsync(resetSecondFactor(work, own, user.id), {
		code: 'identity/second-factor-of-self',
	});
});

test('the secret is kept encrypted for its user alone, codes as hashes', async (t) => {
	const {work} = setup();
	const user = await someUser(work, [['auditor', 'all']], password);
	const other = await someUser(work, [['auditor', 'all']], password);
	const {secret, recoveryCodes} = await enrolled(work, user);
	await enrolled(work, other);
	const {rows} = await database.owner.raw(
		`select (select string_agg(second_factors::text, '') from second_factors)
			|| (select string_agg(recovery_codes::text, '') from recovery_codes)
			|| (select string_agg(trail_acts::text, '') from trail_acts) as everything`,
	);
	for (const clear of [secret, ...recoveryCodes, recoveryCodes[0]!.replaceAll('-', '')]) {
		t.false(rows[0].everything.includes(clear));
	}
	// Whoever may write to the database puts their own in another's place, and is not let in.
	await database.owner.raw(
		`update second_factors set secret = (select secret from second_factors where user_id = ?)
		where user_id = ?`,
		[other.id, user.id],
	);
	await t.throwsAsync(signIn(work, {name: user.name, password, code: '123456'}), {
		instanceOf: SealedElsewhere,
	});
});

test('the keys are rotated: all is sealed with the new one, and the old thrown away', async (t) => {
	const own = await createTestDatabase();
	t.teardown(own.drop);
	const {work} = identityOn(own.service);
	const [one, two] = [randomBytes(32), randomBytes(32)];
	const before = {...work, secrets: createSecretBox([one], randomBytes)};
	const user = await someUser(before, [['auditor', 'all']], password);
	const {secret} = await enrolled(before, user);
	const lost = {...work, secrets: createSecretBox([two], randomBytes)};
	t.is(await countSealedElsewhere(before), 0);
	t.is(await countSealedElsewhere(lost), 1);
	await t.throwsAsync(renewSecrets(lost, root.actor), {instanceOf: SealedElsewhere});
	const between = {...work, secrets: createSecretBox([two, one], randomBytes)};
	t.is(await renewSecrets(between, root.actor), 1);
	t.is(await renewSecrets(between, root.actor), 0);
	const code = shown(secret, '2026-03-02T08:00:30Z');
	t.is((await signIn(lost, {name: user.name, password, code})).user.id, user.id);
});

test('the database takes no code twice, and no secret in clear', async (t) => {
	const {work} = setup();
	const user = await someUser(work, [['auditor', 'all']], password);
	await enrolled(work, user);
	const refused = async (sql: string, message: RegExp) =>
		t.throwsAsync(database.owner.raw(sql, [user.id]), {message}, sql);
	await refused('update second_factors set last_step = 1 where user_id = ?', /is not taken again/u);
	await refused(
		'update second_factors set last_step = null, confirmed_at = null where user_id = ?',
		/is not taken again/u,
	);
	await refused(
		`update second_factors set secret = 'GEZDGNBVGY3TQOJQ' where user_id = ?`,
		/second_factors_secret_check/u,
	);
	await database.owner.raw('update recovery_codes set used_at = now() where user_id = ?', [
		user.id,
	]);
	await refused('update recovery_codes set used_at = null where user_id = ?', /not used again/u);
});
