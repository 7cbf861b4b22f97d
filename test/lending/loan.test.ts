import test from 'ava';
import type {DomainError} from '../../src/kernel/errors.ts';
import {localDate} from '../../src/kernel/local-date.ts';
import {
	type Loan,
	calendarUnit,
	decideDecision,
	requireMember,
	requireStatus,
	seasonFindings,
} from '../../src/lending/loan.ts';

const loan = {number: 7, status: 'applied', appliedBy: 'petugas'} as Loan;
const codeOf = (run: () => void): string | undefined => {
	try {
		run();
		return undefined;
	} catch (error) {
		return (error as DomainError).code;
	}
};

test('another person decides, once', (t) => {
	t.is(
		codeOf(() => decideDecision(loan, 'penyelia')),
		undefined,
	);
	t.is(
		codeOf(() => decideDecision(loan, 'petugas')),
		'lending/same-person',
	);
	t.is(
		codeOf(() => decideDecision({...loan, status: 'approved'}, 'penyelia')),
		'lending/wrong-status',
	);
});

test('a step starts from its status', (t) => {
	t.is(
		codeOf(() => requireStatus(loan, 'applied')),
		undefined,
	);
	t.is(
		codeOf(() => requireStatus(loan, 'disbursed')),
		'lending/wrong-status',
	);
});

test('who has left is lent nothing from that day on', (t) => {
	const on = (day: string): string | undefined =>
		codeOf(() => requireMember({leftOn: localDate('2026-03-10')}, localDate(day)));
	t.is(on('2026-03-09'), undefined);
	t.is(on('2026-03-10'), 'lending/member-left');
	t.is(
		codeOf(() => requireMember({}, localDate('2026-03-10'))),
		undefined,
	);
});

test('a season is counted in months, two to twelve of them', (t) => {
	t.is(calendarUnit('season'), 'month');
	t.is(calendarUnit('week'), 'week');
	t.deepEqual(seasonFindings('season', 6, 'period.every'), []);
	t.deepEqual(seasonFindings('month', 24, 'period.every'), []);
	const [found] = seasonFindings('season', 13, 'period.every');
	t.like(found, {code: 'lending/season-length', path: 'period.every'});
	t.deepEqual(found?.values, {every: '13', min: '2', max: '12'});
});
