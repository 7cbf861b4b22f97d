import type {LocalDate} from '../kernel/local-date.ts';
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
import {refuse} from './errors.ts';
import type {Instalment} from './loan.ts';

/** What a payment pays. */
export type Split = {readonly principal: Rupiah; readonly margin: Rupiah};
type Part = keyof Split;

/** The order in which a payment pays. */
export type Waterfall = {
	/** `arrears-first`: the oldest instalment first; `due-first`: the next one due before arrears. */
	readonly phases: 'arrears-first' | 'due-first';
	readonly parts: 'margin-first' | 'principal-first';
	/**
	 * `horizontal`: instalment by instalment. `vertical`: within what is overdue, and again within
	 * what is due and within what is not due yet, one part of all instalments before the other.
	 */
	readonly direction: 'horizontal' | 'vertical';
};

/** Oldest first; within one instalment the margin before the principal. */
export const plainWaterfall: Waterfall = {
	phases: 'arrears-first',
	parts: 'margin-first',
	direction: 'horizontal',
};

/**
 * Splits a payment over a loan's instalments by a waterfall. What was paid before is taken off the
 * oldest instalments, each part by itself.
 * @throws DomainError `lending/repays-more-than-owed`.
 */
export function splitRepayment(
	amount: Rupiah,
	instalments: readonly Instalment[],
	paidBefore: Split,
	{waterfall = plainWaterfall, on}: {waterfall?: Waterfall; on?: LocalDate} = {},
): Split {
	const owed = subtract(totalOf(instalments), add(paidBefore.principal, paidBefore.margin));
	if (compare(amount, owed) > 0) {
		const values = {amount: toText(amount), owed: toText(owed)};
		throw refuse('lending/repays-more-than-owed', values, 'amount');
	}
	let left = amount;
	const paid = {principal: zero, margin: zero};
	for (const {part, size} of cells(whatIsLeft(instalments, paidBefore), waterfall, on)) {
		if (isZero(left)) break;
		const taken = min(left, size);
		paid[part] = add(paid[part], taken);
		left = subtract(left, taken);
	}
	return paid;
}

type Left = Split & Pick<Instalment, 'dueOn'>;

/** What instalments ask for once what was paid is taken off the oldest, each part by itself. */
export function whatIsLeft(instalments: readonly Instalment[], paidBefore: Split): Left[] {
	let {principal: earlierPrincipal, margin: earlierMargin} = paidBefore;
	return instalments.map(({dueOn, principal, margin}) => {
		const [offPrincipal, offMargin] = [
			min(principal, earlierPrincipal),
			min(margin, earlierMargin),
		];
		earlierPrincipal = subtract(earlierPrincipal, offPrincipal);
		earlierMargin = subtract(earlierMargin, offMargin);
		return {
			dueOn,
			principal: subtract(principal, offPrincipal),
			margin: subtract(margin, offMargin),
		};
	});
}

/** What there is to pay, in the order in which it is paid. */
function cells(
	left: readonly Left[],
	{phases, parts, direction}: Waterfall,
	on: LocalDate | undefined,
): {readonly part: Part; readonly size: Rupiah}[] {
	const order: Part[] =
		parts === 'margin-first' ? ['margin', 'principal'] : ['principal', 'margin'];
	return phasesOf(left, phases, on).flatMap((phase) =>
		direction === 'horizontal'
			? phase.flatMap((one) => order.map((part) => ({part, size: one[part]})))
			: order.flatMap((part) => phase.map((one) => ({part, size: one[part]}))),
	);
}

/** Overdue, due next, and later; without a day all is one phase. */
function phasesOf(
	left: readonly Left[],
	phases: Waterfall['phases'],
	on: LocalDate | undefined,
): Left[][] {
	if (on === undefined) return [[...left]];
	const overdue = left.filter(({dueOn}) => dueOn < on);
	const [due, ...later] = left.filter(({dueOn}) => dueOn >= on);
	const next = due === undefined ? [] : [due];
	return phases === 'arrears-first' ? [overdue, next, later] : [next, overdue, later];
}

const totalOf = (instalments: readonly Instalment[]): Rupiah =>
	sum(instalments.map(({principal, margin}) => add(principal, margin)));
