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
} as const satisfies RefusalTexts;

export type CooperativeCode = keyof typeof cooperativeTexts;
export const refuse = refuser(cooperativeTexts);
