// A payment that comes to light late ends as if it had been posted on its day.
import test from 'ava';
import fc from 'fast-check';
import type {BookCode} from '../../src/kernel/ids.ts';
import {rupiah, toText} from '../../src/kernel/money.ts';
import {verifyBook} from '../../src/ledger/index.ts';
import {type Loan, recordRepayment} from '../../src/lending/index.ts';
import {
	type Funded,
	type World,
	createWorld,
	day,
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
test.after.always(async () => world.close());

const terms = {akad: 'murabahah', principal: '1200000', margin: '120000'} as const;

const pay = async (loan: Loan, paidOn: string, amount: string, method: 'cash' | 'bank' = 'cash') =>
	world.as(officer, async (work) =>
		recordRepayment(work, {loan: loan.id, paidOn: day(paidOn), amount: rupiah(amount), method}),
	);

/** What every account says of a loan at the end of each day on which it was paid. */
async function historyOf(loan: Loan): Promise<string[]> {
	const {rows} = await world.database.owner.raw<{rows: {said: string}[]}>(
		`select concat_ws(' ', line.effective_on, account_code,
			sum(sum(case side when 'debit' then amount else -amount end))
				over (partition by account_code order by line.effective_on)) as said
		from lines line join loans on loans.id = line.loan_id where loans.id = ?
		group by line.effective_on, account_code
		having sum(case side when 'debit' then amount else -amount end) <> 0
		order by line.effective_on, account_code`,
		[loan.id],
	);
	return rows.map(({said}) => said);
}

const rowsOf = async (loan: Loan): Promise<string[]> =>
	world.as(officer, async (work) => {
		const book = (await work.ledger.findBook(loan.book))!;
		const rows = await work.lending.repayments(book, loan.id);
		return rows.map(({receiptNumber, replay, principal, margin, isReversed}) =>
			[receiptNumber, replay, toText(principal), toText(margin), isReversed].join(' '),
		);
	});

const isSound = async (of: BookCode): Promise<boolean> =>
	world.as(officer, async (work) => (await verifyBook(work, of)).breaches.length === 0);

// Twelve instalments of 110,000, of which 10,000 is margin: a payment of 50,000 splits 40,000 to
// 10,000 where it finds the margin unpaid, and 50,000 to nothing where not.
test.serial('the payments after it are taken back on their days and split anew', async (t) => {
	const loan = await lend(world, funded, terms);
	const first = await pay(loan, '2025-03-03', '50000');
	const second = await pay(loan, '2025-05-03', '60000');
	t.deepEqual(await rowsOf(loan), [
		`${first.receiptNumber} 0 40000.00 10000.00 false`,
		`${second.receiptNumber} 0 60000.00 0.00 false`,
	]);
	const found = await pay(loan, '2025-04-03', '60000', 'bank');
	t.deepEqual(await rowsOf(loan), [
		`${first.receiptNumber} 0 40000.00 10000.00 false`,
		`${second.receiptNumber} 0 60000.00 0.00 true`,
		`${second.receiptNumber} 1 50000.00 10000.00 false`,
		`${found.receiptNumber} 0 60000.00 0.00 false`,
	]);
	const inOrder = await lend(world, funded, terms);
	await pay(inOrder, '2025-03-03', '50000');
	await pay(inOrder, '2025-04-03', '60000', 'bank');
	await pay(inOrder, '2025-05-03', '60000');
	t.deepEqual(await historyOf(loan), await historyOf(inOrder));
	const events = await world.as(officer, async (work) =>
		work.lending.listEvents((await work.ledger.findBook(loan.book))!, loan.id),
	);
	t.like(events.at(-1), {
		kind: 'repayments-replayed',
		detail: {receipts: String(second.receiptNumber)},
	});
	t.true(await isSound(loan.book));
});

test.serial('whatever the order of posting, the history is that of the days', async (t) => {
	const somePayments = fc.uniqueArray(
		fc.record({
			day: fc.integer({min: 1, max: 28}),
			amount: fc.integer({min: 1000, max: 150_000}),
		}),
		{minLength: 2, maxLength: 5, selector: (one) => one.day},
	);
	await fc.assert(
		fc.asyncProperty(somePayments, async (payments) => {
			const on = (of: number): string => `2025-06-${String(of).padStart(2, '0')}`;
			const asPosted = await lend(world, funded, terms);
			for (const one of payments) await pay(asPosted, on(one.day), String(one.amount));
			const inOrder = await lend(world, funded, terms);
			for (const one of [...payments].sort((a, b) => a.day - b.day)) {
				await pay(inOrder, on(one.day), String(one.amount));
			}
			t.deepEqual(await historyOf(asPosted), await historyOf(inOrder));
		}),
		{numRuns: 8},
	);
	t.true(await isSound(funded.book));
});

test.serial('one that would settle the loan before later payments is refused', async (t) => {
	const loan = await lend(world, funded, {principal: '300000', instalments: 3});
	await pay(loan, '2025-05-03', '100000');
	await t.throwsAsync(pay(loan, '2025-04-03', '200000'), {code: 'lending/late-found-is-last'});
	t.is((await rowsOf(loan)).length, 1);
});

test.serial('PostgreSQL posts nothing again that was not taken back', async (t) => {
	const loan = await lend(world, funded, terms);
	const {id} = await pay(loan, '2025-04-03', '50000');
	const again = `insert into repayments (book_id, id, loan_id, receipt_number, replay, paid_on,
			method, amount, principal, margin, entry_number, received_by)
		select book_id, gen_random_uuid(), loan_id, receipt_number, 1, paid_on, method, amount,
			principal, margin, entry_number, received_by from repayments where id = ?`;
	await t.throwsAsync(
		world.database.owner.transaction(async (trx) => trx.raw(again, [id])),
		{message: /posted again, but was not taken back/},
	);
});
