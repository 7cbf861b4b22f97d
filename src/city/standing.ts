import {
	type DueStanding,
	type EarlyEnd,
	type FundTerms,
	type Received,
	buildScheduleOfReceived,
	cityAccounts,
	standDues,
} from '../fund/index.ts';
import type {AllocationId, BookCode} from '../kernel/ids.ts';
import {type LocalDate, addMonths, daysBetween} from '../kernel/local-date.ts';
import {type Rupiah, add, max, min, subtract, sum, zero} from '../kernel/money.ts';
import type {KelurahanCode} from '../kernel/region-code.ts';
import type {LedgerStore} from '../ledger/index.ts';
import {
	type Lateness,
	type Policy,
	type PolicyClass,
	classify,
	monthsBegun,
	requiredProvision,
} from '../provisioning/index.ts';

/** An allocation as the city knows it on a day. */
export type FundedAllocation = {
	readonly id: AllocationId;
	/** The cooperative that owes it. */
	readonly book: BookCode;
	readonly cooperativeName: string;
	readonly kelurahan: KelurahanCode;
	readonly agreementNumber: string;
	readonly terms: FundTerms;
	/** The tranches that stand. */
	readonly received: readonly Received[];
	readonly earlyEnd?: EarlyEnd;
};

/** What was moved on one account for one allocation by one kind of entry. */
export type Turnovers = Awaited<ReturnType<LedgerStore['turnovers']>>;

/** What the city's book holds of one allocation, each amount on the side where it belongs. */
export type Holding = {
	/** 1.2.1, what is not due within a year on a balance date. */
	readonly investment: Rupiah;
	/** 1.1.2, what is. */
	readonly currentPortion: Rupiah;
	/** 1.2.2, what was provided for. */
	readonly provision: Rupiah;
	/** 9.1.1, off the balance sheet and owed still. */
	readonly writtenOff: Rupiah;
	/** 1.3.1, claims on persons. */
	readonly claims: Rupiah;
};

export const nothingHeld: Holding = {
	investment: zero,
	currentPortion: zero,
	provision: zero,
	writtenOff: zero,
	claims: zero,
};

const {investment, currentPortion, doubtful, writtenOff, claims} = cityAccounts;

const holdings = new Map<string, keyof Holding>([
	[investment, 'investment'],
	[currentPortion, 'currentPortion'],
	[doubtful, 'provision'],
	[writtenOff, 'writtenOff'],
	[claims, 'claims'],
]);

/** What is held of each allocation; under '' what names none. */
export function holdingsByFund(turnovers: Turnovers): Map<string, Holding> {
	const byFund = new Map<string, Holding>();
	for (const {account, fund = '', debits, credits} of turnovers) {
		const name = holdings.get(account);
		if (name === undefined) continue;
		const held = byFund.get(fund) ?? nothingHeld;
		const moved = name === 'provision' ? subtract(credits, debits) : subtract(debits, credits);
		byFund.set(fund, {...held, [name]: add(held[name], moved)});
	}
	return byFund;
}

/** What stands on the books of an allocation before what is doubtful is taken off. */
export const invested = (held: Pick<Holding, 'investment' | 'currentPortion'>): Rupiah =>
	add(held.investment, held.currentPortion);

/**
 * The schedule with what was paid of it, so that exactly what is owed is unpaid: a debt ends by
 * being remitted, given back, claimed from a person or written off, and whichever it was, it was of
 * the earliest due first.
 */
export function duesOf(allocation: FundedAllocation, owed: Rupiah, day: LocalDate): DueStanding[] {
	const {terms, received, earlyEnd} = allocation;
	const total = sum(received.map(({amount}) => amount));
	return standDues(
		buildScheduleOfReceived(terms, received, earlyEnd),
		max(subtract(total, owed), zero),
		day,
	);
}

const currentMonths = 12;

/**
 * What of an allocation falls due within twelve months of a balance date, what is overdue included
 * (Bultek SAP 07: bagian lancar). What was written off is not on the books and no part of it.
 */
export function currentPortionOn(
	allocation: FundedAllocation,
	onBooks: Rupiah,
	balanceDate: LocalDate,
): Rupiah {
	const until = addMonths(balanceDate, currentMonths);
	const due = duesOf(allocation, onBooks, balanceDate)
		.filter(({dueOn}) => dueOn <= until)
		.map(({unpaid}) => unpaid);
	return max(min(sum(due), onBooks), zero);
}

/** How late a cooperative is with what it owes the city under an agreement. */
export function latenessToCity(
	allocation: FundedAllocation,
	held: Pick<Holding, 'investment' | 'currentPortion' | 'writtenOff'>,
	day: LocalDate,
): Lateness {
	// What was written off is owed still: the oldest unpaid day stays what it was.
	const owed = add(invested(held), held.writtenOff);
	const overdue = duesOf(allocation, owed, day).filter(({isOverdue}) => isOverdue);
	const [oldest] = overdue;
	if (!oldest) return {daysPastDue: 0, monthsPastDue: 0, missedPayments: 0};
	return {
		daysPastDue: daysBetween(oldest.dueOn, day),
		monthsPastDue: monthsBegun(oldest.dueOn, day),
		missedPayments: overdue.length,
	};
}

/** What a policy says of the cooperative that owes an allocation: executing, it is rated. */
export type Rating = {
	readonly lateness: Lateness;
	readonly class: PolicyClass;
	readonly base: Rupiah;
	readonly required: Rupiah;
};

// The city is paid yearly; the rarest of the policies' words stands for it.
const frequency = 'six-monthly';

/** The class of an allocation by months past due to the city, and the provision that it asks. */
export function rate(
	policy: Policy,
	allocation: FundedAllocation,
	held: Pick<Holding, 'investment' | 'currentPortion' | 'writtenOff'>,
	day: LocalDate,
): Rating {
	const base = max(invested(held), zero);
	const lateness = latenessToCity(allocation, held, day);
	const outstanding = {owed: base, principal: base, collateral: zero};
	const found = classify(policy, {...lateness, ...outstanding, frequency});
	return {lateness, class: found, base, required: requiredProvision(found, outstanding)};
}
