import type {Knex} from 'knex';
import {type Gate, gated, holdingGate} from './approval-gate.ts';
import {createApprovalStore} from './approvals/db/approval-store.ts';
import {createIdentityStore} from './identity/db/identity-store.ts';
import type {LocalDate} from './kernel/local-date.ts';
import {createLedgerStore} from './ledger/db/ledger-store.ts';
import {createProductStore} from './lending/db/product-store.ts';

/** The stores that write what a policy can name, over a transaction, with a gate before them. */
export function createGatedStores(trx: Knex, today: () => LocalDate, gate?: Gate) {
	const approvals = createApprovalStore(trx);
	const stores = {
		ledger: createLedgerStore(trx),
		products: createProductStore(trx),
		identity: createIdentityStore(trx),
		approvals,
	};
	return gated(stores, gate ?? holdingGate(approvals, today));
}
