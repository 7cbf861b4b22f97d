// The traps of a report on a portfolio: a rescheduled loan that counts as current, a written-off
// one that is gone, and a recovery that is not counted as collected.
import test from 'ava';
import {rupiah, toText} from '../../src/kernel/money.ts';
import {type Loan, recordRecovery, restructureLoan, writeOffLoan} from '../../src/lending/index.ts';
import {readFundHealth} from '../../src/reporting/index.ts';
import {
	type Funded,
	type World,
	createWorld,
	day,
	lend,
	officer,
	openCity,
	openFunded,
	supervisor,
} from '../helpers/world.ts';

let world: World;
let funded: Funded;
let [current, eased, lost]: Loan[] = [];

// Three loans of 1,200,000 in twelve since 3 February: one lent late in August is current, two have
// paid nothing.
test.before(async () => {
	world = await createWorld('2025-09-15');
	await openCity(world);
	funded = await openFunded(world);
	current = await lend(world, funded, {disbursedOn: '2025-08-20'});
	eased = await lend(world, funded);
	lost = await lend(world, funded);
});
test.after.always(async () => {
	await world.close();
});

const read = async (asOf: string, knownAt?: Date) => {
	const axes = {asOf: day(asOf), ...(knownAt === undefined ? {} : {knownAt})};
	const {total} = await world.as(officer, async (work) => readFundHealth(work, {}, axes));
	const {sums, ratios, notRemittedDays} = total;
	return {
		outstanding: toText(sums.outstandingPrincipal),
		restructured: toText(sums.restructured),
		par90: ratios.par90,
		par30: ratios.par30,
		par30Restructured: ratios.par30Restructured,
		collected: toText(sums.principalCollected),
		notRemitted: toText(sums.collectedNotRemitted),
		notRemittedDays,
	};
};

const before = {
	outstanding: '3600000.00',
	restructured: '0.00',
	par90: '0.6667',
	par30: '0.6667',
	par30Restructured: '0.6667',
	collected: '0.00',
	notRemitted: '0.00',
	notRemittedDays: 0,
};

test.serial('before anything is eased two of three are late', async (t) => {
	t.deepEqual(await read('2025-09-10'), before);
});

test.serial('a rescheduled loan leaves PAR30 and stays in the figure beside it', async (t) => {
	const asked = new Date('2025-09-15T05:00:00.000Z');
	world.setDay('2025-09-16');
	await world.as(supervisor, async (work) =>
		restructureLoan(work, {
			loan: eased!.id,
			effectiveOn: day('2025-09-10'),
			instalments: 24,
			reason: 'Panen gagal',
			document: 'ADD-1',
		}),
	);
	t.deepEqual(await read('2025-09-10'), {
		...before,
		restructured: '1200000.00',
		par90: '0.3333',
		par30: '0.3333',
	});
	// The day before it took effect, and the day itself as it was known before, it was late.
	t.deepEqual(await read('2025-09-09'), before);
	t.deepEqual(await read('2025-09-10', asked), before);
});

test.serial('a written-off loan leaves the portfolio; what comes of it is collected', async (t) => {
	await world.as(supervisor, async (work) =>
		writeOffLoan(work, {
			loan: lost!.id,
			writtenOffOn: day('2025-09-12'),
			reason: 'Pindah',
			document: 'BA-1',
		}),
	);
	const off = {
		...before,
		outstanding: '2400000.00',
		restructured: '1200000.00',
		par90: '0.0000',
		par30: '0.0000',
		par30Restructured: '0.5000',
	};
	t.deepEqual(await read('2025-09-12'), off);
	await world.as(officer, async (work) =>
		recordRecovery(work, {
			loan: lost!.id,
			paidOn: day('2025-09-14'),
			amount: rupiah('300000'),
			method: 'cash',
		}),
	);
	t.deepEqual(await read('2025-09-14'), {
		...off,
		collected: '300000.00',
		notRemitted: '300000.00',
		notRemittedDays: 0,
	});
	t.is(current!.status, 'disbursed');
});
