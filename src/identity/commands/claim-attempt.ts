import type {IdentityWork} from '../ports.ts';
import {counterOf, decideAttempt} from '../sign-in-delay.ts';

/**
 * Counts an attempt to give the password of a name, before it is looked at.
 * @throws DomainError `identity/too-many-attempts`.
 */
export async function claimAttempt(work: IdentityWork, name: string): Promise<void> {
	const counter = counterOf(name);
	await work.identity.atomically(async (identity) => {
		const before = await identity.lockAttempts(counter);
		await identity.setAttempts(counter, decideAttempt(before, work.now()));
	});
}

/** Forgets the attempts of a name: the right password was given. */
export const forgetAttempts = async (work: IdentityWork, name: string): Promise<void> =>
	work.identity.setAttempts(counterOf(name), {count: 0, lastAt: work.now()});
