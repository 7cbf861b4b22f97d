// Whether a report's cost grows with history: one account's balance and the trial balance, as of
// any day, over HTTP, in a book with ten years of journal against a book with one.
import {statfs} from 'node:fs/promises';
import {connect} from '../../src/db/connect.ts';
import type {BookCode} from '../../src/kernel/ids.ts';
import {type LocalDate, addDays, addMonths, daysBetween} from '../../src/kernel/local-date.ts';
import {median} from '../probes.ts';
import {type History, writeHistories} from './history.ts';
import {type Connection, openConnection} from './load.ts';
import type {Bench} from './postings.ts';

const small = {lines: 100_000, years: 1};
const largeYears = 10;
const samples = 201;
const warmUp = 30;
// Measured: entries, lines, their indexes and totals, and as much again for the log and the sorts.
const bytesPerLine = 1400;

export type Growth = {
	readonly lines: number;
	readonly balanceMs: Compared;
	readonly trialBalanceMs: Compared;
};

export type Compared = {readonly small: number; readonly large: number; readonly ratio: number};

/** Writes both histories and compares the medians. @throws Error when the disk has no room. */
export async function measureGrowth(bench: Bench, lines: number): Promise<Growth> {
	const {stage, say} = bench;
	await requireRoom(stage.folder, lines);
	const to = addDays(stage.today, -1);
	const histories: readonly History[] = [
		{book: stage.histories[0]!, lines: small.lines, from: yearsBefore(to, small.years), to},
		{book: stage.histories[1]!, lines, from: yearsBefore(to, largeYears), to},
	];
	const historian = connect(stage.ownerUrl, {
		applicationName: 'bench-history',
		poolMax: 2,
		settings:
			'-c session_replication_role=replica -c synchronous_commit=off ' +
			'-c maintenance_work_mem=512MB -c bergulir.all_books=on',
	});
	await writeHistories(historian, stage.folder, histories, say).finally(async () =>
		historian.destroy(),
	);
	// As autovacuum leaves tables that have stood for a while.
	for (const table of ['entries', 'lines', 'day_totals', 'month_totals', 'floor_balances']) {
		await stage.owner.raw(`vacuum (analyze) ${table}`);
	}
	const connection = await openConnection(bench.service.address, stage.auditorToken);
	const balance = ({book}: History, day: LocalDate): string =>
		`/v1/books/${book}/accounts/1.1.01/balance?asOf=${day}`;
	const trialBalance = ({book}: History, day: LocalDate): string =>
		`/v1/reports/trial-balance?book=${book}&asOf=${day}`;
	const growth = {
		lines,
		balanceMs: await compare(connection, histories, balance),
		trialBalanceMs: await compare(connection, histories, trialBalance),
	};
	connection.close();
	return growth;
}

const yearsBefore = (day: LocalDate, years: number): LocalDate =>
	addDays(addMonths(day, -12 * years), 1);

/** The same question to both books in turn, each time of another day of theirs. */
async function compare(
	connection: Connection,
	histories: readonly History[],
	pathOf: (history: History, day: LocalDate) => string,
): Promise<Compared> {
	const times: Record<BookCode, number[]> = {};
	for (let round = 0; round < samples + warmUp; round += 1) {
		for (const history of histories) {
			const days = daysBetween(history.from, history.to) + 1;
			const day = addDays(history.from, Math.floor(Math.random() * days));
			const start = performance.now();
			const {status, body} = await connection.ask({method: 'GET', path: pathOf(history, day)});
			const elapsed = performance.now() - start;
			if (status !== 200) throw new Error(`${pathOf(history, day)} answered ${status}: ${body}`);
			if (round >= warmUp) (times[history.book] ??= []).push(elapsed);
		}
	}
	const [one, ten] = histories.map(({book}) => median(times[book]!));
	return {small: one!, large: ten!, ratio: ten! / one!};
}

async function requireRoom(folder: string, lines: number): Promise<void> {
	const {bavail, bsize} = await statfs(folder);
	const [free, needed] = [bavail * bsize, lines * bytesPerLine].map((bytes) => bytes / 1e9);
	if (free! < needed!) {
		throw new Error(
			`${lines} lines need about ${needed!.toFixed(1)} GB in ${folder}, where ` +
				`${free!.toFixed(1)} GB are free: make room, or ask for fewer with --lines.`,
		);
	}
}
