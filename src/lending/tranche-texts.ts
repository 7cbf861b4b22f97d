import type {RefusalTexts} from '../kernel/errors.ts';

/** What is refused of loans paid out in tranches, and of those repaid by season. */
export const trancheTexts = {
	'lending/product-tranches': {
		id: 'Produk {akad} tidak dapat dicairkan dalam {tranches} tahap: murabahah adalah satu jual beli dengan satu harga, ijarah satu aset yang disewakan; isi tranchesMax 1.',
		en: 'A {akad} product cannot be paid out in {tranches} tranches: murabahah is one sale at one price, ijarah one asset that is let; set tranchesMax to 1.',
	},
	'lending/nothing-left-to-disburse': {
		id: 'Pembiayaan nomor {number} sudah dicairkan seluruhnya; tidak ada sisa yang dapat dicairkan atau dilepas.',
		en: 'Loan {number} is paid out whole; there is nothing left to disburse or to give up.',
	},
	'lending/tranche-above-approved': {
		id: 'Pencairan {amount} melebihi sisa persetujuan {left} pada pembiayaan nomor {number}; cairkan paling banyak sisa itu.',
		en: 'The tranche of {amount} is more than the {left} left of what was approved for loan {number}; disburse that at most.',
	},
	'lending/not-in-tranches': {
		id: 'Produk pembiayaan nomor {number} tidak dicairkan bertahap; cairkan {left} sekaligus, bukan {amount}.',
		en: 'The product of loan {number} is not paid out in tranches; disburse {left} at once, not {amount}.',
	},
	'lending/tranches-used-up': {
		id: 'Pembiayaan nomor {number} sudah dicairkan dalam {tranches} tahap, sebanyak yang diizinkan produknya; lepaskan sisa {left}.',
		en: 'Loan {number} was paid out in {tranches} tranches, as many as its product allows; give up the {left} left.',
	},
	'lending/tranche-while-late': {
		id: 'Pembiayaan nomor {number} menunggak {days} hari sebesar {overdue}; tahap berikutnya cair setelah tunggakan dibayar.',
		en: 'Loan {number} is {days} days late by {overdue}; the next tranche goes out once that is paid.',
	},
	'lending/no-instalment-left': {
		id: 'Sesudah {date} tidak ada angsuran tersisa (yang terakhir {last}); ajukan pembiayaan baru.',
		en: 'After {date} there is no instalment left (the last is due on {last}); apply for a new loan.',
	},
	'lending/unknown-tranche': {
		id: 'Pembiayaan ini tidak mempunyai pencairan tahap {tranche} yang masih berlaku.',
		en: 'No tranche {tranche} of this loan stands.',
	},
	'lending/tranche-not-last': {
		id: 'Tahap {tranche} bukan yang terakhir; balik tahap {last} dahulu.',
		en: 'Tranche {tranche} is not the latest; reverse tranche {last} first.',
	},
	'lending/restructured-after-tranche': {
		id: 'Sejak {since} jadwalnya disepakati kembali dengan tahap {tranche} di dalamnya; tahap itu tidak dapat dibalik.',
		en: 'On {since} a schedule was agreed anew with tranche {tranche} in it; that tranche cannot be reversed.',
	},
	'lending/season-length': {
		id: 'Satu musim berlangsung {min} sampai {max} bulan, bukan {every}; pakai periode month untuk jarak lain.',
		en: 'A season lasts {min} to {max} months, not {every}; use the period month for any other distance.',
	},
} as const satisfies RefusalTexts;

export type TrancheCode = keyof typeof trancheTexts;
