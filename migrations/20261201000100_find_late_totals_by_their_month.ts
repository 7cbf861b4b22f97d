import type {Knex} from 'knex';
import {changeFunction} from './shared/change-function.ts';

/**
 * A balance of long ago looked through all that was recorded late in any month since, of which it
 * needs what takes effect before the end of its own month only. A cell knows the end of its month
 * now: what was recorded after it is found by it. What is late by more than a month is rare and
 * has an index of its own.
 */
export async function up(knex: Knex): Promise<void> {
	await knex.raw(`
		alter table day_totals add column month_ends_on date not null generated always as (
			(date_trunc('month', effective_on::timestamp) + interval '1 month - 1 day')::date
		) stored;
		create index day_totals_next_month_idx on day_totals (book_id, month_ends_on, account_code)
			where recorded_on > month_ends_on;
		create index day_totals_later_month_idx on day_totals (book_id, recorded_on, account_code)
			where recorded_on > month_ends_on + 28;
	`);
	await changeFunction(knex, 'ledger_turnovers', [
		{
			// The days of each account are looked up by the account, never all of the book's for each:
			// what is not taken apart is planned with the account in hand.
			text: `and day.recorded_on <= known_day
			) total`,
			by: `and day.recorded_on <= known_day
				offset 0
			) total`,
		},
		{
			text: `where total.book_id = of_book and total.recorded_on > total.effective_on
				and total.recorded_on > sealed and total.recorded_on <= known_day
				and total.effective_on <= sealed
				and (of_account is null or total.account_code = of_account)`,
			by: `where total.book_id = of_book and total.month_ends_on = sealed
				and total.recorded_on > total.month_ends_on and total.recorded_on <= known_day
				and (of_account is null or total.account_code = of_account)
			union all
			select total.account_code, total.fund_id, total.kind, total.debits, total.credits
			from day_totals total
			where total.book_id = of_book and total.month_ends_on < sealed
				and total.recorded_on > sealed and total.recorded_on <= known_day
				-- As it always is here, for no month has less than 28 days: so the index is known.
				and total.recorded_on > total.month_ends_on + 28
				and (of_account is null or total.account_code = of_account)`,
		},
	]);
}

export async function down(): Promise<void> {
	throw new Error('Migrations of this service go forward only.');
}
