import type {BookCode} from '../../kernel/ids.ts';
import type {Account} from '../account.ts';
import {refuse} from '../errors.ts';
import type {LedgerWork} from '../ports.ts';
import {getBook} from './post-entries.ts';

/** Adds an account to a book's chart. @throws DomainError `ledger/account-exists`. */
export async function addAccount(
	work: LedgerWork,
	code: BookCode,
	account: Account,
): Promise<Account> {
	const book = await getBook(work, code);
	const existing = await work.ledger.accounts(book);
	if (existing.has(account.code)) {
		throw refuse('ledger/account-exists', {account: account.code, book: code}, 'code');
	}
	await work.ledger.insertAccounts(book, [account]);
	return account;
}
