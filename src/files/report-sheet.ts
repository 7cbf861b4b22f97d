import type {Language} from '../kernel/errors.ts';
import {localDate} from '../kernel/local-date.ts';
import {dateInWords, momentInWords} from '../kernel/wording.ts';
import type {Fact, Heading, Reader, Sheet, Table} from './sheet.ts';

type Named = {readonly code: string; readonly name: string};

/** What reports state of themselves; not every one has all of it. */
export type ReportMeta = {
	readonly report: string;
	readonly book?: Named | null;
	readonly region?: Named | null;
	readonly from?: string | null;
	readonly asOf: string;
	readonly knownAt?: string | null;
	readonly generatedAt: string;
	readonly askedBy: string;
	readonly policies?: readonly {
		readonly code: string;
		readonly legalBasis: string;
		readonly status: string;
	}[];
	readonly checkpoint?: {
		readonly sequence: number;
		readonly logRoot: string;
		readonly address: string;
	} | null;
	readonly digest?: string;
	/** Who answered, where there is a replica and it makes a difference. */
	readonly replica?:
		{readonly lagSeconds: number | null; readonly replayedUpTo: string | null} | undefined;
	/** What must not be overlooked; without it, that the first table has no row. */
	readonly notes?: readonly Heading[];
};

/** What a report adds to what they all have. */
export type Laid = {
	readonly title: Heading;
	readonly tables: Sheet['tables'];
	readonly flat?: Table;
	readonly notices?: readonly string[];
	/** Who signs it on paper; whoever keeps the books and whoever answers for them without it. */
	readonly signatures?: readonly Heading[];
};

const usualSignatures: readonly Heading[] = [
	{id: 'Disusun oleh', en: 'Prepared by'},
	{id: 'Diperiksa oleh', en: 'Checked by'},
	{id: 'Disetujui oleh', en: 'Approved by'},
];

/** A report as a sheet: its meta in words above the tables. */
export function reportSheet(meta: ReportMeta, reader: Reader, laid: Laid): Sheet {
	const {language} = reader;
	const parts = [meta.report, meta.book?.code ?? meta.region?.code, meta.asOf];
	const {checkpoint = null} = meta;
	return {
		name: parts.filter((part) => part !== undefined).join('_'),
		language,
		title: laid.title[language],
		letterhead: [meta.book?.name, meta.region?.name].filter((line) => line !== undefined),
		facts: factsOf(meta, reader),
		notices: [
			...(laid.notices ?? []),
			...provisionalNotice(meta, language),
			...(meta.notes?.map((note) => note[language]) ?? emptyNotice(laid.tables[0], language)),
		],
		writtenAt: new Date(meta.generatedAt),
		...(reader.publicUrl === undefined ? {} : {publicUrl: reader.publicUrl}),
		tables: laid.tables,
		...(laid.flat === undefined ? {} : {flat: laid.flat}),
		signatures: (laid.signatures ?? usualSignatures).map((signatory) => signatory[language]),
		...(checkpoint === null
			? {}
			: {
					proof: {
						text: `${say(language, 'Titik periksa', 'Checkpoint')} ${checkpoint.sequence}: ${checkpoint.logRoot}`,
						address: checkpoint.address,
					},
				}),
	};
}

const say = (language: Language, id: string, en: string): string => (language === 'id' ? id : en);

function factsOf(meta: ReportMeta, {language, timeZone}: Reader): Fact[] {
	const day = (text: string) => dateInWords(localDate(text), language);
	const at = (text: string) => momentInWords(new Date(text), timeZone, language);
	const {from = null, knownAt = null, policies = [], digest, replica} = meta;
	const fact = (id: string, en: string, value: string): Fact => ({
		label: say(language, id, en),
		value,
	});
	return [
		from === null
			? fact('Per tanggal', 'As of', day(meta.asOf))
			: fact('Periode', 'Period', `${day(from)} ${say(language, 's.d.', 'to')} ${day(meta.asOf)}`),
		// Not when it was printed: the same question, asked again, is the same paper.
		fact('Sebagaimana diketahui', 'As known', at(knownAt ?? meta.generatedAt)),
		...(replica === undefined
			? []
			: [fact('Dibaca dari', 'Read from', sourceOf(replica, language, at))]),
		fact('Diminta oleh', 'Asked by', meta.askedBy),
		...policies.map(({code, legalBasis}) =>
			fact(`Kebijakan ${code}`, `Policy ${code}`, legalBasis),
		),
		...(digest === undefined ? [] : [fact('Sidik laporan', 'Digest of the report', digest)]),
	];
}

function sourceOf(
	{lagSeconds, replayedUpTo}: NonNullable<ReportMeta['replica']>,
	language: Language,
	at: (text: string) => string,
): string {
	if (replayedUpTo === null || lagSeconds === null) {
		return say(language, 'server utama', 'the primary server');
	}
	const seconds = String(lagSeconds);
	return say(
		language,
		`replika, lengkap sampai ${at(replayedUpTo)} (tertinggal ${seconds} detik)`,
		`a replica, complete up to ${at(replayedUpTo)} (${seconds} s behind)`,
	);
}

/** Numbers that nobody has read in the official text yet are said to be so. */
function provisionalNotice({policies = []}: ReportMeta, language: Language): string[] {
	const codes = policies.filter(({status}) => status === 'provisional').map(({code}) => code);
	if (codes.length === 0) return [];
	const names = [...new Set(codes)].join(', ');
	return [
		say(
			language,
			`Kebijakan sementara: sebagian angka ${names} belum dibaca pada naskah resminya.`,
			`Provisional policy: numbers of ${names} are not read in the official text yet.`,
		),
	];
}

/** An empty report says that it is empty. */
const emptyNotice = ({rows}: Table, language: Language): string[] =>
	rows.length > 0 ? [] : [say(language, 'Tidak ada data.', 'There is no data.')];
