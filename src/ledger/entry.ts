import type {EntryKind} from '../kernel/entry-kind.ts';
import type {AccountCode, BookCode} from '../kernel/ids.ts';
import {DomainError, type Finding} from '../kernel/errors.ts';
import {type LocalDate, startOfMonth} from '../kernel/local-date.ts';
import {type Rupiah, amountMax, compare, equals, isPositive, sum, toText} from '../kernel/money.ts';
import {type Account, type Side, oppositeSide} from './account.ts';
import type {Book} from './book.ts';
import {type StandingAssertion, assertionFindings} from './assertion.ts';
import {ledgerTexts} from './errors.ts';
import {type Held, limitFindings} from './limit.ts';
import type {Dimensions, Line} from './line.ts';
import {isHashTyped} from './papers.ts';

export type {Dimensions, Line} from './line.ts';

/** What somebody asks to have posted. */
export type EntryDraft = {
	readonly book: BookCode;
	readonly effectiveOn: LocalDate;
	/** What happened, in one word of the rooms above: a new one is added to their list. */
	readonly kind: EntryKind;
	readonly reason: string;
	/** The paper that proves it: receipt, SP2D, minutes. */
	readonly document: string;
	/** The SHA-256 of papers that prove it, sealed as a part of the document. */
	readonly papers?: readonly string[];
	readonly lines: readonly Line[];
	/** The number of the entry that this one takes back. */
	readonly reverses?: number;
	/** A fact of a closed month is refused, as without this, or booked in the next open one. */
	readonly ifClosed?: 'refuse' | 'next-open-month';
	/** The day on which it happened, where that lies in a closed month and it is booked later. */
	readonly occurredOn?: LocalDate;
};

/** A draft that no rule forbids. */
export type Entry = EntryDraft & {readonly decided: true};

/** What has to be known to judge a draft. */
export type EntryFacts = {
	readonly book: Book;
	readonly today: LocalDate;
	readonly accounts: ReadonlyMap<AccountCode, Account>;
	/** First days of the months that are closed. */
	readonly closedMonths: ReadonlySet<LocalDate>;
	/** What accounts with a floor hold, by {@link limitKey}. */
	readonly held: ReadonlyMap<string, Held>;
	/** The assertions in force that an entry could break. */
	readonly assertions: readonly StandingAssertion[];
};

/** The kind of an entry that a person made by hand. */
export const manualKind = 'manual';

export const linesMin = 2;
export const linesMax = 1000;

/**
 * Judges a draft by every rule of the ledger and says all that is wrong with it at once.
 * @throws DomainError with one finding for each broken rule.
 */
export function decideEntry(draft: EntryDraft, facts: EntryFacts): Entry {
	const findings = [
		...dateFindings(draft, facts),
		...documentFindings(draft),
		...lineFindings(draft, facts.accounts),
		...controlFindings(draft, facts.accounts),
		...balanceFindings(draft),
	];
	if (findings.length === 0) {
		findings.push(
			...limitFindings(draft.lines, draft.kind, facts.accounts, facts.held),
			...assertionFindings(draft, facts.accounts, facts.assertions),
		);
	}
	const [first, ...others] = findings;
	if (first)
		throw new DomainError(first, ledgerTexts[first.code as keyof typeof ledgerTexts], others);
	return {...draft, decided: true};
}

function dateFindings({effectiveOn}: EntryDraft, facts: EntryFacts): Finding[] {
	const path = 'effectiveOn';
	if (effectiveOn > facts.today) {
		return [found('ledger/date-in-future', path, {date: effectiveOn, today: facts.today})];
	}
	if (effectiveOn < facts.book.openedOn) {
		const values = {date: effectiveOn, openedOn: facts.book.openedOn, book: facts.book.code};
		return [found('ledger/before-book-opened', path, values)];
	}
	if (facts.closedMonths.has(startOfMonth(effectiveOn))) {
		return [
			found('ledger/period-closed', path, {date: effectiveOn, month: effectiveOn.slice(0, 7)}),
		];
	}
	return [];
}

function documentFindings({document}: EntryDraft): Finding[] {
	return isHashTyped(document) ? [found('ledger/hash-typed', 'document', {document})] : [];
}

function lineFindings({book, lines}: EntryDraft, accounts: EntryFacts['accounts']): Finding[] {
	if (lines.length < linesMin || lines.length > linesMax) {
		const values = {count: String(lines.length), min: String(linesMin), max: String(linesMax)};
		return [found('ledger/line-count', 'lines', values)];
	}
	return lines.flatMap(({account: code, amount, fund, loan, member}, index) => {
		const path = `lines[${index}]`;
		const account = accounts.get(code);
		if (!account)
			return [found('ledger/unknown-account', `${path}.account`, {account: code, book})];
		const findings: Finding[] = [];
		if (!isPositive(amount)) {
			findings.push(
				found('ledger/amount-not-positive', `${path}.amount`, {amount: toText(amount)}),
			);
		}
		if (compare(amount, amountMax) > 0) {
			const values = {amount: toText(amount), max: toText(amountMax)};
			findings.push(found('ledger/amount-too-large', `${path}.amount`, values));
		}
		if (account.floor === 'fund' && fund === undefined) {
			findings.push(found('ledger/fund-missing', `${path}.fund`, {account: code}));
		}
		if (account.floor === 'loan' && loan === undefined) {
			findings.push(found('ledger/loan-missing', `${path}.loan`, {account: code}));
		}
		if (account.floor === 'member' && member === undefined) {
			findings.push(found('ledger/member-missing', `${path}.member`, {account: code}));
		}
		return findings;
	});
}

function controlFindings({kind, lines}: EntryDraft, accounts: EntryFacts['accounts']): Finding[] {
	if (kind !== manualKind) return [];
	return lines.flatMap(({account: code}, index) => {
		const account = accounts.get(code);
		if (!account?.isControlled) return [];
		const values = {account: code, name: account.nameId};
		return [found('ledger/account-controlled', `lines[${index}].account`, values)];
	});
}

function balanceFindings({lines}: EntryDraft): Finding[] {
	const [debit, credit] = [sideTotal(lines, 'debit'), sideTotal(lines, 'credit')];
	if (equals(debit, credit)) return [];
	return [found('ledger/unbalanced', 'lines', {debit: toText(debit), credit: toText(credit)})];
}

/** The sum of one side's lines. */
export const sideTotal = (lines: readonly Line[], side: Side): Rupiah =>
	sum(lines.filter((line) => line.side === side).map(({amount}) => amount));

/** The lines that take an entry back: the same with sides exchanged. */
export const mirror = (lines: readonly Line[]): Line[] =>
	lines.map((line) => ({...line, side: oppositeSide(line.side)}));

export const debit = (account: AccountCode, amount: Rupiah, about: Dimensions = {}): Line => ({
	...about,
	account,
	side: 'debit',
	amount,
});

export const credit = (account: AccountCode, amount: Rupiah, about: Dimensions = {}): Line => ({
	...about,
	account,
	side: 'credit',
	amount,
});

const found = (
	code: keyof typeof ledgerTexts,
	path: string,
	values: Readonly<Record<string, string>>,
): Finding => ({code, path, values});
