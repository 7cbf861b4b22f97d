// The door of lending: all that other rooms may see of it.
export {type Arrears, arrearsOn, instalmentsPaid} from './arrears.ts';
export {type LendingCode, type LendingFinding, lendingTexts, refuse, refuseAll} from './errors.ts';
export type {Akad, Instalment, Loan, LoanStatus, NewLoan, PeriodUnit, Repayment} from './loan.ts';
export {planSchedule} from './loan-schedule.ts';
export type {
	Disbursement,
	LendingStore,
	LendingWork,
	LoanDecision,
	LoanReversal,
	NewRepayment,
} from './ports.ts';
export {buildSchedule, findTermFaults} from './schedule.ts';
export type {Schedule, ScheduleRow, ScheduleTerms} from './schedule-terms.ts';
export {applyForLoan} from './commands/apply-for-loan.ts';
export {approveLoan, rejectLoan} from './commands/decide-on-loan.ts';
export {disburseLoan} from './commands/disburse-loan.ts';
export {getLoan} from './commands/get-loan.ts';
export {recordRepayment} from './commands/record-repayment.ts';
export {reverseLoanOperation} from './commands/reverse-loan-operation.ts';
