import {type FindingOf, type RefusalTexts, allRefuser, refuser} from '../kernel/errors.ts';

export const fundTexts = {
	'fund/unknown-programme': {
		id: 'Program {programme} tidak ada.',
		en: 'There is no programme {programme}.',
	},
	'fund/programme-exists': {
		id: 'Kode program {code} sudah dipakai; pilih kode lain.',
		en: 'The programme code {code} is taken; choose another.',
	},
	'fund/grace-not-below-tenor': {
		id: 'Masa tenggang {grace} bulan harus lebih pendek dari jangka waktu {tenor} bulan.',
		en: 'The grace of {grace} months must be shorter than the tenor of {tenor} months.',
	},
	'fund/not-a-city-book': {
		id: 'Buku {book} bukan buku kota; program membutuhkan buku pengelola dana kota.',
		en: "Book {book} is not a city's; a programme needs the book of the city's fund manager.",
	},
	'fund/unknown-allocation': {
		id: 'Alokasi {allocation} tidak ada dalam wewenang Anda.',
		en: 'There is no allocation {allocation} within your scope.',
	},
	'fund/agreement-exists': {
		id: 'Nomor perjanjian {agreement} sudah ada pada koperasi ini.',
		en: 'The agreement number {agreement} already exists for this cooperative.',
	},
	'fund/over-ceiling': {
		id: 'Alokasi {amount} melebihi pagu: kelurahan {kelurahan} sudah {allocated} dari {ceiling}; sisa pagu {left}.',
		en: 'The allocation of {amount} is over the ceiling: kelurahan {kelurahan} has {allocated} of {ceiling}; {left} is left.',
	},
	'fund/agreed-in-future': {
		id: 'Tanggal perjanjian {date} belum tiba; paling akhir {today}.',
		en: 'The agreement date {date} is in the future; the latest is {today}.',
	},
	'fund/tranche-before-agreement': {
		id: 'Pencairan {date} mendahului perjanjian {agreedOn}; paling awal tanggal itu.',
		en: 'The tranche of {date} is before the agreement of {agreedOn}; that is the earliest.',
	},
	'fund/tranche-over-allocation': {
		id: 'Pencairan {amount} melebihi alokasi {allocated}: sudah diterima {received}; sisa {left}.',
		en: 'The tranche of {amount} is over the allocation of {allocated}: {received} was received; {left} is left.',
	},
	'fund/remits-more-than-collected': {
		id: 'Setoran {amount} melebihi pokok terkumpul yang belum disetor, yaitu {held}.',
		en: 'The remittance of {amount} is more than what was collected and not remitted, {held}.',
	},
	'fund/investment-written-off': {
		id: 'Setoran {amount} melebihi investasi kota yang masih tercatat, {invested}; sisanya sudah dihapusbukukan bersyarat dan dicatat sebagai pemulihan.',
		en: 'The remittance of {amount} is more than the city still has on its books, {invested}; the rest was written off conditionally and is recorded as a recovery.',
	},
	'fund/unknown-operation': {
		id: 'Pencairan atau setoran {operation} tidak ada pada alokasi ini.',
		en: 'This allocation has no tranche or remittance {operation}.',
	},
	'fund/already-reversed': {
		id: 'Operasi {operation} sudah dibalik; hanya dapat dibalik sekali.',
		en: 'The operation {operation} is already reversed; that is done once only.',
	},
	'fund/tranche-count': {
		id: 'Alokasi ini dibagi dalam paling banyak {max} pencairan dan semuanya sudah dipakai.',
		en: 'This allocation has at most {max} tranches, and all of them are taken.',
	},
	'fund/tranches-stopped': {
		id: 'Pencairan dihentikan: pokok {overdue} kepada kota tertunggak {days} hari; batas program {max} hari.',
		en: 'Tranches are stopped: principal of {overdue} to the city is {days} days overdue; the programme allows {max}.',
	},
	'fund/city-share-range': {
		id: 'Bagian kota {share}% harus antara 0% dan 100%.',
		en: "The city's share of {share}% must be between 0% and 100%.",
	},
	'fund/unknown-proposal': {
		id: 'Proposal {proposal} tidak ada dalam wewenang Anda.',
		en: 'There is no proposal {proposal} within your scope.',
	},
	'fund/proposal-document-exists': {
		id: 'Proposal dengan dokumen {document} sudah ada pada koperasi ini.',
		en: 'A proposal with the document {document} already exists for this cooperative.',
	},
	'fund/proposed-in-future': {
		id: 'Tanggal proposal {date} belum tiba; paling akhir {today}.',
		en: 'The date of the proposal {date} is in the future; the latest is {today}.',
	},
	'fund/decided-in-future': {
		id: 'Tanggal keputusan {date} belum tiba; paling akhir {today}.',
		en: 'The date of the decision {date} is in the future; the latest is {today}.',
	},
	'fund/decided-before-proposed': {
		id: 'Keputusan {date} mendahului proposal {proposedOn}; paling awal tanggal itu.',
		en: 'The decision of {date} is before the proposal of {proposedOn}; that is the earliest.',
	},
	'fund/proposal-decided': {
		id: 'Proposal sudah diputus ({outcome}) pada {date}.',
		en: 'The proposal has been decided ({outcome}) on {date}.',
	},
	'fund/proposal-same-person': {
		id: '{person} yang mengajukan proposal; orang lain yang memutus.',
		en: '{person} made the proposal; another person decides on it.',
	},
	'fund/granted-over-proposed': {
		id: 'Yang disetujui {amount} melebihi yang diminta {asked}.',
		en: 'The {amount} granted is more than the {asked} asked for.',
	},
	'fund/proposal-over-ceiling': {
		id: '{amount} melebihi sisa pagu kelurahan, {left}.',
		en: "{amount} is more than what is left of the kelurahan's ceiling, {left}.",
	},
	'fund/proposer-overdue': {
		id: 'Koperasi menunggak {overdue} pokok kepada kota; lunasi dahulu.',
		en: 'The cooperative owes the city {overdue} of overdue principal; that is paid first.',
	},
	'fund/proposer-holds-money': {
		id: 'Koperasi menahan pokok terkumpul {days} hari; batas program {max} hari. Setorkan dahulu.',
		en: 'The cooperative has held collected principal for {days} days; the programme allows {max}. That is remitted first.',
	},
	'fund/proposer-withdrawn': {
		id: 'Kota pernah mencabut perjanjian dengan koperasi ini.',
		en: 'The city has withdrawn an agreement from this cooperative.',
	},
	'fund/proposer-without-office': {
		id: 'Tidak ada {office} yang tercatat menjabat; catat pengurus dahulu.',
		en: 'Nobody is recorded as {office}; record the pengurus first.',
	},
	'fund/proposal-not-approved': {
		id: 'Proposal {proposal} belum disetujui.',
		en: 'Proposal {proposal} has not been approved.',
	},
	'fund/proposal-of-another': {
		id: 'Proposal itu dari koperasi {cooperative} untuk kelurahan {kelurahan}; alokasi harus sama.',
		en: 'That proposal is of cooperative {cooperative} for kelurahan {kelurahan}; the allocation must be the same.',
	},
	'fund/proposal-used': {
		id: 'Proposal {proposal} sudah menjadi alokasi.',
		en: 'Proposal {proposal} has become an allocation already.',
	},
	'fund/over-granted': {
		id: 'Alokasi {amount} melebihi yang disetujui, {granted}.',
		en: 'The allocation of {amount} is more than what was granted, {granted}.',
	},
	'fund/allocation-ended': {
		id: 'Perjanjian berakhir {date} ({document}); tidak ada uang yang keluar lagi.',
		en: 'The agreement ended on {date} ({document}); no more money goes out under it.',
	},
	'fund/ending-date': {
		id: 'Tanggal berakhir {date} harus dari perjanjian {agreedOn} sampai hari ini {today}.',
		en: 'The ending date {date} must be from the agreement {agreedOn} to today {today}.',
	},
	'fund/due-before-ending': {
		id: 'Jatuh tempo {date} mendahului akhir perjanjian {endedOn}.',
		en: 'The due date {date} is before the end of the agreement, {endedOn}.',
	},
	'fund/returns-more-than-free': {
		id: 'Pengembalian {amount} melebihi yang bebas, {free}: di bank {bank}, terkumpul untuk kota {held}, titipan anggota {kept}.',
		en: 'The return of {amount} is more than what is free, {free}: {bank} in the bank, {held} held for the city and {kept} for members.',
	},
	'fund/moved-to-itself': {
		id: 'Alokasi {allocation} tidak dapat dipindahkan ke dirinya sendiri; pilih alokasi lain.',
		en: 'Allocation {allocation} cannot be moved to itself; choose another.',
	},
	'fund/nothing-to-accrue': {
		id: 'Bagian kota dari pendapatan sampai {date} sudah dibukukan: {booked}.',
		en: "The city's share of what was earned by {date} has been booked: {booked}.",
	},
	'fund/share-over-owed': {
		id: 'Setoran jasa {amount} melebihi yang terutang, {owed}.',
		en: 'The payment of {amount} is more than the share owed, {owed}.',
	},
} as const satisfies RefusalTexts;

export type FundCode = keyof typeof fundTexts;
export const refuse = refuser(fundTexts);

/** A fault within an input, with a code of this room. */
export type FundFinding = FindingOf<typeof fundTexts>;

/** Refuses with all the faults that were found; none is none. */
export const refuseAll = allRefuser(fundTexts);
