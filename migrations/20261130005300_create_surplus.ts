import type {Knex} from 'knex';

/**
 * How cooperatives distribute their surplus (SHU) by their own rules, what each member has of it,
 * and what of that was paid out.
 */
export async function up(knex: Knex): Promise<void> {
	await knex.raw(account);
	await knex.raw(rules);
	await knex.raw(ruleLaws);
	await knex.raw(distributions);
	await knex.raw(bases);
	await knex.raw(record);
	await knex.raw(recordLaws);
	await knex.raw(rights);
}

export async function down(): Promise<void> {
	throw new Error('Members have shares of what was distributed; they are not taken back.');
}

const account = `
	-- What members have of the surplus and were not paid; nobody is paid more than is theirs.
	insert into accounts (book_id, code, name_id, name_en, class, normal_side, floor, is_controlled)
	select id, '2.4.02', 'SHU bagian anggota', 'Members'' shares of the SHU', 'liability', 'credit',
		'member', true
	from books where kind = 'cooperative'
	on conflict do nothing;
`;

const rules = `
	-- How a cooperative distributes its surplus, from a day on, by its statutes or a meeting.
	create table surplus_rules (
		book_id integer not null
			constraint surplus_rules_cooperative_fkey references cooperatives (book_id),
		version integer not null constraint surplus_rules_version_check check (version > 0),
		effective_from date not null,
		basis text not null constraint surplus_rules_basis_check
			check (basis in ('statutes', 'member-meeting')),
		document text not null constraint surplus_rules_document_check check (document <> ''),
		saving_products text[] not null constraint surplus_rules_products_check
			check (saving_products <@ array['pokok', 'wajib', 'wadiah', 'mudharabah']),
		recorded_at timestamptz not null,
		recorded_by text not null,
		primary key (book_id, version)
	);
	create table surplus_rule_parts (
		book_id integer not null,
		version integer not null,
		position smallint not null,
		kind text not null constraint surplus_rule_parts_kind_check
			check (kind in ('general-reserve', 'risk-reserve', 'member-savings', 'member-business',
				'education', 'social', 'management', 'employees', 'area-development', 'other')),
		name text not null constraint surplus_rule_parts_name_check check (name <> ''),
		percent numeric(9, 6) not null constraint surplus_rule_parts_percent_check
			check (percent > 0 and percent <= 100),
		account_code text not null,
		primary key (book_id, version, position),
		constraint surplus_rule_parts_rule_fkey foreign key (book_id, version)
			references surplus_rules (book_id, version),
		constraint surplus_rule_parts_account_fkey foreign key (book_id, account_code)
			references accounts (book_id, code)
	);
	create unique index surplus_rule_parts_kind_key on surplus_rule_parts (book_id, version, kind)
		where kind <> 'other';
`;

const ruleLaws = `
	-- A rule follows the one before it and is in force no earlier than that one.
	create function surplus_admit_rule() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		last surplus_rules;
	begin
		perform from book_tips where book_id = new.book_id for update;
		select * into last from surplus_rules
		where book_id = new.book_id order by version desc limit 1;
		if new.version <> coalesce(last.version, 0) + 1
			or new.effective_from < coalesce(last.effective_from, new.effective_from) then
			perform ledger_breach('surplus_rules_forward', format(
				'A rule follows version %s of %s.', last.version, last.effective_from));
		end if;
		return new;
	end $$;
	create trigger surplus_rules_admit before insert on surplus_rules
		for each row execute function surplus_admit_rule();

	-- Whether a part may go to an account: reserves are equity, members' parts have their own
	-- account, all others go where nothing else is kept.
	create function surplus_account_fits(of_book integer, of_kind text, of_account text)
	returns boolean
	language sql stable set search_path = public, pg_temp as $$
		select case when of_kind in ('member-savings', 'member-business')
			then of_account = '2.4.02'
			else floor = 'none' and not is_controlled
				and code not in ('3.2.09', '3.1.01', '3.1.02', '2.1.01', '2.5.01')
				and (class = 'equity'
					or (class = 'liability' and of_kind not in ('general-reserve', 'risk-reserve')))
			end
		from accounts where book_id = of_book and code = of_account
	$$;

	-- By the end of the transaction a rule is whole: exactly a hundred per cent, a general reserve
	-- in it, and every part to an account that is for it.
	create function surplus_check_rule() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		whole numeric;
		reserves integer;
		astray text;
		is_by_savings boolean;
	begin
		select sum(percent), count(*) filter (where kind = 'general-reserve'),
			min(name) filter (where not surplus_account_fits(book_id, kind, account_code)),
			bool_or(kind = 'member-savings')
		into whole, reserves, astray, is_by_savings
		from surplus_rule_parts
		where book_id = new.book_id and version = new.version;
		if whole is distinct from 100 or reserves <> 1 then
			perform ledger_breach('surplus_rules_whole', format(
				'The parts come to %s per cent, with %s general reserves.', whole, reserves));
		end if;
		if astray is not null then
			perform ledger_breach('surplus_rules_accounts', format(
				'The part %s goes to an account that is not for it.', astray));
		end if;
		if is_by_savings and (select saving_products = '{}' from surplus_rules
			where book_id = new.book_id and version = new.version) then
			perform ledger_breach('surplus_rules_products',
				'A part by savings names the savings.');
		end if;
		return null;
	end $$;
	create constraint trigger surplus_rules_whole after insert on surplus_rules
		deferrable initially deferred for each row execute function surplus_check_rule();
	create constraint trigger surplus_rule_parts_whole after insert on surplus_rule_parts
		deferrable initially deferred for each row execute function surplus_check_rule();
`;

const distributions = `
	-- The surplus of a year as it was distributed. These three are written by surplus_record alone.
	create table surplus_distributions (
		book_id integer not null,
		id uuid not null,
		year integer not null,
		-- The day of the Rapat Anggota.
		decided_on date not null,
		document text not null
			constraint surplus_distributions_document_check check (document <> ''),
		rule_version integer not null,
		surplus numeric(20, 2) not null
			constraint surplus_distributions_surplus_check check (surplus > 0),
		closing_entry bigint not null,
		first_entry bigint not null,
		last_entry bigint not null,
		recorded_by text not null,
		primary key (book_id, id),
		constraint surplus_distributions_day_check check (extract(year from decided_on) > year),
		constraint surplus_distributions_entries_check check (first_entry <= last_entry),
		constraint surplus_distributions_first_key unique (book_id, first_entry),
		constraint surplus_distributions_rule_fkey foreign key (book_id, rule_version)
			references surplus_rules (book_id, version),
		constraint surplus_distributions_closing_fkey foreign key (book_id, closing_entry)
			references entries (book_id, number),
		constraint surplus_distributions_first_fkey foreign key (book_id, first_entry)
			references entries (book_id, number),
		constraint surplus_distributions_last_fkey foreign key (book_id, last_entry)
			references entries (book_id, number)
	);
	create index surplus_distributions_year_idx on surplus_distributions (book_id, year);
	create index surplus_distributions_closing_idx on surplus_distributions (book_id, closing_entry);
	create table surplus_distribution_parts (
		book_id integer not null,
		distribution_id uuid not null,
		position smallint not null,
		-- The percentage of the surplus, rounded down to the rupiah.
		share numeric(20, 2) not null constraint surplus_distribution_parts_share_check
			check (share >= 0 and share = trunc(share)),
		-- What went to the account.
		amount numeric(20, 2) not null
			constraint surplus_distribution_parts_amount_check check (amount >= 0),
		-- What members had by which it was shared; null for all other parts.
		base numeric(38, 2),
		primary key (book_id, distribution_id, position),
		constraint surplus_distribution_parts_fkey foreign key (book_id, distribution_id)
			references surplus_distributions (book_id, id)
	);
	create table surplus_shares (
		book_id integer not null,
		distribution_id uuid not null,
		member_id uuid not null,
		savings_base numeric(38, 2) not null,
		business_base numeric(38, 2) not null,
		savings_share numeric(20, 2) not null,
		business_share numeric(20, 2) not null,
		primary key (book_id, distribution_id, member_id),
		constraint surplus_shares_distribution_fkey foreign key (book_id, distribution_id)
			references surplus_distributions (book_id, id),
		constraint surplus_shares_member_fkey foreign key (book_id, member_id)
			references members (book_id, id)
	);
`;

const bases = `
	-- Whether a distribution was not taken back.
	create function surplus_stands(of_book integer, of_first_entry bigint) returns boolean
	language sql stable set search_path = public, pg_temp as $$
		select not exists (select from entries
			where book_id = of_book and reverses = of_first_entry)
	$$;

	-- By what members have parts of the surplus of a year, from the journal up to an entry: the
	-- average of their savings at the ends of its twelve months, rounded down to the sen, and what
	-- their loans earned, less the wear of what was let to them.
	create function surplus_bases(of_book integer, of_year integer, of_products text[],
		up_to bigint)
	returns table (member_id uuid, savings_base numeric, business_base numeric)
	language sql stable set search_path = public, pg_temp as $$
		with saved as (
			select line.member_id, sum(case line.side when 'credit' then line.amount
					else -line.amount end
				* case when line.effective_on < make_date(of_year, 1, 1) then 12
					else 13 - extract(month from line.effective_on)::integer end) as held
			from (select distinct unnest(of_products)) named (product)
			join lines line on line.book_id = of_book
				and line.account_code = savings_account_code(product)
			where line.effective_on <= make_date(of_year, 12, 31) and line.entry_number <= up_to
				and line.kind in ('saving-deposit', 'saving-withdrawal')
				and line.member_id is not null
			group by line.member_id
		), earned as (
			select line.member_id, sum(case line.side when 'credit' then line.amount
				else -line.amount end) as amount
			from lines line
			where line.book_id = of_book and line.entry_number <= up_to
				and line.account_code in ('4.1.01', '4.1.02', '4.1.03', '4.1.04', '4.1.05', '4.1.06',
					'5.4.02')
				and line.effective_on between make_date(of_year, 1, 1) and make_date(of_year, 12, 31)
				and line.kind <> 'year-closing' and line.member_id is not null
			group by line.member_id
		)
		select coalesce(saved.member_id, earned.member_id),
			(div(greatest(coalesce(saved.held, 0), 0) * 100, 12) / 100)::numeric(38, 2),
			greatest(coalesce(earned.amount, 0), 0)::numeric(38, 2)
		from saved full join earned on earned.member_id = saved.member_id
		where coalesce(saved.held, 0) > 0 or coalesce(earned.amount, 0) > 0
	$$;
`;

const record = `
	-- The one door: a distribution with its parts and shares, of entries that were posted before in
	-- the same transaction. Whatever is told is held against the journal and the rule.
	create function surplus_record(of_book integer, told jsonb) returns void
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		it surplus_distributions;
	begin
		if not (bergulir_all_books() or of_book = any (bergulir_books())) then
			raise insufficient_privilege using message = 'The book is outside your scope.';
		end if;
		perform from book_tips where book_id = of_book for update;
		select * into it from jsonb_populate_record(null::surplus_distributions, told);
		it.book_id := of_book;
		if exists (select from surplus_distributions other
			where other.book_id = of_book and other.year = it.year
				and surplus_stands(of_book, other.first_entry)) then
			perform ledger_breach('surplus_distributions_once', format(
				'The surplus of %s was distributed.', it.year));
		end if;
		insert into surplus_distributions values (it.*);
		insert into surplus_distribution_parts
		select of_book, it.id, part.position, part.share, part.amount, part.base
		from jsonb_populate_recordset(null::surplus_distribution_parts, told -> 'parts') part;
		insert into surplus_shares
		select of_book, it.id, own.member_id, own.savings_base, own.business_base,
			own.savings_share, own.business_share
		from jsonb_populate_recordset(null::surplus_shares, told -> 'shares') own;
		perform surplus_check_closing(it);
		perform surplus_check_parts(it);
		perform surplus_check_shares(it);
		perform surplus_check_entries(it);
	end $$;
`;

const recordLaws = `
	-- Of a year that is closed, by another person, all that was carried to 3.2.09 and no more, by
	-- the rule in force on the day of the decision.
	create function surplus_check_closing(it surplus_distributions) returns void
	language plpgsql set search_path = public, pg_temp as $$
	declare
		closing entries;
		carried numeric;
		held numeric;
	begin
		select * into closing from entries
		where book_id = it.book_id and number = it.closing_entry;
		select sum(case side when 'credit' then amount else -amount end) into carried from lines
		where book_id = it.book_id and entry_number = it.closing_entry and account_code = '3.2.09';
		if closing.kind <> 'year-closing' or closing.reverses is not null
			or closing.effective_on <> make_date(it.year, 12, 31)
			or exists (select from entries
				where book_id = it.book_id and reverses = it.closing_entry)
			or carried is distinct from it.surplus then
			perform ledger_breach('surplus_distributions_closed', format(
				'Entry %s did not carry a surplus of %s for %s.', it.closing_entry, it.surplus,
				it.year));
		end if;
		if closing.actor = it.recorded_by then
			perform ledger_breach('surplus_distributions_two_people', format(
				'The year %s was closed by %s.', it.year, closing.actor));
		end if;
		if it.rule_version is distinct from (select max(version) from surplus_rules
			where book_id = it.book_id and effective_from <= it.decided_on) then
			perform ledger_breach('surplus_distributions_rule', format(
				'Version %s is not in force on %s.', it.rule_version, it.decided_on));
		end if;
		select sum(credits - debits) into held from day_totals
		where book_id = it.book_id and account_code = '3.2.09';
		if held < 0 then
			perform ledger_breach('surplus_distributions_held', format(
				'Account 3.2.09 would hold %s.', held));
		end if;
	end $$;

	-- Each part is its percentage rounded down; the general reserve has all that is left over.
	create function surplus_check_parts(it surplus_distributions) returns void
	language plpgsql set search_path = public, pg_temp as $$
	begin
		if (select sum(amount) from surplus_distribution_parts
				where book_id = it.book_id and distribution_id = it.id) is distinct from it.surplus
			or exists (
				select from (
					select rule.kind, rule.percent, part.position as told, part.share, part.amount,
						part.base, shared.amount as shared
					from (select * from surplus_rule_parts
						where book_id = it.book_id and version = it.rule_version) rule
					full join (select * from surplus_distribution_parts
						where book_id = it.book_id and distribution_id = it.id) part
						on part.position = rule.position
					cross join lateral (
						select coalesce(sum(case rule.kind when 'member-savings' then savings_share
							else business_share end), 0) as amount
						from surplus_shares
						where book_id = it.book_id and distribution_id = it.id
					) shared
				) part
				where kind is null or told is null or share <> div(it.surplus * percent, 100)
					or (base is not null) <> (kind in ('member-savings', 'member-business'))
					or case when kind in ('member-savings', 'member-business') then amount <> shared
						when kind = 'general-reserve' then amount < share
						else amount <> share end
			) then
			perform ledger_breach('surplus_distributions_parts', format(
				'The parts are not what the rule makes of %s.', it.surplus));
		end if;
	end $$;

	-- Each share is a member's part of the base by the journal, rounded down; nobody is left out.
	create function surplus_check_shares(it surplus_distributions) returns void
	language plpgsql set search_path = public, pg_temp as $$
	declare
		by_savings numeric;
		by_business numeric;
		astray uuid;
	begin
		select coalesce(sum(part.share) filter (where rule.kind = 'member-savings'), 0),
			coalesce(sum(part.share) filter (where rule.kind = 'member-business'), 0)
		into by_savings, by_business
		from surplus_distribution_parts part
		join surplus_rule_parts rule on rule.book_id = part.book_id
			and rule.version = it.rule_version and rule.position = part.position
		where part.book_id = it.book_id and part.distribution_id = it.id;
		with base as materialized (
			select found.* from surplus_bases(it.book_id, it.year, (
				select saving_products from surplus_rules
				where book_id = it.book_id and version = it.rule_version), it.first_entry - 1) found
		), whole as (
			select coalesce(sum(savings_base), 0) as savings,
				coalesce(sum(business_base), 0) as business
			from base
		), due as (
			select base.*,
				coalesce(div(by_savings * savings_base, nullif(whole.savings, 0)), 0) as savings_due,
				coalesce(div(by_business * business_base, nullif(whole.business, 0)), 0)
					as business_due
			from base cross join whole
		)
		select coalesce(due.member_id, own.member_id) into astray
		from (select * from due where savings_due + business_due > 0) due
		full join (select * from surplus_shares
			where book_id = it.book_id and distribution_id = it.id) own
			on own.member_id = due.member_id
		where (due.savings_base, due.business_base, due.savings_due, due.business_due)
			is distinct from
			(own.savings_base, own.business_base, own.savings_share, own.business_share)
		limit 1;
		if astray is not null then
			perform ledger_breach('surplus_distributions_shares', format(
				'Member %s has another share by the journal.', astray));
		end if;
		if exists (
			select from surplus_distribution_parts part
			join surplus_rule_parts rule on rule.book_id = part.book_id
				and rule.version = it.rule_version and rule.position = part.position
			where part.book_id = it.book_id and part.distribution_id = it.id
				and part.base is distinct from (
					select case rule.kind when 'member-savings' then coalesce(sum(savings_base), 0)
						when 'member-business' then coalesce(sum(business_base), 0) end
					from surplus_bases(it.book_id, it.year, (
						select saving_products from surplus_rules
						where book_id = it.book_id and version = it.rule_version),
						it.first_entry - 1))
		) then
			perform ledger_breach('surplus_distributions_shares',
				'What members have by which a part is shared is another sum by the journal.');
		end if;
	end $$;

	-- The entries take from 3.2.09 what the closing brought there, fund by fund, and give it to the
	-- accounts of the parts and to the members.
	create function surplus_check_entries(it surplus_distributions) returns void
	language plpgsql set search_path = public, pg_temp as $$
	begin
		if exists (
			select from generate_series(it.first_entry, it.last_entry) expected (number)
			left join entries entry on entry.book_id = it.book_id
				and entry.number = expected.number
			where (entry.kind, entry.effective_on, entry.reverses, entry.actor)
				is distinct from ('surplus-distribution', it.decided_on, null, it.recorded_by)
		) or exists (
			select from (
				select account_code, fund_id, member_id,
					sum(case side when 'credit' then amount else -amount end) as amount
				from lines
				where book_id = it.book_id
					and entry_number between it.first_entry and it.last_entry
				group by 1, 2, 3
			) booked
			full join (
				select '3.2.09' as account_code, fund_id, null::uuid as member_id,
					-sum(case side when 'credit' then amount else -amount end) as amount
				from lines
				where book_id = it.book_id and entry_number = it.closing_entry
					and account_code = '3.2.09'
				group by fund_id
				union all
				select rule.account_code, null, null, sum(part.amount)
				from surplus_distribution_parts part
				join surplus_rule_parts rule on rule.book_id = part.book_id
					and rule.version = it.rule_version and rule.position = part.position
				where part.book_id = it.book_id and part.distribution_id = it.id
					and rule.account_code <> '2.4.02'
				group by rule.account_code having sum(part.amount) > 0
				union all
				select '2.4.02', null, member_id, savings_share + business_share
				from surplus_shares
				where book_id = it.book_id and distribution_id = it.id
			) due on due.account_code = booked.account_code
				and coalesce(due.fund_id::text, '') = coalesce(booked.fund_id::text, '')
				and coalesce(due.member_id::text, '') = coalesce(booked.member_id::text, '')
			where due.amount is distinct from booked.amount
		) then
			perform ledger_breach('surplus_distributions_booked', format(
				'Entries %s to %s do not distribute the surplus of %s so.', it.first_entry,
				it.last_entry, it.year));
		end if;
	end $$;
`;

const written = [
	'surplus_rules',
	'surplus_rule_parts',
	'surplus_distributions',
	'surplus_distribution_parts',
	'surplus_shares',
];
const rights = `
	${written
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
	grant select on ${table} to bergulir_app;`,
		)
		.join('\n')}
	grant insert on surplus_rules, surplus_rule_parts to bergulir_app;

	revoke all on function surplus_stands(integer, bigint),
		surplus_bases(integer, integer, text[], bigint), surplus_record(integer, jsonb),
		surplus_account_fits(integer, text, text), surplus_check_closing(surplus_distributions),
		surplus_check_parts(surplus_distributions), surplus_check_shares(surplus_distributions),
		surplus_check_entries(surplus_distributions) from public;
	grant execute on function surplus_stands(integer, bigint),
		surplus_bases(integer, integer, text[], bigint), surplus_record(integer, jsonb)
		to bergulir_app;
`;
