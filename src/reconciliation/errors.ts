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
