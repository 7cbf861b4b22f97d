import {
	type SqlDetector,
	asOf,
	inBooks,
	numeric,
	percent,
	reference,
	references,
	whole,
} from '../sql.ts';

const related = 'filter (where is_related)';

export const relatedPartyShare: SqlDetector = {
	name: 'related-party-share',
	looksFor: {
		id: 'Pembiayaan kepada pengurus dan keluarganya, dan bagiannya dari semua pembiayaan berjalan.',
		en: 'Loans to those who run the cooperative and their family, and their share of all that run.',
	},
	sentence: {
		id: '{loans} pembiayaan berjalan ({amount}, {share} persen dari {all}) diberikan kepada pengurus atau keluarganya.',
		en: '{loans} running loans ({amount}, {share} per cent of {all}) were given to those who run the cooperative or their family.',
	},
	falsePositive: {
		id: 'Di kelurahan kecil banyak warga bersaudara; pinjamannya sah bila diputus orang lain.',
		en: 'In a small kelurahan many are kin; such a loan is right where others decided on it.',
	},
	thresholds: {
		loansMin: {id: 'Pembiayaan, paling sedikit', en: 'Loans, at least'},
		sharePercentMin: {id: 'Bagian dari semua, persen', en: 'Share of all, per cent'},
	},
	amounts: ['amount', 'all'],
	sql: `
		with related as materialized (
			select runs.book_id, member.id as member_id, runs.since, runs.until
			from pengurus runs
			join members member on member.book_id = runs.book_id and member.nik_hash = runs.nik_hash
			where ${inBooks('runs.book_id')}
			union
			select tie.book_id, tie.member_id, runs.since, least(runs.until, tie.until)
			from pengurus_ties tie
			join pengurus runs on runs.book_id = tie.book_id and runs.id = tie.pengurus_id
			where ${inBooks('tie.book_id')}
		),
		running as (
			select loan.book_id, loan.id, loan.number, loan.principal, exists (select from related
				where related.book_id = loan.book_id and related.member_id = loan.member_id
					and loan.disbursed_on >= related.since
					and (related.until is null or loan.disbursed_on <= related.until)) as is_related
			from loans loan
			where loan.status = 'disbursed' and loan.disbursed_on <= ${asOf}
				and loan.book_id in (select book_id from related)
		)
		select running.book_id, 'book:' || book.code as subject, null as severity,
			jsonb_build_object('loans', count(*) ${related}, 'amount', (sum(principal) ${related})::text,
				'share', ${percent(`sum(principal) ${related}`, 'sum(principal)')},
				'all', sum(principal)::text) as figures,
			${references(reference('loan', 'id', 'running.id'), 'running.number', related)} as evidence
		from running join books book on book.id = running.book_id
		group by running.book_id, book.code
		having count(*) ${related} >= ${whole('loansMin')}
			and 100.0 * (sum(principal) ${related}) >= ${numeric('sharePercentMin')} * sum(principal)`,
};
