import type {UserId} from '../../kernel/ids.ts';
import {buildSecret, hashOf, sessionEnd} from '../credential.ts';
import type {IdentityWork} from '../ports.ts';

export type OpenedSession = {
	/** Shown to its user once, kept nowhere. */
	readonly secret: string;
	readonly expiresAt: Date;
};

/**
 * Opens a session with a secret that never was before: nobody can have planted it. In one for
 * another its user acts for them and not for themselves.
 */
export async function openSession(
	{
		actor,
		identity,
		newId,
		now,
		randomBytes,
	}: Pick<IdentityWork, 'actor' | 'identity' | 'newId' | 'now' | 'randomBytes'>,
	user: UserId,
	actingFor?: UserId,
): Promise<OpenedSession> {
	const createdAt = now();
	const session = {secret: buildSecret('session', randomBytes), expiresAt: sessionEnd(createdAt)};
	const address = actor.origin?.address;
	await identity.insertSession(user, {
		id: newId(),
		hash: hashOf(session.secret),
		createdAt,
		expiresAt: session.expiresAt,
		...(address === undefined ? {} : {address}),
		...(actingFor === undefined ? {} : {actingFor}),
	});
	return session;
}
