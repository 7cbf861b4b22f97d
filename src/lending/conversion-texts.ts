import type {RefusalTexts} from '../kernel/errors.ts';

/** The refusals of conversions into another akad. */
export const conversionTexts = {
	'lending/conversion-inah': {
		id: 'Murabahah nomor {number} tidak dikonversi menjadi murabahah lagi: barang yang sama dijual kembali kepada penjualnya adalah bai al-inah; pilih qardh, mudharabah, musyarakah, atau ijarah, atau jadwalkan kembali.',
		en: 'Murabahah {number} is not converted into a murabahah again, which would be a sale back (bai al-inah); choose qardh, mudharabah, musyarakah or ijarah, or reschedule it.',
	},
	'lending/conversion-into-jasa': {
		id: 'Murabahah nomor {number} tidak menjadi pinjaman dengan jasa; pilih qardh, mudharabah, musyarakah, atau ijarah.',
		en: 'Murabahah {number} does not become a loan at a rate; choose qardh, mudharabah, musyarakah or ijarah.',
	},
	'lending/conversion-of-akad': {
		id: 'Pembiayaan nomor {number} ber-akad {akad}; yang dikonversi menjadi akad baru hanya murabahah (Fatwa DSN-MUI 49/2005). Jadwalkan kembali pembiayaan ini.',
		en: 'Loan {number} is of the akad {akad}; only a murabahah is converted into a new akad (DSN-MUI fatwa 49/2005). Reschedule this one.',
	},
	'lending/conversion-margin-due': {
		id: 'Margin {margin} pembiayaan nomor {number} sudah jatuh tempo dan belum dibayar; margin tidak menjadi pokok akad baru, jadi bayarkan dahulu atau hapuskan dengan leavesMarginDue.',
		en: 'A margin of {margin} of loan {number} is due and unpaid; it does not become principal of the new akad, so have it paid first or leave it off by leavesMarginDue.',
	},
	'lending/converted': {
		id: 'Pembiayaan nomor {number} sudah dikonversi menjadi pembiayaan nomor {to}; batalkan konversinya dahulu.',
		en: 'Loan {number} was converted into loan {to}; reverse the conversion first.',
	},
	'lending/came-of-conversion': {
		id: 'Pembiayaan nomor {number} lahir dari konversi pembiayaan nomor {from}; yang dibalik adalah konversinya.',
		en: 'Loan {number} came of the conversion of loan {from}; it is the conversion that is reversed.',
	},
	'lending/not-converted': {
		id: 'Pembiayaan nomor {number} tidak mempunyai konversi yang berlaku.',
		en: 'Loan {number} has no conversion in force.',
	},
	'lending/paid-since-conversion': {
		id: 'Pembiayaan nomor {number} dari konversi ini sudah dibayar atau berubah; balik yang sesudahnya dahulu.',
		en: 'Loan {number}, which came of this conversion, was paid or changed since; reverse that first.',
	},
} as const satisfies RefusalTexts;

export type ConversionCode = keyof typeof conversionTexts;
