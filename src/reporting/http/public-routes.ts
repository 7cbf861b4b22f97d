import {z} from 'zod';
import {date, regionCodeField} from '../../http/fields.ts';
import {laidOut, route} from '../../http/route.ts';
import {everywhere} from '../../kernel/scope.ts';
import {type FundHealthRow, type ReportWork, readFundHealth} from '../index.ts';
import {presentRow} from './present-fund-health.ts';
import {publicHealthAnswer} from './fund-health-contract.ts';
import {layPublicHealth} from './public-health-sheet.ts';

const presentForAll = (row: FundHealthRow) => presentRow(row, true);

/** What everybody may know: sums of each kelurahan, in which nobody is named. */
export const publicHealthRoute = route({
	kind: 'read',
	method: 'GET',
	path: '/v1/public/fund-health',
	permission: 'public',
	tag: 'public',
	summary: 'The health of the fund per kelurahan, for everybody; it names no person.',
	replica: () => 'anything',
	query: z.strictObject({region: regionCodeField().optional(), asOf: date().optional()}),
	status: 200,
	...laidOut(publicHealthAnswer, layPublicHealth),
	handle: async (work: ReportWork, {query}) => {
		const asOf = query.asOf ?? work.today();
		const health = await work.reports.forEverybody(async () =>
			readFundHealth({...work, scope: everywhere}, {region: query.region}, {asOf}),
		);
		return {
			body: {
				asOf,
				rows: health.rows.map(presentForAll),
				kecamatan: health.kecamatan.map(presentForAll),
				totals: presentForAll(health.total),
			},
		};
	},
});
