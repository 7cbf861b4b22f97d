import type {Knex} from 'knex';

/**
 * Which two duties one person does not do on the same subject, as versions that are read by code
 * and by law; and of which members a user is kin, so that nobody decides on their own family's
 * loan.
 */
export async function up(knex: Knex): Promise<void> {
	await knex.raw(tables);
	await knex.raw(laws);
	for (const [first, second, heldBy, basis] of pairs) {
		await knex('duty_separations').insert({
			first_duty: first,
			second_duty: second,
			version: 1,
			effective_from: '2000-01-01',
			is_kept: true,
			held_by: heldBy,
			legal_basis: basis,
			status: 'provisional',
			set_by: '(migration)',
			recorded_at: '2026-11-30T00:00:00Z',
		});
	}
	await knex.raw(rights);
}

export async function down(): Promise<void> {
	throw new Error('Who may not do both stays in the record.');
}

const practice = 'SPI koperasi: pemisahan fungsi';

// With a law of its own a pair is for ever; the others are kept by what is read here.
const pairs: readonly (readonly [string, string, string | null, string])[] = [
	['loan.applied', 'loan.approved', 'loans_two_people_check', practice],
	['loan.applied', 'loan.verified', 'loan_events_two_people', practice],
	['loan.applied', 'loan.rescheduled', 'loan_events_two_people', practice],
	['loan.applied', 'loan.written-off', 'loan_events_two_people', practice],
	['loan.approved', 'loan.disbursed', null, practice],
	['loan.disbursed', 'loan.tranche-reversed', null, practice],
	['period.requested', 'period.confirmed', 'periods_two_people_check', practice],
	['period.confirmed', 'period.reopened', 'periods_reopener_check', practice],
	['assertion.counted', 'assertion.withdrawn', 'assertions_two_people', practice],
	['cash.counted', 'cash.booked', 'cash_counts_two_people', practice],
	['fund.write-off-proposed', 'fund.write-off-decided', 'fund_write_offs_two_people', practice],
	['fund.claim-reported', 'fund.claim-decided', 'fund_claims_two_people', practice],
	['finding.owned', 'finding.closed', 'audit_finding_events_two_people', practice],
	['charge.made', 'charge.waived', 'late_charge_waivers_two_people', practice],
	[
		'reconciliation.cooperative-signed',
		'reconciliation.city-signed',
		'reconciliation_signatures_person_key',
		practice,
	],
	['command.made', 'command.checked', 'approvals_two_people_check', practice],
];

const tables = `
	create table duty_separations (
		first_duty text not null,
		second_duty text not null,
		version integer not null constraint duty_separations_version_check check (version > 0),
		effective_from date not null,
		-- False lets one person do both again.
		is_kept boolean not null,
		-- The law of its own that keeps it, where there is one: then it is never lifted.
		held_by text,
		legal_basis text not null
			constraint duty_separations_basis_check check (legal_basis <> ''),
		status text not null constraint duty_separations_status_check
			check (status in ('in-force', 'provisional')),
		set_by text not null,
		recorded_at timestamptz not null,
		constraint duty_separations_duty_check check (first_duty <> second_duty
			and first_duty ~ '^[a-z]+\\.[a-z-]+$' and second_duty ~ '^[a-z]+\\.[a-z-]+$'),
		constraint duty_separations_held_check check (is_kept or held_by is null),
		primary key (first_duty, second_duty, version)
	);

	-- That a user is a member, or kin to one.
	create table user_ties (
		book_id integer not null,
		id uuid not null,
		user_id uuid not null constraint user_ties_user_fkey references users (id),
		member_id uuid not null,
		relation text not null constraint user_ties_relation_check check (relation in
			('self', 'spouse', 'parent', 'child', 'sibling', 'in-law', 'other-relative')),
		recorded_by text not null,
		recorded_at timestamptz not null,
		ended_by text,
		ended_at timestamptz,
		constraint user_ties_ended_check check ((ended_by is null) = (ended_at is null)),
		constraint user_ties_member_fkey
			foreign key (book_id, member_id) references members (book_id, id),
		primary key (book_id, id)
	);
	create unique index user_ties_current_key on user_ties (book_id, user_id, member_id)
		where ended_at is null;
`;

const laws = `
	-- A version follows the last one of its pair, and lets nothing go that a law of its own keeps.
	create function separation_admit() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		last duty_separations;
	begin
		lock table duty_separations in share row exclusive mode;
		if exists (select from duty_separations
			where first_duty = new.second_duty and second_duty = new.first_duty)
		then
			perform ledger_breach('duty_separations_gapless', 'The pair is kept the other way round.');
		end if;
		select * into last from duty_separations
		where first_duty = new.first_duty and second_duty = new.second_duty
		order by version desc limit 1;
		if new.version <> coalesce(last.version, 0) + 1
			or new.effective_from < last.effective_from
		then
			perform ledger_breach('duty_separations_gapless', 'A version follows the last one.');
		end if;
		if last.version is not null and new.held_by is distinct from last.held_by then
			perform ledger_breach('duty_separations_held_check', 'A law of its own keeps this pair.');
		end if;
		if exists (select from approval_policies) or not new.is_kept then
			-- To let one person do both always takes two people.
			perform approval_hold(array['separation.change'], null, null, null, 0,
				(clock_timestamp() at time zone 'Asia/Jakarta')::date,
				new.first_duty || ' x ' || new.second_duty, not new.is_kept);
		end if;
		return new;
	end $$;
	create trigger duty_separations_admit before insert on duty_separations
		for each row execute function separation_admit();
	create trigger duty_separations_append_only before update or delete on duty_separations
		for each row execute function approval_refuse_change();
	create trigger duty_separations_never_truncated before truncate on duty_separations
		for each statement execute function approval_refuse_change();

	create function separation_keeps(one text, other text, on_day date) returns boolean
	language sql stable security definer set search_path = public, pg_temp as $$
		select coalesce((
			select is_kept from duty_separations
			where (first_duty, second_duty) in ((one, other), (other, one))
				and effective_from <= on_day
			order by version desc limit 1
		), false)
	$$;

	-- Nobody takes two steps of a loan that are kept apart, nor one that decides on their own or
	-- their family's. What came of a conversion moves no money by its first steps.
	create function separation_guard_event() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		earlier loan_events;
	begin
		if new.kind not in ('settled', 'repaid', 'payment', 'deposit-payment', 'joint-payment',
				'profit-share', 'payment-promised', 'visited', 'demand-letter', 'taken-back')
			and exists (
				select from user_ties tie
				join users on users.id = tie.user_id and users.name = new.actor
				join loans loan on loan.book_id = new.book_id and loan.id = new.loan_id
				where tie.book_id = new.book_id and tie.member_id = loan.member_id
					and tie.ended_at is null)
		then
			perform ledger_breach('loan_events_not_kin', format(
				'%s is the member of this loan, or kin.', new.actor));
		end if;
		if not exists (select from loan_events
			where book_id = new.book_id and loan_id = new.loan_id and kind = 'came-of-conversion')
		then
			select * into earlier from loan_events
			where book_id = new.book_id and loan_id = new.loan_id and actor = new.actor
				and separation_keeps('loan.' || kind, 'loan.' || new.kind,
					(new.recorded_at at time zone 'Asia/Jakarta')::date)
			limit 1;
			if found then
				perform ledger_breach('loan_events_apart', format(
					'%s did %s of this loan; another person does %s.', new.actor, earlier.kind, new.kind));
			end if;
		end if;
		return new;
	end $$;
	create trigger loan_events_apart before insert on loan_events
		for each row execute function separation_guard_event();

	create function separation_guard_tie() returns trigger
	language plpgsql as $$
	begin
		if tg_op <> 'UPDATE' or old.ended_at is not null
			or (new.book_id, new.id, new.user_id, new.member_id, new.relation, new.recorded_by,
				new.recorded_at) is distinct from (old.book_id, old.id, old.user_id, old.member_id,
				old.relation, old.recorded_by, old.recorded_at)
		then
			perform ledger_breach('user_ties_only_end', 'Of a tie only its end is added, once.');
		end if;
		return new;
	end $$;
	create trigger user_ties_only_end before update or delete on user_ties
		for each row execute function separation_guard_tie();
	create trigger user_ties_never_truncated before truncate on user_ties
		for each statement execute function separation_guard_tie();
`;

const rights = `
	alter table user_ties enable row level security;
	create policy user_ties_scope on user_ties to bergulir_app
		using ((select bergulir_all_books()) or book_id = any ((select bergulir_books())::integer[]));
	revoke all on duty_separations, user_ties from public;
	grant select, insert on duty_separations, user_ties to bergulir_app;
	grant update (ended_by, ended_at) on user_ties to bergulir_app;
	revoke all on function separation_keeps(text, text, date) from public;
	grant execute on function separation_keeps(text, text, date) to bergulir_app;
`;
