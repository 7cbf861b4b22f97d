import {refuse} from './errors.ts';

/** What a backup consists of, in its order; of a table the rows are read before the next part. */
export type ScriptPart =
	| {readonly kind: 'header'; readonly text: string}
	| {
			readonly kind: 'table';
			readonly table: string;
			readonly columns: readonly string[];
			readonly rows: AsyncIterable<Buffer>;
	  }
	| {
			readonly kind: 'sequence';
			readonly sequence: string;
			readonly value: string;
			readonly isCalled: boolean;
	  }
	| {readonly kind: 'manifest'; readonly text: string};

const headerMark = '-- bergulir-backup ';
const manifestMark = '-- bergulir-manifest ';
/** Ends the rows of a table, as psql reads it. */
export const rowsEnd = '\\.\n';

// Beyond the longest manifest: the heads of every book of a country.
const lineBytesMax = 64 * 1024 * 1024;

/** The lines of a backup: a script that psql reads too, with all that we need in its comments. */
export const headerLine = (text: string): string => `${headerMark}${text}\n`;
export const manifestLine = (text: string): string => `${manifestMark}${text}\n`;
export const tableLine = (table: string, columns: readonly string[]): string =>
	`COPY public."${table}" (${columns.map((name) => `"${name}"`).join(', ')}) FROM stdin;\n`;
export const sequenceLine = (sequence: string, value: string, isCalled: boolean): string =>
	`SELECT pg_catalog.setval('public.${sequence}', ${value}, ${isCalled});\n`;

const tablePattern = /^COPY public\."(\w+)" \(("\w+"(?:, "\w+")*)\) FROM stdin;$/u;
const sequencePattern =
	/^SELECT pg_catalog\.setval\('public\.(\w+)', (\d{1,19}), (true|false)\);$/u;

/**
 * Reads a backup as it comes. Nothing of it is run: whoever has the public key alone can make a
 * file that opens, so a line is one of these or the file is refused.
 * @throws DomainError `backup/not-a-backup` or `backup/damaged`.
 */
export async function* readScript(source: AsyncIterable<Buffer>): AsyncGenerator<ScriptPart> {
	const lines = createLines(source);
	const first = await lines.line();
	if (first?.startsWith(headerMark) !== true) {
		throw refuse('backup/not-a-backup', {told: 'its first line is not that of one'});
	}
	yield {kind: 'header', text: first.slice(headerMark.length)};
	for (;;) {
		const line = await lines.line();
		if (line === undefined) throw refuse('backup/damaged', {told: 'it has no manifest at its end'});
		if (line.startsWith(manifestMark)) {
			if ((await lines.line()) !== undefined) {
				throw refuse('backup/damaged', {told: 'something follows its manifest'});
			}
			yield {kind: 'manifest', text: line.slice(manifestMark.length)};
			return;
		}
		yield readPart(line, lines);
	}
}

function readPart(line: string, lines: Lines): ScriptPart {
	const [, table, columns] = tablePattern.exec(line) ?? [];
	if (table !== undefined) {
		const names = columns!.split(', ').map((name) => name.slice(1, -1));
		return {kind: 'table', table, columns: names, rows: lines.rows()};
	}
	const [, sequence, value, isCalled] = sequencePattern.exec(line) ?? [];
	if (sequence !== undefined) {
		return {kind: 'sequence', sequence, value: value!, isCalled: isCalled === 'true'};
	}
	throw refuse('backup/damaged', {told: `"${line.slice(0, 60)}" is no line of a backup`});
}

type Lines = {
	/** The next line without its end; undefined after the last. */
	readonly line: () => Promise<string | undefined>;
	/** The rows up to the line that ends them, which is taken away. */
	readonly rows: () => AsyncGenerator<Buffer>;
};

function createLines(source: AsyncIterable<Buffer>): Lines {
	const pieces = source[Symbol.asyncIterator]();
	let rest: Buffer = Buffer.alloc(0);
	/** Reads on; false at the end. */
	const more = async (): Promise<boolean> => {
		const {value, done} = await pieces.next();
		if (done === true) return false;
		rest = rest.length === 0 ? value : Buffer.concat([rest, value]);
		return true;
	};
	return {
		async line() {
			for (let from = 0; ;) {
				const end = rest.indexOf('\n', from);
				if (end !== -1) {
					const line = rest.toString('utf8', 0, end);
					rest = rest.subarray(end + 1);
					return line;
				}
				from = rest.length;
				if (from > lineBytesMax) throw refuse('backup/damaged', {told: 'a line does not end'});
				if (await more()) continue;
				if (rest.length === 0) return undefined;
				throw refuse('backup/damaged', {told: 'it ends within a line'});
			}
		},
		async *rows() {
			const end = `\n${rowsEnd}`;
			// The line before has ended, so the end of the rows may be the first thing.
			while (rest.length < rowsEnd.length) if (!(await more())) throw cutShort();
			if (rest.subarray(0, rowsEnd.length).toString('latin1') === rowsEnd) {
				rest = rest.subarray(rowsEnd.length);
				return;
			}
			for (;;) {
				const at = rest.indexOf(end);
				if (at !== -1) {
					yield rest.subarray(0, at + 1);
					rest = rest.subarray(at + end.length);
					return;
				}
				// What may be the beginning of the end is kept for the next piece.
				const sure = Math.max(0, rest.length - (end.length - 1));
				if (sure > 0) {
					const rows = rest.subarray(0, sure);
					rest = rest.subarray(sure);
					yield rows;
				}
				if (!(await more())) throw cutShort();
			}
		},
	};
}

const cutShort = () => refuse('backup/damaged', {told: 'it ends within the rows of a table'});
