import type {Command} from 'commander';
import type {Service} from '../compose.ts';
import type {BookCode} from '../kernel/ids.ts';
import {everywhere} from '../kernel/scope.ts';
import {rebuildTotals} from '../ledger/index.ts';
import type {Environment} from './environment.ts';
import {commandLine} from './user.ts';
import {withService} from './with-service.ts';

const by = {scope: everywhere, actor: commandLine};

export function registerRebuild(program: Command, environment: Environment): void {
	program
		.command('rebuild')
		.description('make the totals of a book anew from its lines, while the service runs')
		.option('--book <code>', 'one book only; all without it')
		.action(async ({book}: {book?: string}) => {
			const books = await withService(environment.config(), async (service) =>
				rebuild(service, book),
			);
			process.stderr.write(`The totals of ${books} books were made anew.\n`);
		});
}

/** A book at a time, so that postings to the others go on. @returns how many books. */
export async function rebuild({inTransaction}: Service, only?: string): Promise<number> {
	const codes =
		only === undefined
			? await inTransaction({...by, isReadOnly: true}, async ({ledger}) =>
					(await ledger.listBooks()).map(({code}) => code),
				)
			: [only as BookCode];
	for (const code of codes) await inTransaction(by, async (work) => rebuildTotals(work, code));
	return codes.length;
}
