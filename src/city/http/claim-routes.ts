import {z} from 'zod';
import {getAllocation} from '../../fund/index.ts';
import {limitDefault, readCursor, toPage} from '../../http/cursor.ts';
import {bookCode, count, id, page, pageQuery} from '../../http/fields.ts';
import {type Route, route} from '../../http/route.ts';
import type {AllocationId, FundClaimId} from '../../kernel/ids.ts';
import {
	type CityWork,
	type ClaimStep,
	type FundClaim,
	cancelFundClaim,
	dropFundClaim,
	getCity,
	getFundClaim,
	payFundClaim,
	prosecuteFundClaim,
	reportFundClaim,
	reverseClaimPayment,
	stateFundClaim,
} from '../index.ts';
import {
	claimAnswer,
	claimBody,
	paymentBody,
	presentClaim,
	statementBody,
	stepBody,
} from './claim-contract.ts';

const ofClaim = z.strictObject({id: id<FundClaimId>()});

const presented = (work: CityWork, claim: FundClaim) => ({
	body: presentClaim(claim, work.today()),
});

const readings: readonly Route<CityWork>[] = [
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/city/{book}/claims',
		permission: 'city:read',
		tag: 'claims',
		summary: 'Claims on persons (tuntutan ganti rugi) of a city, by number.',
		params: z.strictObject({book: bookCode()}),
		query: z.strictObject({allocation: id<AllocationId>().optional(), ...pageQuery}),
		status: 200,
		response: page(claimAnswer),
		handle: async (work: CityWork, {params, query}) => {
			const {cursor, limit = limitDefault, allocation} = query;
			const city = await getCity(work, params.book);
			if (allocation !== undefined) await getAllocation(work, allocation, 'query.allocation');
			const found = await work.city.listClaims({
				city,
				...(allocation === undefined ? {} : {allocation}),
				after: readCursor(cursor, z.object({number: z.int()}))?.number ?? 0,
				limit: limit + 1,
			});
			const present = (claim: FundClaim) => presentClaim(claim, work.today());
			return {body: toPage(found, limit, present, ({number}) => ({number}))};
		},
	}),
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/fund-claims/{id}',
		permission: 'city:read',
		tag: 'claims',
		summary: 'One claim with its instalments and every step.',
		params: ofClaim,
		status: 200,
		response: claimAnswer,
		handle: async (work: CityWork, {params}) =>
			presented(work, await getFundClaim(work, params.id)),
	}),
];

const step = (
	verb: string,
	summary: string,
	take: (work: CityWork, wanted: ClaimStep) => Promise<FundClaim>,
): Route<CityWork> =>
	route({
		kind: 'write',
		method: 'POST',
		path: `/v1/fund-claims/{id}/${verb}`,
		permission: 'fund:claim',
		tag: 'claims',
		summary,
		params: ofClaim,
		body: stepBody,
		status: 200,
		response: claimAnswer,
		handle: async (work: CityWork, {params, body}) =>
			presented(work, await take(work, {...body, claim: params.id})),
	});

export const claimRoutes: readonly Route<CityWork>[] = [
	...readings,
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/allocations/{id}/claims',
		permission: 'fund:claim',
		tag: 'claims',
		summary: 'Reports a loss by somebody who runs the cooperative; nothing is booked yet.',
		params: z.strictObject({id: id<AllocationId>()}),
		body: claimBody,
		status: 201,
		response: claimAnswer,
		handle: async (work: CityWork, {params, body}) =>
			presented(work, await reportFundClaim(work, {...body, allocation: params.id})),
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/fund-claims/{id}/state',
		permission: 'fund:claim',
		tag: 'claims',
		summary: 'States a claim by SKTJM or decree, with its instalments, and books it.',
		description: 'By another person than reported it.',
		params: ofClaim,
		body: statementBody,
		status: 200,
		response: claimAnswer,
		handle: async (work: CityWork, {params, body}) =>
			presented(work, await stateFundClaim(work, {...body, claim: params.id})),
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/fund-claims/{id}/payments',
		permission: 'fund:claim',
		tag: 'claims',
		summary: 'Takes a payment of a claim, with a numbered receipt.',
		params: ofClaim,
		body: paymentBody,
		status: 201,
		response: claimAnswer,
		handle: async (work: CityWork, {params, body}) =>
			presented(work, await payFundClaim(work, {...body, claim: params.id})),
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/fund-claims/{id}/reverse-payment',
		permission: 'fund:claim',
		tag: 'claims',
		summary: 'Takes a payment of a claim back.',
		params: ofClaim,
		body: stepBody.extend({receipt: count({min: 1, max: 2_147_483_647})}),
		status: 200,
		response: claimAnswer,
		handle: async (work: CityWork, {params, body: {receipt, ...body}}) => {
			const reversal = {...body, claim: params.id, receiptNumber: receipt};
			return presented(work, await reverseClaimPayment(work, reversal));
		},
	}),
	step('drop', 'Ends a claim that was only reported: there was no loss.', dropFundClaim),
	step('prosecute', 'Hands a claim over to prosecution; it may still be paid.', prosecuteFundClaim),
	step('cancel', 'Takes a claim back in both books.', cancelFundClaim),
];
