// Reports on a loan in two tranches: what went out of each, what is due of both, and how late.
import test from 'ava';
import {readFundHealth} from '../../src/reporting/index.ts';
import {toText} from '../../src/kernel/money.ts';
import type {Loan} from '../../src/lending/index.ts';
import {repay} from '../lending/late.ts';
import {approveOf, openTranched, payOut, takeBack} from '../lending/tranched.ts';
import {
	type Funded,
	type World,
	createWorld,
	day,
	officer,
	openCity,
	openFunded,
} from '../helpers/world.ts';

let world: World;
let funded: Funded;
let loan: Loan;

// At 12 % a year flat: 6,000,000 on 3 February in six of 1,000,000 + 60,000, of which two are paid;
// on the day of the second 4,000,000 more in the four left, then 2,000,000 + 100,000 each.
test.before(async () => {
	world = await createWorld('2025-09-15');
	await openCity(world);
	funded = await openFunded(world);
	await openTranched(world, funded);
	loan = await approveOf(world, funded);
	await payOut(world, loan, '2025-02-03', '6000000');
	await repay(world, loan.id, '2025-03-03', '1060000');
	await repay(world, loan.id, '2025-04-03', '1060000');
	await payOut(world, loan, '2025-04-03', '4000000');
});
test.after.always(async () => {
	await world.close();
});

/** In millions: disbursed, outstanding, due from members, overdue, and at risk by 1 and 30 days. */
async function read(asOf: string, knownAt?: Date): Promise<string> {
	const axes = {asOf: day(asOf), ...(knownAt === undefined ? {} : {knownAt})};
	const {total} = await world.as(officer, async (work) => readFundHealth(work, {}, axes));
	const {sums} = total;
	return [
		sums.disbursed,
		sums.outstandingPrincipal,
		sums.principalDueFromMembers,
		sums.principalOverdue,
		sums.atRisk1,
		sums.atRisk30,
	]
		.map((amount) => toText(amount).replace('000000.00', '').replace('.00', ''))
		.join(' ');
}

/** Owed, principal, days and months late, missed, and the classes by policy. */
async function classOf(asOf: string) {
	return world.as(officer, async (work) => {
		const portfolio = {asOf: day(asOf)};
		const [found] = await work.provisioning.classifiedLoans(portfolio, {limit: 10});
		const control = await work.provisioning.control(portfolio);
		const {owed, principal, daysPastDue, monthsPastDue, missedPayments, classes} = found!;
		return {
			control: [control.owed, control.principal].map(toText),
			loan: [owed, principal].map(toText),
			late: [daysPastDue, monthsPastDue, missedPayments],
			classes: classes.map(({policy, position}) => `${policy} ${position}`),
		};
	});
}

test.serial('until the second tranche only the first counts', async (t) => {
	t.is(await read('2025-02-03'), '6 6 0 0 0 0');
	t.is(await read('2025-04-02'), '6 5 1 0 0 0');
});

test.serial('from its day on both count, and nothing is late by it', async (t) => {
	t.is(await read('2025-04-03'), '10 8 2 0 0 0');
	t.is(await read('2025-05-03'), '10 8 2 0 0 0');
});

test.serial('what is not paid of both is due, overdue and at risk', async (t) => {
	t.is(await read('2025-05-04'), '10 8 4 2 8 0');
	t.is(await read('2025-06-04'), '10 8 6 4 8 8');
	t.is(await read('2025-09-04'), '10 8 10 8 8 8');
});

test.serial('classes are of all that is owed, by the schedule of both', async (t) => {
	const owed = ['8400000.00', '8000000.00'];
	t.deepEqual(await classOf('2025-04-30'), {
		control: owed,
		loan: owed,
		late: [0, 0, 0],
		classes: ['koperasi 1', 'permendagri-73 1', 'pojk-41-2024 1', 'pojk-62 1'],
	});
	// Since 3 May the fifth month has begun, and four were missed.
	t.deepEqual(await classOf('2025-09-04'), {
		control: owed,
		loan: owed,
		late: [124, 5, 4],
		classes: ['koperasi 2', 'permendagri-73 1', 'pojk-41-2024 3', 'pojk-62 2'],
	});
	const before = ['5300000.00', '5000000.00'];
	t.deepEqual((await classOf('2025-04-02')).loan, before);
	t.deepEqual((await classOf('2025-04-02')).control, before);
});

test.serial('a tranche that was taken back counts until that day, and not after', async (t) => {
	const known = new Date('2025-09-15T05:00:00.000Z');
	world.setDay('2025-09-16');
	await takeBack(world, loan, '2025-09-10', 2);
	t.is(await read('2025-09-09'), '10 8 10 8 8 8');
	t.is(await read('2025-09-10'), '6 4 6 4 4 4');
	t.is(await read('2025-09-10', known), '10 8 10 8 8 8');
	const {loan: owed, control, late} = await classOf('2025-09-10');
	t.deepEqual(owed, ['4240000.00', '4000000.00']);
	t.deepEqual(control, owed);
	t.deepEqual(late, [130, 5, 4]);
});
