import type {LoanId} from '../../kernel/ids.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import {type Rupiah, subtract} from '../../kernel/money.ts';
import type {Book} from '../../ledger/index.ts';
import type {Loan, ScheduleVersion} from '../loan.ts';
import {type DecidedPayment, type WantedPayment, decidePayment, scheduleFacts} from '../payment.ts';
import type {LendingWork} from '../ports.ts';
import type {Split} from '../waterfall.ts';
import {getLoan} from './get-loan.ts';
import {productOf} from './get-product.ts';
import {depositFor} from './with-deposits.ts';

/** What a payment would pay, and what would be owed after it. */
export type PreviewedPayment = DecidedPayment & {
	readonly paidOn: LocalDate;
	/** What of the money goes to the member's deposit. */
	readonly excess: Rupiah;
	readonly owedAfter: Split;
};

/**
 * What a payment would pay of a loan; nothing is written. Where a later payment is there already,
 * it would be split anew as well, which a preview does not tell.
 * @throws DomainError `lending/collected-out-of-order`, and what {@link decidePayment} refuses.
 */
export async function previewRepayment(
	work: LendingWork,
	id: LoanId,
	{paidOn = work.today(), ...wanted}: Omit<WantedPayment, 'paidOn'> & {paidOn?: LocalDate},
): Promise<PreviewedPayment> {
	const {loan, book} = await getLoan(work, id);
	const schedule = await work.lending.findSchedule(book, loan.id);
	const paid = (await work.lending.repayments(book, loan.id))
		.filter(({isReversed}) => !isReversed)
		.map((repayment) => repayment.paidOn)
		.sort();
	const last = paid.at(-1);
	const facts = await paymentFacts(work, {loan, book, schedule}, {...wanted, paidOn});
	const payment = decidePayment(
		{...facts, ...(last === undefined ? {} : {lastPaidOn: last})},
		{...wanted, paidOn},
	);
	const {owed} = facts;
	return {
		...payment,
		paidOn,
		excess: subtract(wanted.amount, payment.amount),
		owedAfter: {
			principal: subtract(owed.principal, payment.principal),
			margin: subtract(owed.margin, payment.margin),
		},
	};
}

type Found = {
	readonly loan: Loan;
	readonly book: Book;
	readonly schedule: ScheduleVersion | undefined;
};

/** All that decides how a payment of one loan is split. */
export async function paymentFacts(
	work: LendingWork,
	{loan, book, schedule}: Found,
	{method, paidOn}: Pick<WantedPayment, 'method' | 'paidOn'>,
) {
	const product = await productOf(work, book, loan);
	const deposit = method === 'deposit' ? {deposit: await depositFor(work, book, loan, paidOn)} : {};
	return {
		...deposit,
		loan,
		...scheduleFacts(schedule),
		owed: await work.lending.owed(book, loan),
		...(product ? {waterfall: product.waterfall} : {}),
	};
}
