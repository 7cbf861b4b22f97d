import {
	type SqlDetector,
	asOf,
	inBooks,
	isReplayed,
	numeric,
	percent,
	reference,
	references,
	whole,
} from '../sql.ts';

const voided = 'filter (where is_voided)';

/** The member has paid and gone; the receipt is then taken back, and the money stays. */
export const receiptsVoided: SqlDetector = {
	name: 'receipts-voided',
	looksFor: {
		id: 'Kuitansi yang dibatalkan, per penerima uangnya.',
		en: 'Receipts that were taken back, by whoever had received the money.',
	},
	sentence: {
		id: '{voided} dari {receipts} kuitansi {user} dalam {windowDays} hari ({share} persen, {amount}) dibatalkan, oleh {reversers} orang.',
		en: 'Of {receipts} receipts of {user} in {windowDays} days {voided} ({share} per cent, {amount}) were taken back, by {reversers} people.',
	},
	falsePositive: {
		id: 'Petugas baru yang salah memilih anggota, atau setoran bank yang ditolak.',
		en: 'A new officer who picked the wrong member, or bank payments that bounced.',
	},
	thresholds: {
		windowDays: {id: 'Hari ke belakang', en: 'Days back'},
		receiptsMin: {id: 'Kuitansi batal, paling sedikit', en: 'Receipts taken back, at least'},
		sharePercentMin: {id: 'Bagian dari kuitansinya, persen', en: "Share of the person's, per cent"},
	},
	amounts: ['amount'],
	sql: `
		with received as (
			select repayment.book_id, repayment.received_by, repayment.id, repayment.receipt_number,
				repayment.amount, reversal.actor, reversal.number is not null as is_voided
			from repayments repayment
			left join entries reversal on reversal.book_id = repayment.book_id
				and reversal.reverses = repayment.entry_number
				and reversal.reverses is not null and reversal.effective_on <= ${asOf}
			where repayment.paid_on > ${asOf} - ${whole('windowDays')}
				and repayment.paid_on <= ${asOf} and ${inBooks('repayment.book_id')}
				and (reversal.number is null or not ${isReplayed('repayment')})
		)
		select book_id, 'user:' || received_by as subject, null as severity,
			jsonb_build_object('user', received_by, 'voided', count(*) ${voided},
				'receipts', count(*), 'amount', (sum(amount) ${voided})::text,
				'share', ${percent(`count(*) ${voided}`, 'count(*)')}, 'reversers', count(distinct actor))
				as figures,
			${references(reference('repayment', 'id', 'id'), 'receipt_number desc', voided)}
				|| ${reference('user', 'name', 'received_by')} as evidence
		from received
		group by book_id, received_by
		having count(*) ${voided} >= ${whole('receiptsMin')}
			and 100.0 * (count(*) ${voided}) >= ${numeric('sharePercentMin')} * count(*)`,
};
