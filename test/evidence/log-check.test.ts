import test from 'ava';
import {certifyKey, signCheckpoint} from '../../src/evidence/checkpoint.ts';
import {createLogCheck, trailHeadBreaches} from '../../src/evidence/log-check.ts';
import {leafHash, nodeHash} from '../../src/evidence/merkle-tree.ts';
import {privateKeyOf, signerOf} from '../../src/evidence/signing-key.ts';
import {sha256} from './setup.ts';

const signer = signerOf(privateKeyOf(sha256('penanda tangan')));
const at = new Date('2026-03-01T00:00:00Z');
const keys = [certifyKey(signer, 1, signer, at)];
const [a, b, c] = ['a', 'b', 'c'].map((text) => leafHash(Buffer.from(text)));
const first = signCheckpoint(undefined, {size: 1, root: a!, heads: []}, at, signer);
const root = nodeHash(nodeHash(a!, b!), c!);
const second = signCheckpoint(first, {size: 3, root, heads: []}, at, signer);

const check = (leaves: readonly (string | undefined)[], checkpoints = [first, second]) => {
	const {next, end} = createLogCheck(checkpoints, keys);
	for (const leaf of leaves) next(leaf!);
	return end().map(({code, checkpoint}) => `${code} ${checkpoint}`);
};

test('every checkpoint is of the log as it stands', (t) => {
	t.deepEqual(check([a, b, c]), []);
	t.deepEqual(check([a, b, c, a]), []);
	t.deepEqual(check([a, c, b]), ['verify/log-root 2']);
	t.deepEqual(check([b, b, c]), ['verify/log-root 1', 'verify/log-root 2']);
	t.deepEqual(check([a, b]), ['verify/log-root 2']);
});

test('and is signed as it stands', (t) => {
	const other = nodeHash(a!, b!);
	t.deepEqual(check([a, b], [{...second, logSize: 2, logRoot: other}]), [
		'verify/checkpoint-signature 2',
	]);
	t.deepEqual(check([a, b, c], [{...second, keyId: 'x'}]), ['verify/checkpoint-signature 2']);
	const canonical = second.canonical.replace('2026', '2025');
	t.deepEqual(check([a, b, c], [{...second, canonical}]), ['verify/checkpoint-signature 2']);
});

test('a leaf of the trail is its text, and the act that stands there', (t) => {
	const canonical = '["bergulir/trail-head/1",1,7,"aa","2026-03-01T00:00:00.000Z"]';
	const leaf = leafHash(Buffer.from(canonical));
	const told = {checkpoint: 1, size: 7, head: 'aa', canonical, leaf, act: 'aa'};
	t.deepEqual(trailHeadBreaches(told), []);
	const explained = (more: Partial<typeof told> | {act: undefined}) =>
		trailHeadBreaches({...told, ...more}).map(({explanation}) => explanation);
	t.deepEqual(explained({act: 'bb'}), ['act 7 is not the one that was signed']);
	t.deepEqual(explained({act: undefined}), ['act 7 was signed and is gone']);
	t.deepEqual(explained({head: 'bb'}), ['the leaf of act 7 is not that of its text']);
	t.deepEqual(explained({leaf: 'cc'}), ['the leaf of act 7 is not that of its text']);
});
