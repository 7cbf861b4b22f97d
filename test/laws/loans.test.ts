// Laws of the loans of every akad, over random terms and random payments.
import test, {type ExecutionContext} from 'ava';
import fc from 'fast-check';
import {localDate} from '../../src/kernel/local-date.ts';
import {
	type Rupiah,
	add,
	compare,
	isNegative,
	negate,
	rupiah,
	sum,
	toText,
	zero,
} from '../../src/kernel/money.ts';
import {rate} from '../../src/kernel/rate.ts';
import {verifyBook} from '../../src/ledger/index.ts';
import {
	type Akad,
	type Loan,
	akads,
	applyForLoan,
	approveLoan,
	createProduct,
	disburseLoan,
	plainWaterfall,
	recordRepayment,
	reverseLoanOperation,
} from '../../src/lending/index.ts';
import {
	type Funded,
	type World,
	balances,
	createWorld,
	day,
	joinMember,
	officer,
	openCity,
	openFunded,
	supervisor,
} from '../helpers/world.ts';

let world: World;
let funded: Funded;

test.before(async () => {
	world = await createWorld('2026-03-31');
	await openCity(world);
	funded = await openFunded(world, '17.71.01.1001', '400000000');
	await world.as(supervisor, async (work) =>
		createProduct(work, funded.book, {
			code: 'PJM',
			name: 'Pinjaman',
			effectiveFrom: localDate('2025-01-01'),
			akad: 'jasa',
			method: 'annuity',
			principalMin: rupiah('1'),
			principalMax: rupiah('100000000'),
			instalmentsMin: 1,
			instalmentsMax: 60,
			periodUnit: 'month',
			periodEvery: 1,
			yearlyRate: rate('0.15'),
			dayCount: 'actual/365',
			rounding: 'half-up',
			principalGraceInstalments: 0,
			marginDeferredInstalments: 0,
			workingDayShift: 'none',
			restDays: [],
			waterfall: plainWaterfall,
			fees: [],
			tranchesMax: 1,
			legalBasis: 'Uji',
		}),
	);
});
test.after.always(async () => world.close());

type Wish = {akad: Akad; principal: number; margin: number; instalments: number};

const someWish = fc.record<Wish>({
	akad: fc.constantFrom(...akads),
	principal: fc.integer({min: 60_000, max: 3_000_000}),
	margin: fc.integer({min: 600, max: 400_000}),
	instalments: fc.integer({min: 1, max: 12}),
});
/** Shares of what is owed in hundredths, each paid on a later day, and whether it is taken back. */
const somePayments = fc.array(
	fc.record({share: fc.integer({min: 1, max: 90}), isTakenBack: fc.boolean()}),
	{minLength: 1, maxLength: 5},
);

async function lend({akad, principal, margin, instalments}: Wish): Promise<Loan> {
	const member = await joinMember(world, funded.book);
	const on = day('2025-02-03');
	const isAgreed = akad === 'murabahah' || akad === 'ijarah';
	const isShared = akad === 'mudharabah' || akad === 'musyarakah';
	const loan = await world.as(officer, async (work) =>
		applyForLoan(work, {
			member: member.id,
			allocation: funded.allocation.id,
			akad,
			...(akad === 'jasa' ? {product: 'PJM'} : {}),
			...(isShared ? {nisbah: rate('0.4')} : {}),
			purpose: 'Modal warung',
			principal: rupiah(String(principal)),
			margin: isAgreed ? rupiah(String(margin)) : zero,
			instalments,
			periodUnit: 'month',
			periodEvery: 1,
			appliedOn: on,
		}),
	);
	await world.as(supervisor, async (work) =>
		approveLoan(work, {loan: loan.id, decidedOn: on, reason: 'Layak'}),
	);
	return world.as(officer, async (work) =>
		disburseLoan(work, {loan: loan.id, disbursedOn: on, document: 'BA'}),
	);
}

const owedOf = async (loan: Loan) =>
	world.as(officer, async (work) =>
		work.lending.owed((await work.ledger.findBook(loan.book))!, loan),
	);

/** The balances that are not nought. */
const standing = async (): Promise<Record<string, string>> =>
	Object.fromEntries(
		Object.entries(await balances(world, funded.book)).filter(([, amount]) => amount !== '0.00'),
	);

const lent: Loan[] = [];

/** What the control accounts say beside what the loans say one by one. */
async function compareControl(t: ExecutionContext): Promise<void> {
	const held = await balances(world, funded.book);
	const total = (...accounts: string[]): string =>
		toText(sum(accounts.map((account) => rupiah(held[account] ?? '0'))));
	const owed = await Promise.all(lent.map(async (loan) => ({loan, ...(await owedOf(loan))})));
	const of = (wanted: readonly Akad[], value: (one: (typeof owed)[number]) => Rupiah): string =>
		toText(sum(owed.filter(({loan}) => wanted.includes(loan.akad)).map(value)));
	t.is(
		total('1.2.01', '1.2.02', '1.2.03', '1.2.07', '1.2.08', '1.2.11', '1.2.12', '1.4.01', '1.4.02'),
		of(akads, ({principal}) => principal),
	);
	// Deferred margin is the margin that is not earned yet; of an ijarah no rent is.
	t.is(
		total('1.2.02'),
		of(['murabahah'], ({margin}) => negate(margin)),
	);
	t.is(
		total('1.2.08'),
		of(['jasa'], ({margin}) => negate(margin)),
	);
	t.is(
		total('1.2.06'),
		of(['ijarah'], ({principal, margin}) => negate(add(principal, margin))),
	);
}

test.serial('whatever the akad: bounds, control accounts, deferred margin, reversal', async (t) => {
	await fc.assert(
		fc.asyncProperty(someWish, somePayments, async (wish, payments) => {
			const loan = await lend(wish);
			lent.push(loan);
			const schedule = await world.as(officer, async (work) =>
				work.lending.findSchedule((await work.ledger.findBook(loan.book))!, loan.id),
			);
			const rows = schedule!.instalments;
			t.is(rows.length, wish.instalments);
			t.is(toText(sum(rows.map(({principal}) => principal))), `${wish.principal}.00`);
			const margin = sum(rows.map((row) => row.margin));
			t.is(toText((await owedOf(loan)).margin), toText(margin));
			for (const [index, {share, isTakenBack}] of payments.entries()) {
				const before = await standing();
				const owed = await owedOf(loan);
				const amount = rupiah(
					add(owed.principal, owed.margin).times(share).dividedBy(100).toFixed(0, 1),
				);
				if (amount.isZero()) continue;
				const paidOn = day(`2026-01-${String(index + 10)}`);
				const repayment = await world.as(officer, async (work) =>
					recordRepayment(work, {loan: loan.id, paidOn, amount, method: 'cash'}),
				);
				const left = await owedOf(loan);
				t.false(isNegative(left.principal) || isNegative(left.margin));
				t.true(compare(left.principal, rupiah(String(wish.principal))) <= 0);
				t.is(toText(add(repayment.principal, repayment.margin)), toText(amount));
				if (!isTakenBack) continue;
				await world.as(supervisor, async (work) =>
					reverseLoanOperation(work, {
						loan: loan.id,
						repayment: repayment.id,
						effectiveOn: paidOn,
						reason: 'Salah catat',
						document: 'B',
					}),
				);
				t.deepEqual(await standing(), before, 'as if it had not been');
			}
			await compareControl(t);
		}),
		{numRuns: 14},
	);
	const {breaches} = await world.as(officer, async (work) => verifyBook(work, funded.book));
	t.deepEqual(breaches, []);
});
