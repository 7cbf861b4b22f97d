// The door of the surplus: all that other rooms may see of it.
export {
	type DistributedPart,
	type MemberBase,
	type MemberShare,
	type Split,
	type SurplusDistribution,
	type YearSurplus,
	surplusOf,
	totalShare,
	unsharedParts,
} from './distribution.ts';
export {type SurplusCode, surplusTexts} from './errors.ts';
export {type PayoutWay, type SurplusPayout, payoutSlipOf, payoutWays} from './payout.ts';
export type {
	DistributionReversal,
	Known,
	NewDistribution,
	NewPayout,
	NewRule,
	PayoutReversal,
	ShareDifference,
	SharePaid,
	SurplusStore,
	SurplusWork,
} from './ports.ts';
export {
	type PartKind,
	type RulePart,
	type SurplusRule,
	isMemberPart,
	partKinds,
	percentTextOf,
	ruleBases,
} from './rule.ts';
export {
	type Preview,
	distributeSurplus,
	previewDistribution,
} from './commands/distribute-surplus.ts';
export {getDistribution, openSurplusBook} from './commands/open-surplus-book.ts';
export {payOutShare, reversePayout} from './commands/pay-out.ts';
export {reverseDistribution} from './commands/reverse-distribution.ts';
export {setSurplusRule} from './commands/set-rule.ts';
export {verifyShares} from './queries/verify-shares.ts';
