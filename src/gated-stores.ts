import type {Knex} from 'knex';
import {type Gate, erasedByTwo, gated, holdingGate, withinLimits} from './approval-gate.ts';
import {createApprovalStore} from './approvals/db/approval-store.ts';
import {createLimitStore} from './approvals/db/limit-table.ts';
import {createSeparationStore} from './approvals/db/separation-table.ts';
import {createCooperativeStore} from './cooperatives/db/cooperative-store.ts';
import {dutyBound} from './duty-gate.ts';
import {createIdentityStore} from './identity/db/identity-store.ts';
import type {Actor} from './kernel/actor.ts';
import type {LocalDate} from './kernel/local-date.ts';
import type {SecretBox} from './kernel/secret-box.ts';
import {createLedgerStore} from './ledger/db/ledger-store.ts';
import {createLendingStore} from './lending/db/lending-store.ts';
import {createProductStore} from './lending/db/product-store.ts';

type Settings = {
	readonly today: () => LocalDate;
	readonly actor: Actor;
	readonly secrets: SecretBox;
	readonly randomBytes: Parameters<typeof createLendingStore>[1];
};

/**
 * The stores that write what a policy can name or what one person does not do alone, over a
 * transaction, with the gates before them.
 */
export function createGatedStores(trx: Knex, settings: Settings, gate?: Gate) {
	const {today, actor, randomBytes, secrets} = settings;
	const approvals = createApprovalStore(trx);
	const held = gate ?? holdingGate(approvals, today);
	const separations = createSeparationStore(trx);
	const limits = createLimitStore(trx);
	const within = withinLimits(limits, actor, today);
	const stores = {
		ledger: createLedgerStore(trx),
		products: createProductStore(trx),
		identity: createIdentityStore(trx),
		approvals,
		separations,
		limits,
	};
	return {
		...gated(stores, held, within),
		cooperatives: erasedByTwo(createCooperativeStore(trx, secrets), held),
		lending: dutyBound(createLendingStore(trx, randomBytes), {separations, actor, today, within}),
	};
}
