import {type AmountSigns, readAmount} from '../banking/index.ts';
import type {Rupiah} from '../kernel/money.ts';

/** As amounts are written here, and as spreadsheets set to English write them. */
const ways = [
	{decimal: ',', thousands: '.'},
	{decimal: '.', thousands: ','},
] as const satisfies readonly AmountSigns[];

/** What a cell says once the currency, a nought of sen written as ",-" and spaces are taken off. */
const bare = (text: string): string =>
	text
		.trim()
		.replace(/^rp\.?\s*/iu, '')
		.replace(/,-$/u, '');

/** "500.000" by either sign: half a million, or five hundred with noughts that say nothing. */
const isOneGroup = (text: string): boolean => /^\d{1,3}[.,]\d{3}$/u.test(text);

/** Noughts that lead, and four digits and more behind a sign: nobody writes an amount like that. */
const isMisshapen = (text: string): boolean => /^0\d|^0[.,]\d{3}|[.,]\d{4,}/u.test(text);

const readings = (text: string): readonly AmountSigns[] =>
	/^\d[\d.,]*$/u.test(text) && !isMisshapen(text)
		? ways.filter((signs) => readAmount(text, signs) !== undefined)
		: [];

/**
 * The signs in which amounts of a file are written, so far as some of them can be read in one way
 * only; undefined where none tells, or where they tell of both.
 */
export function signsOf(texts: readonly string[]): AmountSigns | undefined {
	const told = texts
		.map(bare)
		.filter((text) => !isOneGroup(text))
		.map(readings)
		.filter((found) => found.length === 1)
		.map(([signs]) => signs!);
	const [first] = told;
	return told.every((signs) => signs === first) ? first : undefined;
}

/**
 * An amount that can be read in one way only. A single group of three, "500.000", is read by the
 * signs of its file; where these are not known it could be five hundred as well.
 */
export function readUnambiguous(
	text: string,
	signs: AmountSigns | undefined,
): Rupiah | 'ambiguous' | undefined {
	const written = bare(text);
	if (isOneGroup(written) && !isMisshapen(written)) {
		return signs === undefined ? 'ambiguous' : readAmount(written, signs);
	}
	const [way] = readings(written);
	return way && readAmount(written, way);
}
