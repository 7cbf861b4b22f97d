import type {Knex} from 'knex';
import {changeFunction} from './shared/change-function.ts';

/**
 * Who acts for whom, in which role or part of it, where, and from which day to which. What is done
 * so bears both names (`budi a.n. siti`), and every law that keeps two people apart counts whoever
 * acts for another as both.
 */
export async function up(knex: Knex): Promise<void> {
	await knex.raw(persons);
	for (const [name, ...pieces] of kept) {
		await changeFunction(
			knex,
			name,
			pieces.map(([text, by]) => ({text, by})),
		);
	}
	await knex.raw(checks);
	await knex.raw(tables);
	await knex.raw(laws);
	await knex.raw(acting);
	await knex.raw(rights);
}

export async function down(): Promise<void> {
	throw new Error('Who acted for whom stays in the record.');
}

// A user's name has no spaces, so what stands around the words is two names.
const persons = `
	create function identity_persons(name text) returns text[]
	language sql immutable strict parallel safe as $$
		select string_to_array(name, ' a.n. ')
	$$;

	-- isOnePerson in the code.
	create function identity_one_person(one text, other text) returns boolean
	language sql immutable parallel safe as $$
		select coalesce(
			string_to_array(one, ' a.n. ') && string_to_array(other, ' a.n. '), false)
	$$;
`;

const one = (a: string, b: string): string => `identity_one_person(${a}, ${b})`;
const appliedBy =
	'(\n\t\t\tselect applied_by from loans where book_id = new.book_id and id = new.loan_id)';

/** The functions whose laws compare who did two things. */
const kept: readonly (readonly [
	name: string,
	...pieces: (readonly [text: string, by: string])[],
])[] = [
	[
		'ledger_admit_withdrawal',
		['asserted_by = new.withdrawn_by', one('asserted_by', 'new.withdrawn_by')],
	],
	[
		'lending_admit_waiver',
		['charge.charged_by = new.waived_by', one('charge.charged_by', 'new.waived_by')],
	],
	[
		'lending_guard_purchase_step',
		['new.actor = loan.applied_by', one('new.actor', 'loan.applied_by')],
	],
	[
		'lending_admit_restructuring',
		[`new.decided_by = ${appliedBy}`, one('new.decided_by', appliedBy)],
	],
	['lending_guard_event', [`new.actor = ${appliedBy}`, one('new.actor', appliedBy)]],
	[
		'lending_admit_conversion',
		['new.decided_by = old_loan.applied_by', one('new.decided_by', 'old_loan.applied_by')],
		['new.decided_by = new_loan.applied_by', one('new.decided_by', 'new_loan.applied_by')],
	],
	[
		'oversight_concerns',
		['entry.actor = user_name', one('entry.actor', 'user_name')],
		['step.actor = user_name', one('step.actor', 'user_name')],
	],
	[
		'banking_admit_witness',
		['new.witnessed_by = counted.counted_by', one('new.witnessed_by', 'counted.counted_by')],
	],
	[
		'banking_admit_booking',
		['new.booked_by = counted.counted_by', one('new.booked_by', 'counted.counted_by')],
	],
	[
		'fund_check_proposal_decision',
		['new.decided_by = proposal.proposed_by', one('new.decided_by', 'proposal.proposed_by')],
	],
	[
		'city_admit_write_off_decision',
		['new.decided_by = proposed.proposed_by', one('new.decided_by', 'proposed.proposed_by')],
	],
	[
		'city_admit_claim_event',
		['new.actor = claim.reported_by', one('new.actor', 'claim.reported_by')],
	],
	[
		'surplus_check_closing',
		['closing.actor = it.recorded_by', one('closing.actor', 'it.recorded_by')],
	],
	[
		'separation_guard_event',
		['users.name = new.actor', 'users.name = any (identity_persons(new.actor))'],
		['and actor = new.actor', `and ${one('actor', 'new.actor')}`],
	],
	[
		'limit_of',
		[
			`holder = 'user:' || actor`,
			`holder in (select 'user:' || person from unnest(identity_persons(actor)) person)`,
		],
		['users.name = actor', 'users.name = any (identity_persons(actor))'],
	],
];

const checks = `
	alter table periods
		drop constraint periods_two_people_check,
		drop constraint periods_reopener_check,
		add constraint periods_two_people_check
			check (not identity_one_person(confirmed_by, requested_by)),
		add constraint periods_reopener_check
			check (not identity_one_person(reopened_by, confirmed_by));
	alter table loans
		drop constraint loans_two_people_check,
		add constraint loans_two_people_check
			check (not identity_one_person(decided_by, applied_by));
	alter table approvals
		drop constraint approvals_two_people_check,
		add constraint approvals_two_people_check check (case status
			when 'pending' then true
			when 'withdrawn' then decided_by_id = maker_id
			else decided_by_id <> maker_id and not identity_one_person(decided_by, maker) end);

	create function reconciliation_other_person() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	begin
		if exists (select from reconciliation_signatures
			where book_id = new.book_id and reconciliation_id = new.reconciliation_id
				and identity_one_person(signed_by, new.signed_by))
		then
			perform ledger_breach('reconciliation_signatures_person_key', format(
				'%s has signed already, or somebody for them.', new.signed_by));
		end if;
		return new;
	end $$;
	create trigger reconciliation_signatures_person before insert on reconciliation_signatures
		for each row execute function reconciliation_other_person();
`;

const tables = `
	create table delegations (
		id uuid primary key,
		-- What it is a part of: it ends when this is taken back.
		grant_id uuid not null constraint delegations_grant_fkey references user_grants (id),
		delegator_id uuid not null constraint delegations_delegator_fkey references users (id),
		delegate_id uuid not null constraint delegations_delegate_fkey references users (id),
		-- Named one by one, so that it does not grow with the role; never what is one's own.
		permissions text[] not null constraint delegations_permissions_check check (
			cardinality(permissions) > 0 and not permissions && array['public', 'enrol', 'self',
				'delegation:give', 'user:manage', 'approval:policy', 'webhook:write', 'finding:work',
				'finding:close']),
		scope_kind text not null,
		scope_code text,
		-- Both days whole, in the books' time zone.
		first_on date not null,
		last_on date not null,
		reason text not null constraint delegations_reason_check check (reason <> ''),
		given_at timestamptz not null,
		given_by text not null,
		revoked_at timestamptz,
		revoked_by text,
		constraint delegations_scope_check
			check ((scope_kind = 'all') = (scope_code is null)
				and scope_kind in ('all', 'region', 'cooperative')),
		constraint delegations_two_people_check check (delegator_id <> delegate_id),
		constraint delegations_days_check
			check (last_on >= first_on and last_on - first_on < 366
				and first_on >= (given_at at time zone 'Asia/Jakarta')::date),
		constraint delegations_revoked_check check ((revoked_at is null) = (revoked_by is null))
	);
	create index delegations_delegate_idx on delegations (delegate_id);
	create index delegations_delegator_idx on delegations (delegator_id);

	-- What can be acted by: not taken back, of a role that is still held, between two who are let in.
	create view delegations_held as
		select given.*, held.role, delegator.name as delegator, delegate.name as delegate
		from delegations given
		join user_grants held on held.id = given.grant_id and held.revoked_at is null
		join users delegator on delegator.id = given.delegator_id and delegator.is_active
		join users delegate on delegate.id = given.delegate_id and delegate.is_active
		where given.revoked_at is null;

	alter table sessions
		add column acting_for uuid constraint sessions_acting_fkey references users (id),
		add constraint sessions_acting_check check (acting_for <> user_id);
`;

const laws = `
	-- Whether one scope lies within another; covers in the code.
	create function identity_covers(outer_kind text, outer_code text, inner_kind text,
		inner_code text) returns boolean
	language sql stable security definer set search_path = public, pg_temp as $$
		select case
			when outer_kind = 'all' then true
			when inner_kind = 'all' then false
			when outer_kind = 'cooperative'
				then inner_kind = 'cooperative' and inner_code = outer_code
			else coalesce((
				select place = outer_code or place like outer_code || '.%'
				from (select case inner_kind when 'region' then inner_code else (
					select region_code from books where kind = 'cooperative' and code = inner_code
				) end as place) lies
			), false)
		end
	$$;

	create function delegation_admit() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		held user_grants;
		giver users;
		taker users;
	begin
		select * into held from user_grants where id = new.grant_id;
		select * into giver from users where id = new.delegator_id;
		select * into taker from users where id = new.delegate_id;
		if new.revoked_at is not null or held.user_id is distinct from new.delegator_id
			or held.revoked_at is not null
			or not identity_covers(held.scope_kind, held.scope_code, new.scope_kind, new.scope_code)
		then
			perform ledger_breach('delegations_part', format(
				'%s hands on what is not theirs.', giver.name));
		end if;
		-- By the giver alone: whoever acts for another has two names and hands nothing on.
		if new.given_by is distinct from giver.name or not giver.is_active or not taker.is_active
			or giver.kind <> 'person' or taker.kind <> 'person'
		then
			perform ledger_breach('delegations_given', 'A person who is let in hands on their own.');
		end if;
		if exists (select from approval_policies) then
			perform approval_hold(array['delegation.give'], null, null, null, 0,
				(clock_timestamp() at time zone 'Asia/Jakarta')::date,
				giver.name || ' to ' || taker.name, false);
		end if;
		return new;
	end $$;
	create trigger delegations_admit before insert on delegations
		for each row execute function delegation_admit();

	create function delegation_guard() returns trigger
	language plpgsql as $$
	begin
		if tg_op <> 'UPDATE' or old.revoked_at is not null
			or to_jsonb(new) - 'revoked_at' - 'revoked_by'
				is distinct from to_jsonb(old) - 'revoked_at' - 'revoked_by'
		then
			perform ledger_breach('delegations_only_end',
				'Of a delegation only its end is added, once.');
		end if;
		return new;
	end $$;
	create trigger delegations_only_end before update or delete on delegations
		for each row execute function delegation_guard();
	create trigger delegations_never_truncated before truncate on delegations
		for each statement execute function delegation_guard();
`;

const acting = `
	-- What bears two names is done on a day, and in a cooperative, of a delegation between them.
	create function identity_hold_acting(actor text, of_book integer, on_day date) returns void
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		names text[] := identity_persons(actor);
	begin
		if cardinality(names) > 1 and not exists (
			select from delegations_held held
			left join books book on book.id = of_book and book.kind = 'cooperative'
			where held.delegate = names[1] and held.delegator = names[2]
				and cardinality(names) = 2 and on_day between held.first_on and held.last_on
				and (book.id is null or identity_covers(
					held.scope_kind, held.scope_code, 'cooperative', book.code))
		) then
			perform ledger_breach('acting_in_force', format(
				'%s: nothing that was handed on is in force.', actor));
		end if;
	end $$;

	create function acting_hold_entries() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	begin
		perform identity_hold_acting(entry.actor, entry.book_id,
			(entry.recorded_at at time zone book.time_zone)::date)
		from new_entries entry join books book on book.id = entry.book_id
		where position(' a.n. ' in entry.actor) > 0;
		return null;
	end $$;
	create trigger entries_acting after insert on entries
		referencing new table as new_entries
		for each statement execute function acting_hold_entries();

	create function acting_hold_event() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	begin
		perform identity_hold_acting(new.actor, new.book_id,
			(new.recorded_at at time zone book.time_zone)::date)
		from books book where book.id = new.book_id;
		return new;
	end $$;
	create trigger loan_events_acting before insert on loan_events
		for each row when (position(' a.n. ' in new.actor) > 0)
		execute function acting_hold_event();

	create function acting_hold_approval() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	begin
		if tg_op = 'INSERT' then
			perform identity_hold_acting(new.maker, new.book_id,
				(new.made_at at time zone 'Asia/Jakarta')::date);
		elsif new.status in ('approved', 'rejected') then
			perform identity_hold_acting(new.decided_by, new.book_id,
				(new.decided_at at time zone 'Asia/Jakarta')::date);
		end if;
		return new;
	end $$;
	create trigger approvals_acting before insert or update on approvals
		for each row execute function acting_hold_approval();
`;

const rights = `
	revoke all on delegations, delegations_held from public;
	grant select, insert on delegations to bergulir_app;
	grant update (revoked_at, revoked_by) on delegations to bergulir_app;
	grant select on delegations_held to bergulir_app;
	revoke all on function identity_covers(text, text, text, text),
		identity_hold_acting(text, integer, date) from public;
`;
