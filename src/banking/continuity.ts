import type {BankStatementId} from '../kernel/ids.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import {type Rupiah, isZero, subtract} from '../kernel/money.ts';

/** A statement as a link of the chain that the statements of an account are. */
export type Link = {
	readonly id: BankStatementId;
	readonly number: number;
	readonly from: LocalDate;
	readonly to: LocalDate;
	readonly opening: Rupiah;
	readonly closing: Rupiah;
	/** The movements that no statement before it in the order of days shows: how many, how much. */
	readonly freshRows: number;
	readonly fresh: Rupiah;
};

/** Between two statements something is missing: the second does not begin where the first ended. */
export type Gap = {
	readonly before: Link;
	readonly after: Link;
	/** Where the second would begin, what both show counted once. */
	readonly opening: Rupiah;
	/** That less the closing of the first: what was moved in between. */
	readonly difference: Rupiah;
};

/**
 * The statements of an account in the order of their days, without those that another has whole:
 * each but the first is to begin where the one before it ended.
 */
export function chainOf(statements: readonly Link[]): Link[] {
	const chain: Link[] = [];
	for (const link of statements.toSorted(byDays)) {
		const last = chain.at(-1);
		const isWithin = last !== undefined && (link.to < last.to || isSameEnd(link, last));
		if (!isWithin) chain.push(link);
	}
	return chain;
}

const isSameEnd = (link: Link, last: Link): boolean => link.to === last.to && link.freshRows === 0;

const byDays = (a: Link, b: Link): number =>
	a.from.localeCompare(b.from) || a.to.localeCompare(b.to) || a.number - b.number;

/** Where a chain is broken. */
export const gapsOf = (chain: readonly Link[]): Gap[] =>
	chain.slice(1).flatMap((after, index) => {
		const before = chain[index]!;
		const opening = subtract(after.closing, after.fresh);
		const difference = subtract(opening, before.closing);
		return isZero(difference) ? [] : [{before, after, opening, difference}];
	});
