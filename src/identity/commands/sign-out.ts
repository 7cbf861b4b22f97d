import type {SignedInCaller} from '../caller.ts';
import {requireSession} from '../credential.ts';
import type {IdentityWork} from '../ports.ts';

/**
 * Ends the session by which a request came. @throws DomainError `identity/session-needed` for a
 * token.
 */
export async function signOut(
	work: Pick<IdentityWork, 'identity' | 'now'>,
	credential: SignedInCaller['credential'] | undefined,
): Promise<void> {
	await work.identity.revokeSession(requireSession(credential).hash, work.now());
}
