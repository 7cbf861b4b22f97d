// The door of the fund: all that other rooms may see of it.
export type {Allocation, Remittance, Tranche} from './allocation.ts';
export {decideRemittance} from './allocation.ts';
export {cityAccounts, cityChart, mirrorAccounts} from './city-chart.ts';
export {
	type DueStanding,
	type EarlyEnd,
	type FundDue,
	type FundTerms,
	type Received,
	buildFundSchedule,
	buildScheduleOfReceived,
	overdueOf,
	principalDueBy,
	standDues,
} from './due-schedule.ts';
export type {CityShare, CitySharePayment} from './city-share.ts';
export type {AllocationEnding} from './ending.ts';
export {type FundCode, fundTexts} from './errors.ts';
export type {FundReturn, Reallocation} from './fund-return.ts';
export type {Held} from './not-remitted.ts';
export type {Proposal, ProposalDecision} from './proposal.ts';
export type {
	FundReversal,
	FundStore,
	FundWork,
	NewAllocation,
	NewProgramme,
	NewProposal,
	NewReallocation,
	NewRemittance,
	NewReturn,
	NewSharePayment,
	NewTranche,
} from './ports.ts';
export type {Programme} from './programme.ts';
export {allocateToKelurahan, getAllocation} from './commands/allocate-to-kelurahan.ts';
export {createProgramme} from './commands/create-programme.ts';
export {endAllocation, getRunningAllocation} from './commands/end-allocation.ts';
export {
	decideOnProposal,
	getProposal,
	proposeFund,
	reviewProposal,
} from './commands/propose-fund.ts';
export {reallocateFund, returnFund} from './commands/return-fund.ts';
export {accrueCityShare, payCityShare} from './commands/share-with-city.ts';
export {readNotRemitted} from './queries/read-not-remitted.ts';
export {type AllocationStanding, readStanding} from './queries/read-standing.ts';
export {type NewCityBook, openCityBook} from './commands/open-city-book.ts';
export {collectedNotRemitted, recordRemittance} from './commands/record-remittance.ts';
export {openBothBooks} from './commands/open-both-books.ts';
export {recordTranche} from './commands/record-tranche.ts';
export {reverseFundOperation} from './commands/reverse-fund-operation.ts';
