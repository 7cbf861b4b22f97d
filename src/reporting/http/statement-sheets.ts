import type {z} from 'zod';
import {reportSheet} from '../../files/report-sheet.ts';
import {
	type CellLinks,
	type ColumnText,
	type Heading,
	type Reader,
	type Sheet,
	type Table,
	columnsOf,
} from '../../files/sheet.ts';
import {kindName} from '../index.ts';
import type {
	balanceSheetAnswer,
	cashFlowAnswer,
	directFlowAnswer,
	incomeAnswer,
	indirectFlowAnswer,
	movementAnswer,
} from './present-statements.ts';
import type {trialBalanceAnswer} from './schemas.ts';

const account: readonly ColumnText[] = [
	['account', 'text', 'Akun', 'Account'],
	['name', 'text', 'Nama', 'Name'],
];

type Named = {readonly account: string; readonly nameId: string; readonly nameEn: string};

/** A row with the account's name in the reader's language; its links stand beside the rows. */
const nameIn = <One extends Named & {readonly links: unknown}>(
	{nameId, nameEn, links: _, ...row}: One,
	{language}: Reader,
): Omit<One, 'nameId' | 'nameEn' | 'links'> & {name: string} => ({
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
				links: rows.map(({links}) => links),
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

type Parts = Readonly<
	Record<string, readonly (Named & {readonly amount: string; readonly links: CellLinks})[]>
>;

/** The parts of a statement one below the other, each row with the name of its part. */
function layParts(rows: Parts, totals: Readonly<Record<string, string>>, reader: Reader): Table {
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
		links: Object.values(rows).flatMap((part) => part.map(({links}) => links)),
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
				links: rows.map(({links}) => links),
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

export const layCashFlow = (answer: z.output<typeof cashFlowAnswer>, reader: Reader): Sheet =>
	answer.method === 'direct' ? layDirectFlow(answer, reader) : layIndirectFlow(answer, reader);

function layDirectFlow(
	{meta, rows, totals}: z.output<typeof directFlowAnswer>,
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
				rows: rows.map(({kind, ...row}) => ({
					kind: kindName(kind, reader.language),
					receipts: row.receipts,
					payments: row.payments,
				})),
				links: rows.map(({links}) => links),
				totals: [{row: {kind: word(reader, total), receipts, payments}, isSum: true}, ...rest],
			},
		],
	});
}

const flowSectionNames: Readonly<Record<string, Heading>> = {
	surplus: {id: 'Sisa hasil usaha', en: 'Surplus'},
	adjustments: {id: 'Penyesuaian tanpa kas', en: 'Adjustments without cash'},
	operating: {id: 'Operasi', en: 'Operating'},
	investing: {id: 'Investasi', en: 'Investing'},
	financing: {id: 'Pendanaan', en: 'Financing'},
};

const activityTotals: Readonly<Record<'operating' | 'investing' | 'financing', Heading>> = {
	operating: {id: 'Kas bersih dari aktivitas operasi', en: 'Net cash from operating activities'},
	investing: {id: 'Kas bersih dari aktivitas investasi', en: 'Net cash from investing activities'},
	financing: {id: 'Kas bersih dari aktivitas pendanaan', en: 'Net cash from financing activities'},
};

function layIndirectFlow(
	{meta, rows, totals}: z.output<typeof indirectFlowAnswer>,
	reader: Reader,
): Sheet {
	const texts: ColumnText[] = [
		['section', 'text', 'Bagian', 'Section'],
		...account,
		['amount', 'amount', 'Jumlah (Rp)', 'Amount (Rp)'],
	];
	const names = {...activityTotals, ...flowTotals};
	const order = ['operating', 'investing', 'financing', 'net', 'opening', 'closing'] as const;
	return reportSheet(meta, reader, {
		title: {id: 'Laporan Arus Kas (Metode Tidak Langsung)', en: 'Cash Flow (Indirect Method)'},
		tables: [
			{
				columns: columnsOf(texts, reader.language),
				rows: rows.map(({section, account: code, nameId, nameEn, amount}) => ({
					section: word(reader, flowSectionNames[section]!),
					account: code,
					name: word(reader, {id: nameId, en: nameEn}),
					amount,
				})),
				links: rows.map(({links}) => links),
				totals: order.map((name) => ({
					row: {section: word(reader, names[name]), amount: totals[name]},
					isSum: false,
				})),
			},
		],
	});
}
