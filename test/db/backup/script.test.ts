import test from 'ava';
import fc from 'fast-check';
import {
	headerLine,
	manifestLine,
	readScript,
	rowsEnd,
	sequenceLine,
	tableLine,
} from '../../../src/db/backup/script.ts';

// A row that looks like the end of the rows but for what COPY puts before it, and an empty one.
const rows = 'a\\\\.\t1\n\n\\\\.\tb\n\\N\n';
const script = [
	headerLine('{"format":1}'),
	tableLine('books', ['id', 'code']),
	rows,
	rowsEnd,
	tableLine('none', ['id']),
	rowsEnd,
	sequenceLine('books_id_seq', '17', true),
	manifestLine('{"é":1}'),
].join('');

async function* inPieces(text: string, cuts: readonly number[]): AsyncGenerator<Buffer> {
	const bytes = Buffer.from(text);
	let from = 0;
	for (const cut of [...cuts.toSorted((a, b) => a - b), bytes.length]) {
		const to = Math.min(cut, bytes.length);
		yield bytes.subarray(from, to);
		from = to;
	}
}

async function readAll(source: AsyncIterable<Buffer>): Promise<unknown[]> {
	const found: unknown[] = [];
	for await (const part of readScript(source)) {
		if (part.kind !== 'table') {
			found.push(part);
			continue;
		}
		const pieces: Buffer[] = [];
		for await (const piece of part.rows) pieces.push(Buffer.from(piece));
		found.push({...part, rows: Buffer.concat(pieces).toString()});
	}
	return found;
}

const whole = [
	{kind: 'header', text: '{"format":1}'},
	{kind: 'table', table: 'books', columns: ['id', 'code'], rows},
	{kind: 'table', table: 'none', columns: ['id'], rows: ''},
	{kind: 'sequence', sequence: 'books_id_seq', value: '17', isCalled: true},
	{kind: 'manifest', text: '{"é":1}'},
];

test('a script is read the same wherever it is cut into pieces', async (t) => {
	t.deepEqual(await readAll(inPieces(script, [])), whole);
	const single = Array.from({length: Buffer.byteLength(script)}, (_, at) => at);
	t.deepEqual(await readAll(inPieces(script, single)), whole);
	await fc.assert(
		fc.asyncProperty(fc.array(fc.nat(Buffer.byteLength(script)), {maxLength: 8}), async (cuts) => {
			t.deepEqual(await readAll(inPieces(script, cuts)), whole);
		}),
		{numRuns: 200},
	);
});

test('a script that ends anywhere before its end is refused', async (t) => {
	for (let length = 1; length < Buffer.byteLength(script); length += 1) {
		const cut = Buffer.from(script).subarray(0, length);
		const error = await t.throwsAsync<Error & {code: string}>(
			readAll(
				(async function* one() {
					yield cut;
				})(),
			),
		);
		t.regex(error.code, /^backup\/(?:damaged|not-a-backup)$/u, `after ${length} bytes`);
	}
});

test('nothing but the lines of a backup is taken, so none of it is a command', async (t) => {
	const after = (line: string) => `${headerLine('{}')}${line}\n${manifestLine('{}')}`;
	for (const line of [
		'drop table books;',
		'COPY public."books" ("id") FROM program \'sh\';',
		'COPY pg_catalog."pg_authid" ("oid") FROM stdin;',
		'COPY public."books" ("id"); drop table books; --") FROM stdin;',
		"SELECT pg_catalog.setval('public.x', 1, true); drop table books;",
		'',
	]) {
		await t.throwsAsync(readAll(inPieces(after(line), [])), {code: 'backup/damaged'}, line);
	}
	await t.throwsAsync(readAll(inPieces(`${script}more\n`, [])), {code: 'backup/damaged'});
	await t.throwsAsync(readAll(inPieces('PGDMP\n', [])), {code: 'backup/not-a-backup'});
});
