// Fund health as open data: what everybody may know, as JSON and as a file.
import test from 'ava';
import {dictionary} from '../../../src/web/texts/public/dictionary-id.ts';
import {type Server, startServer} from '../../helpers/http.ts';
import {type World, createWorld, lend, openCity, openFunded} from '../../helpers/world.ts';

let world: World;
let server: Server;

test.before(async () => {
	world = await createWorld('2026-03-31');
	await openCity(world);
	const funded = await openFunded(world);
	await lend(world, funded, {akad: 'qardh', principal: '1000000'});
	server = await startServer(world);
});
test.after.always(async () => {
	await server.close();
	await world.close();
});

const linesOf = (text: string): string[][] =>
	text
		.trimEnd()
		.split('\r\n')
		.map((line) => line.split(','));

test('everybody has it as CSV: a row for each kelurahan and no sums below', async (t) => {
	const {body} = await server.stranger.get('/v1/public/fund-health');
	const answer = await server.stranger.get('/v1/public/fund-health.csv?asOf=2026-03-31');
	t.is(answer.status, 200);
	t.regex(answer.headers.get('content-type')!, /^text\/csv/u);
	t.regex(answer.headers.get('content-disposition')!, /"bergulir-2026-03-31\.csv"/u);
	const [head, ...rows] = linesOf(answer.body.replace(/^\uFEFF/u, ''));
	t.is(rows.length, body.rows.length);
	const cellOf = (row: readonly string[], column: string) => row[head!.indexOf(column)];
	const lent = rows.find((row) => cellOf(row, 'region') === '17.71.01.1001')!;
	t.is(cellOf(lent, 'level'), 'village');
	t.is(cellOf(lent, 'outstandingPrincipal'), '1000000.00');
	t.is(cellOf(lent, 'disbursed'), '1000000.00');
	t.is(cellOf(lent, 'borrowers'), '1');
	t.is(cellOf(lent, 'claims'), '0.00');
	// One hundredth of a fund of 100,000,000 was lent.
	t.is(cellOf(lent, 'turnover'), '0.0100');
});

test('each column is in the dictionary of the pages, and the other way round', async (t) => {
	const {body} = await server.stranger.get('/v1/public/fund-health.csv');
	const [head] = linesOf(body.replace(/^\uFEFF/u, ''));
	t.deepEqual([...head!].sort(), Object.keys(dictionary).sort());
	t.is(new Set(head).size, head!.length);
});

test('the words that scripts rely on are the same in every language', async (t) => {
	const [indonesian, english] = await Promise.all(
		['id', 'en'].map(async (language) =>
			server.stranger.get('/v1/public/fund-health', {
				accept: 'text/csv',
				'accept-language': language,
			}),
		),
	);
	t.is(indonesian!.status, 200);
	t.is(indonesian!.body, english!.body);
});

test('what is no day is refused, as a file as well', async (t) => {
	const {status, body} = await server.stranger.get('/v1/public/fund-health.csv?asOf=soon');
	t.is(status, 422);
	t.is(body.findings[0].path, 'query.asOf');
});
