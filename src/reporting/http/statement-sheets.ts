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
import {kindName} from './kind-names.ts';
import type {
	balanceSheetAnswer,
	cashFlowAnswer,
	incomeAnswer,
	movementAnswer,
} from './present-statements.ts';
import type {trialBalanceAnswer} from './schemas.ts';

const account: readonly ColumnText[] = [
	['account', 'text', 'Akun', 'Account'],
	['name', 'text', 'Nama', 'Name'],
];

type Named = {readonly account: string; readonly nameId: string; readonly nameEn: string};

/** A row with the account's name in the reader's language. */
const nameIn = <One extends Named>(
	{nameId, nameEn, ...row}: One,
	{language}: Reader,
): Omit<One, 'nameId' | 'nameEn'> & {name: string} => ({
	...row,
	name: language === 'id' ? nameId : nameEn,
});

const word = ({language}: Reader, {id, en}: Heading): string => (language === 'id' ? id : en);

const total = {id: 'Jumlah', en: 'Total'};

export function layTrialBalance(
	{meta, rows, totals}: z.output<typeof trialBalanceAnswer>,
	reader: Reader,
): Sheet {
	const texts: ColumnText[] = [
		...account,
		['class', 'text', 'Golongan', 'Class'],
		['debit', 'amount', 'Debit', 'Debit'],
		['credit', 'amount', 'Kredit', 'Credit'],
	];
	return reportSheet(meta, reader, {
		title: {id: 'Neraca Saldo', en: 'Trial Balance'},
		tables: [
			{
				columns: columnsOf(texts, reader.language),
				rows: rows.map((row) => nameIn(row, reader)),
				totals: [{row: {account: word(reader, total), ...totals}, isSum: true}],
			},
		],
	});
}

const sectionNames: Readonly<Record<string, Heading>> = {
	assets: {id: 'Aset', en: 'Assets'},
	liabilities: {id: 'Liabilitas', en: 'Liabilities'},
	equity: {id: 'Ekuitas', en: 'Equity'},
	surplus: {id: 'Sisa hasil usaha berjalan', en: 'Surplus not yet carried to equity'},
	memo: {id: 'Rekening administratif', en: 'Memorandum accounts'},
	income: {id: 'Pendapatan', en: 'Income'},
	expenses: {id: 'Beban', en: 'Expenses'},
};

type Parts = Readonly<Record<string, readonly (Named & {readonly amount: string})[]>>;

/** The parts of a statement one below the other, each row with the name of its part. */
function layParts(
	rows: Parts,
	totals: Readonly<Record<string, string>>,
	reader: Reader,
): {columns: Column[]; rows: Row[]; totals: {row: Row; isSum: boolean}[]} {
	const texts: ColumnText[] = [
		['section', 'text', 'Bagian', 'Section'],
		...account,
		['amount', 'amount', 'Jumlah (Rp)', 'Amount (Rp)'],
	];
	const sectionOf = (name: string) => word(reader, sectionNames[name] ?? {id: name, en: name});
	return {
		columns: columnsOf(texts, reader.language),
		rows: Object.entries(rows).flatMap(([section, part]) =>
			part.map((row) => ({section: sectionOf(section), ...nameIn(row, reader)})),
		),
		totals: Object.entries(totals).map(([section, amount]) => ({
			row: {section: sectionOf(section), account: word(reader, total), amount},
			isSum: false,
		})),
	};
}

export const layBalanceSheet = (
	{meta, rows, totals}: z.output<typeof balanceSheetAnswer>,
	reader: Reader,
): Sheet =>
	reportSheet(meta, reader, {
		title: {id: 'Neraca (Laporan Posisi Keuangan)', en: 'Statement of Financial Position'},
		tables: [layParts(rows, totals, reader)],
	});

export const layIncomeStatement = (
	{meta, rows, totals}: z.output<typeof incomeAnswer>,
	reader: Reader,
): Sheet =>
	reportSheet(meta, reader, {
		title: {id: 'Perhitungan Hasil Usaha', en: 'Income Statement'},
		tables: [layParts(rows, totals, reader)],
	});

const movementTitles: Readonly<Record<string, Heading>> = {
	'equity-changes': {id: 'Laporan Perubahan Ekuitas', en: 'Statement of Changes in Equity'},
	'benevolence-funds': {
		id: 'Laporan Sumber dan Penggunaan Dana Kebajikan',
		en: 'Sources and Uses of Benevolence Funds',
	},
};

export const layMovements = (
	{meta, rows, totals}: z.output<typeof movementAnswer>,
	reader: Reader,
): Sheet => {
	const texts: ColumnText[] = [
		...account,
		['opening', 'amount', 'Saldo awal', 'Opening'],
		['increase', 'amount', 'Penambahan', 'Increase'],
		['decrease', 'amount', 'Pengurangan', 'Decrease'],
		['closing', 'amount', 'Saldo akhir', 'Closing'],
	];
	return reportSheet(meta, reader, {
		title: movementTitles[meta.report]!,
		tables: [
			{
				columns: columnsOf(texts, reader.language),
				rows: rows.map((row) => nameIn(row, reader)),
				totals: [{row: {account: word(reader, total), ...totals}, isSum: true}],
			},
		],
	});
};

const flowTotals: Readonly<Record<'opening' | 'net' | 'closing', Heading>> = {
	opening: {id: 'Kas dan bank awal periode', en: 'Cash and bank at the beginning'},
	net: {id: 'Kenaikan (penurunan) bersih', en: 'Net increase (decrease)'},
	closing: {id: 'Kas dan bank akhir periode', en: 'Cash and bank at the end'},
};

export function layCashFlow(
	{meta, rows, totals}: z.output<typeof cashFlowAnswer>,
	reader: Reader,
): Sheet {
	const texts: ColumnText[] = [
		['kind', 'text', 'Jenis transaksi', 'Kind of transaction'],
		['receipts', 'amount', 'Penerimaan', 'Receipts'],
		['payments', 'amount', 'Pengeluaran', 'Payments'],
	];
	const {receipts, payments, ...others} = totals;
	const rest = (['opening', 'net', 'closing'] as const).map((name) => ({
		row: {kind: word(reader, flowTotals[name]), receipts: others[name]},
		isSum: false,
	}));
	return reportSheet(meta, reader, {
		title: {id: 'Laporan Arus Kas (Metode Langsung)', en: 'Cash Flow (Direct Method)'},
		tables: [
			{
				columns: columnsOf(texts, reader.language),
				rows: rows.map((row) => ({...row, kind: kindName(row.kind, reader.language)})),
				totals: [{row: {kind: word(reader, total), receipts, payments}, isSum: true}, ...rest],
			},
		],
	});
}
