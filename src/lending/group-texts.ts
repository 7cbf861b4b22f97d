import type {RefusalTexts} from '../kernel/errors.ts';

/** What is refused of groups and of what their members answer for together. */
export const groupTexts = {
	'lending/unknown-group': {
		id: 'Kelompok {group} tidak ada dalam wewenang Anda.',
		en: 'There is no group {group} within your scope.',
	},
	'lending/group-in-future': {
		id: 'Tanggal {date} belum tiba; paling lambat hari ini, {today}.',
		en: 'The date {date} has not come; it is {today} at the latest.',
	},
	'lending/group-name-taken': {
		id: 'Koperasi ini sudah mempunyai kelompok bernama {name} yang berjalan; pakai nama lain.',
		en: 'The cooperative has a running group called {name} already; use another name.',
	},
	'lending/group-nothing-to-amend': {
		id: 'Tidak ada yang diubah pada kelompok {number}; isi nama, hari, tempat atau tanggal bubar.',
		en: 'Nothing of group {number} is amended; give a name, day, place or date of dissolution.',
	},
	'lending/group-dissolved': {
		id: 'Kelompok {number} sudah bubar pada {date}.',
		en: 'Group {number} was dissolved on {date}.',
	},
	'lending/group-not-empty': {
		id: 'Kelompok {number} masih beranggota {count} orang pada {date}; anggotanya keluar dahulu.',
		en: 'Group {number} has {count} members on {date}; they leave first.',
	},
	'lending/group-before-formed': {
		id: 'Tanggal {date} mendahului pembentukan kelompok pada {formedOn}.',
		en: 'The date {date} is before the group was formed on {formedOn}.',
	},
	'lending/group-member-elsewhere': {
		id: 'Anggota {member} masih dalam kelompok lain pada {date}; satu anggota satu kelompok.',
		en: 'Member {member} is in another group on {date}; a member is in one group at a time.',
	},
	'lending/group-member-gone': {
		id: 'Anggota {member} bukan anggota koperasi ini pada {date}.',
		en: 'Member {member} is no member of this cooperative on {date}.',
	},
	'lending/group-office-taken': {
		id: 'Jabatan {office} kelompok ini dipegang anggota {member}; bebaskan dahulu.',
		en: 'The office of {office} of this group is held by member {member}; free it first.',
	},
	'lending/not-in-group': {
		id: 'Anggota {member} tidak dalam kelompok {number}.',
		en: 'Member {member} is not in group {number}.',
	},
	'lending/group-left-before-joined': {
		id: 'Tanggal keluar {date} mendahului tanggal masuk {joinedOn}.',
		en: 'The day of leaving, {date}, is before the day of joining, {joinedOn}.',
	},
	'lending/group-leaves-with-deposit': {
		id: 'Anggota {member} masih mempunyai simpanan tanggung renteng {balance}; tarik dahulu.',
		en: 'Member {member} has {balance} in the joint-liability deposit; withdraw it first.',
	},
	'lending/group-leaves-with-debt': {
		id: 'Pembiayaan kelompok nomor {number} milik anggota ini belum selesai; selesaikan dahulu.',
		en: 'The group loan {number} of this member is not settled; settle it first.',
	},
	'lending/group-share-twice': {
		id: 'Anggota {member} mendapat lebih dari satu bagian; satukan bobotnya.',
		en: 'Member {member} has more than one share; put their weights together.',
	},
	'lending/group-share-empty': {
		id: 'Bagian ke-{position} dari {amount} kurang dari satu rupiah; naikkan jumlah atau bobotnya.',
		en: 'Share {position} of {amount} is less than one rupiah; raise the sum or the weight.',
	},
	'lending/collected-twice': {
		id: 'Pembiayaan {loan} sudah ada pada baris lain lembar ini; satu baris satu pembiayaan.',
		en: 'Loan {loan} is on another row of this sheet; a loan has one row.',
	},
	'lending/collected-out-of-order': {
		id: 'Pembiayaan {number} sudah dibayar pada {last}, sesudah {date}; catat yang ini tersendiri.',
		en: 'Loan {number} was paid on {last}, after {date}; record this one on its own.',
	},
	'lending/late-found-before-joint': {
		id: 'Kuitansi {receipt} sesudahnya dibayar bersama (tanggung renteng); balikkan dahulu.',
		en: 'Receipt {receipt} after it was paid jointly by others; reverse that one first.',
	},
	'lending/parts-not-amount': {
		id: 'Bagian-bagian berjumlah {parts}, bukan {amount}; samakan jumlahnya.',
		en: 'The parts sum to {parts}, not to {amount}; make them equal.',
	},
	'lending/part-twice': {
		id: '{name} disebut lebih dari satu kali; satukan bagiannya.',
		en: '{name} is named more than once; put the parts together.',
	},
	'lending/loan-of-another-member': {
		id: 'Pembiayaan nomor {number} bukan milik anggota ini.',
		en: 'Loan {number} is not of this member.',
	},
	'lending/nothing-owed': {
		id: 'Anggota nomor {member} tidak mempunyai pembiayaan berjalan yang terutang.',
		en: 'Member {member} has no running loan of which anything is owed.',
	},
	'lending/payer-is-borrower': {
		id: 'Anggota {payer} membayar pembiayaannya sendiri; catat sebagai angsuran biasa.',
		en: 'Member {payer} pays a loan of their own; record it as a plain repayment.',
	},
	'lending/payer-not-liable': {
		id: 'Anggota {payer} tidak sekelompok dengan peminjam dan bukan penjamin pembiayaan ini.',
		en: 'Member {payer} is neither in the group of the borrower nor a guarantor of this loan.',
	},
	'lending/unknown-claim': {
		id: 'Tagihan {claim} tidak ada dalam wewenang Anda.',
		en: 'There is no claim {claim} within your scope.',
	},
	'lending/claim-repaid-too-much': {
		id: 'Pembayaran {amount} melebihi sisa tagihan {balance}.',
		en: 'The payment of {amount} is more than the {balance} left of the claim.',
	},
	'lending/claim-before-incurred': {
		id: 'Tanggal {date} mendahului timbulnya tagihan pada {incurredOn}.',
		en: 'The date {date} is before the claim arose on {incurredOn}.',
	},
	'lending/claim-partly-repaid': {
		id: 'Tagihan dari pembayaran ini sudah dibayar sebagian; sisa {balance} dari {amount}. Balikkan pelunasannya dahulu.',
		en: 'The claim from this payment was repaid in part; {balance} of {amount} is left. Reverse its repayments first.',
	},
	'lending/unknown-claim-repayment': {
		id: 'Pelunasan {repayment} tidak ada pada tagihan ini.',
		en: 'This claim has no repayment {repayment}.',
	},
	'lending/claim-deposit-spent': {
		id: 'Titipan pembayar tinggal {balance}, kurang dari {amount} yang dibalikkan.',
		en: 'The deposit of the payer has {balance} left, less than the {amount} to be taken back.',
	},
	'lending/deposit-too-low': {
		id: 'Simpanan tanggung renteng anggota {member} tinggal {balance}; tidak cukup untuk {amount}.',
		en: 'The joint-liability deposit of member {member} has {balance}; not enough for {amount}.',
	},
	'lending/deposit-out-of-order': {
		id: 'Simpanan ini terakhir bergerak pada {last}; pengambilan tidak boleh bertanggal {date}.',
		en: 'This deposit last moved on {last}; nothing is taken from it as of {date}.',
	},
	'lending/deposit-beyond-arrears': {
		id: 'Simpanan hanya membayar tunggakan: {overdue} pada {date}, bukan {amount}.',
		en: 'The deposit pays arrears only: {overdue} on {date}, not {amount}.',
	},
	'lending/loan-outside-group': {
		id: 'Pembiayaan nomor {number} bukan milik anggota kelompok ini.',
		en: 'Loan {number} is not of a member of this group.',
	},
	'lending/unknown-deposit': {
		id: 'Gerakan simpanan {movement} tidak ada pada kelompok ini.',
		en: 'This group has no movement {movement} of its deposit.',
	},
	'lending/deposit-reversed': {
		id: 'Gerakan simpanan ini sudah dibalikkan atau sendirinya pembalikan.',
		en: 'This movement of the deposit was reversed already, or is a reversal itself.',
	},
	'lending/deposit-payment-reversal': {
		id: 'Pembayaran tunggakan dibalikkan pada pembiayaannya, kuitansi {document}.',
		en: 'A payment of arrears is reversed at its loan, receipt {document}.',
	},
	'lending/guarantor-is-borrower': {
		id: 'Peminjam tidak dapat menjamin pembiayaannya sendiri.',
		en: 'Whoever borrows cannot guarantee their own loan.',
	},
	'lending/guarantor-elsewhere': {
		id: 'Penjamin harus anggota koperasi yang sama pada {date}.',
		en: 'A guarantor is a member of the same cooperative on {date}.',
	},
	'lending/guarantor-known': {
		id: 'Anggota {member} sudah menjamin pembiayaan ini.',
		en: 'Member {member} guarantees this loan already.',
	},
	'lending/guarantor-loan-over': {
		id: 'Pembiayaan {number} berstatus {status}; penjamin ditambahkan selama ia diajukan atau berjalan.',
		en: 'Loan {number} is {status}; guarantors are added while it is applied for or runs.',
	},
	'lending/unknown-guarantor': {
		id: 'Penjamin ke-{number} tidak ada pada pembiayaan ini.',
		en: 'This loan has no guarantor {number}.',
	},
	'lending/guarantor-released': {
		id: 'Penjamin ke-{number} sudah dibebaskan pada {date}.',
		en: 'Guarantor {number} was released on {date}.',
	},
	'lending/guarantor-days': {
		id: 'Tanggal {date} mendahului tanggal jaminan {guaranteedOn}.',
		en: 'The date {date} is before the guarantee of {guaranteedOn}.',
	},
	'lending/group-law-broken': {
		id: 'Basis data menolak: {explanation} ({law})',
		en: 'The database refuses: {explanation} ({law})',
	},
} as const satisfies RefusalTexts;

export type GroupCode = keyof typeof groupTexts;
