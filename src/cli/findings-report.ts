import type {Work} from '../compose.ts';
import type {BookCode} from '../kernel/ids.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import {regionCode} from '../kernel/region-code.ts';
import {presentReport} from '../oversight/http/report-contract.ts';
import {readFindingsReport} from '../oversight/index.ts';

// The whole register of a city on one sheet; whoever has more asks by region.
const rowsMax = 100_000;

type Row = Readonly<Record<string, string>>;

/**
 * `report findings`: what was not closed at the end of a day, and how many of what kind there were.
 */
export async function runFindings(
	work: Work,
	asOf: LocalDate,
	{book, region}: {readonly book?: string; readonly region?: string},
): Promise<{json: unknown; rows: Row[]; tables: Row[][]; caption: string}> {
	const question = {
		asOf,
		limit: rowsMax,
		...(book === undefined ? {} : {book: book as BookCode}),
		...(region === undefined ? {} : {region: regionCode(region)}),
	};
	const json = presentReport(work, question, await readFindingsReport(work, question), 'id');
	const rows = json.rows.map(({id: _, ...row}): Row => ({
		...row,
		number: String(row.number),
		owner: row.owner ?? '',
		daysOverdue: String(row.daysOverdue),
	}));
	const totals = json.totals.bySeverity.map(({severity, ...counts}): Row => ({
		severity,
		...texts(counts),
	}));
	const {open, overdue, closed} = json.totals;
	const all: Row = {severity: 'Jumlah', ...texts({open, overdue, closed})};
	const basis = json.meta.isProvisional ? `Sementara: ${json.meta.legalBasis}` : '';
	return {json, rows, tables: [rows, [...totals, all]], caption: basis};
}

const texts = (counts: Readonly<Record<string, number>>): Row =>
	Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, String(count)]));
