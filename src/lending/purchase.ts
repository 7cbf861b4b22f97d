import type {LocalDate} from '../kernel/local-date.ts';
import {
	type Rupiah,
	add,
	compare,
	isPositive,
	isZero,
	min,
	portion,
	rupiah,
	subtract,
	sum,
	toText,
	zero,
} from '../kernel/money.ts';
import {refuse} from './errors.ts';
import type {Cost} from './late-charge.ts';
import {type Loan, type LoanEvent, requireStatus} from './loan.ts';
import type {ProductTerms} from './product.ts';

/** What stands on a loan before its goods are sold, by the ledger. */
export type BeforeSale = {
	/** Money that the agent has and has not yet bought for. */
	readonly advance: Rupiah;
	/** What the cooperative bought, at cost. */
	readonly goods: Rupiah;
	/** What the member paid beforehand (urbun): a liability until the sale. */
	readonly downPayment: Rupiah;
	/** What is asked of a member who withdrew, beyond the down payment. */
	readonly claim: Rupiah;
};

type Terms = Pick<ProductTerms, 'purchase' | 'downPaymentMinRate' | 'downPaymentMin'>;
type Day = {readonly on: LocalDate; readonly today: LocalDate; readonly path: string};

const numberOf = ({number}: Pick<Loan, 'number'>): string => String(number);

/** The least that is paid beforehand of goods at a cost, in whole rupiah, a half rounded up. */
export function downPaymentMinOf(product: Terms | undefined, cost: Rupiah): Rupiah {
	if (product?.downPaymentMinRate !== undefined) {
		return portion(cost, product.downPaymentMinRate, 'half-up', rupiah('1'));
	}
	return product?.downPaymentMin ?? zero;
}

const asksDownPayment = (product: Terms | undefined): boolean =>
	product?.downPaymentMinRate !== undefined || product?.downPaymentMin !== undefined;

/**
 * A down payment is taken between approval and sale, where the product asks for one. It pays cost
 * and never all of it: what is left is the loan.
 * @throws DomainError `lending/wrong-status`, `lending/no-down-payment-asked`,
 * `lending/down-payment-too-high`, …
 */
export function decideDownPayment(
	loan: Loan,
	product: Terms | undefined,
	held: BeforeSale,
	{amount, ...day}: Day & {readonly amount: Rupiah},
): void {
	requireStatus(loan, 'approved');
	if (!asksDownPayment(product)) {
		throw refuse('lending/no-down-payment-asked', {number: numberOf(loan)});
	}
	requireDay(loan.decidedOn!, day);
	requireBelowCost(add(held.downPayment, amount), isZero(held.goods) ? loan.principal : held.goods);
}

/** @throws DomainError `lending/down-payment-too-high`. */
function requireBelowCost(downPayment: Rupiah, cost: Rupiah): void {
	if (compare(downPayment, cost) < 0) return;
	const values = {downPayment: toText(downPayment), cost: toText(cost)};
	throw refuse('lending/down-payment-too-high', values, 'amount');
}

/** @throws DomainError `lending/down-payment-too-low`. */
export function requireDownPayment(
	loan: Pick<Loan, 'principal'>,
	product: Terms | undefined,
	downPayment: Rupiah,
): void {
	const least = downPaymentMinOf(product, loan.principal);
	if (compare(downPayment, least) >= 0) return;
	throw refuse('lending/down-payment-too-low', {held: toText(downPayment), min: toText(least)});
}

/**
 * The member is given money to buy the goods as the cooperative's agent: once the loan is approved
 * and what is asked beforehand is paid, and no more than was approved.
 * @throws DomainError `lending/wrong-status`, `lending/no-wakalah`, `lending/purchase-open`,
 * `lending/advance-above-principal`, `lending/down-payment-too-low`, …
 */
export function decideAdvance(
	loan: Loan,
	product: Terms | undefined,
	held: BeforeSale,
	{amount, ...day}: Day & {readonly amount: Rupiah},
): void {
	requireStatus(loan, 'approved');
	requireWakalah(loan, product);
	requireDay(loan.decidedOn!, day);
	requireNoPurchase(loan, held);
	if (compare(amount, loan.principal) > 0) {
		const values = {amount: toText(amount), principal: toText(loan.principal)};
		throw refuse('lending/advance-above-principal', values, 'amount');
	}
	requireDownPayment(loan, product, held.downPayment);
}

function requireWakalah(loan: Loan, product: Terms | undefined): void {
	if (product?.purchase === 'wakalah') return;
	throw refuse('lending/no-wakalah', {number: numberOf(loan)});
}

/** @throws DomainError `lending/purchase-open`. */
function requireNoPurchase(loan: Loan, {advance, goods}: BeforeSale): void {
	if (isZero(advance) && isZero(goods)) return;
	const values = {number: numberOf(loan), advance: toText(advance), goods: toText(goods)};
	throw refuse('lending/purchase-open', values);
}

/**
 * What of the advance was not spent. The agent buys for the money that was given and for no more.
 * @throws DomainError `lending/wrong-status`, `lending/no-advance`,
 * `lending/purchase-above-advance`, …
 */
export function decidePurchase(
	loan: Loan,
	{advance}: BeforeSale,
	{cost, last, ...day}: Day & {readonly cost: Rupiah; readonly last: LocalDate},
): Rupiah {
	requireStatus(loan, 'approved');
	if (isZero(advance)) throw refuse('lending/no-advance', {number: numberOf(loan)});
	requireDay(last, day);
	if (compare(cost, advance) > 0) {
		const values = {cost: toText(cost), advance: toText(advance)};
		throw refuse('lending/purchase-above-advance', values, 'cost');
	}
	return subtract(advance, cost);
}

/** What is sold of a loan: at what cost, and what was paid of it beforehand. */
export type Sale = {
	readonly cost: Rupiah;
	readonly downPayment: Rupiah;
	readonly isFromStock: boolean;
};

/**
 * What is sold. Under wakalah that is what was bought, at what it cost, and nothing before it is
 * the cooperative's (DSN-MUI 4/2000); else what was approved, bought and sold in one.
 * @throws DomainError `lending/goods-not-bought`, `lending/down-payment-too-low`,
 * `lending/down-payment-too-high`, `lending/before-last-step`.
 */
export function decideSale(
	loan: Loan,
	product: Terms | undefined,
	{goods, downPayment}: BeforeSale,
	{on, last}: {readonly on: LocalDate; readonly last?: LocalDate},
): Sale {
	const isFromStock = product?.purchase === 'wakalah';
	if (isFromStock && isZero(goods)) {
		throw refuse('lending/goods-not-bought', {number: numberOf(loan)});
	}
	if (last !== undefined && on < last) {
		throw refuse('lending/before-last-step', {date: on, last}, 'disbursedOn');
	}
	const cost = isFromStock ? goods : loan.principal;
	requireDownPayment(loan, product, downPayment);
	requireBelowCost(downPayment, cost);
	return {cost, downPayment, isFromStock};
}

/** What becomes of a purchase from which the member withdrew. */
export type Cancellation = {
	/** What came back for the goods. */
	readonly proceeds: Rupiah;
	/** What they cost beyond that. */
	readonly loss: Rupiah;
	/** What else was spent, by its papers. */
	readonly spent: Rupiah;
	/** Of the down payment: kept for loss and costs, and given back. */
	readonly kept: Rupiah;
	readonly returned: Rupiah;
	/** What the down payment does not reach to; asked of the member. */
	readonly claim: Rupiah;
};

/**
 * A member who withdraws after the goods were bought bears what it really cost, proved: it is kept
 * from the down payment, the rest goes back, and what it does not reach to is asked for (DSN-MUI
 * 4/2000, 13/2000; remembered, to be checked against the official text).
 * @throws DomainError `lending/wrong-status`, `lending/goods-not-bought`,
 * `lending/proceeds-above-cost`, `lending/paper-twice`, …
 */
export function decideCancellation(
	loan: Loan,
	{goods, downPayment}: BeforeSale,
	{
		proceeds,
		costs,
		last,
		...day
	}: Day & {
		readonly proceeds: Rupiah;
		readonly costs: readonly Cost[];
		readonly last: LocalDate;
	},
): Cancellation {
	requireBeforeOrAfterSale(loan);
	if (isZero(goods)) throw refuse('lending/goods-not-bought', {number: numberOf(loan)});
	requireDay(last, day);
	if (compare(proceeds, goods) > 0) {
		const values = {proceeds: toText(proceeds), cost: toText(goods)};
		throw refuse('lending/proceeds-above-cost', values, 'proceeds');
	}
	for (const [index, {document, spentOn}] of costs.entries()) {
		if (costs.findIndex((one) => one.document === document) < index) {
			throw refuse('lending/paper-twice', {document}, `costs[${index}].document`);
		}
		requireDay(loan.decidedOn!, {...day, on: spentOn, path: `costs[${index}].spentOn`});
	}
	const loss = subtract(goods, proceeds);
	const spent = sum(costs.map(({amount}) => amount));
	const real = add(loss, spent);
	const kept = min(downPayment, real);
	return {
		proceeds,
		loss,
		spent,
		kept,
		returned: subtract(downPayment, kept),
		claim: subtract(real, kept),
	};
}

/**
 * All of a down payment goes back to who withdraws before anything was bought.
 * @throws DomainError `lending/wrong-status`, `lending/purchase-open`,
 * `lending/no-down-payment-held`, …
 */
export function decideReturn(
	loan: Loan,
	held: BeforeSale,
	{last, ...day}: Day & {readonly last: LocalDate},
): Rupiah {
	requireBeforeOrAfterSale(loan);
	requireNoPurchase(loan, held);
	if (isZero(held.downPayment)) {
		throw refuse('lending/no-down-payment-held', {number: numberOf(loan)});
	}
	requireDay(last, day);
	return held.downPayment;
}

/** @throws DomainError `lending/pays-more-than-claimed`, … */
export function decideClaimPayment(
	{claim}: BeforeSale,
	{amount, last, ...day}: Day & {readonly amount: Rupiah; readonly last: LocalDate},
): void {
	if (compare(amount, claim) > 0) {
		const values = {amount: toText(amount), claim: toText(claim)};
		throw refuse('lending/pays-more-than-claimed', values, 'amount');
	}
	requireDay(last, day);
}

/** @throws DomainError `lending/held-before-sale`: nothing is forgotten on a withdrawn loan. */
export function requireNothingHeld(loan: Loan, {advance, goods, downPayment}: BeforeSale): void {
	if (![advance, goods, downPayment].some(isPositive)) return;
	throw refuse('lending/held-before-sale', {
		number: numberOf(loan),
		advance: toText(advance),
		goods: toText(goods),
		downPayment: toText(downPayment),
	});
}

// A sale that was taken back leaves the goods with the cooperative and the loan ended.
function requireBeforeOrAfterSale(loan: Loan): void {
	if (loan.status !== 'reversed') requireStatus(loan, 'approved');
}

function requireDay(first: LocalDate, {on, today, path}: Day): void {
	if (on < first) throw refuse('lending/before-last-step', {date: on, last: first}, path);
	if (on > today) throw refuse('lending/step-in-future', {date: on, today}, path);
}

/** The steps before a sale, each with an entry that may be taken back. */
export const purchaseSteps = [
	'down-payment',
	'down-payment-returned',
	'purchase-advance',
	'goods-bought',
	'purchase-cancelled',
	'cancellation-paid',
] as const;
export type PurchaseStep = (typeof purchaseSteps)[number];

const isStep = (kind: string): kind is PurchaseStep =>
	(purchaseSteps as readonly string[]).includes(kind);

type Told = Pick<LoanEvent, 'kind' | 'occurredOn' | 'entryNumber' | 'detail'>;
type StandingStep = Told & {readonly kind: PurchaseStep; readonly entryNumber: number};

/** The steps before the sale that were not taken back, in their order. */
export function standingSteps(events: readonly Told[]): StandingStep[] {
	const takenBack = new Set(
		events.filter(({kind}) => kind === 'purchase-step-reversed').map(({detail}) => detail?.entry),
	);
	return events.filter(
		(event): event is StandingStep =>
			isStep(event.kind) && !takenBack.has(String(event.entryNumber)),
	);
}

/** The latest day of a step before the sale; none without one. */
export const lastPurchaseDay = (events: readonly Told[]): LocalDate | undefined =>
	standingSteps(events)
		.map(({occurredOn}) => occurredOn)
		.sort()
		.at(-1);

/**
 * The step that is taken back. What stands on another step is taken back first; one down payment of
 * several may go at any time that leaves what the product asks for.
 * @throws DomainError `lending/unknown-purchase-step`, `lending/wrong-status`,
 * `lending/purchase-step-not-last`, `lending/down-payment-too-low`.
 */
export function decideStepReversal(
	loan: Loan,
	product: Terms | undefined,
	held: BeforeSale,
	{events, entry}: {readonly events: readonly Told[]; readonly entry: number},
): StandingStep {
	const standing = standingSteps(events);
	const step = standing.find(({entryNumber}) => entryNumber === entry);
	if (!step) {
		const values = {number: numberOf(loan), entry: String(entry)};
		throw refuse('lending/unknown-purchase-step', values, 'entry');
	}
	if (step.kind !== 'cancellation-paid') requireBeforeOrAfterSale(loan);
	const later = standing.slice(standing.indexOf(step) + 1);
	const onIt = later.find(({kind}) =>
		step.kind === 'down-payment' ? ending.has(kind) : kind !== 'down-payment',
	);
	if (onIt) {
		const values = {entry: String(entry), last: String(onIt.entryNumber)};
		throw refuse('lending/purchase-step-not-last', values, 'entry');
	}
	if (step.kind === 'down-payment' && [held.advance, held.goods].some(isPositive)) {
		requireDownPayment(loan, product, subtract(held.downPayment, rupiah(step.detail!.amount!)));
	}
	return step;
}

/** After these nothing is left of a down payment. */
const ending: ReadonlySet<PurchaseStep> = new Set(['down-payment-returned', 'purchase-cancelled']);
