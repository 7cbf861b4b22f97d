import type {z} from 'zod';
import {type ReportMeta, reportSheet} from '../../files/report-sheet.ts';
import type {StreamedSheet} from '../../files/streamed.ts';
import {
	type ColumnText,
	type Heading,
	type Reader,
	type Row,
	type Sheet,
	columnsOf,
} from '../../files/sheet.ts';
import type {Language} from '../../kernel/errors.ts';
import type {JournalTotals, Turnover} from '../index.ts';
import {toText} from '../../kernel/money.ts';
import type {journalAnswer, ledgerAnswer} from './ledger-contract.ts';

const ledgerColumns: readonly ColumnText[] = [
	['account', 'text', 'Akun', 'Account'],
	['name', 'text', 'Nama', 'Name'],
	['date', 'date', 'Tanggal', 'Date'],
	['entry', 'count', 'No. jurnal', 'Entry'],
	['description', 'text', 'Uraian', 'Description'],
	['document', 'text', 'Bukti', 'Document'],
	['counterAccounts', 'text', 'Akun lawan', 'Counter accounts'],
	['debit', 'amount', 'Debit', 'Debit'],
	['credit', 'amount', 'Kredit', 'Credit'],
	['balance', 'amount', 'Saldo', 'Balance'],
];

const journalColumns: readonly ColumnText[] = [
	['entry', 'count', 'No. jurnal', 'Entry'],
	['date', 'date', 'Tanggal', 'Date'],
	['recordedAt', 'text', 'Dicatat', 'Recorded'],
	['actor', 'text', 'Pelaku', 'Actor'],
	['kind', 'text', 'Jenis', 'Kind'],
	['description', 'text', 'Uraian', 'Description'],
	['document', 'text', 'Bukti', 'Document'],
	['reverses', 'count', 'Membalik no.', 'Reverses'],
	['account', 'text', 'Akun', 'Account'],
	['name', 'text', 'Nama', 'Name'],
	['debit', 'amount', 'Debit', 'Debit'],
	['credit', 'amount', 'Kredit', 'Credit'],
];

const ledgerTitle: Heading = {id: 'Buku Besar', en: 'General Ledger'};
const journalTitle: Heading = {id: 'Jurnal Umum', en: 'General Journal'};
const total: Heading = {id: 'Jumlah', en: 'Total'};

/** What stands in the place of a description where there is no line. */
export const ledgerWords = (language: Language) => ({
	language,
	opening: language === 'id' ? 'Saldo awal' : 'Opening balance',
	closing: language === 'id' ? 'Saldo akhir' : 'Closing balance',
});

type LedgerRow = z.output<typeof ledgerAnswer>['rows'][number];
type JournalRow = z.output<typeof journalAnswer>['rows'][number];

const nameIn = (
	{nameId, nameEn}: {readonly nameId: string; readonly nameEn: string},
	language: Language,
): string => (language === 'id' ? nameId : nameEn);

/** A row of the general ledger as every file shows it. */
export function layLedgerRow(row: LedgerRow, language: Language): Row {
	const {opening, closing} = ledgerWords(language);
	const words = {opening, line: row.description, closing};
	return {
		account: row.account,
		name: nameIn(row, language),
		date: row.date,
		entry: row.entry,
		description: words[row.row],
		document: row.document,
		counterAccounts: row.counterAccounts,
		debit: row.debit,
		credit: row.credit,
		balance: row.balance,
	};
}

/** A row of the journal as every file shows it. */
export const layJournalRow = (row: JournalRow, language: Language): Row => ({
	entry: row.entry,
	date: row.date,
	recordedAt: row.recordedAt,
	actor: row.actor,
	kind: row.kind,
	description: row.description,
	document: row.document,
	reverses: row.reverses,
	account: row.account,
	name: nameIn(row, language),
	debit: row.debit,
	credit: row.credit,
});

const totalsRow = (language: Language, first: string, {debit, credit}: Turnover): Row => ({
	[first]: total[language],
	debit: toText(debit),
	credit: toText(credit),
});

export const layLedger = (
	{meta, rows, totals}: z.output<typeof ledgerAnswer>,
	reader: Reader,
): Sheet =>
	reportSheet(meta, reader, {
		title: ledgerTitle,
		tables: [
			{
				columns: columnsOf(ledgerColumns, reader.language),
				rows: rows.map((row) => layLedgerRow(row, reader.language)),
				totals: [{row: {account: total[reader.language], ...totals}, isSum: true}],
			},
		],
	});

export const layJournal = (
	{meta, rows, totals}: z.output<typeof journalAnswer>,
	reader: Reader,
): Sheet =>
	reportSheet(meta, reader, {
		title: journalTitle,
		tables: [
			{
				columns: columnsOf(journalColumns, reader.language),
				rows: rows.map((row) => layJournalRow(row, reader.language)),
				totals: [
					{
						row: {entry: total[reader.language], debit: totals.debit, credit: totals.credit},
						isSum: true,
					},
				],
			},
		],
	});

/** What a streamed report is before its rows come. */
function streamed(
	meta: ReportMeta,
	reader: Reader,
	{title, columns}: {readonly title: Heading; readonly columns: readonly ColumnText[]},
): Omit<StreamedSheet, 'batches' | 'totals'> {
	const laid = columnsOf(columns, reader.language);
	const {tables: _, ...sheet} = reportSheet(meta, reader, {
		title,
		tables: [{columns: laid, rows: []}],
	});
	return {...sheet, columns: laid};
}

/** What a sheet is but for its rows. */
export type SheetFrame = Omit<StreamedSheet, 'batches'>;

export const streamedLedger = (meta: ReportMeta, reader: Reader, totals: Turnover): SheetFrame => ({
	...streamed(meta, reader, {title: ledgerTitle, columns: ledgerColumns}),
	totals: totalsRow(reader.language, 'account', totals),
});

export const streamedJournal = (
	meta: ReportMeta,
	reader: Reader,
	totals: JournalTotals,
): SheetFrame => ({
	...streamed(meta, reader, {title: journalTitle, columns: journalColumns}),
	totals: totalsRow(reader.language, 'entry', totals),
});
