import type {Knex} from 'knex';

/**
 * What the service does by itself: which chore, for which day, when, and what came of it. So that
 * a night is done once for each day, whoever wakes up and however often it was cut off.
 */
export async function up(knex: Knex): Promise<void> {
	await knex.raw(tables);
	await knex.raw(knownNights);
	await knex.raw(laws);
	await knex.raw(rights);
}

export async function down(knex: Knex): Promise<void> {
	await knex.raw(`
		revoke select on migrations from bergulir_app;
		drop table chore_runs;
		drop function chores_admit_step();
		drop function chores_refuse_loss();
	`);
}

const tables = `
	create table chore_runs (
		chore text not null
			constraint chore_runs_chore_check check (chore ~ '^[a-z]+(-[a-z]+)*$'),
		-- The day that is over, for what is done each night; else the day on which it ran.
		day date not null,
		is_nightly boolean not null,
		state text not null
			constraint chore_runs_state_check check (state in ('running', 'done', 'failed')),
		-- How often it was begun.
		turns integer not null constraint chore_runs_turns_check check (turns > 0),
		started_at timestamptz not null,
		ended_at timestamptz,
		-- When it last ended well.
		succeeded_at timestamptz,
		-- How far it came, where it goes on from there.
		place text,
		-- Figures and codes; nothing of any person.
		outcome jsonb not null
			constraint chore_runs_outcome_check check (jsonb_typeof(outcome) = 'object'),
		fault text,
		-- When what recurs takes its next turn.
		next_at timestamptz,
		constraint chore_runs_pkey primary key (chore, day),
		constraint chore_runs_ended_check
			check ((state = 'running') = (ended_at is null) and ended_at >= started_at),
		constraint chore_runs_fault_check check ((state = 'failed') = (fault is not null)),
		constraint chore_runs_done_check
			check (state <> 'done' or (succeeded_at is not null and succeeded_at = ended_at))
	);
	create index chore_runs_day_idx on chore_runs (day desc, chore);
`;

// The nights that detectors have looked at before there was a list of them.
const knownNights = `
	insert into chore_runs (chore, day, is_nightly, state, turns, started_at, ended_at,
		succeeded_at, outcome)
	select 'detectors', as_of, true, 'done', 1, started_at, ended_at, ended_at, '{}'
	from detection_runs where is_nightly;
`;

const laws = `
	-- What was done for a night stays done; what was cut off or failed is taken up once more.
	create function chores_admit_step() returns trigger
	language plpgsql as $$
	begin
		if (new.chore, new.day, new.is_nightly) is distinct from (old.chore, old.day, old.is_nightly)
			or new.turns not between old.turns and old.turns + 1
			or (old.is_nightly and not (case old.state
				when 'running' then new.turns = old.turns or new.state = 'running'
				when 'failed' then new.state = 'running' and new.turns = old.turns + 1
				else false end)) then
			perform ledger_breach('chore_runs_steps', format(
				'%s for %s does not go from %s to %s.', old.chore, old.day, old.state, new.state));
		end if;
		return new;
	end $$;
	create trigger chore_runs_steps before update on chore_runs
		for each row execute function chores_admit_step();

	create function chores_refuse_loss() returns trigger
	language plpgsql as $$
	begin
		perform ledger_breach('chore_runs_kept', format('%s of %s is refused.', tg_op, tg_table_name));
		return null;
	end $$;
	create trigger chore_runs_kept before delete on chore_runs
		for each row execute function chores_refuse_loss();
	create trigger chore_runs_never_truncated before truncate on chore_runs
		for each statement execute function chores_refuse_loss();
`;

// They are of the whole installation and say nothing of a book: no row-level security. Which
// migrations the database has is what readiness asks.
const rights = `
	revoke all on chore_runs from public;
	grant select, insert on chore_runs to bergulir_app;
	grant update (state, turns, started_at, ended_at, succeeded_at, place, outcome, fault, next_at)
		on chore_runs to bergulir_app;
	grant select on migrations to bergulir_app;
`;
