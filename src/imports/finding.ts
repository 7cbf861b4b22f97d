import type {DomainError, RefusalText} from '../kernel/errors.ts';
import {fill} from '../kernel/errors.ts';
import {findingTexts} from './finding-texts.ts';

export type FindingCode = keyof typeof findingTexts;

/** One thing wrong with a row or a sheet: where, what stands there, and what would be right. */
export type ImportFinding = {
	readonly code: string;
	readonly sheet: string;
	/** As the spreadsheet numbers it; 0 where it is about the sheet or the file. */
	readonly row: number;
	/** The heading of the column; empty where it is about the whole row. */
	readonly column: string;
	/** What stands there; of what is personal only what lists show. */
	readonly value: string;
	/** The sentence, with what would be right in it. */
	readonly text: RefusalText;
};

export type Place = {readonly sheet: string; readonly row: number; readonly column?: string};

/** A finding by its code; the values are what its sentence mentions. */
export function found(
	code: FindingCode,
	{sheet, row, column = ''}: Place,
	values: Readonly<Record<string, string>> = {},
): ImportFinding {
	const said = {column, ...values};
	const {id, en} = findingTexts[code];
	return {
		code,
		sheet,
		row,
		column,
		value: values.value ?? '',
		text: {id: fill(id, said), en: fill(en, said)},
	};
}

/** What another room refuses of a row, as a finding at it. */
export const foundRefused = (error: DomainError, {sheet, row}: Place): ImportFinding => ({
	code: error.code,
	sheet,
	row,
	column: '',
	value: '',
	text: {id: error.sentence('id'), en: error.sentence('en')},
});
