// How Indonesians write amounts and days, and how they type them. An amount is text from the
// service to the eye and back: it is grouped, added and compared as whole sen, never as a float.

export type Language = 'id' | 'en';

const marks = {id: {group: '.', decimal: ','}, en: {group: ',', decimal: '.'}} as const;

const sen = 100n;

/** Whole sen of an amount as the service writes it, such as `-1250000.50`. */
function toSen(amount: string): bigint {
	const parts = /^(-?)(\d+)(?:\.(\d{1,2}))?$/u.exec(amount);
	if (!parts) throw new Error(`"${amount}" is no amount of rupiah.`);
	const [, sign, whole = '', fraction = ''] = parts;
	const value = BigInt(whole) * sen + BigInt(fraction.padEnd(2, '0'));
	return sign === '-' ? -value : value;
}

function fromSen(value: bigint): string {
	const size = value < 0n ? -value : value;
	const rest = size % sen;
	const fraction = rest === 0n ? '' : `.${String(rest).padStart(2, '0')}`;
	return `${value < 0n ? '-' : ''}${String(size / sen)}${fraction}`;
}

const group = (digits: string, mark: string): string => digits.replace(/\B(?=(?:\d{3})+$)/gu, mark);

/**
 * `Rp 1.250.000`, with sen only where there are any: `Rp 1.250.000,50`; in English `Rp 1,250,000`.
 */
export function showRupiah(amount: string, language: Language = 'id'): string {
	const value = toSen(amount);
	return `${value < 0n ? '−' : ''}Rp ${showPlain(amount, language)}`;
}

/** An amount without sign and currency, as a field shows it: `1.250.000`. */
export function showPlain(amount: string, language: Language = 'id'): string {
	const mark = marks[language];
	const [whole = '', fraction] = fromSen(toSen(amount)).replace('-', '').split('.');
	return group(whole, mark.group) + (fraction === undefined ? '' : mark.decimal + fraction);
}

/** The sum of amounts, as the service writes them. */
export const addRupiah = (amounts: readonly string[]): string =>
	fromSen(amounts.reduce((sum, amount) => sum + toSen(amount), 0n));

/** What is left of an amount when another is taken away. */
export const subtractRupiah = (amount: string, less: string): string =>
	fromSen(toSen(amount) - toSen(less));

/** An amount so many times: what notes of one value come to. */
export const multiplyRupiah = (amount: string, times: number): string =>
	fromSen(toSen(amount) * BigInt(times));

/** Below zero where the first is less, above where it is more, zero where they are the same. */
export function compareRupiah(first: string, second: string): number {
	const [a, b] = [toSen(first), toSen(second)];
	if (a === b) return 0;
	return a < b ? -1 : 1;
}

const shorthand: Readonly<Record<string, number>> = {
	rb: 3,
	ribu: 3,
	jt: 6,
	juta: 6,
	m: 9,
	miliar: 9,
};

/**
 * An amount as people type it: `1250000`, `1.250.000`, `Rp 1.250.000,50`, `1,25 jt`, `500rb`. Dots
 * part thousands and a comma the sen, whatever the language of the page: it is money of Indonesia.
 * Undefined for what could be read in two ways.
 */
export function readRupiah(typed: string): string | undefined {
	const text = typed
		.trim()
		.toLowerCase()
		.replace(/^rp\.?/u, '')
		.replaceAll(/\s/gu, '');
	const parts = /^(\d+|\d{1,3}(?:\.\d{3})+)(?:,(\d+))?([a-z]*)(?:,-)?$/u.exec(text);
	if (!parts) return undefined;
	const [, whole = '', fraction = '', word = ''] = parts;
	const zeros = word === '' ? 0 : shorthand[word];
	if (zeros === undefined || fraction.length > zeros + 2) return undefined;
	const digits = whole.replaceAll('.', '') + fraction.padEnd(zeros + 2, '0');
	return fromSen(BigInt(digits));
}

const months = {
	id: [
		'Januari',
		'Februari',
		'Maret',
		'April',
		'Mei',
		'Juni',
		'Juli',
		'Agustus',
		'September',
		'Oktober',
		'November',
		'Desember',
	],
	en: [
		'January',
		'February',
		'March',
		'April',
		'May',
		'June',
		'July',
		'August',
		'September',
		'October',
		'November',
		'December',
	],
} as const;

const monthName = (month: string, language: Language): string =>
	months[language][Number.parseInt(month, 10) - 1] ?? month;

/** `24 November 2026` of `2026-11-24`. */
export function showDate(date: string, language: Language = 'id'): string {
	const [year = '', month = '', day = ''] = date.split('-');
	return `${String(Number.parseInt(day, 10))} ${monthName(month, language)} ${year}`;
}

/** `24 Nov 2026`, where there is little room. */
export function showShortDate(date: string, language: Language = 'id'): string {
	const [day = '', month = '', year = ''] = showDate(date, language).split(' ');
	return `${day} ${month.slice(0, 3)} ${year}`;
}

/** `November 2026` of `2026-11` or of a day in it. */
export function showMonth(date: string, language: Language = 'id'): string {
	const [year = '', month = ''] = date.split('-');
	return `${monthName(month, language)} ${year}`;
}

/** A moment by the clock of who looks: `24 November 2026, 13.05 WIB`. */
export function showMoment(moment: string, language: Language = 'id', timeZone?: string): string {
	const parts = new Intl.DateTimeFormat(language === 'id' ? 'id-ID' : 'en-GB', {
		year: 'numeric',
		month: 'long',
		day: 'numeric',
		hour: '2-digit',
		minute: '2-digit',
		timeZoneName: 'short',
		hourCycle: 'h23',
		...(timeZone === undefined ? {} : {timeZone}),
	}).formatToParts(new Date(moment));
	const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
	const time = [part('hour'), part('minute')].join(language === 'id' ? '.' : ':');
	return `${part('day')} ${part('month')} ${part('year')}, ${time} ${part('timeZoneName')}`;
}

/**
 * A day as people type it: `24/11/2026`, `24-11-26`, `24 11 2026`, `24112026`, `24 Nov 2026`,
 * `2026-11-24`. Undefined where there is no such day.
 */
export function readDate(typed: string): string | undefined {
	const text = typed.trim().toLowerCase();
	const iso = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text);
	if (iso) return existing(iso[1]!, iso[2]!, iso[3]!);
	const numbers = /^(\d{1,2})[ ./-](\d{1,2})[ ./-](\d{2}|\d{4})$/u.exec(text);
	if (numbers) return existing(numbers[3]!, numbers[2]!, numbers[1]!);
	const digits = /^(\d{2})(\d{2})(\d{2}|\d{4})$/u.exec(text);
	if (digits) return existing(digits[3]!, digits[2]!, digits[1]!);
	const named = /^(\d{1,2}) ([a-z]{3,})\.? (\d{2}|\d{4})$/u.exec(text);
	if (!named) return undefined;
	const month = monthNumber(named[2]!);
	return month === undefined ? undefined : existing(named[3]!, month, named[1]!);
}

function monthNumber(name: string): string | undefined {
	for (const names of Object.values(months)) {
		const index = names.findIndex((month) => month.toLowerCase().startsWith(name));
		if (index !== -1) return String(index + 1);
	}
	return undefined;
}

/** The day as text where it is in the calendar. */
function existing(year: string, month: string, day: string): string | undefined {
	const text = [year.padStart(4, '20'), month.padStart(2, '0'), day.padStart(2, '0')].join('-');
	const time = Date.parse(`${text}T00:00:00Z`);
	if (Number.isNaN(time)) return undefined;
	return new Date(time).toISOString().startsWith(text) ? text : undefined;
}

/** A share as text, such as `0.1234`, in percent to one decimal: `12,3%`; ties go from zero. */
export function showPercent(share: string, language: Language = 'id'): string {
	const parts = /^(-?)(\d+)(?:\.(\d+))?$/u.exec(share);
	if (!parts) throw new Error(`"${share}" is no share.`);
	const [, sign = '', whole = '', fraction = ''] = parts;
	const digits = BigInt(whole + fraction.padEnd(4, '0').slice(0, 4));
	const tenths = String((digits + 5n) / 10n).padStart(2, '0');
	const shown = group(tenths.slice(0, -1), marks[language].group);
	const minus = tenths === '00' ? '' : sign.replace('-', '−');
	return `${minus}${shown}${marks[language].decimal}${tenths.slice(-1)}%`;
}

/** As {@link compareRupiah}, of shares. */
export function compareShares(first: string, second: string): number {
	const places = Math.max(...[first, second].map((text) => (text.split('.')[1] ?? '').length));
	const [a, b] = [first, second].map((text) => {
		const [whole = '0', fraction = ''] = text.split('.');
		return BigInt(whole + fraction.padEnd(places, '0'));
	}) as [bigint, bigint];
	if (a === b) return 0;
	return a < b ? -1 : 1;
}

/** A number of things: `1.234`. */
export const showCount = (count: number, language: Language = 'id'): string =>
	group(String(count), marks[language].group);
