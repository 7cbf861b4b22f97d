// There is one door into the journal, and nobody who connects as the application writes to what is
// behind it, sees a book outside their scope or goes through the door into one.
import test from 'ava';
import type {Knex} from 'knex';
import type {BookCode} from '../../../src/kernel/ids.ts';
import {postEntry} from '../../../src/ledger/index.ts';
import {
	type World,
	createWorld,
	handEntry,
	officer,
	openCity,
	openCooperative,
} from '../../helpers/world.ts';
import {type Forged, type LawBreach, asService as inService, forge, lawOf} from './forge.ts';

let world: World;
const book = 'KOP-1771011001' as BookCode;
const other = 'KOP-1771011002' as BookCode;
const ids = new Map<string, number>();
const idOf = (code: string): number => ids.get(code)!;

test.before(async () => {
	world = await createWorld('2026-02-20');
	await openCity(world);
	for (const kelurahan of ['17.71.01.1001', '17.71.01.1002']) {
		const opened = await openCooperative(world, kelurahan);
		await world.as(officer, async (work) => postEntry(work, handEntry(opened, '2026-01-15', '70')));
	}
	await asService(
		async (trx) => trx.raw(`select ledger_seal_months(id, '2026-03-01') from books`),
		{
			isKept: true,
		},
	);
	const rows: {id: number; code: string}[] = await world.database.owner('books').select();
	for (const {id, code} of rows) ids.set(code, id);
});
test.after.always(async () => {
	await world.close();
});

const asService = async (
	run: (trx: Knex) => Promise<unknown>,
	settings: Parameters<typeof inService>[2] = {},
): Promise<void> => inService(world.database.service, run, settings);

const kept = [
	'entries',
	'lines',
	'day_totals',
	'month_totals',
	'sealed_months',
	'floor_balances',
	'book_tips',
] as const;

/** All that stands in what is kept, to be the same before and after. */
async function standing(trx: Knex): Promise<unknown> {
	const {rows} = await trx.raw<{rows: unknown[]}>(
		`${kept
			.map((table) => `select '${table}' as of, to_jsonb(${table})::text as row from ${table}`)
			.join(' union all ')} order by 1, 2`,
	);
	return rows;
}

const column: Record<(typeof kept)[number], string> = {
	entries: 'reason',
	lines: 'amount',
	day_totals: 'debits',
	month_totals: 'debits',
	sealed_months: 'last_number',
	floor_balances: 'balance',
	book_tips: 'number',
};

// Nobody gives a value to a column that is computed.
const written: Partial<Record<(typeof kept)[number], string>> = {
	day_totals: 'book_id, account_code, effective_on, recorded_on, fund_id, kind, debits, credits',
};

for (const table of kept) {
	const columns = written[table];
	const into = columns === undefined ? table : `${table} (${columns})`;
	for (const [verb, sql] of Object.entries({
		'inserts into': `insert into ${into} select ${columns ?? '*'} from ${table} limit 1`,
		updates: `update ${table} set ${column[table]} = ${column[table]}`,
		'deletes from': `delete from ${table}`,
		truncates: `truncate ${table} cascade`,
		locks: `lock table ${table} in exclusive mode`,
	})) {
		test.serial(`the service never ${verb} ${table}`, async (t) => {
			for (const pretending of ['off', 'on']) {
				const error = await t.throwsAsync<LawBreach>(
					asService(async (trx) => {
						await trx.raw(`select set_config('bergulir.is_appending', ?, true)`, [pretending]);
						t.true((await trx(table)).length > 0);
						await trx.raw(sql);
					}),
				);
				t.is(lawOf(error), '42501', `${error.message}, is_appending ${pretending}`);
			}
		});
	}
}

for (const [title, sql] of [
	['switches a trigger off', 'alter table entries disable trigger all'],
	['drops the guard of the door', 'drop trigger entries_one_door on entries'],
	[
		'makes a door of its own',
		`create or replace function ledger_append(integer[], text[])
		returns void language sql as 'select'`,
	],
	['changes how the door runs', 'alter function ledger_append(integer[], text[]) security invoker'],
	['grants itself the role of the owner', 'grant bergulir_owner to bergulir_service'],
	['takes the role of the owner', 'set role bergulir_owner'],
	['pretends to be a replica', `set session_replication_role = 'replica'`],
	['takes a policy away', 'drop policy entries_scope on entries'],
	['opens a book outside the law', `update books set opened_on = '2000-01-01'`],
	['frees an account of its floor', `update accounts set floor = 'none'`],
	['frees an account of operations', 'update accounts set is_controlled = false'],
] as const) {
	test.serial(`the service never ${title}`, async (t) => {
		const error = await t.throwsAsync<LawBreach>(asService(async (trx) => trx.raw(sql)));
		t.is(lawOf(error), '42501', error.message);
	});
}

const rowsOf = {
	entries: `insert into entries (book_id, number, effective_on, recorded_at, actor, kind, reason,
			document, previous_hash, hash, canonical)
		select book_id, number + 1, '2026-02-01', '2026-02-28T05:00:00Z', 'x', 'manual', 'r', 'd', hash,
			sha256('{}'), '{}' from book_tips limit 1`,
	lines: `insert into lines (book_id, entry_number, line_number, account_code, side, amount,
			effective_on, kind)
		select book_id, 1, 3, '1.1.01', 'debit', 5, '2026-01-15', 'manual' from book_tips limit 1`,
};

for (const [table, sql] of Object.entries(rowsOf)) {
	test.serial(`a row of ${table} past the door is refused to the owner too`, async (t) => {
		const {owner} = world.database;
		for (const insert of [sql, `insert into ${table} select * from ${table} where false`]) {
			const error = await t.throwsAsync<LawBreach>(async () => owner.raw(insert));
			t.is(lawOf(error), 'one_door');
		}
		await owner.raw(`set bergulir.is_appending = 'on'`);
		const trx = await owner.transaction();
		await trx.raw(`select set_config('bergulir.is_appending', 'on', true)`);
		await t.notThrowsAsync(async () => trx.raw(sql), 'the row itself is as it should be');
		await trx.rollback();
		await owner.raw('reset bergulir.is_appending');
	});
}

test.serial(
	'an owner who pretends to append still gives no entry the hash of another',
	async (t) => {
		const trx = await world.database.owner.transaction();
		await trx.raw(`select set_config('bergulir.is_appending', 'on', true)`);
		const error = await t.throwsAsync<LawBreach>(async () =>
			trx.raw(rowsOf.entries.replace(`sha256('{}')`, `sha256('{ }')`)),
		);
		t.is(lawOf(error), 'entries_hash_check');
		await trx.rollback();
	},
);

test.serial('even the owner changes, drops and truncates nothing that is booked', async (t) => {
	const {owner} = world.database;
	const before = await standing(owner);
	for (const table of ['entries', 'lines'] as const) {
		for (const sql of [
			`update ${table} set ${column[table]} = ${column[table]}`,
			`delete from ${table}`,
			`truncate lines, entries cascade`,
		]) {
			const error = await t.throwsAsync<LawBreach>(async () => owner.raw(sql));
			t.is(lawOf(error), 'append_only', sql);
		}
	}
	t.deepEqual(await standing(owner), before);
});

test.serial('the service owns nothing', async (t) => {
	const {rows} = await world.database.service.raw(
		`select count(*)::int as owned from pg_class
		where relowner = (select oid from pg_roles where rolname = current_user)`,
	);
	t.deepEqual(rows, [{owned: 0}]);
	const {rows: who} = await world.database.service.raw(
		'select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname = current_user',
	);
	t.deepEqual(who, [
		{rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false},
	]);
});

test.serial('what the service may write of the ledger is what is listed here', async (t) => {
	const {rows} = await world.database.owner.raw<{rows: {what: string}[]}>(
		`select table_name || ' ' || lower(privilege_type) as what
		from information_schema.role_table_grants
		where grantee = 'bergulir_app' and privilege_type <> 'SELECT' and table_name = any (?)
		order by 1`,
		[[...kept, 'books', 'accounts', 'periods', 'idempotency_keys', 'assertion_standings']],
	);
	t.deepEqual(
		rows.map(({what}) => what),
		['accounts insert', 'books insert', 'idempotency_keys insert', 'periods insert'],
	);
});

const trespasses: readonly [title: string, scope: readonly string[], entries: readonly Forged[]][] =
	[
		['the book of another cooperative', [other], [{into: book}]],
		["one's own book and another's", [other], [{into: other}, {into: book}]],
		["another's book and one's own", [other], [{into: book}, {into: other}]],
		["the city's book", [other], [{into: 'KOTA-BENGKULU'}]],
		['any book, where none is named', [], [{into: other}]],
	];
for (const [title, scope, entries] of trespasses) {
	test.serial(`the door is closed to ${title}`, async (t) => {
		const into = entries.map((entry) => ({
			...entry,
			effectiveOn: '2026-02-02',
			recordedAt: '2026-03-01T05:00:00.000Z',
		}));
		const lines =
			entries[0]!.into === 'KOTA-BENGKULU'
				? {
						lines: [
							['1.1.1', 'debit', '1.00'],
							['3.1.1', 'credit', '1.00'],
						] as const,
					}
				: {};
		const all = into.map((entry) => ({...entry, ...lines}));
		await t.notThrowsAsync(
			asService(async (trx) => forge(trx, all)),
			'an honest one is taken',
		);
		const {owner} = world.database;
		const before = await standing(owner);
		// They see nothing of that book, so they are told its tip by a friend.
		const error = await t.throwsAsync<LawBreach>(
			asService(async (trx) => forge(trx, all, owner), {scope}),
		);
		t.is(lawOf(error), '42501', error.message);
		t.deepEqual(await standing(owner), before);
		if (scope.length > 0) {
			const own = {...into[0]!, into: other};
			await t.notThrowsAsync(asService(async (trx) => forge(trx, [own]), {scope}));
		}
	});
}

test.serial("another book's officer sees nothing of this book", async (t) => {
	await asService(
		async (trx) => {
			for (const table of [...kept, 'accounts', 'periods', 'assertion_standings']) {
				const seen: unknown[] = await trx(table).where({book_id: idOf(book)});
				t.is(seen.length, 0, table);
			}
			for (const table of [...kept, 'accounts']) {
				const own: unknown[] = await trx(table).where({book_id: idOf(other)});
				t.true(own.length > 0, table);
			}
			const turnovers = async (of: string) =>
				(await trx.raw('select * from ledger_turnovers(?, ?)', [idOf(of), '2026-02-20'])).rows
					.length;
			t.deepEqual([await turnovers(book), await turnovers(other)], [0, 2]);
			const number = async (of: string) =>
				(await trx.raw('select ledger_number_before(?, now()) as number', [idOf(of)])).rows[0]
					.number;
			t.deepEqual([await number(book), await number(other)], [0, 1]);
		},
		{scope: [other]},
	);
});

test.serial(
	'a question to hold both books holds and tells of the one in scope alone',
	async (t) => {
		const about = (of: string) => ({book: of, account: '1.1.01', since: '2026-01-01'});
		await asService(
			async (trx) => {
				const {rows} = await trx.raw('select ledger_hold(?) as held', [
					JSON.stringify({
						books: [book, other],
						accounts: [about(book), about(other)],
						months: [
							{book, since: '2026-01-01'},
							{book: other, since: '2026-01-01'},
						],
						dimensions: ['00000000-0000-0000-0000-000000000000'],
					}),
				]);
				const {books, accounts} = rows[0].held;
				t.deepEqual(
					books.map(({code}: {code: string}) => code),
					[other],
				);
				t.deepEqual(
					accounts.map(({book_id: of, held}: {book_id: number; held: object}) => [of, held]),
					[[idOf(other), {'00000000-0000-0000-0000-000000000000': ['70.00', null]}]],
				);
				const {rows: locked} = await trx.raw('select book_id from ledger_lock_tips(?)', [
					[idOf(book), idOf(other)],
				]);
				t.deepEqual(locked, [{book_id: idOf(other)}]);
			},
			{scope: [other]},
		);
	},
);

test.serial('nobody seals or makes anew the totals of a book outside their scope', async (t) => {
	const {owner} = world.database;
	const before = await standing(owner);
	await asService(
		async (trx) => {
			const {rows} = await trx.raw(`select ledger_seal_months(?, '2026-12-31') as sealed`, [
				idOf(book),
			]);
			t.deepEqual(rows, [{sealed: 0}]);
			await trx.raw('select ledger_rebuild_totals(?)', [idOf(book)]);
		},
		{scope: [other], isKept: true},
	);
	t.deepEqual(await standing(owner), before);
});

test.serial('a transaction that names no book sees none', async (t) => {
	for (const table of [...kept, 'accounts']) {
		t.deepEqual(await world.database.service(table), [], table);
	}
});

test.serial('a scope does not outlive its transaction on a pooled connection', async (t) => {
	await asService(
		async (trx) => {
			t.true((await trx('entries')).length > 0);
		},
		{isKept: true},
	);
	t.is((await world.database.service('entries')).length, 0);
});

test.serial("a table of the service's own does not stand in for one of the ledger's", async (t) => {
	const {owner} = world.database;
	await asService(async (trx) => {
		// Whoever may not make one cannot put it in the way either.
		await owner.raw('grant temporary on database ?? to bergulir_service', [
			new URL(world.database.ownerUrl).pathname.slice(1),
		]);
		for (const table of ['books', 'accounts', 'entries', 'lines', 'periods', 'book_tips']) {
			await trx.raw(`create temporary table ${table} (like public.${table})`);
		}
		t.deepEqual(await trx('entries'), [], 'this is the one made here');
		await forge(
			trx,
			[{into: book, effectiveOn: '2026-02-02', recordedAt: '2026-03-01T05:00:00.000Z'}],
			owner,
		);
		t.deepEqual(await trx('entries'), []);
		const booked: unknown[] = await trx('public.entries').where({book_id: idOf(book)});
		t.is(booked.length, 2);
	});
});

test.serial('the first answer to a key is the answer to it', async (t) => {
	const key = {user_id: officer.userId, key: 'k-1'};
	const error = await t.throwsAsync<LawBreach>(
		asService(async (trx) => {
			const fingerprint = Buffer.alloc(32);
			await trx('idempotency_keys').insert({
				...key,
				fingerprint,
				created_at: '2026-03-31T05:00:00Z',
			});
			await trx('idempotency_keys').where(key).update({status: 201, body: '{}'});
			await trx('idempotency_keys').where(key).update({status: 200, body: '{"forged":true}'});
		}),
	);
	t.is(lawOf(error), 'idempotency_keys_final');
});
