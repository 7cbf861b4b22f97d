import type {Knex} from 'knex';
import {createCityStore} from './city/db/city-store.ts';
import {paperHashes} from './cooperatives/db/attachment-table.ts';
import type {RandomBytes} from './db/receipt-number.ts';
import {createFundStore} from './fund/db/fund-store.ts';
import {createLendingStore} from './lending/db/lending-store.ts';
import {owesOnLoans} from './member-debts.ts';
import type {SavingsWork} from './savings/index.ts';

type Lookups = Pick<
	SavingsWork,
	'paperHashes' | 'loanBook' | 'claimBook' | 'allocationBook' | 'hasDebts'
>;

/** What a low room asks of the rooms above it, which it may not know: answered where all are. */
export const createLookups = (trx: Knex, randomBytes: RandomBytes): Lookups => ({
	paperHashes: async (book, papers) => paperHashes(trx, book, papers),
	loanBook: async (loan) => (await createLendingStore(trx, randomBytes).findLoan(loan))?.book,
	claimBook: async (claim) => (await createCityStore(trx).findClaim(claim))?.city,
	allocationBook: async (allocation) =>
		(await createFundStore(trx).findAllocation(allocation))?.book,
	hasDebts: async (book, member) => owesOnLoans(trx, book, member),
});
