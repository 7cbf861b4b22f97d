import type {BankAccountId, BookCode} from '../../kernel/ids.ts';
import {localDateAt} from '../../kernel/local-date.ts';
import {type Book, getBook} from '../../ledger/index.ts';
import {type BankAccount, decideBankAccount} from '../bank-account.ts';
import {refuse} from '../errors.ts';
import type {BankingWork} from '../ports.ts';

/**
 * Says of an account of a book which account at a bank it is.
 * @throws DomainError `ledger/unknown-book`, and what {@link decideBankAccount} refuses.
 */
export async function openBankAccount(
	work: BankingWork,
	wanted: Omit<BankAccount, 'id' | 'recordedBy'>,
): Promise<BankAccount> {
	const book = await getBook(work, wanted.book);
	await work.ledger.lockTip(book);
	const accounts = await work.ledger.accounts(book, [wanted.account]);
	decideBankAccount(wanted, {
		book,
		today: localDateAt(work.now(), book.timeZone),
		account: accounts.get(wanted.account),
		known: await work.banking.listBankAccounts(book),
	});
	const id = work.newId() as BankAccountId;
	const account: BankAccount = {...wanted, id, recordedBy: work.actor.name};
	await work.banking.insertBankAccount(book, account, work.now());
	return account;
}

/** A book with one of its bank accounts. @throws DomainError `banking/unknown-account`. */
export async function getBankAccount(
	work: Pick<BankingWork, 'banking' | 'ledger'>,
	code: BookCode,
	id: BankAccountId,
): Promise<{book: Book; account: BankAccount}> {
	const book = await getBook(work, code);
	const account = (await work.banking.listBankAccounts(book)).find((one) => one.id === id);
	if (!account) throw refuse('banking/unknown-account', {account: id, book: code}, 'bankAccount');
	return {book, account};
}
