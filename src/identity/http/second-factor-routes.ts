import {type Route, route} from '../../http/route.ts';
import {
	type IdentityWork,
	beginSecondFactor,
	confirmSecondFactor,
	removeSecondFactor,
	renewRecoveryCodes,
	requireSession,
	resetSecondFactor,
} from '../index.ts';
import {administrator, inSession} from './caller.ts';
import {type SessionSettings, sessionHeaders} from './cookie.ts';
import {
	factorBegun,
	factorCode,
	factorConfirmed,
	passwordIfAny,
	recoveryCodes,
	selfProof,
	userParams,
} from './schemas.ts';

/** The second factor of whoever asks, and its reset by an administrator. */
export const createSecondFactorRoutes = (settings: SessionSettings): Route<IdentityWork>[] => [
	begin(),
	confirm(settings),
	remove(),
	renewCodes(),
	reset(),
];

// Open, like all that takes or answers a secret: see changeOwnPassword in session-routes.ts.
const contract = {kind: 'open', method: 'POST', tag: 'identity', isGuessable: true} as const;
const secretly = {'Cache-Control': 'no-store'};

const begin = () =>
	route({
		...contract,
		path: '/v1/me/second-factor',
		permission: 'enrol',
		summary: 'Begin to set up my second factor',
		description:
			'Answers the secret for an authenticator app (TOTP, RFC 6238), once, and the address that ' +
			'the app reads as a QR code. It counts once its first code is given. Whose role needs a ' +
			'second factor can do nothing else before.',
		body: passwordIfAny,
		status: 201,
		response: factorBegun,
		refusals: [403, 409, 429],
		async handle(work: IdentityWork, {caller, body}) {
			const {actor, credential} = inSession(caller);
			const proof = {...body, ...(credential ? {sessionHash: credential.hash} : {})};
			const begun = await beginSecondFactor(work, actor, proof);
			return {body: begun, headers: secretly};
		},
	});

const confirm = (settings: SessionSettings) =>
	route({
		...contract,
		path: '/v1/me/second-factor/confirm',
		permission: 'enrol',
		summary: 'Set my second factor up by its first code',
		description:
			'Answers recovery codes, once: each lets in once without the app. All my sessions end, and ' +
			'a new one begins.',
		body: factorCode,
		status: 200,
		response: factorConfirmed,
		refusals: [403, 409],
		async handle(work: IdentityWork, {caller, body}) {
			const {recoveryCodes: codes, session} = await confirmSecondFactor(
				work,
				inSession(caller).actor,
				body,
			);
			return {
				body: {
					recoveryCodes: [...codes],
					token: session.secret,
					expiresAt: session.expiresAt.toISOString(),
				},
				headers: sessionHeaders(settings, session),
			};
		},
	});

const remove = () =>
	route({
		...contract,
		path: '/v1/me/second-factor/remove',
		permission: 'self',
		summary: 'Take my second factor away, to set up another',
		body: selfProof,
		status: 204,
		refusals: [403, 409, 429],
		async handle(work: IdentityWork, {caller, body}) {
			await removeSecondFactor(work, inSession(caller).actor, body);
			return {};
		},
	});

const renewCodes = () =>
	route({
		...contract,
		path: '/v1/me/recovery-codes',
		permission: 'self',
		summary: 'Make new recovery codes in the place of those before',
		body: selfProof,
		status: 201,
		response: recoveryCodes,
		refusals: [403, 409, 429],
		async handle(work: IdentityWork, {caller, body}) {
			const codes = await renewRecoveryCodes(work, inSession(caller).actor, body);
			return {body: {recoveryCodes: [...codes]}, headers: secretly};
		},
	});

const reset = () =>
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/users/{id}/second-factor/reset',
		permission: 'user:manage',
		tag: 'identity',
		summary: 'Take away the second factor of a user who has lost it',
		description: 'Ends their sessions. With a new sign-in they set up another.',
		params: userParams,
		status: 204,
		refusals: [403, 404, 409],
		async handle(work: IdentityWork, {caller, params}) {
			requireSession(caller?.credential);
			await resetSecondFactor(work, administrator(caller), params.id);
			return {};
		},
	});
