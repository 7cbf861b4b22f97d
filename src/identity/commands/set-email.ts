import type {UserId} from '../../kernel/ids.ts';
import type {Administrator, IdentityWork} from '../ports.ts';
import {type User, decideEmail} from '../user.ts';
import {getUser} from './get-user.ts';
import {recordAct, userSubject} from './record-act.ts';

/**
 * Says where a user in hand is written to, or that they are not.
 * @throws DomainError `identity/unknown-user`, `identity/email-malformed`.
 */
export async function setEmail(
	work: IdentityWork,
	by: Administrator,
	{user: id, email}: {readonly user: UserId; readonly email: string | undefined},
): Promise<User> {
	const {email: _, ...user} = await getUser(work, by.within, id);
	const decided = email === undefined ? {} : {email: decideEmail(email)};
	await work.identity.atomically(async (identity) => {
		await identity.setEmail(id, decided.email);
		await recordAct(work, identity, by.actor, {
			kind: 'user.email',
			subject: userSubject(user.name),
			// The address itself is personal data, and the record is kept for ever.
			details: {address: decided.email === undefined ? 'removed' : 'set'},
			concerns: id,
		});
	});
	return {...user, ...decided};
}
