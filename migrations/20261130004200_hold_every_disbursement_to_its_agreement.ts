import type {Knex} from 'knex';

/**
 * Under an agreement that has ended no money goes out to a member, in the first tranche of a loan
 * or in a later one. The law looked at the first alone: at the loan when it became disbursed. It
 * looks at the entry now, which every tranche has. A conversion moves no money and is none.
 */
export async function up(knex: Knex): Promise<void> {
	await knex.raw(`
		create function fund_check_paid_out() returns trigger
		language plpgsql security definer set search_path = public, pg_temp as $$
		declare
			ended uuid;
		begin
			select line.fund_id into ended from lines line
			join allocation_endings ending on ending.book_id = line.book_id
				and ending.allocation_id = line.fund_id
			where line.book_id = new.book_id and line.entry_number = new.number
				and line.side = 'credit' and line.account_code like '1.1.%'
			limit 1;
			if ended is not null then
				perform ledger_breach('allocations_running', format(
					'The agreement of allocation %s has ended.', ended));
			end if;
			return null;
		end $$;
		revoke all on function fund_check_paid_out() from public;
		create trigger entries_agreement_running after insert on entries
			for each row when (new.kind = 'disbursement' and new.reverses is null)
			execute function fund_check_paid_out();
		drop trigger loans_running on loans;
	`);
}

export async function down(knex: Knex): Promise<void> {
	await knex.raw(`
		drop trigger entries_agreement_running on entries;
		drop function fund_check_paid_out();
		create trigger loans_running before update of status on loans
			for each row when (new.status = 'disbursed' and old.status = 'approved')
			execute function fund_check_running();
	`);
}
