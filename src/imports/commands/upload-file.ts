import {createHash} from 'node:crypto';
import type {BookCode} from '../../kernel/ids.ts';
import {type Book, getBook} from '../../ledger/index.ts';
import {refuse} from '../errors.ts';
import {
	type Import,
	type OpeningTerms,
	fileBytesMax,
	requireAnother,
	requireStatus,
} from '../import.ts';
import type {ImportKind} from '../kind.ts';
import type {ImportWork} from '../ports.ts';

export type NewImport = {
	readonly book: BookCode;
	readonly kind: ImportKind;
	readonly fileName: string;
	readonly contentBase64: string;
	readonly numberFormat?: 'id' | 'en';
	readonly dateOrder?: 'dmy' | 'mdy';
	readonly opening?: OpeningTerms;
};

/**
 * Takes a file in, as it is, and has it checked by a worker. Nothing is judged yet but that it is a
 * file, so that no upload is lost.
 * @throws DomainError `imports/not-base64`, `imports/file-too-large`, `imports/file-known` and what
 * {@link decideTerms} refuses.
 */
export async function uploadFile(
	work: ImportWork,
	{contentBase64, ...wanted}: NewImport,
): Promise<Import> {
	const book = await getCooperativeBook(work, wanted.book);
	decideTerms(book, wanted, work.today());
	const content = decode(contentBase64);
	const sha256 = createHash('sha256').update(content).digest('hex');
	await work.ledger.lockTip(book);
	await refuseKnownFile(work, book, wanted.kind, sha256);
	const {userId, name} = work.actor;
	const one: Import = {
		...wanted,
		id: work.newId(),
		status: 'waiting',
		bytes: content.length,
		sha256,
		uploadedAt: work.now(),
		uploadedBy: {userId, name},
		rows: 0,
		rowsKnown: 0,
		rowsPosted: 0,
		findingCount: 0,
		progress: 0,
	};
	await work.imports.insertImport(book, one, content);
	return one;
}

/** The book of a cooperative. @throws DomainError `imports/not-a-cooperative`. */
export async function getCooperativeBook(
	work: Pick<ImportWork, 'ledger'>,
	code: BookCode,
): Promise<Book> {
	const book = await getBook(work, code);
	if (book.kind === 'cooperative') return book;
	throw refuse('imports/not-a-cooperative', {book: code}, 'book');
}

/** An import of a book, among those of some kinds: who may see the one may not see the other. */
export type NamedImport = {
	readonly book: BookCode;
	readonly import: string;
	readonly kinds: readonly ImportKind[];
};

/** @throws DomainError `imports/unknown`. */
export async function getImport(
	work: ImportWork,
	{book: code, import: id, kinds}: NamedImport,
	isHeld?: 'held',
): Promise<{readonly book: Book; readonly one: Import & {readonly attempts: number}}> {
	const book = await getCooperativeBook(work, code);
	const one = await work.imports.findImport(book, id, isHeld);
	if (!one || !kinds.includes(one.kind)) {
		throw refuse('imports/unknown', {import: id, book: code}, 'import');
	}
	return {book, one};
}

/**
 * Somebody turns an import down that is not posted yet; also its own uploader.
 * @throws DomainError `imports/wrong-status`.
 */
export async function rejectImport(
	work: ImportWork,
	wanted: NamedImport & {readonly reason: string},
): Promise<Import> {
	const {book, one} = await getImport(work, wanted, 'held');
	requireStatus(one, 'waiting', 'checking', 'faulty', 'ready');
	requireAnother(one, work.actor);
	const {userId, name} = work.actor;
	await work.imports.changeImport(book, one.id, {
		status: 'rejected',
		decision: {by: {userId, name}, at: work.now(), reason: wanted.reason},
	});
	return (await getImport(work, wanted)).one;
}

/**
 * Judges what belongs to opening balances and to nothing else.
 * @throws DomainError `imports/options-missing`, `imports/options-unwanted`,
 * `imports/cut-off-day`.
 */
function decideTerms(
	book: Book,
	{kind, opening}: Pick<NewImport, 'kind' | 'opening'>,
	today: string,
): void {
	if (kind !== 'opening-balances') {
		if (opening) throw refuse('imports/options-unwanted', {field: 'opening', kind}, 'opening');
		return;
	}
	if (!opening) throw refuse('imports/options-missing', {field: 'opening'}, 'opening');
	const {cutOffOn: date} = opening;
	if (date >= book.openedOn && date <= today) return;
	const values = {date, openedOn: book.openedOn, today};
	throw refuse('imports/cut-off-day', values, 'opening.cutOffOn');
}

function decode(text: string): Buffer {
	const isBase64 = text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/u.test(text);
	if (!isBase64) throw refuse('imports/not-base64', {}, 'contentBase64');
	const content = Buffer.from(text, 'base64');
	if (content.length === 0) throw refuse('imports/empty', {}, 'contentBase64');
	if (content.length <= fileBytesMax) return content;
	const values = {bytes: String(content.length), max: String(fileBytesMax)};
	throw refuse('imports/file-too-large', values, 'contentBase64');
}

async function refuseKnownFile(
	work: ImportWork,
	book: Book,
	kind: ImportKind,
	sha256: string,
): Promise<void> {
	const same = await work.imports.findSameFile(book, kind, sha256);
	if (!same) return;
	const values = {
		import: same.id,
		status: same.status,
		by: same.uploadedBy.name,
		at: same.uploadedAt.toISOString(),
	};
	throw refuse('imports/file-known', values, 'contentBase64');
}
