import type {UserId} from '../../kernel/ids.ts';
import {isAwake} from '../credential.ts';
import type {IdentityWork, Session} from '../ports.ts';

/** The sessions of a user that still hold, the newest first. */
export async function listSessions(
	{identity, now}: Pick<IdentityWork, 'identity' | 'now'>,
	user: UserId,
): Promise<Session[]> {
	const at = now();
	const sessions = await identity.listSessions(user, at);
	return sessions.filter(({createdAt, lastUsedAt = createdAt}) => isAwake(lastUsedAt, at));
}
