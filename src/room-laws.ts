import {approvalConstraints} from './approvals/db/approval-store.ts';
import {bankingConstraints} from './banking/db/banking-store.ts';
import {cityConstraints} from './city/db/city-store.ts';
import {cooperativeConstraints} from './cooperatives/db/cooperative-store.ts';
import type {ConstraintRefusals} from './db/constraint-errors.ts';
import {detectionConstraints} from './detection/db/detection-store.ts';
import {evidenceConstraints} from './evidence/db/constraints.ts';
import {fundConstraints} from './fund/db/fund-store.ts';
import {identityConstraints} from './identity/db/identity-store.ts';
import {importConstraints} from './imports/db/import-store.ts';
import {ledgerConstraints} from './ledger/db/constraints.ts';
import {groupConstraints} from './lending/db/group-store.ts';
import {latePayerConstraints} from './lending/db/late-charge-store.ts';
import {lendingConstraints} from './lending/db/product-store.ts';
import {purchaseConstraints} from './lending/db/purchase-store.ts';
import {oversightConstraints} from './oversight/db/finding-store.ts';
import {provisioningConstraints} from './provisioning/db/provisioning-store.ts';
import {receiptConstraints} from './receipts/db/receipt-store.ts';
import {reconciliationConstraints} from './reconciliation/db/reconciliation-store.ts';
import {savingsConstraints} from './savings/db/savings-store.ts';
import {surplusConstraints} from './surplus/db/surplus-store.ts';

/** What a law of any room that PostgreSQL saw broken is answered with. */
export const roomLaws: ConstraintRefusals = {
	...ledgerConstraints,
	...evidenceConstraints,
	...cooperativeConstraints,
	...savingsConstraints,
	...surplusConstraints,
	...fundConstraints,
	...reconciliationConstraints,
	...provisioningConstraints,
	...cityConstraints,
	...detectionConstraints,
	...oversightConstraints,
	...bankingConstraints,
	...identityConstraints,
	...approvalConstraints,
	...lendingConstraints,
	...groupConstraints,
	...latePayerConstraints,
	...purchaseConstraints,
	...receiptConstraints,
	...importConstraints,
};
