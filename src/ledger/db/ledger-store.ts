import type {Knex} from 'knex';
import type {LedgerStore} from '../ports.ts';
import {createAssertionTables} from './assertion-tables.ts';
import {createBookTables} from './book-tables.ts';
import {createJournalCheckTables} from './journal-check.ts';
import {createJournalReader} from './journal-reader.ts';
import {createJournalWriter} from './journal-writer.ts';
import type {TransactionMemory} from './memory.ts';
import {createPeriodTables} from './period-tables.ts';
import {createTotals} from './totals.ts';

/** The ledger over one transaction of PostgreSQL. */
export function createLedgerStore(trx: Knex): LedgerStore {
	const memory: TransactionMemory = {books: new Map(), tips: new Map()};
	const assertions = createAssertionTables(trx);
	return {
		...createBookTables(trx, memory),
		...createPeriodTables(trx),
		...assertions,
		...createJournalWriter(trx, memory),
		...createTotals(trx),
		...createJournalCheckTables(trx),
		...createJournalReader(trx),
	};
}
