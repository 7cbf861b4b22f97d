import {type RefusalTexts, refuser} from '../kernel/errors.ts';

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
	'fund/unknown-operation': {
		id: 'Pencairan atau setoran {operation} tidak ada pada alokasi ini.',
		en: 'This allocation has no tranche or remittance {operation}.',
	},
	'fund/already-reversed': {
		id: 'Operasi {operation} sudah dibalik; hanya dapat dibalik sekali.',
		en: 'The operation {operation} is already reversed; that is done once only.',
	},
} as const satisfies RefusalTexts;

export type FundCode = keyof typeof fundTexts;
export const refuse = refuser(fundTexts);
