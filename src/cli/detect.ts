import Table from 'cli-table3';
import {type Command, Option} from 'commander';
import {type RunOutcome, detectAndRaise} from '../detection/index.ts';
import type {BookCode} from '../kernel/ids.ts';
import {localDate} from '../kernel/local-date.ts';
import {everywhere} from '../kernel/scope.ts';
import type {Environment} from './environment.ts';
import {commandLine} from './user.ts';
import {withService} from './with-service.ts';

const formats = ['table', 'json'] as const;

type Options = {
	readonly asOf?: string;
	readonly book?: string;
	readonly format: (typeof formats)[number];
};

export function registerDetect(program: Command, environment: Environment): void {
	program
		.command('detect')
		.description('run every detector and record what each saw; the detections on the output')
		.option('--as-of <date>', 'up to and including this day; today without it')
		.option('--book <code>', 'this book alone; all without it')
		.addOption(new Option('--format <format>').choices(formats).default('table'))
		.action(async ({asOf, book, format}: Options) => {
			const by = {scope: everywhere, actor: commandLine};
			const outcome = await withService(environment.config(), async ({inTransaction}) =>
				inTransaction(by, async (work) =>
					detectAndRaise(work, {
						asOf: asOf === undefined ? work.today() : localDate(asOf),
						...(book === undefined ? {} : {book: book as BookCode}),
					}),
				),
			);
			process.stdout.write(format === 'json' ? toJson(outcome) : toTable(outcome));
			const {run, detections} = outcome;
			process.stderr.write(`Run ${run.id} as of ${run.asOf}: ${detections.length} detections.\n`);
		});
}

const toJson = ({run, detections}: RunOutcome): string => `${JSON.stringify({run, detections})}\n`;

function toTable({detections}: RunOutcome): string {
	if (detections.length === 0) return '';
	const table = new Table({
		head: ['book', 'detector', 'severity', 'subject', 'sentence'],
		style: {head: [], border: []},
	});
	table.push(
		...detections.map(({book, source, severity, subject, sentence}) => [
			book,
			source,
			severity,
			subject,
			sentence.id,
		]),
	);
	return `${table.toString()}\n`;
}
