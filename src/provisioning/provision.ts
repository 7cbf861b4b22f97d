import {type Rupiah, max, portion, rupiah, subtract, zero} from '../kernel/money.ts';
import type {LoanFacts} from './classify.ts';
import type {PolicyClass} from './policy.ts';

const wholeRupiah = rupiah('1');

type Outstanding = Pick<LoanFacts, 'principal' | 'collateral'>;

/** What a provision is a part of: the principal outstanding, less collateral where it counts. */
export const provisionBase = (
	{deductsCollateral}: PolicyClass,
	{principal, collateral}: Outstanding,
): Rupiah => max(subtract(principal, deductsCollateral ? collateral : zero), zero);

/** The provision that a class requires for a loan, a half rounded up to whole rupiah. */
export const requiredProvision = (one: PolicyClass, loan: Outstanding): Rupiah =>
	portion(provisionBase(one, loan), one.percentage, 'half-up', wholeRupiah);

/** Net realisable value: principal outstanding less the allowance for it. */
export const netRealisableValue = (principal: Rupiah, allowance: Rupiah): Rupiah =>
	subtract(principal, allowance);
