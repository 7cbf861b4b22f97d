import {
	type KeyObject,
	createHash,
	createPrivateKey,
	createPublicKey,
	sign as signBytes,
	verify as verifyBytes,
} from 'node:crypto';
import type {Signer} from '../kernel/signer.ts';

/** The bytes of a private key: 32, from a source of chance that nobody can guess. */
export const seedBytes = 32;

// What RFC 8410 writes before the 32 bytes of an Ed25519 private key.
const privatePrefix = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The private key (PKCS #8, PEM) whose 32 secret bytes are given. */
export const privateKeyOf = (seed: Uint8Array): string =>
	createPrivateKey({
		key: Buffer.concat([privatePrefix, seed]),
		format: 'der',
		type: 'pkcs8',
	})
		.export({format: 'pem', type: 'pkcs8'})
		.toString();

/** Signs with a private key (PEM). @throws Error when it is no Ed25519 key. */
export function signerOf(privateKey: string): Signer {
	const key = createPrivateKey(privateKey);
	if (key.asymmetricKeyType !== 'ed25519') {
		throw new Error(`It is a key of the kind ${key.asymmetricKeyType}; it must be Ed25519.`);
	}
	const publicKey = derOf(createPublicKey(key));
	return {
		publicKey: publicKey.toString('base64'),
		keyId: sha256(publicKey),
		sign: (text) => signBytes(null, Buffer.from(text, 'utf8'), key).toString('base64'),
	};
}

/** The name of a public key: the hexadecimal SHA-256 of its SPKI encoding, given in base64. */
export const keyIdOf = (publicKey: string): string => sha256(Buffer.from(publicKey, 'base64'));

/** Whether a text was signed by the private half of a public key. */
export function isSignedBy(publicKey: string, text: string, signature: string): boolean {
	const key = createPublicKey({
		key: Buffer.from(publicKey, 'base64'),
		format: 'der',
		type: 'spki',
	});
	return verifyBytes(null, Buffer.from(text, 'utf8'), key, Buffer.from(signature, 'base64'));
}

const derOf = (key: KeyObject): Buffer => key.export({format: 'der', type: 'spki'});

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
