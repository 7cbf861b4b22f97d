import type {Route} from '../../http/route.ts';
import type {CityWork} from '../index.ts';
import {claimRoutes} from './claim-routes.ts';
import {closingRoutes} from './closing-routes.ts';
import {writeOffRoutes} from './write-off-routes.ts';

export const cityRoutes: readonly Route<CityWork>[] = [
	...closingRoutes,
	...writeOffRoutes,
	...claimRoutes,
];
