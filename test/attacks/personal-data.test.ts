// Planted persons are looked for wherever the service puts words: answers, log, trail, every table.
import test from 'ava';
import {setTimeout as sleep} from 'node:timers/promises';
import {createRoutes} from '../../src/compose.ts';
import {recordPengurus} from '../../src/cooperatives/index.ts';
import {detectAndRaise} from '../../src/detection/index.ts';
import {createLog} from '../../src/http/log.ts';
import {settableClock} from '../../src/kernel/clock.ts';
import {startReportWorker} from '../../src/report-worker.ts';
import {type Client, type Server, startServer} from '../helpers/http.ts';
import {
	type Funded,
	type World,
	createWorld,
	day,
	fundManager,
	lend,
	openCity,
	openFunded,
} from '../helpers/world.ts';
import {detector} from '../oversight/setup.ts';

const nik = '1771014103857391';
const phone = '0852-7391-4468';
const newPhone = '+62 813-4468-7391';
const address = 'Gg. Kenanga Ungu 73 RT 91';
const newAddress = 'Jl. Cempaka Hitam 37 RT 19';
const account = '0033-01-973147-50-1';
const planted = [
	nik,
	...[account, '003301973147501'],
	...[phone, '085273914468', '85273914468', newPhone, '081344687391', '81344687391'],
	...[address, 'Kenanga Ungu', 'kenangaungu', newAddress, 'Cempaka Hitam', 'cempakahitam'],
];

let world: World;
let server: Server;
let mine: Funded;
let member: string;
let unmasked: string;
let loan: string;
const clients: Record<string, Client> = {};
const answers = new Map<string, string>();

/** What is planted and stands in a text, in letters or as PostgreSQL and pages write bytes. */
const foundIn = (text: string): string[] =>
	planted.filter((one) => {
		const bytes = Buffer.from(one);
		return [one, bytes.toString('hex'), bytes.toString('base64').slice(2, -4)].some((form) =>
			text.toLowerCase().includes(form.toLowerCase()),
		);
	});

test.before(async () => {
	world = await createWorld('2026-03-31', {
		webhooks: {isHttpsOnly: true, allowedHosts: ['127.0.0.1']},
	});
	await openCity(world);
	mine = await openFunded(world);
	const theirs = await openFunded(world, '17.71.02.1001');
	server = await startServer(world);
	clients.officer = await server.signUp('officer', mine.book, 'siti');
	clients.supervisor = await server.signUp('supervisor', mine.book, 'budi');
	clients.neighbour = await server.signUp('officer', theirs.book, 'tono');
	clients.auditor = await server.signUp('auditor', 'all', 'wati');
	await live();
});
test.after.always(async () => {
	await server.close();
	await world.close();
});

const person = (cooperative: string) => ({
	cooperative,
	nik,
	name: 'Sri Wahyuni',
	kelurahan: '17.71.01.1001',
	address,
	phone,
	business: {description: 'Warung', sector: 'food'},
	joinedOn: '2025-02-01',
});

async function tell(name: string, run: Promise<{status: number; body: unknown}>, status: number) {
	const answer = await run;
	if (answer.status !== status) throw new Error(`${name}: ${JSON.stringify(answer.body)}`);
	answers.set(name, JSON.stringify(answer.body));
	return answer.body as {id: string};
}

/** A person joins, borrows, is late, is asked after and is told of. */
async function live(): Promise<void> {
	const {officer, supervisor, neighbour, auditor} = clients;
	const events = ['entry.posted', 'finding.raised'];
	await tell(
		'webhook',
		auditor!.post('/v1/webhooks', {address: 'https://127.0.0.1/', events}),
		201,
	);
	({id: member} = await tell('join', officer!.post('/v1/members', person(mine.book)), 201));
	const again = person(`KOP-1771021001`);
	await tell('taken elsewhere', neighbour!.post('/v1/members', again), 409);
	await tell('taken here', officer!.post('/v1/members', person(mine.book)), 409);
	await tell('malformed', officer!.post('/v1/members', {...person(mine.book), sex: 'x'}), 422);
	const held = {kind: 'bank', bank: 'BRI', number: account, holder: 'Sri', since: '2025-02-01'};
	await tell('account', officer!.post(`/v1/members/${member}/accounts`, held), 201);
	await tell('account again', officer!.post(`/v1/members/${member}/accounts`, held), 409);
	const changes = {phone: newPhone, address: newAddress};
	await tell('amend', officer!.patch(`/v1/members/${member}`, changes), 200);
	await world.as(fundManager, async (work) =>
		recordPengurus(work, {
			cooperative: mine.book,
			name: 'Sri Wahyuni',
			nik,
			office: 'ketua',
			since: day('2026-01-01'),
		}),
	);
	const lent = await lend(world, mine, {member: member as never, disbursedOn: '2025-11-03'});
	loan = lent.id;
	const guaranteed = await lend(world, mine, {disbursedOn: '2025-03-03'});
	const guarantee = {member, guaranteedOn: '2025-03-03', document: 'SP-1'};
	await tell('guarantor', officer!.post(`/v1/loans/${guaranteed.id}/guarantors`, guarantee), 201);
	const reason = `Ditelepon ke ${newPhone}, NIK ${nik}`;
	const fields = ['nik', 'phone', 'address'];
	// The one answer that shows them, and no other.
	const shown = await officer!.post(`/v1/members/${member}/unmask`, {fields, reason});
	unmasked = JSON.stringify(shown.body);
	await tell('search', auditor!.post('/v1/members/search', {nik}), 200);
	await tell('search by phone', officer!.post('/v1/members/search', {phone: newPhone}), 200);
	await supervisor!.get(`/v1/members/${member}/personal-data`);
	// A second member with the same phone and address, and detectors that look at them.
	const twin = {
		...person('KOP-1771021001'),
		nik: '1771014103850801',
		phone: newPhone,
		address: newAddress,
	};
	await tell('twin', neighbour!.post('/v1/members', twin), 201);
	const {detections} = await world.as(detector, async (work) =>
		detectAndRaise(work, {asOf: day('2026-03-31')}),
	);
	if (!detections.some(({source}) => source === 'duplicate-phone')) {
		throw new Error('The detectors did not see the phone.');
	}
	await runJobs(auditor!);
}

async function runJobs(auditor: Client): Promise<void> {
	const jobs: string[] = [];
	for (const name of ['loan-portfolio', 'due']) {
		const body = {name, query: {book: mine.book}, format: 'csv'};
		jobs.push((await tell(`job ${name}`, auditor.post('/v1/report-jobs', body), 202)).id);
	}
	const worker = await startReportWorker({
		knex: world.database.service,
		service: world,
		routes: createRoutes({isCookieSecure: false}),
		log: createLog('silent'),
		isProduction: false,
		clock: settableClock('2026-03-31T05:00:00Z'),
		timeZone: 'Asia/Jakarta',
		pollMs: 20,
	});
	for (const id of jobs) {
		for (let round = 0; round < 600; round += 1) {
			const {body} = await auditor.get(`/v1/report-jobs/${id}`);
			if (body.status === 'done') break;
			if (body.status === 'failed') throw new Error(JSON.stringify(body));
			await sleep(50);
		}
		const file = await auditor.getBytes(`/v1/report-jobs/${id}/file`);
		answers.set(`file of ${id}`, file.toString('utf8'));
	}
	await worker.stop();
}

test.serial('they were planted: whoever asks for them for a reason sees them', (t) => {
	t.true(unmasked.includes(nik) && unmasked.includes(newAddress));
	t.deepEqual(foundIn(unmasked).sort(), [newPhone, nik, newAddress, 'Cempaka Hitam'].sort());
});

test.serial('no answer of a write, search or job shows them', (t) => {
	t.true(answers.size > 10);
	for (const [name, text] of answers) t.deepEqual(foundIn(text), [], name);
});

test.serial('no reading without parameters, public or not, shows them', async (t) => {
	const routes = createRoutes({isCookieSecure: false}).filter(
		({method, path}) => method === 'GET' && !path.replace('{id}', '').includes('{'),
	);
	let answered = 0;
	for (const {path, permission} of routes) {
		const ids = path.startsWith('/v1/members') ? member : loan;
		if (path === '/v1/members/{id}/personal-data') continue;
		const who = permission === 'public' ? server.stranger : clients.auditor!;
		for (const query of ['', `?book=${mine.book}`, `?cooperative=${mine.book}`]) {
			const {status, body} = await who.get(path.replace('{id}', ids) + query);
			if (status !== 200) continue;
			answered += 1;
			t.deepEqual(foundIn(JSON.stringify(body)), [], path + query);
		}
	}
	t.true(answered > 60, String(answered));
});

test.serial('the log does not show them', (t) => {
	const text = world.logged.join('\n');
	t.true(text.includes('/v1/members/search'));
	t.deepEqual(foundIn(text), []);
});

test.serial('no column of any table holds them, the trail and kept answers included', async (t) => {
	const {owner} = world.database;
	const {rows: tables} = await owner.raw<{rows: {schema: string; name: string}[]}>(
		`select schemaname as schema, tablename as name from pg_tables
		where schemaname not in ('pg_catalog', 'information_schema')`,
	);
	t.true(tables.length > 100);
	let seen = 0;
	for (const {schema, name} of tables) {
		const {rows} = await owner.raw<{rows: {row: string}[]}>(
			'select to_jsonb(held)::text as row from ??.?? held',
			[schema, name],
		);
		seen += rows.length;
		t.deepEqual(foundIn(rows.map(({row}) => row).join('\n')), [], `${schema}.${name}`);
	}
	t.true(seen > 500);
	const {rows} = await owner.raw<{rows: {values: string | null}[]}>(
		`select string_agg(concat(most_common_vals::text, histogram_bounds::text), ' ') as values
		from pg_stats where schemaname = 'public'`,
	);
	t.deepEqual(foundIn(rows[0]!.values ?? ''), []);
});
