import {z} from 'zod';
import {reportSheet} from '../../files/report-sheet.ts';
import {type ColumnText, type Reader, type Sheet, columnsOf} from '../../files/sheet.ts';
import {countText, dateText} from '../../http/fields.ts';
import {type Route, laidOut, route} from '../../http/route.ts';
import {type ReportWork, monthEnds, readFundHealthTrend} from '../index.ts';
import {healthQuery, healthRowAnswer} from './fund-health-contract.ts';
import {figures, flat, valuationColumns} from './fund-health-sheet.ts';
import {type PolicyMeta, metaAnswer, withMeta} from './meta.ts';
import {presentRow, toPolicies} from './present-fund-health.ts';
import {reportTitles} from './report-titles.ts';
import {toAxes} from './schemas.ts';

const monthsMax = 60;
const monthsDefault = 12;

const {region, programme, asOf, knownAt} = healthQuery.shape;

const trendAnswer = z.strictObject({
	meta: metaAnswer,
	rows: z.array(
		healthRowAnswer.omit({region: true, name: true, level: true}).extend({
			on: dateText().meta({description: 'The end of a month, or the day of the report.'}),
		}),
	),
});

type Answer = z.output<typeof trendAnswer>;

const days: readonly ColumnText[] = [['on', 'date', 'Per tanggal', 'At the end of']];

function layTrend({meta, rows}: Answer, reader: Reader): Sheet {
	const {language} = reader;
	// A policy that came later has no figure before, and its columns stand after the others.
	const policies = new Map(
		rows.flatMap(({valuations}) => valuations.map((one) => [one.policy, one])),
	);
	return reportSheet(meta, reader, {
		title: reportTitles['fund-health-trend']!,
		tables: [
			{
				columns: [
					...columnsOf([...days, ...figures], language),
					...valuationColumns([...policies.values()], language),
				],
				rows: rows.map(({on, ...row}) => ({
					...flat({...row, region: '', name: '', level: 'whole'}, language),
					on,
				})),
			},
		],
	});
}

/** Each policy once, though it was in force on many of the days. */
const distinct = (policies: readonly PolicyMeta[]): PolicyMeta[] => [
	...new Map(policies.map((one) => [JSON.stringify(one), one])).values(),
];

/** The same figures as fund health, month by month. */
export const fundHealthTrendRoute: Route<ReportWork> = route({
	kind: 'read',
	method: 'GET',
	path: '/v1/reports/fund-health-trend',
	permission: 'report:read',
	tag: 'reports',
	summary: 'The health of the funds of a region or a programme, month by month.',
	description:
		'Each day is valued and graded by the policies that were in force on it; the last is the ' +
		'total of `fund-health`. Days before the first agreement are left out.',
	query: z.strictObject({
		region,
		programme,
		months: countText({min: 1, max: monthsMax})
			.optional()
			.meta({description: 'So many months up to the day; 12 without it.'}),
		asOf,
		knownAt,
	}),
	status: 200,
	...laidOut(trendAnswer, layTrend),
	handle: async (work: ReportWork, {query}) => {
		const axes = toAxes(work, query);
		const trend = await readFundHealthTrend(
			work,
			query,
			monthEnds(axes.asOf, query.months ?? monthsDefault),
			axes,
		);
		const seesCity = await work.reports.seesCity();
		const policies = distinct(trend.flatMap((one) => toPolicies(one)));
		const rows = trend.map(({on, row}): Answer['rows'][number] => {
			const {region: _, name: __, level: ___, ...shown} = presentRow(row, seesCity);
			return {on, ...shown};
		});
		return {
			body: await withMeta(
				work,
				{report: 'fund-health-trend', region: query.region, axes, policies},
				{rows},
			),
		};
	},
});
