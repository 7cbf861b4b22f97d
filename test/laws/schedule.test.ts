import test from 'ava';
import fc from 'fast-check';
import {DomainError} from '../../src/kernel/errors.ts';
import {localDate} from '../../src/kernel/local-date.ts';
import {type Rupiah, rupiah, sum, toText} from '../../src/kernel/money.ts';
import {percent} from '../../src/kernel/rate.ts';
import {buildSchedule} from '../../src/lending/schedule.ts';
import type {Schedule, ScheduleTerms} from '../../src/lending/schedule-terms.ts';

const rupiahOf = (range: {min: number; max: number}): fc.Arbitrary<Rupiah> =>
	fc.integer(range).map((value) => rupiah(String(value)));

const someRounding = fc.constantFrom('half-even', 'half-up', 'up', 'down' as const);
const someMultiple = fc.constantFrom('100', '500', '1000', '5000', '25000').map(rupiah);

const someTerms = fc
	.record(
		{
			method: fc.constantFrom('flat', 'equal-principal', 'annuity', 'murabahah' as const),
			principal: rupiahOf({min: 100_000, max: 100_000_000}),
			yearlyRate: fc
				.integer({min: 0, max: 6000})
				.map((hundredths) => percent(`${hundredths / 100}`)),
			instalments: fc.integer({min: 1, max: 60}),
			period: fc.record({
				unit: fc.constantFrom('day', 'week', 'month' as const),
				every: fc.constantFrom(1, 2, 3, 35),
			}),
			disbursedOn: fc
				.date({min: new Date('2000-01-01'), max: new Date('2020-12-31'), noInvalidDate: true})
				.map((date) => localDate(date.toISOString().slice(0, 10))),
			dayCount: fc.constantFrom('rate/12', 'actual/365', 'actual/364', 'actual/360' as const),
			moneyQuantum: fc.constantFrom('1', '0.01', '100').map(rupiah),
			rounding: someRounding,
			roundsComponentsSeparately: fc.boolean(),
			principalGraceInstalments: fc.constantFrom(0, 0, 0, 1, 2, 5),
			marginDeferredInstalments: fc.constantFrom(0, 0, 0, 1, 2, 5),
			instalmentMultiple: someMultiple,
			instalmentRounding: someRounding,
			marginQuantum: fc.constantFrom('1', '100', '500').map(rupiah),
			margin: rupiahOf({min: 0, max: 10_000_000}),
		},
		{
			requiredKeys: [
				'method',
				'principal',
				'yearlyRate',
				'instalments',
				'period',
				'disbursedOn',
				'dayCount',
				'moneyQuantum',
				'rounding',
				'roundsComponentsSeparately',
				'principalGraceInstalments',
				'marginDeferredInstalments',
			],
		},
	)
	.map(({margin, ...terms}): ScheduleTerms => ({
		...terms,
		...(margin !== undefined && (terms.method === 'flat' || terms.method === 'murabahah')
			? {margin}
			: {}),
		principalGraceInstalments: Math.min(terms.principalGraceInstalments, terms.instalments - 1),
		marginDeferredInstalments: Math.min(terms.marginDeferredInstalments, terms.instalments - 1),
	}));

// Rounding too coarse for so small a loan; periods so long that one bears more than an instalment.
const refusals = [
	'lending/schedule-rounding-too-coarse',
	'lending/schedule-margin-above-instalment',
];

/** The schedule, or undefined where the terms allow none. */
function scheduleOf(terms: ScheduleTerms): Schedule | undefined {
	try {
		return buildSchedule(terms);
	} catch (error) {
		if (error instanceof DomainError && refusals.includes(error.code)) return undefined;
		throw error;
	}
}

function holds(law: (terms: ScheduleTerms, schedule: Schedule) => boolean): void {
	let seen = 0;
	fc.assert(
		fc.property(someTerms, (terms) => {
			const schedule = scheduleOf(terms);
			if (!schedule) return true;
			seen += 1;
			return law(terms, schedule);
		}),
		{numRuns: 400},
	);
	// A law over nothing would hold as well.
	if (seen < 200) throw new Error(`Only ${seen} of 400 schedules were looked at.`);
}

test('principals sum to the principal, margins to the total margin', (t) => {
	holds(
		({principal}, {rows, totals}) =>
			sum(rows.map((row) => row.principal)).equals(principal) &&
			totals.principal.equals(principal) &&
			sum(rows.map((row) => row.margin)).equals(totals.margin) &&
			sum(rows.map((row) => row.total)).equals(totals.total),
	);
	t.pass();
});

test('an agreed margin is the total margin', (t) => {
	holds(({margin}, {totals}) => margin === undefined || totals.margin.equals(margin));
	t.pass();
});

test('there are as many rows as instalments, numbered from one', (t) => {
	holds(
		({instalments}, {rows}) =>
			rows.length === instalments && rows.every(({number}, index) => number === index + 1),
	);
	t.pass();
});

test('no part of a row is negative, and each total is its parts', (t) => {
	holds((_, {rows}) =>
		rows.every(
			({principal, margin, total, balance}) =>
				[principal, margin, balance].every((part) => !part.isNegative()) &&
				total.equals(principal.plus(margin)),
		),
	);
	t.pass();
});

test('each balance is the one before less the principal paid, and the last is nothing', (t) => {
	holds(({principal}, {rows}) => {
		const before = [principal, ...rows.map(({balance}) => balance)];
		return (
			rows.every((row, index) => row.balance.equals(before[index]!.minus(row.principal))) &&
			rows.at(-1)!.balance.isZero()
		);
	});
	t.pass();
});

test('due dates strictly increase and follow the disbursement', (t) => {
	holds(({disbursedOn}, {rows}) =>
		rows.every(({dueOn}, index) => dueOn > (rows[index - 1]?.dueOn ?? disbursedOn)),
	);
	t.pass();
});

test('the loan lasts until its last row, and no row but a grace or a deferral is empty', (t) => {
	holds(({principalGraceInstalments: grace, marginDeferredInstalments: deferred}, {rows}) => {
		const paying = rows.slice(Math.max(grace, deferred));
		return rows.at(-1)!.principal.greaterThan(0) && paying.every(({total}) => total.greaterThan(0));
	});
	t.pass();
});

test('in the grace no principal is paid, in the deferral no margin', (t) => {
	holds(({principalGraceInstalments: grace, marginDeferredInstalments: deferred}, {rows}) => {
		const [graced, late] = [rows.slice(0, grace), rows.slice(0, deferred)];
		return (
			graced.every(({principal}) => principal.isZero()) && late.every(({margin}) => margin.isZero())
		);
	});
	t.pass();
});

// The first margin after a deferral holds those before it, so that row and they are not level.
const levelRows = (terms: ScheduleTerms, {rows}: Schedule): Schedule['rows'] => {
	const {principalGraceInstalments: grace, marginDeferredInstalments: deferred} = terms;
	return rows.slice(Math.max(grace, deferred === 0 ? 0 : deferred + 1), -1);
};

test('every level row is the same, and a multiple where there is one', (t) => {
	holds((terms, schedule) => {
		if (terms.method === 'equal-principal') return true;
		const {instalmentMultiple: multiple} = terms;
		const rows = levelRows(terms, schedule);
		return rows.every(
			({total}) =>
				total.equals(rows[0]!.total) && (multiple === undefined || total.modulo(multiple).isZero()),
		);
	});
	t.pass();
});

test('under equal principal every principal after the grace is the same but the last', (t) => {
	holds((terms, {rows}) => {
		if (terms.method !== 'equal-principal') return true;
		const paying = rows.slice(terms.principalGraceInstalments, -1);
		return paying.every(({principal}) => principal.equals(paying[0]!.principal));
	});
	t.pass();
});

test('a multiple changes neither the total margin of a flat loan nor its dates', (t) => {
	holds((terms, {rows, totals}) => {
		if (terms.method !== 'flat') return true;
		const {instalmentMultiple: _, ...plainTerms} = terms;
		const plain = scheduleOf(plainTerms);
		return (
			plain === undefined ||
			(plain.totals.margin.equals(totals.margin) &&
				plain.rows.every(({dueOn}, index) => dueOn === rows[index]!.dueOn))
		);
	});
	t.pass();
});

test('where the principal divides evenly, no rounding changes a share of it', (t) => {
	fc.assert(
		fc.property(
			fc.integer({min: 1, max: 120}),
			fc.integer({min: 1, max: 1_000_000}),
			fc.constantFrom('flat', 'equal-principal', 'annuity', 'murabahah' as const),
			someRounding,
			(instalments, share, method, rounding) => {
				const {rows} = buildSchedule({
					method,
					principal: rupiah(String(instalments * share)),
					yearlyRate: percent('0'),
					instalments,
					period: {unit: 'week', every: 1},
					disbursedOn: localDate('2026-01-15'),
					dayCount: 'rate/12',
					moneyQuantum: rupiah('1'),
					rounding,
					roundsComponentsSeparately: false,
					principalGraceInstalments: 0,
					marginDeferredInstalments: 0,
				});
				return rows.every(({total}) => toText(total) === `${share}.00`);
			},
		),
		{numRuns: 300},
	);
	t.pass();
});
