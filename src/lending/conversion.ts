import {cooperativeAccounts} from '../cooperatives/index.ts';
import type {LoanId} from '../kernel/ids.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import {type Rupiah, add, isPositive, isZero, toText} from '../kernel/money.ts';
import type {Rate} from '../kernel/rate.ts';
import {type EntryDraft, credit, debit} from '../ledger/index.ts';
import {type Akad, akadRules} from './akad.ts';
import type {Arrears} from './arrears.ts';
import {about, draftDisbursement, optional} from './entries.ts';
import {refuse} from './errors.ts';
import type {Loan, PeriodUnit} from './loan.ts';
import type {SettlementQuote} from './settlement.ts';
import type {Split} from './waterfall.ts';

const {fundBank, conversions} = cooperativeAccounts;

/** What a debt is to become: the terms of the new loan, of which the principal is what is owed. */
export type WantedConversion = {
	readonly loan: LoanId;
	readonly convertedOn: LocalDate;
	readonly akad: Akad;
	readonly product?: string;
	/** The rent of an ijarah above the cost of its asset; zero for the others. */
	readonly margin: Rupiah;
	readonly nisbah?: Rate;
	readonly instalments: number;
	readonly periodUnit: PeriodUnit;
	readonly periodEvery: number;
	readonly firstDueOn?: LocalDate;
	/** Margin that is due and unpaid is left to the member; refused without it. */
	readonly leavesMarginDue: boolean;
};

export type NewConversion = WantedConversion & {
	readonly reason: string;
	readonly document: string;
};

/** A debt that was moved to a loan under another akad. */
export type Conversion = {
	readonly from: LoanId;
	readonly to: LoanId;
	readonly convertedOn: LocalDate;
	/** What was owed of the old loan, and is the principal of the new one. */
	readonly principal: Rupiah;
	/** Margin that was due, unpaid and left to the member (muqasah). */
	readonly marginLeftOff: Rupiah;
	/** Margin that was not due yet. */
	readonly marginCancelled: Rupiah;
	/** How late the old loan was: by its own schedule the new one looks current. */
	readonly arrears: Arrears;
	/** The entry that ends the old debt, and the one that begins the new. */
	readonly settlingEntry: number;
	readonly grantingEntry: number;
	readonly reason: string;
	readonly document: string;
	readonly decidedBy: string;
};

/**
 * Only the debt of a murabahah is converted, into an akad that is no sale at a price again
 * (konversi akad, DSN-MUI 49/2005; from memory, so provisional).
 * @throws DomainError `lending/conversion-of-akad`, `lending/conversion-inah`,
 * `lending/conversion-into-jasa`.
 */
export function decideConversion({akad, number}: Pick<Loan, 'akad' | 'number'>, into: Akad): void {
	const values = {number: String(number)};
	if (akad !== 'murabahah') throw refuse('lending/conversion-of-akad', {...values, akad});
	if (into === 'murabahah') throw refuse('lending/conversion-inah', values, 'akad');
	if (into === 'jasa') throw refuse('lending/conversion-into-jasa', values, 'akad');
}

/**
 * Margin never becomes principal: what is due of it is paid beforehand or left off knowingly.
 * @throws DomainError `lending/conversion-margin-due`, `lending/no-principal-left`.
 */
export function decideOwed(
	{number}: Pick<Loan, 'number'>,
	{principal, marginDue}: Pick<SettlementQuote, 'principal' | 'marginDue'>,
	leavesMarginDue: boolean,
): void {
	if (!isPositive(principal)) throw refuse('lending/no-principal-left', {});
	if (leavesMarginDue || isZero(marginDue)) return;
	const values = {number: String(number), margin: toText(marginDue)};
	throw refuse('lending/conversion-margin-due', values, 'leavesMarginDue');
}

/**
 * The two entries of a conversion. The first ends the old debt: its margin is never earned, so the
 * deferred margin and the receivable fall together, and its principal goes to an account that is
 * empty again after the second, by which the new loan begins without money. What the cooperative
 * owes the city is in neither, for nothing was collected.
 */
export function draftConversion(
	from: Loan,
	to: Loan,
	owed: Split,
	{convertedOn, document}: {readonly convertedOn: LocalDate; readonly document: string},
): [EntryDraft, EntryDraft] {
	const {principal, margin} = owed;
	const {receivable, deferred} = akadRules[from.akad];
	const reason = `Konversi ${from.akad} nomor ${from.number} menjadi ${to.akad} nomor ${to.number}`;
	const begun = draftDisbursement(to, convertedOn, document);
	return [
		{
			book: from.book,
			effectiveOn: convertedOn,
			kind: 'conversion',
			reason,
			document,
			lines: [
				debit(conversions, principal, about(from)),
				...optional(margin, (amount) => debit(deferred!, amount, about(from))),
				credit(receivable, add(principal, margin), about(from)),
			],
		},
		{
			...begun,
			reason,
			// The old debt pays for it, where otherwise the bank does.
			lines: begun.lines.map((line) =>
				line.account === fundBank ? credit(conversions, line.amount, about(to)) : line,
			),
		},
	];
}
