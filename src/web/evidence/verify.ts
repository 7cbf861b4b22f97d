// What a reader can prove for themselves of what the service signed: with the browser's own
// cryptography, by the formulas of RFC 9162, and nothing taken on the service's word but its key.

export type Hash = string;

export type SignedCheckpoint = {
	readonly sequence: number;
	readonly takenAt: string;
	readonly logSize: number;
	readonly logRoot: Hash;
	readonly keyId: string;
	readonly canonical: string;
	readonly signature: string;
};

export type PublicKey = {
	readonly number: number;
	readonly keyId: string;
	/** SPKI (DER) in base64. */
	readonly publicKey: string;
	readonly certifiedBy: string;
	readonly madeAt: string;
	readonly canonical: string;
	readonly signature: string;
};

type Bytes = Uint8Array<ArrayBuffer>;

const utf8 = (text: string): Bytes => new TextEncoder().encode(text);

const toHex = (bytes: Bytes): Hash =>
	[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

const fromHex = (text: Hash): Bytes =>
	Uint8Array.from(text.match(/../gu) ?? [], (pair) => Number.parseInt(pair, 16));

const fromBase64 = (text: string): Bytes =>
	Uint8Array.from(atob(text), (letter) => letter.codePointAt(0) ?? 0);

async function sha256(...parts: readonly Bytes[]): Promise<Bytes> {
	const whole = new Uint8Array(parts.reduce((sum, {length}) => sum + length, 0));
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return new Uint8Array(await crypto.subtle.digest('SHA-256', whole));
}

const leafMark = Uint8Array.of(0);
const nodeMark = Uint8Array.of(1);

const nodeHash = async (left: Hash, right: Hash): Promise<Hash> =>
	toHex(await sha256(nodeMark, fromHex(left), fromHex(right)));

/** The leaf of a text in the log: a head's, as it is. */
export const headLeaf = async (canonical: string): Promise<Hash> =>
	toHex(await sha256(leafMark, utf8(canonical)));

/** The leaf of an entry in the tree of its book: the hash of its text. */
export const entryLeaf = async (canonical: string): Promise<Hash> =>
	toHex(await sha256(leafMark, await sha256(utf8(canonical))));

export const textHash = async (text: string): Promise<Hash> => toHex(await sha256(utf8(text)));

/** The largest power of two below a number above one. */
function splitOf(leaves: number): number {
	let split = 1;
	while (split * 2 < leaves) split *= 2;
	return split;
}

/** The root over all leaves (RFC 9162, 2.1.1). */
export async function rootOf(leaves: readonly Hash[]): Promise<Hash> {
	if (leaves.length === 0) return toHex(await sha256());
	if (leaves.length === 1) return leaves[0]!;
	const split = splitOf(leaves.length);
	return nodeHash(await rootOf(leaves.slice(0, split)), await rootOf(leaves.slice(split)));
}

const half = (value: number): number => Math.floor(value / 2);

export type Inclusion = {
	readonly index: number;
	readonly size: number;
	readonly path: readonly Hash[];
};

/** The root to which a leaf's path leads (RFC 9162, 2.1.3.2); undefined where it leads nowhere. */
export async function rootOfInclusion(leaf: Hash, proof: Inclusion): Promise<Hash | undefined> {
	const {index, size, path} = proof;
	if (index < 0 || index >= size) return undefined;
	let [at, last, root] = [index, size - 1, leaf];
	for (const hash of path) {
		if (last === 0) return undefined;
		if (at % 2 === 1 || at === last) {
			root = await nodeHash(hash, root);
			while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, half(last)];
		} else {
			root = await nodeHash(root, hash);
		}
		[at, last] = [half(at), half(last)];
	}
	return last === 0 ? root : undefined;
}

export type Tree = {readonly size: number; readonly root: Hash};

/** Whether the older log is the beginning of the newer one (RFC 9162, 2.1.4.2). */
export async function isConsistent(
	older: Tree,
	newer: Tree,
	path: readonly Hash[],
): Promise<boolean> {
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
			olderRoot = await nodeHash(hash, olderRoot);
			newerRoot = await nodeHash(hash, newerRoot);
			while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, half(last)];
		} else {
			newerRoot = await nodeHash(newerRoot, hash);
		}
		[at, last] = [half(at), half(last)];
	}
	return last === 0 && olderRoot === older.root && newerRoot === newer.root;
}

/** Whether a key signed a text (Ed25519). @throws DOMException where the browser knows no such. */
export async function isSigned(
	publicKey: string,
	text: string,
	signature: string,
): Promise<boolean> {
	const key = await crypto.subtle.importKey(
		'spki',
		fromBase64(publicKey),
		{name: 'Ed25519'},
		false,
		['verify'],
	);
	return crypto.subtle.verify({name: 'Ed25519'}, key, fromBase64(signature), utf8(text));
}

/** Whether a key is called after its own bytes. */
export const isNamedAfterItself = async ({keyId, publicKey}: PublicKey): Promise<boolean> =>
	toHex(await sha256(fromBase64(publicKey))) === keyId;

/** Whether what was signed says what is shown beside it. */
export const saysCheckpoint = (one: SignedCheckpoint): boolean =>
	one.canonical ===
	JSON.stringify([
		'bergulir/checkpoint/1',
		one.sequence,
		one.takenAt,
		one.logSize,
		one.logRoot,
		one.keyId,
	]);

const saysKey = (key: PublicKey): boolean =>
	key.canonical ===
	JSON.stringify([
		'bergulir/key/1',
		key.number,
		key.keyId,
		key.publicKey,
		key.certifiedBy,
		key.madeAt,
	]);

/**
 * Whether the keys lead from the first one to the one that signed: each called after itself, and
 * signed for by the one before it.
 */
export async function isChainOfKeys(keys: readonly PublicKey[], signer: string): Promise<boolean> {
	const trusted = new Map<string, string>();
	for (const key of keys) {
		const certifier = trusted.size === 0 ? key.publicKey : trusted.get(key.certifiedBy);
		if (certifier === undefined || !saysKey(key) || !(await isNamedAfterItself(key))) return false;
		const isFirst = trusted.size === 0 && key.certifiedBy === key.keyId;
		const isVouched = await isSigned(certifier, key.canonical, key.signature);
		// Who vouched for a first key may be a key that nobody keeps any more.
		if (!isVouched && (trusted.size > 0 || isFirst)) return false;
		trusted.set(key.keyId, key.publicKey);
		if (key.keyId === signer) return true;
	}
	return false;
}
