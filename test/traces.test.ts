// A collector of OpenTelemetry, made of a few lines, gets the spans of one posting.
import {readFile, readdir} from 'node:fs/promises';
import path from 'node:path';
import test from 'ava';
import {compose} from '../src/compose.ts';
import {connect} from '../src/db/connect.ts';
import {createLog} from '../src/http/log.ts';
import {startTraces} from '../src/traces.ts';
import {type SpanTold, spansIn, startCollector, valueOf} from './helpers/collector.ts';
import {startServer} from './helpers/http.ts';
import {createWorld, openCity, openCooperative} from './helpers/world.ts';

test('the spans of a posting are a tree, and tell nothing of any person', async (t) => {
	const collector = await startCollector();
	const {endpoint} = collector;
	const traces = await startTraces({endpoint, serviceName: 'bergulir-kota', version: '9.9'});
	const {tracing} = traces;
	const first = await createWorld('2026-03-31');
	await openCity(first);
	const book = await openCooperative(first);
	const knex = connect(first.database.serviceUrl, {applicationName: 'traced', tracing});
	const traced = compose({
		knex,
		clock: first.clock,
		timeZone: 'Asia/Jakarta',
		log: createLog('silent'),
		isProduction: false,
		isCookieSecure: false,
		isSecondFactorRequired: false,
		version: 'test',
		tracing,
	});
	const server = await startServer({...first, ...traced});
	const supervisor = await server.signUp('supervisor', book);
	const officer = await server.signUp('officer', book);
	const caller = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
	const posted = await supervisor.post(
		`/v1/books/${book}/entries`,
		{
			effectiveOn: '2026-03-31',
			reason: 'Setoran dari Siti Rahasia',
			document: 'BKM-RAHASIA',
			lines: [
				{account: '1.1.01', side: 'debit', amount: '1234567.00'},
				{account: '3.1.01', side: 'credit', amount: '1234567.00'},
			],
		},
		{headers: {traceparent: caller}},
	);
	t.is(posted.status, 201, JSON.stringify(posted.body));
	const joined = await officer.post('/v1/members', {
		cooperative: book,
		nik: '1771014103859001',
		name: 'Siti Rahasia',
		kelurahan: '17.71.01.1001',
		address: 'Jl. Rahasia 1',
		phone: '081234567890',
		joinedOn: '2026-03-31',
	});
	t.is(joined.status, 201, JSON.stringify(joined.body));
	t.is((await supervisor.get(`/v1/members?cooperative=${book}`)).status, 200);
	t.is((await server.stranger.get('/v1/regions')).status, 401);
	await traces.stop();

	const {resource, spans} = spansIn(collector.bodies);
	t.is(valueOf(resource, 'service.name'), 'bergulir-kota');
	t.is(valueOf(resource, 'service.version'), '9.9');
	const request = spans.find(({name}) => name === 'POST /v1/books/{book}/entries')!;
	t.is(request.traceId, '0af7651916cd43dd8448eb211c80319c', 'it goes on with who called');
	t.is(request.parentSpanId, 'b7ad6b7169203331');
	t.is(request.kind, 2, 'a server');
	t.is(valueOf(request, 'http.request.method'), 'POST');
	t.is(valueOf(request, 'http.response.status_code'), 201);
	t.is(valueOf(request, 'bergulir.book'), book);
	t.is(valueOf(request, 'bergulir.request_id'), posted.headers.get('x-request-id')!);
	const under = (span: SpanTold): SpanTold[] =>
		spans.filter(({parentSpanId}) => parentSpanId === span.spanId);
	const group = under(request).find(({name}) => name === 'write postings')!;
	t.is(group.traceId, request.traceId);
	t.is(valueOf(group, 'bergulir.group_size'), 1);
	const statements = under(group);
	t.true(statements.length >= 2, 'what is asked, and what is written with its commit');
	for (const one of statements) {
		t.is(one.kind, 3, 'a client');
		t.is(valueOf(one, 'db.system.name'), 'postgresql');
		t.is(one.traceId, request.traceId);
	}
	const texts = statements.map((one) => String(valueOf(one, 'db.query.text')));
	t.true(texts.some((text) => text.includes('ledger_append')));
	const refused = spans.find((span) => valueOf(span, 'http.response.status_code') === 401)!;
	t.is(valueOf(refused, 'bergulir.code'), 'identity/not-authenticated');

	// Not a name, NIK, phone, address, amount, search or credential of anybody.
	const whole = collector.bodies.join('\n');
	for (const secret of [
		'Rahasia',
		'RAHASIA',
		'1771014103859001',
		'081234567890',
		'6281234567890',
		'1234567',
		'bgt_',
	]) {
		t.false(whole.includes(secret), secret);
	}
	await server.close();
	await knex.destroy();
	await first.close();
	collector.close();
});

test('a collector that is away changes no answer and holds up no stop', async (t) => {
	const traces = await startTraces({
		endpoint: 'http://127.0.0.1:1',
		serviceName: 'bergulir',
		version: '0',
	});
	const outcome = await traces.tracing.span({name: 'a', kind: 'internal'}, async () => 7);
	t.is(outcome, 7);
	const start = performance.now();
	await traces.stop().catch(() => undefined);
	t.true(performance.now() - start < 20_000);
});

test('what fails is told by its code, and what is done for several names them', async (t) => {
	const collector = await startCollector();
	const {endpoint} = collector;
	const traces = await startTraces({endpoint, serviceName: 'b', version: '0'});
	const {span, here, begin} = traces.tracing;
	t.is(here(), undefined);
	let second: object | undefined;
	await span({name: 'second', kind: 'server'}, async () => {
		second = here();
	});
	await span({name: 'first', kind: 'server', calledBy: 'nonsense'}, async () => {
		const about = {name: 'both', kind: 'internal', alsoFor: [second!]} as const;
		const failing = span(about, async () => Promise.reject(new RangeError('of Siti')));
		await t.throwsAsync(failing);
		begin({name: 'statement', kind: 'client'})('23505');
	});
	await traces.stop();
	const {spans} = spansIn(collector.bodies);
	const find = (name: string) => spans.find((one) => one.name === name)!;
	t.is(find('both').parentSpanId, find('first').spanId);
	t.deepEqual(
		find('both').links?.map(({spanId}) => spanId),
		[find('second').spanId],
	);
	t.is(valueOf(find('both'), 'error.type'), 'RangeError');
	t.is(find('both').status.code, 2);
	t.is(valueOf(find('statement'), 'error.type'), '23505');
	t.is(find('statement').parentSpanId, find('first').spanId);
	t.false(collector.bodies.join('').includes('Siti'));
	collector.close();
});

test('without a collector none of the packages is loaded', async (t) => {
	const files = (await readdir('src', {recursive: true})).filter((file) => file.endsWith('.ts'));
	t.true(files.length > 500);
	const importing: string[] = [];
	for (const file of files) {
		const text = await readFile(path.join('src', file), 'utf8');
		if (!text.includes('@opentelemetry/')) continue;
		importing.push(file);
		for (const line of text.split('\n').filter((one) => one.includes('@opentelemetry/'))) {
			t.regex(line, /^import type |^\t+import\(/u, 'a type, or when it is asked for');
		}
	}
	t.deepEqual(importing, ['traces.ts']);
});
