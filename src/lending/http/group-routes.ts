import {z} from 'zod';
import {limitDefault, readCursor, toPage} from '../../http/cursor.ts';
import {bookCode, id, page, pageQuery} from '../../http/fields.ts';
import {type Route, route} from '../../http/route.ts';
import type {GroupId} from '../../kernel/ids.ts';
import {
	type LendingWork,
	amendGroup,
	applyAsGroup,
	changeOffice,
	formGroup,
	getGroup,
	joinGroup,
	leaveGroup,
} from '../index.ts';
import {
	groupAmendmentBody,
	groupAnswer,
	groupBody,
	groupDetail,
	groupLoanBody,
	groupLoansAnswer,
	joiningBody,
	leavingBody,
	membershipAnswer,
	officeBody,
	presentGroup,
	presentGroupLoans,
	presentMembership,
	toGroupAmendment,
	toGroupApplication,
	toNewGroup,
} from './group-schemas.ts';

export const ofGroup = z.strictObject({id: id<GroupId>()});

const groupPages: readonly Route<LendingWork>[] = [
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/groups',
		permission: 'group:read',
		tag: 'groups',
		summary: 'Groups of members, by cooperative and number.',
		query: z.strictObject({cooperative: bookCode().optional(), ...pageQuery}),
		status: 200,
		response: page(groupAnswer),
		handle: async (work: LendingWork, {query}) => {
			const {cursor, limit = limitDefault, cooperative} = query;
			const after = readCursor(cursor, z.object({book: z.string(), number: z.int()}));
			const groups = await work.groups.listGroups({
				...(cooperative === undefined ? {} : {book: cooperative}),
				...(after === undefined ? {} : {after}),
				limit: limit + 1,
			});
			const position = ({book, number}: (typeof groups)[number]) => ({book, number});
			return {body: toPage(groups, limit, presentGroup, position)};
		},
	}),
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/groups/{id}',
		permission: 'group:read',
		tag: 'groups',
		summary: 'One group, with everybody who is or was in it.',
		params: ofGroup,
		status: 200,
		response: groupDetail,
		handle: async (work: LendingWork, {params}) => {
			const {group, book} = await getGroup(work, params.id);
			const members = await work.groups.memberships(book, group.id);
			return {body: {...presentGroup(group), members: members.map(presentMembership)}};
		},
	}),
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/groups/{id}/loans',
		permission: 'loan:read',
		tag: 'groups',
		summary: 'The loans of a group: the share of each member.',
		params: ofGroup,
		status: 200,
		response: groupLoansAnswer,
		handle: async (work: LendingWork, {params}) => {
			const {group, book} = await getGroup(work, params.id);
			return {body: presentGroupLoans(await work.groups.groupLoans(book, group.id))};
		},
	}),
];

const groupSteps: readonly Route<LendingWork>[] = [
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/groups',
		permission: 'group:write',
		tag: 'groups',
		summary: 'Forms a group of members of one cooperative.',
		body: groupBody,
		status: 201,
		response: groupAnswer,
		handle: async (work: LendingWork, {body}) => ({
			body: presentGroup(await formGroup(work, toNewGroup(body))),
		}),
	}),
	route({
		kind: 'write',
		method: 'PATCH',
		path: '/v1/groups/{id}',
		permission: 'group:write',
		tag: 'groups',
		summary: 'Amends a group, or dissolves it; what is left out stays.',
		params: ofGroup,
		body: groupAmendmentBody,
		status: 200,
		response: groupAnswer,
		handle: async (work: LendingWork, {params, body}) => ({
			body: presentGroup(await amendGroup(work, toGroupAmendment(params.id, body))),
		}),
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/groups/{id}/members',
		permission: 'group:write',
		tag: 'groups',
		summary: 'A member joins. A member is in one running group at a time.',
		params: ofGroup,
		body: joiningBody,
		status: 201,
		response: membershipAnswer,
		handle: async (work: LendingWork, {params, body: {office, ...body}}) => {
			const named = office === undefined ? {} : {office};
			const joined = await joinGroup(work, {...body, ...named, group: params.id});
			return {body: presentMembership(joined)};
		},
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/groups/{id}/members/leave',
		permission: 'group:write',
		tag: 'groups',
		summary: 'A member leaves, with nothing in the deposit and owing no loan of the group.',
		params: ofGroup,
		body: leavingBody,
		status: 200,
		response: membershipAnswer,
		handle: async (work: LendingWork, {params, body}) => ({
			body: presentMembership(await leaveGroup(work, {...body, group: params.id})),
		}),
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/groups/{id}/members/office',
		permission: 'group:write',
		tag: 'groups',
		summary: 'Gives a member an office of the group, or takes it.',
		params: ofGroup,
		body: officeBody,
		status: 200,
		response: membershipAnswer,
		handle: async (work: LendingWork, {params, body}) => ({
			body: presentMembership(await changeOffice(work, {...body, group: params.id})),
		}),
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/groups/{id}/loans',
		permission: 'loan:apply',
		tag: 'groups',
		summary: 'The group applies at once: a loan for each member by their share, all or none.',
		params: ofGroup,
		body: groupLoanBody,
		status: 201,
		response: groupLoansAnswer,
		handle: async (work: LendingWork, {params, body}) => ({
			body: presentGroupLoans(await applyAsGroup(work, toGroupApplication(params.id, body))),
		}),
	}),
];

export const groupRoutes: readonly Route<LendingWork>[] = [...groupPages, ...groupSteps];
