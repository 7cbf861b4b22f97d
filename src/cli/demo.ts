import type {Command} from 'commander';
import {demoScaleDefault, fillDemo} from '../../seeds/demo/fill.ts';
import {StartupFailure} from '../db/startup-failure.ts';
import {localDate} from '../kernel/local-date.ts';
import {openDatabase} from './open-database.ts';
import {wholeNumber} from './options.ts';
import {secretBoxOf} from './secret-keys.ts';
import type {Environment} from './environment.ts';

type Options = {
	readonly cooperatives: number;
	readonly members: number;
	readonly months: number;
	readonly seed: number;
	readonly until?: string;
};

export function registerDemo(program: Command, environment: Environment): void {
	const {cooperatives, members, months, seed} = demoScaleDefault;
	program
		.command('demo')
		.description('fill an empty database with a demo city; the same for the same seed and last day')
		.option('--cooperatives <n>', 'cooperatives, 1 to 67', wholeNumber(1, 67), cooperatives)
		.option('--members <n>', 'members of each', wholeNumber(1, 100), members)
		.option('--months <n>', 'months that pass', wholeNumber(1, 60), months)
		.option('--seed <n>', 'what everything follows from', wholeNumber(0, 1_000_000), seed)
		.option('--until <date>', 'the last day, YYYY-MM-DD; yesterday without it')
		.action(async ({until, ...scale}: Options) => {
			const config = environment.config();
			if (config.isProduction) {
				throw new StartupFailure('The demo has known passwords and is refused in production.');
			}
			const database = await openDatabase(config, 'share');
			try {
				const books: unknown[] = await database.owner('books').limit(1);
				if (books.length > 0) {
					throw new StartupFailure('The database is not empty; the demo fills an empty one only.');
				}
				await database.owner('demo_state').insert({is_complete: false});
				const {users} = await fillDemo({
					...scale,
					...(until === undefined ? {} : {until: localDate(until)}),
					serviceUrl: database.serviceUrl,
					timeZone: config.timeZone,
					secrets: secretBoxOf(config),
					report: (sentence) => process.stderr.write(`${sentence}\n`),
				});
				await database.owner('demo_state').update({is_complete: true});
				for (const {name, password, role} of users) {
					process.stdout.write(`${name}\t${password}\t${role}\n`);
				}
			} finally {
				await database.close();
			}
		});
}
