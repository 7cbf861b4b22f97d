import {type SqlDetector, asOf, inBooks, numeric, reference, referencesOf, whole} from '../sql.ts';

/**
 * Amounts that arise by themselves begin with 1 more often than with 9 (Benford); invented ones do
 * not. A hint and nothing more, for amounts within narrow bounds do not either.
 */
export const firstDigits: SqlDetector = {
	name: 'first-digits',
	looksFor: {
		id: 'Angka pertama jumlah jurnal tangan yang menyimpang dari hukum Benford.',
		en: "First digits of amounts booked by hand that stray from Benford's law.",
	},
	sentence: {
		id: 'Angka pertama {lines} jumlah yang dibukukan dengan tangan menyimpang rata-rata {deviation} persen dari hukum Benford; ini hanya petunjuk.',
		en: "The first digits of {lines} amounts booked by hand stray by {deviation} per cent from Benford's law on average; that is a hint only.",
	},
	falsePositive: {
		id: 'Jumlah yang tetap (gaji, sewa, iuran) tidak pernah mengikuti hukum ini.',
		en: 'Fixed amounts (wages, rent, dues) never follow that law.',
	},
	thresholds: {
		windowDays: {id: 'Hari ke belakang', en: 'Days back'},
		linesMin: {id: 'Jumlah yang dibukukan, paling sedikit', en: 'Amounts booked, at least'},
		deviationPercentMin: {id: 'Simpangan rata-rata, persen', en: 'Mean deviation, per cent'},
	},
	sql: `
		with booked as (
			select line.book_id, left(ltrim(line.amount::text, '0.'), 1)::integer as digit,
				count(*) as lines
			from lines line
			where line.kind = 'manual' and line.side = 'debit'
				and line.effective_on > ${asOf} - ${whole('windowDays')}
				and line.effective_on <= ${asOf} and ${inBooks('line.book_id')}
			group by 1, 2
		),
		sums as (
			select book_id, sum(lines) as lines from booked group by book_id
			having sum(lines) >= ${whole('linesMin')}
		),
		strayed as (
			select sums.book_id, sums.lines, 100 * avg(abs(coalesce(booked.lines, 0) / sums.lines
				- log(1 + 1.0 / digit))) as deviation
			from sums
			cross join generate_series(1, 9) digit
			left join booked using (book_id, digit)
			group by sums.book_id, sums.lines
		)
		select strayed.book_id, 'book:' || book.code as subject, null as severity,
			jsonb_build_object('lines', strayed.lines, 'deviation', round(deviation, 2)) as figures,
			${referencesOf(
				reference('entry', 'number', 'entry.number'),
				`entries entry where entry.book_id = strayed.book_id and entry.kind = 'manual'
				and entry.effective_on > ${asOf} - ${whole('windowDays')}
				and entry.effective_on <= ${asOf} order by entry.number desc`,
			)} as evidence
		from strayed join books book on book.id = strayed.book_id
		where deviation >= ${numeric('deviationPercentMin')}`,
};
