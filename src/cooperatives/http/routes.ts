import {z} from 'zod';
import {limitDefault, readCursor, toPage} from '../../http/cursor.ts';
import {
	bookCode,
	date,
	dateText,
	id,
	kelurahanField,
	nik,
	page,
	pageQuery,
	regionCodeField,
	text,
} from '../../http/fields.ts';
import type {RefusalTable} from '../../http/problem.ts';
import {type Route, route} from '../../http/route.ts';
import type {BookCode, MemberId} from '../../kernel/ids.ts';
import {
	type Cooperative,
	type CooperativeCode,
	type CooperativeWork,
	type Member,
	cooperativeTexts,
	getCooperative,
	getMember,
	registerCooperative,
	registerMember,
} from '../index.ts';

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

const memberAnswer = z.strictObject({
	id: z.string(),
	cooperative: z.string(),
	number: z.number(),
	nikMasked: z.string().meta({description: 'Only the last four digits are shown.'}),
	name: z.string(),
	sex: z.enum(['female', 'male']),
	birthDate: dateText(),
	kelurahan: z.string(),
	address: z.string(),
	phone: z.string().nullable(),
	joinedOn: dateText(),
});

const presentMember = (member: Member & {book: BookCode}): z.output<typeof memberAnswer> => ({
	id: member.id,
	cooperative: member.book,
	number: member.number,
	nikMasked: `************${member.nik.slice(-4)}`,
	name: member.name,
	sex: member.sex,
	birthDate: member.birthDate,
	kelurahan: member.kelurahanCode,
	address: member.address,
	phone: member.phone ?? null,
	joinedOn: member.joinedOn,
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

const memberPages: readonly Route<CooperativeWork>[] = [
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/members',
		permission: 'member:read',
		tag: 'members',
		summary: 'Members, by cooperative and number.',
		query: z.strictObject({cooperative: bookCode().optional(), ...pageQuery}),
		status: 200,
		response: page(memberAnswer),
		handle: async (work: CooperativeWork, {query}) => {
			const {cursor, limit = limitDefault, cooperative} = query;
			const after = readCursor(cursor, z.object({book: z.string(), number: z.int()}));
			const members = await work.cooperatives.listMembers({
				...(cooperative === undefined ? {} : {book: cooperative}),
				...(after === undefined ? {} : {after}),
				limit: limit + 1,
			});
			return {body: toPage(members, limit, presentMember, ({book, number}) => ({book, number}))};
		},
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/members',
		permission: 'member:write',
		tag: 'members',
		summary: 'Registers a member. Sex and birth date are read from the NIK.',
		body: z.strictObject({
			cooperative: bookCode(),
			nik: nik(),
			name: text({max: 120}),
			kelurahan: kelurahanField(),
			address: text({max: 200}),
			phone: text({max: 20}).optional(),
			joinedOn: date(),
		}),
		status: 201,
		response: memberAnswer,
		handle: async (work: CooperativeWork, {body: {kelurahan, phone, ...body}}) => {
			const member = await registerMember(work, {
				...body,
				...(phone === undefined ? {} : {phone}),
				kelurahanCode: kelurahan,
			});
			return {body: presentMember({...member, book: body.cooperative})};
		},
	}),
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/members/{id}',
		permission: 'member:read',
		tag: 'members',
		summary: 'One member.',
		params: z.strictObject({id: id<MemberId>()}),
		status: 200,
		response: memberAnswer,
		handle: async (work: CooperativeWork, {params}) => ({
			body: presentMember(await getMember(work, params.id)),
		}),
	}),
];

export const cooperativeRoutes: readonly Route<CooperativeWork>[] = [
	...cooperativePages,
	...memberPages,
];

const statuses: Record<CooperativeCode, number> = {
	'cooperative/unknown': 404,
	'cooperative/code-taken': 409,
	'member/unknown': 404,
	'member/nik-duplicate': 409,
	'member/joined-in-future': 422,
	'member/nik-birth-date': 422,
};

export const cooperativeRefusals: RefusalTable = {texts: cooperativeTexts, statuses};
