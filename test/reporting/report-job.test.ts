import test from 'ava';
import {expiryOf, isOpen, isSameScope} from '../../src/reporting/report-job.ts';

test('a file is kept for seven days', (t) => {
	t.is(expiryOf(new Date('2026-03-31T05:00:00Z')).toISOString(), '2026-04-07T05:00:00.000Z');
});

test('a job is open until it has ended', (t) => {
	t.true(isOpen({status: 'waiting'}));
	t.true(isOpen({status: 'running'}));
	for (const status of ['done', 'failed', 'cancelled', 'expired'] as const) {
		t.false(isOpen({status}));
	}
});

test('a scope is the same in whatever order it names its parts', (t) => {
	const scope = (regions: string[], cooperatives: string[] = []) =>
		({all: false, regions, cooperatives}) as const;
	t.true(isSameScope({all: true}, {all: true}));
	t.false(isSameScope({all: true}, scope(['17'])));
	t.true(isSameScope(scope(['17.71', '17.72']), scope(['17.72', '17.71'])));
	t.false(isSameScope(scope(['17.71']), scope(['17.71', '17.72'])));
	t.false(isSameScope(scope([], ['KOP-1']), scope([], ['KOP-2'])));
});
