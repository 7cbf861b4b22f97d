import type {Knex} from 'knex';

/**
 * Debts that become loans under another akad without money moving (konversi akad, DSN-MUI 49/2005;
 * the rule is from memory, and so provisional).
 */
export async function up(knex: Knex): Promise<void> {
	await knex.raw(account);
	await knex.raw(table);
	await knex.raw(admission);
	await knex.raw(standing);
	await knex.raw(rights);
}

export async function down(): Promise<void> {
	throw new Error('What became of debts is referred to by the journal; it is not taken away.');
}

const account = `
	-- Between two akad for no longer than one transaction; moved by operations alone.
	insert into accounts (book_id, code, name_id, name_en, class, normal_side, floor, is_controlled)
	select id, '1.2.22', 'Pembiayaan dalam konversi', 'Debts in conversion', 'asset', 'debit',
		'fund', true
	from books where kind = 'cooperative'
	on conflict do nothing;
`;

const table = `
	create table loan_conversions (
		book_id integer not null,
		new_loan_id uuid not null,
		old_loan_id uuid not null,
		converted_on date not null,
		-- What was owed of the old loan, and is the principal of the new one.
		principal numeric(20, 2) not null
			constraint loan_conversions_principal_check check (principal > 0),
		-- Margin that was due and is left to the member, and margin that was not due yet.
		margin_left_off numeric(20, 2) not null
			constraint loan_conversions_left_off_check check (margin_left_off >= 0),
		margin_cancelled numeric(20, 2) not null
			constraint loan_conversions_cancelled_check check (margin_cancelled >= 0),
		-- By the schedule of the old loan: the new one looks current.
		days_past_due integer not null
			constraint loan_conversions_days_check check (days_past_due >= 0),
		overdue numeric(20, 2) not null
			constraint loan_conversions_overdue_check check (overdue >= 0),
		settling_entry bigint not null,
		granting_entry bigint not null,
		reason text not null constraint loan_conversions_reason_check check (reason <> ''),
		document text not null constraint loan_conversions_document_check check (document <> ''),
		decided_by text not null,
		recorded_at timestamptz not null,
		primary key (book_id, new_loan_id),
		constraint loan_conversions_settling_key unique (book_id, settling_entry),
		constraint loan_conversions_granting_key unique (book_id, granting_entry),
		constraint loan_conversions_old_fkey foreign key (book_id, old_loan_id)
			references loans (book_id, id),
		constraint loan_conversions_new_fkey foreign key (book_id, new_loan_id)
			references loans (book_id, id),
		constraint loan_conversions_settling_fkey foreign key (book_id, settling_entry)
			references entries (book_id, number),
		constraint loan_conversions_granting_fkey foreign key (book_id, granting_entry)
			references entries (book_id, number)
	);
	create index loan_conversions_old_idx on loan_conversions (book_id, old_loan_id);
`;

const admission = `
	create function lending_is_reversed(of_book integer, of_entry bigint) returns boolean
	language sql stable security definer set search_path = public, pg_temp as $$
		select exists (select from entries where book_id = of_book and reverses = of_entry)
	$$;
	revoke all on function lending_is_reversed(integer, bigint) from public;

	create function lending_admit_conversion() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		old_loan loans;
		new_loan loans;
		owed_principal numeric;
		owed_all numeric;
		owed_after numeric;
		granted numeric;
	begin
		perform from book_tips where book_id = new.book_id for update;
		select * into strict old_loan from loans where book_id = new.book_id and id = new.old_loan_id;
		select * into strict new_loan from loans where book_id = new.book_id and id = new.new_loan_id;
		-- A sale at a price does not become another (bai al-inah), nor a loan at a rate.
		if old_loan.akad <> 'murabahah'
			or new_loan.akad not in ('qardh', 'mudharabah', 'musyarakah', 'ijarah') then
			perform ledger_breach('loan_conversions_akad', format(
				'A %s does not become a %s.', old_loan.akad, new_loan.akad));
		end if;
		if (old_loan.member_id, old_loan.allocation_id)
			is distinct from (new_loan.member_id, new_loan.allocation_id) then
			perform ledger_breach('loan_conversions_same_debt',
				'A conversion moves a debt neither to another member nor to another fund.');
		end if;
		if new.decided_by = old_loan.applied_by or new.decided_by = new_loan.applied_by then
			perform ledger_breach('loan_conversions_two_people', format(
				'%s applied for this loan; another person converts it.', new.decided_by));
		end if;
		if exists (select from loan_conversions other
			where other.book_id = new.book_id and other.old_loan_id = new.old_loan_id
				and not lending_is_reversed(other.book_id, other.settling_entry)) then
			perform ledger_breach('loan_conversions_once', format(
				'Loan %s was converted already.', old_loan.number));
		end if;
		-- Its two entries, as they were posted, and nothing but debts in them.
		if not exists (select from entries where book_id = new.book_id
				and number = new.settling_entry and kind = 'conversion' and reverses is null
				and effective_on = new.converted_on)
			or not exists (select from entries where book_id = new.book_id
				and number = new.granting_entry and kind = 'disbursement' and reverses is null
				and effective_on = new.converted_on)
			or exists (
				select from lines line
				join accounts held on held.book_id = line.book_id and held.code = line.account_code
				where line.book_id = new.book_id
					and line.entry_number in (new.settling_entry, new.granting_entry)
					and (held.class <> 'asset' or line.account_code like '1.1.%'
						or line.loan_id is distinct from case line.entry_number
							when new.settling_entry then new.old_loan_id else new.new_loan_id end)) then
			perform ledger_breach('loan_conversions_no_money',
				'A conversion moves debts: no money, no income and nothing that the city is owed.');
		end if;
		select
			coalesce(sum(amount) filter (where account_code = any (provisioning_principal_accounts())
				and entry_number < new.settling_entry), 0),
			coalesce(sum(amount) filter (where account_code = '1.2.01'
				and entry_number < new.settling_entry), 0),
			coalesce(sum(amount) filter (where account_code = '1.2.01'), 0)
		into owed_principal, owed_all, owed_after
		from (
			select account_code, entry_number,
				case side when 'debit' then amount else -amount end as amount
			from lines where book_id = new.book_id and loan_id = new.old_loan_id
		) moves;
		select coalesce(sum(case side when 'debit' then amount else -amount end), 0) into granted
		from lines
		where book_id = new.book_id and entry_number = new.granting_entry
			and account_code = any (provisioning_principal_accounts());
		-- Neither more nor less: margin never becomes principal, and none of the debt is lost.
		if new.principal <> owed_principal or new.principal <> new_loan.principal
			or new.principal <> granted or owed_after <> 0
			or new.margin_left_off + new.margin_cancelled <> owed_all - owed_principal then
			perform ledger_breach('loan_conversions_owed', format(
				'%s of principal and %s of margin were owed; %s became the new loan.', owed_principal,
				owed_all - owed_principal, granted));
		end if;
		return new;
	end $$;
	create trigger loan_conversions_admit before insert on loan_conversions
		for each row execute function lending_admit_conversion();
`;

const standing = `
	-- Whether anything but its beginning stands on a loan, be it a payment or a share of profit.
	create function lending_moved_since(of_book integer, of_loan uuid, since bigint) returns boolean
	language sql stable security definer set search_path = public, pg_temp as $$
		select exists (
			select from lines line
			join entries entry on entry.book_id = line.book_id and entry.number = line.entry_number
			where line.book_id = of_book and line.loan_id = of_loan and line.entry_number > since
				and entry.reverses is null and not lending_is_reversed(of_book, entry.number)
				and (bergulir_all_books() or of_book = any (bergulir_books())))
	$$;
	revoke all on function lending_moved_since(integer, uuid, bigint) from public;
	grant execute on function lending_moved_since(integer, uuid, bigint) to bergulir_app;

	-- By the end of the transaction every entry that ends a debt so has its row.
	create function lending_check_conversion() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	begin
		if not exists (select from loan_conversions where book_id = new.book_id
			and settling_entry = new.number) then
			perform ledger_breach('loan_conversions_told', format(
				'Nothing tells which loan came of entry %s.', new.number));
		end if;
		return null;
	end $$;
	create constraint trigger entries_conversion after insert on entries
		deferrable initially deferred for each row
		when (new.kind = 'conversion' and new.reverses is null)
		execute function lending_check_conversion();

	-- A conversion is taken back whole or not at all, and nothing older of a debt that it ended is
	-- taken back while it stands.
	create function lending_check_converted() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		one record;
	begin
		for one in
			select conversion.*, old_loan.number as old_number, old_loan.status as old_status,
				new_loan.status as new_status,
				lending_is_reversed(new.book_id, conversion.settling_entry) as is_revived,
				lending_is_reversed(new.book_id, conversion.granting_entry) as is_ended,
				new.reverses in (conversion.settling_entry, conversion.granting_entry) as is_own
			from loan_conversions conversion
			join loans old_loan on old_loan.book_id = conversion.book_id
				and old_loan.id = conversion.old_loan_id
			join loans new_loan on new_loan.book_id = conversion.book_id
				and new_loan.id = conversion.new_loan_id
			where conversion.book_id = new.book_id and (
				new.reverses in (conversion.settling_entry, conversion.granting_entry)
				or conversion.old_loan_id in (select line.loan_id from lines line
					where line.book_id = new.book_id and line.entry_number = new.number))
		loop
			if one.is_own and (not one.is_revived or not one.is_ended
				or one.old_status = 'settled' or one.new_status <> 'reversed'
				or lending_moved_since(one.book_id, one.new_loan_id, one.granting_entry)) then
				perform ledger_breach('loan_conversions_taken_back', format(
					'The conversion of loan %s is taken back whole, while nothing was paid since.',
					one.old_number));
			end if;
			if not one.is_own and not one.is_revived then
				perform ledger_breach('loan_conversions_closed', format(
					'Loan %s was converted; nothing of it is taken back.', one.old_number));
			end if;
		end loop;
		return null;
	end $$;
	create constraint trigger entries_converted after insert on entries
		deferrable initially deferred for each row when (new.reverses is not null)
		execute function lending_check_converted();
`;

const rights = `
	create trigger loan_conversions_append_only before update or delete on loan_conversions
		for each row execute function ledger_refuse_change();
	create trigger loan_conversions_never_truncated before truncate on loan_conversions
		for each statement execute function ledger_refuse_change();
	alter table loan_conversions enable row level security;
	create policy loan_conversions_scope on loan_conversions to bergulir_app
		using ((select bergulir_all_books()) or book_id = any ((select bergulir_books())::integer[]));
	revoke all on loan_conversions from public;
	grant select, insert on loan_conversions to bergulir_app;
`;
