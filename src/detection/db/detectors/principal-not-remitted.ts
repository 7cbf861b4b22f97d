import {cooperativeAccounts} from '../../../cooperatives/index.ts';
import {type SqlDetector, asOf, inBooks, numeric, reference, whole} from '../sql.ts';

/** What ended the fund: members paid, and the city never saw it. First in is first out. */
export const principalNotRemitted: SqlDetector = {
	name: 'principal-not-remitted',
	looksFor: {
		id: 'Pokok yang terkumpul dari anggota dan belum disetor melewati hari setor program.',
		en: "Principal collected from members and not remitted within the programme's days.",
	},
	sentence: {
		id: '{amount} pokok terkumpul belum disetor ke kota; yang tertua terkumpul {days} hari lalu, sedangkan program memberi {allowed} hari.',
		en: '{amount} of principal collected is not remitted to the city; the oldest was collected {days} days ago where the programme gives {allowed} days.',
	},
	falsePositive: {
		id: 'Setoran yang sudah di jalan atau di bank, dan belum dibukukan.',
		en: 'A remittance that is on its way or at the bank and not booked yet.',
	},
	thresholds: {
		amountMin: {id: 'Jumlah, paling sedikit, rupiah', en: 'Sum, at least, rupiah'},
		mediumDays: {id: 'Hari lewat batas untuk sedang', en: 'Days beyond, for medium'},
		highDays: {id: 'Hari lewat batas untuk berat', en: 'Days beyond, for high'},
	},
	amounts: ['amount'],
	constants: {collected: cooperativeAccounts.collectedForCity},
	sql: `
		with moved as (
			-- A payment taken back was not collected; whatever else takes from the account remits.
			select book_id, fund_id, effective_on,
				coalesce(sum(credits - debits) filter (where kind in ('repayment', 'recovery')), 0)
					as collected,
				coalesce(sum(debits - credits) filter (where kind not in ('repayment', 'recovery')), 0)
					as remitted
			from day_totals
			where account_code = :collected and effective_on <= ${asOf} and ${inBooks('book_id')}
			group by 1, 2, 3
		),
		ran as (
			select book_id, fund_id, effective_on,
				sum(collected) over (partition by book_id, fund_id order by effective_on) as collected,
				sum(collected) over (partition by book_id, fund_id) as all_collected,
				sum(remitted) over (partition by book_id, fund_id) as remitted
			from moved
		),
		oldest as (
			select book_id, fund_id, max(all_collected) - max(remitted) as amount,
				${asOf} - min(effective_on) filter (where collected > remitted) as days
			from ran group by 1, 2
		)
		select oldest.book_id, 'allocation:' || allocation.id as subject,
			case when days - remittance_days >= ${whole('highDays')} then 'high'
				when days - remittance_days >= ${whole('mediumDays')} then 'medium' end as severity,
			jsonb_build_object('amount', oldest.amount::text, 'days', days,
				'allowed', remittance_days) as figures,
			jsonb_build_array(${reference('allocation', 'id', 'allocation.id')}) as evidence
		from oldest
		join allocations allocation on allocation.book_id = oldest.book_id
			and allocation.id = oldest.fund_id
		join programmes programme on programme.id = allocation.programme_id
		where oldest.amount >= ${numeric('amountMin')} and days > remittance_days`,
};
