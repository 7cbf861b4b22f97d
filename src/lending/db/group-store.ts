import type {Knex} from 'knex';
import type {ConstraintRefusals} from '../../db/constraint-errors.ts';
import {nextNumber} from '../../db/next-number.ts';
import type {RandomBytes} from '../../db/receipt-number.ts';
import type {BookCode, GroupId, MemberId} from '../../kernel/ids.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import {toText} from '../../kernel/money.ts';
import {refuse} from '../errors.ts';
import type {Group, GroupOffice, Membership} from '../group.ts';
import type {GroupStore, GroupTables, GuarantorTable} from '../group-ports.ts';
import type {Guarantor} from '../guarantor.ts';
import {createCollectionTables} from './collection-tables.ts';
import {createJointTables} from './joint-tables.ts';
import {type LoanRow, loanColumns, toLoan} from './rows.ts';

/** Groups and what their members answer for together, in PostgreSQL. */
export const createGroupStore = (trx: Knex, randomBytes: RandomBytes): GroupStore => ({
	...createGroupTable(trx),
	...createMembershipTable(trx),
	...createGroupLoanTables(trx),
	...createGuarantorTable(trx),
	...createCollectionTables(trx, randomBytes),
	...createJointTables(trx),
});

const createGroupTable = (
	trx: Knex,
): Pick<
	GroupTables,
	'findGroup' | 'listGroups' | 'nextGroupNumber' | 'insertGroup' | 'recordGroup'
> => ({
	async findGroup(id) {
		const row: GroupRow | undefined = await groups(trx).where('member_groups.id', id).first();
		return row && toGroup(row);
	},
	async listGroups({book, after, limit}) {
		const rows: GroupRow[] = await groups(trx)
			.modify((query) => {
				if (book !== undefined) void query.where('books.code', book);
				if (after !== undefined) {
					void query.whereRaw('(books.code, member_groups.number) > (?, ?)', [
						after.book,
						after.number,
					]);
				}
			})
			.orderBy([{column: 'books.code'}, {column: 'member_groups.number'}])
			.limit(limit);
		return rows.map(toGroup);
	},
	nextGroupNumber: async (book) => nextNumber(trx, 'group', book.id),
	async insertGroup(book, group) {
		await trx('member_groups').insert({
			book_id: book.id,
			id: group.id,
			number: group.number,
			formed_on: group.formedOn,
			formed_by: group.formedBy,
			...particulars(group),
		});
	},
	async recordGroup(book, group) {
		await trx('member_groups').where({book_id: book.id, id: group.id}).update(particulars(group));
	},
});

const particulars = ({name, meetingDay, meetingPlace, dissolvedOn}: Group) => ({
	name,
	meeting_day: meetingDay ?? null,
	meeting_place: meetingPlace ?? null,
	dissolved_on: dissolvedOn ?? null,
});

const groups = (trx: Knex) =>
	trx('member_groups')
		.join('books', 'books.id', 'member_groups.book_id')
		.select('member_groups.*', 'books.code as book');

const createMembershipTable = (
	trx: Knex,
): Pick<
	GroupTables,
	'memberships' | 'membershipsOf' | 'insertMembership' | 'recordMembership'
> => ({
	async memberships(book, group) {
		const rows: MembershipRow[] = await memberships(trx)
			.where({'group_members.book_id': book.id, group_id: group})
			.orderBy(['group_members.joined_on', 'members.number']);
		return rows.map(toMembership);
	},
	async membershipsOf(book, member) {
		const rows: MembershipRow[] = await memberships(trx)
			.where({'group_members.book_id': book.id, member_id: member})
			.orderBy('group_members.joined_on');
		return rows.map(toMembership);
	},
	async insertMembership(book, membership, by) {
		await trx('group_members').insert({
			book_id: book.id,
			group_id: membership.group,
			member_id: membership.member,
			joined_on: membership.joinedOn,
			office: membership.office ?? null,
			recorded_by: by,
		});
	},
	async recordMembership(book, {group, member, joinedOn, office, leftOn, leftReason}) {
		await trx('group_members')
			.where({book_id: book.id, group_id: group, member_id: member, joined_on: joinedOn})
			.update({
				office: office ?? null,
				left_on: leftOn ?? null,
				left_reason: leftReason ?? null,
			});
	},
});

const memberships = (trx: Knex) =>
	trx('group_members')
		.join('members', (join) =>
			join
				.on('members.book_id', 'group_members.book_id')
				.on('members.id', 'group_members.member_id'),
		)
		.select('group_members.*', 'members.number as member_number', 'members.name as member_name');

const createGroupLoanTables = (
	trx: Knex,
): Pick<GroupTables, 'insertGroupLoans' | 'groupLoans' | 'openGroupLoan'> => ({
	async insertGroupLoans(book, application, loans) {
		await trx('group_applications').insert({
			book_id: book.id,
			id: application.id,
			group_id: application.group,
			principal: toText(application.principal),
			margin: toText(application.margin),
			applied_on: application.appliedOn,
			applied_by: application.appliedBy,
		});
		await trx('group_loans').insert(
			loans.map(({loan, weight}) => ({
				book_id: book.id,
				loan_id: loan,
				application_id: application.id,
				weight,
			})),
		);
	},
	async groupLoans(book, group) {
		const rows: (LoanRow & {application_id: string; weight: number})[] = await groupLoans(trx)
			.where({'application.book_id': book.id, 'application.group_id': group})
			.orderBy('loans.number')
			.select(...loanColumns(trx), trx.raw('? as book', [book.code]), 'application_id', 'weight');
		return rows.map(({application_id: application, weight, ...row}) => ({
			loan: toLoan(row),
			application,
			weight,
		}));
	},
	async openGroupLoan(book, group, member) {
		const row: {number: number} | undefined = await groupLoans(trx)
			.where({'application.book_id': book.id, 'application.group_id': group})
			.where('loans.member_id', member)
			.where((open) => {
				void open.whereIn('loans.status', ['applied', 'verified', 'approved'])
					.orWhereRaw(`loans.status = 'disbursed' and exists (select from floor_balances held
						where held.book_id = loans.book_id and held.dimension = loans.id
							and held.account_code in
								('1.2.01', '1.2.03', '1.2.05', '1.2.07', '1.2.11', '1.2.12')
							and held.balance > 0)`);
			})
			.first('loans.number');
		return row?.number;
	},
});

const groupLoans = (trx: Knex) =>
	trx('group_applications as application')
		.join('group_loans as share', (join) =>
			join.on('share.book_id', 'application.book_id').on('share.application_id', 'application.id'),
		)
		.join('loans', (join) =>
			join.on('loans.book_id', 'share.book_id').on('loans.id', 'share.loan_id'),
		);

const createGuarantorTable = (trx: Knex): GuarantorTable => ({
	async guarantors(book, loan) {
		const rows: GuarantorRow[] = await trx('loan_guarantors')
			.join('members', (join) =>
				join
					.on('members.book_id', 'loan_guarantors.book_id')
					.on('members.id', 'loan_guarantors.member_id'),
			)
			.where({'loan_guarantors.book_id': book.id, loan_id: loan})
			.orderBy('loan_guarantors.number')
			.select('loan_guarantors.*', 'members.name as member_name');
		return rows.map(toGuarantor);
	},
	async insertGuarantor(book, loan, guarantor) {
		await trx('loan_guarantors').insert({
			book_id: book.id,
			loan_id: loan,
			number: guarantor.number,
			member_id: guarantor.member,
			guaranteed_on: guarantor.guaranteedOn,
			document: guarantor.document,
			recorded_by: guarantor.recordedBy,
		});
	},
	async recordRelease(book, loan, {number, releasedOn, releaseReason, releasedBy}) {
		await trx('loan_guarantors').where({book_id: book.id, loan_id: loan, number}).update({
			released_on: releasedOn,
			release_reason: releaseReason,
			released_by: releasedBy,
		});
	},
});

const laws = [
	'repayments_way',
	'payroll_cleared_once',
	'payroll_clearings_as_booked',
	'payroll_cleared_kept',
	'member_groups_empty',
	'group_members_days',
	'group_members_free',
	'group_members_append_only',
	'group_members_office_key',
	'group_applications_shares',
	'loan_guarantors_another',
	'loan_guarantors_gapless',
	'loan_guarantors_append_only',
	'loan_guarantors_running_key',
	'group_deposit_movements_as_booked',
	'group_deposit_movements_complete',
	'group_deposit_movements_entry_key',
	'group_deposit_movements_last',
	'group_deposit_movements_reverses_key',
	'group_deposit_balances_floor_check',
	'joint_claims_as_paid',
	'joint_claims_floor_check',
	'joint_claims_taken_back',
	'joint_claim_movements_as_booked',
	'joint_claim_movements_reverses_key',
	'repayments_one_receipt',
];

/** The laws of groups as PostgreSQL names them, should the code have let one through. */
export const groupConstraints: ConstraintRefusals = {
	...Object.fromEntries(
		laws.map((law) => [
			law,
			(explanation: string) => refuse('lending/group-law-broken', {law, explanation}),
		]),
	),
	member_groups_name_key: () => refuse('lending/group-name-taken', {name: ''}, 'name'),
	group_members_running_key: () =>
		refuse('lending/group-member-elsewhere', {member: '', date: ''}, 'member'),
};

type GroupRow = {
	book: string;
	id: string;
	number: number;
	name: string;
	formed_on: string;
	meeting_day: number | null;
	meeting_place: string | null;
	dissolved_on: string | null;
	formed_by: string;
};

const toGroup = (row: GroupRow): Group => ({
	id: row.id as GroupId,
	book: row.book as BookCode,
	number: row.number,
	name: row.name,
	formedOn: row.formed_on as LocalDate,
	...(row.meeting_day === null ? {} : {meetingDay: row.meeting_day}),
	...(row.meeting_place === null ? {} : {meetingPlace: row.meeting_place}),
	...(row.dissolved_on === null ? {} : {dissolvedOn: row.dissolved_on as LocalDate}),
	formedBy: row.formed_by,
});

type MembershipRow = {
	group_id: string;
	member_id: string;
	member_number: number;
	member_name: string;
	joined_on: string;
	office: GroupOffice | null;
	left_on: string | null;
	left_reason: string | null;
};

const toMembership = (row: MembershipRow): Membership => ({
	group: row.group_id as GroupId,
	member: row.member_id as MemberId,
	memberNumber: row.member_number,
	memberName: row.member_name,
	joinedOn: row.joined_on as LocalDate,
	...(row.office === null ? {} : {office: row.office}),
	...(row.left_on === null ? {} : {leftOn: row.left_on as LocalDate}),
	...(row.left_reason === null ? {} : {leftReason: row.left_reason}),
});

type GuarantorRow = {
	number: number;
	member_id: string;
	member_name: string;
	guaranteed_on: string;
	document: string;
	recorded_by: string;
	released_on: string | null;
	release_reason: string | null;
	released_by: string | null;
};

const toGuarantor = (row: GuarantorRow): Guarantor => ({
	number: row.number,
	member: row.member_id as MemberId,
	memberName: row.member_name,
	guaranteedOn: row.guaranteed_on as LocalDate,
	document: row.document,
	recordedBy: row.recorded_by,
	...(row.released_on === null
		? {}
		: {
				releasedOn: row.released_on as LocalDate,
				releaseReason: row.release_reason!,
				releasedBy: row.released_by!,
			}),
});
