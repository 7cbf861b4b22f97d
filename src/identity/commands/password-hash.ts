import {hash, verify} from '@node-rs/argon2';

// The library's defaults are argon2id with 19 MiB, two passes and one lane, which is what OWASP's
// Password Storage Cheat Sheet asks for at least.

/**
 * The hash of 32 random bytes that were thrown away, with the same costs as every other: what a
 * password
 * is compared with when there is no user, so that the answer takes as long as for a wrong one.
 */
export const hashOfNobody =
	'$argon2id$v=19$m=19456,t=2,p=1$8wBiHAgl4IniLa7hhOZf+g$' +
	'xOkGGSqalIOKdzs3zpqbLKEG48nsdQRx65eTVUrmePo';

// One text has several spellings in Unicode, and keyboards differ in which of them they send.
const spelled = (password: string): string => password.normalize('NFKC');

export const hashPassword = async (password: string): Promise<string> => hash(spelled(password));

export const isPasswordOf = async (password: string, hashed: string): Promise<boolean> =>
	verify(hashed, spelled(password));
