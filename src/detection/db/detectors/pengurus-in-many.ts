import {type SqlDetector, asOf, inBooks, reference, references, regionsOf, whole} from '../sql.ts';

/** One person ran the cooperatives of three kelurahan, and nobody's list showed it. */
export const pengurusInMany: SqlDetector = {
	name: 'pengurus-in-many',
	looksFor: {
		id: 'Orang yang menjadi pengurus, pengawas atau pengelola di beberapa koperasi sekaligus.',
		en: 'People who run several cooperatives at once, by their NIK.',
	},
	sentence: {
		id: 'Seorang pengurus ({office}) juga memegang jabatan di {cooperatives} koperasi lain (wilayah: {regions}).',
		en: 'Somebody in office here ({office}) is in office in {cooperatives} other cooperatives too (region: {regions}).',
	},
	falsePositive: {
		id: 'Pengawas syariah atau pembina yang memang ditugaskan untuk beberapa koperasi.',
		en: 'A sharia supervisor or adviser who is assigned to several cooperatives.',
	},
	thresholds: {
		cooperativesMin: {id: 'Koperasi, paling sedikit', en: 'Cooperatives, at least'},
	},
	sql: `
		with in_office as materialized (
			select book_id, id, nik_hash, office, since from pengurus
			where since <= ${asOf} and (until is null or until >= ${asOf})
		),
		many as (
			select nik_hash, count(distinct book_id) as cooperatives from in_office group by nik_hash
			having count(distinct book_id) >= ${whole('cooperativesMin')}
		)
		select held.book_id, 'pengurus:' || (array_agg(held.id order by held.since, held.id))[1]
				as subject, null as severity,
			jsonb_build_object('office', string_agg(distinct held.office, ', '),
				'cooperatives', many.cooperatives - 1, 'regions', ${regionsOf(
					`select other.book_id from in_office other
					where other.nik_hash = many.nik_hash and other.book_id <> held.book_id`,
				)}) as figures,
			${references(reference('pengurus', 'id', 'held.id'), 'held.since, held.id')} as evidence
		from in_office held join many on many.nik_hash = held.nik_hash
		where ${inBooks('held.book_id')}
		group by held.book_id, many.nik_hash, many.cooperatives`,
};
