import {type RefusalTexts, refuser} from '../kernel/errors.ts';

export const receiptTexts = {
	'receipts/unknown': {
		id: 'Tidak ada kuitansi {receipt} pada buku {book}; nomor kuitansi seperti KW-12, slip setoran SS-12, slip penarikan PS-12, slip SHU SH-12.',
		en: 'Book {book} has no receipt {receipt}; receipts are numbered as KW-12, slips of deposits as SS-12, of withdrawals as PS-12, of shares of the SHU as SH-12.',
	},
	'receipts/code-malformed': {
		id: 'Kode periksa {code} tidak terbaca; kode terdiri atas 20 huruf dan angka, seperti tercetak pada kuitansi.',
		en: 'The check code {code} cannot be read; it has 20 letters and digits, as printed on the receipt.',
	},
	'receipts/code-mistyped': {
		id: 'Kode periksa {code} salah ketik: ada huruf atau angka yang keliru atau tertukar. Periksa lagi pada kuitansi.',
		en: 'The check code {code} was mistyped: a letter or digit is wrong or in another place. Compare it with the receipt.',
	},
	'receipts/unknown-code': {
		id: 'Kuitansi tidak ditemukan: tidak ada yang berkode periksa {code}. Jika kode itu tercetak pada kuitansi Anda, kuitansinya tidak dibuat oleh sistem ini: simpan kertasnya dan laporkan kepada pengelola dana bergulir kota atau Inspektorat.',
		en: 'Receipt not found: none has the check code {code}. If your receipt has this code printed on it, it was not made by this system: keep the paper and report it to the fund manager of the city or to the Inspektorat.',
	},
	'receipts/law-broken': {
		id: 'Basis data menolak: {explanation} ({law})',
		en: 'The database refuses: {explanation} ({law})',
	},
} as const satisfies RefusalTexts;

export type ReceiptCode = keyof typeof receiptTexts;
export const refuse = refuser(receiptTexts);
