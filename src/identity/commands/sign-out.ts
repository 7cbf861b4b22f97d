import type {Actor} from '../../kernel/actor.ts';
import type {SignedInCaller} from '../caller.ts';
import {refuse} from '../errors.ts';
import type {IdentityWork} from '../ports.ts';
import {recordAct, userSubject} from './record-act.ts';

/**
 * Ends the session by which a request came. @throws DomainError `identity/session-needed` for a
 * token.
 */
export async function signOut(
	work: IdentityWork,
	{actor, credential}: Partial<Pick<SignedInCaller, 'credential'>> & {readonly actor: Actor},
): Promise<void> {
	if (credential?.kind !== 'session') throw refuse('identity/session-needed');
	const {hash} = credential;
	await work.identity.atomically(async (identity) => {
		await identity.revokeSession(hash, work.now());
		await recordAct(work, identity, actor, {
			kind: 'session.end',
			subject: userSubject(actor.name),
		});
	});
}
