import type {Actor} from '../../kernel/actor.ts';
import type {CallerScope} from '../../kernel/scope.ts';
import {refuse} from '../errors.ts';
import type {ApiToken, IdentityWork} from '../ports.ts';
import {isInHand} from '../user.ts';
import {recordAct} from './record-act.ts';

/**
 * Takes a token back: one's own, or one of a user in hand of the administrator who asks.
 * @throws DomainError `identity/unknown-token`, also for one of somebody else.
 */
export async function revokeToken(
	work: IdentityWork,
	by: {readonly actor: Actor; readonly within: CallerScope | undefined},
	id: string,
): Promise<ApiToken> {
	const found = await work.identity.findToken(id);
	const mayRevoke = found && (found.user === by.actor.userId || (await isOfUserInHand()));
	const at = work.now();
	if (!mayRevoke) throw refuse('identity/unknown-token', {token: id});
	const {user, ...token} = found;
	await work.identity.atomically(async (identity) => {
		const isRevoked = await identity.revokeToken(id, at);
		if (!isRevoked) throw refuse('identity/unknown-token', {token: id});
		await recordAct(work, identity, by.actor, {
			kind: 'token.revoke',
			subject: `token:${id}`,
			details: {user, label: token.label},
			concerns: user,
		});
	});
	return {...token, revokedAt: at};

	async function isOfUserInHand(): Promise<boolean> {
		const owner = found && by.within && (await work.identity.findUser(found.user));
		return owner !== undefined && by.within !== undefined && isInHand(by.within, owner);
	}
}
