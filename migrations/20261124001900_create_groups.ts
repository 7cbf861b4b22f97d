import type {Knex} from 'knex';

/**
 * Groups of members and what they answer for together (tanggung renteng): who belongs to which
 * group, the loans of a group by their shares, guarantors, the group's deposits, and the claim that
 * whoever paid for another has on that member.
 */
export async function up(knex: Knex): Promise<void> {
	await knex.raw(groups);
	await knex.raw(groupLoans);
	await knex.raw(guarantors);
	await knex.raw(deposits);
	await knex.raw(claims);
	await knex.raw(membershipLaws);
	await knex.raw(depositLaws);
	await knex.raw(claimLaws);
	await knex.raw(appendOnly);
	await knex.raw(rights);
}

export async function down(): Promise<void> {
	throw new Error('What members answer for together is evidence; it is not taken back.');
}

const groups = `
	create table member_groups (
		book_id integer not null
			constraint member_groups_cooperative_fkey references cooperatives (book_id),
		id uuid not null,
		-- The group's number within the cooperative, from 1.
		number integer not null,
		name text not null constraint member_groups_name_check check (name <> ''),
		formed_on date not null,
		-- 1 Monday to 7 Sunday.
		meeting_day integer
			constraint member_groups_meeting_day_check check (meeting_day between 1 and 7),
		meeting_place text,
		dissolved_on date,
		formed_by text not null,
		primary key (book_id, id),
		constraint member_groups_number_key unique (book_id, number),
		constraint member_groups_dissolved_check check (dissolved_on >= formed_on)
	);
	create unique index member_groups_name_key on member_groups (book_id, lower(name))
		where dissolved_on is null;

	create table group_members (
		book_id integer not null,
		group_id uuid not null,
		member_id uuid not null,
		joined_on date not null,
		office text constraint group_members_office_check
			check (office in ('ketua', 'sekretaris', 'bendahara')),
		left_on date,
		left_reason text,
		recorded_by text not null,
		primary key (book_id, group_id, member_id, joined_on),
		constraint group_members_group_fkey
			foreign key (book_id, group_id) references member_groups (book_id, id),
		constraint group_members_member_fkey
			foreign key (book_id, member_id) references members (book_id, id),
		constraint group_members_left_check check (left_on >= joined_on),
		constraint group_members_left_reason_check
			check (num_nulls(left_on, left_reason) in (0, 2) and left_reason <> '')
	);
	-- One group at a time, and each office of a group is held by one.
	create unique index group_members_running_key on group_members (book_id, member_id)
		where left_on is null;
	create unique index group_members_office_key on group_members (book_id, group_id, office)
		where left_on is null and office is not null;
`;

const groupLoans = `
	-- What a group applies for at once; its members' shares are loans of their own.
	create table group_applications (
		book_id integer not null,
		id uuid not null,
		group_id uuid not null,
		principal numeric(20, 2) not null
			constraint group_applications_principal_check check (principal > 0),
		margin numeric(20, 2) not null
			constraint group_applications_margin_check check (margin >= 0),
		applied_on date not null,
		applied_by text not null,
		primary key (book_id, id),
		constraint group_applications_group_fkey
			foreign key (book_id, group_id) references member_groups (book_id, id)
	);
	create index group_applications_group_idx on group_applications (book_id, group_id);

	create table group_loans (
		book_id integer not null,
		loan_id uuid not null,
		application_id uuid not null,
		weight integer not null constraint group_loans_weight_check check (weight > 0),
		primary key (book_id, loan_id),
		constraint group_loans_loan_fkey foreign key (book_id, loan_id) references loans (book_id, id),
		constraint group_loans_application_fkey
			foreign key (book_id, application_id) references group_applications (book_id, id)
	);
	create index group_loans_application_idx on group_loans (book_id, application_id);

	-- By the end of the transaction the shares of an application are its whole, to the rupiah.
	create function lending_check_shares() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		of_application uuid := case tg_table_name when 'group_applications' then
			(to_jsonb(new) ->> 'id')::uuid else (to_jsonb(new) ->> 'application_id')::uuid end;
	begin
		if exists (
			select from group_applications application
			left join group_loans share on share.book_id = application.book_id
				and share.application_id = application.id
			left join loans loan on loan.book_id = share.book_id and loan.id = share.loan_id
			where application.book_id = new.book_id and application.id = of_application
			group by application.principal, application.margin
			having sum(loan.principal) is distinct from application.principal
				or sum(loan.margin) is distinct from application.margin
		) then
			perform ledger_breach('group_applications_shares',
				'The shares of a group''s loan do not sum to it.');
		end if;
		return null;
	end $$;
	create constraint trigger group_applications_shares after insert on group_applications
		deferrable initially deferred for each row execute function lending_check_shares();
	create constraint trigger group_loans_shares after insert on group_loans
		deferrable initially deferred for each row execute function lending_check_shares();
`;

const guarantors = `
	create table loan_guarantors (
		book_id integer not null,
		loan_id uuid not null,
		number integer not null,
		member_id uuid not null,
		guaranteed_on date not null,
		-- The paper that was signed.
		document text not null constraint loan_guarantors_document_check check (document <> ''),
		recorded_by text not null,
		released_on date,
		release_reason text,
		released_by text,
		primary key (book_id, loan_id, number),
		constraint loan_guarantors_loan_fkey
			foreign key (book_id, loan_id) references loans (book_id, id),
		constraint loan_guarantors_member_fkey
			foreign key (book_id, member_id) references members (book_id, id),
		constraint loan_guarantors_released_check check (
			num_nulls(released_on, release_reason, released_by) in (0, 3)
			and released_on >= guaranteed_on and release_reason <> '')
	);
	create unique index loan_guarantors_running_key
		on loan_guarantors (book_id, loan_id, member_id) where released_on is null;

	create function lending_admit_guarantor() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	begin
		perform from book_tips where book_id = new.book_id for update;
		if exists (select from loans
			where book_id = new.book_id and id = new.loan_id and member_id = new.member_id) then
			perform ledger_breach('loan_guarantors_another', 'Nobody guarantees a loan of their own.');
		end if;
		if new.number <> (select coalesce(max(number), 0) + 1 from loan_guarantors
			where book_id = new.book_id and loan_id = new.loan_id) then
			perform ledger_breach('loan_guarantors_gapless', 'Guarantors of a loan are counted on.');
		end if;
		return new;
	end $$;
	create trigger loan_guarantors_admit before insert on loan_guarantors
		for each row execute function lending_admit_guarantor();

	-- A guarantor is released once, and stays on the list.
	create function lending_only_release() returns trigger
	language plpgsql as $$
	begin
		if tg_op <> 'UPDATE' or old.released_on is not null or new.released_on is null
			or to_jsonb(new) - '{released_on,release_reason,released_by}'::text[]
				is distinct from to_jsonb(old) - '{released_on,release_reason,released_by}'::text[] then
			perform ledger_breach('loan_guarantors_append_only',
				'Of a guarantor only the release is added, once.');
		end if;
		return new;
	end $$;
	create trigger loan_guarantors_append_only before update or delete on loan_guarantors
		for each row execute function lending_only_release();
`;

const deposits = `
	create table group_deposit_movements (
		book_id integer not null,
		id uuid not null,
		group_id uuid not null,
		member_id uuid not null,
		-- A payment is what of the deposit paid a member's arrears, by decision of the group.
		kind text not null constraint group_deposit_movements_kind_check
			check (kind in ('deposit', 'withdrawal', 'payment')),
		effective_on date not null,
		amount numeric(20, 2) not null
			constraint group_deposit_movements_amount_check check (amount > 0),
		document text not null,
		entry_number bigint not null,
		-- The movement that this one takes back.
		reverses uuid,
		recorded_by text not null,
		change numeric(20, 2) not null generated always as (
			case when (kind = 'deposit') = (reverses is null) then amount else -amount end) stored,
		primary key (book_id, id),
		constraint group_deposit_movements_entry_key unique (book_id, entry_number, member_id),
		constraint group_deposit_movements_reverses_key unique (book_id, reverses),
		constraint group_deposit_movements_group_fkey
			foreign key (book_id, group_id) references member_groups (book_id, id),
		constraint group_deposit_movements_member_fkey
			foreign key (book_id, member_id) references members (book_id, id),
		constraint group_deposit_movements_entry_fkey
			foreign key (book_id, entry_number) references entries (book_id, number),
		constraint group_deposit_movements_reverses_fkey
			foreign key (book_id, reverses) references group_deposit_movements (book_id, id)
	);
	create index group_deposit_movements_member_idx
		on group_deposit_movements (book_id, member_id, effective_on);

	-- What a member has in the deposit now: written by the law below alone, never below zero.
	create table group_deposit_balances (
		book_id integer not null,
		member_id uuid not null,
		balance numeric(38, 2) not null
			constraint group_deposit_balances_floor_check check (balance >= 0),
		primary key (book_id, member_id),
		constraint group_deposit_balances_member_fkey
			foreign key (book_id, member_id) references members (book_id, id)
	);
`;

const claims = `
	-- What one member paid on another's loan, and may ask back of them.
	create table joint_claims (
		book_id integer not null,
		id uuid not null,
		loan_id uuid not null,
		payer_id uuid not null,
		repayment_id uuid not null,
		entry_number bigint not null,
		incurred_on date not null,
		amount numeric(20, 2) not null constraint joint_claims_amount_check check (amount > 0),
		-- What is left of it: written by the law below alone.
		balance numeric(20, 2) not null
			constraint joint_claims_floor_check check (balance >= 0 and balance <= amount),
		primary key (book_id, id),
		constraint joint_claims_payer_key unique (book_id, repayment_id, payer_id),
		constraint joint_claims_loan_fkey foreign key (book_id, loan_id) references loans (book_id, id),
		constraint joint_claims_payer_fkey
			foreign key (book_id, payer_id) references members (book_id, id),
		constraint joint_claims_repayment_fkey
			foreign key (book_id, repayment_id) references repayments (book_id, id),
		constraint joint_claims_entry_fkey
			foreign key (book_id, entry_number) references entries (book_id, number)
	);
	create index joint_claims_loan_idx on joint_claims (book_id, loan_id);
	create index joint_claims_payer_idx on joint_claims (book_id, payer_id);
	create index joint_claims_entry_idx on joint_claims (book_id, entry_number);

	create table joint_claim_movements (
		book_id integer not null,
		id uuid not null,
		claim_id uuid not null,
		-- Repaid by the member; or taken back, with the payment that made the claim.
		kind text not null constraint joint_claim_movements_kind_check
			check (kind in ('repaid', 'taken-back')),
		effective_on date not null,
		amount numeric(20, 2) not null
			constraint joint_claim_movements_amount_check check (amount > 0),
		document text not null,
		entry_number bigint not null,
		-- The repayment of the claim that this one takes back.
		reverses uuid,
		recorded_by text not null,
		primary key (book_id, id),
		constraint joint_claim_movements_entry_key unique (book_id, claim_id, entry_number),
		constraint joint_claim_movements_reverses_key unique (book_id, reverses),
		constraint joint_claim_movements_reverses_check check (reverses is null or kind = 'repaid'),
		constraint joint_claim_movements_claim_fkey
			foreign key (book_id, claim_id) references joint_claims (book_id, id),
		constraint joint_claim_movements_entry_fkey
			foreign key (book_id, entry_number) references entries (book_id, number),
		constraint joint_claim_movements_reverses_fkey
			foreign key (book_id, reverses) references joint_claim_movements (book_id, id)
	);
`;

const membershipLaws = `
	-- In one group at a time, also in the past; and nobody joins what is dissolved or left.
	create function lending_admit_group_member() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	begin
		perform from book_tips where book_id = new.book_id for update;
		if exists (
			select from group_members
			where book_id = new.book_id and member_id = new.member_id
				and coalesce(left_on, 'infinity') > new.joined_on
		) then
			perform ledger_breach('group_members_running_key', 'A member is in one group at a time.');
		end if;
		if exists (
			select from member_groups
			where book_id = new.book_id and id = new.group_id
				and (dissolved_on is not null or formed_on > new.joined_on)
		) or exists (
			select from members
			where book_id = new.book_id and id = new.member_id
				and (left_on is not null or joined_on > new.joined_on)
		) then
			perform ledger_breach('group_members_days',
				'Whoever joins is a member, and the group is there.');
		end if;
		return new;
	end $$;
	create trigger group_members_admit before insert on group_members
		for each row execute function lending_admit_group_member();

	-- Whoever leaves has nothing in the deposit and owes nothing of what the group answers for.
	create function lending_let_leave_group() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	begin
		perform from book_tips where book_id = new.book_id for update;
		if old.left_on is not null then
			perform ledger_breach('group_members_append_only', 'Whoever left stays in the record.');
		end if;
		if new.left_on is not null and (exists (
			select from group_deposit_balances
			where book_id = new.book_id and member_id = new.member_id and balance > 0
		) or exists (
			select from group_applications application
			join group_loans share on share.book_id = application.book_id
				and share.application_id = application.id
			join loans loan on loan.book_id = share.book_id and loan.id = share.loan_id
			where application.book_id = new.book_id and application.group_id = new.group_id
				and loan.member_id = new.member_id
				and (loan.status in ('applied', 'verified', 'approved') or loan.status = 'disbursed'
					and (select sum(balance) from floor_balances held
						where held.book_id = loan.book_id and held.dimension = loan.id
							and held.account_code in
								('1.2.01', '1.2.03', '1.2.05', '1.2.07', '1.2.11', '1.2.12')) > 0)
		)) then
			perform ledger_breach('group_members_free', 'A member leaves a group without a debt in it.');
		end if;
		return new;
	end $$;
	create trigger group_members_let_leave before update on group_members
		for each row execute function lending_let_leave_group();

	-- A group is dissolved once, when all have left it.
	create function lending_let_dissolve() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	begin
		perform from book_tips where book_id = new.book_id for update;
		if old.dissolved_on is not null or (new.dissolved_on is not null and exists (
			select from group_members
			where book_id = new.book_id and group_id = new.id
				and coalesce(left_on, 'infinity') > new.dissolved_on
		)) then
			perform ledger_breach('member_groups_empty', 'A group is dissolved when all have left it.');
		end if;
		return new;
	end $$;
	create trigger member_groups_let_dissolve before update on member_groups
		for each row execute function lending_let_dissolve();
`;

const depositLaws = `
	-- A movement is one that the journal has, to the rupiah, and never takes more than there is.
	create function lending_admit_deposit() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		moved numeric := case when (new.kind = 'deposit') = (new.reverses is null)
			then new.amount else -new.amount end;
		original group_deposit_movements;
		entry entries;
		booked numeric;
	begin
		perform from book_tips where book_id = new.book_id for update;
		select * into entry from entries where book_id = new.book_id and number = new.entry_number;
		select sum(case side when 'credit' then amount else -amount end) into booked
		from lines where book_id = new.book_id and entry_number = new.entry_number
			and account_code = '2.1.12' and member_id = new.member_id;
		if new.reverses is not null then
			select * into strict original from group_deposit_movements
			where book_id = new.book_id and id = new.reverses;
		end if;
		if booked is distinct from moved or entry.effective_on is distinct from new.effective_on
			or entry.reverses is distinct from original.entry_number
			or (new.reverses is not null and (original.reverses is not null
				or (original.member_id, original.group_id, original.kind, original.amount)
					is distinct from (new.member_id, new.group_id, new.kind, new.amount))) then
			perform ledger_breach('group_deposit_movements_as_booked', format(
				'Entry %s does not move the deposit by %s.', new.entry_number, moved));
		end if;
		-- What is taken is taken last, so that no earlier day is left with less than nothing.
		if moved < 0 and exists (
			select from group_deposit_movements
			where book_id = new.book_id and member_id = new.member_id
				and effective_on > new.effective_on
		) then
			perform ledger_breach('group_deposit_movements_last',
				'A deposit is not taken from before its last movement.');
		end if;
		-- First the update: a row proposed for insertion must itself keep the floor.
		update group_deposit_balances set balance = balance + moved
		where book_id = new.book_id and member_id = new.member_id;
		if not found then
			insert into group_deposit_balances (book_id, member_id, balance)
			values (new.book_id, new.member_id, moved);
		end if;
		return new;
	end $$;
	create trigger group_deposit_movements_admit before insert on group_deposit_movements
		for each row execute function lending_admit_deposit();

	-- Nor does the journal move a deposit without its movement: the two are one.
	create function lending_check_deposit_line() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	begin
		if not exists (
			select from group_deposit_movements
			where book_id = new.book_id and entry_number = new.entry_number
				and member_id = new.member_id
		) then
			perform ledger_breach('group_deposit_movements_complete', format(
				'Entry %s moves a deposit of which there is no movement.', new.entry_number));
		end if;
		return null;
	end $$;
	create constraint trigger lines_deposit_moved after insert on lines
		deferrable initially deferred for each row when (new.account_code = '2.1.12')
		execute function lending_check_deposit_line();

	-- Deposits are moved by operations alone.
	update accounts set is_controlled = true
	from books
	where books.id = accounts.book_id and books.kind = 'cooperative' and accounts.code = '2.1.12';
`;

const claimLaws = `
	-- A claim is of another than whose loan it is, and no more than what was paid.
	create function lending_admit_claim() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		paid repayments;
		claimed numeric;
	begin
		perform from book_tips where book_id = new.book_id for update;
		select * into paid from repayments where book_id = new.book_id and id = new.repayment_id;
		select coalesce(sum(amount), 0) into claimed from joint_claims
		where book_id = new.book_id and repayment_id = new.repayment_id;
		if (paid.loan_id, paid.entry_number, paid.paid_on)
				is distinct from (new.loan_id, new.entry_number, new.incurred_on)
			or claimed + new.amount > paid.amount
			or exists (select from loans where book_id = new.book_id and id = new.loan_id
				and member_id = new.payer_id) then
			perform ledger_breach('joint_claims_as_paid',
				'A claim is for what another than the borrower paid.');
		end if;
		new.balance := new.amount;
		return new;
	end $$;
	create trigger joint_claims_admit before insert on joint_claims
		for each row execute function lending_admit_claim();

	create function lending_admit_claim_movement() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		claim joint_claims;
		original joint_claim_movements;
		entry entries;
		booked numeric;
	begin
		perform from book_tips where book_id = new.book_id for update;
		select * into strict claim from joint_claims
		where book_id = new.book_id and id = new.claim_id;
		select * into entry from entries where book_id = new.book_id and number = new.entry_number;
		if new.reverses is not null then
			select * into strict original from joint_claim_movements
			where book_id = new.book_id and id = new.reverses;
		end if;
		select coalesce(sum(case side when 'credit' then amount else -amount end), 0) into booked
		from lines where book_id = new.book_id and entry_number = new.entry_number
			and account_code = '2.1.02' and member_id = claim.payer_id;
		if entry.effective_on is distinct from new.effective_on or not (case
			when new.kind = 'taken-back' then
				entry.reverses is not distinct from claim.entry_number and new.amount = claim.amount
			when new.reverses is null then
				entry.kind = 'claim-repayment' and entry.reverses is null and booked = new.amount
			else entry.reverses is not distinct from original.entry_number
				and original.claim_id = new.claim_id and original.amount = new.amount
				and original.kind = 'repaid' and original.reverses is null
		end) then
			perform ledger_breach('joint_claim_movements_as_booked', format(
				'Entry %s does not settle %s of the claim.', new.entry_number, new.amount));
		end if;
		update joint_claims set balance = balance
			+ case when new.reverses is null then -new.amount else new.amount end
		where book_id = new.book_id and id = new.claim_id;
		return new;
	end $$;
	create trigger joint_claim_movements_admit before insert on joint_claim_movements
		for each row execute function lending_admit_claim_movement();

	-- A payment that made a claim is not taken back without it.
	create function lending_check_claim_reversal() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	begin
		if exists (
			select from joint_claims claim
			where claim.book_id = new.book_id and claim.entry_number = new.reverses
				and not exists (select from joint_claim_movements moved
					where moved.book_id = claim.book_id and moved.claim_id = claim.id
						and moved.entry_number = new.number)
		) then
			perform ledger_breach('joint_claims_taken_back', format(
				'Entry %s made a claim, which its reversal takes back.', new.reverses));
		end if;
		return null;
	end $$;
	create constraint trigger entries_claim_taken_back after insert on entries
		deferrable initially deferred for each row when (new.reverses is not null)
		execute function lending_check_claim_reversal();
`;

const appendOnly = `
	${['group_applications', 'group_loans', 'group_deposit_movements', 'joint_claim_movements']
		.map(
			(table) => `
	create trigger ${table}_append_only before update or delete on ${table}
		for each row execute function ledger_refuse_change();
	create trigger ${table}_never_truncated before truncate on ${table}
		for each statement execute function ledger_refuse_change();`,
		)
		.join('\n')}
`;

const scoped = [
	'member_groups',
	'group_members',
	'group_applications',
	'group_loans',
	'loan_guarantors',
	'group_deposit_movements',
	'group_deposit_balances',
	'joint_claims',
	'joint_claim_movements',
];

const rights = `
	${scoped
		.map(
			(table) => `
	alter table ${table} enable row level security;
	create policy ${table}_scope on ${table} to bergulir_app
		using ((select bergulir_all_books()) or book_id = any ((select bergulir_books())::integer[]));
	revoke all on ${table} from public;
	grant select${table === 'group_deposit_balances' ? '' : ', insert'} on ${table} to bergulir_app;`,
		)
		.join('\n')}
	grant update (name, meeting_day, meeting_place, dissolved_on) on member_groups to bergulir_app;
	grant update (office, left_on, left_reason) on group_members to bergulir_app;
	grant update (released_on, release_reason, released_by) on loan_guarantors to bergulir_app;
`;
