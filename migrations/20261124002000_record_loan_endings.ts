import type {Knex} from 'knex';

/**
 * How a loan goes on and ends: the order of its steps, settlements with what they leave the member,
 * new schedules that were agreed, and what still came of loans that were written off.
 */
export async function up(knex: Knex): Promise<void> {
	await knex.raw(settledBefore);
	await knex.raw(asked);
	await knex.raw(tables);
	await knex.raw(steps);
	await knex.raw(endings);
	await knex.raw(rights);
}

export async function down(): Promise<void> {
	throw new Error('How loans ended is referred to by the journal; it is not taken away.');
}

// A loan that was paid to the end before there was a word for it.
const settledBefore = `
	insert into loan_events (book_id, loan_id, sequence, kind, occurred_on, recorded_at, actor,
		document, entry_number)
	select loan.book_id, loan.id,
		coalesce((select max(sequence) from loan_events event
			where event.book_id = loan.book_id and event.loan_id = loan.id), 0) + 1,
		'settled', last.paid_on, entry.recorded_at, last.received_by, 'KW-' || last.receipt_number,
		last.entry_number
	from loans loan
	join lateral (
		select * from repayments
		where repayments.book_id = loan.book_id and repayments.loan_id = loan.id
			and not exists (select from entries where entries.book_id = repayments.book_id
				and entries.reverses = repayments.entry_number)
		order by entry_number desc limit 1
	) last on true
	join entries entry on entry.book_id = loan.book_id and entry.number = last.entry_number
	where loan.status = 'disbursed' and not exists (
		select from lines
		where lines.book_id = loan.book_id and lines.loan_id = loan.id
			and lines.account_code in ('1.2.01', '1.2.03', '1.2.05', '1.2.07', '1.2.11', '1.2.12')
		having sum(case side when 'debit' then amount else -amount end) <> 0
	);
	update loans set status = 'settled'
	where status = 'disbursed' and exists (
		select from loan_events event
		where event.book_id = loans.book_id and event.loan_id = loans.id and event.kind = 'settled'
	);
`;

// Writes share transactions: what is paid of a loan, or taken back, in the transaction in which its
// schedule was made is no fault of the schedule. So it is held against the ledger as it stood then.
const asked = `
	alter table loan_schedules add column after_entry bigint;
	create or replace function lending_admit_schedule() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		last loan_schedules;
	begin
		select number into strict new.after_entry from book_tips
		where book_id = new.book_id for update;
		select * into last from loan_schedules
		where book_id = new.book_id and loan_id = new.loan_id order by version desc limit 1;
		if new.version <> coalesce(last.version, 0) + 1 or new.effective_on < last.effective_on then
			perform ledger_breach('loan_schedules_forward', format(
				'Schedule %s of the loan does not follow the one before.', new.version));
		end if;
		return new;
	end $$;
	create or replace function lending_check_instalments() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		total numeric;
		owed numeric;
	begin
		select sum(principal + margin) into total from instalments
		where book_id = new.book_id and loan_id = new.loan_id and version = new.version;
		select coalesce(sum(case side when 'debit' then amount else -amount end), 0) into owed
		from lines
		where book_id = new.book_id and loan_id = new.loan_id and entry_number <= new.after_entry
			and account_code in ('1.2.01', '1.2.03', '1.2.05', '1.2.07', '1.2.11', '1.2.12');
		if total is distinct from owed then
			perform ledger_breach('loan_schedules_owed', format(
				'The schedule asks for %s where the loan owes %s.', total, owed));
		end if;
		return null;
	end $$;
`;

const tables = `
	-- All of a debt paid at once: what was paid, and what was left to the member (muqasah). The one
	-- repayment of it, where there was something to pay, has the same identity.
	create table loan_settlements (
		book_id integer not null,
		id uuid not null,
		loan_id uuid not null,
		settled_on date not null,
		receipt_number integer not null,
		principal numeric(20, 2) not null
			constraint loan_settlements_principal_check check (principal >= 0),
		margin numeric(20, 2) not null constraint loan_settlements_margin_check check (margin >= 0),
		discount numeric(20, 2) not null
			constraint loan_settlements_discount_check check (discount >= 0),
		entry_number bigint,
		discount_entry bigint,
		settled_by text not null,
		primary key (book_id, id),
		constraint loan_settlements_receipt_key unique (book_id, receipt_number),
		constraint loan_settlements_posted_check check (
			(entry_number is not null) = (principal + margin > 0)
			and (entry_number is not null or discount_entry is not null)
			and (discount = 0 or discount_entry is not null)),
		constraint loan_settlements_loan_fkey foreign key (book_id, loan_id)
			references loans (book_id, id),
		constraint loan_settlements_entry_fkey foreign key (book_id, entry_number)
			references entries (book_id, number),
		constraint loan_settlements_discount_fkey foreign key (book_id, discount_entry)
			references entries (book_id, number)
	);
	create index loan_settlements_loan_idx on loan_settlements (book_id, loan_id);

	-- Who settles a murabahah early is left the margin of the instalments that are not due yet, by
	-- the schedule in force: no less (DSN-MUI 153/2022) and, that none is favoured, no more.
	create function lending_admit_settlement() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		not_due numeric;
	begin
		if (select akad from loans where book_id = new.book_id and id = new.loan_id) <> 'murabahah' then
			return new;
		end if;
		select coalesce(sum(margin) filter (where due_on > new.settled_on), 0) into not_due
		from instalments
		where book_id = new.book_id and loan_id = new.loan_id and version = (
			select max(version) from loan_schedules
			where book_id = new.book_id and loan_id = new.loan_id);
		if new.discount <> least(not_due, new.margin + new.discount) then
			perform ledger_breach('loan_settlements_muqasah', format(
				'The discount of %s is not the margin of %s that is not due yet.', new.discount,
				least(not_due, new.margin + new.discount)));
		end if;
		return new;
	end $$;
	create trigger loan_settlements_admit before insert on loan_settlements
		for each row execute function lending_admit_settlement();

	-- Which schedules were agreed anew with a member who could not keep the one before, and how late
	-- the loan was on that day: a new schedule makes it look current.
	create table loan_restructurings (
		book_id integer not null,
		loan_id uuid not null,
		version integer not null,
		change text not null
			constraint loan_restructurings_change_check check (change in ('dates', 'conditions', 'both')),
		document text not null,
		decided_by text not null,
		days_past_due integer not null
			constraint loan_restructurings_days_check check (days_past_due >= 0),
		overdue numeric(20, 2) not null
			constraint loan_restructurings_overdue_check check (overdue >= 0),
		principal numeric(20, 2) not null
			constraint loan_restructurings_principal_check check (principal > 0),
		margin numeric(20, 2) not null
			constraint loan_restructurings_margin_check check (margin >= 0),
		primary key (book_id, loan_id, version),
		constraint loan_restructurings_version_check check (version > 1),
		constraint loan_restructurings_schedule_fkey foreign key (book_id, loan_id, version)
			references loan_schedules (book_id, loan_id, version)
	);

	-- Whoever applied for the loan does not ease it, and what was reported of a closed month stays.
	create function lending_admit_restructuring() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		starts_on date;
	begin
		if new.decided_by = (
			select applied_by from loans where book_id = new.book_id and id = new.loan_id) then
			perform ledger_breach('loan_restructurings_two_people', format(
				'%s applied for this loan; another person eases it.', new.decided_by));
		end if;
		select effective_on into starts_on from loan_schedules
		where book_id = new.book_id and loan_id = new.loan_id and version = new.version;
		if ledger_is_closed(new.book_id, starts_on) then
			perform ledger_breach('loan_restructurings_month_open', format(
				'The month of %s is closed.', starts_on));
		end if;
		return new;
	end $$;
	create trigger loan_restructurings_admit before insert on loan_restructurings
		for each row execute function lending_admit_restructuring();

	-- What still came of a loan that was written off.
	create table loan_recoveries (
		book_id integer not null,
		id uuid not null,
		loan_id uuid not null,
		receipt_number integer not null,
		paid_on date not null,
		method text not null
			constraint loan_recoveries_method_check check (method in ('cash', 'bank')),
		amount numeric(20, 2) not null constraint loan_recoveries_amount_check check (amount > 0),
		entry_number bigint not null,
		received_by text not null,
		primary key (book_id, id),
		constraint loan_recoveries_receipt_key unique (book_id, receipt_number),
		constraint loan_recoveries_loan_fkey foreign key (book_id, loan_id)
			references loans (book_id, id),
		constraint loan_recoveries_entry_fkey foreign key (book_id, entry_number)
			references entries (book_id, number)
	);
	create index loan_recoveries_loan_idx on loan_recoveries (book_id, loan_id);
`;

const steps = `
	-- One step follows another: nothing is disbursed that was not approved, and what has ended goes
	-- on only by taking its end back.
	create function lending_guard_status() returns trigger
	language plpgsql as $$
	begin
		if tg_op = 'INSERT' then
			if new.status <> 'applied' then
				perform ledger_breach('loans_steps', 'The life of a loan begins with its application.');
			end if;
		elsif new.status <> old.status and old.status || ' to ' || new.status not in (
			'applied to verified', 'applied to approved', 'applied to rejected',
			'applied to withdrawn', 'verified to approved', 'verified to rejected',
			'verified to withdrawn', 'approved to withdrawn', 'approved to disbursed',
			'disbursed to settled', 'disbursed to written-off', 'disbursed to reversed',
			'settled to disbursed', 'written-off to disbursed') then
			perform ledger_breach('loans_steps', format(
				'A loan that is %s does not become %s.', old.status, new.status));
		end if;
		return new;
	end $$;
	create trigger loans_steps before insert or update of status on loans
		for each row execute function lending_guard_status();

	-- Whoever applied for a loan neither verifies it, nor eases it, nor writes it off.
	create function lending_guard_event() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	begin
		if new.kind in ('verified', 'rescheduled', 'written-off', 'profit-share-loss') and new.actor = (
			select applied_by from loans where book_id = new.book_id and id = new.loan_id) then
			perform ledger_breach('loan_events_two_people', format(
				'%s applied for this loan; another person takes this step.', new.actor));
		end if;
		return new;
	end $$;
	create trigger loan_events_two_people before insert on loan_events
		for each row execute function lending_guard_event();
`;

const endings = `
	-- By the end of the transaction a loan that has ended owes nothing in the ledger, and its page
	-- tells of the end.
	create function lending_check_ended() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		now_status text;
		owed numeric;
	begin
		select status into now_status from loans where book_id = new.book_id and id = new.id;
		if now_status not in ('verified', 'withdrawn', 'settled', 'written-off') then
			return null;
		end if;
		if not exists (select from loan_events where book_id = new.book_id and loan_id = new.id
			and kind = now_status) then
			perform ledger_breach('loans_step_told', format(
				'Nothing tells how the loan became %s.', now_status));
		end if;
		if now_status in ('settled', 'written-off') then
			select coalesce(sum(case side when 'debit' then amount else -amount end), 0) into owed
			from lines
			where book_id = new.book_id and loan_id = new.id
				and account_code in ('1.2.01', '1.2.03', '1.2.05', '1.2.07', '1.2.11', '1.2.12');
			if owed <> 0 then
				perform ledger_breach('loans_ended_owes_nothing', format(
					'The loan is %s and owes %s.', now_status, owed));
			end if;
		end if;
		return null;
	end $$;
	create constraint trigger loans_ended after update of status on loans
		deferrable initially deferred for each row execute function lending_check_ended();
`;

const kept = ['loan_settlements', 'loan_restructurings', 'loan_recoveries'];
const rights = kept
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
	.join('\n');
