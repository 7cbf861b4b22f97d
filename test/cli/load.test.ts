import {Readable} from 'node:stream';
import test from 'ava';
import {load} from '../../src/cli/load.ts';
import type {DomainError} from '../../src/kernel/errors.ts';
import {everywhere} from '../../src/kernel/scope.ts';
import type {BookCode} from '../../src/kernel/ids.ts';
import {
	type World,
	balances,
	createWorld,
	officer,
	openCity,
	openCooperative,
} from '../helpers/world.ts';

let world: World;
const book = 'KOP-1771011001' as BookCode;

test.before(async () => {
	world = await createWorld();
	await openCity(world);
	await openCooperative(world);
});
test.after.always(async () => {
	await world.close();
});

const line = (amount: string, document: string): string =>
	JSON.stringify({
		effectiveOn: '2026-03-01',
		reason: 'Saldo lama',
		document,
		lines: [
			{account: '1.1.01', side: 'debit', amount},
			{account: '3.1.01', side: 'credit', amount},
		],
	});

const run = async (lines: readonly string[], label = 'buku-lama') =>
	load(world, {book, label, rows: 2}, Readable.from(lines.map((text) => `${text}\n`)));

test.serial('a load posts all of it, and once only', async (t) => {
	const lines = ['100', '200', '300', '400', '500'].map((amount, at) => line(amount, `L-${at}`));
	t.deepEqual(await run(lines), {entries: 5, before: 0});
	t.deepEqual(await run(lines), {entries: 5, before: 5});
	t.deepEqual(await balances(world, book), {'1.1.01': '1500.00', '3.1.01': '-1500.00'});
});

test.serial('a load that stopped at a bad line goes on when that is put right', async (t) => {
	const good = [line('1', 'M-1'), line('2', 'M-2'), line('3', 'M-3')];
	const error = await t.throwsAsync<DomainError>(
		run([...good.slice(0, 2), line('-3', 'M-3')], 'kedua'),
	);
	t.deepEqual(
		error.findings.map(({code, path}) => [code, path]),
		[
			['amount/negative', 'entries[0].lines[0].amount'],
			['amount/negative', 'entries[0].lines[1].amount'],
		],
	);
	await t.throwsAsync(run([...good.slice(0, 2), '{'], 'kedua'), {code: 'request/invalid-json'});
	t.deepEqual(await run(good, 'kedua'), {entries: 3, before: 2});
	t.deepEqual(await balances(world, book), {'1.1.01': '1506.00', '3.1.01': '-1506.00'});
});

test.serial('another load under the same label is refused', async (t) => {
	await t.throwsAsync(run([line('7', 'X-1')]), {code: 'request/idempotency-key-reused'});
	const entries = await world.as(
		officer,
		async ({ledger}) => ledger.listEntries((await ledger.findBook(book))!, {after: 0, limit: 100}),
		everywhere,
	);
	t.is(entries.length, 8);
});
