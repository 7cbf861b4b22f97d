// A database of the release before, with data, brought to this one while it is worked in.
import {setTimeout as sleep} from 'node:timers/promises';
import test from 'ava';
import {verify} from '../../src/cli/verify.ts';
import {createService} from '../../src/compose.ts';
import {restoreInto} from '../../src/db/backup/restore.ts';
import {openSource} from '../../src/db/backup/write.ts';
import {connect} from '../../src/db/connect.ts';
import {migrate} from '../../src/db/migrate.ts';
import {prepareServiceRole} from '../../src/db/roles.ts';
import {settableClock} from '../../src/kernel/clock.ts';
import type {BookCode} from '../../src/kernel/ids.ts';
import {everywhere} from '../../src/kernel/scope.ts';
import {type SealedEntry, postEntry} from '../../src/ledger/index.ts';
import {createEmptyDatabase} from '../helpers/empty-database.ts';
import {loadDump} from '../helpers/load-dump.ts';
import {handEntry, officer} from '../helpers/world.ts';

/** How it was made stands in test/fixtures/README.md. */
const release = 'test/fixtures/previous-release.sql.gz';
const books = ['KOP-1771011001', 'KOP-1771011002'] as const;
const clock = settableClock('2026-11-30T05:00:00Z');

/** An empty database, and the service as it will connect to it. */
async function openEmpty() {
	const database = await createEmptyDatabase();
	const serviceUrl = await prepareServiceRole(database.owner, database.url);
	const knex = connect(serviceUrl, {applicationName: 'test-service', poolMax: 8});
	return {
		url: database.url,
		owner: database.owner,
		knex,
		service: createService({knex, clock, timeZone: 'Asia/Jakarta'}),
		drop: async () => {
			await knex.destroy();
			await database.drop();
		},
	};
}

async function openRelease() {
	const opened = await openEmpty();
	await loadDump(opened.url, release);
	return opened;
}
type Release = Awaited<ReturnType<typeof openRelease>>;

type Sums = Record<string, string>;

/** The balance of every account of every book, as the lines say. */
async function sumsOf({owner}: Release): Promise<Sums> {
	const {rows} = await owner.raw<{rows: {account: string; balance: string}[]}>(
		`select books.code || ' ' || account_code as account,
			sum(case side when 'debit' then amount else -amount end)::text as balance
		from lines join books on books.id = lines.book_id group by 1 order by 1`,
	);
	return Object.fromEntries(rows.map(({account, balance}) => [account, balance]));
}

/** Every entry by its place in its chain. */
async function hashesOf({owner}: Release): Promise<Sums> {
	const {rows} = await owner.raw<{rows: {place: string; hash: string}[]}>(
		`select books.code || ' ' || number as place, encode(hash, 'hex') as hash
		from entries join books on books.id = entries.book_id`,
	);
	return Object.fromEntries(rows.map(({place, hash}) => [place, hash]));
}

/** Posts to a book, and to nothing else, until it is told to stop; what is refused ends it. */
async function keepPosting(
	{service}: Release,
	book: string,
	posted: SealedEntry[],
	end: AbortSignal,
) {
	while (!end.aborted) {
		const draft = handEntry(book as BookCode, '2026-11-30', '1000');
		posted.push(
			await service.inTransaction({scope: everywhere, actor: officer}, async (work) =>
				postEntry(work, draft),
			),
		);
		await sleep(5);
	}
}

/** Reads what an old program reads: sums by the kept totals, and the lines themselves. */
async function keepReading({knex}: Release, read: number[], end: AbortSignal) {
	while (!end.aborted) {
		await knex.transaction(
			async (trx) => {
				await trx.raw(`select set_config('bergulir.all_books', 'on', true)`);
				const {rows} = await trx.raw<{rows: [{off: string}]}>(
					`select coalesce(sum(case side when 'debit' then amount else -amount end), 0)::text as off
					from lines`,
				);
				if (!/^-?0(?:\.00)?$/u.test(rows[0].off)) throw new Error(`Off by ${rows[0].off}.`);
				read.push(1);
			},
			{readOnly: true, isolationLevel: 'repeatable read'},
		);
		await sleep(5);
	}
}

async function until(isSo: () => boolean, working: Promise<unknown>): Promise<void> {
	for (let round = 0; round < 10_000 && !isSo(); round += 1)
		await Promise.race([sleep(10), working]);
	if (!isSo()) throw new Error('It never came to that.');
}

test('the release before is brought to this one under load, and nothing is lost', async (t) => {
	const old = await openRelease();
	const [sums, hashes] = [await sumsOf(old), await hashesOf(old)];
	t.is(Object.keys(hashes).length, 45, 'as its own `verify` counted them');
	const [posted, read]: [SealedEntry[], number[]] = [[], []];
	const end = new AbortController();
	const working = Promise.all([
		keepPosting(old, books[0], posted, end.signal),
		keepPosting(old, books[0], posted, end.signal),
		keepPosting(old, books[1], posted, end.signal),
		keepReading(old, read, end.signal),
	]);
	await until(() => posted.length > 20 && read.length > 5, working);
	const applied = await migrate(old.owner);
	t.true(applied.length >= 7, applied.join(', '));
	t.true(applied.includes('20261130006220_sign_the_trail'));
	const [postedSoFar, readSoFar] = [posted.length, read.length];
	// What was connected before goes on working afterwards, on the tables of this release.
	await until(() => posted.length > postedSoFar + 20 && read.length > readSoFar + 5, working);
	end.abort();
	await working;

	const after = await hashesOf(old);
	for (const [place, hash] of Object.entries(hashes)) t.is(after[place], hash, place);
	for (const {book, number, hash} of posted) t.is(after[`${book} ${number}`], hash);
	t.is(Object.keys(after).length, Object.keys(hashes).length + posted.length);
	const expected = {...sums};
	for (const book of books) {
		const thousands = posted.filter((entry) => entry.book === book).length;
		t.true(thousands > 5, book);
		for (const [account, sign] of [
			['1.1.01', 1n],
			['3.1.01', -1n],
		] as const) {
			const key = `${book} ${account}`;
			const sen =
				BigInt((expected[key] ?? '0.00').replace('.', '')) + sign * BigInt(thousands) * 100_000n;
			const digits = String(sen < 0n ? -sen : sen).padStart(3, '0');
			expected[key] = `${sen < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
		}
	}
	t.deepEqual(await sumsOf(old), expected);
	t.deepEqual((await verify(old.service)).lines, []);
	t.deepEqual(await migrate(old.owner), [], 'there is nothing left to do');
	await old.drop();
});

test('a backup of the release before is restored at its version, then upgraded', async (t) => {
	const old = await openRelease();
	const [sums, hashes] = [await sumsOf(old), await hashesOf(old)];
	const source = await openSource(old.url, '0.1.0');
	const restored = await openEmpty();
	await restoreInto(restored.owner, source.script, {});
	await source.close();
	// Making the backup changed nothing of the old one, and the tables are those that it had.
	const migrations = async ({owner}: Release) => owner('migrations').orderBy('name').select('name');
	t.deepEqual(await migrations(restored), await migrations(old));
	t.deepEqual(await sumsOf(restored), sums);
	t.true((await migrate(restored.owner)).includes('20261130006220_sign_the_trail'));
	t.deepEqual(await hashesOf(restored), hashes);
	t.deepEqual((await verify(restored.service)).lines, []);
	await restored.drop();
	await old.drop();
});

test('a migration that must wait for a table does not hold up everybody behind it', async (t) => {
	const old = await openRelease();
	const reading = await old.knex.transaction();
	await reading.raw('select count(*) from log_heads');
	const patience = {lockMs: 200, pauseMs: 100};
	const migrating = migrate(old.owner, {}, patience);
	await sleep(1000);
	// Whoever asks while it waits is answered, for it gives up in between and comes again.
	const start = performance.now();
	const asking = await old.knex.transaction();
	await asking.raw('select count(*) from log_heads');
	t.true(performance.now() - start < 5000);
	await asking.commit();
	await reading.commit();
	t.true((await migrating).includes('20261130006220_sign_the_trail'));
	await old.drop();
});

test('a migration that others never let through says so', async (t) => {
	const old = await openRelease();
	const reading = await old.knex.transaction();
	await reading.raw('select count(*) from log_heads');
	const refused = await t.throwsAsync<Error & {code: string}>(
		migrate(old.owner, {}, {lockMs: 50, pauseMs: 10, attemptsMax: 3}),
	);
	t.is(refused.code, 'database/busy');
	await reading.commit();
	t.true((await migrate(old.owner)).length >= 7);
	await old.drop();
});

test('a database that is newer than the program is refused and left as it is', async (t) => {
	const old = await openRelease();
	const newer = {name: '29990101000000_from_the_future', batch: 9, migration_time: new Date(0)};
	await old.owner('migrations').insert(newer);
	const count = async () => {
		const rows: unknown[] = await old.owner('migrations').select();
		return rows.length;
	};
	const before = await count();
	const refused = await t.throwsAsync<Error & {code: string}>(migrate(old.owner));
	t.is(refused.code, 'database/newer-than-program');
	t.regex(refused.message, /newer than this program: it holds 29990101000000_from_the_future/u);
	t.is(await count(), before, 'not even what it could have done was done');
	await old.drop();
});
