import {randomUUID} from 'node:crypto';
import type {Knex} from 'knex';
import {enqueue, importQueue} from '../../db/job-queue.ts';
import type {BookCode} from '../../kernel/ids.ts';
import {localDate} from '../../kernel/local-date.ts';
import {rupiah, toText} from '../../kernel/money.ts';
import {sealedAbout} from '../../kernel/personal-data.ts';
import type {SecretBox} from '../../kernel/secret-box.ts';
import type {Book} from '../../ledger/index.ts';
import type {Import, ImportStatus, OpeningTerms, StoppedRow, Undo} from '../import.ts';
import type {ImportKind} from '../kind.ts';
import type {ImportChange, ImportTable} from '../ports.ts';
import type {Preview} from '../preview.ts';

const pieceBytes = 262_144;

const pieceAbout = (id: string, number: number): string =>
	sealedAbout('import_pieces', 'sealed', `${id}/${number}`);

/** Uploads and how far they are. */
export const createImportTable = (trx: Knex, secrets: SecretBox): ImportTable => ({
	...createImportReader(trx),
	async insertImport(book, one, content) {
		await trx('imports').insert({
			book_id: book.id,
			id: one.id,
			kind: one.kind,
			file_name: one.fileName,
			bytes: one.bytes,
			digest: Buffer.from(one.sha256, 'hex'),
			number_format: one.numberFormat ?? null,
			date_order: one.dateOrder ?? null,
			opening: one.opening === undefined ? null : JSON.stringify(writtenOpening(one.opening)),
			uploaded_at: one.uploadedAt,
			uploaded_by: one.uploadedBy.name,
			uploaded_by_id: one.uploadedBy.userId,
		});
		for (let number = 0; number * pieceBytes < content.length; number += 1) {
			const piece = content.subarray(number * pieceBytes, (number + 1) * pieceBytes);
			const sealed = secrets.seal(piece.toString('base64'), pieceAbout(one.id, number));
			await trx('import_pieces').insert({book_id: book.id, import_id: one.id, number, sealed});
		}
		await enqueue(trx, importQueue, one.id);
	},
	async changeImport(book, id, change) {
		await trx('imports').where({book_id: book.id, id}).update(changed(change));
	},
	enqueueImport: async (id) => enqueue(trx, importQueue, id, randomUUID()),
	async importFile(book, id) {
		const rows: {number: number; sealed: string}[] = await trx('import_pieces')
			.where({book_id: book.id, import_id: id})
			.orderBy('number')
			.select('number', 'sealed');
		if (rows.length === 0) return undefined;
		return Buffer.concat(
			rows.map(({number, sealed}) =>
				Buffer.from(secrets.open(sealed, pieceAbout(id, number)), 'base64'),
			),
		);
	},
	async forgetImports(endedBefore, at) {
		const rows: {id: string}[] = await trx('imports')
			.whereIn('status', ['posted', 'undone', 'rejected', 'faulty'])
			.whereRaw('coalesce(undone_at, posted_at, decided_at, checked_at) < ?', [endedBefore])
			.whereNull('forgotten_at')
			.update({forgotten_at: at})
			.returning('id');
		const ids = rows.map(({id}) => id);
		await trx('import_pieces').whereIn('import_id', ids).delete();
		for (const table of ['import_rows', 'import_findings']) {
			await trx(table).whereIn('import_id', ids).whereNotNull('sealed').update({sealed: null});
		}
		return ids.length;
	},
});

const createImportReader = (
	trx: Knex,
): Pick<ImportTable, 'findImport' | 'bookOfImport' | 'listImports' | 'findSameFile'> => ({
	async findImport(book, id, isHeld) {
		const row: ImportRow | undefined = await trx('imports')
			.where({book_id: book.id, id})
			.modify((query) => {
				if (isHeld === 'held') void query.forUpdate();
			})
			.first();
		return row && {...toImport(book, row), attempts: row.attempts};
	},
	async bookOfImport(id) {
		const row: {code: string} | undefined = await trx('imports')
			.join('books', 'books.id', 'imports.book_id')
			.where('imports.id', id)
			.first('books.code as code');
		return row?.code as BookCode | undefined;
	},
	async listImports(book, {kinds, before, limit}) {
		const rows: ImportRow[] = await trx('imports')
			.where({book_id: book.id})
			.whereIn('kind', [...kinds])
			.modify((query) => {
				if (before !== undefined) void query.where('id', '<', before);
			})
			.orderBy('id', 'desc')
			.limit(limit);
		return rows.map((row) => toImport(book, row));
	},
	async findSameFile(book, kind, sha256) {
		const row: ImportRow | undefined = await trx('imports')
			.where({book_id: book.id, kind, digest: Buffer.from(sha256, 'hex')})
			.whereIn('status', ['waiting', 'checking', 'ready', 'approved', 'stopped', 'undoing'])
			.first();
		return row && toImport(book, row);
	},
});

const writtenOpening = ({cutOffOn, document, controls}: OpeningTerms) => ({
	cutOffOn,
	document,
	debit: toText(controls.debit),
	credit: toText(controls.credit),
	loansPrincipal: toText(controls.loansPrincipal),
});

type WrittenOpening = ReturnType<typeof writtenOpening>;

const readOpening = (written: WrittenOpening): OpeningTerms => ({
	cutOffOn: localDate(written.cutOffOn),
	document: written.document,
	controls: {
		debit: rupiah(written.debit),
		credit: rupiah(written.credit),
		loansPrincipal: rupiah(written.loansPrincipal),
	},
});

function changed(change: ImportChange): Record<string, unknown> {
	const {decision, undo} = change;
	const columns: Record<string, unknown> = {
		status: change.status,
		rows_total: change.rows,
		rows_known: change.rowsKnown,
		rows_posted: change.rowsPosted,
		finding_count: change.findingCount,
		progress: change.progress,
		attempts: change.attempts,
		preview: change.preview && JSON.stringify(change.preview),
		preview_digest: change.previewDigest && Buffer.from(change.previewDigest, 'hex'),
		checked_at: change.checkedAt,
		posted_at: change.postedAt,
		undone_at: change.undoneAt,
		stopped_at: change.stoppedAt && JSON.stringify(change.stoppedAt),
		...(change.stoppedAt === null ? {stopped_at: null} : {}),
		...(decision && {
			decided_at: decision.at,
			decided_by: decision.by.name,
			decided_by_id: decision.by.userId,
			reason: decision.reason ?? null,
		}),
		...(undo && {undo: JSON.stringify(undo), undone_by_id: undo.by.userId}),
	};
	return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
}

type ImportRow = {
	id: string;
	kind: ImportKind;
	status: ImportStatus;
	file_name: string;
	bytes: number;
	digest: Buffer;
	number_format: 'id' | 'en' | null;
	date_order: 'dmy' | 'mdy' | null;
	opening: WrittenOpening | null;
	uploaded_at: Date;
	uploaded_by: string;
	uploaded_by_id: string;
	rows_total: number;
	rows_known: number;
	rows_posted: number;
	finding_count: number;
	progress: number;
	attempts: number;
	preview: Preview | null;
	preview_digest: Buffer | null;
	checked_at: Date | null;
	decided_at: Date | null;
	decided_by: string | null;
	decided_by_id: string | null;
	reason: string | null;
	stopped_at: StoppedRow | null;
	posted_at: Date | null;
	undo: Omit<Undo, 'undoneAt'> | null;
	undone_at: Date | null;
	forgotten_at: Date | null;
};

const toImport = (book: Book, row: ImportRow): Import => ({
	id: row.id,
	book: book.code,
	kind: row.kind,
	status: row.status,
	fileName: row.file_name,
	bytes: row.bytes,
	sha256: row.digest.toString('hex'),
	...(row.number_format === null ? {} : {numberFormat: row.number_format}),
	...(row.date_order === null ? {} : {dateOrder: row.date_order}),
	...(row.opening === null ? {} : {opening: readOpening(row.opening)}),
	uploadedAt: row.uploaded_at,
	uploadedBy: {userId: row.uploaded_by_id, name: row.uploaded_by},
	rows: row.rows_total,
	rowsKnown: row.rows_known,
	rowsPosted: row.rows_posted,
	findingCount: row.finding_count,
	progress: row.progress,
	...(row.preview === null ? {} : {preview: row.preview}),
	...(row.preview_digest === null ? {} : {previewDigest: row.preview_digest.toString('hex')}),
	...(row.checked_at === null ? {} : {checkedAt: row.checked_at}),
	...(row.decided_at === null ? {} : {decidedAt: row.decided_at}),
	...(row.decided_by === null
		? {}
		: {decidedBy: {userId: row.decided_by_id!, name: row.decided_by}}),
	...(row.reason === null ? {} : {reason: row.reason}),
	...(row.stopped_at === null ? {} : {stoppedAt: row.stopped_at}),
	...(row.posted_at === null ? {} : {postedAt: row.posted_at}),
	...(row.undo === null
		? {}
		: {undo: {...row.undo, ...(row.undone_at === null ? {} : {undoneAt: row.undone_at})}}),
	...(row.forgotten_at === null ? {} : {forgottenAt: row.forgotten_at}),
});
