import type {Sheet} from '../../src/files/sheet.ts';

/** A small report, typed by hand. */
export const sampleSheet: Sheet = {
	name: 'trial-balance',
	language: 'id',
	title: 'Neraca Saldo',
	letterhead: ['BMT Pagar Dewa Mandiri'],
	facts: [{label: 'Per tanggal', value: '31 Maret 2026'}],
	notices: ['Kebijakan sementara'],
	tables: [
		{
			columns: [
				{key: 'account', heading: 'Akun', kind: 'text'},
				{key: 'name', heading: 'Nama', kind: 'text'},
				{key: 'debit', heading: 'Debit', kind: 'amount'},
			],
			rows: [
				{account: '1.1.01', name: '=CMD()', debit: '1250000.50'},
				{account: '1.1.11', name: 'Bank', debit: '1.00'},
			],
			totals: [{row: {account: 'Jumlah', debit: '1250001.50'}, isSum: true}],
		},
	],
	signatures: ['Disusun oleh', 'Disetujui oleh'],
	proof: {
		text: 'Titik periksa 7: abc',
		address: 'http://127.0.0.1:3000/v1/audit/checkpoints/7#abc',
	},
};
