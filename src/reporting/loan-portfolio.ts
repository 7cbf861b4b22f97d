import type {LocalDate} from '../kernel/local-date.ts';
import {type Rupiah, subtract} from '../kernel/money.ts';
import type {Policy} from '../provisioning/index.ts';
import type {MemberLoan} from './member-loan.ts';

/** A loan that owes something on a day, by the ledger and its schedule. */
export type LoanPosition = MemberLoan & {
	readonly agreement: string;
	readonly disbursedOn: LocalDate;
	readonly disbursed: Rupiah;
	/** All that is still to be paid, margin in it. */
	readonly owed: Rupiah;
	/** Net of deferred margin. */
	readonly principal: Rupiah;
	/** What fell due before the day and is not paid. */
	readonly overdue: Rupiah;
	readonly daysPastDue: number;
	readonly lateSince: LocalDate | undefined;
	/** On a schedule that was agreed anew, or come of a conversion. */
	readonly isRestructured: boolean;
	readonly classes: readonly PositionClass[];
};

export type PositionClass = {
	readonly policy: string;
	readonly position: number;
	readonly provision: Rupiah;
};

export type PortfolioTotals = {
	readonly loans: number;
	readonly disbursed: Rupiah;
	readonly owed: Rupiah;
	readonly principal: Rupiah;
	readonly overdue: Rupiah;
	/** Principal of loans on a schedule that was agreed anew. */
	readonly restructured: Rupiah;
	readonly provisions: readonly {readonly policy: string; readonly provision: Rupiah}[];
};

/** What is owed beyond principal: the margin, jasa or rent that is still to be paid. */
export const marginOf = ({owed, principal}: Pick<LoanPosition, 'owed' | 'principal'>): Rupiah =>
	subtract(owed, principal);

/** The code of the class in which a policy puts a loan. */
export const classCode = (
	policy: Pick<Policy, 'code' | 'classes'>,
	{classes}: Pick<LoanPosition, 'classes'>,
): string | undefined => {
	const found = classes.find((one) => one.policy === policy.code);
	return found && policy.classes[found.position - 1]?.code;
};

/** A name as whoever may not see members sees it: `Siti Aminah` becomes `S*** A***`. */
export const maskName = (name: string): string =>
	name
		.split(/\s+/u)
		.filter((word) => word !== '')
		.map((word) => `${Array.from(word)[0]}***`)
		.join(' ');
