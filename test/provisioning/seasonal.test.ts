// A loan that is paid by harvest, from its product over its schedule to its class under every
// policy: what counts under POJK 62 are the harvests that were missed (Annex III: once, twice).
import test from 'ava';
import {DomainError} from '../../src/kernel/errors.ts';
import type {Loan} from '../../src/lending/index.ts';
import {openProduct} from '../lending/late.ts';
import {approveOf, payOut} from '../lending/tranched.ts';
import {
	type Funded,
	type World,
	createWorld,
	day,
	officer,
	openCity,
	openFunded,
} from '../helpers/world.ts';
import {pay} from './setup.ts';

let world: World;
let funded: Funded;
let loan: Loan;

// 3,000,000 on 15 January 2025 in three harvests of four months.
test.before(async () => {
	world = await createWorld('2026-06-30');
	await openCity(world);
	funded = await openFunded(world);
	await openProduct(world, funded, {
		code: 'TANI',
		akad: 'qardh',
		method: 'equal-principal',
		periodUnit: 'season',
		periodEvery: 4,
	});
	loan = await lendByHarvest(3);
});
test.after.always(async () => {
	await world.close();
});

async function lendByHarvest(instalments: number): Promise<Loan> {
	const approved = await approveOf(world, funded, {
		product: 'TANI',
		akad: 'qardh',
		principal: '3000000',
		instalments,
		period: ['season', 4],
		on: '2025-01-15',
	});
	return payOut(world, approved, '2025-01-15');
}

/** The positions of the loan's classes by policy, with what they were reached by. */
async function standing({id}: Loan, on: string) {
	const loans = await world.as(officer, async (work) =>
		work.provisioning.classifiedLoans({asOf: day(on)}, {limit: 100}),
	);
	const found = loans.find((one) => one.loan === id)!;
	const {frequency, daysPastDue, monthsPastDue, missedPayments, classes} = found;
	return {
		frequency,
		late: [daysPastDue, monthsPastDue, missedPayments],
		classes: classes.map(({policy, position}) => `${policy} ${position}`),
	};
}

test.serial('it falls due by harvest', async (t) => {
	const schedule = await world.as(officer, async (work) =>
		work.lending.findSchedule((await work.ledger.findBook(funded.book))!, loan.id),
	);
	t.deepEqual(
		schedule!.instalments.map(({dueOn, principal}) => `${dueOn} ${principal.toFixed(0)}`),
		['2025-05-15 1000000', '2025-09-15 1000000', '2026-01-15 1000000'],
	);
});

// Positions from 1: cooperatives have lancar to 3 months, kurang lancar to 6, then without
// collateral macet; POJK 41 stands in with 0, 1, 1, 2 missed; POJK 62 has 1, 2, more.
test.serial('after one, two and three harvests missed', async (t) => {
	t.deepEqual(await standing(loan, '2025-05-15'), {
		frequency: 'seasonal',
		late: [0, 0, 0],
		classes: ['koperasi 1', 'permendagri-73 1', 'pojk-41-2024 1', 'pojk-62 1'],
	});
	t.deepEqual(await standing(loan, '2025-05-16'), {
		frequency: 'seasonal',
		late: [1, 1, 1],
		classes: ['koperasi 1', 'permendagri-73 1', 'pojk-41-2024 2', 'pojk-62 1'],
	});
	// Four months later nothing more was missed: by time a monthly loan would be doubtful.
	t.deepEqual(await standing(loan, '2025-09-15'), {
		frequency: 'seasonal',
		late: [123, 4, 1],
		classes: ['koperasi 2', 'permendagri-73 1', 'pojk-41-2024 2', 'pojk-62 1'],
	});
	t.deepEqual(await standing(loan, '2025-09-16'), {
		frequency: 'seasonal',
		late: [124, 5, 2],
		classes: ['koperasi 2', 'permendagri-73 1', 'pojk-41-2024 4', 'pojk-62 2'],
	});
	t.deepEqual(await standing(loan, '2026-01-16'), {
		frequency: 'seasonal',
		late: [246, 9, 3],
		classes: ['koperasi 4', 'permendagri-73 1', 'pojk-41-2024 5', 'pojk-62 3'],
	});
});

test.serial('two harvests paid later leave one missed', async (t) => {
	await pay(world, loan.id, '2026-01-20', '2000000');
	t.deepEqual(await standing(loan, '2026-01-20'), {
		frequency: 'seasonal',
		late: [5, 1, 1],
		classes: ['koperasi 1', 'permendagri-73 1', 'pojk-41-2024 2', 'pojk-62 1'],
	});
	t.deepEqual((await standing(loan, '2026-01-19')).late, [249, 9, 3]);
});

// Of a single harvest no second one can be missed: it is counted by time, as any single payment.
test.serial('a loan of one harvest is a bullet', async (t) => {
	const once = await lendByHarvest(1);
	const {frequency, classes} = await standing(once, '2025-09-16');
	t.is(frequency, 'bullet');
	t.true(classes.includes('pojk-62 2'), classes.join());
});

test.serial('a season is two to twelve months, and that of its product', async (t) => {
	const apply = async (product: string, every: number) =>
		approveOf(world, funded, {
			product,
			akad: 'qardh',
			principal: '3000000',
			period: ['season', every],
		});
	const error = await t.throwsAsync<DomainError>(apply('TANI', 13), {instanceOf: DomainError});
	t.is(error.code, 'lending/season-length');
	const other = await t.throwsAsync<DomainError>(apply('TANI', 6), {instanceOf: DomainError});
	t.is(other.code, 'lending/product-period');
});
