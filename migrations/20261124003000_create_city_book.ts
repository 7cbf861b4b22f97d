import type {Knex} from 'knex';

/**
 * What stands in the city's own book of the fund beside the mirror: the part that falls due soon,
 * what is doubtful, what was written off in its two legal steps, and claims on whoever took money.
 */
export async function up(knex: Knex): Promise<void> {
	await knex.raw(accounts);
	await knex.raw(policies);
	await knex.raw(sums);
	await knex.raw(closings);
	await knex.raw(writeOffs);
	await knex.raw(claims);
	await knex.raw(claimSteps);
	await knex.raw(papers);
	await knex.raw(appendOnly);
	await knex.raw(rights);
}

export async function down(): Promise<void> {
	throw new Error("The city's book refers to what was written off and claimed; it stays.");
}

// What mirrors or values the debts of cooperatives moves by operations alone; what is doubtful,
// registered or claimed of an allocation is never less than nothing.
const accounts = `
	update accounts set is_controlled = true from books
	where books.id = accounts.book_id and books.kind = 'city'
		and accounts.code in ('1.1.2', '1.2.2', '1.3.1');
	update accounts set floor = 'fund' from books
	where books.id = accounts.book_id and books.kind = 'city' and accounts.code in ('1.2.2', '1.3.1');
	insert into floor_balances (book_id, account_code, dimension, balance)
	select line.book_id, line.account_code,
		coalesce(line.fund_id, '00000000-0000-0000-0000-000000000000'),
		sum(case when line.side = account.normal_side then line.amount else -line.amount end)
	from lines line
	join books on books.id = line.book_id and books.kind = 'city'
	join accounts account on account.book_id = line.book_id and account.code = line.account_code
	where line.account_code in ('1.2.2', '1.3.1')
	group by 1, 2, 3;

	insert into accounts (book_id, code, name_id, name_en, class, normal_side, floor, is_controlled)
	select books.id, added.code, added.name_id, added.name_en, added.class, added.side, added.floor,
		true
	from books cross join (values
		('4.1.2', 'Pemulihan dana bergulir yang dihapusbukukan - LO',
			'Recovery of revolving fund written off (LO)', 'income', 'credit', 'none'),
		('9.1.1', 'Dana bergulir yang dihapusbukukan', 'Revolving fund written off', 'memo', 'debit',
			'fund'),
		('9.1.2', 'Kontra dana bergulir yang dihapusbukukan', 'Contra of revolving fund written off',
			'memo', 'credit', 'none')
	) as added (code, name_id, name_en, class, side, floor)
	where books.kind = 'city';
`;

// By which provision policy a city rates the cooperatives that owe it, and above what amount its
// council (DPRD) has to agree to a write-off. A change is a new version from a day on.
const policies = `
	create table city_policies (
		version integer primary key constraint city_policies_version_check check (version > 0),
		effective_from date not null constraint city_policies_day_key unique,
		provision_policy text not null
			constraint city_policies_provision_fkey references provision_policies (code),
		council_above numeric(20, 2) not null
			constraint city_policies_council_check check (council_above >= 0),
		legal_basis text not null,
		status text not null
			constraint city_policies_status_check check (status in ('in-force', 'provisional'))
	);
	insert into city_policies (version, effective_from, provision_policy, council_above, legal_basis,
		status)
	values (1, '2005-01-01', 'permendagri-73', 5000000000,
		'Kebijakan sementara. Pola executing: lembaga perantara yang dinilai, dengan kelas dan '
		'persentase Permendagri 73/2015 (diingat). Persetujuan DPRD atas penghapusan di atas Rp 5 '
		'miliar menurut PP 14/2005 jo. PP 33/2006 dan PP 35/2017: judul ditemukan, batasnya diingat, '
		'naskah resminya belum dibaca; tanggal berlaku dipakai awal tahunnya.', 'provisional');
`;

const sums = `
	-- Debits less credits of accounts for one allocation up to a day.
	create function city_held(of_book integer, of_accounts text[], fund uuid, up_to date)
	returns numeric language sql stable as $$
		select coalesce(sum(debits - credits), 0) from day_totals
		where book_id = of_book and account_code = any (of_accounts) and fund_id = fund
			and effective_on <= up_to
	$$;
	-- The same of one entry, of whatever it says of an allocation.
	create function city_moved(of_book integer, entry bigint, of_accounts text[], fund uuid)
	returns numeric language sql stable as $$
		select coalesce(sum(case side when 'debit' then amount else -amount end), 0) from lines
		where book_id = of_book and entry_number = entry and account_code = any (of_accounts)
			and fund_id = fund
	$$;
	create function city_is_reversed(of_book integer, entry bigint) returns boolean
	language sql stable as $$
		select exists (select from entries where book_id = of_book and reverses = entry)
	$$;
`;

const closings = `
	-- What of an allocation falls due within a year of a balance date, and the entries that said so:
	-- one on that day and its mirror on the next.
	create table city_current_portions (
		book_id integer not null constraint city_current_portions_book_fkey references books (id),
		number integer not null,
		balance_date date not null,
		fund_id uuid not null,
		booked_before numeric(38, 2) not null,
		required numeric(38, 2) not null
			constraint city_current_portions_required_check check (required >= 0),
		entry_number bigint not null,
		mirror_entry bigint not null,
		booked_by text not null,
		recorded_at timestamptz not null,
		primary key (book_id, number),
		constraint city_current_portions_entry_fkey foreign key (book_id, entry_number)
			references entries (book_id, number),
		constraint city_current_portions_mirror_fkey foreign key (book_id, mirror_entry)
			references entries (book_id, number)
	);
	create function city_admit_current_portion() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		closing entries;
		mirrored entries;
	begin
		perform from book_tips where book_id = new.book_id for update;
		if new.number <> (select coalesce(max(number), 0) + 1 from city_current_portions
			where book_id = new.book_id) then
			perform ledger_breach('city_current_portions_forward', format(
				'Record %s does not follow the one before.', new.number));
		end if;
		select * into strict closing from entries
		where book_id = new.book_id and number = new.entry_number;
		select * into strict mirrored from entries
		where book_id = new.book_id and number = new.mirror_entry;
		if closing.kind <> 'current-portion' or mirrored.kind <> 'current-portion'
			or closing.effective_on <> new.balance_date
			or mirrored.effective_on <> new.balance_date + 1
			or mirrored.canonical::jsonb -> 11
				is distinct from ledger_mirror(closing.canonical::jsonb -> 11) then
			perform ledger_breach('city_current_portions_mirrored', format(
				'Entry %s is not taken back by its mirror on the day after %s.', new.entry_number,
				new.balance_date));
		end if;
		if new.required <> city_held(new.book_id, array['1.1.2'], new.fund_id, new.balance_date) then
			perform ledger_breach('city_current_portions_booked', format(
				'The current portion on %s is not %s.', new.balance_date, new.required));
		end if;
		return new;
	end $$;
	create trigger city_current_portions_admit before insert on city_current_portions
		for each row execute function city_admit_current_portion();

	-- What a month's provision for an allocation is, and from what it follows.
	create table city_provisions (
		book_id integer not null constraint city_provisions_book_fkey references books (id),
		number integer not null,
		month date not null constraint city_provisions_month_check check (extract(day from month) = 1),
		fund_id uuid not null,
		policy_code text not null,
		version integer not null,
		class_code text not null,
		months_past_due integer not null
			constraint city_provisions_months_check check (months_past_due >= 0),
		base numeric(38, 2) not null,
		booked_before numeric(38, 2) not null,
		required numeric(38, 2) not null,
		entry_number bigint not null,
		booked_by text not null,
		recorded_at timestamptz not null,
		primary key (book_id, number),
		constraint city_provisions_class_fkey foreign key (policy_code, version, class_code)
			references provision_classes (policy_code, version, code),
		constraint city_provisions_entry_fkey foreign key (book_id, entry_number)
			references entries (book_id, number)
	);
	create function city_admit_provision() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		month_end date := (new.month + interval '1 month - 1 day')::date;
		class provision_classes;
	begin
		perform from book_tips where book_id = new.book_id for update;
		if new.number <> (select coalesce(max(number), 0) + 1 from city_provisions
				where book_id = new.book_id)
			or new.month < (select max(month) from city_provisions where book_id = new.book_id) then
			perform ledger_breach('city_provisions_forward', format(
				'Provision %s does not follow the one before.', new.number));
		end if;
		if not exists (select from entries where book_id = new.book_id and number = new.entry_number
			and kind = 'provision' and effective_on = month_end) then
			perform ledger_breach('city_provisions_entry', format(
				'Entry %s is not the provision of %s.', new.entry_number, month_end));
		end if;
		select * into strict class from provision_classes
		where policy_code = new.policy_code and version = new.version and code = new.class_code;
		if (select given.provision_policy from city_policies given
				where given.effective_from <= month_end order by given.effective_from desc limit 1)
				is distinct from new.policy_code
			or (select given.version from provision_policy_versions given
				where given.policy_code = new.policy_code and given.effective_from <= month_end
				order by given.effective_from desc limit 1) is distinct from new.version
			-- Who owes the city pays yearly; the rarest of the policies' words stands for it.
			or class.position <> 1 + (select count(*) from provision_bands band
				where band.policy_code = new.policy_code and band.version = new.version
					and band.frequency = 'six-monthly' and band.measure = 'months'
					and band.up_to < new.months_past_due) then
			perform ledger_breach('city_provisions_class', format(
				'%s months past due are not of the class %s.', new.months_past_due, new.class_code));
		end if;
		if new.base <> city_held(new.book_id, array['1.1.2', '1.2.1'], new.fund_id, month_end)
			or new.required <> round(class.percentage * 0.01 * new.base) then
			perform ledger_breach('city_provisions_required', format(
				'The class %s does not ask for %s of what is invested.', new.class_code, new.required));
		end if;
		if new.required <> -city_held(new.book_id, array['1.2.2'], new.fund_id, month_end) then
			perform ledger_breach('city_provisions_booked', format(
				'What is doubtful on %s is not %s.', month_end, new.required));
		end if;
		return new;
	end $$;
	create trigger city_provisions_admit before insert on city_provisions
		for each row execute function city_admit_provision();
`;

const writeOffs = `
	-- A proposal to write off what a cooperative will not pay: off the books (conditional, the claim
	-- stays) or the claim itself (absolute).
	create table fund_write_offs (
		book_id integer not null constraint fund_write_offs_book_fkey references books (id),
		id uuid not null,
		number integer not null,
		cooperative_book_id integer not null,
		allocation_id uuid not null,
		step text not null
			constraint fund_write_offs_step_check check (step in ('conditional', 'absolute')),
		amount numeric(20, 2) not null constraint fund_write_offs_amount_check check (amount > 0),
		effective_on date not null,
		decree text not null constraint fund_write_offs_decree_check check (decree <> ''),
		decree_on date not null,
		council_document text constraint fund_write_offs_council_check check (council_document <> ''),
		reason text not null constraint fund_write_offs_reason_check check (reason <> ''),
		proposed_by text not null,
		recorded_at timestamptz not null,
		primary key (book_id, id),
		constraint fund_write_offs_number_key unique (book_id, number),
		constraint fund_write_offs_allocation_fkey foreign key (cooperative_book_id, allocation_id)
			references allocations (book_id, id),
		constraint fund_write_offs_decreed_check check (effective_on >= decree_on)
	);
	create index fund_write_offs_allocation_idx on fund_write_offs (book_id, allocation_id);
	create table fund_write_off_decisions (
		book_id integer not null,
		write_off_id uuid not null,
		outcome text not null constraint fund_write_off_decisions_outcome_check
			check (outcome in ('confirmed', 'rejected')),
		reason text not null constraint fund_write_off_decisions_reason_check check (reason <> ''),
		decided_by text not null,
		recorded_at timestamptz not null,
		entry_number bigint,
		-- Only the absolute step ends a debt, and so is in the cooperative's book as well.
		cooperative_entry bigint,
		primary key (book_id, write_off_id),
		constraint fund_write_off_decisions_write_off_fkey foreign key (book_id, write_off_id)
			references fund_write_offs (book_id, id),
		constraint fund_write_off_decisions_entry_fkey foreign key (book_id, entry_number)
			references entries (book_id, number),
		constraint fund_write_off_decisions_booked_check
			check ((outcome = 'confirmed') = (entry_number is not null))
	);

	create function city_admit_write_off() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		written numeric;
	begin
		perform from book_tips where book_id = new.book_id for update;
		if new.number <> (select coalesce(max(number), 0) + 1 from fund_write_offs
			where book_id = new.book_id) then
			perform ledger_breach('fund_write_offs_forward', format(
				'Write-off %s does not follow the one before.', new.number));
		end if;
		if not exists (select from allocations allocation
			join programmes programme on programme.id = allocation.programme_id
			where allocation.book_id = new.cooperative_book_id and allocation.id = new.allocation_id
				and programme.city_book_id = new.book_id) then
			perform ledger_breach('fund_write_offs_city', 'The allocation is of another city.');
		end if;
		if exists (select from fund_write_offs before
			left join fund_write_off_decisions decision on decision.book_id = before.book_id
				and decision.write_off_id = before.id
			where before.book_id = new.book_id and before.allocation_id = new.allocation_id
				and decision.book_id is null) then
			perform ledger_breach('fund_write_offs_open',
				'Another write-off of the allocation waits for a decision.');
		end if;
		-- In parts as well as at once.
		select coalesce(sum(before.amount), 0) + new.amount into written
		from fund_write_offs before
		join fund_write_off_decisions decision on decision.book_id = before.book_id
			and decision.write_off_id = before.id and decision.outcome = 'confirmed'
		where before.book_id = new.book_id and before.allocation_id = new.allocation_id
			and before.step = new.step
			and not city_is_reversed(before.book_id, decision.entry_number);
		if new.council_document is null and written > (select given.council_above
			from city_policies given where given.effective_from <= new.effective_on
			order by given.effective_from desc limit 1) then
			perform ledger_breach('fund_write_offs_council', format(
				'To write off %s the council has to agree.', written));
		end if;
		return new;
	end $$;
	create trigger fund_write_offs_admit before insert on fund_write_offs
		for each row execute function city_admit_write_off();

	create function city_admit_write_off_decision() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		proposed fund_write_offs;
	begin
		select * into strict proposed from fund_write_offs
		where book_id = new.book_id and id = new.write_off_id;
		if new.decided_by = proposed.proposed_by then
			perform ledger_breach('fund_write_offs_two_people', format(
				'%s proposed it and cannot decide on it.', new.decided_by));
		end if;
		if new.outcome = 'rejected' then return new; end if;
		if not exists (select from entries where book_id = new.book_id and number = new.entry_number
				and kind = 'fund-write-off' and effective_on = proposed.effective_on)
			or city_moved(new.book_id, new.entry_number, array['9.1.1'], proposed.allocation_id)
				<> (case proposed.step when 'conditional' then proposed.amount else -proposed.amount end)
			or city_moved(new.book_id, new.entry_number, array['1.2.1'], proposed.allocation_id)
				<> (case proposed.step when 'conditional' then -proposed.amount else 0 end)
			or city_moved(new.book_id, new.entry_number, array['1.2.2'], proposed.allocation_id)
				<> (case proposed.step when 'conditional' then proposed.amount else 0 end)
			or (case proposed.step when 'conditional' then 0 else proposed.amount end)
				<> city_moved(proposed.cooperative_book_id, coalesce(new.cooperative_entry, 0),
					array['2.2.01'], proposed.allocation_id) then
			perform ledger_breach('fund_write_offs_booked', format(
				'Entry %s does not write off %s.', new.entry_number, proposed.amount));
		end if;
		return new;
	end $$;
	create trigger fund_write_off_decisions_admit before insert on fund_write_off_decisions
		for each row execute function city_admit_write_off_decision();
`;

const claims = `
	-- A loss by somebody who runs a cooperative: a claim on that person (tuntutan ganti rugi), and
	-- no default of a member.
	create table fund_claims (
		book_id integer not null constraint fund_claims_book_fkey references books (id),
		id uuid not null,
		number integer not null,
		cooperative_book_id integer not null,
		allocation_id uuid not null,
		pengurus_id uuid not null,
		shortage text not null
			constraint fund_claims_shortage_check check (shortage in ('cash', 'bank')),
		amount numeric(20, 2) not null constraint fund_claims_amount_check check (amount > 0),
		found_on date not null,
		found_by text not null constraint fund_claims_found_by_check check (found_by <> ''),
		description text not null
			constraint fund_claims_description_check check (description <> ''),
		reported_by text not null,
		recorded_at timestamptz not null,
		primary key (book_id, id),
		constraint fund_claims_number_key unique (book_id, number),
		constraint fund_claims_allocation_fkey foreign key (cooperative_book_id, allocation_id)
			references allocations (book_id, id),
		constraint fund_claims_pengurus_fkey foreign key (cooperative_book_id, pengurus_id)
			references pengurus (book_id, id)
	);
	create index fund_claims_allocation_idx on fund_claims (book_id, allocation_id);

	create table fund_claim_instalments (
		book_id integer not null,
		claim_id uuid not null,
		number integer not null,
		due_on date not null,
		amount numeric(20, 2) not null
			constraint fund_claim_instalments_amount_check check (amount > 0),
		primary key (book_id, claim_id, number),
		constraint fund_claim_instalments_day_key unique (book_id, claim_id, due_on),
		constraint fund_claim_instalments_claim_fkey foreign key (book_id, claim_id)
			references fund_claims (book_id, id)
	);

	create table fund_claim_events (
		book_id integer not null,
		claim_id uuid not null,
		sequence integer not null,
		kind text not null constraint fund_claim_events_kind_check check (kind in
			('dropped', 'stated', 'paid', 'payment-reversed', 'prosecuted', 'cancelled')),
		occurred_on date not null,
		actor text not null,
		document text not null constraint fund_claim_events_document_check check (document <> ''),
		reason text not null constraint fund_claim_events_reason_check check (reason <> ''),
		-- By what it was stated: a letter of the person (SKTJM) or a decree.
		basis text constraint fund_claim_events_basis_check check (basis in ('sktjm', 'decree')),
		amount numeric(20, 2),
		receipt_number integer,
		-- The payment that is taken back.
		of_sequence integer,
		entry_number bigint,
		cooperative_entry bigint,
		recorded_at timestamptz not null,
		primary key (book_id, claim_id, sequence),
		constraint fund_claim_events_claim_fkey foreign key (book_id, claim_id)
			references fund_claims (book_id, id),
		constraint fund_claim_events_entry_fkey foreign key (book_id, entry_number)
			references entries (book_id, number),
		constraint fund_claim_events_receipt_key unique (book_id, receipt_number),
		constraint fund_claim_events_stated_check check ((kind = 'stated') = (basis is not null)),
		constraint fund_claim_events_paid_check check ((kind = 'paid') = (receipt_number is not null)),
		constraint fund_claim_events_amount_check check (amount > 0),
		constraint fund_claim_events_booked_check
			check ((kind in ('dropped', 'prosecuted')) = (entry_number is null))
	);

	create function city_admit_claim() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	begin
		perform from book_tips where book_id = new.book_id for update;
		if new.number <> (select coalesce(max(number), 0) + 1 from fund_claims
			where book_id = new.book_id) then
			perform ledger_breach('fund_claims_forward', format(
				'Claim %s does not follow the one before.', new.number));
		end if;
		if not exists (select from allocations allocation
			join programmes programme on programme.id = allocation.programme_id
			where allocation.book_id = new.cooperative_book_id and allocation.id = new.allocation_id
				and programme.city_book_id = new.book_id) then
			perform ledger_breach('fund_claims_city', 'The allocation is of another city.');
		end if;
		return new;
	end $$;
	create trigger fund_claims_admit before insert on fund_claims
		for each row execute function city_admit_claim();
`;

const claimSteps = `
	-- What the city's book says is left of a claim.
	create function city_claim_left(of_book integer, claim uuid) returns numeric
	language sql stable as $$
		select coalesce(sum(case side when 'debit' then amount else -amount end), 0) from lines
		where book_id = of_book and account_code = '1.3.1' and counterparty = claim::text
	$$;

	create function city_admit_claim_event() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		claim fund_claims;
		stated fund_claim_events;
		paid numeric;
		expected numeric;
		left_over numeric;
		is_over boolean;
	begin
		select * into strict claim from fund_claims where book_id = new.book_id and id = new.claim_id;
		perform from book_tips where book_id = new.book_id for update;
		if new.sequence <> (select coalesce(max(sequence), 0) + 1 from fund_claim_events
				where book_id = new.book_id and claim_id = new.claim_id)
			or new.occurred_on < claim.found_on then
			perform ledger_breach('fund_claim_events_forward', format(
				'Step %s of the claim does not follow the one before.', new.sequence));
		end if;
		select * into stated from fund_claim_events
		where book_id = new.book_id and claim_id = new.claim_id and kind = 'stated';
		is_over := exists (select from fund_claim_events
			where book_id = new.book_id and claim_id = new.claim_id
				and kind in ('dropped', 'cancelled'));
		if is_over or (new.kind in ('dropped', 'stated')) <> (stated.book_id is null)
			or (new.kind = 'prosecuted' and exists (select from fund_claim_events
				where book_id = new.book_id and claim_id = new.claim_id and kind = 'prosecuted')) then
			perform ledger_breach('fund_claim_events_steps', format(
				'The claim cannot be %s now.', new.kind));
		end if;
		if new.kind in ('dropped', 'stated') and new.actor = claim.reported_by then
			perform ledger_breach('fund_claims_two_people', format(
				'%s reported it; another person takes this step.', new.actor));
		end if;
		select coalesce(sum(event.amount), 0) into paid from fund_claim_events event
		where event.book_id = new.book_id and event.claim_id = new.claim_id and event.kind = 'paid'
			and not exists (select from fund_claim_events back
				where back.book_id = event.book_id and back.claim_id = event.claim_id
					and back.of_sequence = event.sequence);
		if new.kind = 'stated' then
			if new.amount is distinct from claim.amount or claim.amount is distinct from (
				select sum(amount) from fund_claim_instalments
				where book_id = new.book_id and claim_id = new.claim_id) then
				perform ledger_breach('fund_claims_scheduled', format(
					'The instalments are not the claim of %s.', claim.amount));
			end if;
			if claim.amount <> city_moved(claim.cooperative_book_id, coalesce(new.cooperative_entry, 0),
				array['2.2.01', '2.2.02'], claim.allocation_id) then
				perform ledger_breach('fund_claims_booked', format(
					'The debt of the cooperative did not fall by %s.', claim.amount));
			end if;
			expected := claim.amount;
		elsif new.kind = 'paid' then
			expected := stated.amount - paid - new.amount;
		elsif new.kind = 'payment-reversed' then
			if new.amount is distinct from (select event.amount from fund_claim_events event
				join entries on entries.book_id = event.book_id and entries.number = new.entry_number
					and entries.reverses = event.entry_number
				where event.book_id = new.book_id and event.claim_id = new.claim_id
					and event.sequence = new.of_sequence and event.kind = 'paid') then
				perform ledger_breach('fund_claims_booked', 'No such payment is taken back.');
			end if;
			expected := stated.amount - paid + new.amount;
		elsif new.kind = 'cancelled' then
			if paid <> 0 or not city_is_reversed(new.book_id, stated.entry_number)
				or not city_is_reversed(claim.cooperative_book_id, stated.cooperative_entry) then
				perform ledger_breach('fund_claims_booked', 'The claim is not taken back in both books.');
			end if;
			expected := 0;
		else
			expected := coalesce(stated.amount - paid, 0);
		end if;
		left_over := city_claim_left(new.book_id, new.claim_id);
		if left_over < 0 then
			perform ledger_breach('fund_claims_floor', format(
				'The claim would be %s below nothing.', -left_over));
		end if;
		if left_over <> expected then
			perform ledger_breach('fund_claims_booked', format(
				'The journal says %s of the claim, its steps %s.', left_over, expected));
		end if;
		return new;
	end $$;
	create trigger fund_claim_events_admit before insert on fund_claim_events
		for each row execute function city_admit_claim_event();
`;

// The evidence for a claim is kept where the papers of members and loans are.
const papers = `
	alter table attachments
		add column claim_id uuid,
		drop constraint attachments_owner_check,
		add constraint attachments_owner_check
			check (num_nonnulls(member_id, loan_id, claim_id) = 1),
		add constraint attachments_claim_fkey
			foreign key (book_id, claim_id) references fund_claims (book_id, id),
		add constraint attachments_claim_key unique (book_id, claim_id, digest);
`;

const kept = [
	'city_current_portions',
	'city_provisions',
	'fund_write_offs',
	'fund_write_off_decisions',
	'fund_claims',
	'fund_claim_instalments',
	'fund_claim_events',
];

const appendOnly = `
	${[...kept, 'city_policies']
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
	revoke all on city_policies from public;
	grant select on city_policies to bergulir_app;
	${kept
		.map(
			(table) => `
	alter table ${table} enable row level security;
	create policy ${table}_scope on ${table} to bergulir_app
		using ((select bergulir_all_books()) or book_id = any ((select bergulir_books())::integer[]));
	revoke all on ${table} from public;
	grant select, insert on ${table} to bergulir_app;`,
		)
		.join('')}
	revoke all on function city_held(integer, text[], uuid, date),
		city_moved(integer, bigint, text[], uuid), city_is_reversed(integer, bigint),
		city_claim_left(integer, uuid) from public;
`;
