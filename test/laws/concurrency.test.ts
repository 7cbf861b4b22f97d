// Many writers at once, over HTTP and in two processes: what they were told is held against the
// journal as it stands afterwards, replayed one entry after the other.
import {randomUUID} from 'node:crypto';
import test from 'ava';
import {commandLine, createUserFromCommandLine} from '../../src/cli/user.ts';
import {verify} from '../../src/cli/verify.ts';
import {compose} from '../../src/compose.ts';
import {connect} from '../../src/db/connect.ts';
import {createLog} from '../../src/http/log.ts';
import {issueToken} from '../../src/identity/index.ts';
import {settableClock} from '../../src/kernel/clock.ts';
import type {BookCode} from '../../src/kernel/ids.ts';
import type {Loan} from '../../src/lending/index.ts';
import {type Answered, type Client, createClient, startServer} from '../helpers/http.ts';
import {
	type Funded,
	type World,
	city,
	createWorld,
	lend,
	openCity,
	openCooperative,
	openFunded,
} from '../helpers/world.ts';

/** A service with a second process beside it, over one database. */
async function startPair() {
	const world = await createWorld();
	const knex = connect(world.database.serviceUrl, {applicationName: 'test-twin', poolMax: 8});
	const twin = compose({
		knex,
		clock: settableClock('2026-03-31T05:00:00Z'),
		timeZone: 'Asia/Jakarta',
		log: createLog('silent'),
		isProduction: false,
		isCookieSecure: false,
		version: 'test',
	});
	const servers = [await startServer(world), await startServer({...world, ...twin})] as const;
	return {
		world,
		/** A client of a new user at each of the two. */
		signUp: async (role: string, scope: string): Promise<readonly [Client, Client]> => {
			const token = await world.as(commandLine, async (work) => {
				const name = `${role}-${randomUUID()}`;
				const {user} = await createUserFromCommandLine(work, {name, role, scope});
				return (await issueToken(work, {user: user.id, label: 'test'})).secret;
			});
			return [createClient(servers[0].address, token), createClient(servers[1].address, token)];
		},
		close: async () => {
			await Promise.all(servers.map(async ({close}) => close()));
			await knex.destroy();
			await world.close();
		},
	};
}

/** Always the same numbers for the same seed: a failure can be looked at again. */
function createDice(seed: number) {
	let state = seed;
	return (sides: number): number => {
		state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
		return Math.floor((state / 2_147_483_648) * sides);
	};
}

/** A movement of the cash box by whole rupiah, and what became of it between two moments. */
type Movement = {
	readonly document: string;
	readonly change: number;
	readonly asked: number;
	readonly told: number;
	/** The number of the entry; or, of what was refused, what the box was said to hold. */
	readonly became: {readonly number: number} | {readonly held: number};
};

const cash = '1.1.01';

const entryOf = (document: string, change: number) => ({
	effectiveOn: '2026-03-30',
	reason: 'Serentak',
	document,
	lines: [
		{account: cash, side: change > 0 ? 'debit' : 'credit', amount: String(Math.abs(change))},
		{account: '3.1.01', side: change > 0 ? 'credit' : 'debit', amount: String(Math.abs(change))},
	],
});

const english = {'accept-language': 'en'};
const saidToHold = /^Account 1\.1\.01 \(Kas\) holds (\d+)\.00; the entry would make it (-\d+)\.00,/;

type Refusal = {
	readonly code: string;
	readonly findings: readonly {readonly code: string; readonly message: string}[];
};

/** What a refusal says the box held; it is of one reason and says no other. */
function heldBy(refusal: Refusal, change: number): number {
	const [, held = '', balance = ''] = saidToHold.exec(refusal.findings[0]?.message ?? '') ?? [];
	const [box, after] = [Number.parseInt(held, 10), Number.parseInt(balance, 10)];
	if (refusal.findings.length !== 1 || box + change !== after) {
		throw new Error(`Not refused for the box alone: ${JSON.stringify(refusal)}`);
	}
	return box;
}

type Writer = {
	readonly book: BookCode;
	readonly client: Client;
	readonly dice: (n: number) => number;
};
type Clock = {now: number};

const changeBy = (dice: (n: number) => number): number =>
	dice(2) === 0 ? 1 + dice(100) : -1 - dice(160);

async function writeOne({book, client, dice}: Writer, clock: Clock): Promise<Movement[]> {
	const change = changeBy(dice);
	const document = randomUUID();
	const asked = (clock.now += 1);
	const body = entryOf(document, change);
	const answer = await client.post(`/v1/books/${book}/entries`, body, {headers: english});
	return [{document, change, asked, told: (clock.now += 1), became: outcomeOf(answer, change)}];
}

function outcomeOf({status, body}: Answered, change: number): Movement['became'] {
	if (status === 201) return {number: body.number};
	if (status !== 422) throw new Error(`${status} ${JSON.stringify(body)}`);
	return {held: heldBy(body, change)};
}

async function writeBatch({book, client, dice}: Writer, clock: Clock): Promise<Movement[]> {
	const rows = [1, 2, 3].map(() => ({document: randomUUID(), change: changeBy(dice)}));
	const asked = (clock.now += 1);
	const {status, body} = await client.post(
		`/v1/books/${book}/entries/batch`,
		{mode: 'independent', entries: rows.map(({document, change}) => entryOf(document, change))},
		{headers: english},
	);
	const told = (clock.now += 1);
	if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
	return rows.map(({document, change}, index) => {
		const result = body.results[index];
		const became =
			result.status === 'posted' ? {number: result.number} : {held: heldBy(result, change)};
		return {document, change, asked, told, became};
	});
}

/** Puts something in and takes it back by a reversal, which another may have made impossible. */
async function writeReversal(writer: Writer, clock: Clock): Promise<Movement[]> {
	const [put] = await writeOne({...writer, dice: (sides) => (sides === 2 ? 0 : 99)}, clock);
	if (!put || !('number' in put.became)) throw new Error('What is put in is never refused.');
	const [document, asked] = [randomUUID(), (clock.now += 1)];
	const answer = await writer.client.post(
		`/v1/books/${writer.book}/entries/${put.became.number}/reverse`,
		{effectiveOn: '2026-03-31', reason: 'Balik', document},
		{headers: english},
	);
	const change = -put.change;
	const told = (clock.now += 1);
	return [put, {document, change, asked, told, became: outcomeOf(answer, change)}];
}

/** The cash box after each entry of a book, as its lines say, and the document of each. */
async function replay(world: World, book: BookCode) {
	const {rows} = await world.database.owner.raw<{
		rows: {number: number; document: string; change: number}[];
	}>(
		`select entry.number, entry.document, sum(case line.side when 'debit' then line.amount
			else -line.amount end)::integer as change
		from entries entry
		join lines line on line.book_id = entry.book_id and line.entry_number = entry.number
		where entry.book_id = (select id from books where code = ?) and line.account_code = ?
		group by 1, 2 order by 1`,
		[book, cash],
	);
	const balances = [0];
	for (const {change} of rows) balances.push(balances.at(-1)! + change);
	return {rows, balances};
}

/**
 * What contradicts the model of one box and one movement at a time. What was told before another
 * was asked comes before it; in between, any order will do, but one there must be.
 */
function contradictions(
	movements: readonly Movement[],
	{rows, balances}: Awaited<ReturnType<typeof replay>>,
): string[] {
	const found: string[] = [];
	const accepted = movements.flatMap((one) =>
		'number' in one.became ? [{...one, number: one.became.number}] : [],
	);
	const sent = new Map(accepted.map((one) => [one.document, one]));
	for (const [index, {number, document, change}] of rows.entries()) {
		const told = sent.get(document);
		if (number !== index + 1) found.push(`entry ${number} stands at place ${index + 1}`);
		if (balances[index + 1]! < 0) found.push(`entry ${number} leaves ${balances[index + 1]}`);
		if (told?.number !== number || told.change !== change) {
			found.push(`entry ${number} is not what anybody was told`);
		}
	}
	if (rows.length !== accepted.length) found.push(`${accepted.length} told, ${rows.length} booked`);
	for (const one of movements) {
		const earliest = Math.max(
			0,
			...accepted.filter(({told}) => told < one.asked).map(({number}) => number),
		);
		const latest = Math.min(
			rows.length,
			...accepted.filter(({asked}) => asked > one.told).map(({number}) => number - 1),
		);
		if ('number' in one.became) {
			const {number} = one.became;
			if (number <= earliest || number > latest) found.push(`entry ${number} is out of its time`);
			continue;
		}
		const {held} = one.became;
		const stood = balances.slice(earliest, latest + 1);
		if (held + one.change >= 0) found.push(`${one.change} was refused, though ${held} were there`);
		if (!stood.includes(held)) found.push(`the box never held ${held} meanwhile: ${stood.join()}`);
	}
	return found;
}

test('64 writers on one cash box: as if they had come one after the other', async (t) => {
	const {world, signUp, close} = await startPair();
	t.teardown(close);
	await openCity(world);
	const book = await openCooperative(world);
	const clients = await signUp('supervisor', book);
	const clock = {now: 0};
	const work = async (index: number): Promise<Movement[]> => {
		const dice = createDice(index + 1);
		const writer = {book, client: clients[index % 2]!, dice};
		const written: Movement[] = [];
		for (let round = 0; round < 6; round += 1) {
			const way = dice(8);
			const write = way === 0 ? writeBatch : way === 1 ? writeReversal : writeOne;
			written.push(...(await write(writer, clock)));
		}
		return written;
	};
	const movements = (await Promise.all(Array.from({length: 64}, async (_, at) => work(at)))).flat();
	const refused = movements.filter(({became}) => 'held' in became);
	t.true(movements.length > 400 && refused.length > 20, `${refused.length}/${movements.length}`);
	const journal = await replay(world, book);
	t.deepEqual(contradictions(movements, journal), []);
	const [{balance}] = (await world.database
		.owner('floor_balances')
		.join('books', 'books.id', 'floor_balances.book_id')
		.where({code: book, account_code: cash})
		.select('balance')) as [{balance: string}];
	t.is(balance, `${journal.balances.at(-1)}.00`);
	t.deepEqual((await verify(world)).lines, []);
});

test('a history that one box cannot have is found out', (t) => {
	const movement = (
		document: string,
		change: number,
		[asked, told]: readonly [number, number],
		became: Movement['became'],
	): Movement => ({document, change, asked, told, became});
	const honest = [
		movement('a', 10, [1, 2], {number: 1}),
		movement('b', -12, [3, 6], {held: 10}),
		movement('c', 5, [4, 5], {number: 2}),
	];
	const booked = [
		{number: 1, document: 'a', change: 10},
		{number: 2, document: 'c', change: 5},
	];
	const check = (
		changed: Readonly<Record<number, Partial<Movement>>>,
		rows = booked,
		balances = [0, 10, 15],
	) =>
		contradictions(
			honest.map((one, index) => ({...one, ...changed[index]})),
			{rows, balances},
		).length;
	t.is(check({}), 0);
	t.is(check({1: {became: {held: 0}}}), 1, 'it held nothing before anybody asked');
	t.is(check({1: {became: {held: 15}}}), 1, 'there was enough');
	t.is(check({1: {told: 3.5, became: {held: 11}}}), 1, 'it never held that');
	t.is(check({1: {asked: 7, told: 8}}), 1, 'by then it held more');
	t.is(check({0: {became: {number: 2}}, 2: {became: {number: 1}}}), 5, 'the later one first');
	t.is(check({}, booked.slice(0, 1), [0, 10]), 2, 'one was lost');
	t.is(check({}, [booked[0]!, {...booked[1]!, change: -11}], [0, 10, -1]), 2, 'below nought');
});

/** What is done at once to four cooperatives and their city, by whom and how much of it. */
type Round = {
	readonly fund: Fund;
	readonly officer: Client;
	readonly supervisor: Client;
	readonly manager: Client;
	/** A multiple of a thousand rupiah. */
	readonly size: number;
	readonly isEven: boolean;
};

let serial = 0;

const ways = {
	tranche: async ({fund, manager, size}: Round) =>
		manager.post(`/v1/allocations/${fund.allocation.id}/tranches`, {
			document: `SP2D-${size}`,
			budgetYear: 2026,
			receivedOn: '2026-03-02',
			amount: String(size * 1000),
		}),
	remittance: async ({fund, officer, manager, size, isEven}: Round) =>
		(isEven ? officer : manager).post(`/v1/allocations/${fund.allocation.id}/remittances`, {
			document: 'STS',
			remittedOn: '2026-03-30',
			amount: String(size),
			method: 'bank',
		}),
	repayment: async ({fund, officer, size, isEven}: Round) =>
		officer.post(`/v1/loans/${fund.loans[isEven ? 0 : 1]!.id}/repayments`, {
			paidOn: '2026-03-29',
			amount: String(size),
			method: isEven ? 'cash' : 'bank',
		}),
	member: async ({fund, officer}: Round) => {
		serial += 1;
		return officer.post('/v1/members', {
			cooperative: fund.book,
			nik: `177101410391${String(serial).padStart(4, '0')}`,
			name: 'Anggota',
			kelurahan: '17.71.01.1001',
			address: 'Jl. Melati 1',
			joinedOn: '2026-01-05',
		});
	},
	posting: async ({fund, supervisor, size, isEven}: Round) =>
		supervisor.post(`/v1/books/${fund.book}/entries`, entryOf(randomUUID(), isEven ? size : -size)),
	city: async ({manager, size}: Round) =>
		manager.post(`/v1/books/${city}/entries`, {
			effectiveOn: '2026-03-30',
			reason: 'Beban',
			document: randomUUID(),
			lines: [
				{account: '5.1.1', side: 'debit', amount: String(size)},
				{account: '1.1.1', side: 'credit', amount: String(size)},
			],
		}),
};

type Way = keyof typeof ways;
const wayNames = Object.keys(ways) as Way[];

type Fund = Funded & {
	readonly loans: readonly Loan[];
	readonly officers: readonly [Client, Client];
	readonly supervisors: readonly [Client, Client];
	/** How often each was done and not refused. */
	readonly tally: Record<Way, number>;
	/** What the cooperative owes the city by all that it was told. */
	debt: number;
};

async function openFund(
	world: World,
	kelurahan: string,
	signUp: (role: string, scope: string) => Promise<readonly [Client, Client]>,
): Promise<Fund> {
	const funded = await openFunded(world, kelurahan);
	return {
		...funded,
		loans: [
			await lend(world, funded),
			await lend(world, funded, {akad: 'murabahah', margin: '120000'}),
		],
		officers: await signUp('officer', funded.book),
		supervisors: await signUp('supervisor', funded.book),
		tally: {tranche: 0, remittance: 0, repayment: 0, member: 0, posting: 0, city: 0},
		debt: 100_000_000,
	};
}

test('four cooperatives and their city: no deadlock, and the mirror holds', async (t) => {
	const {world, signUp, close} = await startPair();
	t.teardown(close);
	await openCity(world);
	const funds: Fund[] = [];
	for (const kelurahan of ['17.71.01.1001', '17.71.01.1002', '17.71.02.1001', '17.71.02.1002']) {
		funds.push(await openFund(world, kelurahan, signUp));
	}
	const everywhere = await signUp('officer', '17.71');
	const managers = await signUp('fund-manager', '17.71');
	const before = await entryCounts(world);
	const unexpected: string[] = [];
	const work = async (seed: number): Promise<void> => {
		const dice = createDice(seed);
		for (let round = 0; round < 6; round += 1) {
			const fund = funds[dice(funds.length)]!;
			const at = dice(2);
			const way = wayNames[dice(wayNames.length)]!;
			const size = 1000 * (1 + dice(300));
			const {status, body} = await ways[way]({
				fund,
				officer: dice(3) === 0 ? everywhere[at]! : fund.officers[at]!,
				supervisor: fund.supervisors[at]!,
				manager: managers[at]!,
				size,
				isEven: dice(2) === 0,
			});
			if (status < 300) {
				fund.tally[way] += 1;
				fund.debt += way === 'tranche' ? size * 1000 : way === 'remittance' ? -size : 0;
			} else if (status !== 409 && status !== 422) {
				unexpected.push(`${way} ${status} ${JSON.stringify(body)}`);
			}
		}
	};
	await Promise.all(Array.from({length: 48}, async (_, seed) => work(seed + 1)));
	t.deepEqual(unexpected, []);
	const done = (way: Way): number => funds.reduce((sum, {tally}) => sum + tally[way], 0);
	for (const way of wayNames) t.true(done(way) > 0, way);
	const after = await entryCounts(world);
	for (const {book, allocation, tally, debt} of funds) {
		const own = tally.tranche + tally.remittance + tally.repayment + tally.posting;
		t.is(after[book]! - before[book]!, own, book);
		const held = await debtAndInvestment(world, book, allocation.id);
		t.deepEqual(held, {debt: `${debt}.00`, investment: `${debt}.00`}, book);
	}
	t.is(after[city]! - before[city]!, done('tranche') + done('remittance') + done('city'));
	t.deepEqual((await verify(world)).lines, []);
	const {rows} = await world.database.owner.raw(
		'select deadlocks from pg_stat_database where datname = current_database()',
	);
	t.deepEqual(rows, [{deadlocks: 0}], 'nobody waited in a circle, not even unheard of');
});

async function entryCounts(world: World): Promise<Record<string, number>> {
	const {rows} = await world.database.owner.raw<{rows: {code: string; count: number}[]}>(
		`select code, count(entries.number)::integer as count
		from books left join entries on entries.book_id = books.id group by 1`,
	);
	return Object.fromEntries(rows.map(({code, count}) => [code, count]));
}

/** What a cooperative owes the city for a fund, and what the city's book has invested in it. */
async function debtAndInvestment(world: World, book: BookCode, fund: string) {
	const {rows} = await world.database.owner.raw<{rows: {debt: string; investment: string}[]}>(
		`select
			sum(case side when 'credit' then amount else -amount end)
				filter (where code = :book and account_code in ('2.2.01', '2.2.02'))::text as debt,
			sum(case side when 'debit' then amount else -amount end)
				filter (where code = :city and account_code = '1.2.1')::text as investment
		from lines join books on books.id = lines.book_id where fund_id = :fund`,
		{book, city, fund},
	);
	return rows[0];
}
