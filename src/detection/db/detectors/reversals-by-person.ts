import {
	type SqlDetector,
	isReplayed,
	numeric,
	percent,
	recentEntries,
	reference,
	references,
	whole,
} from '../sql.ts';

export const reversalsByPerson: SqlDetector = {
	name: 'reversals-by-person',
	looksFor: {
		id: 'Banyaknya jurnal yang dibalik, per pelaku.',
		en: 'How many entries were taken back, by person.',
	},
	sentence: {
		id: '{user} membalik {reversals} jurnal dalam {windowDays} hari, {share} persen dari {entries} jurnal buku ini.',
		en: '{user} took back {reversals} entries in {windowDays} days, {share} per cent of the {entries} entries of this book.',
	},
	falsePositive: {
		id: 'Pembetulan setelah pelatihan, pindah sistem, atau satu kesalahan yang berulang.',
		en: 'Corrections after training, a change of system, or one mistake made many times.',
	},
	thresholds: {
		windowDays: {id: 'Hari ke belakang', en: 'Days back'},
		reversalsMin: {id: 'Pembalikan, paling sedikit', en: 'Reversals, at least'},
		sharePercentMin: {id: 'Bagian dari jurnal buku, persen', en: "Share of the book's, per cent"},
	},
	sql: `
		with ${recentEntries},
		sums as (select book_id, count(*) as entries from recent group by book_id)
		select recent.book_id, 'user:' || recent.actor as subject, null as severity,
			jsonb_build_object('user', recent.actor, 'reversals', count(*), 'entries', sums.entries,
				'share', ${percent('count(*)', 'sums.entries')}) as figures,
			${references(reference('entry', 'number', 'recent.number'), 'recent.number desc')}
				|| ${reference('user', 'name', 'recent.actor')} as evidence
		from recent join sums on sums.book_id = recent.book_id
		where recent.reverses is not null and not exists (
			select from repayments paid where paid.book_id = recent.book_id
				and paid.entry_number = recent.reverses and ${isReplayed('paid')})
		group by recent.book_id, recent.actor, sums.entries
		having count(*) >= ${whole('reversalsMin')}
			and 100.0 * count(*) >= ${numeric('sharePercentMin')} * sums.entries`,
};
