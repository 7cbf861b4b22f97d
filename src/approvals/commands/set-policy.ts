import {recordAct} from '../../identity/index.ts';
import type {CallerScope} from '../../kernel/scope.ts';
import {refuse} from '../errors.ts';
import {type ApprovalPolicy, type ApprovalTerms, decideTerms, termsText} from '../policy.ts';
import type {ApprovalWork} from '../ports.ts';

/**
 * Says which writes need a second person from a day on: a new version, never a change. Where it
 * holds less than before, it needs a second person itself (see `loosens`).
 * @throws DomainError `approval/policy-scope`, `approval/unknown-write`, `approval/no-amount`,
 * `approval/lifted-with-limit`, `approval/policy-past`.
 */
export async function setApprovalPolicy(
	work: ApprovalWork,
	within: CallerScope,
	terms: ApprovalTerms,
): Promise<ApprovalPolicy> {
	if (!within.all) throw refuse('approval/policy-scope');
	decideTerms(terms, work.today());
	await work.approvals.lockPolicies();
	const versions = await work.approvals.policies();
	const version = 1 + versions.filter(({write}) => write === terms.write).length;
	const policy = {...terms, version, setBy: work.actor.name, recordedAt: work.now()};
	await work.approvals.insertPolicy(policy);
	await recordAct(work, work.identity, work.actor, {
		kind: 'approval-policy.set',
		subject: `write:${terms.write}`,
		details: {
			version: String(version),
			effectiveFrom: terms.effectiveFrom,
			needs: termsText(terms),
			legalBasis: terms.legalBasis,
		},
	});
	return policy;
}
