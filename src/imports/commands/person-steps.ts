import {registerMember} from '../../cooperatives/index.ts';
import {assert} from '../../kernel/assert.ts';
import type {GroupId, MemberId} from '../../kernel/ids.ts';
import {type LocalDate, localDate} from '../../kernel/local-date.ts';
import {kelurahanCode} from '../../kernel/region-code.ts';
import {
	type GroupOffice,
	amendGroup,
	formGroup,
	joinGroup,
	leaveGroup,
} from '../../lending/index.ts';
import {leaveCooperative} from '../../savings/index.ts';
import {refuse} from '../errors.ts';
import type {ImportWork, KnownMember, NumberedRow} from '../ports.ts';
import {parentKeyOf} from '../row-key.ts';
import type {RowSteps, StepContext} from './step.ts';

type Sector = NonNullable<Parameters<typeof registerMember>[1]['business']>['sector'];

/** The day on which an import is taken back. */
export const undoDay = ({one}: Pick<StepContext, 'one'>): LocalDate => {
	assert(one.undo, 'Whoever undoes an import says from which day on.');
	return one.undo.effectiveOn;
};

export const memberSteps: RowSteps = {
	async post({as, maker, book}, {values}) {
		const {phone, business, sector} = values;
		const member = await registerMember(as(maker), {
			cooperative: book.code,
			nik: values.nik!,
			name: values.name!,
			kelurahanCode: kelurahanCode(values.kelurahan!),
			address: values.address!,
			joinedOn: localDate(values.joinedOn!),
			...(phone === undefined ? {} : {phone}),
			...(business === undefined || sector === undefined
				? {}
				: {business: {description: business, sector: sector as Sector}}),
		});
		return member.id;
	},
	/** A member cannot be made undone; they leave, where nothing was done for them yet. */
	async undo(context, {target}) {
		const {as, checker, book, one} = context;
		const work = as(checker);
		const member = target as MemberId;
		const what = await work.imports.memberTies(book, member);
		if (what !== undefined) {
			const known = await work.cooperatives.findMember(member);
			throw refuse('imports/member-used', {number: String(known?.number ?? ''), what});
		}
		await leaveCooperative(work, {
			member,
			leftOn: undoDay(context),
			method: 'cash',
			reason: one.undo!.reason,
		});
	},
};

/** The member that a row names by number, asked for once. */
export async function memberOf(
	{members, book}: Pick<StepContext, 'members' | 'book'>,
	work: ImportWork,
	number: string,
): Promise<KnownMember> {
	const wanted = Number.parseInt(number, 10);
	const known = members.get(wanted);
	if (known) return known;
	const member = (await work.imports.membersByNumber(book, [wanted])).get(wanted);
	if (!member) throw refuse('imports/member-unknown', {value: number}, 'member');
	members.set(wanted, member);
	return member;
}

/** What the row that a row belongs to became: in this import, or in one before it. */
export async function parentTarget(
	{targets, book, one}: StepContext,
	work: ImportWork,
	row: NumberedRow,
): Promise<string | undefined> {
	const key = parentKeyOf(row)!;
	return targets.get(key) ?? work.imports.postedTarget(book, one.kind, key);
}

export const groupSteps: RowSteps = {
	post: async (context, row) =>
		row.part === 'groups' ? formOf(context, row) : joinOf(context, row),
	async undo(context, {part, values, target}) {
		const work = context.as(context.checker);
		const day = undoDay(context);
		if (part === 'groups') {
			await amendGroup(work, {group: target as GroupId, dissolvedOn: day});
			return;
		}
		const member = await memberOf(context, work, values.member!);
		await leaveGroup(work, {
			group: target as GroupId,
			member: member.id,
			leftOn: day,
			reason: context.one.undo!.reason,
		});
	},
};

async function formOf({as, maker, book}: StepContext, {values}: NumberedRow): Promise<string> {
	const {meetingDay, meetingPlace} = values;
	const group = await formGroup(as(maker), {
		cooperative: book.code,
		name: values.group!,
		formedOn: localDate(values.formedOn!),
		...(meetingDay === undefined ? {} : {meetingDay: Number.parseInt(meetingDay, 10)}),
		...(meetingPlace === undefined ? {} : {meetingPlace}),
	});
	return group.id;
}

async function joinOf(context: StepContext, row: NumberedRow): Promise<string> {
	const work = context.as(context.maker);
	const {values} = row;
	const group = await parentTarget(context, work, row);
	if (group === undefined) {
		throw refuse('imports/group-unknown', {value: values.group!, expected: 'Kelompok'}, 'group');
	}
	const member = await memberOf(context, work, values.member!);
	const {office} = values;
	await joinGroup(work, {
		group: group as GroupId,
		member: member.id,
		joinedOn: localDate(values.joinedOn!),
		...(office === undefined ? {} : {office: office as GroupOffice}),
	});
	return group;
}
