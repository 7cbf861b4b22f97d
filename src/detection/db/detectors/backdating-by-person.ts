import {
	type SqlDetector,
	numeric,
	percent,
	recentEntries,
	reference,
	references,
	whole,
} from '../sql.ts';

// What is dated to the end of a month or year because it is of that month or year.
const dated = `('provision', 'year-closing')`;
const late = 'filter (where is_late)';

export const backdatingByPerson: SqlDetector = {
	name: 'backdating-by-person',
	looksFor: {
		id: 'Jurnal yang dicatat lama sesudah tanggal berlakunya, per pelaku.',
		en: 'Entries recorded long after the day on which they take effect, by person.',
	},
	sentence: {
		id: '{user} mencatat {late} dari {entries} jurnalnya ({share} persen dalam {windowDays} hari) paling sedikit {daysMin} hari sesudah tanggal berlakunya, paling lama {longest} hari.',
		en: '{user} recorded {late} of {entries} entries ({share} per cent in {windowDays} days) at least {daysMin} days after they took effect, the latest {longest} days after.',
	},
	falsePositive: {
		id: 'Listrik atau jaringan mati, tagihan yang datang terlambat, atau saldo awal.',
		en: 'No electricity or network, a bill that came late, or opening balances.',
	},
	thresholds: {
		windowDays: {id: 'Hari ke belakang', en: 'Days back'},
		daysMin: {id: 'Hari terlambat, paling sedikit', en: 'Days late, at least'},
		entriesMin: {id: 'Jurnal, paling sedikit', en: 'Entries, at least'},
		sharePercentMin: {id: 'Bagian dari jurnalnya, persen', en: "Share of the person's, per cent"},
	},
	sql: `
		with ${recentEntries},
		judged as (
			select recent.*, recorded_on - effective_on as days,
				recorded_on - effective_on >= ${whole('daysMin')} and kind not in ${dated} as is_late
			from recent
			-- A payment that is split anew keeps its day, and so does its reversal.
			where reverses is null and not exists (select from repayments paid
				where paid.book_id = recent.book_id and paid.entry_number = recent.number
					and paid.replay > 0)
		)
		select book_id, 'user:' || actor as subject, null as severity,
			jsonb_build_object('user', actor, 'late', count(*) ${late}, 'entries', count(*),
				'share', ${percent(`count(*) ${late}`, 'count(*)')}, 'longest', max(days) ${late})
				as figures,
			${references(reference('entry', 'number', 'number'), 'number desc', late)}
				|| ${reference('user', 'name', 'actor')} as evidence
		from judged
		group by book_id, actor
		having count(*) ${late} >= ${whole('entriesMin')}
			and 100.0 * (count(*) ${late}) >= ${numeric('sharePercentMin')} * count(*)`,
};
