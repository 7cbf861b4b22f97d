import test from 'ava';
import {compose} from '../../src/compose.ts';
import {connect} from '../../src/db/connect.ts';
import {orUnavailable} from '../../src/db/unavailable.ts';
import {listen} from '../../src/http/listen.ts';
import {createLog} from '../../src/http/log.ts';
import {systemClock} from '../../src/kernel/clock.ts';
import {Unavailable} from '../../src/kernel/errors.ts';
import {createClient} from '../helpers/http.ts';

test('a database that cannot be reached is told as that, anything else as it is', async (t) => {
	const failing = (code: string) => async () => {
		throw Object.assign(new Error('x'), {code});
	};
	for (const code of ['ECONNREFUSED', '57P01', '08006', '53300']) {
		await t.throwsAsync(orUnavailable(failing(code)), {instanceOf: Unavailable}, code);
	}
	for (const code of ['23505', '42501', 'ENOENT']) {
		const error = await t.throwsAsync(orUnavailable(failing(code)));
		t.false(error instanceof Unavailable, code);
	}
	t.is(await orUnavailable(async () => 7), 7);
});

test('without its database the service lives, is not ready, and answers 503', async (t) => {
	const knex = connect('postgres://nobody:x@127.0.0.1:1/nowhere', {applicationName: 'test'});
	const {app} = compose({
		knex,
		clock: systemClock,
		timeZone: 'Asia/Jakarta',
		log: createLog('silent'),
		isProduction: false,
		isCookieSecure: false,
		version: 'test',
	});
	const {address, close} = await listen(app, {host: '127.0.0.1', port: 0});
	const client = createClient(address, `bgt_${'A'.repeat(43)}`);
	t.is((await client.get('/healthz')).status, 200);
	t.is((await client.get('/readyz')).status, 503);
	const answered = await client.get('/v1/regions');
	t.is(answered.status, 503, JSON.stringify(answered.body));
	t.is(answered.body.code, 'server/unavailable');
	t.is(answered.headers.get('retry-after'), '5');
	await close(100);
	await knex.destroy();
});
