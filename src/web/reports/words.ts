import {
	type Language,
	showCount,
	showDate,
	showMoment,
	showPercent,
	showPlain,
} from '../formats.ts';
import type {Texts} from '../texts/id.ts';
import {type Cell, kindOf} from './tables.ts';

const lookUp = (words: Readonly<Record<string, string>>, code: string): string | undefined =>
	Object.hasOwn(words, code) ? words[code] : undefined;

/** What a field of a report is called above its column. */
export const headingOf = (key: string, {reports}: Texts): string =>
	lookUp(reports.columns, key) ?? key;

/** A kind of entry, or another word that the service answers as a code. */
export const wordOf = (code: string, {reports}: Texts): string =>
	lookUp(reports.kinds, code) ?? lookUp(reports.values, code) ?? code;

/** An amount in a column of amounts, whose heading or page says that they are rupiah. */
export const showFigure = (amount: string, language: Language): string =>
	`${amount.startsWith('-') && !/^-0+(?:\.0+)?$/u.test(amount) ? '−' : ''}${showPlain(amount, language)}`;

/** The fields whose codes have a name; others are what people typed. */
const coded = new Set([
	...['class', 'classes', 'grade', 'graded', 'kind', 'level', 'measure', 'method', 'monthState'],
	...['normalSide', 'note', 'outcome', 'part', 'row', 'section', 'severity', 'side', 'state'],
]);

/** A value of a report as people write it. */
export function showCell(key: string, value: Cell, texts: Texts, language: Language): string {
	if (value === null || value === '') return '—';
	switch (kindOf(key, value)) {
		case 'amount':
			return showFigure(String(value), language);
		case 'ratio':
			return showPercent(String(value), language);
		case 'date':
			return showDate(String(value), language);
		case 'moment':
			return showMoment(String(value), language);
		case 'count':
			return typeof value === 'number' ? showCount(value, language) : String(value);
		case 'flag':
			return value === true ? texts.reports.yes : texts.reports.no;
		case 'name':
			return String(value);
		case 'text':
			return coded.has(key) ? wordOf(String(value), texts) : String(value);
	}
}
