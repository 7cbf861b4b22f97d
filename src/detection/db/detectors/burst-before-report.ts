import {
	type SqlDetector,
	asOf,
	inBooks,
	monthEnds,
	numeric,
	reference,
	referencesOf,
	whole,
} from '../sql.ts';

const days = whole('daysBefore');

/**
 * The usual is the greater of two: what so many days of the months before bring, and what their
 * last days bring. So a cooperative that always pays out at the end of a month is not told of.
 */
export const burstBeforeReport: SqlDetector = {
	name: 'burst-before-report',
	looksFor: {
		id: 'Pencairan beruntun menjelang akhir bulan, triwulan atau tahun, dibanding biasanya.',
		en: 'Disbursements in a burst before the end of a month, quarter or year, against the usual.',
	},
	sentence: {
		id: '{loans} pembiayaan ({amount}) dicairkan dalam {daysBefore} hari sampai akhir {reportId} {endsOn}; biasanya {usual} dalam waktu sepanjang itu.',
		en: '{loans} loans ({amount}) were disbursed in the {daysBefore} days to the end of the {reportEn} on {endsOn}; usual in such a time are {usual}.',
	},
	falsePositive: {
		id: 'Dana kota yang baru cair, panen, atau persiapan hari raya pada akhir bulan.',
		en: "A tranche that has just come, a harvest, or a feast at the month's end.",
	},
	thresholds: {
		daysBefore: {id: 'Hari sebelum akhir bulan', en: 'Days before the end of the month'},
		historyDays: {id: 'Hari pembanding, paling banyak', en: 'Days compared with, at most'},
		historyDaysMin: {id: 'Hari pembanding, paling sedikit', en: 'Days compared with, at least'},
		loansMin: {id: 'Pembiayaan, paling sedikit', en: 'Loans, at least'},
		ratioMin: {id: 'Kali biasanya, paling sedikit', en: 'Times the usual, at least'},
	},
	amounts: ['amount'],
	sql: `
		with ${monthEnds('3')},
		lent as materialized (
			select book_id, disbursed_on, count(*) as loans, sum(principal) as amount,
				disbursed_on > (date_trunc('month', disbursed_on) + interval '1 month')::date - 1 - ${days}
					as is_last
			from loans
			where disbursed_on <= ${asOf} and status in ('disbursed', 'settled', 'written-off')
				and ${inBooks('book_id')}
			group by book_id, disbursed_on
		),
		compared as (
			select book.id as book_id, month_end.*,
				least(${whole('historyDays')}, ends_on - ${days} - book.opened_on + 1) as history,
				sum(lent.loans) filter (where disbursed_on > ends_on - ${days}) as loans,
				sum(lent.amount) filter (where disbursed_on > ends_on - ${days}) as amount,
				coalesce(sum(lent.loans) filter (where disbursed_on <= ends_on - ${days}), 0) as before,
				coalesce(sum(lent.loans)
					filter (where disbursed_on <= ends_on - ${days} and is_last), 0) as before_last
			from month_end
			join books book on book.opened_on <= ends_on
			join lent on lent.book_id = book.id and disbursed_on <= ends_on
				and disbursed_on > ends_on - ${days} - ${whole('historyDays')}
			group by book.id, book.opened_on, ends_on, report_id, report_en
		),
		judged as (
			select *, round(greatest(before * ${days}::numeric / history,
				before_last * 30.0 / history), 1) as usual
			from compared where history >= ${whole('historyDaysMin')}
		)
		select book_id, 'period:' || ends_on as subject, null as severity,
			jsonb_build_object('loans', loans, 'amount', amount::text, 'endsOn', ends_on,
				'reportId', report_id, 'reportEn', report_en, 'usual', usual) as figures,
			${referencesOf(
				reference('loan', 'id', 'loan.id'),
				`loans loan where loan.book_id = judged.book_id and loan.disbursed_on <= judged.ends_on
				and loan.disbursed_on > judged.ends_on - ${days}
				and loan.status in ('disbursed', 'settled', 'written-off')
				order by loan.disbursed_on, loan.number`,
			)} as evidence
		from judged
		where loans >= ${whole('loansMin')} and loans >= ${numeric('ratioMin')} * usual`,
};
