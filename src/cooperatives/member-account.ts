import {readBankNumber} from '../kernel/bank-number.ts';
import type {BookCode, MemberAccountId, MemberId} from '../kernel/ids.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import {refuse} from './errors.ts';

export const memberAccountKinds = ['bank', 'e-wallet'] as const;
export type MemberAccountKind = (typeof memberAccountKinds)[number];

/** An account of a member at a bank or an e-wallet, from a day and perhaps until one. */
export type MemberAccount = {
	readonly id: MemberAccountId;
	readonly book: BookCode;
	readonly member: MemberId;
	readonly kind: MemberAccountKind;
	/** The name or code of the bank, or of who runs the e-wallet. */
	readonly bank: string;
	/** Its digits alone. Personal data: lists show the last four. */
	readonly number: string;
	/** Whose name the bank has, which may be another than the member's. */
	readonly holder: string;
	readonly since: LocalDate;
	/** The last day, where there was one. */
	readonly until?: LocalDate;
	readonly recordedBy: string;
};

/** What is told of a new account of a member. */
export type AccountParticulars = Pick<
	MemberAccount,
	'kind' | 'bank' | 'number' | 'holder' | 'since'
>;

/** Of a number that nobody else needs to know whole. */
export const maskNumber = (digits: string): string => `******${digits.slice(-4)}`;

/**
 * The number as it is kept: digits alone. That of an e-wallet is a phone's, which is written with
 * the code of the country or with the nought that stands for it; kept is the nought.
 * @throws DomainError `member-account/number-malformed`.
 */
export function normaliseNumber(kind: MemberAccountKind, text: string): string {
	const digits = readBankNumber(text);
	if (digits === undefined) throw refuse('member-account/number-malformed', {}, 'number');
	return kind === 'e-wallet' ? digits.replace(/^62(?=8)/u, '0') : digits;
}

/**
 * Judges a new account against those that the member has.
 * @throws DomainError `member-account/number-malformed`, `member-account/holder-missing`,
 * `member-account/since-in-future`, `member-account/already-there`.
 */
export function decideMemberAccount(
	wanted: AccountParticulars,
	kept: readonly MemberAccount[],
	today: LocalDate,
): AccountParticulars {
	const {kind, bank, holder, since} = wanted;
	const number = normaliseNumber(kind, wanted.number);
	if (holder.trim() === '') throw refuse('member-account/holder-missing', {}, 'holder');
	if (since > today) {
		throw refuse('member-account/since-in-future', {date: since, today}, 'since');
	}
	const same = kept.find(
		(one) => one.until === undefined && placeOf({...wanted, number}) === placeOf(one),
	);
	if (same) {
		const values = {bank: same.bank, number: maskNumber(number), since: same.since};
		throw refuse('member-account/already-there', values, 'number');
	}
	return {kind, bank, number, holder, since};
}

// A bank gives a number once; several e-wallets have the number of one phone.
const placeOf = ({kind, bank, number}: Pick<MemberAccount, 'kind' | 'bank' | 'number'>): string =>
	`${number} ${kind === 'e-wallet' ? bank.toLowerCase() : ''}`;

/**
 * Judges the end of an account.
 * @throws DomainError `member-account/already-ended`, `member-account/end-in-future`,
 * `member-account/ended-before-start`.
 */
export function decideAccountEnd(
	{since, until: ended}: Pick<MemberAccount, 'since' | 'until'>,
	until: LocalDate,
	today: LocalDate,
): void {
	if (ended !== undefined) throw refuse('member-account/already-ended', {until: ended}, 'until');
	if (until > today) throw refuse('member-account/end-in-future', {date: until, today}, 'until');
	if (until < since) {
		throw refuse('member-account/ended-before-start', {date: until, since}, 'until');
	}
}
