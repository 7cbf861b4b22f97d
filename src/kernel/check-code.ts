declare const brand: unique symbol;

/**
 * By which whoever holds a receipt finds it, and nobody else: 95 random bits in nineteen letters of
 * Crockford's base 32, and one that tells a slip of the pen. It follows from nothing, so that who
 * has one receipt cannot find the next.
 */
export type CheckCode = string & {readonly [brand]: 'check-code'};

// Crockford's: without I, L, O and U, which are taken for others.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 20;

/** How many random bytes a code is made of. */
export const checkCodeBytes = length - 1;

/** Makes a code of random bytes, of which the lower five bits count. */
export function newCheckCode(randomBytes: (size: number) => Uint8Array): CheckCode {
	const digits = [...randomBytes(checkCodeBytes)].map((byte) => byte % alphabet.length);
	const check = twice(remainder(digits));
	return [...digits, check].map((digit) => alphabet[digit]!).join('') as CheckCode;
}

/** Why a text is no check code: not one by its letters, or one that was copied wrongly. */
export type CheckCodeFault = 'malformed' | 'mistyped';

/**
 * Reads a code as people write it: in groups or not, in small letters, with O for 0, I or L for 1.
 * One wrong letter and any two exchanged are always told.
 */
export function readCheckCode(
	text: string,
): {readonly code: CheckCode} | {readonly fault: CheckCodeFault} {
	const letters = text
		.toUpperCase()
		.replaceAll(/[\s-]/gu, '')
		.replaceAll('O', '0')
		.replaceAll(/[IL]/gu, '1');
	const digits = Array.from(letters, (letter) => alphabet.indexOf(letter));
	if (digits.length !== length || digits.includes(-1)) return {fault: 'malformed'};
	return remainder(digits) === 0 ? {code: letters as CheckCode} : {fault: 'mistyped'};
}

/** In groups of four, as it is printed. */
export const showCheckCode = (code: CheckCode): string => code.replaceAll(/.{4}(?=.)/gu, '$&-');

// The digits are a polynomial over GF(32), which a right code makes zero at the element 2: every
// place has another weight, so no one change and no exchange of two leaves it zero.
const remainder = (digits: readonly number[]): number =>
	digits.reduce((sum, digit) => twice(sum) ^ digit, 0);

/** Times the element 2 in GF(32) with x^5 + x^2 + 1, of which 2 is a primitive element. */
const twice = (element: number): number => ((element << 1) ^ (element & 16 ? 37 : 0)) & 31;
