import {getCooperative} from '../../cooperatives/index.ts';
import {startOfMonth} from '../../kernel/local-date.ts';
import {getBook} from '../../ledger/index.ts';
import {type Obligation, decideObligation} from '../obligation.ts';
import type {NewObligation, SavingsWork} from '../ports.ts';

/**
 * Sets what a cooperative asks of its members each month, from a month on. What was in force before
 * stays as it was, so that nobody falls behind for a month that is over by a later decision.
 * @throws DomainError `cooperative/unknown`, `savings/obligation-not-later`.
 */
export async function setObligation(work: SavingsWork, wanted: NewObligation): Promise<Obligation> {
	const {cooperative, ...terms} = wanted;
	await getCooperative(work, cooperative);
	const book = await getBook(work, cooperative);
	await work.ledger.lockTip(book);
	const obligation: Obligation = {
		...terms,
		effectiveFrom: startOfMonth(terms.effectiveFrom),
		recordedBy: work.actor.name,
	};
	decideObligation(obligation, await work.savings.obligations(book));
	await work.savings.insertObligation(book, obligation, work.now());
	return obligation;
}
