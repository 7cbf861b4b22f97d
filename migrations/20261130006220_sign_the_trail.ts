import type {Knex} from 'knex';
import {changeFunction} from './shared/change-function.ts';

/**
 * The head of the trail is a leaf of the log as the heads of books are, so that a trail that was
 * cut or written anew contradicts what was signed. It is of no book, and its chain is its proof:
 * there is no tree over acts.
 */
export async function up(knex: Knex): Promise<void> {
	await knex.raw(heads);
	await changeFunction(knex, 'evidence_admit_head', [
		{
			text: '\t\tselect hash = new.head and recorded_at = new.recorded_at into is_true',
			by: `		if new.book_id is null then
			perform evidence_admit_trail_head(new);
			return new;
		end if;
		select hash = new.head and recorded_at = new.recorded_at into is_true`,
		},
	]);
}

export async function down(): Promise<void> {
	throw new Error('What was signed stays in the record.');
}

const heads = `
	alter table log_heads
		alter column book_id drop not null,
		alter column root drop not null,
		add constraint log_heads_root_check check ((book_id is null) = (root is null));
	create index log_heads_trail_idx on log_heads (position) where book_id is null;

	create function evidence_admit_trail_head(told log_heads) returns void
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		previous log_heads;
	begin
		if not exists (select from trail_acts where number = told.size and hash = told.head
			and recorded_at = told.recorded_at)
		then
			perform ledger_breach('log_heads_trail', format(
				'Head %s is not that of the trail at act %s.', told.position, told.size));
		end if;
		select * into previous from log_heads
		where book_id is null order by position desc limit 1;
		if found and (told.size <= previous.size or not exists (
			select from trail_acts where number = previous.size and hash = previous.head))
		then
			perform ledger_breach('log_heads_trail', format(
				'The trail does not continue from act %s, under which checkpoint %s stands.',
				previous.size, previous.checkpoint));
		end if;
		if told.canonical::jsonb is distinct from jsonb_build_array(
			'bergulir/trail-head/1', told.checkpoint, told.size, encode(told.head, 'hex'),
			evidence_moment(told.recorded_at)
		) then
			perform ledger_breach('log_heads_canonical', format(
				'The text of head %s is not that of its columns.', told.position));
		end if;
	end $$;

	-- Where the trail stands, where it moved since the log last told of it. That a checkpoint was
	-- asked for is an act, but no news for the next one; a trail that no longer holds what was told
	-- of it is, so that it is found.
	create function evidence_moved_trail()
	returns table (size bigint, head bytea, recorded_at timestamptz)
	language sql stable security definer set search_path = public, pg_temp as $$
		select tip.number, tip.hash, tip.recorded_at
		from trail_tip tip
		left join lateral (
			select told.size, told.head from log_heads told
			where told.book_id is null order by told.position desc limit 1
		) last on true
		where tip.number > 0 and (
			exists (select from trail_acts act where act.number > coalesce(last.size, 0)
				and not (act.kind = 'request' and act.subject = 'POST /v1/audit/checkpoints'))
			or (last.size is not null and not exists (select from trail_acts act
				where act.number = last.size and act.hash = last.head)))
	$$;

	-- Every head of the trail that the log tells of, with the act that stands there now.
	create function evidence_trail_heads()
	returns table (at_position bigint, checkpoint bigint, size bigint, head bytea, canonical text,
		leaf bytea, act bytea)
	language sql stable security definer set search_path = public, pg_temp as $$
		select told.position, told.checkpoint, told.size, told.head, told.canonical, told.hash, act.hash
		from log_heads told
		left join trail_acts act on act.number = told.size
		where told.book_id is null
		order by told.position
	$$;

	revoke all on function evidence_admit_trail_head(log_heads), evidence_moved_trail(),
		evidence_trail_heads() from public;
	grant execute on function evidence_moved_trail(), evidence_trail_heads() to bergulir_app;
`;
