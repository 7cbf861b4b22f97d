import type {Knex} from 'knex';

/**
 * What proves an entry may be sealed with it: its document then ends with the SHA-256 of each
 * paper, which the book must keep. Whether a paper still is what was sealed its content tells.
 */
export async function up(knex: Knex): Promise<void> {
	await knex.raw(`
		create function ledger_papers_of(document text) returns setof bytea
		language sql immutable parallel safe as $$
			select decode(found[1], 'hex')
			from regexp_matches(document, ' sha256:([0-9a-f]{64})(\\M)', 'g') found
		$$;

		create function cooperatives_admit_papers() returns trigger
		language plpgsql security definer set search_path = public, pg_temp as $$
		begin
			if exists (
				select from ledger_papers_of(new.document) paper
				where not exists (select from attachments
					where book_id = new.book_id and digest = paper)
			) then
				perform ledger_breach('entries_papers', format(
					'Entry %s names a paper that the book does not keep.', new.number));
			end if;
			return null;
		end $$;
		create trigger entries_papers after insert on entries for each row
			when (new.document like '% sha256:%') execute function cooperatives_admit_papers();
		create index attachments_digest_idx on attachments (book_id, digest);
		create index entries_papers_idx on entries (book_id, number)
			where document like '% sha256:%';

		-- Each paper that was sealed, and whether the book still keeps one of just that content.
		create function cooperatives_papers(of_book integer)
		returns table (entry_number bigint, sha256 text, is_kept boolean)
		language sql stable set search_path = public, pg_temp as $$
			select entry.number, encode(paper, 'hex'),
				coalesce((select bool_or(sha256(kept.content) = paper) from attachments kept
					where kept.book_id = of_book and kept.digest = paper), false)
			from entries entry
			cross join lateral ledger_papers_of(entry.document) paper
			where entry.book_id = of_book and entry.document like '% sha256:%'
			order by 1, 2
		$$;
		revoke all on function cooperatives_papers(integer), ledger_papers_of(text) from public;
		grant execute on function cooperatives_papers(integer), ledger_papers_of(text)
			to bergulir_app;
	`);
}

export async function down(): Promise<void> {
	throw new Error('Entries were sealed with the hashes of their papers; they stay.');
}
