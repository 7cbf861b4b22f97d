import {Readable} from 'node:stream';
import type {ReadableStream} from 'node:stream/web';
import {Decrypter, Encrypter, generateX25519Identity, identityToRecipient} from 'age-encryption';
import {refuse} from './errors.ts';

/** By what a backup is encrypted: to whoever has a secret key, or by a passphrase. */
export type SealingKey =
	| {readonly kind: 'recipients'; readonly recipients: readonly string[]}
	| {readonly kind: 'passphrase'; readonly passphrase: string};

/** By what a backup is opened. */
export type OpeningKey =
	| {readonly kind: 'identities'; readonly identities: readonly string[]}
	| {readonly kind: 'passphrase'; readonly passphrase: string};

/** How an encrypted file begins (age-encryption.org/v1). */
const magic = 'age-encryption.org/';

/**
 * Encrypts as it is read, in the format of age: pieces of 64 KiB, each authenticated with its place
 * and the last one marked, so that nothing can be changed, moved or cut off unseen.
 */
export async function encrypt(source: Readable, key: SealingKey): Promise<Readable> {
	const encrypter = new Encrypter();
	if (key.kind === 'passphrase') encrypter.setPassphrase(key.passphrase);
	else for (const recipient of key.recipients) encrypter.addRecipient(recipient);
	return asReadable(await encrypter.encrypt(asWeb(source)));
}

/**
 * Decrypts as it is read; a piece comes out only when it was found unchanged.
 * @throws DomainError `backup/not-a-backup`, `…/wrong-key`, or `…/damaged`, while reading too.
 */
export async function decrypt(source: Readable, key: OpeningKey): Promise<AsyncIterable<Buffer>> {
	const begun = await withBeginning(source);
	const decrypter = new Decrypter();
	if (key.kind === 'passphrase') decrypter.addPassphrase(key.passphrase);
	else for (const identity of key.identities) decrypter.addIdentity(identity);
	try {
		return asFound(asReadable(await decrypter.decrypt(asWeb(begun))));
	} catch (error) {
		source.destroy();
		const told = toldBy(error);
		// The library has no codes: it says by this sentence alone that no key fits.
		if (told.includes('no identity matched')) throw refuse('backup/wrong-key');
		throw damaged(told);
	}
}

/** A file that has nothing of a backup is told apart from one that was damaged. */
async function withBeginning(source: Readable): Promise<Readable> {
	const pieces = source[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
	const {value, done} = await pieces.next();
	const first = done === true ? Buffer.alloc(0) : value;
	const beginning = first.subarray(0, magic.length).toString('latin1');
	if (!magic.startsWith(beginning) || first.length === 0) {
		source.destroy();
		const told = first.length === 0 ? 'it is empty' : 'it does not begin as one';
		throw refuse('backup/not-a-backup', {told});
	}
	return Readable.from(
		(async function* all() {
			yield first;
			for (;;) {
				const next = await pieces.next();
				if (next.done === true) return;
				yield next.value;
			}
		})(),
		{objectMode: false},
	);
}

async function* asFound(pieces: Readable): AsyncGenerator<Buffer> {
	try {
		for await (const piece of pieces) yield piece as Buffer;
	} catch (error) {
		throw damaged(toldBy(error));
	}
}

const damaged = (told: string) => refuse('backup/damaged', {told});

const toldBy = (error: unknown): string =>
	error instanceof Error ? error.message.replace(/\.$/u, '') : String(error);

// The types of the two worlds of streams are not the same to the compiler; the streams are.
const asWeb = (source: Readable) => Readable.toWeb(source) as never;
const asReadable = (source: unknown): Readable =>
	Readable.fromWeb(source as ReadableStream<Uint8Array>);

/** A new pair of keys: what is kept secret, and to what backups are encrypted. */
export async function makeKeys(): Promise<{identity: string; recipient: string}> {
	const identity = await generateX25519Identity();
	return {identity, recipient: await identityToRecipient(identity)};
}

/** What is wrong with the text of a recipient, or of an identity; undefined when nothing is. */
export const faultOfRecipient = (text: string): string | undefined =>
	faultOf(() => {
		new Encrypter().addRecipient(text);
	});
export const faultOfIdentity = (text: string): string | undefined =>
	faultOf(() => {
		new Decrypter().addIdentity(text);
	});

function faultOf(read: () => void): string | undefined {
	try {
		read();
		return undefined;
	} catch (error) {
		return toldBy(error);
	}
}
