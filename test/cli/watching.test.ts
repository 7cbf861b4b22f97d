// The whole program as it is watched: its spans, metrics and readiness, as the environment says.
import test from 'ava';
import {createTestDatabase} from '../helpers/database.ts';
import {spansIn, startCollector, valueOf} from '../helpers/collector.ts';
import {newFolder, runProgram} from '../helpers/process.ts';
import {readScrape} from '../helpers/scrape.ts';

test('a program that is set to be watched is', async (t) => {
	const database = await createTestDatabase();
	const collector = await startCollector();
	const program = runProgram(['serve'], {
		env: {
			DATABASE_URL: database.ownerUrl,
			BERGULIR_DATA_DIR: await newFolder(),
			BERGULIR_DISK_FREE_MB: '9999999',
			OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint,
			OTEL_SERVICE_NAME: 'dana-kota',
		},
	});
	const listens = /Bergulir listens at (http:\S+)/u;
	await program.said(listens);
	const address = listens.exec(program.output())![1]!;
	const readiness = await fetch(`${address}/readyz`);
	t.is(readiness.status, 503);
	const {reasons} = (await readiness.json()) as {reasons: Record<string, string>};
	t.deepEqual(Object.keys(reasons), ['disk'], 'no disk has so much room');
	const scrape = readScrape(await (await fetch(`${address}/metrics`)).text());
	t.is(scrape.value('bergulir_database_up'), 1);
	// Checkpoints are looked after as soon as it serves.
	t.true(scrape.metrics.some(({name}) => name === 'bergulir_chore_runs_total'));
	program.child.kill('SIGINT');
	const {code, output} = await program.ended();
	t.is(code, 0, output);
	const {resource, spans} = spansIn(collector.bodies);
	t.is(valueOf(resource, 'service.name'), 'dana-kota');
	const asked = spans.find(({name}) => name === 'GET /readyz')!;
	t.is(valueOf(asked, 'http.response.status_code'), 503);
	t.true(
		spans.some(({parentSpanId, name}) => parentSpanId === asked.spanId && name === 'sql select'),
	);
	collector.close();
	await database.drop();
});
