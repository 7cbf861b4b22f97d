import type {Knex} from 'knex';

/**
 * The rest of the fund's life: proposals, early ends of agreements, money given back or moved on,
 * and the city's share of what its money earns.
 */
export async function up(knex: Knex): Promise<void> {
	await knex.raw(terms);
	await knex.raw(proposals);
	await knex.raw(endings);
	await knex.raw(returns);
	await knex.raw(shares);
	await knex.raw(agreement);
	await knex.raw(appendOnly);
	await knex.raw(rights);
}

export async function down(): Promise<void> {
	throw new Error('Agreements and the money under them are evidence; they are not taken back.');
}

const terms = `
	alter table programmes
		-- Into how many tranches an allocation may be divided; any number without one.
		add column tranches_max integer
			constraint programmes_tranches_max_check check (tranches_max between 1 and 1000),
		-- Principal overdue to the city by more days than this stops further tranches.
		add column overdue_days_max integer
			constraint programmes_overdue_days_max_check check (overdue_days_max between 0 and 3660),
		-- What of the income that the fund earns is the city's: 0 to 1.
		add column city_share numeric(9, 8) not null default 0
			constraint programmes_city_share_check check (city_share between 0 and 1);

	-- What the city is owed of earnings moves by operations alone. It has no floor: income that is
	-- taken back after its share was paid leaves the cooperative with a claim.
	update accounts set is_controlled = true from books
	where books.id = accounts.book_id and books.kind = 'cooperative' and accounts.code = '2.2.03';
	insert into accounts (book_id, code, name_id, name_en, class, normal_side, floor, is_controlled)
	select id, '5.6.01', 'Beban jasa dana bergulir', 'Charge of the revolving fund',
		'expense', 'debit', 'none', true
	from books where kind = 'cooperative';
	insert into accounts (book_id, code, name_id, name_en, class, normal_side, floor, is_controlled)
	select id, '1.1.3', 'Piutang jasa dana bergulir', 'Charge of the revolving fund receivable',
		'asset', 'debit', 'none', true
	from books where kind = 'city';
`;

const proposals = `
	create table fund_proposals (
		book_id integer not null
			constraint fund_proposals_cooperative_fkey references cooperatives (book_id),
		id uuid not null,
		programme_id uuid not null
			constraint fund_proposals_programme_fkey references programmes (id),
		kelurahan_code text not null
			constraint fund_proposals_kelurahan_fkey references regions (code),
		amount numeric(20, 2) not null constraint fund_proposals_amount_check check (amount > 0),
		purpose text not null constraint fund_proposals_purpose_check check (purpose <> ''),
		document text not null constraint fund_proposals_document_check check (document <> ''),
		proposed_on date not null,
		proposed_by text not null,
		recorded_at timestamptz not null,
		primary key (book_id, id),
		constraint fund_proposals_document_key unique (book_id, document)
	);
	create table fund_proposal_decisions (
		book_id integer not null,
		proposal_id uuid not null,
		outcome text not null
			constraint fund_proposal_decisions_outcome_check check (outcome in ('approved', 'rejected')),
		-- What is granted of what was asked.
		amount numeric(20, 2)
			constraint fund_proposal_decisions_amount_check check (amount > 0),
		decided_on date not null,
		reason text not null
			constraint fund_proposal_decisions_reason_check check (reason <> ''),
		decided_by text not null,
		recorded_at timestamptz not null,
		primary key (book_id, proposal_id),
		constraint fund_proposal_decisions_proposal_fkey foreign key (book_id, proposal_id)
			references fund_proposals (book_id, id),
		constraint fund_proposal_decisions_granted_check
			check ((outcome = 'approved') = (amount is not null))
	);

	create function fund_check_proposal_decision() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		proposal fund_proposals;
	begin
		select * into strict proposal from fund_proposals
		where book_id = new.book_id and id = new.proposal_id;
		if new.decided_by = proposal.proposed_by then
			perform ledger_breach('fund_proposal_four_eyes', format(
				'%s proposed it and cannot decide on it.', new.decided_by));
		end if;
		if new.amount > proposal.amount or new.decided_on < proposal.proposed_on then
			perform ledger_breach('fund_proposal_bounds', format(
				'Proposed were %s on %s.', proposal.amount, proposal.proposed_on));
		end if;
		return new;
	end $$;
	create trigger fund_proposal_decisions_check before insert on fund_proposal_decisions
		for each row execute function fund_check_proposal_decision();

	alter table allocations
		add column proposal_id uuid,
		add constraint allocations_proposal_fkey foreign key (book_id, proposal_id)
			references fund_proposals (book_id, id),
		add constraint allocations_proposal_key unique (book_id, proposal_id);
	create function fund_check_proposed() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	begin
		if new.proposal_id is not null and not exists (
			select from fund_proposals proposal
			join fund_proposal_decisions decision on decision.book_id = proposal.book_id
				and decision.proposal_id = proposal.id and decision.outcome = 'approved'
			where proposal.book_id = new.book_id and proposal.id = new.proposal_id
				and proposal.programme_id = new.programme_id
				and proposal.kelurahan_code = new.kelurahan_code and new.amount <= decision.amount
		) then
			perform ledger_breach('allocations_proposed', format(
				'Proposal %s was not approved for %s in %s.',
				new.proposal_id, new.amount, new.kelurahan_code));
		end if;
		return new;
	end $$;
	create trigger allocations_proposed before insert on allocations
		for each row execute function fund_check_proposed();
`;

const endings = `
	-- An agreement that ended before its tenor: withdrawn by the city, or ended by both.
	create table allocation_endings (
		book_id integer not null,
		allocation_id uuid not null,
		kind text not null
			constraint allocation_endings_kind_check check (kind in ('withdrawn', 'ended')),
		ended_on date not null,
		-- The day on which all that is left falls due to the city.
		due_on date not null,
		reason text not null constraint allocation_endings_reason_check check (reason <> ''),
		document text not null constraint allocation_endings_document_check check (document <> ''),
		ended_by text not null,
		recorded_at timestamptz not null,
		primary key (book_id, allocation_id),
		constraint allocation_endings_allocation_fkey foreign key (book_id, allocation_id)
			references allocations (book_id, id),
		constraint allocation_endings_due_check check (due_on >= ended_on)
	);

	-- Under an agreement that has ended no money goes out, to the cooperative or to a member.
	create function fund_check_running() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	begin
		if exists (select from allocation_endings
			where book_id = new.book_id and allocation_id = new.allocation_id)
		then
			perform ledger_breach('allocations_running', format(
				'The agreement of allocation %s has ended.', new.allocation_id));
		end if;
		return new;
	end $$;
	create trigger tranches_running before insert on tranches
		for each row execute function fund_check_running();
	create trigger loans_running before update of status on loans
		for each row when (new.status = 'disbursed' and old.status = 'approved')
		execute function fund_check_running();

	-- An agreement that has ended takes of the ceiling only what is still owed under it.
	create or replace function fund_allocated(programme uuid, kelurahan text) returns numeric
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
	begin
		perform pg_advisory_xact_lock(hashtext('allocations/' || programme || kelurahan));
		return (
			select coalesce(sum(case when ended.book_id is null then allocation.amount else coalesce((
				select sum(credits - debits) from day_totals
				where book_id = allocation.book_id and fund_id = allocation.id
					and account_code in ('2.2.01', '2.2.02')
			), 0) end), 0)::numeric(20, 2)
			from allocations allocation
			left join allocation_endings ended on ended.book_id = allocation.book_id
				and ended.allocation_id = allocation.id
			where allocation.programme_id = programme and allocation.kelurahan_code = kelurahan
		);
	end $$;
`;

const operation = (table: string, day: string): string => `
	create table ${table} (
		book_id integer not null,
		id uuid not null,
		allocation_id uuid not null,
		number integer not null,
		document text not null constraint ${table}_document_check check (document <> ''),
		${day} date not null,
		amount numeric(20, 2) not null constraint ${table}_amount_check check (amount > 0),
		entry_number bigint not null,
		city_book_id integer not null,
		city_entry_number bigint not null,
		primary key (book_id, id),
		constraint ${table}_number_key unique (book_id, allocation_id, number),
		constraint ${table}_allocation_fkey foreign key (book_id, allocation_id)
			references allocations (book_id, id),
		constraint ${table}_entry_fkey foreign key (book_id, entry_number)
			references entries (book_id, number),
		constraint ${table}_city_entry_fkey foreign key (city_book_id, city_entry_number)
			references entries (book_id, number)
	);
`;

const returns = `
	${operation('fund_returns', 'returned_on')}

	-- Money that one allocation gave back and the city paid out under another at once.
	create table reallocations (
		book_id integer not null,
		return_id uuid not null,
		to_book_id integer not null,
		tranche_id uuid not null,
		reason text not null constraint reallocations_reason_check check (reason <> ''),
		-- A return is moved on once.
		primary key (book_id, return_id),
		constraint reallocations_tranche_key unique (to_book_id, tranche_id),
		constraint reallocations_return_fkey foreign key (book_id, return_id)
			references fund_returns (book_id, id),
		constraint reallocations_tranche_fkey foreign key (to_book_id, tranche_id)
			references tranches (book_id, id)
	);
	create function fund_check_reallocation() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	begin
		if (select amount from fund_returns where book_id = new.book_id and id = new.return_id)
			<> (select amount from tranches where book_id = new.to_book_id and id = new.tranche_id)
		then
			perform ledger_breach('reallocations_amount', 'What is moved on is what was given back.');
		end if;
		return new;
	end $$;
	create trigger reallocations_amount before insert on reallocations
		for each row execute function fund_check_reallocation();
`;

const shares = `
	-- What of a fund's income was booked as the city's, each time by the difference.
	create table city_shares (
		book_id integer not null,
		allocation_id uuid not null,
		number integer not null,
		accrued_on date not null,
		-- All that the fund has earned by that day.
		earned numeric(20, 2) not null,
		rate numeric(9, 8) not null constraint city_shares_rate_check check (rate between 0 and 1),
		-- More, or with its sign less, than what had been booked.
		amount numeric(20, 2) not null constraint city_shares_amount_check check (amount <> 0),
		entry_number bigint not null,
		city_book_id integer not null,
		city_entry_number bigint not null,
		primary key (book_id, allocation_id, number),
		constraint city_shares_allocation_fkey foreign key (book_id, allocation_id)
			references allocations (book_id, id),
		constraint city_shares_entry_fkey foreign key (book_id, entry_number)
			references entries (book_id, number),
		constraint city_shares_city_entry_fkey foreign key (city_book_id, city_entry_number)
			references entries (book_id, number)
	);
	${operation('city_share_payments', 'paid_on')}

	create function fund_check_share_payment() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	begin
		-- The payment is in the totals already.
		if (select coalesce(sum(debits - credits), 0) from day_totals
			where book_id = new.book_id and fund_id = new.allocation_id and account_code = '2.2.03') > 0
		then
			perform ledger_breach('city_share_payments_owed', 'More was paid than the city is owed.');
		end if;
		return new;
	end $$;
	create trigger city_share_payments_owed before insert on city_share_payments
		for each row execute function fund_check_share_payment();
`;

// Of each operation: the kind of its entry, and the account and side by which its amount is told.
const booked: readonly (readonly [table: string, kind: string, account: string, side: string])[] = [
	['tranches', 'tranche', '2.2.01', 'credit'],
	['remittances', 'remittance', '2.2.02', 'debit'],
	['fund_returns', 'fund-return', '2.2.01', 'debit'],
	['city_share_payments', 'city-share-payment', '2.2.03', 'debit'],
];

const agreement = `
	-- An operation is what its entry in the cooperative's book says, and nothing else.
	create function fund_check_booked() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	begin
		if new.amount is distinct from (
			select sum(amount) from lines
			where book_id = new.book_id and entry_number = new.entry_number and kind = tg_argv[0]
				and account_code = tg_argv[1] and side = tg_argv[2] and fund_id = new.allocation_id
		) then
			perform ledger_breach('fund_operations_booked', format(
				'Entry %s is no %s of %s.', new.entry_number, tg_argv[0], new.amount));
		end if;
		return new;
	end $$;
	${booked
		.map(
			([table, ...asked]) => `
	create trigger ${table}_booked before insert on ${table}
		for each row execute function fund_check_booked(${asked.map((one) => `'${one}'`).join(', ')});`,
		)
		.join('')}
`;

const evidence = [
	'fund_proposals',
	'fund_proposal_decisions',
	'allocation_endings',
	'fund_returns',
	'reallocations',
	'city_shares',
	'city_share_payments',
];

const appendOnly = `
	create function fund_refuse_change() returns trigger
	language plpgsql as $$
	begin
		perform ledger_breach('fund_append_only', format(
			'%s of %s is refused: what was recorded stays.', tg_op, tg_table_name));
		return null;
	end $$;
	${evidence
		.map(
			(table) => `
	create trigger ${table}_append_only before update or delete on ${table}
		for each row execute function fund_refuse_change();
	create trigger ${table}_never_truncated before truncate on ${table}
		for each statement execute function fund_refuse_change();`,
		)
		.join('')}
`;

const rights = `
	${evidence
		.map(
			(table) => `
	alter table ${table} enable row level security;
	create policy ${table}_scope on ${table} to bergulir_app
		using ((select bergulir_all_books()) or book_id = any ((select bergulir_books())::integer[]));
	revoke all on ${table} from public;
	grant select, insert on ${table} to bergulir_app;`,
		)
		.join('')}
	-- Whoever received what was moved on may see from where it came.
	create policy reallocations_receiver on reallocations for select to bergulir_app
		using (to_book_id = any ((select bergulir_books())::integer[]));
`;
