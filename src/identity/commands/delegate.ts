import {personsOf} from '../../kernel/actor.ts';
import type {UserId} from '../../kernel/ids.ts';
import type {CallerScope} from '../../kernel/scope.ts';
import {requireSession} from '../credential.ts';
import {
	type Delegation,
	type DelegationTerms,
	decideDelegation,
	decideRevocation,
	inForceOn,
} from '../delegation.ts';
import {refuse} from '../errors.ts';
import type {IdentityWork} from '../ports.ts';
import {scopeText} from '../scope.ts';
import {isInHand} from '../user.ts';
import type {SignedInCaller} from '../caller.ts';
import {getUserByName} from './get-user.ts';
import {type OpenedSession, openSession} from './open-session.ts';
import {recordAct, userSubject} from './record-act.ts';

export type NewDelegation = DelegationTerms & {
	/** The name of who is to act. */
	readonly to: string;
};

/**
 * Hands a part of one's own rights on to another from a day to a day. What was itself handed on is
 * not handed on again: whoever acts for another has no roles of their own in that session.
 * @throws DomainError `identity/own-session-needed`, `identity/unknown-user`,
 * `identity/unknown-scope`, and those of `decideDelegation`.
 */
export async function giveDelegation(
	work: IdentityWork,
	caller: Pick<SignedInCaller, 'actor'>,
	{to, ...terms}: NewDelegation,
): Promise<Delegation> {
	const delegator = await work.identity.findUser(caller.actor.userId as UserId);
	if (!delegator || personsOf(caller.actor.name).length > 1) {
		throw refuse('identity/own-session-needed');
	}
	const delegate = await getUserByName(work, to);
	const {scope} = terms;
	const place = scope.kind === 'all' ? undefined : await work.identity.findPlace(scope);
	if (scope.kind !== 'all' && place === undefined) {
		throw refuse('identity/unknown-scope', {scope: scopeText(scope)}, 'scope');
	}
	const part = decideDelegation(terms, {delegator, delegate, place, today: work.today()});
	const delegation: Delegation = {
		...terms,
		...part,
		id: work.newId(),
		delegator: {id: delegator.id, name: delegator.name},
		delegate: {id: delegate.id, name: delegate.name},
		givenAt: work.now(),
	};
	await work.identity.atomically(async (identity) => {
		await identity.insertDelegation(delegation);
		await recordAct(work, identity, caller.actor, {
			kind: 'delegation.give',
			subject: userSubject(delegate.name),
			details: detailsOf(delegation),
			concerns: delegator.id,
		});
	});
	return delegation;
}

const detailsOf = ({role, scope, permissions, firstOn, lastOn, reason}: Delegation) => ({
	role,
	scope: scopeText(scope),
	permissions: permissions.join(', '),
	days: `${firstOn} - ${lastOn}`,
	reason,
});

/**
 * Takes a delegation back, from the next request on: by who gave it, who received it, or who has
 * the giver in hand. @throws DomainError `identity/unknown-delegation`.
 */
export async function revokeDelegation(
	work: IdentityWork,
	{actor, within}: {readonly actor: IdentityWork['actor']; readonly within?: CallerScope},
	id: string,
): Promise<Delegation> {
	const unknown = refuse('identity/unknown-delegation', {delegation: id});
	const delegation = await work.identity.findDelegation(id);
	if (!delegation) throw unknown;
	const isOwn = [delegation.delegator.id, delegation.delegate.id].some(
		(one) => one === actor.userId,
	);
	const giver = await work.identity.findUser(delegation.delegator.id);
	const isManaged = within !== undefined && giver !== undefined && isInHand(within, giver);
	if (!isOwn && !isManaged) throw unknown;
	decideRevocation(delegation);
	const at = work.now();
	await work.identity.atomically(async (identity) => {
		if (!(await identity.revokeDelegation(id, at, actor.name))) throw unknown;
		await recordAct(work, identity, actor, {
			kind: 'delegation.revoke',
			subject: userSubject(delegation.delegate.name),
			details: {...detailsOf(delegation), delegator: delegation.delegator.name},
			concerns: delegation.delegator.id,
		});
	});
	return {...delegation, revokedAt: at, revokedBy: actor.name};
}

/**
 * Opens a session in which one acts for another, with what they handed on and nothing of one's own.
 * @throws DomainError `identity/session-needed`, `identity/own-session-needed`,
 * `identity/nothing-delegated`.
 */
export async function actFor(
	work: IdentityWork,
	{actor, credential}: Pick<SignedInCaller, 'actor'> & Partial<Pick<SignedInCaller, 'credential'>>,
	name: string,
): Promise<OpenedSession & {readonly permissions: readonly string[]}> {
	requireSession(credential);
	const delegated = inForceOn(await work.identity.delegatedTo(actor.name, name), work.today());
	const delegator = await work.identity.findUserByName(name);
	if (!delegator || delegated.length === 0) {
		throw refuse('identity/nothing-delegated', {user: name.slice(0, 64)}, 'for');
	}
	return work.identity.atomically(async (identity) => {
		const opened = await openSession({...work, identity}, actor.userId as UserId, delegator.id);
		await recordAct(work, identity, actor, {
			kind: 'session.open',
			subject: userSubject(actor.name),
			details: {actingFor: delegator.name},
		});
		const permissions = [...new Set(delegated.flatMap((one) => one.permissions))].sort();
		return {...opened, permissions};
	});
}
