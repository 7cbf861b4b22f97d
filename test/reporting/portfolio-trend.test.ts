import test from 'ava';
import {localDate} from '../../src/kernel/local-date.ts';
import {rupiah, toText} from '../../src/kernel/money.ts';
import {buildTrend} from '../../src/reporting/portfolio-trend.ts';

const facts = (outstanding: string, atRisk30: string, off: string, back: string) => ({
	outstanding: rupiah(outstanding),
	atRisk30: rupiah(atRisk30),
	atRisk90: rupiah('0'),
	restructured: rupiah('0'),
	atRisk30Restructured: rupiah(atRisk30),
	activeLoans: 3,
	writtenOffToDate: rupiah(off),
	recoveredToDate: rupiah(back),
});

test('each month with what was written off in it; the first is only compared with', (t) => {
	const rows = buildTrend([
		{on: localDate('2025-12-31'), facts: facts('900', '300', '50', '5')},
		{on: localDate('2026-01-31'), facts: facts('800', '200', '150', '5')},
		{on: localDate('2026-02-28'), facts: facts('0', '0', '150', '25')},
	]);
	t.deepEqual(
		rows.map((row) => [row.on, row.par30, toText(row.writtenOff), toText(row.recovered)]),
		[
			['2026-01-31', '0.2500', '100.00', '0.00'],
			['2026-02-28', undefined, '0.00', '20.00'],
		],
	);
});

test('of nothing there is nothing', (t) => {
	t.deepEqual(buildTrend([]), []);
});
