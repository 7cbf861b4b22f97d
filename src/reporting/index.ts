// The door of reporting: all that other rooms may see of it.
export {type ReportCode, reportTexts} from './errors.ts';
export {
	type FundFacts,
	type FundHealthRow,
	type FundHealthSums,
	mirrorDifference,
} from './fund-health.ts';
export type {Axes, ReportStore, ReportWork} from './ports.ts';
export {type FundHealth, readFundHealth} from './queries/fund-health.ts';
export {readTrialBalance} from './queries/trial-balance.ts';
export type {AccountTurnover, TrialBalance, TrialBalanceRow} from './trial-balance.ts';
