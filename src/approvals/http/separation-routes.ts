import {z} from 'zod';
import {bookCode, date, dateText, id, momentText, page, text} from '../../http/fields.ts';
import {type Route, route} from '../../http/route.ts';
import {assert} from '../../kernel/assert.ts';
import {selfOrKin} from '../../kernel/kinship.ts';
import type {MemberId} from '../../kernel/ids.ts';
import {
	type ApprovalWork,
	type Separation,
	type UserTie,
	endTie,
	listTies,
	setSeparation,
	tieUser,
} from '../index.ts';

const separationAnswer = z.strictObject({
	first: z.string(),
	second: z.string(),
	version: z.number(),
	effectiveFrom: dateText(),
	isKept: z.boolean(),
	heldBy: z.string().nullable().meta({description: 'The law that keeps it for ever, if any.'}),
	legalBasis: z.string(),
	status: z.enum(['in-force', 'provisional']),
	setBy: z.string(),
	recordedAt: momentText(),
});

const presentSeparation = (one: Separation): z.output<typeof separationAnswer> => ({
	...one,
	heldBy: one.heldBy ?? null,
	recordedAt: one.recordedAt.toISOString(),
});

const tieAnswer = z.strictObject({
	id: z.string(),
	book: z.string(),
	user: z.string(),
	member: z.string(),
	relation: z.enum(selfOrKin),
	recordedBy: z.string(),
	recordedAt: momentText(),
	endedAt: momentText().nullable(),
});

const presentTie = (tie: UserTie): z.output<typeof tieAnswer> => ({
	id: tie.id,
	book: tie.book,
	user: tie.userName,
	member: tie.member,
	relation: tie.relation,
	recordedBy: tie.recordedBy,
	recordedAt: tie.recordedAt.toISOString(),
	endedAt: tie.endedAt?.toISOString() ?? null,
});

const duty = () =>
	text({max: 60}).meta({description: 'A step of a subject, such as `loan.approved`.'});
const ofCooperative = z.strictObject({code: bookCode()});
const tag = 'approvals';

const separationRoutes: readonly Route<ApprovalWork>[] = [
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/separations',
		permission: 'approval:read',
		tag,
		summary: 'Which two duties one person does not do on the same subject, in all versions.',
		status: 200,
		response: page(separationAnswer),
		handle: async (work: ApprovalWork) => ({
			body: {
				items: (await work.separations.versions()).map(presentSeparation),
				nextCursor: null,
			},
		}),
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/separations',
		permission: 'approval:policy',
		tag,
		summary: 'Keeps two duties apart from a day on, or lets one person do both again.',
		description: 'To let one person do both waits for a second administrator.',
		body: z.strictObject({
			first: duty(),
			second: duty(),
			effectiveFrom: date(),
			isKept: z.boolean(),
			legalBasis: text({max: 200}),
			status: z.enum(['in-force', 'provisional']).optional(),
		}),
		status: 201,
		response: separationAnswer,
		handle: async (work: ApprovalWork, {body, caller}) => {
			const within = caller?.scopeFor('approval:policy');
			assert(within, 'A route is answered for a caller who has its permission.');
			const terms = {...body, status: body.status ?? ('in-force' as const)};
			return {body: presentSeparation(await setSeparation(work, within, terms))};
		},
	}),
];

const tieRoutes: readonly Route<ApprovalWork>[] = [
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/cooperatives/{code}/user-ties',
		permission: 'member:read',
		tag,
		summary: 'Which users are members of a cooperative, or kin to one.',
		params: ofCooperative,
		status: 200,
		response: page(tieAnswer),
		handle: async (work: ApprovalWork, {params: {code}}) => ({
			body: {items: (await listTies(work, code)).map(presentTie), nextCursor: null},
		}),
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/cooperatives/{code}/user-ties',
		permission: 'pengurus:write',
		tag,
		summary: 'Says that a user is a member, or kin to one: they decide nothing about their loans.',
		params: ofCooperative,
		body: z.strictObject({
			user: text({max: 64}).meta({description: "The user's name."}),
			member: id<MemberId>(),
			relation: z.enum(selfOrKin),
		}),
		status: 201,
		response: tieAnswer,
		handle: async (work: ApprovalWork, {params: {code}, body}) => ({
			body: presentTie(await tieUser(work, {...body, book: code})),
		}),
	}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/user-ties/{id}/end',
		permission: 'pengurus:write',
		tag,
		summary: 'Says that a user is kin to a member no more.',
		params: z.strictObject({id: id()}),
		status: 200,
		response: tieAnswer,
		handle: async (work: ApprovalWork, {params}) => ({
			body: presentTie(await endTie(work, params.id)),
		}),
	}),
];

export const dutyRoutes: readonly Route<ApprovalWork>[] = [...separationRoutes, ...tieRoutes];
