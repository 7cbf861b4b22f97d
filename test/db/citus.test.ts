// Whether the schema can be spread over several servers by book as Citus does it: what its manual
// asks of keys is held against PostgreSQL's own catalogue. A new table is classified in
// ops/citus/distribute.sql, or fails here; decision 051 says what else stands in the way.
import {readFile} from 'node:fs/promises';
import test from 'ava';
import {functionSources, reachOf} from '../helpers/catalogue.ts';
import {type TestDatabase, createTestDatabase} from '../helpers/database.ts';

let database: TestDatabase;
/** As the script has them, in its order. */
let distributed: readonly string[];
let references: readonly string[];
let locals: readonly string[];
/** The laws between two books, which it takes away. */
let dropped: readonly string[];

const script = 'ops/citus/distribute.sql';

test.before(async () => {
	database = await createTestDatabase();
	const sql = await readFile(script, 'utf8');
	const named = (pattern: RegExp): string[] => [...sql.matchAll(pattern)].map(([, name]) => name!);
	distributed = named(/^select create_distributed_table\('(\w+)', 'book_id'/gmu);
	references = named(/^select create_reference_table\('(\w+)'\);$/gmu);
	locals = named(/^-- local: (\w+)/gmu);
	dropped = named(/^alter table \w+ drop constraint (\w+);$/gmu);
});
test.after.always(async () => database.drop());

const ask = async <Row>(sql: string): Promise<Row[]> =>
	(await database.owner.raw<{rows: Row[]}>(sql)).rows;

test('every table is distributed by book, or a reference, or stays where it is', async (t) => {
	const rows = await ask<{name: string}>(
		`select relname as name from pg_class
		where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1`,
	);
	const tables = rows.map(({name}) => name).filter((name) => !name.startsWith('migrations'));
	const classified = [...distributed, ...references, ...locals];
	t.deepEqual(
		tables.filter((name) => !classified.includes(name)),
		[],
		`classify these in ${script}`,
	);
	t.deepEqual(
		classified.filter((name) => !tables.includes(name)),
		[],
		'these are not there any more',
	);
	t.is(new Set(classified).size, classified.length, 'each once');
	t.true(distributed.length > 100);
});

test('a distributed table has a book in every key and every unique index', async (t) => {
	const columns = await ask<{name: string}>(
		`select attrelid::regclass::text as name from pg_attribute
		where attname = 'book_id' and attnotnull and atttypid = 'integer'::regtype`,
	);
	const withBook = new Set(columns.map(({name}) => name));
	t.deepEqual(
		distributed.filter((name) => !withBook.has(name)),
		[],
		'the column itself: an integer, never null, so that all lie together',
	);
	const unique = await ask<{table: string; index: string; has_book: boolean; is_primary: boolean}>(
		`select indrelid::regclass::text as "table", indexrelid::regclass::text as index,
			indisprimary as is_primary, exists (
				select from pg_attribute where attrelid = indrelid and attname = 'book_id'
					and attnum = any (indkey::smallint[])
			) as has_book
		from pg_index where indisunique or indisexclusion`,
	);
	const without = unique.filter((one) => distributed.includes(one.table) && !one.has_book);
	t.deepEqual(
		without.map(({index}) => index).filter((index) => !dropped.includes(index)),
		[],
	);
	const keyed = new Set(unique.filter((one) => one.is_primary).map((one) => one.table));
	t.deepEqual(
		distributed.filter((name) => !keyed.has(name)),
		[],
		'a shard is moved by its primary key',
	);
});

type ForeignKey = {
	readonly name: string;
	readonly from: string;
	readonly to: string;
	readonly columns: string[];
	readonly refers: string[];
	readonly action: string;
};

const foreignKeys = async (): Promise<ForeignKey[]> =>
	ask(
		`select conname as name, conrelid::regclass::text as "from", confrelid::regclass::text as "to",
			confdeltype::text || confupdtype::text as action,
			(select array_agg(attname::text order by place) from unnest(conkey) with ordinality
				as given (number, place) join pg_attribute on attrelid = conrelid and attnum = number)
				as columns,
			(select array_agg(attname::text order by place) from unnest(confkey) with ordinality
				as given (number, place) join pg_attribute on attrelid = confrelid and attnum = number)
				as refers
		from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`,
	);

test('a foreign key stays within a book, or leads to a table that is everywhere', async (t) => {
	const kindOf = (table: string): string =>
		distributed.includes(table) ? 'book' : references.includes(table) ? 'reference' : 'local';
	const keys = await foreignKeys();
	t.true(keys.length > 150);
	const unsupported = keys.filter(({from, to, columns, refers}) => {
		switch (`${kindOf(from)} to ${kindOf(to)}`) {
			case 'book to book':
				return (
					!columns.includes('book_id') || columns.indexOf('book_id') !== refers.indexOf('book_id')
				);
			case 'book to reference':
			case 'reference to reference':
			case 'local to local':
			case 'local to reference':
				return false;
			default:
				return true;
		}
	});
	t.deepEqual(
		unsupported.map(({name}) => name).sort(),
		dropped.filter((name) => name.endsWith('_fkey')).sort(),
	);
	// What one of its own changes a reference table would have to be done on every server.
	t.deepEqual(
		keys
			.filter(({from, action}) => kindOf(from) === 'reference' && action !== 'aa')
			.map(({name}) => name),
		[],
	);
});

test('the script comes to no table before those that it refers to', async (t) => {
	const order = [...references, ...distributed];
	const keys = await foreignKeys();
	const early = keys.filter(
		({from, to}) =>
			order.includes(from) && order.includes(to) && order.indexOf(to) > order.indexOf(from),
	);
	t.deepEqual(
		early.map(({name}) => name),
		[],
	);
});

const lawsOf = async (): Promise<
	{readonly table: string; readonly law: string; readonly calls: string}[]
> =>
	ask(
		`select tgrelid::regclass::text as "table", tgname as law, proname as calls
		from pg_trigger join pg_proc on pg_proc.oid = tgfoid
		where not tgisinternal and tgrelid in
			(select oid from pg_class where relnamespace = 'public'::regnamespace)`,
	);

test('a law that looks beyond its book is known, for it has to be moved first', async (t) => {
	const sources = await functionSources(database.owner);
	const beyond = (await lawsOf())
		.filter(({table}) => distributed.includes(table))
		.map(({law, calls}) => ({law, reach: [...reachOf(calls, sources, locals)].sort()}))
		.filter(({reach}) => reach.length > 0)
		.map(({law, reach}) => `${law}: ${reach.join(', ')}`);
	t.deepEqual([...new Set(beyond)].sort(), lawsBeyond);
	const onReferences = (await lawsOf())
		.filter(({table}) => references.includes(table))
		.map(({law, calls}) => ({law, reach: [...reachOf(calls, sources, distributed)].sort()}))
		.filter(({reach}) => reach.length > 0)
		.map(({law, reach}) => `${law}: ${reach.join(', ')}`);
	t.deepEqual([...new Set(onReferences)].sort(), lawsOnReferences);
});

/** Decision 051 says what is done about each of them. */
const lawsBeyond: readonly string[] = [
	'audit_finding_events_admit: user_grants',
	'audit_findings_told: user_grants, webhook_deliveries, webhook_events, webhooks',
	'entries_approved: approval_previews, approvals, approved_writes',
	'entries_limited: user_grants',
	'entries_told: user_grants, webhook_deliveries, webhook_events, webhooks',
	'loan_events_limited: user_grants',
	'loan_products_approved: approval_previews, approvals, approved_writes',
	'members_register_nik: nik_registry',
	'nik_attempts_append_only: nik_registry',
	'periods_told: user_grants, webhook_deliveries, webhook_events, webhooks',
];
const lawsOnReferences: readonly string[] = ['books_open_tip: book_tips'];
