import type {UserId} from '../../kernel/ids.ts';
import type {CallerScope} from '../../kernel/scope.ts';
import {refuse} from '../errors.ts';
import type {IdentityWork} from '../ports.ts';
import {type User, isInHand} from '../user.ts';

/**
 * The user with an identity, if an administrator with this scope has them in hand.
 * @throws DomainError `identity/unknown-user`, also for one out of hand: that they exist is not
 * told.
 */
export async function getUser(
	work: Pick<IdentityWork, 'identity'>,
	within: CallerScope,
	id: UserId,
): Promise<User> {
	const user = await work.identity.findUser(id);
	if (user && isInHand(within, user)) return user;
	throw refuse('identity/unknown-user', {user: id});
}

/** The user with a name, without regard to scope: for whoever runs the service itself. */
export async function getUserByName(
	work: Pick<IdentityWork, 'identity'>,
	name: string,
): Promise<User> {
	const user = await work.identity.findUserByName(name);
	if (user) return user;
	throw refuse('identity/unknown-user', {user: name}, 'name');
}
