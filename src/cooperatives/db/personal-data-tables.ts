import type {Knex} from 'knex';
import type {LocalDate} from '../../kernel/local-date.ts';
import {sealedAbout} from '../../kernel/personal-data.ts';
import {type SecretBox, SealedElsewhere} from '../../kernel/secret-box.ts';
import type {RetentionPolicy} from '../erasure.ts';
import {memberAbout} from '../member.ts';
import type {MemberStore, PersonalRecords} from '../ports.ts';

type PersonalDataStore = Pick<
	MemberStore,
	| 'erasureFacts'
	| 'retentionPolicies'
	| 'processingPurposes'
	| 'personalRecords'
	| 'missingKeys'
	| 'eraseMember'
>;

/** What is kept of a person, how long, and its end. */
export const createPersonalDataTables = (trx: Knex, secrets: SecretBox): PersonalDataStore => ({
	async erasureFacts(book, member, on) {
		const {rows} = await trx.raw<{rows: [{is_bound: boolean; erasable_from: string | null}]}>(
			`select cooperatives_is_bound(:book, :member) as is_bound,
				cooperatives_erasable_from(:book, :member, :on) as erasable_from`,
			{book: book.id, member, on},
		);
		const [{is_bound: isBound, erasable_from: from}] = rows;
		return {isBound, erasableFrom: (from ?? undefined) as LocalDate | undefined};
	},
	async retentionPolicies(on) {
		const {rows} = await trx.raw<{rows: PolicyRow[]}>(
			`select distinct on (code) code, version, years, legal_basis, status
			from retention_policies where effective_from <= ? order by code, version desc`,
			[on],
		);
		return rows.map(({legal_basis: legalBasis, ...row}) => ({...row, legalBasis}));
	},
	async processingPurposes() {
		const rows: PurposeRow[] = await trx('processing_purposes').orderBy('position');
		return rows.map((row) => ({
			code: row.code,
			purpose: {id: row.purpose_id, en: row.purpose_en},
			legalBasis: row.legal_basis,
			status: row.status,
		}));
	},
	async personalRecords(book, member) {
		const records: Record<string, PersonalRecords[string]> = {};
		for (const table of await tablesOfMembers(trx)) {
			const rows = await recordsOf(trx, table, {book: book.id, member});
			if (rows.length > 0) records[table.name] = rows.map((row) => opened(table, row, secrets));
		}
		return records;
	},
	async missingKeys() {
		const {rows} = await trx.raw<{rows: {key: string; id: string; nik_sealed: string}[]}>(
			oneOfEachKeySql,
		);
		return rows.filter((row) => !isOpened(row, secrets)).map(({key}) => key);
	},
	async eraseMember(book, member, {at, by}) {
		const {rows} = await trx.raw<{rows: [{kept: number}]}>(
			'select cooperatives_erase_member(?, ?, ?, ?) as kept',
			[book.id, member, at, by],
		);
		return rows[0].kept;
	},
});

// From key to key by the index, for there are few keys and many members.
const oneOfEachKeySql = `
	with recursive found as (
		(select split_part(nik_sealed, '.', 2) as key from members order by 1 limit 1)
		union all
		select (select split_part(next.nik_sealed, '.', 2) from members next
			where split_part(next.nik_sealed, '.', 2) > found.key
			order by split_part(next.nik_sealed, '.', 2) limit 1)
		from found where found.key is not null
	)
	select found.key, one.id, one.nik_sealed
	from found
	cross join lateral (select id, nik_sealed from members
		where split_part(nik_sealed, '.', 2) = found.key limit 1) one
	where found.key <> ''
`;

function isOpened({id, nik_sealed: nik}: {id: string; nik_sealed: string}, secrets: SecretBox) {
	try {
		secrets.open(nik, memberAbout('nik', id));
		return true;
	} catch (error) {
		if (!(error instanceof SealedElsewhere)) throw error;
		return false;
	}
}

type PolicyRow = Omit<RetentionPolicy, 'legalBasis'> & {legal_basis: string};

type PurposeRow = {
	code: string;
	purpose_id: string;
	purpose_en: string;
	legal_basis: string;
	status: 'in-force' | 'provisional';
};

type Table = {readonly name: string; readonly where: string; readonly hidden: string[]};

/**
 * Every table that says something of a member or of a loan: whatever is added later is found by its
 * columns. Digests and files are left out; papers are fetched where they are listed.
 */
async function tablesOfMembers(trx: Knex): Promise<Table[]> {
	const {rows} = await trx.raw<{
		rows: {name: string; has_member: boolean; has_loan: boolean; hidden: string[]}[];
	}>(
		`select held.table_name as name, bool_or(held.column_name = 'member_id') as has_member,
			bool_or(held.column_name = 'loan_id') as has_loan,
			coalesce(array_agg(held.column_name::text) filter (where held.data_type = 'bytea'), '{}')
				as hidden
		from information_schema.columns held
		join information_schema.tables given using (table_schema, table_name)
		where held.table_schema = 'public' and given.table_type = 'BASE TABLE'
			and has_table_privilege(
				format('%I.%I', held.table_schema, held.table_name), 'select')
		group by held.table_name
		having bool_or(held.column_name = 'book_id')
			and bool_or(held.column_name in ('member_id', 'loan_id'))
		order by held.table_name`,
	);
	const own = {name: 'members', where: 'id = :member', hidden: [] as string[]};
	const others = rows.map(({name, has_member: hasMember, has_loan: hasLoan, hidden}) => ({
		name,
		hidden,
		where: [
			...(hasMember ? ['member_id = :member'] : []),
			...(hasLoan ? [`loan_id in (${loansOfMember})`] : []),
		].join(' or '),
	}));
	return [own, {name: 'loans', where: 'member_id = :member', hidden: []}, ...others].filter(
		({name}, index, all) => all.findIndex((one) => one.name === name) === index,
	);
}

const loansOfMember = 'select id from loans where book_id = :book and member_id = :member';

type TableRow = Readonly<Record<string, string | null>>;

async function recordsOf(
	trx: Knex,
	{name, where, hidden}: Table,
	given: {readonly book: number; readonly member: string},
): Promise<TableRow[]> {
	const {rows} = await trx.raw<{rows: {record: TableRow}[]}>(
		// As text, so that no amount becomes a float.
		`select (select jsonb_object_agg(key, value #>> '{}')
			from jsonb_each(to_jsonb(held) - cast(:hidden as text[]))) as record
		from ${name} held where book_id = :book and (${where})`,
		{...given, hidden: ['book_id', ...hidden]},
	);
	return rows.map(({record}) => record);
}

/** With what is sealed opened, by the rule that `sealedAbout` states; without its digests. */
const opened = ({name}: Table, record: TableRow, secrets: SecretBox): TableRow =>
	Object.fromEntries(
		Object.entries(record).flatMap(([column, value]): [string, string | null][] => {
			if (column.endsWith('_hash')) return [];
			if (!column.endsWith('_sealed') || value === null) return [[column, value]];
			const plain = column.slice(0, -'_sealed'.length);
			return [[plain, secrets.open(value, sealedAbout(name, plain, record.id!))]];
		}),
	);
