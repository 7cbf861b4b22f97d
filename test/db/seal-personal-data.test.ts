// The migration that seals what lay in plain text, over a database that already holds people.
import {createHash, randomBytes} from 'node:crypto';
import {readdir} from 'node:fs/promises';
import {pathToFileURL} from 'node:url';
import test from 'ava';
import type {Knex} from 'knex';
import {connect} from '../../src/db/connect.ts';
import {prepareGroupRole} from '../../src/db/roles.ts';
import {createSecretBox} from '../../src/kernel/secret-box.ts';

const name = '20261130005200_seal_personal_data.ts';
const member = '00000000-0000-4000-8000-00000000000a';
const chair = '00000000-0000-4000-8000-00000000000c';
const nik = '1771014107900042';
const secrets = createSecretBox([Buffer.from(Array.from({length: 32}, (_, i) => i))], randomBytes);

type Up = {readonly up: (knex: Knex, tools?: object) => Promise<void>};
const migration = async (file: string): Promise<Up> =>
	(await import(pathToFileURL(`migrations/${file}`).href)) as Up;

const database = `test_${randomBytes(8).toString('hex')}`;
let admin: Knex;
let owner: Knex;

test.before(async () => {
	const url = new URL(process.env.BERGULIR_TEST_SERVER!);
	admin = connect(url.href, {applicationName: 'test-admin', poolMax: 1});
	await admin.raw('create database ??', [database]);
	url.pathname = `/${database}`;
	owner = connect(url.href, {applicationName: 'test-owner', poolMax: 2});
	await prepareGroupRole(owner);
	// As the program does it: all in one transaction.
	await owner.transaction(async (trx) => {
		for (const file of (await readdir('migrations')).sort()) {
			if (file === name) break;
			await (await migration(file)).up(trx);
		}
	});
	await owner.raw(plainRows);
});
test.after.always(async () => {
	await owner.destroy();
	await admin.raw('drop database ?? with (force)', [database]);
	await admin.destroy();
});

const plainRows = `
	insert into regions (code, level, name, parent_code) values ('17', 'province', 'Bengkulu', null),
		('17.71', 'regency', 'Kota Bengkulu', '17'), ('17.71.01', 'district', 'Selebar', '17.71'),
		('17.71.01.1001', 'village', 'Betungan', '17.71.01');
	insert into books (code, kind, name, region_code, opened_on)
		values ('KOP-1', 'cooperative', 'BMT', '17.71.01.1001', '2025-01-01');
	insert into cooperatives (book_id, id, code, name, form, legal_number, kelurahan_code)
		select id, gen_random_uuid(), code, name, 'bmt', 'AHU-1', region_code from books;
	insert into members (book_id, id, number, nik, name, sex, birth_date, kelurahan_code, address,
		phone, joined_on)
		select id, '${member}', 1, '${nik}', 'Ani', 'female', '1990-07-01', '17.71.01.1001',
			'Jl. Melati No. 12', '0812-3456-7890', '2025-01-11' from books;
	insert into pengurus (book_id, id, name, nik, office, since, recorded_at, recorded_by)
		select id, '${chair}', 'Ani', '${nik}', 'ketua', '2025-01-01', now(), 'pengelola' from books;
	insert into nik_attempts (book_id, id, digest, attempted_at, attempted_by)
		select id, gen_random_uuid(), sha256(convert_to('${nik}', 'UTF8')), now(), 'siti' from books;
	insert into idempotency_keys (user_id, key, fingerprint, status, body, created_at)
		values (gen_random_uuid(), 'k', sha256('x'), 201,
			'{"id":"a","nikMasked":"************0042",' ||
			'"address":"Jl. Melati No. 12","phone":"0812-3456-7890"}', now());
`;

test.serial('without a key nothing is lost, and it is said what to do', async (t) => {
	const {up} = await migration(name);
	const error = await t.throwsAsync(owner.transaction(async (trx) => up(trx)));
	t.regex(error.message, /set BERGULIR_SECRET_KEYS and run `bergulir migrate`/u);
	t.deepEqual(await owner('members').select('nik', 'phone'), [{nik, phone: '0812-3456-7890'}]);
});

test.serial('what lay there in plain text is sealed, and found again', async (t) => {
	const {up} = await migration(name);
	await owner.transaction(async (trx) => up(trx, {secrets}));
	const [one] = await owner('members');
	t.is(secrets.open(one.nik_sealed as string, `members.nik:${member}`), nik);
	t.is(
		secrets.open(one.address_sealed as string, `members.address:${member}`),
		'Jl. Melati No. 12',
	);
	t.is(secrets.open(one.phone_sealed as string, `members.phone:${member}`), '0812-3456-7890');
	t.is(one.phone_masked, '••••••••890');
	const digest = (text: string, about: string): string =>
		secrets.digests(text, about)[0].toString('hex');
	t.is((one.nik_hash as Buffer).toString('hex'), digest(nik, 'nik'));
	t.is((one.phone_hash as Buffer).toString('hex'), digest('+6281234567890', 'phone'));
	t.is(
		(one.address_hash as Buffer).toString('hex'),
		digest('17.71.01.1001 jlmelatino12', 'address'),
	);
	const [ketua] = await owner('pengurus');
	t.is(secrets.open(ketua.nik_sealed as string, `pengurus.nik:${chair}`), nik);
	t.deepEqual(ketua.nik_hash, one.nik_hash);
	for (const table of ['nik_registry', 'nik_attempts']) {
		t.deepEqual(await owner(table).select('digest'), [{digest: one.nik_hash as Buffer}], table);
	}
	const [answer] = await owner('idempotency_keys');
	t.deepEqual(JSON.parse(answer.body as string), {
		id: 'a',
		nikMasked: '************0042',
		address: '••••••••',
		phone: '••••••••',
	});
});

test.serial('nothing of it is left in the pages of the tables', async (t) => {
	await owner.raw('create extension if not exists pageinspect');
	await owner.raw('checkpoint');
	for (const table of ['members', 'pengurus']) {
		const {rows} = await owner.raw<{rows: {page: Buffer}[]}>(
			`select get_raw_page(:table, block::integer) as page
			from generate_series(0, pg_relation_size(:table) / 8192 - 1) block`,
			{table},
		);
		const pages = Buffer.concat(rows.map(({page}) => page)).toString('latin1');
		t.true(pages.includes('Ani'), table);
		t.false(pages.includes(nik), table);
		t.false(pages.includes('Melati'), table);
		t.false(pages.includes('3456-7890'), table);
	}
	const plain = createHash('sha256').update(nik).digest();
	t.deepEqual(await owner('nik_registry').where({digest: plain}), []);
});
