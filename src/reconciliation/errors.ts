import {type FindingOf, type RefusalTexts, allRefuser, refuser} from '../kernel/errors.ts';

export const reconciliationTexts = {
	'reconciliation/unknown': {
		id: 'Rekonsiliasi {reconciliation} tidak ada dalam wewenang Anda.',
		en: 'There is no reconciliation {reconciliation} within your scope.',
	},
	'reconciliation/month-not-over': {
		id: 'Bulan {month} belum berakhir; rekonsiliasi paling awal {earliest}.',
		en: 'The month {month} is not over; it is reconciled from {earliest} on.',
	},
	'reconciliation/nothing-to-compare': {
		id: 'Koperasi {book} belum mempunyai alokasi pada {month}.',
		en: 'Cooperative {book} has no allocation in {month} yet.',
	},
	'reconciliation/still-open': {
		id: 'Rekonsiliasi {month} nomor {number} belum ditandatangani keduanya; selesaikan dahulu.',
		en: 'Reconciliation {number} of {month} is not signed by both yet; finish that first.',
	},
	'reconciliation/unchanged': {
		id: 'Rekonsiliasi {month} nomor {number} sudah ditandatangani dan angkanya tidak berubah.',
		en: 'Reconciliation {number} of {month} is signed and its figures have not changed.',
	},
	'reconciliation/nothing-stated': {
		id: 'Koperasi {book} belum menyampaikan angka {month}; pembukuannya di tempat lain.',
		en: 'Cooperative {book} has stated no figures for {month}; its books are kept elsewhere.',
	},
	'reconciliation/stated-twice': {
		id: 'Angka {item} alokasi {allocation} disebut dua kali; satu kali saja.',
		en: 'The {item} of allocation {allocation} is stated twice; once is right.',
	},
	'reconciliation/stated-elsewhere': {
		id: 'Alokasi {allocation} bukan milik koperasi {book}.',
		en: 'Allocation {allocation} is not of cooperative {book}.',
	},
	'reconciliation/file-empty': {
		id: 'Berkas tidak memuat satu angka pun; isi satu baris untuk tiap perjanjian di bawah judul kolom.',
		en: 'The file has no figure; fill a line for each agreement below the headings.',
	},
	'reconciliation/file-too-long': {
		id: 'Berkas memuat {count} baris; paling banyak {max}, satu untuk tiap perjanjian.',
		en: 'The file has {count} lines; {max} at most, one for each agreement.',
	},
	'reconciliation/unknown-column': {
		id: 'Baris {line}: kolom "{value}" tidak dikenal; yang ada: {options}.',
		en: 'Line {line}: the column "{value}" is not known; there are: {options}.',
	},
	'reconciliation/column-twice': {
		id: 'Baris {line}: kolom "{value}" ada dua kali; satu kali saja.',
		en: 'Line {line}: the column "{value}" is there twice; once is right.',
	},
	'reconciliation/column-missing': {
		id: 'Baris {line}: tidak ada kolom {expected}; judul kolom ada di baris pertama.',
		en: 'Line {line}: there is no column {expected}; the headings are on the first line.',
	},
	'reconciliation/cells-differ': {
		id: 'Baris {line}: ada {count} kolom, seharusnya {expected}; apit dengan tanda kutip jumlah yang memuat "{sign}".',
		en: 'Line {line}: it has {count} cells and not {expected}; put an amount with "{sign}" in it in quotes.',
	},
	'reconciliation/unknown-agreement': {
		id: 'Baris {line}, kolom {column}: koperasi {book} tidak mempunyai perjanjian "{value}" pada bulan itu; yang ada: {options}.',
		en: 'Line {line}, column {column}: cooperative {book} has no agreement "{value}" in that month; there are: {options}.',
	},
	'reconciliation/agreement-twice': {
		id: 'Baris {line}, kolom {column}: perjanjian "{value}" sudah ada di baris {first}; satu baris saja.',
		en: 'Line {line}, column {column}: the agreement "{value}" is on line {first} already; one line is right.',
	},
	'reconciliation/amount-unreadable': {
		id: 'Baris {line}, kolom {column}: "{value}" bukan jumlah rupiah; seharusnya seperti 1250000, 1.250.000,50 atau 1,250,000.50.',
		en: 'Line {line}, column {column}: "{value}" is no amount of rupiah; it should be like 1250000, 1.250.000,50 or 1,250,000.50.',
	},
	'reconciliation/amount-ambiguous': {
		id: 'Baris {line}, kolom {column}: "{value}" dapat dibaca dengan dua cara; tulis {plain} tanpa tanda bila itu yang dimaksud.',
		en: 'Line {line}, column {column}: "{value}" can be read in two ways; write {plain} without signs if that is meant.',
	},
	'reconciliation/signed-already': {
		id: 'Sudah ditandatangani {by}; penjelasan tidak dapat ditambah.',
		en: 'It has been signed by {by}; no explanation can be added.',
	},
	'reconciliation/no-difference': {
		id: 'Tidak ada selisih {item} ({against}) yang perlu dijelaskan.',
		en: 'There is no difference of {item} ({against}) to explain.',
	},
	'reconciliation/explains-too-much': {
		id: 'Penjelasan {amount} tidak sesuai selisih yang belum dijelaskan, {open}.',
		en: 'An explanation of {amount} does not fit what is not explained yet, {open}.',
	},
	'reconciliation/side-signed': {
		id: 'Pihak {side} sudah ditandatangani oleh {by}.',
		en: 'The side {side} has been signed by {by}.',
	},
	'reconciliation/same-person': {
		id: '{person} sudah menandatangani pihak lain; orang lain yang menandatangani pihak ini.',
		en: '{person} has signed the other side; another person signs this one.',
	},
	'reconciliation/unexplained': {
		id: 'Selisih {item} ({against}) alokasi {allocation} belum dijelaskan: {open}.',
		en: 'The difference of {item} ({against}) of allocation {allocation} is not explained: {open}.',
	},
} as const satisfies RefusalTexts;

export type ReconciliationCode = keyof typeof reconciliationTexts;
export const refuse = refuser(reconciliationTexts);

/** A fault within an input, with a code of this room. */
export type ReconciliationFinding = FindingOf<typeof reconciliationTexts>;

/** Refuses with all the faults that were found; none is none. */
export const refuseAll = allRefuser(reconciliationTexts);
