import type {Heading} from '../../files/sheet.ts';

const journal = 'lines of the journal';
const totals = 'totals per account and day, equal to the lines of the journal';
const loans = 'schedules of the loans and what the journal says was repaid';

/** What the reports are called, and of what each is made. */
export const reportTitles: Readonly<Record<string, Heading & {readonly source: string}>> = {
	'trial-balance': {id: 'Neraca Saldo', en: 'Trial Balance', source: totals},
	'general-ledger': {id: 'Buku Besar', en: 'General Ledger', source: journal},
	journal: {id: 'Jurnal Umum', en: 'Journal', source: journal},
	'balance-sheet': {
		id: 'Neraca (Laporan Posisi Keuangan)',
		en: 'Statement of Financial Position',
		source: totals,
	},
	'income-statement': {id: 'Perhitungan Hasil Usaha', en: 'Income Statement', source: totals},
	'equity-changes': {
		id: 'Laporan Perubahan Ekuitas',
		en: 'Statement of Changes in Equity',
		source: totals,
	},
	'cash-flow': {id: 'Laporan Arus Kas', en: 'Statement of Cash Flows', source: totals},
	'benevolence-funds': {
		id: 'Laporan Sumber dan Penggunaan Dana Kebajikan',
		en: 'Sources and Uses of Benevolence Funds',
		source: totals,
	},
	'loan-portfolio': {id: 'Portofolio Pembiayaan', en: 'Loan Portfolio', source: loans},
	ageing: {id: 'Umur Tunggakan', en: 'Ageing of Arrears', source: loans},
	collectibility: {
		id: 'Kolektibilitas Pembiayaan',
		en: 'Collectibility of Loans',
		source: `${loans}, and the policies in force`,
	},
	provisioning: {
		id: 'Penyisihan Penghapusan Pembiayaan',
		en: 'Provision for Loans',
		source: `${loans}, and the policies in force`,
	},
	collections: {id: 'Laporan Penagihan', en: 'Collections', source: loans},
	'fund-health': {
		id: 'Kesehatan Dana Bergulir',
		en: 'Health of the Revolving Fund',
		source: 'agreements, and per fund and loan the lines of the journal',
	},
	'fund-statement': {
		id: 'Laporan Dana per Perjanjian',
		en: 'Statement of a Fund',
		source: `the agreement, and per fund the ${journal}`,
	},
	'revolving-fund-annex': {
		id: 'Daftar Dana Bergulir dan Penyisihan Dana Bergulir',
		en: 'Annex of the Revolving Fund',
		source: "the agreements and the city's book",
	},
	restatement: {
		id: 'Laporan Perubahan Setelah Dilaporkan',
		en: 'Restatement',
		source: `${journal} by when they were recorded`,
	},
	findings: {id: 'Daftar Temuan Audit', en: 'Audit Findings', source: 'the register of findings'},
};
