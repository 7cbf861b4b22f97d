import type {Knex} from 'knex';

/** Whether this database was filled with the demo city, and wholly so. Of the owner alone. */
export async function up(knex: Knex): Promise<void> {
	await knex.raw(`
		create table demo_state (
			is_only boolean primary key default true constraint demo_state_only_check check (is_only),
			is_complete boolean not null
		);
	`);
}

export async function down(knex: Knex): Promise<void> {
	await knex.raw('drop table demo_state');
}
