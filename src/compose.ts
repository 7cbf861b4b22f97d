import {randomBytes} from 'node:crypto';
import type {Knex} from 'knex';
import type Koa from 'koa';
import {v7 as uuid} from 'uuid';
import type {Gate} from './approval-gate.ts';
import {approvalRefusals} from './approvals/http/refusals.ts';
import {approvalRoutes} from './approvals/http/routes.ts';
import type {ApprovalWork} from './approvals/index.ts';
import {createCityStore} from './city/db/city-store.ts';
import {cityRefusals} from './city/http/refusals.ts';
import {cityRoutes} from './city/http/routes.ts';
import type {CityWork} from './city/index.ts';
import {createBankingStore} from './banking/db/banking-store.ts';
import {bankingRefusals} from './banking/http/refusals.ts';
import {bankingRoutes} from './banking/http/routes.ts';
import type {BankingWork} from './banking/index.ts';
import {createChoreStore} from './chores/db/chore-store.ts';
import {choreRoutes} from './chores/http/routes.ts';
import type {ChoreWork} from './chores/index.ts';
import {cooperativeRefusals, cooperativeRoutes} from './cooperatives/http/routes.ts';
import {createDetectionStore} from './detection/db/detection-store.ts';
import {detectionRefusals} from './detection/http/refusals.ts';
import {detectionRoutes} from './detection/http/routes.ts';
import type {DetectionWork} from './detection/index.ts';
import {createScriptTransactor, createScriptWriter} from './db/script.ts';
import {type Transactor, createTransactor} from './db/transaction.ts';
import type {GroupObserver} from './db/group-queue.ts';
import type {Replica} from './db/replica.ts';
import {orUnavailable} from './db/unavailable.ts';
import {createEvidenceStore} from './evidence/db/evidence-store.ts';
import {evidenceRefusals} from './evidence/http/refusals.ts';
import {evidenceRoutes} from './evidence/http/routes.ts';
import {type EvidenceWork, privateKeyOf, seedBytes, signerOf} from './evidence/index.ts';
import {type EdgeSettings, createEdge} from './edge.ts';
import {createFundStore} from './fund/db/fund-store.ts';
import {fundRefusals, fundRoutes} from './fund/http/routes.ts';
import {type RequestState, createApp} from './http/app.ts';
import type {Logger} from './http/log.ts';
import {type Metrics, createMetrics} from './http/metrics.ts';
import type {Route, Runner} from './http/route.ts';
import {todayRoute} from './http/today-route.ts';
import {identityRefusals} from './identity/http/errors.ts';
import {createIdentityStore} from './identity/db/identity-store.ts';
import {createIdentityRoutes} from './identity/http/routes.ts';
import {
	type IdentityWork,
	type OpenIdProvider,
	recordAct,
	recordRequest,
} from './identity/index.ts';
import {type Actor, stranger} from './kernel/actor.ts';
import type {Clock} from './kernel/clock.ts';
import type {NewId} from './kernel/ids.ts';
import {localDateAt} from './kernel/local-date.ts';
import type {CallerScope} from './kernel/scope.ts';
import {type SecretBox, createSecretBox, knownKey} from './kernel/secret-box.ts';
import type {Signer} from './kernel/signer.ts';
import {ledgerRefusals} from './ledger/http/refusals.ts';
import {ledgerRoutes} from './ledger/http/routes.ts';
import {createCollateralStore} from './lending/db/collateral-store.ts';
import {createGroupStore} from './lending/db/group-store.ts';
import {createLatePayerStore} from './lending/db/late-payer-store.ts';
import {createLateChargeStore} from './lending/db/late-charge-store.ts';
import {createPurchaseStore} from './lending/db/purchase-store.ts';
import {createLoanLifeStore} from './lending/db/loan-life-store.ts';
import {createPayrollStore} from './lending/db/payroll-store.ts';
import {lendingRefusals} from './lending/http/refusals.ts';
import {lendingRoutes} from './lending/http/routes.ts';
import type {LendingWork} from './lending/index.ts';
import {createFindingStore} from './oversight/db/finding-store.ts';
import {createMailStore} from './oversight/db/mail-store.ts';
import {oversightRefusals} from './oversight/http/refusals.ts';
import {oversightRoutes} from './oversight/http/routes.ts';
import type {OversightWork} from './oversight/index.ts';
import {createProvisioningStore} from './provisioning/db/provisioning-store.ts';
import {provisioningRefusals} from './provisioning/http/refusals.ts';
import {provisioningRoutes} from './provisioning/http/routes.ts';
import type {ProvisioningWork} from './provisioning/index.ts';
import {createReceiptStore} from './receipts/db/receipt-store.ts';
import {receiptRefusals} from './receipts/http/refusals.ts';
import {receiptRoutes} from './receipts/http/routes.ts';
import type {ReceiptWork} from './receipts/index.ts';
import {createRegionStore} from './regions/db/region-store.ts';
import {regionRefusals, regionRoutes} from './regions/http/routes.ts';
import {createReconciliationStore} from './reconciliation/db/reconciliation-store.ts';
import {reconciliationRefusals, reconciliationRoutes} from './reconciliation/http/routes.ts';
import type {ReconciliationWork} from './reconciliation/index.ts';
import {createReportStore} from './reporting/db/report-store.ts';
import {reportRefusals, reportRoutes} from './reporting/http/routes.ts';
import {withReports} from './reporting/http/catalogue.ts';
import {createJobStore} from './reporting/db/job-store.ts';
import type {JobWork, ReportWork} from './reporting/index.ts';
import {createSavingsStore} from './savings/db/savings-store.ts';
import {savingsRefusals} from './savings/http/refusals.ts';
import {savingsRoutes} from './savings/http/routes.ts';
import type {SavingsWork} from './savings/index.ts';
import {createSurplusStore} from './surplus/db/surplus-store.ts';
import {surplusRefusals, surplusRoutes} from './surplus/http/routes.ts';
import type {SurplusWork} from './surplus/index.ts';
import {createGatedStores} from './gated-stores.ts';
import {createImportPorts} from './importing.ts';
import {importRefusals} from './imports/http/refusals.ts';
import {importRoutes} from './imports/http/routes.ts';
import type {ImportWork} from './imports/index.ts';
import {createExportStore} from './interchange/db/export-store.ts';
import {interchangeRefusals, interchangeRoutes} from './interchange/http/routes.ts';
import type {ExportWork} from './interchange/index.ts';
import {createLookups} from './lookups.ts';
import {type ObservingSettings, observeService, observingQueues} from './observing.ts';
import {roomLaws} from './room-laws.ts';
import {rememberRefused} from './refused-writes.ts';
import {createReader, notingWrites} from './replica-reads.ts';
import {createCommandPort, keepForApproval} from './sent-commands.ts';
import {createWebhookStore} from './webhooks/db/webhook-store.ts';
import {webhookRefusals} from './webhooks/http/refusals.ts';
import {webhookRoutes} from './webhooks/http/routes.ts';
import type {WebhookWork} from './webhooks/index.ts';
import {type AddressSettings, createAddressRules} from './webhooks/sender/addresses.ts';
import {type WriteLimits, createWritePath} from './write-path.ts';

/** What every command and query of every room works with: the stores of one transaction. */
export type Work = LendingWork &
	ProvisioningWork &
	OversightWork &
	ReconciliationWork &
	CityWork &
	ReceiptWork &
	DetectionWork &
	ReportWork &
	JobWork &
	IdentityWork &
	ApprovalWork &
	EvidenceWork &
	SavingsWork &
	SurplusWork &
	BankingWork &
	ImportWork &
	ExportWork &
	ChoreWork &
	WebhookWork;

export type ServiceOptions = {
	/** Connected as the role that owns nothing. */
	readonly knex: Knex;
	/** A replica of that database, for reports; without it all is read there. */
	readonly replica?: Replica | undefined;
	readonly clock: Clock;
	readonly timeZone: string;
	/** Where the world reaches the service: what the QR codes of receipts lead to. */
	readonly publicUrl?: string;
	/** Deterministic in the demo, random in life. */
	readonly newId?: NewId;
	/** The installation's own in life; one made for the moment in tests and measurements. */
	readonly signer?: Signer;
	/** With the installation's keys in life; with a known one in tests and measurements. */
	readonly secrets?: SecretBox;
	/** Whether who approves and who lets others in must have a second factor. */
	readonly isSecondFactorRequired?: boolean;
	/** The provider of OpenID Connect, where people sign in at one. */
	readonly openId?: OpenIdProvider | undefined;
	/** Where webhooks may be sent to; without it, to the public internet by https alone. */
	readonly webhooks?: AddressSettings;
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

const nowhere: CallerScope = {all: false, regions: [], cooperatives: []};

export function createService(options: ServiceOptions): Service {
	const refusals = roomLaws;
	const {replica} = options;
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
		keep: async (trx, request) =>
			keepForApproval(workOver(trx, request.scope, request.actor), request),
	});
	const remembering = rememberRefused(transact, workOver);
	return {
		inTransaction: async ({scope, actor, isReadOnly = false}, run) =>
			isReadOnly
				? transact({scope, isReadOnly, isSnapshot: true}, async (trx) =>
						run(workOver(trx, scope, actor)),
					)
				: remembering({scope, actor}, async (enlisting) =>
						writePath.perform({scope, actor}, async (work) => run(enlisting(work))),
					),
		drain: writePath.drain,
		runner: notingWrites<Work>(
			{
				open: async (actor, run) =>
					orUnavailable(async () => run(workOver(options.knex, nowhere, actor ?? stranger))),
				read: createReader<Work>({transact, replica, workOver}),
				write: async (request, run) =>
					remembering(request, async (enlisting) =>
						writePath.write(request, async (work) => {
							const answer = await run(enlisting(work));
							if (request.sent) await recordRequest(work, {...request.sent, actor: request.actor});
							return answer;
						}),
					),
				post: writePath.post,
			},
			replica,
		),
	};
}

type WorkMaker = (trx: Knex, scope: CallerScope, actor: Actor, gate?: Gate) => Work;

function workMaker(
	{
		clock,
		timeZone,
		publicUrl = 'http://127.0.0.1:3000',
		newId = uuid,
		webhooks = {isHttpsOnly: true, allowedHosts: []},
		signer = signerOf(privateKeyOf(randomBytes(seedBytes))),
		secrets = createSecretBox([knownKey], randomBytes),
		isSecondFactorRequired = true,
		openId,
	}: ServiceOptions,
	transact: Transactor,
): WorkMaker {
	const today = () => localDateAt(clock.now(), timeZone);
	// What a command that waited may be.
	const routes = createRoutes({isCookieSecure: true});
	const workOver: WorkMaker = (trx, scope, actor, gate) => ({
		...createGatedStores(trx, {today, actor, randomBytes, secrets}, gate),
		commands: createCommandPort({trx, scope, actor, routes, workOver}),
		actor,
		scope,
		signer,
		secrets,
		isSecondFactorRequired,
		openId,
		timeZone,
		publicUrl,
		now: clock.now,
		today,
		newId,
		randomBytes,
		regions: createRegionStore(trx),
		evidence: createEvidenceStore(trx),
		fund: createFundStore(trx),
		groups: createGroupStore(trx, randomBytes),
		lateCharges: createLateChargeStore(trx),
		latePayers: createLatePayerStore(trx),
		collateral: createCollateralStore(trx),
		loanLife: createLoanLifeStore(trx),
		purchases: createPurchaseStore(trx),
		payroll: createPayrollStore(trx),
		provisioning: createProvisioningStore(trx),
		findings: createFindingStore(trx),
		mails: createMailStore(trx),
		reconciliations: createReconciliationStore(trx),
		receipts: createReceiptStore(trx),
		detection: createDetectionStore(trx),
		city: createCityStore(trx),
		reports: createReportStore(trx),
		jobs: createJobStore(trx),
		savings: createSavingsStore(trx, randomBytes),
		surplus: createSurplusStore(trx, randomBytes),
		...createLookups(trx, randomBytes),
		banking: createBankingStore(trx),
		...createImportPorts({trx, scope, secrets, workOver}),
		exports: createExportStore(trx, secrets),
		chores: createChoreStore(trx),
		webhooks: createWebhookStore(trx),
		webhookAddresses: createAddressRules(webhooks),
		recordAct: async (act) =>
			recordAct({actor, now: clock.now}, createIdentityStore(trx), actor, act),
		recordActApart: async (act) =>
			transact({scope}, async (next) => workOver(next, scope, actor).recordAct(act)),
		// Only a write has something to be refused.
		evenIfRefused: () => undefined,
		afresh: async (run) =>
			transact({scope, isReadOnly: true}, async (next) => run(workOver(next, scope, actor))),
	});
	return workOver;
}

/** Every route of the service: the one list that is mounted, guarded, documented and tested. */
export const createRoutes = (settings: {readonly isCookieSecure: boolean}): Route<Work>[] =>
	withReports<Work>([
		todayRoute,
		...createIdentityRoutes(settings),
		...approvalRoutes,
		...regionRoutes,
		...cooperativeRoutes,
		...savingsRoutes,
		...surplusRoutes,
		...fundRoutes,
		...lendingRoutes,
		...provisioningRoutes,
		...oversightRoutes,
		...reconciliationRoutes,
		...cityRoutes,
		...receiptRoutes,
		...detectionRoutes,
		...bankingRoutes,
		...importRoutes,
		...interchangeRoutes,
		...ledgerRoutes,
		...evidenceRoutes,
		...choreRoutes,
		...webhookRoutes,
		...reportRoutes,
	]);

export type CompositionOptions = ServiceOptions &
	EdgeSettings &
	ObservingSettings & {
		readonly log: Logger;
		readonly isProduction: boolean;
		/** False only where the service is reached over plain HTTP on the loopback address. */
		readonly isCookieSecure: boolean;
		readonly version: string;
	};

export type Composition = Service & {readonly app: Koa<RequestState>; readonly metrics: Metrics};

/** Binds every room's ports to their adapters and mounts their routes. */
export function compose(options: CompositionOptions): Composition {
	const metrics = createMetrics();
	const {tracing} = options;
	const observeQueue = observingQueues(metrics.observeQueue, tracing);
	const service = createService({...options, observeQueue});
	const {forget, ...edge} = createEdge<Work>(service, options);
	const app = createApp<Work>({
		...edge,
		routes: createRoutes(options),
		refusals: [
			identityRefusals,
			approvalRefusals,
			regionRefusals,
			cooperativeRefusals,
			savingsRefusals,
			surplusRefusals,
			fundRefusals,
			lendingRefusals,
			provisioningRefusals,
			oversightRefusals,
			reconciliationRefusals,
			cityRefusals,
			receiptRefusals,
			detectionRefusals,
			bankingRefusals,
			importRefusals,
			interchangeRefusals,
			ledgerRefusals,
			evidenceRefusals,
			webhookRefusals,
			reportRefusals,
		],
		log: options.log,
		metrics,
		clock: options.clock,
		timeZone: options.timeZone,
		...(tracing === undefined ? {} : {tracing}),
		...observeService(service, metrics, options),
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
		inTransaction: async (settings, run) => service.inTransaction(settings, run).finally(forget),
		app,
		metrics,
	};
}
