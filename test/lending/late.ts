import type {LoanId} from '../../src/kernel/ids.ts';
import {rupiah} from '../../src/kernel/money.ts';
import {
	type Loan,
	type ProductTerms,
	applyForLoan,
	approveLoan,
	createProduct,
	disburseLoan,
	plainWaterfall,
	recordRepayment,
} from '../../src/lending/index.ts';
import {type Funded, type World, day, joinMember, officer, supervisor} from '../helpers/world.ts';

const murabahah: ProductTerms = {
	code: 'MRB-12',
	name: 'Murabahah 12 bulan',
	effectiveFrom: day('2025-01-01'),
	akad: 'murabahah',
	method: 'level',
	principalMin: rupiah('100000'),
	principalMax: rupiah('50000000'),
	instalmentsMin: 1,
	instalmentsMax: 36,
	periodUnit: 'month',
	periodEvery: 1,
	dayCount: 'rate/12',
	rounding: 'down',
	principalGraceInstalments: 0,
	marginDeferredInstalments: 0,
	workingDayShift: 'none',
	restDays: [],
	waterfall: plainWaterfall,
	fees: [],
	lateFine: {amount: rupiah('10000'), to: 'benevolence'},
	tranchesMax: 1,
	legalBasis: 'Keputusan RAT 2025',
};

/** A product with a fine of 10,000 per late instalment, unless it is changed. */
export const openProduct = async (
	world: World,
	funded: Funded,
	change: Partial<ProductTerms> = {},
) =>
	world.as(supervisor, async (work) => createProduct(work, funded.book, {...murabahah, ...change}));

type Wish = {
	readonly product?: string;
	readonly akad?: Loan['akad'];
	readonly principal?: string;
	readonly margin?: string;
	readonly instalments?: number;
	readonly on?: string;
};

/**
 * 1,200,000 and a margin of 120,000 on 15 January 2026: twelve instalments of 110,000, on the 15th
 * of each month.
 */
export async function lendOf(world: World, funded: Funded, wish: Wish = {}): Promise<Loan> {
	const member = await joinMember(world, funded.book);
	const on = day(wish.on ?? '2026-01-15');
	const loan = await world.as(officer, async (work) =>
		applyForLoan(work, {
			member: member.id,
			allocation: funded.allocation.id,
			product: wish.product ?? 'MRB-12',
			akad: wish.akad ?? 'murabahah',
			purpose: 'Kulkas warung',
			principal: rupiah(wish.principal ?? '1200000'),
			margin: rupiah(wish.margin ?? '120000'),
			instalments: wish.instalments ?? 12,
			periodUnit: 'month',
			periodEvery: 1,
			appliedOn: on,
		}),
	);
	await world.as(supervisor, async (work) =>
		approveLoan(work, {loan: loan.id, decidedOn: on, reason: 'Layak'}),
	);
	return world.as(officer, async (work) =>
		disburseLoan(work, {loan: loan.id, disbursedOn: on, document: `BA-${loan.number}`}),
	);
}

export const repay = async (world: World, loan: LoanId, paidOn: string, amount: string) =>
	world.as(officer, async (work) =>
		recordRepayment(work, {
			loan,
			paidOn: day(paidOn),
			amount: rupiah(amount),
			method: 'cash',
		}),
	);
