// The door of banking: all that other rooms may see of it.
export {type BankAccount, endOf} from './bank-account.ts';
export {type CashCount, type Denomination, type Pieces, documentOf} from './cash-count.ts';
export {type AmountSigns, dateFormats, readAmount} from './cell.ts';
export {type Gap, type Link, chainOf, gapsOf} from './continuity.ts';
export {type BankingCode, bankingTexts} from './errors.ts';
export {
	type AmountColumns,
	type CsvLayout,
	type NewFormat,
	type StatementFormat,
	formatKinds,
} from './format.ts';
export {
	type FreeLine,
	type FreeRow,
	type MatchRule,
	type MatchRules,
	type Proposal,
	ruleKinds,
} from './matching.ts';
export type {
	BankMatch,
	BankStatement,
	BankingStore,
	BankingWork,
	NewCount,
	NewMatch,
	NewStatement,
	ShownRow,
} from './ports.ts';
export {paperOf} from './statement.ts';
export {type Line, decodeText, nameOf, splitLines} from './text-table.ts';
export {type Aged, type Reconciliation, type Unmatched} from './reconciliation.ts';
export {bookDifference, countCash, getCount, witnessCount} from './commands/count-cash.ts';
export {type Import, getStatement, importStatement} from './commands/import-statement.ts';
export {getMatch, matchAccount, matchByHand, unmatch} from './commands/match-rows.ts';
export {getBankAccount, openBankAccount} from './commands/open-bank-account.ts';
export {recordFormat, setMatchRules} from './commands/record-format.ts';
export {
	type AccountQuestion,
	readBookUnmatched,
	readUnmatched,
	reconcileAccount,
} from './queries/reconcile-account.ts';
