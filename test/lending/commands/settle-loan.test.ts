// How a loan is paid off: by its last instalment, or early by a quote, and how that is taken back.
import test from 'ava';
import type {RepaymentId} from '../../../src/kernel/ids.ts';
import {rupiah, toText} from '../../../src/kernel/money.ts';
import {
	type Loan,
	quoteLoan,
	recordRepayment,
	reverseLoanOperation,
	settleLoan,
} from '../../../src/lending/index.ts';
import {
	type Funded,
	type World,
	balances,
	createWorld,
	day,
	lend,
	officer,
	openCity,
	openFunded,
	supervisor,
} from '../../helpers/world.ts';

let world: World;
test.before(async () => {
	world = await createWorld('2025-12-31');
	await openCity(world);
});
test.after.always(async () => {
	await world.close();
});

const places = ['01.1001', '01.1002', '01.1003', '01.1004', '01.1005', '01.1006', '02.1001'];
const nextFund = async (): Promise<Funded> => openFunded(world, `17.71.${places.shift()}`);

const pay = async (loan: Loan, paidOn: string, amount: string) =>
	world.as(officer, async (work) =>
		recordRepayment(work, {
			loan: loan.id,
			paidOn: day(paidOn),
			amount: rupiah(amount),
			method: 'cash',
		}),
	);

const settle = async (loan: Loan, paidOn: string, amount: string) =>
	world.as(officer, async (work) =>
		settleLoan(work, {loan: loan.id, paidOn: day(paidOn), amount: rupiah(amount), method: 'cash'}),
	);

const takeBack = async (loan: Loan, repayment: string, effectiveOn: string) =>
	world.as(supervisor, async (work) =>
		reverseLoanOperation(work, {
			loan: loan.id,
			repayment: repayment as RepaymentId,
			effectiveOn: day(effectiveOn),
			reason: 'Salah catat',
			document: 'BA-R',
		}),
	);

const read = async (loan: Loan) =>
	world.as(officer, async (work) => {
		const book = (await work.ledger.findBook(loan.book))!;
		const {principal, margin} = await work.lending.owed(book, loan);
		return {
			status: (await work.lending.findLoan(loan.id))!.status,
			owed: `${toText(principal)} ${toText(margin)}`,
			steps: (await work.lending.listEvents(book, loan.id)).map(({kind}) => kind),
		};
	});

const price = {akad: 'murabahah', principal: '1200000', margin: '240000'} as const;

// Two instalments of 100,000 + 20,000 are paid; on 10 May that of 3 May is due, nine are not.
test.serial('a murabahah settled early: every account, and all of it back again', async (t) => {
	const fund = await nextFund();
	const loan = await lend(world, fund, price);
	await pay(loan, '2025-03-03', '120000');
	await pay(loan, '2025-04-03', '120000');
	const before = await balances(world, fund.book);
	const quote = await world.as(officer, async (work) =>
		quoteLoan(work, loan.id, day('2025-05-10')),
	);
	t.is(toText(quote.total), '1020000.00');
	t.deepEqual(await balances(world, fund.book), before, 'a quote writes nothing');

	const settlement = await settle(loan, '2025-05-10', '1020000');
	t.like(settlement, {receiptNumber: 3, settledBy: 'petugas'});
	t.deepEqual(await balances(world, fund.book), {
		'1.1.01': '1260000.00',
		'1.1.11': '98800000.00',
		'1.2.01': '0.00',
		'1.2.02': '0.00',
		'1.3.01': '0.00',
		'2.2.01': '-98800000.00',
		'2.2.02': '-1200000.00',
		'4.1.01': '-60000.00',
	});
	t.deepEqual(await read(loan), {
		status: 'settled',
		owed: '0.00 0.00',
		steps: ['applied', 'approved', 'disbursed', 'settled'],
	});

	await takeBack(loan, settlement.id, '2025-05-11');
	t.deepEqual(await balances(world, fund.book), before);
	t.like(await read(loan), {status: 'disbursed', owed: '1000000.00 200000.00'});

	// The day after, it can be settled anew, and by a receipt of its own.
	t.is((await settle(loan, '2025-06-03', '1040000')).receiptNumber, 4);
});

test.serial('nobody pays the full price early by not asking for the quote', async (t) => {
	const loan = await lend(world, await nextFund(), price);
	const error = await t.throwsAsync(pay(loan, '2025-04-03', '1440000'));
	t.like(error, {code: 'lending/settle-instead'});
	t.regex(error.message, /1240000\.00/);
});

test.serial('only what was quoted for the day settles', async (t) => {
	const loan = await lend(world, await nextFund(), price);
	await pay(loan, '2025-04-03', '120000');
	t.like(await t.throwsAsync(settle(loan, '2025-05-10', '1139999')), {
		code: 'lending/quote-differs',
	});
	t.like(await t.throwsAsync(settle(loan, '2025-04-02', '1140000')), {
		code: 'lending/before-last-step',
	});
	t.like(await t.throwsAsync(settle(loan, '2026-01-01', '1280000')), {
		code: 'ledger/date-in-future',
	});
});

test.serial('the last instalment settles a loan, and taking it back opens it again', async (t) => {
	const loan = await lend(world, await nextFund(), {principal: '200000', instalments: 2});
	const first = await pay(loan, '2025-03-03', '100000');
	t.is((await read(loan)).status, 'disbursed');
	const last = await pay(loan, '2025-04-03', '100000');
	t.deepEqual(await read(loan), {
		status: 'settled',
		owed: '0.00 0.00',
		steps: ['applied', 'approved', 'disbursed', 'settled'],
	});
	t.like(await t.throwsAsync(pay(loan, '2025-04-04', '1')), {code: 'lending/wrong-status'});
	await takeBack(loan, last.id, '2025-04-05');
	const reopened = await read(loan);
	t.like(reopened, {status: 'disbursed', owed: '100000.00 0.00'});
	t.is(reopened.steps.at(-1), 'reopened');
	await pay(loan, '2025-04-06', '100000');
	// Of a loan that has ended any payment may be taken back: it owes that again.
	await takeBack(loan, first.id, '2025-04-07');
	t.like(await read(loan), {status: 'disbursed', owed: '100000.00 0.00'});
});

test.serial('what was settled at a discount is taken back before what was paid', async (t) => {
	const loan = await lend(world, await nextFund(), price);
	const first = await pay(loan, '2025-03-03', '120000');
	const settlement = await settle(loan, '2025-03-10', '1100000');
	t.like(await t.throwsAsync(takeBack(loan, first.id, '2025-03-11')), {
		code: 'lending/settled-early',
	});
	await takeBack(loan, settlement.id, '2025-03-11');
	await takeBack(loan, first.id, '2025-03-11');
	t.like(await read(loan), {status: 'disbursed', owed: '1200000.00 240000.00'});
});

// One rent of 100,000 + 20,000 is paid. On 10 April that of April is due and that of May runs.
test.serial('an ijarah settled early: rent to the day, the asset sold for the rest', async (t) => {
	const fund = await nextFund();
	const loan = await lend(world, fund, {...price, akad: 'ijarah'});
	await pay(loan, '2025-03-03', '120000');
	await settle(loan, '2025-04-10', '1140000');
	t.deepEqual(await balances(world, fund.book), {
		'1.1.01': '1260000.00',
		'1.1.11': '98800000.00',
		'1.2.05': '0.00',
		'1.2.06': '0.00',
		'1.4.01': '0.00',
		'1.4.02': '0.00',
		'2.2.01': '-98800000.00',
		'2.2.02': '-1200000.00',
		'4.1.04': '-360000.00',
		'5.4.02': '300000.00',
	});
	t.is((await read(loan)).status, 'settled');
});
