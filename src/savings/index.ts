// The door of the savings: all that other rooms may see of them.
export {type SavingsCode, savingsTexts} from './errors.ts';
export {
	type SavingKind,
	type SavingMethod,
	type SavingMovement,
	changeOf,
	lowestFrom,
	slipOf,
} from './movement.ts';
export {type Behind, type Due, type Obligation, duesUpTo, standingOf} from './obligation.ts';
export type {
	Leaving,
	LeavingReversal,
	NewObligation,
	NewSaving,
	SavingDifference,
	SavingReversal,
	SavingsStore,
	SavingsWork,
} from './ports.ts';
export {type SavingProduct, productOf, savingProducts} from './product.ts';
export {type SavingLine, type SavingStatement, type StatementRow} from './statement.ts';
export {leaveCooperative, undoLeaving} from './commands/leave-cooperative.ts';
export {depositSaving, withdrawSaving} from './commands/record-saving.ts';
export {reverseSaving} from './commands/reverse-saving.ts';
export {setObligation} from './commands/set-obligation.ts';
export {type MemberBehind, readBehind} from './queries/behind.ts';
export {getSaving} from './commands/hold-member.ts';
export {type SavingReading, readSavings} from './queries/savings-statement.ts';
export {verifySavings} from './queries/verify-savings.ts';
