import {type Route, route} from '../../http/route.ts';
import {personsOf} from '../../kernel/actor.ts';
import type {UserId} from '../../kernel/ids.ts';
import {everywhere} from '../../kernel/scope.ts';
import {permissions} from '../../kernel/permission.ts';
import {
	type IdentityWork,
	activeGrants,
	changePassword,
	getUser,
	inForceOn,
	listSessions,
	requireSession,
	revokeSession,
	sessionHours,
	signIn,
	signOut,
} from '../index.ts';
import {inSession, signedIn} from './caller.ts';
import {type SessionSettings, noSessionHeaders, sessionHeaders} from './cookie.ts';
import {presentMe, presentSession} from './present.ts';
import {
	credentials,
	me,
	passwordChange,
	session,
	sessionInfo,
	sessionList,
	sessionParams,
} from './schemas.ts';

/** Signing in and out, and what concerns oneself. */
export const createSessionRoutes = (settings: SessionSettings): Route<IdentityWork>[] => [
	beginSession(settings),
	endSession(settings),
	listOwnSessions(),
	takeSession(),
	readMe(),
	changeOwnPassword(),
];

const tag = 'identity';

// Open: a wrong password must be counted though the request is refused, and a transaction around
// the whole would take the count back.
const beginSession = (settings: SessionSettings) =>
	route({
		kind: 'open',
		method: 'POST',
		path: '/v1/sessions',
		permission: 'public',
		tag,
		summary: 'Sign in',
		description:
			`Opens a session of ${sessionHours} hours, as a cookie for a browser and as a bearer ` +
			'token for a ' +
			'script; it ends earlier when it is not used for two. Where a second factor is set up, its ' +
			'code is sent along. After ten attempts without success each further one must wait, up to five minutes.',
		isGuessable: true,
		body: credentials,
		status: 201,
		response: session,
		refusals: [401, 429],
		async handle(work: IdentityWork, {body}) {
			const {user, isSecondFactorDue, ...opened} = await signIn(work, body);
			return {
				body: {
					token: opened.secret,
					expiresAt: opened.expiresAt.toISOString(),
					isSecondFactorDue,
					user: {id: user.id, name: user.name},
				},
				headers: sessionHeaders(settings, opened),
			};
		},
	});

const endSession = (settings: SessionSettings) =>
	route({
		kind: 'open',
		method: 'DELETE',
		path: '/v1/sessions/current',
		permission: 'enrol',
		tag,
		summary: 'Sign out',
		status: 204,
		refusals: [403],
		async handle(work: IdentityWork, {caller}) {
			await signOut(work, signedIn(caller));
			return {headers: noSessionHeaders(settings)};
		},
	});

const listOwnSessions = () =>
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/sessions',
		permission: 'self',
		tag,
		summary: 'My sessions that still hold',
		status: 200,
		response: sessionList,
		async handle(work: IdentityWork, {caller}) {
			const {actor, credential} = signedIn(caller);
			const sessions = await listSessions(work, actor.userId as UserId);
			const items = sessions.map((held) => presentSession(held, credential?.hash));
			return {body: {items, nextCursor: null}};
		},
	});

const takeSession = () =>
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/sessions/{id}/revoke',
		permission: 'self',
		tag,
		summary: 'End a session',
		description: 'One of mine, or one of a user whom I manage.',
		params: sessionParams,
		status: 200,
		response: sessionInfo,
		refusals: [403, 404],
		async handle(work: IdentityWork, {caller, params}) {
			const {actor, scopeFor, credential} = signedIn(caller);
			requireSession(credential);
			const by = {actor, within: scopeFor('user:manage')};
			const ended = await revokeSession(work, by, params.id);
			return {body: presentSession(ended, credential?.hash)};
		},
	});

const readMe = () =>
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/me',
		permission: 'enrol',
		tag,
		summary: 'Who I am, and what I may do where',
		status: 200,
		response: me,
		async handle(work: IdentityWork, {caller}) {
			const {actor, scopeFor, isSecondFactorDue = false} = signedIn(caller);
			const id = actor.userId as UserId;
			const user = await getUser(work, everywhere, id);
			const recoveryCodesLeft = await work.identity.countRecoveryCodes(id);
			const [, actingFor] = personsOf(actor.name);
			const grants =
				actingFor === undefined
					? activeGrants(user)
					: inForceOn(await work.identity.delegatedTo(user.name, actingFor), work.today());
			const about = {grants, scopeFor, isSecondFactorDue, recoveryCodesLeft, actingFor};
			return {body: presentMe(user, permissions, about)};
		},
	});

// Open, like all that takes a password: a write keeps the SHA-256 of its body for the idempotency
// key, and a fast hash of a password is a password for whoever reads that table. It is set to a
// given value, so that to do it twice is to do it once.
const changeOwnPassword = () =>
	route({
		kind: 'open',
		method: 'POST',
		path: '/v1/me/password',
		permission: 'self',
		tag,
		summary: 'Change my password',
		description: 'Ends all my sessions; API tokens stay. It takes a session.',
		isGuessable: true,
		body: passwordChange,
		status: 204,
		refusals: [403, 429],
		async handle(work: IdentityWork, {caller, body}) {
			await changePassword(work, inSession(caller).actor, body);
			return {};
		},
	});
