/**
 * What a sealed value is about: one column of one row. Moved to another row it does not open.
 * `row` is the row's identity, which is never given again.
 */
export const sealedAbout = (table: string, column: string, row: string): string =>
	`${table}.${column}:${row}`;

/** A NIK as it is found again: its digits. */
export const foldNik = (nik: string): string => nik.replaceAll(/\D/gu, '');

/**
 * A phone as it is found again, however it was written: as +62 and the digits after it, without the
 * nought that stands for the country. Undefined where it has no digits.
 */
export function foldPhone(phone: string): string | undefined {
	const digits = phone.replaceAll(/\D/gu, '').replace(/^(?:62)?0?/u, '');
	return digits === '' ? undefined : `+62${digits}`;
}

/** An address as it is found again: within its kelurahan, whatever the signs and capitals. */
export const foldAddress = (address: string, kelurahan: string): string =>
	`${kelurahan} ${address.toLowerCase().replaceAll(/[ .,\-/\\']/gu, '')}`;

/** A text that somebody wrote, without what may be a NIK, a phone or the number of an account. */
export const withoutNumbers = (text: string): string =>
	text.replaceAll(/\d(?:[ .-]?\d){6,}/gu, (number) => {
		const digits = number.replaceAll(/\D/gu, '').length;
		return `(${digits} digits)`;
	});

const dot = '•';

/** A NIK as lists show it: its last four digits. */
export const maskNik = (nik: string): string => `************${nik.slice(-4)}`;

/** A phone as lists show it: the last three of its digits, or none of fewer than seven. */
export function maskPhone(phone: string): string {
	const digits = phone.replaceAll(/\D/gu, '');
	const shown = digits.length < 7 ? '' : digits.slice(-3);
	return dot.repeat(8) + shown;
}

/** An address as lists show it: not at all, for its kelurahan stands beside it. */
export const maskedAddress = dot.repeat(8);
