// The door of the ledger: all that other rooms may see of it.
export type {Account, AccountClass, Floor, Side} from './account.ts';
export type {Book} from './book.ts';
export {type Dimensions, type EntryDraft, type Line, credit, debit, manualKind} from './entry.ts';
export {type LedgerCode, ledgerTexts} from './errors.ts';
export {type SealedEntry, encodeEntry, genesisHash, sha256} from './hash-chain.ts';
export type {LedgerStore, LedgerWork, NewBook, PostedLine} from './ports.ts';
export type {Period} from './period.ts';
export {type Breach} from './verify.ts';
export {verifyBook} from './commands/verify-book.ts';
export type {ReversalRequest} from './reversal.ts';
export {addAccount} from './commands/add-account.ts';
export {confirmClose, requestClose} from './commands/close-period.ts';
export {openBook} from './commands/open-book.ts';
export {getBook, postEntries, postEntry} from './commands/post-entries.ts';
export {
	type EntryReference,
	getEntry,
	reverseEntries,
	reverseManualEntry,
} from './commands/reverse-entries.ts';
