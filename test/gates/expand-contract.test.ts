// Decision 048: a migration leaves the release before it able to work, or says what it waited for.
import {readFile, readdir} from 'node:fs/promises';
import test from 'ava';

/** The rule holds from here on; what is older was made before there was a release to spare. */
const lastBefore = '20261130006310_create_opening_balances';

type Source = {readonly name: string; readonly text: string};

/** What takes something away that a program of the release before asks for. */
const taking: readonly (readonly [RegExp, string])[] = [
	[/\bdrop\s+(?:table|column|view|schema|type|function|domain|sequence)\b/iu, 'drops'],
	[/\brename\b|\.rename(?:Table|Column)\(|\.drop(?:Table|Column)\w*\(/iu, 'renames or drops'],
	[/\balter\s+column\s+\w+\s+(?:set\s+data\s+)?type\b/iu, 'changes the type of a column'],
	[/\balter\s+column\s+\w+\s+set\s+not\s+null\b/iu, 'demands a value of a column'],
	[/\brevoke\b[^;]*\bfrom\s+bergulir_app\b/iu, 'takes a right away'],
];

/** A new column that the inserts of the release before do not name, and that must not be empty. */
const isDemanding = (text: string): boolean =>
	[...text.matchAll(/\badd\s+column\b(?:[^,;(]|\([^)]*\))*/giu)].some(
		([column]) => /\bnot\s+null\b/iu.test(column) && !/\bdefault\b|\bgenerated\b/iu.test(column),
	);

/** Comments may say what is not done, and the way back takes away what the way there added. */
const wayThere = (text: string): string =>
	text
		.replaceAll(/\/\*[^]*?\*\/|\/\/.*|--.*/gu, '')
		.replace(/^export async function down\b[^]*?^\}/mu, '');

const contract = /^\/\/ Contract: (\d{14}_\w+), released in (\d+\.\d+\.\d+)\.$/mu;

function breaches({name, text}: Source, known: readonly string[]): string[] {
	const code = wayThere(text);
	const found = taking.filter(([pattern]) => pattern.test(code)).map(([, told]) => told);
	if (isDemanding(code)) found.push('adds a column that must be given');
	if (found.length === 0) return [];
	const [, expanding] = contract.exec(text) ?? [];
	if (expanding !== undefined && known.includes(expanding) && expanding < name) return [];
	return found.map((told) => `${name} ${told}`);
}

test('a migration after the first release only adds, or names what it comes after', async (t) => {
	const files = (await readdir('migrations')).filter((file) => /^\d{14}_\w+\.ts$/u.test(file));
	const names = files.map((file) => file.replace(/\.ts$/u, '')).sort();
	t.true(names.includes(lastBefore), 'the rule begins at a migration that is there');
	const found: string[] = [];
	for (const name of names.filter((one) => one > lastBefore)) {
		found.push(...breaches({name, text: await readFile(`migrations/${name}.ts`, 'utf8')}, names));
	}
	t.deepEqual(found, []);
});

test('each way to break the release before is seen, and its permission too', (t) => {
	const name = '20270101000000_break_it';
	const known = ['20261231000000_write_both', name];
	const of = (text: string) => breaches({name, text}, known).length;
	for (const text of [
		'alter table loans drop column purpose',
		'DROP TABLE loans',
		'drop function ledger_append(integer[], sealed_entry[])',
		'alter table loans rename column purpose to aim',
		'alter table loans rename to financings',
		'alter table loans alter column number type bigint',
		'alter table loans alter column purpose set not null',
		'revoke insert on loans from bergulir_app',
		'alter table loans add column aim text not null, add column why text',
		"alter table loans add column aim text not null check (aim <> '')",
		"schema.table('loans', (table) => table.dropColumn('purpose'))",
	]) {
		t.is(of(text), 1, text);
		t.is(of(`// Contract: 20261231000000_write_both, released in 1.4.0.\n${text}`), 0, text);
		t.is(of(`// Contract: 20270202000000_come_later, released in 1.4.0.\n${text}`), 1, text);
	}
	for (const text of [
		'create table aims (id uuid not null primary key)',
		'alter table loans add column aim text',
		"alter table loans add column aim text not null default ''",
		'alter table loans alter column purpose drop not null',
		'-- we do not drop table loans here',
		'export async function down() {\n\tawait knex.raw(`drop table aims`);\n}\n',
		'drop index loans_old_idx; drop trigger loans_old on loans',
	]) {
		t.is(of(text), 0, text);
	}
});
