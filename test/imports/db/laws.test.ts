// The laws of imports against everyone, as the service's role in psql would meet them.
import test from 'ava';
import {type Client, type Server, startServer} from '../../helpers/http.ts';
import {
	type Funded,
	type World,
	asServiceOf,
	createWorld,
	openCity,
	openFunded,
} from '../../helpers/world.ts';
import {approveAndPost, uploadAndCheck, xlsx} from '../setup.ts';

let world: World;
let server: Server;
let officer: Client;
let supervisor: Client;
let mine: Funded;
let done: {id: string; book: string};

const sheet = async (equipment: number) =>
	xlsx({
		'Neraca saldo': [
			['Kode akun', 'No. perjanjian dana', 'Debit', 'Kredit'],
			['1.1.11', 'PKS-17.71.01.1001', 100_000_000, null],
			['2.2.01', 'PKS-17.71.01.1001', null, 100_000_000],
			['1.5.01', null, equipment, null],
			['3.2.01', null, null, equipment],
		],
	});
const opening = {
	cutOffOn: '2025-05-31',
	document: 'BA-1',
	controls: {debit: '100500000', credit: '100500000', loansPrincipal: '0'},
};

test.before(async () => {
	world = await createWorld('2026-03-31');
	await openCity(world);
	mine = await openFunded(world);
	server = await startServer(world);
	officer = await server.signUp('officer', mine.book, 'petugas-hukum');
	supervisor = await server.signUp('supervisor', mine.book, 'penyelia-hukum');
	const one = await uploadAndCheck(world, officer, mine.book, {
		kind: 'opening-balances',
		contentBase64: await sheet(500_000),
		opening,
	});
	done = await approveAndPost(world, supervisor, one);
});
test.after.always(async () => {
	await server.close();
	await world.close();
});

const refuses = test.macro({
	async exec(t, sql: string, law: string) {
		const error = await t.throwsAsync<Error & {constraint?: string}>(
			asServiceOf(world, async (trx) => trx.raw(sql.replaceAll('$id', done.id))),
		);
		t.is(error.constraint, law, error.message);
	},
	title: (_: string | undefined, sql: string, law: string) => `${law}: ${sql.slice(0, 60)}`,
});

test.serial('the opening is there to be broken', (t) => {
	t.like(done, {status: 'posted'});
});
test.serial(refuses, `update imports set status = 'ready' where id = '$id'`, 'imports_steps');
test.serial(
	refuses,
	`update imports set status = 'undoing', undo = '{}', undone_by_id = uploaded_by_id
	where id = '$id'`,
	'imports_two_people_check',
);
test.serial(
	refuses,
	`update import_rows set outcome = 'new' where import_id = '$id'`,
	'import_rows_steps',
);
test.serial(
	refuses,
	`update import_rows set target = gen_random_uuid() where import_id = '$id'`,
	'import_rows_final',
);
test.serial(refuses, `delete from import_rows where import_id = '$id'`, 'import_rows_final');
test.serial(
	refuses,
	`update opening_balances set reversed_by = entry_number where import_id = '$id'`,
	'opening_balances_final',
);
test.serial(
	refuses,
	`insert into imports (book_id, id, kind, file_name, bytes, digest, uploaded_at, uploaded_by,
		uploaded_by_id) select book_id, gen_random_uuid(), 'opening-balances', 'x', 1, digest, now(),
		'x', gen_random_uuid() from imports where id = '$id'`,
	'imports_opening_check',
);
test.serial(
	refuses,
	`insert into import_rows (book_id, import_id, number, kind, part, sheet, row_number,
		posting_order, key, content, outcome, post_order)
	select book_id, import_id, 99, kind, part, sheet, 99, '', key, content, 'posted', 99
	from import_rows where import_id = '$id' and number = 1`,
	'import_rows_once',
);

/** A second opening, beside the first, of what is not so. */
const forged = (lines: string, controls: string) => `
	with fresh as (
		insert into imports (book_id, id, kind, file_name, bytes, digest, opening, uploaded_at,
			uploaded_by, uploaded_by_id)
		select book_id, gen_random_uuid(), kind, 'x', 1, digest, opening, now(), 'x',
			gen_random_uuid() from imports where id = '$id' returning book_id, id
	),
	opened as (
		insert into opening_balances (book_id, import_id, cut_off_on, document, entry_number,
			control_debit, control_credit, control_loans, prepared_by, approved_by, recorded_at)
		select fresh.book_id, fresh.id, old.cut_off_on, 'x', old.entry_number, ${controls}, 'a', 'b',
			now() from fresh join opening_balances old on old.import_id = '$id'
		returning book_id, import_id
	)
	insert into opening_balance_lines (book_id, import_id, position, account_code, balance)
	select book_id, import_id, position, account, balance from opened,
		(values ${lines}) line (position, account, balance)`;

test.serial(
	refuses,
	forged(`(1, '1.5.01', 1), (2, '3.2.01', -1)`, '1, 1, 0'),
	'opening_balances_once',
);

test.serial(
	'an opening that is not what the ledger says is refused in PostgreSQL too',
	async (t) => {
		const attempt = async (lines: string, controls: string) => {
			const error = await t.throwsAsync<Error & {constraint?: string}>(
				asServiceOf(world, async (trx) => {
					await trx.raw(forged(lines, controls).replaceAll('$id', done.id));
				}),
			);
			return error.constraint;
		};
		await world.database.owner.raw('drop index opening_balances_once');
		try {
			t.is(
				await attempt(`(1, '1.5.01', 2), (2, '3.2.01', -1)`, '1, 1, 0'),
				'opening_balances_controls',
			);
			t.is(
				await attempt(`(1, '1.5.01', 1), (2, '3.2.01', -1)`, '1, 1, 0'),
				'opening_balances_proved',
			);
			t.is(
				await attempt(`(1, '1.5.01', 1), (2, '3.2.01', -1)`, '1, 2, 0'),
				'opening_balances_equal_check',
			);
		} finally {
			await world.database.owner.raw(
				'create unique index opening_balances_once on opening_balances (book_id) where reversed_by is null',
			);
		}
	},
);

test.serial('what is personal lies sealed', async (t) => {
	await uploadAndCheck(world, officer, mine.book, {
		kind: 'members',
		contentBase64: await xlsx({
			Anggota: [
				['NIK', 'Nama', 'Kelurahan', 'Alamat', 'Tanggal masuk'],
				['1771014103857777', 'Rahasia', '17.71.01.1001', 'Jl. Tersembunyi', '2025-02-02'],
				['177101410385777', 'Rahasia', '17.71.01.1001', 'Jl. Tersembunyi', '2025-02-02'],
			],
		}),
	});
	for (const table of ['imports', 'import_pieces', 'import_rows', 'import_findings']) {
		const {rows} = await world.database.owner.raw<{rows: {count: number}[]}>(
			`select count(*) as count from ?? one where one::text ~ '177101410385777|Tersembunyi|Rahasia'`,
			[table],
		);
		t.is(rows[0]!.count, 0, table);
	}
});
