import type {Knex} from 'knex';

/**
 * What secures a loan: taken once, valued as often as is wanted, given back once. What it is worth
 * on a day is a question of its rows, and what a provision may count comes from the same question.
 */
export async function up(knex: Knex): Promise<void> {
	await knex.raw(tables);
	await knex.raw(laws);
	await knex.raw(values);
	await knex.raw(rights);
}

export async function down(): Promise<void> {
	throw new Error('What was pledged stays on record; it is not taken back.');
}

const tables = `
	create table collateral (
		book_id integer not null,
		loan_id uuid not null,
		number integer not null,
		kind text not null constraint collateral_kind_check
			check (kind in ('land', 'vehicle', 'gold', 'goods', 'deposit', 'other')),
		description text not null,
		owner text not null,
		-- The certificate, BPKB or receipt that is kept.
		document text not null constraint collateral_document_check check (document <> ''),
		-- Where it is kept.
		place text not null,
		taken_on date not null,
		taken_by text not null,
		recorded_at timestamptz not null,
		primary key (book_id, loan_id, number),
		constraint collateral_loan_fkey foreign key (book_id, loan_id) references loans (book_id, id)
	);
	create index collateral_document_idx on collateral (book_id, document);

	create table collateral_appraisals (
		book_id integer not null,
		loan_id uuid not null,
		collateral_number integer not null,
		number integer not null,
		appraised_on date not null,
		value numeric(20, 2) not null
			constraint collateral_appraisals_value_check check (value >= 0),
		appraiser text not null,
		recorded_by text not null,
		recorded_at timestamptz not null,
		primary key (book_id, loan_id, collateral_number, number),
		constraint collateral_appraisals_collateral_fkey
			foreign key (book_id, loan_id, collateral_number)
			references collateral (book_id, loan_id, number)
	);

	create table collateral_releases (
		book_id integer not null,
		loan_id uuid not null,
		collateral_number integer not null,
		released_on date not null,
		handed_to text not null,
		-- Why it is given back although the loan is not settled.
		early_reason text,
		released_by text not null,
		recorded_at timestamptz not null,
		primary key (book_id, loan_id, collateral_number),
		constraint collateral_releases_collateral_fkey
			foreign key (book_id, loan_id, collateral_number)
			references collateral (book_id, loan_id, number)
	);
`;

const laws = `
	-- What is held for one loan secures no other, until it is given back.
	create function lending_admit_collateral() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	begin
		perform from book_tips where book_id = new.book_id for update;
		perform lending_check_happened(new.book_id, new.taken_on, new.recorded_at);
		if exists (
			select from collateral held
			where held.book_id = new.book_id and held.document = new.document and not exists (
				select from collateral_releases release
				where release.book_id = held.book_id and release.loan_id = held.loan_id
					and release.collateral_number = held.number
			)
		) then
			perform ledger_breach('collateral_once', format(
				'%s is held for a loan already.', new.document));
		end if;
		return new;
	end $$;
	create trigger collateral_admit before insert on collateral
		for each row execute function lending_admit_collateral();

	create function lending_admit_appraisal() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	begin
		perform lending_check_happened(new.book_id, new.appraised_on, new.recorded_at);
		if exists (
			select from collateral_releases release
			where release.book_id = new.book_id and release.loan_id = new.loan_id
				and release.collateral_number = new.collateral_number
		) then
			perform ledger_breach('collateral_appraisals_held',
				'What was given back is valued no more.');
		end if;
		return new;
	end $$;
	create trigger collateral_appraisals_admit before insert on collateral_appraisals
		for each row execute function lending_admit_appraisal();

	-- Given back when nothing is owed, and otherwise for a reason. A loan that was written off is
	-- owed all the same.
	create function lending_admit_release() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		loan loans;
		taken date;
	begin
		perform from book_tips where book_id = new.book_id for update;
		perform lending_check_happened(new.book_id, new.released_on, new.recorded_at);
		select * into strict loan from loans where book_id = new.book_id and id = new.loan_id;
		select taken_on into strict taken from collateral
		where book_id = new.book_id and loan_id = new.loan_id and number = new.collateral_number;
		if new.released_on < taken then
			perform ledger_breach('collateral_releases_after', 'It was not held yet.');
		end if;
		if new.early_reason is null and loan.status not in ('settled', 'rejected', 'withdrawn',
			'reversed') and not (loan.status = 'disbursed'
			and lending_owed_on(new.book_id, new.loan_id, 'infinity') = 0) then
			perform ledger_breach('collateral_releases_settled', format(
				'Loan %s is not settled; its collateral stays.', loan.number));
		end if;
		return new;
	end $$;
	create trigger collateral_releases_admit before insert on collateral_releases
		for each row execute function lending_admit_release();
`;

const values = `
	-- What the collateral of each loan was worth on a day, by the last appraisal up to it.
	create function lending_collateral(as_of date, known_at timestamptz default null)
	returns table (book_id integer, loan_id uuid, value numeric)
	language sql stable as $$
		select held.book_id, held.loan_id, sum(appraisal.value)
		from collateral held
		cross join lateral (
			select last.value from collateral_appraisals last
			where last.book_id = held.book_id and last.loan_id = held.loan_id
				and last.collateral_number = held.number and last.appraised_on <= as_of
				and last.recorded_at <= coalesce(known_at, 'infinity')
			order by last.appraised_on desc, last.number desc limit 1
		) appraisal
		where held.taken_on <= as_of and held.recorded_at <= coalesce(known_at, 'infinity')
			and not exists (
				select from collateral_releases release
				where release.book_id = held.book_id and release.loan_id = held.loan_id
					and release.collateral_number = held.number and release.released_on <= as_of
					and release.recorded_at <= coalesce(known_at, 'infinity')
			)
		group by held.book_id, held.loan_id
	$$;

	-- Which classes of a policy deduct it, the policy says.
	create or replace function provisioning_collateral(as_of date)
	returns table (book_id integer, loan_id uuid, value numeric)
	language sql stable as
	$$ select held.book_id, held.loan_id, held.value from lending_collateral(as_of) held $$;
`;

const rights = ['collateral', 'collateral_appraisals', 'collateral_releases']
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
