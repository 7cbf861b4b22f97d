import {randomBytes} from 'node:crypto';
import type {Knex} from 'knex';
import type Koa from 'koa';
import {v7 as uuid} from 'uuid';
import {
	createCooperativeStore,
	cooperativeConstraints,
} from './cooperatives/db/cooperative-store.ts';
import {cooperativeRefusals, cooperativeRoutes} from './cooperatives/http/routes.ts';
import {createScriptTransactor, createScriptWriter} from './db/script.ts';
import {type Transactor, createTransactor} from './db/transaction.ts';
import type {GroupObserver} from './db/group-queue.ts';
import {orUnavailable} from './db/unavailable.ts';
import {evidenceConstraints} from './evidence/db/constraints.ts';
import {createEvidenceStore} from './evidence/db/evidence-store.ts';
import {evidenceRefusals} from './evidence/http/refusals.ts';
import {evidenceRoutes} from './evidence/http/routes.ts';
import {type EvidenceWork, privateKeyOf, seedBytes, signerOf} from './evidence/index.ts';
import {createFundStore, fundConstraints} from './fund/db/fund-store.ts';
import {fundRefusals, fundRoutes} from './fund/http/routes.ts';
import {type RequestState, createApp} from './http/app.ts';
import type {Logger} from './http/log.ts';
import {createMetrics} from './http/metrics.ts';
import type {Route, Runner} from './http/route.ts';
import {createCredentialLookup} from './identity/db/credential-lookup.ts';
import {createIdentityStore, identityConstraints} from './identity/db/identity-store.ts';
import {identityRefusals} from './identity/http/errors.ts';
import {createIdentityRoutes} from './identity/http/routes.ts';
import {type IdentityWork, authenticate} from './identity/index.ts';
import type {Actor} from './kernel/actor.ts';
import type {Clock} from './kernel/clock.ts';
import type {NewId} from './kernel/ids.ts';
import {localDateAt} from './kernel/local-date.ts';
import type {CallerScope} from './kernel/scope.ts';
import type {Signer} from './kernel/signer.ts';
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
import {type WriteLimits, createWritePath} from './write-path.ts';

/** What every command and query of every room works with: the stores of one transaction. */
export type Work = LendingWork & ReportWork & IdentityWork & EvidenceWork;

export type ServiceOptions = {
	/** Connected as the role that owns nothing. */
	readonly knex: Knex;
	readonly clock: Clock;
	readonly timeZone: string;
	/** Deterministic in the demo, random in life. */
	readonly newId?: NewId;
	/** The installation's own in life; one made for the moment in tests and measurements. */
	readonly signer?: Signer;
	readonly limits?: Partial<WriteLimits>;
	readonly observeQueue?: (queue: string) => GroupObserver;
};

/** The service without its HTTP: how everything that reads or writes gets its work. */
export type Service = {
	readonly inTransaction: <T>(
		settings: {readonly scope: CallerScope; readonly actor: Actor; readonly isReadOnly?: boolean},
		run: (work: Work) => Promise<T>,
	) => Promise<T>;
	readonly runner: Runner<Work>;
	/** Resolves when every write that was taken on has ended. */
	readonly drain: () => Promise<void>;
};

const nobody: Actor = {userId: '00000000-0000-0000-0000-000000000000', name: 'nobody'};
const nowhere: CallerScope = {all: false, regions: [], cooperatives: []};

export function createService(options: ServiceOptions): Service {
	const refusals = {
		...ledgerConstraints,
		...evidenceConstraints,
		...cooperativeConstraints,
		...fundConstraints,
		...identityConstraints,
	};
	const transact = createTransactor(options.knex, refusals);
	const transactScripts = createScriptTransactor(options.knex, refusals);
	const workOver = workMaker(options, transact);
	const writePath = createWritePath<Work>({
		...options,
		transact,
		transactScripts,
		writeScript: createScriptWriter(options.knex),
		refusals,
		workOver,
	});
	return {
		inTransaction: async ({scope, actor, isReadOnly = false}, run) =>
			isReadOnly
				? transact({scope, isReadOnly, isSnapshot: true}, async (trx) =>
						run(workOver(trx, scope, actor)),
					)
				: writePath.perform({scope, actor}, run),
		drain: writePath.drain,
		runner: {
			open: async (actor, run) =>
				orUnavailable(async () => run(workOver(options.knex, nowhere, actor ?? nobody))),
			read: async (scope, actor, run) =>
				transact({scope, isReadOnly: true, isSnapshot: true}, async (trx) =>
					run(workOver(trx, scope, actor ?? nobody)),
				),
			write: writePath.write,
			post: writePath.post,
		},
	};
}

type WorkMaker = (trx: Knex, scope: CallerScope, actor: Actor) => Work;

function workMaker(
	{
		clock,
		timeZone,
		newId = uuid,
		signer = signerOf(privateKeyOf(randomBytes(seedBytes))),
	}: ServiceOptions,
	transact: Transactor,
): WorkMaker {
	const workOver: WorkMaker = (trx, scope, actor) => ({
		actor,
		scope,
		signer,
		timeZone,
		now: clock.now,
		today: () => localDateAt(clock.now(), timeZone),
		newId,
		randomBytes,
		regions: createRegionStore(trx),
		ledger: createLedgerStore(trx),
		evidence: createEvidenceStore(trx),
		cooperatives: createCooperativeStore(trx),
		fund: createFundStore(trx),
		lending: createLendingStore(trx),
		reports: createReportStore(trx),
		identity: createIdentityStore(trx),
		afresh: async (run) =>
			transact({scope, isReadOnly: true}, async (next) => run(workOver(next, scope, actor))),
	});
	return workOver;
}

/** Every route of the service: the one list that is mounted, guarded, documented and tested. */
export const createRoutes = (settings: {readonly isCookieSecure: boolean}): Route<Work>[] => [
	...createIdentityRoutes(settings),
	...regionRoutes,
	...cooperativeRoutes,
	...fundRoutes,
	...lendingRoutes,
	...ledgerRoutes,
	...evidenceRoutes,
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
	const metrics = createMetrics();
	const service = createService({...options, observeQueue: metrics.observeQueue});
	const credentials = createCredentialLookup(options.knex, options.clock);
	const identity = {...createIdentityStore(options.knex), ...credentials};
	const app = createApp<Work>({
		routes: createRoutes(options),
		runner: forgettingCallers(service.runner, credentials.forget),
		authenticate: async (credential) =>
			orUnavailable(async () => authenticate({identity, now: options.clock.now}, credential)),
		refusals: [
			identityRefusals,
			regionRefusals,
			cooperativeRefusals,
			fundRefusals,
			lendingRefusals,
			ledgerRefusals,
			evidenceRefusals,
			reportRefusals,
		],
		log: options.log,
		metrics,
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
	return {
		...service,
		inTransaction: async (settings, run) =>
			service.inTransaction(settings, run).finally(credentials.forget),
		app,
	};
}

/** Whatever is not an entry may change who may do what: after it nobody is known by heart. */
const forgettingCallers = (runner: Runner<Work>, forget: () => void): Runner<Work> => ({
	...runner,
	open: async (actor, run) => runner.open(actor, run).finally(forget),
	write: async (request, run) => runner.write(request, run).finally(forget),
});

async function readiness(knex: Knex): Promise<Record<string, string>> {
	try {
		await knex.raw('select 1');
		return {};
	} catch {
		return {database: 'cannot be reached'};
	}
}
