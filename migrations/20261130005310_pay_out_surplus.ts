import type {Knex} from 'knex';

/**
 * Members are paid their share of the surplus: in cash, by the bank or into their savings, with a
 * slip, never more than it; and what was distributed and paid is taken back from the end.
 */
export async function up(knex: Knex): Promise<void> {
	await knex.raw(payouts);
	await knex.raw(payoutLaws);
	await knex.raw(told);
	await knex.raw(takenBack);
	await knex.raw(slips);
	await knex.raw(rights);
}

export async function down(): Promise<void> {
	throw new Error('Members hold slips of what they were paid; they are not taken back.');
}

const payouts = `
	-- A deposit may come from a share of the surplus.
	alter table saving_movements
		drop constraint saving_movements_method_check,
		add constraint saving_movements_method_check check (method in ('cash', 'bank')
			or (method = 'surplus' and kind = 'deposit'));

	create table surplus_payouts (
		book_id integer not null,
		id uuid not null,
		distribution_id uuid not null,
		member_id uuid not null,
		-- Of the slip SH-, or of the slip of the deposit, SS-.
		number integer not null,
		paid_on date not null,
		way text not null
			constraint surplus_payouts_way_check check (way in ('cash', 'bank', 'savings')),
		amount numeric(20, 2) not null
			constraint surplus_payouts_amount_check check (amount > 0),
		entry_number bigint not null,
		-- The deposit that it became, which its entry is of.
		saving_id uuid,
		recorded_by text not null,
		primary key (book_id, id),
		constraint surplus_payouts_saving_check check ((saving_id is not null) = (way = 'savings')),
		constraint surplus_payouts_entry_key unique (book_id, entry_number),
		constraint surplus_payouts_share_fkey foreign key (book_id, distribution_id, member_id)
			references surplus_shares (book_id, distribution_id, member_id),
		constraint surplus_payouts_entry_fkey foreign key (book_id, entry_number)
			references entries (book_id, number)
	);
	create unique index surplus_payouts_number_key on surplus_payouts (book_id, number)
		where way <> 'savings';
	create index surplus_payouts_share_idx on surplus_payouts (book_id, distribution_id, member_id);
`;

const payoutLaws = `
	-- What of a distribution stands as paid out, to all or to one member.
	create function surplus_paid(of_book integer, of_distribution uuid, of_member uuid)
	returns numeric
	language sql stable set search_path = public, pg_temp as $$
		select coalesce(sum(payout.amount), 0)::numeric(38, 2) from surplus_payouts payout
		where payout.book_id = of_book and payout.distribution_id = of_distribution
			and (of_member is null or payout.member_id = of_member)
			and not exists (select from entries reversal
				where reversal.book_id = of_book and reversal.reverses = payout.entry_number)
	$$;

	-- Of a share that stands, no more than is left of it, and as its entry says.
	create function surplus_admit_payout() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		distribution surplus_distributions;
		entry entries;
		own numeric;
		booked numeric;
		given numeric;
	begin
		perform from book_tips where book_id = new.book_id for update;
		select * into distribution from surplus_distributions
		where book_id = new.book_id and id = new.distribution_id;
		select savings_share + business_share into own from surplus_shares
		where book_id = new.book_id and distribution_id = new.distribution_id
			and member_id = new.member_id;
		if new.paid_on < distribution.decided_on
			or not surplus_stands(new.book_id, distribution.first_entry)
			or own is null
			or surplus_paid(new.book_id, new.distribution_id, new.member_id) + new.amount > own then
			perform ledger_breach('surplus_payouts_left', format(
				'Member %s has not %s of this surplus on %s.', new.member_id, new.amount,
				new.paid_on));
		end if;
		select * into entry from entries
		where book_id = new.book_id and number = new.entry_number;
		select sum(amount) filter (where account_code = '2.4.02' and side = 'debit'
				and member_id = new.member_id),
			sum(amount) filter (where side = 'credit' and case new.way
				when 'cash' then account_code = '1.1.01' when 'bank' then account_code = '1.1.02'
				else member_id = new.member_id end)
		into booked, given
		from lines where book_id = new.book_id and entry_number = new.entry_number;
		if entry.kind is distinct from
				(case new.way when 'savings' then 'saving-deposit' else 'surplus-payout' end)
			or entry.effective_on <> new.paid_on or entry.reverses is not null
			or (booked, given) is distinct from (new.amount, new.amount)
			or (new.way = 'savings' and not exists (
				select from saving_movements where book_id = new.book_id and id = new.saving_id
					and entry_number = new.entry_number and method = 'surplus')) then
			perform ledger_breach('surplus_payouts_booked', format(
				'Entry %s does not pay %s to member %s.', new.entry_number, new.amount,
				new.member_id));
		end if;
		return new;
	end $$;
	create trigger surplus_payouts_admit before insert on surplus_payouts
		for each row execute function surplus_admit_payout();
`;

const told = `
	-- At commit: what members have of the surplus is moved by distributions and payouts that are
	-- on record, and by taking these back.
	create function surplus_check_told() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	begin
		if not exists (
			select from entries entry
			where entry.book_id = new.book_id and entry.number = new.entry_number
				and (exists (select from surplus_payouts payout
						where payout.book_id = new.book_id
							and payout.entry_number = coalesce(entry.reverses, entry.number))
					or exists (select from surplus_distributions own
						where own.book_id = new.book_id
							and coalesce(entry.reverses, entry.number)
								between own.first_entry and own.last_entry))
		) then
			perform ledger_breach('surplus_lines_told', format(
				'Entry %s moves shares of the surplus and is neither a distribution nor a payout.',
				new.entry_number));
		end if;
		return null;
	end $$;
	create constraint trigger surplus_lines_told after insert on lines
		deferrable initially deferred for each row
		when (new.account_code = '2.4.02' or new.kind in ('surplus-distribution', 'surplus-payout'))
		execute function surplus_check_told();

	-- A deposit from the surplus is the payout of a share.
	create function surplus_check_deposit() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	begin
		if not exists (select from surplus_payouts
			where book_id = new.book_id and saving_id = coalesce(new.reverses, new.id)) then
			perform ledger_breach('saving_movements_surplus',
				'A deposit from the surplus is the payout of a share.');
		end if;
		return null;
	end $$;
	create constraint trigger saving_movements_surplus after insert on saving_movements
		deferrable initially deferred for each row when (new.method = 'surplus')
		execute function surplus_check_deposit();
`;

const takenBack = `
	-- The closing of a year stays while its surplus is distributed.
	create function surplus_keep_closing() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	begin
		if exists (select from surplus_distributions
			where book_id = new.book_id and closing_entry = new.reverses
				and surplus_stands(book_id, first_entry)) then
			perform ledger_breach('surplus_year_kept', format(
				'What entry %s carried to equity was distributed.', new.reverses));
		end if;
		return null;
	end $$;
	create trigger entries_surplus_year_kept after insert on entries for each row
		when (new.reverses is not null and new.kind = 'year-closing')
		execute function surplus_keep_closing();

	-- A distribution is taken back whole, once nothing of it is paid out, and no earlier than what
	-- was paid was taken back.
	create function surplus_check_reversal() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		distribution surplus_distributions;
		last_reversed date;
	begin
		select * into distribution from surplus_distributions
		where book_id = new.book_id and new.reverses between first_entry and last_entry;
		if surplus_paid(new.book_id, distribution.id, null) > 0 then
			perform ledger_breach('surplus_paid_out', format(
				'Of the surplus of %s something is paid out.', distribution.year));
		end if;
		select max(reversal.effective_on) into last_reversed
		from surplus_payouts payout
		join entries reversal on reversal.book_id = payout.book_id
			and reversal.reverses = payout.entry_number
		where payout.book_id = new.book_id and payout.distribution_id = distribution.id;
		if new.effective_on < last_reversed
			or (select count(*) from entries reversal
				where reversal.book_id = new.book_id
					and reversal.reverses between distribution.first_entry and distribution.last_entry
					and reversal.effective_on = new.effective_on)
				<> distribution.last_entry - distribution.first_entry + 1 then
			perform ledger_breach('surplus_reversed_whole', format(
				'The distribution of %s is taken back whole, on one day.', distribution.year));
		end if;
		return null;
	end $$;
	create constraint trigger entries_surplus_reversed after insert on entries
		deferrable initially deferred for each row
		when (new.reverses is not null and new.kind = 'surplus-distribution')
		execute function surplus_check_reversal();
`;

const slips = `
	alter table receipt_codes
		drop constraint receipt_codes_series_check,
		add constraint receipt_codes_series_check check (series in ('KW', 'SS', 'PS', 'SH'));

	create or replace function receipts_check_numbers() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		before integer := case tg_op when 'UPDATE' then old.last else 0 end;
		of_series text := case new.kind when 'receipt' then 'KW' when 'saving-deposit' then 'SS'
			when 'surplus-payout' then 'SH' else 'PS' end;
		coded bigint;
	begin
		select count(*) into coded from receipt_codes
		where book_id = new.book_id and series = of_series
			and number > before and number <= new.last;
		if coded <> new.last - before then
			perform ledger_breach('receipt_codes_every_number', format(
				'Of the numbers %s-%s to %s-%s only %s have a check code.',
				of_series, before + 1, of_series, new.last, coded));
		end if;
		return null;
	end $$;
	drop trigger receipt_codes_every_number on document_numbers;
	create constraint trigger receipt_codes_every_number after insert or update on document_numbers
		deferrable initially deferred for each row
		when (new.kind in ('receipt', 'saving-deposit', 'saving-withdrawal', 'surplus-payout'))
		execute function receipts_check_numbers();

	drop index entries_receipt_idx;
	create index entries_receipt_idx on entries (book_id, document)
		where document ~ '^(KW|SS|PS|SH)-[0-9]+$' and reverses is null;

	-- The text of receipt_entries is changed where it speaks of papers, of kinds and of where money
	-- is, and nowhere else, so that it stays the function that an earlier migration made it.
	do $patch$
	declare
		reads text := pg_get_functiondef('receipt_entries(integer, text)'::regprocedure);
		papers text := '^(KW|SS|PS)-[0-9]+$';
		kinds text := '''saving-deposit'', ''saving-withdrawal''';
		money text := '(''1.1.01'', ''1.1.02'', ''1.1.11'')';
	begin
		if (length(reads) - length(replace(reads, papers, ''))) / length(papers) <> 1
			or (length(reads) - length(replace(reads, kinds, ''))) / length(kinds) <> 1
			or (length(reads) - length(replace(reads, money, ''))) / length(money) <> 2 then
			raise exception 'receipt_entries does not speak of papers as it did.';
		end if;
		reads := replace(reads, papers, '^(KW|SS|PS|SH)-[0-9]+$');
		reads := replace(reads, kinds, kinds || ', ''surplus-payout''');
		execute replace(reads, money, '(''1.1.01'', ''1.1.02'', ''1.1.11'', ''2.4.02'')');
	end $patch$;
`;

const rights = `
	create trigger surplus_payouts_append_only before update or delete on surplus_payouts
		for each row execute function ledger_refuse_change();
	create trigger surplus_payouts_never_truncated before truncate on surplus_payouts
		for each statement execute function ledger_refuse_change();
	alter table surplus_payouts enable row level security;
	create policy surplus_payouts_scope on surplus_payouts to bergulir_app
		using ((select bergulir_all_books()) or book_id = any ((select bergulir_books())::integer[]));
	revoke all on surplus_payouts from public;
	grant select, insert on surplus_payouts to bergulir_app;
	revoke all on function surplus_paid(integer, uuid, uuid) from public;
	grant execute on function surplus_paid(integer, uuid, uuid) to bergulir_app;
`;
