import test from 'ava';
import {localDate} from '../../src/kernel/local-date.ts';
import {rupiah, toText, zero} from '../../src/kernel/money.ts';
import {
	type FundHealthFacts,
	type FundHealthSums,
	type ValuationPolicy,
	buildHealthRow,
	mirrorDifference,
} from '../../src/reporting/fund-health.ts';

const policy = (code: string, count: number): ValuationPolicy => ({
	code,
	version: 1,
	effectiveFrom: localDate('2015-01-01'),
	legalBasis: 'Uji',
	status: 'provisional',
	classes: Array.from({length: count}, (_, index) => ({
		position: index + 1,
		code: `kelas-${index + 1}`,
		nameId: `Kelas ${index + 1}`,
		nameEn: `Class ${index + 1}`,
	})),
});

const facts = (sums: Partial<FundHealthSums> = {}): FundHealthFacts => ({
	region: '17.71.01.1001',
	name: 'Pagar Dewa',
	level: 'village',
	sums: {
		ceiling: rupiah('1000000000'),
		allocated: rupiah('300'),
		tranchesReceived: rupiah('200'),
		principalDueToCity: rupiah('100'),
		remitted: rupiah('30'),
		returned: zero,
		overdueToCity: rupiah('70'),
		principalCollected: rupiah('50'),
		collectedNotRemitted: rupiah('20'),
		cashAndBank: rupiah('80'),
		beforeSale: rupiah('12'),
		downPayments: rupiah('4'),
		disbursed: rupiah('150'),
		fundDebt: rupiah('150'),
		cityInvestment: rupiah('170'),
		claims: rupiah('8'),
		writtenOffYear: rupiah('7'),
		recoveredYear: rupiah('3'),
		outstandingPrincipal: rupiah('100'),
		principalDueFromMembers: rupiah('60'),
		principalOverdue: rupiah('10'),
		atRisk1: rupiah('30'),
		atRisk30: rupiah('10'),
		atRisk60: zero,
		atRisk90: zero,
		restructured: rupiah('5'),
		atRisk30Restructured: rupiah('15'),
		...sums,
	},
	activeLoans: 3,
	borrowers: 3,
	womenBorrowers: 2,
	notRemittedDays: 30,
	classes: [
		{policy: 'empat', position: 1, loans: 2, principal: rupiah('70'), provision: zero},
		{policy: 'empat', position: 4, loans: 1, principal: rupiah('30'), provision: rupiah('30')},
		{policy: 'dua', position: 1, loans: 3, principal: rupiah('100'), provision: rupiah('1')},
	],
	operations: {income: rupiah('12'), expenses: rupiah('16')},
});

const policies = {valuation: [policy('dua', 2), policy('empat', 4)], grade: undefined};

test('the worked example: PAR counts the whole balance of late loans, not the late part', (t) => {
	// Portfolio of 100: A 10 with an instalment 35 days late, B 5 restructured, C 20 with one 10 days
	// late.
	const {ratios} = buildHealthRow(facts(), policies);
	t.like(ratios, {par1: '0.3000', par30: '0.1000', par60: '0.0000', arrearsRatio: '0.1000'});
	t.is(ratios.par30Restructured, '0.1500');
});

test('the ratios are of the formulas that their names promise', (t) => {
	const row = buildHealthRow(facts(), policies);
	t.like(row.ratios, {
		turnover: '0.7500', // 150 / 200
		idleShare: '0.2800', // (80 - 20 - 4) / 200
		repaymentRate: '0.8333', // 50 / 60
		remittanceRate: '0.3000', // 30 / 100, the first year's principal
		womenShare: '0.6667',
		operatingSelfSufficiency: '0.7500', // 12 / 16
	});
});

test('each policy in force values the fund, and shows every class of its own', (t) => {
	const [two, four] = buildHealthRow(facts(), policies).valuations;
	t.is(toText(two!.netRealisableValue), '99.00'); // 100 - 1
	t.is(two!.fundPreservation, '0.9350'); // (80 + 99 + 8) / 200
	t.is(toText(four!.provision), '30.00');
	t.is(toText(four!.netRealisableValue), '70.00');
	t.is(four!.fundPreservation, '0.7900'); // (80 + 70 + 8) / 200
	t.is(four!.preservedShare, '0.9800'); // (80 - 4 + 12 + 70 + 8 + 30) / 200
	t.deepEqual(
		four!.classes.map(({position, loans, principal}) => [position, loans, toText(principal)]),
		[
			[1, 2, '70.00'],
			[2, 0, '0.00'],
			[3, 0, '0.00'],
			[4, 1, '30.00'],
		],
	);
});

test('money of the fund that went back to the city is not lost', (t) => {
	const kept = facts({
		cashAndBank: zero,
		beforeSale: zero,
		downPayments: zero,
		claims: zero,
		outstandingPrincipal: zero,
		remitted: rupiah('150'),
		returned: rupiah('50'),
	});
	const [two] = buildHealthRow({...kept, classes: []}, policies).valuations;
	t.is(two!.fundPreservation, '0.0000');
	t.is(two!.preservedShare, '1.0000');
});

test('a fund is graded by the policy in force, and what it keeps by its provisions', (t) => {
	const bound = {
		measure: 'preservedShare',
		grade: 'watch',
		side: 'below',
		bound: '1',
		source: 'Uji',
	} as const;
	const grade = {
		version: 1,
		effectiveFrom: localDate('2015-01-01'),
		provisionPolicy: 'empat',
		legalBasis: 'Uji',
		status: 'provisional',
		bounds: [bound],
	} as const;
	t.deepEqual(buildHealthRow(facts(), {...policies, grade}).graded, {
		grade: 'watch',
		reasons: [{...bound, value: '0.9800'}],
	});
	t.is(buildHealthRow(facts({tranchesReceived: zero}), {...policies, grade}).graded, undefined);
	t.is(buildHealthRow(facts(), policies).graded, undefined);
});

test('nothing is shown as a ratio of nothing', (t) => {
	const {operations: _, ...some} = facts();
	const none = Object.fromEntries(Object.keys(some.sums).map((name) => [name, zero]));
	const empty = {
		...some,
		sums: none as FundHealthSums,
		borrowers: 0,
		womenBorrowers: 0,
		classes: [],
	};
	const {ratios, valuations} = buildHealthRow(empty, policies);
	t.deepEqual(
		Object.values(ratios),
		Object.values(ratios).map(() => undefined),
	);
	t.is(valuations[0]!.fundPreservation, undefined);
	t.is(toText(valuations[0]!.netRealisableValue), '0.00');
});

test('the mirror is the investment less what is owed, collected or not', (t) => {
	t.is(toText(mirrorDifference(facts().sums)), '0.00');
	t.is(toText(mirrorDifference(facts({cityInvestment: rupiah('171')}).sums)), '1.00');
});
