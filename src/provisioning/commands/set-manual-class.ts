import {getLoan} from '../../lending/index.ts';
import {refuse} from '../errors.ts';
import {type ManualClass, decideEnd, decideManualClass, decideOrder} from '../manual-class.ts';
import {policyOn} from '../policy-in-force.ts';
import type {NewManualClass, ProvisioningWork} from '../ports.ts';

/**
 * Sets a class by hand that is worse than the one by lateness, or ends it. The record stays and the
 * next one follows it.
 * @throws DomainError `provisioning/class-not-worse`, `provisioning/no-manual-class`, …
 */
export async function setManualClass(
	work: ProvisioningWork,
	wanted: NewManualClass,
): Promise<ManualClass> {
	const {loan, book} = await getLoan(work, wanted.loan);
	// Nobody pays or classifies meanwhile.
	await work.ledger.lockTip(book);
	const versions = await work.provisioning.policyVersions();
	const policy = policyOn(versions, wanted.policy, wanted.effectiveFrom);
	const records = await work.provisioning.manualClasses(book, loan.id);
	const last = records.findLast((one) => one.policy === policy.code);
	decideOrder(wanted, last, work.today());
	if (wanted.class === undefined) {
		decideEnd(policy.code, last);
	} else {
		const date = wanted.effectiveFrom;
		const facts = await work.provisioning.loanFacts(book, loan.id, date);
		if (!facts) {
			throw refuse('provisioning/nothing-owed', {number: String(loan.number), date}, 'loan');
		}
		decideManualClass(policy, wanted.class, facts, date);
	}
	const record: ManualClass = {
		...wanted,
		number: (last?.number ?? 0) + 1,
		recordedBy: work.actor.name,
		recordedAt: work.now(),
	};
	await work.provisioning.insertManualClass(book, record);
	return record;
}
