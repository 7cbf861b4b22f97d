// The detectors on trial: over a city in which every case is planted, over one in which nobody does
// wrong, and over the city of the demo with all its characters. Precision and recall are printed.
import test from 'ava';
import {type DemoOptions, fillDemo} from '../../seeds/demo/fill.ts';
import {type Detection, runDetectors} from '../../src/detection/index.ts';
import type {BookCode} from '../../src/kernel/ids.ts';
import {localDate} from '../../src/kernel/local-date.ts';
import {type World, createWorld, fundManager, openCity, openFunded} from '../helpers/world.ts';
import {type Planted, asOf, cases} from './cases.ts';

const scale = {
	cooperatives: 5,
	months: 10,
	members: 6,
	seed: 7,
	until: localDate('2026-03-30'),
	timeZone: 'Asia/Jakarta',
};

const openDemo = async (more: Partial<DemoOptions>): Promise<World> => {
	const world = await createWorld('2026-03-31');
	await fillDemo({...scale, ...more, serviceUrl: world.database.serviceUrl});
	return world;
};

const look = async (world: World): Promise<readonly Detection[]> => {
	world.setDay('2026-03-31');
	return (await world.as(fundManager, async (work) => runDetectors(work, {asOf}))).detections;
};

const keyOf = ({book, subject}: Planted): string => `${book} ${subject}`;
const isGrave = ({severity}: Detection): boolean => severity !== 'low';
const share = (part: number, whole: number): string =>
	whole === 0 ? '-' : `${((100 * part) / whole).toFixed(0)} %`;

let honest: World;
test.before(async () => {
	honest = await openDemo({characters: ['diligent']});
});
test.after.always(async () => {
	await honest.close();
});

/** What was planted, by detector, in a city of its own beside the one that is there. */
async function plantAll(world: World): Promise<Map<string, readonly Planted[]>> {
	const programme = 'UJI';
	world.setDay('2025-01-11');
	await openCity(world, {book: 'KOTA-UJI' as BookCode, programme});
	const rows: {code: string}[] = await world.database
		.owner('regions')
		.where({level: 'village'})
		.where('code', 'like', '17.71.%')
		.orderBy('code', 'desc')
		.select('code');
	const found = async (received = '9000000') => {
		world.setDay('2025-01-11');
		return openFunded(world, rows.shift()!.code, received, programme);
	};
	const elsewhere = await found();
	const planted = new Map<string, readonly Planted[]>();
	for (const {detector, received, plant} of cases) {
		const mine = await found(received);
		planted.set(detector, await plant({world, mine, elsewhere}, true));
	}
	return planted;
}

/** What was planted for each detector, also where another one's case brought it along. */
function byDetector(planted: ReadonlyMap<string, readonly Planted[]>): Map<string, Set<string>> {
	const wanted = new Map([...planted.keys()].map((name) => [name, new Set<string>()]));
	for (const [name, some] of planted) {
		for (const one of some) wanted.get(one.detector ?? name)!.add(keyOf(one));
	}
	return wanted;
}

test.serial('where nobody does wrong, nothing is flagged above low', async (t) => {
	const seen = await look(honest);
	t.log(`${seen.length} hints of low severity: ${seen.map(({source}) => source).join(', ')}`);
	t.deepEqual(seen.filter(isGrave), []);
});

test.serial('every planted case is found, and nothing else above low', async (t) => {
	const planted = await plantAll(honest);
	const seen = await look(honest);
	t.log('detector                    planted  found  recall  flagged  precision');
	for (const [detector, wanted] of byDetector(planted)) {
		const flagged = seen.filter(({source}) => source === detector);
		const hits = flagged.filter((one) => wanted.has(keyOf(one)));
		t.log(
			detector.padEnd(26),
			String(wanted.size).padStart(8),
			String(hits.length).padStart(6),
			share(hits.length, wanted.size).padStart(7),
			String(flagged.length).padStart(8),
			share(hits.length, flagged.length).padStart(10),
		);
		t.true(wanted.size > 0, `${detector}: something is planted`);
		t.is(hits.length, wanted.size, `${detector}: every planted case is found`);
		const others = flagged.filter((one) => isGrave(one) && !wanted.has(keyOf(one)));
		t.deepEqual(others, [], `${detector}: nothing else above low`);
	}
});

test.serial('what is flagged in the city of the demo is what its characters do', async (t) => {
	const world = await openDemo({});
	try {
		const grave = (await look(world)).filter(isGrave);
		const told = grave.map(({book, source, severity}) => `${book} ${source} ${severity}`);
		t.log(told.join('\n'));
		// The first five are of one character each. Who withholds what was collected is told of as
		// graver than who remits late; nobody borrows from the idle one; of the diligent one nothing is
		// told.
		t.true(told.includes('KOP-1771011004 principal-not-remitted high'));
		t.true(told.includes('KOP-1771011005 dormant-fund-cash medium'));
		t.deepEqual(
			told.filter(
				(one) =>
					!/^KOP-177101100[234] principal-not-remitted |^KOP-1771011005 dormant-fund-cash /u.test(
						one,
					),
			),
			[],
		);
	} finally {
		await world.close();
	}
});
