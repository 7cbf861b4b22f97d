import type {z} from 'zod';
import {reportSheet} from '../../files/report-sheet.ts';
import {
	type Column,
	type ColumnText,
	type Heading,
	type Reader,
	type Row,
	type Sheet,
	type Table,
	columnsOf,
} from '../../files/sheet.ts';
import type {Language} from '../../kernel/errors.ts';
import type {fundHealthAnswer, healthRowAnswer} from './fund-health-contract.ts';

type Answer = z.output<typeof fundHealthAnswer>;
type HealthRow = z.output<typeof healthRowAnswer>;

const places: readonly ColumnText[] = [
	['name', 'text', 'Wilayah', 'Region'],
	['region', 'text', 'Kode', 'Code'],
	['level', 'text', 'Tingkat', 'Level'],
];

// In the order in which they are read: the fund's life, its cash, its loans, their lateness.
export const figures: readonly ColumnText[] = [
	['ceiling', 'amount', 'Pagu', 'Ceiling'],
	['allocated', 'amount', 'Alokasi', 'Allocated'],
	['tranchesReceived', 'amount', 'Dana diterima', 'Tranches received'],
	['principalDueToCity', 'amount', 'Pokok jatuh tempo ke kota', 'Principal due to the city'],
	['remitted', 'amount', 'Disetor', 'Remitted'],
	['returned', 'amount', 'Dikembalikan', 'Returned'],
	['overdueToCity', 'amount', 'Tunggakan ke kota', 'Overdue to the city'],
	['principalCollected', 'amount', 'Pokok tertagih', 'Principal collected'],
	['collectedNotRemitted', 'amount', 'Tertagih belum disetor', 'Collected, not remitted'],
	['notRemittedDays', 'count', 'Umur belum disetor (hari)', 'Not remitted for (days)'],
	['cashAndBank', 'amount', 'Kas dan bank', 'Cash and bank'],
	['beforeSale', 'amount', 'Barang dan uang muka pembelian', 'Before the sale'],
	['downPayments', 'amount', 'Uang muka anggota', 'Down payments'],
	['outstandingPrincipal', 'amount', 'Sisa pokok', 'Outstanding principal'],
	['activeLoans', 'count', 'Pembiayaan aktif', 'Active loans'],
	['borrowers', 'count', 'Peminjam', 'Borrowers'],
	['womenBorrowers', 'count', 'Peminjam perempuan', 'Women borrowers'],
	['disbursed', 'amount', 'Dicairkan', 'Disbursed'],
	['principalDueFromMembers', 'amount', 'Pokok jatuh tempo', 'Principal due'],
	['principalOverdue', 'amount', 'Pokok menunggak', 'Principal overdue'],
	['atRisk1', 'amount', 'Sisa pokok telat >= 1 hari', 'At risk, 1 day'],
	['atRisk30', 'amount', 'Sisa pokok telat > 30 hari', 'At risk, 30 days'],
	['atRisk60', 'amount', 'Sisa pokok telat > 60 hari', 'At risk, 60 days'],
	['atRisk90', 'amount', 'Sisa pokok telat > 90 hari', 'At risk, 90 days'],
	['restructured', 'amount', 'Direstrukturisasi', 'Restructured'],
	['atRisk30Restructured', 'amount', 'Telat > 30 hari atau direstrukturisasi', 'At risk or eased'],
	['writtenOffYear', 'amount', 'Hapus buku 12 bulan', 'Written off, 12 months'],
	['recoveredYear', 'amount', 'Pemulihan 12 bulan', 'Recovered, 12 months'],
	['claims', 'amount', 'Tuntutan ganti rugi', 'Claims (TGR)'],
	['turnover', 'ratio', 'Perputaran', 'Turnover'],
	['idleShare', 'ratio', 'Dana menganggur', 'Idle share'],
	['repaymentRate', 'ratio', 'Tingkat pengembalian', 'Repayment rate'],
	['arrearsRatio', 'ratio', 'Rasio tunggakan', 'Arrears ratio'],
	['par1', 'ratio', 'PAR 1', 'PAR 1'],
	['par30', 'ratio', 'PAR 30', 'PAR 30'],
	['par60', 'ratio', 'PAR 60', 'PAR 60'],
	['par90', 'ratio', 'PAR 90', 'PAR 90'],
	['par30Restructured', 'ratio', 'PAR 30 dengan restrukturisasi', 'PAR 30 with restructured'],
	['remittanceRate', 'ratio', 'Tingkat penyetoran', 'Remittance rate'],
	['womenShare', 'ratio', 'Bagian perempuan', 'Share of women'],
	['operatingSelfSufficiency', 'ratio', 'Kemandirian operasional', 'Self-sufficiency (OSS)'],
	['grade', 'text', 'Penilaian', 'Grade'],
	['reasons', 'text', 'Alasan penilaian', 'Reasons of the grade'],
];

const levels: Readonly<Record<string, Heading>> = {
	village: {id: 'Kelurahan', en: 'Kelurahan'},
	district: {id: 'Kecamatan', en: 'Kecamatan'},
	regency: {id: 'Kota', en: 'City'},
	province: {id: 'Provinsi', en: 'Province'},
	programme: {id: 'Program', en: 'Programme'},
	whole: {id: 'Seluruhnya', en: 'All'},
};

const grades: Readonly<Record<string, Heading>> = {
	sound: {id: 'Baik', en: 'Sound'},
	watch: {id: 'Perlu diawasi', en: 'Watch'},
	serious: {id: 'Serius', en: 'Serious'},
};

const measures: Readonly<Record<string, Heading>> = {
	par30Restructured: {id: 'PAR 30 dengan restrukturisasi', en: 'PAR 30 with restructured'},
	remittanceRate: {id: 'Tingkat penyetoran', en: 'Remittance rate'},
	notRemittedDays: {id: 'Umur belum disetor (hari)', en: 'Not remitted for (days)'},
	preservedShare: {id: 'Keutuhan dana', en: 'Share preserved'},
	operatingSelfSufficiency: {id: 'Kemandirian operasional', en: 'Self-sufficiency (OSS)'},
};

type Valuation = HealthRow['valuations'][number];

/** Columns of what each policy says, under the name of the policy. */
export const valuationColumns = (valuations: readonly Valuation[], language: Language): Column[] =>
	valuations.flatMap(({policy}) =>
		columnsOf(
			[
				[`provision.${policy}`, 'amount', `Penyisihan ${policy}`, `Provision ${policy}`],
				[
					`netRealisableValue.${policy}`,
					'amount',
					`Nilai bersih (NRV) ${policy}`,
					`Net realisable value ${policy}`,
				],
				[
					`fundPreservation.${policy}`,
					'ratio',
					`Keutuhan dana ${policy}`,
					`Fund preservation ${policy}`,
				],
				[
					`preservedShare.${policy}`,
					'ratio',
					`Keutuhan dengan setoran ${policy}`,
					`Preserved with remitted ${policy}`,
				],
			],
			language,
		),
	);

const flatValuations = (valuations: readonly Valuation[]): Row =>
	Object.fromEntries(
		valuations.flatMap(({policy, ...one}) => [
			[`provision.${policy}`, one.provision],
			[`netRealisableValue.${policy}`, one.netRealisableValue],
			[`fundPreservation.${policy}`, one.fundPreservation],
			[`preservedShare.${policy}`, one.preservedShare],
		]),
	);

const reasonInWords = (
	{measure, value, side, bound}: NonNullable<HealthRow['graded']>['reasons'][number],
	language: Language,
): string => {
	const name = measures[measure]?.[language] ?? measure;
	const sides = {above: {id: 'di atas', en: 'above'}, below: {id: 'di bawah', en: 'below'}};
	return `${name} ${value} ${sides[side][language]} ${bound}`;
};

/** A row in cells, without what a file has no column for. */
export const flat = (
	{sums, ratios, valuations, graded, operations: _, ...row}: HealthRow,
	language: Language,
): Row => ({
	...row,
	...sums,
	...ratios,
	...flatValuations(valuations),
	level: levels[row.level]?.[language] ?? row.level,
	grade: graded ? (grades[graded.grade]?.[language] ?? graded.grade) : null,
	reasons: graded?.reasons.map((reason) => reasonInWords(reason, language)).join('; ') ?? null,
});

const classColumns: readonly ColumnText[] = [
	['policy', 'text', 'Kebijakan', 'Policy'],
	['class', 'text', 'Kelas', 'Class'],
	['loans', 'count', 'Pembiayaan', 'Loans'],
	['principal', 'amount', 'Sisa pokok', 'Principal'],
	['provision', 'amount', 'Penyisihan', 'Provision'],
];

/** The loans of the whole by class, under each policy. */
const layClasses = ({valuations}: HealthRow, language: Language): Table => ({
	heading: language === 'id' ? 'Kolektibilitas dan penyisihan' : 'Collectibility and provision',
	columns: columnsOf(classColumns, language),
	rows: valuations.flatMap(({policy, version, classes}) =>
		classes.map(({nameId, nameEn, loans, principal, provision}) => ({
			policy: `${policy}/${version}`,
			class: language === 'id' ? nameId : nameEn,
			loans,
			principal,
			provision,
		})),
	),
});

/** Fund health: the rows first; below them every level above, programmes, and the whole. */
export function layFundHealth(answer: Answer, reader: Reader): Sheet {
	const {language} = reader;
	const columns = [
		...columnsOf([...places, ...figures], language),
		...valuationColumns(answer.totals.valuations, language),
	];
	const above = [...answer.kecamatan, ...answer.cities, ...answer.provinces, ...answer.programmes];
	const sums = above.map((row) => ({row: flat(row, language), isSum: false}));
	const whole = {...flat(answer.totals, language), name: language === 'id' ? 'Jumlah' : 'Total'};
	return reportSheet(answer.meta, reader, {
		title: {id: 'Kesehatan Dana Bergulir per Kelurahan', en: 'Health of the Revolving Fund'},
		tables: [
			{
				columns,
				rows: answer.rows.map((row) => flat(row, language)),
				links: answer.rows.map(({funds: [statement]}) =>
					statement === undefined ? {} : {name: statement},
				),
				totals: [...sums, {row: whole, isSum: true}],
			},
			layClasses(answer.totals, language),
		],
		...(answer.mirror !== null && !answer.mirror.isBalanced
			? {notices: [partedNotice(answer.mirror.difference, language)]}
			: {}),
	});
}

const partedNotice = (difference: string, language: Language): string =>
	language === 'id'
		? `Buku kota dan buku koperasi berbeda Rp ${difference}; selisih ini harus dijelaskan.`
		: `The city's book and the cooperatives' differ by Rp ${difference}, which must be explained.`;
