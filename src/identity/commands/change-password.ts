import type {Actor} from '../../kernel/actor.ts';
import type {UserId} from '../../kernel/ids.ts';
import {refuse} from '../errors.ts';
import {decidePassword} from '../password.ts';
import type {IdentityWork} from '../ports.ts';
import {claimAttempt, forgetAttempts} from './claim-attempt.ts';
import {hashOfNobody, hashPassword, isPasswordOf} from './password-hash.ts';
import {recordAct, userSubject} from './record-act.ts';

export type PasswordChange = {readonly currentPassword: string; readonly newPassword: string};

/**
 * Changes one's own password. All sessions end, this one too; tokens stay, because scripts run by
 * them and each can be revoked by itself.
 * @throws DomainError `identity/password-wrong`, `identity/too-many-attempts`, and the password
 * rules.
 */
export async function changePassword(
	work: IdentityWork,
	actor: Actor,
	{currentPassword, newPassword}: PasswordChange,
): Promise<void> {
	const id = actor.userId as UserId;
	const act = {kind: 'user.password', subject: userSubject(actor.name)} as const;
	await claimAttempt(work, actor.name);
	const held = await work.identity.findPasswordHash(id);
	if (!(await isPasswordOf(currentPassword, held ?? hashOfNobody))) {
		await work.identity.atomically(async (identity) =>
			recordAct(work, identity, actor, {...act, refusedBy: 'identity/password-wrong'}),
		);
		throw refuse('identity/password-wrong', {}, 'currentPassword');
	}
	await forgetAttempts(work, actor.name);
	const hash = await hashPassword(decidePassword(newPassword, actor.name, 'newPassword'));
	await work.identity.atomically(async (identity) => {
		await identity.setPasswordHash(id, hash);
		await identity.revokeSessionsOf(id, work.now());
		await recordAct(work, identity, actor, act);
	});
}
