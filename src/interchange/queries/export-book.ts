import {createHash} from 'node:crypto';
import type {ArchiveFile} from '../../files/archive.ts';
import {csvRow} from '../../files/csv.ts';
import {type ParquetKind, writeParquet} from '../../files/parquet.ts';
import type {BookCode} from '../../kernel/ids.ts';
import {withoutNumbers} from '../../kernel/personal-data.ts';
import {type Book, getBook} from '../../ledger/index.ts';
import {exportJournal} from '../commands/export-journal.ts';
import {refuse} from '../errors.ts';
import {columnNote, exportedTables, leftOutTables} from '../export-tables.ts';
import type {ExportTable, ExportWork, KeptFiles} from '../ports.ts';

export type ExportWish = {
	readonly book: BookCode;
	/** Whether it tells who people are. */
	readonly isPersonal: boolean;
	readonly reason?: string;
};

/** A file of the export as the manifest tells of it. */
type Told = {path: string; sha256: string; bytes: number; rows?: number};

/** The names of the files that hold no table. */
export const exportNames = {
	readMe: 'BACA-DULU.txt',
	dictionary: 'kamus-data.csv',
	manifest: 'manifest.json',
	sums: 'SHA256SUMS',
} as const;

/**
 * Everything that a cooperative owns, in open formats, as the files of an archive: every table as
 * CSV and as Parquet, the journal for hledger and beancount and as it was sealed, papers, a
 * dictionary, and a manifest with the digest of each. That it was taken is in the trail before the
 * first byte goes out.
 * @throws DomainError `interchange/not-a-cooperative`, `interchange/reason-missing`.
 */
export async function exportBook(
	work: ExportWork,
	{book: code, isPersonal, reason}: ExportWish,
): Promise<{readonly name: string; readonly files: AsyncGenerator<ArchiveFile>}> {
	const book = await getBook(work, code);
	if (book.kind !== 'cooperative') throw refuse('interchange/not-a-cooperative', {book: code});
	if (isPersonal && reason === undefined) throw refuse('interchange/reason-missing', {}, 'reason');
	await work.recordActApart({
		kind: 'book.export',
		subject: `book:${code}`,
		details: {
			personalData: isPersonal ? 'yes' : 'no',
			...(reason === undefined ? {} : {reason: withoutNumbers(reason)}),
		},
	});
	const day = work.now().toISOString().slice(0, 10);
	return {name: `${code}-${day}`, files: filesOf(work, book, isPersonal)};
}

async function* filesOf(
	work: ExportWork,
	book: Book,
	isPersonal: boolean,
): AsyncGenerator<ArchiveFile> {
	const told: Told[] = [];
	// How many rows a table had, known once its CSV was written.
	const counts = new Map<string, number>();
	const file = (path: string, content: AsyncIterable<string | Uint8Array>): ArchiveFile => ({
		path,
		content: counted(path, content, (one) => {
			const rows = counts.get(path);
			told.push(rows === undefined ? one : {...one, rows});
		}),
	});
	const tip = await work.ledger.readTip(book);
	const tables = await work.exports.exportTables();
	yield file(exportNames.readMe, texts(readMe(book, isPersonal)));
	yield file(exportNames.dictionary, texts(dictionaryOf(tables)));
	for (const table of tables) {
		yield file(`csv/${table.name}.csv`, csvOf(work, book, table, {isPersonal, counts}));
		yield file(`parquet/${table.name}.parquet`, parquetOf(work, book, table, isPersonal));
	}
	for (const [format, name] of journals) {
		yield file(`jurnal/${name}`, exportJournal(work, book.code, format));
	}
	if (isPersonal) yield* keptFiles(work, book, file);
	const manifest = {
		format: 'bergulir-export/1',
		book: {code: book.code, name: book.name, openedOn: book.openedOn},
		takenAt: work.now().toISOString(),
		takenBy: work.actor.name,
		personalData: isPersonal,
		lastEntry: {number: tip.number, hash: tip.hash},
		files: told,
		leftOut: leftOutTables,
	};
	yield file(exportNames.manifest, texts(`${JSON.stringify(manifest, null, '\t')}\n`));
	const sums = told.map(({path, sha256}) => `${sha256}  ${path}\n`).join('');
	yield file(exportNames.sums, texts(sums));
}

const journals = [
	['hledger', 'jurnal.hledger'],
	['beancount', 'jurnal.beancount'],
	['jsonl', 'jurnal-tersegel.jsonl'],
] as const;

async function* texts(text: string): AsyncGenerator<string> {
	yield await Promise.resolve(text);
}

/** Passes on what is written, and tells its digest once it has ended. */
async function* counted(
	path: string,
	content: AsyncIterable<string | Uint8Array>,
	tell: (one: Told) => void,
): AsyncGenerator<Uint8Array> {
	const hash = createHash('sha256');
	let bytes = 0;
	for await (const piece of content) {
		const written = typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece;
		hash.update(written);
		bytes += written.length;
		yield written;
	}
	tell({path, sha256: hash.digest('hex'), bytes});
}

async function* csvOf(
	{exports}: ExportWork,
	book: Book,
	table: ExportTable,
	{isPersonal, counts}: {readonly isPersonal: boolean; readonly counts: Map<string, number>},
): AsyncGenerator<string> {
	yield csvRow(table.columns.map(({name}) => name));
	let count = 0;
	for await (const rows of exports.exportRows(book, table, isPersonal)) {
		count += rows.length;
		yield rows.map((row) => csvRow(row.map((value) => value ?? ''))).join('');
	}
	counts.set(`csv/${table.name}.csv`, count);
}

const integers = new Set(['integer', 'smallint', 'bigint']);

const parquetKind = (type: string): ParquetKind => {
	if (integers.has(type)) return 'integer';
	return type === 'boolean' ? 'boolean' : 'text';
};

const parquetOf = (
	{exports}: ExportWork,
	book: Book,
	table: ExportTable,
	isPersonal: boolean,
): AsyncGenerator<Uint8Array> =>
	writeParquet(
		table.columns.map(({name, type}) => ({name, kind: parquetKind(type)})),
		exports.exportRows(book, table, isPersonal),
	);

async function* keptFiles(
	{exports}: ExportWork,
	book: Book,
	file: (path: string, content: AsyncIterable<string | Uint8Array>) => ArchiveFile,
): AsyncGenerator<ArchiveFile> {
	const folders: readonly (readonly [KeptFiles, string])[] = [
		['attachments', 'lampiran'],
		['bank_statements', 'rekening-koran'],
	];
	for (const [kind, folder] of folders) {
		for (const {id, name} of await exports.keptFiles(book, kind)) {
			// A name is somebody's text: in a path only plain letters of it are kept.
			const plain = name.replaceAll(/[^\w.-]+/gu, '_').replace(/^\.+/u, '');
			yield file(`${folder}/${id}-${plain}`, contentOf(exports, book, kind, id));
		}
	}
}

async function* contentOf(
	exports: ExportWork['exports'],
	book: Book,
	kind: KeptFiles,
	id: string,
): AsyncGenerator<Uint8Array> {
	yield await exports.keptContent(book, kind, id);
}

const dictionaryOf = (tables: readonly ExportTable[]): string =>
	[
		csvRow(['table', 'column', 'type', 'meaning']),
		...tables.flatMap(({name, columns}) => [
			csvRow([name, '', '', exportedTables[name]!]),
			...columns.map((column) => csvRow([name, column.name, column.type, columnNote(column)])),
		]),
	].join('');

const readMe = ({code, name}: Book, isPersonal: boolean): string =>
	[
		`Seluruh catatan ${name} (${code}) dalam bentuk terbuka.`,
		'',
		'csv/ dan parquet/  setiap tabel, dua kali; isinya sama. Jumlah dalam Parquet berupa teks.',
		'jurnal/            jurnal untuk hledger dan beancount, dan sebagaimana disegel (JSON per baris).',
		'kamus-data.csv     arti setiap tabel dan kolom.',
		'manifest.json      daftar berkas dengan SHA-256, dan jurnal terakhir dengan sidiknya.',
		'SHA256SUMS         untuk diperiksa dengan: sha256sum -c SHA256SUMS',
		isPersonal
			? 'Memuat data pribadi (UU 27/2022): simpan dan bagikan hanya kepada yang berhak.'
			: 'Tanpa data pribadi: kolom tentang siapa seseorang kosong, lampiran tidak ikut.',
		'',
	].join('\n');
