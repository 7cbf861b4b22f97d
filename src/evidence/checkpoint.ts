import type {BookCode} from '../kernel/ids.ts';
import type {Signer} from '../kernel/signer.ts';
import type {Hash} from './merkle-tree.ts';

/** Where the chain of a book stood when a checkpoint was taken: a leaf of the log. */
export type Head = {
	/** Its place in the log, from 0. */
	readonly position: number;
	/** The checkpoint that first covered it. */
	readonly checkpoint: number;
	readonly book: BookCode;
	/** How many entries the book had. */
	readonly size: number;
	/** The hash of the last of them. */
	readonly head: Hash;
	/** The root of the tree over all of them. */
	readonly root: Hash;
	/** When the last of them was recorded. */
	readonly recordedAt: Date;
	readonly canonical: string;
};

/** Where the chain of the trail stood: a leaf of the log beside those of books. */
export type TrailHead = Omit<Head, 'book' | 'root'>;

/** What this installation signed about all books at one moment. */
export type Checkpoint = {
	readonly sequence: number;
	readonly takenAt: Date;
	/** How many heads the log had. */
	readonly logSize: number;
	readonly logRoot: Hash;
	readonly keyId: string;
	readonly canonical: string;
	readonly signature: string;
};

/** A key that checkpoints are signed with, and who vouched for it. */
export type SigningKey = {
	readonly number: number;
	readonly keyId: string;
	/** SPKI (DER) in base64. */
	readonly publicKey: string;
	/** The key before it, or itself where there was none to ask. */
	readonly certifiedBy: string;
	readonly madeAt: Date;
	readonly canonical: string;
	readonly signature: string;
};

type Bare<Sealed> = Omit<Sealed, 'canonical' | 'signature'>;

/**
 * The encoders of what the log holds and of what is signed: a JSON array in a fixed order, as an
 * entry's is. The version stands first; another order or another field is another version.
 */
export const encodeHead = (head: Omit<Bare<Head>, 'position'>): string =>
	JSON.stringify([
		'bergulir/head/1',
		head.checkpoint,
		head.book,
		head.size,
		head.head,
		head.root,
		head.recordedAt.toISOString(),
	]);

export const encodeTrailHead = (head: Omit<Bare<TrailHead>, 'position'>): string =>
	JSON.stringify([
		'bergulir/trail-head/1',
		head.checkpoint,
		head.size,
		head.head,
		head.recordedAt.toISOString(),
	]);

export const encodeCheckpoint = (checkpoint: Bare<Checkpoint>): string =>
	JSON.stringify([
		'bergulir/checkpoint/1',
		checkpoint.sequence,
		checkpoint.takenAt.toISOString(),
		checkpoint.logSize,
		checkpoint.logRoot,
		checkpoint.keyId,
	]);

export const encodeCertificate = (key: Bare<SigningKey>): string =>
	JSON.stringify([
		'bergulir/key/1',
		key.number,
		key.keyId,
		key.publicKey,
		key.certifiedBy,
		key.madeAt.toISOString(),
	]);

/** Puts the heads that moved at the end of the log, under the checkpoint that will cover them. */
export const placeHeads = (
	moved: readonly Omit<Head, 'position' | 'checkpoint' | 'canonical'>[],
	last: Checkpoint | undefined,
): Head[] =>
	moved.map((head, index) => {
		const placed = {
			...head,
			position: (last?.logSize ?? 0) + index,
			checkpoint: (last?.sequence ?? 0) + 1,
		};
		return {...placed, canonical: encodeHead(placed)};
	});

/** Puts the head of the trail after those of books, of which there are so many. */
export function placeTrailHead(
	moved: Omit<TrailHead, 'position' | 'checkpoint' | 'canonical'>,
	last: Checkpoint | undefined,
	books: number,
): TrailHead {
	const placed = {
		...moved,
		position: (last?.logSize ?? 0) + books,
		checkpoint: (last?.sequence ?? 0) + 1,
	};
	return {...placed, canonical: encodeTrailHead(placed)};
}

/** The checkpoint over a log that has grown; never before what it speaks of, whatever the clock. */
export function signCheckpoint(
	last: Checkpoint | undefined,
	log: {
		readonly size: number;
		readonly root: Hash;
		readonly heads: readonly Pick<Head, 'recordedAt'>[];
	},
	now: Date,
	signer: Signer,
): Checkpoint {
	const moments = [
		now,
		...(last ? [last.takenAt] : []),
		...log.heads.map((head) => head.recordedAt),
	];
	const bare = {
		sequence: (last?.sequence ?? 0) + 1,
		takenAt: moments.reduce((latest, moment) => (moment > latest ? moment : latest)),
		logSize: log.size,
		logRoot: log.root,
		keyId: signer.keyId,
	};
	const canonical = encodeCheckpoint(bare);
	return {...bare, canonical, signature: signer.sign(canonical)};
}

/** The certificate of the key that follows another; of a first one when there is none to follow. */
export function certifyKey(
	key: Pick<Signer, 'keyId' | 'publicKey'>,
	number: number,
	certifier: Signer,
	madeAt: Date,
): SigningKey {
	const {keyId, publicKey} = key;
	const bare = {number, keyId, publicKey, certifiedBy: certifier.keyId, madeAt};
	const canonical = encodeCertificate(bare);
	return {...bare, canonical, signature: certifier.sign(canonical)};
}
