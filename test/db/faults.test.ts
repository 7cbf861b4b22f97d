// What PostgreSQL and its connections do to writers on a bad day: whatever it is, it is tried again
// a few times, then told as 503, and the same key afterwards finds what became of the first try.
import {randomUUID} from 'node:crypto';
import test from 'ava';
import createKnex from 'knex';
import {commandLine as operator, createUserFromCommandLine} from '../../src/cli/user.ts';
import {verify} from '../../src/cli/verify.ts';
import {compose} from '../../src/compose.ts';
import {connect} from '../../src/db/connect.ts';
import {types} from '../../src/db/type-parsers.ts';
import {createLog} from '../../src/http/log.ts';
import {issueToken} from '../../src/identity/index.ts';
import {settableClock} from '../../src/kernel/clock.ts';
import {
	type Answered,
	type Client,
	type Server,
	createClient,
	startServer,
} from '../helpers/http.ts';
import {type Funded, type World, createWorld, openCity, openFunded} from '../helpers/world.ts';

let world: World;
let server: Server;
let funded: Funded;
let supervisor: Client;
let supervisorToken: string;
let manager: Client;

test.before(async () => {
	world = await createWorld('2026-03-31');
	await openCity(world);
	funded = await openFunded(world);
	server = await startServer(world);
	supervisorToken = await tokenOf('penyelia', 'supervisor');
	supervisor = createClient(server.address, supervisorToken);
	manager = await server.signUp('fund-manager', '17.71', 'pengelola-kota');
	await world.database.owner.raw(faultsSql);
});
test.after.always(async () => {
	await server.close();
	await world.close();
});

const tokenOf = async (name: string, role: string): Promise<string> =>
	world.as(operator, async (work) => {
		const {user} = await createUserFromCommandLine(work, {name, role});
		return (await issueToken(work, {user: user.id, label: 'test'})).secret;
	});

test.afterEach.always(async () => failNext(0, ''));

// Writing the answer to a key fails so many times; a sequence counts on over what is rolled back.
const faultsSql = `
	create sequence faults;
	create table faults_due (state text not null, last bigint not null);
	create function fail_when_due() returns trigger language plpgsql security definer as $$
	declare
		due faults_due;
	begin
		select * into due from faults_due;
		if found and nextval('faults') <= due.last then
			raise exception using errcode = due.state, message = 'made to fail';
		end if;
		return null;
	end $$;
	create trigger faults before insert on idempotency_keys
		for each statement execute function fail_when_due();
`;

async function failNext(count: number, state: string): Promise<void> {
	const {owner} = world.database;
	await owner.raw(`select setval('faults', 1, false)`);
	await owner('faults_due').delete();
	if (count > 0) await owner('faults_due').insert({state, last: count});
}

const entry = (document: string) => ({
	effectiveOn: '2026-03-30',
	reason: 'Setoran',
	document,
	lines: [
		{account: '1.1.01', side: 'debit', amount: '1000'},
		{account: '3.1.01', side: 'credit', amount: '1000'},
	],
});

const post = async (key: string, client = supervisor): Promise<Answered> =>
	client.post(`/v1/books/${funded.book}/entries`, entry(key), {key});

/** The same by the batch endpoint, which writes by the other of the two ways. */
const postBatch = async (key: string): Promise<Answered> =>
	supervisor.post(
		`/v1/books/${funded.book}/entries/batch`,
		{mode: 'atomic', entries: [entry(key)]},
		{key},
	);

/** How often each of these documents is booked. */
async function booked(documents: readonly string[]): Promise<number[]> {
	const {rows} = await world.database.owner.raw<{rows: {count: number}[]}>(
		`select (select count(*) from entries where document = wanted.document)::integer as count
		from unnest(?::text[]) with ordinality as wanted (document, position) order by position`,
		[[...documents]],
	);
	return rows.map(({count}) => count);
}

const noLawIsBroken = async (): Promise<string[]> => (await verify(world)).lines;
const keys = (count: number): string[] => Array.from({length: count}, () => `F-${randomUUID()}`);

for (const [what, state] of [
	['a serialization failure', '40001'],
	['a deadlock', '40P01'],
] as const) {
	test.serial(`${what} is tried again, and nobody hears of it`, async (t) => {
		await failNext(3, state);
		const [key] = keys(1);
		const answer = await post(key!);
		t.is(answer.status, 201, JSON.stringify(answer.body));
		t.deepEqual(await booked([key!]), [1]);
	});

	test.serial(`${what} that does not end is told as 503, and nothing was written`, async (t) => {
		await failNext(1000, state);
		const wanted = keys(3);
		const answers = await Promise.all(wanted.map(async (key) => post(key)));
		for (const answer of answers) {
			t.is(answer.status, 503, JSON.stringify(answer.body));
			t.is(answer.body.code, 'server/unavailable');
			t.regex(answer.headers.get('retry-after') ?? '', /^\d+$/);
		}
		t.deepEqual(await booked(wanted), [0, 0, 0]);
		await failNext(0, state);
		const again = await Promise.all(wanted.map(async (key) => post(key)));
		t.deepEqual(
			again.map(({status}) => status),
			[201, 201, 201],
		);
		t.deepEqual(await booked(wanted), [1, 1, 1]);
	});
}

test.serial('a real deadlock with another session is survived by trying again', async (t) => {
	const {owner} = world.database;
	const tip = async (kind: string) =>
		`select from book_tips join books on books.id = book_tips.book_id
		where kind = '${kind}' for update of book_tips`;
	const other = await owner.transaction();
	await other.raw(await tip('city'));
	// It holds the cooperative's book, and waits for the city's that we hold.
	const answering = manager.post(`/v1/allocations/${funded.allocation.id}/tranches`, {
		document: 'SP2D-2',
		budgetYear: 2026,
		receivedOn: '2026-03-02',
		amount: '1000000',
	});
	await untilOneWaits();
	// Now we wait for the cooperative's, which is a circle. Theirs has waited longer and finds it.
	await other.raw(await tip('cooperative'));
	await other.commit();
	const answer = await answering;
	t.is(answer.status, 201, JSON.stringify(answer.body));
	t.deepEqual(await noLawIsBroken(), []);
});

async function untilOneWaits(): Promise<void> {
	for (let round = 0; round < 400; round += 1) {
		const {rows} = await world.database.owner.raw<{rows: unknown[]}>(
			`select from pg_stat_activity where datname = current_database()
				and wait_event_type = 'Lock'`,
		);
		if (rows.length > 0) return;
		await new Promise((resolve) => setTimeout(resolve, 5));
	}
	throw new Error('Nobody waits for a lock.');
}

test.serial('connections cut in the middle lose nothing and double nothing', async (t) => {
	const wanted = keys(300);
	const told = new Map<string, unknown>();
	const state = {isDone: false};
	const cutting = (async () => {
		while (!state.isDone) {
			await world.database.owner.raw(
				`select pg_terminate_backend(pid) from pg_stat_activity
				where datname = current_database() and application_name = 'test-service'`,
			);
			await new Promise((resolve) => setTimeout(resolve, 30));
		}
	})();
	const unclear: string[] = [];
	const write = async (key: string, index: number): Promise<Answered> =>
		index % 3 === 0 ? postBatch(key) : post(key);
	const ask = async (key: string, index: number): Promise<void> => {
		const answer = await write(key, index);
		if (answer.status < 300) told.set(key, answer.body);
		else if (answer.status !== 503 || answer.body.code !== 'server/unavailable') {
			unclear.push(`${answer.status} ${JSON.stringify(answer.body)}`);
		}
	};
	for (let start = 0; start < wanted.length; start += 30) {
		await Promise.all(wanted.slice(start, start + 30).map(async (key, index) => ask(key, index)));
	}
	state.isDone = true;
	await cutting;
	t.deepEqual(unclear, []);
	for (const [index, key] of wanted.entries()) {
		let answer = await write(key, index);
		// A session that was told to end may end late: who meets it is told to ask again, and does.
		for (let more = 0; answer.status === 503 && more < 3; more += 1) {
			answer = await write(key, index);
		}
		t.true(answer.status < 300, JSON.stringify(answer.body));
		if (told.has(key)) t.deepEqual(answer.body, told.get(key), 'the first answer again');
	}
	t.deepEqual(new Set(await booked(wanted)), new Set([1]));
	t.deepEqual(await noLawIsBroken(), []);
});

test.serial(
	'when no connection becomes free it is told as 503, and then all goes on',
	async (t) => {
		const knex = createKnex({
			client: 'pg',
			connection: {connectionString: world.database.serviceUrl, types},
			pool: {min: 0, max: 2},
			acquireConnectionTimeout: 400,
			log: {warn: () => undefined},
		});
		const {app} = compose({...settings, knex});
		const other = await startServer({...world, app});
		const client = await other.signUp('supervisor');
		t.teardown(async () => {
			await other.close();
			await knex.destroy();
		});
		const held = await Promise.all([knex.transaction(), knex.transaction()]);
		const wanted = keys(40);
		const answers = await Promise.all(wanted.map(async (key) => post(key, client)));
		for (const answer of answers) {
			t.is(answer.status, 503, JSON.stringify(answer.body));
			t.is(answer.body.code, 'server/unavailable');
		}
		t.deepEqual(new Set(await booked(wanted)), new Set([0]));
		await Promise.all(held.map(async (trx) => trx.rollback()));
		const again = await Promise.all(wanted.map(async (key) => post(key, client)));
		t.deepEqual(new Set(again.map(({status}) => status)), new Set([201]));
		t.deepEqual(new Set(await booked(wanted)), new Set([1]));
	},
);

test.serial('two processes that get the same keys at once give each one answer', async (t) => {
	const knex = connect(world.database.serviceUrl, {applicationName: 'test-twin', poolMax: 4});
	const {app} = compose({...settings, knex});
	const other = await startServer({...world, app});
	const twin = createClient(other.address, supervisorToken);
	const wanted = keys(60);
	const answers = await Promise.all(
		wanted.map(async (key) => Promise.all([post(key), post(key, twin)])),
	);
	for (const [one, two] of answers) {
		t.deepEqual([one.status, two.status], [201, 201], JSON.stringify([one.body, two.body]));
		t.deepEqual(one.body, two.body);
	}
	t.deepEqual(new Set(await booked(wanted)), new Set([1]));
	t.deepEqual(await noLawIsBroken(), []);
	await other.close();
	await knex.destroy();
});

test.serial('a clock that jumps back moves no recorded time back', async (t) => {
	const [before, after, later] = keys(3);
	const first = await post(before!);
	t.is(first.body.recordedAt, '2026-03-31T05:00:00.000Z');
	world.setDay('2026-03-30');
	const second = await post(after!);
	t.is(second.status, 201, JSON.stringify(second.body));
	t.is(second.body.recordedAt, '2026-03-31T05:00:00.000Z');
	world.setDay('2026-03-31');
	t.is((await post(later!)).body.recordedAt, '2026-03-31T05:00:00.000Z');
	t.deepEqual(await noLawIsBroken(), []);
});

const settings = {
	clock: settableClock('2026-03-31T05:00:00Z'),
	timeZone: 'Asia/Jakarta',
	log: createLog('silent'),
	isProduction: false,
	isCookieSecure: false,
	version: 'test',
};
