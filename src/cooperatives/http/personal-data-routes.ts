import {z} from 'zod';
import {limitDefault, readCursor, toPage} from '../../http/cursor.ts';
import {
	bookCode,
	count,
	dateText,
	id,
	momentText,
	nik,
	page,
	pageQuery,
	text,
} from '../../http/fields.ts';
import {type Route, route} from '../../http/route.ts';
import type {MemberId} from '../../kernel/ids.ts';
import {
	type CooperativeWork,
	describeMembers,
	eraseMember,
	exportPersonalData,
	maskedFields,
	searchMembers,
	unmaskMember,
} from '../index.ts';
import {memberAnswer, presentMember} from './member-schemas.ts';

const ofMember = z.strictObject({id: id<MemberId>()});

const reason = () =>
	text({min: 5, max: 200}).meta({
		description: 'Why; it stays in the trail, without numbers of seven digits or more.',
	});

const search: Route<CooperativeWork> = route({
	kind: 'read',
	method: 'POST',
	path: '/v1/members/search',
	permission: 'member:read',
	tag: 'members',
	summary: 'Members by their number, their whole NIK or phone, or a part of their name.',
	description:
		'Asked by POST so that no address holds what is searched for. Nothing is written, and no ' +
		'Idempotency-Key is needed. Whose phone or NIK it is, is told within the scope alone.',
	query: z.strictObject(pageQuery),
	body: z.strictObject({
		cooperative: bookCode().optional(),
		number: count({min: 1, max: 999_999_999})
			.optional()
			.meta({description: 'Of a member in the cooperative.'}),
		nik: nik().optional(),
		phone: text({max: 20}).optional().meta({description: 'However it is written.'}),
		name: text({max: 120}).optional().meta({description: 'Any part of it.'}),
	}),
	status: 200,
	response: page(memberAnswer),
	handle: async (work: CooperativeWork, {query, body: {cooperative, ...sought}}) => {
		const {cursor, limit = limitDefault} = query;
		const after = readCursor(cursor, z.object({book: z.string(), number: z.int()}));
		const members = await searchMembers(work, {
			...sought,
			...(cooperative === undefined ? {} : {book: cooperative}),
			...(after === undefined ? {} : {after}),
			limit: limit + 1,
		});
		const described = await describeMembers(work, members);
		const position = ({book, number}: (typeof described)[number]) => ({book, number});
		return {body: toPage(described, limit, presentMember, position)};
	},
});

const unmasking: Route<CooperativeWork> = route({
	kind: 'read',
	method: 'POST',
	path: '/v1/members/{id}/unmask',
	permission: 'member:unmask',
	tag: 'members',
	summary: 'NIK, phone and address of a member in full, for a reason.',
	description:
		'Who saw which of them of whom, and why, stays in the trail. No Idempotency-Key is needed: ' +
		'what is shown is kept nowhere, and shown again it is told again.',
	params: ofMember,
	body: z.strictObject({fields: z.array(z.enum(maskedFields)).min(1).max(3), reason: reason()}),
	status: 200,
	response: z.strictObject({
		id: z.string(),
		nik: z.string().optional(),
		phone: z.string().nullable().optional(),
		address: z.string().optional(),
	}),
	handle: async (work: CooperativeWork, {params, body}) => ({
		body: {id: params.id, ...(await unmaskMember(work, {member: params.id, ...body}))},
	}),
});

const status = z.enum(['in-force', 'provisional']);

const exportAnswer = z.strictObject({
	member: z.string(),
	controller: z.string().meta({description: 'The cooperative, which answers for it.'}),
	exportedAt: momentText(),
	legalBasis: z.string(),
	person: z.strictObject({
		number: z.number(),
		nik: z.string(),
		name: z.string(),
		sex: z.enum(['female', 'male']),
		birthDate: dateText(),
		kelurahan: z.string(),
		address: z.string(),
		phone: z.string().nullable(),
	}),
	purposes: z.array(
		z.strictObject({
			code: z.string(),
			purpose: z.strictObject({id: z.string(), en: z.string()}),
			legalBasis: z.string(),
			status,
		}),
	),
	retention: z.array(
		z.strictObject({
			code: z.string(),
			version: z.number(),
			years: z.number().meta({description: 'From the end of the year of the last entry.'}),
			legalBasis: z.string(),
			status,
		}),
	),
	erasableFrom: dateText()
		.nullable()
		.meta({description: 'When no duty to keep the books forbids it; null for a member.'}),
	records: z
		.record(z.string(), z.array(z.record(z.string(), z.string().nullable())))
		.meta({description: 'All that is kept, by table; every value is text.'}),
});

const exporting: Route<CooperativeWork> = route({
	kind: 'read',
	method: 'GET',
	path: '/v1/members/{id}/personal-data',
	permission: 'member:export',
	tag: 'members',
	summary: 'All that is kept of a member, for that person.',
	description:
		'In full, with what for and how long (UU 27/2022 Pasal 7 and 13). That it was given out ' +
		'stays in the trail.',
	params: ofMember,
	status: 200,
	response: exportAnswer,
	handle: async (work: CooperativeWork, {params}) => {
		const {member, ...told} = await exportPersonalData(work, params.id);
		const {number, nik: digits, name, sex, birthDate, kelurahanCode, address, phone} = member;
		return {
			headers: {'Content-Disposition': `attachment; filename="member-${number}.json"`},
			body: {
				member: member.id,
				controller: told.cooperative,
				exportedAt: told.exportedAt.toISOString(),
				legalBasis: 'UU 27/2022 Pasal 7, Pasal 13',
				person: {
					...{number, nik: digits, name, sex, birthDate, address},
					kelurahan: kelurahanCode,
					phone: phone ?? null,
				},
				purposes: told.purposes,
				retention: told.retention,
				erasableFrom: told.erasure.erasableFrom ?? null,
				records: told.records,
			},
		};
	},
});

const erasing: Route<CooperativeWork> = route({
	kind: 'write',
	method: 'POST',
	path: '/v1/members/{id}/erasure',
	permission: 'member:erase',
	tag: 'members',
	summary: 'Erases what tells who a member was, where no duty forbids it.',
	description:
		'Name, NIK, address, phone, business, the day of birth and the papers of who left and owes ' +
		'nothing, once the books about them need no longer be kept (UU 27/2022 Pasal 8). The ledger ' +
		'and the number stay. Otherwise it is refused with the duty and the day from which it may be.',
	params: ofMember,
	body: z.strictObject({reason: reason()}),
	status: 200,
	response: z.strictObject({
		id: z.string(),
		number: z.number(),
		erasedAt: momentText(),
		papersKept: z.number().meta({description: 'Papers that entries were sealed with.'}),
	}),
	handle: async (work: CooperativeWork, {params, body}) => {
		const {erasedAt, ...done} = await eraseMember(work, {member: params.id, ...body});
		return {body: {id: params.id, ...done, erasedAt: erasedAt.toISOString()}};
	},
});

export const personalDataRoutes: readonly Route<CooperativeWork>[] = [
	search,
	unmasking,
	exporting,
	erasing,
];
