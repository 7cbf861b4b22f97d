import {createHash} from 'node:crypto';

/** For whoever has lost their telephone: each lets in once. */
export const recoveryCodeCount = 10;

// Without 0, 1, 8 and 9: RFC 4648's base 32, in small letters.
const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';
const letters = 16;

/** New codes of 80 random bits each, in groups of four. They are shown once. */
export const newRecoveryCodes = (randomBytes: (size: number) => Uint8Array): string[] =>
	Array.from({length: recoveryCodeCount}, () => {
		const code = [...randomBytes(letters)]
			.map((byte) => alphabet[byte % alphabet.length]!)
			.join('');
		return code.replaceAll(/.{4}(?=.)/gu, '$&-');
	});

/**
 * The hexadecimal SHA-256 of a user's code, however it was typed. A fast hash is right: 80 random
 * bits cannot be guessed, and with the user's identity in it no table made before helps.
 */
export const recoveryHash = (userId: string, code: string): string =>
	createHash('sha256')
		.update(`recovery:${userId}:${code.toLowerCase().replaceAll(/[^a-z2-7]/gu, '')}`)
		.digest('hex');
