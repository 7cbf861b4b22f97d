import type {Knex} from 'knex';
import {changeFunction} from './shared/change-function.ts';

/**
 * What was known of collateral at a moment is a part of what was known of a loan: an appraisal that
 * is recorded later, for whatever day, changes no answer that was given before.
 */
export async function up(knex: Knex): Promise<void> {
	await knex.raw(`
		create function provisioning_collateral(as_of date, known_at timestamptz)
		returns table (book_id integer, loan_id uuid, value numeric)
		language sql stable as $$
			select held.book_id, held.loan_id, held.value from lending_collateral(as_of, known_at) held
		$$;
		revoke all on function provisioning_collateral(date, timestamptz) from public;
		grant execute on function provisioning_collateral(date, timestamptz) to bergulir_app;
	`);
	await changeFunction(knex, 'provisioning_classes', [
		{
			text: 'provisioning_collateral(as_of) pledged',
			by: 'provisioning_collateral(as_of, known_at) pledged',
		},
	]);
	await changeFunction(
		knex,
		'reporting_portfolio',
		['last', 'held', 'release'].map((name) => ({
			text: `(not is_rolled or coalesce(${name}.after_entry < known.last, true))`,
			by: `case when is_rolled then coalesce(${name}.after_entry < known.last, true)
				else known_at is null or ${name}.recorded_at <= known_at end`,
		})),
	);
	await knex.raw('drop function provisioning_collateral(date)');
}

export async function down(): Promise<void> {
	throw new Error('What is known of collateral by its moment is not forgotten again.');
}
