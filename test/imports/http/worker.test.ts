// The worker that the service starts: from the queue to what is forgotten in the end.
import test from 'ava';
import {setTimeout as sleep} from 'node:timers/promises';
import {createLog} from '../../../src/http/log.ts';
import {startImportWorker, workOnImport} from '../../../src/import-worker.ts';
import {beginCheck, forgetImports} from '../../../src/imports/index.ts';
import {getBook} from '../../../src/ledger/index.ts';
import {type Client, type Server, startServer} from '../../helpers/http.ts';
import {
	type World,
	createWorld,
	joinMember,
	officer as officerActor,
	openCity,
	openCooperative,
} from '../../helpers/world.ts';
import type {BookCode} from '../../../src/kernel/ids.ts';
import {findingsOf, uploadAndCheck, xlsx} from '../setup.ts';

let world: World;
let server: Server;
let officer: Client;
let supervisor: Client;
let book: BookCode;

test.before(async () => {
	world = await createWorld('2026-03-31');
	await openCity(world);
	book = await openCooperative(world);
	await joinMember(world, book, {name: 'Siti Rahma'});
	server = await startServer(world);
	officer = await server.signUp('officer', book, 'petugas-antre');
	supervisor = await server.signUp('supervisor', book, 'penyelia-antre');
});
test.after.always(async () => {
	await server.close();
	await world.close();
});

const savings = async (amount: number) =>
	xlsx({
		Simpanan: [
			['No. anggota', 'Jenis', 'Tanggal', 'Jumlah', 'Cara'],
			[1, 'Pokok', '2025-05-31', amount, 'Tunai'],
		],
	});

async function until(id: string, status: string): Promise<void> {
	for (let round = 0; round < 300; round += 1) {
		const {body} = await officer.get(`/v1/books/${book}/imports/${id}`);
		if (body.status === status) return;
		await sleep(50);
	}
	throw new Error(`The import ${id} does not become ${status}.`);
}

test.serial('an upload is checked and, once approved, posted by the worker alone', async (t) => {
	const worker = await startImportWorker({
		knex: world.database.service,
		service: world,
		log: createLog('silent'),
		pollMs: 20,
		maintenanceSeconds: 1,
	});
	t.teardown(worker.stop);
	const {body, headers} = await officer.post(`/v1/books/${book}/imports`, {
		kind: 'savings',
		name: 'simpanan.xlsx',
		contentBase64: await savings(100_000),
	});
	const path = `/v1/books/${book}/imports/${body.id}`;
	t.is(headers.get('location'), path);
	await until(body.id as string, 'ready');
	const {body: ready} = await officer.get(path);
	await supervisor.post(`${path}/approve`, {previewDigest: ready.previewDigest});
	await until(body.id as string, 'posted');
	const {body: posted} = await officer.get(path);
	t.like(posted, {rowsPosted: 1, progress: 100, decidedBy: 'penyelia-antre'});
	// Whoever is told twice to do it finds it done.
	await workOnImport(body.id as string, {service: world});
	const {rows} = await world.database.owner.raw<{rows: {count: number}[]}>(
		'select count(*) as count from saving_movements',
	);
	t.is(rows[0]!.count, 1);
});

test.serial('a check that was cut off begins anew', async (t) => {
	const {body} = await officer.post(`/v1/books/${book}/imports`, {
		kind: 'savings',
		name: 'simpanan.xlsx',
		contentBase64: await savings(200_000),
	});
	const id = body.id as string;
	await world.as(officerActor, async (work) => beginCheck(work, await getBook(work, book), id));
	const {body: cut} = await officer.get(`/v1/books/${book}/imports/${id}`);
	t.is(cut.status, 'checking');
	await workOnImport(id, {service: world});
	const {body: ready} = await officer.get(`/v1/books/${book}/imports/${id}`);
	t.like(ready, {status: 'ready', rows: 1});
});

test.serial('what a policy names is done by its own route, and is a finding', async (t) => {
	const administrator = await server.signUp('administrator');
	const policy = await administrator.post('/v1/approval-policies', {
		write: 'saving-deposit',
		effectiveFrom: '2026-03-31',
		amountAbove: '1000000',
		legalBasis: 'Keputusan rapat',
		status: 'provisional',
	});
	t.is(policy.status, 201, JSON.stringify(policy.body));
	const one = await uploadAndCheck(world, officer, book, {
		kind: 'savings',
		contentBase64: await savings(5_000_000),
	});
	t.deepEqual(await findingsOf(officer, one), [['approval/needed', 'Simpanan', 2, '', '']]);
});

test.serial(
	'thirty days after its end what was uploaded is forgotten, and its record stays',
	async (t) => {
		const none = await world.as(officerActor, forgetImports);
		t.is(none, 0);
		world.setDay('2026-05-02');
		t.true((await world.as(officerActor, forgetImports)) > 0);
		const {rows} = await world.database.owner.raw<{rows: {count: number}[]}>(
			`select count(*) as count from import_rows join imports on imports.id = import_rows.import_id
		where imports.status = 'posted' and import_rows.sealed is not null`,
		);
		t.is(rows[0]!.count, 0);
		const {body} = await officer.get(`/v1/books/${book}/imports`);
		const posted = (body.items as {id: string; status: string; forgottenAt: string}[]).find(
			({status}) => status === 'posted',
		)!;
		t.truthy(posted.forgottenAt);
		const copy = await officer.get(`/v1/books/${book}/imports/${posted.id}/copy`);
		t.is(copy.body.code, 'imports/forgotten');
	},
);
