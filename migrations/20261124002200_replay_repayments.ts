import type {Knex} from 'knex';

/**
 * A payment that came to light late splits the ones after it anew: each is taken back and posted
 * again under its old receipt, as the next replay of it. The rows before stay.
 */
export async function up(knex: Knex): Promise<void> {
	await knex.raw(`
		alter table repayments
			add column replay integer not null default 0
				constraint repayments_replay_check check (replay >= 0),
			drop constraint repayments_receipt_key,
			add constraint repayments_receipt_key
				unique (book_id, receipt_number, loan_id, replay);
		alter table repayments alter column replay drop default;

		-- By the end of the transaction: what is posted again was taken back, and is the same payment.
		create function lending_check_replay() returns trigger
		language plpgsql security definer set search_path = public, pg_temp as $$
		begin
			if not exists (
				select from repayments before
				join entries reversal on reversal.book_id = before.book_id
					and reversal.reverses = before.entry_number
				where before.book_id = new.book_id and before.loan_id = new.loan_id
					and before.receipt_number = new.receipt_number and before.replay = new.replay - 1
					and (before.paid_on, before.method, before.amount, before.received_by)
						= (new.paid_on, new.method, new.amount, new.received_by)
			) then
				perform ledger_breach('repayments_replayed', format(
					'Receipt %s is posted again, but was not taken back.', new.receipt_number));
			end if;
			return null;
		end $$;
		create constraint trigger repayments_replayed after insert on repayments
			deferrable initially deferred for each row when (new.replay > 0)
			execute function lending_check_replay();
	`);
}

export async function down(): Promise<void> {
	throw new Error('Receipts were given; they are not taken back.');
}
