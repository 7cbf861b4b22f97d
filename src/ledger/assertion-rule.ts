import type {AccountCode} from '../kernel/ids.ts';
import {type LocalDate, addDays, daysBetween, earlier, later} from '../kernel/local-date.ts';
import type {Account} from './account.ts';
import type {Book} from './book.ts';
import {refuse} from './errors.ts';

/** What an entry meets that breaks an assertion: it is refused, or taken and shown. */
export type AssertionPolicy = 'refuse' | 'flag';

/** How often an account must be asserted, and what an entry that breaks an assertion meets. */
export type NewAssertionRule = {
	readonly account: AccountCode;
	readonly effectiveFrom: LocalDate;
	/** Left out where the account need not be asserted (any more). */
	readonly everyDays?: number;
	readonly policy: AssertionPolicy;
	readonly reason: string;
};

export type AssertionRule = NewAssertionRule & {readonly setBy: string; readonly setAt: Date};

/**
 * Whether a rule may be set: for an account of the book, from a day after that of the last one. A
 * rule that came before another would change what was due in the past.
 */
export function decideRule(
	{account: code, effectiveFrom}: NewAssertionRule,
	book: Book,
	account: Account | undefined,
	rules: readonly AssertionRule[],
): void {
	if (!account) {
		throw refuse('ledger/unknown-account', {account: code, book: book.code}, 'account');
	}
	if (effectiveFrom < book.openedOn) {
		const values = {date: effectiveFrom, openedOn: book.openedOn, book: book.code};
		throw refuse('ledger/before-book-opened', values, 'effectiveFrom');
	}
	const newest = rules.filter((rule) => rule.account === code).at(-1)?.effectiveFrom;
	if (newest !== undefined && effectiveFrom <= newest) {
		const values = {account: code, effectiveFrom, newest};
		throw refuse('ledger/assertion-rule-not-later', values, 'effectiveFrom');
	}
}

/** The rule of an account in force on a day, out of rules in the order of their days. */
export const ruleOn = (
	rules: readonly AssertionRule[],
	account: AccountCode,
	day: LocalDate,
): AssertionRule | undefined =>
	rules.filter((rule) => rule.account === account && rule.effectiveFrom <= day).at(-1);

/** The newest assertion of an account as a whole: what was counted of a part proves a part. */
export type NewestAssertion = {
	readonly account: AccountCode;
	readonly number: number;
	readonly assertedOn: LocalDate;
};

/** An account that nobody asserted for longer than its rule allows. */
export type OverdueAssertion = {
	readonly account: AccountCode;
	readonly rule: AssertionRule & {readonly everyDays: number};
	readonly newest?: NewestAssertion;
	readonly dueOn: LocalDate;
	readonly daysOverdue: number;
};

/**
 * The accounts whose newest assertion is older than their rule allows, the longest overdue first.
 * The days are counted from that assertion, or from the account's first rule where that is later:
 * setting the rule anew does not buy time.
 */
export function findOverdue(
	rules: readonly AssertionRule[],
	newestOnes: readonly NewestAssertion[],
	asOf: LocalDate,
): OverdueAssertion[] {
	const accounts = [...new Set(rules.map(({account}) => account))].sort();
	return accounts
		.flatMap((account): OverdueAssertion[] => {
			const rule = ruleOn(rules, account, asOf);
			if (rule?.everyDays === undefined) return [];
			const {everyDays} = rule;
			const newest = newestOnes.find((assertion) => assertion.account === account);
			const first = rules
				.filter((other) => other.account === account)
				.reduce((day, {effectiveFrom}) => earlier(day, effectiveFrom), rule.effectiveFrom);
			const dueOn = addDays(newest ? later(newest.assertedOn, first) : first, everyDays);
			const daysOverdue = daysBetween(dueOn, asOf);
			if (daysOverdue <= 0) return [];
			return [
				{account, rule: {...rule, everyDays}, dueOn, daysOverdue, ...(newest ? {newest} : {})},
			];
		})
		.sort((a, b) => b.daysOverdue - a.daysOverdue);
}
