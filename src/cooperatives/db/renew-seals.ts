import type {Knex} from 'knex';
import type {MemberAccountId, MemberId} from '../../kernel/ids.ts';
import {foldNik} from '../../kernel/personal-data.ts';
import type {KelurahanCode} from '../../kernel/region-code.ts';
import type {SecretBox} from '../../kernel/secret-box.ts';
import {openNumber, sealNumber} from './account-table.ts';
import {createMemberSeals} from './member-seals.ts';
import {pengurusAbout} from './pengurus-tables.ts';

/** A table that holds sealed values: which it is, and how a row of it is sealed anew. */
type SealedTable = {
	readonly table: string;
	/** A column that every row of it has sealed: its key is that of the whole row. */
	readonly sealed: string;
	readonly reseal: (trx: Knex, row: SealedRow, secrets: SecretBox) => Promise<object>;
};

type SealedRow = Readonly<Record<string, unknown>> & {
	readonly book_id: number;
	readonly id: string;
};

/** Every table that holds what is personal: a new one is added here. */
const sealedTables: readonly SealedTable[] = [
	{table: 'members', sealed: 'nik_sealed', reseal: resealMember},
	{table: 'pengurus', sealed: 'nik_sealed', reseal: resealPengurus},
	{table: 'member_accounts', sealed: 'number_sealed', reseal: resealAccount},
];

const rowsAtOnce = 500;

/**
 * Seals with the first key what an older one sealed, and digests it with the first key, so that the
 * older ones can be thrown away; answers how many rows. It works as the owner, in transactions of
 * some hundred rows, beside a service that reads both; cut off, it goes on where it was.
 * @throws SealedElsewhere when a row was sealed with a key that is not here: it stays as it is, and
 * those before it are done.
 */
export async function renewSeals(owner: Knex, secrets: SecretBox): Promise<number> {
	let renewed = 0;
	for (const table of sealedTables) renewed += await renewTable(owner, table, secrets);
	return renewed;
}

async function renewTable(
	owner: Knex,
	{table, sealed, reseal}: SealedTable,
	secrets: SecretBox,
): Promise<number> {
	const keyId = keyOf(secrets.seal('', ''));
	let last = {book_id: 0, id: '00000000-0000-0000-0000-000000000000'};
	let renewed = 0;
	for (;;) {
		const rows = await owner.transaction(async (trx) => {
			const outdated: SealedRow[] = await trx(table)
				.whereRaw('(book_id, id) > (?, ?::uuid)', [last.book_id, last.id])
				// What was erased is sealed with no key.
				.whereRaw(`split_part(??, '.', 2) not in (?, '')`, [sealed, keyId])
				.orderBy(['book_id', 'id'])
				.limit(rowsAtOnce)
				.forUpdate();
			for (const row of outdated) {
				const made = await reseal(trx, row, secrets);
				await trx(table).where({book_id: row.book_id, id: row.id}).update(made);
			}
			return outdated;
		});
		renewed += rows.length;
		if (rows.length === 0) return renewed;
		last = rows.at(-1)!;
	}
}

async function resealMember(trx: Knex, row: SealedRow, secrets: SecretBox): Promise<object> {
	const seals = createMemberSeals(secrets);
	const id = row.id as MemberId;
	const opened = seals.open({
		id,
		nik_sealed: row.nik_sealed as string,
		address_sealed: row.address_sealed as string,
		phone_sealed: row.phone_sealed as string | null,
	});
	const kelurahanCode = row.kelurahan_code as KelurahanCode;
	const nik = seals.nik({id, nik: opened.nik});
	// The registry first, for an attempt follows it.
	await trx('nik_registry').where({digest: row.nik_hash}).update({digest: nik.nik_hash});
	await trx('nik_attempts').where({digest: row.nik_hash}).update({digest: nik.nik_hash});
	return {...nik, ...seals.particulars({id, kelurahanCode, ...opened})};
}

async function resealPengurus(_trx: Knex, row: SealedRow, secrets: SecretBox): Promise<object> {
	const about = pengurusAbout(row.id);
	const nik = secrets.open(row.nik_sealed as string, about);
	return {
		nik_sealed: secrets.seal(nik, about),
		nik_hash: secrets.digests(foldNik(nik), 'nik')[0],
	};
}

async function resealAccount(_trx: Knex, row: SealedRow, secrets: SecretBox): Promise<object> {
	const id = row.id as MemberAccountId;
	const number = openNumber(id, row.number_sealed as string, secrets);
	return sealNumber({id, number}, secrets);
}

const keyOf = (sealed: string): string => sealed.split('.')[1]!;
