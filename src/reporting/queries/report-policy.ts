import {type Policy, policyOn} from '../../provisioning/index.ts';
import type {LoanScope} from '../loan-ports.ts';
import type {ReportWork} from '../ports.ts';

/** By which loans are classified where no cooperative asked for says otherwise. */
const commonPolicy = 'koperasi';

/**
 * The policy of a report that shows one class of each loan: the one that was asked for; or that by
 * which the cooperatives book on the day, where they all book by one; or that of cooperatives.
 * @throws DomainError `provisioning/unknown-policy`, `provisioning/policy-not-in-force`.
 */
export async function readReportPolicy(
	work: ReportWork,
	{books, asOf, knownAt}: LoanScope,
	asked: string | undefined,
): Promise<Policy> {
	const versions = await work.provisioning.policyVersions();
	if (asked !== undefined) return policyOn(versions, asked, asOf);
	const chosen = new Set<string>();
	for (const book of books) {
		const choices = await work.provisioning.choices(book);
		const own = choices.findLast(
			({effectiveFrom, decidedAt}) =>
				effectiveFrom <= asOf && (knownAt === undefined || decidedAt <= knownAt),
		);
		chosen.add(own?.policy ?? commonPolicy);
	}
	return policyOn(versions, chosen.size === 1 ? [...chosen][0]! : commonPolicy, asOf);
}
