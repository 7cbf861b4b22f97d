// Every detector against a real database: what is just enough is seen, and what is just too little
// is not.
import test from 'ava';
import type {BookCode} from '../../../src/kernel/ids.ts';
import {runDetectors} from '../../../src/detection/index.ts';
import {
	type Funded,
	type World,
	createWorld,
	fundManager,
	openCity,
	openFunded,
} from '../../helpers/world.ts';
import {asOf, cases, shareAsFamily, shareAsStranger} from '../cases.ts';

let world: World;
let kelurahan: string[];
let elsewhere: Funded;

test.before(async () => {
	world = await createWorld('2025-01-11');
	await openCity(world);
	const rows: {code: string}[] = await world.database
		.owner('regions')
		.where({level: 'village'})
		.orderBy('code')
		.select('code');
	kelurahan = rows.map(({code}) => code).filter((code) => code.startsWith('17.71.'));
	elsewhere = await found();
});
test.after.always(async () => {
	await world.close();
});

/** Cooperatives are founded at the start, for the city's book is written in the order of time. */
const found = async (received = '9000000') => {
	world.setDay('2025-01-11');
	return openFunded(world, kelurahan.shift(), received);
};

const seenIn = async (book: BookCode, detector: string) => {
	world.setDay('2026-03-31');
	const {detections} = await world.as(fundManager, async (work) =>
		runDetectors(work, {asOf, book}),
	);
	return detections.filter(({source}) => source === detector);
};

for (const {detector, severity, received, plant, sentence} of cases) {
	test.serial(`${detector} sees what is just enough, and says so`, async (t) => {
		const place = {world, mine: await found(received), elsewhere};
		const [expected] = await plant(place, true);
		const seen = await seenIn(place.mine.book, detector);
		t.is(seen.length, 1);
		t.like(seen[0], {...expected, source: detector, severity});
		t.is(seen[0]!.sentence.id, sentence);
		t.notRegex(seen[0]!.sentence.en, /[{}]/u);
		t.true(seen[0]!.evidence.length > 0);
	});

	test.serial(`${detector} does not see what is just too little`, async (t) => {
		const place = {world, mine: await found(received), elsewhere};
		await plant(place, false);
		const seen = await seenIn(place.mine.book, detector);
		t.deepEqual(
			seen.filter((one) => one.severity === severity),
			[],
		);
	});
}

test.serial('a family on record shares an account, and who is not of it is told of', async (t) => {
	const place = {world, mine: await found(), elsewhere};
	world.setDay('2026-03-01');
	const number = await shareAsFamily(place);
	t.deepEqual(await seenIn(place.mine.book, 'duplicate-account'), []);
	await shareAsStranger(place, number);
	const [seen, ...others] = await seenIn(place.mine.book, 'duplicate-account');
	t.deepEqual(others, []);
	// Graver than otherwise, for one of them runs the cooperative.
	t.is(seen!.severity, 'high');
	t.is(
		seen!.sentence.id,
		'Satu rekening dipakai 4 anggota di sini dan 0 anggota di 0 koperasi lain (wilayah: -), masing-masing dengan NIK sendiri; 1 di antaranya pengurus.',
	);
	t.is(seen!.evidence.length, 4);
});
