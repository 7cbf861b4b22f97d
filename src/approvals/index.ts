// The door of approvals: all that other rooms may see of it.
export {type ApprovalCode, approvalTexts, refuse as refuseApproval} from './errors.ts';
export {
	type Decision,
	type PendingCommand,
	type PendingStatus,
	type SentCommand,
	type Shown,
	createShown,
	pendingStatuses,
} from './pending.ts';
export {
	type ApprovalPolicy,
	type ApprovalTerms,
	isLooser,
	loosens,
	policiesOn,
	policyNaming,
	termsText,
} from './policy.ts';
export type {
	ApprovalStore,
	ApprovalWork,
	LimitStore,
	SeparationStore,
	Checker,
	CommandPort,
	Maker,
	Recognised,
} from './ports.ts';
export {type RowWrite, type Write, entryWrite, rowWrites, writeNames} from './write.ts';
export {
	type AmountLimit,
	type LimitTerms,
	isHigher,
	lastLimit,
	limitedNames,
	loanApproval,
	requireWithin,
} from './limit.ts';
export {setAmountLimit} from './commands/limit-amount.ts';
export {
	type Separation,
	type SeparationTerms,
	type UserTie,
	keepsApart,
	requireApart,
	requireNoKin,
} from './separation.ts';
export {type NewTie, endTie, listTies, setSeparation, tieUser} from './commands/separate-duties.ts';
export {askForApproval, changePending} from './commands/ask-for-approval.ts';
export {
	type Approved,
	approvePending,
	getPending,
	mayCheck,
	rejectPending,
	withdrawPending,
} from './commands/decide-pending.ts';
export {setApprovalPolicy} from './commands/set-policy.ts';
export type {EffectCount, PastWrite, PolicyEffect} from './effect.ts';
export {type EffectAsked, type EffectRead, readPolicyEffect} from './queries/policy-effect.ts';
export {listPending, readPending} from './queries/read-pending.ts';
