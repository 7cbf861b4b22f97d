// A command that a policy names waits for a second person, and is done once, as it was shown.
import test from 'ava';
import {rupiah} from '../../../src/kernel/money.ts';
import {confirmClose, requestClose} from '../../../src/ledger/index.ts';
import {type Client, type Server, startServer} from '../../helpers/http.ts';
import {
	type Funded,
	type World,
	countRows,
	createWorld,
	day,
	officer,
	openCity,
	openFunded,
	supervisor,
} from '../../helpers/world.ts';
import {handBody, name} from '../setup.ts';

let world: World;
let server: Server;
let mine: Funded;
let [maker, checker, outsider]: Client[] = [];

test.before(async () => {
	world = await createWorld('2026-03-31');
	await openCity(world);
	mine = await openFunded(world);
	await openFunded(world, '17.71.02.1001');
	server = await startServer(world);
	maker = await server.signUp('supervisor', mine.book, 'penyelia.satu');
	checker = await server.signUp('supervisor', mine.book, 'penyelia.dua');
	outsider = await server.signUp('supervisor', 'KOP-1771021001', 'penyelia.luar');
	await name(world, 'manual', {amountAbove: rupiah('1000000')});
});
test.after.always(async () => {
	await server.close();
	await world.close();
});

const entries = () => `/v1/books/${mine.book}/entries`;
const countEntries = async (): Promise<number> => (await countRows(world)).entries!;

const ask = async (amount = '1500000', more = {}) => maker!.post(entries(), handBody(amount, more));

test.serial('what a policy does not name is written as before', async (t) => {
	const before = await countEntries();
	const {status, body} = await ask('1000000');
	t.is(status, 201);
	t.is(body.actor, 'penyelia.satu');
	t.is(await countEntries(), before + 1);
});

test.serial('what it names waits, with what it would write', async (t) => {
	const before = await countEntries();
	const {status, body, headers} = await ask('1000000.01');
	t.is(status, 202);
	t.is(headers.get('location'), `/v1/approvals/${body.id}`);
	t.like(body, {
		status: 'pending',
		version: 1,
		link: `/v1/approvals/${body.id}`,
		command: 'POST /v1/books/{book}/entries',
		address: `POST /v1/books/${mine.book}/entries`,
		permission: 'ledger:post',
		book: mine.book,
		maker: 'penyelia.satu',
		madeAt: '2026-03-31T05:00:00.000Z',
		expiresAt: '2026-04-02T05:00:00.000Z',
		isExpired: false,
		decision: null,
	});
	t.is(body.writes.length, 1);
	t.like(body.writes[0], {
		name: 'manual',
		book: mine.book,
		amount: '1000000.01',
		effectiveOn: '2026-03-31',
		backdatedDays: 0,
		lines: [
			{account: '1.1.01', side: 'debit', amount: '1000000.01'},
			{account: '4.9.01', side: 'credit', amount: '1000000.01'},
		],
	});
	t.is(await countEntries(), before);
});

test.serial('the same key gives the same answer, and asks once', async (t) => {
	const body = handBody('2000000');
	const first = await maker!.post(entries(), body, {key: 'sekali-saja'});
	const again = await maker!.post(entries(), body, {key: 'sekali-saja'});
	t.is(again.status, 202);
	t.deepEqual(again.body, first.body);
	t.is(again.headers.get('idempotency-replayed'), 'true');
});

test.serial('another supervisor approves, and it is written as its maker’s', async (t) => {
	const {body: waiting} = await ask();
	const before = await countEntries();
	const {status, body} = await checker!.post(`${waiting.link}/approve`, {version: 1});
	t.is(status, 200);
	t.is(body.approval.status, 'approved');
	t.deepEqual(body.approval.decision, {
		by: 'penyelia.dua',
		at: '2026-03-31T05:00:00.000Z',
		reason: null,
	});
	t.is(body.answer.status, 201);
	t.is(body.answer.body.actor, 'penyelia.satu');
	t.is(await countEntries(), before + 1);
	const rows = await world.database.owner('approved_writes').where({approval_id: waiting.id});
	t.is(rows.length, 1);
	t.like(rows[0], {entry_number: body.answer.body.number, write_name: 'manual'});
});

test.serial('whoever makes does not check', async (t) => {
	const {body: waiting} = await ask();
	const before = await countEntries();
	for (const verb of ['approve', 'reject']) {
		const answer = await maker!.post(`${waiting.link}/${verb}`, {version: 1, reason: 'Ya'});
		t.is(answer.status, 403);
		t.is(answer.body.code, 'approval/own');
	}
	t.is(await countEntries(), before);
});

test.serial('who is outside the scope does not see it, nor decide', async (t) => {
	const {body: waiting} = await ask();
	t.is((await outsider!.get(waiting.link)).status, 404);
	t.is((await outsider!.get('/v1/approvals')).body.items.length, 0);
	const answer = await outsider!.post(`${waiting.link}/approve`, {version: 1});
	t.is(answer.status, 404);
	t.is(answer.body.code, 'approval/unknown');
});

test.serial('who could not have made it does not check it', async (t) => {
	const {body: waiting} = await ask();
	const officer = await server.signUp('officer', mine.book);
	t.is((await officer.get(waiting.link)).status, 404);
	const answer = await officer.post(`${waiting.link}/approve`, {version: 1});
	t.is(answer.status, 403);
	t.is(answer.body.code, 'approval/not-permitted');
});

test.serial('rejected with a reason it is not written, and decided once', async (t) => {
	const {body: waiting} = await ask();
	const before = await countEntries();
	const silent = await checker!.post(`${waiting.link}/reject`, {version: 1});
	t.is(silent.status, 422);
	const {status, body} = await checker!.post(`${waiting.link}/reject`, {
		version: 1,
		reason: 'Tanpa bukti',
	});
	t.is(status, 200);
	t.is(body.status, 'rejected');
	t.is(body.decision.reason, 'Tanpa bukti');
	for (const verb of ['approve', 'reject']) {
		const late = await checker!.post(`${waiting.link}/${verb}`, {version: 1, reason: 'Lagi'});
		t.is(late.status, 409);
		t.is(late.body.code, 'approval/decided');
	}
	t.is(await countEntries(), before);
});

test.serial('its maker takes it back, and nobody else', async (t) => {
	const {body: waiting} = await ask();
	const foreign = await checker!.post(`${waiting.link}/withdraw`, {version: 1});
	t.is(foreign.body.code, 'approval/not-own');
	t.is((await maker!.post(`${waiting.link}/withdraw`, {version: 1})).body.status, 'withdrawn');
	const late = await checker!.post(`${waiting.link}/approve`, {version: 1});
	t.is(late.body.code, 'approval/decided');
});

test.serial('what was changed meanwhile is not approved as it was', async (t) => {
	const {body: waiting} = await ask('1500000');
	const change = {version: 1, body: handBody('9000000')};
	t.is((await checker!.post(`${waiting.link}/change`, change)).body.code, 'approval/not-own');
	const changed = await maker!.post(`${waiting.link}/change`, change);
	t.is(changed.status, 200);
	t.is(changed.body.version, 2);
	t.is(changed.body.writes[0].amount, '9000000.00');
	const stale = await checker!.post(`${waiting.link}/approve`, {version: 1});
	t.is(stale.status, 409);
	t.is(stale.body.code, 'approval/changed');
	const {body} = await checker!.post(`${waiting.link}/approve`, {version: 2});
	t.is(body.answer.body.lines[0].amount, '9000000.00');
});

test.serial('after its time it is approved no more', async (t) => {
	const {body: waiting} = await ask();
	world.setDay('2026-04-02');
	t.teardown(() => {
		world.setDay('2026-03-31');
	});
	t.true((await checker!.get(waiting.link)).body.isExpired);
	const {status, body} = await checker!.post(`${waiting.link}/approve`, {version: 1});
	t.is(status, 409);
	t.is(body.code, 'approval/expired');
});

test.serial(
	'what the command is refused by now, its checker is told, and it waits on',
	async (t) => {
		const {body: waiting} = await ask('1500000', {effectiveOn: '2025-01-20'});
		t.is(waiting.writes[0].backdatedDays, 435);
		const january = day('2025-01-01');
		await world.as(officer, async (work) => requestClose(work, mine.book, january));
		await world.as(supervisor, async (work) => confirmClose(work, mine.book, january));
		const {status, body} = await checker!.post(`${waiting.link}/approve`, {version: 1});
		t.is(status, 409);
		t.is(body.code, 'ledger/period-closed');
		t.is((await checker!.get(waiting.link)).body.status, 'pending');
	},
);

test.serial('a body that its route refuses is refused, and nothing waits', async (t) => {
	const before = (await countRows(world)).approvals;
	const lines = [
		{account: '1.1.01', side: 'debit', amount: '5000000'},
		{account: '4.9.01', side: 'credit', amount: '4000000'},
	];
	const {status, body} = await maker!.post(entries(), handBody('1', {lines}));
	t.is(status, 422);
	t.is(body.code, 'ledger/unbalanced');
	t.is((await countRows(world)).approvals, before);
});
