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
};

/**
 * `user create --name N --role R [--scope S]`: lets a user in, also the very first, and answers the
 * password to tell them. @throws DomainError as `createUser` and `setPassword`.
 */
export async function createUserFromCommandLine(
	work: IdentityWork,
	{name, role, scope = 'all', password}: UserOptions,
): Promise<{readonly user: User; readonly password: string}> {
	const grant = {role: decideRole(role), scope: decideScope(scope)};
	const chosen = password ?? Buffer.from(work.randomBytes(18)).toString('base64url');
	const user = await work.identity.atomically(async (identity) => {
		const within = {...work, identity};
		const created = await createUser(within, operator, {name, grants: [grant]});
		await setPassword(within, operator, {user: created.id, password: chosen});
		return created;
	});
	return {user: {...user, hasPassword: true}, password: chosen};
}
