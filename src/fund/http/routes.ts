import {z} from 'zod';
import {limitDefault, readCursor, toPage} from '../../http/cursor.ts';
import {
	bookCode,
	date,
	dateText,
	id,
	kelurahanField,
	page,
	pageQuery,
	regionCodeField,
	text,
} from '../../http/fields.ts';
import type {RefusalTable} from '../../http/problem.ts';
import {type Route, route} from '../../http/route.ts';
import type {AllocationId} from '../../kernel/ids.ts';
import {type Rupiah, sum, toText} from '../../kernel/money.ts';
import {type Book, getBook} from '../../ledger/index.ts';
import {
	type FundCode,
	type FundWork,
	allocateToKelurahan,
	buildFundSchedule,
	createProgramme,
	fundTexts,
	getAllocation,
	openCityBook,
	overdueOf,
	readStanding,
	recordRemittance,
	recordTranche,
	reverseFundOperation,
} from '../index.ts';
import {fundLifeRoutes} from './fund-life-routes.ts';
import {proposalRoutes} from './proposal-routes.ts';
import {
	allocationAnswer,
	allocationBody,
	fundReversalBody,
	presentAllocation,
	presentDue,
	presentEnding,
	presentProgramme,
	presentReallocation,
	presentRemittance,
	presentReturn,
	presentStanding,
	presentTranche,
	programmeAnswer,
	programmeBody,
	remittanceAnswer,
	remittanceBody,
	statementAnswer,
	toProgramme,
	trancheAnswer,
	trancheBody,
} from './schemas.ts';

const ofAllocation = z.strictObject({id: id<AllocationId>()});

const bookAnswer = z.strictObject({
	code: z.string(),
	kind: z.enum(['city', 'cooperative']),
	name: z.string(),
	region: z.string(),
	openedOn: dateText(),
});

const presentBook = ({
	code,
	kind,
	name,
	regionCode,
	openedOn,
}: Book): z.output<typeof bookAnswer> => ({
	code,
	kind,
	name,
	region: regionCode,
	openedOn,
});

const bookRoutes: readonly Route<FundWork>[] = [
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/books',
		permission: 'ledger:read',
		tag: 'ledger',
		summary: 'The books within your scope.',
		status: 200,
		response: page(bookAnswer),
		handle: async (work: FundWork) => {
			const books = await work.ledger.listBooks();
			return {body: {items: books.map(presentBook), nextCursor: null}};
		},
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/books',
		permission: 'programme:write',
		tag: 'ledger',
		summary: "Opens the book of a city's fund manager; a cooperative's opens with the cooperative.",
		body: z.strictObject({
			code: bookCode(),
			name: text({max: 120}),
			region: regionCodeField(),
			openedOn: date(),
		}),
		status: 201,
		response: bookAnswer,
		handle: async (work: FundWork, {body: {region, ...body}}) => ({
			body: presentBook(await openCityBook(work, {...body, regionCode: region})),
		}),
	}),
];

const programmeRoutes: readonly Route<FundWork>[] = [
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/programmes',
		permission: 'programme:read',
		tag: 'fund',
		summary: 'The programmes and their terms, with the legal basis.',
		status: 200,
		response: page(programmeAnswer),
		handle: async (work: FundWork) => {
			const programmes = await work.fund.listProgrammes();
			return {body: {items: programmes.map(presentProgramme), nextCursor: null}};
		},
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/programmes',
		permission: 'programme:write',
		tag: 'fund',
		summary: 'Sets up a programme of a city.',
		body: programmeBody,
		status: 201,
		response: programmeAnswer,
		handle: async (work: FundWork, {body}) => ({
			body: presentProgramme(await createProgramme(work, toProgramme(body))),
		}),
	}),
];

const allocationRoutes: readonly Route<FundWork>[] = [
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/allocations',
		permission: 'allocation:read',
		tag: 'fund',
		summary: 'Allocations, by cooperative.',
		query: z.strictObject({
			cooperative: bookCode().optional(),
			kelurahan: kelurahanField().optional(),
			...pageQuery,
		}),
		status: 200,
		response: page(allocationAnswer),
		handle: async (work: FundWork, {query}) => {
			const {cursor, limit = limitDefault, cooperative, kelurahan} = query;
			const after = readCursor(cursor, z.object({book: z.string(), id: z.uuid()}));
			const allocations = await work.fund.listAllocations({
				...(cooperative === undefined ? {} : {book: cooperative}),
				...(kelurahan === undefined ? {} : {kelurahan}),
				...(after === undefined ? {} : {after}),
				limit: limit + 1,
			});
			const position = ({book, id: last}: (typeof allocations)[number]) => ({book, id: last});
			return {body: toPage(allocations, limit, presentAllocation, position)};
		},
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/allocations',
		permission: 'allocation:write',
		tag: 'fund',
		summary: 'Allocates a programme to a kelurahan, within its ceiling.',
		body: allocationBody,
		status: 201,
		response: allocationAnswer,
		handle: async (work: FundWork, {body}) => {
			const {kelurahan, tenorMonths, graceMonths, proposal, ...terms} = body;
			const allocation = await allocateToKelurahan(work, {
				...terms,
				kelurahanCode: kelurahan,
				...(tenorMonths === undefined ? {} : {tenorMonths}),
				...(graceMonths === undefined ? {} : {graceMonths}),
				...(proposal === undefined ? {} : {proposal}),
			});
			return {body: presentAllocation(allocation)};
		},
	}),
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/allocations/{id}',
		permission: 'allocation:read',
		tag: 'fund',
		summary: 'One allocation.',
		params: ofAllocation,
		status: 200,
		response: allocationAnswer,
		handle: async (work: FundWork, {params}) => ({
			body: presentAllocation(await getAllocation(work, params.id)),
		}),
	}),
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/allocations/{id}/statement',
		permission: 'allocation:read',
		tag: 'fund',
		summary: 'What an allocation received, owes by its schedule and has paid back.',
		params: ofAllocation,
		status: 200,
		response: statementAnswer,
		handle: async (work: FundWork, {params}) => {
			const allocation = await getAllocation(work, params.id);
			const book = await getBook(work, allocation.book);
			const today = work.today();
			const standing = await readStanding(work, book, allocation, today);
			const remittances = await work.fund.remittances(allocation);
			const returns = await work.fund.returns(allocation);
			const standingSum = (all: readonly {isReversed: boolean; amount: Rupiah}[]) =>
				toText(sum(all.filter(({isReversed}) => !isReversed).map(({amount}) => amount)));
			return {
				body: {
					allocation: presentAllocation(allocation),
					schedule: buildFundSchedule(allocation).map(presentDue),
					dues: standing.dues.map(presentStanding),
					tranches: standing.tranches.map(presentTranche),
					remittances: remittances.map(presentRemittance),
					returns: returns.map(presentReturn),
					reallocations: (await work.fund.reallocations(allocation)).map(presentReallocation),
					...(standing.ending ? {ending: presentEnding(standing.ending)} : {}),
					totals: {
						received: standingSum(standing.tranches),
						remitted: standingSum(remittances),
						returned: standingSum(returns),
						collectedNotRemitted: toText(standing.money.heldForCity),
						owed: toText(standing.owed),
						overdue: toText(overdueOf(standing.dues)),
						earned: toText(standing.earned),
						shareOwed: toText(standing.shareOwed),
					},
				},
			};
		},
	}),
];

const operationRoutes: readonly Route<FundWork>[] = [
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/allocations/{id}/tranches',
		permission: 'tranche:record',
		tag: 'fund',
		summary: "Records a tranche in the cooperative's and the city's book at once.",
		params: ofAllocation,
		body: trancheBody,
		status: 201,
		response: trancheAnswer,
		handle: async (work: FundWork, {params, body}) => ({
			body: presentTranche(await recordTranche(work, {...body, allocation: params.id})),
		}),
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/allocations/{id}/remittances',
		permission: 'remittance:record',
		tag: 'fund',
		summary: 'Records that collected principal went back to the city, in both books at once.',
		params: ofAllocation,
		body: remittanceBody,
		status: 201,
		response: remittanceAnswer,
		handle: async (work: FundWork, {params, body}) => ({
			body: presentRemittance(await recordRemittance(work, {...body, allocation: params.id})),
		}),
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/allocations/{id}/reverse',
		permission: 'fund:reverse',
		tag: 'fund',
		summary: 'Takes a tranche, remittance, return or payment of a share back, in both books.',
		params: ofAllocation,
		body: fundReversalBody,
		status: 204,
		handle: async (work: FundWork, {params, body}) => {
			await reverseFundOperation(work, {...body, allocation: params.id});
			return {};
		},
	}),
];

export const fundRoutes: readonly Route<FundWork>[] = [
	...bookRoutes,
	...programmeRoutes,
	...allocationRoutes,
	...operationRoutes,
	...fundLifeRoutes,
	...proposalRoutes,
];

const statuses: Record<FundCode, number> = {
	'fund/unknown-programme': 422,
	'fund/programme-exists': 409,
	'fund/grace-not-below-tenor': 422,
	'fund/not-a-city-book': 422,
	'fund/unknown-allocation': 404,
	'fund/agreement-exists': 409,
	'fund/over-ceiling': 422,
	'fund/agreed-in-future': 422,
	'fund/tranche-before-agreement': 422,
	'fund/tranche-over-allocation': 422,
	'fund/remits-more-than-collected': 422,
	'fund/investment-written-off': 422,
	'fund/unknown-operation': 404,
	'fund/already-reversed': 409,
	'fund/tranche-count': 422,
	'fund/tranches-stopped': 422,
	'fund/city-share-range': 422,
	'fund/unknown-proposal': 404,
	'fund/proposal-document-exists': 409,
	'fund/proposed-in-future': 422,
	'fund/decided-in-future': 422,
	'fund/decided-before-proposed': 422,
	'fund/proposal-decided': 409,
	'fund/proposal-same-person': 403,
	'fund/granted-over-proposed': 422,
	'fund/proposal-over-ceiling': 422,
	'fund/proposer-overdue': 422,
	'fund/proposer-holds-money': 422,
	'fund/proposer-withdrawn': 422,
	'fund/proposer-without-office': 422,
	'fund/proposal-not-approved': 409,
	'fund/proposal-of-another': 422,
	'fund/proposal-used': 409,
	'fund/over-granted': 422,
	'fund/allocation-ended': 409,
	'fund/ending-date': 422,
	'fund/due-before-ending': 422,
	'fund/returns-more-than-free': 422,
	'fund/moved-to-itself': 422,
	'fund/nothing-to-accrue': 409,
	'fund/share-over-owed': 422,
};

export const fundRefusals: RefusalTable = {texts: fundTexts, statuses};
