import type {BookCode, MemberId} from '../kernel/ids.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import type {KelurahanCode} from '../kernel/region-code.ts';
import {sealedAbout} from '../kernel/personal-data.ts';
import {refuse} from './errors.ts';

export type Sex = 'female' | 'male';

export const businessSectors = [
	'farming',
	'fishery',
	'trade',
	'food',
	'crafts',
	'services',
	'transport',
	'other',
] as const;

export type BusinessSector = (typeof businessSectors)[number];

/** What a member lives by (usaha). */
export type Business = {readonly description: string; readonly sector: BusinessSector};

/** A member of one cooperative. The NIK tells sex and birth date and is personal data. */
export type Member = {
	readonly id: MemberId;
	/** The member's number within the cooperative, from 1. */
	readonly number: number;
	readonly nik: string;
	readonly name: string;
	readonly sex: Sex;
	readonly birthDate: LocalDate;
	readonly kelurahanCode: KelurahanCode;
	readonly address: string;
	readonly phone?: string;
	readonly business?: Business;
	readonly joinedOn: LocalDate;
	/** Absent while they are a member. */
	readonly leftOn?: LocalDate;
	readonly leftReason?: string;
	/** When all that tells who they were was erased. */
	readonly erasedAt?: Date;
};

/** What a sealed value of a member is about: elsewhere it does not open. */
export const memberAbout = (column: 'nik' | 'address' | 'phone', member: string): string =>
	sealedAbout('members', column, member);

/** A member, and the book of their cooperative. */
export type BookMember = Member & {readonly book: BookCode};

/** What is to become of a member's particulars; null takes one away. */
export type MemberChanges = {
	readonly address?: string;
	readonly kelurahanCode?: KelurahanCode;
	readonly phone?: string | null;
	readonly business?: Business | null;
};

/**
 * A member with their particulars amended; what is not named stays.
 * @throws DomainError `member/nothing-to-amend`.
 */
export function amendParticulars(member: BookMember, changes: MemberChanges): BookMember {
	const {phone, business, ...kept} = member;
	if (Object.keys(changes).length === 0) {
		throw refuse('member/nothing-to-amend', {number: String(member.number)});
	}
	const newPhone = changes.phone === undefined ? phone : changes.phone;
	const newBusiness = changes.business === undefined ? business : changes.business;
	return {
		...kept,
		...(changes.address === undefined ? {} : {address: changes.address}),
		...(changes.kelurahanCode === undefined ? {} : {kelurahanCode: changes.kelurahanCode}),
		...(newPhone === undefined || newPhone === null ? {} : {phone: newPhone}),
		...(newBusiness === undefined || newBusiness === null ? {} : {business: newBusiness}),
	};
}
