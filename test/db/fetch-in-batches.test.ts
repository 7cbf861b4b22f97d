import test from 'ava';
import type {Knex} from 'knex';
import {openBatches} from '../../src/db/fetch-in-batches.ts';
import {scrollRows} from '../../src/db/scroll-rows.ts';
import {createTestDatabase} from '../helpers/database.ts';

const database = await createTestDatabase();
test.after.always(async () => {
	await database.drop();
});

/** A transaction whose questions are ended after 300 ms. */
const patiently = async <T>(run: (trx: Knex.Transaction) => Promise<T>): Promise<T> =>
	database.service.transaction(async (trx) => {
		await trx.raw(`set local statement_timeout = '300ms'`);
		return run(trx);
	});

// 501 rows, of which the last one takes longer than a question may.
const lateLast = `select number, pg_sleep(case number when 501 then 0.6 else 0 end)
	from generate_series(1, 501) number`;
const slowFirst = 'select pg_sleep(0.6)';

const openers = {
	batches: async (trx: Knex, question: string) => openBatches(trx, question, {}),
	scrolled: async (trx: Knex, question: string) => (await scrollRows(trx, question, {}))(),
};

for (const [name, open] of Object.entries(openers)) {
	test(`${name}: what takes too long to find is ended before anything is answered`, async (t) => {
		await t.throwsAsync(
			patiently(async (trx) => open(trx, slowFirst)),
			{code: '57014'},
		);
	});

	test(`${name}: what is found is read for as long as somebody reads`, async (t) => {
		const sizes = await patiently(async (trx) => {
			const read: number[] = [];
			for await (const rows of await open(trx, lateLast)) read.push(rows.length);
			return read;
		});
		t.deepEqual(sizes, [500, 1]);
	});
}
