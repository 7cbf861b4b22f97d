import {addDays, type LocalDate} from '../kernel/local-date.ts';
import {
	type Rupiah,
	add,
	compare,
	isZero,
	min,
	subtract,
	sum,
	toText,
	zero,
} from '../kernel/money.ts';
import type {Akad} from './akad.ts';
import {refuse} from './errors.ts';
import type {Instalment, Loan, Repayment, ScheduleVersion} from './loan.ts';
import type {Split} from './waterfall.ts';
import type {Way} from './method.ts';

/** What pays a loan off on a day, and what its member is left. */
export type SettlementQuote = {
	readonly on: LocalDate;
	/** All principal that is owed. */
	readonly principal: Rupiah;
	/** Of the principal, the price at which a rented asset is bought instead of being rented on. */
	readonly assetPrice: Rupiah;
	readonly marginDue: Rupiah;
	/** The margin that is not asked for. */
	readonly discount: Rupiah;
	/** Principal and margin due. */
	readonly total: Rupiah;
	/** The last day on which it is the same, if nothing is paid meanwhile; undefined: any day. */
	readonly validUntil: LocalDate | undefined;
	/** The sentence that states what was left out and why. */
	readonly rule: string;
};

/** An early settlement or the last payment of a loan, as it was posted. */
export type Settlement = Way &
	Pick<Repayment, 'id' | 'loan' | 'receiptNumber'> &
	Pick<SettlementQuote, 'principal' | 'marginDue' | 'discount' | 'total'> & {
		readonly settledOn: LocalDate;
		/** The entry of what was paid; absent where nothing was. */
		readonly entryNumber?: number;
		readonly discountEntry?: number;
		readonly settledBy: string;
	};

/**
 * What is owed at once of a loan on a day, by the schedule in force. No margin is asked for before
 * its instalment is due: of a murabahah that is the discount which must be given (DSN-MUI
 * 153/2022); it is not promised in the akad, and so computed here and nowhere earlier. Of an ijarah
 * the rent of the period that runs is owed, for the asset is in use; of the periods not begun there
 * is none, and what is left of the asset's cost buys the asset.
 */
export function quoteSettlement(
	akad: Akad,
	instalments: readonly Instalment[],
	owed: Split,
	on: LocalDate,
): SettlementQuote {
	const free = freeRows(akad, instalments, on);
	const discount = min(owed.margin, sum(free.map((row) => row.margin)));
	const assetPrice =
		akad === 'ijarah' ? min(owed.principal, sum(free.map((row) => row.principal))) : zero;
	const marginDue = subtract(owed.margin, discount);
	const paid = instalments.length - free.length;
	const previous = paid === 0 ? undefined : instalments[paid - 1]!.dueOn;
	return {
		on,
		principal: owed.principal,
		assetPrice,
		marginDue,
		discount,
		total: add(owed.principal, marginDue),
		validUntil: validUntil(akad, free, previous),
		rule: rules[akad],
	};
}

/** The instalments whose margin is not asked for. */
function freeRows(akad: Akad, instalments: readonly Instalment[], on: LocalDate): Instalment[] {
	return instalments.filter(({dueOn}, index) => {
		// The period of an instalment begins on the day after the one before it fell due.
		const begins = akad === 'ijarah' ? instalments[index - 1]?.dueOn : undefined;
		return akad === 'ijarah' ? begins !== undefined && begins >= on : dueOn > on;
	});
}

function validUntil(
	akad: Akad,
	[next]: readonly Instalment[],
	previousDueOn: LocalDate | undefined,
): LocalDate | undefined {
	if (next === undefined) return undefined;
	return akad === 'ijarah' ? previousDueOn : addDays(next.dueOn, -1);
}

const rules: Record<Akad, string> = {
	qardh: 'Qardh: the principal that is owed, and nothing more (DSN-MUI 19/2001).',
	murabahah:
		'Murabahah: the margin of instalments that are not due yet is given as a discount, as it must be at an early settlement (DSN-MUI 153/2022); the akad does not promise it.',
	mudharabah: 'Mudharabah: the capital that is out; a share of profit is reckoned by itself.',
	musyarakah: 'Musyarakah: the capital that is out; a share of profit is reckoned by itself.',
	ijarah:
		'Ijarah: rent of periods that have not begun is not owed; what is left of the cost of the asset buys it.',
	jasa: 'Jasa: what is not due yet is not earned, and is waived.',
};

/** The last day on which something happened to a loan: nothing is settled or changed before it. */
export function lastStepOn(
	{disbursedOn}: Pick<Loan, 'disbursedOn'>,
	{effectiveOn}: Pick<ScheduleVersion, 'effectiveOn'>,
	repayments: readonly Pick<Repayment, 'paidOn' | 'isReversed'>[],
): LocalDate {
	const days = [
		disbursedOn ?? effectiveOn,
		effectiveOn,
		...repayments.filter(({isReversed}) => !isReversed).map(({paidOn}) => paidOn),
	];
	return days.reduce((last, day) => (day > last ? day : last));
}

/** @throws DomainError `lending/before-last-step`. */
export function requireAfter(last: LocalDate, on: LocalDate, path: string): void {
	if (on >= last) return;
	throw refuse('lending/before-last-step', {date: on, last}, path);
}

/**
 * Nobody pays off early at the full price by not having asked for the quote.
 * @throws DomainError `lending/settle-instead`.
 */
export function requireNoDiscount(amount: Rupiah, {discount, total}: SettlementQuote): void {
	if (isZero(discount)) return;
	const values = {amount: toText(amount), discount: toText(discount), total: toText(total)};
	throw refuse('lending/settle-instead', values, 'amount');
}

/** @throws DomainError `lending/quote-differs` where what is brought is not what was quoted. */
export function requireQuoted(amount: Rupiah, {total, on}: SettlementQuote): void {
	if (compare(amount, total) === 0) return;
	const values = {amount: toText(amount), total: toText(total), date: on};
	throw refuse('lending/quote-differs', values, 'amount');
}
