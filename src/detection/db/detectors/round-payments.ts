import {
	type SqlDetector,
	numeric,
	percent,
	recentPayments,
	reference,
	referencesOf,
	whole,
} from '../sql.ts';

/** A payment of just the instalment says nothing; what else is paid may be invented. */
export const roundPayments: SqlDetector = {
	name: 'round-payments',
	looksFor: {
		id: 'Pembayaran yang bukan sebesar angsuran dan hampir selalu bulat.',
		en: 'Payments that are not the instalment and are nearly always round.',
	},
	sentence: {
		id: '{round} dari {all} pembayaran yang diterima {user} di luar besarnya angsuran ({share} persen) adalah kelipatan {multiple}.',
		en: 'Of {all} payments received by {user} that are not the instalment, {round} ({share} per cent) are multiples of {multiple}.',
	},
	falsePositive: {
		id: 'Anggota yang membayar dengan lembaran besar dan membulatkan ke atas.',
		en: 'Members who pay in large notes and round up.',
	},
	thresholds: {
		windowDays: {id: 'Hari ke belakang', en: 'Days back'},
		paymentsMin: {id: 'Pembayaran di luar angsuran, paling sedikit', en: 'Payments, at least'},
		multiple: {id: 'Kelipatan, rupiah', en: 'Multiple, rupiah'},
		sharePercentMin: {id: 'Bagian yang bulat, persen', en: 'Share that is round, per cent'},
	},
	amounts: ['multiple'],
	sql: `
		with ${recentPayments},
		other as (
			select received.*, received.amount % ${numeric('multiple')} = 0 as is_round
			from received
			join instalments due on due.book_id = received.book_id and due.loan_id = received.loan_id
				and due.version = 1 and due.number = 1
			where received.amount <> due.principal + due.margin
		),
		by_user as (
			select book_id, received_by, count(*) as payments,
				count(*) filter (where is_round) as round_ones
			from other group by 1, 2
		)
		select book_id, 'user:' || received_by as subject, null as severity,
			jsonb_build_object('user', received_by, 'round', round_ones, 'all', payments,
				'share', ${percent('round_ones', 'payments')}) as figures,
			jsonb_build_array(${reference('user', 'name', 'received_by')}) || ${referencesOf(
				reference('entry', 'number', 'one.entry_number'),
				`other one where one.book_id = by_user.book_id and one.is_round
				and one.received_by = by_user.received_by order by one.entry_number desc`,
			)} as evidence
		from by_user
		where payments >= ${whole('paymentsMin')}
			and 100.0 * round_ones >= ${numeric('sharePercentMin')} * payments`,
};
