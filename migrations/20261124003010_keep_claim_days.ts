import type {Knex} from 'knex';

/** What is paid of a claim comes when it was stated or later: on no day is it below nothing. */
export async function up(knex: Knex): Promise<void> {
	await knex.raw(`
		create function city_check_claim_day() returns trigger
		language plpgsql security definer set search_path = public, pg_temp as $$
		declare
			stated_on date;
		begin
			select occurred_on into stated_on from fund_claim_events
			where book_id = new.book_id and claim_id = new.claim_id and kind = 'stated';
			if new.occurred_on < stated_on then
				perform ledger_breach('fund_claim_events_forward', format(
					'The claim was stated on %s.', stated_on));
			end if;
			return new;
		end $$;
		create trigger fund_claim_events_day before insert on fund_claim_events
			for each row execute function city_check_claim_day();
	`);
}

export async function down(): Promise<void> {
	throw new Error("The days of a claim's steps are evidence; they are not loosened.");
}
