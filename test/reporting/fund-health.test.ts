import test from 'ava';
import {localDate} from '../../src/kernel/local-date.ts';
import {rupiah, toText, zero} from '../../src/kernel/money.ts';
import {kelurahanCode, regionCode} from '../../src/kernel/region-code.ts';
import {
	type FundFacts,
	addRows,
	buildKelurahanRow,
	mirrorDifference,
} from '../../src/reporting/fund-health.ts';

const day = localDate('2026-03-31');
const place = {
	code: kelurahanCode('17.71.01.1001'),
	name: 'Pagar Dewa',
	ceiling: rupiah('1000000000'),
};

const facts = (
	change: Partial<FundFacts> = {},
	loans: Partial<FundFacts['portfolio']> = {},
): FundFacts => ({
	kelurahan: place.code,
	terms: {
		agreedOn: localDate('2025-01-01'),
		amount: rupiah('300'),
		tenorMonths: 36,
		graceMonths: 0,
	},
	received: [{receivedOn: localDate('2025-01-01'), amount: rupiah('300')}],
	tranchesReceived: rupiah('200'),
	remitted: rupiah('30'),
	returned: zero,
	principalCollected: rupiah('50'),
	notRemittedSince: localDate('2026-03-01'),
	collectedNotRemitted: rupiah('20'),
	cashAndBank: rupiah('80'),
	beforeSale: rupiah('12'),
	downPayments: rupiah('4'),
	disbursed: rupiah('150'),
	fundDebt: rupiah('150'),
	cityInvestment: rupiah('170'),
	endedOtherwise: zero,
	claims: zero,
	writtenOffYear: zero,
	recoveredYear: zero,
	classes: [],
	portfolio: {
		outstandingPrincipal: rupiah('100'),
		activeLoans: 3,
		borrowers: 3,
		womenBorrowers: 2,
		principalDueFromMembers: rupiah('60'),
		principalOverdue: rupiah('10'),
		atRisk1: rupiah('30'),
		atRisk30: rupiah('10'),
		atRisk60: zero,
		atRisk90: zero,
		restructured: rupiah('5'),
		atRisk30Restructured: rupiah('15'),
		...loans,
	},
	...change,
});

test('the worked example: PAR counts the whole balance of late loans, not the late part', (t) => {
	// Portfolio of 100: A 10 with an instalment 35 days late, B 5 restructured, C 20 with one 10 days
	// late.
	const {ratios} = buildKelurahanRow(place, [facts()], day);
	t.like(ratios, {par1: '0.3000', par30: '0.1000', par60: '0.0000', arrearsRatio: '0.1000'});
	t.is(ratios.par30Restructured, '0.1500');
});

test('the ratios are of the formulas that their names promise', (t) => {
	const row = buildKelurahanRow(place, [facts()], day);
	t.like(row.ratios, {
		turnover: '0.7500', // 150 / 200
		idleShare: '0.2800', // (80 - 20 - 4) / 200
		repaymentRate: '0.8333', // 50 / 60
		remittanceRate: '0.3000', // 30 / 100, the first year's principal
		womenShare: '0.6667',
	});
	t.is(toText(row.sums.principalDueToCity), '100.00');
	t.is(toText(row.sums.overdueToCity), '70.00');
	t.is(row.notRemittedDays, 30);
});

test('a surplus of one allocation does not hide the arrears of another', (t) => {
	const ahead = facts({remitted: rupiah('300')});
	const behind = facts({remitted: zero});
	const {sums} = buildKelurahanRow(place, [ahead, behind], day);
	t.is(toText(sums.principalDueToCity), '200.00');
	t.is(toText(sums.remitted), '300.00');
	t.is(toText(sums.overdueToCity), '100.00');
});

test('due is of what came, and what was given back is paid', (t) => {
	const received = [{receivedOn: localDate('2025-06-01'), amount: rupiah('150')}];
	const {sums} = buildKelurahanRow(place, [facts({received, returned: rupiah('15')})], day);
	t.is(toText(sums.principalDueToCity), '50.00'); // A third of 150 on 1 January 2026.
	t.is(toText(sums.overdueToCity), '5.00'); // Less 30 remitted and 15 given back.
});

test('an agreement that ended early makes all of it due on one day', (t) => {
	const earlyEnd = {dueOn: localDate('2026-02-28')};
	const {sums} = buildKelurahanRow(place, [facts({earlyEnd})], day);
	t.is(toText(sums.principalDueToCity), '300.00');
	t.is(toText(sums.overdueToCity), '270.00');
});

test('nothing is shown as a ratio of nothing', (t) => {
	const {ratios, sums, notRemittedDays} = buildKelurahanRow(place, [], day);
	t.deepEqual(
		Object.values(ratios),
		Object.values(ratios).map(() => undefined),
	);
	t.is(toText(sums.ceiling), '1000000000.00');
	t.is(notRemittedDays, 0);
});

test('rows add up, ratios are those of the sums, and the oldest debt shows', (t) => {
	const one = buildKelurahanRow(place, [facts()], day);
	const two = buildKelurahanRow(
		{...place, code: kelurahanCode('17.71.01.1002')},
		[facts({notRemittedSince: localDate('2026-01-01')}, {outstandingPrincipal: rupiah('300')})],
		day,
	);
	const sum = addRows({region: regionCode('17.71.01'), name: 'Selebar', level: 'district'}, [
		one,
		two,
	]);
	t.is(toText(sum.sums.outstandingPrincipal), '400.00');
	t.is(toText(sum.sums.ceiling), '2000000000.00');
	t.is(sum.ratios.par1, '0.1500', '60 / 400, not the mean of 0.3 and 0.1');
	t.is(sum.activeLoans, 6);
	t.is(sum.notRemittedDays, 89);
});

test('the mirror is the investment less what is owed, collected or not', (t) => {
	const {sums} = buildKelurahanRow(place, [facts()], day);
	t.is(toText(mirrorDifference(sums)), '0.00');
	const parted = buildKelurahanRow(place, [facts({cityInvestment: rupiah('171')})], day);
	t.is(toText(mirrorDifference(parted.sums)), '1.00');
});
