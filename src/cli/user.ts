import type {Actor} from '../kernel/actor.ts';
import {everywhere} from '../kernel/scope.ts';
import {
	type Administrator,
	type IdentityWork,
	type User,
	createUser,
	decideRole,
	decideScope,
	setPassword,
} from '../identity/index.ts';

/**
 * Who acts at the command line: whoever may run it has the database in hand. No user can take
 * this name, because a user's name has no parentheses.
 */
export const commandLine: Actor = {
	userId: '00000000-0000-0000-0000-000000000000',
	name: '(command-line)',
};

/** The command line as an administrator of everybody. */
export const operator: Administrator = {actor: commandLine, within: everywhere};

export type UserOptions = {
	readonly name: string;
	readonly role: string;
	/** `all`, a region code or a cooperative's code; `all` when left out. */
	readonly scope?: string;
	/** As it came from the standard input; a random one is made when there is none. */
	readonly password?: string;
	/** An account of scripts, which has no password. */
	readonly service?: boolean;
};

/**
 * `user create --name N --role R [--scope S]`: lets a user in, also the very first, and answers the
 * password to tell them; none for an account of scripts.
 * @throws DomainError as `createUser` and `setPassword`.
 */
export async function createUserFromCommandLine(
	work: IdentityWork,
	{name, role, scope = 'all', password, service: isService = false}: UserOptions,
): Promise<{readonly user: User; readonly password: string | undefined}> {
	const grant = {role: decideRole(role), scope: decideScope(scope)};
	const chosen = password ?? Buffer.from(work.randomBytes(18)).toString('base64url');
	return work.identity.atomically(async (identity) => {
		const within = {...work, identity};
		const kind = isService ? 'service' : 'person';
		const user = await createUser(within, operator, {name, kind, grants: [grant]});
		if (isService) return {user, password: undefined};
		await setPassword(within, operator, {user: user.id, password: chosen});
		return {user: {...user, hasPassword: true}, password: chosen};
	});
}
