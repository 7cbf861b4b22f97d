import {Readable} from 'node:stream';
import {pipeline} from 'node:stream/promises';
import type {Command} from 'commander';
import {asLines, readTrail} from '../identity/index.ts';
import {everywhere} from '../kernel/scope.ts';
import type {Environment} from './environment.ts';
import {commandLine} from './user.ts';
import {withService} from './with-service.ts';

export function registerAuditLog(program: Command, environment: Environment): void {
	program
		.command('audit-log')
		.description('every administrative act and refusal, as JSON lines, the oldest first')
		.action(async () => {
			const reading = {scope: everywhere, actor: commandLine, isReadOnly: true};
			await withService(environment.config(), async ({inTransaction}) =>
				inTransaction(reading, async (work) => {
					const lines = Readable.from(asLines(readTrail(work, everywhere)));
					await pipeline(lines, process.stdout, {end: false});
				}),
			);
		});
}
