import {z} from 'zod';
import {limitDefault, readCursor, toPage} from '../../http/cursor.ts';
import {
	bookCode,
	date,
	kelurahanField,
	page,
	pageQuery,
	regionCodeField,
	text,
} from '../../http/fields.ts';
import type {RefusalTable} from '../../http/problem.ts';
import {type Route, route} from '../../http/route.ts';
import {
	type Cooperative,
	type CooperativeCode,
	type CooperativeWork,
	cooperativeTexts,
	getCooperative,
	registerCooperative,
} from '../index.ts';
import {memberAccountRoutes} from './account-routes.ts';
import {attachmentRoutes} from './attachment-routes.ts';
import {memberRoutes} from './member-routes.ts';
import {pengurusRoutes} from './pengurus-routes.ts';
import {personalDataRoutes} from './personal-data-routes.ts';

const form = z.enum(['bmt', 'lkm']);

const cooperativeAnswer = z.strictObject({
	id: z.string(),
	code: z.string(),
	book: z.string().meta({description: 'The code of its book: the same as its own.'}),
	name: z.string(),
	form,
	legalNumber: z.string(),
	kelurahan: z.string(),
});

const presentCooperative = (one: Cooperative): z.output<typeof cooperativeAnswer> => ({
	id: one.id,
	code: one.code,
	book: one.code,
	name: one.name,
	form: one.form,
	legalNumber: one.legalNumber,
	kelurahan: one.kelurahanCode,
});

const cooperativePages: readonly Route<CooperativeWork>[] = [
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/cooperatives',
		permission: 'cooperative:read',
		tag: 'cooperatives',
		summary: 'Cooperatives, by code.',
		query: z.strictObject({region: regionCodeField().optional(), ...pageQuery}),
		status: 200,
		response: page(cooperativeAnswer),
		handle: async (work: CooperativeWork, {query}) => {
			const {cursor, limit = limitDefault, region} = query;
			const cooperatives = await work.cooperatives.listCooperatives({
				...(region === undefined ? {} : {region}),
				after: readCursor(cursor, z.string()) ?? '',
				limit: limit + 1,
			});
			return {body: toPage(cooperatives, limit, presentCooperative, ({code}) => code)};
		},
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/cooperatives',
		permission: 'cooperative:write',
		tag: 'cooperatives',
		summary: 'Registers a cooperative and opens its book with a chart of accounts.',
		body: z.strictObject({
			code: bookCode(),
			name: text({max: 120}),
			form,
			legalNumber: text({max: 100}),
			kelurahan: kelurahanField(),
			openedOn: date(),
		}),
		status: 201,
		response: cooperativeAnswer,
		handle: async (work: CooperativeWork, {body: {kelurahan, ...body}}) => {
			const cooperative = await registerCooperative(work, {...body, kelurahanCode: kelurahan});
			return {body: presentCooperative(cooperative)};
		},
	}),
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/cooperatives/{code}',
		permission: 'cooperative:read',
		tag: 'cooperatives',
		summary: 'One cooperative.',
		params: z.strictObject({code: bookCode()}),
		status: 200,
		response: cooperativeAnswer,
		handle: async (work: CooperativeWork, {params}) => ({
			body: presentCooperative(await getCooperative(work, params.code)),
		}),
	}),
];

export const cooperativeRoutes: readonly Route<CooperativeWork>[] = [
	...cooperativePages,
	...personalDataRoutes,
	...memberRoutes,
	...memberAccountRoutes,
	...pengurusRoutes,
	...attachmentRoutes,
];

const statuses: Record<CooperativeCode, number> = {
	'cooperative/unknown': 404,
	'cooperative/code-taken': 409,
	'member/unknown': 404,
	'member/nik-duplicate': 409,
	'member/joined-in-future': 422,
	'member/nik-birth-date': 422,
	'member/nothing-to-amend': 422,
	'member-account/unknown': 404,
	'member-account/number-malformed': 422,
	'member-account/holder-missing': 422,
	'member-account/since-in-future': 422,
	'member-account/already-there': 409,
	'member-account/already-ended': 409,
	'member-account/end-in-future': 422,
	'member-account/ended-before-start': 422,
	'member/erased': 409,
	'member/erasure-member': 409,
	'member/erasure-bound': 409,
	'member/erasure-retention': 409,
	'member/nothing-to-search': 422,
	'pengurus/unknown': 404,
	'pengurus/since-in-future': 422,
	'pengurus/in-office': 409,
	'pengurus/already-ended': 409,
	'pengurus/end-in-future': 422,
	'pengurus/ended-before-start': 422,
	'pengurus/of-another-cooperative': 422,
	'pengurus/tie-to-self': 422,
	'pengurus/tied-already': 409,
	'pengurus/unknown-tie': 404,
	'attachment/unknown': 404,
	'attachment/unknown-loan': 404,
	'attachment/unknown-claim': 404,
	'attachment/unknown-allocation': 404,
	'attachment/not-base64': 422,
	'attachment/empty': 422,
	'attachment/too-large': 413,
	'attachment/type-not-allowed': 415,
	'attachment/already-there': 409,
	'attachment/too-many': 409,
	'cooperative/law-broken': 409,
};

export const cooperativeRefusals: RefusalTable = {texts: cooperativeTexts, statuses};
