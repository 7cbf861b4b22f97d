// The door of the city's own book: all that other rooms may see of it.
export {
	type Annex,
	type AnnexControl,
	type AnnexRow,
	type AnnexSums,
	controlAnnex,
} from './annex.ts';
export {type CityCode, cityTexts} from './errors.ts';
export {
	type ClaimBasis,
	type ClaimEvent,
	type ClaimEventKind,
	type ClaimInstalment,
	type ClaimState,
	type FundClaim,
	type Shortage,
	claimBases,
	claimDues,
	claimLeft,
	claimPaid,
	claimState,
	shortages,
} from './fund-claim.ts';
export {type CityPolicy, cityPolicyOn} from './policy.ts';
export type {
	CityStore,
	CityWork,
	ClaimPaymentReversal,
	ClaimStep,
	CurrentPortion,
	FundProvision,
	NewClaim,
	NewClaimPayment,
	NewCurrentPortion,
	NewFundProvision,
	NewRecovery,
	NewStatement,
	NewWriteOff,
	NewWriteOffDecision,
	WriteOffReversal,
} from './ports.ts';
export type {FundedAllocation, Holding, Rating} from './standing.ts';
export {
	type FundWriteOff,
	type WriteOffDecision,
	type WriteOffStep,
	writeOffSteps,
} from './write-off.ts';
export {getCity} from './commands/parties.ts';
export {bookCurrentPortion} from './commands/book-current-portion.ts';
export {bookFundProvision} from './commands/book-fund-provision.ts';
export {recordFundRecovery} from './commands/record-fund-recovery.ts';
export {
	confirmFundWriteOff,
	getFundWriteOff,
	proposeFundWriteOff,
	rejectFundWriteOff,
	reverseFundWriteOff,
} from './commands/write-off-fund.ts';
export {dropFundClaim, getFundClaim, reportFundClaim} from './commands/report-fund-claim.ts';
export {cancelFundClaim, prosecuteFundClaim, stateFundClaim} from './commands/state-fund-claim.ts';
export {payFundClaim, reverseClaimPayment} from './commands/pay-fund-claim.ts';
export {type AnnexQuestion, type ControlledAnnex, readAnnex} from './queries/read-annex.ts';
