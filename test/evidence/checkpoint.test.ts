// The golden bytes of the encodings, by version. Digests come from sha256sum and signatures from
// openssl, with the keys of RFC 8032, 7.1; they are never made anew to make a test pass.
import {readFileSync} from 'node:fs';
import test from 'ava';
import {
	type Checkpoint,
	certifyKey,
	encodeCertificate,
	encodeCheckpoint,
	encodeHead,
	placeHeads,
	signCheckpoint,
} from '../../src/evidence/checkpoint.ts';
import {leafHash, nodeHash} from '../../src/evidence/merkle-tree.ts';
import {privateKeyOf, signerOf} from '../../src/evidence/signing-key.ts';
import type {BookCode} from '../../src/kernel/ids.ts';

type Vectors = {
	readonly head: {head: Record<string, never>; text: string; leaf: string};
	readonly checkpoint: {checkpoint: Record<string, never>; text: string; signature: string};
	readonly certificates: {key: Record<string, never>; text: string; signature: string}[];
};

const file = new URL('checkpoint.vectors.json', import.meta.url);
const vectors = JSON.parse(readFileSync(file, 'utf8')) as Vectors;
const [first, second] = [
	'9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
	'4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
].map((secret) => signerOf(privateKeyOf(Buffer.from(secret, 'hex')))) as [
	ReturnType<typeof signerOf>,
	ReturnType<typeof signerOf>,
];

const recordedAt = new Date('2026-03-01T16:59:59.123Z');
// The hashes of the ledger's golden entries.
const [one, two] = [
	'5a39e92bca3c10440599557e56399cb169b50b96a3c133ae6a5f5b28d8bbec66',
	'e091198f5515d663939270ed457894b4fec9d63f923c1d5982cedbb0b8fc2aaa',
];
const moved = {
	book: 'KOP-1771011001' as BookCode,
	size: 2,
	head: two,
	root: nodeHash(leafHash(Buffer.from(one, 'hex')), leafHash(Buffer.from(two, 'hex'))),
	recordedAt,
};

test('a head is encoded to its golden text, over the tree of its entries', (t) => {
	const {head, text, leaf} = vectors.head;
	t.is(encodeHead({...head, recordedAt: new Date(head.recordedAt!)} as never), text);
	const [placed] = placeHeads([moved], undefined);
	t.is(placed!.canonical, text);
	t.like(placed, {position: 0, checkpoint: 1});
	t.is(leafHash(Buffer.from(placed!.canonical, 'utf8')), leaf);
});

test('a checkpoint is encoded and signed to its golden bytes', (t) => {
	const {checkpoint, text, signature} = vectors.checkpoint;
	t.is(encodeCheckpoint({...checkpoint, takenAt: new Date(checkpoint.takenAt!)} as never), text);
	const heads = placeHeads([moved], undefined);
	const log = {size: 1, root: vectors.head.leaf, heads};
	const signed = signCheckpoint(undefined, log, new Date('2026-03-02T00:00:00Z'), first);
	t.like(signed, {sequence: 1, canonical: text, signature});
});

test('a certificate is encoded and signed to its golden bytes', (t) => {
	const [own, next] = vectors.certificates;
	t.is(encodeCertificate({...own!.key, madeAt: new Date(own!.key.madeAt!)} as never), own!.text);
	const certificate = certifyKey(first, 1, first, new Date('2026-01-01T00:00:00Z'));
	t.like(certificate, {canonical: own!.text, signature: own!.signature, number: 1});
	const rotated = certifyKey(second, 2, first, new Date('2026-06-30T17:00:00Z'));
	t.like(rotated, {canonical: next!.text, signature: next!.signature, keyId: second.keyId});
	t.is(rotated.certifiedBy, first.keyId);
});

const last: Checkpoint = {
	sequence: 7,
	takenAt: new Date('2026-03-05T00:00:00Z'),
	logSize: 40,
	logRoot: one,
	keyId: first.keyId,
	canonical: '',
	signature: '',
};

test('heads are placed behind those of the last checkpoint, under the next one', (t) => {
	const placed = placeHeads([moved, {...moved, book: 'KOTA-BENGKULU' as BookCode}], last);
	t.deepEqual(
		placed.map(({position, checkpoint, book}) => [position, checkpoint, book]),
		[
			[40, 8, 'KOP-1771011001'],
			[41, 8, 'KOTA-BENGKULU'],
		],
	);
});

const takes = test.macro({
	exec(t, now: string, expected: string) {
		const heads = placeHeads([moved], last);
		const log = {size: 41, root: two, heads};
		const signed = signCheckpoint(last, log, new Date(now), first);
		t.is(signed.takenAt.toISOString(), expected);
		t.is(signed.sequence, 8);
	},
	title: (name) => name!,
});

test('taken now', takes, '2026-03-06T00:00:00Z', '2026-03-06T00:00:00.000Z');
test(
	'where the clock ran back, taken when the last one was',
	takes,
	'2026-03-01T00:00:00Z',
	'2026-03-05T00:00:00.000Z',
);

test('a checkpoint is not taken before what it speaks of was recorded', (t) => {
	const heads = placeHeads([moved], undefined);
	const log = {size: 1, root: two, heads};
	const signed = signCheckpoint(undefined, log, new Date('2026-02-01T00:00:00Z'), first);
	t.deepEqual(signed.takenAt, recordedAt);
});
