// Fund health by level, page and programme, and what it says a fund is worth and how well it keeps.
import test from 'ava';
import type {BookCode} from '../../../src/kernel/ids.ts';
import {writeOffLoan} from '../../../src/lending/index.ts';
import {type Client, type Server, startServer} from '../../helpers/http.ts';
import {
	type World,
	createWorld,
	day,
	lend,
	openCity,
	openFunded,
	supervisor,
} from '../../helpers/world.ts';

let world: World;
let server: Server;
let auditor: Client;

// Two funds of 100,000,000 each. Of the first: 1,200,000 lent on 3 February 2025 and never paid, so
// 392 days late on 31 March 2026, and 600,000 lent likewise and written off in December 2025. Of
// the second nothing is lent.
test.before(async () => {
	world = await createWorld('2026-03-31');
	await openCity(world);
	const first = await openFunded(world);
	await openFunded(world, '17.71.02.1001');
	await lend(world, first);
	const lost = await lend(world, first, {principal: '600000'});
	await world.as(supervisor, async (work) =>
		writeOffLoan(work, {
			loan: lost.id,
			writtenOffOn: day('2025-12-10'),
			reason: 'Uji',
			document: 'SK-1',
		}),
	);
	server = await startServer(world);
	auditor = await server.signUp('auditor');
});
test.after.always(async () => {
	await server.close();
	await world.close();
});

const health = async (query: string) => auditor.get(`/v1/reports/fund-health?${query}`);

test('what was written off in the year is shown, and what the loans left are worth', async (t) => {
	const {body} = await health('region=17.71.01.1001');
	const [row] = body.rows;
	t.is(row.sums.writtenOffYear, '600000.00');
	t.is(row.sums.recoveredYear, '0.00');
	t.is(row.sums.outstandingPrincipal, '1200000.00');
	const of = (policy: string) =>
		row.valuations.find((one: {policy: string}) => one.policy === policy);
	// The first instalment fell due on 3 March 2025, the thirteenth month past due has begun: of the
	// second class by Permendagri 73, 10 %.
	t.like(of('permendagri-73'), {
		version: 1,
		isProvisional: true,
		provision: '120000.00',
		netRealisableValue: '1080000.00',
		// (98,200,000 + 1,080,000) / 100,000,000
		fundPreservation: '0.9928',
		preservedShare: '0.9928',
	});
	// POJK 62: more than nine months is macet, 100 %.
	t.like(of('pojk-62'), {provision: '1200000.00', netRealisableValue: '0.00'});
	t.deepEqual(
		of('pojk-62').classes.map((one: {loans: number; principal: string}) => [
			one.loans,
			one.principal,
		]),
		[
			[0, '0.00'],
			[0, '0.00'],
			[1, '1200000.00'],
		],
	);
});

test('the trend is fund health at each end of a month, by what was in force then', async (t) => {
	const trend = await auditor.get(
		'/v1/reports/fund-health-trend?region=17.71.01.1001&months=5&asOf=2026-03-15',
	);
	t.is(trend.status, 200, JSON.stringify(trend.body));
	const {rows} = trend.body;
	// 1,200,000 and, until 10 December, 600,000 more that were never paid.
	t.deepEqual(
		rows.map((row: {on: string; sums: Record<string, string>; ratios: Record<string, string>}) => [
			row.on,
			row.sums.outstandingPrincipal,
			row.sums.writtenOffYear,
			row.ratios.par30,
		]),
		[
			['2025-11-30', '1800000.00', '0.00', '1.0000'],
			['2025-12-31', '1200000.00', '600000.00', '1.0000'],
			['2026-01-31', '1200000.00', '600000.00', '1.0000'],
			['2026-02-28', '1200000.00', '600000.00', '1.0000'],
			['2026-03-15', '1200000.00', '600000.00', '1.0000'],
		],
	);
	const {body} = await health('region=17.71.01.1001&asOf=2026-03-15');
	const {region: _, name: __, level: ___, ...total} = body.totals;
	t.deepEqual(rows.at(-1), {on: '2026-03-15', ...total});
});

test('the trend begins with the first agreement, and asks for what there is', async (t) => {
	const whole = await auditor.get('/v1/reports/fund-health-trend?months=60');
	t.is(whole.body.rows[0].on, '2025-01-31');
	t.is(whole.body.rows.at(-1).on, '2026-03-31');
	const refused = async (query: string) => {
		const {status, body} = await auditor.get(`/v1/reports/fund-health-trend?${query}`);
		return [status, body.code ?? body.errors?.[0]?.code];
	};
	t.deepEqual(await refused('region=17.72'), [404, 'report/unknown-region']);
	t.deepEqual(await refused('programme=TIDAK-ADA'), [404, 'report/unknown-programme']);
	t.deepEqual(await refused('asOf=2026-04-01'), [422, 'report/as-of-in-future']);
	t.is((await refused('months=61'))[0], 422);
});

test('a fund is graded with its reasons, by bounds that name their source', async (t) => {
	const {body} = await health('region=17.71');
	const graded = (region: string) =>
		body.rows.find((row: {region: string}) => row.region === region).graded;
	const bad = graded('17.71.01.1001');
	t.is(bad.grade, 'serious');
	t.deepEqual(
		bad.reasons.map((one: {measure: string; value: string; bound: string}) => [
			one.measure,
			one.value,
			one.bound,
		]),
		[
			['par30Restructured', '1.0000', '0.10'],
			// Nothing was earned in the year, and 600,000 of it was lost.
			['operatingSelfSufficiency', '0.0000', '1'],
			['preservedShare', '0.9928', '1'],
		],
	);
	t.regex(bad.reasons[0].source, /CGAP.*[Dd]iingat/u);
	t.is(graded('17.71.02.1001').grade, 'sound');
	t.is(graded('17.71.03.1001'), null, 'no tranche, no fund to grade');
	const grades = body.meta.policies.filter(({kind}: {kind: string}) => kind === 'grade');
	t.like(grades, [{status: 'provisional'}]);
});

test('rows of a coarser level are the same sums', async (t) => {
	const villages = (await health('region=17.71')).body;
	const districts = (await health('region=17.71&level=district')).body;
	const cities = (await health('region=17.71&level=regency')).body;
	const provinces = (await health('level=province')).body;
	// Only a kelurahan's row leads to the statements of its funds.
	const alone = (rows: {funds?: string[]}[]) =>
		rows.map(({funds, ...row}) => {
			t.deepEqual(funds, []);
			return row;
		});
	t.deepEqual(alone(districts.rows), villages.kecamatan);
	t.deepEqual(districts.kecamatan, []);
	t.deepEqual(alone(cities.rows), villages.cities);
	t.deepEqual(alone(provinces.rows), villages.provinces);
	t.is(provinces.rows[0].region, '17');
	t.is(provinces.rows[0].sums.tranchesReceived, '200000000.00');
	t.deepEqual(cities.totals.sums, villages.totals.sums);
	t.like(villages.programmes, [{level: 'programme', activeLoans: 1}]);
	t.is(villages.programmes[0].sums.ceiling, '67000000000.00');
});

test('page by page every kelurahan comes once, under the same sums', async (t) => {
	const seen: string[] = [];
	let cursor: string | null = null;
	do {
		const {body} = await health(`limit=25${cursor === null ? '' : `&cursor=${cursor}`}`);
		seen.push(...body.rows.map(({region}: {region: string}) => region));
		t.is(body.totals.sums.ceiling, '67000000000.00');
		t.is(body.kecamatan.length, 9);
		cursor = body.nextCursor;
	} while (cursor !== null);
	t.is(seen.length, 67);
	t.is(new Set(seen).size, 67);
	t.deepEqual(seen, [...seen].sort());
});

test('a page tells of the cities in which its rows lie, and no others', async (t) => {
	const other = await createWorld();
	const served = await startServer(other);
	t.teardown(async () => {
		await served.close();
		await other.close();
	});
	await other.database.owner('regions').insert([
		{code: '17.01', level: 'regency', name: 'Bengkulu Selatan', parent_code: '17'},
		{code: '17.01.04', level: 'district', name: 'Manna', parent_code: '17.01'},
		{code: '17.01.04.1001', level: 'village', name: 'Pasar Mulia', parent_code: '17.01.04'},
		{code: '17.01.04.1002', level: 'village', name: 'Kayu Kunyit', parent_code: '17.01.04'},
	]);
	await openCity(other);
	await openFunded(other, '17.71.01.1001');
	await openCity(other, {book: 'KAB-BS' as BookCode, programme: 'BS', region: '17.01'});
	await openFunded(other, '17.01.04.1001', '50000000', 'BS');
	const client = await served.signUp('auditor');
	const page = async (query: string) => {
		const {body} = await client.get(`/v1/reports/fund-health?region=17&${query}`);
		t.is(body.totals.sums.tranchesReceived, '150000000.00');
		t.like(body.provinces, [{region: '17', sums: {tranchesReceived: '150000000.00'}}]);
		return body;
	};
	const regions = (rows: {region: string}[]) => rows.map(({region}) => region);
	const first = await page('limit=2');
	t.deepEqual(regions(first.rows), ['17.01.04.1001', '17.01.04.1002']);
	t.deepEqual(regions(first.kecamatan), ['17.01.04']);
	t.like(first.cities, [{region: '17.01', sums: {tranchesReceived: '50000000.00'}}]);
	const second = await page(`limit=100&cursor=${first.nextCursor}`);
	t.is(second.rows.length, 67);
	t.is(second.kecamatan.length, 9);
	t.like(second.cities, [{region: '17.71', sums: {tranchesReceived: '100000000.00'}}]);
	t.is(second.nextCursor, null);
});

test('one programme alone, and none that there is not', async (t) => {
	const {body} = await health('level=regency');
	const {name} = body.programmes[0];
	const code = body.meta.policies.find(({kind}: {kind: string}) => kind === 'programme').code;
	const own = (await health(`programme=${code}`)).body;
	t.is(own.totals.sums.tranchesReceived, '200000000.00');
	t.is(own.programmes[0].name, name);
	const unknown = await health('programme=TIDAK-ADA');
	t.is(unknown.status, 404);
	t.is(unknown.body.code, 'report/unknown-programme');
	t.is((await health('level=kelurahan')).status, 422);
	t.is((await health('limit=0')).status, 422);
	t.is((await health('cursor=x')).body.code, 'request/invalid-cursor');
});
