import type {BankAccountId, BookCode} from '../../kernel/ids.ts';
import {type LocalDate, addDays, localDateAt} from '../../kernel/local-date.ts';
import {type Book, getBook} from '../../ledger/index.ts';
import type {BankAccount} from '../bank-account.ts';
import {chainOf, gapsOf} from '../continuity.ts';
import {getBankAccount} from '../commands/open-bank-account.ts';
import {refuse} from '../errors.ts';
import type {BankingWork} from '../ports.ts';
import {type Reconciliation, type Unmatched, ageUnmatched, reconcile} from '../reconciliation.ts';

type ReadingWork = Pick<BankingWork, 'banking' | 'ledger' | 'now'>;

export type AccountQuestion = {
	readonly book: BookCode;
	readonly bankAccount: BankAccountId;
	/** Today without it. */
	readonly asOf?: LocalDate;
};

/**
 * What only the bank or only the ledger has of an account at the end of a day, with how long.
 * @throws DomainError `banking/unknown-account`, `banking/date-in-future`,
 * `banking/before-account`.
 */
export async function readUnmatched(
	work: ReadingWork,
	question: AccountQuestion,
): Promise<Unmatched & {readonly account: BankAccount}> {
	const {book, account} = await getBankAccount(work, question.book, question.bankAccount);
	const asOf = dayOf(work, book, account, question.asOf);
	return {account, ...(await unmatchedOf(work, book, account, asOf))};
}

/**
 * The same of every bank account of a book: what detectors of other rooms look at.
 * @throws DomainError `ledger/unknown-book`.
 */
export async function readBookUnmatched(
	work: ReadingWork,
	code: BookCode,
	asOf: LocalDate,
): Promise<(Unmatched & {readonly account: BankAccount})[]> {
	const book = await getBook(work, code);
	const found = [];
	for (const account of await work.banking.listBankAccounts(book)) {
		found.push({account, ...(await unmatchedOf(work, book, account, asOf))});
	}
	return found;
}

/**
 * The bank reconciliation of an account at the end of a day, as known now.
 * @throws DomainError as {@link readUnmatched}, and `banking/no-statement`.
 */
export async function reconcileAccount(
	work: ReadingWork,
	question: AccountQuestion,
): Promise<Reconciliation & {readonly account: BankAccount}> {
	const {book, account} = await getBankAccount(work, question.book, question.bankAccount);
	const asOf = dayOf(work, book, account, question.asOf);
	const chain = chainOf(await work.banking.links(book, account.id)).filter(
		({from}) => from <= asOf,
	);
	const last = chain.at(-1);
	if (!last) throw refuse('banking/no-statement', {date: asOf}, 'asOf');
	const ledgerAt = async (day: LocalDate) =>
		work.ledger.assertedBalance(book, {account: account.account, assertedOn: day});
	const reconciliation = reconcile({
		asOf,
		chain,
		gaps: gapsOf(chain),
		lastMoved: await work.banking.movedUpTo(book, last.id, asOf),
		ledgerBalance: await ledgerAt(asOf),
		ledgerBefore: await ledgerAt(addDays(account.openedOn, -1)),
		unmatched: await unmatchedOf(work, book, account, asOf),
	});
	return {...reconciliation, account};
}

const unmatchedOf = async (
	work: ReadingWork,
	book: Book,
	account: BankAccount,
	asOf: LocalDate,
): Promise<Unmatched> =>
	ageUnmatched(
		asOf,
		await work.banking.freeRows(book, account, asOf),
		await work.banking.freeLines(book, account, asOf),
	);

function dayOf(
	{now}: Pick<BankingWork, 'now'>,
	book: Book,
	{openedOn}: BankAccount,
	asOf: LocalDate | undefined,
): LocalDate {
	const today = localDateAt(now(), book.timeZone);
	const day = asOf ?? today;
	if (day > today) throw refuse('banking/date-in-future', {date: day, today}, 'asOf');
	if (day < openedOn) throw refuse('banking/before-account', {date: day, openedOn}, 'asOf');
	return day;
}
