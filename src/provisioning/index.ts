// The door of provisioning: all that other rooms may see of it.
export type {FundAmount, PolicyChoice, ProvisionRun} from './booking.ts';
export {buildChanges, decideMonth} from './booking.ts';
export {type LoanFacts, classify} from './classify.ts';
export {type ProvisioningCode, provisioningTexts} from './errors.ts';
export {type Lateness, latenessOn, monthsBegun} from './lateness.ts';
export type {ManualClass} from './manual-class.ts';
export type {Frequency, Ladder, Measure, Policy, PolicyClass} from './policy.ts';
export {policiesOn, policyOn} from './policy-in-force.ts';
export {
	type ClassTotal,
	type ClassifiedLoan,
	type Control,
	type LoanClass,
	type PolicyTotals,
	controlDifferences,
} from './portfolio.ts';
export type {
	NewChoice,
	NewManualClass,
	NewProvision,
	Portfolio,
	PortfolioQuestion,
	ProvisionOutcome,
	ProvisioningStore,
	ProvisioningWork,
} from './ports.ts';
export {netRealisableValue, requiredProvision} from './provision.ts';
export {bookProvision} from './commands/book-provision.ts';
export {choosePolicy, getCooperativeBook} from './commands/choose-policy.ts';
export {setManualClass} from './commands/set-manual-class.ts';
export {type ClassifiedPortfolio, readClassifiedPortfolio} from './queries/classified-portfolio.ts';
