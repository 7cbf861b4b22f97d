import type {UserId} from '../../kernel/ids.ts';
import {refuse} from '../errors.ts';
import type {Administrator, IdentityWork} from '../ports.ts';
import {covers, scopeText} from '../scope.ts';
import {type Grant, type RoleInScope, type User, activeGrants, decideKindOfRole} from '../user.ts';
import {getUser} from './get-user.ts';
import {recordAct, userSubject} from './record-act.ts';

/**
 * Gives a user one more role, within the administrator's own scope and never to himself: who may
 * let others in must not let himself in everywhere.
 * @throws DomainError `identity/unknown-user`, `identity/grant-to-self`, `identity/unknown-scope`,
 * `identity/scope-too-wide`, `identity/grant-held`, `identity/service-account-role`.
 */
export async function grantRole(
	work: IdentityWork,
	by: Administrator,
	{user: id, ...grant}: RoleInScope & {readonly user: UserId},
): Promise<Grant> {
	if (id === by.actor.userId) throw refuse('identity/grant-to-self');
	return work.identity.atomically(async (identity) => {
		const user = await getUser({identity}, by.within, id);
		const given = await addGrant({...work, identity}, by, user, grant);
		await recordAct(work, identity, by.actor, {
			kind: 'grant.give',
			subject: userSubject(user.name),
			details: {role: given.role, scope: scopeText(given.scope)},
			concerns: id,
		});
		return given;
	});
}

/** The part that a new user's first roles share with later ones. */
export async function addGrant(
	work: IdentityWork,
	by: Administrator,
	user: User,
	{role, scope}: RoleInScope,
): Promise<Grant> {
	decideKindOfRole(user.kind, role);
	const place = scope.kind === 'all' ? undefined : await work.identity.findPlace(scope);
	const text = scopeText(scope);
	if (scope.kind !== 'all' && place === undefined) {
		throw refuse('identity/unknown-scope', {scope: text}, 'scope');
	}
	if (!covers(by.within, scope, place)) {
		throw refuse('identity/scope-too-wide', {scope: text}, 'scope');
	}
	const isHeld = activeGrants(user).some(
		(held) => held.role === role && scopeText(held.scope) === text,
	);
	if (isHeld) throw refuse('identity/grant-held', {}, 'role');
	const grant: Grant = {
		id: work.newId(),
		role,
		scope,
		...(place === undefined ? {} : {region: place}),
		grantedAt: work.now(),
		grantedBy: by.actor.name,
	};
	await work.identity.insertGrant(user.id, grant);
	return grant;
}
