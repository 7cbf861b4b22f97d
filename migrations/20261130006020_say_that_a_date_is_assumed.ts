import type {Knex} from 'knex';

/** From when the first grades hold is nobody's decision: it is assumed, and says so. */
export async function up(knex: Knex): Promise<void> {
	await knex.raw(`
		update fund_grade_policies set legal_basis = legal_basis
			|| ' Tanggal berlaku diandaikan (awal 2005), agar setiap hari dapat dinilai.'
		where version = 1
	`);
}

export async function down(knex: Knex): Promise<void> {
	await knex.raw(`
		update fund_grade_policies
		set legal_basis = replace(legal_basis,
			' Tanggal berlaku diandaikan (awal 2005), agar setiap hari dapat dinilai.', '')
		where version = 1
	`);
}
