import type {Route} from '../../http/route.ts';
import type {IdentityWork} from '../index.ts';
import {createDelegationRoutes} from './delegation-routes.ts';
import {createGrantRoutes} from './grant-routes.ts';
import type {SessionSettings} from './cookie.ts';
import {createInvitationRoutes} from './invitation-routes.ts';
import {createOpenIdRoutes} from './openid-routes.ts';
import {createSecondFactorRoutes} from './second-factor-routes.ts';
import {createSessionRoutes} from './session-routes.ts';
import {createTokenRoutes} from './token-routes.ts';
import {createTrailRoutes} from './trail-routes.ts';
import {createUserRoutes} from './user-routes.ts';

export type {SessionSettings} from './cookie.ts';

/** All routes of identity. */
export const createIdentityRoutes = (settings: SessionSettings): Route<IdentityWork>[] => [
	...createSessionRoutes(settings),
	...createSecondFactorRoutes(settings),
	...createDelegationRoutes(settings),
	...createOpenIdRoutes(settings),
	...createUserRoutes(),
	...createInvitationRoutes(),
	...createGrantRoutes(),
	...createTokenRoutes(),
	...createTrailRoutes(),
];
