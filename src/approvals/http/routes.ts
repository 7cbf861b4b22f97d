import {z} from 'zod';
import {limitDefault, readCursor, toPage} from '../../http/cursor.ts';
import {page} from '../../http/fields.ts';
import {type Caller, type Route, route} from '../../http/route.ts';
import {waitingAnswer} from '../../http/waiting.ts';
import {assert} from '../../kernel/assert.ts';
import {
	type ApprovalWork,
	type Checker,
	type PendingCommand,
	approvePending,
	changePending,
	listPending,
	readPending,
	rejectPending,
	setApprovalPolicy,
	withdrawPending,
	writeNames,
} from '../index.ts';
import {effectRoutes} from './effect-routes.ts';
import {limitRoutes} from './limit-routes.ts';
import {presentPending, presentPolicy} from './present.ts';
import {dutyRoutes} from './separation-routes.ts';
import {
	approvalBody,
	approvedAnswer,
	changeBody,
	inboxQuery,
	ofPending,
	pendingAnswer,
	policyAnswer,
	policyBody,
	policyList,
	rejectionBody,
	withdrawalBody,
} from './schemas.ts';

const tag = 'approvals';

/** The caller of a route that has one by its permission. */
function checkerOf(caller: Caller | undefined): Checker {
	assert(caller, 'A route that is not public is answered only for a caller.');
	return caller;
}

const whole = (work: ApprovalWork, pending: PendingCommand): z.output<typeof pendingAnswer> => ({
	...presentPending(pending, work.now()),
	body: pending.body ?? null,
});

const readRoutes: readonly Route<ApprovalWork>[] = [
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/approvals',
		permission: 'approval:read',
		tag,
		summary: 'The commands that wait for a second person, or waited, the newest first.',
		description: 'Those that I may check, those that I made, and all for who reads the trail.',
		query: inboxQuery,
		status: 200,
		response: page(waitingAnswer),
		handle: async (work: ApprovalWork, {query, caller}) => {
			const {cursor, limit = limitDefault, status, book} = query;
			const after = readCursor(cursor, z.object({madeAt: z.string(), id: z.uuid()}));
			const found = await listPending(work, checkerOf(caller), {
				...(status === undefined ? {} : {status}),
				...(book === undefined ? {} : {book}),
				...(after === undefined ? {} : {after}),
				limit: limit + 1,
			});
			const present = (pending: PendingCommand) => presentPending(pending, work.now());
			const position = ({madeAt, id}: PendingCommand) => ({madeAt: madeAt.toISOString(), id});
			return {body: toPage(found, limit, present, position)};
		},
	}),
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/approvals/{id}',
		permission: 'approval:read',
		tag,
		summary: 'One command that waits, with what was sent and what it would write.',
		params: ofPending,
		status: 200,
		response: pendingAnswer,
		handle: async (work: ApprovalWork, {params, caller}) => ({
			body: whole(work, await readPending(work, checkerOf(caller), params.id)),
		}),
	}),
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/approval-policies',
		permission: 'approval:read',
		tag,
		summary: 'Which writes need a second person, in all versions.',
		status: 200,
		response: policyList,
		handle: async (work: ApprovalWork) => ({
			body: {
				items: (await work.approvals.policies()).map(presentPolicy),
				nextCursor: null,
				writes: [...writeNames],
			},
		}),
	}),
];

const write = {kind: 'write', method: 'POST', tag} as const;
const decide = {...write, permission: 'approval:decide', params: ofPending, status: 200} as const;
const own = {...write, permission: 'approval:read', params: ofPending, status: 200} as const;

const writeRoutes: readonly Route<ApprovalWork>[] = [
	route({
		...decide,
		path: '/v1/approvals/{id}/approve',
		summary: 'Lets a command of somebody else pass: it is carried out now.',
		description:
			"Takes the command's own permission where it writes. It must write what was shown, or it is refused.",
		body: approvalBody,
		response: approvedAnswer,
		handle: async (work: ApprovalWork, {params, body, caller}) => {
			const {reason, version} = body;
			const wish = {id: params.id, version, ...(reason === undefined ? {} : {reason})};
			const {pending, answer} = await approvePending(work, checkerOf(caller), wish);
			return {
				body: {
					approval: presentPending(pending, work.now()),
					answer: {status: answer.status, body: answer.body ?? null},
				},
			};
		},
	}),
	route({
		...decide,
		path: '/v1/approvals/{id}/reject',
		summary: 'Says no to a command of somebody else, and why.',
		body: rejectionBody,
		response: waitingAnswer,
		handle: async (work: ApprovalWork, {params, body, caller}) => {
			const pending = await rejectPending(work, checkerOf(caller), {id: params.id, ...body});
			return {body: presentPending(pending, work.now())};
		},
	}),
	route({
		...own,
		path: '/v1/approvals/{id}/withdraw',
		summary: 'Takes back a command of my own that waits.',
		body: withdrawalBody,
		response: waitingAnswer,
		handle: async (work: ApprovalWork, {params, body}) => {
			const pending = await withdrawPending(work, {id: params.id, ...body});
			return {body: presentPending(pending, work.now())};
		},
	}),
	route({
		...own,
		path: '/v1/approvals/{id}/change',
		summary: 'Sends another body for a command of my own that waits.',
		description: 'It is a new version: who approves has to have read it.',
		body: changeBody,
		response: pendingAnswer,
		handle: async (work: ApprovalWork, {params, body: {version, body}}) => ({
			body: whole(work, await changePending(work, {id: params.id, version, body})),
		}),
	}),
	route({
		...write,
		path: '/v1/approval-policies',
		permission: 'approval:policy',
		tag,
		summary: 'Says which writes need a second person from a day on.',
		description:
			'A new version. One that holds less than before waits for a second administrator itself.',
		body: policyBody,
		status: 201,
		response: policyAnswer,
		handle: async (work: ApprovalWork, {caller, body}) => {
			const {amountAbove, backdatedOver, ...others} = body;
			const policy = await setApprovalPolicy(work, checkerOf(caller).scopeFor('approval:policy')!, {
				isNamed: true,
				expiresAfterHours: 72,
				status: 'in-force',
				...withoutUndefined(others),
				...(amountAbove === undefined ? {} : {amountAbove}),
				...(backdatedOver === undefined ? {} : {backdatedOver}),
			});
			return {body: presentPolicy(policy)};
		},
	}),
];

type Body = Omit<z.output<typeof policyBody>, 'amountAbove' | 'backdatedOver'>;

/** What was left out of a body leaves the default alone. */
const withoutUndefined = ({isNamed, expiresAfterHours, status, ...required}: Body) => ({
	...required,
	...(isNamed === undefined ? {} : {isNamed}),
	...(expiresAfterHours === undefined ? {} : {expiresAfterHours}),
	...(status === undefined ? {} : {status}),
});

export const approvalRoutes: readonly Route<ApprovalWork>[] = [
	...readRoutes,
	...writeRoutes,
	...dutyRoutes,
	...limitRoutes,
	...effectRoutes,
];
