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
	'loan-portfolio': {id: 'Daftar Nominatif Pembiayaan', en: 'Loan Portfolio', source: loans},
	ageing: {id: 'Umur Tunggakan Pembiayaan', en: 'Ageing of Loans', source: loans},
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
	collections: {
		id: 'Rencana dan Realisasi Angsuran',
		en: 'Instalments Due and Paid',
		source: loans,
	},
	'daily-collections': {id: 'Angsuran Harian', en: 'Instalments by Day', source: loans},
	due: {id: 'Daftar Tagihan', en: 'What Is Due', source: loans},
	maturities: {id: 'Pembiayaan Jatuh Tempo Akhir', en: 'Maturing Loans', source: loans},
	settlements: {id: 'Pelunasan Pembiayaan', en: 'Settled Loans', source: loans},
	'write-offs': {
		id: 'Hapus Buku dan Pemulihannya',
		en: 'Written-off Loans',
		source: `${journal} on account 9.1.01`,
	},
	cohorts: {
		id: 'Pembiayaan menurut Bulan Pencairan',
		en: 'Loans by Month of Disbursement',
		source: loans,
	},
	'portfolio-trend': {
		id: 'Perkembangan Portofolio',
		en: 'Trend of the Portfolio',
		source: 'the rollup of fund health, equal to the lines of the journal',
	},
	'fund-health': {
		id: 'Kesehatan Dana Bergulir',
		en: 'Health of the Revolving Fund',
		source: 'agreements, and per fund and loan the lines of the journal',
	},
	'fund-health-trend': {
		id: 'Perkembangan Kesehatan Dana Bergulir',
		en: 'Trend of the Health of the Revolving Fund',
		source: 'as fund health, on the last day of each month',
	},
	'health-score': {
		id: 'Penilaian Kesehatan Koperasi',
		en: 'Health Score of a Cooperative',
		source: `${totals}; ${loans}; the policies in force`,
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
	notes: {
		id: 'Catatan atas Laporan Keuangan (CALK)',
		en: 'Notes to the Financial Statements',
		source: `${totals}, and ${loans}`,
	},
	'surplus-distribution': {
		id: 'Pembagian Sisa Hasil Usaha (SHU)',
		en: 'Distribution of the Surplus (SHU)',
		source: `${totals}, the rule of the cooperative, and the shares and payouts on record`,
	},
	restatement: {
		id: 'Laporan Perubahan Setelah Dilaporkan',
		en: 'Restatement',
		source: `${journal} by when they were recorded`,
	},
	findings: {id: 'Daftar Temuan Audit', en: 'Audit Findings', source: 'the register of findings'},
};
