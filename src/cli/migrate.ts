import type {Command} from 'commander';
import {openDatabase} from './open-database.ts';
import type {Environment} from './environment.ts';

export function registerMigrate(program: Command, environment: Environment): void {
	program
		.command('migrate')
		.description('bring the database to this version; prints the migrations applied')
		.action(async () => {
			const database = await openDatabase(environment.config(), 'share');
			for (const name of database.applied) process.stdout.write(`${name}\n`);
			if (database.applied.length === 0) process.stderr.write('The database is up to date.\n');
			await database.close();
		});
}
