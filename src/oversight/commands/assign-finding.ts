import {type Role, hasPermission} from '../../identity/index.ts';
import type {AuditFinding} from '../audit-finding.ts';
import type {Assignment, OversightWork} from '../ports.ts';
import {decideAssignment} from '../step.ts';
import {takeStep} from './get-finding.ts';

/**
 * Gives a finding to a user who has to clear it up, and lets them know by mail.
 * @throws DomainError `oversight/unknown`, and those of `decideAssignment`.
 */
export async function assignFinding(
	work: OversightWork,
	{finding: id, owner}: Assignment,
): Promise<AuditFinding> {
	return takeStep(work, id, async (finding, moment) => {
		const roles = (await work.findings.rolesOver(finding.book, owner)) as Role[];
		const canOwn = roles.some((role) => hasPermission(role, 'finding:work'));
		return decideAssignment(finding, moment, {owner, canOwn});
	});
}
