import {type RefusalTexts, refuser} from '../kernel/errors.ts';

export const reportTexts = {
	'report/known-before-book': {
		id: 'Buku {book} belum ada isinya pada {knownAt}; jurnal pertamanya dicatat {first}.',
		en: 'Book {book} held nothing at {knownAt}; its first entry was recorded at {first}.',
	},
	'report/as-of-in-future': {
		id: 'Tanggal {date} belum tiba; paling akhir {today}.',
		en: 'The date {date} is in the future; the latest is {today}.',
	},
	'report/region-outside-scope': {
		id: 'Wilayah {region} di luar wewenang Anda.',
		en: 'The region {region} is outside your scope.',
	},
} as const satisfies RefusalTexts;

export type ReportCode = keyof typeof reportTexts;
export const refuse = refuser(reportTexts);
