import type {Knex} from 'knex';
import type {AllocationId, GroupId, LoanId, MemberId} from '../../kernel/ids.ts';
import type {LocalDate} from '../../kernel/local-date.ts';
import {rupiah, toText} from '../../kernel/money.ts';
import {foldNik} from '../../kernel/personal-data.ts';
import type {SecretBox} from '../../kernel/secret-box.ts';
import type {KnownMember, LookUpTables, OpeningRecord, OpeningTables} from '../ports.ts';

/** What rows are held against, many at once. */
export const createLookUpTables = (trx: Knex, secrets: SecretBox): LookUpTables => ({
	...createMemberQuestions(trx, secrets),
	...createSheetLists(trx),
	async knownKelurahan(codes) {
		const rows: {code: string}[] = await trx('regions')
			.whereRaw('code = any (?)', [[...codes]])
			.where({level: 'village'})
			.select('code');
		return new Set(rows.map(({code}) => code));
	},
	async fundsByAgreement(book) {
		const rows: {id: string; agreement_number: string}[] = await trx('allocations')
			.where({book_id: book.id})
			.orderBy('agreement_number')
			.select('id', 'agreement_number');
		return new Map(
			rows.map(({id, agreement_number: agreement}) => [agreement, id as AllocationId]),
		);
	},
	async runningLoans(book, numbers) {
		const rows: {id: string; number: number; name: string; disbursed_on: string}[] = await trx(
			'loans',
		)
			.join('members', (join) =>
				join.on('members.book_id', 'loans.book_id').on('members.id', 'loans.member_id'),
			)
			.where({'loans.book_id': book.id, 'loans.status': 'disbursed'})
			.modify((query) => {
				if (numbers) void query.whereRaw('loans.number = any (?)', [[...numbers]]);
			})
			.orderBy('loans.number')
			.select('loans.id', 'loans.number', 'members.name', 'loans.disbursed_on');
		return new Map(
			rows.map(({id, number, name, disbursed_on: day}) => [
				number,
				{id: id as LoanId, name, disbursedOn: day as LocalDate},
			]),
		);
	},
	async groupsByName(book) {
		const rows: {id: string; name: string}[] = await trx('member_groups')
			.where({book_id: book.id})
			.whereNull('dissolved_on')
			.select('id', 'name');
		return new Map(rows.map(({id, name}) => [name.toLowerCase(), id as GroupId]));
	},
	async memberTies(book, member) {
		const {rows} = await trx.raw<{rows: {what: string}[]}>(
			`select 'pembiayaan' as what where exists (
				select from loans where book_id = :book and member_id = :member)
			union all select 'simpanan' where exists (
				select from saving_movements where book_id = :book and member_id = :member)
			union all select 'kelompok' where exists (
				select from group_members where book_id = :book and member_id = :member)`,
			{book: book.id, member},
		);
		return rows.length === 0 ? undefined : rows.map(({what}) => what).join(', ');
	},
});

type MemberRow = {
	id: string;
	number: number;
	name: string;
	joined_on: string;
	left_on: string | null;
};

const toMember = (row: MemberRow): KnownMember => ({
	id: row.id as MemberId,
	number: row.number,
	name: row.name,
	joinedOn: row.joined_on as LocalDate,
	...(row.left_on === null ? {} : {leftOn: row.left_on as LocalDate}),
});

const memberColumns = ['id', 'number', 'name', 'joined_on', 'left_on'] as const;

const createMemberQuestions = (
	trx: Knex,
	secrets: SecretBox,
): Pick<LookUpTables, 'takenNiks' | 'membersByNumber'> => ({
	async takenNiks(book, niks) {
		// Whichever key it was digested with.
		const asked = niks.flatMap((nik) =>
			secrets.digests(foldNik(nik), 'nik').map((digest) => ({nik, digest})),
		);
		const {rows} = await trx.raw<{rows: {place: number; number: number | null}[]}>(
			`select asked.place::integer as place, member.number
			from unnest(?::bytea[]) with ordinality as asked (digest, place)
			left join members member on member.book_id = ? and member.nik_hash = asked.digest
			where cooperatives_registered_digest(array[asked.digest]) is not null`,
			[asked.map(({digest}) => digest), book.id] as never,
		);
		return new Map(
			rows.map(({place, number}) => [asked[place - 1]!.nik, number === null ? {} : {number}]),
		);
	},
	async membersByNumber(book, numbers) {
		const rows: MemberRow[] = await trx('members')
			.where({book_id: book.id})
			.whereRaw('number = any (?)', [[...numbers]])
			.whereNull('erased_at')
			.select(memberColumns);
		return new Map(rows.map((row) => [row.number, toMember(row)]));
	},
});

/** What a template offers to choose from. */
const createSheetLists = (
	trx: Knex,
): Pick<LookUpTables, 'listMembersOf' | 'kelurahanAround' | 'productCodes'> => ({
	async listMembersOf(book, limit) {
		const rows: MemberRow[] = await trx('members')
			.where({book_id: book.id})
			.whereNull('left_on')
			.whereNull('erased_at')
			.orderBy('number')
			.limit(limit)
			.select(memberColumns);
		return rows.map(toMember);
	},
	async kelurahanAround(book) {
		const regency = book.regionCode.split('.').slice(0, 2).join('.');
		return trx('regions')
			.where({level: 'village'})
			.where('code', 'like', `${regency}.%`)
			.orderBy('code')
			.limit(1000)
			.select('code', 'name');
	},
	async productCodes(book) {
		return trx('loan_products')
			.where({book_id: book.id})
			.distinctOn('code')
			.orderBy(['code', {column: 'version', order: 'desc'}])
			.select('code', 'name');
	},
});

type OpeningRow = {
	import_id: string;
	cut_off_on: string;
	document: string;
	entry_number: number;
	control_debit: string;
	control_credit: string;
	control_loans: string;
	prepared_by: string;
	approved_by: string;
	recorded_at: Date;
};

/** The proof of opening balances. */
export const createOpeningTables = (trx: Knex): OpeningTables => ({
	async standingOpening(book): Promise<OpeningRecord | undefined> {
		const row: OpeningRow | undefined = await trx('opening_balances')
			.where({book_id: book.id})
			.whereNull('reversed_by')
			.first();
		if (!row) return undefined;
		return {
			import: row.import_id,
			cutOffOn: row.cut_off_on as LocalDate,
			document: row.document,
			entryNumber: row.entry_number,
			controls: {
				debit: rupiah(row.control_debit),
				credit: rupiah(row.control_credit),
				loansPrincipal: rupiah(row.control_loans),
			},
			preparedBy: row.prepared_by,
			approvedBy: row.approved_by,
			recordedAt: row.recorded_at,
		};
	},
	async insertOpening(book, opening, lines) {
		await trx('opening_balances').insert({
			book_id: book.id,
			import_id: opening.import,
			cut_off_on: opening.cutOffOn,
			document: opening.document,
			entry_number: opening.entryNumber,
			control_debit: toText(opening.controls.debit),
			control_credit: toText(opening.controls.credit),
			control_loans: toText(opening.controls.loansPrincipal),
			prepared_by: opening.preparedBy,
			approved_by: opening.approvedBy,
			recorded_at: opening.recordedAt,
		});
		await trx.batchInsert(
			'opening_balance_lines',
			lines.map(({account, fund, balance}, index) => ({
				book_id: book.id,
				import_id: opening.import,
				position: index + 1,
				account_code: account,
				fund_id: fund ?? null,
				balance: toText(balance),
			})),
		);
	},
	async recordOpeningReversed(book, importId, reversedBy) {
		await trx('opening_balances')
			.where({book_id: book.id, import_id: importId})
			.update({reversed_by: reversedBy});
	},
});
