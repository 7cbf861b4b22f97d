import {add, equals, sum, zero} from '../../kernel/money.ts';
import type {Book} from '../../ledger/index.ts';
import {akadRules} from '../akad.ts';
import {effectiveAnnualPercent} from '../effective-rate.ts';
import type {Loan} from '../loan.ts';
import {planSchedule} from '../loan-schedule.ts';
import type {LendingWork} from '../ports.ts';
import {feesOf} from '../product.ts';
import {planningFacts, productOf} from './get-product.ts';

/**
 * The effective annual rate of a loan in per cent, as it was disbursed: by its first schedule, with
 * the fees of its product. Of a loan in tranches it is that of all that was approved, paid out at
 * once on the day of the first: the fees were taken on all of it. Undefined of a loan that was not
 * disbursed, and where the return is a share of a profit that nobody knows beforehand.
 */
export async function getEffectiveRate(
	work: Pick<LendingWork, 'lending' | 'products'>,
	book: Book,
	loan: Loan,
): Promise<string | undefined> {
	const {akad, disbursedOn} = loan;
	if (disbursedOn === undefined || akadRules[akad].earning === 'share') return undefined;
	const [first] = await work.lending.listSchedules(book, loan.id);
	if (!first) return undefined;
	const product = await productOf(work, book, loan);
	// What was paid beforehand was never lent; under wakalah the cost may be below what was approved.
	const lent = sum(first.instalments.map((row) => row.principal));
	const isInTranches = (product?.tranchesMax ?? 1) > 1;
	const principal = isInTranches ? loan.principal : lent;
	const cost = add(principal, loan.downPayment ?? zero);
	const fees = sum((product ? feesOf(product, cost) : []).map(({amount}) => amount));
	const rows = equals(lent, principal)
		? first.instalments
		: planSchedule(loan, disbursedOn, await planningFacts(work, book, product, disbursedOn))
				.instalments;
	return effectiveAnnualPercent({disbursedOn, principal, fees, rows});
}
