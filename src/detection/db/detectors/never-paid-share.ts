import {
	type SqlDetector,
	firstInstalments,
	numeric,
	percent,
	reference,
	references,
	whole,
} from '../sql.ts';

const unpaid = 'filter (where is_unpaid)';

/** One borrower who never pays has failed; many of one cooperative may not exist. */
export const neverPaidShare: SqlDetector = {
	name: 'never-paid-share',
	looksFor: {
		id: 'Koperasi yang banyak peminjamnya tidak pernah membayar angsuran pertama.',
		en: 'Cooperatives of whose borrowers many never paid a first instalment.',
	},
	sentence: {
		id: '{unpaid} dari {due} pembiayaan ({share} persen, {amount}) tidak pernah dibayar sama sekali; peminjamnya perlu didatangi.',
		en: 'Of {due} loans {unpaid} ({share} per cent, {amount}) were never paid at all; their borrowers are to be visited.',
	},
	falsePositive: {
		id: 'Bencana atau gagal panen yang mengenai semua peminjam sekaligus.',
		en: 'A disaster or a lost harvest that struck all borrowers at once.',
	},
	thresholds: {
		daysMin: {id: 'Hari sejak jatuh tempo pertama', en: 'Days since the first due date'},
		loansMin: {id: 'Pembiayaan, paling sedikit', en: 'Loans, at least'},
		sharePercentMin: {id: 'Bagian dari semua, persen', en: 'Share of all, per cent'},
	},
	amounts: ['amount'],
	sql: `
		with ${firstInstalments}
		select due.book_id, 'book:' || book.code as subject, null as severity,
			jsonb_build_object('unpaid', count(*) ${unpaid}, 'due', count(*),
				'share', ${percent(`count(*) ${unpaid}`, 'count(*)')},
				'amount', (sum(principal) ${unpaid})::text) as figures,
			${references(reference('loan', 'id', 'due.id'), 'due.number', unpaid)} as evidence
		from first_due due join books book on book.id = due.book_id
		group by due.book_id, book.code
		having count(*) ${unpaid} >= ${whole('loansMin')}
			and 100.0 * (count(*) ${unpaid}) >= ${numeric('sharePercentMin')} * count(*)`,
};
