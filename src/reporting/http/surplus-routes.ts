import {z} from 'zod';
import {reportSheet} from '../../files/report-sheet.ts';
import {
	type ColumnText,
	type Heading,
	type Reader,
	type Row,
	type Sheet,
	columnsOf,
} from '../../files/sheet.ts';
import {bookCode, countText} from '../../http/fields.ts';
import {type Route, laidOut, route} from '../../http/route.ts';
import {fill} from '../../kernel/errors.ts';
import {coversBook} from '../../kernel/scope.ts';
import {type SurplusReportWork, type SurplusState, readSurplusReport} from '../index.ts';
import {reportTitles} from './report-titles.ts';
import {axesQuery, toAxes} from './schemas.ts';
import {type SurplusAnswer, presentSurplus, surplusAnswer} from './surplus-contract.ts';

const states: Readonly<Record<SurplusState, Heading>> = {
	'not-closed': {id: 'Tahun {year} belum ditutup.', en: 'The year {year} is not closed.'},
	'not-distributed': {
		id: 'SHU tahun {year} belum dibagi.',
		en: 'The surplus of {year} is not distributed yet.',
	},
	loss: {
		id: 'Tahun {year} rugi; kerugian tidak dibagi.',
		en: 'The year {year} has a loss, which is not distributed.',
	},
	distributed: {
		id: 'SHU tahun {year} dibagi pada {date} ({document}).',
		en: 'The surplus of {year} was distributed on {date} ({document}).',
	},
};

const yearNames: Readonly<Record<'earned' | 'closed' | 'distributed', Heading>> = {
	earned: {id: 'SHU menurut perhitungan hasil usaha', en: 'Surplus by the income statement'},
	closed: {id: 'Ditutup ke 3.2.09', en: 'Closed to 3.2.09'},
	distributed: {id: 'Dibagi', en: 'Distributed'},
};

const partColumns: readonly ColumnText[] = [
	['name', 'text', 'Bagian', 'Part'],
	['percent', 'text', 'Persen', 'Per cent'],
	['account', 'text', 'Akun', 'Account'],
	['base', 'amount', 'Dasar pembagian', 'Base'],
	['amount', 'amount', 'Jumlah', 'Amount'],
];
const memberColumns: readonly ColumnText[] = [
	['memberNumber', 'count', 'Nomor anggota', 'Member number'],
	['name', 'text', 'Anggota', 'Member'],
	['savingsBase', 'amount', 'Rata-rata simpanan', 'Average savings'],
	['businessBase', 'amount', 'Jasa yang dibayar', 'Paid for loans'],
	['savingsShare', 'amount', 'Jasa simpanan', 'Share by savings'],
	['businessShare', 'amount', 'Jasa usaha', 'Share by business'],
	['amount', 'amount', 'Jumlah', 'Share'],
	['paid', 'amount', 'Dibayar', 'Paid'],
	['left', 'amount', 'Belum dibayar', 'Left'],
];
const yearColumns: readonly ColumnText[] = [
	['name', 'text', 'Uraian', 'Figure'],
	['amount', 'amount', 'Jumlah', 'Amount'],
];
const flatColumns: readonly ColumnText[] = [
	['section', 'text', 'Bagian laporan', 'Section'],
	...partColumns,
	memberColumns[0]!,
	...memberColumns.filter(([key]) => !['memberNumber', 'name', 'amount'].includes(key)),
];

/** The rows of every table, each with the columns that it has. */
function rowsOf({rows}: SurplusAnswer, {language}: Reader) {
	return {
		year: rows.year.map(({row, amount}): Row => ({name: yearNames[row][language], amount})),
		parts: rows.parts.map(({name, percent, account, base, amount}): Row => ({
			name,
			percent,
			account,
			base,
			amount,
		})),
		members: rows.members.map(({member, share, links: _, ...one}): Row => ({
			...one,
			name: member,
			amount: share,
		})),
	};
}

const nothing: Row = Object.fromEntries(flatColumns.map(([key]) => [key, null]));

export function laySurplus(answer: SurplusAnswer, reader: Reader): Sheet {
	const {meta, year, state, decision, totals} = answer;
	const {language} = reader;
	const say = (id: string, en: string) => (language === 'id' ? id : en);
	const rows = rowsOf(answer, reader);
	const total = say('Jumlah', 'Total');
	const {savingsBase, businessBase, savingsShare, businessShare, paid, left} = totals;
	const ofMembers = {savingsBase, businessBase, savingsShare, businessShare, paid, left};
	const values = {
		year: String(year),
		date: decision?.decidedOn ?? '',
		document: decision?.document ?? '',
	};
	return reportSheet(meta, reader, {
		title: reportTitles['surplus-distribution']!,
		notices: [fill(states[state][language], values)],
		tables: [
			{columns: columnsOf(yearColumns, language), rows: rows.year},
			{
				heading: say('Bagian-bagian', 'Parts'),
				columns: columnsOf(partColumns, language),
				rows: rows.parts,
				totals: [{row: {name: total, amount: totals.distributed}, isSum: true}],
			},
			{
				heading: say('Bagian anggota', "Members' shares"),
				columns: columnsOf(memberColumns, language),
				rows: rows.members,
				totals: [
					{row: {name: total, ...ofMembers, amount: totals.share}, isSum: true},
					{
						row: {
							name: say('Belum dibayar dari tahun lain', 'Left of other years'),
							left: totals.leftOfOthers,
						},
						isSum: false,
					},
					{
						row: {name: say('Saldo akun 2.4.02', 'Account 2.4.02'), left: totals.control},
						isSum: false,
					},
				],
			},
		],
		flat: {
			columns: columnsOf(flatColumns, language),
			rows: Object.entries(rows).flatMap(([section, of]) =>
				of.map((row) => ({...nothing, section, ...row})),
			),
		},
	});
}

export const surplusRoute: Route<SurplusReportWork> = route({
	kind: 'read',
	method: 'GET',
	path: '/v1/reports/surplus-distribution',
	permission: 'report:read',
	tag: 'reports',
	summary: 'The surplus (SHU) of a year and its distribution: parts, members, paid and left.',
	description:
		'By the rule of the cooperative in force on the day of its Rapat Anggota. What is closed is ' +
		'the surplus of the income statement; the parts come to it to the sen; what is left of the ' +
		'shares of members, of this year and all others, is account 2.4.02.',
	query: z.strictObject({
		book: bookCode(),
		year: countText({min: 2000, max: 2200}).meta({description: 'The year that earned it.'}),
		...axesQuery,
	}),
	status: 200,
	...laidOut(surplusAnswer, laySurplus),
	handle: async (work: SurplusReportWork, {query, caller}) => {
		const axes = toAxes(work, query);
		const {book, ...report} = await readSurplusReport(work, query.book, query.year, axes);
		const scope = caller?.scopeFor('member:read');
		const seesMembers = scope !== undefined && coversBook(scope, book.code, book.regionCode);
		const about = {book: query.book, year: query.year, axes, seesMembers};
		return {body: await presentSurplus(work, about, report)};
	},
});
