import type {Command} from 'commander';
import type {Environment} from './environment.ts';
import {serve} from './serve.ts';

export function registerServe(program: Command, environment: Environment): void {
	program
		.command('serve')
		.description('start the database where it is embedded, bring it up to date, and serve')
		.action(async () => {
			await serve(environment.config());
		});
}
