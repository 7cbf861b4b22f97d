import test from 'ava';
import {rupiah} from '../../src/kernel/money.ts';
import {buildSchedule} from '../../src/lending/schedule.ts';
import {describeRule} from '../../src/lending/schedule-rule.ts';
import {termsOf} from './terms.ts';

test('the rule of a plain flat loan', (t) => {
	t.is(
		describeRule(termsOf('flat', '1200000', '12', 12)),
		'Flat: the margin is computed on the original principal over the whole term and spread evenly; every month counted as 1/12 of a year; each part rounded half to even to 1; the last instalment takes the rest.',
	);
});

test('the rule says how much of the first period counts', (t) => {
	const rule = describeRule(termsOf('flat', '1200000', '12', 12, {firstPeriod: {days: 9, of: 31}}));
	t.true(
		rule.includes('as 1/12 of a year, the first period for 9 of its 31 days; each part'),
		rule,
	);
});

test('the rule of an annuity with a multiple, by days', (t) => {
	const terms = termsOf('annuity', '1200000', '12', 12, {
		dayCount: 'actual/360',
		marginQuantum: rupiah('100'),
		instalmentMultiple: rupiah('1000'),
		instalmentRounding: 'up',
		rounding: 'half-up',
		roundsComponentsSeparately: true,
	});
	t.is(
		describeRule(terms),
		'Annuity: level instalments, the margin computed on the principal left; days counted exactly over a year of 360; each part rounded half up to 1; the margin to 100; principal + margin rounded up to a multiple of 1000; the last instalment takes the rest.',
	);
});

test('the rule of a murabahah with an agreed margin, rounded separately', (t) => {
	const terms = termsOf('murabahah', '1200000', '0', 12, {
		margin: rupiah('150000'),
		instalmentMultiple: rupiah('500'),
		roundsComponentsSeparately: true,
		rounding: 'down',
		moneyQuantum: rupiah('0.50'),
	});
	t.is(
		describeRule(terms),
		'Murabahah: a fixed price in equal instalments, the margin in proportion to each; the margin agreed as 150000; each part rounded down to 0.50; the shares of principal and margin each rounded down to a multiple of 500 before they are added; the last instalment takes the rest.',
	);
});

test('the rule of a murabahah with a grace and a deferral', (t) => {
	const terms = termsOf('murabahah', '1200000', '0', 12, {
		margin: rupiah('150000'),
		principalGraceInstalments: 3,
		marginDeferredInstalments: 2,
	});
	t.is(
		describeRule(terms),
		'Murabahah: a fixed price, the margin spread evenly over all instalments, the principal over those after the grace; the margin agreed as 150000; each part rounded half to even to 1; no principal in the first 3; the margin of the first 2 collected with number 3; the last instalment takes the rest.',
	);
});

test('the rule of equal principal says that the multiple does not bear on it', (t) => {
	const terms = termsOf('equal-principal', '1200000', '12', 12, {
		period: {unit: 'week', every: 1},
		instalmentMultiple: rupiah('1000'),
	});
	t.is(
		describeRule(terms),
		'Equal principal: the margin is computed on the principal left; every week counted as 1/52 of a year; each part rounded half to even to 1; the multiple of 1000 not applied, as the instalments are not level; the last instalment takes the rest.',
	);
});

test('the rule of a fixed instalment', (t) => {
	const terms = termsOf('annuity', '1200000', '12', 12, {
		period: {unit: 'day', every: 35},
		fixedInstalment: rupiah('105000'),
		instalmentMultiple: rupiah('1000'),
	});
	t.is(
		describeRule(terms),
		'Annuity: level instalments, the margin computed on the principal left; every day counted as 1/365 of a year; each part rounded half to even to 1; every instalment fixed at 105000; the last instalment takes the rest.',
	);
});

test('the rule of a schedule says that its level was lowered, and only then', (t) => {
	const up = {instalmentMultiple: rupiah('10000'), instalmentRounding: 'up'} as const;
	const lowered = buildSchedule(termsOf('flat', '1100000', '0', 12, up)).rule;
	t.true(
		lowered.includes('; the instalment lowered to 90000 so that the last one is not empty;'),
		lowered,
	);
	const equal = buildSchedule(termsOf('equal-principal', '13', '0', 12, {rounding: 'up'})).rule;
	t.true(
		equal.includes('; the principal of each lowered to 1 so that the last one is not empty;'),
		equal,
	);
	t.false(buildSchedule(termsOf('flat', '1000000', '0', 12, up)).rule.includes('lowered'));
});
