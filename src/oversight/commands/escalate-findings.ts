import {addDays} from '../../kernel/local-date.ts';
import {mailsOfDueTomorrow, mailsOfStep} from '../mail.ts';
import type {OversightWork} from '../ports.ts';
import {afterStep, escalate} from '../step.ts';
import {writeMails} from './write-mails.ts';

/** How many findings go up within one transaction. */
export const escalatedMax = 500;

export type Escalated = {
	/** Findings that went up, by one level or more. */
	readonly findings: number;
	/** Steps up that were written. */
	readonly steps: number;
};

/**
 * Takes findings whose due date has passed up, a level for each, and writes who is to know. Doing
 * it again on the same day changes nothing; days that were missed are caught up with. At most
 * `escalatedMax` at a time: whoever gets so many asks again.
 */
export async function escalateFindings(work: OversightWork): Promise<Escalated> {
	const at = work.now();
	const by = work.actor.name;
	const overdue = await work.findings.holdOverdue(at, escalatedMax);
	const policies = await work.findings.policies();
	const taken = overdue.flatMap(({finding, today}) =>
		escalate(finding, {by, at, today}, policies).map((step) => ({finding, step})),
	);
	await work.findings.insertSteps(
		taken.map(({finding, step}) => ({...step, book: finding.book, finding: finding.number})),
	);
	await writeMails(
		work,
		taken.flatMap(({finding, step}) => mailsOfStep(afterStep(finding, step), step)),
	);
	return {findings: overdue.length, steps: taken.length};
}

/** Writes to whom it concerns what is due tomorrow; once, however often it is asked. */
export async function remindOfDueDates(work: OversightWork): Promise<void> {
	const today = work.today();
	const due = await work.mails.findingsDueOn(addDays(today, 1));
	await writeMails(
		work,
		due.flatMap((finding) => mailsOfDueTomorrow(finding, today)),
	);
}
