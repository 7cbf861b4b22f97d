import type {Knex} from 'knex';

/** What the program seals and digests with, where it has keys. */
type Tools = {
	readonly secrets?: {
		readonly seal: (secret: string, about: string) => string;
		readonly digests: (text: string, about: string) => readonly [Buffer, ...Buffer[]];
	};
};

/**
 * NIK, phone and address lie sealed from here on, and are found again by a digest with a key that
 * the database has not. What lay there in plain text is sealed, and the plain columns go.
 */
export async function up(knex: Knex, tools: Tools = {}): Promise<void> {
	await knex.raw(expand);
	const converted = (await sealMembers(knex, tools)) + (await sealPengurus(knex, tools));
	await knex.raw('set constraints all immediate');
	await knex.raw(contract);
	await knex.raw(lookups);
	await knex.raw(renewals);
	await knex.raw(rights);
	if (converted === 0) return;
	await knex.raw(keptAnswers);
	// Dropped columns and rows that were replaced stay on the disk until the table is written anew.
	for (const table of ['members', 'pengurus']) {
		await knex.raw(`cluster ${table} using ${table}_pkey`);
		await knex.raw(`alter table ${table} set without cluster`);
	}
}

export async function down(): Promise<void> {
	throw new Error('What was sealed is not laid open again.');
}

const expand = `
	alter table members
		add column nik_sealed text, add column nik_hash bytea,
		add column address_sealed text, add column address_hash bytea,
		add column phone_sealed text, add column phone_hash bytea,
		-- What lists show, so that none opens a phone: eight dots and its last three digits.
		add column phone_masked text;
	alter table pengurus add column nik_sealed text, add column nik_hash bytea;
	alter table pengurus disable trigger pengurus_final;
	alter table nik_attempts disable trigger nik_attempts_append_only;
`;

const rowsAtOnce = 1000;

type RowKey = {book_id: number; id: string};
type PlainRow = {
	id: string;
	nik: string;
	address: string;
	phone: string | null;
	address_folded: string;
	phone_folded: string | null;
};

async function sealMembers(knex: Knex, tools: Tools): Promise<number> {
	return inBatches(knex, {
		table: 'members',
		// The same as what the program folds them to: as they were compared up to now.
		columns: `nik, address, phone, '+62' || phone_digits as phone_folded,
			kelurahan_code || ' ' || translate(lower(address), ' .,-/\\\\''', '') as address_folded`,
		sealRow: (row: PlainRow) => {
			const {seal, digest} = sealing(tools);
			return {
				nik_sealed: seal(row.nik, `members.nik:${row.id}`),
				nik_hash: digest(row.nik, 'nik'),
				address_sealed: seal(row.address, `members.address:${row.id}`),
				address_hash: digest(row.address_folded, 'address'),
				phone_sealed: row.phone === null ? null : seal(row.phone, `members.phone:${row.id}`),
				phone_hash: row.phone_folded === null ? null : digest(row.phone_folded, 'phone'),
			};
		},
		update: `update members set nik_sealed = made.nik_sealed,
				nik_hash = decode(made.nik_hash, 'hex'),
				address_sealed = made.address_sealed, address_hash = decode(made.address_hash, 'hex'),
				phone_sealed = made.phone_sealed, phone_hash = decode(made.phone_hash, 'hex'),
				phone_masked = case when made.phone_sealed is not null then '••••••••' ||
					case when length(regexp_replace(members.phone, '\\D', '', 'g')) >= 7
						then right(regexp_replace(members.phone, '\\D', '', 'g'), 3) else '' end end
			from jsonb_to_recordset(cast(:made as jsonb)) made (book_id integer, id uuid,
				nik_sealed text, nik_hash text, address_sealed text, address_hash text,
				phone_sealed text, phone_hash text)
			where members.book_id = made.book_id and members.id = made.id`,
	});
}

async function sealPengurus(knex: Knex, tools: Tools): Promise<number> {
	return inBatches(knex, {
		table: 'pengurus',
		columns: 'nik',
		sealRow: ({id, nik}: Pick<PlainRow, 'id' | 'nik'>) => {
			const {seal, digest} = sealing(tools);
			return {nik_sealed: seal(nik, `pengurus.nik:${id}`), nik_hash: digest(nik, 'nik')};
		},
		update: `update pengurus set nik_sealed = made.nik_sealed,
				nik_hash = decode(made.nik_hash, 'hex')
			from jsonb_to_recordset(cast(:made as jsonb)) made (book_id integer, id uuid,
				nik_sealed text, nik_hash text)
			where pengurus.book_id = made.book_id and pengurus.id = made.id`,
	});
}

function sealing({secrets}: Tools) {
	if (!secrets) {
		throw new Error(
			'There are members whose NIK, phone and address have yet to be encrypted, and no key to do ' +
				'so: set BERGULIR_SECRET_KEYS and run `bergulir migrate`.',
		);
	}
	return {
		seal: secrets.seal,
		digest: (text: string, about: string) => secrets.digests(text, about)[0].toString('hex'),
	};
}

async function inBatches(
	knex: Knex,
	{
		table,
		columns,
		sealRow,
		update,
	}: {
		readonly table: string;
		readonly columns: string;
		readonly sealRow: (row: PlainRow) => object;
		readonly update: string;
	},
): Promise<number> {
	let count = 0;
	// On from the last one, so that a batch does not pass all those before it again.
	let last: RowKey = {book_id: 0, id: '00000000-0000-0000-0000-000000000000'};
	for (;;) {
		const {rows}: {rows: (RowKey & PlainRow)[]} = await knex.raw(
			`select book_id, id, ${columns} from ${table}
			where (book_id, id) > (:book_id, cast(:id as uuid))
			order by book_id, id limit ${rowsAtOnce}`,
			last,
		);
		if (rows.length === 0) return count;
		const made = rows.map((row) => ({book_id: row.book_id, id: row.id, ...sealRow(row)}));
		await knex.raw(update, {made: JSON.stringify(made)});
		count += rows.length;
		last = {book_id: rows.at(-1)!.book_id, id: rows.at(-1)!.id};
	}
}

// The form of what is sealed: version, name of the key, nonce, and text with its tag. Sixteen
// digits sealed have 43 signs, and no plain text has this form.
const sealed = (column: string, signs: string): string =>
	`${column} ~ '^v1\\.[0-9a-f]{8}\\.[A-Za-z0-9_-]{16}\\.[A-Za-z0-9_-]{${signs}}$'`;

const contract = `
	update nik_attempts attempt set digest = member.nik_hash
		from members member where attempt.digest = sha256(convert_to(member.nik, 'UTF8'));
	delete from nik_registry;
	insert into nik_registry (digest) select nik_hash from members;

	drop index members_phone_idx;
	alter table members
		drop column phone_digits, drop column phone, drop column address, drop column nik,
		alter column nik_sealed set not null, alter column nik_hash set not null,
		alter column address_sealed set not null, alter column address_hash set not null,
		add constraint members_nik_sealed_check check (${sealed('nik_sealed', '43')}),
		add constraint members_address_sealed_check check (${sealed('address_sealed', '23,')}),
		add constraint members_phone_sealed_check check (${sealed('phone_sealed', '23,')}),
		add constraint members_hashes_check check (octet_length(nik_hash) = 32
			and octet_length(address_hash) = 32 and octet_length(phone_hash) = 32),
		add constraint members_phone_masked_check
			check ((phone_masked is null or phone_masked ~ '^•{8}[0-9]{0,3}$')
			and (phone_masked is null) = (phone_sealed is null)),
		-- A phone without a digit is kept, and found again by nothing.
		add constraint members_phone_hash_check
			check (phone_hash is null or phone_sealed is not null);
	create index members_nik_idx on members (nik_hash);
	-- With which keys members are sealed is asked at every start.
	create index members_key_idx on members (split_part(nik_sealed, '.', 2));
	create index members_phone_idx on members (phone_hash) where phone_hash is not null;

	drop index pengurus_current_key;
	alter table pengurus
		drop column nik,
		alter column nik_sealed set not null, alter column nik_hash set not null,
		add constraint pengurus_nik_sealed_check check (${sealed('nik_sealed', '43')}),
		add constraint pengurus_nik_hash_check check (octet_length(nik_hash) = 32);
	create unique index pengurus_current_key on pengurus (book_id, nik_hash, office)
		where until is null;

	alter table pengurus enable trigger pengurus_final;
	alter table nik_attempts enable trigger nik_attempts_append_only;
`;

const lookups = `
	create or replace function cooperatives_register_nik() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	begin
		insert into nik_registry (digest) values (new.nik_hash);
		return new;
	end $$;

	-- Under which of the digests of one NIK it is registered; null for none. Whoever asks has the
	-- key, or could not make them.
	create function cooperatives_registered_digest(digests bytea[]) returns bytea
	language sql stable security definer set search_path = public, pg_temp as $$
		select digest from nik_registry where digest = any (digests) limit 1
	$$;

	create or replace function cooperatives_phone_is_elsewhere(of_book integer, of_member uuid)
	returns boolean
	language sql stable security definer set search_path = public, pg_temp as $$
		select exists (
			select from members mine
			join members other on other.phone_hash = mine.phone_hash
				and other.book_id <> mine.book_id
			where mine.book_id = of_book and mine.id = of_member
				and ((select bergulir_all_books())
					or mine.book_id = any ((select bergulir_books())::integer[]))
		)
	$$;
`;

// What is sealed is sealed anew when the keys change, by the owner alone: the service has no right
// to these columns. Nothing else of the row changes with it.
const renewals = `
	create or replace function cooperatives_only_end() returns trigger
	language plpgsql as $$
	declare
		ends constant text[] := '{until,ended_at,ended_by}';
		seals constant text[] := '{nik_sealed,nik_hash}';
	begin
		if tg_op = 'UPDATE'
			and to_jsonb(new) -> 'nik_sealed' is distinct from to_jsonb(old) -> 'nik_sealed'
			and to_jsonb(new) - seals = to_jsonb(old) - seals then
			return new;
		end if;
		if tg_op <> 'UPDATE' or old.until is not null or new.until is null
			or to_jsonb(new) - ends is distinct from to_jsonb(old) - ends then
			perform ledger_breach(tg_table_name || '_final', format(
				'What is recorded in %s stays; its end is added once.', tg_table_name));
		end if;
		return new;
	end $$;

	-- The digest of an attempt follows that of the registry, and what else was recorded stays.
	create function cooperatives_keep_attempt() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
	begin
		if tg_op <> 'UPDATE' or to_jsonb(new) - 'digest' is distinct from to_jsonb(old) - 'digest'
			or exists (select from nik_registry where digest = old.digest) then
			perform ledger_breach('cooperatives_append_only', format(
				'%s of %s is refused: what was recorded stays.', tg_op, tg_table_name));
		end if;
		return new;
	end $$;
	drop trigger nik_attempts_append_only on nik_attempts;
	create trigger nik_attempts_append_only before update or delete on nik_attempts
		for each row execute function cooperatives_keep_attempt();
`;

const rights = `
	grant update (address_sealed, address_hash, phone_sealed, phone_hash, phone_masked)
		on members to bergulir_app;
	revoke all on function cooperatives_registered_digest(bytea[]) from public;
	grant execute on function cooperatives_registered_digest(bytea[]) to bergulir_app;
`;

// The first answers that were kept for replay held address and phone: masked, as they are now.
const keptAnswers = `
	alter table idempotency_keys disable trigger idempotency_keys_final;
	update idempotency_keys set body = (body::jsonb
		|| jsonb_build_object('address', '••••••••',
			'phone', case when body::jsonb ->> 'phone' is not null then '••••••••' end))::text
		where body like '{%"nikMasked"%' and body::jsonb -> 'address' is not null;
	alter table idempotency_keys enable trigger idempotency_keys_final;
`;
