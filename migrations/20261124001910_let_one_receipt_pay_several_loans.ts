import type {Knex} from 'knex';

/** One payment of a member over several of their loans has one receipt, and an entry for each. */
export async function up(knex: Knex): Promise<void> {
	await knex.raw(`
		alter table repayments
			drop constraint repayments_receipt_key,
			add constraint repayments_receipt_key unique (book_id, receipt_number, loan_id);

		-- What has one receipt was paid by one member, on one day and in one way.
		create function lending_check_receipts() returns trigger
		language plpgsql security definer set search_path = public, pg_temp as $$
		declare
			broken record;
		begin
			select mine.receipt_number into broken
			from added mine
			join repayments other on other.book_id = mine.book_id
				and other.receipt_number = mine.receipt_number and other.loan_id <> mine.loan_id
			join loans of_mine on of_mine.book_id = mine.book_id and of_mine.id = mine.loan_id
			join loans of_other on of_other.book_id = other.book_id and of_other.id = other.loan_id
			where (of_other.member_id, other.paid_on, other.method, other.received_by)
				is distinct from (of_mine.member_id, mine.paid_on, mine.method, mine.received_by)
			limit 1;
			if found then
				perform ledger_breach('repayments_one_receipt', format(
					'Receipt %s was given for another payment.', broken.receipt_number));
			end if;
			return null;
		end $$;
		create trigger repayments_one_receipt after insert on repayments
			referencing new table as added
			for each statement execute function lending_check_receipts();
	`);
}

export async function down(): Promise<void> {
	throw new Error('Receipts were given; they are not taken back.');
}
