import type {Command} from 'commander';
import {getUserByName, setEmail} from '../identity/index.ts';
import {everywhere} from '../kernel/scope.ts';
import type {Environment} from './environment.ts';
import {createTokenFromCommandLine} from './token.ts';
import {type UserOptions, commandLine, createUserFromCommandLine, operator} from './user.ts';
import {withService} from './with-service.ts';

const asOperator = {scope: everywhere, actor: commandLine};

export function registerUsers(program: Command, environment: Environment): void {
	const user = program.command('user').description('people who may sign in');
	registerEmail(user, environment);
	user
		.command('create')
		.description('let a user in; prints the password made for them')
		.requiredOption('--name <name>', 'how they sign in')
		.requiredOption('--role <role>', 'officer, supervisor, fund-manager, auditor or administrator')
		.option('--scope <scope>', 'all, a region code, or a cooperative code', 'all')
		.action(async (options: UserOptions) => {
			const password = await withService(environment.config(), async ({inTransaction}) =>
				inTransaction(asOperator, async (work) => {
					const created = await createUserFromCommandLine(work, options);
					return created.password;
				}),
			);
			process.stdout.write(`${password}\n`);
		});
	program
		.command('token')
		.description('tokens for scripts')
		.command('create')
		.description('issue a token with the rights of a user; prints the token alone')
		.requiredOption('--user <name>', 'whose rights it has')
		.requiredOption('--label <label>', 'what it is for')
		.action(async (options: {user: string; label: string}) => {
			const token = await withService(environment.config(), async ({inTransaction}) =>
				inTransaction(asOperator, async (work) => createTokenFromCommandLine(work, options)),
			);
			process.stdout.write(`${token}\n`);
		});
}

function registerEmail(user: Command, environment: Environment): void {
	user
		.command('email')
		.description('say where a user is written to; without --address nowhere')
		.requiredOption('--name <name>', 'how they sign in')
		.option('--address <address>', 'their e-mail address')
		.action(async ({name, address: email}: {name: string; address?: string}) => {
			await withService(environment.config(), async ({inTransaction}) =>
				inTransaction(asOperator, async (work) => {
					const {id} = await getUserByName(work, name);
					await setEmail(work, operator, {user: id, email});
				}),
			);
		});
}
