import {type Route, route} from '../../http/route.ts';
import type {UserId} from '../../kernel/ids.ts';
import {
	type IdentityWork,
	type NewToken,
	getUser,
	issueServiceToken,
	issueToken,
	revokeToken,
} from '../index.ts';
import {administrator, inSession, signedIn} from './caller.ts';
import {presentToken} from './present.ts';
import type {z} from 'zod';
import {apiToken, issuedToken, newToken, tokenList, tokenParams, userParams} from './schemas.ts';

/** API tokens, for scripts. */
export const createTokenRoutes = (): Route<IdentityWork>[] => [
	listTokens(),
	addToken(),
	takeToken(),
	listTokensOfUser(),
	addServiceToken(),
];

const contract = {permission: 'self', tag: 'identity'} as const;

const wish = (
	user: UserId,
	{label, expiresAt, isReadOnly = false, permissions}: z.output<typeof newToken>,
): NewToken => ({
	user,
	label,
	...(expiresAt === undefined ? {} : {expiresAt}),
	access: {isReadOnly, ...(permissions === undefined ? {} : {permissions})},
});

const answerIssued = ({token, secret}: Awaited<ReturnType<typeof issueToken>>) => ({
	body: {...presentToken(token), token: secret},
	headers: {'Cache-Control': 'no-store'},
});

const listTokens = () =>
	route({
		...contract,
		kind: 'read',
		method: 'GET',
		path: '/v1/tokens',
		summary: 'My API tokens',
		status: 200,
		response: tokenList,
		async handle(work: IdentityWork, {caller}) {
			const {actor} = signedIn(caller);
			const items = await work.identity.listTokens(actor.userId as UserId);
			return {body: {items: items.map(presentToken), nextCursor: null}};
		},
	});

// Open: the answer of a write is kept, to be given again for the same idempotency key, and so the
// secret would be kept in clear. Asked twice, it issues two tokens; the list shows both, and the
// one that nobody holds can be revoked.
const addToken = () =>
	route({
		...contract,
		kind: 'open',
		method: 'POST',
		path: '/v1/tokens',
		summary: 'Issue an API token for myself',
		description:
			'It has my rights, now and as they change, or less. Its secret is answered once. ' +
			'It takes a session: a ' +
			'token that fell into wrong hands cannot make itself a successor.',
		body: newToken,
		status: 201,
		response: issuedToken,
		refusals: [403],
		async handle(work: IdentityWork, {caller, body}) {
			const {actor} = inSession(caller);
			return answerIssued(await issueToken(work, wish(actor.userId as UserId, body)));
		},
	});

const takeToken = () =>
	route({
		...contract,
		kind: 'write',
		method: 'POST',
		path: '/v1/tokens/{id}/revoke',
		summary: 'Revoke a token',
		description: 'One of mine, or one of a user whom I manage.',
		params: tokenParams,
		status: 200,
		response: apiToken,
		refusals: [404],
		async handle(work: IdentityWork, {caller, params}) {
			const {actor, scopeFor} = signedIn(caller);
			const by = {actor, within: scopeFor('user:manage')};
			return {body: presentToken(await revokeToken(work, by, params.id))};
		},
	});

const ofUser = {...contract, permission: 'user:manage'} as const;

const listTokensOfUser = () =>
	route({
		...ofUser,
		kind: 'read',
		method: 'GET',
		path: '/v1/users/{id}/tokens',
		summary: 'The API tokens of a user',
		params: userParams,
		status: 200,
		response: tokenList,
		refusals: [404],
		async handle(work: IdentityWork, {caller, params}) {
			const {within} = administrator(caller);
			const owner = await getUser(work, within, params.id);
			const items = await work.identity.listTokens(owner.id);
			return {body: {items: items.map(presentToken), nextCursor: null}};
		},
	});

// Open, because it answers a secret: see addToken.
const addServiceToken = () =>
	route({
		...ofUser,
		kind: 'open',
		method: 'POST',
		path: '/v1/users/{id}/tokens',
		summary: 'Issue an API token for a service account',
		description: 'For the scripts of auditors. Persons issue their own. It takes a session.',
		params: userParams,
		body: newToken,
		status: 201,
		response: issuedToken,
		refusals: [403, 404, 409],
		async handle(work: IdentityWork, {caller, params, body}) {
			inSession(caller);
			const wanted = wish(params.id, body);
			return answerIssued(await issueServiceToken(work, administrator(caller), wanted));
		},
	});
