import {type RefusalTexts, refuser} from '../kernel/errors.ts';

export const provisioningTexts = {
	'provisioning/unknown-policy': {
		id: 'Kebijakan {policy} tidak ada; pilih salah satu: {options}.',
		en: 'There is no policy {policy}; choose one of: {options}.',
	},
	'provisioning/policy-not-in-force': {
		id: 'Kebijakan {policy} belum berlaku pada {date}; versi pertamanya berlaku sejak {first}.',
		en: 'The policy {policy} is not in force on {date}; its first version is so from {first}.',
	},
	'provisioning/unknown-class': {
		id: 'Kebijakan {policy} tidak mengenal kelas {class}; pilih salah satu: {options}.',
		en: 'The policy {policy} has no class {class}; choose one of: {options}.',
	},
	'provisioning/class-not-worse': {
		id: 'Kelas {class} tidak lebih buruk dari {computed}, yaitu kelas menurut tunggakan pada {date}; kelas manual hanya boleh lebih buruk.',
		en: 'The class {class} is not worse than {computed}, which the arrears say on {date}; a class by hand may only be worse.',
	},
	'provisioning/no-manual-class': {
		id: 'Tidak ada kelas manual menurut {policy} yang dapat diakhiri; kelasnya sudah menurut tunggakan.',
		en: 'There is no class by hand under {policy} to end; the class is that of the arrears already.',
	},
	'provisioning/class-before-last': {
		id: 'Tanggal {date} mendahului kelas manual yang terakhir, {last}; paling awal tanggal itu.',
		en: 'The date {date} is before the last class by hand, of {last}; that is the earliest.',
	},
	'provisioning/nothing-owed': {
		id: 'Pembiayaan nomor {number} tidak memiliki sisa pada {date}; tidak ada yang digolongkan.',
		en: 'Nothing is outstanding of loan {number} on {date}; there is nothing to classify.',
	},
	'provisioning/date-in-future': {
		id: 'Tanggal {date} belum tiba; paling akhir {today}.',
		en: 'The date {date} is in the future; the latest is {today}.',
	},
	'provisioning/known-at-in-future': {
		id: 'Waktu {knownAt} belum tiba; paling akhir {now}.',
		en: 'The moment {knownAt} is in the future; the latest is {now}.',
	},
	'provisioning/not-a-cooperative': {
		id: 'Buku {book} bukan buku koperasi; penyisihan pembiayaan hanya ada pada buku koperasi.',
		en: "Book {book} is not a cooperative's; only a cooperative provides for its loans.",
	},
	'provisioning/region-outside-scope': {
		id: 'Tidak ada koperasi di wilayah {region} dalam wewenang Anda.',
		en: 'There is no cooperative in the region {region} within your scope.',
	},
	'provisioning/choice-not-later': {
		id: 'Koperasi ini sudah memiliki pilihan kebijakan sejak {newest}; pilihan baru harus berlaku sesudahnya, bukan {effectiveFrom}.',
		en: 'The cooperative has a choice of policy from {newest}; a new one takes effect after that, not on {effectiveFrom}.',
	},
	'provisioning/no-policy-chosen': {
		id: 'Koperasi {book} belum memilih kebijakan penyisihan yang berlaku pada {date}; pilih dahulu.',
		en: 'The cooperative {book} has chosen no policy that is in effect on {date}; choose one first.',
	},
	'provisioning/month-not-over': {
		id: 'Bulan {month} belum berakhir; penyisihannya dapat dibukukan mulai {lastDay}.',
		en: 'The month {month} is not over; its provision can be booked from {lastDay} on.',
	},
	'provisioning/later-month-booked': {
		id: 'Penyisihan bulan {last} sudah dibukukan; bulan {month} tidak dapat dibukukan lagi sesudahnya. Bukukan {last} atau sesudahnya.',
		en: 'The provision of {last} is booked; that of {month} can no longer be. Book {last} or a later month.',
	},
	'provisioning/law-broken': {
		id: 'Hukum penyisihan {law} dilanggar: {explanation}',
		en: 'The law of provisions {law} would be broken: {explanation}',
	},
} as const satisfies RefusalTexts;

export type ProvisioningCode = keyof typeof provisioningTexts;
export const refuse = refuser(provisioningTexts);
