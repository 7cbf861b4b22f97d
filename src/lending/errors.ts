import {type FindingOf, type RefusalTexts, allRefuser, refuser} from '../kernel/errors.ts';
import {conversionTexts} from './conversion-texts.ts';
import {latePayerTexts} from './late-payer-texts.ts';
import {groupTexts} from './group-texts.ts';
import {lifeTexts} from './life-texts.ts';
import {trancheTexts} from './tranche-texts.ts';
import {purchaseTexts} from './purchase-texts.ts';

export const lendingTexts = {
	'lending/unknown-loan': {
		id: 'Pembiayaan {loan} tidak ada dalam wewenang Anda.',
		en: 'There is no loan {loan} within your scope.',
	},
	'lending/member-of-another-cooperative': {
		id: 'Anggota ini tidak terdaftar pada koperasi {book}; pembiayaan hanya untuk anggota sendiri.',
		en: 'This member does not belong to cooperative {book}; it lends to its own members only.',
	},
	'lending/qardh-with-margin': {
		id: 'Qardh tidak boleh bermargin (Fatwa DSN-MUI 19/2001); margin {margin} harus 0.',
		en: 'A qardh bears no margin (DSN-MUI fatwa 19/2001); the margin of {margin} must be 0.',
	},
	'lending/murabahah-without-margin': {
		id: 'Murabahah membutuhkan margin yang disepakati (Fatwa DSN-MUI 4/2000); isi margin di atas nol, atau pakai qardh.',
		en: 'A murabahah needs an agreed margin (DSN-MUI fatwa 4/2000); give one above zero, or use qardh.',
	},
	'lending/ijarah-without-rent': {
		id: 'Ijarah membutuhkan ujrah yang disepakati di atas harga aset (Fatwa DSN-MUI 9/2000); isi margin di atas nol.',
		en: 'An ijarah needs an agreed rent above the cost of the asset (DSN-MUI fatwa 9/2000); give a margin above zero.',
	},
	'lending/share-with-margin': {
		id: '{akad} tidak menjanjikan hasil (Fatwa DSN-MUI 7/2000 dan 8/2000); margin {margin} harus 0, isi nisbah.',
		en: 'A {akad} promises no return (DSN-MUI fatwas 7/2000 and 8/2000); the margin of {margin} must be 0, give a nisbah.',
	},
	'lending/rate-with-margin': {
		id: 'Jasa pinjaman mengikuti tarif produknya; margin {margin} harus 0.',
		en: 'The jasa of a loan follows the rate of its product; the margin of {margin} must be 0.',
	},
	'lending/nisbah-missing': {
		id: '{akad} membutuhkan nisbah koperasi di antara 0 dan 1, misalnya "0.3".',
		en: 'A {akad} needs the nisbah of the cooperative between 0 and 1, such as "0.3".',
	},
	'lending/nisbah-not-shared': {
		id: '{akad} tidak berbagi hasil; kosongkan nisbah.',
		en: 'A {akad} shares no profit; leave the nisbah out.',
	},
	'lending/product-needed': {
		id: 'Pinjaman dengan jasa membutuhkan produk yang memuat tarifnya; isi product.',
		en: 'A loan at a rate needs the product that has its rate; give a product.',
	},
	'lending/unknown-product': {
		id: 'Produk {product} koperasi {book} tidak ada atau belum berlaku pada {date}.',
		en: 'Cooperative {book} has no product {product} in force on {date}.',
	},
	'lending/product-range': {
		id: 'Batas bawah {min} melebihi batas atas {max}.',
		en: 'The lower bound {min} is above the upper bound {max}.',
	},
	'lending/product-method': {
		id: 'Cara {method} tidak sesuai dengan akad {akad}; pilih: {options}.',
		en: 'The method {method} does not agree with the akad {akad}; choose: {options}.',
	},
	'lending/product-rate': {
		id: 'Hanya produk jasa yang bertarif, dan tarifnya di atas nol; {akad} dengan tarif {rate} tidak diterima.',
		en: 'A product at a rate is jasa, and its rate is above zero; {akad} with the rate {rate} is not taken.',
	},
	'lending/qardh-percent-fee': {
		id: 'Biaya {fee} atas qardh tidak boleh berupa persentase (Fatwa DSN-MUI 19/2001); tetapkan biaya riil dalam rupiah.',
		en: 'The fee {fee} on a qardh may not be a percentage (DSN-MUI fatwa 19/2001); set the real cost in rupiah.',
	},
	'lending/fee-without-size': {
		id: 'Biaya {fee} tidak mempunyai besaran di atas nol.',
		en: 'The fee {fee} has no size above zero.',
	},
	'lending/fine-as-income': {
		id: 'Denda keterlambatan pada {akad} adalah dana sosial dan tidak boleh menjadi pendapatan (Fatwa DSN-MUI 17/2000); pilih benevolence.',
		en: 'A late fine under {akad} is for the benevolence fund and never income (DSN-MUI fatwa 17/2000); choose benevolence.',
	},
	'lending/product-version-late': {
		id: 'Versi baru produk {product} berlaku mulai {date}, tetapi versi sebelumnya sudah berlaku mulai {last}; pilih tanggal sesudahnya.',
		en: 'A new version of product {product} from {date} does not follow the one before, from {last}; choose a later day.',
	},
	'lending/product-akad-changed': {
		id: 'Produk {product} ber-akad {akad}; akad lain adalah produk lain.',
		en: 'Product {product} is of the akad {akad}; another akad is another product.',
	},
	'lending/product-akad': {
		id: 'Produk {product} ber-akad {akad}; pakai akad itu.',
		en: 'Product {product} is of the akad {akad}; use that akad.',
	},
	'lending/product-principal': {
		id: 'Jumlah {amount} di luar batas produk {product}: {min} sampai {max}.',
		en: 'The amount {amount} is outside product {product}: {min} to {max}.',
	},
	'lending/product-instalments': {
		id: '{instalments} angsuran di luar batas produk {product}: {min} sampai {max}.',
		en: '{instalments} instalments are outside product {product}: {min} to {max}.',
	},
	'lending/product-period': {
		id: 'Produk {product} diangsur setiap {every} {unit}; pakai periode itu.',
		en: 'Product {product} is repaid every {every} {unit}; use that period.',
	},
	'lending/no-working-day': {
		id: 'Dalam {days} hari sesudah {date} tidak ada hari kerja; periksa hari libur dan hari istirahat.',
		en: 'There is no working day within {days} days of {date}; check the holidays and the days of rest.',
	},
	'lending/holiday-known': {
		id: 'Hari libur ini sudah tercatat untuk wilayah yang sama.',
		en: 'This holiday is recorded for the same region already.',
	},
	'lending/paid-before-schedule': {
		id: 'Tanggal pembayaran {date} mendahului jadwal yang berlaku sejak {since}; jadwal itu dibuat tanpa pembayaran ini, jadi dahulukan pembatalan jadwal.',
		en: 'The payment of {date} is before the schedule in force since {since}, which was made without it; take that schedule back first.',
	},
	'lending/late-found-is-last': {
		id: 'Pembayaran {amount} akan melunasi pembiayaan nomor {number}, padahal ada pembayaran bertanggal sesudahnya; batalkan yang sesudahnya lalu catat berurutan.',
		en: 'The payment of {amount} would settle loan {number} though later payments are posted; take those back and post all in order.',
	},
	'lending/member-left': {
		id: 'Orang ini keluar dari keanggotaan pada {leftOn}; pembiayaan {date} hanya untuk anggota.',
		en: 'This person left the cooperative on {leftOn}; a loan of {date} is for members only.',
	},
	'lending/no-profit-share': {
		id: '{akad} tidak berbagi hasil; terima pembayaran ini sebagai angsuran.',
		en: 'A {akad} shares no profit; take this payment as a repayment.',
	},
	'lending/applied-in-future': {
		id: 'Tanggal pengajuan {date} belum tiba; paling akhir {today}.',
		en: 'The application date {date} is in the future; the latest is {today}.',
	},
	'lending/before-member-joined': {
		id: 'Tanggal pengajuan {date} mendahului masuknya anggota pada {joinedOn}.',
		en: 'The application of {date} is before the member joined on {joinedOn}.',
	},
	'lending/wrong-status': {
		id: 'Pembiayaan nomor {number} berstatus {status}; langkah ini membutuhkan status {wanted}.',
		en: 'Loan {number} is {status}; this step needs it to be {wanted}.',
	},
	'lending/same-person': {
		id: '{person} yang mengajukan pembiayaan ini; yang memutuskan harus orang lain.',
		en: '{person} applied for this loan; another person must decide.',
	},
	'lending/decision-before-application': {
		id: 'Tanggal {date} mendahului pengajuan {appliedOn}.',
		en: 'The date {date} is before the application of {appliedOn}.',
	},
	'lending/disbursed-before-approval': {
		id: 'Tanggal pencairan {date} mendahului persetujuan {decidedOn}; paling awal tanggal itu.',
		en: 'The disbursement of {date} is before the approval of {decidedOn}; that is the earliest.',
	},
	'lending/fund-cash-too-low': {
		id: 'Kas dan bank dana ini yang dapat disalurkan hanya {available}; pembiayaan {amount} tidak dapat dicairkan.',
		en: 'The fund has {available} to lend; the loan of {amount} cannot be disbursed.',
	},
	'lending/repays-more-than-owed': {
		id: 'Pembayaran {amount} melebihi sisa kewajiban {owed}; terima paling banyak sisa itu.',
		en: 'The payment of {amount} is more than the {owed} owed; take that at most.',
	},
	'lending/paid-before-disbursement': {
		id: 'Tanggal pembayaran {date} mendahului pencairan {disbursedOn}.',
		en: 'The payment of {date} is before the disbursement of {disbursedOn}.',
	},
	'lending/unknown-repayment': {
		id: 'Pembayaran {repayment} tidak ada pada pembiayaan ini.',
		en: 'This loan has no repayment {repayment}.',
	},
	'lending/already-reversed': {
		id: 'Pembayaran dengan kuitansi {receipt} sudah dibalik; hanya dapat dibalik sekali.',
		en: 'The repayment with receipt {receipt} is already reversed; that is done once only.',
	},
	'lending/already-remitted': {
		id: 'Pokok {principal} dari pembayaran ini sudah disetor ke kota; balik setorannya dahulu.',
		en: 'The principal of {principal} in this repayment has been remitted to the city; reverse the remittance first.',
	},
	'lending/has-repayments': {
		id: 'Pembiayaan nomor {number} sudah menerima pembayaran; balik pembayarannya dahulu.',
		en: 'Loan {number} has repayments; reverse them first.',
	},
	'lending/schedule-grace-too-long': {
		id: 'Masa tenggang pokok {grace} angsuran harus kurang dari {instalments} angsuran.',
		en: 'The principal grace of {grace} instalments must be below the {instalments} instalments.',
	},
	'lending/schedule-deferral-too-long': {
		id: 'Penundaan margin {deferred} angsuran harus kurang dari {instalments} angsuran.',
		en: 'The margin deferral of {deferred} instalments must be below the {instalments} instalments.',
	},
	'lending/schedule-first-due-before-disbursement': {
		id: 'Jatuh tempo pertama {date} mendahului pencairan {disbursedOn}.',
		en: 'The first due date {date} is before the disbursement of {disbursedOn}.',
	},
	'lending/schedule-fixed-equal-principal': {
		id: 'Angsuran tetap tidak berlaku pada pokok sama rata; hapus fixedInstalment, atau pakai annuity.',
		en: 'A fixed instalment does not go with equal principal; remove fixedInstalment, or use annuity.',
	},
	'lending/schedule-fixed-too-low': {
		id: 'Angsuran tetap {instalment} tidak menutup margin {margin}; naikkan angsurannya.',
		en: 'The fixed instalment of {instalment} does not cover the margin of {margin}; raise it.',
	},
	'lending/schedule-fixed-too-high': {
		id: 'Angsuran tetap {instalment} melunasi sebelum angsuran ke-{instalments}; kurangi angsuran atau jumlahnya.',
		en: 'The fixed instalment of {instalment} pays off before instalment {instalments}; lower it or the count.',
	},
	'lending/schedule-rounding-too-coarse': {
		id: 'Dengan pembulatan ke {quantum}, angsuran ke-{number} menjadi {instalment} sehingga tidak terbagi rata; pakai kelipatan yang lebih kecil, atau kurangi jumlah angsurannya.',
		en: 'Rounded to {quantum}, instalment {number} comes to {instalment} and the loan cannot be spread evenly; take a smaller multiple, or fewer instalments.',
	},
	'lending/schedule-margin-above-instalment': {
		id: 'Margin angsuran ke-{number} sebesar {margin} melebihi angsuran yang sama rata; majukan jatuh tempo pertama, beri masa tenggang pokok, atau pakai equal-principal.',
		en: 'The margin of {margin} in instalment {number} is more than a level instalment pays; bring the first due date nearer, give a principal grace, or use equal-principal.',
	},
	'lending/schedule-beyond-calendar': {
		id: 'Angsuran ke-{instalments} jatuh setelah tahun 2199; kurangi jumlah angsuran atau jaraknya.',
		en: 'Instalment {instalments} falls after the year 2199; take fewer instalments or shorter periods.',
	},
	'lending/schedule-principal-missing': {
		id: 'Isi principal, atau cost pada murabahah.',
		en: 'Give the principal, or the cost under murabahah.',
	},
	'lending/schedule-cost-not-principal': {
		id: 'Principal {principal} dan cost {cost} harus sama, atau isi salah satu saja.',
		en: 'The principal of {principal} and the cost of {cost} must be equal, or give only one.',
	},
	'lending/schedule-cost-without-murabahah': {
		id: 'Cost hanya ada pada murabahah; pakai principal.',
		en: 'A cost exists under murabahah only; use principal.',
	},
	'lending/schedule-rate-missing': {
		id: 'Isi annualRatePercent, atau margin pada flat dan murabahah.',
		en: 'Give annualRatePercent, or the margin under flat and murabahah.',
	},
	'lending/schedule-margin-not-fixed': {
		id: 'Margin yang tetap hanya ada pada flat dan murabahah; pakai annualRatePercent.',
		en: 'A fixed margin exists under flat and murabahah only; use annualRatePercent.',
	},
	...lifeTexts,
	...groupTexts,
	...latePayerTexts,
	...trancheTexts,
	...conversionTexts,
	...purchaseTexts,
} as const satisfies RefusalTexts;

export type LendingCode = keyof typeof lendingTexts;
export const refuse = refuser(lendingTexts);

/** A fault within an input, with a code of this room. */
export type LendingFinding = FindingOf<typeof lendingTexts>;

/** Refuses with all the faults that were found, the first of them in front; none is none. */
export const refuseAll = allRefuser(lendingTexts);
