import type {Knex} from 'knex';

/** Members' loans: what was agreed, the schedule as it stood at disbursement, the receipts. */
export async function up(knex: Knex): Promise<void> {
	await knex.raw(`
		create table loans (
			book_id integer not null,
			id uuid not null,
			number integer not null,
			member_id uuid not null,
			allocation_id uuid not null,
			akad text not null constraint loans_akad_check check (akad in ('qardh', 'murabahah')),
			purpose text not null,
			-- Qardh: the sum lent. Murabahah: the cost of the goods.
			principal numeric(20, 2) not null constraint loans_principal_check check (principal > 0),
			margin numeric(20, 2) not null constraint loans_margin_check check (margin >= 0),
			instalments integer not null
				constraint loans_instalments_check check (instalments between 1 and 600),
			period_unit text not null
				constraint loans_period_unit_check check (period_unit in ('day', 'week', 'month')),
			period_every integer not null
				constraint loans_period_every_check check (period_every between 1 and 366),
			first_due_on date,
			status text not null
				constraint loans_status_check
				check (status in ('applied', 'approved', 'rejected', 'disbursed', 'reversed')),
			applied_on date not null,
			applied_by text not null,
			decided_on date,
			decided_by text,
			decision_reason text,
			disbursed_on date,
			disbursed_by text,
			disbursement_entry bigint,
			-- The sentence that states how the schedule was rounded.
			schedule_rule text,
			primary key (book_id, id),
			constraint loans_number_key unique (book_id, number),
			constraint loans_member_fkey
				foreign key (book_id, member_id) references members (book_id, id),
			constraint loans_allocation_fkey foreign key (book_id, allocation_id)
				references allocations (book_id, id),
			constraint loans_entry_fkey foreign key (book_id, disbursement_entry)
				references entries (book_id, number),
			-- A qardh asks nothing beyond what was lent (DSN-MUI 19/2001).
			constraint loans_qardh_check check (akad <> 'qardh' or margin = 0),
			-- Whoever applies does not decide.
			constraint loans_two_people_check check (decided_by is distinct from applied_by),
			constraint loans_disbursed_check
				check ((status in ('disbursed', 'reversed')) = (disbursement_entry is not null))
		);
		create index loans_member_idx on loans (book_id, member_id);
		create index loans_allocation_idx on loans (book_id, allocation_id);

		create table instalments (
			book_id integer not null,
			loan_id uuid not null,
			number integer not null,
			due_on date not null,
			principal numeric(20, 2) not null
				constraint instalments_principal_check check (principal >= 0),
			margin numeric(20, 2) not null constraint instalments_margin_check check (margin >= 0),
			-- What is still owed of the loan when this instalment is paid, principal and margin.
			owed_after numeric(20, 2) not null
				constraint instalments_owed_after_check check (owed_after >= 0),
			primary key (book_id, loan_id, number),
			constraint instalments_loan_fkey foreign key (book_id, loan_id) references loans (book_id, id)
		);

		create table repayments (
			book_id integer not null,
			id uuid not null,
			loan_id uuid not null,
			-- The receipt's number within the cooperative.
			receipt_number integer not null,
			paid_on date not null,
			method text not null constraint repayments_method_check check (method in ('cash', 'bank')),
			amount numeric(20, 2) not null constraint repayments_amount_check check (amount > 0),
			principal numeric(20, 2) not null
				constraint repayments_principal_check check (principal >= 0),
			margin numeric(20, 2) not null constraint repayments_margin_check check (margin >= 0),
			entry_number bigint not null,
			received_by text not null,
			primary key (book_id, id),
			constraint repayments_receipt_key unique (book_id, receipt_number),
			constraint repayments_parts_check check (principal + margin = amount),
			constraint repayments_loan_fkey foreign key (book_id, loan_id) references loans (book_id, id),
			constraint repayments_entry_fkey foreign key (book_id, entry_number)
				references entries (book_id, number)
		);
		create index repayments_loan_idx on repayments (book_id, loan_id);

		alter table loans enable row level security;
		alter table instalments enable row level security;
		alter table repayments enable row level security;
		create policy loans_scope on loans to bergulir_app
			using ((select bergulir_all_books()) or book_id = any ((select bergulir_books())::integer[]));
		create policy instalments_scope on instalments to bergulir_app
			using ((select bergulir_all_books()) or book_id = any ((select bergulir_books())::integer[]));
		create policy repayments_scope on repayments to bergulir_app
			using ((select bergulir_all_books()) or book_id = any ((select bergulir_books())::integer[]));
		grant select, insert on loans, instalments, repayments to bergulir_app;
		grant update (status, decided_on, decided_by, decision_reason, disbursed_on, disbursed_by,
			disbursement_entry, schedule_rule) on loans to bergulir_app;
	`);
}

export async function down(): Promise<void> {
	throw new Error('Loans are referred to by the journal; they are not taken back.');
}
