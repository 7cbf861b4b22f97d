import type {Knex} from 'knex';

/**
 * What the detectors go by and what they found: thresholds in versions, runs, detections. All of it
 * stays as it was recorded, so that what was seen of a day can be shown later.
 */
export async function up(knex: Knex): Promise<void> {
	await knex.raw(tables);
	await knex.raw(indexes);
	await knex.raw(appendOnly);
	await knex.raw(rights);
}

export async function down(): Promise<void> {
	throw new Error('What was detected is evidence; it is not taken back.');
}

const tables = `
	-- A change of a threshold is a new version from a day on.
	create table detector_policies (
		detector text not null
			constraint detector_policies_detector_check check (detector ~ '^[a-z]+(-[a-z]+)*$'),
		version integer not null constraint detector_policies_version_check check (version > 0),
		effective_from date not null,
		severity text not null
			constraint detector_policies_severity_check check (severity in ('low', 'medium', 'high')),
		thresholds jsonb not null constraint detector_policies_thresholds_check
			check (jsonb_typeof(thresholds) = 'object'),
		legal_basis text not null
			constraint detector_policies_basis_check check (legal_basis <> ''),
		status text not null constraint detector_policies_status_check
			check (status in ('in-force', 'provisional')),
		primary key (detector, version),
		constraint detector_policies_day_key unique (detector, effective_from)
	);

	create table detection_runs (
		id uuid primary key,
		as_of date not null,
		-- Null where it was over all books.
		book_id integer constraint detection_runs_book_fkey references books (id),
		is_nightly boolean not null,
		started_at timestamptz not null,
		ended_at timestamptz not null,
		run_by text not null constraint detection_runs_person_check check (run_by <> ''),
		-- How many each detector found, over all books.
		counts jsonb not null,
		-- The version of its policy that each detector went by.
		policies jsonb not null,
		constraint detection_runs_ended_check check (ended_at >= started_at),
		constraint detection_runs_nightly_check check (not is_nightly or book_id is null)
	);
	-- A night is looked at once, also where two processes wake up at the same time.
	create unique index detection_runs_night_key on detection_runs (as_of) where is_nightly;
	create index detection_runs_ended_idx on detection_runs (ended_at);

	create table detections (
		book_id integer not null constraint detections_book_fkey references books (id),
		run_id uuid not null constraint detections_run_fkey references detection_runs (id),
		detector text not null,
		subject text not null
			constraint detections_subject_check check (subject ~ '^[a-z]+(-[a-z]+)*:.+$'),
		severity text not null
			constraint detections_severity_check check (severity in ('low', 'medium', 'high')),
		sentence_id text not null constraint detections_sentence_id_check check (sentence_id <> ''),
		sentence_en text not null constraint detections_sentence_en_check check (sentence_en <> ''),
		evidence jsonb not null constraint detections_evidence_check
			check (jsonb_typeof(evidence) = 'array' and jsonb_array_length(evidence) > 0),
		primary key (book_id, run_id, detector, subject)
	);
`;

// What was taken back is a few of all entries and asked for by nearly every detector; and the last
// weeks are found by their blocks, for entries lie in the order in which they were recorded.
const indexes = `
	create index entries_reversals_idx on entries (book_id, reverses)
		include (number, effective_on, actor, kind) where reverses is not null;
	create index repayments_replayed_idx on repayments (book_id, receipt_number, loan_id)
		include (entry_number, replay) where replay > 0;
	create index entries_recorded_idx on entries using brin (recorded_at);
`;

const kept = ['detector_policies', 'detection_runs', 'detections'];

const appendOnly = `
	create function detection_refuse_change() returns trigger
	language plpgsql as $$
	begin
		perform ledger_breach('detection_append_only', format(
			'%s of %s is refused: what was seen stays as it was recorded.', tg_op, tg_table_name));
		return null;
	end $$;
	${kept
		.map(
			(table) => `
	create trigger ${table}_append_only before update or delete on ${table}
		for each row execute function detection_refuse_change();
	create trigger ${table}_never_truncated before truncate on ${table}
		for each statement execute function detection_refuse_change();`,
		)
		.join('\n')}
`;

const rights = `
	alter table detection_runs enable row level security;
	create policy detection_runs_scope on detection_runs to bergulir_app using (book_id is null
		or (select bergulir_all_books()) or book_id = any ((select bergulir_books())::integer[]));
	alter table detections enable row level security;
	create policy detections_scope on detections to bergulir_app
		using ((select bergulir_all_books()) or book_id = any ((select bergulir_books())::integer[]));
	revoke all on ${kept.join(', ')} from public;
	grant select on ${kept.join(', ')} to bergulir_app;
	grant insert on detection_runs, detections to bergulir_app;
`;
