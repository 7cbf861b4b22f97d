import type {Knex} from 'knex';

/**
 * How the health of a cooperative is scored: sections with their weights, ratios with their bands,
 * and from how many points on a cooperative is called what. All numbers are rows with their source;
 * what was only remembered or deduced is provisional, and every report says so.
 */
export async function up(knex: Knex): Promise<void> {
	await knex.raw(tables);
	await knex.raw(laws);
	for (const policy of policies) await write(knex, policy);
	await knex.raw(rights);
}

export async function down(knex: Knex): Promise<void> {
	await knex.raw(`
		drop table score_predicates, score_bands, score_ratios, score_sections, score_policies;
		drop function scores_admit_policy(), scores_refuse_change();
	`);
}

const measures = [
	'atRisk30',
	'bookedProvision',
	'businessCosts',
	'cash',
	'coreCapital',
	'earningAssets',
	'equity',
	'financing',
	'fixedAssets',
	'fundsReceived',
	'grossSurplus',
	'income',
	'nonPerforming',
	'operatingExpenses',
	'operatingIncome',
	'requiredProvision',
	'shortLiabilities',
	'surplus',
	'totalAssets',
]
	.map((name) => `'${name}'`)
	.join(', ');

const tables = `
	-- A change of a policy is a new version from a day on; what was in force stays as it was.
	create table score_policies (
		code text not null
			constraint score_policies_code_check check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
		version integer not null constraint score_policies_version_check check (version > 0),
		effective_from date not null,
		name_id text not null,
		name_en text not null,
		legal_basis text not null,
		-- Provisional as soon as one number of it is only remembered or deduced.
		status text not null constraint score_policies_status_check
			check (status in ('in-force', 'provisional')),
		-- The rule that took its place; it is reported beside that one all the same.
		replaced_by text,
		-- The best score of a ratio.
		score_max numeric not null constraint score_policies_score_check check (score_max > 0),
		-- By which loans are classified where a ratio asks for it.
		provision_policy text not null
			constraint score_policies_provision_fkey references provision_policies (code),
		primary key (code, version),
		constraint score_policies_day_key unique (code, effective_from)
	);

	-- The parts of a policy; their weights are a hundred together.
	create table score_sections (
		policy_code text not null,
		version integer not null,
		position integer not null
			constraint score_sections_position_check check (position > 0),
		code text not null,
		name_id text not null,
		name_en text not null,
		weight numeric(9, 4) not null constraint score_sections_weight_check check (weight > 0),
		is_provisional boolean not null,
		source text not null constraint score_sections_source_check check (source <> ''),
		primary key (policy_code, version, code),
		constraint score_sections_position_key unique (policy_code, version, position),
		constraint score_sections_policy_fkey foreign key (policy_code, version)
			references score_policies (code, version)
	);

	-- What is scored: one measure of the books over another, or what a person must judge.
	create table score_ratios (
		policy_code text not null,
		version integer not null,
		section text not null,
		position integer not null constraint score_ratios_position_check check (position > 0),
		code text not null,
		name_id text not null,
		name_en text not null,
		formula_id text not null,
		formula_en text not null,
		-- Its part of the section's weight, beside the parts of the other ratios.
		share integer not null constraint score_ratios_share_check check (share > 0),
		numerator text constraint score_ratios_numerator_check check (numerator in (${measures})),
		denominator text
			constraint score_ratios_denominator_check check (denominator in (${measures})),
		needs_person boolean not null,
		is_provisional boolean not null,
		source text not null constraint score_ratios_source_check check (source <> ''),
		primary key (policy_code, version, code),
		constraint score_ratios_position_key unique (policy_code, version, section, position),
		constraint score_ratios_section_fkey foreign key (policy_code, version, section)
			references score_sections (policy_code, version, code),
		constraint score_ratios_person_check check (
			needs_person = (numerator is null) and needs_person = (denominator is null))
	);

	-- From the least value up: a value is of the first band whose bound it does not pass. The last
	-- has no bound, so that every value is of one band and of one only.
	create table score_bands (
		policy_code text not null,
		version integer not null,
		ratio text not null,
		position integer not null constraint score_bands_position_check check (position > 0),
		up_to_percent numeric(9, 4),
		includes_bound boolean not null,
		-- Null where the source's score of such a value was not found.
		score numeric,
		primary key (policy_code, version, ratio, position),
		constraint score_bands_ratio_fkey foreign key (policy_code, version, ratio)
			references score_ratios (policy_code, version, code)
	);

	-- What a cooperative is called from so many points of a hundred on, the best first.
	create table score_predicates (
		policy_code text not null,
		version integer not null,
		position integer not null constraint score_predicates_position_check check (position > 0),
		code text not null,
		name_id text not null,
		name_en text not null,
		at_least numeric(9, 4) not null
			constraint score_predicates_points_check check (at_least between 0 and 100),
		is_provisional boolean not null,
		source text not null constraint score_predicates_source_check check (source <> ''),
		primary key (policy_code, version, position),
		constraint score_predicates_policy_fkey foreign key (policy_code, version)
			references score_policies (code, version)
	);
`;

const tableNames = [
	'score_policies',
	'score_sections',
	'score_ratios',
	'score_bands',
	'score_predicates',
];

const laws = `
	-- A policy comes whole in one transaction or not at all.
	create function scores_admit_policy() returns trigger language plpgsql as $$
	begin
		if (select coalesce(sum(weight), 0) from score_sections
			where policy_code = new.code and version = new.version) <> 100 then
			perform ledger_breach('score_policies_weight', format(
				'The sections of %s/%s do not weigh a hundred.', new.code, new.version));
		end if;
		if exists (select from score_sections part
			where part.policy_code = new.code and part.version = new.version
				and not exists (select from score_ratios ratio
					where ratio.policy_code = new.code and ratio.version = new.version
						and ratio.section = part.code)) then
			perform ledger_breach('score_policies_section', format(
				'A section of %s/%s has no ratio.', new.code, new.version));
		end if;
		if exists (select from (select *, lag(up_to_percent) over ladder as before,
				lead(position) over ladder as next from score_bands
				where policy_code = new.code and version = new.version
				window ladder as (partition by ratio order by position)) band
			where (band.next is null) <> (band.up_to_percent is null)
				or band.up_to_percent <= band.before or band.score > new.score_max) then
			perform ledger_breach('score_policies_bands', format(
				'The bands of a ratio of %s/%s do not rise to an open end.', new.code, new.version));
		end if;
		if (select min(at_least) from score_predicates
				where policy_code = new.code and version = new.version) is distinct from 0
			or exists (select from (select at_least, lag(at_least) over (order by position) as better
				from score_predicates where policy_code = new.code and version = new.version) given
				where given.at_least >= given.better) then
			perform ledger_breach('score_policies_predicates', format(
				'The predicates of %s/%s do not fall to nought.', new.code, new.version));
		end if;
		return null;
	end $$;
	create constraint trigger score_policies_admit after insert on score_policies
		deferrable initially deferred for each row execute function scores_admit_policy();

	create function scores_refuse_change() returns trigger language plpgsql as $$
	begin
		perform ledger_breach('scores_append_only', format(
			'%s of %s is refused: a policy stays as it was; a later version replaces it.', tg_op,
			tg_table_name));
		return null;
	end $$;
	${tableNames
		.map(
			(table) => `
	create trigger ${table}_append_only before update or delete on ${table}
		for each row execute function scores_refuse_change();
	create trigger ${table}_never_truncated before truncate on ${table}
		for each statement execute function scores_refuse_change();`,
		)
		.join('\n')}
`;

const rights = `
	revoke all on ${tableNames.join(', ')} from public;
	grant select on ${tableNames.join(', ')} to bergulir_app;
`;

type Band = {
	readonly bound: string | null;
	readonly isIncluded: boolean;
	readonly score: string | null;
};

type Texts = readonly [id: string, en: string];

type Ratio = {
	readonly code: string;
	readonly name: Texts;
	readonly formula: Texts;
	readonly share: number;
	/** Numerator and denominator; without them a person must judge. */
	readonly of?: readonly [numerator: string, denominator: string];
	readonly bands?: readonly Band[];
	readonly isFound?: true;
	readonly source: string;
};

type Section = {
	readonly code: string;
	readonly name: Texts;
	readonly weight: number;
	readonly isFound?: true;
	readonly source: string;
	readonly ratios: readonly Ratio[];
};

type Policy = {
	readonly code: string;
	readonly name: Texts;
	readonly effectiveFrom: string;
	readonly legalBasis: string;
	readonly replacedBy?: string;
	readonly scoreMax: string;
	readonly sections: readonly Section[];
};

const below = (bound: string, score: string): Band => ({bound, isIncluded: false, score});
const upTo = (bound: string, score: string): Band => ({bound, isIncluded: true, score});
const rest = (score: string | null): Band => ({bound: null, isIncluded: false, score});

const remembered = 'Diingat; naskah resminya belum dibaca.';
// The sources name whole numbers and leave what lies between them open.
const between =
	'Nilai di antara bilangan yang disebut, dan batas yang disebut dua kelas, masuk kelas yang ' +
	'lebih buruk.';
const rememberedBands = `${remembered} ${between}`;
const questionnaire: Texts = [
	'Bagian butir kuesioner yang terpenuhi',
	'Share of the questionnaire that is fulfilled',
];
const fulfilled = (best: number): Band[] => [
	below('26', String(best / 4)),
	below('51', String(best / 2)),
	below('76', String((best * 3) / 4)),
	rest(String(best)),
];

const returns = [below('5', '25'), below('7.5', '50'), upTo('10', '75'), rest('100')];

// Every tenth of what is required, begun, is worth ten: nothing 0, up to a tenth 10, and so on.
const tenths = [
	...Array.from({length: 10}, (_, step) => upTo(String(step * 10), String(step * 10))),
	rest('100'),
];

const riskWeights =
	'Bobot risiko aset (ATMR) tidak ditemukan: setiap aset dibobot 100 % dan hanya simpanan pokok, ' +
	'simpanan wajib dan cadangan umum yang dihitung, jadi nilai ini batas bawah.';

const perdep: Policy = {
	code: 'perdep-07-2016',
	name: ['Kesehatan KSPPS (Perdep 07/2016)', 'Health of KSPPS (Perdep 07/2016)'],
	effectiveFrom: '2016-01-01',
	legalBasis:
		'Perdep Pengawasan 07/2016 (KSPPS). Kebijakan sementara: bobot aspek ditemukan; rasio, bobot ' +
		'rasio, batas dan tanggal berlaku (dipakai awal tahun 2016) diingat. Diganti Juknis Deputi ' +
		'Perkoperasian 15/2021; tetap dilaporkan karena rasio syariah penggantinya tidak ditemukan.',
	replacedBy: 'juknis-15-2021',
	scoreMax: '100',
	sections: [
		{
			code: 'permodalan',
			name: ['Permodalan', 'Capital'],
			weight: 10,
			isFound: true,
			source: 'Bobot aspek ditemukan (syariah 10).',
			ratios: [
				{
					code: 'own-capital',
					name: ['Modal sendiri terhadap total aset', 'Own capital over total assets'],
					formula: ['Ekuitas / total aset', 'Equity / total assets'],
					share: 5,
					of: ['equity', 'totalAssets'],
					source: 'Bobot diingat; batas nilainya tidak ditemukan, jadi tidak diberi nilai.',
				},
				{
					code: 'capital-adequacy',
					name: ['Kecukupan modal (CAR)', 'Capital adequacy (CAR)'],
					formula: ['Modal inti / total aset', 'Core capital / total assets'],
					share: 5,
					of: ['coreCapital', 'totalAssets'],
					bands: [below('6', '25'), upTo('7', '50'), below('8', '75'), rest('100')],
					source: `${rememberedBands} ${riskWeights}`,
				},
			],
		},
		{
			code: 'kualitas-aktiva',
			name: ['Kualitas aktiva produktif', 'Quality of earning assets'],
			weight: 20,
			isFound: true,
			source: 'Bobot aspek ditemukan (syariah 20).',
			ratios: [
				{
					code: 'npf',
					name: ['Pembiayaan bermasalah (NPF)', 'Non-performing financing (NPF)'],
					formula: [
						'Sisa pokok di luar kelas lancar / sisa pokok seluruhnya',
						'Principal outside the first class / all principal outstanding',
					],
					share: 10,
					of: ['nonPerforming', 'financing'],
					bands: [below('5', '100'), upTo('8', '75'), upTo('12', '50'), rest('25')],
					source: rememberedBands,
				},
				{
					code: 'par',
					name: ['Portofolio berisiko (PAR)', 'Portfolio at risk (PAR)'],
					formula: [
						'Sisa pokok yang telat lebih dari 30 hari / sisa pokok seluruhnya',
						'Principal of loans more than 30 days late / all principal outstanding',
					],
					share: 5,
					of: ['atRisk30', 'financing'],
					bands: [below('21', '100'), upTo('25', '75'), upTo('30', '50'), rest('25')],
					source: `${rememberedBands} Sejak hari telat ke berapa tidak ditemukan; dipakai 30 (CGAP).`,
				},
				{
					code: 'provision-cover',
					name: ['PPAP terhadap PPAPWD', 'Provision booked over provision required'],
					formula: [
						'Penyisihan dibukukan / penyisihan wajib',
						'Provision booked / provision required',
					],
					share: 5,
					of: ['bookedProvision', 'requiredProvision'],
					bands: tenths,
					source: `${remembered} Setiap sepuluh persen bernilai sepuluh sampai 100 %.`,
				},
			],
		},
		{
			code: 'manajemen',
			name: ['Manajemen', 'Management'],
			weight: 15,
			isFound: true,
			source: 'Bobot aspek ditemukan (15).',
			ratios: [
				{
					code: 'management',
					name: ['Kuesioner manajemen', 'Questionnaire on management'],
					formula: questionnaire,
					share: 1,
					source: 'Bobot aspek ditemukan; butir dan batas kuesioner tidak ditemukan.',
					isFound: true,
				},
			],
		},
		{
			code: 'efisiensi',
			name: ['Efisiensi', 'Efficiency'],
			weight: 10,
			isFound: true,
			source: 'Bobot aspek ditemukan (10).',
			ratios: [
				{
					code: 'operating-cost',
					name: ['Biaya operasional terhadap pelayanan', 'Operating cost over service'],
					formula: [
						'Beban operasional 12 bulan / pendapatan operasional 12 bulan',
						'Operating expenses / operating income, of 12 months',
					],
					share: 4,
					of: ['operatingExpenses', 'operatingIncome'],
					bands: [upTo('68', '100'), upTo('84', '75'), upTo('100', '50'), rest('25')],
					source: rememberedBands,
				},
				{
					code: 'fixed-assets',
					name: ['Aset tetap terhadap total aset', 'Fixed assets over total assets'],
					formula: ['Aset tetap bersih / total aset', 'Net fixed assets / total assets'],
					share: 4,
					of: ['fixedAssets', 'totalAssets'],
					source: 'Bobot diingat; batas nilainya tidak ditemukan, jadi tidak diberi nilai.',
				},
				{
					code: 'staff-efficiency',
					name: ['Efisiensi pelayanan staf', 'Staff efficiency'],
					formula: ['Anggota yang dilayani per staf', 'Members served by each of the staff'],
					share: 2,
					source: `${remembered} Jumlah staf tidak ada dalam buku.`,
				},
			],
		},
		{
			code: 'likuiditas',
			name: ['Likuiditas', 'Liquidity'],
			weight: 15,
			isFound: true,
			source: 'Bobot aspek ditemukan (15).',
			ratios: [
				{
					code: 'cash-ratio',
					name: ['Rasio kas', 'Cash ratio'],
					formula: ['Kas dan bank / kewajiban lancar', 'Cash and bank / short-term liabilities'],
					share: 10,
					of: ['cash', 'shortLiabilities'],
					bands: [
						below('14', '25'),
						below('21', '50'),
						below('26', '75'),
						upTo('34', '100'),
						upTo('45', '75'),
						upTo('56', '50'),
						rest('25'),
					],
					source: rememberedBands,
				},
				{
					code: 'fdr',
					name: ['Pembiayaan terhadap dana diterima (FDR)', 'Financing over funds received (FDR)'],
					formula: ['Pembiayaan / dana yang diterima', 'Financing / funds received'],
					share: 5,
					of: ['financing', 'fundsReceived'],
					bands: [below('51', '25'), below('76', '50'), upTo('100', '75'), rest('100')],
					source: rememberedBands,
				},
			],
		},
		{
			code: 'jatidiri',
			name: ['Jatidiri koperasi', 'Cooperative identity'],
			weight: 10,
			isFound: true,
			source: 'Bobot aspek ditemukan (10).',
			ratios: [
				{
					code: 'gross-participation',
					name: ['Partisipasi bruto', 'Gross participation'],
					formula: [
						'Pendapatan dari anggota / pendapatan dari anggota dan bukan anggota',
						'Income from members / income from members and others',
					],
					share: 5,
					source: `${remembered} Asal pendapatan, dari anggota atau bukan, tidak ada dalam buku.`,
				},
				{
					code: 'member-benefit',
					name: ['Promosi ekonomi anggota (PEA)', 'Economic benefit of members (PEA)'],
					formula: [
						'Manfaat ekonomi anggota / simpanan pokok dan wajib',
						'Economic benefit of members / principal and mandatory savings',
					],
					share: 5,
					source: `${remembered} Manfaat bagi anggota tidak ada dalam buku.`,
				},
			],
		},
		{
			code: 'kemandirian',
			name: ['Kemandirian dan pertumbuhan', 'Self-reliance and growth'],
			weight: 10,
			isFound: true,
			source: 'Bobot aspek ditemukan (10).',
			ratios: [
				{
					code: 'roa',
					name: ['Rentabilitas aset (ROA)', 'Return on assets (ROA)'],
					formula: ['SHU 12 bulan / total aset', 'Surplus of 12 months / total assets'],
					share: 3,
					of: ['surplus', 'totalAssets'],
					bands: returns,
					source: rememberedBands,
				},
				{
					code: 'roe',
					name: ['Rentabilitas ekuitas (ROE)', 'Return on equity (ROE)'],
					formula: ['SHU 12 bulan / ekuitas', 'Surplus of 12 months / equity'],
					share: 3,
					of: ['surplus', 'equity'],
					bands: returns,
					source: rememberedBands,
				},
				{
					code: 'self-reliance',
					name: ['Kemandirian operasional', 'Operational self-reliance'],
					formula: [
						'Pendapatan operasional 12 bulan / beban operasional 12 bulan',
						'Operating income / operating expenses, of 12 months',
					],
					share: 4,
					of: ['operatingIncome', 'operatingExpenses'],
					bands: [below('100', '25'), below('126', '50'), upTo('150', '75'), rest('100')],
					source: rememberedBands,
				},
			],
		},
		{
			code: 'prinsip-syariah',
			name: ['Prinsip syariah', 'Sharia principles'],
			weight: 10,
			isFound: true,
			source: 'Bobot aspek ditemukan (syariah 10).',
			ratios: [
				{
					code: 'sharia-compliance',
					name: ['Kepatuhan prinsip syariah', 'Sharia compliance'],
					formula: questionnaire,
					share: 1,
					source: `${remembered} Kepatuhan dinilai orang, bukan buku.`,
				},
			],
		},
	],
};

const equalParts =
	'Bagian sama besar dalam aspek ditemukan (jumlah nilai / (banyak indikator x 4)); apakah ' +
	'indikator ini lengkap, dan bahwa ia masuk aspek ini, disimpulkan.';

const juknis: Policy = {
	code: 'juknis-15-2021',
	name: ['Kertas kerja KKPKK (Juknis 15/2021)', 'KKPKK working paper (Juknis 15/2021)'],
	effectiveFrom: '2021-01-01',
	legalBasis:
		'Juknis Deputi Perkoperasian 15/2021 (KKPKK). Kebijakan sementara: sebagian besar batas ' +
		'ditemukan; bobot permodalan disimpulkan, batas predikat dan tanggal berlaku (dipakai awal ' +
		'tahun 2021) diingat.',
	scoreMax: '4',
	sections: [
		{
			code: 'tata-kelola',
			name: ['Tata kelola', 'Governance'],
			weight: 30,
			isFound: true,
			source: 'Bobot ditemukan: 30 %.',
			ratios: [
				{
					code: 'governance',
					name: ['Kuesioner tata kelola', 'Questionnaire on governance'],
					formula: questionnaire,
					share: 1,
					bands: fulfilled(4),
					isFound: true,
					source: 'Batas ditemukan: 76-100, 51-75, 26-50, 0-25.',
				},
			],
		},
		{
			code: 'profil-risiko',
			name: ['Profil risiko', 'Risk profile'],
			weight: 15,
			isFound: true,
			source: 'Bobot ditemukan: 15 %.',
			ratios: [
				{
					code: 'risk-profile',
					name: ['Kuesioner profil risiko', 'Questionnaire on the risk profile'],
					formula: questionnaire,
					share: 1,
					bands: fulfilled(4),
					source:
						'Batas kuesioner ditemukan; bahwa aspek ini dinilai dengan kuesioner disimpulkan.',
				},
			],
		},
		{
			code: 'kinerja-keuangan',
			name: ['Kinerja keuangan', 'Financial performance'],
			weight: 40,
			isFound: true,
			source: 'Bobot ditemukan: 40 %.',
			ratios: [
				{
					code: 'npf',
					name: ['Pembiayaan bermasalah', 'Non-performing financing'],
					formula: [
						'Sisa pokok di luar kelas lancar / sisa pokok seluruhnya',
						'Principal outside the first class / all principal outstanding',
					],
					share: 1,
					of: ['nonPerforming', 'financing'],
					bands: [upTo('5', '4'), below('10', '3'), upTo('15', '2'), rest('1')],
					source:
						'Sumbernya bertentangan: tabel menyebut kelas terburuk di atas 15 %, teks di ' +
						`sampingnya di atas 12 %; dipakai tabel. ${between} ${equalParts}`,
				},
				{
					code: 'provision-cover',
					name: ['PPAP terhadap PPAPWD', 'Provision booked over provision required'],
					formula: [
						'Penyisihan dibukukan / penyisihan wajib',
						'Provision booked / provision required',
					],
					share: 1,
					of: ['bookedProvision', 'requiredProvision'],
					source: `Rasio ditemukan; batas nilainya tidak, jadi tidak diberi nilai. ${equalParts}`,
				},
				{
					code: 'financing-share',
					name: ['Pembiayaan terhadap aset produktif', 'Financing over earning assets'],
					formula: ['Pembiayaan / aset produktif', 'Financing / earning assets'],
					share: 1,
					of: ['financing', 'earningAssets'],
					bands: [upTo('75', '4'), below('85', '3'), upTo('95', '2'), rest('1')],
					source: `Batas ditemukan. ${between} ${equalParts}`,
				},
				{
					code: 'bopo',
					name: ['BOPO', 'Operating expenses over operating income (BOPO)'],
					formula: [
						'Beban operasional 12 bulan / pendapatan operasional 12 bulan',
						'Operating expenses / operating income, of 12 months',
					],
					share: 1,
					of: ['operatingExpenses', 'operatingIncome'],
					bands: [below('80', '4'), below('90', '3'), upTo('100', '2'), rest('1')],
					source: `Batas ditemukan. ${between} ${equalParts}`,
				},
				{
					code: 'business-cost',
					name: ['Biaya usaha terhadap SHU kotor', 'Business costs over gross surplus'],
					formula: [
						'Biaya usaha 12 bulan / SHU kotor 12 bulan',
						'Business costs / gross surplus, of 12 months',
					],
					share: 1,
					of: ['businessCosts', 'grossSurplus'],
					bands: [below('40', '4'), below('60', '3'), upTo('80', '2'), rest('1')],
					source: `Batas ditemukan. ${between} ${equalParts}`,
				},
				{
					code: 'net-surplus',
					name: ['SHU bersih terhadap pendapatan', 'Net surplus over income'],
					formula: ['SHU 12 bulan / pendapatan 12 bulan', 'Surplus / income, of 12 months'],
					share: 1,
					of: ['surplus', 'income'],
					bands: [below('5', '1'), rest(null)],
					source: `Hanya kelas terburuk (di bawah 5 %) ditemukan. ${equalParts}`,
				},
			],
		},
		{
			code: 'permodalan',
			name: ['Permodalan', 'Capital'],
			weight: 15,
			source: 'Bobot disimpulkan: sisa sampai 100 %.',
			ratios: [
				{
					code: 'own-capital',
					name: ['Ekuitas terhadap total aset', 'Equity over total assets'],
					formula: ['Ekuitas / total aset', 'Equity / total assets'],
					share: 1,
					of: ['equity', 'totalAssets'],
					bands: [upTo('10', '1'), upTo('20', '2'), upTo('30', '3'), rest('4')],
					source: `Batas ditemukan; bobot aspek disimpulkan. ${between} ${equalParts}`,
				},
				{
					code: 'capital-adequacy',
					name: ['Kecukupan modal (CAR)', 'Capital adequacy (CAR)'],
					formula: ['Modal inti / total aset', 'Core capital / total assets'],
					share: 1,
					of: ['coreCapital', 'totalAssets'],
					source:
						'Modal yang dihitung ditemukan (urutan barisnya kacau); batas nilainya tidak, jadi ' +
						`tidak diberi nilai. ${riskWeights} ${equalParts}`,
				},
			],
		},
	],
};

const policies = [perdep, juknis];

const predicatesOf = ({code}: Policy) => {
	const isPerdep = code === perdep.code;
	return [
		['sehat', 'Sehat', 'Sound', 80, false],
		['cukup-sehat', 'Cukup sehat', 'Fairly sound', 66, isPerdep],
		['dalam-pengawasan', 'Dalam pengawasan', 'Under supervision', 51, false],
		['dalam-pengawasan-khusus', 'Dalam pengawasan khusus', 'Under special supervision', 0, false],
	] as const;
};

async function write(knex: Knex, policy: Policy): Promise<void> {
	const version = {policy_code: policy.code, version: 1};
	await knex('score_policies').insert({
		code: policy.code,
		version: 1,
		effective_from: policy.effectiveFrom,
		name_id: policy.name[0],
		name_en: policy.name[1],
		legal_basis: policy.legalBasis,
		// Of neither was everything found in the text itself.
		status: 'provisional',
		replaced_by: policy.replacedBy ?? null,
		score_max: policy.scoreMax,
		provision_policy: 'koperasi',
	});
	for (const [index, section] of policy.sections.entries()) {
		await writeSection(knex, version, section, index + 1);
	}
	await knex('score_predicates').insert(
		predicatesOf(policy).map(([code, nameId, nameEn, atLeast, isFound], index) => ({
			...version,
			position: index + 1,
			code,
			name_id: nameId,
			name_en: nameEn,
			at_least: atLeast,
			is_provisional: !isFound,
			source: isFound ? 'Ditemukan: 66 sampai di bawah 80.' : remembered,
		})),
	);
}

async function writeSection(
	knex: Knex,
	version: {readonly policy_code: string; readonly version: number},
	section: Section,
	position: number,
): Promise<void> {
	await knex('score_sections').insert({
		...version,
		position,
		code: section.code,
		name_id: section.name[0],
		name_en: section.name[1],
		weight: section.weight,
		is_provisional: !section.isFound,
		source: section.source,
	});
	await knex('score_ratios').insert(
		section.ratios.map((ratio, index) => ({
			...version,
			section: section.code,
			position: index + 1,
			code: ratio.code,
			name_id: ratio.name[0],
			name_en: ratio.name[1],
			formula_id: ratio.formula[0],
			formula_en: ratio.formula[1],
			share: ratio.share,
			numerator: ratio.of?.[0] ?? null,
			denominator: ratio.of?.[1] ?? null,
			needs_person: ratio.of === undefined,
			is_provisional: !ratio.isFound,
			source: ratio.source,
		})),
	);
	const bands = section.ratios.flatMap(({code, bands: ladder = []}) =>
		ladder.map(({bound, isIncluded, score}, index) => ({
			...version,
			ratio: code,
			position: index + 1,
			up_to_percent: bound,
			includes_bound: isIncluded,
			score,
		})),
	);
	if (bands.length > 0) await knex('score_bands').insert(bands);
}
