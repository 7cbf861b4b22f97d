import type {LoanId} from '../../kernel/ids.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import {type Rupiah, zero} from '../../kernel/money.ts';
import type {Book} from '../../ledger/index.ts';
import type {Loan} from '../loan.ts';
import {type PaymentFacts, depositKey} from '../payment.ts';
import type {LendingWork} from '../ports.ts';

type DepositWork = Pick<LendingWork, 'groups'>;

/** The facts of loans with what may be taken of their members' deposits as of a day. */
export async function withDeposits(
	work: DepositWork,
	book: Book,
	loans: ReadonlyMap<LoanId, PaymentFacts>,
	on: LocalDate,
): Promise<Map<LoanId, PaymentFacts>> {
	const all = [...loans.values()];
	const members = all.map(({loan}) => loan.member);
	const deposits = await work.groups.depositsFrom(book, members, on);
	return new Map(
		all.map((facts) => [
			facts.loan.id,
			{...facts, deposit: deposits.get(depositKey(facts.loan)) ?? zero},
		]),
	);
}

/** What may be taken of a member's deposit with the fund of a loan as of a day. */
export async function depositFor(
	work: DepositWork,
	book: Book,
	loan: Loan,
	on: LocalDate,
): Promise<Rupiah> {
	const deposits = await work.groups.depositsFrom(book, [loan.member], on);
	return deposits.get(depositKey(loan)) ?? zero;
}
