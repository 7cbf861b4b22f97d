import test from 'ava';
import {literal} from '../../src/db/script.ts';
import {verbOf, withoutValues} from '../../src/db/sql-text.ts';

const tells = test.macro({
	exec(t, sql: string, told: string | undefined) {
		t.is(withoutValues(sql), told);
	},
	title: (title = '') => title,
});

test(
	'places of values stay as they are',
	tells,
	'select * from books where code = $1',
	'select * from books where code = $1',
);
test(
	'text and numbers go',
	tells,
	`select 1 from members where name = 'Siti' and rt = 12.5`,
	'select ? from members where name = ? and rt = ?',
);
test('an apostrophe within text', tells, `select 'O''Neil', 'x'`, 'select ?, ?');
test('escaped text', tells, String.raw`select E'it\'s Siti', 'b'`, 'select ?, ?');
test(
	'text between dollars',
	tells,
	`do $a$ begin perform 'Siti'; end $a$; select $$Budi$$`,
	'do ?; select ?',
);
test(
	'a comment with an apostrophe hides no value',
	tells,
	`-- Siti's loan\nselect 'Budi' -- Ani's`,
	'select ?',
);
test('a comment over lines', tells, `select /* it's */ 'Budi'`, 'select ?');
test('two dashes within text are text', tells, `select 'a -- b', 'Siti'`, 'select ?, ?');
test(
	'a name with an apostrophe in it: rather nothing',
	tells,
	`select "it's" from t where a = 'Siti'`,
	undefined,
);
test(
	'a name that has no apostrophe',
	tells,
	`select "kolom" from t where a = 'Siti'`,
	'select "kolom" from t where a = ?',
);
test('what does not end is not told', tells, `select 'Siti`, undefined);
test('names with numbers stay', tells, 'select p1.a2 from t3', 'select p1.a2 from t3');

test('whatever text is written into SQL by us does not come out of it', (t) => {
	const texts = [`Siti`, `O'Neil`, String.raw`a\b`, String.raw`a\'b`, `-- x`, `$$`, `/* */`, `"`];
	for (const text of texts) {
		const told = withoutValues(`select ${literal(text)}, 'RAHASIA' as b`);
		t.is(told?.replaceAll(' ', ''), 'select?,?asb', text);
	}
});

test('it is no longer than helps', (t) => {
	t.is(withoutValues(`select ${'a, '.repeat(500)} b`)?.length, 300);
});

test('what a statement does', (t) => {
	t.is(verbOf('  SELECT 1'), 'select');
	t.is(verbOf('begin; select 1'), 'begin');
	t.is(verbOf('/* */'), 'statement');
});
