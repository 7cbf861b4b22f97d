import type {Knex} from 'knex';

/**
 * The policies by which a member's loan is classified, each number with where it is from. What was
 * only remembered or assumed is provisional, and every report that used it says so.
 */
export async function up(knex: Knex): Promise<void> {
	for (const policy of policies) await write(knex, policy);
}

export async function down(): Promise<void> {
	throw new Error('A policy that was in force stays as it was; a later version replaces it.');
}

type Measure = 'days' | 'months' | 'missed';

type Class = {
	readonly code: string;
	readonly nameId: string;
	readonly nameEn: string;
	readonly percentage: string;
	readonly deducts?: true;
	readonly collateralPercentMin?: string;
	readonly source: string;
};

type Ladder = {
	readonly frequencies: readonly string[];
	readonly measure: Measure;
	/** The upper bound of every class but the last. */
	readonly upTo: readonly number[];
	readonly isFound?: true;
	readonly source: string;
};

type Policy = {
	readonly code: string;
	readonly nameId: string;
	readonly nameEn: string;
	readonly effectiveFrom: string;
	readonly legalBasis: string;
	readonly classes: readonly Class[];
	readonly ladders: readonly Ladder[];
};

const lancar = {code: 'lancar', nameId: 'Lancar', nameEn: 'Current'};
const special = {
	code: 'dalam-perhatian-khusus',
	nameId: 'Dalam perhatian khusus',
	nameEn: 'Special mention',
};
const substandard = {code: 'kurang-lancar', nameId: 'Kurang lancar', nameEn: 'Substandard'};
const doubtful = {code: 'diragukan', nameId: 'Diragukan', nameEn: 'Doubtful'};
const macet = {code: 'macet', nameId: 'Macet', nameEn: 'Loss'};

const everyFrequency = [
	'daily',
	'weekly',
	'monthly',
	'quarterly',
	'six-monthly',
	'bullet',
	'seasonal',
];

const remembered = 'Diingat; naskah resminya belum dibaca.';

// The age of the fund in years; from the due date until the official text is found.
const permendagri: Policy = {
	code: 'permendagri-73',
	nameId: 'Permendagri 73/2015, pengelola menilai peminjam akhir',
	nameEn: 'Permendagri 73/2015, the manager rates the end borrower',
	effectiveFrom: '2015-01-01',
	legalBasis:
		'Permendagri 73/2015 Pasal 11. Kebijakan sementara: batas umur, persentase, hari mulai ' +
		'dihitung (dipakai jatuh tempo) dan tanggal berlaku (dipakai awal tahunnya) belum dibaca ' +
		'pada naskah resmi.',
	classes: [
		{...lancar, percentage: '0.5', source: remembered},
		{...substandard, percentage: '10', deducts: true, source: remembered},
		{...doubtful, percentage: '50', deducts: true, source: remembered},
		{...macet, percentage: '100', deducts: true, source: remembered},
	],
	ladders: [
		{
			frequencies: everyFrequency,
			measure: 'months',
			upTo: [12, 36, 60],
			source: 'Umur sampai 1, 3 dan 5 tahun; diingat dengan ragu, dihitung sejak jatuh tempo.',
		},
	],
};

// Doubtful is what can still be rescued and is covered by collateral for 75 % of the debt, for 21
// months; without such collateral whatever is beyond substandard is loss.
const koperasi: Policy = {
	code: 'koperasi',
	nameId: 'Koperasi simpan pinjam (PPAPWD)',
	nameEn: 'Savings-and-loan cooperatives (PPAPWD)',
	effectiveFrom: '2016-01-01',
	legalBasis:
		'Penilaian kesehatan KSP/KSPPS, Perdep 06/2016 dan 07/2016, Juknis Deputi Perkoperasian ' +
		'15/2021. Kebijakan sementara: nama kelas ditemukan; batas, persentase dan tanggal berlaku ' +
		'(dipakai awal tahun 2016) diingat.',
	classes: [
		{...lancar, percentage: '0.5', source: remembered},
		{...substandard, percentage: '10', deducts: true, source: remembered},
		{
			...doubtful,
			percentage: '50',
			deducts: true,
			collateralPercentMin: '75',
			source: 'Masih dapat diselamatkan dan agunan paling sedikit 75 persen utang; diingat.',
		},
		{...macet, percentage: '100', deducts: true, source: remembered},
	],
	ladders: [
		{
			frequencies: ['daily', 'weekly'],
			measure: 'months',
			upTo: [1, 2, 23],
			source: 'Angsuran di bawah sebulan: sampai 1, lebih dari 1 sampai 2 bulan; lalu 21 bulan.',
		},
		{
			frequencies: ['monthly', 'quarterly'],
			measure: 'months',
			upTo: [3, 6, 27],
			source: 'Bulanan sampai tiga bulanan: sampai 3, lebih dari 3 sampai 6 bulan; lalu 21 bulan.',
		},
		{
			frequencies: ['six-monthly'],
			measure: 'months',
			upTo: [6, 12, 33],
			source: 'Enam bulanan atau lebih: sampai 6, lebih dari 6 sampai 12 bulan; lalu 21 bulan.',
		},
		{
			frequencies: ['bullet'],
			measure: 'months',
			upTo: [0, 3, 24],
			source: 'Sekaligus: sampai jatuh tempo, lalu sampai 3 bulan sesudahnya; lalu 21 bulan.',
		},
		{
			frequencies: ['seasonal'],
			measure: 'months',
			upTo: [3, 6, 27],
			source: 'Musiman tidak disebut; dianggap seperti angsuran sampai tiga bulanan.',
		},
	],
};

const foundInAnnex = 'POJK 62/2015 Lampiran III.';
const asMonthly = 'Tidak disebut dalam Lampiran III; dianggap seperti angsuran bulanan.';

const pojk62: Policy = {
	code: 'pojk-62',
	nameId: 'POJK 62/2015, tiga kelas',
	nameEn: 'POJK 62/2015, three classes',
	effectiveFrom: '2015-01-01',
	legalBasis:
		'POJK 62/2015 Lampiran III. Batas ditemukan untuk harian, mingguan, bulanan atau selapanan, ' +
		'dan musiman. Kebijakan sementara: persentase penyisihan (lancar 0, atau 0,5-1 persen), ' +
		'frekuensi lain, agunan (tidak dikurangkan) dan tanggal berlaku (dipakai awal tahunnya).',
	classes: [
		{...lancar, percentage: '0', source: 'Diingat dengan ragu: 0, atau 0,5-1 persen.'},
		{...doubtful, percentage: '50', source: remembered},
		{...macet, percentage: '100', source: remembered},
	],
	ladders: [
		{
			frequencies: ['daily'],
			measure: 'days',
			upTo: [4, 8],
			isFound: true,
			source: `${foundInAnnex} Sampai 4 hari; 5 sampai 8 hari.`,
		},
		{
			frequencies: ['weekly'],
			measure: 'days',
			upTo: [28, 56],
			isFound: true,
			source: `${foundInAnnex} Sampai 4 minggu; 5 sampai 8 minggu.`,
		},
		{
			frequencies: ['monthly'],
			measure: 'months',
			upTo: [3, 9],
			isFound: true,
			source: `${foundInAnnex} Sampai 3 bulan; lebih dari 3 sampai 9 bulan.`,
		},
		{
			frequencies: ['quarterly', 'six-monthly', 'bullet'],
			measure: 'months',
			upTo: [3, 9],
			source: asMonthly,
		},
		{
			frequencies: ['seasonal'],
			measure: 'missed',
			upTo: [1, 2],
			isFound: true,
			source: `${foundInAnnex} Satu kali; dua kali tidak membayar.`,
		},
	],
};

const bandsNotFound = 'Batas tidak ditemukan; sementara membagi batas POJK 62/2015.';
const percentageNotFound = 'Persentase tidak ditemukan; sementara seperti praktik Kupedes BRI.';

const pojk41: Policy = {
	code: 'pojk-41-2024',
	nameId: 'POJK 41/2024, lima kelas',
	nameEn: 'POJK 41/2024, five classes',
	effectiveFrom: '2024-12-27',
	legalBasis:
		'POJK 41/2024 Pasal 106: lima kelas menurut ketepatan pembayaran. Kebijakan sementara: batas ' +
		'hari dan persentase penyisihannya tidak ditemukan; dipakai pembagian batas POJK 62/2015 dan ' +
		'persentase praktik Kupedes BRI, tanpa pengurangan agunan.',
	classes: [
		{...lancar, percentage: '1', source: percentageNotFound},
		{...special, percentage: '5', source: percentageNotFound},
		{...substandard, percentage: '15', source: percentageNotFound},
		{...doubtful, percentage: '50', source: percentageNotFound},
		{...macet, percentage: '100', source: percentageNotFound},
	],
	ladders: [
		{frequencies: ['daily'], measure: 'days', upTo: [2, 4, 6, 8], source: bandsNotFound},
		{frequencies: ['weekly'], measure: 'days', upTo: [14, 28, 42, 56], source: bandsNotFound},
		{
			frequencies: ['monthly', 'quarterly', 'six-monthly', 'bullet'],
			measure: 'months',
			upTo: [1, 3, 6, 9],
			source: bandsNotFound,
		},
		{frequencies: ['seasonal'], measure: 'missed', upTo: [0, 1, 1, 2], source: bandsNotFound},
	],
};

const policies = [permendagri, koperasi, pojk62, pojk41];

async function write(knex: Knex, policy: Policy): Promise<void> {
	const {code, nameId, nameEn, effectiveFrom, legalBasis, classes, ladders} = policy;
	const version = {policy_code: code, version: 1};
	await knex('provision_policies').insert({code, name_id: nameId, name_en: nameEn});
	await knex('provision_policy_versions').insert({
		...version,
		effective_from: effectiveFrom,
		legal_basis: legalBasis,
		// Of none were all percentages found in the text itself.
		status: 'provisional',
	});
	await knex('provision_classes').insert(
		classes.map((one, index) => ({
			...version,
			position: index + 1,
			code: one.code,
			name_id: one.nameId,
			name_en: one.nameEn,
			percentage: one.percentage,
			deducts_collateral: one.deducts ?? false,
			collateral_percent_min: one.collateralPercentMin ?? null,
			is_provisional: true,
			source: one.source,
		})),
	);
	await knex('provision_bands').insert(
		ladders.flatMap(({frequencies, measure, upTo, isFound, source}) =>
			frequencies.flatMap((frequency) =>
				upTo.map((bound, index) => ({
					...version,
					frequency,
					position: index + 1,
					measure,
					up_to: bound,
					is_provisional: !isFound,
					source,
				})),
			),
		),
	);
}
