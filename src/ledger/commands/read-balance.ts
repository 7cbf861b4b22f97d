import type {AccountCode, BookCode} from '../../kernel/ids.ts';
import {type LocalDate, localDateAt} from '../../kernel/local-date.ts';
import {type Rupiah, subtract, sum} from '../../kernel/money.ts';
import type {Account} from '../account.ts';
import {refuse} from '../errors.ts';
import type {LedgerWork} from '../ports.ts';
import {getBook} from './post-entries.ts';

export type BalanceQuery = {
	readonly account: AccountCode;
	/** Up to and including this day; today without it. */
	readonly asOf?: LocalDate;
	/** As the book stood at this moment; as it stands now without it. */
	readonly knownAt?: Date;
	/** Of this fund alone. */
	readonly fund?: string;
};

export type Balance = {
	readonly account: Account;
	readonly asOf: LocalDate;
	readonly debits: Rupiah;
	readonly credits: Rupiah;
	/** On the account's normal side. */
	readonly balance: Rupiah;
};

/**
 * What an account holds at the end of a day, as known at a moment.
 * @throws DomainError `ledger/unknown-book`, `ledger/unknown-account`, `ledger/date-in-future`,
 * `ledger/known-before-book`.
 */
export async function readBalance(
	work: Pick<LedgerWork, 'ledger' | 'now'>,
	code: BookCode,
	{account: wanted, asOf, knownAt, fund}: BalanceQuery,
): Promise<Balance> {
	const book = await getBook(work, code);
	const today = localDateAt(work.now(), book.timeZone);
	const day = asOf ?? today;
	if (day > today) throw refuse('ledger/date-in-future', {date: day, today}, 'asOf');
	const account = (await work.ledger.accounts(book, [wanted])).get(wanted);
	if (!account) throw refuse('ledger/unknown-account', {account: wanted, book: code}, 'code');
	if (knownAt !== undefined && (await work.ledger.numberAt(book, knownAt)) === 0) {
		const values = {book: code, knownAt: knownAt.toISOString()};
		throw refuse('ledger/known-before-book', values, 'knownAt');
	}
	const turnovers = await work.ledger.turnovers(book, {
		asOf: day,
		account: wanted,
		...(knownAt === undefined ? {} : {knownAt}),
	});
	const counted = turnovers.filter((turnover) => fund === undefined || turnover.fund === fund);
	const debits = sum(counted.map((turnover) => turnover.debits));
	const credits = sum(counted.map((turnover) => turnover.credits));
	const balance =
		account.normalSide === 'debit' ? subtract(debits, credits) : subtract(credits, debits);
	return {account, asOf: day, debits, credits, balance};
}
