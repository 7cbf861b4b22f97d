import type {Knex} from 'knex';

/**
 * Members' savings: each deposit and withdrawal with its slip and its entry, what each member has
 * of each product, and what the cooperative asks of its members each month.
 */
export async function up(knex: Knex): Promise<void> {
	await knex.raw(tables);
	await knex.raw(movementLaws);
	await knex.raw(leaving);
	await knex.raw(appendOnly);
	await knex.raw(rights);
}

export async function down(): Promise<void> {
	throw new Error('Savings are referred to by the journal; they are not taken back.');
}

const tables = `
	create table saving_movements (
		book_id integer not null,
		id uuid not null,
		member_id uuid not null,
		product text not null constraint saving_movements_product_check
			check (product in ('pokok', 'wajib', 'wadiah', 'mudharabah')),
		kind text not null
			constraint saving_movements_kind_check check (kind in ('deposit', 'withdrawal')),
		-- The number of the slip, of deposits and of withdrawals apart; a reversal has none.
		number integer,
		effective_on date not null,
		method text not null
			constraint saving_movements_method_check check (method in ('cash', 'bank')),
		amount numeric(20, 2) not null
			constraint saving_movements_amount_check check (amount > 0),
		entry_number bigint not null,
		-- The movement that this one takes back.
		reverses uuid,
		-- Paid back because the member leaves.
		is_leaving boolean not null,
		recorded_by text not null,
		change numeric(20, 2) not null generated always as (
			case when (kind = 'deposit') = (reverses is null) then amount else -amount end) stored,
		primary key (book_id, id),
		constraint saving_movements_number_key unique (book_id, kind, number),
		constraint saving_movements_number_check check ((number is null) = (reverses is not null)),
		constraint saving_movements_entry_key unique (book_id, entry_number),
		constraint saving_movements_reverses_key unique (book_id, reverses),
		constraint saving_movements_member_fkey
			foreign key (book_id, member_id) references members (book_id, id),
		constraint saving_movements_entry_fkey
			foreign key (book_id, entry_number) references entries (book_id, number),
		constraint saving_movements_reverses_fkey
			foreign key (book_id, reverses) references saving_movements (book_id, id),
		-- Simpanan pokok and wajib stay for as long as the member does.
		constraint saving_movements_locked_check
			check (kind = 'deposit' or is_leaving or product in ('wadiah', 'mudharabah')),
		constraint saving_movements_is_leaving_check check (kind = 'withdrawal' or not is_leaving)
	);
	create index saving_movements_member_idx
		on saving_movements (book_id, member_id, product, effective_on);

	-- What a member has of a product now: written by the law below alone, and never below zero.
	create table savings_balances (
		book_id integer not null,
		member_id uuid not null,
		product text not null,
		balance numeric(38, 2) not null
			constraint savings_balances_floor_check check (balance >= 0),
		primary key (book_id, member_id, product),
		constraint savings_balances_member_fkey
			foreign key (book_id, member_id) references members (book_id, id)
	);

	-- What a cooperative asks of every member each month, from a month on.
	create table saving_obligations (
		book_id integer not null
			constraint saving_obligations_cooperative_fkey references cooperatives (book_id),
		effective_from date not null constraint saving_obligations_month_check
			check (extract(day from effective_from) = 1),
		amount numeric(20, 2) not null
			constraint saving_obligations_amount_check check (amount >= 0),
		-- The meeting or the statute that decided it.
		legal_basis text not null
			constraint saving_obligations_basis_check check (legal_basis <> ''),
		recorded_at timestamptz not null,
		recorded_by text not null,
		primary key (book_id, effective_from)
	);
`;

const movementLaws = `
	create function savings_account_code(product text) returns text
	language sql immutable parallel safe as $$
		select case product when 'pokok' then '3.1.01' when 'wajib' then '3.1.02'
			when 'wadiah' then '2.1.01' when 'mudharabah' then '2.5.01' end
	$$;

	-- A movement is one that the journal has, of a member who is there, and takes from no day more
	-- than there was on that day or is left on a later one.
	create function savings_admit_movement() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		moved numeric := case when (new.kind = 'deposit') = (new.reverses is null)
			then new.amount else -new.amount end;
		member members;
		original saving_movements;
		entry entries;
		booked numeric;
		savings_lines integer;
		lowest numeric;
	begin
		-- Held, so that nobody leaves meanwhile.
		select * into member from members
		where book_id = new.book_id and id = new.member_id for share;
		if member.left_on is not null then
			perform ledger_breach('saving_movements_member', format(
				'Member %s left on %s.', member.number, member.left_on));
		end if;
		if new.reverses is not null then
			select * into original from saving_movements
			where book_id = new.book_id and id = new.reverses;
			if original.reverses is not null
				or (original.member_id, original.product, original.kind, original.amount,
					original.method, original.is_leaving)
					is distinct from (new.member_id, new.product, new.kind, new.amount, new.method,
						new.is_leaving) then
				perform ledger_breach('saving_movements_mirror',
					'A reversal is of what was moved, and never of a reversal.');
			end if;
		end if;
		select * into entry from entries
		where book_id = new.book_id and number = new.entry_number;
		select count(*), sum(case side when 'credit' then amount else -amount end) filter (
			where account_code = savings_account_code(new.product) and member_id = new.member_id)
		into savings_lines, booked
		from lines
		where book_id = new.book_id and entry_number = new.entry_number
			and account_code in ('3.1.01', '3.1.02', '2.1.01', '2.5.01');
		if entry.kind is distinct from 'saving-' || new.kind
			or entry.effective_on is distinct from new.effective_on
			or entry.reverses is distinct from original.entry_number
			or savings_lines <> 1 or booked is distinct from moved then
			perform ledger_breach('saving_movements_as_booked', format(
				'Entry %s does not move the %s savings of member %s by %s.', new.entry_number,
				new.product, member.number, moved));
		end if;
		if moved < 0 then
			select min(balance) into lowest from (
				select effective_on, sum(change) over (order by effective_on) as balance from (
					select effective_on, change from saving_movements
					where book_id = new.book_id and member_id = new.member_id
						and product = new.product
					union all
					select new.effective_on, 0.00
				) moves
			) day
			where effective_on >= new.effective_on;
			if lowest + moved < 0 then
				perform ledger_breach('saving_movements_day', format(
					'Member %s has no more than %s of %s from %s on.', member.number, lowest,
					new.product, new.effective_on));
			end if;
		end if;
		-- First the update: a row proposed for insertion must itself keep the floor.
		update savings_balances set balance = balance + moved
		where book_id = new.book_id and member_id = new.member_id and product = new.product;
		if not found then
			insert into savings_balances (book_id, member_id, product, balance)
			values (new.book_id, new.member_id, new.product, moved);
		end if;
		return new;
	end $$;
	create trigger saving_movements_admit before insert on saving_movements
		for each row execute function savings_admit_movement();
`;

const leaving = `
	-- Whoever leaves has been paid back all they had.
	create function savings_let_leave() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	begin
		if exists (
			select from savings_balances
			where book_id = new.book_id and member_id = new.id and balance > 0
		) then
			perform ledger_breach('members_left_paid', format(
				'Member %s still has savings.', new.number));
		end if;
		return new;
	end $$;
	create trigger members_let_leave before update of left_on on members
		for each row when (new.left_on is not null)
		execute function savings_let_leave();

	-- At commit: whoever was paid back for leaving has left, unless that was taken back.
	create function savings_check_leaving() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	begin
		if not exists (
			select from members
			where book_id = new.book_id and id = new.member_id and left_on is not null
		) and not exists (
			select from saving_movements where book_id = new.book_id and reverses = new.id
		) then
			perform ledger_breach('saving_movements_leaving',
				'What is paid back for leaving is paid to a member who leaves.');
		end if;
		return null;
	end $$;
	create constraint trigger saving_movements_leaving after insert on saving_movements
		deferrable initially deferred for each row
		when (new.is_leaving and new.reverses is null)
		execute function savings_check_leaving();

	-- What is asked of members is changed for months to come after the last change, never before it.
	create function savings_obligation_forward() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	begin
		if exists (
			select from saving_obligations
			where book_id = new.book_id and effective_from >= new.effective_from
		) then
			perform ledger_breach('saving_obligations_forward',
				'An obligation begins after the one before it.');
		end if;
		return new;
	end $$;
	create trigger saving_obligations_forward before insert on saving_obligations
		for each row execute function savings_obligation_forward();
`;

const appendOnly = `
	create trigger saving_movements_append_only before update or delete on saving_movements
		for each row execute function cooperatives_refuse_change();
	create trigger saving_movements_never_truncated before truncate on saving_movements
		for each statement execute function cooperatives_refuse_change();
	create trigger saving_obligations_append_only before update or delete on saving_obligations
		for each row execute function cooperatives_refuse_change();
	create trigger saving_obligations_never_truncated before truncate on saving_obligations
		for each statement execute function cooperatives_refuse_change();

	-- Savings of the mudharabah kind are moved by operations alone.
	update accounts set is_controlled = true
	from books
	where books.id = accounts.book_id and books.kind = 'cooperative' and accounts.code = '2.5.01';
`;

const rights = `
	alter table saving_movements enable row level security;
	create policy saving_movements_scope on saving_movements to bergulir_app
		using ((select bergulir_all_books()) or book_id = any ((select bergulir_books())::integer[]));
	alter table savings_balances enable row level security;
	create policy savings_balances_scope on savings_balances to bergulir_app
		using ((select bergulir_all_books()) or book_id = any ((select bergulir_books())::integer[]));
	alter table saving_obligations enable row level security;
	create policy saving_obligations_scope on saving_obligations to bergulir_app
		using ((select bergulir_all_books()) or book_id = any ((select bergulir_books())::integer[]));

	revoke all on saving_movements, savings_balances, saving_obligations from public;
	grant select, insert on saving_movements, saving_obligations to bergulir_app;
	grant select on savings_balances to bergulir_app;
`;
