import type {UserId} from '../../kernel/ids.ts';
import {buildSecret, hashOf} from '../credential.ts';
import {refuse} from '../errors.ts';
import type {ApiToken, IdentityWork} from '../ports.ts';
import {recordAct} from './record-act.ts';

export type NewToken = {
	readonly user: UserId;
	/** What the token is for, so that its owner knows which to revoke. */
	readonly label: string;
	/** Without one it holds until it is revoked. */
	readonly expiresAt?: Date;
};

/**
 * Issues an API token with the rights of its user, now and as they change. The secret is answered
 * once and kept nowhere. @throws DomainError `identity/token-expiry-past`.
 */
export async function issueToken(
	work: IdentityWork,
	{user, label, expiresAt}: NewToken,
): Promise<{readonly token: ApiToken; readonly secret: string}> {
	const createdAt = work.now();
	if (expiresAt !== undefined && expiresAt <= createdAt) {
		const values = {expiresAt: expiresAt.toISOString()};
		throw refuse('identity/token-expiry-past', values, 'expiresAt');
	}
	const secret = buildSecret('token', work.randomBytes);
	const token: ApiToken = {
		id: work.newId(),
		label,
		createdAt,
		...(expiresAt === undefined ? {} : {expiresAt}),
	};
	await work.identity.atomically(async (identity) => {
		await identity.insertToken(user, {...token, hash: hashOf(secret)});
		await recordAct(work, identity, work.actor, {
			kind: 'token.issue',
			subject: `token:${token.id}`,
			details: {
				user,
				label,
				...(expiresAt === undefined ? {} : {expiresAt: expiresAt.toISOString()}),
			},
			concerns: user,
		});
	});
	return {token, secret};
}
