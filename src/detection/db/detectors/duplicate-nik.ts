import {type SqlDetector, asOf, inBooks, reference, references, regionsOf, whole} from '../sql.ts';

/** A NIK has one membership, so a second one never comes to be; that it was tried remains. */
export const duplicateNik: SqlDetector = {
	name: 'duplicate-nik',
	looksFor: {
		id: 'Percobaan mendaftarkan NIK yang sudah menjadi anggota, per pelaku.',
		en: 'Attempts to register a NIK that is a member already, by person.',
	},
	sentence: {
		id: '{user} mencoba mendaftarkan {niks} NIK yang sudah dipakai ({attempts} percobaan dalam {windowDays} hari), {elsewhere} di antaranya milik anggota koperasi lain (wilayah: {regions}).',
		en: '{user} tried to register {niks} NIK that are taken ({attempts} attempts in {windowDays} days), {elsewhere} of them by members of other cooperatives (region: {regions}).',
	},
	falsePositive: {
		id: 'Warga yang pindah koperasi, atau salah ketik yang diulang, tampak sama.',
		en: 'People who change from one cooperative to another, or a mistake typed again.',
	},
	thresholds: {
		windowDays: {id: 'Hari ke belakang', en: 'Days back'},
		niksMin: {id: 'NIK berbeda, paling sedikit', en: 'Different NIK, at least'},
	},
	sql: `
		with tried as materialized (
			select attempt.book_id, attempt.id, attempt.digest, attempt.attempted_by, attempted_at
			from nik_attempts attempt join books book on book.id = attempt.book_id
			where (attempt.attempted_at at time zone book.time_zone)::date
				between ${asOf} - ${whole('windowDays')} + 1 and ${asOf} and ${inBooks('attempt.book_id')}
		),
		taken as materialized (
			select member.book_id, wanted.digest from members member
			join (select distinct digest from tried) wanted
				on wanted.digest = member.nik_hash
		)
		select tried.book_id, 'user:' || tried.attempted_by as subject, null as severity,
			jsonb_build_object('user', tried.attempted_by, 'attempts', count(*),
				'niks', count(distinct tried.digest), 'elsewhere', count(distinct tried.digest)
					filter (where taken.book_id <> tried.book_id),
				'regions', ${regionsOf(
					`select one from unnest(array_agg(taken.book_id)) one where one <> tried.book_id`,
				)}) as figures,
			${references(reference('nik-attempt', 'id', 'tried.id'), 'tried.attempted_at, tried.id')}
				|| ${reference('user', 'name', 'tried.attempted_by')} as evidence
		from tried left join taken on taken.digest = tried.digest
		group by tried.book_id, tried.attempted_by
		having count(distinct tried.digest) >= ${whole('niksMin')}`,
};
