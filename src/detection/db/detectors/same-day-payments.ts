import {
	type SqlDetector,
	numeric,
	percent,
	recentPayments,
	reference,
	references,
	whole,
} from '../sql.ts';

/** Members pay when they have sold something; whoever invents payments does it on one evening. */
export const sameDayPayments: SqlDetector = {
	name: 'same-day-payments',
	looksFor: {
		id: 'Pembayaran banyak peminjam yang selalu diterima petugas yang sama pada tanggal yang sama.',
		en: 'Payments of many borrowers, always on the same day of the month by the same officer.',
	},
	sentence: {
		id: '{user} menerima {payments} dari {all} pembayaran ({share} persen) dari {loans} pembiayaan pada tanggal {day}, dalam {months} bulan berlainan.',
		en: '{user} received {payments} of {all} payments ({share} per cent) of {loans} loans on day {day} of the month, in {months} different months.',
	},
	falsePositive: {
		id: 'Kelompok yang berkumpul pada tanggal tetap, atau gaji yang diterima pada tanggal itu.',
		en: 'A group that meets on a fixed day, or wages that are paid on it.',
	},
	thresholds: {
		windowDays: {id: 'Hari ke belakang', en: 'Days back'},
		paymentsMin: {id: 'Pembayaran pada tanggal itu, paling sedikit', en: 'Payments, at least'},
		monthsMin: {id: 'Bulan berlainan, paling sedikit', en: 'Different months, at least'},
		loansMin: {id: 'Pembiayaan berlainan, paling sedikit', en: 'Different loans, at least'},
		sharePercentMin: {id: 'Bagian dari semua, persen', en: 'Share of all, per cent'},
	},
	sql: `
		with ${recentPayments},
		by_day as (
			select book_id, received_by, extract(day from paid_on)::integer as day,
				count(*) as payments,
				sum(count(*)) over (partition by book_id, received_by) as everything
			from received group by 1, 2, 3
		),
		-- Months and loans are told apart of the few alone for whom one day stands out.
		outstanding as (
			select by_day.*, count(distinct date_trunc('month', one.paid_on)) as months,
				count(distinct one.loan_id) as loans,
				${references(reference('entry', 'number', 'one.entry_number'), 'one.entry_number desc')}
					as entries
			from by_day
			join received one on one.book_id = by_day.book_id
				and one.received_by = by_day.received_by
				and extract(day from one.paid_on)::integer = by_day.day
			where payments >= ${whole('paymentsMin')}
				and 100.0 * payments >= ${numeric('sharePercentMin')} * everything
			group by by_day.book_id, by_day.received_by, by_day.day, payments, everything
		)
		select book_id, 'user:' || received_by as subject, null as severity,
			jsonb_build_object('user', received_by, 'payments', payments, 'all', everything,
				'share', ${percent('payments', 'everything')}, 'loans', loans, 'day', day,
				'months', months) as figures,
			jsonb_build_array(${reference('user', 'name', 'received_by')}) || entries as evidence
		from outstanding
		where months >= ${whole('monthsMin')} and loans >= ${whole('loansMin')}`,
};
