import type {UserId} from '../../kernel/ids.ts';
import type {CallerScope} from '../../kernel/scope.ts';
import type {IdentityWork} from '../ports.ts';
import {type User, decideEmail} from '../user.ts';
import {getUser} from './get-user.ts';

/**
 * Says where a user in hand is written to, or that they are not.
 * @throws DomainError `identity/unknown-user`, `identity/email-malformed`.
 */
export async function setEmail(
	work: IdentityWork,
	within: CallerScope,
	{user: id, email}: {readonly user: UserId; readonly email: string | undefined},
): Promise<User> {
	const {email: _, ...user} = await getUser(work, within, id);
	const decided = email === undefined ? {} : {email: decideEmail(email)};
	await work.identity.setEmail(id, decided.email);
	return {...user, ...decided};
}
