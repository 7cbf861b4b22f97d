import {z} from 'zod';
import {
	bookCode,
	date,
	dateText,
	kelurahanField,
	maskedPhone,
	momentText,
	nik,
	text,
} from '../../http/fields.ts';
import type {MemberId} from '../../kernel/ids.ts';
import {selfOrKin} from '../../kernel/kinship.ts';
import {maskNik, maskPhone, maskedAddress} from '../../kernel/personal-data.ts';
import {
	type DescribedMember,
	type KnownAttempt,
	type MemberAmendment,
	type NewMember,
	type SamePhone,
	businessSectors,
	offices,
} from '../index.ts';

const business = () =>
	z.strictObject({description: text({max: 120}), sector: z.enum(businessSectors)});

export const memberBody = z.strictObject({
	cooperative: bookCode(),
	nik: nik(),
	name: text({max: 120}),
	kelurahan: kelurahanField(),
	address: text({max: 200}),
	phone: text({max: 20}).optional(),
	business: business().optional().meta({description: 'What the member lives by (usaha).'}),
	joinedOn: date(),
});

export const toNewMember = ({
	kelurahan,
	phone,
	business: usaha,
	...body
}: z.output<typeof memberBody>): NewMember => ({
	...body,
	...(phone === undefined ? {} : {phone}),
	...(usaha === undefined ? {} : {business: usaha}),
	kelurahanCode: kelurahan,
});

export const amendmentBody = z.strictObject({
	kelurahan: kelurahanField().optional(),
	address: text({max: 200}).optional(),
	phone: text({max: 20}).nullable().optional().meta({description: 'null takes it away.'}),
	business: business().nullable().optional().meta({description: 'null takes it away.'}),
});

export const toAmendment = (
	member: MemberId,
	{kelurahan, address, phone, business: usaha}: z.output<typeof amendmentBody>,
): MemberAmendment => ({
	member,
	...(kelurahan === undefined ? {} : {kelurahanCode: kelurahan}),
	...(address === undefined ? {} : {address}),
	...(phone === undefined ? {} : {phone}),
	...(usaha === undefined ? {} : {business: usaha}),
});

export const memberAnswer = z.strictObject({
	id: z.string(),
	cooperative: z.string(),
	number: z.number(),
	nikMasked: z.string().meta({description: 'Only the last four digits are shown.'}),
	name: z.string(),
	sex: z.enum(['female', 'male']),
	birthDate: dateText(),
	kelurahan: z.string(),
	address: z.string().meta({description: 'Not shown; the kelurahan stands beside it.'}),
	phone: maskedPhone(),
	business: z.strictObject({description: z.string(), sector: z.enum(businessSectors)}).nullable(),
	joinedOn: dateText(),
	leftOn: dateText().nullable(),
	leftReason: z.string().nullable(),
	isRelatedParty: z.boolean().meta({
		description: 'Runs the cooperative, or is related to one who does, today (pihak berelasi).',
	}),
	relatedTo: z.array(
		z.strictObject({
			pengurus: z.string(),
			name: z.string(),
			office: z.enum(offices),
			relation: z.enum(selfOrKin),
		}),
	),
});

export const memberDetail = memberAnswer.extend({
	samePhone: z
		.strictObject({
			members: z.array(z.strictObject({id: z.string(), number: z.number(), name: z.string()})),
			isElsewhere: z
				.boolean()
				.meta({description: 'Also the phone of a member of another cooperative; not whose.'}),
		})
		.meta({description: 'Who else has the phone.'}),
});

export const presentMember = (member: DescribedMember): z.output<typeof memberAnswer> => ({
	id: member.id,
	cooperative: member.book,
	number: member.number,
	nikMasked: maskNik(member.nik),
	name: member.name,
	sex: member.sex,
	birthDate: member.birthDate,
	kelurahan: member.kelurahanCode,
	address: maskedAddress,
	phone: member.phone === undefined ? null : maskPhone(member.phone),
	business: member.business ?? null,
	joinedOn: member.joinedOn,
	leftOn: member.leftOn ?? null,
	leftReason: member.leftReason ?? null,
	isRelatedParty: member.relatedTo.length > 0,
	relatedTo: [...member.relatedTo],
});

export const presentDetail = (
	member: DescribedMember & {readonly samePhone: SamePhone},
): z.output<typeof memberDetail> => ({
	...presentMember(member),
	samePhone: {
		members: [...member.samePhone.members],
		isElsewhere: member.samePhone.isElsewhere,
	},
});

export const attemptAnswer = z.strictObject({
	id: z.string(),
	cooperative: z.string().meta({description: 'Where it was tried.'}),
	attemptedAt: momentText(),
	attemptedBy: z.string(),
	isElsewhere: z
		.boolean()
		.meta({description: 'The NIK is not that of a member of this cooperative; not whose it is.'}),
	member: z
		.strictObject({id: z.string(), number: z.number()})
		.nullable()
		.meta({description: 'Whose NIK it is, where that is a member of the same cooperative.'}),
});

export const presentAttempt = (attempt: KnownAttempt): z.output<typeof attemptAnswer> => ({
	id: attempt.id,
	cooperative: attempt.book,
	attemptedAt: attempt.attemptedAt.toISOString(),
	attemptedBy: attempt.attemptedBy,
	isElsewhere: attempt.member === undefined,
	member: attempt.member ?? null,
});
