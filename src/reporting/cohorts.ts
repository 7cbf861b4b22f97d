import {
	type LocalDate,
	addMonths,
	earlier,
	endOfMonth,
	startOfMonth,
} from '../kernel/local-date.ts';
import {type Rupiah, add, ratioText, sum} from '../kernel/money.ts';

/** What the loans that were disbursed in a month were at the end of a day. */
export type CohortMonth = {
	/** The first day of the month of disbursement. */
	readonly cohort: LocalDate;
	readonly on: LocalDate;
	readonly loans: number;
	readonly disbursed: Rupiah;
	readonly outstanding: Rupiah;
	/** Whole balance of loans more than 30 days late. */
	readonly atRisk30: Rupiah;
	/** Written off by then, which leaves the outstanding and is not to leave the sight. */
	readonly writtenOff: Rupiah;
};

export type CohortRow = CohortMonth & {
	/** Whole months since the month of disbursement: 0 is its own end. */
	readonly monthsOnBook: number;
	readonly par30: string | undefined;
	/** (Balance at risk + written off) / disbursed: growth of other months dilutes nothing in it. */
	readonly lostOrAtRisk: string | undefined;
};

const decimals = 4;

/** The ends of the months up to a day, the day itself where its month is not over; oldest first. */
export const monthEnds = (asOf: LocalDate, months: number): LocalDate[] =>
	Array.from({length: months}, (_, index) => {
		const month = addMonths(startOfMonth(asOf), index - months + 1);
		return earlier(endOfMonth(month), asOf);
	});

/** How many months lie between the months of two days. */
export const monthsBetween = (from: LocalDate, to: LocalDate): number =>
	(Number.parseInt(to.slice(0, 4), 10) - Number.parseInt(from.slice(0, 4), 10)) * 12 +
	Number.parseInt(to.slice(5, 7), 10) -
	Number.parseInt(from.slice(5, 7), 10);

/** Each cohort month by month, the oldest first. */
export const buildCohorts = (months: readonly CohortMonth[]): CohortRow[] =>
	[...months]
		.sort((a, b) => (a.cohort + a.on < b.cohort + b.on ? -1 : 1))
		.map((month) => ({
			...month,
			monthsOnBook: monthsBetween(month.cohort, month.on),
			par30: ratioText(month.atRisk30, month.outstanding, decimals),
			lostOrAtRisk: ratioText(add(month.atRisk30, month.writtenOff), month.disbursed, decimals),
		}));

/** Where all cohorts stand on the last day. */
export function cohortTotals(rows: readonly CohortMonth[], asOf: LocalDate) {
	const last = rows.filter(({on}) => on === asOf);
	const total = (name: 'disbursed' | 'outstanding' | 'atRisk30' | 'writtenOff'): Rupiah =>
		sum(last.map((row) => row[name]));
	return {
		loans: last.reduce((before, {loans}) => before + loans, 0),
		disbursed: total('disbursed'),
		outstanding: total('outstanding'),
		atRisk30: total('atRisk30'),
		writtenOff: total('writtenOff'),
		par30: ratioText(total('atRisk30'), total('outstanding'), decimals),
	};
}
