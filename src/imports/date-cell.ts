import type {ReadCell} from '../files/read/table.ts';
import {addDays, isLocalDateText, localDate} from '../kernel/local-date.ts';
import {type Conventions, type ReadValue, faulty} from './column.ts';

const example = '31/12/2025';

// Serial numbers of 1 January 1955 and 31 December 2099 where days count from 1900: an amount that
// slipped into the column is none of them as a rule.
const serialMin = 20_090;
const serialMax = 73_050;

const months = [
	['jan', 'januari', 'january'],
	['feb', 'februari', 'february', 'pebruari'],
	['mar', 'maret', 'march'],
	['apr', 'april'],
	['mei', 'may'],
	['jun', 'juni', 'june'],
	['jul', 'juli', 'july'],
	['agu', 'agt', 'ags', 'agustus', 'aug', 'august'],
	['sep', 'sept', 'september'],
	['okt', 'oktober', 'oct', 'october'],
	['nov', 'november', 'nopember', 'nop'],
	['des', 'desember', 'dec', 'december'],
] as const;

/**
 * A day as somebody wrote it, or as a spreadsheet counts it. Where day and month could be taken for
 * each other it is asked about, unless it was said in which order the file has them.
 */
export function readDate(cell: ReadCell, conventions: Conventions): ReadValue {
	if (cell.kind === 'number' || cell.kind === 'date') return ofSerial(cell.text, conventions);
	if (cell.kind !== 'text') return malformed(cell.text);
	const text = cell.text.replace(/\s+/gu, ' ').trim();
	const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/u.exec(text);
	if (iso) return ofParts(text, iso[1]!, iso[2]!, iso[3]!);
	if (/\d{1,2}:\d{2}/u.test(text)) {
		return faulty('imports/date-with-time', {value: text, expected: example});
	}
	const named = /^(\d{1,2})[ -]([A-Za-z]{3,9})\.?,?[ -](\d{4})$/u.exec(text);
	if (named) return ofName(text, named[1]!, named[2]!, named[3]!);
	if (/^\d{1,2}[/.-]\d{1,2}[/.-]\d{2}$/u.test(text)) {
		return faulty('imports/date-short-year', {value: text, expected: example});
	}
	const signs = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/u.exec(text);
	if (!signs) return malformed(text);
	return ofOrder(text, [signs[1]!, signs[3]!, signs[4]!], conventions);
}

const malformed = (value: string): ReadValue =>
	faulty('imports/date-malformed', {value, expected: example});

function ofSerial(text: string, {dateSystem}: Conventions): ReadValue {
	const parts = /^(\d{5})(?:\.(\d+))?$/u.exec(text);
	if (!parts) return malformed(text);
	if (/[1-9]/u.test(parts[2] ?? '')) {
		return faulty('imports/date-with-time', {value: text, expected: example});
	}
	const serial = Number.parseInt(parts[1]!, 10);
	// Days of old Macintoshes count from 1904, four years and a day later.
	const days = dateSystem === '1904' ? serial + 1462 : serial;
	if (days < serialMin || days > serialMax) return malformed(text);
	// Excel counts a 29 February 1900 that never was; the day after it is its day 61.
	return {value: addDays(localDate('1900-03-01'), days - 61)};
}

function ofName(text: string, day: string, name: string, year: string): ReadValue {
	const sought = name.toLowerCase();
	const month = months.findIndex((names) => names.some((one) => one === sought));
	return month === -1 ? malformed(text) : ofParts(text, year, String(month + 1), day);
}

function ofOrder(
	text: string,
	[first, second, year]: readonly [string, string, string],
	{dateOrder}: Conventions,
): ReadValue {
	if (dateOrder === 'dmy') return ofParts(text, year, second, first);
	if (dateOrder === 'mdy') return ofParts(text, year, first, second);
	const dayFirst = ofParts(text, year, second, first);
	const monthFirst = ofParts(text, year, first, second);
	if (monthFirst.value === undefined || dayFirst.value === monthFirst.value) return dayFirst;
	// There is no thirteenth month: what is beyond the twelfth is the day, wherever it stands.
	if (dayFirst.value === undefined) return monthFirst;
	const values = {value: text, first: dayFirst.value, second: monthFirst.value};
	return faulty('imports/date-ambiguous', {...values, expected: dayFirst.value});
}

function ofParts(text: string, year: string, month: string, day: string): ReadValue {
	const value = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
	if (isLocalDateText(value)) return {value};
	return faulty('imports/date-not-a-day', {value: text, expected: example});
}
