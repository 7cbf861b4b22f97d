import type {Actor} from '../../kernel/actor.ts';
import type {CallerScope} from '../../kernel/scope.ts';
import {refuse} from '../errors.ts';
import type {ApiToken, IdentityWork} from '../ports.ts';
import {isInHand} from '../user.ts';

/**
 * Takes a token back: one's own, or one of a user in hand of the administrator who asks.
 * @throws DomainError `identity/unknown-token`, also for one of somebody else.
 */
export async function revokeToken(
	work: Pick<IdentityWork, 'identity' | 'now'>,
	by: {readonly actor: Actor; readonly within: CallerScope | undefined},
	id: string,
): Promise<ApiToken> {
	const found = await work.identity.findToken(id);
	const mayRevoke = found && (found.user === by.actor.userId || (await isOfUserInHand()));
	const at = work.now();
	if (!mayRevoke || !(await work.identity.revokeToken(id, at))) {
		throw refuse('identity/unknown-token', {token: id});
	}
	const {user: _, ...token} = found;
	return {...token, revokedAt: at};

	async function isOfUserInHand(): Promise<boolean> {
		const owner = found && by.within && (await work.identity.findUser(found.user));
		return owner !== undefined && by.within !== undefined && isInHand(by.within, owner);
	}
}
