import {cityAccounts} from '../fund/index.ts';
import type {BookCode} from '../kernel/ids.ts';
import {type Rupiah, add, isZero, subtract, sum, zero} from '../kernel/money.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import {type Policy, netRealisableValue} from '../provisioning/index.ts';
import {
	type FundedAllocation,
	type Holding,
	type Rating,
	type Turnovers,
	holdingsByFund,
	invested,
	nothingHeld,
	rate,
} from './standing.ts';

/** The amounts of the annex that add up. */
export type AnnexSums = {
	/** On the books (1.1.2 and 1.2.1) before the period. */
	readonly opening: Rupiah;
	readonly additions: Rupiah;
	/** Remitted and given back. */
	readonly repayments: Rupiah;
	readonly writtenOff: Rupiah;
	/** Turned into claims on persons. */
	readonly claimed: Rupiah;
	/** Moved by any other kind of entry, with its sign; nothing as a rule. */
	readonly other: Rupiah;
	readonly closing: Rupiah;
	/** Of the closing, what stands on 1.1.2. */
	readonly currentPortion: Rupiah;
	/** What is booked on 1.2.2. */
	readonly provision: Rupiah;
	/** What the policy asks on the day. */
	readonly requiredProvision: Rupiah;
	readonly netRealisableValue: Rupiah;
	/** Off the books and owed still (9.1.1). */
	readonly register: Rupiah;
	/** Left of claims on persons (1.3.1). */
	readonly claims: Rupiah;
};

export type AnnexRow = AnnexSums & {
	/** Undefined for what names no allocation that is known. */
	readonly allocation?: FundedAllocation;
	readonly rating?: Rating;
};

/** Daftar Dana Bergulir dan Penyisihan Dana Bergulir, an annex to the city's statements. */
export type Annex = {
	readonly book: BookCode;
	readonly from: LocalDate;
	readonly asOf: LocalDate;
	readonly policy: Policy;
	readonly rows: readonly AnnexRow[];
	readonly totals: AnnexSums;
};

const sumNames = [
	'opening',
	'additions',
	'repayments',
	'writtenOff',
	'claimed',
	'other',
	'closing',
	'currentPortion',
	'provision',
	'requiredProvision',
	'netRealisableValue',
	'register',
	'claims',
] as const satisfies readonly (keyof AnnexSums)[];

/** Which column an entry of a kind belongs in, and whether it adds. */
const columns = new Map<string, 'additions' | 'repayments' | 'writtenOff' | 'claimed'>([
	['tranche', 'additions'],
	['remittance', 'repayments'],
	['fund-return', 'repayments'],
	['fund-write-off', 'writtenOff'],
	['fund-claim', 'claimed'],
]);

type Movements = Pick<AnnexSums, 'additions' | 'repayments' | 'writtenOff' | 'claimed' | 'other'>;
const nothingMoved: Movements = {
	additions: zero,
	repayments: zero,
	writtenOff: zero,
	claimed: zero,
	other: zero,
};

/** What moved each allocation between two days, by the kinds of the entries. */
function movementsByFund(before: Turnovers, upTo: Turnovers): Map<string, Movements> {
	const byFund = new Map<string, Movements>();
	const put = (turnovers: Turnovers, sign: (amount: Rupiah) => Rupiah): void => {
		for (const {account, fund = '', kind, debits, credits} of turnovers) {
			if (account !== cityAccounts.investment && account !== cityAccounts.currentPortion) continue;
			const name = columns.get(kind) ?? 'other';
			const net = subtract(debits, credits);
			const moved = name === 'additions' || name === 'other' ? net : subtract(zero, net);
			const so = byFund.get(fund) ?? nothingMoved;
			byFund.set(fund, {...so, [name]: add(so[name], sign(moved))});
		}
	};
	put(before, (amount) => subtract(zero, amount));
	put(upTo, (amount) => amount);
	return byFund;
}

/**
 * The annex from what the city's book had moved before a period and by its end: a row for every
 * allocation of which something is or was on the books, so that the totals are the accounts'.
 */
export function buildAnnex(
	{book, from, asOf, policy}: Pick<Annex, 'book' | 'from' | 'asOf' | 'policy'>,
	allocations: readonly FundedAllocation[],
	before: Turnovers,
	upTo: Turnovers,
): Annex {
	const opening = holdingsByFund(before);
	const closing = holdingsByFund(upTo);
	const movements = movementsByFund(before, upTo);
	const known = new Map<string, FundedAllocation>(allocations.map((one) => [one.id, one]));
	const funds = [...known.keys(), ...[...closing.keys()].filter((fund) => !known.has(fund)).sort()];
	const rows = funds
		.map((fund): AnnexRow => {
			const allocation = known.get(fund);
			const held = closing.get(fund) ?? nothingHeld;
			const rating = allocation && rate(policy, allocation, held, asOf);
			return {
				...(allocation === undefined ? {} : {allocation}),
				...(rating === undefined ? {} : {rating}),
				opening: invested(opening.get(fund) ?? nothingHeld),
				...(movements.get(fund) ?? nothingMoved),
				...amountsOf(held, rating),
			};
		})
		.filter((row) => !sumNames.every((name) => isZero(row[name])));
	const totals = Object.fromEntries(
		sumNames.map((name) => [name, sum(rows.map((row) => row[name]))]),
	) as AnnexSums;
	return {book, from, asOf, policy, rows, totals};
}

const amountsOf = (held: Holding, rating: Rating | undefined) => ({
	closing: invested(held),
	currentPortion: held.currentPortion,
	provision: held.provision,
	requiredProvision: rating?.required ?? zero,
	netRealisableValue: netRealisableValue(invested(held), held.provision),
	register: held.writtenOff,
	claims: held.claims,
});

/** What the accounts say, and less what the annex adds up to: nothing, or the two have parted. */
export type AnnexControl = {
	readonly invested: Rupiah;
	readonly provision: Rupiah;
	readonly investedDifference: Rupiah;
	readonly provisionDifference: Rupiah;
};

/** The accounts as a whole, beside the annex. */
export function controlAnnex({totals}: Pick<Annex, 'totals'>, upTo: Turnovers): AnnexControl {
	const total = (...accounts: readonly string[]): Rupiah =>
		sum(
			upTo
				.filter(({account}) => accounts.includes(account))
				.map(({debits, credits}) => subtract(debits, credits)),
		);
	const onBooks = total(cityAccounts.investment, cityAccounts.currentPortion);
	const provision = subtract(zero, total(cityAccounts.doubtful));
	return {
		invested: onBooks,
		provision,
		investedDifference: subtract(onBooks, totals.closing),
		provisionDifference: subtract(provision, totals.provision),
	};
}
