import type {Knex} from 'knex';

/**
 * Goods that a member buys as the cooperative's agent before they are sold on (wakalah), and what
 * is paid beforehand (urbun): accounts by loan, what a product asks, and the laws of the sale.
 */
export async function up(knex: Knex): Promise<void> {
	await knex.raw(accounts);
	await knex.raw(products);
	await knex.raw(sales);
	await knex.raw(costs);
	await knex.raw(steps);
}

export async function down(): Promise<void> {
	throw new Error(
		'What was bought and paid beforehand stands in the journal; it is not taken away.',
	);
}

const accounts = `
	insert into accounts (book_id, code, name_id, name_en, class, normal_side, floor, is_controlled)
	select books.id, added.*
	from books
	cross join (values
		('1.2.32', 'Tagihan biaya pembatalan murabahah', 'Claims for cancelled purchases',
			'asset', 'debit', 'loan', true),
		('1.3.02', 'Uang muka pembelian melalui wakil (wakalah)',
			'Purchase money with agents (wakalah)', 'asset', 'debit', 'loan', true)
	) as added (code, name_id, name_en, class, normal_side, floor, is_controlled)
	where books.kind = 'cooperative'
	on conflict do nothing;

	-- Goods and down payments are counted by loan from now on: of a loan nothing is sold that was
	-- not bought for it, and nothing is returned that was not paid.
	update accounts set floor = 'loan', ceiling_kind = null, is_controlled = true
	from books
	where books.id = accounts.book_id and books.kind = 'cooperative'
		and accounts.code in ('1.3.01', '2.1.11');
	delete from floor_balances held using books
	where books.id = held.book_id and books.kind = 'cooperative'
		and held.account_code in ('1.3.01', '2.1.11');
	insert into floor_balances (book_id, account_code, dimension, balance)
	select line.book_id, line.account_code,
		coalesce(line.loan_id, '00000000-0000-0000-0000-000000000000'),
		sum(case when line.side = account.normal_side then line.amount else -line.amount end)
	from lines line
	join books on books.id = line.book_id and books.kind = 'cooperative'
	join accounts account on account.book_id = line.book_id and account.code = line.account_code
	where line.account_code in ('1.3.01', '2.1.11')
	group by 1, 2, 3;
`;

const products = `
	alter table loan_products
		-- How the goods of a murabahah are bought; directly where nothing is said.
		add column purchase text,
		add column down_payment_min_rate numeric(20, 18),
		add column down_payment_min numeric(20, 2),
		add constraint loan_products_purchase_check
			check (purchase is null or (akad = 'murabahah' and purchase in ('direct', 'wakalah'))),
		-- The least that is paid beforehand: a part of the cost, or a sum below it.
		add constraint loan_products_down_payment_check check (
			num_nonnulls(down_payment_min_rate, down_payment_min) = 0
			or (akad = 'murabahah' and num_nonnulls(down_payment_min_rate, down_payment_min) = 1
				and coalesce(down_payment_min_rate > 0 and down_payment_min_rate < 1, true)
				and coalesce(down_payment_min > 0 and down_payment_min < principal_min, true)));
`;

const sales = `
	alter table loans
		-- What of the price was paid before the sale; null where nothing was.
		add column down_payment numeric(20, 2)
			constraint loans_down_payment_check
			check (down_payment is null or (down_payment > 0 and akad = 'murabahah'));
	grant update (down_payment) on loans to bergulir_app;

	-- What is sold is the cooperative's (DSN-MUI 4/2000): under wakalah the sale moves no money, and
	-- all that was bought for the loan goes with it. What was paid beforehand is part of the price
	-- (DSN-MUI 13/2000), all of it. And a loan is not withdrawn while anything stands on it.
	create function lending_guard_sale() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		is_sold boolean := new.status = 'disbursed' and old.status = 'approved';
		held text;
		applied numeric;
	begin
		if new.down_payment is distinct from old.down_payment and not is_sold then
			perform ledger_breach('loans_down_payment_applied',
				'What was paid before the sale is said with the sale.');
		end if;
		if not is_sold and not (new.status = 'withdrawn' and old.status <> 'withdrawn') then
			return new;
		end if;
		select string_agg(account_code || ' ' || balance, ', ') into held from floor_balances
		where book_id = new.book_id and dimension = new.id
			and account_code in ('1.3.01', '1.3.02', '2.1.11') and balance <> 0;
		if held is not null then
			perform ledger_breach(case when is_sold then 'loans_sold_whole'
				else 'loans_withdrawn_holds_nothing' end, format(
				'The loan becomes %s and still holds %s.', new.status, held));
		end if;
		if not is_sold then
			return new;
		end if;
		if exists (
			select from loan_products product
			join lines line on line.book_id = new.book_id
				and line.entry_number = new.disbursement_entry and line.account_code = '1.1.11'
			where product.book_id = new.book_id and product.code = new.product_code
				and product.version = new.product_version and product.purchase = 'wakalah'
		) then
			perform ledger_breach('loans_sale_of_own_goods',
				'Under wakalah the goods are bought before they are sold.');
		end if;
		select coalesce(sum(case side when 'debit' then amount else -amount end), 0) into applied
		from lines
		where book_id = new.book_id and loan_id = new.id and account_code = '2.1.11'
			and kind = 'down-payment-applied';
		if applied <> coalesce(new.down_payment, 0) then
			perform ledger_breach('loans_down_payment_applied', format(
				'Of the price %s was paid beforehand, not %s.', applied, new.down_payment));
		end if;
		return new;
	end $$;
	create trigger loans_sale before update of status, down_payment on loans
		for each row execute function lending_guard_sale();
`;

const costs = `
	-- What a cancelled purchase really cost, with the papers that prove it (DSN-MUI 13/2000).
	create table cancellation_costs (
		book_id integer not null,
		loan_id uuid not null,
		entry_number bigint not null,
		number integer not null constraint cancellation_costs_number_check check (number > 0),
		document text not null constraint cancellation_costs_document_check check (document <> ''),
		description text not null,
		spent_on date not null,
		amount numeric(20, 2) not null constraint cancellation_costs_amount_check check (amount > 0),
		primary key (book_id, entry_number, number),
		constraint cancellation_costs_loan_fkey foreign key (book_id, loan_id)
			references loans (book_id, id),
		constraint cancellation_costs_entry_fkey foreign key (book_id, entry_number)
			references entries (book_id, number)
	);

	-- A paper is counted once, unless what counted it was taken back.
	create function lending_admit_cancellation_cost() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	begin
		perform from book_tips where book_id = new.book_id for update;
		if exists (
			select from cancellation_costs other
			where other.book_id = new.book_id and other.document = new.document
				and not exists (select from entries where entries.book_id = other.book_id
					and entries.reverses = other.entry_number)
		) then
			perform ledger_breach('cancellation_costs_document_key', format(
				'The paper %s was counted before.', new.document));
		end if;
		return new;
	end $$;
	create trigger cancellation_costs_admit before insert on cancellation_costs
		for each row execute function lending_admit_cancellation_cost();

	-- By the end of the transaction the papers sum to what the entry says they do.
	create function lending_check_cancellation_costs() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		proved numeric;
		booked numeric;
	begin
		select sum(amount) into proved from cancellation_costs
		where book_id = new.book_id and entry_number = new.entry_number;
		select coalesce(sum(amount), 0) into booked from lines
		where book_id = new.book_id and entry_number = new.entry_number
			and kind = 'purchase-cancellation' and loan_id = new.loan_id
			and account_code = '4.9.01' and side = 'credit';
		if proved is distinct from booked then
			perform ledger_breach('cancellation_costs_as_booked', format(
				'The papers sum to %s where the entry has %s.', proved, booked));
		end if;
		return null;
	end $$;
	create constraint trigger cancellation_costs_as_booked after insert on cancellation_costs
		deferrable initially deferred for each row execute function lending_check_cancellation_costs();

	create trigger cancellation_costs_append_only before update or delete on cancellation_costs
		for each row execute function ledger_refuse_change();
	create trigger cancellation_costs_never_truncated before truncate on cancellation_costs
		for each statement execute function ledger_refuse_change();
	alter table cancellation_costs enable row level security;
	create policy cancellation_costs_scope on cancellation_costs to bergulir_app
		using ((select bergulir_all_books()) or book_id = any ((select bergulir_books())::integer[]));
	revoke all on cancellation_costs from public;
	grant select, insert on cancellation_costs to bergulir_app;
`;

const steps = `
	-- Money goes to an agent for a loan that was approved, to a member who lives; and whoever applied
	-- for a loan does not say what its cancelled purchase cost.
	create function lending_guard_purchase_step() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		loan loans;
	begin
		select * into strict loan from loans where book_id = new.book_id and id = new.loan_id;
		if new.kind = 'purchase-cancelled' then
			if new.actor = loan.applied_by then
				perform ledger_breach('loan_events_two_people', format(
					'%s applied for this loan; another person takes this step.', new.actor));
			end if;
			return new;
		end if;
		if loan.status <> 'approved' then
			perform ledger_breach('loan_events_before_sale', format(
				'The loan is %s; %s comes between its approval and its sale.', loan.status, new.kind));
		end if;
		if exists (select from member_deaths death
			where death.book_id = loan.book_id and death.member_id = loan.member_id
				and death.revoked_by is null) then
			perform ledger_breach('loans_borrower_alive', 'The member has died.');
		end if;
		return new;
	end $$;
	create trigger loan_events_purchase before insert on loan_events
		for each row when (new.kind in ('purchase-advance', 'down-payment', 'purchase-cancelled'))
		execute function lending_guard_purchase_step();
`;
