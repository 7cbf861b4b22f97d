import type {Knex} from 'knex';

/**
 * What lets a stranger prove later that nothing was changed: keys, the log of heads and signed
 * checkpoints, all of them only ever added to. A head, a root or a kept hash that is not true of
 * the journal is refused here, whoever writes it; a signature is judged by whoever reads it.
 */
export async function up(knex: Knex): Promise<void> {
	await knex.raw(tables);
	await knex.raw(trees);
	await knex.raw(keyLaws);
	await knex.raw(headLaws);
	await knex.raw(checkpointLaws);
	await knex.raw(appendOnly);
	await knex.raw(reads);
	await knex.raw(rights);
}

export async function down(): Promise<void> {
	throw new Error('What was signed stays in the record.');
}

const tables = `
	create table signing_keys (
		number integer primary key constraint signing_keys_number_check check (number > 0),
		-- The name of a key is the hash of it.
		key_id text not null constraint signing_keys_key_id_key unique
			constraint signing_keys_key_id_check check (key_id = encode(sha256(public_key), 'hex')),
		-- SPKI (DER).
		public_key bytea not null
			constraint signing_keys_public_key_check check (length(public_key) = 44),
		-- Whose signature the certificate bears: the key before it, or itself for a first one.
		certified_by text not null,
		made_at timestamptz not null,
		canonical text not null,
		signature text not null
			constraint signing_keys_signature_check check (signature ~ '^[A-Za-z0-9+/]{86}==$')
	);

	create table checkpoints (
		sequence bigint primary key constraint checkpoints_sequence_check check (sequence > 0),
		taken_at timestamptz not null,
		-- How many heads the log had, and the root of the tree over them.
		log_size bigint not null,
		log_root bytea not null,
		key_id text not null constraint checkpoints_key_fkey references signing_keys (key_id),
		canonical text not null,
		signature text not null
			constraint checkpoints_signature_check check (signature ~ '^[A-Za-z0-9+/]{86}==$')
	);

	-- The log: where each book's chain stood when a checkpoint was taken. It is one for all books, so
	-- a place in it is what identifies a head.
	create table log_heads (
		position bigint primary key,
		checkpoint bigint not null
			constraint log_heads_checkpoint_fkey references checkpoints (sequence)
			deferrable initially deferred,
		book_id integer not null constraint log_heads_book_fkey references books (id),
		size bigint not null,
		head bytea not null,
		-- The root of the tree over the book's entries.
		root bytea not null,
		recorded_at timestamptz not null,
		canonical text not null,
		hash bytea not null
			constraint log_heads_hash_check
			check (hash = sha256('\\x00'::bytea || convert_to(canonical, 'UTF8')))
	);
	create unique index log_heads_book_key on log_heads (book_id, position);

	-- Roots of full subtrees, so that no proof and no checkpoint hashes a whole book again. A row
	-- stands for 256 nodes of the eighth level below; level 0 is the journal or the log itself.
	create table tree_nodes (
		-- 0 is the tree over the log, which is of no book.
		book_id integer not null,
		level smallint not null constraint tree_nodes_level_check check (level > 0 and level % 8 = 0),
		position bigint not null,
		hash bytea not null,
		primary key (book_id, level, position)
	);
`;

// RFC 9162, section 2.1, in SQL. The service has its own in TypeScript and the auditor a third.
const trees = `
	-- The root over nodes that stand side by side at a kept level; their number is a power of two.
	create function evidence_fold(tree integer, kept integer, first bigint, width bigint)
	returns bytea
	language plpgsql stable security definer set search_path = public, pg_temp as $$
	declare
		hashes bytea[];
	begin
		if kept > 0 then
			select array_agg(hash order by position) into hashes from tree_nodes
			where book_id = tree and level = kept and position >= first and position < first + width;
		elsif tree = 0 then
			select array_agg(hash order by position) into hashes from log_heads
			where position >= first and position < first + width;
		else
			select array_agg(sha256('\\x00'::bytea || hash) order by number) into hashes from entries
			where book_id = tree and number > first and number <= first + width;
		end if;
		if coalesce(cardinality(hashes), 0) <> width then
			perform ledger_breach('evidence_complete', format(
				'Of tree %s there are %s of %s nodes from %s at level %s.',
				tree, coalesce(cardinality(hashes), 0), width, first, kept));
		end if;
		while cardinality(hashes) > 1 loop
			select array_agg(sha256('\\x01'::bytea || hashes[2 * pair - 1] || hashes[2 * pair])
				order by pair)
			into hashes from generate_series(1, cardinality(hashes) / 2) pair;
		end loop;
		return hashes[1];
	end $$;

	-- Keeps the nodes of all subtrees that have become full; the log is held by whoever calls this.
	create function evidence_grow(tree integer, size bigint) returns void
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		height integer := 8;
		next_position bigint;
	begin
		while size >> height > 0 loop
			select coalesce(max(position) + 1, 0) into next_position from tree_nodes
			where book_id = tree and level = height;
			insert into tree_nodes (book_id, level, position, hash)
			select tree, height, position, evidence_fold(tree, height - 8, position << 8, 256)
			from generate_series(next_position, (size >> height) - 1) position;
			height := height + 8;
		end loop;
	end $$;

	-- The root over the first leaves of a tree that has grown at least so far.
	create function evidence_root(tree integer, size bigint) returns bytea
	language plpgsql stable security definer set search_path = public, pg_temp as $$
	declare
		root bytea;
		part bytea;
		kept integer;
	begin
		-- The full subtrees from the right to the left, which are the ones in the size's binary form.
		for height in 0..62 loop
			exit when size >> height = 0;
			continue when (size >> height) & 1 = 0;
			kept := height / 8 * 8;
			part := evidence_fold(tree, kept, (size >> (height + 1)) << (height + 1 - kept),
				1::bigint << (height - kept));
			root := case when root is null then part else sha256('\\x01'::bytea || part || root) end;
		end loop;
		return coalesce(root, sha256(''::bytea));
	end $$;

	create function evidence_moment(moment timestamptz) returns text
	language sql immutable parallel safe as
	$$ select to_char(moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') $$;
`;

const keyLaws = `
	create function evidence_admit_key() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		newest signing_keys;
	begin
		select * into newest from signing_keys order by number desc limit 1;
		if new.number <> coalesce(newest.number, 0) + 1 then
			perform ledger_breach('signing_keys_gapless', format(
				'Key %s does not follow key %s.', new.number, coalesce(newest.number, 0)));
		end if;
		if new.certified_by <> new.key_id and new.certified_by is distinct from newest.key_id then
			perform ledger_breach('signing_keys_certified', format(
				'Key %s is certified by %s, which is neither itself nor the key before it.',
				new.number, new.certified_by));
		end if;
		if new.canonical::jsonb is distinct from jsonb_build_array(
			'bergulir/key/1', new.number, new.key_id,
			replace(encode(new.public_key, 'base64'), E'\\n', ''), new.certified_by,
			evidence_moment(new.made_at)
		) then
			perform ledger_breach('signing_keys_canonical', format(
				'The certificate of key %s is not that of its columns.', new.number));
		end if;
		return new;
	end $$;
	create trigger signing_keys_admit before insert on signing_keys
		for each row execute function evidence_admit_key();
`;

const headLaws = `
	create function evidence_admit_head() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		previous log_heads;
		is_true boolean;
	begin
		if new.position <> (select coalesce(max(position) + 1, 0) from log_heads) then
			perform ledger_breach('log_heads_gapless', format(
				'Head %s does not stand at the end of the log.', new.position));
		end if;
		if new.checkpoint <> (select coalesce(max(sequence), 0) + 1 from checkpoints) then
			perform ledger_breach('log_heads_next', format(
				'Head %s is not of the next checkpoint.', new.position));
		end if;
		select hash = new.head and recorded_at = new.recorded_at into is_true
		from entries where book_id = new.book_id and number = new.size;
		if is_true is not true or new.root <> evidence_root(new.book_id, new.size) then
			perform ledger_breach('log_heads_true', format(
				'Head %s is not that of the journal at entry %s.', new.position, new.size));
		end if;
		select * into previous from log_heads
		where book_id = new.book_id order by position desc limit 1;
		if found and (new.size <= previous.size
			or previous.root <> evidence_root(new.book_id, previous.size)) then
			perform ledger_breach('log_heads_forward', format(
				'The journal does not continue from entry %s, under which checkpoint %s stands.',
				previous.size, previous.checkpoint));
		end if;
		if new.canonical::jsonb is distinct from jsonb_build_array(
			'bergulir/head/1', new.checkpoint, (select code from books where id = new.book_id),
			new.size, encode(new.head, 'hex'), encode(new.root, 'hex'),
			evidence_moment(new.recorded_at)
		) then
			perform ledger_breach('log_heads_canonical', format(
				'The text of head %s is not that of its columns.', new.position));
		end if;
		return new;
	end $$;
	create trigger log_heads_admit before insert on log_heads
		for each row execute function evidence_admit_head();
`;

const checkpointLaws = `
	create function evidence_admit_checkpoint() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		previous checkpoints;
	begin
		select * into previous from checkpoints order by sequence desc limit 1;
		if new.sequence <> coalesce(previous.sequence, 0) + 1 then
			perform ledger_breach('checkpoints_gapless', format(
				'Checkpoint %s does not follow checkpoint %s.', new.sequence,
				coalesce(previous.sequence, 0)));
		end if;
		if new.log_size <> (select coalesce(max(position) + 1, 0) from log_heads)
			or new.log_size <= coalesce(previous.log_size, 0)
			or new.log_root <> evidence_root(0, new.log_size) then
			perform ledger_breach('checkpoints_true', format(
				'Checkpoint %s is not of the log as it stands.', new.sequence));
		end if;
		if new.taken_at < previous.taken_at
			or new.taken_at > clock_timestamp() + interval '5 minutes' then
			perform ledger_breach('checkpoints_moment', format(
				'Checkpoint %s is taken before its predecessor or in the future.', new.sequence));
		end if;
		if new.key_id is distinct from
			(select key_id from signing_keys order by number desc limit 1) then
			perform ledger_breach('checkpoints_key', format(
				'Checkpoint %s is not signed with the key in use.', new.sequence));
		end if;
		if new.canonical::jsonb is distinct from jsonb_build_array(
			'bergulir/checkpoint/1', new.sequence, evidence_moment(new.taken_at), new.log_size,
			encode(new.log_root, 'hex'), new.key_id
		) then
			perform ledger_breach('checkpoints_canonical', format(
				'The text of checkpoint %s is not that of its columns.', new.sequence));
		end if;
		return new;
	end $$;
	create trigger checkpoints_admit before insert on checkpoints
		for each row execute function evidence_admit_checkpoint();
`;

const appendOnly = `
	create function evidence_refuse_change() returns trigger
	language plpgsql as $$
	begin
		perform ledger_breach('evidence_append_only', format(
			'%s of %s is refused: evidence is only ever added to.', tg_op, tg_table_name));
		return null;
	end $$;
	create trigger signing_keys_append_only before update or delete on signing_keys
		for each row execute function evidence_refuse_change();
	create trigger signing_keys_never_truncated before truncate on signing_keys
		for each statement execute function evidence_refuse_change();
	create trigger checkpoints_append_only before update or delete on checkpoints
		for each row execute function evidence_refuse_change();
	create trigger checkpoints_never_truncated before truncate on checkpoints
		for each statement execute function evidence_refuse_change();
	create trigger log_heads_append_only before update or delete on log_heads
		for each row execute function evidence_refuse_change();
	create trigger log_heads_never_truncated before truncate on log_heads
		for each statement execute function evidence_refuse_change();
	create trigger tree_nodes_append_only before update or delete on tree_nodes
		for each row execute function evidence_refuse_change();
	create trigger tree_nodes_never_truncated before truncate on tree_nodes
		for each statement execute function evidence_refuse_change();
`;

const reads = `
	-- The books that moved since the log last told of them, each with its tree grown so far.
	create function evidence_moved_heads()
	returns table (book_id integer, code text, size bigint, head bytea, root bytea,
		recorded_at timestamptz)
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		moved record;
	begin
		for moved in
			select tip.book_id, book.code, tip.number, tip.hash, tip.recorded_at
			from book_tips tip
			join books book on book.id = tip.book_id
			left join lateral (
				select told.size, told.head from log_heads told
				where told.book_id = tip.book_id order by told.position desc limit 1
			) last on true
			where tip.number > 0 and (tip.number, tip.hash) is distinct from (last.size, last.head)
			order by book.code collate "C"
		loop
			perform evidence_grow(moved.book_id, moved.number);
			return query select moved.book_id, moved.code, moved.number, moved.hash,
				evidence_root(moved.book_id, moved.number), moved.recorded_at;
		end loop;
	end $$;

	-- The hashes of heads, without their texts, are for everybody who may see evidence.
	create function evidence_log_hashes(first bigint, width bigint)
	returns table (at_position bigint, head_hash bytea)
	language sql stable security definer set search_path = public, pg_temp as $$
		select position, hash from log_heads
		where position >= first and position < first + width order by position
	$$;
`;

const rights = `
	alter table log_heads enable row level security;
	alter table tree_nodes enable row level security;
	create policy log_heads_scope on log_heads to bergulir_app
		using ((select bergulir_all_books()) or book_id = any ((select bergulir_books())::integer[]));
	create policy tree_nodes_scope on tree_nodes to bergulir_app
		using (book_id = 0 or (select bergulir_all_books())
			or book_id = any ((select bergulir_books())::integer[]));

	revoke all on signing_keys, checkpoints, log_heads, tree_nodes from public;
	grant select, insert on signing_keys, checkpoints, log_heads to bergulir_app;
	grant select on tree_nodes to bergulir_app;
	revoke all on function evidence_fold(integer, integer, bigint, bigint),
		evidence_grow(integer, bigint), evidence_root(integer, bigint), evidence_moved_heads(),
		evidence_log_hashes(bigint, bigint) from public;
	grant execute on function evidence_grow(integer, bigint), evidence_root(integer, bigint),
		evidence_moved_heads(), evidence_log_hashes(bigint, bigint) to bergulir_app;
`;
