import type {Knex} from 'knex';
import {foldAddress, foldNik, foldPhone, maskPhone} from '../../kernel/personal-data.ts';
import type {SecretBox} from '../../kernel/secret-box.ts';
import {type BookMember, type Member, memberAbout} from '../member.ts';

/** What of a member lies sealed in its row, and by which digests it is found again. */
export type MemberSeals = ReturnType<typeof createMemberSeals>;

export type SealedMember = {
	readonly id: string;
	readonly nik_sealed: string;
	readonly address_sealed: string;
	readonly phone_sealed: string | null;
};

/** What stands where something was that is erased. */
const erasedText = 'erased';

export const createMemberSeals = (secrets: SecretBox) => {
	const openUnlessErased = (sealed: string, about: string): string =>
		sealed === erasedText ? '' : secrets.open(sealed, about);
	return {
		nik: ({id, nik}: Pick<Member, 'id' | 'nik'>) => ({
			nik_sealed: secrets.seal(nik, memberAbout('nik', id)),
			nik_hash: secrets.digests(foldNik(nik), 'nik')[0],
		}),
		particulars({
			id,
			address,
			phone,
			kelurahanCode,
		}: Pick<Member, 'id' | 'address' | 'phone' | 'kelurahanCode'>) {
			const folded = phone === undefined ? undefined : foldPhone(phone);
			return {
				address_sealed: secrets.seal(address, memberAbout('address', id)),
				address_hash: secrets.digests(foldAddress(address, kelurahanCode), 'address')[0],
				phone_sealed: phone === undefined ? null : secrets.seal(phone, memberAbout('phone', id)),
				phone_masked: phone === undefined ? null : maskPhone(phone),
				phone_hash: folded === undefined ? null : secrets.digests(folded, 'phone')[0],
			};
		},
		open: (row: SealedMember): Pick<BookMember, 'nik' | 'address' | 'phone'> => ({
			nik: openUnlessErased(row.nik_sealed, memberAbout('nik', row.id)),
			address: openUnlessErased(row.address_sealed, memberAbout('address', row.id)),
			...(row.phone_sealed === null
				? {}
				: {phone: secrets.open(row.phone_sealed, memberAbout('phone', row.id))}),
		}),
		/** Those who have a NIK or a phone, whichever key it was digested with. */
		find(
			query: Knex.QueryBuilder,
			{nik, phone}: {readonly nik: string | undefined; readonly phone: string | undefined},
		): void {
			if (nik !== undefined) {
				void query.whereIn('members.nik_hash', [...secrets.digests(foldNik(nik), 'nik')]);
			}
			if (phone === undefined) return;
			const folded = foldPhone(phone);
			const digests = folded === undefined ? [] : secrets.digests(folded, 'phone');
			void query.whereIn('members.phone_hash', [...digests]);
		},
		/**
		 * Whether a NIK is registered under the digest of an older key. PostgreSQL holds that no digest
		 * comes twice; until all were made anew with the first key, one NIK could have two.
		 */
		async isTakenUnderOlderKey(trx: Knex, nik: string): Promise<boolean> {
			const [, ...older] = secrets.digests(foldNik(nik), 'nik');
			return older.length > 0 && (await registeredDigest(trx, older)) !== undefined;
		},
	};
};

/** Under which of the digests of one NIK it is registered. */
export async function registeredDigest(
	trx: Knex,
	digests: readonly Buffer[],
): Promise<Buffer | undefined> {
	const {rows} = await trx.raw<{rows: [{digest: Buffer | null}]}>(
		'select cooperatives_registered_digest(cast(? as bytea[])) as digest',
		[[...digests]],
	);
	return rows[0].digest ?? undefined;
}
