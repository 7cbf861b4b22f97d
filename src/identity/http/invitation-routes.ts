import {type Route, route} from '../../http/route.ts';
import {type IdentityWork, acceptInvitation, invitationHours, inviteUser} from '../index.ts';
import {administrator} from './caller.ts';
import {acceptance, invitation, joined, userParams} from './schemas.ts';

/** By which people choose their first password, and a new one. */
export const createInvitationRoutes = (): Route<IdentityWork>[] => [invite(), accept()];

// Open, like all that takes or answers a secret: see changeOwnPassword in session-routes.ts.
const contract = {kind: 'open', method: 'POST', tag: 'identity'} as const;

const invite = () =>
	route({
		...contract,
		path: '/v1/users/{id}/invitation',
		permission: 'user:manage',
		summary: 'Invite a user to choose a password, the first or a new one',
		description:
			'Answers the secret of the invitation, once, to be handed over; it holds ' +
			`${invitationHours} hours and lets in once. ` +
			'Their password, sessions, tokens and an invitation before it end.',
		params: userParams,
		status: 201,
		response: invitation,
		refusals: [403, 404, 409],
		async handle(work: IdentityWork, {caller, params}) {
			const {secret, expiresAt} = await inviteUser(work, administrator(caller), params.id);
			return {
				body: {invitation: secret, expiresAt: expiresAt.toISOString()},
				headers: {'Cache-Control': 'no-store'},
			};
		},
	});

const accept = () =>
	route({
		...contract,
		path: '/v1/invitations/accept',
		permission: 'public',
		isGuessable: true,
		summary: 'Choose my password, by an invitation',
		description: 'Answers the name to sign in with. A password against the rules can be mended.',
		body: acceptance,
		status: 200,
		response: joined,
		refusals: [404],
		async handle(work: IdentityWork, {body}) {
			const {name} = await acceptInvitation(work, body);
			return {body: {name}, headers: {'Cache-Control': 'no-store'}};
		},
	});
