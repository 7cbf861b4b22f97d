import type {Knex} from 'knex';

/**
 * The thresholds that the detectors begin with. No law that was read sets one of them, so each is
 * provisional and says what it was taken from; a later version replaces it.
 */
export async function up(knex: Knex): Promise<void> {
	await knex('detector_policies').insert(
		policies.map(([detector, severity, thresholds, reason]) => ({
			detector,
			version: 1,
			effective_from: '2013-01-01',
			severity,
			thresholds: JSON.stringify(thresholds),
			legal_basis: `Kebijakan sementara: ${reason}`,
			status: 'provisional',
		})),
	);
}

export async function down(): Promise<void> {
	throw new Error('A policy that was in force stays as it was; a later version replaces it.');
}

type Policy = readonly [
	detector: string,
	severity: 'low' | 'medium' | 'high',
	thresholds: Readonly<Record<string, number>>,
	reason: string,
];

const policies: readonly Policy[] = [
	[
		'duplicate-nik',
		'medium',
		{windowDays: 90, niksMin: 3},
		'satu NIK satu keanggotaan; banyaknya percobaan yang wajar belum ditetapkan.',
	],
	[
		'duplicate-phone',
		'medium',
		{withinMin: 4, acrossMin: 2},
		'satu telepon dipakai sekeluarga itu biasa; batasnya perkiraan.',
	],
	[
		'duplicate-address',
		'medium',
		{withinMin: 6, acrossMin: 4},
		'peminjam serumah itu biasa; batasnya perkiraan.',
	],
	[
		'never-paid-first',
		'low',
		{daysMin: 30},
		'sebulan sesudah jatuh tempo angsuran pertama; perkiraan.',
	],
	[
		'never-paid-share',
		'high',
		{daysMin: 30, loansMin: 4, sharePercentMin: 30},
		'peminjam fiktif tidak pernah membayar; bagian yang wajar belum ditetapkan.',
	],
	[
		'burst-before-report',
		'medium',
		{daysBefore: 5, historyDays: 180, historyDaysMin: 60, loansMin: 5, ratioMin: 3},
		'tiga kali kebiasaan; perkiraan.',
	],
	[
		'same-day-payments',
		'medium',
		{windowDays: 180, paymentsMin: 15, monthsMin: 3, loansMin: 4, sharePercentMin: 90},
		'bagian yang wajar belum ditetapkan.',
	],
	[
		'round-payments',
		'low',
		{windowDays: 180, paymentsMin: 10, multiple: 100000, sharePercentMin: 90},
		'hanya petunjuk; kelipatan Rp 100.000 dan bagiannya perkiraan.',
	],
	[
		'related-party-share',
		'medium',
		{loansMin: 2, sharePercentMin: 10},
		'pihak berelasi disajikan terpisah; batas bagiannya belum ditemukan dalam peraturan.',
	],
	[
		'pengurus-in-many',
		'high',
		{cooperativesMin: 2},
		'satu koperasi untuk satu kelurahan; pengurus yang sama di koperasi lain adalah benturan.',
	],
	[
		'officer-in-many',
		'medium',
		{cooperativesMin: 2},
		'satu petugas untuk satu koperasi; izin merangkap belum ditetapkan.',
	],
	[
		'fee-off-tariff',
		'high',
		{amountMin: 1},
		'biaya menurut versi produk yang disepakati, tidak lebih dan tidak kurang.',
	],
	[
		'fee-by-hand',
		'medium',
		{windowDays: 90, amountMin: 100000},
		'biaya dibukukan oleh pencairan; jumlah yang diabaikan perkiraan.',
	],
	[
		'reversals-by-person',
		'medium',
		{windowDays: 90, reversalsMin: 5, sharePercentMin: 5},
		'banyaknya koreksi yang wajar belum ditetapkan.',
	],
	[
		'backdating-by-person',
		'medium',
		{windowDays: 90, daysMin: 7, entriesMin: 5, sharePercentMin: 20},
		'pembukuan paling lambat seminggu; perkiraan.',
	],
	[
		'dormant-fund-cash',
		'medium',
		{daysMin: 90, amountMin: 10000000, sharePercentMin: 50},
		'dana untuk digulirkan; lamanya perkiraan.',
	],
	[
		'receipts-voided',
		'medium',
		{windowDays: 90, receiptsMin: 4, sharePercentMin: 10},
		'banyaknya kuitansi batal yang wajar belum ditetapkan.',
	],
	[
		'principal-not-remitted',
		'low',
		{amountMin: 100000, mediumDays: 30, highDays: 90},
		'hari setor menurut program; tingkatnya menurut hari terlambat, perkiraan.',
	],
	[
		'reversed-after-month-end',
		'low',
		{monthsBack: 3, daysBefore: 10, daysAfter: 10, loansMin: 3},
		'pembayaran akhir bulan yang dibatalkan sesudahnya; batasnya perkiraan.',
	],
	[
		'first-digits',
		'low',
		{windowDays: 365, linesMin: 300, deviationPercentMin: 1.5},
		'simpangan rata-rata 0,015 menurut Nigrini, diingat; hanya petunjuk.',
	],
];
