import type {Knex} from 'knex';
import type {LedgerStore} from '../ports.ts';
import {createBookTables} from './book-tables.ts';
import {createJournalReader} from './journal-reader.ts';
import {createJournalWriter} from './journal-writer.ts';
import type {TransactionMemory} from './memory.ts';

/** The ledger over one transaction of PostgreSQL. */
export function createLedgerStore(trx: Knex): LedgerStore {
	const memory: TransactionMemory = {books: new Map(), tips: new Map()};
	return {
		...createBookTables(trx, memory),
		...createJournalWriter(trx, memory),
		...createJournalReader(trx),
	};
}
