import {z} from 'zod';
import {countText} from '../../http/fields.ts';
import type {Route} from '../../http/route.ts';
import {startOfMonth} from '../../kernel/local-date.ts';
import {sum, toText} from '../../kernel/money.ts';
import {type ReportWork, buildCohorts, buildTrend, cohortTotals, monthEnds} from '../index.ts';
import {loanQuery, loanReport, personQuery, rowLimit} from './loan-report.ts';

const monthsMax = 60;
const monthsDefault = 12;
const months = (description: string) =>
	countText({min: 1, max: monthsMax}).optional().meta({description});

const cohortSums = [
	['loans', 'count', 'Pembiayaan', 'Loans', 'That were disbursed by then and not taken back.'],
	['disbursed', 'amount', 'Pencairan', 'Disbursed', 'Principal of the cohort by then.'],
	['outstanding', 'amount', 'Sisa pokok', 'Outstanding'],
	['atRisk30', 'amount', 'Menunggak > 30 hari', 'At risk', 'Balance more than 30 days late.'],
	['writtenOff', 'amount', 'Hapus buku', 'Written off', 'By then; it has left the outstanding.'],
	['par30', 'ratio', 'PAR30', 'PAR30', 'at risk / outstanding.'],
] as const;

const cohorts = loanReport({
	name: 'cohorts',
	summary: 'Loans by month of disbursement, month by month: outstanding and PAR30 of each.',
	description:
		'New lending makes the PAR of a portfolio look better; of a cohort it cannot. At the end of ' +
		'each month up to the day of the report, and on that day.',
	query: z.strictObject({
		...loanQuery,
		...personQuery,
		months: months('Of the last so many months; 12 without it.'),
		...rowLimit,
	}),
	fields: [
		['cohort', 'text', 'Bulan pencairan', 'Month of disbursement', 'YYYY-MM.'],
		['monthsOnBook', 'count', 'Bulan ke', 'Months on book', '0 at the end of its own month.'],
		['on', 'date', 'Per tanggal', 'At the end of'],
		...cohortSums,
		[
			'lostOrAtRisk',
			'ratio',
			'Menunggak atau dihapus',
			'At risk or written off',
			'(at risk + written off) / disbursed.',
		],
	] as const,
	totals: cohortSums,
	links: ({cohort, on}, {report}) => ({
		outstanding: report('loan-portfolio', {disbursedIn: cohort!, asOf: on!}),
	}),
	async read(work, {query, scope}) {
		const days = monthEnds(scope.asOf, query.months ?? monthsDefault);
		const rows = buildCohorts(await work.reports.cohortMonths(scope, days));
		const totals = cohortTotals(rows, scope.asOf);
		return {
			rows: rows.map((row) => ({
				cohort: row.cohort.slice(0, 7),
				monthsOnBook: row.monthsOnBook,
				on: row.on,
				loans: row.loans,
				disbursed: toText(row.disbursed),
				outstanding: toText(row.outstanding),
				atRisk30: toText(row.atRisk30),
				writtenOff: toText(row.writtenOff),
				par30: row.par30 ?? null,
				lostOrAtRisk: row.lostOrAtRisk ?? null,
			})),
			totals: {
				loans: totals.loans,
				disbursed: toText(totals.disbursed),
				outstanding: toText(totals.outstanding),
				atRisk30: toText(totals.atRisk30),
				writtenOff: toText(totals.writtenOff),
				par30: totals.par30 ?? null,
			},
		};
	},
});

const portfolioTrend = loanReport({
	name: 'portfolio-trend',
	summary: 'Month-ends of the portfolio: outstanding, PAR30, PAR90, restructured, written off.',
	description:
		'From the rollup of the funds, as fund health. A fall of PAR in a month in which much was ' +
		'written off or scheduled anew is no recovery: the three stand side by side.',
	query: z.strictObject({
		...loanQuery,
		months: months('So many months up to the day; 12 without it.'),
		...rowLimit,
	}),
	fields: [
		['on', 'date', 'Per tanggal', 'At the end of', 'A month, or the day of the report.'],
		['activeLoans', 'count', 'Pembiayaan aktif', 'Active loans'],
		['outstanding', 'amount', 'Sisa pokok', 'Outstanding'],
		['atRisk30', 'amount', 'Menunggak > 30 hari', 'At risk 30', 'Whole balance of such loans.'],
		['par30', 'ratio', 'PAR30', 'PAR30', 'at risk 30 / outstanding.'],
		['atRisk90', 'amount', 'Menunggak > 90 hari', 'At risk 90', 'Whole balance of such loans.'],
		['par90', 'ratio', 'PAR90', 'PAR90', 'at risk 90 / outstanding.'],
		['restructured', 'amount', 'Dijadwalkan kembali', 'Restructured', 'Balance of such loans.'],
		['par30Restructured', 'ratio', 'PAR30 dan dijadwalkan kembali', 'PAR30 with restructured'],
		['writtenOff', 'amount', 'Dihapusbukukan', 'Written off', 'In the month. Source: 9.1.01.'],
		['recovered', 'amount', 'Pemulihan', 'Recovered', 'In the month. Source: 9.1.01.'],
	] as const,
	links({on}, {report}) {
		const month = {from: startOfMonth(on!), asOf: on!};
		return {
			outstanding: report('loan-portfolio', {asOf: on!}),
			writtenOff: report('write-offs', month),
			recovered: report('write-offs', month),
		};
	},
	totals: [
		['writtenOff', 'amount', 'Dihapusbukukan', 'Written off'],
		['recovered', 'amount', 'Pemulihan', 'Recovered'],
	] as const,
	async read(work, {query, scope}) {
		const days = monthEnds(scope.asOf, (query.months ?? monthsDefault) + 1);
		const facts = [];
		for (const on of days) {
			facts.push({on, facts: await work.reports.monthFacts({...scope, asOf: on})});
		}
		const trend = buildTrend(facts);
		const isNothing = trend.every((row) => row.activeLoans === 0 && row.writtenOff.isZero());
		return {
			rows: (isNothing ? [] : trend).map((row) => ({
				on: row.on,
				activeLoans: row.activeLoans,
				outstanding: toText(row.outstanding),
				atRisk30: toText(row.atRisk30),
				par30: row.par30 ?? null,
				atRisk90: toText(row.atRisk90),
				par90: row.par90 ?? null,
				restructured: toText(row.restructured),
				par30Restructured: row.par30Restructured ?? null,
				writtenOff: toText(row.writtenOff),
				recovered: toText(row.recovered),
			})),
			totals: {
				writtenOff: toText(sum(trend.map(({writtenOff}) => writtenOff))),
				recovered: toText(sum(trend.map(({recovered}) => recovered))),
			},
		};
	},
});

export const trendRoutes: readonly Route<ReportWork>[] = [cohorts, portfolioTrend];
