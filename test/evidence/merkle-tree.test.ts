// The tree of RFC 9162 against the test data of the certificate-transparency project (its leaves,
// roots and proofs, typed from there), and against the definition itself, written out recursively.
import {createHash} from 'node:crypto';
import test from 'ava';
import fc from 'fast-check';
import {
	type Hash,
	type LeafRange,
	consistencyRanges,
	emptyRoot,
	inclusionRanges,
	isConsistent,
	keptEvery,
	keptNodesOf,
	leafHash,
	nodeHash,
	rootOfInclusion,
	rootOfKept,
} from '../../src/evidence/merkle-tree.ts';

const published = [
	'',
	'00',
	'10',
	'2021',
	'3031',
	'40414243',
	'5051525354555657',
	'606162636465666768696a6b6c6d6e6f',
].map((bytes) => leafHash(Buffer.from(bytes, 'hex')));

const roots = [
	'6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
	'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
	'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
	'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
	'4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
	'76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
	'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
	'5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

/** MTH of RFC 9162, 2.1.1, as it is defined there. */
function treeHash(leaves: readonly Hash[]): Hash {
	if (leaves.length === 0) return createHash('sha256').digest('hex');
	if (leaves.length === 1) return leaves[0]!;
	let split = 1;
	while (split * 2 < leaves.length) split *= 2;
	return nodeHash(treeHash(leaves.slice(0, split)), treeHash(leaves.slice(split)));
}

/** What a store would hold of these leaves: every eighth level. */
function keep(leaves: readonly Hash[]): Hash[][] {
	const levels = [[...leaves]];
	for (let below = levels[0]!; below.length >= 256; below = levels.at(-1)!) {
		const full = Math.floor(below.length / 256);
		const source = below;
		levels.push(
			Array.from({length: full}, (_, at) => treeHash(source.slice(at * 256, (at + 1) * 256))),
		);
	}
	return levels;
}

const hashOf = (levels: readonly Hash[][], range: LeafRange): Hash =>
	rootOfKept(
		keptNodesOf(range).map(({level, first, width}) =>
			levels[level / keptEvery]!.slice(first, first + width),
		),
	);

test('an empty tree has the hash of nothing', (t) => {
	t.is(emptyRoot, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
});

test('the published leaves have the published roots', (t) => {
	const levels = keep(published);
	for (const [index, root] of roots.entries()) {
		t.is(hashOf(levels, {start: 0, end: index + 1}), root, `size ${index + 1}`);
	}
});

const proves = test.macro({
	exec(t, index: number, size: number, path: readonly Hash[]) {
		const levels = keep(published.slice(0, size));
		const found = inclusionRanges(index, size).map((range) => hashOf(levels, range));
		t.deepEqual(found, [...path]);
		t.is(rootOfInclusion(published[index]!, index, size, path), roots[size - 1]);
	},
	title: (_, index: number, size: number) => `the published proof of leaf ${index} of ${size}`,
});

const [h96, h5f, h6b, hbc, hca] = [
	'96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
	'5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
	'6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
	'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
	'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
] as const;

test(proves, 0, 1, []);
test(proves, 0, 8, [h96, h5f, h6b]);
test(proves, 5, 8, [hbc, hca, roots[3]!]);
test(proves, 2, 3, [roots[1]!]);
test(proves, 1, 5, [roots[0]!, h5f, hbc]);

const continues = test.macro({
	exec(t, from: number, to: number, path: readonly Hash[]) {
		const levels = keep(published.slice(0, to));
		t.deepEqual(
			consistencyRanges(from, to).map((range) => hashOf(levels, range)),
			[...path],
		);
		const [older, newer] = [from, to].map((size) => ({size, root: roots[size - 1]!}));
		t.true(isConsistent(older!, newer!, path));
	},
	title: (_, from: number, to: number) => `the published proof from size ${from} to ${to}`,
});

test(continues, 1, 1, []);
test(continues, 1, 8, [h96, h5f, h6b]);
test(continues, 6, 8, [
	'0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
	hca,
	roots[3]!,
]);
test(continues, 2, 5, [h5f, hbc]);

test('a range is read from few kept nodes, whatever its length', (t) => {
	// 10,000,000 = 152 * 65,536 + 150 * 256 + 128, each in powers of two.
	t.deepEqual(keptNodesOf({start: 0, end: 10_000_000}), [
		{level: 16, first: 0, width: 128},
		{level: 16, first: 128, width: 16},
		{level: 16, first: 144, width: 8},
		{level: 8, first: 38_912, width: 128},
		{level: 8, first: 39_040, width: 16},
		{level: 8, first: 39_056, width: 4},
		{level: 8, first: 39_060, width: 2},
		{level: 0, first: 9_999_872, width: 128},
	]);
	t.deepEqual(keptNodesOf({start: 4, end: 4}), []);
});

const leaf = (index: number): Hash => leafHash(Buffer.from(String(index)));
const many = Array.from({length: 1200}, (_, index) => leaf(index));
const sizes = fc.integer({min: 1, max: many.length});

test('law: a range has the hash that its definition gives it', (t) => {
	fc.assert(
		fc.property(sizes, (size) => {
			const leaves = many.slice(0, size);
			t.is(hashOf(keep(leaves), {start: 0, end: size}), treeHash(leaves));
		}),
		{numRuns: 60},
	);
});

test('law: the proof of every leaf leads to the root, and of no other leaf', (t) => {
	fc.assert(
		fc.property(sizes, fc.nat(), fc.nat(), (size, anyIndex, anyOther) => {
			const [index, other] = [anyIndex % size, anyOther % size];
			const leaves = many.slice(0, size);
			const root = treeHash(leaves);
			const levels = keep(leaves);
			const path = inclusionRanges(index, size).map((range) => hashOf(levels, range));
			t.is(rootOfInclusion(leaves[index]!, index, size, path), root);
			if (other !== index) {
				t.not(rootOfInclusion(leaves[other]!, index, size, path), root);
				t.not(rootOfInclusion(leaves[index]!, other, size, path), root);
			}
			t.not(rootOfInclusion(leaves[index]!, index, size, [...path, root]), root);
			if (path.length > 0) t.not(rootOfInclusion(leaves[index]!, index, size, path.slice(1)), root);
			t.is(rootOfInclusion(leaves[index]!, size, size, path), undefined);
		}),
		{numRuns: 80},
	);
});

test('law: a tree continues every earlier one of its own, and none that was changed', (t) => {
	fc.assert(
		fc.property(sizes, fc.nat(), fc.nat(), (to, anyFrom, anyChange) => {
			const from = (anyFrom % to) + 1;
			const leaves = many.slice(0, to);
			const levels = keep(leaves);
			const path = consistencyRanges(from, to).map((range) => hashOf(levels, range));
			const older = {size: from, root: treeHash(leaves.slice(0, from))};
			const newer = {size: to, root: treeHash(leaves)};
			t.true(isConsistent(older, newer, path));
			const changed = leaves.slice(0, from);
			changed[anyChange % from] = leaf(-1);
			t.false(isConsistent({size: from, root: treeHash(changed)}, newer, path));
			t.false(isConsistent(older, {size: to, root: leaf(-1)}, path));
			t.false(isConsistent(older, newer, [...path, leaf(-1)]));
			if (path.length > 0) t.false(isConsistent(older, newer, path.slice(1)));
		}),
		{numRuns: 80},
	);
});

test('an older tree that is longer, or empty, proves nothing', (t) => {
	t.false(isConsistent({size: 3, root: roots[2]!}, {size: 2, root: roots[1]!}, []));
	t.false(isConsistent({size: 0, root: emptyRoot}, {size: 2, root: roots[1]!}, []));
	t.false(isConsistent({size: 3, root: roots[2]!}, {size: 5, root: roots[4]!}, []));
});
