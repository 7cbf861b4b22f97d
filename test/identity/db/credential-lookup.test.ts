import test from 'ava';
import {hashOf} from '../../../src/identity/credential.ts';
import {createCredentialLookup} from '../../../src/identity/db/credential-lookup.ts';
import {issueToken} from '../../../src/identity/index.ts';
import {settableClock} from '../../../src/kernel/clock.ts';
import {createTestDatabase} from '../../helpers/database.ts';
import {addCooperatives, identityOn, someUser} from '../setup.ts';

const database = await createTestDatabase();
await addCooperatives(database.owner);
const {work} = identityOn(database.service);
test.after.always(async () => database.drop());

async function someToken() {
	const {id} = await someUser(work, [['auditor', 'all']]);
	const {secret, token} = await issueToken(work, {user: id, label: 'x'});
	return {hash: hashOf(secret), token: token.id};
}

/** A lookup on a clock of its own, and how often it asked. */
function lookupOn(start = '2026-03-31T05:00:00.000Z') {
	let questions = 0;
	const clock = settableClock(start);
	const lookup = createCredentialLookup(database.service, clock);
	database.service.on('query', ({sql}: {sql: string}) => {
		if (sql.includes('from api_tokens held')) questions += 1;
	});
	return {...lookup, clock, questions: () => questions};
}

test.serial('who comes together shares a question, who comes right after needs none', async (t) => {
	const [one, two] = [await someToken(), await someToken()];
	const {findCredential, questions} = lookupOn();
	const found = await Promise.all(
		[one, two, one].map(async ({hash}) => findCredential('token', hash)),
	);
	t.true(found.every((credential) => credential?.grants.length === 1));
	t.is(questions(), 1);
	t.truthy(await findCredential('token', one.hash));
	t.is(questions(), 1);
});

test.serial('what another process took back is gone a second later', async (t) => {
	const {hash, token} = await someToken();
	for (const later of ['2026-03-31T05:00:01.000Z', '2026-03-31T04:59:58.000Z']) {
		const {findCredential, clock} = lookupOn();
		t.is((await findCredential('token', hash))!.user.isActive, true);
		await work.identity.revokeToken(token, work.now());
		clock.set(later);
		t.truthy((await findCredential('token', hash))!.revokedAt, later);
	}
});

test.serial('what this process took back is gone at once', async (t) => {
	const {hash, token} = await someToken();
	const {findCredential, forget} = lookupOn();
	t.is((await findCredential('token', hash))!.revokedAt, undefined);
	await work.identity.revokeToken(token, work.now());
	forget();
	t.truthy((await findCredential('token', hash))!.revokedAt);
});

test.serial('a question under way while all was forgotten leaves nothing behind', async (t) => {
	const {hash, token} = await someToken();
	const {findCredential, forget} = lookupOn();
	const early = findCredential('token', hash);
	forget();
	await early;
	await work.identity.revokeToken(token, work.now());
	t.truthy((await findCredential('token', hash))!.revokedAt);
});

test.serial('an unknown secret is asked for each time, a use is noted once', async (t) => {
	const {findCredential, touchCredential, questions} = lookupOn();
	t.is(await findCredential('token', 'ab'.repeat(32)), undefined);
	t.is(await findCredential('token', 'ab'.repeat(32)), undefined);
	t.is(questions(), 2);
	const {hash} = await someToken();
	await findCredential('token', hash);
	let updates = 0;
	database.service.on('query', ({sql}: {sql: string}) => {
		if (sql.startsWith('update "api_tokens"')) updates += 1;
	});
	const at = new Date('2026-03-31T05:00:00.000Z');
	await Promise.all([1, 2, 3].map(async () => touchCredential('token', hash, at)));
	t.is(updates, 1);
	t.deepEqual((await findCredential('token', hash))!.lastUsedAt, at);
});
