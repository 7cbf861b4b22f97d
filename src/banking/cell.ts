import {type LocalDate, isLocalDateText} from '../kernel/local-date.ts';
import {type Rupiah, isRupiahText, rupiah} from '../kernel/money.ts';

export const dateFormats = [
	'DD/MM/YYYY',
	'DD-MM-YYYY',
	'DD.MM.YYYY',
	'DD/MM/YY',
	'DD-MM-YY',
	'MM/DD/YYYY',
	'YYYY-MM-DD',
	'YYYY/MM/DD',
	'YYYYMMDD',
] as const;
export type DateFormat = (typeof dateFormats)[number];

/** By which signs a bank writes an amount. */
export type AmountSigns = {
	readonly decimal: ',' | '.';
	/** Between groups of three digits; empty where none are grouped. */
	readonly thousands: ',' | '.' | ' ' | '';
};

/**
 * An amount as the bank wrote it, by the signs of its format; undefined when it is none. The signs
 * are never guessed: "1.250" is a thousand and more in one format and no amount in another.
 */
export function readAmount(text: string, {decimal, thousands}: AmountSigns): Rupiah | undefined {
	const found = /^([+-]?)([\d., ]*\d)$/u.exec(text.trim());
	if (!found) return undefined;
	const [, sign = '', digits = ''] = found;
	const [whole = '', fraction, ...more] = digits.split(decimal);
	if (more.length > 0) return undefined;
	const plain = ungrouped(whole, thousands);
	if (plain === undefined) return undefined;
	// Some systems write five decimals, of which noughts say nothing. Three are never taken for sen:
	// they are what a thousand looks like with the other signs.
	const sen = fraction?.replace(/(?<=^\d\d)0{2,}$/u, '');
	const written = `${sign === '-' ? '-' : ''}${plain}${sen === undefined ? '' : `.${sen}`}`;
	return plain.length <= 18 && isRupiahText(written) ? rupiah(written) : undefined;
}

function ungrouped(whole: string, thousands: AmountSigns['thousands']): string | undefined {
	if (/^\d+$/u.test(whole)) return whole;
	if (thousands === '') return undefined;
	const [first = '', ...groups] = whole.split(thousands);
	const isGrouped = /^\d{1,3}$/u.test(first) && groups.every((group) => /^\d{3}$/u.test(group));
	return isGrouped ? [first, ...groups].join('') : undefined;
}

/** How an amount of a format looks, to show what would have been right. */
export const amountExample = ({decimal, thousands}: AmountSigns): string =>
	`1${thousands}250${thousands}000${decimal}00`;

/** A day as the bank wrote it, or undefined. A year of two digits is of this century. */
export function readDate(text: string, format: DateFormat): LocalDate | undefined {
	const trimmed = text.trim();
	if (trimmed.length !== format.length) return undefined;
	const part = (letter: 'Y' | 'M' | 'D'): string =>
		Array.from(trimmed)
			.filter((_, index) => format[index] === letter)
			.join('');
	const areSignsRight = Array.from(format).every(
		(sign, index) => /[YMD]/u.test(sign) || sign === trimmed[index],
	);
	const year = part('Y');
	const day = `${year.length === 2 ? `20${year}` : year}-${part('M')}-${part('D')}`;
	return areSignsRight && isLocalDateText(day) ? (day as LocalDate) : undefined;
}
