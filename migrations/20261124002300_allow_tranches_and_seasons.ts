import type {Knex} from 'knex';

/**
 * Loans that are paid out in tranches, of which the sum is never more than was approved, and loans
 * that are repaid by harvest.
 */
export async function up(knex: Knex): Promise<void> {
	await knex.raw(products);
	await knex.raw(loans);
	await knex.raw(disbursements);
	await knex.raw(givenUp);
	await knex.raw(seasons);
}

export async function down(): Promise<void> {
	throw new Error('What was paid out is referred to by the journal; it is not taken back.');
}

const products = `
	-- Murabahah is one sale at one price, ijarah one asset that is let: there is no part of either.
	alter table loan_products add constraint loan_products_tranches_akad_check
		check (tranches_max = 1 or akad not in ('murabahah', 'ijarah'));
`;

const loans = `
	-- What of the principal the member does not want any more: what is approved is the rest.
	alter table loans add column given_up numeric(20, 2) not null default 0
		constraint loans_given_up_check check (given_up >= 0 and given_up < principal);
	grant update (given_up) on loans to bergulir_app;

	-- What was disbursed of a loan and not taken back, by the ceilings of its debt.
	create function lending_disbursed(of_book integer, of_loan uuid) returns numeric
	language sql stable security definer set search_path = public, pg_temp as $$
		select coalesce(sum(
			case account.normal_side when 'debit' then held.granted else -held.granted end), 0)
		from floor_balances held
		join accounts account on account.book_id = held.book_id and account.code = held.account_code
		where held.book_id = of_book and held.dimension = of_loan
			and held.account_code = any (provisioning_principal_accounts())
	$$;
	revoke all on function lending_disbursed(integer, uuid) from public;
`;

const disbursements = `
	-- Whoever posts it: no entry disburses more of a loan than was approved, in more tranches than
	-- its product has, or to who died.
	create function lending_admit_disbursement() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		given record;
		tranches integer;
	begin
		for given in
			select loan.id, loan.number, loan.member_id, loan.principal - loan.given_up as approved,
				coalesce(product.tranches_max, 1) as tranches_max
			from loans loan
			left join loan_products product on product.book_id = loan.book_id
				and product.code = loan.product_code and product.version = loan.product_version
			where loan.book_id = new.book_id and loan.id in (
				select line.loan_id from lines line
				where line.book_id = new.book_id and line.entry_number = new.number)
		loop
			if lending_disbursed(new.book_id, given.id) > given.approved then
				perform ledger_breach('loans_within_approved', format(
					'More of loan %s would be disbursed than the %s approved.', given.number,
					given.approved));
			end if;
			select count(distinct line.entry_number) into tranches
			from lines line
			join entries entry on entry.book_id = line.book_id and entry.number = line.entry_number
			where line.book_id = new.book_id and line.loan_id = given.id
				and line.kind = 'disbursement' and entry.reverses is null
				and not exists (select from entries later
					where later.book_id = entry.book_id and later.reverses = entry.number);
			if tranches > given.tranches_max then
				perform ledger_breach('loans_tranches_max', format(
					'Loan %s is paid out in %s tranches at most.', given.number, given.tranches_max));
			end if;
			if exists (select from member_deaths death where death.book_id = new.book_id
				and death.member_id = given.member_id and death.revoked_by is null) then
				perform ledger_breach('loans_borrower_alive', 'The member has died.');
			end if;
		end loop;
		return null;
	end $$;
	create trigger entries_disbursement after insert on entries
		for each row when (new.kind = 'disbursement' and new.reverses is null)
		execute function lending_admit_disbursement();
`;

const givenUp = `
	-- Giving up leaves nothing to disburse of a running loan, is not taken back, and is told.
	create function lending_guard_given_up() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	begin
		if new.given_up < old.given_up or new.status <> 'disbursed'
			or new.principal - new.given_up <> lending_disbursed(new.book_id, new.id) then
			perform ledger_breach('loans_given_up', format(
				'What is given up of loan %s is what is left to disburse of it.', new.number));
		end if;
		return new;
	end $$;
	create trigger loans_given_up before update of given_up on loans
		for each row when (new.given_up <> old.given_up)
		execute function lending_guard_given_up();
	create trigger loans_given_up_later before insert on loans
		for each row when (new.given_up <> 0)
		execute function lending_guard_given_up();

	create function lending_check_given_up() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	begin
		if not exists (select from loan_events event where event.book_id = new.book_id
			and event.loan_id = new.id and event.kind = 'rest-given-up') then
			perform ledger_breach('loans_step_told', 'Nothing tells what was given up of the loan.');
		end if;
		return null;
	end $$;
	create constraint trigger loans_given_up_told after update of given_up on loans
		deferrable initially deferred for each row when (new.given_up <> old.given_up)
		execute function lending_check_given_up();
`;

const seasons = `
	alter table loans
		drop constraint loans_period_unit_check,
		add constraint loans_period_unit_check
			check (period_unit in ('day', 'week', 'month', 'season')),
		add constraint loans_season_check
			check (period_unit <> 'season' or period_every between 2 and 12);
	alter table loan_products
		drop constraint loan_products_period_unit_check,
		add constraint loan_products_period_unit_check
			check (period_unit in ('day', 'week', 'month', 'season')),
		add constraint loan_products_season_check
			check (period_unit <> 'season' or period_every between 2 and 12);

	-- A loan of several harvests is seasonal whatever the months between them. Of a single one no
	-- second payment could ever be missed, so that stays a bullet, which is counted by time.
	create or replace function provisioning_frequency(unit text, every integer, instalments integer)
	returns text
	language sql immutable parallel safe as $$
		select case
			when instalments = 1 then 'bullet'
			when unit = 'season' then 'seasonal'
			when unit = 'month' and every = 1 then 'monthly'
			when unit = 'month' and every < 6 then 'quarterly'
			when unit = 'month' then 'six-monthly'
			when every * (case unit when 'week' then 7 else 1 end) < 7 then 'daily'
			when every * (case unit when 'week' then 7 else 1 end) < 28 then 'weekly'
			when every * (case unit when 'week' then 7 else 1 end) <= 35 then 'monthly'
			when every * (case unit when 'week' then 7 else 1 end) < 182 then 'quarterly'
			else 'six-monthly'
		end
	$$;
`;
