import {type SqlDetector, firstInstalments, reference} from '../sql.ts';

export const neverPaidFirst: SqlDetector = {
	name: 'never-paid-first',
	looksFor: {
		id: 'Pembiayaan yang angsuran pertamanya pun tidak pernah dibayar.',
		en: 'Loans of which not even the first instalment was ever paid.',
	},
	sentence: {
		id: 'Pembiayaan nomor {number} sebesar {principal} tidak pernah dibayar; angsuran pertamanya jatuh tempo {days} hari lalu.',
		en: 'Nothing was ever paid of loan {number} of {principal}; its first instalment fell due {days} days ago.',
	},
	falsePositive: {
		id: 'Usaha yang gagal pada bulan pertama, sakit, atau pembayaran yang belum dibukukan.',
		en: 'A business that failed in its first month, illness, or a payment not booked yet.',
	},
	thresholds: {
		daysMin: {id: 'Hari sejak jatuh tempo pertama', en: 'Days since the first due date'},
	},
	amounts: ['principal'],
	sql: `
		with ${firstInstalments}
		select book_id, 'loan:' || id as subject, null as severity,
			jsonb_build_object('number', number, 'principal', principal::text, 'days', days) as figures,
			jsonb_build_array(${reference('loan', 'id', 'id')}, ${reference('member', 'id', 'member_id')})
				as evidence
		from first_due where is_unpaid`,
};
