import {z} from 'zod';
import {
	amount,
	amountOrZero,
	amountText,
	bookCode,
	count,
	date,
	dateText,
	id,
	text,
} from '../../http/fields.ts';
import type {AllocationId, GroupId, MemberId} from '../../kernel/ids.ts';
import {toText, zero} from '../../kernel/money.ts';
import {rate} from '../../kernel/rate.ts';
import {
	type Group,
	type GroupAmendment,
	type GroupApplication,
	type GroupLoan,
	type Membership,
	type NewGroup,
	groupOffices,
} from '../index.ts';
import {productCode, shareText} from './product-fields.ts';
import {akad, loanAnswer, periodUnit, presentLoan} from './schemas.ts';

const meetingDay = () =>
	count({min: 1, max: 7}).meta({description: '1 Monday to 7 Sunday (ISO 8601).'});
export const office = z.enum(groupOffices);

export const groupBody = z.strictObject({
	cooperative: bookCode(),
	name: text({max: 100}),
	formedOn: date(),
	meetingDay: meetingDay().optional(),
	meetingPlace: text({max: 200}).optional(),
});

export const groupAmendmentBody = z.strictObject({
	name: text({max: 100}).optional(),
	meetingDay: meetingDay().nullable().optional(),
	meetingPlace: text({max: 200}).nullable().optional(),
	dissolvedOn: date().optional().meta({description: 'Once all have left; it stays dissolved.'}),
});

export const groupAnswer = z.strictObject({
	id: z.string(),
	cooperative: z.string(),
	number: z.number(),
	name: z.string(),
	formedOn: dateText(),
	meetingDay: z.number().nullable(),
	meetingPlace: z.string().nullable(),
	dissolvedOn: dateText().nullable(),
	formedBy: z.string(),
});

export const membershipAnswer = z.strictObject({
	member: z.string(),
	number: z.number(),
	name: z.string(),
	joinedOn: dateText(),
	office: office.nullable(),
	leftOn: dateText().nullable(),
	leftReason: z.string().nullable(),
});

export const groupDetail = z.strictObject({
	...groupAnswer.shape,
	members: z.array(membershipAnswer),
});

export const joiningBody = z.strictObject({
	member: id<MemberId>(),
	joinedOn: date(),
	office: office.optional(),
});

export const leavingBody = z.strictObject({
	member: id<MemberId>(),
	leftOn: date(),
	reason: text({max: 500}),
});

export const officeBody = z.strictObject({
	member: id<MemberId>(),
	office: office.nullable().meta({description: 'null takes it.'}),
});

const sharesMax = 100;

export const groupLoanBody = z.strictObject({
	allocation: id<AllocationId>().meta({description: 'The fund it is lent from.'}),
	product: productCode().optional(),
	akad,
	purpose: text({max: 200}),
	principal: amount().meta({description: 'Of all members together.'}),
	margin: amountOrZero().optional().meta({description: 'Of all members together, in rupiah.'}),
	nisbah: shareText().optional(),
	instalments: count({min: 1, max: 600}),
	period: z.strictObject({unit: periodUnit, every: count({min: 1, max: 366})}).optional(),
	firstDueOn: date().optional(),
	appliedOn: date(),
	shares: z
		.array(z.strictObject({member: id<MemberId>(), weight: count({min: 1, max: 1_000_000_000})}))
		.min(1)
		.max(sharesMax)
		.meta({
			description:
				'Each member and their weight. The shares are in whole rupiah by largest remainder and sum to the principal and to the margin exactly.',
		}),
});

export const groupLoansAnswer = z.strictObject({
	items: z.array(z.strictObject({application: z.string(), weight: z.number(), loan: loanAnswer})),
});

export const toNewGroup = ({
	meetingDay: day,
	meetingPlace,
	...body
}: z.output<typeof groupBody>): NewGroup => ({
	...body,
	...(day === undefined ? {} : {meetingDay: day}),
	...(meetingPlace === undefined ? {} : {meetingPlace}),
});

export const toGroupAmendment = (
	group: GroupId,
	body: z.output<typeof groupAmendmentBody>,
): GroupAmendment => {
	const {name, meetingDay: day, meetingPlace, dissolvedOn} = body;
	return {
		group,
		...(name === undefined ? {} : {name}),
		...(day === undefined ? {} : {meetingDay: day}),
		...(meetingPlace === undefined ? {} : {meetingPlace}),
		...(dissolvedOn === undefined ? {} : {dissolvedOn}),
	};
};

export const toGroupApplication = (
	group: GroupId,
	{period, firstDueOn, margin, product, nisbah, ...terms}: z.output<typeof groupLoanBody>,
): GroupApplication => ({
	...terms,
	group,
	...(product === undefined ? {} : {product}),
	...(nisbah === undefined ? {} : {nisbah: rate(nisbah)}),
	margin: margin ?? zero,
	periodUnit: period?.unit ?? 'month',
	periodEvery: period?.every ?? 1,
	...(firstDueOn === undefined ? {} : {firstDueOn}),
});

export const presentGroup = (group: Group): z.output<typeof groupAnswer> => ({
	id: group.id,
	cooperative: group.book,
	number: group.number,
	name: group.name,
	formedOn: group.formedOn,
	meetingDay: group.meetingDay ?? null,
	meetingPlace: group.meetingPlace ?? null,
	dissolvedOn: group.dissolvedOn ?? null,
	formedBy: group.formedBy,
});

export const presentMembership = (one: Membership): z.output<typeof membershipAnswer> => ({
	member: one.member,
	number: one.memberNumber,
	name: one.memberName,
	joinedOn: one.joinedOn,
	office: one.office ?? null,
	leftOn: one.leftOn ?? null,
	leftReason: one.leftReason ?? null,
});

export const presentGroupLoans = (
	loans: readonly GroupLoan[],
): z.output<typeof groupLoansAnswer> => ({
	items: loans.map(({loan, ...share}) => ({...share, loan: presentLoan(loan)})),
});

/** What is due of a loan on a day, as a row of a collection sheet. */
export const dueRowAnswer = z.strictObject({
	loan: z.string(),
	loanNumber: z.number(),
	member: z.string(),
	memberNumber: z.number(),
	name: z.string(),
	due: amountText(),
	overdue: amountText(),
	total: amountText(),
	daysPastDue: z.number(),
	outstanding: amountText(),
});

export const sheetAnswer = z.strictObject({
	cooperative: z.string(),
	group: z.string().nullable(),
	on: dateText(),
	rows: z.array(dueRowAnswer),
	totals: z.strictObject({due: amountText(), overdue: amountText(), total: amountText()}),
});

export const presentTotals = (totals: {
	readonly due: Parameters<typeof toText>[0];
	readonly overdue: Parameters<typeof toText>[0];
	readonly total: Parameters<typeof toText>[0];
}) => ({
	due: toText(totals.due),
	overdue: toText(totals.overdue),
	total: toText(totals.total),
});
