import {type LocalDate, daysBetween} from '../kernel/local-date.ts';
import {type Rupiah, add, subtract, sum} from '../kernel/money.ts';
import type {Gap, Link} from './continuity.ts';
import type {FreeLine, FreeRow} from './matching.ts';

/** How long something has been waiting for its other side, in days. */
export type Aged<Item> = Item & {readonly days: number};

/** What only one side has at the end of a day, the oldest first. */
export type Unmatched = {
	readonly asOf: LocalDate;
	/** In the statement, not in the ledger. */
	readonly rows: readonly Aged<FreeRow>[];
	/** In the ledger, not in the statement. */
	readonly lines: readonly Aged<FreeLine>[];
};

export const ageUnmatched = (
	asOf: LocalDate,
	rows: readonly FreeRow[],
	lines: readonly FreeLine[],
): Unmatched => ({
	asOf,
	rows: rows.map((row) => ({...row, days: daysBetween(row.bookedOn, asOf)})),
	lines: lines.map((line) => ({...line, days: daysBetween(line.effectiveOn, asOf)})),
});

export type ReconciliationFacts = {
	readonly asOf: LocalDate;
	/** The chain of statements that begin on or before the day; at least one. */
	readonly chain: readonly Link[];
	readonly gaps: readonly Gap[];
	/** What the last statement of the chain moves up to the day. */
	readonly lastMoved: Rupiah;
	/** What the ledger says at the end of the day, and before the account was compared at all. */
	readonly ledgerBalance: Rupiah;
	readonly ledgerBefore: Rupiah;
	readonly unmatched: Unmatched;
};

/**
 * A bank reconciliation of a day: the ledger's balance, with what only the bank has added and what
 * only the ledger has taken off, is the statement's balance, or the difference is said.
 */
export type Reconciliation = {
	readonly asOf: LocalDate;
	/** The last day that a statement covers, where that is before the day asked for. */
	readonly statementUpTo: LocalDate;
	readonly ledgerBalance: Rupiah;
	readonly onlyInStatement: Rupiah;
	readonly onlyInLedger: Rupiah;
	/** The ledger's balance with the two. */
	readonly adjusted: Rupiah;
	readonly statementBalance: Rupiah;
	/** The statement's balance less that. */
	readonly difference: Rupiah;
	/** What of it stood between bank and ledger before the first statement. */
	readonly openingDifference: Rupiah;
	/** What of it is missing between statements. */
	readonly gaps: readonly Gap[];
	readonly unmatched: Unmatched;
};

export function reconcile(facts: ReconciliationFacts): Reconciliation {
	const {asOf, chain, unmatched, ledgerBalance} = facts;
	const [first, last] = [chain[0]!, chain.at(-1)!];
	const onlyInStatement = sum(unmatched.rows.map(({amount}) => amount));
	const onlyInLedger = sum(unmatched.lines.map(({amount}) => amount));
	const adjusted = subtract(add(ledgerBalance, onlyInStatement), onlyInLedger);
	const statementBalance = last.to <= asOf ? last.closing : add(last.opening, facts.lastMoved);
	return {
		asOf,
		statementUpTo: last.to <= asOf ? last.to : asOf,
		ledgerBalance,
		onlyInStatement,
		onlyInLedger,
		adjusted,
		statementBalance,
		difference: subtract(statementBalance, adjusted),
		openingDifference: subtract(first.opening, facts.ledgerBefore),
		gaps: facts.gaps,
		unmatched,
	};
}
