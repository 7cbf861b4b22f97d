import type {Knex} from 'knex';

/**
 * How the large banks lay out their statements, by which rules rows are matched, and what money
 * there is to be counted. None of the banks publishes its CSV: each of these layouts is one that
 * programs of others read, and is provisional until somebody holds a real file against it.
 */
export async function up(knex: Knex): Promise<void> {
	for (const format of formats) {
		await knex('statement_formats').insert({
			...format,
			version: 1,
			layout: format.layout === undefined ? null : JSON.stringify(format.layout),
			recorded_at: recordedAt,
			recorded_by: recordedBy,
		});
	}
	await knex('bank_match_rules').insert({
		version: 1,
		rules: JSON.stringify(rules),
		status: 'provisional',
		source: 'Assumed: no rule of law or bank gives the days.',
		recorded_at: recordedAt,
		recorded_by: recordedBy,
	});
	for (const [value, kind] of denominations) {
		await knex('cash_denominations').insert({
			value,
			kind,
			effective_from: '2000-01-01',
			status: 'provisional',
			source: 'Remembered of Bank Indonesia: notes and coins in use; commemorative ones left out.',
		});
	}
}

export async function down(): Promise<void> {
	throw new Error('A layout by which statements were read stays; a later version replaces it.');
}

const recordedAt = '2026-11-24T00:00:00Z';
const recordedBy = 'system';

const plain = {
	delimiter: ',',
	encoding: 'utf-8',
	order: 'oldest-first',
	decimal: '.',
	thousands: ',',
	textMark: '',
	endsAt: [] as string[],
};

const readBySome = 'Columns as a public program reads them (github.com/Adi-Sumardi/doc-scan-ai';

const csv = (code: string, name: string, source: string, layout: object) => ({
	code,
	name,
	kind: 'csv',
	layout: {...plain, ...layout},
	status: 'provisional',
	source,
});

const twoColumns = (debit: string, credit: string) => ({kind: 'two-columns', debit, credit});

const formats: readonly {
	code: string;
	name: string;
	kind: string;
	layout?: object;
	status: string;
	source: string;
}[] = [
	csv('bri-csv', 'BRI (CSV)', `${readBySome}, BRI); signs assumed.`, {
		dateFormat: 'DD/MM/YYYY',
		date: 'Tanggal',
		description: ['Uraian'],
		reference: '',
		balance: 'Saldo',
		amount: twoColumns('Debet', 'Kredit'),
	}),
	csv('mandiri-csv', 'Bank Mandiri (CSV)', `${readBySome}, Mandiri V1); signs assumed.`, {
		dateFormat: 'DD/MM/YYYY',
		date: 'Posting Date',
		description: ['Remark'],
		reference: 'Reference No',
		balance: 'Balance',
		amount: twoColumns('Debit', 'Credit'),
	}),
	csv('bni-csv', 'BNI (CSV)', `${readBySome}, BNI V2); the balance column and signs assumed.`, {
		dateFormat: 'DD/MM/YYYY',
		date: 'Posting Date',
		description: ['Description'],
		reference: 'Journal',
		balance: 'Balance',
		amount: {
			kind: 'marked',
			amount: 'Amount',
			mark: 'DB/CR',
			debitMark: 'DB',
			creditMark: 'CR',
		},
	}),
	csv(
		'bca-csv',
		'BCA perorangan (CSV)',
		'Header and marks as a public program reads them (github.com/ThePrime-Sushimas/suryamas, BCA ' +
			'personal); the year in the date assumed.',
		{
			dateFormat: 'DD/MM/YYYY',
			textMark: "'",
			date: 'Date',
			description: ['Description'],
			reference: '',
			balance: 'Balance',
			amount: {
				kind: 'marked',
				amount: 'Amount',
				// The mark stands in a column without a name, between the amount and the balance.
				mark: '',
				debitMark: 'DB',
				creditMark: 'CR',
			},
			endsAt: ['Starting Balance', 'Saldo Awal'],
		},
	),
	csv(
		'bca-bisnis-csv',
		'BCA bisnis (CSV)',
		'Header and marks as a public program reads them (github.com/ThePrime-Sushimas/suryamas, BCA ' +
			'business): no balances, so both are given by hand.',
		{
			dateFormat: 'DD/MM/YYYY',
			date: 'Tanggal Transaksi',
			description: ['Keterangan'],
			reference: '',
			balance: '',
			amount: {kind: 'marked-within', amount: 'Jumlah', debitMark: 'DB', creditMark: 'CR'},
			endsAt: ['Saldo Awal'],
		},
	),
	csv('bsi-csv', 'BSI (CSV)', `${readBySome}, BSI); signs assumed.`, {
		delimiter: ';',
		decimal: ',',
		thousands: '.',
		dateFormat: 'YYYY-MM-DD',
		date: 'Tanggal',
		description: ['Keterangan'],
		reference: 'TrxId',
		balance: 'Saldo',
		amount: {kind: 'marked', amount: 'Mutasi', mark: 'D/K', debitMark: 'D', creditMark: 'K'},
	}),
	{
		code: 'mt940',
		name: 'SWIFT MT940',
		kind: 'mt940',
		status: 'found',
		source:
			'Bank Mandiri, MT940 Customer Statement Report guideline: the fields and their formats.',
	},
	{
		code: 'camt.053',
		name: 'ISO 20022 camt.053',
		kind: 'camt.053',
		status: 'found',
		source: 'ISO 20022 BankToCustomerStatement, camt.053.001.02 and later.',
	},
];

const rules = [
	{kind: 'reference', withinDays: 7},
	{kind: 'amount-and-date', withinDays: 3},
	{kind: 'sum-of-day', withinDays: 3},
];

const denominations: readonly (readonly [value: string, kind: string])[] = [
	['100000', 'note'],
	['50000', 'note'],
	['20000', 'note'],
	['10000', 'note'],
	['5000', 'note'],
	['2000', 'note'],
	['1000', 'note'],
	['1000', 'coin'],
	['500', 'coin'],
	['200', 'coin'],
	['100', 'coin'],
];
