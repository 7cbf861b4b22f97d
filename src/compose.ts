import {randomBytes} from 'node:crypto';
import type {Knex} from 'knex';
import type Koa from 'koa';
import {v7 as uuid} from 'uuid';
import {
	createCooperativeStore,
	cooperativeConstraints,
} from './cooperatives/db/cooperative-store.ts';
import {cooperativeRefusals, cooperativeRoutes} from './cooperatives/http/routes.ts';
import {claimKey, keepAnswer} from './db/idempotency.ts';
import {type Transactor, createTransactor} from './db/transaction.ts';
import {orUnavailable} from './db/unavailable.ts';
import {createFundStore, fundConstraints} from './fund/db/fund-store.ts';
import {fundRefusals, fundRoutes} from './fund/http/routes.ts';
import {type RequestState, createApp} from './http/app.ts';
import type {Logger} from './http/log.ts';
import {refuse} from './http/request-texts.ts';
import type {Route, Runner, WriteRequest} from './http/route.ts';
import {createIdentityStore, identityConstraints} from './identity/db/identity-store.ts';
import {identityRefusals} from './identity/http/errors.ts';
import {createIdentityRoutes} from './identity/http/routes.ts';
import {type IdentityWork, authenticate} from './identity/index.ts';
import type {Actor} from './kernel/actor.ts';
import type {Clock} from './kernel/clock.ts';
import type {NewId} from './kernel/ids.ts';
import {localDateAt} from './kernel/local-date.ts';
import type {CallerScope} from './kernel/scope.ts';
import {ledgerConstraints} from './ledger/db/constraints.ts';
import {createLedgerStore} from './ledger/db/ledger-store.ts';
import {ledgerRefusals} from './ledger/http/refusals.ts';
import {ledgerRoutes} from './ledger/http/routes.ts';
import {createLendingStore} from './lending/db/lending-store.ts';
import {lendingRefusals} from './lending/http/refusals.ts';
import {lendingRoutes} from './lending/http/routes.ts';
import type {LendingWork} from './lending/index.ts';
import {createRegionStore} from './regions/db/region-store.ts';
import {regionRefusals, regionRoutes} from './regions/http/routes.ts';
import {createReportStore} from './reporting/db/report-store.ts';
import {reportRefusals, reportRoutes} from './reporting/http/routes.ts';
import type {ReportWork} from './reporting/index.ts';

/** What every command and query of every room works with: the stores of one transaction. */
export type Work = LendingWork & ReportWork & IdentityWork;

export type ServiceOptions = {
	/** Connected as the role that owns nothing. */
	readonly knex: Knex;
	readonly clock: Clock;
	readonly timeZone: string;
	/** Deterministic in the demo, random in life. */
	readonly newId?: NewId;
};

/** The service without its HTTP: how everything that reads or writes gets its work. */
export type Service = {
	readonly inTransaction: <T>(
		settings: {readonly scope: CallerScope; readonly actor: Actor; readonly isReadOnly?: boolean},
		run: (work: Work) => Promise<T>,
	) => Promise<T>;
	readonly runner: Runner<Work>;
};

const nobody: Actor = {userId: '00000000-0000-0000-0000-000000000000', name: 'nobody'};
const nowhere: CallerScope = {all: false, regions: [], cooperatives: []};

export function createService(options: ServiceOptions): Service {
	const transact = createTransactor(options.knex, {
		...ledgerConstraints,
		...cooperativeConstraints,
		...fundConstraints,
		...identityConstraints,
	});
	const workOver = workMaker(options);
	return {
		inTransaction: async ({scope, actor, isReadOnly = false}, run) =>
			transact({scope, isReadOnly, isSnapshot: isReadOnly}, async (trx) =>
				run(workOver(trx, scope, actor)),
			),
		runner: {
			open: async (actor, run) =>
				orUnavailable(async () => run(workOver(options.knex, nowhere, actor ?? nobody))),
			read: async (scope, actor, run) =>
				transact({scope, isReadOnly: true, isSnapshot: true}, async (trx) =>
					run(workOver(trx, scope, actor ?? nobody)),
				),
			write: writer(transact, workOver, options.clock),
		},
	};
}

type WorkMaker = (trx: Knex, scope: CallerScope, actor: Actor) => Work;

const workMaker =
	({clock, timeZone, newId = uuid}: ServiceOptions): WorkMaker =>
	(trx, scope, actor) => ({
		actor,
		scope,
		timeZone,
		now: clock.now,
		today: () => localDateAt(clock.now(), timeZone),
		newId,
		randomBytes,
		regions: createRegionStore(trx),
		ledger: createLedgerStore(trx),
		cooperatives: createCooperativeStore(trx),
		fund: createFundStore(trx),
		lending: createLendingStore(trx),
		reports: createReportStore(trx),
		identity: createIdentityStore(trx),
	});

/** The one way to write over HTTP: key, work and answer are of one transaction. */
const writer =
	(transact: Transactor, workOver: WorkMaker, clock: Clock): Runner<Work>['write'] =>
	async ({scope, actor, idempotencyKey, fingerprint}: WriteRequest, run) =>
		transact({scope}, async (trx) => {
			const claim = {userId: actor.userId, key: idempotencyKey, fingerprint, at: clock.now()};
			const claimed = await claimKey(trx, claim);
			if (claimed.kind === 'other-request') throw refuse('request/idempotency-key-reused');
			if (claimed.kind === 'replay') {
				const body = claimed.body === undefined ? {} : {body: JSON.parse(claimed.body) as unknown};
				return {status: claimed.status, ...body, isReplay: true};
			}
			const answer = await run(workOver(trx, scope, actor));
			const body = answer.body === undefined ? undefined : JSON.stringify(answer.body);
			await keepAnswer(trx, claim, {status: answer.status ?? 200, body});
			return {...answer, isReplay: false};
		});

/** Every route of the service: the one list that is mounted, guarded, documented and tested. */
export const createRoutes = (settings: {readonly isCookieSecure: boolean}): Route<Work>[] => [
	...createIdentityRoutes(settings),
	...regionRoutes,
	...cooperativeRoutes,
	...fundRoutes,
	...lendingRoutes,
	...ledgerRoutes,
	...reportRoutes,
];

export type CompositionOptions = ServiceOptions & {
	readonly log: Logger;
	readonly isProduction: boolean;
	/** False only where the service is reached over plain HTTP on the loopback address. */
	readonly isCookieSecure: boolean;
	readonly version: string;
};

export type Composition = Service & {readonly app: Koa<RequestState>};

/** Binds every room's ports to their adapters and mounts their routes. */
export function compose(options: CompositionOptions): Composition {
	const service = createService(options);
	const app = createApp<Work>({
		routes: createRoutes(options),
		runner: service.runner,
		authenticate: async (credential) =>
			orUnavailable(async () =>
				authenticate(
					{identity: createIdentityStore(options.knex), now: options.clock.now},
					credential,
				),
			),
		refusals: [
			identityRefusals,
			regionRefusals,
			cooperativeRefusals,
			fundRefusals,
			lendingRefusals,
			ledgerRefusals,
			reportRefusals,
		],
		log: options.log,
		clock: options.clock,
		readiness: async () => readiness(options.knex),
		info: {
			title: 'Bergulir',
			version: options.version,
			description:
				'A revolving-fund ledger for LKM and BMT cooperatives. Amounts are text in rupiah; ' +
				'dates of account are YYYY-MM-DD; every write carries an Idempotency-Key.',
		},
		isProduction: options.isProduction,
	});
	return {...service, app};
}

async function readiness(knex: Knex): Promise<Record<string, string>> {
	try {
		await knex.raw('select 1');
		return {};
	} catch {
		return {database: 'cannot be reached'};
	}
}
