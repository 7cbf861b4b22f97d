import type {Knex} from 'knex';

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
	await change(knex, 'provisioning_classes', [
		['provisioning_collateral(as_of) pledged', 'provisioning_collateral(as_of, known_at) pledged'],
	]);
	await change(
		knex,
		'reporting_portfolio',
		['last', 'held', 'release'].map((name) => [
			`(not is_rolled or coalesce(${name}.after_entry < known.last, true))`,
			`case when is_rolled then coalesce(${name}.after_entry < known.last, true)
				else known_at is null or ${name}.recorded_at <= known_at end`,
		]),
	);
	await knex.raw('drop function provisioning_collateral(date)');
}

export async function down(): Promise<void> {
	throw new Error('What is known of collateral by its moment is not forgotten again.');
}

/** Replaces pieces of a function. @throws Error where one is not there, or more than once. */
async function change(
	knex: Knex,
	name: string,
	pieces: readonly (readonly string[])[],
): Promise<void> {
	const {rows} = await knex.raw<{rows: {definition: string}[]}>(
		`select pg_get_functiondef('${name}'::regproc) as definition`,
	);
	let {definition} = rows[0]!;
	for (const [from, to] of pieces) {
		const parts = definition.split(from!);
		if (parts.length !== 2) throw new Error(`${name} has "${from}" ${parts.length - 1} times.`);
		definition = parts.join(to);
	}
	await knex.raw(definition.replaceAll('?', '\\?'));
}
