import {DomainError, type RefusalTexts, refuser} from '../kernel/errors.ts';

export const oversightTexts = {
	'oversight/unknown': {
		id: 'Temuan audit {finding} tidak ada dalam wewenang Anda.',
		en: 'There is no audit finding {finding} within your scope.',
	},
	'oversight/source-malformed': {
		id: 'Sumber {source} tidak sah; huruf kecil, angka dan tanda hubung, seperti by-hand.',
		en: 'The source {source} is malformed; lower-case letters, digits and hyphens, such as by-hand.',
	},
	'oversight/subject-malformed': {
		id: 'Pokok temuan harus diisi, paling banyak {max} huruf, seperti loan: dengan pengenalnya.',
		en: 'The subject must be given, {max} characters at most, such as loan: and its identity.',
	},
	'oversight/personal-data': {
		id: 'Isian {field} memuat enam belas angka seperti NIK; tunjuk anggotanya sebagai bukti.',
		en: 'The field {field} holds sixteen digits like a NIK; point to the member as evidence.',
	},
	'oversight/too-much-evidence': {
		id: 'Bukti paling banyak {max} butir, bukan {count}; lampirkan daftarnya sebagai dokumen.',
		en: 'There are at most {max} pieces of evidence, not {count}; attach the list as a document.',
	},
	'oversight/evidence-unknown': {
		id: 'Bukti {evidence} tidak ada dalam buku {book} dan wewenang Anda.',
		en: 'There is no {evidence} in the book {book} within your scope.',
	},
	'oversight/no-evidence': {
		id: 'Usul penutupan memerlukan paling sedikit satu bukti.',
		en: 'To propose the closing takes at least one piece of evidence.',
	},
	'oversight/closed': {
		id: 'Temuan {finding} sudah ditutup; buka kembali dahulu.',
		en: 'The finding {finding} is closed; reopen it first.',
	},
	'oversight/not-closed': {
		id: 'Temuan {finding} belum ditutup; tidak ada yang dibuka kembali.',
		en: 'The finding {finding} is not closed; there is nothing to reopen.',
	},
	'oversight/raised-again': {
		id: 'Hal yang sama dengan temuan {finding} sudah menjadi temuan baru yang belum ditutup.',
		en: 'What {finding} is about has been raised again since, and that finding is not closed.',
	},
	'oversight/closing-proposed': {
		id: 'Penutupan temuan {finding} sedang diusulkan; konfirmasi atau tolak dahulu.',
		en: 'The closing of the finding {finding} is proposed; confirm or decline it first.',
	},
	'oversight/not-proposed': {
		id: 'Penutupan temuan {finding} belum diusulkan oleh penanggung jawabnya.',
		en: 'The owner of the finding {finding} has not proposed its closing.',
	},
	'oversight/not-owner': {
		id: 'Hanya penanggung jawab temuan {finding} ({owner}) yang mengusulkan penutupannya.',
		en: 'Only the owner of the finding {finding} ({owner}) proposes its closing.',
	},
	'oversight/proposed-by-same': {
		id: '{owner} mengusulkan penutupan temuan {finding}; orang lain yang memutuskan.',
		en: '{owner} proposed the closing of the finding {finding}; another person decides.',
	},
	'oversight/may-not-close': {
		id: 'Temuan dengan tingkat {severity} hanya ditutup oleh: {roles}.',
		en: 'A finding of the severity {severity} is closed only by: {roles}.',
	},
	'oversight/concerned': {
		id: 'Temuan {finding} menyangkut tindakan {user} sendiri; orang lain yang memutuskan.',
		en: 'The finding {finding} is about what {user} did; another person decides.',
	},
	'oversight/owner-unchanged': {
		id: 'Temuan {finding} sudah menjadi tanggung jawab {owner}.',
		en: 'The finding {finding} is owned by {owner} already.',
	},
	'oversight/owner-without-right': {
		id: '{owner} bukan pengguna aktif yang boleh menindaklanjuti temuan buku {book}.',
		en: '{owner} is no active user who may work on findings of the book {book}.',
	},
	'oversight/due-date-unchanged': {
		id: 'Tenggat temuan {finding} memang {dueOn}; tulis tanggal lain.',
		en: 'The due date of the finding {finding} is {dueOn} already; give another one.',
	},
	'oversight/due-date-past': {
		id: 'Tenggat {dueOn} sudah lewat; paling awal {today}.',
		en: 'The due date {dueOn} is past; the earliest is {today}.',
	},
	'oversight/place-outside-scope': {
		id: 'Wilayah atau buku {place} tidak ada dalam wewenang Anda.',
		en: 'There is no region or book {place} within your scope.',
	},
	'oversight/address-malformed': {
		id: 'Alamat surel {address} tidak sah; contoh: inspektorat@kota.example.',
		en: 'The e-mail address {address} is malformed; an example: inspektorat@kota.example.',
	},
	'oversight/date-in-future': {
		id: 'Tanggal {date} belum tiba; paling akhir {today}.',
		en: 'The date {date} is in the future; the latest is {today}.',
	},
	'oversight/law-broken': {
		id: 'Basis data menolak: {explanation} ({law})',
		en: 'The database refuses: {explanation} ({law})',
	},
} as const satisfies RefusalTexts;

export type OversightCode = keyof typeof oversightTexts;
export const refuse = refuser(oversightTexts);

/** One of several faults of an input. */
export type OversightFault = {
	readonly code: OversightCode;
	readonly path: string;
	readonly values: Readonly<Record<string, string>>;
};

/** @throws DomainError with all faults at once; nothing where there are none. */
export function refuseAll([first, ...others]: readonly OversightFault[]): void {
	if (first) throw new DomainError(first, oversightTexts[first.code], others);
}
