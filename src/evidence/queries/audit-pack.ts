import type {BookCode} from '../../kernel/ids.ts';
import {type Book, getBook} from '../../ledger/index.ts';
import type {Checkpoint} from '../checkpoint.ts';
import {refuse} from '../errors.ts';
import {packEnd, packEntries, packLeaves, packSigned, packStart} from '../pack.ts';
import type {EvidenceWork} from '../ports.ts';
import {getCheckpoint, keysUpTo} from './checkpoints.ts';

const leavesPerPage = 8192;
const entriesPerPage = 1000;

/**
 * The audit pack of a book under a checkpoint, the newest when none is named: in pieces, each read
 * in a transaction of its own. Everything in it is only ever added to and was there when the
 * checkpoint was taken, so that the pieces fit however long they take to send.
 * @throws DomainError `ledger/unknown-book`, `evidence/unknown-checkpoint`,
 * `evidence/book-not-covered`: all before the first piece.
 */
export async function openPack(
	work: EvidenceWork,
	asked: {readonly book: BookCode; readonly checkpoint?: number},
): Promise<AsyncGenerator<string>> {
	const book = await getBook(work, asked.book);
	const checkpoint = await getCheckpoint(work, asked.checkpoint, 'query.checkpoint');
	const head = await work.evidence.findHead(book, checkpoint.logSize);
	if (!head) {
		const values = {book: book.code, sequence: String(checkpoint.sequence)};
		throw refuse('evidence/book-not-covered', values, 'query.book');
	}
	const keys = await keysUpTo(work, checkpoint);
	const start = packStart(book.code, checkpoint) + [...keys, checkpoint].map(packSigned).join('');
	return writePack(work, {start, keys: keys.length, book, checkpoint, size: head.size});
}

type Opened = {
	readonly start: string;
	readonly keys: number;
	readonly book: Book;
	readonly checkpoint: Checkpoint;
	readonly size: number;
};

async function* writePack(
	{afresh}: Pick<EvidenceWork, 'afresh'>,
	{start, keys, book, checkpoint: {logSize}, size}: Opened,
): AsyncGenerator<string> {
	yield start;
	let leaves = 0;
	while (leaves < logSize) {
		const query = {from: leaves, limit: Math.min(leavesPerPage, logSize - leaves), textsOf: book};
		const page = await afresh(async ({evidence}) => evidence.leaves(query));
		if (page.length === 0) break;
		yield packLeaves(page);
		leaves += page.length;
	}
	let entries = 0;
	for (let after = 0; ;) {
		const query = {after, upTo: size, limit: entriesPerPage};
		const page = await afresh(async ({evidence}) => evidence.sealedTexts(book, query));
		yield packEntries(page.map(({canonical}) => canonical));
		entries += page.length;
		if (page.length < entriesPerPage) break;
		after = page.at(-1)!.number;
	}
	yield packEnd({keys, leaves, entries});
}
