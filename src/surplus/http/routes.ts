import {z} from 'zod';
import {limitDefault, readCursor, toPage} from '../../http/cursor.ts';
import {bookCode, id, page, pageQuery} from '../../http/fields.ts';
import {type Route, route} from '../../http/route.ts';
import type {MemberId, SurplusDistributionId, SurplusPayoutId} from '../../kernel/ids.ts';
import {
	type SurplusWork,
	distributeSurplus,
	getDistribution,
	openSurplusBook,
	payOutShare,
	previewDistribution,
	reverseDistribution,
	reversePayout,
	setSurplusRule,
} from '../index.ts';
import {
	distributionAnswer,
	distributionBody,
	payoutAnswer,
	payoutBody,
	presentDistribution,
	presentPayout,
	presentPreview,
	presentRule,
	presentShare,
	previewAnswer,
	previewQuery,
	reversalBody,
	ruleAnswer,
	ruleBody,
	shareAnswer,
} from './schemas.ts';

export {surplusRefusals} from './refusals.ts';

const ofBook = z.strictObject({book: bookCode()});
const ofDistribution = z.strictObject({book: bookCode(), id: id<SurplusDistributionId>()});
const ofPayout = z.strictObject({book: bookCode(), id: id<SurplusPayoutId>()});
const paths = {
	rules: '/v1/books/{book}/surplus-rules',
	distributions: '/v1/books/{book}/surplus-distributions',
	payouts: '/v1/books/{book}/surplus-payouts',
} as const;
const reading = {
	kind: 'read',
	method: 'GET',
	permission: 'surplus:read',
	tag: 'surplus',
	status: 200,
} as const;
const writing = {kind: 'write', method: 'POST', tag: 'surplus'} as const;

const rules: readonly Route<SurplusWork>[] = [
	route({
		...reading,
		path: paths.rules,
		summary: 'How a cooperative distributes its surplus (SHU): every version of its rule.',
		params: ofBook,
		response: page(ruleAnswer),
		handle: async (work: SurplusWork, {params}) => {
			const found = await work.surplus.rules(await openSurplusBook(work, params.book));
			return {body: {items: found.map(presentRule), nextCursor: null}};
		},
	}),
	route({
		...writing,
		path: paths.rules,
		permission: 'surplus:rule',
		summary: 'Records the rule of the statutes or of a Rapat Anggota, from a day on.',
		description:
			'UU 25/1992 Pasal 45 leaves the parts to the members: there is none but their own.',
		params: ofBook,
		body: ruleBody,
		status: 201,
		response: ruleAnswer,
		handle: async (work: SurplusWork, {params, body}) => ({
			body: presentRule(
				await setSurplusRule(work, {
					...body,
					book: params.book,
					parts: body.parts.map(({account, ...part}) => ({
						...part,
						...(account === undefined ? {} : {account}),
					})),
				}),
			),
		}),
	}),
];

const distributionReadings: readonly Route<SurplusWork>[] = [
	route({
		...reading,
		path: `${paths.distributions}/preview`,
		summary: 'What a distribution would be, to the sen; nothing is written.',
		params: ofBook,
		query: previewQuery,
		response: previewAnswer,
		handle: async (work: SurplusWork, {params, query}) => {
			const preview = await previewDistribution(work, {...query, book: params.book});
			return {body: presentPreview(query.year, preview)};
		},
	}),
	route({
		...reading,
		path: paths.distributions,
		summary: 'The distributions of a book, also those that were taken back.',
		params: ofBook,
		response: page(distributionAnswer),
		handle: async (work: SurplusWork, {params}) => {
			const found = await work.surplus.distributions(await openSurplusBook(work, params.book));
			return {body: {items: found.map(presentDistribution), nextCursor: null}};
		},
	}),
	route({
		...reading,
		path: `${paths.distributions}/{id}`,
		summary: 'One distribution with its parts.',
		params: ofDistribution,
		response: distributionAnswer,
		handle: async (work: SurplusWork, {params}) => {
			const book = await openSurplusBook(work, params.book);
			return {body: presentDistribution(await getDistribution(work, book, params.id))};
		},
	}),
	route({
		...reading,
		path: `${paths.distributions}/{id}/shares`,
		summary: "Members' shares of a distribution, by member number.",
		params: ofDistribution,
		query: z.strictObject(pageQuery),
		response: page(shareAnswer),
		handle: async (work: SurplusWork, {params, query: {cursor, limit = limitDefault}}) => {
			const book = await openSurplusBook(work, params.book);
			const {id: distribution} = await getDistribution(work, book, params.id);
			const after = readCursor(cursor, z.int()) ?? 0;
			const found = await work.surplus.shares(book, distribution, {after, limit: limit + 1});
			return {body: toPage(found, limit, presentShare, ({number}) => number)};
		},
	}),
];

const distributions: readonly Route<SurplusWork>[] = [
	route({
		...writing,
		path: paths.distributions,
		permission: 'surplus:distribute',
		summary: 'Distributes the surplus of a closed year as the Rapat Anggota decided.',
		description:
			'Once a year, by another person than who closed it, out of 3.2.09 by the rule in force on ' +
			'the day of the meeting. Parts and shares are rounded down to the rupiah; all that is left ' +
			'over goes to the general reserve.',
		params: ofBook,
		body: distributionBody,
		status: 201,
		response: distributionAnswer,
		handle: async (work: SurplusWork, {params, body}) => ({
			body: presentDistribution(await distributeSurplus(work, {...body, book: params.book})),
		}),
	}),
	route({
		...writing,
		path: `${paths.distributions}/{id}/reverse`,
		permission: 'surplus:reverse',
		summary: 'Takes a distribution back whole, once nothing of it is paid out.',
		params: ofDistribution,
		body: reversalBody,
		status: 200,
		response: distributionAnswer,
		handle: async (work: SurplusWork, {params, body}) => {
			const wanted = {...body, book: params.book, distribution: params.id};
			return {body: presentDistribution(await reverseDistribution(work, wanted))};
		},
	}),
];

const payouts: readonly Route<SurplusWork>[] = [
	route({
		...writing,
		path: `${paths.distributions}/{id}/payouts`,
		permission: 'surplus:pay',
		summary: "Pays some of a member's share, or all of it, and gives a numbered slip.",
		params: ofDistribution,
		body: payoutBody,
		status: 201,
		response: payoutAnswer,
		handle: async (work: SurplusWork, {params, body: {product, ...body}}) => ({
			body: presentPayout(
				await payOutShare(work, {
					...body,
					...(product === undefined ? {} : {product}),
					book: params.book,
					distribution: params.id,
				}),
			),
		}),
	}),
	route({
		...writing,
		path: `${paths.payouts}/{id}/reverse`,
		permission: 'surplus:reverse',
		summary: 'Takes a payment back; it stays in the record.',
		params: ofPayout,
		body: reversalBody,
		status: 200,
		response: payoutAnswer,
		handle: async (work: SurplusWork, {params, body}) => {
			const wanted = {...body, book: params.book, payout: params.id};
			return {body: presentPayout(await reversePayout(work, wanted))};
		},
	}),
	route({
		...reading,
		path: paths.payouts,
		summary: 'What was paid of shares, by entry.',
		params: ofBook,
		query: z.strictObject({
			distribution: id<SurplusDistributionId>().optional(),
			member: id<MemberId>().optional(),
			...pageQuery,
		}),
		response: page(payoutAnswer),
		handle: async (work: SurplusWork, {params, query}) => {
			const {cursor, limit = limitDefault, distribution, member} = query;
			const found = await work.surplus.payouts(await openSurplusBook(work, params.book), {
				...(distribution === undefined ? {} : {distribution}),
				...(member === undefined ? {} : {member}),
				after: readCursor(cursor, z.int()) ?? 0,
				limit: limit + 1,
			});
			return {body: toPage(found, limit, presentPayout, ({entryNumber}) => entryNumber)};
		},
	}),
];

export const surplusRoutes: readonly Route<SurplusWork>[] = [
	...rules,
	...distributionReadings,
	...distributions,
	...payouts,
];
