import {cooperativeAccounts} from '../../../cooperatives/index.ts';
import {
	type SqlDetector,
	asOf,
	inBooks,
	isReversed,
	numeric,
	reference,
	references,
	whole,
} from '../sql.ts';

export const feeByHand: SqlDetector = {
	name: 'fee-by-hand',
	looksFor: {
		id: 'Pendapatan administrasi yang dibukukan dengan tangan, bukan oleh pencairan, per pelaku.',
		en: 'Fee income that was booked by hand and not by a disbursement, by person.',
	},
	sentence: {
		id: '{user} membukukan pendapatan administrasi {amount} dengan tangan dalam {windowDays} hari ({entries} jurnal); tarif produk tidak berlaku untuknya.',
		en: '{user} booked fee income of {amount} by hand in {windowDays} days ({entries} entries); no tariff of a product stands behind it.',
	},
	falsePositive: {
		id: 'Penjualan buku anggota atau biaya surat yang memang tidak melalui pembiayaan.',
		en: "Members' books sold, or a charge for papers that has nothing to do with a loan.",
	},
	thresholds: {
		windowDays: {id: 'Hari ke belakang', en: 'Days back'},
		amountMin: {id: 'Jumlah, paling sedikit, rupiah', en: 'Sum, at least, rupiah'},
	},
	amounts: ['amount'],
	constants: {feeIncome: cooperativeAccounts.administrationIncome},
	sql: `
		with by_hand as (
			select line.book_id, line.entry_number, sum(line.amount) as amount from lines line
			where line.account_code = :feeIncome and line.side = 'credit' and line.kind = 'manual'
				and line.effective_on > ${asOf} - ${whole('windowDays')}
				and line.effective_on <= ${asOf} and ${inBooks('line.book_id')}
			group by 1, 2
		)
		select entry.book_id, 'user:' || entry.actor as subject, null as severity,
			jsonb_build_object('user', entry.actor, 'amount', sum(by_hand.amount)::text,
				'entries', count(*)) as figures,
			${references(reference('entry', 'number', 'entry.number'), 'entry.number desc')}
				|| ${reference('user', 'name', 'entry.actor')} as evidence
		from by_hand
		join entries entry on entry.book_id = by_hand.book_id and entry.number = by_hand.entry_number
			and entry.reverses is null
		where not ${isReversed('by_hand')}
		group by entry.book_id, entry.actor
		having sum(by_hand.amount) >= ${numeric('amountMin')}`,
};
