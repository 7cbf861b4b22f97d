import type {AllocationId, BookCode, LoanId} from '../kernel/ids.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import {type Rupiah, add, max, min, ratioText, subtract, sum, zero} from '../kernel/money.ts';

/** What of a loan fell due and was paid in a period, from its schedule and the ledger. */
export type LoanCollection = {
	readonly book: BookCode;
	readonly loan: LoanId;
	readonly number: number;
	readonly fund: AllocationId;
	/** What had fallen due before the period and was not paid. */
	readonly arrearsOpening: Rupiah;
	/** What had been paid by then and had not fallen due. */
	readonly aheadOpening: Rupiah;
	/** What fell due in the period by the schedule in force on each due date. */
	readonly duePrincipal: Rupiah;
	readonly dueMargin: Rupiah;
	/** Cash that came in the period, net of what was taken back. */
	readonly paidPrincipal: Rupiah;
	readonly paidMargin: Rupiah;
	/** What has fallen due up to the last day, that day included, and is not paid. */
	readonly arrearsClosing: Rupiah;
};

/** What fell due and what came on one day. */
export type DayCollection = {
	readonly on: LocalDate;
	readonly duePrincipal: Rupiah;
	readonly dueMargin: Rupiah;
	readonly paidPrincipal: Rupiah;
	readonly paidMargin: Rupiah;
};

const amountNames = [
	'arrearsOpening',
	'duePrincipal',
	'dueMargin',
	'due',
	'paidBefore',
	'paidPrincipal',
	'paidMargin',
	'paid',
	'paidArrears',
	'paidOfDue',
	'paidEarly',
	'takenBack',
	'changedOtherwise',
	'arrearsClosing',
] as const;

/** The amounts of a row, in the order in which they are read. */
export type CollectionAmounts = Readonly<Record<(typeof amountNames)[number], Rupiah>>;

export type CollectionRates = {
	/** Of what fell due in the period, what is paid: (paidOfDue + paidBefore) / due. */
	readonly currentRate: string | undefined;
	/** Of what was to be collected: (paidArrears + paidOfDue) / (arrears + due - paidBefore). */
	readonly collectionRate: string | undefined;
};

const decimals = 4;
const nothing = Object.fromEntries(amountNames.map((name) => [name, zero])) as CollectionAmounts;

/**
 * What the cash of a loan paid: the oldest debt first, then what fell due in the period, and the
 * rest beyond both was paid early. A debt that ended otherwise than by cash is never shown as paid:
 * written off, left off or scheduled anew it stands apart, so that
 * arrearsOpening + due - paidBefore - paidArrears - paidOfDue - changedOtherwise = arrearsClosing.
 */
export function collectionOf(facts: LoanCollection): CollectionAmounts {
	const due = add(facts.duePrincipal, facts.dueMargin);
	const paid = add(facts.paidPrincipal, facts.paidMargin);
	const paidBefore = min(facts.aheadOpening, due);
	const cash = max(paid, zero);
	const paidArrears = min(cash, facts.arrearsOpening);
	const open = subtract(due, paidBefore);
	const paidOfDue = min(subtract(cash, paidArrears), open);
	const paidEarly = subtract(subtract(cash, paidArrears), paidOfDue);
	const left = subtract(add(facts.arrearsOpening, open), add(paidArrears, paidOfDue));
	return {
		arrearsOpening: facts.arrearsOpening,
		duePrincipal: facts.duePrincipal,
		dueMargin: facts.dueMargin,
		due,
		paidBefore,
		paidPrincipal: facts.paidPrincipal,
		paidMargin: facts.paidMargin,
		paid,
		paidArrears,
		paidOfDue,
		paidEarly,
		takenBack: max(subtract(zero, paid), zero),
		changedOtherwise: subtract(left, facts.arrearsClosing),
		arrearsClosing: facts.arrearsClosing,
	};
}

/** Sums over loans. */
export const addCollections = (parts: readonly CollectionAmounts[]): CollectionAmounts =>
	parts.length === 0
		? nothing
		: (Object.fromEntries(
				amountNames.map((name) => [name, sum(parts.map((part) => part[name]))]),
			) as CollectionAmounts);

/** The two rates of a period; undefined where nothing was to be collected. */
export const collectionRates = (amounts: CollectionAmounts): CollectionRates => ({
	currentRate: ratioText(add(amounts.paidOfDue, amounts.paidBefore), amounts.due, decimals),
	collectionRate: ratioText(
		add(amounts.paidArrears, amounts.paidOfDue),
		subtract(add(amounts.arrearsOpening, amounts.due), amounts.paidBefore),
		decimals,
	),
});
