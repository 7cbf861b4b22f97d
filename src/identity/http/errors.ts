import type {RefusalTable} from '../../http/problem.ts';
import {type IdentityCode, identityTexts} from '../index.ts';

const statuses: Record<IdentityCode, number> = {
	'identity/name-malformed': 422,
	'identity/name-taken': 409,
	'identity/email-malformed': 422,
	'identity/unknown-user': 404,
	'identity/role-malformed': 422,
	'identity/scope-malformed': 422,
	'identity/unknown-scope': 422,
	'identity/scope-too-wide': 403,
	'identity/grant-held': 409,
	'identity/unknown-grant': 404,
	'identity/grant-to-self': 403,
	'identity/deactivate-self': 403,
	'identity/password-too-short': 422,
	'identity/password-too-long': 422,
	'identity/password-has-name': 422,
	'identity/password-common': 422,
	'identity/sign-in-refused': 401,
	'identity/password-wrong': 403,
	'identity/password-of-self': 403,
	'identity/too-many-attempts': 429,
	'identity/session-needed': 403,
	'identity/token-expiry-past': 422,
	'identity/unknown-token': 404,
	'identity/unknown-session': 404,
	'identity/unknown-invitation': 404,
	'identity/second-factor-needed': 401,
	'identity/second-factor-wrong': 401,
	'identity/code-wrong': 403,
	'identity/second-factor-held': 409,
	'identity/second-factor-missing': 409,
	'identity/no-second-factor-begun': 409,
	'identity/second-factor-of-self': 403,
	'identity/service-account': 409,
	'identity/service-account-role': 422,
	'identity/not-service-account': 409,
};

/** The sentences of this room's refusals, and the status that each is answered with. */
export const identityRefusals: RefusalTable = {texts: identityTexts, statuses};
