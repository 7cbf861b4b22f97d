import type {LoanId} from '../kernel/ids.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import {
	type Rupiah,
	add,
	compare,
	equals,
	isPositive,
	isZero,
	max,
	min,
	subtract,
	sum,
	toText,
	zero,
} from '../kernel/money.ts';
import type {RepaymentExtras} from './entries.ts';
import {refuse} from './errors.ts';
import {type Instalment, type Loan, type ScheduleVersion, requireStatus} from './loan.ts';
import {quoteSettlement, requireNoDiscount} from './settlement.ts';
import {type Split, type Waterfall, splitRepayment} from './waterfall.ts';
import type {Excess, Way} from './method.ts';
import {decideWay, requireDeposit} from './way.ts';

/** What has to be known of a loan to take a payment on it. */
export type PaymentFacts = {
	readonly loan: Loan;
	/** The schedule in force; none before disbursement. */
	readonly instalments: readonly Instalment[];
	/**
	 * The day on which it came with an entry, such as a tranche: what was paid before that day would
	 * have been split by the schedule before it.
	 */
	readonly since?: LocalDate;
	/** By the ledger, now. */
	readonly owed: Split;
	/** That of its product; the plain one without. */
	readonly waterfall?: Waterfall;
	/** The latest day on which it was paid, of what was not taken back. */
	readonly lastPaidOn?: LocalDate;
	/** What may be taken of the member's deposit with the loan's fund as of the day of payment. */
	readonly deposit?: Rupiah;
};

export type WantedPayment = Way & {
	readonly paidOn: LocalDate;
	readonly amount: Rupiah;
	readonly excess?: Excess;
};

/** What a payment pays, and what else it does. */
export type DecidedPayment = Split & {
	/** What of it pays the loan. */
	readonly amount: Rupiah;
	readonly extras: RepaymentExtras;
	/** Nothing is owed after it. */
	readonly isLast: boolean;
};

/** Whose deposit a payment of a loan is taken from, and with which fund it lies. */
export const depositKey = ({member, allocation}: Pick<Loan, 'member' | 'allocation'>): string =>
	`${member}/${allocation}`;

export const owedInAll = ({owed}: Pick<PaymentFacts, 'owed'>): Rupiah =>
	add(owed.principal, owed.margin);

/**
 * What a payment pays of a loan.
 * @throws DomainError `lending/wrong-status`, `lending/paid-before-disbursement`,
 * `lending/paid-before-schedule`,
 * `lending/repays-more-than-owed`, `lending/collected-out-of-order`, `lending/settle-instead`,
 * `lending/member-deposit-too-low`, and what {@link decideWay} refuses.
 */
export function decidePayment(facts: PaymentFacts, wanted: WantedPayment): DecidedPayment {
	const {loan, instalments, owed, waterfall} = facts;
	requireStatus(loan, 'disbursed');
	decideWay(wanted);
	if (wanted.paidOn < loan.disbursedOn!) {
		const values = {date: wanted.paidOn, disbursedOn: loan.disbursedOn!};
		throw refuse('lending/paid-before-disbursement', values, 'paidOn');
	}
	if (facts.since !== undefined && wanted.paidOn < facts.since) {
		const values = {date: wanted.paidOn, since: facts.since};
		throw refuse('lending/paid-before-schedule', values, 'paidOn');
	}
	const due = owedInAll(facts);
	const excess =
		wanted.excess === 'deposit' ? subtract(wanted.amount, min(wanted.amount, due)) : zero;
	const amount = subtract(wanted.amount, excess);
	const paidBefore = {
		principal: subtract(sum(instalments.map((row) => row.principal)), owed.principal),
		margin: subtract(sum(instalments.map((row) => row.margin)), owed.margin),
	};
	const split = splitRepayment(amount, instalments, paidBefore, {
		...(waterfall === undefined ? {} : {waterfall}),
		on: wanted.paidOn,
	});
	if (wanted.method === 'deposit') requireDeposit(loan, amount, facts.deposit ?? zero);
	requireLatest(facts, wanted);
	const isLast = equals(amount, due);
	if (isLast) {
		requireNoDiscount(amount, quoteSettlement(loan.akad, instalments, owed, wanted.paidOn));
	}
	const extras = {
		...(isZero(excess) ? {} : {excess}),
		...(isLast && loan.akad === 'ijarah' ? {handedOver: loan.principal} : {}),
	};
	return {...split, amount, extras, isLast};
}

/** The schedule that a payment is split by, as facts for it. */
export const scheduleFacts = (
	schedule: Pick<ScheduleVersion, 'effectiveOn' | 'entryNumber' | 'instalments'> | undefined,
): Pick<PaymentFacts, 'instalments' | 'since'> => ({
	instalments: schedule?.instalments ?? [],
	...(schedule?.entryNumber === undefined ? {} : {since: schedule.effectiveOn}),
});

/**
 * What was paid later stays as it was split: a payment of an earlier day is recorded on its own,
 * where the later ones are replayed after it.
 */
function requireLatest(
	{loan, lastPaidOn}: PaymentFacts,
	{paidOn}: Pick<WantedPayment, 'paidOn'>,
): void {
	if (lastPaidOn === undefined || lastPaidOn <= paidOn) return;
	const values = {number: String(loan.number), last: lastPaidOn, date: paidOn};
	throw refuse('lending/collected-out-of-order', values, 'paidOn');
}

/**
 * Facts of which a deposit that several payments are taken from is told as the ones before left it.
 */
export function depositTally() {
	const taken = new Map<string, Rupiah>();
	return {
		left(facts: PaymentFacts): PaymentFacts {
			const before = taken.get(depositKey(facts.loan));
			if (before === undefined || facts.deposit === undefined) return facts;
			return {...facts, deposit: subtract(facts.deposit, before)};
		},
		take({loan}: PaymentFacts, {method}: Way, {amount}: DecidedPayment): void {
			if (method !== 'deposit') return;
			taken.set(depositKey(loan), add(taken.get(depositKey(loan)) ?? zero, amount));
		},
	};
}

/** Decides every part of a payment, in their order. @throws as {@link decidePayment}. */
export function decideParts(
	parts: readonly PaymentPart[],
): {readonly loan: Loan; readonly payment: DecidedPayment}[] {
	const tally = depositTally();
	return parts.map(({facts, wanted}) => {
		const payment = decidePayment(tally.left(facts), wanted);
		tally.take(facts, wanted, payment);
		return {loan: facts.loan, payment};
	});
}

/** A part of a payment that is for one loan. */
export type PaymentPart = {readonly facts: PaymentFacts; readonly wanted: WantedPayment};

/**
 * Spreads a payment over a member's running loans: the oldest due instalment first, whichever loan
 * it is of. Whatever is beyond all of them goes with the last part, to be kept or refused there.
 * @throws DomainError `lending/repays-more-than-owed`.
 */
export function spreadPayment(
	wanted: WantedPayment,
	loans: readonly PaymentFacts[],
): PaymentPart[] {
	const owed = sum(loans.map(owedInAll));
	if (compare(wanted.amount, owed) > 0 && wanted.excess !== 'deposit') {
		const values = {amount: toText(wanted.amount), owed: toText(owed)};
		throw refuse('lending/repays-more-than-owed', values, 'amount');
	}
	const parts = new Map<PaymentFacts, Rupiah>();
	let left = wanted.amount;
	for (const {facts, unpaid} of unpaidRows(loans)) {
		if (isZero(left)) break;
		const taken = min(left, unpaid);
		parts.set(facts, add(parts.get(facts) ?? zero, taken));
		left = subtract(left, taken);
	}
	const last = [...parts.keys()].at(-1);
	if (last !== undefined) parts.set(last, add(parts.get(last)!, left));
	return [...parts].map(([facts, amount]) => ({facts, wanted: {...wanted, amount}}));
}

/** Every instalment that is not fully paid, the oldest due first. */
const unpaidRows = (loans: readonly PaymentFacts[]) =>
	loans
		.flatMap((facts) =>
			facts.instalments.map((row) => ({facts, row, unpaid: unpaidOf(facts, row)})),
		)
		.filter(({unpaid}) => isPositive(unpaid))
		.sort((a, b) => {
			if (a.row.dueOn !== b.row.dueOn) return a.row.dueOn < b.row.dueOn ? -1 : 1;
			return a.facts.loan.number - b.facts.loan.number;
		});

/** What of an instalment is not paid: what is owed beyond what would be owed after it. */
function unpaidOf(facts: PaymentFacts, {principal, margin, owedAfter}: Instalment): Rupiah {
	const beyond = max(subtract(owedInAll(facts), owedAfter), zero);
	return min(beyond, add(principal, margin));
}

export type NamedPart = {readonly loan: LoanId; readonly amount: Rupiah};

/**
 * The parts of a payment as its payer named them.
 * @throws DomainError `lending/parts-not-amount`, `lending/part-twice`,
 * `lending/loan-of-another-member`.
 */
export function namedPayment(
	wanted: WantedPayment,
	named: readonly NamedPart[],
	loans: readonly PaymentFacts[],
): PaymentPart[] {
	requireSum(wanted.amount, named);
	return named.map(({loan, amount}, index) => {
		const path = `parts[${index}].loan`;
		if (named.findIndex((one) => one.loan === loan) < index) {
			throw refuse('lending/part-twice', {name: loan}, path);
		}
		const facts = loans.find((one) => one.loan.id === loan);
		if (!facts) throw refuse('lending/loan-of-another-member', {number: loan}, path);
		return {facts, wanted: {...wanted, amount}};
	});
}

/** @throws DomainError `lending/parts-not-amount`. */
export function requireSum(amount: Rupiah, parts: readonly {readonly amount: Rupiah}[]): void {
	const total = sum(parts.map((part) => part.amount));
	if (equals(total, amount)) return;
	const values = {parts: toText(total), amount: toText(amount)};
	throw refuse('lending/parts-not-amount', values, 'parts');
}
