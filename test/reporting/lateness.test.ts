// Lateness is stated twice: `arrearsOn` for one loan, and set-based for a city. They must agree on
// every loan and day; here over random payments, with PAR as what both have to explain.
import test from 'ava';
import {readFundHealth} from '../../src/reporting/index.ts';
import {addDays, addMonths, localDate} from '../../src/kernel/local-date.ts';
import {
	type Rupiah,
	add,
	min,
	rupiah,
	subtract,
	sum,
	toText,
	zero,
} from '../../src/kernel/money.ts';
import {type Loan, arrearsOn, recordRepayment} from '../../src/lending/index.ts';
import {createRandom} from '../../seeds/demo/random.ts';
import {
	type Funded,
	type World,
	createWorld,
	lend,
	officer,
	openCity,
	openFunded,
} from '../helpers/world.ts';

let world: World;
let funded: Funded;
test.before(async () => {
	world = await createWorld('2026-03-31');
	await openCity(world);
	funded = await openFunded(world);
});
test.after.always(async () => {
	await world.close();
});

test('PAR and overdue principal of the city are those of its loans one by one', async (t) => {
	const random = createRandom(11);
	const loans: Loan[] = [];
	for (let index = 0; index < 8; index += 1) {
		const isQardh = random.chance(50);
		const loan = await lend(world, funded, {
			akad: isQardh ? 'qardh' : 'murabahah',
			principal: String(random.whole(10, 50) * 100_000),
			margin: isQardh ? '0' : String(random.whole(1, 9) * 70_001),
			instalments: random.whole(3, 12),
			disbursedOn: addDays(localDate('2025-02-03'), random.whole(0, 200)),
		});
		loans.push(loan);
		let left: Rupiah = add(loan.principal, loan.margin);
		for (let payment = 0; payment < random.whole(0, 6); payment += 1) {
			const amount = min(left, rupiah(String(random.whole(1, 9) * 61_003)));
			if (amount.isZero()) break;
			left = subtract(left, amount);
			await world.as(officer, async (work) =>
				recordRepayment(work, {
					loan: loan.id,
					paidOn: addMonths(loan.disbursedOn!, payment + 1),
					amount,
					method: 'cash',
				}),
			);
		}
	}
	for (const day of ['2025-05-05', '2025-09-30', '2025-12-31', '2026-03-31'].map(localDate)) {
		const expected = {par1: zero, par30: zero, par60: zero, par90: zero};
		await world.as(officer, async (work) => {
			const book = (await work.ledger.findBook(funded.book))!;
			for (const loan of loans.filter(({disbursedOn}) => disbursedOn! <= day)) {
				const {instalments: rows} = (await work.lending.findSchedule(book, loan.id))!;
				const paid = (await work.lending.repayments(book, loan.id)).filter(
					({paidOn}) => paidOn <= day,
				);
				const paidPrincipal = sum(paid.map(({principal}) => principal));
				const principal = subtract(loan.principal, paidPrincipal);
				const owed = subtract(
					add(loan.principal, loan.margin),
					sum(paid.map(({amount}) => amount)),
				);
				const {daysPastDue} = arrearsOn(day, rows, owed);
				if (daysPastDue >= 1) expected.par1 = add(expected.par1, principal);
				if (daysPastDue > 30) expected.par30 = add(expected.par30, principal);
				if (daysPastDue > 60) expected.par60 = add(expected.par60, principal);
				if (daysPastDue > 90) expected.par90 = add(expected.par90, principal);
			}
			const {total} = await readFundHealth(work, {}, {asOf: day});
			const {sums} = total;
			t.deepEqual(
				[sums.atRisk1, sums.atRisk30, sums.atRisk60, sums.atRisk90].map(toText),
				[expected.par1, expected.par30, expected.par60, expected.par90].map(toText),
				day,
			);
		});
	}
});
