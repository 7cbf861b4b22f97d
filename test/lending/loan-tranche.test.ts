import test from 'ava';
import {localDate as day} from '../../src/kernel/local-date.ts';
import {rupiah, toText, zero} from '../../src/kernel/money.ts';
import {rate} from '../../src/kernel/rate.ts';
import type {Instalment, Loan, ScheduleVersion} from '../../src/lending/loan.ts';
import {
	type LoanTranche,
	approvedPrincipal,
	decideTranche,
	decideTrancheReversal,
	leftToDisburse,
	planTranche,
	planWithout,
	requireNotLate,
	scheduleBefore,
	standing,
} from '../../src/lending/loan-tranche.ts';
import type {Product} from '../../src/lending/product.ts';
import {codeOf, murabahah} from './life.ts';
import {instalmentsOf} from './terms.ts';

const loan: Loan = {
	...murabahah,
	akad: 'jasa',
	principal: rupiah('10000000'),
	margin: zero,
	instalments: 6,
	disbursed: rupiah('6000000'),
};
const product = {
	akad: 'jasa',
	method: 'flat',
	yearlyRate: rate('0.12'),
	dayCount: 'rate/12',
	rounding: 'half-up',
	principalGraceInstalments: 0,
	marginDeferredInstalments: 0,
	workingDayShift: 'none',
	restDays: [] as readonly number[],
	tranchesMax: 3,
} as Product;

const written = (rows: readonly Instalment[]): string[] =>
	rows.map(({number, dueOn, principal, margin, owedAfter}) =>
		[number, dueOn, ...[principal, margin, owedAfter].map((one) => toText(one).slice(0, -3))].join(
			' ',
		),
	);

// 6,000,000 at 12 % a year flat over six months from 3 February: 1,000,000 + 60,000 a month.
const first = instalmentsOf(
	'2025-03-03 1000000 60000',
	'2025-04-03 1000000 60000',
	'2025-05-03 1000000 60000',
	'2025-06-03 1000000 60000',
	'2025-07-03 1000000 60000',
	'2025-08-03 1000000 60000',
);
const afterTwo = {principal: rupiah('4000000'), margin: rupiah('240000')};
const facts = {product, inForce: first, first, owed: afterTwo};

// On the due date of the second, 4,000,000 over the four months left: 1,000,000 + 40,000 a month.
test('a tranche is laid over the instalments that are left, beside what they asked for', (t) => {
	const planned = planTranche(loan, rupiah('4000000'), day('2025-04-03'), facts);
	t.deepEqual(written(planned.instalments), [
		'1 2025-05-03 2000000 100000 6300000',
		'2 2025-06-03 2000000 100000 4200000',
		'3 2025-07-03 2000000 100000 2100000',
		'4 2025-08-03 2000000 100000 0',
	]);
	t.is(toText(planned.margin), '160000.00');
	t.true(planned.rule.startsWith('Flat: '), planned.rule);
	t.true(planned.rule.endsWith('Added to what the schedule before it still asked for.'));
});

// From 18 April 15 of the 30 days to 3 May are left: 3.5 months at 1 % on 4,000,000 is 140,000.
test('a tranche earns from its own day on', (t) => {
	const planned = planTranche(loan, rupiah('4000000'), day('2025-04-18'), facts);
	t.deepEqual(
		written(planned.instalments).map((row) => row.split(' ').slice(1, 4).join(' ')),
		[
			'2025-05-03 2000000 95000',
			'2025-06-03 2000000 95000',
			'2025-07-03 2000000 95000',
			'2025-08-03 2000000 95000',
		],
	);
	t.true(planned.rule.includes('the first period for 15 of its 30 days'), planned.rule);
});

// Declining: 1 % of 4,000,000 for half a month, then of 3, 2 and 1 million for a whole one.
test('on the principal that is left, the first period is the short one', (t) => {
	const declining = {...product, method: 'equal-principal'} as Product;
	const bare = {...facts, product: declining, owed: {principal: rupiah('4000000'), margin: zero}};
	const inForce = first.map((row) => ({...row, margin: zero}));
	const planned = planTranche(loan, rupiah('4000000'), day('2025-04-18'), {...bare, inForce});
	t.deepEqual(
		planned.instalments.map(({margin}) => toText(margin)),
		['20000.00', '30000.00', '20000.00', '10000.00'],
	);
});

// 500,000 of the instalment that is due on the day itself is not paid: it keeps its day.
test('what is due on the day of a tranche stays due on it', (t) => {
	const owed = {principal: rupiah('4500000'), margin: rupiah('240000')};
	const planned = planTranche(loan, rupiah('2000000'), day('2025-04-03'), {...facts, owed});
	t.deepEqual(written(planned.instalments).slice(0, 2), [
		'1 2025-04-03 500000 0 6320000',
		'2 2025-05-03 1500000 80000 4740000',
	]);
});

test('an instalment that was paid before its day asks for the tranche alone', (t) => {
	const owed = {principal: rupiah('3000000'), margin: rupiah('180000')};
	const planned = planTranche(loan, rupiah('4000000'), day('2025-04-03'), {...facts, owed});
	t.deepEqual(written(planned.instalments), [
		'1 2025-05-03 1000000 40000 6300000',
		'2 2025-06-03 2000000 100000 4200000',
		'3 2025-07-03 2000000 100000 2100000',
		'4 2025-08-03 2000000 100000 0',
	]);
});

test('of a grace the tranche has what is left, of a bullet all falls due at the end', (t) => {
	const graced = {...product, principalGraceInstalments: 3} as Product;
	const principals = (of: Product): string[] =>
		planTranche(loan, rupiah('4000000'), day('2025-04-03'), {
			...facts,
			product: of,
			owed: {principal: rupiah('4'), margin: zero},
			inForce: first.map((row) => ({
				...row,
				principal: rupiah(row.number === 6 ? '4' : '0'),
				margin: zero,
			})),
		}).instalments.map(({principal}) => toText(principal));
	t.deepEqual(principals(graced), ['0.00', '1333333.00', '1333333.00', '1333338.00']);
	const bullet = {...product, method: 'bullet'} as Product;
	t.deepEqual(principals(bullet), ['0.00', '0.00', '0.00', '4000004.00']);
});

test('after the last due date there is nothing to lay a tranche over', (t) => {
	t.is(
		codeOf(() => planTranche(loan, rupiah('1'), day('2025-08-03'), facts)),
		'lending/no-instalment-left',
	);
});

test('a tranche that is taken back leaves the schedule before it as it was', (t) => {
	t.deepEqual(written(planWithout(first, afterTwo, day('2025-04-18'))), [
		'1 2025-05-03 1000000 60000 3180000',
		'2 2025-06-03 1000000 60000 2120000',
		'3 2025-07-03 1000000 60000 1060000',
		'4 2025-08-03 1000000 60000 0',
	]);
});

test('what is approved is the principal less what was given up, once somebody approved it', (t) => {
	const of = (change: Partial<Loan>): string =>
		[approvedPrincipal({...loan, ...change}) ?? zero, leftToDisburse({...loan, ...change})]
			.map(toText)
			.join(' ');
	t.is(of({}), '10000000.00 4000000.00');
	t.is(of({givenUp: rupiah('4000000')}), '6000000.00 0.00');
	t.is(of({status: 'settled'}), '10000000.00 0.00');
	t.is(approvedPrincipal({...loan, status: 'verified'}), undefined);
	const {disbursed: _, ...whole} = loan;
	t.is(toText(leftToDisburse({...whole, status: 'approved'})), '10000000.00');
	t.is(toText(leftToDisburse({...whole, status: 'applied'})), '0.00');
});

test('without a sum all that is left goes out; a part only where the product says so', (t) => {
	const decide = (change: Partial<Loan>, sum?: string, of: Product | undefined = product) =>
		toText(
			decideTranche({...loan, ...change}, sum === undefined ? undefined : rupiah(sum), {
				product: of,
				paidOut: 1,
			}),
		);
	t.is(decide({}), '4000000.00');
	t.is(decide({}, '1500000'), '1500000.00');
	const {disbursed: _, ...whole} = loan;
	const approved: Loan = {...whole, status: 'approved'};
	const plain = {product: undefined, paidOut: 0};
	t.is(toText(decideTranche(approved, undefined, plain)), '10000000.00');
	t.is(
		codeOf(() => decideTranche(approved, rupiah('9999999'), plain)),
		'lending/not-in-tranches',
	);
	t.is(
		codeOf(() => decideTranche(loan, undefined, plain)),
		'lending/wrong-status',
	);
	t.is(
		codeOf(() => decide({status: 'settled'})),
		'lending/wrong-status',
	);
	t.is(
		codeOf(() => decide({}, '4000001')),
		'lending/tranche-above-approved',
	);
	t.is(
		codeOf(() => decide({givenUp: rupiah('4000000')})),
		'lending/nothing-left-to-disburse',
	);
	t.is(
		codeOf(() => decideTranche(loan, undefined, {product, paidOut: 3})),
		'lending/tranches-used-up',
	);
});

test('nobody who is late gets more', (t) => {
	t.is(
		codeOf(() => requireNotLate(loan, {daysPastDue: 1, overdue: rupiah('1')})),
		'lending/tranche-while-late',
	);
	t.notThrows(() => requireNotLate(loan, {daysPastDue: 0, overdue: zero}));
});

const tranche = (number: number, entryNumber: number, reversedBy?: number): LoanTranche => ({
	number,
	disbursedOn: day('2025-02-03'),
	document: `BA-${number}`,
	principal: rupiah('1'),
	margin: zero,
	entryNumber,
	...(reversedBy === undefined ? {} : {reversedBy}),
});
const three = [tranche(1, 10), tranche(2, 20), tranche(3, 30, 31)];

test('the latest tranche that stands is taken back, and no other', (t) => {
	t.deepEqual(
		standing(three).map(({number}) => number),
		[1, 2],
	);
	t.is(decideTrancheReversal(2, three).entryNumber, 20);
	t.is(
		codeOf(() => decideTrancheReversal(1, three)),
		'lending/tranche-not-last',
	);
	t.is(
		codeOf(() => decideTrancheReversal(3, three)),
		'lending/unknown-tranche',
	);
	t.is(
		codeOf(() => decideTrancheReversal(4, three)),
		'lending/unknown-tranche',
	);
});

test('a tranche goes back to the schedule before it, unless another was agreed since', (t) => {
	const version = (number: number, entryNumber?: number): ScheduleVersion => ({
		version: number,
		effectiveOn: day('2025-02-03'),
		rule: 'x',
		reason: 'x',
		...(entryNumber === undefined ? {} : {entryNumber}),
		instalments: first,
	});
	const laid = [version(1, 10), version(2, 20), version(3, 30), version(4, 31)];
	t.is(scheduleBefore(three[1]!, three, laid).version, 1);
	t.is(
		codeOf(() => scheduleBefore(three[1]!, three, [...laid, version(5)])),
		'lending/restructured-after-tranche',
	);
	t.is(
		codeOf(() => scheduleBefore(three[1]!, three, [...laid, version(5, 77)])),
		'lending/restructured-after-tranche',
	);
});
