import type {LocalDate} from '../kernel/local-date.ts';
import {type Rupiah, add, subtract, sum} from '../kernel/money.ts';
import type {MemberLoan} from './member-loan.ts';

/** A loan of which all was paid, and how: at once before its end, or by its last payment. */
export type SettledLoan = MemberLoan & {
	readonly settledOn: LocalDate;
	readonly isEarly: boolean;
	readonly document: string | undefined;
	/** What the last payment or the settlement brought. */
	readonly principal: Rupiah;
	readonly margin: Rupiah;
	/** Margin that was left to the member (muqasah). */
	readonly discount: Rupiah;
	/** When it would have ended by its schedule. */
	readonly maturedOn: LocalDate | undefined;
};

/** A loan in the register of written-off loans, over a period. */
export type WrittenOffLoan = MemberLoan & {
	readonly writtenOffOn: LocalDate;
	/** In the register before the period. */
	readonly opening: Rupiah;
	readonly writtenOff: Rupiah;
	readonly recovered: Rupiah;
};

/** What is left of a written-off loan in the register: account 9.1.01. */
export const leftOf = ({opening, writtenOff, recovered}: Omit<WrittenOffLoan, keyof MemberLoan>) =>
	subtract(add(opening, writtenOff), recovered);

export const settledTotals = (
	loans: readonly Pick<SettledLoan, 'principal' | 'margin' | 'discount' | 'isEarly'>[],
): {
	readonly loans: number;
	readonly early: number;
	readonly principal: Rupiah;
	readonly margin: Rupiah;
	readonly discount: Rupiah;
} => ({
	loans: loans.length,
	early: loans.filter(({isEarly}) => isEarly).length,
	principal: sum(loans.map(({principal}) => principal)),
	margin: sum(loans.map(({margin}) => margin)),
	discount: sum(loans.map(({discount}) => discount)),
});
