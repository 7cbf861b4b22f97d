import type {ActToRecord} from '../identity/index.ts';
import type {MemberId} from '../kernel/ids.ts';
import {withoutNumbers} from '../kernel/personal-data.ts';
import type {Member} from './member.ts';

/** What of a member lists mask, and is shown in full for a reason alone. */
export const maskedFields = ['nik', 'phone', 'address'] as const;

export type MaskedField = (typeof maskedFields)[number];

/** Those of them that were asked for; null for a phone that nobody gave. */
export type Unmasked = Readonly<Partial<Record<MaskedField, string | null>>>;

export const unmask = (member: Member, fields: readonly MaskedField[]): Unmasked =>
	Object.fromEntries(fields.map((field) => [field, member[field] ?? null]));

/** What is done to somebody's data: it goes into the trail, where no value of it ever does. */
export type PersonalAct = Pick<ActToRecord, 'subject' | 'details'> & {
	readonly kind:
		'personal-data.unmask' | 'personal-data.export' | 'personal-data.erase' | 'book.export';
};

export const memberSubject = (member: MemberId): string => `member:${member}`;

/** Who saw which of a member's data, and why: as the trail tells it. */
export const unmaskingOf = (
	member: MemberId,
	fields: readonly MaskedField[],
	reason: string,
): PersonalAct => ({
	kind: 'personal-data.unmask',
	subject: memberSubject(member),
	details: {fields: [...fields].sort().join(' '), reason: withoutNumbers(reason)},
});
