import type {Knex} from 'knex';

/**
 * What as-of balances are read from: sums per account, fund, kind and day, and sealed months. Both
 * are rollups of the lines and nothing of their own: `verify` proves that they equal them, and they
 * can be made anew at any time.
 */
export async function up(knex: Knex): Promise<void> {
	await knex.raw(tables);
	await knex.raw(ceilings);
	await knex.raw(rights);
}

export async function down(): Promise<void> {
	throw new Error('The journal is read through its totals; they are made anew, not taken away.');
}

const tables = `
	create table day_totals (
		book_id integer not null,
		account_code text not null,
		-- The day on which it counts, and the day (of the book's zone) on which it was recorded.
		effective_on date not null,
		recorded_on date not null,
		-- The nil UUID where the lines name no fund.
		fund_id uuid not null,
		kind text not null,
		debits numeric(38, 2) not null,
		credits numeric(38, 2) not null,
		primary key (book_id, account_code, effective_on, fund_id, kind, recorded_on),
		constraint day_totals_account_fkey foreign key (book_id, account_code)
			references accounts (book_id, code),
		constraint day_totals_days_check check (effective_on <= recorded_on)
	) with (fillfactor = 80);
	-- What was recorded late, by when: the only rows that an older "as known at" must take off.
	create index day_totals_late_idx on day_totals (book_id, recorded_on, account_code)
		where recorded_on > effective_on;

	-- All that a book had recorded by the end of a month. What is recorded later has a later day, so
	-- a sealed month never changes, whatever is backdated.
	create table sealed_months (
		book_id integer not null constraint sealed_months_book_fkey references books (id),
		ends_on date not null constraint sealed_months_end_check
			check (extract(day from ends_on + 1) = 1),
		last_number bigint not null,
		primary key (book_id, ends_on)
	);
	create table month_totals (
		book_id integer not null,
		ends_on date not null,
		account_code text not null,
		fund_id uuid not null,
		kind text not null,
		debits numeric(38, 2) not null,
		credits numeric(38, 2) not null,
		primary key (book_id, ends_on, account_code, fund_id, kind),
		constraint month_totals_month_fkey foreign key (book_id, ends_on)
			references sealed_months (book_id, ends_on)
	);
`;

// A loan's outstanding principal lies within nought and what was disbursed: the floor says the
// first, the ceiling the second.
const ceilings = `
	alter table accounts
		add column ceiling_kind text constraint accounts_ceiling_kind_check
			check (ceiling_kind is null or (ceiling_kind ~ '^[a-z][a-z-]*$' and floor <> 'none'));
	update accounts set ceiling_kind = 'disbursement' where floor = 'loan';

	alter table floor_balances
		-- What entries of the account's ceiling kind put there; null where it has no ceiling.
		alter column balance type numeric(38, 2),
		add column granted numeric(38, 2),
		add constraint floor_balances_ceiling_check check (balance <= granted);
	update floor_balances held set granted = (
		select coalesce(sum(case when line.side = account.normal_side
			then line.amount else -line.amount end), 0)
		from lines line
		where line.book_id = held.book_id and line.account_code = held.account_code
			and line.loan_id = held.dimension and line.kind = account.ceiling_kind)
	from accounts account
	where account.book_id = held.book_id and account.code = held.account_code
		and account.ceiling_kind is not null;

	insert into day_totals (book_id, account_code, effective_on, recorded_on, fund_id, kind,
		debits, credits)
	select line.book_id, line.account_code, line.effective_on,
		(entry.recorded_at at time zone book.time_zone)::date,
		coalesce(line.fund_id, '00000000-0000-0000-0000-000000000000'), line.kind,
		coalesce(sum(line.amount) filter (where line.side = 'debit'), 0),
		coalesce(sum(line.amount) filter (where line.side = 'credit'), 0)
	from lines line
	join entries entry on entry.book_id = line.book_id and entry.number = line.entry_number
	join books book on book.id = line.book_id
	group by 1, 2, 3, 4, 5, 6;
`;

const rights = `
	alter table day_totals enable row level security;
	alter table sealed_months enable row level security;
	alter table month_totals enable row level security;
	create policy day_totals_scope on day_totals to bergulir_app
		using ((select bergulir_all_books()) or book_id = any ((select bergulir_books())::integer[]));
	create policy sealed_months_scope on sealed_months to bergulir_app
		using ((select bergulir_all_books()) or book_id = any ((select bergulir_books())::integer[]));
	create policy month_totals_scope on month_totals to bergulir_app
		using ((select bergulir_all_books()) or book_id = any ((select bergulir_books())::integer[]));
	revoke all on day_totals, sealed_months, month_totals from public;
	grant select on day_totals, sealed_months, month_totals to bergulir_app;
`;
