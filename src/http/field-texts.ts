import type {RefusalTexts} from '../kernel/errors.ts';

/** What is said of a bad value, whatever field it stands in. */
export const fieldTexts = {
	'field/missing': {
		id: 'Isian {path} wajib ada.',
		en: 'The field {path} is required.',
	},
	'field/unknown': {
		id: 'Isian {path} tidak dikenal; hapus, atau periksa ejaannya.',
		en: 'The field {path} is unknown; remove it, or check its spelling.',
	},
	'field/wrong-type': {
		id: 'Isian {path} harus berupa {wanted}, bukan {given}.',
		en: 'The field {path} must be {wanted}, not {given}.',
	},
	'field/not-one-of': {
		id: 'Isian {path} harus salah satu dari: {options}.',
		en: 'The field {path} must be one of: {options}.',
	},
	'field/invalid': {
		id: 'Isian {path} tidak sah; lihat /docs.',
		en: 'The field {path} is not valid; see /docs.',
	},
	'field/too-many': {
		id: 'Isian {path} paling banyak memuat {max} butir.',
		en: 'The field {path} holds at most {max} items.',
	},
	'field/too-few': {
		id: 'Isian {path} paling sedikit memuat {min} butir.',
		en: 'The field {path} holds at least {min} items.',
	},
	'amount/not-text': {
		id: 'Jumlah pada {path} harus berupa teks seperti "1250000.00", bukan angka JSON, agar tidak ada pembulatan.',
		en: 'The amount in {path} must be text such as "1250000.00", not a JSON number, so that nothing is rounded.',
	},
	'amount/malformed': {
		id: 'Jumlah {value} pada {path} tidak sah; tulis angka saja dengan paling banyak dua desimal, seperti "1250000.50".',
		en: 'The amount {value} in {path} is malformed; write digits with at most two decimals, such as "1250000.50".',
	},
	'amount/too-many-decimals': {
		id: 'Jumlah {value} pada {path} memuat lebih dari dua desimal; rupiah paling banyak dua desimal (sen).',
		en: 'The amount {value} in {path} has more than two decimals; a rupiah has two at most (sen).',
	},
	'amount/too-large': {
		id: 'Jumlah {value} pada {path} terlalu besar; paling banyak delapan belas angka.',
		en: 'The amount {value} in {path} is too large; eighteen digits at most.',
	},
	'amount/negative': {
		id: 'Jumlah {value} pada {path} negatif; tulis jumlah di atas nol.',
		en: 'The amount {value} in {path} is negative; write one above zero.',
	},
	'amount/zero': {
		id: 'Jumlah pada {path} nol; harus di atas nol.',
		en: 'The amount in {path} is zero; it must be above zero.',
	},
	'date/malformed': {
		id: 'Tanggal {value} pada {path} harus ditulis YYYY-MM-DD, seperti 2026-03-31.',
		en: 'The date {value} in {path} must be written YYYY-MM-DD, such as 2026-03-31.',
	},
	'date/not-a-day': {
		id: 'Tanggal {value} pada {path} tidak ada dalam kalender.',
		en: 'The date {value} in {path} is not in the calendar.',
	},
	'date/not-a-month': {
		id: 'Bulan {value} pada {path} harus ditulis YYYY-MM, seperti 2026-03.',
		en: 'The month {value} in {path} must be written YYYY-MM, such as 2026-03.',
	},
	'moment/malformed': {
		id: 'Waktu {value} pada {path} harus lengkap dengan zonanya, seperti 2026-04-05T17:00:00+07:00.',
		en: 'The moment {value} in {path} must have its zone, such as 2026-04-05T17:00:00+07:00.',
	},
	'region/malformed': {
		id: 'Kode wilayah {value} pada {path} tidak sah; contoh: 17.71.01.',
		en: 'The region code {value} in {path} is malformed; an example: 17.71.01.',
	},
	'kelurahan/malformed': {
		id: 'Kode kelurahan {value} pada {path} tidak sah; sepuluh angka seperti 17.71.01.1001.',
		en: 'The kelurahan code {value} in {path} is malformed; ten digits such as 17.71.01.1001.',
	},
	'book/malformed': {
		id: 'Kode buku {value} pada {path} tidak sah; huruf besar, angka dan tanda hubung, seperti KOP-1771011001.',
		en: 'The book code {value} in {path} is malformed; capitals, digits and hyphens, such as KOP-1771011001.',
	},
	'account/malformed': {
		id: 'Kode akun {value} pada {path} tidak sah; angka dan titik, seperti 1.1.01.',
		en: 'The account code {value} in {path} is malformed; digits and dots, such as 1.1.01.',
	},
	'kind/malformed': {
		id: 'Jenis jurnal {value} pada {path} tidak sah; huruf kecil dan tanda hubung, seperti fund-return.',
		en: 'The kind of entry {value} in {path} is malformed; small letters and hyphens, such as fund-return.',
	},
	'id/malformed': {
		id: 'Pengenal {value} pada {path} bukan UUID.',
		en: 'The identity {value} in {path} is not a UUID.',
	},
	'text/too-short': {
		id: 'Isian {path} paling sedikit {min} huruf.',
		en: 'The field {path} needs at least {min} characters.',
	},
	'text/too-long': {
		id: 'Isian {path} paling banyak {max} huruf.',
		en: 'The field {path} takes at most {max} characters.',
	},
	'text/control-character': {
		id: 'Isian {path} memuat karakter yang tidak dapat dicetak.',
		en: 'The field {path} holds a character that cannot be printed.',
	},
	'count/out-of-range': {
		id: 'Bilangan {value} pada {path} harus bulat, dari {min} sampai {max}.',
		en: 'The number {value} in {path} must be whole, from {min} to {max}.',
	},
	'percent/malformed': {
		id: 'Persentase {value} pada {path} harus berupa teks seperti "12.5".',
		en: 'The percentage {value} in {path} must be text such as "12.5".',
	},
	'nik/length': {
		id: 'NIK pada {path} harus enam belas angka.',
		en: 'The NIK in {path} must have sixteen digits.',
	},
	'nik/region': {
		id: 'Enam angka pertama NIK pada {path} bukan kode wilayah.',
		en: 'The first six digits of the NIK in {path} are not a region.',
	},
	'nik/date': {
		id: 'Tanggal lahir dalam NIK pada {path} tidak ada dalam kalender (tanggal lahir perempuan ditambah 40).',
		en: 'The birth date within the NIK in {path} is not in the calendar (a woman has 40 added to the day).',
	},
	'nik/serial': {
		id: 'Empat angka terakhir NIK pada {path} dimulai dari 0001.',
		en: 'The last four digits of the NIK in {path} start from 0001.',
	},
	'bank-number/malformed': {
		id: 'Nomor rekening pada {path} harus 5 sampai 20 angka; spasi, titik dan tanda hubung boleh ada.',
		en: 'The account number in {path} must have 5 to 20 digits; spaces, points and hyphens may stand between them.',
	},
} as const satisfies RefusalTexts;

export type FieldCode = keyof typeof fieldTexts;
