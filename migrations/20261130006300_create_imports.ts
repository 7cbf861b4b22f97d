import type {Knex} from 'knex';

/**
 * What cooperatives bring in from their own tables: each upload with its rows as they were read,
 * what was found wrong with them, what they would write, who approved it, and what became of each
 * row. What may tell of a person lies sealed, and is forgotten some time after an import ended.
 */
export async function up(knex: Knex): Promise<void> {
	await knex.raw(tables);
	await knex.raw(stepLaws);
	await knex.raw(rowLaws);
	for (const table of ofBooks) await knex.raw(scoped(table));
	await knex.raw(rights);
}

export async function down(knex: Knex): Promise<void> {
	await knex.raw(`
		drop table import_findings, import_rows, import_pieces, imports;
		drop function imports_admit_step(), imports_admit_row(), imports_refuse_deletion();
	`);
}

const tables = `
	create table imports (
		book_id integer not null
			constraint imports_cooperative_fkey references cooperatives (book_id),
		id uuid not null,
		kind text not null constraint imports_kind_check check (kind in ('members',
			'opening-balances', 'loans', 'savings', 'groups', 'collections')),
		status text not null default 'waiting' constraint imports_status_check check (status in
			('waiting', 'checking', 'faulty', 'ready', 'rejected', 'approved', 'stopped', 'posted',
			'undoing', 'undone')),
		file_name text not null,
		bytes integer not null constraint imports_bytes_check check (bytes > 0),
		digest bytea not null constraint imports_digest_check check (octet_length(digest) = 32),
		number_format text constraint imports_format_check check (number_format in ('id', 'en')),
		date_order text constraint imports_order_check check (date_order in ('dmy', 'mdy')),
		-- Cut-off day, document and control totals, of opening balances alone.
		opening jsonb constraint imports_opening_check
			check ((opening is not null) = (kind = 'opening-balances')),
		uploaded_at timestamptz not null,
		uploaded_by text not null,
		uploaded_by_id uuid not null,
		rows_total integer not null default 0,
		rows_known integer not null default 0,
		rows_posted integer not null default 0,
		finding_count integer not null default 0,
		progress smallint not null default 0
			constraint imports_progress_check check (progress between 0 and 100),
		attempts smallint not null default 0,
		preview jsonb,
		preview_digest bytea,
		checked_at timestamptz,
		decided_at timestamptz,
		decided_by text,
		decided_by_id uuid,
		reason text,
		stopped_at jsonb,
		posted_at timestamptz,
		undo jsonb,
		undone_by_id uuid,
		undone_at timestamptz,
		forgotten_at timestamptz,
		primary key (book_id, id),
		-- What is shown for approval has no fault in it and was tried.
		constraint imports_checked_check check (status not in ('ready', 'approved', 'stopped',
			'posted', 'undoing', 'undone') or (finding_count = 0 and preview is not null
			and preview_digest is not null and checked_at is not null)),
		constraint imports_decided_check check (status not in ('approved', 'stopped', 'posted',
			'undoing', 'undone', 'rejected') or num_nulls(decided_at, decided_by, decided_by_id) = 0),
		-- Whoever uploaded it neither decides on it nor takes it back.
		constraint imports_two_people_check check (decided_by_id <> uploaded_by_id
			and decided_by <> uploaded_by and undone_by_id <> uploaded_by_id),
		constraint imports_undone_check check (status not in ('undoing', 'undone')
			or num_nulls(undo, undone_by_id) = 0)
	);
	create index imports_digest_idx on imports (book_id, digest);

	-- The file as it was uploaded, sealed, in pieces so that no row is large.
	create table import_pieces (
		book_id integer not null,
		import_id uuid not null,
		number integer not null,
		sealed text not null constraint import_pieces_sealed_check check (sealed like 'v1.%'),
		primary key (book_id, import_id, number),
		constraint import_pieces_import_fkey foreign key (book_id, import_id)
			references imports (book_id, id)
	);

	create table import_rows (
		book_id integer not null,
		import_id uuid not null,
		-- In the order of the file.
		number integer not null,
		kind text not null,
		part text not null,
		sheet text not null,
		row_number integer not null,
		-- In which order rows are posted.
		posting_order text not null,
		-- By what it is the same row in any file, and all that it says: keyed digests.
		key bytea not null constraint import_rows_key_check check (octet_length(key) = 32),
		parent_key bytea,
		content bytea not null
			constraint import_rows_content_check check (octet_length(content) = 32),
		sealed text constraint import_rows_sealed_check check (sealed like 'v1.%'),
		outcome text not null default 'new' constraint import_rows_outcome_check
			check (outcome in ('new', 'known', 'posted', 'undone')),
		-- What it became: a member, a loan, a repayment, …
		target uuid,
		post_order integer,
		primary key (book_id, import_id, number),
		constraint import_rows_import_fkey foreign key (book_id, import_id)
			references imports (book_id, id),
		constraint import_rows_posted_check
			check (outcome not in ('posted', 'undone') or post_order is not null)
	);
	-- Nothing is posted twice, whichever file it comes in.
	create unique index import_rows_once on import_rows (book_id, kind, key)
		where outcome = 'posted';
	create index import_rows_key_idx on import_rows (book_id, import_id, key);
	create index import_rows_next_idx on import_rows (book_id, import_id, posting_order, number)
		where outcome = 'new';

	create table import_findings (
		book_id integer not null,
		import_id uuid not null,
		number integer not null,
		sheet text not null,
		row_number integer not null,
		code text not null,
		-- What stands there and what would be right: it may be of a person.
		sealed text constraint import_findings_sealed_check check (sealed like 'v1.%'),
		primary key (book_id, import_id, number),
		constraint import_findings_import_fkey foreign key (book_id, import_id)
			references imports (book_id, id)
	);
`;

const stepLaws = `
	-- An import takes its steps in their order, and what was uploaded, by whom, stays.
	create function imports_admit_step() returns trigger
	language plpgsql as $$
	begin
		if (new.book_id, new.id, new.kind, new.file_name, new.digest, new.opening, new.uploaded_at,
			new.uploaded_by, new.uploaded_by_id)
			is distinct from (old.book_id, old.id, old.kind, old.file_name, old.digest, old.opening,
			old.uploaded_at, old.uploaded_by, old.uploaded_by_id)
			or not (new.status = old.status or case old.status
				when 'waiting' then new.status in ('checking', 'rejected')
				when 'checking' then new.status in ('faulty', 'ready', 'rejected')
				when 'faulty' then new.status = 'rejected'
				when 'ready' then new.status in ('approved', 'rejected', 'checking')
				when 'approved' then new.status in ('posted', 'stopped')
				when 'stopped' then new.status in ('approved', 'undoing')
				when 'posted' then new.status = 'undoing'
				when 'undoing' then new.status in ('undone', 'posted', 'stopped')
				else false end) then
			perform ledger_breach('imports_steps', format(
				'An import does not go from %s to %s.', old.status, new.status));
		end if;
		if old.decided_by_id is not null and old.status not in ('ready', 'checking')
			and (new.decided_by_id, new.decided_at) is distinct from (old.decided_by_id, old.decided_at)
			then
			perform ledger_breach('imports_steps', 'Who decided, and when, stays.');
		end if;
		-- What is posted is all of it, and what is undone is all of it as well.
		if new.status <> old.status and new.status in ('posted', 'undone') and old.status <> 'undoing'
			and exists (select from import_rows where book_id = new.book_id and import_id = new.id
				and outcome = 'new') then
			perform ledger_breach('imports_whole', 'Rows are left that were not posted.');
		end if;
		if new.status = 'undone' and old.status <> 'undone'
			and exists (select from import_rows where book_id = new.book_id and import_id = new.id
				and outcome = 'posted') then
			perform ledger_breach('imports_whole', 'Rows are left that were not taken back.');
		end if;
		return new;
	end $$;
	create trigger imports_steps before update on imports
		for each row execute function imports_admit_step();
`;

const rowLaws = `
	-- A row is posted while its import is approved, taken back while that is undone, and never
	-- changed otherwise; only what it said may be forgotten.
	create function imports_admit_row() returns trigger
	language plpgsql as $$
	declare
		standing text;
	begin
		if (new.book_id, new.import_id, new.number, new.kind, new.part, new.sheet, new.row_number,
			new.key, new.content) is distinct from (old.book_id, old.import_id, old.number, old.kind,
			old.part, old.sheet, old.row_number, old.key, old.content) then
			perform ledger_breach('import_rows_final', 'What was read of a row stays.');
		end if;
		if new.outcome = old.outcome then
			if (new.target, new.post_order) is distinct from (old.target, old.post_order) then
				perform ledger_breach('import_rows_final', 'What a row became stays.');
			end if;
			return new;
		end if;
		select status into standing from imports
		where book_id = new.book_id and id = new.import_id;
		if not (case
			when old.outcome = 'new' and new.outcome = 'known' then standing in ('checking', 'approved')
			when old.outcome = 'new' and new.outcome = 'posted' then standing = 'approved'
			when old.outcome = 'posted' and new.outcome = 'undone' then standing = 'undoing'
			else false end) then
			perform ledger_breach('import_rows_steps', format(
				'A row does not go from %s to %s while its import is %s.',
				old.outcome, new.outcome, standing));
		end if;
		return new;
	end $$;
	create trigger import_rows_steps before update on import_rows
		for each row execute function imports_admit_row();

	-- Rows go again only while they are being read.
	create function imports_refuse_deletion() returns trigger
	language plpgsql as $$
	begin
		if exists (select from imports where book_id = old.book_id and id = old.import_id
			and status <> 'checking') then
			perform ledger_breach('import_rows_final', 'What was read of a row stays.');
		end if;
		return old;
	end $$;
	create trigger import_rows_kept before delete on import_rows
		for each row execute function imports_refuse_deletion();
	create trigger import_findings_kept before delete on import_findings
		for each row execute function imports_refuse_deletion();
`;

const ofBooks = ['imports', 'import_pieces', 'import_rows', 'import_findings'];

const scoped = (table: string): string => `
	alter table ${table} enable row level security;
	create policy ${table}_scope on ${table} to bergulir_app
		using ((select bergulir_all_books()) or book_id = any ((select bergulir_books())::integer[]));
`;

const rights = `
	revoke all on ${ofBooks.join(', ')} from public;
	grant select, insert on ${ofBooks.join(', ')} to bergulir_app;
	grant update (status, rows_total, rows_known, rows_posted, finding_count, progress, attempts,
		preview, preview_digest, checked_at, decided_at, decided_by, decided_by_id, reason,
		stopped_at, posted_at, undo, undone_by_id, undone_at, forgotten_at)
		on imports to bergulir_app;
	grant update (outcome, target, post_order, sealed) on import_rows to bergulir_app;
	grant update (sealed) on import_findings to bergulir_app;
	-- A check that was cut off is made anew, and what was read is forgotten in the end.
	grant delete on import_pieces, import_findings to bergulir_app;
	grant delete on import_rows to bergulir_app;
`;
