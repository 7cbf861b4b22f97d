// The door of the fund: all that other rooms may see of it.
export type {Allocation, Remittance, Tranche} from './allocation.ts';
export {cityAccounts, cityChart} from './city-chart.ts';
export {
	type DueStanding,
	type EarlyEnd,
	type FundDue,
	type FundTerms,
	type Received,
	buildFundSchedule,
	buildScheduleOfReceived,
	principalDueBy,
	standDues,
} from './due-schedule.ts';
export {type FundCode, fundTexts} from './errors.ts';
export type {
	FundReversal,
	FundStore,
	FundWork,
	NewAllocation,
	NewProgramme,
	NewRemittance,
	NewTranche,
} from './ports.ts';
export type {Programme} from './programme.ts';
export {allocateToKelurahan, getAllocation} from './commands/allocate-to-kelurahan.ts';
export {createProgramme} from './commands/create-programme.ts';
export {type NewCityBook, openCityBook} from './commands/open-city-book.ts';
export {collectedNotRemitted, recordRemittance} from './commands/record-remittance.ts';
export {recordTranche} from './commands/record-tranche.ts';
export {reverseFundOperation} from './commands/reverse-fund-operation.ts';
