// Reports over one long book: the trial balance beside hledger on the same journal, and the general
// ledger as CSV beside COPY and as XLSX.
import {spawn} from 'node:child_process';
import {createWriteStream} from 'node:fs';
import {stat} from 'node:fs/promises';
import path from 'node:path';
import {Readable} from 'node:stream';
import {pipeline} from 'node:stream/promises';
import {connect} from '../../src/db/connect.ts';
import {everywhere} from '../../src/kernel/scope.ts';
import {exportJournal} from '../../src/interchange/index.ts';
import type {BookCode} from '../../src/kernel/ids.ts';
import {addDays} from '../../src/kernel/local-date.ts';
import {writeHistories} from '../ledger/history.ts';
import {openConnection} from '../ledger/load.ts';
import {type Stage, openStage, operator, startService} from '../ledger/stage.ts';
import {median, percentile} from '../probes.ts';
import {measureStreaming} from '../reports-streaming.ts';

export type BookFigures = {
	readonly lines: number;
	readonly trialBalanceVsHledger: number;
	readonly trialBalanceP95Ms: number;
	readonly csvVsCopy: number;
	readonly csvMemoryMb: number;
	readonly xlsxMemoryMb: number;
};

const years = 3;
const samples = 201;
const warmUp = 20;

/** Writes a book of so many lines and asks it for its reports. */
export async function measureBook(
	lines: number,
	say: (line: string) => void,
): Promise<BookFigures> {
	const stage = await openStage();
	try {
		const book = stage.histories[0]!;
		await writeBook(stage, book, lines, say);
		const ours = await askTrialBalances(stage, book);
		const journal = path.join(stage.folder, 'book.journal');
		await writeJournal(stage, book, journal);
		const hledgerMs = await timeHledger(journal);
		say(
			`  trial balance: median ${median(ours).toFixed(1)} ms, p95 ` +
				`${percentile(ours, 0.95).toFixed(1)} ms; hledger ${(hledgerMs / 1000).toFixed(1)} s for ` +
				`${((await stat(journal)).size / 1e6).toFixed(0)} MB`,
		);
		const streamed = await measureStreaming({
			stage,
			book,
			rounds: 3,
			start: async () => startService(stage, 'build'),
			say,
		});
		return {
			lines,
			trialBalanceVsHledger: hledgerMs / median(ours),
			trialBalanceP95Ms: percentile(ours, 0.95),
			csvVsCopy: streamed.ratio,
			csvMemoryMb: streamed.csvMemoryMb,
			xlsxMemoryMb: streamed.xlsxMemoryMb,
		};
	} finally {
		await stage.close();
	}
}

async function writeBook(
	stage: Stage,
	book: BookCode,
	lines: number,
	say: (line: string) => void,
): Promise<void> {
	const to = addDays(stage.today, -1);
	const writer = connect(stage.ownerUrl, {
		applicationName: 'bench-history',
		poolMax: 2,
		settings: '-c session_replication_role=replica -c bergulir.all_books=on',
	});
	try {
		await writeHistories(
			writer,
			stage.folder,
			[{book, lines, from: addDays(to, -years * 365), to}],
			say,
		);
		await writer.raw('vacuum analyze');
	} finally {
		await writer.destroy();
	}
}

/** Of another day each time, over HTTP, in milliseconds. */
async function askTrialBalances(stage: Stage, book: BookCode): Promise<number[]> {
	const service = await startService(stage, 'build');
	try {
		const connection = await openConnection(service.address, stage.auditorToken);
		const taken: number[] = [];
		for (let round = 0; round < warmUp + samples; round += 1) {
			const day = addDays(stage.today, -((round * 7919) % (years * 365)));
			const start = performance.now();
			const address = `/v1/reports/trial-balance?book=${book}&asOf=${day}`;
			const {status} = await connection.ask({method: 'GET', path: address});
			if (status !== 200) throw new Error(`The service answered ${status}.`);
			if (round >= warmUp) taken.push(performance.now() - start);
		}
		connection.close();
		return taken;
	} finally {
		await service.stop();
	}
}

async function writeJournal(stage: Stage, book: BookCode, file: string): Promise<void> {
	const reading = {scope: everywhere, actor: operator, isReadOnly: true, isSnapshot: true};
	await stage.service.inTransaction(reading, async (work) =>
		pipeline(
			Readable.from(exportJournal(work, book, 'hledger', undefined)),
			createWriteStream(file),
		),
	);
}

const hledgerRounds = 3;

/** `hledger bal` of the whole journal, in milliseconds: the median of a few. */
async function timeHledger(journal: string): Promise<number> {
	const taken: number[] = [];
	for (let round = 0; round < hledgerRounds; round += 1) {
		const start = performance.now();
		await new Promise<void>((resolve, reject) => {
			const child = spawn('hledger', ['-f', journal, 'bal', '-N'], {stdio: 'ignore'});
			child.on('error', reject);
			child.on('exit', (code) => {
				if (code === 0) resolve();
				else reject(new Error(`hledger ended with ${code}.`));
			});
		});
		taken.push(performance.now() - start);
	}
	return median(taken);
}
