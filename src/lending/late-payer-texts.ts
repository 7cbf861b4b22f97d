import type {RefusalTexts} from '../kernel/errors.ts';

/** The refusals of what is done about late payers, and of what secures a loan. */
export const latePayerTexts = {
	'lending/not-happened-yet': {
		id: 'Tanggal {date} belum tiba; paling akhir {today}.',
		en: 'The date {date} is in the future; the latest is {today}.',
	},
	'lending/not-wilful': {
		id: 'Anggota yang tidak mampu atau tertimpa keadaan memaksa tidak dikenai {kind} (Fatwa DSN-MUI {fatwa}); hanya yang mampu dan sengaja menunda.',
		en: 'A member who is unable or met with force majeure is charged no {kind} (DSN-MUI fatwa {fatwa}); only one who is able and delays on purpose.',
	},
	'lending/no-late-fine': {
		id: 'Denda keterlambatan tidak disepakati pada pembiayaan nomor {number}; hanya produk dengan lateFine yang mengenakannya (Fatwa DSN-MUI 17/2000).',
		en: 'No late fine was agreed for loan {number}; only a product with a lateFine has one (DSN-MUI fatwa 17/2000).',
	},
	'lending/loan-not-late': {
		id: 'Pembiayaan nomor {number} tidak menunggak pada {date}.',
		en: 'Loan {number} is not late on {date}.',
	},
	'lending/tazir-charged-already': {
		id: 'Setiap angsuran pembiayaan nomor {number} yang menunggak pada {date} sudah dikenai denda; satu angsuran didenda sekali.',
		en: 'Every instalment of loan {number} that is late on {date} was fined already; an instalment is fined once.',
	},
	'lending/tawidh-above-costs': {
		id: "Ta'widh {amount} melebihi biaya riil {costs} (Fatwa DSN-MUI 43/2004); tagih paling banyak biaya itu.",
		en: "A ta'widh of {amount} is more than the real cost of {costs} (DSN-MUI fatwa 43/2004); claim that at most.",
	},
	'lending/cost-after-claim': {
		id: 'Biaya {document} tanggal {date} belum terjadi pada {claimedOn}; hanya biaya yang sudah dikeluarkan yang ditagih.',
		en: 'The cost {document} of {date} had not been spent on {claimedOn}; only what was spent is claimed.',
	},
	'lending/cost-not-of-lateness': {
		id: 'Pembiayaan tidak menunggak pada {date}, tanggal biaya {document}; hanya biaya akibat tunggakan yang ditagih (Fatwa DSN-MUI 129/2019).',
		en: 'The loan was not late on {date}, the day of the cost {document}; only costs of the default are claimed (DSN-MUI fatwa 129/2019).',
	},
	'lending/cost-claimed-already': {
		id: 'Satu bukti biaya di antaranya sudah ditagih; setiap bukti ditagih sekali.',
		en: 'One of these documents of cost was claimed already; each is claimed once.',
	},
	'lending/unknown-late-charge': {
		id: 'Pembiayaan nomor {number} tidak mempunyai tagihan keterlambatan {charge}.',
		en: 'Loan {number} has no late charge {charge}.',
	},
	'lending/late-charge-ended': {
		id: 'Tagihan keterlambatan {charge} berstatus {state}; langkah ini membutuhkan status {wanted}.',
		en: 'Late charge {charge} is {state}; this step needs it to be {wanted}.',
	},
	'lending/before-late-charge': {
		id: 'Tanggal {date} mendahului tagihan {chargedOn}; paling awal tanggal itu.',
		en: 'The date {date} is before the charge of {chargedOn}; that is the earliest.',
	},
	'lending/waiver-same-person': {
		id: '{person} yang mengenakan tagihan ini; yang menghapusnya harus orang lain.',
		en: '{person} made this charge; another person must waive it.',
	},
	'lending/promise-before-given': {
		id: 'Janji bayar {date} mendahului tanggal janji {promisedOn}.',
		en: 'The payment promised for {date} is before the promise of {promisedOn}.',
	},
	'lending/promise-above-owed': {
		id: 'Janji bayar {amount} melebihi sisa kewajiban {owed}; catat paling banyak sisa itu.',
		en: 'The promise of {amount} is more than the {owed} owed; record that at most.',
	},
	'lending/letters-sent': {
		id: 'Tiga surat tagihan sudah dikirim atas tunggakan sejak {since}; yang terakhir pada {date}.',
		en: 'Three demand letters have been sent since the loan became late on {since}; the last on {date}.',
	},
	'lending/letter-before-last': {
		id: 'Surat tanggal {date} mendahului surat terakhir tanggal {last}.',
		en: 'The letter of {date} is before the last one of {last}.',
	},
	'lending/unknown-collateral': {
		id: 'Pembiayaan nomor {number} tidak mempunyai agunan {collateral}.',
		en: 'Loan {number} has no collateral {collateral}.',
	},
	'lending/collateral-too-late': {
		id: 'Pembiayaan nomor {number} berstatus {status}; agunan diterima sebelum pencairan atau selama pembiayaan berjalan.',
		en: 'Loan {number} is {status}; collateral is taken before it is disbursed or while it runs.',
	},
	'lending/collateral-pledged': {
		id: 'Dokumen {document} masih menjadi agunan suatu pembiayaan; lepaskan dahulu.',
		en: 'The document {document} secures a loan still; release it first.',
	},
	'lending/collateral-released': {
		id: 'Agunan {collateral} sudah dikembalikan pada {date}.',
		en: 'Collateral {collateral} was given back on {date}.',
	},
	'lending/collateral-not-free': {
		id: 'Pembiayaan nomor {number} berstatus {status} dengan sisa kewajiban {owed}; agunannya kembali setelah lunas, atau dengan alasan oleh penyelia.',
		en: 'Loan {number} is {status} and owes {owed}; its collateral is given back once it is settled, or for a reason by a supervisor.',
	},
	'lending/before-collateral-taken': {
		id: 'Tanggal {date} mendahului penerimaan agunan pada {takenOn}.',
		en: 'The date {date} is before the collateral was taken on {takenOn}.',
	},
	'lending/schedule-fees-too-high': {
		id: 'Biaya {fees} pada pencairan harus kurang dari pokok {principal}.',
		en: 'The fees of {fees} at disbursement must be below the principal of {principal}.',
	},
} as const satisfies RefusalTexts;

export type LatePayerCode = keyof typeof latePayerTexts;
