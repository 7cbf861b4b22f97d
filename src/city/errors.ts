import {type RefusalTexts, refuser} from '../kernel/errors.ts';

export const cityTexts = {
	'city/not-a-city-book': {
		id: 'Buku {book} bukan buku kota; pakai kode buku pengelola dana kota.',
		en: "Book {book} is not a city's; use the code of the book of a city's fund manager.",
	},
	'city/no-policy': {
		id: 'Tidak ada kebijakan kota yang berlaku pada {date}.',
		en: 'No policy of the city is in force on {date}.',
	},
	'city/balance-date-not-past': {
		id: 'Tanggal neraca {date} harus sebelum hari ini, {today}: jurnal baliknya jatuh pada hari berikutnya.',
		en: 'The balance date {date} must be before today, {today}: its mirror falls on the next day.',
	},
	'city/date-in-future': {
		id: 'Tanggal {date} belum tiba; paling akhir {today}.',
		en: 'The date {date} is in the future; the latest is {today}.',
	},
	'city/from-after-as-of': {
		id: 'Periode dimulai {from}, sesudah tanggal akhirnya {asOf}.',
		en: 'The period begins on {from}, after its last day {asOf}.',
	},
	'city/known-at-in-future': {
		id: 'Waktu {knownAt} belum tiba; paling akhir {now}.',
		en: 'The moment {knownAt} is in the future; the latest is {now}.',
	},
	'city/same-person': {
		id: '{name} tidak dapat mengambil dua langkah ini sendiri; langkah kedua oleh orang lain.',
		en: '{name} cannot take both steps alone; another person takes the second.',
	},
	'city/before-decree': {
		id: 'Penghapusan {date} mendahului surat keputusannya, {decreeOn}; paling awal tanggal itu.',
		en: 'The write-off of {date} is before its decree of {decreeOn}; that is the earliest.',
	},
	'city/council-missing': {
		id: 'Penghapusan sampai {total} melebihi {limit} (kebijakan versi {version}); sebutkan dokumen persetujuan DPRD.',
		en: 'Writing off {total} in all is above {limit} (policy version {version}); name the document by which the council (DPRD) agreed.',
	},
	'city/write-off-open': {
		id: 'Usulan penghapusan nomor {number} atas alokasi ini belum diputuskan; putuskan dahulu.',
		en: 'Write-off {number} of this allocation is not decided yet; decide on it first.',
	},
	'city/writes-off-more': {
		id: 'Penghapusan {amount} melebihi {most}: yang tercatat {onBooks}, utang koperasi di luar setoran terkumpul {fundDebt}. Yang sudah terkumpul disetor atau dituntut, tidak dihapus.',
		en: 'The write-off of {amount} is more than {most}: {onBooks} stands recorded, and beside what it has collected the cooperative owes {fundDebt}. What was collected is remitted or claimed, not written off.',
	},
	'city/not-provided-for': {
		id: 'Penghapusan {amount} melebihi penyisihan {provision}; bukukan penyisihannya dahulu.',
		en: 'The write-off of {amount} is more than the provision of {provision}; book the provision first.',
	},
	'city/before-write-off': {
		id: 'Tanggal {date} mendahului penghapusan bersyarat nomor {number}, {effectiveOn}; paling awal tanggal itu.',
		en: 'The date {date} is before the conditional write-off {number} of {effectiveOn}; that is the earliest.',
	},
	'city/write-off-decided': {
		id: 'Usulan penghapusan nomor {number} sudah diputuskan: {outcome}.',
		en: 'Write-off {number} is decided already: {outcome}.',
	},
	'city/unknown-write-off': {
		id: 'Penghapusan {writeOff} tidak ada dalam wewenang Anda.',
		en: 'There is no write-off {writeOff} within your scope.',
	},
	'city/write-off-not-confirmed': {
		id: 'Penghapusan nomor {number} tidak dibukukan atau sudah dibalik; tidak ada yang dapat dibalik.',
		en: 'Write-off {number} was not booked or is taken back already; there is nothing to reverse.',
	},
	'city/recovers-more': {
		id: 'Setoran {amount} melebihi dana yang dihapusbukukan bersyarat, yaitu {held}.',
		en: 'The remittance of {amount} is more than what was written off conditionally, {held}.',
	},
	'city/unknown-claim': {
		id: 'Tuntutan ganti rugi {claim} tidak ada dalam wewenang Anda.',
		en: 'There is no claim {claim} within your scope.',
	},
	'city/unknown-pengurus': {
		id: 'Pengurus {pengurus} tidak tercatat pada koperasi {cooperative} pada {foundOn}.',
		en: 'The registry of {cooperative} has no such person {pengurus} by {foundOn}.',
	},
	'city/claim-over-debt': {
		id: 'Tuntutan {amount} melebihi utang koperasi kepada kota atas alokasi ini, yaitu {debt}.',
		en: 'The claim of {amount} is more than the cooperative owes the city under this allocation, {debt}.',
	},
	'city/claim-state': {
		id: 'Tuntutan nomor {number} berstatus {state}; langkah ini hanya untuk {allowed}.',
		en: 'Claim {number} is {state}; this step is only for one that is {allowed}.',
	},
	'city/before-found': {
		id: 'Tanggal {date} mendahului penemuannya, {foundOn}; paling awal tanggal itu.',
		en: 'The date {date} is before the loss was found on {foundOn}; that is the earliest.',
	},
	'city/before-stated': {
		id: 'Tanggal {date} mendahului penetapannya, {statedOn}; paling awal tanggal itu.',
		en: 'The date {date} is before the claim was stated on {statedOn}; that is the earliest.',
	},
	'city/instalments-not-claim': {
		id: 'Jumlah angsuran {total} tidak sama dengan tuntutan {amount}.',
		en: 'The instalments are {total} in all, and the claim is {amount}.',
	},
	'city/instalments-not-forward': {
		id: 'Angsuran {date} harus sesudah angsuran sebelumnya dan tidak mendahului penetapan.',
		en: 'The instalment of {date} must come after the one before it and not before the statement.',
	},
	'city/claim-overpaid': {
		id: 'Pembayaran {amount} melebihi sisa tuntutan, yaitu {left}.',
		en: 'The payment of {amount} is more than is left of the claim, {left}.',
	},
	'city/claim-has-payments': {
		id: 'Tuntutan nomor {number} sudah dibayar {paid}; balik pembayarannya dahulu.',
		en: 'Of claim {number} {paid} was paid; take the payments back first.',
	},
	'city/unknown-payment': {
		id: 'Tuntutan ini tidak mempunyai pembayaran dengan kuitansi {receipt} yang masih berlaku.',
		en: 'The claim has no payment with the receipt {receipt} that stands.',
	},
	'city/law-broken': {
		id: 'Hukum buku kota {law} dilanggar: {explanation}',
		en: "The law of the city's book {law} would be broken: {explanation}",
	},
} as const satisfies RefusalTexts;

export type CityCode = keyof typeof cityTexts;
export const refuse = refuser(cityTexts);
