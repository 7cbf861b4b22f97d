import type {Knex} from 'knex';
import {changeFunction} from './shared/change-function.ts';

/**
 * Most books of a country have nothing new since the last refreshing of their rollup, and the
 * report of today passes them over at once: after which entry something was last noted in a book
 * is kept, and what was written off within the year lies beside the last seal. So the sums of such
 * a book are read straight from it, with no question about its loans.
 */
export async function up(knex: Knex): Promise<void> {
	await knex.raw(notes);
	await knex.raw(year);
	await knex.raw(behind);
	await changeFunction(knex, 'reporting_touched_loans', [
		{
			text: 'from unnest(of_books, rolled, known) as given (book_id, rolled, known)\n\t\t),',
			by: `from unnest(of_books, rolled, known) as given (book_id, rolled, known)
			left join fund_notes noted on noted.book_id = given.book_id
			where known_at is not null or noted.after_entry >= given.rolled
		),`,
		},
	]);
	await changeFunction(knex, 'reporting_refresh', [
		{
			from: 'insert into fund_latest (',
			upTo: 'delete from fund_latest_classes where book_id = any (of_books);',
			by: `insert into fund_latest
		select sealed.*, ended.* from fund_seals sealed
		cross join lateral (${writtenOff('sealed')}) ended
		where sealed.book_id = any (of_books) and sealed.sealed_on = $2
		order by sealed.book_id, sealed.fund_id;
		`,
		},
	]);
	await changeFunction(knex, 'reporting_fund_facts', [
		{
			text: 'begin\n\t\tselect array_agg(book.id),',
			by: `begin
		if of_funds = '{}' then return; end if;
		select array_agg(book.id),`,
		},
		{
			text: 'is_plain boolean DEFAULT false)',
			by: 'is_plain boolean, skips_current boolean)',
		},
		{
			text: 'where (bergulir_all_books() or book.id = any (bergulir_books())) and (of_funds is null',
			by: `where (bergulir_all_books() or book.id = any (bergulir_books()))
			and (not skips_current or book.id in
				(select held.book_id from reporting_books_behind(as_of, known_at, is_plain) held))
			and (of_funds is null`,
		},
	]);
	await knex.raw(facts);
}

export async function down(): Promise<void> {
	throw new Error('The rollup goes on with what it holds.');
}

// In the order in which the columns of both tables stand.
const writtenOff = (of: string): string => `
			select nullif(sum(day.written_off), 0) as written_off_year,
				nullif(sum(day.recovered), 0) as recovered_year
			from fund_days day
			where day.book_id = ${of}.book_id and day.fund_id = ${of}.fund_id
				and (day.written_off is not null or day.recovered is not null)
				and day.on_day > (${of}.sealed_on - interval '1 year')::date
				and day.on_day <= ${of}.sealed_on
		`;

const noted = [
	'loan_schedules',
	'manual_classes',
	'collateral',
	'collateral_appraisals',
	'collateral_releases',
];

// Of what changes loans and is no entry. Whoever writes it holds the book's tip already.
const notes = `
	create table fund_notes (
		book_id integer primary key constraint fund_notes_book_fkey references books (id),
		after_entry bigint not null
	);
	insert into fund_notes
	select one.book_id, max(one.after_entry) from (
		${noted.map((table) => `select book_id, after_entry from ${table}`).join(' union all ')}
	) one
	where one.after_entry is not null group by one.book_id;

	create function reporting_remember_note() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	begin
		insert into fund_notes as held
		select added.book_id, max(added.after_entry) from added
		where added.after_entry is not null group by added.book_id order by added.book_id
		on conflict (book_id) do update set after_entry = excluded.after_entry
			where held.after_entry < excluded.after_entry;
		return null;
	end $$;
	${noted
		.map(
			(table) => `
	create trigger ${table}_noted after insert on ${table}
		referencing new table as added for each statement execute function reporting_remember_note();`,
		)
		.join('')}

	alter table fund_notes enable row level security;
	create policy fund_notes_scope on fund_notes to bergulir_app
		using ((select bergulir_all_books()) or book_id = any ((select bergulir_books())::integer[]));
	revoke all on fund_notes from public;
	revoke all on function reporting_remember_note() from public;
	grant select on fund_notes to bergulir_app;
`;

// The last seal has the columns of a seal, and what was written off in the year up to its day.
const year = `
	drop table fund_latest;
	create table fund_latest (
		like fund_seals,
		written_off_year numeric,
		recovered_year numeric,
		primary key (book_id, fund_id)
	);
	insert into fund_latest
	select sealed.*, ended.*
	from fund_rollups kept
	join fund_seals sealed on sealed.book_id = kept.book_id and sealed.sealed_on = kept.sealed_on
	cross join lateral (${writtenOff('sealed')}) ended
	order by sealed.book_id, sealed.fund_id;

	alter table fund_latest enable row level security;
	create policy fund_latest_scope on fund_latest to bergulir_app
		using ((select bergulir_all_books()) or book_id = any ((select bergulir_books())::integer[]));
	revoke all on fund_latest from public;
	grant select on fund_latest to bergulir_app;
`;

const behind = `
	-- The books whose last seal is not all that there is to say of them on a day: those to which
	-- something came since, and all where another day or what was known at a moment is asked for.
	create function reporting_books_behind(as_of date, known_at timestamptz, is_plain boolean)
	returns table (book_id integer)
	language sql stable rows 1000 as $$
		select tip.book_id
		from book_tips tip
		left join fund_rollups kept on kept.book_id = tip.book_id
		left join fund_notes noted on noted.book_id = tip.book_id
		where known_at is not null or is_plain or tip.number > 0 and not coalesce(
			kept.sealed_on = as_of and kept.last_number = tip.number
				and kept.policies = (select reporting_policies())
				and coalesce(noted.after_entry < kept.last_number, true), false)
	$$;
	revoke all on function reporting_books_behind(date, timestamptz, boolean) from public;
	grant execute on function reporting_books_behind(date, timestamptz, boolean) to bergulir_app;
`;

const facts = `
	drop function reporting_fund_facts(date, timestamptz, uuid[], boolean);
	revoke all on function
		reporting_fund_facts(date, timestamptz, uuid[], boolean, boolean) from public;
	grant execute on function
		reporting_fund_facts(date, timestamptz, uuid[], boolean, boolean) to bergulir_app;
`;
