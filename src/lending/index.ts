// The door of lending: all that other rooms may see of it.
export {type Arrears, arrearsOn, instalmentsPaid} from './arrears.ts';
export {type LendingCode, type LendingFinding, lendingTexts, refuse, refuseAll} from './errors.ts';
export type {Conversion, NewConversion, WantedConversion} from './conversion.ts';
export type {ConversionCode} from './conversion-texts.ts';
export {type DueOn, type SheetRow, dueOn, totalDue} from './sheet.ts';
export {
	type Group,
	type GroupChanges,
	type GroupOffice,
	type GroupShare,
	type Membership,
	groupOffices,
} from './group.ts';
export type {
	ClaimPayment,
	CollectionSheet,
	DepositPayment,
	DepositWithdrawal,
	GroupAmendment,
	GroupApplication,
	GroupLoan,
	GroupStore,
	JointPayment,
	MemberPayment,
	NewDeposit,
	NewGroup,
} from './group-ports.ts';
export type {GroupCode} from './group-texts.ts';
export type {Guarantor} from './guarantor.ts';
export {
	type Claim,
	type ClaimMovement,
	type DepositMovement,
	depositKinds,
} from './joint-liability.ts';
export {owedInAll} from './payment.ts';
export {type Akad, akadRules, akads} from './akad.ts';
export {
	type Appraisal,
	type Collateral,
	type CollateralKind,
	type NewCollateral,
	collateralKinds,
	valueOn,
} from './collateral.ts';
export {
	type DemandLetter,
	type NewLetter,
	type NewPromise,
	type NewVisit,
	type PaymentPromise,
	type Reminder,
	type Visit,
	metOptions,
	promiseState,
	reminderState,
} from './late-payer.ts';
export {type CashFlow, effectiveAnnualPercent, effectiveAnnualRate} from './effective-rate.ts';
export {
	type Cost,
	type LateCharge,
	type NewTawidh,
	type NewTazir,
	stateOfCharge,
} from './late-charge.ts';
export type {
	CollateralStore,
	CollateralValue,
	LatePayerStore,
	LateChargeStore,
} from './late-payer-ports.ts';
export type {LatePayerCode} from './late-payer-texts.ts';
export {
	type Instalment,
	type Loan,
	type LoanEvent,
	type LoanStatus,
	type NewLoan,
	type PeriodUnit,
	type RecordedLoanEvent,
	type Repayment,
	type ScheduleVersion,
	loanStatuses,
	periodUnits,
} from './loan.ts';
export type {
	ConversionStore,
	Death,
	EndingReversal,
	LoanLifeStore,
	LoanStep,
	LossReversal,
	NewDeath,
	NewLoss,
	NewOfficer,
	NewRecovery,
	NewRestructuring,
	NewSettlement,
	NewWriteOff,
	RecoveryReversal,
	RestructuredLoan,
	WantedTerms,
} from './life-ports.ts';
export type {LifeCode} from './life-texts.ts';
export type {TrancheCode} from './tranche-texts.ts';
export {type LoanTranche, approvedPrincipal, leftToDisburse} from './loan-tranche.ts';
export {type LoanSchedule, planSchedule} from './loan-schedule.ts';
export type {
	Disbursement,
	Holiday,
	LendingStore,
	LendingWork,
	LoanApplication,
	LoanDecision,
	LoanReversal,
	NewProfitShare,
	NewRepayment,
	ProductStore,
} from './ports.ts';
export {
	type Fee,
	type LateFine,
	type Product,
	type ProductMethod,
	type ProductTerms,
	type Purchase,
	productMethods,
	purchases,
} from './product.ts';
export {
	type BeforeSale,
	type Cancellation,
	type PurchaseStep,
	type Sale,
	downPaymentMinOf,
} from './purchase.ts';
export type {
	DownPaymentReturn,
	NewAdvance,
	NewDownPayment,
	NewPurchase,
	PurchaseCancellation,
	PurchaseStore,
	StepReversal,
	TakenStep,
} from './purchase-ports.ts';
export type {PurchaseCode} from './purchase-texts.ts';
export type {DepositLine, DepositTaking} from './member-deposit.ts';
export type {Clearing, Deduction, NewClearing} from './payroll.ts';
export type {
	ClearingReversal,
	DepositTakingReversal,
	PayrollStore,
	UnclearedDeduction,
} from './payroll-ports.ts';
export type {Restructuring} from './restructuring.ts';
export {buildSchedule, findTermFaults} from './schedule.ts';
export type {Schedule, ScheduleRow, ScheduleTerms} from './schedule-terms.ts';
export type {Settlement, SettlementQuote} from './settlement.ts';
export {type Waterfall, plainWaterfall} from './waterfall.ts';
export {type Method, type MoneyMethod, type Way, methods, moneyMethods} from './method.ts';
export {type Shift, shifts} from './working-days.ts';
export type {Recovery, WriteOff} from './write-off.ts';
export {applyForLoan} from './commands/apply-for-loan.ts';
export {approveLoan, rejectLoan} from './commands/decide-on-loan.ts';
export {cancelPurchase, giveAdvance, recordPurchase} from './commands/buy-goods.ts';
export {payCancellation, returnDownPayment, takeDownPayment} from './commands/pay-beforehand.ts';
export {reversePurchaseStep} from './commands/reverse-purchase-step.ts';
export {chargeTazir, claimTawidh} from './commands/charge-late-payer.ts';
export {clearPayroll, getClearing, reverseClearing} from './commands/clear-payroll.ts';
export {
	type ConversionPreview,
	convertLoan,
	previewConversion,
	reverseConversion,
} from './commands/convert-loan.ts';
export {createProduct} from './commands/create-product.ts';
export {disburseLoan} from './commands/disburse-loan.ts';
export {payLateCharge, reverseChargePayment, waiveLateCharge} from './commands/end-late-charge.ts';
export {giveUpRest} from './commands/give-up-rest.ts';
export {applyAsGroup} from './commands/apply-as-group.ts';
export {type CollectedRow, collectSheet} from './commands/collect-sheet.ts';
export {amendGroup, formGroup, getGroup} from './commands/form-group.ts';
export {guaranteeLoan, releaseGuarantor} from './commands/guarantee-loan.ts';
export {changeOffice, joinGroup, leaveGroup} from './commands/join-group.ts';
export {
	depositWithGroup,
	listDeposits,
	payFromDeposits,
	reverseDeposit,
	withdrawFromGroup,
} from './commands/move-group-deposit.ts';
export {
	getClaim,
	payForAnother,
	repayClaim,
	reverseClaimRepayment,
} from './commands/pay-for-another.ts';
export {payLoans} from './commands/pay-loans.ts';
export {getLoan} from './commands/get-loan.ts';
export {getEffectiveRate} from './commands/get-effective-rate.ts';
export {getProduct} from './commands/get-product.ts';
export {issueLetter, recordPromise, recordVisit} from './commands/chase-late-payer.ts';
export {recordProfitShare} from './commands/record-profit-share.ts';
export {type PreviewedPayment, previewRepayment} from './commands/preview-repayment.ts';
export {recordRepayment} from './commands/record-repayment.ts';
export {recordDeath, revokeDeath} from './commands/record-death.ts';
export {type Loss, recordLoss, reverseLoss} from './commands/record-loss.ts';
export {recordRecovery, reverseRecovery} from './commands/record-recovery.ts';
export {
	type RestructuringPreview,
	previewRestructuring,
	restructureLoan,
} from './commands/restructure-loan.ts';
export {reverseLoanOperation} from './commands/reverse-loan-operation.ts';
export {releaseCollateral, revalueCollateral, takeCollateral} from './commands/secure-loan.ts';
export {quoteLoan, settleLoan} from './commands/settle-loan.ts';
export {transferLoan} from './commands/transfer-loan.ts';
export {
	getDeposit,
	reverseDepositWithdrawal,
	withdrawDeposit,
} from './commands/withdraw-deposit.ts';
export {verifyLoan, withdrawLoan} from './commands/step-before-disbursement.ts';
export {
	type WrittenOff,
	getWriteOff,
	reverseWriteOff,
	writeOffLoan,
} from './commands/write-off-loan.ts';
