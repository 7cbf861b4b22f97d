// The door of the ledger: all that other rooms may see of it.
export {type Account, type AccountClass, type Floor, type Side, floors} from './account.ts';
export type {Book} from './book.ts';
export {
	type Dimensions,
	type EntryDraft,
	type Line,
	credit,
	debit,
	linesMax,
	manualKind,
	mirror,
} from './entry.ts';
export {type LedgerCode, ledgerTexts} from './errors.ts';
export {type SealedEntry, encodeEntry, genesisHash, sha256} from './hash-chain.ts';
export type {LedgerStore, LedgerWork, NewBook, PostedLine} from './ports.ts';
export {
	type Assertion,
	type AssertionRecord,
	type NewAssertion,
	type StandingAssertion,
	stateOf,
} from './assertion.ts';
export type {AssertionRule, OverdueAssertion} from './assertion-rule.ts';
export {type ClosingBalance, type FrozenTrialBalance, decodeTrialBalance} from './closing.ts';
export {papersIn} from './papers.ts';
export {type Period, isClosed, openDateFor} from './period.ts';
export {type YearClosing, yearClosingKind} from './year-end.ts';
export {type Breach} from './verify.ts';
export {verifyBook} from './commands/verify-book.ts';
export {type ReversalRequest, decideReversal} from './reversal.ts';
export {addAccount} from './commands/add-account.ts';
export {assertBalance, getAssertion, withdrawAssertion} from './commands/assert-balance.ts';
export {confirmClose, getTrialBalance, requestClose} from './commands/close-period.ts';
export {closeYear} from './commands/close-year.ts';
export {findPapers} from './commands/find-papers.ts';
export {openBook} from './commands/open-book.ts';
export {getBook, postEntries, postEntry} from './commands/post-entries.ts';
export {type BatchRow, postAtomically, postIndependently} from './commands/post-batch.ts';
export {
	type GroupMember,
	type GroupOutcome,
	entriesOf,
	judgeGroup,
	postGroup,
} from './commands/post-group.ts';
export {type Balance, type BalanceQuery, readBalance} from './commands/read-balance.ts';
export {reopenPeriod} from './commands/reopen-period.ts';
export {
	type EntryReference,
	getEntry,
	reverseEntries,
	reverseManualEntry,
} from './commands/reverse-entries.ts';
export {type KnownBooks, createKnownBooks} from './known-books.ts';
export {rebuildTotals, sealMonths} from './commands/seal-months.ts';
export {overdueAssertions, setAssertionRule} from './commands/set-assertion-rule.ts';
