import type {Finding} from '../kernel/errors.ts';
import type {AccountCode, BankAccountId, BookCode} from '../kernel/ids.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import type {Account, Book} from '../ledger/index.ts';
import {fault, refuseAll} from './errors.ts';

/** Which account of a book is which account at a bank. */
export type BankAccount = {
	readonly id: BankAccountId;
	readonly book: BookCode;
	readonly account: AccountCode;
	readonly bank: string;
	/** Digits only. Personal data: lists show its end alone. */
	readonly accountNumber: string;
	/** From which day on the two are compared; what the ledger held before is where they begin. */
	readonly openedOn: LocalDate;
	readonly recordedBy: string;
};

/** The last four digits of an account number, as lists and refusals show it. */
export const endOf = (accountNumber: string): string =>
	`…${accountNumber.replace(/\D/gu, '').slice(-4)}`;

export type BankAccountFacts = {
	readonly book: Book;
	readonly today: LocalDate;
	/** The ledger's account, where the book has it. */
	readonly account: Account | undefined;
	/** The bank accounts that the book has already. */
	readonly known: readonly BankAccount[];
};

type NewBankAccount = Pick<BankAccount, 'account' | 'bank' | 'accountNumber' | 'openedOn'>;

/**
 * Judges that a book has a bank account.
 * @throws DomainError `banking/…` with one finding for each fault.
 */
export function decideBankAccount(wanted: NewBankAccount, facts: BankAccountFacts): void {
	refuseAll([
		...ledgerFindings(wanted, facts),
		...dayFindings(wanted, facts),
		...takenFindings(wanted, facts),
	]);
}

function ledgerFindings({account}: NewBankAccount, facts: BankAccountFacts): Finding[] {
	const known = facts.account;
	if (known === undefined) {
		const values = {account, book: facts.book.code};
		return [fault('banking/unknown-ledger-account', 'account', values)];
	}
	const isMoney = known.class === 'asset' && known.normalSide === 'debit' && known.floor !== 'loan';
	return isMoney ? [] : [fault('banking/not-money', 'account', {account})];
}

function dayFindings({openedOn}: NewBankAccount, {book, today}: BankAccountFacts): Finding[] {
	if (openedOn > today) {
		return [fault('banking/opened-in-future', 'openedOn', {date: openedOn, today})];
	}
	if (openedOn < book.openedOn) {
		const values = {date: openedOn, openedOn: book.openedOn};
		return [fault('banking/opened-before-book', 'openedOn', values)];
	}
	return [];
}

const takenFindings = (wanted: NewBankAccount, {known}: BankAccountFacts): Finding[] =>
	known.flatMap(({account, bank, accountNumber}) => {
		const values = {account, bank, number: endOf(accountNumber)};
		if (account === wanted.account) return [fault('banking/account-taken', 'account', values)];
		return bank === wanted.bank && accountNumber === wanted.accountNumber
			? [fault('banking/number-taken', 'accountNumber', values)]
			: [];
	});
