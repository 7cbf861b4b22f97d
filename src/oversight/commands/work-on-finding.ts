import type {AuditFinding} from '../audit-finding.ts';
import type {FindingNote, NewDueDate, OversightWork} from '../ports.ts';
import {decideDueDate, decideNote, decideProposal} from '../step.ts';
import {takeStep} from './get-finding.ts';
import {requireEvidence} from './require-evidence.ts';

/** Adds what was done or seen. @throws DomainError `oversight/unknown`, `oversight/closed`. */
export async function noteOnFinding(
	work: OversightWork,
	{finding: id, ...noted}: FindingNote,
): Promise<AuditFinding> {
	return takeStep(work, id, async (finding, moment) => {
		const step = decideNote(finding, moment, noted);
		await requireEvidence(work, finding.book, noted.evidence);
		return step;
	});
}

/** The owner proposes to close. @throws DomainError those of `decideProposal`. */
export async function proposeClosing(
	work: OversightWork,
	{finding: id, ...noted}: FindingNote,
): Promise<AuditFinding> {
	return takeStep(work, id, async (finding, moment) => {
		const step = decideProposal(finding, moment, noted);
		await requireEvidence(work, finding.book, noted.evidence);
		return step;
	});
}

/** Gives more time, or less, for a reason. @throws DomainError those of `decideDueDate`. */
export async function moveDueDate(
	work: OversightWork,
	{finding: id, ...wanted}: NewDueDate,
): Promise<AuditFinding> {
	return takeStep(work, id, (finding, moment) => decideDueDate(finding, moment, wanted));
}
