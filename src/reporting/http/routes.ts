import {z} from 'zod';
import {bookCode, regionCodeField} from '../../http/fields.ts';
import type {RefusalTable} from '../../http/problem.ts';
import {type Route, laidOut, route} from '../../http/route.ts';
import {
	type NotesWork,
	type SurplusReportWork,
	type ReportCode,
	type ReportWork,
	readFundHealth,
	readTrialBalance,
	reportTexts,
} from '../index.ts';
import {healthScoreRoute} from './health-score-route.ts';
import {publicHealthRoute} from './public-routes.ts';
import {presentTrialBalance} from './present.ts';
import {presentFundHealth} from './present-fund-health.ts';
import {fundHealthAnswer, healthQuery} from './fund-health-contract.ts';
import {readCursor} from '../../http/cursor.ts';
import {changesRoutes} from './changes-routes.ts';
import {explanationRoutes} from './explanation-routes.ts';
import {classRoutes} from './class-routes.ts';
import {collectionRoutes} from './collection-routes.ts';
import {loanListRoutes} from './loan-list-routes.ts';
import {portfolioRoutes} from './portfolio-routes.ts';
import {trendRoutes} from './trend-routes.ts';
import {fundStatementRoute} from './fund-statement-routes.ts';
import {ledgerRoutes} from './ledger-routes.ts';
import {notesRoute} from './notes-routes.ts';
import {restatementRoutes} from './restatement-routes.ts';
import {surplusRoute} from './surplus-routes.ts';
import {statementRoutes} from './statement-routes.ts';
import {axesQuery, toAxes, trialBalanceAnswer} from './schemas.ts';
import {layFundHealth} from './fund-health-sheet.ts';
import {fundHealthTrendRoute} from './fund-health-trend-route.ts';
import {layTrialBalance} from './statement-sheets.ts';

export const reportRoutes: readonly Route<NotesWork & SurplusReportWork>[] = [
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/reports/trial-balance',
		permission: 'report:read',
		tag: 'reports',
		summary: "A book's trial balance (neraca saldo).",
		query: z.strictObject({book: bookCode(), ...axesQuery}),
		status: 200,
		...laidOut(trialBalanceAnswer, layTrialBalance),
		handle: async (work: ReportWork, {query}) => {
			const axes = toAxes(work, query);
			const report = await readTrialBalance(work, query.book, axes);
			return {body: await presentTrialBalance(work, query.book, axes, report)};
		},
	}),
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/reports/fund-health',
		permission: 'report:read',
		tag: 'reports',
		summary: 'The health of the fund per kelurahan, adding up to kecamatan, city and ledger.',
		query: healthQuery,
		status: 200,
		...laidOut(fundHealthAnswer, layFundHealth),
		handle: async (work: ReportWork, {query, isWhole}) => {
			const axes = toAxes(work, query);
			const {region, programme, level, cursor} = query;
			const after = readCursor(cursor, regionCodeField());
			const {limit} = query;
			const question = {
				region,
				programme,
				after,
				limit,
				isWhole,
				...(level === undefined ? {} : {level}),
			};
			const health = await readFundHealth(work, question, axes);
			return {body: await presentFundHealth(work, query.region, axes, health)};
		},
	}),
	fundHealthTrendRoute,
	publicHealthRoute,
	...ledgerRoutes,
	fundStatementRoute,
	notesRoute,
	surplusRoute,
	healthScoreRoute,
	...statementRoutes,
	...restatementRoutes,
	...explanationRoutes,
	...changesRoutes,
	...portfolioRoutes,
	...classRoutes,
	...collectionRoutes,
	...loanListRoutes,
	...trendRoutes,
];

const statuses: Record<ReportCode, number> = {
	'report/known-before-book': 422,
	'report/known-before-books': 422,
	'report/unknown-report': 404,
	'report/unknown-job': 404,
	'report/too-many-jobs': 429,
	'report/job-ended': 409,
	'report/job-not-done': 409,
	'report/file-expired': 410,
	'report/file-too-large': 422,
	'report/scope-changed': 403,
	'report/too-many-books': 422,
	'report/unknown-region': 404,
	'report/as-of-in-future': 422,
	'report/region-outside-scope': 404,
	'report/unknown-programme': 404,
	'report/unknown-score-policy': 404,
	'report/too-many-rows': 422,
	'report/from-after-to': 422,
	'report/since-before-book': 422,
	'report/since-in-future': 422,
	'report/known-at-in-future': 422,
	'report/unknown-account': 404,
	'report/unknown-fund': 404,
	'report/unknown-loan': 404,
	'report/book-or-region': 422,
	'report/not-a-cooperative': 422,
	'report/nothing-named': 404,
	'report/unknown-member': 404,
	'report/unknown-kind': 404,
};

export const reportRefusals: RefusalTable = {texts: reportTexts, statuses};
