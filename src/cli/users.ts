import type {Command} from 'commander';
import {
	getUserByName,
	inviteUser,
	renewSecrets,
	resetSecondFactor,
	setEmail,
} from '../identity/index.ts';
import {everywhere} from '../kernel/scope.ts';
import {renewWebhookSecrets} from '../webhooks/index.ts';
import type {Environment} from './environment.ts';
import {type TokenOptions, createTokenFromCommandLine} from './token.ts';
import {type UserOptions, commandLine, createUserFromCommandLine, operator} from './user.ts';
import {renewPersonalData} from './renew-personal-data.ts';
import {withService} from './with-service.ts';

const asOperator = {scope: everywhere, actor: commandLine};

export function registerUsers(program: Command, environment: Environment): void {
	const user = program.command('user').description('people who may sign in');
	registerEmail(user, environment);
	registerInvite(user, environment);
	registerReset(user, environment);
	user
		.command('create')
		.description('let a user in; prints the password made for them, which they change')
		.requiredOption('--name <name>', 'how they sign in')
		.requiredOption('--role <role>', 'officer, supervisor, fund-manager, auditor or administrator')
		.option('--scope <scope>', 'all, a region code, or a cooperative code', 'all')
		.option('--service', 'an account of scripts, which has no password and holds tokens alone')
		.action(async (options: UserOptions) => {
			const password = await withService(environment.config(), async ({inTransaction}) =>
				inTransaction(asOperator, async (work) => {
					const created = await createUserFromCommandLine(work, options);
					return created.password;
				}),
			);
			if (password !== undefined) process.stdout.write(`${password}\n`);
		});
	registerTokens(program, environment);
	registerSecrets(program, environment);
}

function registerTokens(program: Command, environment: Environment): void {
	program
		.command('token')
		.description('tokens for scripts')
		.command('create')
		.description('issue a token with the rights of a user, or less; prints the token alone')
		.requiredOption('--user <name>', 'whose rights it has')
		.requiredOption('--label <label>', 'what it is for')
		.option('--expires <moment>', 'until when it holds, such as 2027-01-31T17:00:00Z')
		.option('--read-only', 'for what changes nothing')
		.option('--permissions <list>', 'for these alone, parted by commas')
		.action(async (options: TokenOptions) => {
			const token = await withService(environment.config(), async ({inTransaction}) =>
				inTransaction(asOperator, async (work) => createTokenFromCommandLine(work, options)),
			);
			process.stdout.write(`${token}\n`);
		});
}

function registerSecrets(program: Command, environment: Environment): void {
	program
		.command('secrets')
		.description('what is encrypted with the keys of BERGULIR_SECRET_KEYS')
		.command('renew')
		.description('encrypt all with the first key, so that older ones can be thrown away')
		.action(async () => {
			const renewed = await withService(environment.config(), async ({inTransaction}) =>
				inTransaction(
					asOperator,
					async (work) =>
						(await renewSecrets(work, commandLine)) + (await renewWebhookSecrets(work)),
				),
			);
			const persons = await renewPersonalData(environment.config());
			process.stderr.write(`${renewed + persons} encrypted anew with the first key.\n`);
		});
}

function registerInvite(user: Command, environment: Environment): void {
	user
		.command('invite')
		.description('invite a user to choose a password; prints the invitation alone')
		.requiredOption('--name <name>', 'whom')
		.action(async ({name}: {name: string}) => {
			const {secret, expiresAt} = await withService(environment.config(), async (service) =>
				service.inTransaction(asOperator, async (work) => {
					const {id} = await getUserByName(work, name);
					return inviteUser(work, operator, id);
				}),
			);
			process.stderr.write(`It lets in once, until ${expiresAt.toISOString()}.\n`);
			process.stdout.write(`${secret}\n`);
		});
}

function registerReset(user: Command, environment: Environment): void {
	user
		.command('reset-second-factor')
		.description('take away the second factor of a user who has lost it')
		.requiredOption('--name <name>', 'whose')
		.action(async ({name}: {name: string}) => {
			await withService(environment.config(), async ({inTransaction}) =>
				inTransaction(asOperator, async (work) => {
					const {id} = await getUserByName(work, name);
					await resetSecondFactor(work, operator, id);
				}),
			);
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
