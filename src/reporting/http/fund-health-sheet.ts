import type {z} from 'zod';
import {reportSheet} from '../../files/report-sheet.ts';
import {
	type Column,
	type ColumnText,
	type Heading,
	type Reader,
	type Row,
	type Sheet,
	columnsOf,
} from '../../files/sheet.ts';
import type {Language} from '../../kernel/errors.ts';
import type {fundHealthAnswer, healthRowAnswer} from './schemas.ts';

type Answer = z.output<typeof fundHealthAnswer>;
type HealthRow = z.output<typeof healthRowAnswer>;

const places: readonly ColumnText[] = [
	['name', 'text', 'Wilayah', 'Region'],
	['region', 'text', 'Kode', 'Code'],
	['level', 'text', 'Tingkat', 'Level'],
];

// In the order in which they are read: the fund's life, its cash, its loans, their lateness.
const figures: readonly ColumnText[] = [
	['ceiling', 'amount', 'Pagu', 'Ceiling'],
	['allocated', 'amount', 'Alokasi', 'Allocated'],
	['tranchesReceived', 'amount', 'Dana diterima', 'Tranches received'],
	['principalDueToCity', 'amount', 'Pokok jatuh tempo ke kota', 'Principal due to the city'],
	['remitted', 'amount', 'Disetor', 'Remitted'],
	['returned', 'amount', 'Dikembalikan', 'Returned'],
	['overdueToCity', 'amount', 'Tunggakan ke kota', 'Overdue to the city'],
	['principalCollected', 'amount', 'Pokok tertagih', 'Principal collected'],
	['collectedNotRemitted', 'amount', 'Tertagih belum disetor', 'Collected, not remitted'],
	['notRemittedDays', 'count', 'Umur belum disetor (hari)', 'Not remitted for (days)'],
	['cashAndBank', 'amount', 'Kas dan bank', 'Cash and bank'],
	['beforeSale', 'amount', 'Barang dan uang muka pembelian', 'Before the sale'],
	['downPayments', 'amount', 'Uang muka anggota', 'Down payments'],
	['outstandingPrincipal', 'amount', 'Sisa pokok', 'Outstanding principal'],
	['activeLoans', 'count', 'Pembiayaan aktif', 'Active loans'],
	['borrowers', 'count', 'Peminjam', 'Borrowers'],
	['womenBorrowers', 'count', 'Peminjam perempuan', 'Women borrowers'],
	['disbursed', 'amount', 'Dicairkan', 'Disbursed'],
	['principalDueFromMembers', 'amount', 'Pokok jatuh tempo', 'Principal due'],
	['principalOverdue', 'amount', 'Pokok menunggak', 'Principal overdue'],
	['atRisk1', 'amount', 'Sisa pokok telat >= 1 hari', 'At risk, 1 day'],
	['atRisk30', 'amount', 'Sisa pokok telat > 30 hari', 'At risk, 30 days'],
	['atRisk60', 'amount', 'Sisa pokok telat > 60 hari', 'At risk, 60 days'],
	['atRisk90', 'amount', 'Sisa pokok telat > 90 hari', 'At risk, 90 days'],
	['restructured', 'amount', 'Direstrukturisasi', 'Restructured'],
	['atRisk30Restructured', 'amount', 'Telat > 30 hari atau direstrukturisasi', 'At risk or eased'],
	['claims', 'amount', 'Tuntutan ganti rugi', 'Claims (TGR)'],
	['turnover', 'ratio', 'Perputaran', 'Turnover'],
	['idleShare', 'ratio', 'Dana menganggur', 'Idle share'],
	['repaymentRate', 'ratio', 'Tingkat pengembalian', 'Repayment rate'],
	['arrearsRatio', 'ratio', 'Rasio tunggakan', 'Arrears ratio'],
	['par1', 'ratio', 'PAR 1', 'PAR 1'],
	['par30', 'ratio', 'PAR 30', 'PAR 30'],
	['par60', 'ratio', 'PAR 60', 'PAR 60'],
	['par90', 'ratio', 'PAR 90', 'PAR 90'],
	['par30Restructured', 'ratio', 'PAR 30 dengan restrukturisasi', 'PAR 30 with restructured'],
	['remittanceRate', 'ratio', 'Tingkat penyetoran', 'Remittance rate'],
	['womenShare', 'ratio', 'Bagian perempuan', 'Share of women'],
];

const levels: Readonly<Record<string, Heading>> = {
	village: {id: 'Kelurahan', en: 'Kelurahan'},
	district: {id: 'Kecamatan', en: 'Kecamatan'},
	regency: {id: 'Kota', en: 'City'},
	province: {id: 'Provinsi', en: 'Province'},
};

const flat = ({sums, ratios, ...row}: HealthRow, language: Language): Row => ({
	...row,
	...sums,
	...ratios,
	level: levels[row.level]?.[language] ?? row.level,
});

/** Fund health: kelurahan first; below them kecamatan, cities and the whole as totals. */
export function layFundHealth(answer: Answer, reader: Reader): Sheet {
	const {language} = reader;
	const columns: Column[] = columnsOf([...places, ...figures], language);
	const sums = [...answer.kecamatan, ...answer.cities].map((row) => ({
		row: flat(row, language),
		isSum: false,
	}));
	const whole = {...flat(answer.totals, language), name: language === 'id' ? 'Jumlah' : 'Total'};
	return reportSheet(answer.meta, reader, {
		title: {id: 'Kesehatan Dana Bergulir per Kelurahan', en: 'Health of the Revolving Fund'},
		tables: [
			{
				columns,
				rows: answer.rows.map((row) => flat(row, language)),
				totals: [...sums, {row: whole, isSum: true}],
			},
		],
		...(answer.mirror !== null && !answer.mirror.isBalanced
			? {notices: [partedNotice(answer.mirror.difference, language)]}
			: {}),
	});
}

const partedNotice = (difference: string, language: Language): string =>
	language === 'id'
		? `Buku kota dan buku koperasi berbeda Rp ${difference}; selisih ini harus dijelaskan.`
		: `The city's book and the cooperatives' differ by Rp ${difference}, which must be explained.`;
