import {DomainError} from '../kernel/errors.ts';
import type {LoanId} from '../kernel/ids.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import {type Rupiah, add, max, subtract, sum, zero} from '../kernel/money.ts';
import {arrearsOn} from './arrears.ts';
import {refuse} from './errors.ts';
import {
	type DecidedPayment,
	type PaymentFacts,
	decidePayment,
	depositTally,
	owedInAll,
} from './payment.ts';
import type {Excess, Way} from './method.ts';
import {wayOf} from './way.ts';

/** One row of a collection sheet: what a member brought for a loan. */
export type SheetRow = Partial<Way> & {
	readonly loan: LoanId;
	readonly amount: Rupiah;
	readonly excess?: Excess;
};

/** What a row pays, and how. */
export type DecidedRow = {
	readonly facts: PaymentFacts;
	readonly payment: DecidedPayment;
	readonly way: Way;
};

/** How a row is paid: as the whole sheet, unless it says otherwise itself. */
export const rowWay = ({method, ...row}: Partial<Way>, sheet: Way): Way =>
	wayOf(method === undefined ? sheet : {...row, method});

/**
 * Decides each row of a sheet for itself, as a single payment would be: a row that is refused, or
 * could not be read, harms no other.
 */
export function decideSheet(
	rows: readonly (SheetRow | DomainError)[],
	loans: ReadonlyMap<LoanId, PaymentFacts>,
	sheet: Way & {readonly paidOn: LocalDate},
): (DecidedRow | DomainError)[] {
	const {paidOn} = sheet;
	const seen = new Set<LoanId>();
	const tally = depositTally();
	return rows.map((row) => {
		if (row instanceof DomainError) return row;
		try {
			if (seen.has(row.loan)) throw refuse('lending/collected-twice', {loan: row.loan}, 'loan');
			seen.add(row.loan);
			const facts = loans.get(row.loan);
			if (!facts) throw refuse('lending/unknown-loan', {loan: row.loan}, 'loan');
			const way = rowWay(row, sheet);
			const {amount, excess} = row;
			const payment = decidePayment(tally.left(facts), {
				...way,
				paidOn,
				amount,
				...(excess === undefined ? {} : {excess}),
			});
			tally.take(facts, way, payment);
			return {facts, payment, way};
		} catch (error) {
			if (error instanceof DomainError) return error;
			throw error;
		}
	});
}

/** What a loan asks for on a day. */
export type DueOn = {
	/** The instalment that falls due on the day itself, as far as it is not paid. */
	readonly due: Rupiah;
	/** What fell due before and is not paid. */
	readonly overdue: Rupiah;
	readonly total: Rupiah;
	readonly daysPastDue: number;
};

export function dueOn(day: LocalDate, facts: Pick<PaymentFacts, 'instalments' | 'owed'>): DueOn {
	const owed = owedInAll(facts);
	const {overdue, daysPastDue} = arrearsOn(day, facts.instalments, owed);
	const last = facts.instalments.findLast((row) => row.dueOn <= day);
	const total = last ? max(subtract(owed, last.owedAfter), zero) : zero;
	return {due: subtract(total, overdue), overdue, total, daysPastDue};
}

/** What the rows of a sheet ask for together. */
export const totalDue = (rows: readonly DueOn[]): Omit<DueOn, 'daysPastDue'> => {
	const due = sum(rows.map((row) => row.due));
	const overdue = sum(rows.map((row) => row.overdue));
	return {due, overdue, total: add(due, overdue)};
};
