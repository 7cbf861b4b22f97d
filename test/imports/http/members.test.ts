// Members from a table: staged, checked in full, approved by another, posted, and taken back.
import test from 'ava';
import {readXlsx} from 'hucre/xlsx';
import {type Client, type Server, startServer} from '../../helpers/http.ts';
import {type World, createWorld, openCity, openCooperative} from '../../helpers/world.ts';
import {approveAndPost, findingsOf, undo, uploadAndCheck, xlsx} from '../setup.ts';

let world: World;
let server: Server;
let officer: Client;
let supervisor: Client;
let book: string;

test.before(async () => {
	world = await createWorld('2026-03-31');
	await openCity(world);
	book = await openCooperative(world);
	server = await startServer(world);
	officer = await server.signUp('officer', book, 'petugas-impor');
	supervisor = await server.signUp('supervisor', book, 'penyelia-impor');
});
test.after.always(async () => {
	await server.close();
	await world.close();
});

const head = [
	'NIK',
	'Nama',
	'Kelurahan',
	'Alamat',
	'Telepon',
	'Usaha',
	'Bidang usaha',
	'Tanggal masuk',
];

const person = (serial: number, name = `Anggota ${serial}`) => [
	`177101410385${String(serial).padStart(4, '0')}`,
	name,
	'17.71.01.1001 - Sumber Jaya',
	'Jl. Melati 4',
	'0812 3456 7890',
	'Warung',
	'Perdagangan',
	'11/01/2025',
];

test.serial('a clean table becomes members once another person approved it', async (t) => {
	const contentBase64 = await xlsx({Anggota: [head, person(1), person(2, ' Siti   Rahma ')]});
	const one = await uploadAndCheck(world, officer, book, {
		kind: 'members',
		contentBase64,
		dateOrder: 'dmy',
	});
	t.like(one, {
		status: 'ready',
		rows: 2,
		findings: 0,
		uploadedBy: 'petugas-impor',
		preview: {rows: {new: 2, known: 0}, entries: 0},
	});
	const own = await officer.post(`/v1/books/${book}/imports/${one.id}/approve`, {
		previewDigest: one.previewDigest,
	});
	t.is(own.body.code, 'identity/forbidden');
	const other = await supervisor.post(`/v1/books/${book}/imports/${one.id}/approve`, {
		previewDigest: 'f'.repeat(64),
	});
	t.is(other.body.code, 'imports/preview-differs');
	const posted = await approveAndPost(world, supervisor, one);
	t.like(posted, {status: 'posted', rowsPosted: 2, progress: 100, decidedBy: 'penyelia-impor'});
	const {body} = await officer.get(`/v1/members?cooperative=${book}`);
	const names = (body.items as {name: string; joinedOn: string}[]).map(({name, joinedOn}) => [
		name,
		joinedOn,
	]);
	t.deepEqual(names, [
		['Anggota 1', '2025-01-11'],
		['Siti Rahma', '2025-01-11'],
	]);
	const again = await uploadAndCheck(world, officer, book, {
		kind: 'members',
		contentBase64,
		dateOrder: 'dmy',
	});
	t.like(again, {status: 'ready', rowsKnown: 2, preview: {rows: {new: 0, known: 2}}});
	const nothing = await approveAndPost(world, supervisor, again);
	t.is(nothing.code, 'imports/nothing-new');
});

test.serial('everything that is wrong is named with its place, and nothing is kept', async (t) => {
	const bad = (column: number, value: string | number | null, serial: number) => {
		const row: (string | number | null)[] = person(serial);
		row[column] = value;
		return row;
	};
	const one = await uploadAndCheck(world, officer, book, {
		kind: 'members',
		dateOrder: 'dmy',
		contentBase64: await xlsx({
			Anggota: [
				head,
				bad(0, 1_771_014_103_850_001, 11),
				bad(0, '17710141038500', 12),
				bad(1, null, 13),
				bad(2, '17.71.01.9999', 14),
				bad(4, 81_234_567_890, 15),
				bad(6, 'Pertambangan', 16),
				bad(6, null, 17),
				bad(7, '31/02/2025', 18),
				bad(7, '01/01/2027', 19),
				person(20),
				person(20),
				person(1, 'Orang Lain'),
			],
		}),
	});
	t.like(one, {status: 'faulty', preview: null});
	t.deepEqual(await findingsOf(officer, one), [
		['imports/nik-as-number', 'Anggota', 2, 'NIK', '************0001'],
		['imports/nik-malformed', 'Anggota', 3, 'NIK', '************8500'],
		['imports/missing', 'Anggota', 4, 'Nama', ''],
		['imports/number-for-text', 'Anggota', 6, 'Telepon', '••••••••890'],
		['imports/not-one-of', 'Anggota', 7, 'Bidang usaha', 'Pertambangan'],
		['imports/date-not-a-day', 'Anggota', 9, 'Tanggal masuk', '31/02/2025'],
		['imports/duplicate-row', 'Anggota', 12, '', ''],
		['imports/known-differs', 'Anggota', 13, '', ''],
		['imports/date-in-future', 'Anggota', 10, 'Tanggal masuk', '2027-01-01'],
		['imports/kelurahan-unknown', 'Anggota', 5, 'Kelurahan', '17.71.01.9999'],
		['imports/together', 'Anggota', 8, 'Usaha', ''],
		['imports/nik-taken', 'Anggota', 13, 'NIK', '************0001'],
	]);
	const bytes = await officer.getBytes(`/v1/books/${book}/imports/${one.id}/copy`);
	const copy = await readXlsx(bytes);
	const sheet = copy.sheets.find(({name}) => name === 'Anggota')!;
	t.is(sheet.rows[0]!.at(-1), 'Temuan');
	t.true(String(sheet.rows[1]!.at(-1)).startsWith('NIK: NIK tersimpan sebagai angka'));
	t.is(
		sheet.rows[9]!.at(-1),
		'Tanggal masuk: Tanggal 2027-01-01 belum tiba; paling akhir 2026-03-31.',
	);
	const fixed = await uploadAndCheck(world, officer, book, {
		kind: 'members',
		contentBase64: bytes.toString('base64'),
	});
	t.is(fixed.status, 'faulty', 'the copy is read as it is: its last column is left out');
	const codes = (await findingsOf(officer, fixed)).map(([code]) => code);
	t.false(codes.includes('imports/column-unknown'));
});

test.serial('an import is taken back as one act, by another person', async (t) => {
	const contentBase64 = await xlsx({Anggota: [head, person(31), person(32)]});
	const body = {kind: 'members', contentBase64, dateOrder: 'dmy'};
	const posted = await approveAndPost(
		world,
		supervisor,
		await uploadAndCheck(world, officer, book, body),
	);
	t.is(posted.status, 'posted');
	const undone = await undo(world, supervisor, posted, '2026-03-31');
	t.like(undone, {status: 'undone', undo: {by: 'penyelia-impor', reason: 'Berkas yang salah'}});
	const {rows} = await world.database.owner.raw<{rows: {count: number}[]}>(
		`select count(*) as count from members where left_on = '2026-03-31'`,
	);
	t.is(rows[0]!.count, 2);
});

test.serial(
	'the template names every column, offers what there is, and comes back empty',
	async (t) => {
		const bytes = await officer.getBytes(`/v1/books/${book}/import-templates/members`);
		const template = await readXlsx(bytes, {readStyles: true});
		t.deepEqual(
			template.sheets.map(({name}) => name),
			['Petunjuk', 'Anggota', 'Contoh Anggota', 'Rujukan'],
		);
		const form = template.sheets[1]!;
		t.deepEqual(form.rows[0], [
			'NIK *',
			'Nama *',
			'Kelurahan *',
			'Alamat *',
			'Telepon',
			'Usaha',
			'Bidang usaha',
			'Tanggal masuk *',
		]);
		t.true((form.dataValidations ?? []).some(({formula1}) => formula1?.includes('Rujukan')));
		const one = await uploadAndCheck(world, officer, book, {
			kind: 'members',
			contentBase64: bytes.toString('base64'),
		});
		t.deepEqual(await findingsOf(officer, one), [['imports/no-rows', '', 0, '', '']]);
	},
);
