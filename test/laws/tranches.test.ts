// Laws of loans that are paid out in tranches, over random sums, days and payments between them.
import test, {type ExecutionContext} from 'ava';
import fc from 'fast-check';
import {DomainError} from '../../src/kernel/errors.ts';
import {type LocalDate, addDays, localDate} from '../../src/kernel/local-date.ts';
import {
	type Rupiah,
	add,
	compare,
	equals,
	isNegative,
	isPositive,
	isZero,
	max,
	min,
	rupiah,
	subtract,
	sum,
	toText,
	zero,
} from '../../src/kernel/money.ts';
import {verifyBook} from '../../src/ledger/index.ts';
import {type Akad, type Loan, arrearsOn, getLoan} from '../../src/lending/index.ts';
import type {ProductMethod} from '../../src/lending/product.ts';
import {
	type Funded,
	type World,
	balances,
	createWorld,
	officer,
	openCity,
	openFunded,
} from '../helpers/world.ts';
import {repay} from '../lending/late.ts';
import {approveOf, openTranched, payOut, takeBack} from '../lending/tranched.ts';

let world: World;
let funded: Funded;

type Kind = {readonly code: string; readonly akad: Akad; readonly method: ProductMethod};
const kinds: readonly Kind[] = [
	{code: 'FLAT', akad: 'jasa', method: 'flat'},
	{code: 'DECLINING', akad: 'jasa', method: 'equal-principal'},
	{code: 'ANNUITY', akad: 'jasa', method: 'annuity'},
	{code: 'QARDH', akad: 'qardh', method: 'equal-principal'},
	{code: 'MUSYARAKAH', akad: 'musyarakah', method: 'equal-principal'},
];

test.before(async () => {
	world = await createWorld('2026-03-31');
	await openCity(world);
	funded = await openFunded(world, '17.71.01.1001', '400000000');
	for (const kind of kinds) await openTranched(world, funded, kind);
});
test.after.always(async () => world.close());

const someWish = fc.record({
	kind: fc.constantFrom(...kinds),
	principal: fc.integer({min: 600_000, max: 6_000_000}),
	instalments: fc.integer({min: 3, max: 8}),
	first: fc.integer({min: 10, max: 90}),
});
/** So many days later what is due is paid, and hundredths of the rest, and a tranche goes out. */
const someSteps = fc.array(
	fc.record({
		days: fc.nat({max: 70}),
		beyond: fc.nat({max: 40}),
		share: fc.integer({min: 5, max: 100}),
		isTakenBack: fc.boolean(),
	}),
	{minLength: 1, maxLength: 4},
);

const hundredths = (of: Rupiah, share: number): Rupiah =>
	max(rupiah(of.times(share).dividedBy(100).toFixed(0, 1)), rupiah('1'));

/** How a loan stands: by its row, by its schedule, by the ledger. */
const stateOf = async ({id}: Loan) =>
	world.as(officer, async (work) => {
		const {loan, book} = await getLoan(work, id);
		return {
			loan,
			rows: (await work.lending.findSchedule(book, id))!.instalments,
			owed: await work.lending.owed(book, loan),
			tranches: await work.lending.tranches(book, id),
		};
	});
type State = Awaited<ReturnType<typeof stateOf>>;

const inAll = ({owed}: State): Rupiah => add(owed.principal, owed.margin);

/** What has fallen due up to the end of a day, and is not paid. */
const dueBy = (state: State, day: LocalDate): Rupiah => {
	const last = state.rows.findLast(({dueOn}) => dueOn <= day);
	return last ? max(subtract(inAll(state), last.owedAfter), zero) : zero;
};

function holdsOf(t: ExecutionContext, {loan, rows, owed, tranches}: State): void {
	const standing = tranches.filter(({reversedBy}) => reversedBy === undefined);
	t.is(toText(loan.disbursed!), toText(sum(standing.map(({principal}) => principal))));
	t.true(compare(loan.disbursed!, loan.principal) <= 0, 'never above what was approved');
	t.false(isNegative(owed.principal) || isNegative(owed.margin));
	t.true(compare(owed.principal, loan.disbursed!) <= 0);
	t.is(toText(rows.at(-1)!.owedAfter), '0.00');
	t.true(rows.every(({principal, margin}) => !isNegative(principal) && !isNegative(margin)));
}

/** The schedule asks for exactly what is owed, part by part, and nothing of it is late. */
function asksForOwed(t: ExecutionContext, state: State, on: LocalDate): void {
	const {rows, owed} = state;
	t.is(toText(sum(rows.map(({principal}) => principal))), toText(owed.principal));
	t.is(toText(sum(rows.map(({margin}) => margin))), toText(owed.margin));
	t.is(arrearsOn(on, rows, inAll(state)).daysPastDue, 0);
}

/** What the control accounts say is what the loans say one by one. */
async function compareControl(t: ExecutionContext, lent: readonly Loan[]): Promise<void> {
	const held = await balances(world, funded.book);
	const total = (...accounts: string[]): string =>
		toText(sum(accounts.map((account) => rupiah(held[account] ?? '0'))));
	const states: State[] = [];
	for (const loan of lent) states.push(await stateOf(loan));
	t.is(
		total('1.2.03', '1.2.07', '1.2.08', '1.2.12'),
		toText(sum(states.map(({owed}) => owed.principal))),
	);
	t.is(total('1.2.08'), toText(subtract(zero, sum(states.map(({owed}) => owed.margin)))));
}

const mayBeRefused = new Set([
	'lending/no-instalment-left',
	'lending/tranches-used-up',
	'lending/schedule-rounding-too-coarse',
]);

async function isPaidOut(loan: Loan, on: LocalDate, amount: Rupiah): Promise<boolean> {
	try {
		await payOut(world, loan, on, toText(amount));
		return true;
	} catch (error) {
		if (error instanceof DomainError && mayBeRefused.has(error.code)) return false;
		throw error;
	}
}

test.serial('tranches never exceed what was approved; the schedule is the debt', async (t) => {
	const lent: Loan[] = [];
	let paidOut = 0;
	await fc.assert(
		fc.asyncProperty(someWish, someSteps, async ({kind, first, ...wish}, steps) => {
			const principal = rupiah(String(wish.principal));
			const loan = await approveOf(world, funded, {
				product: kind.code,
				akad: kind.akad,
				principal: toText(principal),
				instalments: wish.instalments,
			});
			let on = localDate('2025-02-03');
			await payOut(world, loan, on, toText(hundredths(principal, first)));
			lent.push(loan);
			for (const {days, beyond, share, isTakenBack} of steps) {
				on = addDays(on, days);
				const before = await stateOf(loan);
				const due = dueBy(before, on);
				const rest = subtract(inAll(before), due);
				const paid = min(
					add(due, beyond === 0 ? zero : hundredths(rest, beyond)),
					subtract(inAll(before), rupiah('1')),
				);
				// The last rupiah is not paid, which would end the loan, so nothing more may go out.
				if (compare(paid, due) < 0) break;
				if (isPositive(paid)) await repay(world, loan.id, on, toText(paid));
				const left = subtract(principal, before.loan.disbursed!);
				if (isZero(left)) break;
				const standing = await balances(world, funded.book);
				const still = await stateOf(loan);
				const amount = hundredths(left, share);
				if (!(await isPaidOut(loan, on, amount))) continue;
				paidOut += 1;
				const state = await stateOf(loan);
				holdsOf(t, state);
				asksForOwed(t, state, on);
				t.true(equals(state.loan.disbursed!, add(before.loan.disbursed!, amount)));
				if (!isTakenBack) continue;
				await takeBack(world, loan, on, state.tranches.at(-1)!.number);
				t.deepEqual(await balances(world, funded.book), standing, 'as if it had not been');
				const again = await stateOf(loan);
				asksForOwed(t, again, on);
				t.is(toText(dueBy(again, addDays(on, 40))), toText(dueBy(still, addDays(on, 40))));
			}
			holdsOf(t, await stateOf(loan));
			await compareControl(t, lent);
		}),
		{numRuns: 10},
	);
	t.true(paidOut > 5, `${paidOut} later tranches went out`);
	const {breaches} = await world.as(officer, async (work) => verifyBook(work, funded.book));
	t.deepEqual(breaches, []);
});
