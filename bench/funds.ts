// A country of kelurahan with their cooperatives, funds and loans, put into the tables as sets,
// past the ledger's door: they are only to be read. Lines, loans, schedules and totals are what
// the door would have written; the rollup is made by the function that makes it in service.
import type {Knex} from 'knex';
import type {LocalDate} from '../src/kernel/local-date.ts';
import {digestAs, sealedAs} from './loans.ts';

export type FundsWanted = {
	/** Spread over provinces, cities and kecamatan as the country has them: 163 kelurahan a city. */
	readonly kelurahan: number;
	readonly loans: number;
	/** Monthly, each of 100,000 rupiah. */
	readonly instalments: number;
	/** Over how many days up to the last one the loans were disbursed. */
	readonly days: number;
	readonly asOf: LocalDate;
	readonly say: (line: string) => void;
};

// 38 provinces, 514 cities and regencies, 7,277 kecamatan and 83,762 desa and kelurahan: at every
// scale one region in so many of the level below.
const regionsSql = `
	create temporary table bench_places as
	select n, lpad((11 + n / 2204)::text, 2, '0') || '.' || lpad((1 + n / 163 % 14)::text, 2, '0')
		|| '.' || lpad((1 + n / 12 % 14)::text, 2, '0') || '.' || (1001 + n % 12)::text as code
	from generate_series(0, :kelurahan - 1) n
`;

const placesSql = [
	'delete from regions',
	`insert into regions (code, level, name, parent_code)
	select distinct left(code, length), level, 'Wilayah ' || left(code, length),
		case when length > 2 then left(code, length - case when length = 13 then 5 else 3 end) end
	from bench_places
	cross join (values (2, 'province'), (5, 'regency'), (8, 'district'), (13, 'village'))
		as given (length, level)`,
	`insert into books (code, kind, name, region_code, opened_on)
	select 'KOTA-' || replace(left(code, 5), '.', ''), 'city', 'Kota', left(code, 5), '2015-01-01'
	from bench_places group by left(code, 5)`,
	`insert into books (code, kind, name, region_code, opened_on)
	select 'KOP-' || n, 'cooperative', 'BMT ' || n, code, '2015-01-01' from bench_places order by n`,
	`insert into book_tips (book_id, number, hash, recorded_at)
	select id, 0, sha256(''), '2015-01-01' from books`,
	`insert into programmes (id, code, name, city_book_id, ceiling_per_kelurahan, tenor_months,
		grace_months, remittance_days, legal_basis, status, effective_from)
	select lpad(to_hex(id), 32, '0')::uuid, 'PROG-' || id, 'Dana bergulir', id, 1000000000, 84, 24, 7,
		'Uji', 'provisional', '2015-01-01' from books where kind = 'city'`,
	// A fund's identity is the number of its book.
	`insert into allocations (book_id, id, programme_id, kelurahan_code, agreement_number, agreed_on,
		amount, tenor_months, grace_months)
	select book.id, lpad(to_hex(book.id), 32, '0')::uuid, programme.id, book.region_code, 'PKS',
		cast(:asOf as date) - cast(:days as integer) - 30 - book.id % 300, 1000000000, 84, 24
	from books book
	join books city on city.kind = 'city' and city.region_code = left(book.region_code, 5)
	join programmes programme on programme.city_book_id = city.id
	where book.kind = 'cooperative'`,
	`insert into tranches (book_id, id, allocation_id, number, document, budget_year, received_on,
		amount, entry_number, city_book_id, city_entry_number)
	select given.book_id, given.id, given.id, 1, 'SP2D', 2020, given.agreed_on, 1000000000, 1,
		programme.city_book_id, 1
	from allocations given join programmes programme on programme.id = given.programme_id`,
	`insert into accounts (book_id, code, name_id, name_en, class, normal_side, is_controlled)
	select id, account.code, account.code, account.code, class, side, false
	from books cross join (values ('4.1.01', 'income', 'credit'), ('5.1.01', 'expense', 'debit'))
		account (code, class, side)
	where kind = 'cooperative' on conflict do nothing`,
	`insert into sealed_months (book_id, ends_on, last_number)
	select id, (date_trunc('month', cast(:asOf as date)) - make_interval(months => back)
		- interval '1 day')::date, 1
	from books cross join generate_series(0, 13) back where kind = 'cooperative'`,
	`insert into month_totals (book_id, ends_on, account_code, fund_id, kind, debits, credits)
	select book_id, ends_on, account.code, '00000000-0000-0000-0000-000000000000', account.kind,
		account.debit * extract(year from ends_on) * 12,
		account.credit * extract(year from ends_on) * 12
	from sealed_months cross join (values ('4.1.01', 'repayment', 0, 1500000),
		('5.1.01', 'journal', 1200000, 0)) account (code, kind, debit, credit)`,
];

// Every third a murabahah of an instalment's tenth more. Each has paid as many instalments on their
// days as a number of its own says, so that every class is there.
const loansSql = `
	create temporary table bench_loans as
	select book.id as book_id, lpad(to_hex(n), 32, '0')::uuid as id, n, n % 3 = 0 as is_murabahah,
		(cast(:asOf as date) - (n * 37 % cast(:days as integer))::integer) as disbursed_on,
		least(n * 31 % 13, :instalments) as paid
	from generate_series(1::bigint, :loans) n
	join (select id, row_number() over (order by id) - 1 as place from books
		where kind = 'cooperative') book on book.place = n % :kelurahan
`;

const entriesSql = `
	create temporary table bench_entries as
	select book_id, id, n, is_murabahah, number as part,
		(disbursed_on + make_interval(months => number))::date as effective_on,
		1 + row_number() over (partition by book_id
			order by (disbursed_on + make_interval(months => number))::date, n, number) as entry
	from bench_loans cross join generate_series(0, :instalments) number
	where number <= paid and disbursed_on + make_interval(months => number) <= :asOf
`;

const rowsSql = [
	`insert into members (book_id, id, number, nik_sealed, nik_hash, name, sex, birth_date,
		kelurahan_code, address_sealed, address_hash, phone_sealed, phone_hash, phone_masked, joined_on)
	select loan.book_id, loan.id, n, ${sealedAs(43)}, ${digestAs('nik')}, 'Anggota',
		case when n % 5 < 3 then 'female' else 'male' end, '1985-03-01', book.region_code,
		${sealedAs(43)}, ${digestAs('address')}, ${sealedAs(38)}, ${digestAs('phone')}, '••••••••',
		disbursed_on
	from bench_loans loan join books book on book.id = loan.book_id`,
	`insert into loans (book_id, id, number, member_id, allocation_id, akad, purpose, principal,
		margin, instalments, period_unit, period_every, status, applied_on, applied_by, decided_on,
		decided_by, disbursed_on, disbursed_by, disbursement_entry)
	select book_id, id, n, id, lpad(to_hex(book_id), 32, '0')::uuid,
		case when is_murabahah then 'murabahah' else 'qardh' end, 'Modal', 100000 * :instalments,
		case when is_murabahah then 10000 * :instalments else 0 end, :instalments, 'month', 1,
		'disbursed', disbursed_on, 'a', disbursed_on, 'b', disbursed_on, 'a', 1
	from bench_loans`,
	`insert into loan_schedules (book_id, loan_id, version, effective_on, rule, reason, entry_number,
		recorded_at)
	select book_id, id, 1, disbursed_on, '', 'Pencairan', 1, disbursed_on from bench_loans`,
	`insert into instalments (book_id, loan_id, version, number, due_on, principal, margin,
		owed_after)
	select book_id, id, 1, number, (disbursed_on + make_interval(months => number))::date, 100000,
		case when is_murabahah then 10000 else 0 end,
		(:instalments - number) * case when is_murabahah then 110000 else 100000 end
	from bench_loans cross join generate_series(1, :instalments) number`,
	`insert into lines (book_id, entry_number, line_number, account_code, side, amount, effective_on,
		kind, fund_id, loan_id)
	select book_id, 1, line.number, line.account, line.side, 1000000000, agreed_on, 'tranche', id,
		null
	from allocations
	cross join (values (1, '1.1.11', 'debit'), (2, '2.2.01', 'credit')) line (number, account, side)
	union all
	select book_id, entry, line.number, line.account, line.side, line.amount, effective_on,
		case part when 0 then 'disbursement' else 'repayment' end,
		lpad(to_hex(book_id), 32, '0')::uuid, id
	from bench_entries
	cross join lateral (
		select 1, case when is_murabahah then '1.2.01' else '1.2.03' end,
			case part when 0 then 'debit' else 'credit' end,
			case when is_murabahah then 110000 else 100000 end
				* case part when 0 then :instalments else 1 end
		union all
		select 2, '1.1.11', case part when 0 then 'credit' else 'debit' end,
			case when part > 0 and is_murabahah then 110000
				when part > 0 then 100000 else 100000 * :instalments end
		union all
		select 3, '1.2.02', case part when 0 then 'credit' else 'debit' end,
			case part when 0 then 10000 * :instalments else 10000 end where is_murabahah
		union all
		select 4, '4.1.01', 'credit', 10000 where is_murabahah and part > 0
		union all
		select moved.number, moved.account, moved.side, 100000
		from (values (5, '2.2.01', 'debit'), (6, '2.2.02', 'credit')) moved (number, account, side)
		where part > 0
	) line (number, account, side, amount)`,
	`update book_tips tip set number = last.entry
	from (select book_id, max(entry) as entry from bench_entries group by 1) last
	where last.book_id = tip.book_id`,
];

const read = ['regions', 'books', 'allocations', 'tranches', 'members', 'loans', 'loan_schedules'];
const large = ['instalments', 'lines', 'month_totals'];
const rollup = ['fund_rollups', 'fund_days', 'fund_day_classes', 'fund_seals', 'fund_seal_classes'];

/**
 * Fills an empty, migrated database; the rollup of every book is as after a night's refreshing. A
 * database that was filled and kept is gone on with where it was left.
 */
export async function fillFunds(owner: Knex, wanted: FundsWanted): Promise<void> {
	const {rows} = await owner.raw<{rows: {is_filled: boolean}[]}>(
		'select exists (select from loans) as is_filled',
	);
	if (!rows[0]!.is_filled) await fillTables(owner, wanted);
	await rollUp(owner, wanted);
	for (const table of rollup) await owner.raw(`vacuum analyze ${table}`);
}

async function fillTables(owner: Knex, wanted: FundsWanted): Promise<void> {
	const {say, asOf, kelurahan, loans, instalments, days} = wanted;
	const given = {asOf, kelurahan, loans, instalments, days};
	const indexes = await readIndexes(owner);
	await owner.transaction(async (trx) => {
		// The rows are for reading: neither triggers nor references, which would take hours.
		await trx.raw(`set local session_replication_role = replica`);
		await trx.raw(`set local maintenance_work_mem = '1GB'`);
		await trx.raw(`set local work_mem = '256MB'`);
		for (const {name, table, key} of indexes) {
			await trx.raw(
				key ? `alter table ${table} drop constraint ${name} cascade` : `drop index ${name}`,
			);
		}
		say(`  ${kelurahan} kelurahan, ${loans} loans…`);
		for (const sql of [regionsSql, ...placesSql, loansSql, entriesSql, ...rowsSql]) {
			await trx.raw(sql, given);
		}
		say('  their indexes…');
		for (const {made} of indexes) await trx.raw(made);
	});
	for (const table of [...read, ...large]) await owner.raw(`vacuum analyze ${table}`);
}

/** An index is made of all rows at once sooner than row by row. */
async function readIndexes(owner: Knex) {
	const {rows} = await owner.raw<{
		rows: {name: string; table: string; made: string; key: boolean}[];
	}>(
		`select index.indexrelid::regclass::text as name, index.indrelid::regclass::text as table,
			index.indisprimary as key,
			case when index.indisprimary then format('alter table %s add constraint %s %s',
				index.indrelid::regclass, index.indexrelid::regclass, pg_get_constraintdef(named.oid))
				else pg_get_indexdef(index.indexrelid) end as made
		from pg_index index
		left join pg_constraint named on named.conindid = index.indexrelid and named.contype = 'p'
		where index.indrelid in ('lines'::regclass, 'instalments'::regclass)`,
	);
	return rows;
}

const booksAtOnce = 100;
const connections = 2;

/** Of every book that has none yet, as many at once as there are connections. */
async function rollUp(owner: Knex, {asOf, say}: FundsWanted): Promise<void> {
	const ids: {id: number}[] = await owner('books')
		.whereNotExists(owner('fund_rollups').whereRaw('fund_rollups.book_id = books.id'))
		.orderBy('id')
		.select('id');
	const start = performance.now();
	let done = 0;
	const next = async (): Promise<void> => {
		while (ids.length > 0) {
			const books = ids.splice(0, booksAtOnce).map(({id}) => id);
			await owner.transaction(async (trx) => {
				await trx.raw(`select set_config('bergulir.all_books', 'on', true)`);
				await trx.raw('select reporting_refresh(cast(? as integer[]), ?)', [books, asOf]);
			});
			done += books.length;
			if (done % 5000 < booksAtOnce) say(`  the rollup of ${done} books, ${ids.length} to go`);
		}
	};
	await Promise.all(Array.from({length: connections}, next));
	say(`  their rollup: ${((performance.now() - start) / 1000).toFixed(0)} s`);
}
