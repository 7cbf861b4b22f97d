import type {BookCode, MemberId, PengurusId, TieId} from '../kernel/ids.ts';
import type {Kinship, SelfOrKin} from '../kernel/kinship.ts';
import type {LocalDate} from '../kernel/local-date.ts';
import {refuse} from './errors.ts';
import type {BookMember} from './member.ts';

/** Board, supervisory board and staff by their Indonesian names: they are terms of the statutes. */
export const offices = [
	'ketua',
	'sekretaris',
	'bendahara',
	'pengawas',
	'pengelola',
	'karyawan',
] as const;

export type Office = (typeof offices)[number];

/** One who runs a cooperative, in one office, from a day and perhaps until one. */
export type Pengurus = {
	readonly id: PengurusId;
	readonly book: BookCode;
	readonly name: string;
	readonly nik: string;
	readonly office: Office;
	readonly since: LocalDate;
	/** The last day, where there was one. */
	readonly until?: LocalDate;
	readonly recordedBy: string;
};

/** That a member is related to one who runs the cooperative. */
export type Tie = {
	readonly id: TieId;
	readonly book: BookCode;
	readonly member: MemberId;
	readonly pengurus: PengurusId;
	readonly relation: Kinship;
	readonly until?: LocalDate;
	readonly recordedBy: string;
};

/** What makes a member a related party (pihak berelasi): they run it, or are kin to who does. */
export type RelatedParty = {
	readonly pengurus: PengurusId;
	readonly name: string;
	readonly office: Office;
	readonly relation: SelfOrKin;
};

const isOn = ({since, until}: {since: LocalDate; until?: LocalDate}, day: LocalDate): boolean =>
	since <= day && (until === undefined || day <= until);

/** All that makes a member a related party on a day; nothing for most. */
export function relatedParties(
	member: Pick<BookMember, 'id' | 'book' | 'nik'>,
	registry: readonly Pengurus[],
	ties: readonly Tie[],
	day: LocalDate,
): RelatedParty[] {
	const inOffice = registry.filter((one) => one.book === member.book && isOn(one, day));
	return inOffice.flatMap(({id: pengurus, name, office, nik, since}): RelatedParty[] => {
		if (nik === member.nik) return [{pengurus, name, office, relation: 'self'}];
		return ties
			.filter((tie) => tie.member === member.id && tie.pengurus === pengurus)
			.filter(({until}) => isOn({since, ...(until === undefined ? {} : {until})}, day))
			.map(({relation}) => ({pengurus, name, office, relation}));
	});
}

/**
 * Judges the end of an office or of a tie.
 * @throws DomainError `pengurus/already-ended`, `pengurus/end-in-future`,
 * `pengurus/ended-before-start`.
 */
export function decideEnd(
	one: {readonly since?: LocalDate; readonly until?: LocalDate},
	until: LocalDate,
	today: LocalDate,
): void {
	if (one.until !== undefined) throw refuse('pengurus/already-ended', {until: one.until}, 'until');
	if (until > today) throw refuse('pengurus/end-in-future', {date: until, today}, 'until');
	if (one.since !== undefined && until < one.since) {
		throw refuse('pengurus/ended-before-start', {date: until, since: one.since}, 'until');
	}
}
