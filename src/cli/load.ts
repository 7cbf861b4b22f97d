import {createHash} from 'node:crypto';
import {createInterface} from 'node:readline';
import {type Command, InvalidArgumentError} from 'commander';
import type {Service} from '../compose.ts';
import type {Answer} from '../http/route.ts';
import {type BookCode} from '../kernel/ids.ts';
import {everywhere} from '../kernel/scope.ts';
import {postAtomically} from '../ledger/index.ts';
import {readRow} from '../ledger/http/batch-routes.ts';
import {readLine} from '../http/body.ts';
import type {Environment} from './environment.ts';
import {commandLine} from './user.ts';
import {withService} from './with-service.ts';

type Options = {readonly book: string; readonly label: string; readonly rows: number};

const rowsDefault = 2000;
const rowsMax = 10_000;

export function registerLoad(program: Command, environment: Environment): void {
	program
		.command('load')
		.description(
			'post entries from the standard input, one JSON object a line, so many in a transaction; ' +
				'what was interrupted goes on when the same is loaded under the same label again',
		)
		.requiredOption('--book <code>', 'the code of the book')
		.requiredOption('--label <label>', 'what this load is called: the same lines, the same label')
		.option('--rows <count>', 'entries in a transaction', readRows, rowsDefault)
		.action(async (options: Options) => {
			const done = await withService(environment.config(), async (service) =>
				load(service, options, process.stdin),
			);
			process.stdout.write(`${JSON.stringify(done)}\n`);
		});
}

function readRows(text: string): number {
	const rows = Number.parseInt(text, 10);
	if (/^\d+$/.test(text) && rows >= 1 && rows <= rowsMax) return rows;
	throw new InvalidArgumentError(`It must be a whole number from 1 to ${rowsMax}.`);
}

export type Loaded = {
	readonly entries: number;
	/** Of these, entries that an earlier run of the same load had posted. */
	readonly before: number;
};

/**
 * Posts what comes, a transaction for every so many lines, holding no more of it in memory. Each
 * part has its key, so that a part is posted once, however often the load is run.
 */
export async function load(
	{runner}: Pick<Service, 'runner'>,
	{book, label, rows}: Options,
	input: NodeJS.ReadableStream,
): Promise<Loaded> {
	const loaded = {entries: 0, before: 0};
	let part = 0;
	const post = async (lines: readonly string[]): Promise<void> => {
		part += 1;
		const text = lines.join('\n');
		const request = {
			scope: everywhere,
			actor: commandLine,
			idempotencyKey: `load/${label}/${part}`,
			fingerprint: createHash('sha256').update(text).digest('hex'),
		};
		const answer = await runner.write(request, async (work): Promise<Answer> => {
			const wanted = lines.map((line) => readRow(book as BookCode, readLine(line)));
			await postAtomically(work, wanted);
			return {status: 200, body: {entries: lines.length}};
		});
		loaded.entries += lines.length;
		if (answer.isReplay) loaded.before += lines.length;
		process.stderr.write(`${loaded.entries} entries\n`);
	};
	let waiting: string[] = [];
	for await (const line of createInterface({input, crlfDelay: Infinity})) {
		if (line.trim() === '') continue;
		waiting.push(line);
		if (waiting.length < rows) continue;
		await post(waiting);
		waiting = [];
	}
	if (waiting.length > 0) await post(waiting);
	return loaded;
}
