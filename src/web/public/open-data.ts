import type {Answered} from '../api/answered.ts';

export type Health = Answered<'get-v1-public-fund-health'>;
export type HealthRow = Health['rows'][number];

/** A column of the open data: its name, and what a kelurahan has in it. */
export type Column = {
	readonly name: string;
	readonly of: (row: HealthRow) => string;
};

/** The columns, in the order of the file; every figure stands as the service wrote it. */
export function columnsOf(row: HealthRow): Column[] {
	const own = ['region', 'name', 'level'] as const;
	const counts = ['activeLoans', 'borrowers', 'womenBorrowers', 'notRemittedDays'] as const;
	return [
		...own.map((name) => ({name, of: (one: HealthRow) => one[name]})),
		{name: 'grade', of: (one) => one.graded?.grade ?? ''},
		...counts.map((name) => ({name, of: (one: HealthRow) => String(one[name])})),
		...namesOf(row.sums).map((name) => ({name, of: (one: HealthRow) => one.sums[name] ?? ''})),
		...namesOf(row.ratios).map((name) => ({name, of: (one: HealthRow) => one.ratios[name] ?? ''})),
	];
}

const namesOf = <T extends object>(of: T) => Object.keys(of) as (keyof T & string)[];

/** A field of CSV (RFC 4180); what a spreadsheet would take for a formula is none any more. */
function cell(text: string): string {
	const safe = /^[=+@\t\r]|^-(?!\d)/u.test(text) ? `'${text}` : text;
	return /[",\n\r]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The rows as CSV, with a head of the columns' names. */
export function toCsv(rows: readonly HealthRow[]): string {
	const [first] = rows;
	if (!first) return '';
	const columns = columnsOf(first);
	const lines = [
		columns.map(({name}) => name),
		...rows.map((row) => columns.map((column) => column.of(row))),
	];
	return lines.map((line) => `${line.map((text) => cell(text)).join(',')}\r\n`).join('');
}
