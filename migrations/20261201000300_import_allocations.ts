import type {Knex} from 'knex';

/** What the city allocated to a cooperative, and paid, is brought in as all else is. */
export async function up(knex: Knex): Promise<void> {
	await knex.raw(`
		alter table imports drop constraint imports_kind_check;
		alter table imports add constraint imports_kind_check check (kind in ('members',
			'opening-balances', 'loans', 'savings', 'groups', 'collections', 'allocations'));
	`);
}

export async function down(): Promise<void> {
	throw new Error('Migrations of this service go forward only.');
}
