import type {Actor} from '../../kernel/actor.ts';
import type {CallerScope} from '../../kernel/scope.ts';
import {refuse} from '../errors.ts';
import type {IdentityWork, Session} from '../ports.ts';
import {isInHand} from '../user.ts';
import {recordAct} from './record-act.ts';

/**
 * Ends a session: one's own, or one of a user in hand of the administrator who asks.
 * @throws DomainError `identity/unknown-session`, also for one of somebody else.
 */
export async function revokeSession(
	work: IdentityWork,
	by: {readonly actor: Actor; readonly within: CallerScope | undefined},
	id: string,
): Promise<Session> {
	const found = await work.identity.findSession(id);
	const owner = found && (await work.identity.findUser(found.user));
	const isOwn = owner?.id === by.actor.userId;
	const isOurs = owner && (isOwn || (by.within && isInHand(by.within, owner)));
	if (!isOurs || found.revokedAt) throw refuse('identity/unknown-session', {session: id});
	const at = work.now();
	await work.identity.atomically(async (identity) => {
		await identity.revokeSession(found.hash, at);
		await recordAct(work, identity, by.actor, {
			kind: 'session.revoke',
			subject: `session:${id}`,
			details: {user: owner.name},
			concerns: owner.id,
		});
	});
	return {...found, revokedAt: at};
}
