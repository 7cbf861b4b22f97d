import type {z} from 'zod';
import {
	type ColumnText,
	type Heading,
	type Reader,
	type Row,
	type Sheet,
	columnsOf,
} from '../../files/sheet.ts';
import {localDate} from '../../kernel/local-date.ts';
import {dateInWords} from '../../kernel/wording.ts';
import type {healthRowAnswer, publicHealthAnswer} from './fund-health-contract.ts';
import {figures} from './fund-health-sheet.ts';

type Answer = z.output<typeof publicHealthAnswer>;
type HealthRow = z.output<typeof healthRowAnswer>;

const places: readonly ColumnText[] = [
	['region', 'text', 'Kode', 'Code'],
	['name', 'text', 'Wilayah', 'Region'],
	['level', 'text', 'Tingkat', 'Level'],
	['grade', 'text', 'Penilaian', 'Grade'],
];

/** The columns of the open data: places, and every figure that is one number. */
const columnTexts: readonly ColumnText[] = [
	...places,
	...figures.filter(([, kind]) => kind === 'count'),
	...figures.filter(([, kind]) => kind === 'amount' || kind === 'ratio'),
];

const title: Heading = {
	id: 'Kesehatan Dana Bergulir per Kelurahan',
	en: 'Health of the Revolving Fund',
};

/** A row in cells, in the words that scripts rely on, whatever the language. */
const toCells = ({region, name, level, graded, sums, ratios, ...row}: HealthRow): Row => ({
	region,
	name,
	level,
	grade: graded?.grade ?? null,
	activeLoans: row.activeLoans,
	borrowers: row.borrowers,
	womenBorrowers: row.womenBorrowers,
	notRemittedDays: row.notRemittedDays,
	...sums,
	...ratios,
});

/**
 * Open data as a file: a row for each kelurahan and no sums below them, so that who adds a column
 * up counts nothing twice.
 */
export function layPublicHealth({asOf, rows}: Answer, {language}: Reader): Sheet {
	const day = dateInWords(localDate(asOf), language);
	return {
		name: `bergulir-${asOf}`,
		language,
		title: title[language],
		letterhead: [],
		facts: [{label: language === 'id' ? 'Per tanggal' : 'As of', value: day}],
		notices: [],
		tables: [{columns: columnsOf(columnTexts, language), rows: rows.map((row) => toCells(row))}],
		signatures: [],
	};
}
