// Groups with who is in them, and what was collected on a day; both taken back as one act. Then
// what happens when the books have moved since an import was tried.
import test from 'ava';
import {workOnImport} from '../../../src/import-worker.ts';
import {localDate} from '../../../src/kernel/local-date.ts';
import {rupiah} from '../../../src/kernel/money.ts';
import {recordRepayment} from '../../../src/lending/index.ts';
import {type Client, type Server, startServer} from '../../helpers/http.ts';
import {
	type Funded,
	type World,
	balances,
	createWorld,
	joinMember,
	lend,
	officer as officerActor,
	openCity,
	openCooperative,
	openFunded,
} from '../../helpers/world.ts';
import {approveAndPost, findingsOf, undo, uploadAndCheck, xlsx} from '../setup.ts';

let world: World;
let server: Server;
let officer: Client;
let supervisor: Client;
let mine: Funded;

test.before(async () => {
	world = await createWorld('2026-03-31');
	await openCity(world);
	mine = await openFunded(world);
	await joinMember(world, mine.book, {name: 'Siti Rahma'});
	await joinMember(world, mine.book, {name: 'Budi Santoso'});
	server = await startServer(world);
	officer = await server.signUp('officer', mine.book, 'petugas-kelompok');
	supervisor = await server.signUp('supervisor', mine.book, 'penyelia-kelompok');
});
test.after.always(async () => {
	await server.close();
	await world.close();
});

test.serial('groups are formed with who is in them, and dissolved again', async (t) => {
	const one = await uploadAndCheck(world, officer, mine.book, {
		kind: 'groups',
		contentBase64: await xlsx({
			Kelompok: [
				['Nama kelompok', 'Tanggal dibentuk', 'Hari pertemuan'],
				['Mawar 1', '2025-02-03', 'Senin'],
			],
			'Anggota kelompok': [
				['Nama kelompok', 'No. anggota', 'Nama anggota', 'Tanggal bergabung', 'Jabatan'],
				['mawar 1', 1, 'Siti Rahma', '2025-02-03', 'Ketua'],
				['Mawar 1', 2, 'Budi Santoso', '2025-02-03', null],
			],
		}),
	});
	t.deepEqual(await findingsOf(officer, one), []);
	const posted = await approveAndPost(world, supervisor, one);
	t.is(posted.status, 'posted');
	const {body} = await officer.get(`/v1/groups?cooperative=${mine.book}`);
	t.like(body.items[0], {name: 'Mawar 1', meetingDay: 1});
	const undone = await undo(world, supervisor, posted, '2026-03-31');
	t.is(undone.status, 'undone', JSON.stringify(undone.stoppedAt));
});

test.serial('what was collected is posted by receipts, and reversed entry by entry', async (t) => {
	const loan = await lend(world, mine, {disbursedOn: '2025-02-03'});
	const {rows: people} = await world.database.owner.raw<{rows: {name: string}[]}>(
		'select name from members where id = ?',
		[loan.member],
	);
	const before = await balances(world, mine.book);
	const one = await uploadAndCheck(world, officer, mine.book, {
		kind: 'collections',
		contentBase64: await xlsx({
			Penagihan: [
				['No. pembiayaan', 'Nama anggota', 'Tanggal bayar', 'Jumlah', 'Cara', 'No. bukti'],
				[loan.number, people[0]!.name, '2025-03-03', 100_000, 'Tunai', 'A'],
				[loan.number, null, '2025-03-03', 100_000, 'Tunai', 'B'],
			],
		}),
	});
	t.like(one, {status: 'ready', preview: {entries: 2}});
	const posted = await approveAndPost(world, supervisor, one);
	t.is(posted.status, 'posted');
	t.is((await balances(world, mine.book))['1.1.01'], '200000.00');
	const undone = await undo(world, supervisor, posted, '2026-03-31');
	t.is(undone.status, 'undone', JSON.stringify(undone.stoppedAt));
	const after = await balances(world, mine.book);
	t.deepEqual(
		Object.fromEntries(Object.entries(after).filter(([, balance]) => balance !== '0.00')),
		Object.fromEntries(Object.entries(before).filter(([, balance]) => balance !== '0.00')),
	);
	const {rows} = await world.database.owner.raw<{rows: {count: number}[]}>(
		'select count(*) as count from entries where reverses is not null',
	);
	t.is(rows[0]!.count, 2);
});

test.serial(
	'books that moved since stop an import at its row, and it can be resumed',
	async (t) => {
		const loan = await lend(world, mine, {disbursedOn: '2025-02-03', instalments: 2});
		const head = ['No. pembiayaan', 'Tanggal bayar', 'Jumlah', 'Cara'];
		const one = await uploadAndCheck(world, officer, mine.book, {
			kind: 'collections',
			contentBase64: await xlsx({
				Penagihan: [head, [loan.number, '2025-04-03', 1_200_000, 'Tunai']],
			}),
		});
		t.is(one.status, 'ready', JSON.stringify(await findingsOf(officer, one)));
		await world.as(officerActor, async (work) =>
			recordRepayment(work, {
				loan: loan.id,
				paidOn: localDate('2025-03-03'),
				amount: rupiah('600000'),
				method: 'cash',
			}),
		);
		const cash = (await balances(world, mine.book))['1.1.01'];
		const stopped = await approveAndPost(world, supervisor, one);
		t.like(stopped, {
			status: 'stopped',
			rowsPosted: 0,
			stoppedAt: {sheet: 'Penagihan', row: 2, code: 'lending/repays-more-than-owed'},
		});
		t.is((await balances(world, mine.book))['1.1.01'], cash);
		const path = `/v1/books/${mine.book}/imports/${one.id}`;
		const resumed = await supervisor.post(`${path}/resume`);
		t.is(resumed.status, 202);
		await workOnImport(one.id, {service: world});
		t.is((await officer.get(path)).body.status, 'stopped');
		const undone = await undo(world, supervisor, stopped, '2026-03-31');
		t.is(undone.status, 'undone');
	},
);

test.serial('whoever uploads does not decide, and a stranger sees nothing', async (t) => {
	const both = await server.signUp('supervisor', mine.book, 'penyelia-dua');
	const contentBase64 = Buffer.from('a;b\n').toString('base64');
	const other = await both.post(`/v1/books/${mine.book}/imports`, {
		kind: 'members',
		name: 'x.csv',
		contentBase64,
	});
	t.is(other.body.code, 'identity/forbidden');
	const abroad = await server.signUp(
		'officer',
		await openCooperative(world, '17.71.02.1001'),
		'petugas-lain',
	);
	const unseen = await abroad.get(`/v1/books/${mine.book}/imports`);
	t.is(unseen.status, 404);
	const bad = await officer.post(`/v1/books/${mine.book}/imports`, {
		kind: 'members',
		name: 'x.csv',
		contentBase64: 'bukan base64!',
	});
	t.is(bad.body.code, 'imports/not-base64');
	const unwanted = await officer.post(`/v1/books/${mine.book}/imports`, {
		kind: 'members',
		name: 'x.csv',
		contentBase64,
		opening: {
			cutOffOn: '2025-05-31',
			document: 'x',
			controls: {debit: '0', credit: '0', loansPrincipal: '0'},
		},
	});
	t.is(unwanted.body.code, 'imports/options-unwanted');
	const first = await officer.post(`/v1/books/${mine.book}/imports`, {
		kind: 'members',
		name: 'x.csv',
		contentBase64,
	});
	t.is(first.status, 202);
	const twice = await officer.post(`/v1/books/${mine.book}/imports`, {
		kind: 'members',
		name: 'y.csv',
		contentBase64,
	});
	t.is(twice.body.code, 'imports/file-known');
});
