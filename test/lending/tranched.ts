// Loans that are paid out in tranches, for the tests of what becomes of them.
import {rupiah} from '../../src/kernel/money.ts';
import {rate} from '../../src/kernel/rate.ts';
import {
	type Loan,
	type ProductTerms,
	applyForLoan,
	approveLoan,
	disburseLoan,
	reverseLoanOperation,
} from '../../src/lending/index.ts';
import {type Funded, type World, day, joinMember, officer, supervisor} from '../helpers/world.ts';
import {openProduct} from './late.ts';

/** Paid out in three tranches; at 12 % a year flat, unless it is changed. */
export const openTranched = async (
	world: World,
	funded: Funded,
	change: Partial<ProductTerms> = {},
) =>
	openProduct(world, funded, {
		code: 'PJM-T',
		name: 'Pinjaman bertahap',
		akad: 'jasa',
		method: 'flat',
		...((change.akad ?? 'jasa') === 'jasa' ? {yearlyRate: rate('0.12')} : {}),
		rounding: 'half-up',
		tranchesMax: 3,
		...change,
	});

type Wish = {
	readonly product?: string;
	readonly akad?: Loan['akad'];
	readonly principal?: string;
	readonly instalments?: number;
	readonly period?: readonly [Loan['periodUnit'], number];
	readonly on?: string;
};

/** 10,000,000 in six months, applied for and approved on 3 February 2025; nothing is out yet. */
export async function approveOf(world: World, funded: Funded, wish: Wish = {}): Promise<Loan> {
	const member = await joinMember(world, funded.book);
	const on = day(wish.on ?? '2025-02-03');
	const akad = wish.akad ?? 'jasa';
	const [periodUnit, periodEvery] = wish.period ?? ['month', 1];
	const isShared = akad === 'mudharabah' || akad === 'musyarakah';
	const loan = await world.as(officer, async (work) =>
		applyForLoan(work, {
			member: member.id,
			allocation: funded.allocation.id,
			product: wish.product ?? 'PJM-T',
			akad,
			...(isShared ? {nisbah: rate('0.4')} : {}),
			purpose: 'Membangun kios',
			principal: rupiah(wish.principal ?? '10000000'),
			margin: rupiah('0'),
			instalments: wish.instalments ?? 6,
			periodUnit,
			periodEvery,
			appliedOn: on,
		}),
	);
	return world.as(supervisor, async (work) =>
		approveLoan(work, {loan: loan.id, decidedOn: on, reason: 'Layak'}),
	);
}

/** Pays a tranche out; all that is left without a sum. */
export const payOut = async (
	world: World,
	{id}: Pick<Loan, 'id'>,
	on: string,
	amount?: string,
): Promise<Loan> =>
	world.as(officer, async (work) =>
		disburseLoan(work, {
			loan: id,
			disbursedOn: day(on),
			document: `BA-${on}`,
			...(amount === undefined ? {} : {amount: rupiah(amount)}),
		}),
	);

/** Takes back a tranche, or all that was disbursed. */
export const takeBack = async (
	world: World,
	{id}: Pick<Loan, 'id'>,
	on: string,
	tranche?: number,
): Promise<void> =>
	world.as(supervisor, async (work) =>
		reverseLoanOperation(work, {
			loan: id,
			...(tranche === undefined ? {} : {tranche}),
			effectiveOn: day(on),
			reason: 'Salah catat',
			document: 'BA-BALIK',
		}),
	);
