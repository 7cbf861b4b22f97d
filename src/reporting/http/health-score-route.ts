import {laidOut, route} from '../../http/route.ts';
import {type Axes, type ReportWork, readHealthScore} from '../index.ts';
import {healthScoreAnswer, healthScoreQuery} from './health-score-contract.ts';
import {layHealthScore} from './health-score-sheet.ts';
import {presentHealthScore} from './present-health-score.ts';

export const healthScoreRoute = route({
	kind: 'read',
	method: 'GET',
	path: '/v1/reports/health-score',
	permission: 'report:read',
	tag: 'reports',
	summary: 'The health of a cooperative (penilaian kesehatan), ratio by ratio, under each policy.',
	description:
		'Balances are of the end of the day, income and expenses of the twelve months to it without ' +
		'what closes a year, loans by their classes. What the books do not tell is a row with no ' +
		'points that needs a person; the report says how much of the weight was assessed, and the ' +
		'predicate is for that much alone.',
	query: healthScoreQuery,
	status: 200,
	...laidOut(healthScoreAnswer, layHealthScore),
	handle: async (work: ReportWork, {query}) => {
		const {book, policy, asOf = work.today(), knownAt} = query;
		const axes: Axes = {asOf, ...(knownAt === undefined ? {} : {knownAt: new Date(knownAt)})};
		const scores = await readHealthScore(work, {book, policy}, axes);
		return {body: await presentHealthScore(work, book, axes, scores)};
	},
});
