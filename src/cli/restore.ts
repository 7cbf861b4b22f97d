import type {Command} from 'commander';
import {type KeyOptions, openingKey} from './backup-keys.ts';
import {sayVerdict} from './backup.ts';
import type {Environment} from './environment.ts';
import {openServer} from './open-database.ts';
import {type Outcome, inScratch, restoreAndVerify} from './restored.ts';

type Options = KeyOptions & {readonly check: boolean};

export function registerRestore(program: Command, environment: Environment): void {
	program
		.command('restore')
		.description('fill an empty database with what a backup holds, and verify it; prints JSON')
		.argument('<file>', 'a file that `backup` made')
		.option('--identity-file <file>', 'the secret key of one of those that it was made for')
		.option('--passphrase-file <file>', 'a file with the passphrase that it was made with')
		.option('--check', 'into a database of its own, which is dropped again', false)
		.action(async (file: string, options: Options) => {
			const config = environment.config();
			const key = await openingKey(options, environment.variables);
			const server = await openServer(config, 'share');
			try {
				const outcome = options.check
					? await inScratch(server, async (scratch) =>
							restoreAndVerify(config, scratch, {file, key}),
						)
					: await restoreAndVerify(config, server, {file, key});
				tell(file, outcome, !options.check);
			} finally {
				await server.close();
			}
		});
}

function tell(file: string, outcome: Outcome, isKept: boolean): void {
	const {header, manifest, applied, entries, books, breaches} = outcome;
	sayVerdict(outcome);
	const {version, madeAt} = header;
	const told = {file, version, madeAt, isKept, applied, entries, books, breaches, ...manifest};
	process.stdout.write(`${JSON.stringify(told)}\n`);
	if (breaches.length > 0) process.exitCode = 1;
}
