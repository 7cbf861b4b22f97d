// Reports over the lines of a long book, streamed: how fast the general ledger comes as CSV over
// HTTP beside PostgreSQL's own COPY of the same question in the same run, and how much memory the
// service takes for CSV and for XLSX.
//
//   node --import=tsx bench/reports-streaming.ts
//     [--lines N] [--rounds N] [--from build|sources] [--json]
import http from 'node:http';
import {pathToFileURL} from 'node:url';
import {parseArgs} from 'node:util';
import type {Client} from 'pg';
import {to as copyTo} from 'pg-copy-streams';
import {connect} from '../src/db/connect.ts';
import type {BookCode} from '../src/kernel/ids.ts';
import {addDays} from '../src/kernel/local-date.ts';
import {writeHistories} from './ledger/history.ts';
import {type ServiceProcess, type Stage, openStage, startService} from './ledger/stage.ts';
import {median} from './probes.ts';

/** Where a long book is, and who may read it. */
export type StreamingBench = {
	readonly stage: Pick<Stage, 'ownerUrl' | 'serviceUrl' | 'auditorToken'>;
	readonly book: BookCode;
	readonly rounds: number;
	/** Starts the service anew, so that what one format takes is not counted to the other. */
	readonly start: () => Promise<ServiceProcess>;
	readonly say: (line: string) => void;
};

export type StreamingFigures = {
	readonly lines: number;
	readonly csvMb: number;
	readonly xlsxMb: number;
	/** Seconds of the median round. */
	readonly csvSeconds: number;
	readonly copySeconds: number;
	readonly xlsxSeconds: number;
	/** The speed of our CSV over that of COPY: 1 is as fast, less is slower. */
	readonly ratio: number;
	/** The most that the service held, from its start on, in megabytes. */
	readonly csvMemoryMb: number;
	readonly xlsxMemoryMb: number;
	/** What it holds before anybody asks for a report. */
	readonly restMemoryMb: number;
};

/** Measures the general ledger of a book: CSV against COPY, round by round, then XLSX. */
export async function measureStreaming(bench: StreamingBench): Promise<StreamingFigures> {
	const {stage, book, rounds, say} = bench;
	const [csv, copy]: [Taken[], Taken[]] = [[], []];
	const first = await bench.start();
	const restMemoryMb = first.peakMemoryMb();
	let csvMemoryMb: number;
	try {
		for (let round = 0; round < rounds; round += 1) {
			copy.push(await takeCopy(stage.serviceUrl, book));
			csv.push(await takeReport(first.address, stage.auditorToken, book, 'csv'));
			say(`  CSV ${csv.at(-1)!.seconds.toFixed(1)} s, COPY ${copy.at(-1)!.seconds.toFixed(1)} s`);
		}
		csvMemoryMb = first.peakMemoryMb();
	} finally {
		await first.stop();
	}
	const second = await bench.start();
	try {
		const xlsx = await takeReport(second.address, stage.auditorToken, book, 'xlsx');
		const [csvSeconds, copySeconds] = [csv, copy].map((taken) =>
			median(taken.map(({seconds}) => seconds)),
		) as [number, number];
		return {
			lines: await countLines(stage.ownerUrl, book),
			csvMb: csv[0]!.bytes / 1e6,
			xlsxMb: xlsx.bytes / 1e6,
			csvSeconds,
			copySeconds,
			xlsxSeconds: xlsx.seconds,
			ratio: copySeconds / csvSeconds,
			csvMemoryMb,
			xlsxMemoryMb: second.peakMemoryMb(),
			restMemoryMb,
		};
	} finally {
		await second.stop();
	}
}

type Taken = {readonly bytes: number; readonly seconds: number};

/** Takes a report to its end and keeps nothing of it. */
const takeReport = async (
	address: string,
	token: string,
	book: BookCode,
	ending: 'csv' | 'xlsx',
): Promise<Taken> =>
	new Promise((resolve, reject) => {
		const start = performance.now();
		const url = `${address}/v1/reports/general-ledger.${ending}?book=${book}`;
		http
			.get(
				url,
				{headers: {authorization: `Bearer ${token}`, prefer: 'wait=60'}, agent: false},
				(answer) => {
					let bytes = 0;
					answer.on('data', (piece: Buffer) => {
						bytes += piece.length;
					});
					answer.on('error', reject);
					answer.on('end', () => {
						if (answer.statusCode === 200) {
							resolve({bytes, seconds: (performance.now() - start) / 1000});
						} else reject(new Error(`The service answered ${answer.statusCode}.`));
					});
				},
			)
			.on('error', reject);
	});

// The same lines with the same columns, plainly: no formatting, no protection, no service.
const plainQuestion = (book: BookCode): string => `
	with own as (select id from books where code = '${book}'),
	posted as (
		select entry_number,
			string_agg(distinct account_code, ' ' order by account_code) filter (where side = 'debit')
				as debited,
			string_agg(distinct account_code, ' ' order by account_code) filter (where side = 'credit')
				as credited
		from lines where book_id = (select id from own) group by entry_number
	)
	select line.account_code, account.name_id, line.effective_on, line.entry_number,
		entry.reason, entry.document,
		case line.side when 'debit' then posted.credited else posted.debited end,
		case line.side when 'debit' then line.amount else 0 end,
		case line.side when 'credit' then line.amount else 0 end,
		sum(case when line.side = account.normal_side then line.amount else -line.amount end)
			over (partition by line.account_code
				order by line.effective_on, line.entry_number, line.line_number
				rows unbounded preceding)
	from lines line
	join accounts account on account.book_id = line.book_id and account.code = line.account_code
	join entries entry on entry.book_id = line.book_id and entry.number = line.entry_number
	join posted on posted.entry_number = line.entry_number
	where line.book_id = (select id from own)
	order by line.account_code, line.effective_on, line.entry_number, line.line_number`;

/** PostgreSQL's own COPY to a client that keeps nothing of it, as the service connects. */
async function takeCopy(url: string, book: BookCode): Promise<Taken> {
	const knex = connect(url, {applicationName: 'bench-copy', poolMax: 1});
	try {
		return await knex.transaction(async (trx) => {
			await trx.raw(`select set_config('bergulir.all_books', 'on', true)`);
			const database = trx.client as {acquireConnection: () => Promise<Client>};
			const connection = await database.acquireConnection();
			const start = performance.now();
			const source = connection.query(
				copyTo(`copy (${plainQuestion(book)}) to stdout (format csv)`),
			);
			let bytes = 0;
			for await (const piece of source) bytes += (piece as Buffer).length;
			return {bytes, seconds: (performance.now() - start) / 1000};
		});
	} finally {
		await knex.destroy();
	}
}

async function countLines(url: string, book: BookCode): Promise<number> {
	const owner = connect(url, {applicationName: 'bench-count', poolMax: 1});
	try {
		const {rows} = await owner.raw<{rows: {count: number}[]}>(
			`select count(*)::integer as count from lines
			where book_id = (select id from books where code = ?)`,
			[book],
		);
		return rows[0]!.count;
	} finally {
		await owner.destroy();
	}
}

async function play(): Promise<void> {
	const {values: options} = parseArgs({
		options: {
			lines: {type: 'string', default: '1000000'},
			rounds: {type: 'string', default: '3'},
			from: {type: 'string', default: 'sources'},
			json: {type: 'boolean', default: false},
		},
	});
	const say = (line: string): void => {
		process.stderr.write(`${line}\n`);
	};
	const stage = await openStage();
	try {
		const book = stage.histories[0]!;
		say('Writing the book…');
		const history = {
			book,
			lines: Number.parseInt(options.lines, 10),
			from: addDays(stage.today, -3 * 365),
			to: addDays(stage.today, -1),
		};
		const writer = connect(stage.ownerUrl, {
			applicationName: 'bench-history',
			poolMax: 2,
			settings: '-c session_replication_role=replica -c bergulir.all_books=on',
		});
		try {
			await writeHistories(writer, stage.folder, [history], say);
			await writer.raw('analyze');
		} finally {
			await writer.destroy();
		}
		const figures = await measureStreaming({
			stage,
			book,
			rounds: Number.parseInt(options.rounds, 10),
			start: async () => startService(stage, options.from === 'build' ? 'build' : 'sources'),
			say,
		});
		for (const [name, figure] of Object.entries(figures))
			say(`${name.padEnd(14)} ${figure.toFixed(2)}`);
		if (options.json) process.stdout.write(`${JSON.stringify(figures)}\n`);
	} finally {
		await stage.close();
	}
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await play();
