import type {UserId} from '../../kernel/ids.ts';
import {refuse} from '../errors.ts';
import type {Administrator, IdentityWork} from '../ports.ts';
import {type Grant, activeGrants} from '../user.ts';
import {getUser} from './get-user.ts';

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
	const isRevoked = grant && (await work.identity.revokeGrant(id, grantId, at, by.actor.name));
	if (!isRevoked) throw refuse('identity/unknown-grant', {grant: grantId});
	return {...grant, revokedAt: at, revokedBy: by.actor.name};
}
