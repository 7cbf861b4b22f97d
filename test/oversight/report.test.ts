import test from 'ava';
import {localDate} from '../../src/kernel/local-date.ts';
import {buildTotals, daysOverdue} from '../../src/oversight/report.ts';
import {finding} from './setup.ts';

test('totals are counted in all, by severity and by level', (t) => {
	const totals = buildTotals([
		{severity: 'high', level: 'dinas', state: 'open', isOverdue: true, count: 3},
		{severity: 'high', level: 'cooperative', state: 'closing-proposed', isOverdue: false, count: 2},
		{severity: 'low', level: 'cooperative', state: 'closed', isOverdue: false, count: 5},
	]);
	t.deepEqual(totals, {
		open: 5,
		overdue: 3,
		closed: 5,
		bySeverity: [
			{severity: 'critical', open: 0, overdue: 0, closed: 0},
			{severity: 'high', open: 5, overdue: 3, closed: 0},
			{severity: 'medium', open: 0, overdue: 0, closed: 0},
			{severity: 'low', open: 0, overdue: 0, closed: 5},
		],
		byLevel: [
			{level: 'cooperative', open: 2, overdue: 0, closed: 5},
			{level: 'dinas', open: 3, overdue: 3, closed: 0},
			{level: 'inspektorat', open: 0, overdue: 0, closed: 0},
			{level: 'wali-kota', open: 0, overdue: 0, closed: 0},
		],
	});
	t.like(buildTotals([]), {open: 0, overdue: 0, closed: 0});
});

test('days overdue are counted from the due date', (t) => {
	t.is(daysOverdue(finding(), localDate('2026-03-30')), 0);
	t.is(daysOverdue(finding(), localDate('2026-03-31')), 0);
	t.is(daysOverdue(finding(), localDate('2026-04-02')), 2);
});
