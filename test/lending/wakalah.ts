// A product that buys through an agent and asks beforehand, and a loan of it, for the tests.
import {localDate} from '../../src/kernel/local-date.ts';
import {rupiah} from '../../src/kernel/money.ts';
import {rate} from '../../src/kernel/rate.ts';
import {
	type Loan,
	type ProductTerms,
	applyForLoan,
	approveLoan,
	createProduct,
	plainWaterfall,
} from '../../src/lending/index.ts';
import {type Funded, type World, day, joinMember, officer, supervisor} from '../helpers/world.ts';

/** Murabahah bil wakalah of which a tenth is asked beforehand. */
export const wakalah: ProductTerms = {
	code: 'MRB-W',
	name: 'Murabahah bil wakalah',
	effectiveFrom: localDate('2025-01-01'),
	akad: 'murabahah',
	method: 'level',
	principalMin: rupiah('1000'),
	principalMax: rupiah('100000000'),
	instalmentsMin: 1,
	instalmentsMax: 60,
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
	tranchesMax: 1,
	legalBasis: 'Fatwa DSN-MUI 4/2000, 10/2000, 13/2000',
	purchase: 'wakalah',
	downPaymentMinRate: rate('0.1'),
};

export const offerWakalah = async (world: World, {book}: Funded) =>
	world.as(supervisor, async (work) => createProduct(work, book, wakalah));

/** A loan of the product, applied for and approved on 3 February 2025. */
export async function approveWakalah(
	world: World,
	funded: Funded,
	wish: {readonly principal: string; readonly margin: string; readonly instalments?: number},
): Promise<Loan> {
	const member = await joinMember(world, funded.book);
	const on = day('2025-02-03');
	const loan = await world.as(officer, async (work) =>
		applyForLoan(work, {
			member: member.id,
			allocation: funded.allocation.id,
			akad: 'murabahah',
			product: wakalah.code,
			purpose: 'Mesin jahit',
			principal: rupiah(wish.principal),
			margin: rupiah(wish.margin),
			instalments: wish.instalments ?? 10,
			periodUnit: 'month',
			periodEvery: 1,
			appliedOn: on,
		}),
	);
	return world.as(supervisor, async (work) =>
		approveLoan(work, {loan: loan.id, decidedOn: on, reason: 'Layak'}),
	);
}
