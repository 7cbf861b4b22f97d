import test from 'ava';
import type {DomainError} from '../../src/kernel/errors.ts';
import {localDate} from '../../src/kernel/local-date.ts';
import {
	type Period,
	decideCloseConfirmation,
	decideCloseRequest,
	isClosed,
} from '../../src/ledger/period.ts';

const january = localDate('2026-01-01');
const asked: Period = {
	startsOn: january,
	requestedBy: 'petugas',
	requestedAt: new Date('2026-02-01T00:00:00Z'),
};
const closed: Period = {
	...asked,
	confirmedBy: 'penyelia',
	confirmedAt: new Date('2026-02-02T00:00:00Z'),
};

const codeOf = (error: unknown): string => (error as DomainError).code;

test('a month can be asked to be closed on the day after it', (t) => {
	t.notThrows(() => {
		decideCloseRequest(january, localDate('2026-02-01'), undefined);
	});
	const early = t.throws(() => {
		decideCloseRequest(january, localDate('2026-01-31'), undefined);
	});
	t.is(codeOf(early), 'ledger/month-not-over');
});

test('a month is asked for once', (t) => {
	const again = t.throws(() => {
		decideCloseRequest(january, localDate('2026-02-05'), asked);
	});
	t.is(codeOf(again), 'ledger/close-already-requested');
	const late = t.throws(() => {
		decideCloseRequest(january, localDate('2026-02-05'), closed);
	});
	t.is(codeOf(late), 'ledger/period-closed');
});

test('another person confirms, after somebody asked', (t) => {
	t.notThrows(() => {
		decideCloseConfirmation(january, asked, 'penyelia');
	});
	const cases: readonly (readonly [Period | undefined, string, string])[] = [
		[undefined, 'penyelia', 'ledger/close-not-requested'],
		[asked, 'petugas', 'ledger/close-same-person'],
		[closed, 'auditor', 'ledger/period-closed'],
	];
	for (const [period, person, code] of cases) {
		const error = t.throws(() => {
			decideCloseConfirmation(january, period, person);
		});
		t.is(codeOf(error), code);
	}
});

test('a month is closed when it is confirmed', (t) => {
	t.false(isClosed(asked));
	t.true(isClosed(closed));
});
