import type {z} from 'zod';
import {reportSheet} from '../../files/report-sheet.ts';
import {
	type ColumnText,
	type Reader,
	type Row,
	type Sheet,
	type Table,
	columnsOf,
} from '../../files/sheet.ts';
import type {Language} from '../../kernel/errors.ts';
import type {restatementAnswer} from './restatement-contract.ts';

type Answer = z.output<typeof restatementAnswer>;

const lineColumns: readonly ColumnText[] = [
	['entry', 'count', 'Jurnal', 'Entry'],
	['effectiveOn', 'date', 'Tanggal', 'Date'],
	['occurredOn', 'date', 'Terjadi', 'Occurred'],
	['recordedAt', 'text', 'Dicatat', 'Recorded'],
	['daysLate', 'count', 'Terlambat (hari)', 'Days late'],
	['actor', 'text', 'Oleh', 'By'],
	['kind', 'text', 'Jenis', 'Kind'],
	['reason', 'text', 'Alasan', 'Reason'],
	['document', 'text', 'Bukti', 'Document'],
	['reverses', 'count', 'Membalik', 'Reverses'],
	['monthState', 'text', 'Keadaan bulan', 'State of the month'],
	['isWithin', 'text', 'Dalam periode', 'Within the period'],
];

const accountColumns: readonly ColumnText[] = [
	['account', 'text', 'Akun', 'Account'],
	['name', 'text', 'Nama', 'Name'],
];

const movedColumns: readonly ColumnText[] = [
	['debit', 'amount', 'Debit', 'Debit'],
	['credit', 'amount', 'Kredit', 'Credit'],
	['fund', 'text', 'Dana', 'Fund'],
	['loan', 'text', 'Pembiayaan', 'Loan'],
];

const balanceColumns: readonly ColumnText[] = [
	['knownThen', 'amount', 'Diketahui dahulu', 'Known then'],
	['changeBefore', 'amount', 'Perubahan sebelum periode', 'Change before the period'],
	['changeWithin', 'amount', 'Perubahan dalam periode', 'Change within the period'],
	['change', 'amount', 'Perubahan', 'Change'],
	['knownNow', 'amount', 'Diketahui sekarang', 'Known now'],
	['debitThen', 'amount', 'Debit dahulu', 'Debits then'],
	['creditThen', 'amount', 'Kredit dahulu', 'Credits then'],
	['debitNow', 'amount', 'Debit sekarang', 'Debits now'],
	['creditNow', 'amount', 'Kredit sekarang', 'Credits now'],
];

/** The restatement: its sentence, the entries that came, and the accounts that they changed. */
export function layRestatement(answer: Answer, reader: Reader): Sheet {
	const {language} = reader;
	const {to, ...meta} = answer.meta;
	const lines = answer.entries.flatMap(toLineRows);
	const accounts = answer.rows.map((row) => toAccountRow(row, language));
	const totals = toTotalRows(answer.totals, language);
	const shown = accounts.filter((_row, index) => answer.rows[index]!.isChanged);
	const entryTable: Table = {
		heading: language === 'id' ? 'Jurnal yang masuk kemudian' : 'Entries that came later',
		columns: columnsOf([...lineColumns, ...accountColumns.slice(0, 1), ...movedColumns], language),
		rows: lines,
	};
	const accountTable: Table = {
		heading: language === 'id' ? 'Akun yang berubah' : 'Accounts that changed',
		columns: columnsOf([...accountColumns, ...balanceColumns], language),
		rows: shown,
		totals: totals.map((row) => ({row, isSum: false})),
	};
	const allColumns = [...lineColumns, ...accountColumns, ...movedColumns, ...balanceColumns];
	const kinds: ColumnText = ['row', 'text', 'Baris', 'Row'];
	return reportSheet({...meta, asOf: to, book: {code: meta.book, name: meta.book}}, reader, {
		title: {id: 'Laporan Penyajian Kembali', en: 'Restatement'},
		tables: [entryTable, accountTable],
		flat: {
			columns: columnsOf([kinds, ...allColumns], language),
			rows: [
				...lines.map((row) => ({row: 'line', ...row})),
				...accounts.map((row) => ({row: 'account', ...row})),
				...totals.map((row) => ({row: 'total', ...row})),
			],
		},
		notices: [answer.statement],
	});
}

const toLineRows = (entry: Answer['entries'][number]): Row[] =>
	entry.lines.map((line) => ({
		...entry,
		...line,
		lines: null,
		isWithin: String(entry.isWithin),
		entry: entry.number,
	}));

const toAccountRow = (row: Answer['rows'][number], language: Language): Row => ({
	account: row.account,
	name: language === 'id' ? row.nameId : row.nameEn,
	knownThen: row.knownThen,
	changeBefore: row.changeBefore,
	changeWithin: row.changeWithin,
	change: row.change,
	knownNow: row.knownNow,
	debitThen: row.turnoverThen.debit,
	creditThen: row.turnoverThen.credit,
	debitNow: row.turnoverNow.debit,
	creditNow: row.turnoverNow.credit,
});

/** Debits and credits apart: each pair is equal, which is what a total is looked at for. */
const toTotalRows = (totals: Answer['totals'], language: Language): Row[] =>
	(['debit', 'credit'] as const).map((side) => ({
		account: side,
		name: sideNames[side][language],
		knownThen: totals.knownThen[side],
		changeWithin: totals.turnoverChange[side],
		change: totals.change[side],
		knownNow: totals.knownNow[side],
		debitThen: side === 'debit' ? totals.turnoverThen.debit : null,
		creditThen: side === 'credit' ? totals.turnoverThen.credit : null,
		debitNow: side === 'debit' ? totals.turnoverNow.debit : null,
		creditNow: side === 'credit' ? totals.turnoverNow.credit : null,
	}));

const sideNames = {
	debit: {id: 'Jumlah debit', en: 'Total of debits'},
	credit: {id: 'Jumlah kredit', en: 'Total of credits'},
} as const;
