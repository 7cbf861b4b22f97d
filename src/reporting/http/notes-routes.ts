import {z} from 'zod';
import {reportSheet} from '../../files/report-sheet.ts';
import {
	type ColumnText,
	type Heading,
	type Reader,
	type Row,
	type Sheet,
	type Table,
	columnsOf,
} from '../../files/sheet.ts';
import {bookCode, date} from '../../http/fields.ts';
import {type Route, laidOut, route} from '../../http/route.ts';
import {type NoteName, type NotesWork, kindName, readNotes} from '../index.ts';
import {type NotesAnswer, notesAnswer, presentNotes} from './notes-contract.ts';
import {axesQuery} from './schemas.ts';

const headings: Readonly<Record<NoteName, Heading>> = {
	cash: {id: 'Kas dan bank', en: 'Cash and bank'},
	receivables: {id: 'Piutang dan pembiayaan menurut akad', en: 'Receivables by akad'},
	investment: {id: 'Investasi dana bergulir per dana', en: 'Revolving fund per fund'},
	provision: {id: 'Mutasi penyisihan', en: 'Movement of the provision'},
	claims: {id: 'Tuntutan ganti rugi per dana', en: 'Claims (TGR) per fund'},
	'city-debt': {id: 'Kewajiban kepada kota per dana', en: 'Owed to the city per fund'},
	equity: {id: 'Mutasi ekuitas', en: 'Movement of equity'},
	benevolence: {id: 'Dana zakat, infak dan kebajikan', en: 'Zakat, infak and benevolence'},
};

const classesHeading: Heading = {
	id: 'Pembiayaan menurut kelas kolektibilitas',
	en: 'Loans by class of collectibility',
};

const columns: readonly ColumnText[] = [
	['note', 'text', 'Catatan', 'Note'],
	['account', 'text', 'Akun', 'Account'],
	['name', 'text', 'Nama', 'Name'],
	['of', 'text', 'Rincian', 'Of'],
	['opening', 'amount', 'Saldo awal', 'Opening'],
	['increase', 'amount', 'Penambahan', 'Increase'],
	['decrease', 'amount', 'Pengurangan', 'Decrease'],
	['closing', 'amount', 'Saldo akhir', 'Closing'],
];

const classColumns: readonly ColumnText[] = [
	['policy', 'text', 'Kebijakan', 'Policy'],
	['name', 'text', 'Kelas', 'Class'],
	['loans', 'count', 'Pembiayaan', 'Loans'],
	['principal', 'amount', 'Sisa pokok', 'Principal'],
	['provision', 'amount', 'Penyisihan wajib', 'Required provision'],
	['netRealisableValue', 'amount', 'Nilai bersih', 'Net realisable value'],
];

function layRow(row: NotesAnswer['rows'][number], {language}: Reader): Row {
	const fund = row.agreement === null ? row.fund : `${row.agreement} (${row.kelurahan})`;
	return {
		note: headings[row.note][language],
		account: row.account,
		name: language === 'id' ? row.nameId : row.nameEn,
		of: row.kind === null ? fund : kindName(row.kind, language),
		opening: row.opening,
		increase: row.increase,
		decrease: row.decrease,
		closing: row.closing,
	};
}

function layClasses({classes}: NotesAnswer, {language}: Reader): Table[] {
	if (classes.length === 0) return [];
	return [
		{
			heading: classesHeading[language],
			columns: columnsOf(classColumns, language),
			rows: classes.map((one) => ({
				policy: one.policy,
				name: language === 'id' ? one.nameId : one.nameEn,
				loans: one.loans,
				principal: one.principal,
				provision: one.provision,
				netRealisableValue: one.netRealisableValue,
			})),
		},
	];
}

export function layNotes(answer: NotesAnswer, reader: Reader): Sheet {
	const {meta, rows, totals} = answer;
	const {language} = reader;
	const total = language === 'id' ? 'Jumlah' : 'Total';
	const laid = columnsOf(columns, language);
	const tables = totals.map(({note, ...sums}): Table => {
		const own = rows.filter((row) => row.note === note);
		return {
			heading: headings[note][language],
			columns: laid.slice(1),
			rows: own.map((row) => layRow(row, reader)),
			links: own.map(({links}) => links),
			totals: [{row: {account: total, ...sums}, isSum: true}],
		};
	});
	const [first, ...others] = [...tables, ...layClasses(answer, reader)];
	return reportSheet(meta, reader, {
		title: {
			id: 'Catatan atas Laporan Keuangan (CALK)',
			en: 'Notes to the Financial Statements',
		},
		tables: [first!, ...others],
		flat: {columns: laid, rows: rows.map((row) => layRow(row, reader))},
	});
}

export const notesRoute: Route<NotesWork> = route({
	kind: 'read',
	method: 'GET',
	path: '/v1/reports/notes',
	permission: 'report:read',
	tag: 'reports',
	summary: 'The tables of the notes to the financial statements (CALK) for a period.',
	description:
		'Cash, receivables by akad and by class, the movement of the provision, what is owed to the ' +
		"city per fund, equity, benevolence; of the city's book its investment per fund. Each table " +
		'adds up to its accounts in the balance sheet.',
	query: z.strictObject({
		book: bookCode(),
		from: date().meta({description: 'The first day of the period.'}),
		...axesQuery,
	}),
	status: 200,
	...laidOut(notesAnswer, layNotes),
	handle: async (work: NotesWork, {query}) => {
		const axes = {
			from: query.from,
			asOf: query.asOf ?? work.today(),
			...(query.knownAt === undefined ? {} : {knownAt: new Date(query.knownAt)}),
		};
		const notes = await readNotes(work, query.book, axes);
		return {body: await presentNotes(work, query.book, axes, notes)};
	},
});
