// The HTTP platform over the real service: what every route gets without asking for it.
import {randomUUID} from 'node:crypto';
import {request} from 'node:http';
import {Validator} from '@seriousme/openapi-schema-validator';
import test from 'ava';
import {z} from 'zod';
import {createApp} from '../../src/http/app.ts';
import {listen} from '../../src/http/listen.ts';
import {createLog} from '../../src/http/log.ts';
import {type Route, route} from '../../src/http/route.ts';
import {amount, text} from '../../src/http/fields.ts';
import {systemClock} from '../../src/kernel/clock.ts';
import {refuser, Unavailable} from '../../src/kernel/errors.ts';
import {everywhere} from '../../src/kernel/scope.ts';
import {createClient} from '../helpers/http.ts';

type Work = {readonly name: string};
const texts = {'room/no': {id: 'Tidak: {why}.', en: 'No: {why}.'}} as const;
const refuse = refuser(texts);
let hasDatabase = true;
const logged: string[] = [];

const answer = z.strictObject({said: z.string()});
type Read = Extract<Route<Work>, {kind: 'read' | 'write' | 'open'}>;
const get = (path: string, handle: Read['handle'], change: Partial<Read> = {}) =>
	route<Work, z.ZodType, z.ZodType, z.ZodType>({
		kind: 'read',
		method: 'GET',
		path,
		permission: 'public',
		tag: 'test',
		summary: 'A route of the test.',
		status: 200,
		response: answer,
		handle,
		...change,
	});

const routes: Route<Work>[] = [
	get('/v1/hello', async () => ({body: {said: 'hello'}})),
	get(
		'/v1/hello/{name}',
		async (_, {params}) => ({body: {said: (params as {name: string}).name}}),
		{
			params: z.strictObject({name: text({max: 20})}),
		},
	),
	get('/v1/fault', async () => {
		throw new Error('secret detail of a table');
	}),
	get('/v1/away', async () => {
		throw new Unavailable('connection refused');
	}),
	get('/v1/no', async () => {
		throw refuse('room/no', {why: 'x'});
	}),
	get('/v1/leak', async () => ({body: {said: 'x', nik: '1771014103850001'}})),
	get('/v1/mine', async () => ({body: {said: 'mine'}}), {permission: 'self'}),
	route({
		kind: 'write',
		method: 'POST',
		path: '/v1/things',
		permission: 'member:write',
		tag: 'test',
		summary: 'Writes.',
		body: z.strictObject({amount: amount(), note: text({max: 10}).optional()}),
		status: 201,
		response: answer,
		handle: async (_: Work, {body}) => ({body: {said: body.amount.toFixed(2)}}),
	}),
];

let address = '';
let close = async (): Promise<void> => Promise.resolve();
const work = {name: 'work'};

test.before(async () => {
	const app = createApp<Work>({
		routes,
		runner: {
			open: async (_, run) => run(work),
			read: async (_, __, run) => run(work),
			write: async (_, run) => ({...(await run(work)), isReplay: false}),
			post: async (_, posting) => ({...posting.answer([]), isReplay: false}),
		},
		authenticate: async ({bearer, session}) => {
			if (bearer !== 'good' && session !== 'good') return undefined;
			return {
				actor: {userId: 'u-1', name: 'petugas'},
				scopeFor: (permission) =>
					permission === 'self' || permission === 'member:write' ? everywhere : undefined,
			};
		},
		refusals: [{texts, statuses: {'room/no': 418}}],
		log: createLog('info', {
			write: (line: string) => {
				logged.push(line);
			},
		}),
		clock: systemClock,
		timeZone: 'Asia/Jakarta',
		readiness: async () => [
			{
				name: 'database',
				isNeeded: true,
				isGood: hasDatabase,
				told: hasDatabase ? 'answers' : 'cannot be reached',
			},
			{name: 'chores', isNeeded: false, isGood: false, told: 'behind'},
		],
		info: {title: 'Test', version: '1', description: 'Test'},
		isProduction: false,
	});
	const listening = await listen(app, {host: '127.0.0.1', port: 0});
	({address} = listening);
	close = async () => listening.close(100);
});
test.after.always(async () => close());

const jsonHeaders = () => ({
	authorization: 'Bearer good',
	'content-type': 'application/json',
	'idempotency-key': randomUUID(),
});

/** Asks without a browser's manners: `fetch` drops an Origin and adds a Cache-Control. */
const ask = async (
	method: string,
	path: string,
	headers: Record<string, string>,
	body?: Buffer,
): Promise<{readonly status: number; readonly body: string}> =>
	new Promise((resolve, reject) => {
		const sent = request(address + path, {method, headers});
		sent.once('error', reject);
		sent.once('response', (response) => {
			let told = '';
			response.setEncoding('utf8').on('data', (part: string) => {
				told += part;
			});
			response.once('end', () => {
				resolve({status: response.statusCode!, body: told});
			});
		});
		sent.end(body);
	});

const stranger = () => createClient(address);
const caller = () => createClient(address, 'good');

test('the document is valid OpenAPI 3.1 and describes each route', async (t) => {
	const {status, body} = await stranger().get('/openapi.json');
	t.is(status, 200);
	const {valid, errors} = await new Validator().validate(body as Record<string, unknown>);
	t.true(valid, JSON.stringify(errors));
	t.is(body.openapi, '3.1.0');
	const write = body.paths['/v1/things'].post;
	t.is(write['x-permission'], 'member:write');
	t.deepEqual(
		write.parameters.map(({name}: {name: string}) => name),
		['Idempotency-Key'],
	);
	t.is(write.requestBody.content['application/json'].schema.additionalProperties, false);
	t.is(body.paths['/v1/hello/{name}'].get.parameters[0].in, 'path');
});

test('the documentation loads from here alone, without inline script', async (t) => {
	const page = await stranger().get('/docs');
	t.is(page.status, 200);
	t.regex(page.headers.get('content-type')!, /^text\/html/);
	t.false(page.headers.get('content-security-policy')!.includes("script-src 'unsafe-inline'"));
	const html = String(page.body);
	t.notRegex(html, /https?:\/\//);
	t.notRegex(html, /<script>/);
	const assets = [...html.matchAll(/(?:src|href)="([^"]+)"/gu)].map(([, path]) => path!);
	t.is(assets.length, 3);
	for (const asset of assets) {
		const {status, headers} = await stranger().get(asset);
		t.is(status, 200, asset);
		t.regex(headers.get('content-type')!, /css|javascript/, asset);
	}
	t.is((await stranger().get('/docs/package.json')).status, 404);
});

test('health, readiness and metrics', async (t) => {
	t.deepEqual((await stranger().get('/healthz')).body, {status: 'ok'});
	const chores = {isNeeded: false, isGood: false, told: 'behind'};
	const ready = await stranger().get('/readyz');
	t.is(ready.status, 200, 'what is not needed makes nothing unready');
	t.deepEqual(ready.body, {
		status: 'ready',
		checks: {database: {isNeeded: true, isGood: true, told: 'answers'}, chores},
	});
	hasDatabase = false;
	const unready = await stranger().get('/readyz');
	hasDatabase = true;
	t.is(unready.status, 503);
	t.deepEqual(unready.body, {
		status: 'not ready',
		reasons: {database: 'cannot be reached'},
		checks: {database: {isNeeded: true, isGood: false, told: 'cannot be reached'}, chores},
	});
	const metrics = await stranger().get('/metrics');
	t.regex(
		String(metrics.body),
		/bergulir_http_request_duration_seconds_count\{.*route="\/healthz"/,
	);
	t.regex(String(metrics.body), /process_cpu_seconds_total/);
});

test('an unknown address, and a method that an address does not take', async (t) => {
	const unknown = await stranger().get('/v1/nothing');
	t.is(unknown.status, 404);
	t.is(unknown.body.code, 'request/unknown-route');
	const wrong = await stranger().post('/v1/hello', {});
	t.is(wrong.status, 405);
	t.is(wrong.headers.get('allow'), 'GET');
});

test('Indonesian unless English comes first', async (t) => {
	const detail = async (language?: string) => {
		const {body, headers} = await stranger().get(
			'/v1/no',
			language === undefined ? {} : {'accept-language': language},
		);
		return [body.detail, headers.get('content-language')];
	};
	t.deepEqual(await detail(), ['Tidak: x.', 'id']);
	t.deepEqual(await detail('en-GB,en;q=0.8'), ['No: x.', 'en']);
	t.deepEqual(await detail('fr, id;q=0.5, en;q=0.4'), ['Tidak: x.', 'id']);
	t.deepEqual(await detail('zz'), ['Tidak: x.', 'id']);
});

test('a fault tells its number and nothing of itself, and is logged once', async (t) => {
	const {status, body, headers} = await stranger().get('/v1/fault');
	t.is(status, 500);
	t.is(body.code, 'server/fault');
	const id = headers.get('x-request-id')!;
	t.true(String(body.detail).includes(id));
	t.false(JSON.stringify(body).includes('secret detail'));
	const lines = logged.filter((line) => line.includes(id) && line.includes('"fault"'));
	t.is(lines.length, 1);
	t.true(lines[0]!.includes('secret detail of a table'));
});

test('what cannot be reached is 503 with a time to come back', async (t) => {
	const {status, headers, body} = await stranger().get('/v1/away');
	t.is(status, 503);
	t.is(headers.get('retry-after'), '5');
	t.is(body.code, 'server/unavailable');
});

test('an answer beyond its contract does not leave', async (t) => {
	const {status, body} = await stranger().get('/v1/leak');
	t.is(status, 500);
	t.false(JSON.stringify(body).includes('1771014103850001'));
});

test('an entity tag saves the second transfer, and HEAD the first', async (t) => {
	const first = await stranger().get('/v1/hello');
	const tag = first.headers.get('etag')!;
	t.regex(tag, /^W\/"/);
	const second = await ask('GET', '/v1/hello', {'if-none-match': tag});
	t.is(second.status, 304);
	t.is(second.body, '');
	const head = await fetch(`${address}/v1/hello`, {method: 'HEAD'});
	t.is(head.status, 200);
	t.is(await head.text(), '');
});

test('a path may hold what is encoded', async (t) => {
	t.is((await stranger().get('/v1/hello/si%20ti')).body.said, 'si ti');
	t.is(
		(await stranger().get('/v1/hello/%E0%A4%A')).status,
		200,
		'a broken encoding is taken as it is',
	);
	t.is((await stranger().get(`/v1/hello/${'x'.repeat(21)}`)).body.code, 'text/too-long');
});

test('who calls, and may they', async (t) => {
	const missing = await stranger().get('/v1/mine');
	t.is(missing.status, 401);
	t.is(missing.headers.get('www-authenticate'), 'Bearer');
	t.is((await createClient(address, 'bad').get('/v1/mine')).status, 401);
	t.is((await caller().get('/v1/mine')).status, 200);
});

test('a write needs its key', async (t) => {
	const bare = await fetch(`${address}/v1/things`, {
		method: 'POST',
		headers: {authorization: 'Bearer good', 'content-type': 'application/json'},
		body: '{"amount": "1"}',
	});
	t.is(bare.status, 400);
	t.is(((await bare.json()) as {code: string}).code, 'request/idempotency-key-missing');
	const {status} = await caller().post('/v1/things', {amount: '1'}, {key: 'x'.repeat(256)});
	t.is(status, 400);
	t.is((await caller().post('/v1/things', {amount: '1'}, {key: randomUUID()})).status, 201);
});

test('a body that is not JSON in UTF-8', async (t) => {
	const post = async (body: string, type: string) =>
		caller().post('/v1/things', body, {headers: {'content-type': type}});
	t.is((await post('amount=1', 'application/x-www-form-urlencoded')).body.code, 'request/not-json');
	const broken = await post('{"amount": "1771014103850001', 'application/json');
	t.is(broken.body.code, 'request/invalid-json');
	t.false(JSON.stringify(broken.body).includes('1771014103850001'));
	const latin = await ask(
		'POST',
		'/v1/things',
		jsonHeaders(),
		Buffer.from([0x7b, 0x22, 0xe9, 0x22, 0x7d]),
	);
	t.true(latin.body.includes('request/invalid-json'));
});

test('a cookie of ours does not serve a foreign page', async (t) => {
	const post = async (headers: Record<string, string>) => {
		const cookie = {...jsonHeaders(), authorization: '', cookie: 'bergulir_session=good'};
		const answered = await ask(
			'POST',
			'/v1/things',
			{...cookie, ...headers},
			Buffer.from('{"amount": "1"}'),
		);
		return answered.status;
	};
	t.is(await post({origin: address}), 201);
	t.is(await post({'sec-fetch-site': 'same-origin'}), 201);
	t.is(await post({origin: address, 'sec-fetch-site': 'same-origin'}), 201);
	// What does not say where it came from is not taken for a page of ours.
	t.is(await post({}), 403);
	t.is(await post({origin: 'null'}), 403);
	t.is(await post({origin: 'https://evil.example'}), 403);
	t.is(await post({origin: address, 'sec-fetch-site': 'cross-site'}), 403);
	t.is(await post({origin: 'https://evil.example', 'sec-fetch-site': 'same-origin'}), 403);
	t.is(await post({'sec-fetch-site': 'same-site'}), 403);
	t.is(await post({'sec-fetch-site': 'none'}), 403);
});

test('a request has a number: its own where it is sane', async (t) => {
	const own = await stranger().get('/v1/hello', {'x-request-id': 'counter-7-0001'});
	t.is(own.headers.get('x-request-id'), 'counter-7-0001');
	const odd = await stranger().get('/v1/hello', {'x-request-id': 'a b'});
	t.regex(odd.headers.get('x-request-id')!, /^[0-9a-f-]{36}$/);
});

test('the log names the route and not its values', async (t) => {
	await caller().get('/v1/hello/rahasia');
	const lines = logged.join('');
	t.true(lines.includes('"route":"/v1/hello/{name}"'));
	t.false(lines.includes('rahasia'));
});
