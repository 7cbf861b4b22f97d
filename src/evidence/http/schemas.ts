import {z} from 'zod';
import {momentText} from '../../http/fields.ts';
import type {
	Checkpoint,
	ConsistencyProof,
	EntryProof,
	Head,
	LogLeaf,
	SigningKey,
} from '../index.ts';

const hash = () =>
	z.string().meta({description: 'Hexadecimal SHA-256.', pattern: '^[0-9a-f]{64}$'});
const signedText = () => z.string().meta({description: 'What was signed, to the byte, in UTF-8.'});
const signature = () => z.string().meta({description: 'Ed25519 (RFC 8032), in base64.'});
const path = () =>
	z.array(hash()).meta({description: 'From the leaf up to the root (RFC 9162, 2.1).'});

export const checkpointAnswer = z.strictObject({
	sequence: z.int(),
	takenAt: momentText(),
	logSize: z.int().meta({description: 'How many heads the log had.'}),
	logRoot: hash(),
	keyId: hash(),
	canonical: signedText(),
	signature: signature(),
});

export const keyAnswer = z.strictObject({
	number: z.int(),
	keyId: hash(),
	publicKey: z.string().meta({description: 'SPKI (DER) in base64.'}),
	certifiedBy: hash().meta({description: 'The key before it, or itself for a first one.'}),
	madeAt: momentText(),
	canonical: signedText(),
	signature: signature(),
});

export const leafAnswer = z.strictObject({
	position: z.int(),
	hash: hash(),
	canonical: z.string().nullable().meta({
		description: 'The text of the head; null where the book is outside your scope.',
	}),
});

const headAnswer = z.strictObject({
	position: z.int(),
	checkpoint: z.int(),
	book: z.string(),
	size: z.int(),
	head: hash(),
	root: hash(),
	recordedAt: momentText(),
	canonical: z.string(),
});

export const entryProofAnswer = z.strictObject({
	entry: z.strictObject({
		book: z.string(),
		number: z.int(),
		hash: hash(),
		canonical: z.string().meta({description: 'What was hashed, to the byte, in UTF-8.'}),
	}),
	bookProof: z.strictObject({index: z.int(), size: z.int(), path: path(), root: hash()}),
	head: headAnswer,
	logProof: z.strictObject({index: z.int(), size: z.int(), path: path(), root: hash()}),
	checkpoint: checkpointAnswer,
	keys: z.array(keyAnswer),
});

export const consistencyAnswer = z.strictObject({
	from: checkpointAnswer,
	to: checkpointAnswer,
	path: path(),
});

export const presentCheckpoint = (checkpoint: Checkpoint): z.output<typeof checkpointAnswer> => ({
	sequence: checkpoint.sequence,
	takenAt: checkpoint.takenAt.toISOString(),
	logSize: checkpoint.logSize,
	logRoot: checkpoint.logRoot,
	keyId: checkpoint.keyId,
	canonical: checkpoint.canonical,
	signature: checkpoint.signature,
});

export const presentKey = (key: SigningKey): z.output<typeof keyAnswer> => ({
	number: key.number,
	keyId: key.keyId,
	publicKey: key.publicKey,
	certifiedBy: key.certifiedBy,
	madeAt: key.madeAt.toISOString(),
	canonical: key.canonical,
	signature: key.signature,
});

export const presentLeaf = (leaf: LogLeaf): z.output<typeof leafAnswer> => ({
	position: leaf.position,
	hash: leaf.hash,
	canonical: leaf.canonical ?? null,
});

const presentHead = (head: Head): z.output<typeof headAnswer> => ({
	position: head.position,
	checkpoint: head.checkpoint,
	book: head.book,
	size: head.size,
	head: head.head,
	root: head.root,
	recordedAt: head.recordedAt.toISOString(),
	canonical: head.canonical,
});

export const presentEntryProof = ({
	entry,
	bookPath,
	head,
	logPath,
	checkpoint,
	keys,
}: EntryProof): z.output<typeof entryProofAnswer> => ({
	entry: {
		book: entry.book,
		number: entry.number,
		hash: entry.hash,
		canonical: entry.canonical,
	},
	bookProof: {index: entry.number - 1, size: head.size, path: [...bookPath], root: head.root},
	head: presentHead(head),
	logProof: {
		index: head.position,
		size: checkpoint.logSize,
		path: [...logPath],
		root: checkpoint.logRoot,
	},
	checkpoint: presentCheckpoint(checkpoint),
	keys: keys.map(presentKey),
});

export const presentConsistency = ({
	from,
	to,
	path: hashes,
}: ConsistencyProof): z.output<typeof consistencyAnswer> => ({
	from: presentCheckpoint(from),
	to: presentCheckpoint(to),
	path: [...hashes],
});
