import {type SqlDetector, asOf, inBooks, reference, references, regionsOf, whole} from '../sql.ts';

/**
 * Whose money goes to one account. A NIK is registered once, so two members are two NIKs; who is
 * recorded as the spouse, parent or child of another holder is one household with them.
 */
export const duplicateAccount: SqlDetector = {
	name: 'duplicate-account',
	looksFor: {
		id: 'Satu rekening bank atau dompet elektronik pada beberapa anggota dengan NIK berlainan, juga di koperasi yang berlainan.',
		en: 'One account at a bank or e-wallet for several members with different NIK, also of different cooperatives.',
	},
	sentence: {
		id: 'Satu rekening dipakai {here} anggota di sini dan {elsewhere} anggota di {cooperatives} koperasi lain (wilayah: {regions}), masing-masing dengan NIK sendiri; {pengurus} di antaranya pengurus.',
		en: 'One account is that of {here} members here and of {elsewhere} members of {cooperatives} other cooperatives (region: {regions}), each with a NIK of their own; {pengurus} of them run a cooperative.',
	},
	falsePositive: {
		id: 'Suami istri, atau orang tua dan anak, yang memakai satu rekening dan belum dicatat sebagai keluarga; nomor telepon bekas orang lain pada dompet elektronik; nomor yang kebetulan sama di dua bank. Keluarga yang dicatat dihitung sebagai satu.',
		en: 'A couple, or parent and child, who use one account and are not recorded as family; a phone number that was given to another, of an e-wallet; a number that two banks happen to have. Family on record counts as one.',
	},
	thresholds: {
		membersMin: {
			id: 'Anggota di luar satu keluarga, paling sedikit',
			en: 'Members who are not one family, at least',
		},
		windowDays: {
			id: 'Hari ke belakang untuk rekening yang sudah diakhiri',
			en: 'Days back for accounts that have ended',
		},
	},
	sql: `
		with held as (
			select account.book_id, account.member_id, account.id, account.number_digest
			from member_accounts account
			where account.since <= ${asOf}
				and (account.until is null or account.until > ${asOf} - ${whole('windowDays')})
		),
		crowded as materialized (
			select number_digest from held group by number_digest
			having count(*) >= ${whole('membersMin')}
		),
		crowd as materialized (
			select held.book_id, held.member_id, held.number_digest, member.number, member.nik_hash,
				(array_agg(held.id order by held.id))[1] as first
			from held join crowded using (number_digest)
			join members member on member.book_id = held.book_id and member.id = held.member_id
			where member.joined_on <= ${asOf} and (member.left_on is null or member.left_on > ${asOf})
			group by 1, 2, 3, 4, 5
		),
		in_office as (
			select nik_hash from pengurus
			where since <= ${asOf} and (until is null or until >= ${asOf})
		),
		-- Ties are to one who runs the cooperative; where two are tied to each other, the later joins
		-- the earlier, so that of every family one is counted.
		kin as materialized (
			select own.book_id, own.number_digest, own.member_id, own.number,
				relative.member_id as relative_id, relative.number as relative_number
			from crowd own
			join pengurus_ties tie on tie.book_id = own.book_id and tie.member_id = own.member_id
				and tie.relation in ('spouse', 'parent', 'child')
				and (tie.until is null or tie.until >= ${asOf})
			join pengurus runs on runs.book_id = tie.book_id and runs.id = tie.pengurus_id
			join crowd relative on relative.book_id = own.book_id and relative.nik_hash = runs.nik_hash
				and relative.number_digest = own.number_digest
		),
		weighed as materialized (
			select crowd.*,
				exists (select from in_office runs where runs.nik_hash = crowd.nik_hash) as is_pengurus,
				exists (
					select from kin
					where kin.book_id = crowd.book_id and kin.number_digest = crowd.number_digest
						and kin.member_id = crowd.member_id and (kin.relative_number < kin.number
							or not exists (select from kin back where back.book_id = kin.book_id
								and back.number_digest = kin.number_digest
								and back.member_id = kin.relative_id and back.relative_id = kin.member_id))
				) as is_family
			from crowd
		),
		whole_crowd as (
			select number_digest, count(*) as members, count(distinct book_id) as cooperatives,
				count(*) filter (where is_pengurus) as pengurus
			from weighed group by number_digest
			having count(*) filter (where not is_family) >= ${whole('membersMin')}
		),
		here as (
			select book_id, number_digest, count(*) as members,
				(array_agg(first order by first))[1] as first,
				${references(reference('member', 'id', 'member_id'), 'number')} as evidence
			from weighed where ${inBooks('book_id')}
			group by book_id, number_digest
		)
		select here.book_id, 'member-account:' || here.first as subject,
			case when all_of.pengurus > 0 then 'high' end as severity, here.evidence,
			jsonb_build_object('here', here.members, 'elsewhere', all_of.members - here.members,
				'cooperatives', all_of.cooperatives - 1, 'pengurus', all_of.pengurus,
				'regions', ${regionsOf(
					`select other.book_id from weighed other where other.number_digest = here.number_digest
					and other.book_id <> here.book_id`,
				)}) as figures
		from here join whole_crowd all_of using (number_digest)`,
};
