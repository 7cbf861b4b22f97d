import {z} from 'zod';
import {bookCode, date, moment} from '../../http/fields.ts';
import {type Route, laidOut, route} from '../../http/route.ts';
import {
	type PeriodAxes,
	type ReportWork,
	readBalanceSheet,
	readBenevolenceFunds,
	readCashFlow,
	readEquityChanges,
	readIncomeStatement,
	readIndirectCashFlow,
} from '../index.ts';
import {
	balanceSheetAnswer,
	cashFlowAnswer,
	incomeAnswer,
	movementAnswer,
	presentBalanceSheet,
	presentCashFlow,
	presentIncomeStatement,
	presentIndirectCashFlow,
	presentMovements,
} from './present-statements.ts';
import {axesQuery, toAxes} from './schemas.ts';
import {
	layBalanceSheet,
	layCashFlow,
	layIncomeStatement,
	layMovements,
} from './statement-sheets.ts';

const periodQuery = z.strictObject({
	book: bookCode(),
	from: date().meta({description: 'The first day of the period.'}),
	asOf: date().optional().meta({description: 'Its last day; today without it.'}),
	knownAt: moment().optional(),
});

const toPeriod = (work: ReportWork, query: z.output<typeof periodQuery>): PeriodAxes => ({
	...toAxes(work, query),
	from: query.from,
});

const common = {
	kind: 'read',
	method: 'GET',
	permission: 'report:read',
	tag: 'reports',
	status: 200,
} as const;

/** The financial statements of a book (PSAK 401, SAK EP), each from its totals. */
export const statementRoutes: readonly Route<ReportWork>[] = [
	route({
		...common,
		path: '/v1/reports/balance-sheet',
		summary: 'The statement of financial position (neraca) at the end of a day.',
		query: z.strictObject({book: bookCode(), ...axesQuery}),
		...laidOut(balanceSheetAnswer, layBalanceSheet),
		handle: async (work: ReportWork, {query}) => {
			const axes = toAxes(work, query);
			const sheet = await readBalanceSheet(work, query.book, axes);
			return {body: await presentBalanceSheet(work, query.book, axes, sheet)};
		},
	}),
	route({
		...common,
		path: '/v1/reports/income-statement',
		summary: 'Income and expenses of a period (perhitungan hasil usaha).',
		description: 'The closing of a year is left out: it empties the accounts and earns nothing.',
		query: periodQuery,
		...laidOut(incomeAnswer, layIncomeStatement),
		handle: async (work: ReportWork, {query}) => {
			const axes = toPeriod(work, query);
			const statement = await readIncomeStatement(work, query.book, axes);
			return {body: await presentIncomeStatement(work, query.book, axes, statement)};
		},
	}),
	route({
		...common,
		path: '/v1/reports/equity-changes',
		summary: 'How equity changed in a period (laporan perubahan ekuitas).',
		query: periodQuery,
		...laidOut(movementAnswer, layMovements),
		handle: async (work: ReportWork, {query}) => {
			const axes = toPeriod(work, query);
			const changes = await readEquityChanges(work, query.book, axes);
			return {body: await presentMovements(work, 'equity-changes', query.book, axes, changes)};
		},
	}),
	route({
		...common,
		path: '/v1/reports/benevolence-funds',
		summary: 'Sources and uses of zakat, infak and benevolence in a period.',
		query: periodQuery,
		...laidOut(movementAnswer, layMovements),
		handle: async (work: ReportWork, {query}) => {
			const axes = toPeriod(work, query);
			const funds = await readBenevolenceFunds(work, query.book, axes);
			return {body: await presentMovements(work, 'benevolence-funds', query.book, axes, funds)};
		},
	}),
	route({
		...common,
		path: '/v1/reports/cash-flow',
		summary: 'Cash and bank in a period (arus kas), by the direct or the indirect method.',
		description:
			'Direct: kind by kind, as it was moved. Indirect (PSAK 207): from the surplus to the same ' +
			'change, by what every other account brought in or took.',
		query: periodQuery.extend({
			method: z.enum(['direct', 'indirect']).optional().meta({description: 'Direct without it.'}),
		}),
		...laidOut(cashFlowAnswer, layCashFlow),
		handle: async (work: ReportWork, {query}) => {
			const axes = toPeriod(work, query);
			if (query.method === 'indirect') {
				const flow = await readIndirectCashFlow(work, query.book, axes);
				return {body: await presentIndirectCashFlow(work, query.book, axes, flow)};
			}
			const flow = await readCashFlow(work, query.book, axes);
			return {body: await presentCashFlow(work, query.book, axes, flow)};
		},
	}),
];
