import type {Route} from '../../http/route.ts';
import type {BankingWork} from '../index.ts';
import {accountRoutes} from './account-routes.ts';
import {cashRoutes} from './cash-routes.ts';
import {matchRoutes} from './match-routes.ts';
import {referenceRoutes} from './reference-routes.ts';
import {statementRoutes} from './statement-routes.ts';

export const bankingRoutes: readonly Route<BankingWork>[] = [
	...referenceRoutes,
	...accountRoutes,
	...statementRoutes,
	...matchRoutes,
	...cashRoutes,
];
