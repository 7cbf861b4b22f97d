import type {z} from 'zod';
import {reportSheet} from '../../files/report-sheet.ts';
import {type ColumnText, type Reader, type Sheet, columnsOf} from '../../files/sheet.ts';
import type {annexAnswer} from './annex-contract.ts';

const columns: readonly ColumnText[] = [
	['allocation', 'text', 'Alokasi', 'Allocation'],
	['cooperative', 'text', 'Koperasi', 'Cooperative'],
	['name', 'text', 'Nama', 'Name'],
	['kelurahan', 'text', 'Kelurahan', 'Kelurahan'],
	['agreementNumber', 'text', 'Nomor perjanjian', 'Agreement'],
	['daysPastDue', 'count', 'Hari tunggakan', 'Days past due'],
	['monthsPastDue', 'count', 'Bulan tunggakan', 'Months past due'],
	['class', 'text', 'Kode kolektibilitas', 'Class code'],
	['className', 'text', 'Kolektibilitas', 'Class'],
	['opening', 'amount', 'Saldo awal', 'Opening'],
	['additions', 'amount', 'Penambahan', 'Additions'],
	['repayments', 'amount', 'Pengembalian', 'Repayments'],
	['writtenOff', 'amount', 'Dihapusbukukan', 'Written off'],
	['claimed', 'amount', 'Menjadi TGR', 'Turned into claims'],
	['other', 'amount', 'Lain-lain', 'Other'],
	['closing', 'amount', 'Saldo akhir', 'Closing'],
	['currentPortion', 'amount', 'Bagian lancar', 'Current portion'],
	['provision', 'amount', 'Penyisihan dibukukan', 'Provision booked'],
	['requiredProvision', 'amount', 'Penyisihan seharusnya', 'Provision required'],
	['netRealisableValue', 'amount', 'Nilai bersih yang dapat direalisasi', 'Net realisable value'],
	['register', 'amount', 'Register penghapusan', 'Register of write-offs'],
	['claims', 'amount', 'Tuntutan ganti rugi', 'Claims (TGR)'],
	// On every row, because a table is cut up.
	['policy', 'text', 'Kebijakan', 'Policy'],
];

/** The annex of the notes: Daftar Dana Bergulir dan Penyisihan Dana Bergulir. */
export function layAnnex(
	{meta, rows, totals}: z.output<typeof annexAnswer>,
	reader: Reader,
): Sheet {
	const {language} = reader;
	const {code, version, status} = meta.policies.at(-1)!;
	const mark = language === 'id' ? ' (kebijakan sementara)' : ' (provisional)';
	const policy = `${code} v${version}${status === 'provisional' ? mark : ''}`;
	return reportSheet({...meta, book: {code: meta.book, name: meta.book}}, reader, {
		title: {
			id: 'Daftar Dana Bergulir dan Penyisihan Dana Bergulir',
			en: 'Annex: Revolving Funds and their Provision',
		},
		tables: [
			{
				columns: columnsOf(columns, language),
				rows: rows.map((row) => ({...row, policy})),
				totals: [
					{
						row: {allocation: language === 'id' ? 'Jumlah' : 'Total', ...totals, policy},
						isSum: true,
					},
				],
			},
		],
	});
}
