import type {AuditFinding} from '../audit-finding.ts';
import type {Judgement, OversightWork, Reopening} from '../ports.ts';
import {decideJudgement, decideReopening} from '../step.ts';
import {takeStep} from './get-finding.ts';

/** Another person than the owner closes a finding. @throws DomainError as `decideJudgement`. */
export const confirmClosing = async (work: OversightWork, wanted: Judgement) =>
	judge(work, wanted, true);

/** Another person than the owner says that it is not cleared up. */
export const declineClosing = async (work: OversightWork, wanted: Judgement) =>
	judge(work, wanted, false);

const judge = async (
	work: OversightWork,
	{finding: id, note}: Judgement,
	isClosed: boolean,
): Promise<AuditFinding> =>
	takeStep(work, id, async (finding, moment) => {
		const roles = await work.findings.rolesOver(finding.book, moment.by);
		const isConcerned = await work.findings.concerns(finding, moment.by);
		const policies = await work.findings.policies();
		return decideJudgement(finding, moment, {roles, isConcerned}, policies, {isClosed, note});
	});

/** Opens a closed finding again, for a reason. @throws DomainError as `decideReopening`. */
export async function reopenFinding(
	work: OversightWork,
	{finding: id, reason}: Reopening,
): Promise<AuditFinding> {
	return takeStep(work, id, async (finding, moment) => {
		const isRaisedAgain = await work.findings.isRaisedAgain(finding);
		const policies = await work.findings.policies();
		return decideReopening(finding, moment, policies, {reason, isRaisedAgain});
	});
}
