import type {UserId} from '../../kernel/ids.ts';
import {refuse} from '../errors.ts';
import {decidePassword} from '../password.ts';
import type {Administrator, IdentityWork} from '../ports.ts';
import {requirePerson} from '../user.ts';
import {forgetAttempts} from './claim-attempt.ts';
import {getUser} from './get-user.ts';
import {hashPassword} from './password-hash.ts';
import {recordAct, userSubject} from './record-act.ts';

/**
 * Sets the password of a user, for whoever runs the service itself: the first administrator has
 * nobody to invite them. Everybody else is invited. Sessions, tokens and an invitation end.
 * @throws DomainError `identity/unknown-user`, `identity/password-of-self`,
 * `identity/service-account`, and the password rules.
 */
export async function setPassword(
	work: IdentityWork,
	by: Administrator,
	{user: id, password}: {readonly user: UserId; readonly password: string},
): Promise<void> {
	// A session left open must not be enough to take over the account that it belongs to.
	if (id === by.actor.userId) throw refuse('identity/password-of-self');
	const user = await getUser(work, by.within, id);
	requirePerson(user);
	const hash = await hashPassword(decidePassword(password, user.name));
	await work.identity.atomically(async (identity) => {
		await identity.setPasswordHash(id, hash);
		await identity.revokeSessionsOf(id, work.now());
		await identity.revokeTokensOf(id, work.now());
		await identity.revokeInvitationsOf(id, work.now());
		await recordAct(work, identity, by.actor, {
			kind: 'user.password',
			subject: userSubject(user.name),
			concerns: id,
		});
	});
	await forgetAttempts(work, user.name);
}
