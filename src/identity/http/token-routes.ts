import {type Route, route} from '../../http/route.ts';
import type {UserId} from '../../kernel/ids.ts';
import {type IdentityWork, issueToken, requireSession, revokeToken} from '../index.ts';
import {signedIn} from './caller.ts';
import {presentToken} from './present.ts';
import {apiToken, issuedToken, newToken, tokenList, tokenParams} from './schemas.ts';

/** API tokens, for scripts. */
export const createTokenRoutes = (): Route<IdentityWork>[] => [
	listTokens(),
	addToken(),
	takeToken(),
];

const contract = {permission: 'self', tag: 'identity'} as const;

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
			'It has my rights, now and as they change. Its secret is answered once. ' +
			'It takes a session: a ' +
			'token that fell into wrong hands cannot make itself a successor.',
		body: newToken,
		status: 201,
		response: issuedToken,
		refusals: [403],
		async handle(work: IdentityWork, {caller, body}) {
			const {actor, credential} = signedIn(caller);
			requireSession(credential);
			const {token, secret} = await issueToken(work, {
				user: actor.userId as UserId,
				label: body.label,
				...(body.expiresAt === undefined ? {} : {expiresAt: body.expiresAt}),
			});
			return {
				body: {...presentToken(token), token: secret},
				headers: {'Cache-Control': 'no-store'},
			};
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
