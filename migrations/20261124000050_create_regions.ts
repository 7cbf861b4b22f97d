import type {Knex} from 'knex';

/**
 * The official regions of Indonesia, province to desa and kelurahan. Reference data, written by
 * `seed`.
 */
export async function up(knex: Knex): Promise<void> {
	await knex.raw(`
		create table regions (
			code text primary key
				constraint regions_code_check
					check (code ~ '^\\d{2}(\\.\\d{2}(\\.\\d{2}(\\.\\d{4}){0,1}){0,1}){0,1}$'),
			level text not null
				constraint regions_level_check
					check (level in ('province', 'regency', 'district', 'village')),
			name text not null,
			-- The spelling used on the spot, where the official list differs.
			alias text,
			parent_code text constraint regions_parent_fkey references regions (code)
		);
		create index regions_parent_idx on regions (parent_code);
		grant select on regions to bergulir_app;
	`);
}

export async function down(): Promise<void> {
	throw new Error('Regions are referred to by every book; they are not taken back.');
}
