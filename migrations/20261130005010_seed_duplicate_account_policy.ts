import type {Knex} from 'knex';

/** By what one account of several members is noticed. No law that was read sets a number. */
export async function up(knex: Knex): Promise<void> {
	await knex('detector_policies').insert({
		detector: 'duplicate-account',
		version: 1,
		effective_from: '2013-01-01',
		severity: 'medium',
		thresholds: JSON.stringify({membersMin: 2, windowDays: 365}),
		legal_basis:
			'Kebijakan sementara: satu rekening satu pemilik; berapa lama rekening yang sudah diakhiri masih diperhatikan adalah perkiraan.',
		status: 'provisional',
	});
}

export async function down(): Promise<void> {
	throw new Error('A policy that was in force stays as it was; a later version replaces it.');
}
