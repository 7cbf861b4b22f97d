import {
	type SqlDetector,
	asOf,
	inBooks,
	isReplayed,
	monthEnds,
	reference,
	references,
	whole,
} from '../sql.ts';

/** Loans that look current in the report, and are late again once it is signed. */
export const reversedAfterMonthEnd: SqlDetector = {
	name: 'reversed-after-month-end',
	looksFor: {
		id: 'Pembayaran menjelang akhir bulan yang dibatalkan segera sesudahnya.',
		en: 'Payments shortly before the end of a month that were taken back shortly after it.',
	},
	sentence: {
		id: 'Pembayaran {payments} ({amount}, {loans} pembiayaan) sebelum akhir bulan {endsOn} dibatalkan paling lama {daysAfter} hari sesudahnya.',
		en: '{payments} payments ({amount}, of {loans} loans) before the month ended on {endsOn} were taken back within {daysAfter} days after it.',
	},
	falsePositive: {
		id: 'Kesalahan yang baru ditemukan saat mencocokkan buku pada akhir bulan.',
		en: 'A mistake that was found when the books were compared at the end of the month.',
	},
	thresholds: {
		monthsBack: {id: 'Bulan ke belakang', en: 'Months back'},
		daysBefore: {id: 'Hari sebelum akhir bulan', en: 'Days before the end of the month'},
		daysAfter: {id: 'Hari sesudah akhir bulan', en: 'Days after the end of the month'},
		loansMin: {id: 'Pembiayaan untuk sedang', en: 'Loans, for medium'},
	},
	amounts: ['amount'],
	sql: `
		with ${monthEnds(whole('monthsBack'))},
		reversal as materialized (
			select book_id, reverses, effective_on from entries
			where reverses is not null and kind = 'repayment' and effective_on <= ${asOf}
				and effective_on > (select min(ends_on) from month_end) and ${inBooks('book_id')}
		),
		taken_back as materialized (
			select paid.*, reversal.effective_on as reversed_on
			from repayments paid
			join reversal on reversal.book_id = paid.book_id and reversal.reverses = paid.entry_number
			where not ${isReplayed('paid')}
		)
		select paid.book_id, 'period:' || month_end.ends_on as subject,
			case when count(distinct paid.loan_id) >= ${whole('loansMin')} then 'medium' end as severity,
			jsonb_build_object('payments', count(*), 'amount', sum(paid.amount)::text,
				'loans', count(distinct paid.loan_id), 'endsOn', month_end.ends_on) as figures,
			${references(reference('repayment', 'id', 'paid.id'), 'paid.receipt_number')} as evidence
		from taken_back paid
		join month_end on paid.paid_on <= month_end.ends_on
			and paid.paid_on > month_end.ends_on - ${whole('daysBefore')}
			and paid.reversed_on > month_end.ends_on
			and paid.reversed_on <= month_end.ends_on + ${whole('daysAfter')}
		group by paid.book_id, month_end.ends_on`,
};
