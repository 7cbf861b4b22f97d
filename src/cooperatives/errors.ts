import {type RefusalTexts, refuser} from '../kernel/errors.ts';

export const cooperativeTexts = {
	'cooperative/unknown': {
		id: 'Koperasi {cooperative} tidak ada atau tidak dalam wewenang Anda.',
		en: 'There is no cooperative {cooperative} within your scope.',
	},
	'cooperative/code-taken': {
		id: 'Kode koperasi {code} sudah dipakai; pilih kode lain.',
		en: 'The cooperative code {code} is taken; choose another.',
	},
	'member/unknown': {
		id: 'Anggota {member} tidak ada dalam wewenang Anda.',
		en: 'There is no member {member} within your scope.',
	},
	'member/nik-duplicate': {
		id: 'NIK ini sudah terdaftar sebagai anggota; satu orang hanya menjadi anggota satu koperasi.',
		en: 'This NIK is already registered as a member; one person is a member of one cooperative only.',
	},
	'member/joined-in-future': {
		id: 'Tanggal masuk {date} belum tiba; paling akhir {today}.',
		en: 'The joining date {date} is in the future; the latest is {today}.',
	},
	'member/nik-birth-date': {
		id: 'Tanggal lahir dalam NIK tidak mungkin untuk anggota yang masuk pada {date}.',
		en: 'The birth date in the NIK is not possible for a member who joined on {date}.',
	},
	'member/nothing-to-amend': {
		id: 'Tidak ada yang diubah pada anggota nomor {number}; isi alamat, kelurahan, telepon atau usaha.',
		en: 'Nothing is amended of member {number}; give an address, a kelurahan, a phone or a business.',
	},
	'member-account/unknown': {
		id: 'Rekening anggota {account} tidak ada dalam wewenang Anda.',
		en: 'There is no account of a member {account} within your scope.',
	},
	'member-account/number-malformed': {
		id: 'Nomor rekening harus 5 sampai 20 angka; spasi, titik dan tanda hubung boleh ada.',
		en: 'The account number must have 5 to 20 digits; spaces, points and hyphens may stand between them.',
	},
	'member-account/holder-missing': {
		id: 'Nama pemilik rekening belum diisi; tulis seperti pada buku rekening.',
		en: "The holder's name is missing; write it as the bank has it.",
	},
	'member-account/since-in-future': {
		id: 'Tanggal mulai {date} belum tiba; paling akhir {today}.',
		en: 'The account begins on {date}, in the future; the latest is {today}.',
	},
	'member-account/already-there': {
		id: 'Rekening {bank} {number} sudah tercatat pada anggota ini sejak {since}; akhiri dahulu yang itu.',
		en: 'The account {bank} {number} has been recorded for this member since {since}; end that first.',
	},
	'member-account/already-ended': {
		id: 'Rekening itu sudah berakhir pada {until}; akhirnya dicatat sekali saja.',
		en: 'The account ended on {until} already; an end is recorded once only.',
	},
	'member-account/end-in-future': {
		id: 'Tanggal berakhir {date} belum tiba; paling akhir {today}.',
		en: 'The end of {date} is in the future; the latest is {today}.',
	},
	'member-account/ended-before-start': {
		id: 'Tanggal berakhir {date} mendahului awalnya pada {since}; paling awal tanggal itu.',
		en: 'The end of {date} is before the start on {since}; that is the earliest.',
	},
	'member/erased': {
		id: 'Data anggota nomor {number} sudah dihapus pada {date}; yang tersisa hanya nomornya.',
		en: 'The data of member {number} was erased on {date}; only the number is left.',
	},
	'member/erasure-member': {
		id: 'Orang ini masih anggota nomor {number}; datanya dapat dihapus setelah ia keluar.',
		en: 'This person is member {number} still; their data can be erased once they have left.',
	},
	'member/erasure-bound': {
		id: 'Anggota nomor {number} masih terikat pembiayaan, penjaminan atau kelompok; selesaikan dahulu.',
		en: 'Member {number} is bound by a loan, a guarantee or a group; end that first.',
	},
	'member/erasure-retention': {
		id: 'Pembukuan tentang anggota nomor {number} wajib disimpan {years} tahun ({basis}); datanya dapat dihapus mulai {from}.',
		en: 'The books about member {number} must be kept for {years} years ({basis}); their data can be erased from {from}.',
	},
	'member/nothing-to-search': {
		id: 'Tidak ada yang dicari; isi nomor anggota, NIK, nomor telepon atau bagian dari nama.',
		en: 'Nothing is searched for; give a member number, a NIK, a phone or a part of a name.',
	},
	'pengurus/unknown': {
		id: 'Pengurus {pengurus} tidak ada dalam wewenang Anda.',
		en: 'There is no pengurus {pengurus} within your scope.',
	},
	'pengurus/since-in-future': {
		id: 'Tanggal mulai menjabat {date} belum tiba; paling akhir {today}.',
		en: 'The office begins on {date}, in the future; the latest is {today}.',
	},
	'pengurus/in-office': {
		id: 'Orang dengan NIK ini sudah menjabat {office} sejak {since}; akhiri dahulu jabatan itu.',
		en: 'The person with this NIK has been {office} since {since}; end that office first.',
	},
	'pengurus/already-ended': {
		id: 'Sudah berakhir pada {until}; akhirnya dicatat sekali saja.',
		en: 'It ended on {until} already; an end is recorded once only.',
	},
	'pengurus/end-in-future': {
		id: 'Tanggal berakhir {date} belum tiba; paling akhir {today}.',
		en: 'The end of {date} is in the future; the latest is {today}.',
	},
	'pengurus/ended-before-start': {
		id: 'Tanggal berakhir {date} mendahului awalnya pada {since}; paling awal tanggal itu.',
		en: 'The end of {date} is before the start on {since}; that is the earliest.',
	},
	'pengurus/of-another-cooperative': {
		id: '{name} bukan pengurus koperasi {book}; hubungan dicatat dengan pengurus koperasi sendiri.',
		en: '{name} does not run cooperative {book}; ties are recorded within one cooperative.',
	},
	'pengurus/tie-to-self': {
		id: '{name} adalah anggota ini sendiri; pengurus sudah dikenali dari NIK-nya.',
		en: '{name} is this member; whoever runs the cooperative is known by the NIK.',
	},
	'pengurus/tied-already': {
		id: 'Hubungan anggota ini dengan {name} sudah tercatat ({relation}); akhiri dahulu yang itu.',
		en: 'That this member is related to {name} is recorded ({relation}); end that first.',
	},
	'pengurus/unknown-tie': {
		id: 'Hubungan {tie} tidak ada dalam wewenang Anda.',
		en: 'There is no tie {tie} within your scope.',
	},
	'attachment/unknown': {
		id: 'Lampiran {attachment} tidak ada padanya.',
		en: 'It has no attachment {attachment}.',
	},
	'attachment/unknown-loan': {
		id: 'Pembiayaan {loan} tidak ada dalam wewenang Anda.',
		en: 'There is no loan {loan} within your scope.',
	},
	'attachment/unknown-claim': {
		id: 'Tuntutan ganti rugi {claim} tidak ada dalam wewenang Anda.',
		en: 'There is no claim {claim} within your scope.',
	},
	'attachment/unknown-allocation': {
		id: 'Alokasi {allocation} tidak ada dalam wewenang Anda.',
		en: 'There is no allocation {allocation} within your scope.',
	},
	'attachment/not-base64': {
		id: 'Isi berkas bukan base64 yang sah; sandikan seluruh berkas tanpa spasi dan dengan tanda = di akhir.',
		en: 'The content is not valid base64; encode the whole file without spaces and with the = at its end.',
	},
	'attachment/empty': {
		id: 'Berkas kosong; lampirkan berkas yang ada isinya.',
		en: 'The file is empty; attach one that has content.',
	},
	'attachment/too-large': {
		id: 'Berkas berukuran {bytes} byte; paling besar {max} byte, perkecil atau pindai dengan ketajaman lebih rendah.',
		en: 'The file has {bytes} bytes; {max} at most, so make it smaller or scan it less sharply.',
	},
	'attachment/type-not-allowed': {
		id: 'Berkas ini bukan PDF, JPEG atau PNG menurut isinya; lampirkan salah satu dari ketiganya.',
		en: 'By its content the file is no PDF, JPEG or PNG; attach one of these.',
	},
	'attachment/already-there': {
		id: 'Berkas yang sama sudah terlampir sebagai {name} oleh {by} pada {at} (SHA-256 {sha256}).',
		en: 'The same file is attached already as {name} by {by} at {at} (SHA-256 {sha256}).',
	},
	'attachment/too-many': {
		id: 'Sudah ada {max} lampiran padanya; lebih dari itu tidak diterima.',
		en: 'It has {max} attachments; more are not taken.',
	},
	'cooperative/law-broken': {
		id: 'Basis data menolak: {explanation} ({law})',
		en: 'The database refuses: {explanation} ({law})',
	},
} as const satisfies RefusalTexts;

export type CooperativeCode = keyof typeof cooperativeTexts;
export const refuse = refuser(cooperativeTexts);
