import {refuse} from '../errors.ts';
import {policyOn} from '../policy.ts';
import type {OversightPolicy} from '../policy.ts';
import type {FindingPosition, FindingQuestion, OversightWork} from '../ports.ts';
import {type FindingTotals, type ReportedFinding, buildTotals} from '../report.ts';

export type FindingsReport = {
	readonly policy: OversightPolicy;
	/** One more than was asked for, where there are more. */
	readonly rows: readonly ReportedFinding[];
	readonly totals: FindingTotals;
};

/**
 * What was not closed at the end of a day, the longest overdue first, and how many there were of
 * each kind. It is read from the steps recorded by then, so it is the same whenever it is asked.
 * @throws DomainError `oversight/date-in-future`.
 */
export async function readFindingsReport(
	work: OversightWork,
	question: FindingQuestion & {readonly limit: number; readonly after?: FindingPosition},
): Promise<FindingsReport> {
	const today = work.today();
	if (question.asOf > today) {
		throw refuse('oversight/date-in-future', {date: question.asOf, today}, 'query.asOf');
	}
	return {
		policy: policyOn(await work.findings.policies(), question.asOf),
		rows: await work.findings.findingsOn({...question, limit: question.limit + 1}),
		totals: buildTotals(await work.findings.sumsOn(question)),
	};
}
