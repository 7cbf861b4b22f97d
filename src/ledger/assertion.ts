import {isOnePerson} from '../kernel/actor.ts';
import type {AccountCode} from '../kernel/ids.ts';
import {DomainError, type Finding} from '../kernel/errors.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import {type Rupiah, add, isZero, negate, subtract, toText, zero} from '../kernel/money.ts';
import type {Account, Side} from './account.ts';
import type {AssertionPolicy, AssertionRule} from './assertion-rule.ts';
import type {Book} from './book.ts';
import {ledgerTexts, refuse} from './errors.ts';

export type AssertionSource = 'cash-count' | 'bank-statement' | 'passbook' | 'confirmation';

/** Somebody says what an account held at the end of a day, by something other than the journal. */
export type NewAssertion = {
	readonly account: AccountCode;
	/** Of this fund or member only; of the whole account when neither is named. */
	readonly fund?: string;
	readonly member?: string;
	readonly assertedOn: LocalDate;
	/** On the account's normal side. */
	readonly amount: Rupiah;
	readonly source: AssertionSource;
	readonly document: string;
	readonly note?: string;
	/** The second person at a cash count. */
	readonly countedWith?: string;
	/** Left out, the account's rule decides; without a rule a break is flagged. */
	readonly policy?: AssertionPolicy;
};

export type Assertion = NewAssertion & {
	readonly number: number;
	readonly policy: AssertionPolicy;
	readonly assertedBy: string;
	readonly recordedAt: Date;
	/** What the ledger said when it was recorded, as known when this entry was the last. */
	readonly knownToEntry: number;
	readonly ledgerAmount: Rupiah;
};

/** An assertion with what became of it. */
export type AssertionRecord = Assertion & {
	/** What was asserted less what the ledger says now; undefined once it is withdrawn. */
	readonly difference?: Rupiah;
	/** Entries after which it held no more, though it had until then. */
	readonly brokenBy: readonly number[];
	readonly withdrawal?: Withdrawal;
};

export type Withdrawal = {
	readonly withdrawnBy: string;
	readonly withdrawnAt: Date;
	readonly reason: string;
};

/** `differs` from the first; `broken` by a later entry and not restored since. */
export type AssertionState = 'holds' | 'differs' | 'broken' | 'withdrawn';

export function stateOf({difference, brokenBy}: AssertionRecord): AssertionState {
	if (difference === undefined) return 'withdrawn';
	if (isZero(difference)) return 'holds';
	return brokenBy.length > 0 ? 'broken' : 'differs';
}

export type AssertionFacts = {
	readonly book: Book;
	readonly today: LocalDate;
	readonly account: Account | undefined;
	/** The account's rule in force on the day asserted. */
	readonly rule: AssertionRule | undefined;
	readonly actorName: string;
};

/**
 * Whether something may be asserted, and what a break of it will meet. That it differs from the
 * ledger is no reason to refuse it: the difference is what it is for.
 * @throws DomainError with one finding for each broken rule.
 */
export function decideAssertion(wanted: NewAssertion, facts: AssertionFacts): AssertionPolicy {
	const [first, ...others] = [
		...accountFindings(wanted, facts),
		...dayFindings(wanted, facts),
		...countFindings(wanted, facts),
		...policyFindings(wanted, facts),
	];
	if (first) {
		throw new DomainError(first, ledgerTexts[first.code as keyof typeof ledgerTexts], others);
	}
	return wanted.policy ?? facts.rule?.policy ?? 'flag';
}

const accountFindings = ({account}: NewAssertion, facts: AssertionFacts): Finding[] =>
	facts.account
		? []
		: [found('ledger/unknown-account', 'account', {account, book: facts.book.code})];

function dayFindings({assertedOn}: NewAssertion, {book, today}: AssertionFacts): Finding[] {
	const path = 'assertedOn';
	if (assertedOn > today) {
		return [found('ledger/date-in-future', path, {date: assertedOn, today})];
	}
	if (assertedOn < book.openedOn) {
		const values = {date: assertedOn, openedOn: book.openedOn, book: book.code};
		return [found('ledger/before-book-opened', path, values)];
	}
	return [];
}

// One person alone at a cash box is how money was said to be there that was not.
function countFindings(
	{source, countedWith}: NewAssertion,
	{actorName}: AssertionFacts,
): Finding[] {
	const isAlone = countedWith === undefined ? source === 'cash-count' : countedWith === actorName;
	return isAlone
		? [found('ledger/cash-counted-alone', 'countedWith', {assertedBy: actorName})]
		: [];
}

function policyFindings({account, policy}: NewAssertion, {rule}: AssertionFacts): Finding[] {
	if (policy !== 'flag' || rule?.policy !== 'refuse') return [];
	const values = {account, effectiveFrom: rule.effectiveFrom};
	return [found('ledger/assertion-policy-ruled', 'policy', values)];
}

/** Whether a person may withdraw an assertion: once, and not one of their own. */
export function decideWithdrawal(assertion: AssertionRecord, actorName: string): void {
	const number = String(assertion.number);
	if (assertion.withdrawal) {
		const {withdrawnBy} = assertion.withdrawal;
		throw refuse('ledger/assertion-withdrawn', {number, withdrawnBy});
	}
	if (isOnePerson(assertion.assertedBy, actorName)) {
		throw refuse('ledger/withdrawal-same-person', {number, assertedBy: actorName});
	}
}

/** An assertion in force as an entry meets it. */
export type StandingAssertion = Pick<
	Assertion,
	'number' | 'account' | 'fund' | 'member' | 'assertedOn' | 'amount' | 'policy'
> & {
	/** What was asserted less what the ledger says now: zero while it holds. */
	readonly difference: Rupiah;
};

/** As much of an entry as can break an assertion. */
export type Effect = {
	readonly effectiveOn: LocalDate;
	readonly lines: readonly {
		readonly account: AccountCode;
		readonly side: Side;
		readonly amount: Rupiah;
		readonly fund?: string;
		readonly member?: string;
	}[];
};

/**
 * Each assertion that holds, whose break is to be refused, and that a draft would break. `standing`
 * may hold any assertions of the draft's book; those of other accounts and earlier days are passed
 * over.
 */
export function assertionFindings(
	draft: Effect,
	accounts: ReadonlyMap<AccountCode, Account>,
	standing: readonly StandingAssertion[],
): Finding[] {
	return standing.flatMap((assertion) => {
		if (assertion.policy !== 'refuse' || !isZero(assertion.difference)) return [];
		const change = changeOf(draft, accounts, assertion);
		if (isZero(change)) return [];
		const index = draft.lines.findIndex((line) => isAbout(line, assertion));
		const values = {
			assertion: String(assertion.number),
			account: assertion.account,
			date: assertion.assertedOn,
			amount: toText(assertion.amount),
			balance: toText(add(assertion.amount, change)),
		};
		return [found('ledger/assertion-broken', `lines[${index}].amount`, values)];
	});
}

/** The assertions as they stand when a draft was posted: what the next draft meets. */
export const afterPosting = (
	draft: Effect,
	accounts: ReadonlyMap<AccountCode, Account>,
	standing: readonly StandingAssertion[],
): StandingAssertion[] =>
	standing.map((assertion) => ({
		...assertion,
		difference: subtract(assertion.difference, changeOf(draft, accounts, assertion)),
	}));

/** What a draft changes of the balance that was asserted. */
function changeOf(
	{effectiveOn, lines}: Effect,
	accounts: ReadonlyMap<AccountCode, Account>,
	assertion: StandingAssertion,
): Rupiah {
	const side = accounts.get(assertion.account)?.normalSide;
	if (effectiveOn > assertion.assertedOn || side === undefined) return zero;
	return lines
		.filter((line) => isAbout(line, assertion))
		.reduce((sum, line) => add(sum, line.side === side ? line.amount : negate(line.amount)), zero);
}

const isAbout = (
	line: Effect['lines'][number],
	{account, fund, member}: StandingAssertion,
): boolean =>
	line.account === account &&
	(fund === undefined || line.fund === fund) &&
	(member === undefined || line.member === member);

const found = (
	code: keyof typeof ledgerTexts,
	path: string,
	values: Readonly<Record<string, string>>,
): Finding => ({code, path, values});
