import type {Knex} from 'knex';

/**
 * The proof of opening balances: what the old books said at the cut-off day, account by account,
 * the control totals that an officer typed, and the entry by which the ledger says the same.
 */
export async function up(knex: Knex): Promise<void> {
	await knex.raw(tables);
	await knex.raw(laws);
	for (const table of ofBooks) await knex.raw(scoped(table));
	await knex.raw(rights);
}

export async function down(): Promise<void> {
	throw new Error('Books were opened by these balances; their proof is not taken away.');
}

const tables = `
	create table opening_balances (
		book_id integer not null,
		import_id uuid not null,
		cut_off_on date not null,
		document text not null constraint opening_balances_document_check check (document <> ''),
		entry_number bigint not null,
		control_debit numeric(20, 2) not null,
		control_credit numeric(20, 2) not null,
		control_loans numeric(20, 2) not null,
		prepared_by text not null,
		approved_by text not null,
		recorded_at timestamptz not null,
		-- The entry that took them back.
		reversed_by bigint,
		primary key (book_id, import_id),
		constraint opening_balances_import_fkey foreign key (book_id, import_id)
			references imports (book_id, id),
		constraint opening_balances_entry_fkey foreign key (book_id, entry_number)
			references entries (book_id, number),
		constraint opening_balances_reversal_fkey foreign key (book_id, reversed_by)
			references entries (book_id, number),
		constraint opening_balances_two_people_check check (prepared_by <> approved_by),
		constraint opening_balances_equal_check check (control_debit = control_credit)
	);
	-- A book is opened once.
	create unique index opening_balances_once on opening_balances (book_id)
		where reversed_by is null;
	create table opening_balance_lines (
		book_id integer not null,
		import_id uuid not null,
		position integer not null,
		account_code text not null,
		fund_id uuid,
		-- Debits less credits, as the old books had it.
		balance numeric(20, 2) not null,
		primary key (book_id, import_id, position),
		constraint opening_balance_lines_opening_fkey foreign key (book_id, import_id)
			references opening_balances (book_id, import_id),
		constraint opening_balance_lines_account_fkey foreign key (book_id, account_code)
			references accounts (book_id, code)
	);
`;

const laws = `
	-- By the end of the transaction the lines are the control totals, the loans are theirs, and the
	-- ledger says of every account what the old books said, to the rupiah.
	create function imports_check_opening() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		debits numeric;
		credits numeric;
		loans numeric;
		astray record;
		booked entries;
	begin
		select coalesce(sum(balance) filter (where balance > 0), 0),
			coalesce(-sum(balance) filter (where balance < 0), 0),
			coalesce(sum(balance) filter (where account_code in (${loanAccounts()})), 0)
		into debits, credits, loans
		from opening_balance_lines where book_id = new.book_id and import_id = new.import_id;
		if debits <> new.control_debit or credits <> new.control_credit
			or loans <> new.control_loans then
			perform ledger_breach('opening_balances_controls', format(
				'Debits %s, credits %s and loans %s are not the control totals %s, %s and %s.',
				debits, credits, loans, new.control_debit, new.control_credit, new.control_loans));
		end if;
		select * into booked from entries
		where book_id = new.book_id and number = new.entry_number;
		if booked.kind <> 'opening-balance' or booked.effective_on <> new.cut_off_on then
			perform ledger_breach('opening_balances_booked', format(
				'Entry %s is not the opening entry of %s.', new.entry_number, new.cut_off_on));
		end if;
		with held as (
			select line.account_code,
				case account.floor when 'fund' then line.fund_id end as fund_id,
				case line.side when 'debit' then line.amount else -line.amount end as balance
			from lines line
			join accounts account on account.book_id = line.book_id
				and account.code = line.account_code
			where line.book_id = new.book_id and line.effective_on <= new.cut_off_on
				and line.entry_number <= new.entry_number
		),
		told as (
			select line.account_code, case account.floor when 'fund' then line.fund_id end as fund_id,
				-line.balance as balance
			from opening_balance_lines line
			join accounts account on account.book_id = line.book_id
				and account.code = line.account_code
			where line.book_id = new.book_id and line.import_id = new.import_id
		)
		select account_code, sum(balance) as difference into astray
		from (select * from held union all select * from told) sides
		group by account_code, fund_id
		having sum(balance) <> 0
		order by account_code limit 1;
		if found then
			perform ledger_breach('opening_balances_proved', format(
				'Of account %s the ledger differs from the old books by %s.',
				astray.account_code, astray.difference));
		end if;
		return null;
	end $$;
	create constraint trigger opening_balances_proved after insert on opening_balances
		deferrable initially deferred for each row execute function imports_check_opening();

	-- An opening is taken back once, by the mirror of its entry, and stays otherwise.
	create function imports_admit_opening() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	begin
		if tg_op <> 'UPDATE' or old.reversed_by is not null or new.reversed_by is null
			or to_jsonb(new) - 'reversed_by' is distinct from to_jsonb(old) - 'reversed_by'
			or not exists (select from entries where book_id = new.book_id
				and number = new.reversed_by and reverses = new.entry_number) then
			perform ledger_breach('opening_balances_final',
				'Opening balances stay; they are taken back once, by the mirror of their entry.');
		end if;
		return new;
	end $$;
	create trigger opening_balances_final before update or delete on opening_balances
		for each row execute function imports_admit_opening();

	create function imports_refuse_change() returns trigger
	language plpgsql as $$
	begin
		perform ledger_breach('opening_balances_final', format(
			'%s of %s is refused: what was recorded stays.', tg_op, tg_table_name));
		return null;
	end $$;
	create trigger opening_balance_lines_final before update or delete on opening_balance_lines
		for each row execute function imports_refuse_change();
	create trigger opening_balances_never_truncated before truncate on opening_balances
		for each statement execute function imports_refuse_change();
	create trigger opening_balance_lines_never_truncated before truncate on opening_balance_lines
		for each statement execute function imports_refuse_change();
`;

/** What a loan's principal is made of: receivables less what is deferred, capital, assets let. */
function loanAccounts(): string {
	const codes = [
		'1.2.01',
		'1.2.02',
		'1.2.03',
		'1.2.07',
		'1.2.08',
		'1.2.11',
		'1.2.12',
		'1.4.01',
		'1.4.02',
	];
	return codes.map((code) => `'${code}'`).join(', ');
}

const ofBooks = ['opening_balances', 'opening_balance_lines'];

const scoped = (table: string): string => `
	alter table ${table} enable row level security;
	create policy ${table}_scope on ${table} to bergulir_app
		using ((select bergulir_all_books()) or book_id = any ((select bergulir_books())::integer[]));
`;

const rights = `
	revoke all on ${ofBooks.join(', ')} from public;
	grant select, insert on ${ofBooks.join(', ')} to bergulir_app;
	grant update (reversed_by) on opening_balances to bergulir_app;
`;
