// Reports that are streamed: one snapshot however long it takes, no more read than is taken, and an
// end to the question when its reader goes away.
import http from 'node:http';
import {setTimeout as sleep} from 'node:timers/promises';
import test from 'ava';
import {issueToken} from '../../../src/identity/index.ts';
import {createUserFromCommandLine} from '../../../src/cli/user.ts';
import type {BookCode} from '../../../src/kernel/ids.ts';
import {postEntry} from '../../../src/ledger/index.ts';
import {fillBook} from '../../helpers/bulk-book.ts';
import {type Client, type Server, createClient, startServer} from '../../helpers/http.ts';
import {
	type World,
	createWorld,
	handEntry,
	officer,
	openCity,
	openCooperative,
} from '../../helpers/world.ts';

let world: World;
let server: Server;
let auditor: Client;
let token: string;
let book: BookCode;
const entries = 150_000;

test.before(async () => {
	world = await createWorld('2026-03-31');
	await openCity(world);
	book = await openCooperative(world);
	await fillBook(world, book, entries);
	server = await startServer(world);
	token = await world.as(officer, async (work) => {
		const {user} = await createUserFromCommandLine(work, {
			name: 'pemeriksa',
			role: 'auditor',
			scope: 'all',
		});
		return (await issueToken(work, {user: user.id, label: 'uji'})).secret;
	});
	auditor = createClient(server.address, token);
});
test.after.always(async () => {
	await server.close();
	await world.close();
});

/** An answer of which nothing is taken until somebody does. */
const open = async (path: string): Promise<http.IncomingMessage> =>
	new Promise((resolve, reject) => {
		const request = http.get(
			server.address + path,
			{headers: {authorization: `Bearer ${token}`}, agent: false},
			resolve,
		);
		request.on('error', reject);
	});

async function rest(answer: http.IncomingMessage): Promise<string> {
	const pieces: Buffer[] = [];
	for await (const piece of answer) pieces.push(piece as Buffer);
	return Buffer.concat(pieces).toString('utf8');
}

/** What the service's connections are doing for somebody. */
async function running(): Promise<string[]> {
	const {rows} = await world.database.owner.raw<{rows: {query: string}[]}>(
		`select left(query, 20) as query from pg_stat_activity
		where application_name = 'test-service' and state <> 'idle'`,
	);
	return rows.map(({query}) => query);
}

async function until(isSo: () => Promise<boolean>): Promise<boolean> {
	for (let round = 0; round < 100; round += 1) {
		if (await isSo()) return true;
		await sleep(100);
	}
	return false;
}

const ledgerCsv = () => `/v1/reports/general-ledger.csv?book=${book}&account=1.1.01`;

test.serial(
	'what is posted while a report is read is not in it, and its totals add up',
	async (t) => {
		const answer = await open(ledgerCsv());
		t.is(answer.statusCode, 200);
		await until(async () => (await running()).some((query) => query.startsWith('copy')));
		const posted = await world.as(officer, async (work) =>
			postEntry(work, handEntry(book, '2025-06-15', '777')),
		);
		t.is(posted.number, entries + 1);
		await sleep(300);
		// Nobody has taken anything yet: the question is still being answered.
		t.true((await running()).some((query) => query.startsWith('copy')));
		const lines = (await rest(answer)).trimEnd().split('\r\n');
		const sum = lines
			.slice(2, -2)
			.reduce((total, line) => total + Number.parseInt(line.split(',')[7]!, 10), 0);
		t.is(lines.length, entries + 4);
		t.is(sum, 150_000_000);
		t.is(lines.at(-2), '1.1.01,Kas,,,Saldo akhir,,,,,150000000.00');
		t.is(lines.at(-1), 'Jumlah,,,,,,,150000000.00,0.00,');
		t.false(lines.some((line) => line.includes('777.00')));
		const after = (await rest(await open(ledgerCsv()))).trimEnd().split('\r\n');
		t.is(after.at(-1), 'Jumlah,,,,,,,150000777.00,0.00,');
	},
);

test.serial('whoever goes away ends the question, and leaves room for others', async (t) => {
	for (const ending of ['csv', 'xlsx', 'csv', 'xlsx', 'csv', 'xlsx']) {
		const answer = await open(`/v1/reports/journal.${ending}?book=${book}`);
		t.is(answer.statusCode, 200);
		answer.destroy();
		t.true(await until(async () => (await running()).length === 0), ending);
	}
	t.is((await auditor.get('/v1/reports/trial-balance?book=' + book)).status, 200);
	t.deepEqual(
		world.logged.filter((line) => line.includes('"level":50')),
		[],
	);
});

test.serial('only so many are read at once', async (t) => {
	const held = [];
	for (let count = 0; count < 4; count += 1) held.push(await open(ledgerCsv()));
	const refused = await auditor.get(ledgerCsv());
	t.is(refused.status, 503);
	t.is(refused.body.code, 'server/busy');
	t.is((await auditor.get(`/v1/reports/trial-balance?book=${book}`)).status, 200);
	for (const answer of held) answer.destroy();
	t.true(await until(async () => (await running()).length === 0));
	t.is((await auditor.get(`${ledgerCsv()}&asOf=2025-01-01`)).status, 200);
});

test.serial('what is too long for paper is refused before anything is read', async (t) => {
	for (const report of ['general-ledger', 'journal']) {
		const {status, body} = await auditor.get(`/v1/reports/${report}.pdf?book=${book}`);
		t.is(status, 422);
		t.is(body.code, 'request/too-long-for-paper');
	}
});
