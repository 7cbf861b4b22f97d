import {type RefusalTexts, refuser} from '../kernel/errors.ts';

export const savingsTexts = {
	'savings/unknown': {
		id: 'Setoran atau penarikan simpanan {saving} tidak ada dalam wewenang Anda.',
		en: 'There is no deposit or withdrawal {saving} within your scope.',
	},
	'savings/member-left': {
		id: 'Anggota nomor {number} sudah keluar pada {leftOn}; simpanannya sudah dikembalikan.',
		en: 'Member {number} left on {leftOn}; the savings were paid back.',
	},
	'savings/before-member-joined': {
		id: 'Tanggal {date} mendahului masuknya anggota pada {joinedOn}; paling awal tanggal itu.',
		en: 'The date {date} is before the member joined on {joinedOn}; that is the earliest.',
	},
	'savings/locked': {
		id: 'Simpanan {product} tidak dapat ditarik selama menjadi anggota; dikembalikan saat anggota keluar.',
		en: 'Simpanan {product} cannot be withdrawn by a member; it is paid back when they leave.',
	},
	'savings/below-zero': {
		id: 'Simpanan {product} yang dapat diambil mulai {date} hanya {held}; {amount} menjadikannya di bawah nol.',
		en: 'Of the {product} savings {held} can be taken from {date} on; {amount} would leave less than nothing.',
	},
	'savings/has-debts': {
		id: 'Anggota nomor {number} masih berutang pembiayaan; lunasi dahulu sebelum keluar.',
		en: 'Member {number} still owes on a loan; it is to be paid off before they leave.',
	},
	'savings/leaving-in-future': {
		id: 'Tanggal keluar {date} belum tiba; paling akhir {today}.',
		en: 'The leaving date {date} is in the future; the latest is {today}.',
	},
	'savings/not-left': {
		id: 'Anggota nomor {number} tidak keluar; tidak ada yang dibatalkan.',
		en: 'Member {number} has not left; there is nothing to undo.',
	},
	'savings/already-reversed': {
		id: 'Slip {document} sudah dibalik; hanya dapat dibalik sekali.',
		en: 'The slip {document} is already reversed; that is done once only.',
	},
	'savings/reversal-of-reversal': {
		id: 'Yang sudah berupa pembalikan tidak dibalik lagi; catat setoran atau penarikan baru.',
		en: 'A reversal is not reversed; record a new deposit or withdrawal.',
	},
	'savings/part-of-leaving': {
		id: 'Slip {document} adalah pengembalian saat anggota keluar; batalkan keluarnya, bukan slip ini saja.',
		en: 'The slip {document} was paid because the member left; undo the leaving, not this slip alone.',
	},
	'savings/obligation-not-later': {
		id: 'Kewajiban simpanan wajib terakhir berlaku mulai {last}; yang baru harus mulai bulan sesudahnya.',
		en: 'The last obligation of simpanan wajib is in force from {last}; a new one begins in a later month.',
	},
	'savings/date-in-future': {
		id: 'Tanggal {date} belum tiba; paling akhir {today}.',
		en: 'The date {date} is in the future; the latest is {today}.',
	},
	'savings/law-broken': {
		id: 'Basis data menolak: {explanation} ({law})',
		en: 'The database refuses: {explanation} ({law})',
	},
} as const satisfies RefusalTexts;

export type SavingsCode = keyof typeof savingsTexts;
export const refuse = refuser(savingsTexts);
