import type {Knex} from 'knex';

/**
 * All that has to be known to judge entries, in one question: the tips of their books, which are
 * held from then on, their accounts with what these hold, the months that are closed, the
 * assertions that could be broken, and the answers that were given before.
 */
export async function up(knex: Knex): Promise<void> {
	await knex.raw(hold);
	await knex.raw(keep);
}

export async function down(): Promise<void> {
	throw new Error('Entries are judged by what is held; it is not taken away.');
}

// Each statement sees what was committed before it began, so what is read after the tips are held
// is what stands until the transaction ends.
const hold = `
	create function ledger_hold(wanted jsonb) returns json
	language plpgsql volatile set search_path = public, pg_temp
	set plan_cache_mode = 'force_generic_plan' set enable_seqscan = off set enable_hashjoin = off
	set enable_mergejoin = off as $$
	declare
		held json;
		facts json;
		closed json;
		assertions json;
		answers json;
	begin
		select json_agg(json_build_object('id', book.id, 'code', book.code,
			'kind', book.kind, 'name', book.name, 'region_code', book.region_code,
			'opened_on', book.opened_on, 'time_zone', book.time_zone, 'number', tip.number,
			'hash', encode(tip.hash, 'hex'), 'recorded_at', tip.recorded_at))
		into held
		from ledger_lock_tips(array(
			select id from books
			where code = any (array(select jsonb_array_elements_text(wanted -> 'books')))
		)) tip
		join books book on book.id = tip.book_id;

		select json_agg(json_build_object('book_id', account.book_id, 'code', account.code,
			'name_id', account.name_id, 'name_en', account.name_en, 'class', account.class,
			'normal_side', account.normal_side, 'floor', account.floor,
			'is_controlled', account.is_controlled, 'ceiling_kind', account.ceiling_kind,
			'held', case account.floor when 'none' then null else (
				select json_object_agg(balance.dimension,
					json_build_array(balance.balance::text, balance.granted::text))
				from floor_balances balance
				where balance.book_id = account.book_id and balance.account_code = account.code
					and balance.dimension in (
						select dimension::uuid from jsonb_array_elements_text(wanted -> 'dimensions')
							as dimension
					)) end))
		into facts
		from jsonb_to_recordset(wanted -> 'accounts') as line (book text, account text)
		join books book on book.code = line.book
		join accounts account on account.book_id = book.id and account.code = line.account;

		select json_agg(json_build_array(period.book_id, period.starts_on)) into closed
		from jsonb_to_recordset(wanted -> 'months') as month (book text, since date)
		join books book on book.code = month.book
		join periods period on period.book_id = book.id and period.starts_on >= month.since
		where period.confirmed_at is not null and period.reopened_at is null;

		select json_agg(json_build_object('book_id', standing.book_id, 'number', standing.number,
			'account_code', standing.account_code, 'fund_id', standing.fund_id,
			'member_id', standing.member_id, 'asserted_on', standing.asserted_on,
			'amount', standing.amount::text, 'policy', standing.policy,
			'difference', standing.difference::text) order by standing.asserted_on desc,
			standing.number desc)
		into assertions
		from jsonb_to_recordset(wanted -> 'accounts') as line (book text, account text, since date)
		join books book on book.code = line.book
		join assertion_standings standing on standing.book_id = book.id
			and standing.account_code = line.account and standing.asserted_on >= line.since;

		select json_agg(json_build_object('user_id', answer.user_id, 'key', answer.key,
			'fingerprint', encode(answer.fingerprint, 'hex'), 'status', answer.status,
			'body', answer.body))
		into answers
		from jsonb_to_recordset(wanted -> 'keys') as asked (user_id uuid, key text)
		join idempotency_keys answer on answer.user_id = asked.user_id and answer.key = asked.key;

		return json_build_object('books', held, 'accounts', facts, 'closed', closed,
			'assertions', assertions, 'answers', answers);
	end $$;
	revoke all on function ledger_hold(jsonb) from public;
	grant execute on function ledger_hold(jsonb) to bergulir_app;
`;

// The answers of a group beside their keys. As a function, its plan is made once.
const keep = `
	create function idempotency_keep(answers jsonb) returns void
	language plpgsql volatile set search_path = public, pg_temp
	set plan_cache_mode = 'force_generic_plan' as $$
	begin
		insert into idempotency_keys (user_id, key, fingerprint, status, body, created_at)
		select user_id, key, decode(fingerprint, 'hex'), status, body, created_at
		from jsonb_to_recordset(answers) as answer (user_id uuid, key text, fingerprint text,
			status integer, body text, created_at timestamptz);
	end $$;
	revoke all on function idempotency_keep(jsonb) from public;
	grant execute on function idempotency_keep(jsonb) to bergulir_app;
`;
