import type {ReadCell} from '../files/read/table.ts';
import {type NikFault, nikFault} from '../kernel/nik.ts';
import {maskNik, maskPhone, maskedAddress} from '../kernel/personal-data.ts';
import {readAmount} from './amount-cell.ts';
import {type Column, type Conventions, type ReadValue, faulty, nameOf} from './column.ts';
import {readDate} from './date-cell.ts';

/**
 * A cell as its column wants it, as the one text by which the same value is always written; or what
 * is wrong with it.
 */
export function readCell(cell: ReadCell, column: Column, conventions: Conventions): ReadValue {
	const read = judge(cell, column, conventions);
	if (read.fault === undefined || column.isPrivate !== true) return read;
	const shown = shownValue(column, cell.text);
	return {...read, values: {...read.values, value: shown}};
}

/** What a finding shows of a cell: of what is personal, what lists show. */
export function shownValue({kind, isPrivate}: Column, text: string): string {
	if (isPrivate !== true) return text.length > 80 ? `${text.slice(0, 79)}…` : text;
	if (kind === 'nik') return maskNik(text.trim());
	return kind === 'phone' ? maskPhone(text) : maskedAddress;
}

function judge(cell: ReadCell, column: Column, conventions: Conventions): ReadValue {
	if (cell.kind === 'error') return faulty('imports/cell-error', {value: cell.text});
	if (cell.isFormula === true) return faulty('imports/formula', {value: cell.text});
	switch (column.kind) {
		case 'amount':
			return amountOf(cell, column, conventions);
		case 'date':
			return readDate(cell, conventions);
		case 'nik':
			return nikOf(cell);
		case 'phone':
			return phoneOf(cell, column);
		case 'count':
			return countOf(cell, column);
		case 'choice':
			return choiceOf(cell, column);
		case 'code':
			return codeOf(cell, column);
		case 'text':
			return textOf(cell, column);
	}
}

function amountOf(cell: ReadCell, column: Column, conventions: Conventions): ReadValue {
	const read = readAmount(cell, conventions);
	if (read.value !== '0.00' || column.isZeroAllowed === true) return read;
	return faulty('imports/amount-zero', {value: cell.text});
}

/** What people write, with what cannot be seen left out and every gap made one blank. */
const tidy = (text: string): string =>
	text
		.normalize('NFC')
		.replaceAll(/[\s\u00A0\u200B\u202F\uFEFF]+/gu, ' ')
		.trim();

function textOf(cell: ReadCell, {max = 200}: Column): ReadValue {
	const text = tidy(cell.text);
	if (/[\u0000-\u001F\u007F\uFFFD\p{Cs}]/u.test(text)) {
		return faulty('imports/control-character', {value: text.slice(0, 40)});
	}
	if (text.length > max) {
		return faulty('imports/too-long', {value: `${text.slice(0, 20)}…`, expected: String(max)});
	}
	return {value: text};
}

/** A code of the cooperative's own or ours; digits that were kept as a number are those digits. */
function codeOf(cell: ReadCell, column: Column): ReadValue {
	if (cell.kind !== 'text' && !/^\d{1,15}$/u.test(cell.text)) {
		return faulty('imports/code-malformed', {value: cell.text, expected: column.example});
	}
	const read = textOf(cell, column);
	if (read.value === undefined || column.shape === undefined) return read;
	// A drop-down offers the code with its name after it.
	const code = column.list === undefined ? read.value : read.value.replace(/ [–—-] .*$/u, '');
	if (column.shape.test(code)) return {value: code};
	return faulty('imports/code-malformed', {value: read.value, expected: column.example});
}

const nikWords: Record<NikFault, string> = {
	'nik/length': '16 angka',
	'nik/region': 'enam angka pertama kode wilayah',
	'nik/date': 'angka ke-7 sampai ke-12 tanggal lahir (perempuan: tanggal ditambah 40)',
	'nik/serial': 'empat angka terakhir mulai 0001',
};

function nikOf(cell: ReadCell): ReadValue {
	// Also where a CSV has it as Excel shows a long number.
	if (cell.kind !== 'text' || /^\d[.,]\d+[eE]\+?\d+$/u.test(cell.text.trim())) {
		return faulty('imports/nik-as-number', {value: cell.text});
	}
	const digits = cell.text.replaceAll(/[\s\u00A0.'’-]/gu, '');
	const fault = nikFault(digits);
	if (fault === undefined) return {value: digits};
	return faulty('imports/nik-malformed', {value: cell.text, expected: nikWords[fault]});
}

function phoneOf(cell: ReadCell, column: Column): ReadValue {
	if (cell.kind !== 'text' && !/^62\d{6,13}$/u.test(cell.text)) {
		return faulty('imports/number-for-text', {value: cell.text});
	}
	const read = textOf(cell, column);
	if (read.value === undefined || /^\+?[\d ()/-]{6,20}$/u.test(read.value)) return read;
	return faulty('imports/code-malformed', {value: cell.text, expected: column.example});
}

function countOf({text}: ReadCell, {max = 1000}: Column): ReadValue {
	const digits = text.trim().replace(/\.0+$/u, '');
	const count = /^\d{1,9}$/u.test(digits) ? Number.parseInt(digits, 10) : 0;
	if (count >= 1 && count <= max) return {value: String(count)};
	return faulty('imports/count-malformed', {value: text, expected: `1–${max}`});
}

function choiceOf({text}: ReadCell, {choices = {}}: Column): ReadValue {
	const sought = nameOf(text);
	const match = Object.entries(choices).find(
		([label, meant]) => nameOf(label) === sought || meant === sought,
	);
	if (match) return {value: match[1]};
	const expected = Object.keys(choices).join(', ');
	return faulty('imports/not-one-of', {value: text.trim().slice(0, 80), expected});
}
