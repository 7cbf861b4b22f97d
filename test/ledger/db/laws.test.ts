// The laws of the ledger against everyone who connects as the application: with SQL, past all of
// our code. Each test first shows that the honest row is taken, so that none fails by accident.
import {createHash} from 'node:crypto';
import test from 'ava';
import type {Knex} from 'knex';
import {
	type World,
	createWorld,
	day,
	handEntry,
	officer,
	openCity,
	openCooperative,
	supervisor,
} from '../../helpers/world.ts';
import {confirmClose, postEntry, requestClose, reverseEntries} from '../../../src/ledger/index.ts';
import type {BookCode} from '../../../src/kernel/ids.ts';

let world: World;
const book = 'KOP-1771011001' as BookCode;
const other = 'KOP-1771011002' as BookCode;

test.before(async () => {
	world = await createWorld();
	await openCity(world);
	await openCooperative(world);
	await openCooperative(world, '17.71.01.1002');
	await world.as(officer, async (work) => postEntry(work, handEntry(book, '2026-01-15', '1000')));
	await world.as(officer, async (work) => postEntry(work, handEntry(book, '2026-02-15', '500')));
});
test.after.always(async () => {
	await world.close();
});

type Line = readonly [account: string, side: 'debit' | 'credit', amount: string];
type Forged = {
	readonly number?: number;
	readonly effectiveOn?: string;
	readonly recordedAt?: string;
	readonly previous?: string;
	readonly hash?: string;
	readonly kind?: string;
	readonly reverses?: number;
	readonly sealed?: readonly Line[];
	readonly booked?: readonly Line[];
	readonly bookId?: number;
};

const honest: readonly Line[] = [
	['1.1.01', 'debit', '10.00'],
	['3.1.01', 'credit', '10.00'],
];

/** Inserts an entry with SQL of its own making; honest but for what is forged. */
async function forge(trx: Knex, forged: Forged = {}, into = book): Promise<void> {
	const {rows} = await trx.raw(
		`select books.id, tip.number, encode(tip.hash, 'hex') as hash from books
		join book_tips tip on tip.book_id = books.id where books.code = ?`,
		[into],
	);
	const [tip] = rows as [{id: number; number: number; hash: string}];
	const number = forged.number ?? tip.number + 1;
	const previous = forged.previous ?? tip.hash;
	const effectiveOn = forged.effectiveOn ?? '2026-03-01';
	const recordedAt = forged.recordedAt ?? '2026-03-31T05:00:00.000Z';
	const kind = forged.kind ?? 'manual';
	const sealed = forged.sealed ?? honest;
	const canonical = JSON.stringify([
		'bergulir/entry/1',
		into,
		number,
		previous,
		effectiveOn,
		recordedAt,
		'x',
		kind,
		'reason',
		'document',
		forged.reverses ?? null,
		sealed.map(([account, side, amount]) => [account, side, amount, null, null, null, null]),
	]);
	const hash = forged.hash ?? createHash('sha256').update(canonical).digest('hex');
	await trx.raw(
		`insert into entries (book_id, number, effective_on, recorded_at, actor, kind, reason, document,
			reverses, previous_hash, hash, canonical)
		values (?, ?, ?, ?, 'x', ?, 'reason', 'document', ?, decode(?, 'hex'), decode(?, 'hex'), ?)`,
		[
			forged.bookId ?? tip.id,
			number,
			effectiveOn,
			recordedAt,
			kind,
			forged.reverses ?? null,
			previous,
			hash,
			canonical,
		],
	);
	await insertLines(
		trx,
		forged.bookId ?? tip.id,
		number,
		effectiveOn,
		kind,
		forged.booked ?? sealed,
	);
}

async function insertLines(
	trx: Knex,
	bookId: number,
	number: number,
	effectiveOn: string,
	kind: string,
	lines: readonly Line[],
	from = 1,
): Promise<void> {
	if (lines.length === 0) return;
	await trx('lines').insert(
		lines.map(([account, side, amount], index) => ({
			book_id: bookId,
			entry_number: number,
			line_number: from + index,
			account_code: account,
			side,
			amount,
			effective_on: effectiveOn,
			kind,
		})),
	);
}

/** Runs SQL as the service's role, with the scope of the books named; undone in the end. */
async function asService(
	run: (trx: Knex) => Promise<unknown>,
	scope: 'all' | string[] = 'all',
): Promise<void> {
	const trx = await world.database.service.transaction();
	try {
		if (scope === 'all') await trx.raw(`select set_config('bergulir.all_books', 'on', true)`);
		else {
			await trx.raw(
				`select set_config('bergulir.books',
					(select array_agg(id)::text from books where code = any (?)), true)`,
				[scope],
			);
		}
		await run(trx);
		// Deferred laws speak at the commit; this makes them speak now.
		await trx.raw('set constraints all immediate');
	} finally {
		await trx.rollback();
	}
}

const breaks = test.macro({
	async exec(t, law: string, run: (trx: Knex) => Promise<unknown>, scope?: 'all' | string[]) {
		const before = await world.database.owner('lines').count();
		const error = await t.throwsAsync<Error & {constraint?: string; code?: string}>(
			asService(run, scope),
		);
		t.is(error.constraint ?? error.code, law, error.message);
		t.deepEqual(await world.database.owner('lines').count(), before);
	},
	title: (title = '') => `refused by the database: ${title}`,
});

test.serial('an honest entry in SQL is taken', async (t) => {
	await t.notThrowsAsync(asService(async (trx) => forge(trx)));
});

test.serial('debits that are not credits', breaks, 'entries_balanced', async (trx) =>
	forge(trx, {
		sealed: [
			['1.1.01', 'debit', '10.00'],
			['3.1.01', 'credit', '9.00'],
		],
	}),
);
test.serial('an entry without lines', breaks, 'entries_balanced', async (trx) =>
	forge(trx, {sealed: [], booked: []}),
);
test.serial('an entry of one line', breaks, 'entries_balanced', async (trx) =>
	forge(trx, {sealed: [['1.1.01', 'debit', '10.00']]}),
);
test.serial('a line that was not sealed', breaks, 'lines_sealed', async (trx) =>
	forge(trx, {
		booked: [
			['1.1.01', 'debit', '11.00'],
			['3.1.01', 'credit', '11.00'],
		],
	}),
);
test.serial('lines added to an old entry', breaks, 'lines_sealed', async (trx) => {
	const bookId = await idOf(trx, book);
	await insertLines(trx, bookId, 1, '2026-01-15', 'manual', honest, 3);
});
test.serial('an amount of zero', breaks, 'lines_amount_check', async (trx) =>
	forge(trx, {
		sealed: [
			['1.1.01', 'debit', '0.00'],
			['3.1.01', 'credit', '0.00'],
		],
	}),
);
test.serial('a number left out', breaks, 'entries_gapless', async (trx) => forge(trx, {number: 9}));
test.serial('a number used twice', breaks, 'entries_gapless', async (trx) =>
	forge(trx, {number: 2}),
);
test.serial('a link to another entry', breaks, 'entries_chain', async (trx) =>
	forge(trx, {previous: 'ab'.repeat(32)}),
);
test.serial('a hash of something else', breaks, 'entries_hash_check', async (trx) =>
	forge(trx, {hash: 'cd'.repeat(32)}),
);
test.serial('a day in the future', breaks, 'entries_not_future', async (trx) =>
	forge(trx, {effectiveOn: '2026-04-01'}),
);
test.serial('a moment in the future', breaks, 'entries_recorded_past', async (trx) =>
	forge(trx, {recordedAt: '2199-01-01T00:00:00.000Z'}),
);
test.serial('a moment before the last entry', breaks, 'entries_recorded_forward', async (trx) =>
	forge(trx, {recordedAt: '2026-03-01T00:00:00.000Z'}),
);
test.serial('a day before the book was opened', breaks, 'entries_book_open', async (trx) =>
	forge(trx, {effectiveOn: '2024-12-31'}),
);
test.serial('cash below zero', breaks, 'floor_balances_floor_check', async (trx) =>
	forge(trx, {
		sealed: [
			['3.1.01', 'debit', '1500.01'],
			['1.1.01', 'credit', '1500.01'],
		],
	}),
);
test.serial('an account of operations moved by hand', breaks, 'lines_controlled', async (trx) =>
	forge(trx, {
		sealed: [
			['1.1.01', 'debit', '10.00'],
			['2.2.02', 'credit', '10.00'],
		],
	}),
);
test.serial(
	'an account that another book has and this has not',
	breaks,
	'lines_account_fkey',
	async (trx) =>
		forge(trx, {
			sealed: [
				['1.1.01', 'debit', '10.00'],
				['3.1.1', 'credit', '10.00'],
			],
		}),
);
test.serial('a reversal that is no mirror', breaks, 'entries_reversal_mirrors', async (trx) =>
	forge(trx, {reverses: 1}),
);
test.serial('a change of an entry', breaks, '42501', async (trx) =>
	trx('entries').update({reason: 'another'}),
);
test.serial('a change of a line', breaks, '42501', async (trx) =>
	trx('lines').update({amount: '1'}),
);
test.serial('a deleted line', breaks, '42501', async (trx) => trx('lines').delete());
test.serial('a deleted entry', breaks, '42501', async (trx) => trx('entries').delete());
test.serial('a truncated journal', breaks, '42501', async (trx) =>
	trx.raw('truncate lines, entries'),
);
test.serial('a moved tip', breaks, '42501', async (trx) => trx('book_tips').update({number: 0}));
test.serial('a kept balance set by hand', breaks, '42501', async (trx) =>
	trx('floor_balances').update({balance: '1'}),
);
test.serial('a switched-off trigger', breaks, '42501', async (trx) =>
	trx.raw('alter table entries disable trigger all'),
);
test.serial('the role of the owner', breaks, '42501', async (trx) =>
	trx.raw('set role bergulir_owner'),
);
test.serial(
	'an entry in the book of another cooperative',
	breaks,
	'42501',
	async (trx) => {
		// An officer sees nothing of the other book, so the forger is told its tip by a friend.
		const tip: {number: number; hash: string} = await world.database
			.owner('book_tips')
			.where({book_id: await idOf(world.database.owner, book)})
			.first('number', world.database.owner.raw(`encode(hash, 'hex') as hash`));
		await trx.raw(
			`insert into entries (book_id, number, effective_on, recorded_at, actor, kind, reason,
				document, previous_hash, hash, canonical)
			values (?, ?, '2026-03-01', '2026-03-31T05:00:00Z', 'x', 'manual', 'r', 'd',
				decode(?, 'hex'), sha256(convert_to(?, 'UTF8')), ?)`,
			[
				await idOf(world.database.owner, book),
				tip.number + 1,
				tip.hash,
				...twice(
					JSON.stringify([
						'bergulir/entry/1',
						book,
						tip.number + 1,
						tip.hash,
						'2026-03-01',
						'2026-03-31T05:00:00.000Z',
						'x',
						'manual',
						'r',
						'd',
						null,
						[],
					]),
				),
			],
		);
	},
	[other],
);

const twice = (text: string): [string, string] => [text, text];
const idOf = async (trx: Knex, wanted: string): Promise<number> => {
	const row = await trx('books').where({code: wanted}).first('id');
	return row.id;
};

test.serial(
	'another answer to an idempotency key',
	breaks,
	'idempotency_keys_final',
	async (trx) => {
		const key = {user_id: officer.userId, key: 'k-1'};
		const fingerprint = Buffer.alloc(32);
		await trx('idempotency_keys').insert({...key, fingerprint, created_at: '2026-03-31T05:00:00Z'});
		await trx('idempotency_keys').where(key).update({status: 201, body: '{}'});
		await trx('idempotency_keys').where(key).update({status: 200, body: '{"forged":true}'});
	},
);

test.serial("another book's officer sees no entry, line or balance of this book", async (t) => {
	await asService(
		async (trx) => {
			for (const table of ['entries', 'lines', 'floor_balances', 'book_tips', 'accounts']) {
				const seen = await trx(table).where({book_id: await idOf(trx, book)});
				t.is(seen.length, 0, table);
			}
			const own = await trx('accounts').where({book_id: await idOf(trx, other)});
			t.true(own.length > 0);
		},
		[other],
	);
});

test.serial('a transaction that names no book sees none', async (t) => {
	const rows = await world.database.service('entries');
	t.is(rows.length, 0);
});

test.serial('a scope does not outlive its transaction on a pooled connection', async (t) => {
	await asService(async (trx) => {
		t.true((await trx('entries')).length > 0);
	});
	t.is((await world.database.service('entries')).length, 0);
});

test.serial('even the owner cannot change or drop what is booked', async (t) => {
	const {owner} = world.database;
	for (const run of [
		async () => owner('entries').update({reason: 'another'}),
		async () => owner('entries').delete(),
		async () => owner('lines').update({amount: '1'}),
		async () => owner('lines').delete(),
		async () => owner.raw('truncate lines, entries cascade'),
	]) {
		const error = await t.throwsAsync<Error & {constraint?: string}>(run);
		t.is(error.constraint, 'append_only');
	}
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

test.serial('a closed month, and one who closes it alone', async (t) => {
	await world.as(officer, async (work) => requestClose(work, book, day('2026-01-01')));
	const alone = await t.throwsAsync<Error & {constraint?: string}>(
		asService(async (trx) =>
			trx('periods').update({confirmed_by: officer.name, confirmed_at: '2026-03-31T05:00:00Z'}),
		),
	);
	t.is(alone.constraint, 'periods_two_people_check');
	await world.as(supervisor, async (work) => confirmClose(work, book, day('2026-01-01')));
	const late = await t.throwsAsync<Error & {constraint?: string}>(
		asService(async (trx) => forge(trx, {effectiveOn: '2026-01-20'})),
	);
	t.is(late.constraint, 'entries_period_open');
	const opened = await t.throwsAsync<Error & {constraint?: string}>(
		asService(async (trx) => trx('periods').update({confirmed_by: null, confirmed_at: null})),
	);
	t.is(opened.constraint, 'periods_closed');
});

test.serial('a second reversal of one entry', async (t) => {
	const request = {effectiveOn: day('2026-03-01'), reason: 'salah', document: 'K-1'};
	await world.as(officer, async (work) => reverseEntries(work, [{book, number: 2}], request));
	const error = await t.throwsAsync<Error & {constraint?: string}>(
		asService(async (trx) =>
			forge(trx, {
				reverses: 2,
				sealed: [
					['1.1.01', 'credit', '500.00'],
					['3.1.01', 'debit', '500.00'],
				],
			}),
		),
	);
	t.is(error.constraint, 'entries_reverses_key');
});
