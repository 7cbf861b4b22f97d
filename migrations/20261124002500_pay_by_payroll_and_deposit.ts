import type {Knex} from 'knex';

/**
 * A loan may be paid by payroll, which an employer owes until its transfer arrives, and from the
 * member's deposit, which is never overdrawn: not in all, and on no day in what of it lies with one
 * fund.
 */
export async function up(knex: Knex): Promise<void> {
	await knex.raw(memberFloor);
	await knex.raw(deposits);
	await knex.raw(ways);
	await knex.raw(clearings);
	await knex.raw(clearingLaws);
	await knex.raw(rights);
}

export async function down(): Promise<void> {
	throw new Error('Receipts were given for what was paid so; they are not taken back.');
}

// The one door learns a floor per member. Its text is changed where it speaks of floors and nowhere
// else, so that it stays the function that earlier migrations made it.
const memberFloor = `
	alter table accounts drop constraint accounts_floor_check,
		add constraint accounts_floor_check
			check (floor in ('none', 'account', 'fund', 'loan', 'member'));
	do $patch$
	declare
		door text := pg_get_functiondef('ledger_append(integer[], text[])'::regprocedure);
		dimension text := 'case floor when ''fund'' then fund_id when ''loan'' then loan_id end';
		named text := 'or (floor = ''loan'' and loan_id is null)';
	begin
		if (length(door) - length(replace(door, dimension, ''))) / length(dimension) <> 2
			or (length(door) - length(replace(door, named, ''))) / length(named) <> 1 then
			raise exception 'ledger_append does not speak of floors as it did.';
		end if;
		door := replace(door, dimension, 'case floor when ''fund'' then fund_id '
			|| 'when ''loan'' then loan_id when ''member'' then member_id end');
		execute replace(door, named, named || ' or (floor = ''member'' and member_id is null)');
	end $patch$;

	update accounts set floor = 'member'
	from books
	where books.id = accounts.book_id and books.kind = 'cooperative' and accounts.code = '2.1.02'
		and accounts.floor = 'none';
	insert into floor_balances (book_id, account_code, dimension, balance)
	select line.book_id, line.account_code,
		coalesce(line.member_id, '00000000-0000-0000-0000-000000000000'),
		sum(case line.side when 'credit' then line.amount else -line.amount end)
	from lines line
	join accounts account on account.book_id = line.book_id and account.code = line.account_code
	where account.floor = 'member'
	group by 1, 2, 3;

	-- What employers deducted and have not handed over; moved by operations alone.
	insert into accounts (book_id, code, name_id, name_en, class, normal_side, floor, is_controlled)
	select id, '1.2.21', 'Piutang potong gaji', 'Payroll deductions receivable', 'asset', 'debit',
		'fund', true
	from books where kind = 'cooperative'
	on conflict do nothing;
`;

const deposits = `
	create index lines_member_deposits_idx on lines (book_id, member_id, effective_on)
		where account_code = '2.1.02';

	-- What a member has with a fund, or with the cooperative itself where none is named, on a day or
	-- any later one: the least of it is what may be taken as of that day.
	create function lending_deposit_from(of_book integer, of_member uuid, of_fund uuid, since date)
	returns numeric
	language sql stable set search_path = public, pg_temp as $$
		select min(balance) filter (where effective_on >= since) from (
			select effective_on, sum(change) over (order by effective_on) as balance from (
				select effective_on, case side when 'credit' then amount else -amount end as change
				from lines
				where book_id = of_book and member_id = of_member and account_code = '2.1.02'
					and fund_id is not distinct from of_fund
				union all
				select since, 0
			) moves
		) day
	$$;

	create function lending_keep_deposits() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		least_held numeric :=
			lending_deposit_from(new.book_id, new.member_id, new.fund_id, new.effective_on);
	begin
		if least_held < 0 then
			perform ledger_breach('member_deposits_day', format(
				'The deposit of the member would be %s on a day from %s on.', least_held,
				new.effective_on));
		end if;
		return null;
	end $$;
	create trigger lines_member_deposits after insert on lines for each row
		when (new.account_code = '2.1.02' and new.side = 'debit' and new.member_id is not null)
		execute function lending_keep_deposits();

	-- What is kept for members is not given back to the city.
	create function lending_keep_from_return() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		short record;
	begin
		select fund_id, sum(debits - credits) as free into short
		from day_totals
		where book_id = new.book_id
			and account_code in ('1.1.01', '1.1.11', '2.1.02', '2.1.11', '2.2.02')
			and fund_id in (select fund_id from lines
				where book_id = new.book_id and entry_number = new.number)
		group by fund_id having sum(debits - credits) < 0 limit 1;
		if found then
			perform ledger_breach('fund_deposits_kept', format(
				'The fund would have %s less than it holds for the city and for members.',
				-short.free));
		end if;
		return null;
	end $$;
	create trigger entries_deposits_kept after insert on entries for each row
		when (new.kind = 'fund-return' and new.reverses is null)
		execute function lending_keep_from_return();
`;

const ways = `
	alter table repayments
		drop constraint repayments_method_check,
		add constraint repayments_method_check
			check (method in ('cash', 'bank', 'payroll', 'deposit')),
		-- Who deducted it from the member's pay.
		add column employer text constraint repayments_employer_text_check check (employer <> ''),
		add constraint repayments_employer_check
			check ((method = 'payroll') = (employer is not null));

	-- The entry takes the money from where the receipt says.
	create function lending_check_way() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		taken numeric;
	begin
		select sum(amount) into taken from lines
		where book_id = new.book_id and entry_number = new.entry_number and side = 'debit'
			and case new.method
				when 'payroll' then account_code = '1.2.21' and counterparty = new.employer
				else account_code = '2.1.02' and member_id = (
					select member_id from loans
					where book_id = new.book_id and id = new.loan_id) end;
		if taken is distinct from new.amount then
			perform ledger_breach('repayments_way', format(
				'Entry %s takes %s by %s, not %s.', new.entry_number, taken, new.method, new.amount));
		end if;
		return null;
	end $$;
	create trigger repayments_way after insert on repayments for each row
		when (new.method in ('payroll', 'deposit')) execute function lending_check_way();
`;

const clearings = `
	-- An employer's transfer, and which of its deductions it hands over, each whole.
	create table payroll_clearings (
		book_id integer not null constraint payroll_clearings_book_fkey references books (id),
		id uuid not null,
		employer text not null
			constraint payroll_clearings_employer_check check (employer <> ''),
		received_on date not null,
		method text not null
			constraint payroll_clearings_method_check check (method in ('cash', 'bank')),
		amount numeric(20, 2) not null
			constraint payroll_clearings_amount_check check (amount > 0),
		document text not null,
		entry_number bigint not null,
		recorded_by text not null,
		primary key (book_id, id),
		constraint payroll_clearings_entry_key unique (book_id, entry_number),
		constraint payroll_clearings_entry_fkey foreign key (book_id, entry_number)
			references entries (book_id, number)
	);
	create table payroll_clearing_rows (
		book_id integer not null,
		clearing_id uuid not null,
		repayment_id uuid not null,
		primary key (book_id, clearing_id, repayment_id),
		constraint payroll_clearing_rows_clearing_fkey foreign key (book_id, clearing_id)
			references payroll_clearings (book_id, id),
		constraint payroll_clearing_rows_repayment_fkey foreign key (book_id, repayment_id)
			references repayments (book_id, id)
	);
	create index payroll_clearing_rows_repayment_idx
		on payroll_clearing_rows (book_id, repayment_id);

	-- The clearing of a deduction that stands, if there is one.
	create function lending_clearing_of(of_book integer, of_repayment uuid) returns uuid
	language sql stable set search_path = public, pg_temp as $$
		select clearing.id
		from payroll_clearing_rows row
		join payroll_clearings clearing
			on clearing.book_id = row.book_id and clearing.id = row.clearing_id
		where row.book_id = of_book and row.repayment_id = of_repayment
			and not exists (select from entries reversal where reversal.book_id = row.book_id
				and reversal.reverses = clearing.entry_number)
		limit 1
	$$;
`;

const clearingLaws = `
	-- A deduction is handed over once, by the employer who made it, and not before it was made.
	create function lending_admit_clearing_row() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		clearing payroll_clearings;
		deduction repayments;
	begin
		perform from book_tips where book_id = new.book_id for update;
		select * into clearing from payroll_clearings
		where book_id = new.book_id and id = new.clearing_id;
		select * into deduction from repayments
		where book_id = new.book_id and id = new.repayment_id;
		if deduction.employer is distinct from clearing.employer
			or deduction.paid_on > clearing.received_on
			or exists (select from entries where book_id = new.book_id
				and reverses = deduction.entry_number)
			or lending_clearing_of(new.book_id, new.repayment_id) is not null then
			perform ledger_breach('payroll_cleared_once', format(
				'Receipt %s is not a deduction that %s still owes.', deduction.receipt_number,
				clearing.employer));
		end if;
		return new;
	end $$;
	create trigger payroll_clearing_rows_admit before insert on payroll_clearing_rows
		for each row execute function lending_admit_clearing_row();

	-- By the end of the transaction a transfer is the sum of what it hands over, and so booked.
	create function lending_check_clearing() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		handed numeric;
		booked numeric;
		collected numeric;
		principal numeric;
	begin
		select sum(repayment.amount), sum(repayment.principal) into handed, principal
		from payroll_clearing_rows row
		join repayments repayment
			on repayment.book_id = row.book_id and repayment.id = row.repayment_id
		where row.book_id = new.book_id and row.clearing_id = new.id;
		select coalesce(sum(amount) filter (
				where account_code = '1.2.21' and side = 'credit' and counterparty = new.employer), 0),
			coalesce(sum(amount) filter (where account_code = '2.2.02' and side = 'credit'), 0)
		into booked, collected
		from lines
		where book_id = new.book_id and entry_number = new.entry_number;
		if (handed, booked, collected) is distinct from (new.amount, new.amount, principal)
			or not exists (select from entries where book_id = new.book_id
				and number = new.entry_number and kind = 'payroll-clearing'
				and effective_on = new.received_on and reverses is null) then
			perform ledger_breach('payroll_clearings_as_booked', format(
				'Entry %s does not clear %s of %s.', new.entry_number, new.amount, new.employer));
		end if;
		return null;
	end $$;
	create constraint trigger payroll_clearings_as_booked after insert on payroll_clearings
		deferrable initially deferred for each row execute function lending_check_clearing();

	-- What an employer handed over is not taken back from the member before the employer gets it.
	create function lending_keep_cleared() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	begin
		if exists (
			select from repayments
			where book_id = new.book_id and entry_number = new.reverses and method = 'payroll'
				and lending_clearing_of(new.book_id, id) is not null
		) then
			perform ledger_breach('payroll_cleared_kept', format(
				'The deduction of entry %s was handed over by the employer.', new.reverses));
		end if;
		return null;
	end $$;
	create trigger entries_payroll_cleared after insert on entries for each row
		when (new.reverses is not null and new.kind = 'repayment')
		execute function lending_keep_cleared();
	create index repayments_entry_idx on repayments (book_id, entry_number);
`;

const kept = ['payroll_clearings', 'payroll_clearing_rows'];
const rights = `
	revoke all on function lending_deposit_from(integer, uuid, uuid, date),
		lending_clearing_of(integer, uuid) from public;
	grant execute on function lending_deposit_from(integer, uuid, uuid, date),
		lending_clearing_of(integer, uuid) to bergulir_app;
	${kept
		.map(
			(table) => `
	create trigger ${table}_append_only before update or delete on ${table}
		for each row execute function ledger_refuse_change();
	create trigger ${table}_never_truncated before truncate on ${table}
		for each statement execute function ledger_refuse_change();
	alter table ${table} enable row level security;
	create policy ${table}_scope on ${table} to bergulir_app
		using ((select bergulir_all_books()) or book_id = any ((select bergulir_books())::integer[]));
	revoke all on ${table} from public;
	grant select, insert on ${table} to bergulir_app;`,
		)
		.join('\n')}
`;
