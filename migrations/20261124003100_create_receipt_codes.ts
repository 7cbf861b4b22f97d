import type {Knex} from 'knex';

/**
 * The member's own proof: every receipt has a code that no one can guess, by which whoever holds it
 * may ask whether the payment is in the journal. What is told is read from the journal, and nothing
 * of the person is in it.
 */
export async function up(knex: Knex): Promise<void> {
	await knex.raw(codes);
	await knex.raw(older);
	await knex.raw(laws);
	await knex.raw(reads);
	await knex.raw(rights);
}

export async function down(): Promise<void> {
	throw new Error('Members hold receipts with these codes; they are not taken back.');
}

const codes = `
	-- The remainder of a code in GF(32), which is nought for one that was copied rightly: the digits
	-- are a polynomial in the element 2, of x^5 + x^2 + 1.
	create function receipt_code_remainder(code text) returns integer
	language plpgsql immutable parallel safe set search_path = public, pg_temp as $$
	declare
		remainder integer := 0;
	begin
		for place in 1..length(code) loop
			remainder := (((remainder << 1) # (case when remainder & 16 = 0 then 0 else 37 end)) & 31)
				# (strpos('0123456789ABCDEFGHJKMNPQRSTVWXYZ', substr(code, place, 1)) - 1);
		end loop;
		return remainder;
	end $$;

	create table receipt_codes (
		book_id integer not null constraint receipt_codes_book_fkey references books (id),
		-- What the number on the paper begins with: a receipt, a slip of a deposit or a withdrawal.
		series text not null
			constraint receipt_codes_series_check check (series in ('KW', 'SS', 'PS')),
		number integer not null constraint receipt_codes_number_check check (number > 0),
		code text not null
			constraint receipt_codes_shape_check check (code ~ '^[0-9A-HJKMNP-TV-Z]{20}$')
			constraint receipt_codes_code_check check (receipt_code_remainder(code) = 0),
		primary key (book_id, series, number),
		-- Found by the code alone; the book is in it as in every key of what may be spread by book.
		-- A code that two books had would find neither.
		constraint receipt_codes_code_key unique (code, book_id)
	);
`;

// What was numbered before has a code as random as the later ones: a strong random UUID has 122
// random bits, and two of them are hashed together.
const older = `
	insert into receipt_codes (book_id, series, number, code)
	select numbered.book_id, numbered.series, numbered.number, made.letters || substr(
		'0123456789ABCDEFGHJKMNPQRSTVWXYZ', receipt_code_remainder(made.letters || '0') + 1, 1)
	from (
		select numbers.book_id, given.number,
			case numbers.kind when 'receipt' then 'KW' when 'saving-deposit' then 'SS' else 'PS' end
				as series,
			sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())) as random
		from document_numbers numbers
		cross join lateral generate_series(1, numbers.last) as given (number)
		where numbers.kind in ('receipt', 'saving-deposit', 'saving-withdrawal')
	) numbered
	cross join lateral (
		select string_agg(substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ',
			(get_byte(numbered.random, place) & 31) + 1, 1), '' order by place) as letters
		from generate_series(0, 18) place
	) made;
`;

const laws = `
	-- At commit: no number was given without a code.
	create function receipts_check_numbers() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		before integer := case tg_op when 'UPDATE' then old.last else 0 end;
		of_series text := case new.kind
			when 'receipt' then 'KW' when 'saving-deposit' then 'SS' else 'PS' end;
		coded bigint;
	begin
		select count(*) into coded from receipt_codes
		where book_id = new.book_id and series = of_series
			and number > before and number <= new.last;
		if coded <> new.last - before then
			perform ledger_breach('receipt_codes_every_number', format(
				'Of the numbers %s-%s to %s-%s only %s have a check code.',
				of_series, before + 1, of_series, new.last, coded));
		end if;
		return null;
	end $$;
	create constraint trigger receipt_codes_every_number after insert or update on document_numbers
		deferrable initially deferred for each row
		when (new.kind in ('receipt', 'saving-deposit', 'saving-withdrawal'))
		execute function receipts_check_numbers();

	create trigger receipt_codes_append_only before update or delete on receipt_codes
		for each row execute function cooperatives_refuse_change();
	create trigger receipt_codes_never_truncated before truncate on receipt_codes
		for each statement execute function cooperatives_refuse_change();
`;

const reads = `
	-- Entries are found by the paper they name; only those that members have papers of are listed.
	create index entries_receipt_idx on entries (book_id, document)
		where document ~ '^(KW|SS|PS)-[0-9]+$' and reverses is null;

	-- The entries of a receipt, from the journal: what went through the money accounts, and whether
	-- it was taken back or posted again. Kinds of which people choose the paper are left out: their
	-- paper may have the name of a receipt.
	create function receipt_entries(of_book integer, of_document text)
	returns table (number bigint, kind text, effective_on date, recorded_at timestamptz,
		actor text, hash bytea, amount numeric, loan_id uuid, member_id uuid,
		reversed_by bigint, reversed_on date, reversal_recorded_at timestamptz,
		is_posted_again boolean)
	language sql stable set search_path = public, pg_temp as $$
		select entry.number, entry.kind, entry.effective_on, entry.recorded_at, entry.actor,
			entry.hash, line.amount, line.loan_id, line.member_id, reversal.number,
			reversal.effective_on, reversal.recorded_at,
			lead(entry.number) over (partition by entry.kind, line.loan_id order by entry.number)
				is not null
		from entries entry
		cross join lateral (
			select greatest(
					coalesce(sum(part.amount) filter (where part.side = 'debit'
						and part.account_code in ('1.1.01', '1.1.02', '1.1.11')), 0),
					coalesce(sum(part.amount) filter (where part.side = 'credit'
						and part.account_code in ('1.1.01', '1.1.02', '1.1.11')), 0)
				)::numeric(20, 2) as amount,
				(array_agg(part.loan_id order by part.line_number)
					filter (where part.loan_id is not null))[1] as loan_id,
				(array_agg(part.member_id order by part.line_number)
					filter (where part.member_id is not null))[1] as member_id
			from lines part
			where part.book_id = entry.book_id and part.entry_number = entry.number
		) line
		left join entries reversal
			on reversal.book_id = entry.book_id and reversal.reverses = entry.number
		where entry.book_id = of_book and entry.document = of_document
			and entry.document ~ '^(KW|SS|PS)-[0-9]+$' and entry.reverses is null
			and entry.kind in ('repayment', 'settlement-discount', 'profit-share', 'tazir', 'tawidh',
				'recovery', 'group-deposit', 'claim-repayment', 'down-payment', 'cancellation-paid',
				'saving-deposit', 'saving-withdrawal')
		order by entry.number
	$$;

	-- What anybody may know who holds the code of one receipt: past the scope of books, so these
	-- columns and no others, of exactly one receipt, and nothing of who paid or who received.
	create function receipt_check(of_code text)
	returns table (book_code text, cooperative text, time_zone text, document text, number bigint,
		effective_on date, recorded_at timestamptz, hash bytea, amount numeric, reversed_by bigint,
		reversed_on date, reversal_recorded_at timestamptz, is_posted_again boolean)
	language sql stable security definer set search_path = public, pg_temp as $$
		select book.code, cooperative.name, book.time_zone, paper.document, entry.number,
			entry.effective_on, entry.recorded_at, entry.hash, entry.amount, entry.reversed_by,
			entry.reversed_on, entry.reversal_recorded_at, entry.is_posted_again
		from (
			select min(book_id) as book_id, min(series || '-' || number) as document
			from receipt_codes where code = of_code
			having count(*) = 1
		) paper
		join books book on book.id = paper.book_id
		join cooperatives cooperative on cooperative.book_id = paper.book_id
		left join lateral receipt_entries(paper.book_id, paper.document) entry on true
		order by entry.number
	$$;
`;

const rights = `
	alter table receipt_codes enable row level security;
	create policy receipt_codes_scope on receipt_codes to bergulir_app
		using ((select bergulir_all_books()) or book_id = any ((select bergulir_books())::integer[]));
	revoke all on receipt_codes from public;
	grant select, insert on receipt_codes to bergulir_app;

	revoke all on function receipt_code_remainder(text), receipt_entries(integer, text),
		receipt_check(text), receipts_check_numbers() from public;
	grant execute on function receipt_code_remainder(text), receipt_entries(integer, text),
		receipt_check(text) to bergulir_app;
`;
