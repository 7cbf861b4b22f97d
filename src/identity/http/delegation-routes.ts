import {z} from 'zod';
import {date, dateText, id, momentText, page, text} from '../../http/fields.ts';
import {type Route, route} from '../../http/route.ts';
import type {UserId} from '../../kernel/ids.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import {permissions} from '../../kernel/permission.ts';
import {
	type Delegation,
	type IdentityWork,
	actFor,
	decideScope,
	delegationDaysMax,
	delegationStates,
	getUser,
	giveDelegation,
	revokeDelegation,
	roles,
	scopeText,
	stateOn,
} from '../index.ts';
import {administrator, signedIn} from './caller.ts';
import {type SessionSettings, sessionHeaders} from './cookie.ts';
import {userParams} from './schemas.ts';

/** Acting for another: who handed what on to whom, and the session for it. */
export const createDelegationRoutes = (settings: SessionSettings): Route<IdentityWork>[] => [
	listOwn(),
	give(),
	takeBack(),
	listOfUser(),
	act(settings),
];

const tag = 'identity';

const delegationAnswer = z.strictObject({
	id: z.string().meta({format: 'uuid'}),
	from: z.string(),
	to: z.string(),
	role: z.enum(roles),
	scope: z.string(),
	permissions: z.array(z.enum(permissions)),
	firstOn: dateText(),
	lastOn: dateText(),
	reason: z.string(),
	givenAt: momentText(),
	revokedAt: momentText().nullable(),
	revokedBy: z.string().nullable(),
	state: z.enum(delegationStates).meta({description: 'Today, in the time zone of the books.'}),
});

const present = (one: Delegation, today: LocalDate): z.output<typeof delegationAnswer> => ({
	id: one.id,
	from: one.delegator.name,
	to: one.delegate.name,
	role: one.role,
	scope: scopeText(one.scope),
	permissions: [...one.permissions],
	firstOn: one.firstOn,
	lastOn: one.lastOn,
	reason: one.reason,
	givenAt: one.givenAt.toISOString(),
	revokedAt: one.revokedAt?.toISOString() ?? null,
	revokedBy: one.revokedBy ?? null,
	state: stateOn(one, today),
});

const userName = () => text({max: 64}).meta({description: "The user's name."});

const listOwn = () =>
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/delegations',
		permission: 'self',
		tag,
		summary: 'What I handed on, and what was handed on to me',
		status: 200,
		response: page(delegationAnswer),
		async handle(work: IdentityWork, {caller}) {
			const {actor} = signedIn(caller);
			const held = await work.identity.listDelegations(actor.userId as UserId);
			return {body: {items: held.map((one) => present(one, work.today())), nextCursor: null}};
		},
	});

const give = () =>
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/delegations',
		permission: 'delegation:give',
		tag,
		summary: 'Let another act for me, from a day to a day',
		description:
			'In one of my roles or a part of it, within its scope and my amount limits, both days ' +
			`whole and ${delegationDaysMax} days at most. Whoever acts for me counts as both of us: ` +
			'neither approves what the other made. It cannot be handed on again, and ends when I lose ' +
			'the role or am shut out.',
		body: z.strictObject({
			to: userName(),
			role: z.enum(roles),
			scope: z.string().meta({
				description: 'Within that of my role: all, a region code, or that of a cooperative.',
				examples: ['17.71.02', 'KOP-1771011001'],
			}),
			permissions: z
				.array(z.enum(permissions))
				.min(1)
				.max(permissions.length)
				.optional()
				.meta({description: 'These alone; all of the role that can be handed on without it.'}),
			firstOn: date(),
			lastOn: date(),
			reason: text({max: 200}),
		}),
		status: 201,
		response: delegationAnswer,
		refusals: [403, 404, 409],
		async handle(work: IdentityWork, {caller, body: {scope, permissions: some, ...body}}) {
			const delegation = await giveDelegation(work, signedIn(caller), {
				...body,
				scope: decideScope(scope),
				...(some === undefined ? {} : {permissions: some}),
			});
			return {body: present(delegation, work.today())};
		},
	});

const takeBack = () =>
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/delegations/{id}/revoke',
		permission: 'self',
		tag,
		summary: 'End a delegation',
		description: 'One that I gave or received, or one of a user whom I manage.',
		params: z.strictObject({id: id()}),
		status: 200,
		response: delegationAnswer,
		refusals: [404],
		async handle(work: IdentityWork, {caller, params}) {
			const {actor, scopeFor} = signedIn(caller);
			const within = scopeFor('user:manage');
			const by = {actor, ...(within === undefined ? {} : {within})};
			const revoked = await revokeDelegation(work, by, params.id);
			return {body: present(revoked, work.today())};
		},
	});

const listOfUser = () =>
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/users/{id}/delegations',
		permission: 'user:manage',
		tag,
		summary: 'What a user handed on, and what was handed on to them',
		params: userParams,
		status: 200,
		response: page(delegationAnswer),
		refusals: [404],
		async handle(work: IdentityWork, {caller, params}) {
			const user = await getUser(work, administrator(caller).within, params.id);
			const held = await work.identity.listDelegations(user.id);
			return {body: {items: held.map((one) => present(one, work.today())), nextCursor: null}};
		},
	});

// Open, because it answers a secret: see changeOwnPassword in session-routes.ts.
const act = (settings: SessionSettings) =>
	route({
		kind: 'open',
		method: 'POST',
		path: '/v1/sessions/acting',
		permission: 'self',
		tag,
		summary: 'Open a session in which I act for another',
		description:
			'With what they handed on to me and nothing of my own; what is done bears both names, ' +
			'as in `budi a.n. siti`. It takes a session of my own.',
		body: z.strictObject({for: userName()}),
		status: 201,
		response: z.strictObject({
			token: z.string().meta({description: 'For a script: send it as a bearer. Shown once.'}),
			expiresAt: momentText(),
			permissions: z.array(z.string()),
		}),
		refusals: [403],
		async handle(work: IdentityWork, {caller, body}) {
			const opened = await actFor(work, signedIn(caller), body.for);
			return {
				body: {
					token: opened.secret,
					expiresAt: opened.expiresAt.toISOString(),
					permissions: [...opened.permissions],
				},
				headers: sessionHeaders(settings, opened),
			};
		},
	});
