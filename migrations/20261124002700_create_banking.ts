import type {Knex} from 'knex';

/**
 * What the banks say and what is in the cash box, beside what the journal says: bank accounts,
 * their statements row by row, which rows are which lines of the journal, and cash counts.
 */
export async function up(knex: Knex): Promise<void> {
	await knex.raw(reference);
	await knex.raw(statements);
	await knex.raw(statementLaws);
	await knex.raw(matches);
	await knex.raw(matchLaws);
	await knex.raw(cash);
	await knex.raw(cashLaws);
	await knex.raw(accounts);
	for (const table of [...recorded, ...ofBooks]) await knex.raw(appendOnly(table));
	for (const table of ofBooks) await knex.raw(scoped(table));
	await knex.raw(rights);
}

export async function down(): Promise<void> {
	throw new Error('What the banks said and what was counted is not taken back.');
}

const reference = `
	create table statement_formats (
		code text not null constraint statement_formats_code_check
			check (code ~ '^[a-z0-9][a-z0-9.-]{1,30}$'),
		version integer not null constraint statement_formats_version_check check (version > 0),
		name text not null constraint statement_formats_name_check check (name <> ''),
		kind text not null
			constraint statement_formats_kind_check check (kind in ('csv', 'mt940', 'camt.053')),
		-- Of a CSV: its signs, its columns, its date format. The others are laid out by a standard.
		layout jsonb constraint statement_formats_layout_check
			check ((layout is not null) = (kind = 'csv')),
		status text not null
			constraint statement_formats_status_check check (status in ('found', 'provisional')),
		source text not null constraint statement_formats_source_check check (source <> ''),
		recorded_at timestamptz not null,
		recorded_by text not null,
		primary key (code, version)
	);

	-- By which rules rows are matched without a person, in their order.
	create table bank_match_rules (
		version integer not null primary key
			constraint bank_match_rules_version_check check (version > 0),
		rules jsonb not null
			constraint bank_match_rules_rules_check check (jsonb_typeof(rules) = 'array'),
		status text not null
			constraint bank_match_rules_status_check check (status in ('found', 'provisional')),
		source text not null constraint bank_match_rules_source_check check (source <> ''),
		recorded_at timestamptz not null,
		recorded_by text not null
	);

	create function banking_refuse_change() returns trigger
	language plpgsql as $$
	begin
		perform ledger_breach('banking_append_only', format(
			'%s of %s is refused: what was recorded stays.', tg_op, tg_table_name));
		return null;
	end $$;

	create function banking_next_version() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		last integer;
	begin
		if tg_table_name = 'statement_formats' then
			select max(version) into last from statement_formats where code = new.code;
		else
			select max(version) into last from bank_match_rules;
		end if;
		if new.version <> coalesce(last, 0) + 1 then
			perform ledger_breach('banking_versions', format(
				'Version %s does not follow version %s.', new.version, coalesce(last, 0)));
		end if;
		return new;
	end $$;
	create trigger statement_formats_versions before insert on statement_formats
		for each row execute function banking_next_version();
	create trigger bank_match_rules_versions before insert on bank_match_rules
		for each row execute function banking_next_version();

	create table cash_denominations (
		value numeric(20, 2) not null
			constraint cash_denominations_value_check check (value > 0),
		kind text not null
			constraint cash_denominations_kind_check check (kind in ('note', 'coin')),
		effective_from date not null,
		-- The first day on which it is money no more.
		ends_on date,
		status text not null
			constraint cash_denominations_status_check check (status in ('found', 'provisional')),
		source text not null constraint cash_denominations_source_check check (source <> ''),
		primary key (value, kind, effective_from)
	);
`;

const statements = `
	create table bank_accounts (
		book_id integer not null constraint bank_accounts_book_fkey references books (id),
		id uuid not null,
		account_code text not null,
		bank text not null constraint bank_accounts_bank_check check (bank <> ''),
		account_number text not null
			constraint bank_accounts_number_check check (account_number ~ '^[0-9]{5,34}$'),
		opened_on date not null,
		recorded_at timestamptz not null,
		recorded_by text not null,
		primary key (book_id, id),
		constraint bank_accounts_account_fkey
			foreign key (book_id, account_code) references accounts (book_id, code),
		constraint bank_accounts_account_key unique (book_id, account_code),
		constraint bank_accounts_number_key unique (book_id, bank, account_number)
	);

	create table bank_statements (
		book_id integer not null,
		id uuid not null,
		bank_account_id uuid not null,
		number integer not null constraint bank_statements_number_check check (number > 0),
		format_code text not null,
		format_version integer not null,
		name text not null constraint bank_statements_name_check check (name <> ''),
		content bytea not null constraint bank_statements_size_check
			check (octet_length(content) between 1 and 5242880),
		digest bytea not null,
		from_on date not null,
		to_on date not null,
		opening numeric(20, 2) not null,
		closing numeric(20, 2) not null,
		line_count integer not null
			constraint bank_statements_lines_check check (line_count >= 0),
		imported_at timestamptz not null,
		imported_by text not null,
		-- What the ledger was told of its closing balance; a day that is not over is not asserted.
		assertion_number bigint,
		primary key (book_id, id),
		constraint bank_statements_days_check check (from_on <= to_on),
		constraint bank_statements_digest_check check (digest = sha256(content)),
		constraint bank_statements_number_key unique (book_id, bank_account_id, number),
		constraint bank_statements_digest_key unique (book_id, bank_account_id, digest),
		constraint bank_statements_account_fkey
			foreign key (book_id, bank_account_id) references bank_accounts (book_id, id),
		constraint bank_statements_format_fkey
			foreign key (format_code, format_version) references statement_formats (code, version),
		constraint bank_statements_assertion_fkey
			foreign key (book_id, assertion_number) references balance_assertions (book_id, number)
	);
	alter table bank_statements alter column content set storage external;
	create index bank_statements_days_idx
		on bank_statements (book_id, bank_account_id, from_on, to_on);

	-- What the bank says it moved, each movement once, however many statements show it.
	create table bank_rows (
		book_id integer not null,
		id uuid not null,
		bank_account_id uuid not null,
		number integer not null constraint bank_rows_number_check check (number > 0),
		booked_on date not null,
		-- Above zero what came in, below zero what went out.
		amount numeric(20, 2) not null constraint bank_rows_amount_check check (amount <> 0),
		reference text not null,
		description text not null,
		-- What the account held after it.
		balance numeric(20, 2) not null,
		-- Of rows that are alike in everything, the first, the second.
		occurrence integer not null
			constraint bank_rows_occurrence_check check (occurrence > 0),
		primary key (book_id, id),
		constraint bank_rows_number_key unique (book_id, bank_account_id, number),
		constraint bank_rows_account_fkey
			foreign key (book_id, bank_account_id) references bank_accounts (book_id, id)
	);
	create unique index bank_rows_once on bank_rows (book_id, bank_account_id, booked_on, amount,
		balance, md5(reference || chr(10) || description), occurrence);

	-- Which statement shows which movement, in which line of its file.
	create table bank_statement_lines (
		book_id integer not null,
		statement_id uuid not null,
		position integer not null
			constraint bank_statement_lines_position_check check (position > 0),
		file_line integer not null
			constraint bank_statement_lines_line_check check (file_line > 0),
		row_id uuid not null,
		primary key (book_id, statement_id, position),
		constraint bank_statement_lines_row_key unique (book_id, statement_id, row_id),
		constraint bank_statement_lines_statement_fkey
			foreign key (book_id, statement_id) references bank_statements (book_id, id),
		constraint bank_statement_lines_row_fkey
			foreign key (book_id, row_id) references bank_rows (book_id, id)
	);
	create index bank_statement_lines_row_idx on bank_statement_lines (book_id, row_id);
`;

const statementLaws = `
	-- A bank account is money: an asset on the debit side, in a book that was open.
	create function banking_admit_account() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		account accounts;
		book books;
	begin
		select * into account from accounts
		where book_id = new.book_id and code = new.account_code;
		select * into book from books where id = new.book_id;
		if account.class is distinct from 'asset' or account.normal_side <> 'debit'
			or account.floor = 'loan' then
			perform ledger_breach('bank_accounts_money', format(
				'Account %s does not hold money.', new.account_code));
		end if;
		if new.opened_on < book.opened_on then
			perform ledger_breach('bank_accounts_opened', format(
				'Book %s was opened on %s.', book.code, book.opened_on));
		end if;
		return new;
	end $$;
	create trigger bank_accounts_admit before insert on bank_accounts
		for each row execute function banking_admit_account();

	create function banking_admit_line() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		statement bank_statements;
		movement bank_rows;
	begin
		select * into statement from bank_statements
		where book_id = new.book_id and id = new.statement_id;
		select * into movement from bank_rows where book_id = new.book_id and id = new.row_id;
		if new.position > statement.line_count then
			perform ledger_breach('bank_statements_whole', format(
				'Statement %s has %s lines.', statement.number, statement.line_count));
		end if;
		if movement.bank_account_id is distinct from statement.bank_account_id
			or movement.booked_on not between statement.from_on and statement.to_on then
			perform ledger_breach('bank_statement_lines_own',
				'A statement shows movements of its own account within its days.');
		end if;
		return new;
	end $$;
	create trigger bank_statement_lines_admit before insert on bank_statement_lines
		for each row execute function banking_admit_line();

	-- At commit: all lines are there, and opening and movements make the closing balance.
	create function banking_check_statement() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		shown integer;
		moved numeric;
	begin
		select count(*), coalesce(sum(movement.amount), 0) into shown, moved
		from bank_statement_lines line
		join bank_rows movement on movement.book_id = line.book_id and movement.id = line.row_id
		where line.book_id = new.book_id and line.statement_id = new.id;
		if shown <> new.line_count then
			perform ledger_breach('bank_statements_whole', format(
				'Statement %s has %s of its %s lines.', new.number, shown, new.line_count));
		end if;
		if new.opening + moved <> new.closing then
			perform ledger_breach('bank_statements_add_up', format(
				'Statement %s opens with %s and moves %s, which is not %s.', new.number, new.opening,
				moved, new.closing));
		end if;
		return null;
	end $$;
	create constraint trigger bank_statements_check after insert on bank_statements
		deferrable initially deferred for each row execute function banking_check_statement();

	-- At commit: a movement is one that a statement shows.
	create function banking_check_row() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	begin
		if not exists (
			select from bank_statement_lines where book_id = new.book_id and row_id = new.id
		) then
			perform ledger_breach('bank_rows_shown', 'A movement is one that a statement shows.');
		end if;
		return null;
	end $$;
	create constraint trigger bank_rows_check after insert on bank_rows
		deferrable initially deferred for each row execute function banking_check_row();
`;

const matches = `
	create table bank_matches (
		book_id integer not null,
		id uuid not null,
		bank_account_id uuid not null,
		-- The rule that found it, of which version; null where a person did.
		rule text,
		rules_version integer,
		note text,
		matched_at timestamptz not null,
		matched_by text not null,
		primary key (book_id, id),
		constraint bank_matches_rule_check check (num_nonnulls(rule, rules_version) in (0, 2)),
		-- A person says why.
		constraint bank_matches_note_check check (rule is not null or coalesce(note, '') <> ''),
		constraint bank_matches_account_fkey
			foreign key (book_id, bank_account_id) references bank_accounts (book_id, id),
		constraint bank_matches_rules_fkey
			foreign key (rules_version) references bank_match_rules (version)
	);
	create index bank_matches_account_idx on bank_matches (book_id, bank_account_id, matched_at);

	create table bank_match_rows (
		book_id integer not null,
		match_id uuid not null,
		row_id uuid not null,
		primary key (book_id, match_id, row_id),
		constraint bank_match_rows_match_fkey
			foreign key (book_id, match_id) references bank_matches (book_id, id),
		constraint bank_match_rows_row_fkey
			foreign key (book_id, row_id) references bank_rows (book_id, id)
	);
	create index bank_match_rows_row_idx on bank_match_rows (book_id, row_id);

	create table bank_match_lines (
		book_id integer not null,
		match_id uuid not null,
		entry_number bigint not null,
		line_number smallint not null,
		primary key (book_id, match_id, entry_number, line_number),
		constraint bank_match_lines_match_fkey
			foreign key (book_id, match_id) references bank_matches (book_id, id),
		constraint bank_match_lines_line_fkey foreign key (book_id, entry_number, line_number)
			references lines (book_id, entry_number, line_number)
	);
	create index bank_match_lines_line_idx
		on bank_match_lines (book_id, entry_number, line_number);

	create table bank_unmatches (
		book_id integer not null,
		match_id uuid not null,
		unmatched_at timestamptz not null,
		unmatched_by text not null,
		reason text not null constraint bank_unmatches_reason_check check (reason <> ''),
		primary key (book_id, match_id),
		constraint bank_unmatches_match_fkey
			foreign key (book_id, match_id) references bank_matches (book_id, id)
	);
`;

const matchLaws = `
	-- A row, and a line of the journal, is matched once: again only when the match was undone.
	create function banking_admit_match_part() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		match bank_matches;
		account bank_accounts;
		line lines;
	begin
		-- One at a time: two who match the same at once do not both find it free.
		perform from book_tips where book_id = new.book_id for update;
		select * into match from bank_matches where book_id = new.book_id and id = new.match_id;
		select * into account from bank_accounts
		where book_id = new.book_id and id = match.bank_account_id;
		if exists (
			select from bank_unmatches where book_id = new.book_id and match_id = new.match_id
		) then
			perform ledger_breach('bank_matches_undone', 'A match that was undone stays so.');
		end if;
		if tg_table_name = 'bank_match_rows' then
			if not exists (
				select from bank_rows
				where book_id = new.book_id and id = new.row_id and bank_account_id = account.id
			) then
				perform ledger_breach('bank_matches_own', 'The row is of another bank account.');
			end if;
			if exists (
				select from bank_match_rows other
				where other.book_id = new.book_id and other.row_id = new.row_id
					and not exists (select from bank_unmatches undone
						where undone.book_id = other.book_id and undone.match_id = other.match_id)
			) then
				perform ledger_breach('bank_matches_once', 'The row is matched already.');
			end if;
			return new;
		end if;
		select * into line from lines where book_id = new.book_id
			and entry_number = new.entry_number and line_number = new.line_number;
		if line.account_code is distinct from account.account_code
			or line.effective_on < account.opened_on then
			perform ledger_breach('bank_matches_own', 'The line is not of this bank account.');
		end if;
		if exists (
			select from bank_match_lines other
			where other.book_id = new.book_id and other.entry_number = new.entry_number
				and other.line_number = new.line_number
				and not exists (select from bank_unmatches undone
					where undone.book_id = other.book_id and undone.match_id = other.match_id)
		) then
			perform ledger_breach('bank_matches_once', 'The line is matched already.');
		end if;
		return new;
	end $$;
	create trigger bank_match_rows_admit before insert on bank_match_rows
		for each row execute function banking_admit_match_part();
	create trigger bank_match_lines_admit before insert on bank_match_lines
		for each row execute function banking_admit_match_part();

	-- At commit: both sides of a match have the same sum.
	create function banking_check_match() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		of_match uuid := case tg_table_name when 'bank_matches' then to_jsonb(new) ->> 'id'
			else to_jsonb(new) ->> 'match_id' end;
		said numeric;
		booked numeric;
		parts integer;
	begin
		select coalesce(sum(movement.amount), 0), count(*) into said, parts
		from bank_match_rows part
		join bank_rows movement on movement.book_id = part.book_id and movement.id = part.row_id
		where part.book_id = new.book_id and part.match_id = of_match;
		select coalesce(sum(case line.side when 'debit' then line.amount else -line.amount end), 0),
			parts + count(*) into booked, parts
		from bank_match_lines part
		join lines line on line.book_id = part.book_id and line.entry_number = part.entry_number
			and line.line_number = part.line_number
		where part.book_id = new.book_id and part.match_id = of_match;
		if parts < 2 then
			perform ledger_breach('bank_matches_two', 'A match is of two at least.');
		end if;
		if said <> booked then
			perform ledger_breach('bank_matches_equal', format(
				'The rows of a match make %s, its lines %s.', said, booked));
		end if;
		return null;
	end $$;
	create constraint trigger bank_matches_check after insert on bank_matches
		deferrable initially deferred for each row execute function banking_check_match();
	create constraint trigger bank_match_rows_check after insert on bank_match_rows
		deferrable initially deferred for each row execute function banking_check_match();
	create constraint trigger bank_match_lines_check after insert on bank_match_lines
		deferrable initially deferred for each row execute function banking_check_match();

	-- The matches of a bank account that clear each other by the end of a day: undone ones do not,
	-- nor those of which one side is of a later day.
	create function banking_clear_matches(of_book integer, of_account uuid, as_of date)
	returns setof uuid
	language sql stable as $$
		select match.id from bank_matches match
		where match.book_id = of_book and match.bank_account_id = of_account
			and not exists (select from bank_unmatches undone
				where undone.book_id = match.book_id and undone.match_id = match.id)
			and (
				select coalesce(sum(movement.amount), 0) from bank_match_rows part
				join bank_rows movement
					on movement.book_id = part.book_id and movement.id = part.row_id
				where part.book_id = match.book_id and part.match_id = match.id
					and movement.booked_on <= as_of
			) = (
				select coalesce(sum(case line.side when 'debit' then line.amount
					else -line.amount end), 0)
				from bank_match_lines part
				join lines line on line.book_id = part.book_id
					and line.entry_number = part.entry_number and line.line_number = part.line_number
				where part.book_id = match.book_id and part.match_id = match.id
					and line.effective_on <= as_of
			)
	$$;
`;

const cash = `
	create table cash_counts (
		book_id integer not null constraint cash_counts_book_fkey references books (id),
		id uuid not null,
		number integer not null,
		account_code text not null,
		counted_on date not null,
		total numeric(20, 2) not null constraint cash_counts_total_check check (total >= 0),
		-- What the ledger said at that moment, as known when that entry was the last.
		ledger_amount numeric(38, 2) not null,
		known_to_entry bigint not null,
		counted_at timestamptz not null,
		counted_by text not null,
		primary key (book_id, id),
		constraint cash_counts_number_key unique (book_id, number),
		constraint cash_counts_account_fkey
			foreign key (book_id, account_code) references accounts (book_id, code)
	);

	create table cash_count_pieces (
		book_id integer not null,
		count_id uuid not null,
		value numeric(20, 2) not null,
		kind text not null,
		pieces integer not null
			constraint cash_count_pieces_pieces_check check (pieces between 1 and 10000000),
		primary key (book_id, count_id, value, kind),
		constraint cash_count_pieces_count_fkey
			foreign key (book_id, count_id) references cash_counts (book_id, id)
	);

	-- The second person, who saw it counted.
	create table cash_count_witnesses (
		book_id integer not null,
		count_id uuid not null,
		witnessed_at timestamptz not null,
		witnessed_by text not null,
		assertion_number bigint not null,
		primary key (book_id, count_id),
		constraint cash_count_witnesses_count_fkey
			foreign key (book_id, count_id) references cash_counts (book_id, id),
		constraint cash_count_witnesses_assertion_fkey
			foreign key (book_id, assertion_number) references balance_assertions (book_id, number)
	);

	-- That what was missing or too much was booked, once.
	create table cash_count_bookings (
		book_id integer not null,
		count_id uuid not null,
		entry_number bigint not null,
		-- What was counted less what the ledger said.
		difference numeric(20, 2) not null
			constraint cash_count_bookings_difference_check check (difference <> 0),
		booked_at timestamptz not null,
		booked_by text not null,
		primary key (book_id, count_id),
		constraint cash_count_bookings_entry_key unique (book_id, entry_number),
		constraint cash_count_bookings_count_fkey
			foreign key (book_id, count_id) references cash_counts (book_id, id),
		constraint cash_count_bookings_entry_fkey
			foreign key (book_id, entry_number) references entries (book_id, number)
	);
`;

const cashLaws = `
	create function banking_admit_count() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		book books;
		tip book_tips;
	begin
		select * into strict tip from book_tips where book_id = new.book_id for update;
		select * into strict book from books where id = new.book_id;
		if new.counted_on <> (new.counted_at at time zone book.time_zone)::date
			or new.counted_at > clock_timestamp() + interval '5 minutes' then
			perform ledger_breach('cash_counts_today', 'Cash is counted on the day it is recorded.');
		end if;
		if new.known_to_entry <> tip.number or new.ledger_amount <> ledger_balance_at(
			new.book_id, new.account_code, null, null, new.counted_on) then
			perform ledger_breach('cash_counts_as_booked',
				'A cash count misstates what the ledger says.');
		end if;
		return new;
	end $$;
	create trigger cash_counts_admit before insert on cash_counts
		for each row execute function banking_admit_count();

	create function banking_admit_pieces() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	begin
		if not exists (
			select from cash_counts counted
			join cash_denominations known on known.value = new.value and known.kind = new.kind
				and known.effective_from <= counted.counted_on
				and (known.ends_on is null or known.ends_on > counted.counted_on)
			where counted.book_id = new.book_id and counted.id = new.count_id
		) then
			perform ledger_breach('cash_count_pieces_known', format(
				'There is no %s of %s.', new.kind, new.value));
		end if;
		return new;
	end $$;
	create trigger cash_count_pieces_admit before insert on cash_count_pieces
		for each row execute function banking_admit_pieces();

	-- At commit: what was counted is the sum of its pieces.
	create function banking_check_count() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		of_count uuid := case tg_table_name when 'cash_counts' then to_jsonb(new) ->> 'id'
			else to_jsonb(new) ->> 'count_id' end;
	begin
		if (
			select total from cash_counts where book_id = new.book_id and id = of_count
		) <> (
			select coalesce(sum(value * pieces), 0) from cash_count_pieces
			where book_id = new.book_id and count_id = of_count
		) then
			perform ledger_breach('cash_counts_add_up', 'A cash count is the sum of its pieces.');
		end if;
		return null;
	end $$;
	create constraint trigger cash_counts_check after insert on cash_counts
		deferrable initially deferred for each row execute function banking_check_count();
	create constraint trigger cash_count_pieces_check after insert on cash_count_pieces
		deferrable initially deferred for each row execute function banking_check_count();

	-- Another person saw it, before the cash moved, and the ledger is told.
	create function banking_admit_witness() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		counted cash_counts;
		asserted balance_assertions;
	begin
		perform from book_tips where book_id = new.book_id for update;
		select * into counted from cash_counts where book_id = new.book_id and id = new.count_id;
		select * into asserted from balance_assertions
		where book_id = new.book_id and number = new.assertion_number;
		if new.witnessed_by = counted.counted_by then
			perform ledger_breach('cash_counts_two_people', format(
				'%s counted and cannot be the witness.', counted.counted_by));
		end if;
		if exists (
			select from lines
			where book_id = new.book_id and account_code = counted.account_code
				and entry_number > counted.known_to_entry and effective_on <= counted.counted_on
		) then
			perform ledger_breach('cash_counts_unmoved', 'The cash moved since it was counted.');
		end if;
		if (asserted.account_code, asserted.asserted_on, asserted.amount, asserted.source,
			asserted.asserted_by, asserted.counted_with) is distinct from
			(counted.account_code, counted.counted_on, counted.total, 'cash-count',
			new.witnessed_by, counted.counted_by)
			or num_nonnulls(asserted.fund_id, asserted.member_id) > 0 then
			perform ledger_breach('cash_counts_asserted', 'The ledger was told something else.');
		end if;
		return new;
	end $$;
	create trigger cash_count_witnesses_admit before insert on cash_count_witnesses
		for each row execute function banking_admit_witness();

	-- What is booked makes the ledger say what was counted, by another than who counted.
	create function banking_admit_booking() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		counted cash_counts;
		entry entries;
		booked numeric;
	begin
		perform from book_tips where book_id = new.book_id for update;
		select * into counted from cash_counts where book_id = new.book_id and id = new.count_id;
		if not exists (
			select from cash_count_witnesses seen
			where seen.book_id = new.book_id and seen.count_id = new.count_id
				and not exists (select from assertion_withdrawals withdrawn
					where withdrawn.book_id = seen.book_id
						and withdrawn.assertion_number = seen.assertion_number)
		) then
			perform ledger_breach('cash_counts_witnessed', 'Nobody saw it counted.');
		end if;
		if new.booked_by = counted.counted_by then
			perform ledger_breach('cash_counts_booker', format(
				'%s counted and does not book the difference.', counted.counted_by));
		end if;
		select * into entry from entries
		where book_id = new.book_id and number = new.entry_number;
		select sum(case side when 'debit' then amount else -amount end) into booked from lines
		where book_id = new.book_id and entry_number = new.entry_number
			and account_code = counted.account_code;
		-- In brackets, or PL/pgSQL takes the first THEN for its own.
		if entry.kind is distinct from (
				case when new.difference < 0 then 'cash-shortage' else 'cash-overage' end)
			or entry.effective_on <> counted.counted_on or booked is distinct from new.difference
			or ledger_balance_at(new.book_id, counted.account_code, null, null, counted.counted_on)
				<> counted.total then
			perform ledger_breach('cash_counts_booked', format(
				'Entry %s does not book what was missing.', new.entry_number));
		end if;
		return new;
	end $$;
	create trigger cash_count_bookings_admit before insert on cash_count_bookings
		for each row execute function banking_admit_booking();
`;

// What the cashier owes for missing cash, for books that were opened before.
const accounts = `
	insert into accounts (book_id, code, name_id, name_en, class, normal_side, floor, is_controlled)
	select books.id, '1.2.35', 'Piutang selisih kas kasir', 'Cashiers'' claims for missing cash',
		'asset', 'debit', 'none', false
	from books where books.kind = 'cooperative'
	on conflict (book_id, code) do nothing;
`;

const recorded = ['statement_formats', 'bank_match_rules', 'cash_denominations'];
const ofBooks = [
	'bank_accounts',
	'bank_statements',
	'bank_rows',
	'bank_statement_lines',
	'bank_matches',
	'bank_match_rows',
	'bank_match_lines',
	'bank_unmatches',
	'cash_counts',
	'cash_count_pieces',
	'cash_count_witnesses',
	'cash_count_bookings',
];

const appendOnly = (table: string): string => `
	create trigger ${table}_append_only before update or delete on ${table}
		for each row execute function banking_refuse_change();
	create trigger ${table}_never_truncated before truncate on ${table}
		for each statement execute function banking_refuse_change();
`;

const scoped = (table: string): string => `
	alter table ${table} enable row level security;
	create policy ${table}_scope on ${table} to bergulir_app
		using ((select bergulir_all_books()) or book_id = any ((select bergulir_books())::integer[]));
`;

const rights = `
	revoke all on ${[...recorded, ...ofBooks].join(', ')} from public;
	grant select, insert on statement_formats, bank_match_rules, ${ofBooks.join(', ')}
		to bergulir_app;
	grant select on cash_denominations to bergulir_app;
`;
