// Every way to write, once a policy names what it writes: over HTTP, in a batch, on a collection
// sheet, from the command line, by a chore, in the demo and through every door of the runner.
// None of them writes; what was sent to a route waits, and what was not is told to ask.
import {Readable} from 'node:stream';
import test from 'ava';
import {fillDemo} from '../../seeds/demo/fill.ts';
import {rowWrites} from '../../src/approvals/index.ts';
import {load} from '../../src/cli/load.ts';
import {createUserFromCommandLine} from '../../src/cli/user.ts';
import {type Work, createRoutes} from '../../src/compose.ts';
import {createRouteTable} from '../../src/http/route-table.ts';
import {type Runner, type WriteRequest, isWrite} from '../../src/http/route.ts';
import {everywhere} from '../../src/kernel/scope.ts';
import {postEntry} from '../../src/ledger/index.ts';
import {createTestDatabase} from '../helpers/database.ts';
import {type Client, type Server, startServer} from '../helpers/http.ts';
import {
	type Funded,
	type World,
	countRows,
	createWorld,
	handEntry,
	joinMember,
	lend,
	officer,
	openCity,
	openFunded,
} from '../helpers/world.ts';
import {handBody, name} from './setup.ts';

let world: World;
let server: Server;
let mine: Funded;
let loan: string;
let approved: string;
let repaid: string;
let user: string;
const clients: Record<string, Client> = {};

const routes = createRoutes({isCookieSecure: false});

/** What a policy can name, and what hangs on it. */
const heldTables = [
	'entries',
	'lines',
	'loan_products',
	'users',
	'user_grants',
	'delegations',
	'approval_policies',
	'duty_separations',
	'amount_limits',
];
const held = async (): Promise<Record<string, number>> => {
	const counts = await countRows(world);
	return Object.fromEntries(heldTables.map((table) => [table, counts[table]!]));
};

const nameAll = async (): Promise<void> => {
	// That of the policies comes last: after it one person names nothing more.
	const last = 'approval-policy.change';
	const rows = rowWrites.filter((write) => write !== last);
	for (const write of ['entry', 'entry.reverse', ...rows, last]) await name(world, write);
};

test.before(async () => {
	world = await createWorld('2026-03-31');
	await openCity(world);
	mine = await openFunded(world);
	server = await startServer(world);
	for (const role of ['officer', 'supervisor', 'fund-manager', 'administrator']) {
		clients[role] = await server.signUp(role);
	}
	loan = (await lend(world, mine)).id;
	await world.as(officer, async (work) =>
		postEntry(work, handEntry(mine.book, '2026-01-15', '1000')),
	);
	const member = await joinMember(world, mine.book);
	const applied = await clients.officer!.post('/v1/loans', {
		member: member.id,
		allocation: mine.allocation.id,
		akad: 'qardh',
		purpose: 'Modal warung',
		principal: '1200000',
		instalments: 12,
		period: {unit: 'month', every: 1},
		appliedOn: '2026-03-30',
	});
	approved = applied.body.id;
	const decision = {decidedOn: '2026-03-30', reason: 'Layak'};
	await clients.supervisor!.post(`/v1/loans/${approved}/approve`, decision);
	repaid = (
		await clients.officer!.post(`/v1/loans/${loan}/repayments`, {
			paidOn: '2026-03-30',
			amount: '100000',
			method: 'cash',
		})
	).body.id;
	user = await newcomer();
	await nameAll();
});
test.after.always(async () => {
	await server.close();
	await world.close();
});

async function newcomer(): Promise<string> {
	const {body} = await clients.administrator!.post('/v1/users', {
		name: 'anak.baru',
		grants: [{role: 'officer', scope: mine.book}],
	});
	return body.id;
}

const routesTried: readonly [string, () => readonly [role: string, path: string, body: unknown]][] =
	[
		['an entry', () => ['supervisor', `/v1/books/${mine.book}/entries`, handBody('5')]],
		[
			'a batch, all or none',
			() => ['supervisor', `/v1/books/${mine.book}/entries/batch`, {entries: [handBody('5')]}],
		],
		[
			'a batch, each for itself',
			() => [
				'supervisor',
				`/v1/books/${mine.book}/entries/batch`,
				{mode: 'independent', entries: [handBody('5'), handBody('6')]},
			],
		],
		[
			'a reversal',
			() => [
				'supervisor',
				`/v1/books/${mine.book}/entries/${manualNumber}/reverse`,
				{effectiveOn: '2026-03-31', reason: 'Salah', document: 'BKK-1'},
			],
		],
		[
			'a repayment',
			() => [
				'officer',
				`/v1/loans/${loan}/repayments`,
				{paidOn: '2026-03-31', amount: '100000', method: 'cash'},
			],
		],
		[
			'a repayment taken back',
			() => [
				'supervisor',
				`/v1/loans/${loan}/reverse`,
				{repayment: repaid, effectiveOn: '2026-03-31', reason: 'Salah', document: 'BKK-2'},
			],
		],
		[
			'a disbursement',
			() => [
				'officer',
				`/v1/loans/${approved}/disburse`,
				{disbursedOn: '2026-03-31', document: 'BA-9'},
			],
		],
		[
			'a collection sheet',
			() => [
				'officer',
				'/v1/collections',
				{
					cooperative: mine.book,
					paidOn: '2026-03-31',
					method: 'cash',
					rows: [{loan, amount: '50000'}],
				},
			],
		],
		[
			'a tranche',
			() => [
				'fund-manager',
				`/v1/allocations/${mine.allocation.id}/tranches`,
				{document: 'SP2D-2', budgetYear: 2026, receivedOn: '2026-03-31', amount: '1000000'},
			],
		],
		[
			'a new person',
			() => [
				'administrator',
				'/v1/users',
				{name: 'orang.lain', grants: [{role: 'supervisor', scope: 'all'}]},
			],
		],
		[
			'a role',
			() => ['administrator', `/v1/users/${user}/grants`, {role: 'supervisor', scope: 'all'}],
		],
		[
			'a delegation',
			() => [
				'supervisor',
				'/v1/delegations',
				{
					to: 'anak.baru',
					role: 'supervisor',
					scope: mine.book,
					firstOn: '2026-03-31',
					lastOn: '2026-04-10',
					reason: 'Cuti',
				},
			],
		],
		['somebody shut out', () => ['administrator', `/v1/users/${user}/deactivate`, undefined]],
		[
			'a product',
			() => [
				'supervisor',
				`/v1/cooperatives/${mine.book}/products`,
				{
					code: 'PJM-12',
					name: 'Pinjaman',
					effectiveFrom: '2026-01-01',
					akad: 'jasa',
					method: 'flat',
					principalMin: '500000',
					principalMax: '10000000',
					instalmentsMin: 1,
					instalmentsMax: 24,
					period: {unit: 'month', every: 1},
					yearlyRate: '0.12',
					legalBasis: 'Keputusan RAT 2025',
				},
			],
		],
		[
			'a separation of duties',
			() => [
				'administrator',
				'/v1/separations',
				{
					first: 'loan.verified',
					second: 'loan.approved',
					effectiveFrom: '2026-03-31',
					isKept: true,
					legalBasis: 'SOP',
				},
			],
		],
		[
			'a limit of amount',
			() => [
				'administrator',
				'/v1/amount-limits',
				{
					holder: 'role:officer',
					write: 'repayment',
					amountMax: '5',
					effectiveFrom: '2026-03-31',
					legalBasis: 'SOP',
				},
			],
		],
		[
			'a policy',
			() => [
				'administrator',
				'/v1/approval-policies',
				{write: 'tranche', effectiveFrom: '2026-03-31', legalBasis: 'SOP'},
			],
		],
	];

let manualNumber = 0;

for (const [what, request] of routesTried) {
	test.serial(`over HTTP: ${what} waits and writes nothing`, async (t) => {
		manualNumber = (
			await world.database
				.owner('entries')
				.join('books', 'books.id', 'entries.book_id')
				.where({'books.code': mine.book, 'entries.kind': 'manual'})
				.first('entries.number')
		).number;
		const before = await held();
		const [role, path, body] = request();
		const {status, body: answer} = await clients[role]!.post(path, body);
		t.is(status, 202, JSON.stringify(answer));
		t.is(answer.status, 'pending');
		t.true(answer.writes.length > 0);
		t.deepEqual(await held(), before);
	});
}

const refused = async (run: () => Promise<unknown>): Promise<string | undefined> => {
	try {
		await run();
		return undefined;
	} catch (error) {
		return (error as {code: string}).code;
	}
};

test.serial('from the command line nothing is written, and it says why', async (t) => {
	const before = await held();
	const operator = {userId: '00000000-0000-0000-0000-000000000000', name: '(operator)'};
	const user = await refused(async () =>
		world.as(operator, async (work) =>
			createUserFromCommandLine(work, {name: 'lewat.cli', role: 'administrator'}),
		),
	);
	t.is(user, 'approval/needed');
	const line = JSON.stringify(handBody('7'));
	const loaded = await refused(async () =>
		load(world, {book: mine.book, label: 'muat', rows: 10}, Readable.from([`${line}\n`])),
	);
	t.is(loaded, 'approval/needed');
	t.deepEqual(await held(), before);
});

test.serial('a chore, or whatever else runs within, writes nothing either', async (t) => {
	const before = await held();
	const chore = {userId: '00000000-0000-0000-0000-000000000000', name: '(chore)'};
	const code = await refused(async () =>
		world.inTransaction({scope: everywhere, actor: chore}, async (work) =>
			postEntry(work, handEntry(mine.book, '2026-03-31', '5')),
		),
	);
	t.is(code, 'approval/needed');
	t.deepEqual(await held(), before);
});

test.serial('the demo is held by it as well', async (t) => {
	t.timeout(120_000);
	const database = await createTestDatabase();
	t.teardown(database.drop);
	await database.owner('approval_policies').insert(policyRow('entry'));
	const code = await refused(async () =>
		fillDemo({
			cooperatives: 1,
			members: 2,
			months: 2,
			seed: 1,
			serviceUrl: database.serviceUrl,
			timeZone: 'Asia/Jakarta',
			report: () => undefined,
		}),
	);
	t.is(code, 'approval/needed');
	t.is((await database.owner('entries')).length, 0);
});

const policyRow = (write: string) => ({
	write_name: write,
	version: 1,
	effective_from: '2020-01-01',
	is_named: true,
	expires_after_hours: 48,
	legal_basis: 'x',
	status: 'in-force',
	set_by: 'x',
	recorded_at: '2020-01-01T00:00:00Z',
});

test.serial(
	'no door of the runner, through which every route goes, lets an entry pass',
	async (t) => {
		const before = await held();
		const post = async (work: Work) => postEntry(work, handEntry(mine.book, '2026-03-31', '5'));
		const request = (key: string): WriteRequest => ({
			scope: everywhere,
			actor: officer,
			idempotencyKey: key,
			fingerprint: '00'.repeat(32),
		});
		const doors: Record<keyof Runner<Work>, () => Promise<unknown>> = {
			open: async () => world.runner.open(officer, post),
			read: async () => world.runner.read(everywhere, officer, post),
			write: async () =>
				world.runner.write(request('w'), async (work) => ({body: (await post(work)).number})),
			post: async () =>
				world.runner.post(request('p'), {
					drafts: [handEntry(mine.book, '2026-03-31', '5')],
					answer: () => ({}),
				}),
		};
		t.deepEqual(Object.keys(world.runner).sort(), Object.keys(doors).sort());
		for (const [door, attempt] of Object.entries(doors)) {
			const error = await t.throwsAsync(attempt(), undefined, door);
			const isHeld = (error as {code?: string}).code === 'approval/needed';
			// Who only reads, or has no book in scope, is stopped before that.
			t.true(isHeld || door === 'read' || door === 'open', `${door}: ${error.message}`);
		}
		t.deepEqual(await held(), before);
	},
);

test.serial('every route that writes with a key can be asked again as it was sent', async (t) => {
	const table = createRouteTable(routes);
	const writes = routes.filter((route) => isWrite(route));
	t.true(writes.length > 100);
	for (const {method, path} of writes) {
		const address = path.replaceAll(/\{\w+\}/gu, '00000000-0000-4000-8000-000000000000');
		const found = table.find(method, address);
		t.is(`${found?.route.method} ${found?.route.path}`, `${method} ${path}`);
	}
});
