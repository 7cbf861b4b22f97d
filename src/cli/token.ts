import {StartupFailure} from '../db/startup-failure.ts';
import {type IdentityWork, getUserByName, issueToken} from '../identity/index.ts';
import {type Permission, permissions} from '../kernel/permission.ts';

export type TokenOptions = {
	readonly user: string;
	readonly label: string;
	/** A moment; without one it holds until it is revoked. */
	readonly expires?: string;
	readonly readOnly?: boolean;
	/** Parted by commas; all that its user may without it. */
	readonly permissions?: string;
};

/**
 * `token create --user N --label L`: issues an API token and answers its secret, which is shown
 * this once. @throws DomainError `identity/unknown-user`, `identity/token-expiry-past`, and
 * StartupFailure for options that cannot be read.
 */
export async function createTokenFromCommandLine(
	work: IdentityWork,
	{user: name, label, expires, readOnly: isReadOnly = false, permissions: list}: TokenOptions,
): Promise<string> {
	const held = list === undefined ? undefined : list.split(',').map(readPermission);
	const expiresAt = expires === undefined ? undefined : readMoment(expires);
	const user = await getUserByName(work, name);
	const {secret} = await issueToken(work, {
		user: user.id,
		label,
		...(expiresAt === undefined ? {} : {expiresAt}),
		access: {isReadOnly, ...(held === undefined ? {} : {permissions: held})},
	});
	return secret;
}

function readPermission(text: string): Permission {
	const found = permissions.find((permission) => permission === text.trim());
	if (found) return found;
	throw new StartupFailure(
		`--permissions has "${text.trim()}"; it must be some of ${permissions.join(', ')}.`,
	);
}

function readMoment(text: string): Date {
	const moment = new Date(text);
	const isMoment = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)$/u.test(text);
	if (isMoment && !Number.isNaN(moment.getTime())) return moment;
	throw new StartupFailure(`--expires is "${text}"; it must be such as 2027-01-31T17:00:00Z.`);
}
