import type {ReadCell} from '../files/read/table.ts';
import {isRupiahText, rupiah, toText} from '../kernel/money.ts';
import {type Conventions, type ReadValue, faulty} from './column.ts';

const example = '1.250.000,00';

// What a spreadsheet keeps of a number; what is beyond was rounded before we saw it.
const digitsMax = 15;

/**
 * An amount of rupiah as somebody wrote it. A sign that may stand for thousands or for a decimal,
 * as in "1.250", is asked about and never guessed, unless it was said which signs the file uses.
 */
export function readAmount(cell: ReadCell, {numberFormat}: Conventions): ReadValue {
	if (cell.kind === 'number' || cell.kind === 'date') return ofNumber(cell.text);
	if (cell.kind !== 'text') return malformed(cell.text);
	const shown = cell.text.trim();
	// Rp before it, ",-" after it and blanks within it say nothing.
	const bare = shown
		.replace(/^\(?\s*rp\.?\s*/iu, (start) => (start.startsWith('(') ? '(' : ''))
		.replace(/[,.]\s?-{1,2}$/u, '')
		.replaceAll(/[\s\u00A0\u202F]/gu, '');
	if (/^-\d|^\(.*\)$|\d-$/u.test(bare)) {
		return faulty('imports/amount-negative', {value: shown, expected: example});
	}
	if (!/^\d[\d.,]*$/u.test(bare)) return malformed(shown);
	return numberFormat === undefined ? ofSigns(shown, bare) : ofFormat(shown, bare, numberFormat);
}

const malformed = (value: string, expected = example): ReadValue =>
	faulty('imports/amount-malformed', {value, expected});

/** The text of a number cell, exact: its digits shifted, never calculated with. */
function ofNumber(text: string): ReadValue {
	const parts = /^(-?)(\d+)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/u.exec(text);
	if (!parts) return malformed(text);
	const [, sign = '', whole = '', fraction = '', exponent = '0'] = parts;
	const rounded = toDigits(whole, fraction);
	const places = fractionPlaces(rounded, Number.parseInt(exponent, 10));
	if (places.whole.length > digitsMax) return faulty('imports/number-too-long', {value: text});
	if (sign === '-' && /[1-9]/u.test(places.whole + places.fraction)) {
		return faulty('imports/amount-negative', {value: text, expected: example});
	}
	return finish(text, places.whole, places.fraction);
}

type Digits = {readonly digits: string; readonly point: number};

/** The significant digits of a number and where its point stands, as Excel keeps them. */
function toDigits(whole: string, fraction: string): Digits {
	const all = `${whole}${fraction}`;
	const leading = /^0*/u.exec(all)![0].length;
	const significant = all.slice(leading);
	if (significant.length <= digitsMax) return {digits: all, point: whole.length};
	// A double in a file may have seventeen digits, of which the last two are noise.
	const kept = BigInt(significant.slice(0, digitsMax + 1)) + 5n;
	const text = kept.toString().slice(0, -1);
	const grown = text.length - digitsMax;
	return {digits: `${'0'.repeat(leading)}${text}`, point: whole.length + grown};
}

function fractionPlaces({digits, point}: Digits, exponent: number) {
	const at = point + exponent;
	const padded = at > digits.length ? digits.padEnd(at, '0') : digits;
	const whole = at <= 0 ? '0' : padded.slice(0, at).replace(/^0+(?=\d)/u, '');
	const fraction = at <= 0 ? `${'0'.repeat(-at)}${padded}` : padded.slice(at);
	return {whole: whole === '' ? '0' : whole, fraction: fraction.replace(/0+$/u, '')};
}

/** By the signs themselves, where they leave no doubt. */
function ofSigns(shown: string, bare: string): ReadValue {
	const [dots, commas] = [bare.split('.').length - 1, bare.split(',').length - 1];
	if (dots === 0 && commas === 0) return finish(shown, bare, '');
	if (dots > 0 && commas > 0) {
		return ofFormat(shown, bare, bare.lastIndexOf(',') > bare.lastIndexOf('.') ? 'id' : 'en');
	}
	const sign = dots > 0 ? '.' : ',';
	if (dots + commas > 1) return ofFormat(shown, bare, sign === '.' ? 'id' : 'en');
	const [whole = '', after = ''] = bare.split(sign);
	// "1.250" and "1,250": a thousand and more, or one and a quarter.
	const isGroup = after.length === 3 && /^[1-9]\d{0,2}$/u.test(whole);
	if (!isGroup) return finish(shown, whole, after);
	const grouped = toText(rupiah(`${whole}${after}`));
	const decimal = `${whole}.${after}`;
	const values = {value: shown, first: grouped, second: decimal, expected: `${whole}${after}`};
	return faulty('imports/amount-ambiguous', values);
}

function ofFormat(shown: string, bare: string, format: 'id' | 'en'): ReadValue {
	const [thousands, decimal, good] =
		format === 'id' ? ['.', ',', example] : [',', '.', '1,250,000.00'];
	const [whole = '', fraction = '', ...more] = bare.split(decimal);
	const groups = whole.split(thousands);
	const isGrouped =
		groups.length === 1 ||
		(/^\d{1,3}$/u.test(groups[0]!) && groups.slice(1).every((group) => /^\d{3}$/u.test(group)));
	if (more.length > 0 || !isGrouped || fraction.includes(thousands)) {
		return malformed(shown, good);
	}
	return finish(shown, groups.join(''), fraction);
}

function finish(shown: string, whole: string, fraction: string): ReadValue {
	// Three digits after a sign are never taken for sen, be they noughts: they are what a thousand
	// looks like with the other signs.
	const sen = fraction.length === 3 ? fraction : fraction.replace(/0+$/u, '');
	if (sen.length > 2) return faulty('imports/amount-decimals', {value: shown});
	const text = sen === '' ? whole : `${whole}.${sen}`;
	if (whole.length > 18 || !isRupiahText(text)) return malformed(shown);
	return {value: toText(rupiah(text))};
}
