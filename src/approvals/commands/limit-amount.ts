import {personsOf} from '../../kernel/actor.ts';
import {decideRole, getUserByName, recordAct} from '../../identity/index.ts';
import {toText} from '../../kernel/money.ts';
import type {CallerScope} from '../../kernel/scope.ts';
import {refuse} from '../errors.ts';
import {type AmountLimit, type LimitTerms, decideLimit, requireWithin} from '../limit.ts';
import type {PendingCommand} from '../pending.ts';
import type {ApprovalWork} from '../ports.ts';

/**
 * Limits from a day on what whoever holds a role, or one user, may give a command for; to let them
 * do more takes two people.
 * @throws DomainError `approval/policy-scope`, `approval/unknown-write`, `limit/past`,
 * `identity/role-malformed`, `identity/unknown-user`.
 */
export async function setAmountLimit(
	work: ApprovalWork,
	within: CallerScope,
	terms: LimitTerms,
): Promise<AmountLimit> {
	if (!within.all) throw refuse('approval/policy-scope');
	const [kind, name = ''] = terms.holder.split(':');
	if (kind === 'role') decideRole(name);
	else await getUserByName(work, name);
	const version = decideLimit(await work.limits.limits(), terms, work.today());
	const limit = {...terms, version, setBy: work.actor.name, recordedAt: work.now()};
	await work.limits.insertLimit(limit);
	const {amountMax} = terms;
	await recordAct(work, work.identity, work.actor, {
		kind: 'limit.set',
		subject: terms.holder,
		details: {
			write: terms.write,
			version: String(version),
			effectiveFrom: terms.effectiveFrom,
			amountMax: amountMax === undefined ? 'none' : toText(amountMax),
			legalBasis: terms.legalBasis,
		},
	});
	return limit;
}

/**
 * Whoever checks lets nothing pass that they might not give.
 * @throws DomainError `limit/exceeded`.
 */
export async function requireCheckable(
	work: ApprovalWork,
	{preview}: PendingCommand,
): Promise<void> {
	const limits = await work.limits.limitsOf(personsOf(work.actor.name));
	for (const {name, amount} of preview) {
		if (amount === undefined) continue;
		requireWithin(limits, {write: name, amount, by: work.actor.name}, work.today());
	}
}
