import {type RefusalTexts, refuser} from '../kernel/errors.ts';

export const surplusTexts = {
	'surplus/rule-not-later': {
		id: 'Aturan pembagian terakhir berlaku mulai {last}; yang baru tidak dapat berlaku mulai {date}, paling awal {last}.',
		en: 'The last rule is in force from {last}; a new one cannot be from {date}, at the earliest from {last}.',
	},
	'surplus/parts-not-whole': {
		id: 'Bagian-bagian SHU berjumlah {total} persen; harus tepat 100 persen.',
		en: 'The parts of the surplus come to {total} per cent; they must come to exactly 100.',
	},
	'surplus/percent-not-positive': {
		id: 'Persentase {percent} bukan bagian; harus lebih dari nol, atau bagian itu dihapus.',
		en: 'A percentage of {percent} is no part; it must be above zero, or the part left out.',
	},
	'surplus/percent-too-fine': {
		id: 'Persentase paling banyak enam angka di belakang koma, seperti 33.333333.',
		en: 'A percentage has six decimals at most, such as 33.333333.',
	},
	'surplus/wrong-account': {
		id: 'Bagian {kind} tidak dapat masuk akun {account}: cadangan ke akun ekuitas seperti 3.2.01, bagian anggota ke 2.4.02, dana ke kewajiban seperti 2.4.01; bukan akun simpanan, akun operasi, atau 3.2.09.',
		en: 'The part {kind} cannot go to account {account}: reserves go to equity such as 3.2.01, parts of members to 2.4.02, funds to a liability such as 2.4.01; never to savings, to accounts of operations, or to 3.2.09.',
	},
	'surplus/part-twice': {
		id: 'Bagian {kind} disebut dua kali; setiap jenis sekali, kecuali other.',
		en: 'The part {kind} is named twice; each kind is named once, but for other.',
	},
	'surplus/no-general-reserve': {
		id: 'Aturan pembagian harus memuat cadangan umum (general-reserve): SHU dibagi setelah dikurangi cadangan, dan sisa pembulatan masuk ke sana.',
		en: 'A rule must have a general reserve (general-reserve): the surplus is distributed after it, and what rounding leaves goes there.',
	},
	'surplus/no-saving-product': {
		id: 'Sebutkan simpanan yang menjadi dasar jasa simpanan, seperti pokok dan wajib.',
		en: 'Name the savings by which members have their part, such as pokok and wajib.',
	},
	'surplus/no-rule': {
		id: 'Buku {book} tidak mempunyai aturan pembagian SHU yang berlaku pada {date}; catat dahulu keputusan AD/ART atau Rapat Anggota.',
		en: 'Book {book} has no rule of distribution in force on {date}; record that of its statutes or its Rapat Anggota first.',
	},
	'surplus/year-not-closed': {
		id: 'Tahun {year} belum ditutup; tutup tahun itu dahulu.',
		en: 'The year {year} is not closed; close it first.',
	},
	'surplus/closed-elsewhere': {
		id: 'SHU tahun {year} tidak ditutup ke 3.2.09 melainkan ke {account}; balikkan penutupan itu dan tutup ke 3.2.09.',
		en: 'The surplus of {year} was not carried to 3.2.09 but to {account}; reverse that closing and close to 3.2.09.',
	},
	'surplus/loss': {
		id: 'Tahun {year} rugi {loss}; kerugian tidak dibagi, ia tetap di 3.2.09 sampai ditutup.',
		en: 'The year {year} has a loss of {loss}; a loss is not distributed, it is carried in 3.2.09 until it is covered.',
	},
	'surplus/nothing-earned': {
		id: 'SHU tahun {year} nol; tidak ada yang dibagi.',
		en: 'The surplus of {year} is nought; there is nothing to distribute.',
	},
	'surplus/already-distributed': {
		id: 'SHU tahun {year} sudah dibagi pada {date} ({document}); balikkan pembagian itu dahulu bila keliru.',
		en: 'The surplus of {year} was distributed on {date} ({document}); reverse that first if it was wrong.',
	},
	'surplus/decided-too-early': {
		id: 'Rapat Anggota pada {date} mendahului akhir tahun {year}; paling awal {first}.',
		en: 'A meeting on {date} is before the year {year} was over; the earliest is {first}.',
	},
	'surplus/decided-in-future': {
		id: 'Tanggal {date} belum tiba; paling akhir {today}.',
		en: 'The date {date} is in the future; the latest is {today}.',
	},
	'surplus/same-person': {
		id: 'Tahun {year} ditutup oleh {person}; pembagian SHU dicatat oleh orang lain.',
		en: 'The year {year} was closed by {person}; another person records the distribution.',
	},
	'surplus/less-held': {
		id: 'Akun 3.2.09 hanya berisi {held}, SHU tahun {year} {surplus}: kerugian tahun lain ditutup dahulu dari cadangan, atau periksa jurnal tangan pada akun itu.',
		en: 'Account 3.2.09 holds {held} only, the surplus of {year} is {surplus}: cover losses of other years from the reserve first, or look into entries by hand on that account.',
	},
	'surplus/unknown': {
		id: 'Pembagian SHU {distribution} tidak ada pada buku {book}.',
		en: 'Book {book} has no distribution {distribution}.',
	},
	'surplus/already-reversed': {
		id: 'Pembagian SHU tahun {year} sudah dibalik; hanya dapat dibalik sekali.',
		en: 'The distribution of {year} is already reversed; that is done once only.',
	},
	'surplus/paid-out': {
		id: 'Dari pembagian SHU tahun {year} sudah dibayar {paid}; balikkan pembayarannya dahulu.',
		en: 'Of the distribution of {year} {paid} was paid out; reverse these payments first.',
	},
	'surplus/reversal-too-early': {
		id: 'Pembayaran SHU dibalik pada {last}; pembagiannya tidak dapat dibalik pada {date}, paling awal {last}.',
		en: 'A payment was reversed on {last}; the distribution cannot be reversed on {date}, at the earliest on {last}.',
	},
	'surplus/no-share': {
		id: 'Anggota {member} tidak mendapat bagian dari pembagian SHU tahun {year}.',
		en: 'Member {member} has no share of the distribution of {year}.',
	},
	'surplus/above-left': {
		id: 'Bagian SHU yang belum dibayar {left}; {amount} terlalu banyak.',
		en: 'Of the share {left} is left; {amount} is too much.',
	},
	'surplus/paid-too-early': {
		id: 'Pembayaran pada {date} mendahului pembagian pada {decidedOn}; paling awal tanggal itu.',
		en: 'A payment on {date} is before the distribution of {decidedOn}; that is the earliest.',
	},
	'surplus/product-needed': {
		id: 'Sebutkan simpanan (product) bila dan hanya bila SHU dipindahkan ke simpanan (way savings).',
		en: 'Name the savings (product) if, and only if, the share goes to savings (way savings).',
	},
	'surplus/unknown-payout': {
		id: 'Pembayaran SHU {payout} tidak ada pada buku {book}.',
		en: 'Book {book} has no payment {payout} of a share of the surplus.',
	},
	'surplus/payout-reversed': {
		id: 'Pembayaran SHU ini sudah dibalik; hanya dapat dibalik sekali.',
		en: 'This payment is already reversed; that is done once only.',
	},
	'surplus/year-distributed': {
		id: 'SHU tahun ini sudah dibagi; balikkan pembagiannya sebelum membuka penutupan tahun. ({explanation})',
		en: 'The surplus of this year was distributed; reverse that before the closing of the year. ({explanation})',
	},
	'surplus/law-broken': {
		id: 'Basis data menolak: {explanation} ({law})',
		en: 'The database refuses: {explanation} ({law})',
	},
} as const satisfies RefusalTexts;

export type SurplusCode = keyof typeof surplusTexts;
export const refuse = refuser(surplusTexts);
