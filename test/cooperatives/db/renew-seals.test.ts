// The keys change while people are registered, found and kept apart.
import {randomBytes} from 'node:crypto';
import test from 'ava';
import {renewSeals} from '../../../src/cooperatives/db/renew-seals.ts';
import {
	amendMember,
	getMember,
	recordMemberAccount,
	recordPengurus,
	searchMembers,
} from '../../../src/cooperatives/index.ts';
import type {BookCode, MemberId} from '../../../src/kernel/ids.ts';
import {SealedElsewhere, createSecretBox, secretKeyId} from '../../../src/kernel/secret-box.ts';
import {compose} from '../../../src/compose.ts';
import {createLog} from '../../../src/http/log.ts';
import {settableClock} from '../../../src/kernel/clock.ts';
import {everywhere} from '../../../src/kernel/scope.ts';
import {
	type World,
	createWorld,
	day,
	fundManager,
	joinMember,
	officer,
	openCooperative,
} from '../../helpers/world.ts';

const keyOf = (seed: number): Uint8Array =>
	Buffer.from(Array.from({length: 32}, (_, i) => i + seed));
const [one, two] = [keyOf(1), keyOf(100)];

let world: World;
let book: BookCode;
const nik = '1771014103850900';
const phone = '0812-9999-001';

test.before(async () => {
	world = await createWorld('2026-03-31', {secrets: createSecretBox([one], randomBytes)});
	book = await openCooperative(world);
});
test.after.always(async () => {
	await world.close();
});

/** Another process over the same database, with the keys it was started with. */
const withKeys = (...keys: [Uint8Array, ...Uint8Array[]]): World => ({
	...world,
	...(() => {
		const service = compose({
			knex: world.database.service,
			clock: settableClock('2026-03-31T05:00:00Z'),
			timeZone: 'Asia/Jakarta',
			log: createLog('silent'),
			isProduction: false,
			isCookieSecure: false,
			isSecondFactorRequired: false,
			version: 'test',
			secrets: createSecretBox(keys, randomBytes),
		});
		return {
			...service,
			as: async (who, run) => service.inTransaction({scope: everywhere, actor: who}, run),
		} as Pick<World, 'as' | 'inTransaction' | 'runner' | 'app' | 'drain'>;
	})(),
});

const keyIds = async (table: string): Promise<string[]> => {
	const {rows} = await world.database.owner.raw<{rows: {id: string}[]}>(
		`select distinct split_part(nik_sealed, '.', 2) as id from ${table} order by 1`,
	);
	return rows.map(({id}) => id);
};

test.serial('all is sealed and digested with the new key, and nobody comes in twice', async (t) => {
	const ids: MemberId[] = [];
	for (let serial = 0; serial < 3; serial += 1) {
		ids.push((await joinMember(world, book, serial === 0 ? {nik, phone} : {})).id);
	}
	await world.as(fundManager, async (work) =>
		recordPengurus(work, {
			cooperative: book,
			name: 'Ani',
			nik,
			office: 'ketua',
			since: day('2026-01-01'),
		}),
	);
	const account = {kind: 'bank', bank: 'BRI', number: '0033019731475', holder: 'Ani'} as const;
	await world.as(officer, async (work) =>
		recordMemberAccount(work, {...account, member: ids[0]!, since: day('2026-01-01')}),
	);
	await t.throwsAsync(joinMember(world, book, {nik}), {message: /already registered/u});
	const both = withKeys(two, one);
	const find = async (by: World, wanted: object) =>
		by.as(fundManager, async (work) =>
			(await searchMembers(work, {...wanted, limit: 10})).map(({id}) => id),
		);
	// Sealed with the old key, it is found, refused and opened by who has both.
	t.deepEqual(await find(both, {nik}), [ids[0]]);
	t.deepEqual(await find(both, {phone}), [ids[0]]);
	await t.throwsAsync(joinMember(both, book, {nik}), {message: /already registered/u});
	const newcomer = await joinMember(both, book, {phone: '08129999001'});
	t.deepEqual((await find(both, {phone})).sort(), [ids[0], newcomer.id].sort());

	const secrets = createSecretBox([two, one], randomBytes);
	t.is(await renewSeals(world.database.owner, secrets), 5);
	t.is(await renewSeals(world.database.owner, secrets), 0);
	t.deepEqual(await keyIds('members'), [secretKeyId(two)]);
	t.deepEqual(await keyIds('pengurus'), [secretKeyId(two)]);

	// The old key is thrown away.
	const next = withKeys(two);
	const [held] = await next.as(fundManager, async (work) =>
		work.cooperatives.listMemberAccounts(ids[0]!),
	);
	t.like(held, account);
	const [digest] = createSecretBox([two], randomBytes).digests(account.number, 'account');
	const [kept] = await world.database.owner('member_accounts');
	t.deepEqual(kept.number_digest, digest);
	const member = await next.as(fundManager, async (work) => getMember(work, ids[0]!));
	t.like(member, {nik, phone});
	t.deepEqual(await find(next, {nik}), [ids[0]]);
	t.is((await find(next, {phone})).length, 2);
	await t.throwsAsync(joinMember(next, book, {nik}), {message: /already registered/u});
	const attempts = await next.as(fundManager, async (work) =>
		work.cooperatives.listNikAttempts({book, limit: 10}),
	);
	t.deepEqual(
		attempts.map(({member: whose}) => whose?.id),
		[ids[0], ids[0], ids[0]],
	);
	await next.as(fundManager, async (work) =>
		amendMember(work, {member: ids[0]!, phone: '0813-1111-222'}),
	);
	t.deepEqual(await find(next, {phone: '+628131111222'}), [ids[0]]);
});

test.serial('which keys are missing is known at the start', async (t) => {
	const third = keyOf(50);
	const missing = async (by: World) =>
		by.as(fundManager, async ({cooperatives}) => cooperatives.missingKeys());
	t.deepEqual(await missing(withKeys(third)), [secretKeyId(two)]);
	t.deepEqual(await missing(withKeys(third, two)), []);
	await joinMember(withKeys(third, two), book);
	t.deepEqual(await missing(withKeys(one)), [secretKeyId(two), secretKeyId(third)].sort());
	const secrets = createSecretBox([two, third], randomBytes);
	t.is(await renewSeals(world.database.owner, secrets), 1);
	t.deepEqual(await missing(withKeys(two)), []);
});

test.serial('what no key opens stays as it was', async (t) => {
	const before = await world.database.owner('members').orderBy('id');
	const third = createSecretBox([keyOf(70)], randomBytes);
	await t.throwsAsync(renewSeals(world.database.owner, third), {instanceOf: SealedElsewhere});
	t.deepEqual(await world.database.owner('members').orderBy('id'), before);
});

test.serial('a value moved to another row does not open', async (t) => {
	const {owner} = world.database;
	const [first, second] = await owner('members').orderBy('number').limit(2);
	await owner('members').where({id: second.id}).update({address_sealed: first.address_sealed});
	const next = withKeys(two);
	await t.throwsAsync(
		next.as(fundManager, async (work) => getMember(work, second.id as MemberId)),
		{instanceOf: SealedElsewhere},
	);
	await owner('members').where({id: second.id}).update({address_sealed: second.address_sealed});
	t.is(
		(await next.as(fundManager, async (work) => getMember(work, second.id as MemberId))).book,
		book,
	);
});

test.serial('not even the owner changes a NIK of who ran it, but for its key', async (t) => {
	const {owner} = world.database;
	const [chair] = await owner('pengurus');
	await t.throwsAsync(
		owner('pengurus')
			.where({id: chair.id})
			.update({nik_sealed: `${chair.nik_sealed.slice(0, -2)}AA`, name: 'X'}),
		{message: /stays; its end is added once/u},
	);
	await t.throwsAsync(owner('nik_attempts').update({digest: Buffer.alloc(32)}), {
		message: /what was recorded stays/u,
	});
});
