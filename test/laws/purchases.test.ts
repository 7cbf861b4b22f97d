// Laws of murabahah with an agent and a down payment, over random terms and random ways to go on.
import test, {type ExecutionContext} from 'ava';
import fc from 'fast-check';
import type {DomainError} from '../../src/kernel/errors.ts';
import {
	type Rupiah,
	add,
	isNegative,
	rupiah,
	subtract,
	sum,
	toText,
} from '../../src/kernel/money.ts';
import {verifyBook} from '../../src/ledger/index.ts';
import {
	type BeforeSale,
	type Loan,
	type TakenStep,
	cancelPurchase,
	disburseLoan,
	giveAdvance,
	recordPurchase,
	returnDownPayment,
	reverseLoanOperation,
	reversePurchaseStep,
	takeDownPayment,
} from '../../src/lending/index.ts';
import {
	type Funded,
	type World,
	balances,
	createWorld,
	day,
	officer,
	openCity,
	openFunded,
	supervisor,
} from '../helpers/world.ts';
import {approveWakalah, offerWakalah} from '../lending/wakalah.ts';

let world: World;
let funded: Funded;

test.before(async () => {
	world = await createWorld('2026-03-31');
	await openCity(world);
	funded = await openFunded(world, '17.71.01.1001', '400000000');
	await offerWakalah(world, funded);
});
test.after.always(async () => world.close());

const steps = ['pay', 'give', 'buy', 'sell', 'cancel', 'return', 'reverse', 'unsell'] as const;
type Step = (typeof steps)[number];
/** What is done, and with how much of what could be, in hundredths. */
const somePlan = fc.array(
	fc.record({step: fc.constantFrom<Step>(...steps), share: fc.integer({min: 1, max: 100})}),
	{minLength: 4, maxLength: 12},
);
const someTerms = fc.record({
	principal: fc.integer({min: 100_000, max: 2_000_000}),
	margin: fc.integer({min: 1000, max: 300_000}),
	instalments: fc.integer({min: 1, max: 12}),
});

const standing = async (): Promise<Record<string, string>> =>
	Object.fromEntries(
		Object.entries(await balances(world, funded.book)).filter(([, amount]) => amount !== '0.00'),
	);

const document = 'BA';
const on = day('2025-03-03');
const part = (whole: Rupiah, share: number): Rupiah =>
	rupiah(whole.times(share).dividedBy(100).toFixed(0, 0));

/** Takes a step as far as it may be taken; undefined where it is refused. */
async function take(
	loan: Loan,
	{step, share}: {step: Step; share: number},
	taken: readonly number[],
): Promise<TakenStep | undefined> {
	const id = {loan: loan.id};
	const closing = {reason: 'Uji', document};
	const before = await standing();
	try {
		return await world.as(step === 'cancel' ? supervisor : officer, async (work) => {
			const amount = part(loan.principal, share);
			switch (step) {
				case 'pay':
					return takeDownPayment(work, {...id, paidOn: on, amount, method: 'cash'});
				case 'give':
					return giveAdvance(work, {...id, givenOn: on, amount, document});
				case 'buy':
					return recordPurchase(work, {...id, boughtOn: on, cost: amount, supplier: 'T', document});
				case 'return':
					return returnDownPayment(work, {...id, returnedOn: on, method: 'cash', ...closing});
				case 'cancel': {
					const book = (await work.ledger.findBook(loan.book))!;
					const {goods} = await work.purchases.beforeSale(book, loan.id);
					const sold = {cancelledOn: on, proceeds: part(goods, share), costs: []};
					return cancelPurchase(work, {...id, ...sold, method: 'cash', ...closing});
				}
				case 'sell':
					await disburseLoan(work, {...id, disbursedOn: on, document});
					return undefined;
				case 'unsell':
					await reverseLoanOperation(work, {...id, effectiveOn: on, ...closing});
					return undefined;
				case 'reverse': {
					const entry = taken[Math.floor((share / 101) * taken.length)] ?? 1;
					await reversePurchaseStep(work, {...id, effectiveOn: on, entry, ...closing});
					return undefined;
				}
			}
		});
	} catch (error) {
		// Whatever is refused is refused by a rule of its own, and nothing was posted.
		if (!(error as DomainError).code.startsWith('lending/')) throw error;
		if (JSON.stringify(await standing()) !== JSON.stringify(before)) throw error;
		return undefined;
	}
}

const read = async (loan: Loan) =>
	world.as(officer, async (work) => {
		const book = (await work.ledger.findBook(loan.book))!;
		return {
			held: await work.purchases.beforeSale(book, loan.id),
			owed: await work.lending.owed(book, loan),
			schedule: await work.lending.findSchedule(book, loan.id),
			loan: (await work.lending.findLoan(loan.id))!,
		};
	});

/** Why a step is not taken back now: it was, or what follows it must go first. */
const laterOrDone = new Set(['lending/unknown-purchase-step', 'lending/down-payment-too-low']);

const lent: Loan[] = [];

/** Each control account is the sum over the loans. */
async function compareControl(t: ExecutionContext): Promise<void> {
	const all = await Promise.all(lent.map(read));
	const of = (name: keyof BeforeSale) => toText(sum(all.map(({held}) => held[name])));
	const book = await balances(world, funded.book);
	const positive = (text = '0.00') => text.replace('-', '');
	t.is(book['1.3.02'] ?? '0.00', of('advance'));
	t.is(book['1.3.01'] ?? '0.00', of('goods'));
	t.is(positive(book['2.1.11']), of('downPayment'));
	t.is(book['1.2.32'] ?? '0.00', of('claim'));
	// What left the bank is with agents, in goods, owed, collected or lost to nobody: it adds up.
	const assets = ['1.1.01', '1.1.11', '1.2.01', '1.2.02', '1.2.32', '1.3.01', '1.3.02'];
	const debts = ['2.1.11', '2.2.01', '2.2.02'];
	const total = sum([...assets, ...debts].map((account) => rupiah(book[account] ?? '0')));
	t.is(toText(total), '0.00');
}

test.serial('whatever is done: bounds, control accounts, the price, reversal', async (t) => {
	await fc.assert(
		fc.asyncProperty(someTerms, somePlan, async (terms, plan) => {
			const start = await standing();
			const loan = await approveWakalah(world, funded, {
				principal: String(terms.principal),
				margin: String(terms.margin),
				instalments: terms.instalments,
			});
			lent.push(loan);
			const taken: number[] = [];
			// Most plans get somewhere: the plain way is walked in between.
			const way: {step: Step; share: number}[] = [
				{step: 'pay', share: 20},
				...plan.slice(0, 2),
				{step: 'give', share: 100},
				{step: 'buy', share: 90},
				...plan.slice(2),
				{step: 'sell', share: 100},
			];
			for (const one of way) {
				const step = await take(loan, one, taken);
				if (step) taken.push(step.entryNumber);
				const {held, owed, schedule, loan: now} = await read(loan);
				for (const amount of Object.values(held)) t.false(isNegative(amount));
				if (now.status !== 'disbursed') {
					t.is(toText(add(owed.principal, owed.margin)), '0.00');
					continue;
				}
				// Price less what was paid beforehand, the margin as agreed, the cost never above.
				t.is(toText(owed.margin), `${terms.margin}.00`);
				const asked = sum(schedule!.instalments.map((row) => add(row.principal, row.margin)));
				t.is(toText(asked), toText(add(owed.principal, owed.margin)));
				const cost = add(owed.principal, now.downPayment!);
				t.false(isNegative(subtract(loan.principal, cost)));
				t.deepEqual(Object.values(held).map(toText).slice(0, 3), ['0.00', '0.00', '0.00']);
			}
			await compareControl(t);
			// All of it taken back leaves the books as they were. Last first; but where the plan took
			// back an early payment, a later one carries the purchase and follows it the second time.
			await take(loan, {step: 'unsell', share: 1}, taken);
			const undo = taken.toReversed();
			for (const entry of [...undo, ...undo]) {
				await world
					.as(supervisor, async (work) =>
						reversePurchaseStep(work, {
							loan: loan.id,
							effectiveOn: on,
							entry,
							reason: 'Uji',
							document,
						}),
					)
					.catch((error: unknown) => {
						if (!laterOrDone.has((error as DomainError).code)) throw error;
					});
			}
			t.deepEqual(await standing(), start);
		}),
		{
			numRuns: 8,
			examples: [
				// The payment that reached what the product asks for is taken back while goods stand.
				[
					{principal: 100_000, margin: 1000, instalments: 1},
					[
						{step: 'pay', share: 1},
						{step: 'pay', share: 1},
						{step: 'pay', share: 8},
						{step: 'reverse', share: 1},
					],
				],
			],
		},
	);
	const {breaches} = await world.as(officer, async (work) => verifyBook(work, funded.book));
	t.deepEqual(breaches, []);
});
