import {sessionCookie} from '../../http/guard.ts';
import {type Route, route} from '../../http/route.ts';
import type {UserId} from '../../kernel/ids.ts';
import {everywhere} from '../../kernel/scope.ts';
import {permissions} from '../../kernel/permission.ts';
import {
	type IdentityWork,
	changePassword,
	getUser,
	sessionHours,
	signIn,
	signOut,
} from '../index.ts';
import {signedIn} from './caller.ts';
import {presentMe} from './present.ts';
import {credentials, me, passwordChange, session} from './schemas.ts';

export type SessionSettings = {
	/** False only where the service is reached over plain HTTP on the loopback address. */
	readonly isCookieSecure: boolean;
};

/** Signing in and out, and what concerns oneself. */
export const createSessionRoutes = (settings: SessionSettings): Route<IdentityWork>[] => [
	beginSession(settings),
	endSession(settings),
	readMe(),
	changeOwnPassword(),
];

const cookie = (settings: SessionSettings, value: string, seconds: number): string =>
	[
		`${sessionCookie}=${value}`,
		'Path=/',
		`Max-Age=${seconds}`,
		'HttpOnly',
		'SameSite=Strict',
		...(settings.isCookieSecure ? ['Secure'] : []),
	].join('; ');

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
			'script. After ten attempts without success each further one must wait, up to five minutes.',
		body: credentials,
		status: 201,
		response: session,
		refusals: [401, 429],
		async handle(work: IdentityWork, {body}) {
			const {user, secret, expiresAt} = await signIn(work, body);
			return {
				body: {
					token: secret,
					expiresAt: expiresAt.toISOString(),
					user: {id: user.id, name: user.name},
				},
				headers: {
					'Set-Cookie': cookie(settings, secret, sessionHours * 60 * 60),
					'Cache-Control': 'no-store',
				},
			};
		},
	});

const endSession = (settings: SessionSettings) =>
	route({
		kind: 'open',
		method: 'DELETE',
		path: '/v1/sessions/current',
		permission: 'self',
		tag,
		summary: 'Sign out',
		status: 204,
		refusals: [403],
		async handle(work: IdentityWork, {caller}) {
			await signOut(work, signedIn(caller));
			return {headers: {'Set-Cookie': cookie(settings, '', 0)}};
		},
	});

const readMe = () =>
	route({
		kind: 'read',
		method: 'GET',
		path: '/v1/me',
		permission: 'self',
		tag,
		summary: 'Who I am, and what I may do where',
		status: 200,
		response: me,
		async handle(work: IdentityWork, {caller}) {
			const {actor, scopeFor} = signedIn(caller);
			const user = await getUser(work, everywhere, actor.userId as UserId);
			return {body: presentMe(user, permissions, scopeFor)};
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
		description: 'Ends all my sessions; API tokens stay.',
		body: passwordChange,
		status: 204,
		refusals: [403, 429],
		async handle(work: IdentityWork, {caller, body}) {
			await changePassword(work, signedIn(caller).actor, body);
			return {};
		},
	});
