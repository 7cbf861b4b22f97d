import test from 'ava';
import {
	asLines,
	decideScope,
	deactivateUser,
	grantRole,
	readTrail,
	signIn,
	verifyTrail,
} from '../../../src/identity/index.ts';
import {recordAct} from '../../../src/identity/commands/record-act.ts';
import {type SealedAct, encodeAct} from '../../../src/identity/act.ts';
import {everywhere} from '../../../src/kernel/scope.ts';
import {createTestDatabase} from '../../helpers/database.ts';
import {addCooperatives, goodPassword, identityOn, root, someUser} from '../setup.ts';

const database = await createTestDatabase();
await addCooperatives(database.owner);
const {work} = identityOn(database.service);
test.after.always(async () => database.drop());

const origin = {requestId: 'req-12345678', address: '192.0.2.7'};
const asked = {...work, actor: {...work.actor, origin}};
const newest = async (): Promise<SealedAct> =>
	(await work.identity.listActs({within: everywhere, limit: 1}))[0]!;

test.serial('an act says who, when, what, on whom and by which request', async (t) => {
	const user = await someUser(work, [['officer', 'KOP-1771021001']]);
	const scope = decideScope('17.71.02');
	await grantRole(asked, root, {user: user.id, role: 'auditor', scope});
	t.like(await newest(), {
		kind: 'grant.give',
		actor: '(test)',
		subject: `user:${user.name}`,
		details: {role: 'auditor', scope: '17.71.02'},
		outcome: 'done',
		requestId: 'req-12345678',
		address: '192.0.2.7',
		places: ['17.71.02', '17.71.02.1001/KOP-1771021001'],
		recordedAt: new Date('2026-03-02T08:00:00Z'),
	});
});

test.serial('a refused sign-in is told, and of an unknown name not the name', async (t) => {
	const user = await someUser(work, [['auditor', '17.71']], goodPassword);
	await t.throwsAsync(signIn(asked, {name: user.name, password: 'salah sama sekali'}));
	t.like(await newest(), {
		kind: 'session.open',
		actor: '(stranger)',
		subject: `user:${user.name}`,
		outcome: 'refused',
		code: 'identity/sign-in-refused',
		address: '192.0.2.7',
		places: ['17.71'],
	});
	await t.throwsAsync(signIn(asked, {name: 'kuda-hijau-lompat', password: goodPassword}));
	t.like(await newest(), {subject: 'user:(unknown)', places: ['*']});
});

test.serial('an act and its trace stand or fall together', async (t) => {
	const user = await someUser(work, [['auditor', '17.71']]);
	const before = await newest();
	await t.throwsAsync(
		work.identity.atomically(async (identity) => {
			await deactivateUser({...work, identity}, root, user.id);
			throw new Error('after all');
		}),
	);
	t.is((await newest()).number, before.number);
	t.true((await work.identity.findUser(user.id))!.isActive);
});

test.serial('many at once make one chain without a gap', async (t) => {
	const first = await newest();
	await Promise.all(
		Array.from({length: 20}, async () =>
			work.identity.atomically(async (identity) =>
				recordAct(work, identity, root.actor, {kind: 'request', subject: 'POST /v1/products'}),
			),
		),
	);
	t.is((await newest()).number, first.number + 20);
	t.deepEqual((await verifyTrail(work)).breaches, []);
});

test.serial('whoever reads a part of the city sees the acts that concern that part', async (t) => {
	const near = await someUser(work, [['officer', 'KOP-1771021001']]);
	const far = await someUser(work, [['officer', 'KOP-1771031001']]);
	const wide = await someUser(work, [['auditor', 'all']]);
	const seen = async (regions: string[], cooperatives: string[] = []) => {
		const within = {all: false, regions, cooperatives} as const;
		const acts = await work.identity.listActs({within, limit: 1000});
		const subjects = acts.map(({subject}) => subject);
		return [near, far, wide].map(({name}) => subjects.includes(`user:${name}`));
	};
	t.deepEqual(await seen(['17.71']), [true, true, false]);
	t.deepEqual(await seen(['17.71.02']), [true, false, false]);
	t.deepEqual(await seen(['17.7']), [false, false, false]);
	t.deepEqual(await seen([], ['KOP-1771031001']), [false, true, false]);
	t.deepEqual(await seen([]), [false, false, false]);
});

test.serial('the export is the whole chain, each line naming the one before', async (t) => {
	let previous = '0'.repeat(64);
	let lines = 0;
	for await (const line of asLines(readTrail(work, everywhere))) {
		const told = JSON.parse(line) as {number: number; hash: string; previousHash: string};
		t.is(told.previousHash, previous);
		previous = told.hash;
		lines += 1;
		t.is(told.number, lines);
	}
	t.is(lines, (await newest()).number);
});

const refused = test.macro({
	async exec(t, sql: string, message: RegExp) {
		await t.throwsAsync(database.service.raw(sql), {message: /permission denied/});
		await t.throwsAsync(database.owner.raw(sql), {message});
	},
	title: (_, sql: string) => `neither the service nor the owner may: ${sql}`,
});

const stays = /what was done stays/;
test.serial(refused, `update trail_acts set actor = 'somebody'`, stays);
test.serial(refused, 'delete from trail_acts', stays);
test.serial(refused, 'truncate trail_acts', stays);
test.serial(refused, 'delete from trail_tip', stays);
test.serial(refused, 'truncate trail_tip', stays);
test.serial(refused, 'update trail_tip set number = number + 1', /moves with its acts alone/);

const sealed = async (changes: Partial<SealedAct>): Promise<SealedAct> => {
	const {canonical: _, hash: __, ...last} = await newest();
	const act = {...last, previousHash: (await newest()).hash, number: last.number + 1, ...changes};
	const canonical = encodeAct(act);
	const {rows} = await database.owner.raw<{rows: {hash: string}[]}>(
		`select encode(sha256(convert_to(?, 'UTF8')), 'hex') as hash`,
		[canonical],
	);
	return {...act, canonical, hash: rows[0]!.hash};
};

const notAdmitted = test.macro({
	async exec(t, changes: Partial<SealedAct>, constraint: string, after: Partial<SealedAct> = {}) {
		const before = await newest();
		const act = {...(await sealed(changes)), ...after};
		const error = await t.throwsAsync(work.identity.appendAct(act));
		t.is(Reflect.get(error, 'constraint'), constraint);
		t.is((await newest()).number, before.number);
	},
	title: (_, __, constraint: string) => `an act that breaks ${constraint} is not admitted`,
});

test.serial(notAdmitted, {number: 1_000_000}, 'trail_gapless');
test.serial(notAdmitted, {previousHash: 'ab'.repeat(32)}, 'trail_chain');
test.serial(notAdmitted, {recordedAt: new Date(0)}, 'trail_recorded_forward');
test.serial(notAdmitted, {recordedAt: new Date('2199-01-01')}, 'trail_recorded_past');
test.serial(notAdmitted, {}, 'trail_canonical', {actor: 'somebody.else'});
test.serial(notAdmitted, {}, 'trail_acts_hash_check', {hash: 'ab'.repeat(32)});

// Last, for it leaves the trail broken: whoever owns the tables can switch a trigger off.
test.serial('what the owner changed behind the laws is found', async (t) => {
	const behind = async (sql: string) => {
		await database.owner.raw('alter table trail_acts disable trigger user');
		await database.owner.raw(sql);
		await database.owner.raw('alter table trail_acts enable trigger user');
	};
	const breachesAfter = async (sql: string) => {
		await behind(sql);
		return (await verifyTrail(work)).breaches.map(({code}) => code);
	};
	t.deepEqual(await breachesAfter(`update trail_acts set actor = 'somebody' where number = 2`), [
		'verify/trail-content',
	]);
	t.deepEqual(
		await breachesAfter(`update trail_acts set canonical = replace(canonical, actor, 'x'),
			hash = sha256(convert_to(replace(canonical, actor, 'x'), 'UTF8')) where number = 3`),
		['verify/trail-content', 'verify/trail-content', 'verify/trail-chain'],
	);
	const gone = await breachesAfter(
		'delete from trail_acts where number = (select max(number) from trail_acts)',
	);
	t.true(gone.includes('verify/trail-tip'));
});
