import test from 'ava';
import {
	type Received,
	buildFundSchedule,
	buildScheduleOfReceived,
	principalDueBy,
	standDues,
} from '../../src/fund/due-schedule.ts';
import {localDate} from '../../src/kernel/local-date.ts';
import {rupiah, toText} from '../../src/kernel/money.ts';

const rows = (amount: string, tenorMonths: number, graceMonths: number, agreedOn = '2013-12-18') =>
	buildFundSchedule({
		agreedOn: localDate(agreedOn),
		amount: rupiah(amount),
		tenorMonths,
		graceMonths,
	}).map(({dueOn, principal}) => [dueOn, toText(principal)]);

test('Samisake: signed 18 December 2013, two years of grace, principal in years 3 to 7', (t) => {
	// BPK Bengkulu: Rp 13.649.000.000 over five years is Rp 2.729.800.000 a year, the last on 18
	// December 2020.
	t.deepEqual(rows('13649000000', 84, 24), [
		['2016-12-18', '2729800000.00'],
		['2017-12-18', '2729800000.00'],
		['2018-12-18', '2729800000.00'],
		['2019-12-18', '2729800000.00'],
		['2020-12-18', '2729800000.00'],
	]);
});

test('the rest of the division goes to the last year', (t) => {
	t.deepEqual(
		rows('100000000', 36, 0).map(([, principal]) => principal),
		['33333333.00', '33333333.00', '33333334.00'],
	);
});

test('a tenor that is no whole number of years ends with a shorter one', (t) => {
	t.deepEqual(
		rows('90', 30, 0, '2026-01-31').map(([dueOn]) => dueOn),
		['2027-01-31', '2028-01-31', '2028-07-31'],
	);
});

test('29 February falls due on the 28th where there is none', (t) => {
	t.deepEqual(
		rows('90', 24, 0, '2024-02-29').map(([dueOn]) => dueOn),
		['2025-02-28', '2026-02-28'],
	);
});

test('sen stay with the last row', (t) => {
	t.deepEqual(
		rows('10.50', 24, 0).map(([, principal]) => principal),
		['5.00', '5.50'],
	);
});

test('what is due counts the day itself', (t) => {
	const schedule = buildFundSchedule({
		agreedOn: localDate('2025-01-01'),
		amount: rupiah('300'),
		tenorMonths: 36,
		graceMonths: 0,
	});
	const dueBy = (day: string) => toText(principalDueBy(schedule, localDate(day)));
	t.deepEqual(
		[dueBy('2025-12-31'), dueBy('2026-01-01'), dueBy('2027-06-01'), dueBy('2040-01-01')],
		['0.00', '100.00', '200.00', '300.00'],
	);
});

const received = (...tranches: [day: string, amount: string][]): Received[] =>
	tranches.map(([on, amount]) => ({receivedOn: localDate(on), amount: rupiah(amount)}));
const fiveYears = {
	agreedOn: localDate('2013-12-18'),
	amount: rupiah('500000000'),
	tenorMonths: 84,
	graceMonths: 24,
};
const plain = (rows: readonly {dueOn: string; principal: Parameters<typeof toText>[0]}[]) =>
	rows.map(({dueOn, principal}) => [dueOn, toText(principal)]);

test('due is what came, not what was agreed; a later tranche is spread over what is left', (t) => {
	const tranches = received(['2014-01-10', '100000000'], ['2017-06-01', '60000000']);
	t.deepEqual(plain(buildScheduleOfReceived(fiveYears, tranches)), [
		['2016-12-18', '20000000.00'],
		['2017-12-18', '35000000.00'], // 20 and a quarter of 60.
		['2018-12-18', '35000000.00'],
		['2019-12-18', '35000000.00'],
		['2020-12-18', '35000000.00'],
	]);
});

test('a tranche on a due date or after the last is due with what comes next, or at once', (t) => {
	const tranches = received(['2019-12-18', '10'], ['2021-01-05', '7']);
	t.deepEqual(plain(buildScheduleOfReceived(fiveYears, tranches)).at(-1), ['2020-12-18', '17.00']);
});

test('an agreement that ends early keeps what fell due and asks for the rest at once', (t) => {
	const tranches = received(['2014-01-10', '100000000']);
	const end = {dueOn: localDate('2018-01-31')};
	t.deepEqual(plain(buildScheduleOfReceived(fiveYears, tranches, end)), [
		['2016-12-18', '20000000.00'],
		['2017-12-18', '20000000.00'],
		['2018-01-31', '60000000.00'],
	]);
});

test('what was paid is of the earliest due first, and late from the day after', (t) => {
	const schedule = buildScheduleOfReceived(fiveYears, received(['2014-01-10', '100000000']));
	const rowsOn = (day: string) =>
		standDues(schedule, rupiah('25000000'), localDate(day)).map(({paid, unpaid, isOverdue}) => [
			toText(paid),
			toText(unpaid),
			isOverdue,
		]);
	t.deepEqual(rowsOn('2017-12-19').slice(0, 3), [
		['20000000.00', '0.00', false],
		['5000000.00', '15000000.00', true],
		['0.00', '20000000.00', false],
	]);
	t.false(rowsOn('2017-12-18')[1]![2]);
});
