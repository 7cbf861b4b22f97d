// What stands between the world and the routes: how often, from where, and what browsers are told.
import {connect} from 'node:net';
import {request} from 'node:http';
import test from 'ava';
import {z} from 'zod';
import {type AppOptions, createApp} from '../../src/http/app.ts';
import {listen} from '../../src/http/listen.ts';
import {createLog} from '../../src/http/log.ts';
import {route} from '../../src/http/route.ts';
import {stranger as nobody} from '../../src/kernel/actor.ts';
import {systemClock} from '../../src/kernel/clock.ts';
import {everywhere} from '../../src/kernel/scope.ts';

type Work = {readonly origin: string};

const answer = z.strictObject({from: z.string()});
const contract = {tag: 'test', summary: 'A route of the test.', status: 200} as const;

const routes = (['public', 'self'] as const).map((permission) =>
	route({
		...contract,
		kind: 'open',
		method: 'GET',
		path: `/v1/${permission}`,
		permission,
		response: answer,
		handle: async (work: Work) => ({body: {from: work.origin}}),
	}),
);
routes.push(
	route({
		...contract,
		kind: 'open',
		method: 'POST',
		path: '/v1/guess',
		permission: 'public',
		isGuessable: true,
		response: answer,
		handle: async (work: Work) => ({body: {from: work.origin}}),
	}),
	route({
		...contract,
		kind: 'open',
		method: 'GET',
		path: '/v1/fault',
		permission: 'public',
		response: answer,
		async handle() {
			throw Object.assign(
				new Error('insert into members - invalid input syntax for type uuid: "Siti Aminah"'),
				{code: '22P02', detail: 'Failing row contains (1771014103850001, Siti Aminah).'},
			);
		},
	}),
);

const logged: string[] = [];

async function serve(
	t: {teardown: (end: () => Promise<void>) => void},
	more: Partial<AppOptions<Work>>,
) {
	const app = createApp<Work>({
		routes,
		runner: {
			open: async (actor, run) => run({origin: actor?.origin?.address ?? ''}),
			read: async () => Promise.reject(new Error('nothing is read')),
			write: async () => Promise.reject(new Error('nothing is written')),
			post: async () => Promise.reject(new Error('nothing is posted')),
		},
		authenticate: async ({bearer}) => ({
			actor: {...nobody, userId: bearer ?? '', name: 'petugas'},
			scopeFor: () => everywhere,
		}),
		refusals: [],
		log: createLog('info', {write: (line: string) => logged.push(line)}),
		clock: systemClock,
		timeZone: 'Asia/Jakarta',
		readiness: async () => [],
		info: {title: 'Test', version: '1', description: 'Test'},
		isProduction: false,
		...more,
	});
	const {address, close} = await listen(app, {host: '127.0.0.1', port: 0});
	t.teardown(async () => close(10));
	return async (path: string, headers: Record<string, string> = {}, method = 'GET') => {
		const response = await fetch(address + path, {method, headers});
		return {
			address,
			status: response.status,
			headers: response.headers,
			body: (await response.json()) as Record<string, string>,
		};
	};
}

const loose = {address: 1000, user: 1000, public: 1000, guess: 1000};

test('each address has so many requests a minute, and is told how many are left', async (t) => {
	const get = await serve(t, {rateLimits: {...loose, address: 3}});
	const first = await get('/v1/public');
	t.is(first.headers.get('ratelimit-limit'), '3');
	t.is(first.headers.get('ratelimit-remaining'), '2');
	t.is(first.headers.get('ratelimit-reset'), '60');
	await get('/v1/unknown');
	t.is((await get('/v1/public')).status, 200);
	const refused = await get('/v1/public', {'accept-language': 'en'});
	t.is(refused.status, 429);
	t.is(refused.body.code, 'request/too-many');
	t.regex(
		refused.body.detail!,
		/^Too many requests: at most 3 a minute; try again in \d+ seconds\.$/u,
	);
	const wait = Number.parseInt(refused.headers.get('retry-after')!, 10);
	t.true(wait > 50 && wait <= 60, String(wait));
	t.is(refused.headers.get('ratelimit-remaining'), '0');
	t.truthy(refused.headers.get('content-security-policy'));
});

test('each user has their own, whatever the address; the nearest limit is told', async (t) => {
	const get = await serve(t, {rateLimits: {...loose, user: 2}});
	const as = async (name: string) => get('/v1/self', {authorization: `Bearer ${name}`});
	t.is((await as('one')).headers.get('ratelimit-remaining'), '1');
	await as('one');
	t.is((await as('one')).status, 429);
	t.is((await as('two')).status, 200);
	t.is((await get('/v1/public')).headers.get('ratelimit-limit'), '1000');
});

test('what is public, and what could be guessed, has less', async (t) => {
	const get = await serve(t, {rateLimits: {...loose, public: 4, guess: 2}});
	t.is((await get('/v1/guess', {}, 'POST')).status, 200);
	t.is((await get('/v1/guess', {}, 'POST')).status, 200);
	t.is((await get('/v1/guess', {}, 'POST')).status, 429);
	t.is((await get('/v1/public')).status, 200);
	t.is((await get('/v1/public')).status, 429);
	t.is((await get('/v1/self', {authorization: 'Bearer x'})).status, 200);
});

test('without limits nothing is counted', async (t) => {
	const get = await serve(t, {});
	t.is((await get('/v1/public')).headers.get('ratelimit-limit'), null);
});

test('only a trusted proxy is believed where a request came from', async (t) => {
	const forwarded = {'x-forwarded-for': '198.51.100.1, 203.0.113.9'};
	const from = async (trustedProxies: readonly string[], headers: Record<string, string>) =>
		(await (await serve(t, {trustedProxies}))('/v1/public', headers)).body.from;
	t.is(await from([], forwarded), '127.0.0.1');
	t.is(await from(['10.0.0.0/8'], forwarded), '127.0.0.1');
	// The one before our own proxy is who sent it; what stands before that, anybody may have written.
	t.is(await from(['loopback'], forwarded), '203.0.113.9');
	t.is(await from(['127.0.0.1', '203.0.113.0/24'], forwarded), '198.51.100.1');
	t.is(await from(['loopback'], {}), '127.0.0.1');
	t.is(await from(['loopback'], {'x-forwarded-for': "'; drop table users; --"}), '127.0.0.1');
});

test('limits count by the address that a trusted proxy tells, not by one made up', async (t) => {
	const limited = {rateLimits: {...loose, address: 1}};
	const direct = await serve(t, limited);
	t.is((await direct('/v1/public', {'x-forwarded-for': '203.0.113.1'})).status, 200);
	t.is((await direct('/v1/public', {'x-forwarded-for': '203.0.113.2'})).status, 429);
	const behind = await serve(t, {...limited, trustedProxies: ['loopback']});
	t.is((await behind('/v1/public', {'x-forwarded-for': '203.0.113.1'})).status, 200);
	t.is((await behind('/v1/public', {'x-forwarded-for': '203.0.113.2'})).status, 200);
	t.is((await behind('/v1/public', {'x-forwarded-for': '198.51.100.9, 203.0.113.2'})).status, 429);
});

test('browsers are told to run nothing, to guess nothing and to frame nothing', async (t) => {
	const get = await serve(t, {});
	for (const path of ['/v1/public', '/v1/unknown', '/v1/fault']) {
		const {headers} = await get(path);
		t.is(
			headers.get('content-security-policy'),
			"default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none'",
		);
		t.is(headers.get('x-content-type-options'), 'nosniff');
		t.is(headers.get('x-frame-options'), 'DENY');
		t.is(headers.get('referrer-policy'), 'no-referrer');
		t.is(headers.get('cross-origin-resource-policy'), 'same-origin');
		t.is(headers.get('cross-origin-opener-policy'), 'same-origin');
		t.regex(headers.get('permissions-policy')!, /camera=\(\)/u);
		t.is(headers.get('x-powered-by'), null);
		t.is(headers.get('access-control-allow-origin'), null);
		t.is(headers.get('strict-transport-security'), null);
	}
	const mine = await get('/v1/self', {authorization: 'Bearer x'});
	t.is(mine.headers.get('cache-control'), 'private, no-cache');
	const production = await serve(t, {isProduction: true});
	t.is(
		(await production('/v1/public')).headers.get('strict-transport-security'),
		'max-age=63072000; includeSubDomains',
	);
});

test('what PostgreSQL quotes of a person does not reach the log', async (t) => {
	const get = await serve(t, {});
	t.is((await get('/v1/fault')).status, 500);
	const line = logged.find((told) => told.includes('"msg":"fault"'))!;
	t.true(line.includes('22P02') && line.includes('invalid input syntax'));
	t.false(/Siti|1771014103850001/u.test(logged.join('')));
});

test('a header that never ends is cut off', async (t) => {
	const get = await serve(t, {});
	const {address} = await get('/v1/public');
	const {hostname, port} = new URL(address);
	const told = await new Promise<string>((resolve, reject) => {
		const socket = connect(Number.parseInt(port, 10), hostname);
		let said = '';
		socket.setEncoding('utf8').on('data', (part: string) => {
			said += part;
		});
		socket.once('close', () => {
			resolve(said);
		});
		socket.once('error', reject);
		socket.write(`GET /v1/public HTTP/1.1\r\nHost: x\r\nX-Long: ${'a'.repeat(20_000)}`);
	});
	t.regex(told, /^HTTP\/1\.1 431 /u);
});

test('a request whose headers come drop by drop loses its connection', async (t) => {
	const get = await serve(t, {});
	const {address} = await get('/v1/public');
	const {hostname, port} = new URL(address);
	const start = Date.now();
	await new Promise<void>((resolve) => {
		const socket = connect(Number.parseInt(port, 10), hostname);
		socket.once('close', () => {
			resolve();
		});
		socket.resume();
		socket.write('GET /v1/public HTTP/1.1\r\nHost: x\r\n');
	});
	const seconds = (Date.now() - start) / 1000;
	t.true(seconds >= 10 && seconds < 40, String(seconds));
});

test('a method that has no meaning here is refused', async (t) => {
	const get = await serve(t, {});
	const {address} = await get('/v1/public');
	const status = await new Promise<number>((resolve, reject) => {
		const sent = request(`${address}/v1/public`, {method: 'TRACE'});
		sent.once('error', reject);
		sent.once('response', (response) => {
			response.resume();
			resolve(response.statusCode!);
		});
		sent.end();
	});
	t.is(status, 405);
});
