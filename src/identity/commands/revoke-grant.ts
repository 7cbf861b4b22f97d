import type {UserId} from '../../kernel/ids.ts';
import {refuse} from '../errors.ts';
import type {Administrator, IdentityWork} from '../ports.ts';
import {type Grant, activeGrants} from '../user.ts';
import {scopeText} from '../scope.ts';
import {getUser} from './get-user.ts';
import {recordAct, userSubject} from './record-act.ts';

/**
 * Takes a role back, from the next request on.
 * @throws DomainError `identity/unknown-user`, `identity/unknown-grant`.
 */
export async function revokeGrant(
	work: IdentityWork,
	by: Administrator,
	{user: id, grant: grantId}: {readonly user: UserId; readonly grant: string},
): Promise<Grant> {
	const user = await getUser(work, by.within, id);
	const grant = activeGrants(user).find((held) => held.id === grantId);
	const at = work.now();
	return work.identity.atomically(async (identity) => {
		const isRevoked = grant && (await identity.revokeGrant(id, grantId, at, by.actor.name));
		if (!isRevoked) throw refuse('identity/unknown-grant', {grant: grantId});
		await recordAct(work, identity, by.actor, {
			kind: 'grant.revoke',
			subject: userSubject(user.name),
			details: {role: grant.role, scope: scopeText(grant.scope)},
			concerns: id,
		});
		return {...grant, revokedAt: at, revokedBy: by.actor.name};
	});
}
