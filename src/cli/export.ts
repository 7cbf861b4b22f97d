import {Readable} from 'node:stream';
import {pipeline} from 'node:stream/promises';
import {type Command, Option} from 'commander';
import {type ExportFormat, exportFormats, exportJournal} from '../interchange/index.ts';
import type {BookCode} from '../kernel/ids.ts';
import {localDate} from '../kernel/local-date.ts';
import {everywhere} from '../kernel/scope.ts';
import type {Environment} from './environment.ts';
import {commandLine} from './user.ts';
import {withService} from './with-service.ts';

type Options = {readonly book: string; readonly format: ExportFormat; readonly asOf?: string};

export function registerExport(program: Command, environment: Environment): void {
	program
		.command('export')
		.description('the whole journal of a book, streamed')
		.requiredOption('--book <code>', 'the code of the book')
		.addOption(new Option('--format <format>').choices(exportFormats).makeOptionMandatory())
		.option('--as-of <date>', 'up to and including this day')
		.action(async ({book, format, asOf}: Options) => {
			const day = asOf === undefined ? undefined : localDate(asOf);
			const reading = {scope: everywhere, actor: commandLine, isReadOnly: true};
			await withService(environment.config(), async ({inTransaction}) =>
				inTransaction(reading, async (work) => {
					const pieces = exportJournal(work, book as BookCode, format, day);
					await pipeline(Readable.from(pieces), process.stdout, {end: false});
				}),
			);
		});
}
