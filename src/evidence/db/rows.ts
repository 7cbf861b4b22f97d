import type {BookCode} from '../../kernel/ids.ts';
import type {Checkpoint, Head, SigningKey} from '../checkpoint.ts';

export type KeyRow = {
	number: number;
	key_id: string;
	public_key: Buffer;
	certified_by: string;
	made_at: Date;
	canonical: string;
	signature: string;
};

export const toKey = (row: KeyRow): SigningKey => ({
	number: row.number,
	keyId: row.key_id,
	publicKey: row.public_key.toString('base64'),
	certifiedBy: row.certified_by,
	madeAt: row.made_at,
	canonical: row.canonical,
	signature: row.signature,
});

export const fromKey = (key: SigningKey): KeyRow => ({
	number: key.number,
	key_id: key.keyId,
	public_key: Buffer.from(key.publicKey, 'base64'),
	certified_by: key.certifiedBy,
	made_at: key.madeAt,
	canonical: key.canonical,
	signature: key.signature,
});

export type CheckpointRow = {
	sequence: number;
	taken_at: Date;
	log_size: number;
	log_root: Buffer;
	key_id: string;
	canonical: string;
	signature: string;
};

export const toCheckpoint = (row: CheckpointRow): Checkpoint => ({
	sequence: row.sequence,
	takenAt: row.taken_at,
	logSize: row.log_size,
	logRoot: row.log_root.toString('hex'),
	keyId: row.key_id,
	canonical: row.canonical,
	signature: row.signature,
});

export const fromCheckpoint = (checkpoint: Checkpoint): CheckpointRow => ({
	sequence: checkpoint.sequence,
	taken_at: checkpoint.takenAt,
	log_size: checkpoint.logSize,
	log_root: Buffer.from(checkpoint.logRoot, 'hex'),
	key_id: checkpoint.keyId,
	canonical: checkpoint.canonical,
	signature: checkpoint.signature,
});

/** A head that moved, as `evidence_moved_heads` tells it. */
export type MovedRow = {code: string; size: number; head: Buffer; root: Buffer; recorded_at: Date};

export const toMoved = (row: MovedRow): Omit<Head, 'position' | 'checkpoint' | 'canonical'> => ({
	book: row.code as BookCode,
	size: row.size,
	head: row.head.toString('hex'),
	root: row.root.toString('hex'),
	recordedAt: row.recorded_at,
});

export type HeadRow = MovedRow & {position: number; checkpoint: number; canonical: string};

export const toHead = (row: HeadRow): Head => ({
	...toMoved(row),
	position: row.position,
	checkpoint: row.checkpoint,
	canonical: row.canonical,
});
