import {type RefusalTexts, refuser} from '../kernel/errors.ts';

export const interchangeTexts = {
	'interchange/not-a-cooperative': {
		id: 'Buku {book} bukan buku koperasi; ekspor lengkap hanya untuk koperasi.',
		en: 'The book {book} is not a cooperative’s; only those are exported whole.',
	},
	'interchange/personal-not-permitted': {
		id: 'Data pribadi hanya untuk yang berizin {permission}; minta tanpa data pribadi.',
		en: 'Personal data is for who may {permission}; ask without personal data.',
	},
	'interchange/reason-missing': {
		id: 'Ekspor dengan data pribadi memerlukan alasan; isikan "reason".',
		en: 'An export with personal data needs a reason; give "reason".',
	},
} as const satisfies RefusalTexts;

export type InterchangeCode = keyof typeof interchangeTexts;
export const refuse = refuser(interchangeTexts);
