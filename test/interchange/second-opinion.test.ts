// A second opinion: the demo city's journals are read by programs that others wrote, and what they
// make of them must be ours to the rupiah. Where they are not installed the tests are skipped and
// say so; CI installs them and fails on a skip.
import {execFile} from 'node:child_process';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {promisify} from 'node:util';
import test from 'ava';
import {fillDemo} from '../../seeds/demo/fill.ts';
import {exportJournal} from '../../src/interchange/index.ts';
import type {BookCode} from '../../src/kernel/ids.ts';
import {localDate} from '../../src/kernel/local-date.ts';
import {isInstalled} from '../helpers/installed.ts';
import {type World, balances, createWorld, officer} from '../helpers/world.ts';

const run = promisify(execFile);

let world: World;
let folder: string;

test.before(async () => {
	world = await createWorld('2026-03-31');
	folder = await mkdtemp(path.join(os.tmpdir(), 'bergulir-opinion-'));
	await fillDemo({
		serviceUrl: world.database.serviceUrl,
		timeZone: 'Asia/Jakarta',
		cooperatives: 6,
		months: 18,
		until: localDate('2026-03-30'),
	});
});
test.after.always(async () => {
	await world.close();
	await rm(folder, {recursive: true, force: true});
});

async function writeJournal(
	book: BookCode,
	format: 'hledger' | 'beancount',
	asOf?: string,
): Promise<string> {
	const pieces: string[] = [];
	await world.as(officer, async (work) => {
		const day = asOf === undefined ? undefined : localDate(asOf);
		for await (const piece of exportJournal(work, book, format, day)) pieces.push(piece);
	});
	const file = path.join(folder, `${book}.${format}`);
	await writeFile(file, pieces.join(''));
	return file;
}

const bookCodes = async (): Promise<BookCode[]> =>
	world.as(officer, async ({ledger}) => (await ledger.listBooks()).map(({code}) => code));

/** Balances that are not nothing, by account code. */
const standing = (all: Readonly<Record<string, string>>): Record<string, string> =>
	Object.fromEntries(Object.entries(all).filter(([, balance]) => balance !== '0.00'));

async function hledgerBalances(file: string): Promise<Record<string, string>> {
	const args = ['-f', file, 'balance', '--flat', '--no-total', '--output-format', 'csv'];
	const {stdout} = await run('hledger', args);
	const rows = stdout.trim().split('\n').slice(1);
	return Object.fromEntries(
		rows.map((row) => {
			const [, account, amount] = /^"[a-z]+:([\d.]+)","(-?[\d.]+) IDR"$/.exec(row)!;
			return [account!, amount!];
		}),
	);
}

async function beancountBalances(file: string): Promise<Record<string, string>> {
	const query = 'select account, sum(number) as balance group by account order by account';
	const {stdout} = await run('bean-query', ['-f', 'csv', file, query]);
	const rows = stdout.trim().split(/\r?\n/).slice(1);
	return Object.fromEntries(
		rows.map((row) => {
			const [, account, amount] = /^[A-Za-z]+:([\d-]+)\s*,\s*(-?[\d.]+)\s*$/.exec(row)!;
			return [account!.replaceAll('-', '.'), amount!];
		}),
	);
}

const withHledger = isInstalled('hledger') ? test.serial : test.serial.skip;
const withBeancount = isInstalled('bean-check') ? test.serial : test.serial.skip;

withHledger('hledger finds every journal sound and every balance ours', async (t) => {
	const codes = await bookCodes();
	t.is(codes.length, 7);
	for (const code of codes) {
		const file = await writeJournal(code, 'hledger');
		await run('hledger', ['-f', file, 'check', '--strict']);
		const theirs = await hledgerBalances(file);
		t.true(Object.keys(theirs).length >= 2, code);
		t.deepEqual(theirs, standing(await balances(world, code)), code);
	}
});

withHledger('hledger agrees with our trial balance as of a day in the past', async (t) => {
	const book = 'KOP-1771011001' as BookCode;
	const theirs = await hledgerBalances(await writeJournal(book, 'hledger', '2025-08-15'));
	const {readTrialBalance} = await import('../../src/reporting/index.ts');
	const ours = await world.as(officer, async (work) =>
		readTrialBalance(work, book, {asOf: localDate('2025-08-15')}),
	);
	const rows = ours.rows.map(({code, debit, credit}) => {
		const balance = debit.minus(credit).toFixed(2);
		return [code, balance] as const;
	});
	t.deepEqual(theirs, standing(Object.fromEntries(rows)));
});

withBeancount('beancount finds every journal sound and every balance ours', async (t) => {
	for (const code of await bookCodes()) {
		const file = await writeJournal(code, 'beancount');
		await run('bean-check', [file]);
		t.deepEqual(
			standing(await beancountBalances(file)),
			standing(await balances(world, code)),
			code,
		);
	}
});
