import test from 'ava';
import {dictionary} from '../../src/web/texts/public/dictionary-id.ts';
import {type HealthRow, columnsOf, toCsv} from '../../src/web/public/open-data.ts';
import {type Server, startServer} from '../helpers/http.ts';
import {type World, createWorld, lend, openCity, openFunded} from '../helpers/world.ts';

let world: World;
let server: Server;
let row: HealthRow;

test.before(async () => {
	world = await createWorld('2026-03-31');
	await openCity(world);
	const funded = await openFunded(world);
	await lend(world, funded, {akad: 'qardh', principal: '1000000'});
	server = await startServer(world);
	const {body} = await server.stranger.get('/v1/public/fund-health');
	row = body.rows.find(({borrowers}: HealthRow) => borrowers > 0);
});
test.after.always(async () => {
	await server.close();
	await world.close();
});

test('every column of the open data is in the dictionary, and the other way round', (t) => {
	t.deepEqual(
		columnsOf(row)
			.map(({name}) => name)
			.sort(),
		Object.keys(dictionary).sort(),
	);
});

test('a row of CSV is what the service answered, and no formula', (t) => {
	const evil = {...row, name: '=HYPERLINK("x", "y")', graded: null};
	const [head, first, ...others] = toCsv([evil]).split('\r\n');
	t.regex(head!, /^region,name,level,grade,activeLoans,borrowers,/u);
	t.true(first!.startsWith(`${row.region},"'=HYPERLINK(""x"", ""y"")",village,,1,1,`), first);
	t.deepEqual(others, ['']);
	t.is(toCsv([]), '');
	const columns = head!.split(',');
	const cells = toCsv([{...row, name: 'Sawah Lebar'}])
		.split('\r\n')[1]!
		.split(',');
	t.is(cells[columns.indexOf('outstandingPrincipal')], '1000000.00');
	t.is(cells[columns.indexOf('claims')], '0.00');
	t.is(cells[columns.indexOf('remittanceRate')], row.ratios.remittanceRate ?? '');
});
