import type {ReconciliationId} from '../../kernel/ids.ts';
import {getBook} from '../../ledger/index.ts';
import {refuse} from '../errors.ts';
import type {ReconciliationWork} from '../ports.ts';
import {
	type Explanation,
	type NewExplanation,
	type Reconciliation,
	type Side,
	decideExplanation,
	decideSignature,
} from '../reconciliation.ts';

/** Says why a part of a difference is there. @throws DomainError as {@link decideExplanation}. */
export async function explainDifference(
	work: ReconciliationWork,
	id: ReconciliationId,
	wanted: NewExplanation,
): Promise<Reconciliation> {
	const {book, reconciliation} = await hold(work, id);
	const decided = decideExplanation(reconciliation, wanted);
	const explanation: Explanation = {...decided, explainedBy: work.actor.name};
	const number = reconciliation.explanations.length + 1;
	await work.reconciliations.insertExplanation(book, id, number, explanation, work.now());
	return {...reconciliation, explanations: [...reconciliation.explanations, explanation]};
}

/** Signs for one side. @throws DomainError as {@link decideSignature}. */
export async function signReconciliation(
	work: ReconciliationWork,
	id: ReconciliationId,
	side: Side,
): Promise<Reconciliation> {
	const {book, reconciliation} = await hold(work, id);
	const signature = {
		side,
		signedBy: work.actor.name,
		userId: work.actor.userId,
		signedAt: work.now(),
	};
	decideSignature(reconciliation, signature);
	await work.reconciliations.insertSignature(book, id, signature);
	return {...reconciliation, signatures: [...reconciliation.signatures, signature]};
}

/** @throws DomainError `reconciliation/unknown`. */
export async function getReconciliation(
	work: Pick<ReconciliationWork, 'reconciliations'>,
	id: ReconciliationId,
): Promise<Reconciliation> {
	const found = await work.reconciliations.find(id);
	if (!found) throw refuse('reconciliation/unknown', {reconciliation: id}, 'id');
	return found;
}

/** Two who act on it at once come one after the other. */
async function hold(work: ReconciliationWork, id: ReconciliationId) {
	const book = await getBook(work, (await getReconciliation(work, id)).book);
	await work.ledger.lockTip(book);
	return {book, reconciliation: await getReconciliation(work, id)};
}
