import type {BookCode} from '../../kernel/ids.ts';
import {type SealedEntry, getEntry} from '../../ledger/index.ts';
import type {Checkpoint, Head, SigningKey} from '../checkpoint.ts';
import {refuse} from '../errors.ts';
import {
	type Hash,
	type LeafRange,
	consistencyRanges,
	inclusionRanges,
	isConsistent,
	keptNodesOf,
	leafHash,
	rootOfInclusion,
	rootOfKept,
} from '../merkle-tree.ts';
import type {EvidenceWork, Tree} from '../ports.ts';
import {getCheckpoint, keysUpTo} from './checkpoints.ts';

/** That an entry is under a signature: from its text to the head, from the head to the log. */
export type EntryProof = {
	readonly entry: SealedEntry;
	/** From the entry's hash to the root of its book. */
	readonly bookPath: readonly Hash[];
	readonly head: Head;
	/** From the head's text to the root of the log. */
	readonly logPath: readonly Hash[];
	readonly checkpoint: Checkpoint;
	readonly keys: readonly SigningKey[];
};

/**
 * Proves an entry under a checkpoint, the newest when none is named.
 * @throws DomainError `ledger/unknown-book`, `ledger/unknown-entry`, `evidence/unknown-checkpoint`,
 * `evidence/entry-not-covered`, `evidence/contradicted`.
 */
export async function proveEntry(
	work: EvidenceWork,
	asked: {readonly book: BookCode; readonly number: number; readonly checkpoint?: number},
): Promise<EntryProof> {
	const {book, entry} = await getEntry(work, asked);
	const checkpoint = await getCheckpoint(work, asked.checkpoint, 'query.checkpoint');
	const head = await work.evidence.findHead(book, checkpoint.logSize);
	const [number, sequence] = [String(asked.number), String(checkpoint.sequence)];
	if (!head || head.size < asked.number) {
		const values = {number, book: book.code, sequence, covered: String(head?.size ?? 0)};
		throw refuse('evidence/entry-not-covered', values, 'entry');
	}
	const index = asked.number - 1;
	const bookPath = await pathOf(work, book, inclusionRanges(index, head.size));
	const logPath = await pathOf(work, 'log', inclusionRanges(head.position, checkpoint.logSize));
	const entryLeaf = leafHash(Buffer.from(entry.hash, 'hex'));
	const headLeaf = leafHash(Buffer.from(head.canonical, 'utf8'));
	if (
		rootOfInclusion(entryLeaf, index, head.size, bookPath) !== head.root ||
		rootOfInclusion(headLeaf, head.position, checkpoint.logSize, logPath) !== checkpoint.logRoot
	) {
		throw refuse('evidence/contradicted', {book: book.code, sequence});
	}
	return {entry, bookPath, head, logPath, checkpoint, keys: await keysUpTo(work, checkpoint)};
}

export type ConsistencyProof = {
	readonly from: Checkpoint;
	readonly to: Checkpoint;
	readonly path: readonly Hash[];
};

/**
 * Proves that the log of one checkpoint is the beginning of that of a later one.
 * @throws DomainError `evidence/unknown-checkpoint`, `evidence/checkpoints-reversed`,
 * `evidence/log-contradicted`.
 */
export async function proveConsistency(
	work: EvidenceWork,
	asked: {readonly from: number; readonly to?: number},
): Promise<ConsistencyProof> {
	const from = await getCheckpoint(work, asked.from, 'query.from');
	const to = await getCheckpoint(work, asked.to, 'query.to');
	const values = {from: String(from.sequence), to: String(to.sequence)};
	if (from.sequence > to.sequence)
		throw refuse('evidence/checkpoints-reversed', values, 'query.from');
	const path = await pathOf(work, 'log', consistencyRanges(from.logSize, to.logSize));
	const [older, newer] = [treeOf(from), treeOf(to)];
	if (!isConsistent(older, newer, path)) throw refuse('evidence/log-contradicted', values);
	return {from, to, path};
}

const treeOf = ({logSize, logRoot}: Checkpoint) => ({size: logSize, root: logRoot});

/** The root over each range, from the kept nodes that each is made of, asked for all at once. */
async function pathOf(
	{evidence}: EvidenceWork,
	tree: Tree,
	ranges: readonly LeafRange[],
): Promise<Hash[]> {
	const wanted = ranges.map(keptNodesOf);
	const found = await evidence.nodes(tree, wanted.flat());
	// Where rows were taken away there is no path; an empty one leads nowhere, which is then told.
	if (wanted.flat().some(({width}, index) => found[index]!.length !== width)) return [];
	let next = 0;
	return wanted.map((runs) => rootOfKept(found.slice(next, (next += runs.length))));
}
