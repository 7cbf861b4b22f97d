import {randomBytes} from 'node:crypto';
import type {Knex} from 'knex';
import {beforeSaleAccounts, cooperativeAccounts, loanAccounts} from './cooperatives/index.ts';
import type {BookCode, MemberId} from './kernel/ids.ts';
import {isPositive, zero} from './kernel/money.ts';
import {createLedgerStore} from './ledger/db/ledger-store.ts';
import {debit} from './ledger/index.ts';
import {createLendingStore} from './lending/db/lending-store.ts';

/** How many loans one member is asked after: nobody has had so many. */
const loansOfMemberMax = 1000;

/** Whether a member owes anything on a loan, or is owed of its purchase, by the ledger. */
export async function owesOnLoans(trx: Knex, code: BookCode, member: MemberId): Promise<boolean> {
	const book = await createLedgerStore(trx).findBook(code);
	if (!book) return false;
	const loans = await createLendingStore(trx, randomBytes).listLoans({
		book: code,
		member,
		limit: loansOfMemberMax,
	});
	const accounts = [...loanAccounts.owed, ...beforeSaleAccounts, cooperativeAccounts.writtenOff];
	const asked = loans.flatMap(({id: loan}) =>
		accounts.map((account) => debit(account, zero, {loan})),
	);
	const held = await createLedgerStore(trx).floorBalances(book, asked);
	return [...held.values()].some(isPositive);
}
