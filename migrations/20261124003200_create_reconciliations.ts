import type {Knex} from 'knex';

/**
 * What city and cooperative say of each other at each month's end, what explains where they differ,
 * and who signed it; and the figures of cooperatives that keep their books elsewhere.
 */
export async function up(knex: Knex): Promise<void> {
	await knex.raw(tables);
	await knex.raw(laws);
	await knex.raw(rights);
}

export async function down(): Promise<void> {
	throw new Error('Signed reconciliations are evidence; they are not taken back.');
}

const isItem = `check (item in ('owed', 'share', 'held', 'cash', 'outstanding'))`;
const isMonthEnd = `check (extract(day from as_of + 1) = 1)`;

const tables = `
	create table stated_figures (
		book_id integer not null
			constraint stated_figures_cooperative_fkey references cooperatives (book_id),
		as_of date not null constraint stated_figures_month_check ${isMonthEnd},
		-- Each statement of a month has its number; the last one counts.
		number integer not null,
		allocation_id uuid not null,
		item text not null constraint stated_figures_item_check ${isItem},
		amount numeric(20, 2) not null,
		document text not null constraint stated_figures_document_check check (document <> ''),
		stated_by text not null,
		recorded_at timestamptz not null,
		primary key (book_id, as_of, number, allocation_id, item),
		constraint stated_figures_allocation_fkey foreign key (book_id, allocation_id)
			references allocations (book_id, id)
	);

	create table reconciliations (
		book_id integer not null
			constraint reconciliations_cooperative_fkey references cooperatives (book_id),
		id uuid not null,
		as_of date not null constraint reconciliations_month_check ${isMonthEnd},
		number integer not null constraint reconciliations_number_check check (number >= 1),
		books_kept text not null
			constraint reconciliations_kept_check check (books_kept in ('here', 'elsewhere')),
		prepared_by text not null,
		recorded_at timestamptz not null,
		primary key (book_id, id),
		constraint reconciliations_number_key unique (book_id, as_of, number)
	);
	create table reconciliation_lines (
		book_id integer not null,
		reconciliation_id uuid not null,
		allocation_id uuid not null,
		item text not null constraint reconciliation_lines_item_check ${isItem},
		city_amount numeric(20, 2),
		book_amount numeric(20, 2),
		stated_amount numeric(20, 2),
		primary key (book_id, reconciliation_id, allocation_id, item),
		constraint reconciliation_lines_of_fkey foreign key (book_id, reconciliation_id)
			references reconciliations (book_id, id),
		constraint reconciliation_lines_allocation_fkey foreign key (book_id, allocation_id)
			references allocations (book_id, id)
	);
	create table reconciliation_explanations (
		book_id integer not null,
		reconciliation_id uuid not null,
		number integer not null,
		allocation_id uuid not null,
		item text not null,
		against text not null constraint reconciliation_explanations_against_check
			check (against in ('city-book', 'city-stated', 'stated-book')),
		amount numeric(20, 2) not null
			constraint reconciliation_explanations_amount_check check (amount <> 0),
		reason text not null constraint reconciliation_explanations_reason_check check (reason <> ''),
		document text not null
			constraint reconciliation_explanations_document_check check (document <> ''),
		explained_by text not null,
		recorded_at timestamptz not null,
		primary key (book_id, reconciliation_id, number),
		constraint reconciliation_explanations_line_fkey
			foreign key (book_id, reconciliation_id, allocation_id, item)
			references reconciliation_lines (book_id, reconciliation_id, allocation_id, item)
	);
	create table reconciliation_signatures (
		book_id integer not null,
		reconciliation_id uuid not null,
		side text not null
			constraint reconciliation_signatures_side_check check (side in ('cooperative', 'city')),
		signed_by text not null,
		user_id uuid not null,
		recorded_at timestamptz not null,
		primary key (book_id, reconciliation_id, side),
		-- Both sides by one person would be no reconciliation.
		constraint reconciliation_signatures_person_key unique (book_id, reconciliation_id, user_id),
		constraint reconciliation_signatures_of_fkey foreign key (book_id, reconciliation_id)
			references reconciliations (book_id, id)
	);
`;

const laws = `
	-- Every difference of a reconciliation less what explains it; differencesOf in the code.
	create function reconciliation_open(of_book integer, of_reconciliation uuid)
	returns table (allocation_id uuid, item text, against text, amount numeric)
	language sql stable as $$
		select line.allocation_id, line.item, pair.against, pair.difference - coalesce((
			select sum(explained.amount) from reconciliation_explanations explained
			where explained.book_id = of_book and explained.reconciliation_id = of_reconciliation
				and explained.allocation_id = line.allocation_id and explained.item = line.item
				and explained.against = pair.against
		), 0)
		from reconciliation_lines line
		cross join lateral (values
			('city-book', city_amount - book_amount),
			('city-stated', case when book_amount is null then city_amount - stated_amount end),
			('stated-book', stated_amount - book_amount)
		) pair (against, difference)
		where line.book_id = of_book and line.reconciliation_id = of_reconciliation
			and pair.difference <> 0
	$$;

	create function reconciliation_check_signature() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	begin
		perform from book_tips where book_id = new.book_id for update;
		if exists (select from reconciliation_open(new.book_id, new.reconciliation_id) open
			where open.amount <> 0)
		then
			perform ledger_breach('reconciliation_explained', 'A difference is not explained.');
		end if;
		return new;
	end $$;
	create trigger reconciliation_signatures_explained before insert on reconciliation_signatures
		for each row execute function reconciliation_check_signature();

	create function reconciliation_check_explanation() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	begin
		perform from book_tips where book_id = new.book_id for update;
		if exists (select from reconciliation_signatures
			where book_id = new.book_id and reconciliation_id = new.reconciliation_id)
		then
			perform ledger_breach('reconciliation_signed', 'It has been signed.');
		end if;
		if not exists (select from reconciliation_open(new.book_id, new.reconciliation_id) open
			where open.allocation_id = new.allocation_id and open.item = new.item
				and open.against = new.against and sign(open.amount) = sign(new.amount)
				and abs(open.amount) >= abs(new.amount))
		then
			perform ledger_breach('reconciliation_explains', 'It explains more than is open.');
		end if;
		return new;
	end $$;
	create trigger reconciliation_explanations_fit before insert on reconciliation_explanations
		for each row execute function reconciliation_check_explanation();

	-- Figures are found once, when it is prepared.
	create function reconciliation_check_line() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	begin
		if exists (select from reconciliation_signatures
			where book_id = new.book_id and reconciliation_id = new.reconciliation_id)
		then
			perform ledger_breach('reconciliation_signed', 'It has been signed.');
		end if;
		return new;
	end $$;
	create trigger reconciliation_lines_before_signature before insert on reconciliation_lines
		for each row execute function reconciliation_check_line();

	create function reconciliation_refuse_change() returns trigger
	language plpgsql as $$
	begin
		perform ledger_breach('reconciliation_append_only', format(
			'%s of %s is refused: what was recorded stays.', tg_op, tg_table_name));
		return null;
	end $$;
`;

const evidence = [
	'stated_figures',
	'reconciliations',
	'reconciliation_lines',
	'reconciliation_explanations',
	'reconciliation_signatures',
];

const rights = evidence
	.map(
		(table) => `
	create trigger ${table}_append_only before update or delete on ${table}
		for each row execute function reconciliation_refuse_change();
	create trigger ${table}_never_truncated before truncate on ${table}
		for each statement execute function reconciliation_refuse_change();
	alter table ${table} enable row level security;
	create policy ${table}_scope on ${table} to bergulir_app
		using ((select bergulir_all_books()) or book_id = any ((select bergulir_books())::integer[]));
	revoke all on ${table} from public;
	grant select, insert on ${table} to bergulir_app;`,
	)
	.join('');
