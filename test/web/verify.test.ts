// What the browser proves, held against what the service signs: the same trees on two roads.
import test from 'ava';
import {certifyKey, encodeHead, signCheckpoint} from '../../src/evidence/checkpoint.ts';
import {privateKeyOf, seedBytes, signerOf} from '../../src/evidence/index.ts';
import {
	type LeafRange,
	consistencyRanges,
	inclusionRanges,
	leafHash,
	nodeHash,
} from '../../src/evidence/merkle-tree.ts';
import type {BookCode} from '../../src/kernel/ids.ts';
import {
	headLeaf,
	isChainOfKeys,
	isConsistent,
	isSigned,
	rootOf,
	rootOfInclusion,
	saysCheckpoint,
} from '../../src/web/evidence/verify.ts';

const leaves = Array.from({length: 13}, (_, index) => leafHash(Buffer.from(`daun ${index}`)));

/** The root of a range, put together by the service's own hash of a node. */
const rootOfRange = ({start, end}: LeafRange): string => {
	if (end - start === 1) return leaves[start]!;
	let split = 1;
	while (split * 2 < end - start) split *= 2;
	const middle = start + split;
	return nodeHash(rootOfRange({start, end: middle}), rootOfRange({start: middle, end}));
};
const rootUpTo = (size: number): string => rootOfRange({start: 0, end: size});

test('the root of a tree is the one that the service makes', async (t) => {
	for (let size = 1; size <= leaves.length; size += 1) {
		t.is(await rootOf(leaves.slice(0, size)), rootUpTo(size), `${size} leaves`);
	}
	// The hash of nothing, as RFC 9162 has it for a tree without leaves.
	t.is(await rootOf([]), 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
	t.is(await headLeaf('daun 3'), leaves[3]!);
});

test('a leaf leads to the root, and another leaf does not', async (t) => {
	for (let size = 1; size <= leaves.length; size += 1) {
		for (let index = 0; index < size; index += 1) {
			const path = inclusionRanges(index, size).map(rootOfRange);
			const proof = {index, size, path};
			t.is(await rootOfInclusion(leaves[index]!, proof), rootUpTo(size), `${index} of ${size}`);
			t.not(await rootOfInclusion(leafHash(Buffer.from('palsu')), proof), rootUpTo(size));
		}
	}
	t.is(await rootOfInclusion(leaves[0]!, {index: 3, size: 3, path: []}), undefined);
});

test('a log that grew is the same log, and a changed one is not', async (t) => {
	for (let from = 1; from <= leaves.length; from += 1) {
		for (let to = from; to <= leaves.length; to += 1) {
			const path = from === to ? [] : consistencyRanges(from, to).map(rootOfRange);
			const older = {size: from, root: rootUpTo(from)};
			const newer = {size: to, root: rootUpTo(to)};
			t.true(await isConsistent(older, newer, path), `${from} to ${to}`);
			t.false(await isConsistent({...older, root: leafHash(Buffer.from('x'))}, newer, path));
			t.false(await isConsistent(older, {...newer, root: leafHash(Buffer.from('x'))}, path));
		}
	}
	t.false(await isConsistent({size: 5, root: rootUpTo(5)}, {size: 4, root: rootUpTo(4)}, []));
});

const madeAt = new Date('2026-11-24T05:00:00.000Z');
const signers = [1, 2].map((byte) => signerOf(privateKeyOf(Buffer.alloc(seedBytes, byte))));
const [first, second] = [signers[0]!, signers[1]!];
const keys = [certifyKey(first, 1, first, madeAt), certifyKey(second, 2, first, madeAt)].map(
	(key) => ({...key, madeAt: key.madeAt.toISOString()}),
);

test('keys lead from the first to the one that signs', async (t) => {
	t.true(await isChainOfKeys(keys, first.keyId));
	t.true(await isChainOfKeys(keys, second.keyId));
	t.false(await isChainOfKeys(keys.slice(0, 1), second.keyId));
	// The second key says of itself that the first one vouched for it, and signed that itself.
	const self = certifyKey(second, 2, second, madeAt);
	const forged = {...self, madeAt: self.madeAt.toISOString()};
	t.false(await isChainOfKeys([keys[0]!, forged], second.keyId));
	t.false(await isChainOfKeys([{...keys[0]!, keyId: second.keyId}], second.keyId));
});

test('a checkpoint is signed by its key, word for word', async (t) => {
	const head = {
		checkpoint: 1,
		book: 'KOP-1' as BookCode,
		size: 7,
		head: leaves[0]!,
		root: leaves[1]!,
		recordedAt: madeAt,
	};
	const canonical = encodeHead(head);
	const heads = [{...head, position: 0, canonical}];
	const root = await headLeaf(canonical);
	const signed = signCheckpoint(undefined, {size: 1, root, heads}, madeAt, first);
	const checkpoint = {...signed, takenAt: signed.takenAt.toISOString()};
	t.true(saysCheckpoint(checkpoint));
	t.true(await isSigned(first.publicKey, checkpoint.canonical, checkpoint.signature));
	t.false(await isSigned(second.publicKey, checkpoint.canonical, checkpoint.signature));
	t.false(await isSigned(first.publicKey, `${checkpoint.canonical} `, checkpoint.signature));
	t.false(saysCheckpoint({...checkpoint, logSize: 2}));
});
