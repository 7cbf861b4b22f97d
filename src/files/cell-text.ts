import type {Language} from '../kernel/errors.ts';
import {isLocalDateText, localDate, partsOf} from '../kernel/local-date.ts';
import {isRupiahText, rupiah, toGrouped} from '../kernel/money.ts';
import type {Cell, ColumnKind} from './sheet.ts';

/** A cell as people read it: `1.250.000,50`, `12,50%`, `31/03/2026`; in English `1,250,000.50`. */
export function cellText(cell: Cell | undefined, kind: ColumnKind, language: Language): string {
	if (cell === null || cell === undefined || cell === '') return '';
	const text = String(cell);
	switch (kind) {
		case 'amount':
			return isRupiahText(text) ? toGrouped(rupiah(text), language) : text;
		case 'count':
			return isRupiahText(text) ? toGrouped(rupiah(text), language).replace(/[.,]00$/u, '') : text;
		case 'ratio':
			return percentText(text, language);
		case 'date':
			return dateText(text);
		case 'text':
			return text;
	}
}

/** A part of one with four decimals as a percentage with two: the point moves, nothing is lost. */
function percentText(text: string, language: Language): string {
	const found = /^(-?)(\d+)\.(\d{2})(\d+)$/u.exec(text);
	if (!found) return text;
	const [, sign, whole = '', first = '', rest = ''] = found;
	const digits = `${whole}${first}`.replace(/^0+(?=\d)/u, '');
	return `${sign}${digits}${language === 'id' ? ',' : '.'}${rest}%`;
}

function dateText(text: string): string {
	if (!isLocalDateText(text)) return text;
	const {year, month, day} = partsOf(localDate(text));
	return `${twoDigits(day)}/${twoDigits(month)}/${year}`;
}

const twoDigits = (count: number): string => String(count).padStart(2, '0');
