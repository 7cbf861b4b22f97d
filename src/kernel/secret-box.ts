import {createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync} from 'node:crypto';

/**
 * Keeps secrets that we must be able to read again, such as that of a second factor, so that
 * whoever has the database alone cannot. AES-256-GCM (NIST SP 800-38D).
 */
export type SecretBox = {
	/**
	 * Encrypts with the first key. `about` says whose the secret is: elsewhere it does not open.
	 */
	readonly seal: (secret: string, about: string) => string;
	/** Decrypts with whichever key it was sealed with. @throws SealedElsewhere. */
	readonly open: (sealed: string, about: string) => string;
	/** Whether it was sealed with another key than the first, and is to be sealed again. */
	readonly isOutdated: (sealed: string) => boolean;
	/**
	 * By what a sealed text is found again without being opened: an HMAC-SHA-256 of it with a key
	 * drawn from each of the keys, that of the first one first. `about` says what kind of text it is.
	 */
	readonly digests: (text: string, about: string) => readonly [Buffer, ...Buffer[]];
};

/** What was sealed with a key that is not here, or about something else, or was changed. */
export class SealedElsewhere extends Error {
	override readonly name = 'SealedElsewhere';
}

const version = 'v1';
export const secretKeyBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;

/** The name of a key, which gives nothing of it away: eight hexadecimal digits. */
export const secretKeyId = (key: Uint8Array): string =>
	createHash('sha256').update('bergulir/secret-key/1').update(key).digest('hex').slice(0, 8);

/** A key from its text, 32 bytes in base64; undefined when it is none. */
export function readSecretKey(text: string): Uint8Array | undefined {
	const key = Buffer.from(text, 'base64');
	const isWhole = key.length === secretKeyBytes && /^[\w+/-]{43}=?$/.test(text);
	// A key of one and the same byte was typed, not drawn.
	return isWhole && new Set(key).size > 1 ? key : undefined;
}

/** A box with these keys: the first encrypts, each decrypts what it once encrypted. */
export function createSecretBox(
	keys: readonly [Uint8Array, ...Uint8Array[]],
	randomBytes: (size: number) => Uint8Array,
): SecretBox {
	const [first, ...older] = keys;
	const firstId = secretKeyId(first);
	const digestWith = digester();
	const byId = new Map(keys.map((key) => [secretKeyId(key), key]));
	return {
		seal(secret, about) {
			const nonce = randomBytes(nonceBytes);
			const cipher = createCipheriv('aes-256-gcm', first, nonce);
			cipher.setAAD(Buffer.from(about));
			const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
			return [
				version,
				firstId,
				Buffer.from(nonce).toString('base64url'),
				Buffer.concat([sealed, cipher.getAuthTag()]).toString('base64url'),
			].join('.');
		},
		open(sealed, about) {
			const [stated, keyId = '', nonce = '', text = ''] = sealed.split('.');
			const key = byId.get(keyId);
			if (stated !== version || !key) {
				throw new SealedElsewhere(`No key ${keyId.slice(0, 8)} is here to open a secret with.`);
			}
			const bytes = Buffer.from(text, 'base64url');
			try {
				const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64url'), {
					authTagLength: tagBytes,
				});
				decipher.setAAD(Buffer.from(about));
				decipher.setAuthTag(bytes.subarray(-tagBytes));
				const start = decipher.update(bytes.subarray(0, -tagBytes));
				return Buffer.concat([start, decipher.final()]).toString('utf8');
			} catch (cause) {
				throw new SealedElsewhere('A sealed secret was changed, or is about something else.', {
					cause,
				});
			}
		},
		isOutdated: (sealed) => sealed.split('.')[1] !== firstId,
		digests: (text, about) => [
			digestWith(first, text, about),
			...older.map((key) => digestWith(key, text, about)),
		],
	};
}

/** The key of a digest is drawn from a secret key (HKDF, RFC 5869), so neither tells the other. */
function digester() {
	const drawn = new Map<Uint8Array, Buffer>();
	return (key: Uint8Array, text: string, about: string): Buffer => {
		const made =
			drawn.get(key) ?? Buffer.from(hkdfSync('sha256', key, '', 'bergulir/digest/1', 32));
		drawn.set(key, made);
		return createHmac('sha256', made).update(about).update('\0').update(text).digest();
	};
}

/**
 * A key that everybody knows, for tests and measurements: what it seals is no secret. It is the
 * same for all, so that several services read one database.
 */
export const knownKey: Uint8Array = createHash('sha256').update('bergulir/known-key').digest();
