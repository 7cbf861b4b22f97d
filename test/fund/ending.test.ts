import test from 'ava';
import {type AllocationEnding, decideEnding, requireRunning} from '../../src/fund/ending.ts';
import type {DomainError} from '../../src/kernel/errors.ts';
import {localDate} from '../../src/kernel/local-date.ts';

const agreement = {agreedOn: localDate('2025-01-06')};
const today = localDate('2026-03-31');
const ended = {endedOn: localDate('2026-03-01'), document: 'SK-9'} as AllocationEnding;
const judge = (endedOn: string, dueOn: string): string[] => {
	try {
		decideEnding({endedOn: localDate(endedOn), dueOn: localDate(dueOn)}, agreement, today);
		return [];
	} catch (error) {
		return (error as DomainError).findings.map(({code}) => code);
	}
};

test('an agreement ends between its beginning and today, and is due from then on', (t) => {
	t.deepEqual(judge('2025-01-06', '2025-01-06'), []);
	t.deepEqual(judge('2026-03-31', '2026-06-30'), []);
	t.deepEqual(judge('2025-01-05', '2026-06-30'), ['fund/ending-date']);
	t.deepEqual(judge('2026-04-01', '2026-06-30'), ['fund/ending-date']);
	t.deepEqual(judge('2026-03-31', '2026-03-30'), ['fund/due-before-ending']);
	t.deepEqual(judge('2026-04-01', '2026-03-30'), ['fund/ending-date', 'fund/due-before-ending']);
});

test('what has ended does not end again, and pays nothing out', (t) => {
	const day = localDate('2026-03-02');
	t.throws(
		() => {
			decideEnding({endedOn: day, dueOn: day}, agreement, today, ended);
		},
		{code: 'fund/allocation-ended'},
	);
	t.throws(
		() => {
			requireRunning(ended);
		},
		{code: 'fund/allocation-ended'},
	);
	t.notThrows(() => {
		requireRunning(undefined);
	});
});
