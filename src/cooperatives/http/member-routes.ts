import {z} from 'zod';
import {limitDefault, readCursor, toPage} from '../../http/cursor.ts';
import {bookCode, id, page, pageQuery} from '../../http/fields.ts';
import {type Route, route} from '../../http/route.ts';
import type {MemberId} from '../../kernel/ids.ts';
import {
	type CooperativeWork,
	amendMember,
	describeMember,
	describeMembers,
	getCooperative,
	getMember,
	registerMember,
} from '../index.ts';
import {
	amendmentBody,
	attemptAnswer,
	memberAnswer,
	memberBody,
	memberDetail,
	presentAttempt,
	presentDetail,
	presentMember,
	toAmendment,
	toNewMember,
} from './member-schemas.ts';

const ofMember = z.strictObject({id: id<MemberId>()});

export const memberRoutes: readonly Route<CooperativeWork>[] = [
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
			const described = await describeMembers(work, members);
			const position = ({book, number}: (typeof described)[number]) => ({book, number});
			return {body: toPage(described, limit, presentMember, position)};
		},
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/members',
		permission: 'member:write',
		tag: 'members',
		summary: 'Registers a member. Sex and birth date are read from the NIK.',
		description: 'A NIK that is taken is refused, and the attempt stays in the record.',
		body: memberBody,
		status: 201,
		response: memberDetail,
		handle: async (work: CooperativeWork, {body}) => {
			const member = {...(await registerMember(work, toNewMember(body))), book: body.cooperative};
			return {body: presentDetail(await describeMember(work, member))};
		},
	}),
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/members/duplicates',
		permission: 'member:read',
		tag: 'members',
		summary: 'Attempts to register a NIK that was taken, the latest first.',
		query: z.strictObject({cooperative: bookCode().optional(), ...pageQuery}),
		status: 200,
		response: page(attemptAnswer),
		handle: async (work: CooperativeWork, {query}) => {
			const {cursor, limit = limitDefault, cooperative} = query;
			if (cooperative !== undefined) await getCooperative(work, cooperative);
			const after = readCursor(cursor, z.object({at: z.iso.datetime(), id: z.uuid()}));
			const attempts = await work.cooperatives.listNikAttempts({
				...(cooperative === undefined ? {} : {book: cooperative}),
				...(after === undefined ? {} : {after}),
				limit: limit + 1,
			});
			const position = ({attemptedAt, id: last}: (typeof attempts)[number]) => ({
				at: attemptedAt.toISOString(),
				id: last,
			});
			return {body: toPage(attempts, limit, presentAttempt, position)};
		},
	}),
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/members/{id}',
		permission: 'member:read',
		tag: 'members',
		summary: 'One member, with whom they are related to and who has the same phone.',
		params: ofMember,
		status: 200,
		response: memberDetail,
		handle: async (work: CooperativeWork, {params}) => ({
			body: presentDetail(await describeMember(work, await getMember(work, params.id))),
		}),
	}),
	route({
		kind: 'write',
		method: 'PATCH',
		path: '/v1/members/{id}',
		permission: 'member:write',
		tag: 'members',
		summary: 'Amends address, kelurahan, phone and business; what is left out stays.',
		params: ofMember,
		body: amendmentBody,
		status: 200,
		response: memberDetail,
		handle: async (work: CooperativeWork, {params, body}) => {
			const amended = await amendMember(work, toAmendment(params.id, body));
			return {body: presentDetail(await describeMember(work, amended))};
		},
	}),
];
