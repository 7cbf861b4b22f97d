import type {UserId} from '../../kernel/ids.ts';
import {refuse} from '../errors.ts';
import type {Administrator, IdentityWork} from '../ports.ts';
import type {User} from '../user.ts';
import {getUser} from './get-user.ts';
import {recordAct, userSubject} from './record-act.ts';

/**
 * Shuts a user out from the next request on. Their sessions, tokens and invitation end for good, so
 * that letting them in again does not wake an old secret.
 * @throws DomainError `identity/unknown-user`, `identity/deactivate-self`.
 */
export async function deactivateUser(
	work: IdentityWork,
	by: Administrator,
	id: UserId,
): Promise<User> {
	if (id === by.actor.userId) throw refuse('identity/deactivate-self');
	const user = await getUser(work, by.within, id);
	await work.identity.atomically(async (identity) => {
		await identity.setActive(id, false);
		await identity.revokeSessionsOf(id, work.now());
		await identity.revokeTokensOf(id, work.now());
		await identity.revokeInvitationsOf(id, work.now());
		await recordAct(work, identity, by.actor, {
			kind: 'user.deactivate',
			subject: userSubject(user.name),
			concerns: id,
		});
	});
	return {...user, isActive: false};
}

/**
 * Lets a user in again, with the roles they still hold. @throws DomainError
 * `identity/unknown-user`.
 */
export async function activateUser(
	work: IdentityWork,
	by: Administrator,
	id: UserId,
): Promise<User> {
	const user = await getUser(work, by.within, id);
	await work.identity.atomically(async (identity) => {
		await identity.setActive(id, true);
		await recordAct(work, identity, by.actor, {
			kind: 'user.activate',
			subject: userSubject(user.name),
			concerns: id,
		});
	});
	return {...user, isActive: true};
}
