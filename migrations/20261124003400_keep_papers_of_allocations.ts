import type {Knex} from 'knex';

/**
 * The papers of an agreement with the city are kept with it, in the book of the cooperative that
 * signed it, where both the cooperative and the city read them.
 */
export async function up(knex: Knex): Promise<void> {
	await knex.raw(`
		alter table attachments
			add column allocation_id uuid,
			drop constraint attachments_owner_check,
			add constraint attachments_owner_check
				check (num_nonnulls(member_id, loan_id, claim_id, allocation_id) = 1),
			add constraint attachments_allocation_fkey
				foreign key (book_id, allocation_id) references allocations (book_id, id),
			add constraint attachments_allocation_key unique (book_id, allocation_id, digest);
	`);
}

export async function down(): Promise<void> {
	throw new Error('Papers of agreements are evidence; they are not taken back.');
}
