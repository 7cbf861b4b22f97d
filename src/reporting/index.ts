// The door of reporting: all that other rooms may see of it.
export {type ReportCode, reportTexts} from './errors.ts';
export type {AssertedBalance, ExplainedEntry, Movement} from './explanation.ts';
export {explainInWords} from './explanation-sentence.ts';
export type {
	AccountKindTurnover,
	BalanceSheet,
	CashFlow,
	IncomeStatement,
	StatementRow,
} from './financial-statements.ts';
export type {Grade, Graded} from './fund-grade.ts';
export {
	type FundHealthFacts,
	type FundHealthRow,
	type FundHealthSums,
	type Valuation,
	mirrorDifference,
} from './fund-health.ts';
export {type Ageing, type AgeingRow, buckets, buildAgeing} from './ageing.ts';
export {type CohortRow, buildCohorts, cohortTotals, monthEnds} from './cohorts.ts';
export {
	type CollectionAmounts,
	type LoanCollection,
	addCollections,
	collectionOf,
	collectionRates,
} from './collections.ts';
export {type SettledLoan, type WrittenOffLoan, leftOf, settledTotals} from './loan-endings.ts';
export {
	type LoanPosition,
	type PortfolioTotals,
	classCode,
	marginOf,
	maskName,
} from './loan-portfolio.ts';
export type {DueLoan, LoanScope, MaturingLoan, PeriodScope, RowRange} from './loan-ports.ts';
export type {FundName, MemberLoan} from './member-loan.ts';
export {type TrendRow, buildTrend} from './portfolio-trend.ts';
export {readReportPolicy} from './queries/report-policy.ts';
export {openLoanScope, requirePeriod} from './queries/loan-scope.ts';
export {type NoteAmounts, type NoteName, type NoteRow, noteNames} from './notes.ts';
export {type FundPart, type FundTotals, fundParts} from './fund-statement.ts';
export type {AccountSpan, LedgerLine, LedgerRow} from './general-ledger.ts';
export type {JournalLine, JournalTotals} from './journal.ts';
export {kindName} from './kind-names.ts';
export type {LineFilter, LinePosition, LineQuestion} from './ledger-ports.ts';
export type {
	HealthScore,
	RatioScore,
	ScoreOutcome,
	ScorePolicy,
	ScorePredicate,
} from './health-score.ts';
export type {ScoreMeasure} from './score-measures.ts';
export {type HealthScores, readHealthScore} from './queries/health-score.ts';
export {refreshFundRollup} from './commands/refresh-fund-rollup.ts';
export {type IndirectCashFlow, flowSections} from './indirect-cash-flow.ts';
export type {LateEntry} from './late-entry.ts';
export type {Axes, FundBook, LateCounts, MovedPosition, ReportStore, ReportWork} from './ports.ts';
export {
	type Movements,
	type PeriodAxes,
	cashOf,
	readBalanceSheet,
	readBenevolenceFunds,
	readCashFlow,
	readEquityChanges,
	readIncomeStatement,
	readIndirectCashFlow,
} from './queries/financial-statements.ts';
export {type ExplainedBalance, readExplanation} from './queries/explanation.ts';
export type {LinesRequest} from './queries/ledger-question.ts';
export {
	type OpenLedger,
	openLedger,
	readLedgerPage,
	streamLedger,
} from './queries/general-ledger.ts';
export {type OpenJournal, openJournal, readJournalPage} from './queries/journal.ts';
export type {FrozenAccount} from './queries/frozen-account.ts';
export {
	type FundHealth,
	type FundHealthQuestion,
	type HealthOn,
	readFundHealth,
	readFundHealthTrend,
} from './queries/fund-health.ts';
export {
	type Restatement,
	type RestatementPosition,
	readRestatement,
} from './queries/restatement.ts';
export {type ReadFundStatement, readFundStatement} from './queries/fund-statement.ts';
export {
	type SurplusReport,
	type SurplusState,
	type SurplusTotals,
	surplusStates,
} from './surplus-report.ts';
export {type SurplusReportWork, readSurplusReport} from './queries/surplus-report.ts';
export {type Notes, type NotesWork, readNotes} from './queries/notes.ts';
export {readTrialBalance} from './queries/trial-balance.ts';
export {type ChangesPosition, nothingSeen, readPosition, writePosition} from './changes.ts';
export {
	type Asked,
	askForReport,
	cancelJob,
	expireJobs,
	failJob,
	finishJob,
	getOwnJob,
	noteRead,
	readJobFile,
	takeJob,
} from './commands/report-jobs.ts';
export type {JobStore, JobWork} from './job-ports.ts';
export {type ReportJob, jobFileBytesMax, jobStatuses} from './report-job.ts';
export {readChanges, readChangesOfBook} from './queries/changes.ts';
export {judgeQuestion} from './queries/judge-question.ts';
export type {Question} from './question.ts';
export {type Note, noData, sealReport} from './report-seal.ts';
export type {RestatementRow, RestatementTotals} from './restatement.ts';
export type {AccountTurnover, TrialBalance, TrialBalanceRow} from './trial-balance.ts';
export type {Turnover} from './turnover.ts';
