import {apportion} from '../kernel/apportion.ts';
import type {BookCode, GroupId, MemberId} from '../kernel/ids.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import {type Rupiah, isPositive, isZero, rupiah, toText, zero} from '../kernel/money.ts';
import {refuse} from './errors.ts';

export const groupOffices = ['ketua', 'sekretaris', 'bendahara'] as const;
/** What a member does for their group. */
export type GroupOffice = (typeof groupOffices)[number];

/** Members of one cooperative who answer for each other's loans (tanggung renteng). */
export type Group = {
	readonly id: GroupId;
	readonly book: BookCode;
	/** The group's number within the cooperative, from 1. */
	readonly number: number;
	readonly name: string;
	readonly formedOn: LocalDate;
	/** 1 Monday to 7 Sunday. */
	readonly meetingDay?: number;
	readonly meetingPlace?: string;
	/** Absent while it runs. */
	readonly dissolvedOn?: LocalDate;
	readonly formedBy: string;
};

/** What is to become of a group; null takes a particular away, and what is not named stays. */
export type GroupChanges = {
	readonly name?: string;
	readonly meetingDay?: number | null;
	readonly meetingPlace?: string | null;
	readonly dissolvedOn?: LocalDate;
};

/** That a member belongs to a group, from a day until another. */
export type Membership = {
	readonly group: GroupId;
	readonly member: MemberId;
	readonly memberNumber: number;
	readonly memberName: string;
	readonly joinedOn: LocalDate;
	readonly office?: GroupOffice;
	readonly leftOn?: LocalDate;
	readonly leftReason?: string;
};

/** A person as far as a group asks. */
export type GroupPerson = {
	readonly number: number;
	readonly joinedOn: LocalDate;
	readonly leftOn?: LocalDate;
};

/** @throws DomainError `lending/group-dissolved`. */
export function requireRunning({number, dissolvedOn}: Group): void {
	if (dissolvedOn === undefined) return;
	throw refuse('lending/group-dissolved', {number: String(number), date: dissolvedOn});
}

/** @throws DomainError `lending/group-in-future`. */
export function requirePast(date: LocalDate, today: LocalDate, path: string): void {
	if (date > today) throw refuse('lending/group-in-future', {date, today}, path);
}

/**
 * A group as it is amended.
 * @throws DomainError `lending/group-nothing-to-amend`, `lending/group-not-empty`, …
 */
export function amendedGroup(
	group: Group,
	changes: GroupChanges,
	{members, today}: {readonly members: readonly Membership[]; readonly today: LocalDate},
): Group {
	requireRunning(group);
	const {meetingDay: oldDay, meetingPlace: oldPlace, ...kept} = group;
	if (Object.keys(changes).length === 0) {
		throw refuse('lending/group-nothing-to-amend', {number: String(group.number)});
	}
	const {dissolvedOn} = changes;
	if (dissolvedOn !== undefined) requireDissolvable(group, dissolvedOn, members, today);
	const meetingDay = changes.meetingDay === undefined ? oldDay : changes.meetingDay;
	const meetingPlace = changes.meetingPlace === undefined ? oldPlace : changes.meetingPlace;
	return {
		...kept,
		...(changes.name === undefined ? {} : {name: changes.name}),
		...(meetingDay === undefined || meetingDay === null ? {} : {meetingDay}),
		...(meetingPlace === undefined || meetingPlace === null ? {} : {meetingPlace}),
		...(dissolvedOn === undefined ? {} : {dissolvedOn}),
	};
}

function requireDissolvable(
	group: Group,
	date: LocalDate,
	members: readonly Membership[],
	today: LocalDate,
): void {
	requirePast(date, today, 'dissolvedOn');
	if (date < group.formedOn) {
		throw refuse('lending/group-before-formed', {date, formedOn: group.formedOn}, 'dissolvedOn');
	}
	const there = members.filter(({leftOn}) => leftOn === undefined || leftOn > date);
	if (there.length === 0) return;
	const values = {number: String(group.number), count: String(there.length), date};
	throw refuse('lending/group-not-empty', values, 'dissolvedOn');
}

/**
 * A member may join: both are there on the day, the member is in no group then or later, and the
 * office is free.
 * @throws DomainError `lending/group-member-elsewhere`, `lending/group-office-taken`, …
 */
export function decideJoining(
	group: Group,
	person: GroupPerson,
	wanted: {readonly joinedOn: LocalDate; readonly office?: GroupOffice},
	known: {
		readonly members: readonly Membership[];
		/** Every membership that the person ever had. */
		readonly past: readonly Membership[];
		readonly today: LocalDate;
	},
): void {
	requireRunning(group);
	const {joinedOn: date, office} = wanted;
	requirePast(date, known.today, 'joinedOn');
	if (date < group.formedOn) {
		throw refuse('lending/group-before-formed', {date, formedOn: group.formedOn}, 'joinedOn');
	}
	const member = String(person.number);
	if (person.leftOn !== undefined || date < person.joinedOn) {
		throw refuse('lending/group-member-gone', {member, date}, 'member');
	}
	if (known.past.some(({leftOn}) => leftOn === undefined || leftOn > date)) {
		throw refuse('lending/group-member-elsewhere', {member, date}, 'member');
	}
	if (office !== undefined) requireFreeOffice(office, known.members);
}

/** @throws DomainError `lending/group-office-taken`. */
export function requireFreeOffice(office: GroupOffice, members: readonly Membership[]): void {
	const holder = members.find((one) => one.office === office && one.leftOn === undefined);
	if (!holder) return;
	const values = {office, member: String(holder.memberNumber)};
	throw refuse('lending/group-office-taken', values, 'office');
}

/**
 * A member may leave: with nothing in the deposit, and owing nothing that the group answers for.
 * @throws DomainError `lending/group-leaves-with-deposit`, `lending/group-leaves-with-debt`, …
 */
export function decideLeaving(
	membership: Membership,
	leftOn: LocalDate,
	known: {
		readonly deposit: Rupiah;
		/** The number of a loan of the group that the member still owes. */
		readonly openLoan: number | undefined;
		readonly today: LocalDate;
	},
): void {
	requirePast(leftOn, known.today, 'leftOn');
	if (leftOn < membership.joinedOn) {
		const values = {date: leftOn, joinedOn: membership.joinedOn};
		throw refuse('lending/group-left-before-joined', values, 'leftOn');
	}
	if (isPositive(known.deposit)) {
		const values = {member: String(membership.memberNumber), balance: toText(known.deposit)};
		throw refuse('lending/group-leaves-with-deposit', values, 'member');
	}
	if (known.openLoan !== undefined) {
		throw refuse('lending/group-leaves-with-debt', {number: String(known.openLoan)}, 'member');
	}
}

/** The running membership of a member in a group. @throws DomainError `lending/not-in-group`. */
export function membershipOf(
	group: Group,
	members: readonly Membership[],
	member: MemberId,
): Membership {
	const found = members.find((one) => one.member === member && one.leftOn === undefined);
	if (found) return found;
	throw refuse('lending/not-in-group', {member, number: String(group.number)}, 'member');
}

export type GroupShare = {readonly member: MemberId; readonly weight: number};
export type SharedLoan = GroupShare & {readonly principal: Rupiah; readonly margin: Rupiah};

/**
 * Each member's part of a group's loan, in whole rupiah by largest remainder: the parts sum to the
 * principal and to the margin exactly.
 * @throws DomainError `lending/group-share-twice`, `lending/group-share-empty`.
 */
export function shareLoan(
	{principal, margin}: {readonly principal: Rupiah; readonly margin: Rupiah},
	shares: readonly GroupShare[],
): SharedLoan[] {
	const twice = shares.find(
		({member}, index) => shares.findIndex((one) => one.member === member) < index,
	);
	if (twice) throw refuse('lending/group-share-twice', {member: twice.member}, 'shares');
	const weights = shares.map(({weight}) => weight);
	const quantum = rupiah('1');
	const principals = apportion(principal, weights, quantum);
	const margins = apportion(margin, weights, quantum);
	return shares.map((share, index) => {
		const part = {principal: principals[index] ?? zero, margin: margins[index] ?? zero};
		if (isZero(part.principal) || (isZero(part.margin) && !isZero(margin))) {
			const amount = toText(isZero(part.principal) ? principal : margin);
			const values = {position: String(index + 1), amount};
			throw refuse('lending/group-share-empty', values, `shares[${index}].weight`);
		}
		return {...share, ...part};
	});
}
