declare const brand: unique symbol;
type Id<Name extends string> = string & {readonly [brand]: Name};

export type UserId = Id<'user'>;
export type CooperativeId = Id<'cooperative'>;
export type ProgrammeId = Id<'programme'>;
export type AllocationId = Id<'allocation'>;
export type TrancheId = Id<'tranche'>;
export type RemittanceId = Id<'remittance'>;
export type FundReturnId = Id<'fund-return'>;
export type CitySharePaymentId = Id<'city-share-payment'>;
export type ProposalId = Id<'proposal'>;
export type ReconciliationId = Id<'reconciliation'>;
export type MemberId = Id<'member'>;
export type LoanId = Id<'loan'>;
export type RepaymentId = Id<'repayment'>;
export type MemberAccountId = Id<'member-account'>;
export type PengurusId = Id<'pengurus'>;
export type TieId = Id<'tie'>;
export type AttachmentId = Id<'attachment'>;
export type SavingMovementId = Id<'saving-movement'>;
export type SurplusDistributionId = Id<'surplus-distribution'>;
export type SurplusPayoutId = Id<'surplus-payout'>;
export type GroupId = Id<'group'>;
export type ClaimId = Id<'claim'>;
export type ClearingId = Id<'clearing'>;
export type FundWriteOffId = Id<'fund-write-off'>;
export type FundClaimId = Id<'fund-claim'>;
export type DepositMovementId = Id<'deposit-movement'>;
export type AuditFindingId = Id<'audit-finding'>;
export type BankAccountId = Id<'bank-account'>;
export type BankStatementId = Id<'bank-statement'>;
export type BankRowId = Id<'bank-row'>;
export type BankMatchId = Id<'bank-match'>;
export type CashCountId = Id<'cash-count'>;

/** The short, lasting code of a book, such as `KOTA-BENGKULU` or `KOP-1771011001`. */
export type BookCode = Id<'book'>;
/** The code of an account in its book's chart, such as `1.1.11`. */
export type AccountCode = Id<'account'>;

/** Gives a new, unique, time-ordered identity (UUID). */
export type NewId = () => string;
