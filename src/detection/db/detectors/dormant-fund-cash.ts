import {cashAccounts, cooperativeAccounts} from '../../../cooperatives/index.ts';
import {type SqlDetector, asOf, inBooks, numeric, percent, reference, whole} from '../sql.ts';

export const dormantFundCash: SqlDetector = {
	name: 'dormant-fund-cash',
	looksFor: {
		id: 'Dana yang lama tidak digulirkan padahal tersedia.',
		en: 'Money of a fund that has long not been lent although it is there.',
	},
	sentence: {
		id: 'Dana tersedia {free}, {share} persen dari {received} yang diterima, dan sejak {days} hari tidak ada pencairan.',
		en: '{free} of the fund is free, {share} per cent of the {received} received, and nothing has been disbursed for {days} days.',
	},
	falsePositive: {
		id: 'Menunggu musim tanam atau panen, atau pencairan ditahan oleh kota.',
		en: 'Waiting for the season, or disbursements held back by the city.',
	},
	thresholds: {
		daysMin: {id: 'Hari tanpa pencairan, paling sedikit', en: 'Days without a loan, at least'},
		amountMin: {id: 'Dana tersedia, paling sedikit, rupiah', en: 'Free money, at least, rupiah'},
		sharePercentMin: {id: 'Bagian dari dana diterima, persen', en: 'Share received, per cent'},
	},
	amounts: ['free', 'received'],
	constants: {cash: cashAccounts, collected: cooperativeAccounts.collectedForCity},
	sql: `
		with held as (
			-- What was collected for the city is in the cash and is not the fund's to lend.
			select total.book_id, total.fund_id, sum(total.debits - total.credits) as free
			from day_totals total
			where total.effective_on <= ${asOf} and ${inBooks('total.book_id')}
				and (total.account_code = any (cast(:cash as text[])) or total.account_code = :collected)
			group by 1, 2
		),
		came as (
			select tranche.book_id, tranche.allocation_id, sum(tranche.amount) as received,
				max(tranche.received_on) as last_on
			from tranches tranche
			where tranche.received_on <= ${asOf} and ${inBooks('tranche.book_id')}
				and not exists (select from entries reversal where reversal.book_id = tranche.book_id
					and reversal.reverses = tranche.entry_number
					and reversal.reverses is not null and reversal.effective_on <= ${asOf})
			group by 1, 2
		),
		lent as (
			select book_id, allocation_id, max(disbursed_on) as last_on from loans
			where disbursed_on <= ${asOf} and status <> 'reversed' and ${inBooks('book_id')}
			group by 1, 2
		),
		idle as (
			select came.book_id, came.allocation_id, came.received, held.free,
				${asOf} - greatest(came.last_on, lent.last_on) as days
			from came
			join held on held.book_id = came.book_id and held.fund_id = came.allocation_id
			left join lent on lent.book_id = came.book_id and lent.allocation_id = came.allocation_id
		)
		select book_id, 'allocation:' || allocation_id as subject, null as severity,
			jsonb_build_object('free', free::text, 'received', received::text, 'days', days,
				'share', ${percent('free', 'received')}) as figures,
			jsonb_build_array(${reference('allocation', 'id', 'allocation_id')}) as evidence
		from idle
		where days >= ${whole('daysMin')} and free >= ${numeric('amountMin')}
			and 100.0 * free >= ${numeric('sharePercentMin')} * received`,
};
