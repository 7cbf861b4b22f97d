import type {z} from 'zod';
import {reportSheet} from '../../files/report-sheet.ts';
import {type ColumnText, type Reader, type Sheet, columnsOf} from '../../files/sheet.ts';
import {readCursor} from '../../http/cursor.ts';
import {type Route, laidOut, route} from '../../http/route.ts';
import {type PortfolioQuestion, readClassifiedPortfolio} from '../../provisioning/index.ts';
import type {ReportWork} from '../index.ts';
import {reportTitles} from './report-titles.ts';
import {
	collectibilityAnswer,
	presentCollectibility,
	presentProvisioning,
	provisioningAnswer,
	reportPosition,
	reportQuery,
} from './class-contract.ts';

// As many loans as a page of any list may hold: whoever asks wants to see them all.
const rowsMax = 1000;
const allRows = 2_147_483_646;

function toQuestion(
	work: ReportWork,
	{asOf, knownAt, book, region, policy, cursor, limit = rowsMax}: z.output<typeof reportQuery>,
	{format, isWhole}: {readonly format: string; readonly isWhole: boolean},
): PortfolioQuestion {
	const after = readCursor(cursor, reportPosition);
	return {
		asOf: asOf ?? work.today(),
		// A file shows the classes, of which the loans are added up; the loans have their own report.
		limit: format === 'json' ? (isWhole ? allRows : limit) : 1,
		...(knownAt === undefined ? {} : {knownAt: new Date(knownAt)}),
		...(book === undefined ? {} : {book}),
		...(region === undefined ? {} : {region}),
		...(policy === undefined ? {} : {policy}),
		...(after === undefined ? {} : {after}),
	};
}

const goesOn = 'The totals are those of all loans on every page; the rows go on with `nextCursor`.';

const classColumns: readonly ColumnText[] = [
	['policy', 'text', 'Kebijakan', 'Policy'],
	['class', 'text', 'Kelas', 'Class'],
	['name', 'text', 'Kolektibilitas', 'Collectibility'],
];

const total = {id: 'Jumlah', en: 'Total'};

function layCollectibility(
	{meta, totals}: z.output<typeof collectibilityAnswer>,
	reader: Reader,
): Sheet {
	const texts: ColumnText[] = [
		...classColumns,
		['loans', 'count', 'Pembiayaan', 'Loans'],
		['owed', 'amount', 'Sisa tagihan', 'Owed'],
		['principal', 'amount', 'Sisa pokok', 'Principal outstanding'],
		['share', 'ratio', 'Bagian', 'Share'],
	];
	const shown = totals.filter(({loans}) => loans > 0);
	return reportSheet(meta, reader, {
		title: reportTitles.collectibility!,
		tables: [
			{
				columns: columnsOf(texts, reader.language),
				rows: shown.flatMap(({policy, classes}) => classes.map((one) => ({policy, ...one}))),
				totals: shown.map(({policy, loans, owed, principal}) => ({
					row: {policy, class: null, name: total[reader.language], loans, owed, principal},
					isSum: false,
				})),
			},
		],
	});
}

function layProvisioning(
	{meta, totals}: z.output<typeof provisioningAnswer>,
	reader: Reader,
): Sheet {
	const texts: ColumnText[] = [
		...classColumns,
		['percentage', 'text', 'Persentase', 'Percentage'],
		['loans', 'count', 'Pembiayaan', 'Loans'],
		['principal', 'amount', 'Sisa pokok', 'Principal outstanding'],
		['collateral', 'amount', 'Agunan', 'Collateral'],
		['base', 'amount', 'Dasar penyisihan', 'Base'],
		['provision', 'amount', 'Penyisihan wajib', 'Provision required'],
		['netRealisableValue', 'amount', 'Nilai bersih (NRV)', 'Net realisable value'],
		['allowance', 'amount', 'Dibukukan (1.2.19)', 'Booked (1.2.19)'],
		['allowanceOver', 'amount', 'Lebih (kurang)', 'Over (under)'],
	];
	const shown = totals.filter(({loans, allowance}) => loans > 0 || allowance !== '0.00');
	return reportSheet(meta, reader, {
		title: reportTitles.provisioning!,
		tables: [
			{
				columns: columnsOf(texts, reader.language),
				rows: shown.flatMap(({policy, classes}) => classes.map((one) => ({policy, ...one}))),
				totals: shown.map(({classes: _, ...sums}) => ({
					row: {...sums, name: total[reader.language]},
					isSum: false,
				})),
			},
		],
	});
}

const common = {
	kind: 'read',
	method: 'GET',
	permission: 'report:read',
	tag: 'reports',
	description: goesOn,
	query: reportQuery,
	status: 200,
} as const;

/** What the policies say of the loans: their classes, and the provision that these ask for. */
export const classRoutes: readonly Route<ReportWork>[] = [
	route({
		...common,
		path: '/v1/reports/collectibility',
		summary: 'The class of every loan (kolektibilitas) under every policy at once.',
		...laidOut(collectibilityAnswer, layCollectibility),
		handle: async (work: ReportWork, {query, language, ...wanted}) => {
			const question = toQuestion(work, query, wanted);
			const portfolio = await readClassifiedPortfolio(work, question);
			return {body: await presentCollectibility(work, question, portfolio, language)};
		},
	}),
	route({
		...common,
		path: '/v1/reports/provisioning',
		summary: 'What every policy requires as provision (penyisihan), what is booked, and the rest.',
		...laidOut(provisioningAnswer, layProvisioning),
		handle: async (work: ReportWork, {query, language, ...wanted}) => {
			const question = toQuestion(work, query, wanted);
			const portfolio = await readClassifiedPortfolio(work, question);
			return {body: await presentProvisioning(work, question, portfolio, language)};
		},
	}),
];
