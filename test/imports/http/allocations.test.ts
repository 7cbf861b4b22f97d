// What the city allocated and paid, brought in from its own table: in both books, by two people of
// the city, never by the cooperative, and taken back as one act.
import test from 'ava';
import {workOnImport} from '../../../src/import-worker.ts';
import type {BookCode} from '../../../src/kernel/ids.ts';
import {type Client, type Server, startServer} from '../../helpers/http.ts';
import {
	type World,
	balances,
	city,
	createWorld,
	openCity,
	openCooperative,
} from '../../helpers/world.ts';
import {approveAndPost, findingsOf, undo, uploadAndCheck, xlsx} from '../setup.ts';

const folder = 'allocation-imports';
let world: World;
let server: Server;
let manager: Client;
let second: Client;
let officer: Client;
let supervisor: Client;
let book: BookCode;

test.before(async () => {
	world = await createWorld('2026-03-31');
	await openCity(world);
	book = await openCooperative(world);
	server = await startServer(world);
	manager = await server.signUp('fund-manager', '17.71', 'pengelola-satu');
	second = await server.signUp('fund-manager', '17.71', 'pengelola-dua');
	officer = await server.signUp('officer', book, 'petugas-alokasi');
	supervisor = await server.signUp('supervisor', book, 'penyelia-alokasi');
});
test.after.always(async () => {
	await server.close();
	await world.close();
});

const headings = {
	Alokasi: ['No. perjanjian', 'Program', 'Kelurahan', 'Tanggal perjanjian', 'Pagu'],
	Tahap: ['No. perjanjian', 'No. SP2D', 'Tahun anggaran', 'Tanggal terima', 'Jumlah'],
};
type Rows = readonly (readonly (string | number | null)[])[];
const file = async (allocations: Rows, tranches: Rows) => ({
	kind: 'allocations',
	contentBase64: await xlsx({
		Alokasi: [headings.Alokasi, ...allocations],
		Tahap: [headings.Tahap, ...tranches],
	}),
});

const agreed = ['PKS/001', 'SAMISAKE', '17.71.01.1001', '2024-12-20', 500_000_000];
const first = ['PKS/001', 'SP2D-1', 2025, '2025-01-10', 100_000_000];
const third = ['PKS/001', 'SP2D-2', 2026, '2026-02-10', 50_000_000];

test.serial('an agreement and its tranches are posted in both books, and taken back', async (t) => {
	const before = {own: await balances(world, book), city: await balances(world, city)};
	const one = await uploadAndCheck(
		world,
		manager,
		book,
		await file([agreed], [first, third]),
		folder,
	);
	t.deepEqual(await findingsOf(manager, one, folder), []);
	t.like(one.preview, {rows: {new: 3, known: 0}, entries: 4});
	const posted = await approveAndPost(world, second, one, folder);
	t.is(posted.status, 'posted', JSON.stringify(posted));
	t.like(await balances(world, book), {'1.1.11': '150000000.00', '2.2.01': '-150000000.00'});
	t.like(await balances(world, city), {'1.1.1': '9850000000.00', '1.2.1': '150000000.00'});
	const {body} = await manager.get(`/v1/allocations?cooperative=${book}`);
	t.like(body.items[0], {
		agreementNumber: 'PKS/001',
		amount: '500000000.00',
		tenorMonths: 84,
		graceMonths: 24,
	});
	// The same file once more: all of it is known, and there is nothing to approve.
	const again = await uploadAndCheck(
		world,
		manager,
		book,
		await file([agreed], [first, third, ['PKS/001', 'SP2D-3', 2026, '2026-03-10', 1_000_000]]),
		folder,
	);
	t.like(again.preview, {rows: {new: 1, known: 3}, entries: 2});
	await manager.post(`/v1/books/${book}/${folder}/${again.id}/reject`, {reason: 'Hanya uji'});
	const undone = await undo(world, second, posted, '2026-03-31', folder);
	t.is(undone.status, 'undone', JSON.stringify(undone.stoppedAt));
	const after = {own: await balances(world, book), city: await balances(world, city)};
	t.deepEqual(after.own, {...before.own, '1.1.11': '0.00', '2.2.01': '0.00'});
	t.deepEqual(after.city, {...before.city, '1.2.1': '0.00'});
});

test.serial('what is not so is found before anything is written', async (t) => {
	const body = await file(
		[
			['PKS/002', 'TIDAK-ADA', '17.71.01.1001', '2025-01-06', 1_000_000],
			['PKS/003', 'SAMISAKE', '17.71.01.9999', '2025-01-06', 1_000_000],
		],
		[['PKS/009', 'SP2D-9', 2025, '2025-01-10', 1_000_000]],
	);
	const one = await uploadAndCheck(world, manager, book, body, folder);
	t.is(one.status, 'faulty');
	t.deepEqual(await findingsOf(manager, one, folder), [
		['imports/agreement-unknown', 'Tahap', 2, '', 'PKS/009'],
		['imports/programme-unknown', 'Alokasi', 2, 'Program', 'TIDAK-ADA'],
		['imports/kelurahan-unknown', 'Alokasi', 3, 'Kelurahan', '17.71.01.9999'],
	]);
});

test.serial('what goes over the ceiling or the agreement is found by trying', async (t) => {
	const over = ['PKS/004', 'SAMISAKE', '17.71.01.1001', '2025-01-06', 1_000_000_001];
	const one = await uploadAndCheck(world, manager, book, await file([over], []), folder);
	t.like((await findingsOf(manager, one, folder))[0], {0: 'fund/over-ceiling', 2: 2});
	const within = ['PKS/005', 'SAMISAKE', '17.71.01.1001', '2025-01-06', 1_000_000];
	const tooMuch = ['PKS/005', 'SP2D-5', 2025, '2025-01-10', 1_000_001];
	const other = await uploadAndCheck(world, manager, book, await file([within], [tooMuch]), folder);
	t.like((await findingsOf(manager, other, folder))[0], {0: 'fund/tranche-over-allocation'});
});

test.serial('the cooperative does none of it, and nobody alone', async (t) => {
	const body = await file([['PKS/006', ...agreed.slice(1)]], []);
	const path = `/v1/books/${book}/${folder}`;
	const asOfficer = await officer.post(path, {name: 'x.xlsx', ...body});
	t.like(asOfficer, {status: 403, body: {code: 'identity/forbidden'}});
	const own = await officer.post(`/v1/books/${book}/imports`, {name: 'x.xlsx', ...body});
	t.like(own, {status: 422});
	t.is((await manager.post(`/v1/books/${book}/imports`, {name: 'x.xlsx', ...body})).status, 403);
	const one = await uploadAndCheck(world, manager, book, body, folder);
	const approval = {previewDigest: one.previewDigest};
	// Through the cooperative's own door it is not there at all.
	const through = `/v1/books/${book}/imports/${one.id}`;
	t.is((await supervisor.post(`${through}/approve`, approval)).status, 404);
	t.is((await officer.get(through)).status, 404);
	t.deepEqual((await officer.get(`/v1/books/${book}/imports`)).body.items, []);
	const alone = await manager.post(`${path}/${one.id}/approve`, approval);
	t.like(alone, {status: 403, body: {code: 'imports/same-person'}});
	await second.post(`${path}/${one.id}/approve`, approval);
	await workOnImport(one.id as string, {service: world});
	t.is((await manager.get(`${path}/${one.id}`)).body.status, 'posted');
});

test.serial('the template has the programmes to choose from', async (t) => {
	const path = `/v1/books/${book}/allocation-import-templates`;
	const bytes = await manager.getBytes(`${path}/allocations`);
	t.is(bytes.subarray(0, 2).toString('latin1'), 'PK');
	t.is((await manager.get(`${path}/members`)).status, 422);
});
