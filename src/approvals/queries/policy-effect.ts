import type {CallerScope} from '../../kernel/scope.ts';
import {type LocalDate, addDays, endOfMonth, startOfMonth} from '../../kernel/local-date.ts';
import {type PolicyEffect, createEffect} from '../effect.ts';
import {refuse} from '../errors.ts';
import {type ApprovalTerms, decideTerms, loosens} from '../policy.ts';
import type {ApprovalWork} from '../ports.ts';

export type EffectAsked = {
	readonly terms: ApprovalTerms;
	/** The first day of a month; the one before this without it. */
	readonly month?: LocalDate;
};

export type EffectRead = PolicyEffect & {
	readonly from: LocalDate;
	readonly to: LocalDate;
	/** Whether to set these terms takes a second administrator. */
	readonly isLooser: boolean;
};

/** So many writes are read at once. */
const pageSize = 5000;

/**
 * What terms would have done with the writes that were recorded in a month: how many would have
 * waited for a second person, which now do not. Nothing is written.
 * @throws DomainError `approval/policy-scope`, `approval/unknown-write`, `approval/no-amount`,
 * `approval/lifted-with-limit`, `approval/policy-past`.
 */
export async function readPolicyEffect(
	work: Pick<ApprovalWork, 'approvals' | 'today'>,
	within: CallerScope,
	{terms, month}: EffectAsked,
): Promise<EffectRead> {
	if (!within.all) throw refuse('approval/policy-scope');
	decideTerms(terms, work.today());
	const from = month ?? startOfMonth(addDays(startOfMonth(work.today()), -1));
	const to = endOfMonth(from);
	const versions = await work.approvals.policies();
	const effect = createEffect(versions, terms);
	const asked = {write: terms.write, from, to, limit: pageSize};
	let page = await work.approvals.writesBetween(asked);
	for (;;) {
		for (const write of page.writes) effect.add(write);
		if (page.next === undefined) break;
		page = await work.approvals.writesBetween({...asked, after: page.next});
	}
	return {...effect.made(), from, to, isLooser: loosens(versions, terms)};
}
