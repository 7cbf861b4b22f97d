import type {Axes, FundBook, FundHealthRow, ReportWork} from '../index.ts';

// A country has kelurahan without number: whoever asks for so many asks for a part of it to see on.
const rowsMax = 1000;

/** Where the lines of a row are: the statements of the funds of its kelurahan. */
export type RowLinks = (row: FundHealthRow) => string[];

/**
 * The links of the rows of fund health. The figures of a kelurahan are the sums over its funds, so
 * each of its rows leads to the statement of each, whose figures lead on to the lines.
 */
export async function fundLinksOf(
	work: ReportWork,
	rows: readonly FundHealthRow[],
	axes: Axes,
): Promise<RowLinks> {
	const kelurahan = rows.filter(({level}) => level === 'village').map(({region}) => region ?? '');
	if (kelurahan.length === 0 || kelurahan.length > rowsMax) return () => [];
	const byKelurahan = new Map<string, string[]>();
	for (const fund of await work.reports.fundBooks(kelurahan, axes.asOf)) {
		const links = byKelurahan.get(fund.kelurahan) ?? [];
		byKelurahan.set(fund.kelurahan, [...links, ...statementOf(fund, axes)]);
	}
	return ({region}) => byKelurahan.get(region ?? '') ?? [];
}

/** As the book stands in this snapshot; a book without entries has nothing to tell. */
function statementOf(fund: FundBook, {asOf, knownAt}: Axes): string[] {
	const known = knownAt ?? fund.lastRecordedAt;
	if (known === undefined || fund.lastRecordedAt === undefined) return [];
	const query = `allocation=${fund.id}&asOf=${asOf}&knownAt=${known.toISOString()}`;
	return [`/v1/reports/fund-statement?${query}`];
}
