import type {LoanId, MemberId} from '../../kernel/ids.ts';
import {
	type Evidence as FindingEvidence,
	type OversightWork,
	evidenceMax,
	raiseFindings,
} from '../../oversight/index.ts';
import type {Detection, Evidence} from '../detection.ts';
import type {DetectionWork} from '../ports.ts';
import {type RunOutcome, type RunRequest, runDetectors} from './run-detectors.ts';

/**
 * Runs the detectors and raises what they saw as audit findings, so that each has an owner and a
 * due date. A hint of low severity is read and not raised: it may be nothing. What stands in the
 * register already is not raised again.
 * @throws DomainError as {@link runDetectors}.
 */
export async function detectAndRaise(
	work: DetectionWork & OversightWork,
	request: RunRequest,
): Promise<RunOutcome> {
	const outcome = await runDetectors(work, request);
	const grave = outcome.detections.filter(({severity}) => severity !== 'low');
	if (grave.length > 0) {
		await work.detection.asSystem(async () => raiseFindings(work, grave.map(toDraft)));
	}
	return outcome;
}

const toDraft = ({evidence, ...detection}: Detection) => ({
	...detection,
	evidence: evidence.slice(0, evidenceMax).map(toEvidence),
});

/** What the register has no word for is named as it is found in its own list. */
function toEvidence(evidence: Evidence): FindingEvidence {
	switch (evidence.kind) {
		case 'entry':
			return evidence;
		case 'user':
			return {kind: 'user', user: evidence.name};
		case 'loan':
			return {kind: 'loan', loan: evidence.id as LoanId};
		case 'member':
			return {kind: 'member', member: evidence.id as MemberId};
		default:
			return {kind: 'document', document: `${evidence.kind} ${evidence.id}`};
	}
}
