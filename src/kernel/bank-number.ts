/** How many digits the number of an account at a bank or of an e-wallet has. */
export const bankDigitsMin = 5;
export const bankDigitsMax = 20;

/**
 * The digits of the number of an account at a bank or of an e-wallet, however it was written: with
 * spaces, points or hyphens between them, and perhaps a plus before. Undefined where that is no
 * number of an account.
 */
export function readBankNumber(text: string): string | undefined {
	const digits = text.trim().replace(/^\+/u, '').replaceAll(/[ .-]/gu, '');
	const isNumber = /^\d+$/u.test(digits);
	const isLong = digits.length >= bankDigitsMin && digits.length <= bankDigitsMax;
	return isNumber && isLong ? digits : undefined;
}
