import {type IdentityWork, getUserByName, issueToken} from '../identity/index.ts';

/**
 * `token create --user N --label L`: issues an API token and answers its secret, which is shown
 * this once. @throws DomainError `identity/unknown-user`.
 */
export async function createTokenFromCommandLine(
	work: IdentityWork,
	{user: name, label}: {readonly user: string; readonly label: string},
): Promise<string> {
	const user = await getUserByName(work, name);
	const {secret} = await issueToken(work, {user: user.id, label});
	return secret;
}
