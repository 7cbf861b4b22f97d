import type {UserId} from '../../kernel/ids.ts';
import {hashOf} from '../credential.ts';
import {refuse} from '../errors.ts';
import {invitationEnd, isInvitationSecret, isOpen, newInvitationSecret} from '../invitation.ts';
import {decidePassword} from '../password.ts';
import type {Administrator, IdentityWork} from '../ports.ts';
import {type User, requirePerson} from '../user.ts';
import {forgetAttempts} from './claim-attempt.ts';
import {getUser} from './get-user.ts';
import {hashPassword} from './password-hash.ts';
import {recordAct, userSubject} from './record-act.ts';

/**
 * Invites a user in hand to choose a password, the first or a new one: nobody else ever knows it.
 * It is asked for also when a password was forgotten or has become known, so the old one, sessions,
 * tokens and an invitation before it end. The secret is answered once, to be handed over.
 * @throws DomainError `identity/unknown-user`, `identity/password-of-self`,
 * `identity/service-account`.
 */
export async function inviteUser(
	work: IdentityWork,
	by: Administrator,
	id: UserId,
): Promise<{readonly user: User; readonly secret: string; readonly expiresAt: Date}> {
	// A session left open must not be enough to take over the account that it belongs to.
	if (id === by.actor.userId) throw refuse('identity/password-of-self');
	const user = await getUser(work, by.within, id);
	requirePerson(user);
	const now = work.now();
	const secret = newInvitationSecret(work.randomBytes);
	const expiresAt = invitationEnd(now);
	await work.identity.atomically(async (identity) => {
		await identity.setPasswordHash(id, undefined);
		await identity.revokeSessionsOf(id, now);
		await identity.revokeTokensOf(id, now);
		await identity.insertInvitation({
			id: work.newId(),
			userId: id,
			hash: hashOf(secret),
			createdAt: now,
			createdBy: by.actor.name,
			expiresAt,
		});
		await recordAct(work, identity, by.actor, {
			kind: 'user.invite',
			subject: userSubject(user.name),
			details: {expiresAt: expiresAt.toISOString()},
			concerns: id,
		});
	});
	return {user: {...user, hasPassword: false}, secret, expiresAt};
}

/**
 * Takes an invitation up: its bearer chooses the password of the user whom it invites, once. An
 * unknown, lapsed, used or withdrawn one is refused alike; a password against the rules does not
 * use it up. @throws DomainError `identity/unknown-invitation`, and the password rules.
 */
export async function acceptInvitation(
	work: IdentityWork,
	{invitation: secret, password}: {readonly invitation: string; readonly password: string},
): Promise<User> {
	const unknown = refuse('identity/unknown-invitation', {}, 'invitation');
	const found = isInvitationSecret(secret)
		? await work.identity.findInvitation(hashOf(secret))
		: undefined;
	if (!found || !isOpen(found, work.now())) throw unknown;
	const user = await work.identity.findUser(found.userId as UserId);
	if (!user?.isActive) throw unknown;
	const hash = await hashPassword(decidePassword(password, user.name));
	await work.identity.atomically(async (identity) => {
		if (!(await identity.takeInvitation(found.id, work.now()))) throw unknown;
		await identity.setPasswordHash(user.id, hash);
		await identity.revokeSessionsOf(user.id, work.now());
		const actor = {userId: user.id, name: user.name};
		await recordAct(work, identity, actor, {kind: 'user.join', subject: userSubject(user.name)});
	});
	await forgetAttempts(work, user.name);
	return {...user, hasPassword: true};
}
