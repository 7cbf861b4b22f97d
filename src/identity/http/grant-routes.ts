import {type Route, route} from '../../http/route.ts';
import {type IdentityWork, decideScope, grantRole, revokeGrant} from '../index.ts';
import {administrator} from './caller.ts';
import {presentGrant} from './present.ts';
import {grant, grantParams, newGrant, userParams} from './schemas.ts';

/** Giving roles and taking them back. */
export const createGrantRoutes = (): Route<IdentityWork>[] => [addGrant(), takeGrant()];

const contract = {kind: 'write', permission: 'user:manage', tag: 'identity'} as const;

const addGrant = () =>
	route({
		...contract,
		method: 'POST',
		path: '/v1/users/{id}/grants',
		summary: 'Give a user a role',
		description: 'Within my own scope, and never to myself.',
		params: userParams,
		body: newGrant,
		status: 201,
		response: grant,
		refusals: [403, 404, 409],
		async handle(work: IdentityWork, {caller, params, body}) {
			const scope = decideScope(body.scope, 'scope');
			const wanted = {user: params.id, role: body.role, scope};
			return {body: presentGrant(await grantRole(work, administrator(caller), wanted))};
		},
	});

const takeGrant = () =>
	route({
		...contract,
		method: 'POST',
		path: '/v1/users/{id}/grants/{grant}/revoke',
		summary: 'Take a role back',
		params: grantParams,
		status: 200,
		response: grant,
		refusals: [404],
		async handle(work: IdentityWork, {caller, params}) {
			const wanted = {user: params.id, grant: params.grant};
			return {body: presentGrant(await revokeGrant(work, administrator(caller), wanted))};
		},
	});
