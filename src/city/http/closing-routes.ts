import {z} from 'zod';
import {limitDefault, readCursor, toPage} from '../../http/cursor.ts';
import {
	amountText,
	bookCode,
	date,
	dateText,
	moment,
	momentText,
	month,
	page,
	pageQuery,
} from '../../http/fields.ts';
import {type Route, laidOut, route} from '../../http/route.ts';
import {toText} from '../../kernel/money.ts';
import {
	type CityPolicy,
	type CityWork,
	type CurrentPortion,
	type FundProvision,
	bookCurrentPortion,
	bookFundProvision,
	getCity,
	readAnnex,
} from '../index.ts';
import {annexAnswer, presentAnnex} from './annex-contract.ts';
import {layAnnex} from './annex-sheet.ts';

const ofCity = z.strictObject({book: bookCode()});

const run = {
	number: z.number(),
	allocation: z.string(),
	bookedBefore: amountText(),
	required: amountText(),
	entry: z.number(),
	bookedBy: z.string(),
	recordedAt: momentText(),
};

const currentPortionAnswer = z.strictObject({
	...run,
	balanceDate: dateText(),
	mirrorEntry: z.number().meta({description: 'The entry of the next day that takes it back.'}),
});

const provisionAnswer = z.strictObject({
	...run,
	month: z.string(),
	policy: z.string(),
	version: z.number(),
	class: z.string(),
	monthsPastDue: z.number(),
	base: amountText().meta({description: 'What stood on the books on the last day.'}),
});

const presentRun = (one: CurrentPortion | FundProvision) => ({
	number: one.number,
	allocation: one.fund,
	bookedBefore: toText(one.bookedBefore),
	required: toText(one.required),
	entry: one.entryNumber,
	bookedBy: one.bookedBy,
	recordedAt: one.recordedAt.toISOString(),
});

const presentCurrentPortion = (one: CurrentPortion): z.output<typeof currentPortionAnswer> => ({
	...presentRun(one),
	balanceDate: one.balanceDate,
	mirrorEntry: one.mirrorEntry,
});

const presentProvision = (one: FundProvision): z.output<typeof provisionAnswer> => ({
	...presentRun(one),
	month: one.month.slice(0, 7),
	policy: one.policy,
	version: one.version,
	class: one.class,
	monthsPastDue: one.monthsPastDue,
	base: toText(one.base),
});

const policyAnswer = z.strictObject({
	version: z.number(),
	effectiveFrom: dateText(),
	provisionPolicy: z.string().meta({description: 'By which a cooperative is rated.'}),
	councilAbove: amountText().meta({
		description: 'Above this a write-off needs a document of the council (DPRD).',
	}),
	legalBasis: z.string(),
	status: z.enum(['in-force', 'provisional']),
});

const presentPolicy = (one: CityPolicy): z.output<typeof policyAnswer> => ({
	...one,
	councilAbove: toText(one.councilAbove),
});

const position = z.object({number: z.int()});
const numberOf = ({number}: {readonly number: number}) => ({number});

type Asked = {readonly cursor?: string | undefined; readonly limit?: number | undefined};

function pageOf({cursor, limit = limitDefault}: Asked) {
	return {after: readCursor(cursor, position)?.number ?? 0, limit};
}

const currentPortions: readonly Route<CityWork>[] = [
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/city/{book}/current-portions',
		permission: 'city:read',
		tag: 'city',
		summary: 'What was booked as current (bagian lancar) on balance dates, per allocation.',
		params: ofCity,
		query: z.strictObject(pageQuery),
		status: 200,
		response: page(currentPortionAnswer),
		handle: async (work: CityWork, {params, query}) => {
			const {after, limit} = pageOf(query);
			const city = await getCity(work, params.book);
			const records = await work.city.currentPortions(city, {after, limit: limit + 1});
			return {body: toPage(records, limit, presentCurrentPortion, numberOf)};
		},
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/city/{book}/current-portions',
		permission: 'city:close',
		tag: 'city',
		summary: 'Books the current portion on a balance date, with its mirror on the next day.',
		description: 'Run again for the same day it books the difference alone.',
		params: ofCity,
		body: z.strictObject({balanceDate: date()}),
		status: 201,
		response: page(currentPortionAnswer),
		handle: async (work: CityWork, {params, body}) => {
			const records = await bookCurrentPortion(work, {...params, ...body});
			return {body: {items: records.map(presentCurrentPortion), nextCursor: null}};
		},
	}),
];

const provisions: readonly Route<CityWork>[] = [
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/city/{book}/provisions',
		permission: 'city:read',
		tag: 'city',
		summary: 'The provisions (penyisihan dana bergulir) that were booked, per allocation.',
		params: ofCity,
		query: z.strictObject(pageQuery),
		status: 200,
		response: page(provisionAnswer),
		handle: async (work: CityWork, {params, query}) => {
			const {after, limit} = pageOf(query);
			const city = await getCity(work, params.book);
			const records = await work.city.provisions(city, {after, limit: limit + 1});
			return {body: toPage(records, limit, presentProvision, numberOf)};
		},
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/city/{book}/provisions',
		permission: 'city:close',
		tag: 'city',
		summary: "Books a month's provision for what each cooperative owes, by the difference.",
		params: ofCity,
		body: z.strictObject({month: month()}),
		status: 201,
		response: page(provisionAnswer),
		handle: async (work: CityWork, {params, body}) => {
			const records = await bookFundProvision(work, {...params, ...body});
			return {body: {items: records.map(presentProvision), nextCursor: null}};
		},
	}),
];

export const closingRoutes: readonly Route<CityWork>[] = [
	...currentPortions,
	...provisions,
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/city-policies',
		permission: 'programme:read',
		tag: 'city',
		summary: 'By what a city rates cooperatives and writes off, with the legal basis.',
		status: 200,
		response: page(policyAnswer),
		handle: async (work: CityWork) => {
			const versions = await work.city.policyVersions();
			return {body: {items: versions.map(presentPolicy), nextCursor: null}};
		},
	}),
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/reports/revolving-fund-annex',
		permission: 'report:read',
		tag: 'reports',
		summary: 'Daftar Dana Bergulir dan Penyisihan Dana Bergulir, per allocation.',
		query: z.strictObject({
			book: bookCode(),
			from: date().optional().meta({description: 'The first day; 1 January without it.'}),
			asOf: date().optional().meta({description: 'The last day; today without it.'}),
			knownAt: moment().optional().meta({description: 'As the books stood at this moment.'}),
		}),
		status: 200,
		...laidOut(annexAnswer, layAnnex),
		handle: async (work: CityWork, {query: {book, from, asOf, knownAt}, language}) => {
			const question = {
				book,
				asOf: asOf ?? work.today(),
				...(from === undefined ? {} : {from}),
				...(knownAt === undefined ? {} : {knownAt: new Date(knownAt)}),
			};
			return {body: presentAnnex(work, question, await readAnnex(work, question), language)};
		},
	}),
];
