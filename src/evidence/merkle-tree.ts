// The tree of RFC 9162, section 2.1, over leaves that are never in memory together: this file says
// which parts of it a proof is made of and puts hashes together; a store reads them.
import {createHash} from 'node:crypto';

/** Hexadecimal SHA-256. */
export type Hash = string;

/** The leaves from `start` up to and without `end`. */
export type LeafRange = {readonly start: number; readonly end: number};

/** Nodes that stand side by side at a level that is kept; at level 0 they are the leaves. */
export type KeptNodes = {readonly level: number; readonly first: number; readonly width: number};

/** Every eighth level is kept: a row for 256 nodes, and at most 255 hashes to make any other. */
export const keptEvery = 8;

const sha256 = (...parts: readonly Uint8Array[]): Hash => {
	const hash = createHash('sha256');
	for (const part of parts) hash.update(part);
	return hash.digest('hex');
};
const leafMark = Uint8Array.of(0);
const nodeMark = Uint8Array.of(1);

/** The hash of a leaf with these bytes. */
export const leafHash = (bytes: Uint8Array): Hash => sha256(leafMark, bytes);

/** The hash of the node above two. */
export const nodeHash = (left: Hash, right: Hash): Hash =>
	sha256(nodeMark, Buffer.from(left, 'hex'), Buffer.from(right, 'hex'));

/** What a tree without leaves has for a root. */
export const emptyRoot: Hash = sha256();

/** The parts that the proof of one leaf names, from the leaf's neighbour up to the root. */
export function inclusionRanges(index: number, size: number): LeafRange[] {
	const ranges: LeafRange[] = [];
	for (let [start, end] = [0, size]; end - start > 1;) {
		const middle = start + splitOf(end - start);
		if (index < middle) {
			ranges.push({start: middle, end});
			end = middle;
		} else {
			ranges.push({start, end: middle});
			start = middle;
		}
	}
	return ranges.reverse();
}

/** The parts that prove a tree of `from` leaves to be the beginning of one of `to`. */
export function consistencyRanges(from: number, to: number): LeafRange[] {
	const ranges: LeafRange[] = [];
	let [start, end] = [0, to];
	while (from !== end) {
		const middle = start + splitOf(end - start);
		if (from <= middle) {
			ranges.push({start: middle, end});
			end = middle;
		} else {
			ranges.push({start, end: middle});
			start = middle;
		}
	}
	// From the very first leaf on it is the older tree itself, whose root the reader has.
	if (start > 0) ranges.push({start, end});
	return ranges.reverse();
}

/** The kept nodes that a range is made of: for each of its full subtrees, left to right. */
export function keptNodesOf({start, end}: LeafRange): KeptNodes[] {
	const nodes: KeptNodes[] = [];
	for (let at = start; at < end;) {
		let [height, leaves] = [0, 1];
		while (leaves * 2 <= end - at) {
			leaves *= 2;
			height += 1;
		}
		const level = height - (height % keptEvery);
		const leavesOfNode = 2 ** level;
		nodes.push({level, first: at / leavesOfNode, width: leaves / leavesOfNode});
		at += leaves;
	}
	return nodes;
}

/** The root over the hashes of the kept nodes that {@link keptNodesOf} named. */
export const rootOfKept = (subtrees: readonly (readonly Hash[])[]): Hash =>
	subtrees.map(fold).reduceRight((right, left) => nodeHash(left, right));

function fold(hashes: readonly Hash[]): Hash {
	let level = [...hashes];
	while (level.length > 1) {
		level = level
			.filter((_, index) => index % 2 === 0)
			.map((left, index) => nodeHash(left, level[index * 2 + 1]!));
	}
	return level[0]!;
}

/** The root to which a leaf's proof leads (RFC 9162, 2.1.3.2); undefined when it leads nowhere. */
export function rootOfInclusion(
	leaf: Hash,
	index: number,
	size: number,
	path: readonly Hash[],
): Hash | undefined {
	if (index < 0 || index >= size) return undefined;
	let [at, last, root] = [index, size - 1, leaf];
	for (const hash of path) {
		if (last === 0) return undefined;
		if (at % 2 === 1 || at === last) {
			root = nodeHash(hash, root);
			while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, half(last)];
		} else {
			root = nodeHash(root, hash);
		}
		[at, last] = [half(at), half(last)];
	}
	return last === 0 ? root : undefined;
}

/** Whether a proof shows that the older tree is the beginning of the newer (RFC 9162, 2.1.4.2). */
export function isConsistent(
	older: {readonly size: number; readonly root: Hash},
	newer: {readonly size: number; readonly root: Hash},
	path: readonly Hash[],
): boolean {
	if (older.size < 1 || older.size > newer.size) return false;
	if (older.size === newer.size) return path.length === 0 && older.root === newer.root;
	const isFull = splitOf(older.size + 1) === older.size;
	const [first, ...others] = isFull ? [older.root, ...path] : path;
	if (first === undefined) return false;
	let [at, last] = [older.size - 1, newer.size - 1];
	while (at % 2 === 1) [at, last] = [half(at), half(last)];
	let [olderRoot, newerRoot] = [first, first];
	for (const hash of others) {
		if (last === 0) return false;
		if (at % 2 === 1 || at === last) {
			olderRoot = nodeHash(hash, olderRoot);
			newerRoot = nodeHash(hash, newerRoot);
			while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, half(last)];
		} else {
			newerRoot = nodeHash(newerRoot, hash);
		}
		[at, last] = [half(at), half(last)];
	}
	return last === 0 && olderRoot === older.root && newerRoot === newer.root;
}

/** The largest power of two below a number above one: where RFC 9162 splits so many leaves. */
function splitOf(leaves: number): number {
	let split = 1;
	while (split * 2 < leaves) split *= 2;
	return split;
}

const half = (value: number): number => Math.floor(value / 2);
