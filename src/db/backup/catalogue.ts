import type {BackupManifest, BookHead} from './manifest.ts';

/** What answers a question to the database: a pool, a transaction or a connection. */
export type Ask = <Row>(sql: string) => Promise<Row[]>;

/** A table and those of its columns that are not made from others. */
export type TableShape = {readonly table: string; readonly columns: readonly string[]};

/** knex's own note that somebody migrates: it says nothing that lasts. */
const passing = ['migrations_lock'];

/**
 * Whose rows stay behind. Who was signed in signs in again, so that no session that was ended since
 * comes back to life.
 */
export const rowsLeftOut: ReadonlySet<string> = new Set(['sessions', 'openid_attempts']);

/** Every table of ours by PostgreSQL's own catalogue, so that none is forgotten. */
export const listTables = async (ask: Ask): Promise<TableShape[]> =>
	ask<TableShape>(
		`select class.relname as "table", array_agg(attribute.attname::text order by attribute.attnum)
			as columns
		from pg_class class
		join pg_attribute attribute on attribute.attrelid = class.oid and attribute.attnum > 0
			and not attribute.attisdropped and attribute.attgenerated = ''
		where class.relnamespace = 'public'::regnamespace and class.relkind = 'r'
			and class.relname <> all ('{${passing.join(',')}}')
			and not exists (select from pg_depend extension where extension.objid = class.oid
				and extension.classid = 'pg_class'::regclass and extension.deptype = 'e')
		group by class.relname order by class.relname`,
	);

export type SequenceState = {
	readonly sequence: string;
	readonly value: string;
	readonly isCalled: boolean;
};

/** Where every sequence stands; a sequence may be ahead of a snapshot, never behind it. */
export async function listSequences(ask: Ask): Promise<SequenceState[]> {
	const names = await ask<{name: string}>(
		`select relname as name from pg_class
		where relnamespace = 'public'::regnamespace and relkind = 'S' order by relname`,
	);
	const states: SequenceState[] = [];
	for (const {name} of names) {
		const [state] = await ask<{value: string; called: boolean}>(
			`select last_value::text as value, is_called as called from public."${name}"`,
		);
		states.push({sequence: name, value: state!.value, isCalled: state!.called});
	}
	return states;
}

/** Something in the database that the system did not bring; undefined when it is empty. */
export async function findFirstTable(ask: Ask): Promise<string | undefined> {
	const [found] = await ask<{name: string}>(
		`select class.oid::regclass::text as name
		from pg_class class join pg_namespace space on space.oid = class.relnamespace
		where class.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
			and space.nspname not in ('information_schema', 'pgboss') and space.nspname !~ '^pg_'
			and not exists (select from pg_depend extension where extension.objid = class.oid
				and extension.classid = 'pg_class'::regclass and extension.deptype = 'e')
		order by class.relkind = 'S', class.relname limit 1`,
	);
	return found?.name;
}

/** A law that is taken off while rows come in, and put back as it was. */
export type TakenOff = {readonly off: string; readonly on: string};

/**
 * What would stand in the way of rows in any order: references between tables, and triggers, which
 * judge acts and not what is on record. Put back, every row is held against the references by
 * PostgreSQL;
 * the triggers' laws are judged by `verify`.
 */
export async function listInTheWay(ask: Ask): Promise<TakenOff[]> {
	const references = await ask<TakenOff>(
		`select format('alter table %s drop constraint %I', conrelid::regclass, conname) as off,
			format('alter table %s add constraint %I %s', conrelid::regclass, conname,
				pg_get_constraintdef(oid)) as "on"
		from pg_constraint
		where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0
		order by conrelid::regclass::text, conname`,
	);
	const triggers = await ask<TakenOff>(
		`select format('alter table %s disable trigger %I', tgrelid::regclass, tgname) as off,
			format('alter table %s enable %s trigger %I', tgrelid::regclass,
				case tgenabled when 'A' then 'always' when 'R' then 'replica' else '' end, tgname) as "on"
		from pg_trigger join pg_class class on class.oid = tgrelid
		where class.relnamespace = 'public'::regnamespace and not tgisinternal and tgenabled <> 'D'
		order by tgrelid::regclass::text, tgname`,
	);
	return [...triggers, ...references];
}

/** How values are written and read, whatever the server is set to. */
export const plainText = [
	`set local datestyle = 'ISO, YMD'`,
	`set local intervalstyle = 'postgres'`,
	`set local bytea_output = 'hex'`,
	`set local extra_float_digits = 3`,
	`set local timezone = 'UTC'`,
	`set local statement_timeout = 0`,
	`set local idle_in_transaction_session_timeout = 0`,
	`set local bergulir.all_books = 'on'`,
].join('; ');

/** Where the books and the trail stand, as both a backup and what was restored of it say. */
export async function readHeads(ask: Ask): Promise<Pick<BackupManifest, 'heads' | 'trail'>> {
	const heads = await ask<BookHead>(
		`select books.code as book, tip.number, encode(tip.hash, 'hex') as hash
		from book_tips tip join books on books.id = tip.book_id order by books.code`,
	);
	const [trail] = await ask<BackupManifest['trail']>(
		`select number, encode(hash, 'hex') as hash from trail_tip`,
	);
	return {heads, trail: trail!};
}
