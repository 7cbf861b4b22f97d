// Everything that a cooperative owns comes out whole, in open formats, with its proof.
import {createHash} from 'node:crypto';
import {buffer} from 'node:stream/consumers';
import test from 'ava';
import {parse} from 'csv-parse/sync';
import {parquetReadObjects} from 'hyparquet';
import {exportedTables, leftOutTables} from '../../../src/interchange/index.ts';
import {createUserFromCommandLine} from '../../../src/cli/user.ts';
import {issueToken} from '../../../src/identity/index.ts';
import {everywhere} from '../../../src/kernel/scope.ts';
import {openZip} from '../../../src/files/read/zip-parts.ts';
import {type Server, startServer} from '../../helpers/http.ts';
import {
	type Funded,
	type World,
	createWorld,
	joinMember,
	lend,
	openCity,
	openFunded,
} from '../../helpers/world.ts';

let world: World;
let server: Server;
let mine: Funded;

test.before(async () => {
	world = await createWorld('2026-03-31');
	await openCity(world);
	mine = await openFunded(world);
	const other = await openFunded(world, '17.71.02.1001');
	const member = await joinMember(world, mine.book, {name: 'Siti Rahma', phone: '0812345678'});
	await joinMember(world, other.book, {name: 'Orang Sebelah'});
	await lend(world, mine, {disbursedOn: '2025-02-03', member: member.id});
	server = await startServer(world);
});
test.after.always(async () => {
	await server.close();
	await world.close();
});

async function take(role: string, name: string, body: object) {
	const client = await server.signUp(role, mine.book, name);
	return client.post(`/v1/books/${mine.book}/export`, body);
}

let taken = 0;

/** The files of an archive that a supervisor took. */
async function filesOf(body: object): Promise<Map<string, Buffer>> {
	const {secret} = await world.inTransaction(
		{scope: everywhere, actor: {userId: '00000000-0000-0000-0000-000000000000', name: '(test)'}},
		async (work) => {
			taken += 1;
			const name = `penyelia-ekspor-${taken}`;
			const {user} = await createUserFromCommandLine(work, {
				name,
				role: 'supervisor',
				scope: mine.book,
			});
			return issueToken(work, {user: user.id, label: 'test'});
		},
	);
	const response = await fetch(`${server.address}/v1/books/${mine.book}/export`, {
		method: 'POST',
		headers: {'content-type': 'application/json', authorization: `Bearer ${secret}`},
		body: JSON.stringify(body),
	});
	const zip = await openZip(Buffer.from(await response.arrayBuffer()));
	const files = new Map<string, Buffer>();
	for (const name of zip.names) files.set(name, await buffer((await zip.open(name))!));
	return files;
}

const csv = (files: ReadonlyMap<string, Buffer>, table: string): Record<string, string>[] =>
	parse(files.get(`csv/${table}.csv`)!, {columns: true});

test.serial('every table with a book is exported, or it is said why not', async (t) => {
	const {rows} = await world.database.owner.raw<{rows: {name: string}[]}>(
		`select class.relname as name from pg_class class
		join pg_attribute attribute on attribute.attrelid = class.oid and attribute.attname = 'book_id'
		where class.relkind = 'r' and class.relnamespace = 'public'::regnamespace`,
	);
	const known = new Set([...Object.keys(exportedTables), ...Object.keys(leftOutTables)]);
	t.deepEqual(
		rows.map(({name}) => name).filter((name) => !known.has(name)),
		[],
	);
	const there = new Set(rows.map(({name}) => name));
	t.deepEqual(
		[...known].filter((name) => !there.has(name)),
		[],
	);
});

test.serial(
	'the archive holds what its manifest says, to the byte, and nothing of others',
	async (t) => {
		const files = await filesOf({personalData: false});
		type Told = {path: string; sha256: string; bytes: number; rows?: number};
		const manifest = JSON.parse(files.get('manifest.json')!.toString('utf8')) as {files: Told[]};
		t.like(manifest, {format: 'bergulir-export/1', personalData: false, book: {code: mine.book}});
		for (const {path, sha256, bytes} of manifest.files) {
			const content = files.get(path)!;
			t.is(content.length, bytes, path);
			t.is(createHash('sha256').update(content).digest('hex'), sha256, path);
		}
		t.is(files.size, manifest.files.length + 2, 'the manifest and the sums besides');
		t.is(csv(files, 'loans').length, 1);
		t.is(manifest.files.find(({path}) => path === 'csv/loans.csv')?.rows, 1);
		t.like(csv(files, 'loans')[0], {akad: 'qardh', principal: '1200000.00', status: 'disbursed'});
		const balance = csv(files, 'lines').reduce(
			(sum, {side, amount}) =>
				sum + (side === 'debit' ? 1n : -1n) * BigInt(amount!.replace('.', '')),
			0n,
		);
		t.is(balance, 0n);
		t.true(files.get('jurnal/jurnal.hledger')!.toString('utf8').includes('assets:1.1.11'));
		t.true(files.get('jurnal/jurnal.beancount')!.length > 1000);
		const all = Buffer.concat(
			[...files].flatMap(([name, content]) => (name.endsWith('.csv') ? [content] : [])),
		).toString('utf8');
		for (const word of ['Siti Rahma', '0812345678', 'Jl. Melati', 'Orang Sebelah']) {
			t.false(all.includes(word), word);
		}
		const dictionary: Record<string, string>[] = parse(files.get('kamus-data.csv')!, {
			columns: true,
		});
		t.deepEqual(
			dictionary.find(({table, column}) => table === 'members' && column === 'nik'),
			{table: 'members', column: 'nik', type: 'text', meaning: 'teks; data pribadi'},
		);
	},
);

test.serial('Parquet says the same as CSV, amounts to the sen', async (t) => {
	const files = await filesOf({personalData: false});
	for (const table of ['lines', 'loans', 'entries', 'periods', 'accounts']) {
		const content = files.get(`parquet/${table}.parquet`)!;
		const file = new Uint8Array(content).buffer;
		const rows = await parquetReadObjects({file});
		const asText = rows.map((row) =>
			Object.fromEntries(
				Object.entries(row).map(([name, value]) => [name, value === null ? '' : String(value)]),
			),
		);
		t.deepEqual(asText, csv(files, table), table);
	}
});

test.serial(
	'who people are is in it for whoever may see it, for a reason that is told',
	async (t) => {
		const without = await take('supervisor', 'penyelia-tanpa', {personalData: true});
		t.is(without.body.code, 'interchange/reason-missing');
		const files = await filesOf({personalData: true, reason: 'Pindah sistem, rapat 1234567'});
		t.like(csv(files, 'members')[0], {name: 'Siti Rahma', phone: '0812345678'});
		t.regex(csv(files, 'members')[0]!.nik!, /^177101410385\d{4}$/u);
		const {rows} = await world.database.owner.raw<{rows: {subject: string; canonical: string}[]}>(
			`select subject, canonical from trail_acts where kind = 'book.export' order by number desc`,
		);
		t.is(rows[0]!.subject, `book:${mine.book}`);
		t.true(rows[0]!.canonical.includes('Pindah sistem, rapat (7 digits)'));
		t.false(rows[0]!.canonical.includes('Siti'));
	},
);

test.serial('nobody else takes it out', async (t) => {
	for (const role of ['officer', 'auditor', 'administrator', 'fund-manager']) {
		const {status} = await take(role, `bukan-${role}`, {personalData: false});
		t.is(status, 403, role);
	}
	const city = await server.signUp('supervisor', 'all', 'penyelia-kota');
	const book = await city.post('/v1/books/KOTA-BENGKULU/export', {personalData: false});
	t.is(book.body.code, 'interchange/not-a-cooperative');
});
