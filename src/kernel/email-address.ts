const shape = /^[^@\s]+@[^@\s]+\.[^@\s]+$/;
const lengthMax = 254;

/**
 * Whether a text can be an e-mail address (RFC 5321 allows 254 characters). Whether somebody reads
 * what is sent there, only sending shows.
 */
export const isEmailAddress = (text: string): boolean =>
	text.length <= lengthMax && shape.test(text) && !text.startsWith('-');
