import {type SqlDetector, asOf, inBooks, reference, regionsOf, whole} from '../sql.ts';

export const officerInMany: SqlDetector = {
	name: 'officer-in-many',
	looksFor: {
		id: 'Pengguna yang menjadi petugas atau penyelia beberapa koperasi sekaligus.',
		en: 'Users who are officer or supervisor of several cooperatives at once.',
	},
	sentence: {
		id: '{user} adalah petugas atau penyelia di sini dan di {cooperatives} koperasi lain (wilayah: {regions}).',
		en: '{user} is officer or supervisor here and in {cooperatives} other cooperatives (region: {regions}).',
	},
	falsePositive: {
		id: 'Petugas yang menggantikan rekan yang cuti dan haknya belum dicabut.',
		en: 'An officer who stood in for a colleague and whose right was not yet taken back.',
	},
	thresholds: {
		cooperativesMin: {id: 'Koperasi, paling sedikit', en: 'Cooperatives, at least'},
	},
	sql: `
		with held as materialized (
			select distinct book.id as book_id, person.id, person.name
			from user_grants given
			join users person on person.id = given.user_id and person.is_active
			join books book on book.code = given.scope_code
			where given.scope_kind = 'cooperative' and given.role in ('officer', 'supervisor')
				and (given.granted_at at time zone book.time_zone)::date <= ${asOf}
				and (given.revoked_at is null
					or (given.revoked_at at time zone book.time_zone)::date > ${asOf})
		),
		many as (
			select id, count(*) as cooperatives from held group by id
			having count(*) >= ${whole('cooperativesMin')}
		)
		select held.book_id, 'user:' || held.name as subject, null as severity,
			jsonb_build_object('user', held.name, 'cooperatives', many.cooperatives - 1,
				'regions', ${regionsOf(
					`select other.book_id from held other
					where other.id = held.id and other.book_id <> held.book_id`,
				)}) as figures,
			jsonb_build_array(${reference('user', 'name', 'held.name')}) as evidence
		from held join many on many.id = held.id
		where ${inBooks('held.book_id')}`,
};
