import type {UserId} from '../../kernel/ids.ts';
import {type TokenAccess, buildSecret, fullAccess, hashOf} from '../credential.ts';
import {refuse} from '../errors.ts';
import type {Administrator, ApiToken, IdentityWork} from '../ports.ts';
import {getUser} from './get-user.ts';
import {recordAct} from './record-act.ts';

export type NewToken = {
	readonly user: UserId;
	/** What the token is for, so that its owner knows which to revoke. */
	readonly label: string;
	/** Without one it holds until it is revoked. */
	readonly expiresAt?: Date;
	/** All that its user may without it. */
	readonly access?: TokenAccess;
};

/**
 * Issues an API token with the rights of its user, now and as they change, or less. The secret
 * is answered once and kept nowhere. @throws DomainError `identity/token-expiry-past`.
 */
export async function issueToken(
	work: IdentityWork,
	{user, label, expiresAt, access = fullAccess}: NewToken,
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
		...access,
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
				access: accessText(access),
				...(expiresAt === undefined ? {} : {expiresAt: expiresAt.toISOString()}),
			},
			concerns: user,
		});
	});
	return {token, secret};
}

/**
 * Issues a token to an account of scripts in an administrator's hand: to a person's account nobody
 * else does. @throws DomainError `identity/unknown-user`, `identity/not-service-account`, and those
 * of `issueToken`.
 */
export async function issueServiceToken(
	work: IdentityWork,
	by: Administrator,
	token: NewToken,
): ReturnType<typeof issueToken> {
	const {kind, name} = await getUser(work, by.within, token.user);
	if (kind !== 'service') throw refuse('identity/not-service-account', {user: name});
	return issueToken(work, token);
}

const accessText = ({permissions, isReadOnly}: TokenAccess): string =>
	[isReadOnly ? 'read only' : 'read and write', ...(permissions ?? ['all permissions'])].join(', ');
