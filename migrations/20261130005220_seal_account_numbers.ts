import type {Knex} from 'knex';

/** What the program seals and digests with, where it has keys. */
type Tools = {
	readonly secrets?: {
		readonly seal: (secret: string, about: string) => string;
		readonly digests: (text: string, about: string) => readonly [Buffer, ...Buffer[]];
	};
};

/** The number of a member's account lies sealed as well, and its digest is keyed. */
export async function up(knex: Knex, {secrets}: Tools = {}): Promise<void> {
	await knex.raw(expand);
	const {rows} = await knex.raw<{rows: {id: string; number: string}[]}>(
		'select id, number from member_accounts',
	);
	if (rows.length > 0 && !secrets) {
		throw new Error(
			'There are accounts of members whose number has yet to be encrypted, and no key to do so: ' +
				'set BERGULIR_SECRET_KEYS and run `bergulir migrate`.',
		);
	}
	for (const {id, number} of rows) {
		await knex.raw('update member_accounts set number_sealed = ?, number_digest = ? where id = ?', [
			secrets!.seal(number, `member_accounts.number:${id}`),
			secrets!.digests(number, 'account')[0],
			id,
		]);
	}
	await knex.raw('set constraints all immediate');
	await knex.raw(contract);
	if (rows.length === 0) return;
	// A dropped column stays on the disk until the table is written anew.
	await knex.raw('cluster member_accounts using member_accounts_pkey');
	await knex.raw('alter table member_accounts set without cluster');
}

export async function down(): Promise<void> {
	throw new Error('What was sealed is not laid open again.');
}

const expand = `
	alter table member_accounts add column number_sealed text,
		alter column number_digest drop expression;
	alter table member_accounts disable trigger member_accounts_final;
`;

// Five to twenty digits, sealed with their tag, have 28 to 48 signs.
const contract = `
	alter table member_accounts
		drop column number,
		alter column number_sealed set not null,
		add constraint member_accounts_number_check check (number_sealed = 'erased' or number_sealed ~
			'^v1\\.[0-9a-f]{8}\\.[A-Za-z0-9_-]{16}\\.[A-Za-z0-9_-]{28,48}$'),
		add constraint member_accounts_digest_check check (octet_length(number_digest) = 32);

	-- Only the end is added, once; but for the key of what is sealed, and for whoever was erased.
	create function cooperatives_keep_account() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	declare
		ends constant text[] := '{until,ended_at,ended_by}';
		seals constant text[] := '{number_sealed,number_digest}';
	begin
		if tg_op = 'UPDATE' and new.number_sealed <> old.number_sealed
			and (to_jsonb(new) - seals = to_jsonb(old) - seals
				or new.number_sealed = 'erased' and exists (select from members
					where book_id = old.book_id and id = old.member_id and erased_at is not null)) then
			return new;
		end if;
		if tg_op <> 'UPDATE' or old.until is not null or new.until is null
			or to_jsonb(new) - ends is distinct from to_jsonb(old) - ends then
			perform ledger_breach('member_accounts_final',
				'What is recorded in member_accounts stays; its end is added once.');
		end if;
		return new;
	end $$;
	drop trigger member_accounts_final on member_accounts;
	create trigger member_accounts_final after update or delete on member_accounts
		for each row execute function cooperatives_keep_account();

	create function cooperatives_erase_accounts() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	begin
		update member_accounts set number_sealed = 'erased', holder = '(dihapus)',
			number_digest = sha256(convert_to(gen_random_uuid()::text, 'UTF8'))
		where book_id = new.book_id and member_id = new.id;
		return new;
	end $$;
	create trigger members_erase_accounts after update of erased_at on members
		for each row when (old.erased_at is null and new.erased_at is not null)
		execute function cooperatives_erase_accounts();
`;
