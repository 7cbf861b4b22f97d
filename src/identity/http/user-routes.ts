import {z} from 'zod';
import {limitDefault, readCursor, toPage} from '../../http/cursor.ts';
import {pageQuery} from '../../http/fields.ts';
import {type Route, route} from '../../http/route.ts';
import {
	type IdentityWork,
	activateUser,
	createUser,
	deactivateUser,
	decideScope,
	getUser,
	listSessions,
	setEmail,
} from '../index.ts';
import {administrator} from './caller.ts';
import {presentSession, presentUser} from './present.ts';
import {emailChange, newUser, sessionList, user, userPage, userParams} from './schemas.ts';

/** Letting people in and out, by an administrator who has them in hand (see `isInHand`). */
export const createUserRoutes = (): Route<IdentityWork>[] => [
	listUsers(),
	addUser(),
	readUser(),
	switchUser('deactivate'),
	switchUser('activate'),
	changeEmail(),
	listSessionsOfUser(),
];

const contract = {permission: 'user:manage', tag: 'identity'} as const;

const listUsers = () =>
	route({
		...contract,
		kind: 'read',
		method: 'GET',
		path: '/v1/users',
		summary: 'The users in my hand, by name',
		query: z.strictObject(pageQuery),
		status: 200,
		response: userPage,
		async handle(work: IdentityWork, {caller, query}) {
			const {within} = administrator(caller);
			const {limit = limitDefault, cursor} = query;
			const after = readCursor(cursor, z.string()) ?? '';
			const users = await work.identity.listUsers({within, after, limit: limit + 1});
			return {body: toPage(users, limit, presentUser, ({name}) => name)};
		},
	});

const addUser = () =>
	route({
		...contract,
		kind: 'write',
		method: 'POST',
		path: '/v1/users',
		summary: 'Let a person in',
		description:
			'With their first roles. They can sign in once they were invited and chose a password. An ' +
			'account of scripts holds tokens alone, and the role of an auditor.',
		body: newUser,
		status: 201,
		response: user,
		refusals: [403, 409],
		async handle(work: IdentityWork, {caller, body}) {
			const grants = body.grants.map(({role, scope}, index) => ({
				role,
				scope: decideScope(scope, `grants[${index}].scope`),
			}));
			const created = await createUser(work, administrator(caller), {
				name: body.name,
				...(body.kind === undefined ? {} : {kind: body.kind}),
				grants,
			});
			return {body: presentUser(created)};
		},
	});

const readUser = () =>
	route({
		...contract,
		kind: 'read',
		method: 'GET',
		path: '/v1/users/{id}',
		summary: 'A user with all roles ever given',
		params: userParams,
		status: 200,
		response: user,
		refusals: [404],
		async handle(work: IdentityWork, {caller, params}) {
			const {within} = administrator(caller);
			return {body: presentUser(await getUser(work, within, params.id))};
		},
	});

const switches = {deactivate: deactivateUser, activate: activateUser} as const;

const switchUser = (verb: keyof typeof switches) =>
	route({
		...contract,
		kind: 'write',
		method: 'POST',
		path: `/v1/users/{id}/${verb}`,
		summary: verb === 'deactivate' ? 'Shut a user out' : 'Let a user in again',
		...(verb === 'deactivate' ? {description: 'Ends their sessions and tokens for good.'} : {}),
		params: userParams,
		status: 200,
		response: user,
		refusals: [403, 404],
		async handle(work: IdentityWork, {caller, params}) {
			return {body: presentUser(await switches[verb](work, administrator(caller), params.id))};
		},
	});

const changeEmail = () =>
	route({
		...contract,
		kind: 'write',
		method: 'POST',
		path: '/v1/users/{id}/email',
		summary: 'Set where a user is written to',
		params: userParams,
		body: emailChange,
		status: 200,
		response: user,
		refusals: [404],
		async handle(work: IdentityWork, {caller, params, body}) {
			const email = body.email ?? undefined;
			return {
				body: presentUser(await setEmail(work, administrator(caller), {user: params.id, email})),
			};
		},
	});

const listSessionsOfUser = () =>
	route({
		...contract,
		kind: 'read',
		method: 'GET',
		path: '/v1/users/{id}/sessions',
		summary: 'The sessions of a user that still hold',
		params: userParams,
		status: 200,
		response: sessionList,
		refusals: [404],
		async handle(work: IdentityWork, {caller, params}) {
			const {within} = administrator(caller);
			const {id} = await getUser(work, within, params.id);
			const sessions = await listSessions(work, id);
			const items = sessions.map((held) => presentSession(held, caller?.credential?.hash));
			return {body: {items, nextCursor: null}};
		},
	});
