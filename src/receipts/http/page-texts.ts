import type {RefusalText} from '../../kernel/errors.ts';

/** What the public page of a receipt says. */
export const pageTexts = {
	title: {id: 'Periksa kuitansi', en: 'Check a receipt'},
	how: {
		id: 'Pindai kode QR pada kuitansi, atau ketik kode periksanya di bawah ini.',
		en: 'Scan the QR code on the receipt, or type its check code below.',
	},
	check: {id: 'Periksa', en: 'Check'},
	code: {id: 'Kode periksa', en: 'Check code'},
	receipt: {id: 'Nomor kuitansi', en: 'Receipt number'},
	cooperative: {id: 'Koperasi', en: 'Cooperative'},
	date: {id: 'Tanggal', en: 'Date'},
	amountReceived: {id: 'Jumlah dibayar anggota', en: 'Amount paid by the member'},
	amountPaidOut: {id: 'Jumlah dibayarkan kepada anggota', en: 'Amount paid to the member'},
	recorded: {
		id: 'Tercatat: kuitansi ini ada dalam buku koperasi.',
		en: "Recorded: this receipt is in the cooperative's book.",
	},
	reversed: {
		id: 'Dibatalkan: pencatatan kuitansi ini dibalik per {date}. Jika Anda tidak mengetahuinya, tanyakan kepada koperasi dan laporkan kepada pengelola dana bergulir kota.',
		en: 'Taken back: what this receipt recorded was reversed as of {date}. If you do not know of it, ask the cooperative and tell the fund manager of the city.',
	},
	'partly-reversed': {
		id: 'Sebagian dibatalkan per {date}: dari {amount} masih tercatat {standing}.',
		en: 'Partly taken back as of {date}: of {amount} still {standing} is recorded.',
	},
	'not-recorded': {
		id: 'Tidak tercatat: nomor kuitansi ini pernah diberikan, tetapi tidak ada dalam buku koperasi. Simpan kertasnya dan laporkan kepada pengelola dana bergulir kota.',
		en: "Not recorded: this number was given, but it is not in the cooperative's book. Keep the paper and tell the fund manager of the city.",
	},
	entry: {id: 'Nomor jurnal', en: 'Entry number'},
	entryAmount: {id: 'Jumlah', en: 'Amount'},
	recordedAt: {id: 'Dicatat', en: 'Recorded'},
	hash: {id: 'Sidik jurnal (SHA-256)', en: 'Hash of the entry (SHA-256)'},
	reversal: {id: 'Pembatalan', en: 'Reversal'},
	takenBack: {
		id: 'dibatalkan per {date}, dicatat {moment}, jurnal {entry}',
		en: 'taken back as of {date}, recorded {moment}, entry {entry}',
	},
	postedAgain: {
		id: 'dibagi ulang: dibalik {moment} (jurnal {entry}) dan dibukukan lagi dengan kuitansi yang sama',
		en: 'split anew: reversed {moment} (entry {entry}) and posted again under the same receipt',
	},
	proof: {id: 'Pembuktian', en: 'Proof'},
	proved: {
		id: 'terbukti dalam titik periksa {sequence} tertanggal {moment}',
		en: 'proved under checkpoint {sequence} of {moment}',
	},
	notProved: {
		id: 'belum tercakup titik periksa; periksa lagi nanti',
		en: 'not under a checkpoint yet; check again later',
	},
	checkedAt: {id: 'Diperiksa {moment}.', en: 'Checked {moment}.'},
	footer: {
		id: 'Halaman ini tidak memuat data pribadi. Cocokkan nomor, tanggal, dan jumlahnya dengan kertas Anda.',
		en: 'This page holds no personal data. Compare number, date and amount with your paper.',
	},
} as const satisfies Readonly<Record<string, RefusalText>>;

export type PageText = keyof typeof pageTexts;
