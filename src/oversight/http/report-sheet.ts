import type {z} from 'zod';
import {reportSheet} from '../../files/report-sheet.ts';
import {type ColumnText, type Reader, type Sheet, columnsOf} from '../../files/sheet.ts';
import type {reportAnswer} from './report-contract.ts';

const findingColumns: readonly ColumnText[] = [
	['book', 'text', 'Buku', 'Book'],
	['cooperative', 'text', 'Koperasi', 'Cooperative'],
	['number', 'count', 'Nomor', 'Number'],
	['severity', 'text', 'Bobot', 'Severity'],
	['level', 'text', 'Tingkat', 'Level'],
	['state', 'text', 'Keadaan', 'State'],
	['owner', 'text', 'Penanggung jawab', 'Owner'],
	['dueOn', 'date', 'Batas waktu', 'Due on'],
	['daysOverdue', 'count', 'Lewat (hari)', 'Days overdue'],
	['raisedAt', 'text', 'Diangkat', 'Raised'],
	['source', 'text', 'Sumber', 'Source'],
	['sentence', 'text', 'Temuan', 'Finding'],
];

const countColumns: readonly ColumnText[] = [
	['severity', 'text', 'Bobot', 'Severity'],
	['open', 'count', 'Terbuka', 'Open'],
	['overdue', 'count', 'Lewat waktu', 'Overdue'],
	['closed', 'count', 'Ditutup', 'Closed'],
];

/** The register of findings on paper: what is open, and how much of what severity. */
export function layFindings(
	{meta, rows, totals}: z.output<typeof reportAnswer>,
	reader: Reader,
): Sheet {
	const {language} = reader;
	const {open, overdue, closed} = totals;
	const place = (code: string | null) => (code === null ? null : {code, name: code});
	const provisional = language === 'id' ? 'Sementara' : 'Provisional';
	return reportSheet({...meta, book: place(meta.book), region: place(meta.region)}, reader, {
		title: {id: 'Daftar Temuan', en: 'Register of Findings'},
		tables: [
			{columns: columnsOf(findingColumns, language), rows},
			{
				heading: language === 'id' ? 'Rekapitulasi' : 'Counts',
				columns: columnsOf(countColumns, language),
				rows: totals.bySeverity,
				totals: [
					{
						row: {severity: language === 'id' ? 'Jumlah' : 'Total', open, overdue, closed},
						isSum: true,
					},
				],
			},
		],
		notices: meta.isProvisional ? [`${provisional}: ${meta.legalBasis}`] : [],
	});
}
