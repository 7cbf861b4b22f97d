// Loans by the million, put into the tables as sets, past the ledger's door: they are only to be
// read. What measures classes needs loans, schedules and lines; what measures detectors reads
// members, receipts, entries and daily totals as well.
import type {Knex} from 'knex';
import type {LocalDate} from '../src/kernel/local-date.ts';

export type LoansWanted = {
	readonly loanCount: number;
	readonly asOf: LocalDate;
	readonly say: (line: string) => void;
	/** With members, receipts, entries and daily totals. */
	readonly isWhole?: boolean;
	/** In how many entries each instalment is paid: the same loans with a longer history. */
	readonly partsPerPayment?: number;
};

const fund = `uuid '00000000-0000-0000-0000-000000000001'`;

// Every third a murabahah. Twelve monthly instalments from some day within two years on; each
// member has paid as many as a number of their own says, so that every class is there.
const loansSql = `
	create temporary table bench_loans as
	select book.id as book_id, lpad(to_hex(n), 32, '0')::uuid as id, n, n % 3 = 0 as is_murabahah,
		date '2024-10-01' + (n * 37 % 730) as disbursed_on, n * 31 % 13 as paid
	from generate_series(1, :loans) n
	join (select id, row_number() over (order by id) - 1 as place from books) book
		on book.place = n % 64
`;

// A disbursement and its payments, each on its due date, numbered in each book by their days.
const entriesSql = `
	create temporary table bench_entries as
	select book_id, id, n, is_murabahah, number as part,
		(disbursed_on + make_interval(months => number))::date as effective_on,
		row_number() over (partition by book_id
			order by (disbursed_on + make_interval(months => number))::date, n, number, piece) as entry
	from bench_loans cross join generate_series(0, 12) number
	cross join lateral generate_series(1, case number when 0 then 1 else :parts end) piece
	where number <= paid and disbursed_on + make_interval(months => number) <= :asOf
`;

const fillSql = [
	`insert into loans (book_id, id, number, member_id, allocation_id, akad, purpose, principal,
		margin, instalments, period_unit, period_every, status, applied_on, applied_by, decided_on,
		decided_by, disbursed_on, disbursed_by, disbursement_entry)
	select loan.book_id, loan.id, n, loan.id, ${fund},
		case when is_murabahah then 'murabahah' else 'qardh' end, 'Modal', 1200000,
		case when is_murabahah then 120000 else 0 end, 12, 'month', 1, 'disbursed', disbursed_on, 'a',
		disbursed_on, 'b', disbursed_on, 'a', 1
	from bench_loans loan`,
	`insert into loan_schedules (book_id, loan_id, version, effective_on, rule, reason, entry_number,
		recorded_at)
	select book_id, id, 1, disbursed_on, '', 'Pencairan', 1, disbursed_on from bench_loans`,
	`insert into instalments (book_id, loan_id, version, number, due_on, principal, margin,
		owed_after)
	select book_id, id, 1, number, (disbursed_on + make_interval(months => number))::date, 100000,
		case when is_murabahah then 10000 else 0 end,
		(12 - number) * case when is_murabahah then 110000 else 100000 end
	from bench_loans cross join generate_series(1, 12) number`,
	`insert into lines (book_id, entry_number, line_number, account_code, side, amount, effective_on,
		kind, fund_id, loan_id)
	select book_id, entry, line.number, line.account, line.side, line.amount, effective_on,
		case part when 0 then 'disbursement' else 'repayment' end, ${fund}, id
	from bench_entries
	cross join lateral (
		select 1, case when is_murabahah then '1.2.01' else '1.2.03' end,
			case part when 0 then 'debit' else 'credit' end,
			case when is_murabahah then 110000 else 100000 end
				* case part when 0 then 12 else 1.0 / :parts end
		union all
		select 2, '1.2.02', case part when 0 then 'credit' else 'debit' end,
			case part when 0 then 120000 else 10000.0 / :parts end
		where is_murabahah
	) line (number, account, side, amount)`,
	// What the ledger's door keeps beside the lines: the last entry of a book, what each loan holds.
	`insert into book_tips (book_id, number, hash, recorded_at)
	select book_id, max(entry), sha256(''), cast(:asOf as date) from bench_entries group by 1`,
	`insert into accounts (book_id, code, name_id, name_en, class, normal_side, floor, is_controlled,
		ceiling_kind)
	select book.id, account.code, account.code, account.code, 'asset', side, 'loan', true,
		'disbursement'
	from books book
	cross join (values ('1.2.01', 'debit'), ('1.2.02', 'credit'), ('1.2.03', 'debit'))
		account (code, side)`,
	`insert into floor_balances (book_id, account_code, dimension, balance, granted)
	select book_id, account_code, loan_id,
		abs(sum(case side when 'debit' then amount else -amount end)),
		sum(amount) filter (where kind = 'disbursement')
	from lines group by 1, 2, 3`,
];

/** What has the form of a sealed value, for rows of which nobody opens any. */
export const sealedAs = (signs: number): string =>
	`'v1.00000000.AAAAAAAAAAAAAAAA.' || lpad(n::text, ${signs}, 'A')`;
/** A digest of its own for each row. */
export const digestAs = (kind: string): string => `sha256(convert_to('${kind}' || n, 'UTF8'))`;

const wholeSql = [
	`insert into programmes (id, code, name, city_book_id, ceiling_per_kelurahan, tenor_months,
		grace_months, remittance_days, legal_basis, status, effective_from)
	select ${fund}, 'BENCH', 'Bench', min(id), 1000000000, 84, 24, 7, 'x', 'provisional', '2024-01-01'
	from books`,
	`insert into allocations (book_id, id, programme_id, kelurahan_code, agreement_number, agreed_on,
		amount, tenor_months, grace_months)
	select id, ${fund}, ${fund}, '17.71.01.1001', 'PKS', '2024-01-01', 1000000000, 84, 24 from books`,
	`insert into members (book_id, id, number, nik_sealed, nik_hash, name, sex, birth_date,
		kelurahan_code, address_sealed, address_hash, phone_sealed, phone_hash, phone_masked, joined_on)
	select book_id, id, n, ${sealedAs(43)}, ${digestAs('nik')}, 'Anggota', 'female', '1985-03-01',
		'17.71.01.1001', ${sealedAs(43)}, ${digestAs('address')}, ${sealedAs(38)}, ${digestAs('phone')},
		'••••••••' || lpad((n % 1000)::text, 3, '0'), disbursed_on
	from bench_loans`,
	// Of every 9973 members two, of different cooperatives, have one account.
	`insert into member_accounts (book_id, id, member_id, kind, bank, number_sealed, number_digest,
		holder, since, recorded_at, recorded_by)
	select book_id, id, id, 'bank', 'BRI',
		${sealedAs(42)},
		sha256(convert_to('account' || case n % 9973 when 1 then n - 1 else n end, 'UTF8')),
		'Anggota', disbursed_on,
		disbursed_on, 'a'
	from bench_loans`,
	`insert into entries (book_id, number, effective_on, recorded_at, actor, kind, reason, document,
		previous_hash, hash, canonical)
	select book_id, entry, effective_on, effective_on + time '10:00', 'a',
		case part when 0 then 'disbursement' else 'repayment' end, 'x', 'y', empty.hash, empty.hash, ''
	from bench_entries cross join (select sha256('') as hash) empty
	order by book_id, entry`,
	// The last payment of a few was taken back: recorded after everything else.
	`insert into entries (book_id, number, effective_on, recorded_at, actor, kind, reason, document,
		reverses, previous_hash, hash, canonical)
	select book_id, last_of.entry + row_number() over (partition by book_id order by paid.entry),
		:asOf, cast(:asOf as date) + time '12:00', 'b', 'repayment', 'x', 'y', paid.entry, empty.hash,
		empty.hash, ''
	from bench_entries paid
	join (select book_id, max(entry) as entry from bench_entries group by 1) last_of using (book_id)
	cross join (select sha256('') as hash) empty
	where part > 0 and n % 197 = 0`,
	`insert into repayments (book_id, id, loan_id, receipt_number, paid_on, method, amount,
		principal, margin, entry_number, received_by, replay)
	select book_id, lpad(to_hex(entry), 32, '0')::uuid, id, entry, effective_on,
		'bank', (100000 + case when is_murabahah then 10000 else 0 end) / :parts, 100000 / :parts,
		case when is_murabahah then 10000 else 0 end / :parts, entry, 'petugas-' || n % 5, 0
	from bench_entries where part > 0`,
	// Of what is held in cash and for the city there is a payment's principal each.
	`insert into day_totals (book_id, account_code, effective_on, recorded_on, fund_id, kind, debits,
		credits)
	select book_id, account_code, effective_on, effective_on, ${fund}, kind,
		coalesce(sum(amount) filter (where side = 'debit'), 0),
		coalesce(sum(amount) filter (where side = 'credit'), 0)
	from lines group by 1, 2, 3, 6
	union all
	select book_id, moved.account, effective_on, effective_on, ${fund}, 'repayment',
		sum(moved.debit), sum(moved.credit)
	from bench_entries
	cross join (values ('1.1.11', 100000, 0), ('2.2.02', 0, 100000)) moved (account, debit, credit)
	where part > 0 group by 1, 2, 3`,
];

const readByAll = ['loans', 'loan_schedules', 'instalments', 'lines', 'floor_balances'];
const readByDetectors = ['members', 'member_accounts', 'entries', 'repayments', 'day_totals'];

/** Fills an empty, migrated database with 64 cooperatives and their loans. */
export async function fillLoans(
	owner: Knex,
	{loanCount, asOf, say, isWhole = false, partsPerPayment = 1}: LoansWanted,
): Promise<void> {
	// An index is made of all rows at once sooner than row by row.
	const {rows: indexes} = await owner.raw<{rows: {name: string; made: string; key: boolean}[]}>(
		`select index.indexrelid::regclass::text as name, index.indisprimary as key,
			case when index.indisprimary then format('alter table %s add constraint %s %s',
				index.indrelid::regclass, index.indexrelid::regclass, pg_get_constraintdef(named.oid))
				else pg_get_indexdef(index.indexrelid) end as made
		from pg_index index
		left join pg_constraint named on named.conindid = index.indexrelid and named.contype = 'p'
		where index.indrelid in ('lines'::regclass, 'instalments'::regclass)`,
	);
	await owner.transaction(async (trx) => {
		// The rows are for reading: neither triggers nor references, which would take an hour.
		await trx.raw(`set local session_replication_role = replica`);
		await trx.raw(`set local maintenance_work_mem = '256MB'`);
		for (const {name, key} of indexes) {
			const table = name.startsWith('lines') ? 'lines' : 'instalments';
			await trx.raw(
				key ? `alter table ${table} drop constraint ${name} cascade` : `drop index ${name}`,
			);
		}
		await trx.raw(
			`insert into books (code, kind, name, region_code, opened_on)
			select 'KOP-' || n, 'cooperative', 'BMT ' || n, '17.71', '2024-01-01'
			from generate_series(1, 64) n`,
		);
		const made = [loansSql, entriesSql, ...fillSql, ...(isWhole ? wholeSql : [])];
		for (const sql of made) await trx.raw(sql, {loans: loanCount, asOf, parts: partsPerPayment});
		say('  their indexes…');
		for (const {made: index} of indexes) await trx.raw(index);
	});
	for (const table of isWhole ? [...readByAll, ...readByDetectors] : readByAll) {
		await owner.raw(`vacuum analyze ${table}`);
	}
}
