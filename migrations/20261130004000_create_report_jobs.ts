import type {Knex} from 'knex';

/**
 * Reports that take long: who asked for what, as the books stood at which moment, how far it is,
 * and the file once there is one. The queue itself is pg-boss's, in a schema of its own.
 */
export async function up(knex: Knex): Promise<void> {
	await knex.raw(tables);
	await knex.raw(laws);
	await knex.raw(rights);
}

export async function down(knex: Knex): Promise<void> {
	await knex.raw(`
		drop table report_job_pieces, report_jobs;
		drop function reporting_admit_job_step();
	`);
}

const tables = `
	create table report_jobs (
		id uuid primary key,
		owner_id uuid not null constraint report_jobs_owner_fkey references users (id),
		-- The owner's name, as the report says it.
		owner text not null,
		report text not null,
		-- As it was asked, with the day and the moment that were meant where none was given.
		query jsonb not null,
		format text not null
			constraint report_jobs_format_check check (format in ('json', 'csv', 'xlsx', 'pdf')),
		language text not null
			constraint report_jobs_language_check check (language in ('id', 'en')),
		asked_at timestamptz not null,
		-- The file is kept until then.
		expires_at timestamptz not null
			constraint report_jobs_expires_check check (expires_at > asked_at),
		status text not null default 'waiting'
			constraint report_jobs_status_check check (status in
				('waiting', 'running', 'done', 'failed', 'cancelled', 'expired')),
		progress smallint not null default 0
			constraint report_jobs_progress_check check (progress between 0 and 100),
		attempts smallint not null default 0,
		started_at timestamptz,
		ended_at timestamptz,
		-- By which code it failed.
		failure text,
		-- Where the owner held the report's permission when it was made: who holds it elsewhere now
		-- asks anew.
		scope jsonb,
		file_name text,
		media_type text,
		size bigint,
		digest bytea,
		constraint report_jobs_failed_check check ((status = 'failed') = (failure is not null)),
		constraint report_jobs_done_check check (status <> 'done' or (progress = 100
			and num_nulls(file_name, media_type, size, digest, scope) = 0))
	);
	create index report_jobs_owner_idx on report_jobs (owner_id, id);
	create index report_jobs_expires_idx on report_jobs (expires_at)
		where status in ('waiting', 'running', 'done');

	-- The file in pieces, so that no row is large.
	create table report_job_pieces (
		job_id uuid not null constraint report_job_pieces_job_fkey references report_jobs (id),
		number integer not null,
		bytes bytea not null,
		primary key (job_id, number)
	);
`;

const laws = `
	-- A job that has ended has ended; what was asked does not change.
	create function reporting_admit_job_step() returns trigger
	language plpgsql as $$
	begin
		if (new.id, new.owner_id, new.owner, new.report, new.query, new.format, new.asked_at)
			is distinct from
			(old.id, old.owner_id, old.owner, old.report, old.query, old.format, old.asked_at)
			or new.attempts < old.attempts
			or not (case old.status
				when 'waiting' then new.status in ('waiting', 'running', 'failed', 'cancelled', 'expired')
				when 'running' then new.status in ('running', 'done', 'failed', 'cancelled', 'expired')
				when 'done' then new.status = 'expired'
				else false end) then
			perform ledger_breach('report_jobs_steps', format(
				'A report job does not go from %s to %s.', old.status, new.status));
		end if;
		return new;
	end $$;
	create trigger report_jobs_steps before update on report_jobs
		for each row execute function reporting_admit_job_step();
`;

const rights = `
	revoke all on report_jobs, report_job_pieces from public;
	grant select, insert on report_jobs to bergulir_app;
	grant update (status, progress, attempts, started_at, ended_at, failure, scope, file_name,
		media_type, size, digest) on report_jobs to bergulir_app;
	grant select, insert, delete on report_job_pieces to bergulir_app;
`;
