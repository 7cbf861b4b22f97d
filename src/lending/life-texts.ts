import type {RefusalTexts} from '../kernel/errors.ts';

/** What is refused of how a loan goes on and ends. */
export const lifeTexts = {
	'lending/same-person-step': {
		id: '{person} yang mengajukan pembiayaan ini; langkah ini harus dilakukan orang lain.',
		en: '{person} applied for this loan; another person must take this step.',
	},
	'lending/step-in-future': {
		id: 'Tanggal {date} belum tiba; paling akhir {today}.',
		en: 'The date {date} is in the future; the latest is {today}.',
	},
	'lending/step-before-application': {
		id: 'Tanggal {date} mendahului pengajuan atau keputusan {last}; paling awal tanggal itu.',
		en: 'The date {date} is before the application or decision of {last}; that is the earliest.',
	},
	'lending/before-last-step': {
		id: 'Tanggal {date} mendahului langkah terakhir pembiayaan ini pada {last}; paling awal tanggal itu.',
		en: 'The date {date} is before the last step of this loan on {last}; that is the earliest.',
	},
	'lending/quote-differs': {
		id: 'Pelunasan pada {date} adalah {total}, bukan {amount}; minta kutipan pelunasan untuk tanggal itu.',
		en: 'The loan is settled on {date} by {total}, not by {amount}; ask for the quote of that day.',
	},
	'lending/settle-instead': {
		id: 'Pembayaran {amount} melunasi sebelum jatuh tempo; potongan {discount} wajib diberikan (pelunasan sebesar {total}).',
		en: 'The payment of {amount} pays the loan off early, for which {discount} is left off: settle it by {total}.',
	},
	'lending/settled-early': {
		id: 'Pembiayaan nomor {number} dilunasi dengan potongan pada kuitansi {receipt}; balik pelunasan itu dahulu.',
		en: 'Loan {number} was settled at a discount by receipt {receipt}; reverse that settlement first.',
	},
	'lending/no-principal-left': {
		id: 'Tidak ada pokok tersisa untuk dijadwalkan kembali; lunasi sisanya.',
		en: 'There is no principal left to reschedule; settle the rest.',
	},
	'lending/first-due-not-later': {
		id: 'Jatuh tempo pertama {date} harus sesudah jadwal baru berlaku pada {effectiveOn}.',
		en: 'The first due date {date} must be after the new schedule takes effect on {effectiveOn}.',
	},
	'lending/nothing-restructured': {
		id: 'Jadwal baru sama dengan yang berlaku; ubah jatuh tempo, jumlah angsuran, atau masa tenggang.',
		en: 'The new schedule is that in force; change the dates, the number of instalments or the grace.',
	},
	'lending/schedule-month-closed': {
		id: 'Bulan {month} sudah ditutup; jadwal baru berlaku paling awal pada bulan yang terbuka.',
		en: 'The month {month} is closed; a new schedule takes effect in an open month at the earliest.',
	},
	'lending/restructured-since': {
		id: 'Sesudah pembayaran ini jadwalnya disepakati kembali atas sisa {asked}; dengan membaliknya sisa menjadi {owed}.',
		en: 'After this payment a schedule was agreed anew for the {asked} left; without it {owed} would be owed.',
	},
	'lending/nothing-to-write-off': {
		id: 'Pembiayaan ini tidak lagi mempunyai kewajiban; tidak ada yang dihapus buku.',
		en: 'Nothing is owed of this loan; there is nothing to write off.',
	},
	'lending/recovers-more-than-written-off': {
		id: 'Pemulihan {amount} melebihi sisa hapus buku {left}; terima paling banyak sisa itu.',
		en: 'The recovery of {amount} is more than the {left} still written off; take that at most.',
	},
	'lending/unknown-recovery': {
		id: 'Pemulihan {recovery} tidak ada pada pembiayaan ini.',
		en: 'This loan has no recovery {recovery}.',
	},
	'lending/recovery-reversed': {
		id: 'Pemulihan dengan kuitansi {receipt} sudah dibalik; hanya dapat dibalik sekali.',
		en: 'The recovery with receipt {receipt} is already reversed; that is done once only.',
	},
	'lending/has-recoveries': {
		id: 'Pembiayaan nomor {number} sudah menerima pemulihan {recovered}; balik pemulihannya dahulu.',
		en: 'Loan {number} has recoveries of {recovered}; reverse them first.',
	},
	'lending/no-shared-loss': {
		id: 'Pada {akad} kerugian bukan bagian koperasi; pakai hapus buku.',
		en: 'Under {akad} a loss is not shared; write the loan off.',
	},
	'lending/loses-more-than-capital': {
		id: 'Kerugian {amount} melebihi modal yang masih ada {capital}; catat paling banyak itu.',
		en: 'The loss of {amount} is more than the capital of {capital}; record that at most.',
	},
	'lending/unknown-loss': {
		id: 'Pembiayaan ini tidak mempunyai kerugian dengan jurnal {entry}.',
		en: 'This loan has no loss with entry {entry}.',
	},
	'lending/loss-not-last': {
		id: 'Sesudah kerugian dengan jurnal {entry} jadwalnya berubah lagi; kerugian itu tidak dapat dibalik.',
		en: 'After the loss with entry {entry} the schedule was changed again; it cannot be reversed.',
	},
	'lending/officer-same': {
		id: 'Pembiayaan nomor {number} sudah dipegang {officer}; pilih petugas lain.',
		en: 'Loan {number} is already looked after by {officer}; choose another officer.',
	},
	'lending/ended': {
		id: 'Pembiayaan nomor {number} berstatus {status}; tidak ada lagi yang perlu diurus.',
		en: 'Loan {number} is {status}; there is nothing left to look after.',
	},
	'lending/died-before-joining': {
		id: 'Tanggal meninggal {date} mendahului masuknya anggota pada {joinedOn}.',
		en: 'The death on {date} is before the member joined on {joinedOn}.',
	},
	'lending/death-known': {
		id: 'Meninggalnya anggota ini sudah tercatat.',
		en: 'The death of this member is already recorded.',
	},
	'lending/no-death': {
		id: 'Meninggalnya anggota ini tidak tercatat; tidak ada yang dicabut.',
		en: 'No death of this member is recorded; there is nothing to revoke.',
	},
	'lending/borrower-died': {
		id: 'Anggota ini tercatat meninggal; tidak ada lagi yang diajukan, diputuskan, atau dicairkan atas namanya.',
		en: 'This member is recorded as dead; nothing more is applied for, decided or paid out in that name.',
	},
	'lending/employer-missing': {
		id: 'Potong gaji membutuhkan nama pemberi kerja yang memotongnya; isi employer.',
		en: 'Payroll needs the name of the employer who deducts it; give an employer.',
	},
	'lending/employer-without-payroll': {
		id: 'Cara {method} tidak mempunyai pemberi kerja; kosongkan employer {employer}, atau pilih payroll.',
		en: 'The method {method} has no employer; leave the employer {employer} out, or choose payroll.',
	},
	'lending/excess-without-money': {
		id: 'Dengan cara {method} tidak ada uang yang diterima, jadi tidak ada kelebihan untuk dititipkan; pilih refuse.',
		en: 'By {method} no money comes in, so none beyond the debt can be kept; choose refuse.',
	},
	'lending/member-deposit-too-low': {
		id: 'Titipan anggota pada dana pembiayaan nomor {number} hanya {held} sejak tanggal itu, bukan {amount}.',
		en: 'The deposit of the member with the fund of loan {number} is {held} from that day on, not {amount}.',
	},
	'lending/deposit-withdrawal-too-high': {
		id: 'Titipan anggota di tempat itu hanya {held} sejak {date}; penarikan {amount} melebihinya.',
		en: 'The deposit of the member there is {held} from {date} on; the withdrawal of {amount} is more.',
	},
	'lending/unknown-deposit-withdrawal': {
		id: 'Jurnal {entry} bukan penarikan titipan anggota ini.',
		en: 'Entry {entry} is no withdrawal of the deposit of this member.',
	},
	'lending/unknown-deduction': {
		id: 'Potongan gaji {repayment} tidak ada pada koperasi ini, atau sudah dibalik.',
		en: 'This cooperative has no payroll deduction {repayment}, or it is reversed.',
	},
	'lending/deduction-of-another-employer': {
		id: 'Kuitansi {receipt} dipotong oleh {employer}; transfer ini dari pemberi kerja lain.',
		en: 'Receipt {receipt} was deducted by {employer}; this transfer is of another employer.',
	},
	'lending/deduction-cleared': {
		id: 'Potongan dengan kuitansi {receipt} sudah diterima dari pemberi kerja; setiap potongan diterima sekali.',
		en: 'The deduction of receipt {receipt} has come in from the employer; each comes in once.',
	},
	'lending/cleared-before-deduction': {
		id: 'Transfer {date} mendahului potongan kuitansi {receipt} pada {paidOn}.',
		en: 'The transfer of {date} is before the deduction of receipt {receipt} on {paidOn}.',
	},
	'lending/clearing-not-sum': {
		id: 'Transfer {amount} tidak sama dengan jumlah potongan yang disebut, {sum}; sebutkan potongan yang benar-benar diterima.',
		en: 'The transfer of {amount} is not the {sum} of the deductions named; name those that came in.',
	},
	'lending/payroll-cleared': {
		id: 'Potongan dengan kuitansi {receipt} sudah diterima dari pemberi kerja; balik penerimaannya dahulu.',
		en: 'The deduction of receipt {receipt} has come in from the employer; reverse that first.',
	},
	'lending/unknown-clearing': {
		id: 'Penerimaan potong gaji {clearing} tidak ada dalam wewenang Anda.',
		en: 'There is no payroll clearing {clearing} within your scope.',
	},
	'lending/clearing-reversed': {
		id: 'Penerimaan dengan dokumen {document} sudah dibalik; hanya dapat dibalik sekali.',
		en: 'The clearing with document {document} is already reversed; that is done once only.',
	},
} as const satisfies RefusalTexts;

export type LifeCode = keyof typeof lifeTexts;
