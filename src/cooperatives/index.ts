// The door of the cooperatives: all that other rooms may see of them.
export {
	type Attachment,
	type AttachmentOwner,
	attachmentsMax,
	contentDisposition,
	decideContent,
	fileBytesMax,
	mediaTypes,
} from './attachment.ts';
export {
	benevolenceAccounts,
	cashAccounts,
	beforeSaleAccounts,
	cooperativeAccounts,
	cooperativeChart,
	loanAccounts,
	writtenOffAccounts,
} from './chart.ts';
export type {Cooperative, CooperativeForm} from './cooperative.ts';
export {type CooperativeCode, cooperativeTexts} from './errors.ts';
export {
	type AccountParticulars,
	type MemberAccount,
	type MemberAccountKind,
	maskNumber,
	memberAccountKinds,
} from './member-account.ts';
export {
	type ErasureFacts,
	type ProcessingPurpose,
	type RetentionPolicy,
	decideErasure,
	longestOf,
} from './erasure.ts';
export {
	type BookMember,
	type Business,
	type Member,
	type MemberChanges,
	type Sex,
	businessSectors,
	memberAbout,
} from './member.ts';
export {
	type MaskedField,
	type PersonalAct,
	type Unmasked,
	maskedFields,
	unmaskingOf,
} from './personal-data.ts';
export {
	type Office,
	type Pengurus,
	type RelatedParty,
	type Tie,
	offices,
	relatedParties,
} from './pengurus.ts';
export type {
	CooperativeStore,
	CooperativeWork,
	KnownAttempt,
	MemberAmendment,
	NewAttachment,
	NewCooperative,
	NewMember,
	NewPengurus,
	NewTie,
	SamePhone,
} from './ports.ts';
export {amendMember} from './commands/amend-member.ts';
export {attachFile, getAttachment, listAttachments} from './commands/attach-file.ts';
export {endMemberAccount, recordMemberAccount} from './commands/record-account.ts';
export {endPengurus, endTie, recordPengurus, recordTie} from './commands/record-office.ts';
export {registerCooperative} from './commands/register-cooperative.ts';
export {getCooperative, getMember, registerMember} from './commands/register-member.ts';
export {eraseMember} from './commands/erase-member.ts';
export {type PersonalDataExport, exportPersonalData} from './queries/export-personal-data.ts';
export {unmaskMember} from './commands/unmask-member.ts';
export {searchMembers} from './queries/search-members.ts';
export {verifyPapers} from './queries/verify-papers.ts';
export {type DescribedMember, describeMember, describeMembers} from './queries/describe-members.ts';
