import type {Command} from 'commander';
import {seedReferenceData} from '../db/seed.ts';
import {openDatabase} from './open-database.ts';
import type {Environment} from './environment.ts';

export function registerSeed(program: Command, environment: Environment): void {
	program
		.command('seed')
		.description('write the reference data (regions); may be repeated')
		.action(async () => {
			const database = await openDatabase(environment.config(), 'share');
			const {regions} = await seedReferenceData(database.owner);
			process.stderr.write(`${regions} regions are in place.\n`);
			await database.close();
		});
}
