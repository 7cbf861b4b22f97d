import type {BookCode} from '../../kernel/ids.ts';
import {type LocalDate, localDateAt} from '../../kernel/local-date.ts';
import {
	type AssertionRule,
	type NewAssertionRule,
	type OverdueAssertion,
	decideRule,
	findOverdue,
	ruleOn,
} from '../assertion-rule.ts';
import type {Book} from '../book.ts';
import type {LedgerWork} from '../ports.ts';
import {getBook} from './post-entries.ts';

/**
 * Sets how often an account must be asserted and what a break meets, from a day on.
 * @throws DomainError `ledger/unknown-account`, `ledger/assertion-rule-not-later`.
 */
export async function setAssertionRule(
	work: LedgerWork,
	code: BookCode,
	wanted: NewAssertionRule,
): Promise<AssertionRule> {
	const book = await getBook(work, code);
	await work.ledger.lockTip(book);
	const accounts = await work.ledger.accounts(book, [wanted.account]);
	const rules = await work.ledger.assertionRules(book);
	decideRule(wanted, book, accounts.get(wanted.account), rules);
	const rule = {...wanted, setBy: work.actor.name, setAt: work.now()};
	await work.ledger.insertAssertionRule(book, rule);
	return rule;
}

export type OverdueAnswer = {
	readonly asOf: LocalDate;
	/** How many accounts have a rule in force that wants them asserted: of none, none is overdue. */
	readonly ruled: number;
	readonly overdue: readonly OverdueAssertion[];
};

/** The accounts of a book whose newest assertion is older than their rule allows. */
export async function overdueAssertions(
	work: Pick<LedgerWork, 'ledger' | 'now'>,
	book: Book,
	asOf: LocalDate = localDateAt(work.now(), book.timeZone),
): Promise<OverdueAnswer> {
	const rules = await work.ledger.assertionRules(book);
	const newest = await work.ledger.newestAssertions(book, asOf);
	const accounts = [...new Set(rules.map(({account}) => account))];
	const ruled = accounts.filter(
		(account) => ruleOn(rules, account, asOf)?.everyDays !== undefined,
	).length;
	return {asOf, ruled, overdue: findOverdue(rules, newest, asOf)};
}
