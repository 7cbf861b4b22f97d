import test from 'ava';
import {localDate} from '../../src/kernel/local-date.ts';
import {rupiah, toText} from '../../src/kernel/money.ts';
import {
	type CohortMonth,
	buildCohorts,
	cohortTotals,
	monthEnds,
	monthsBetween,
} from '../../src/reporting/cohorts.ts';

const month = (
	cohort: string,
	on: string,
	[outstanding, atRisk30, writtenOff]: [string, string, string],
): CohortMonth => ({
	cohort: localDate(cohort),
	on: localDate(on),
	loans: 2,
	disbursed: rupiah('1000'),
	outstanding: rupiah(outstanding),
	atRisk30: rupiah(atRisk30),
	writtenOff: rupiah(writtenOff),
});

test('the ends of months up to a day, and the day itself', (t) => {
	t.deepEqual(monthEnds(localDate('2026-03-15'), 3).map(String), [
		'2026-01-31',
		'2026-02-28',
		'2026-03-15',
	]);
	t.deepEqual(monthEnds(localDate('2024-02-29'), 1).map(String), ['2024-02-29']);
});

test('months on book count the turns of the month', (t) => {
	t.is(monthsBetween(localDate('2025-11-01'), localDate('2025-11-30')), 0);
	t.is(monthsBetween(localDate('2025-11-01'), localDate('2026-02-28')), 3);
});

test('a cohort month by month: what is late of what is left, and what was lost of all', (t) => {
	const rows = buildCohorts([
		month('2025-12-01', '2026-01-31', ['800', '200', '0']),
		month('2025-11-01', '2026-01-31', ['0', '0', '100']),
		month('2025-12-01', '2025-12-31', ['1000', '0', '0']),
	]);
	t.deepEqual(
		rows.map((row) => [row.cohort, row.monthsOnBook, row.par30, row.lostOrAtRisk]),
		[
			['2025-11-01', 2, undefined, '0.1000'],
			['2025-12-01', 0, '0.0000', '0.0000'],
			['2025-12-01', 1, '0.2500', '0.2000'],
		],
	);
	const totals = cohortTotals(rows, localDate('2026-01-31'));
	t.is(totals.loans, 4);
	t.is(totals.par30, '0.2500');
	t.deepEqual([totals.disbursed, totals.writtenOff].map(toText), ['2000.00', '100.00']);
});
