// The short version of `npm run fuzz`.
import test from 'ava';
import {openCity} from '../../bench/fuzz/city.ts';
import {fuzz} from '../../bench/fuzz/fuzz.ts';
import {createTestDatabase} from '../helpers/database.ts';

test('whatever is asked, nothing breaks, leaks or is written though it was refused', async (t) => {
	t.timeout(170_000);
	const database = await createTestDatabase();
	t.teardown(database.drop);
	const told: string[] = [];
	const tell = (line: string): void => {
		told.push(line);
	};
	const {owner, service: knex, serviceUrl} = database;
	const city = await openCity({owner, knex, serviceUrl}, tell);
	t.teardown(city.close);
	const result = await fuzz(city, {requests: 400, seed: 20_261_130, tell});
	t.deepEqual(
		result,
		{requests: 400, serverErrors: 0, leaks: 0, refusedWrites: 0},
		told.join('\n').slice(0, 4000),
	);
});
