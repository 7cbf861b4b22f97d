import test from 'ava';
import type {DomainError} from '../../src/kernel/errors.ts';
import {type LocalDate, localDate} from '../../src/kernel/local-date.ts';
import {
	type Period,
	decideCloseConfirmation,
	decideCloseRequest,
	decideReopening,
	isClosed,
	isReopened,
	openDateFor,
} from '../../src/ledger/period.ts';

const january = localDate('2026-01-01');
const asked: Period = {
	startsOn: january,
	sequence: 1,
	requestedBy: 'petugas',
	requestedAt: new Date('2026-02-01T00:00:00Z'),
};
const closed: Period = {
	...asked,
	confirmedBy: 'penyelia',
	confirmedAt: new Date('2026-02-02T00:00:00Z'),
};
const reopened: Period = {
	...closed,
	reopenedBy: 'pengelola',
	reopenedAt: new Date('2026-02-03T00:00:00Z'),
	reopenReason: 'Nota tertinggal',
};

const codeOf = (error: unknown): string => (error as DomainError).code;

test('a month can be asked to be closed on the day after it', (t) => {
	t.is(decideCloseRequest(january, localDate('2026-02-01'), undefined), 1);
	const early = t.throws(() => {
		decideCloseRequest(january, localDate('2026-01-31'), undefined);
	});
	t.is(codeOf(early), 'ledger/month-not-over');
});

test('a month is asked for once, and again when it was reopened', (t) => {
	const again = t.throws(() => {
		decideCloseRequest(january, localDate('2026-02-05'), asked);
	});
	t.is(codeOf(again), 'ledger/close-already-requested');
	const late = t.throws(() => {
		decideCloseRequest(january, localDate('2026-02-05'), closed);
	});
	t.is(codeOf(late), 'ledger/period-closed');
	t.is(decideCloseRequest(january, localDate('2026-02-05'), reopened), 2);
});

test('another person confirms, after somebody asked', (t) => {
	t.is(decideCloseConfirmation(january, asked, 'penyelia', undefined), asked);
	const cases: readonly (readonly [Period | undefined, string, string])[] = [
		[undefined, 'penyelia', 'ledger/close-not-requested'],
		[reopened, 'penyelia', 'ledger/close-not-requested'],
		[asked, 'petugas', 'ledger/close-same-person'],
		[closed, 'auditor', 'ledger/period-closed'],
	];
	for (const [period, person, code] of cases) {
		const error = t.throws(() => {
			decideCloseConfirmation(january, period, person, undefined);
		});
		t.is(codeOf(error), code);
	}
});

test('a month is not closed while an earlier one with entries is open', (t) => {
	const error = t.throws(() =>
		decideCloseConfirmation(january, asked, 'penyelia', localDate('2025-11-01')),
	);
	t.like(error, {
		code: 'ledger/earlier-month-open',
		findings: [
			{
				code: 'ledger/earlier-month-open',
				path: 'month',
				values: {month: '2026-01', openMonth: '2025-11'},
			},
		],
	});
});

test('a month is closed from its confirmation until it is reopened', (t) => {
	t.deepEqual([asked, closed, reopened].map(isClosed), [false, true, false]);
	t.deepEqual([asked, closed, reopened].map(isReopened), [false, false, true]);
});

test('the latest closed month is reopened, by another than who confirmed it', (t) => {
	t.is(decideReopening(january, [closed], 'pengelola'), closed);
	t.is(decideReopening(january, [closed], 'petugas'), closed, 'who asked for it may');
	const second = {...closed, sequence: 2};
	t.is(decideReopening(january, [reopened, second], 'pengelola'), second);
	const march = {...closed, startsOn: localDate('2026-03-01')};
	const cases: readonly (readonly [readonly Period[], string, string])[] = [
		[[], 'pengelola', 'ledger/period-not-closed'],
		[[asked], 'pengelola', 'ledger/period-not-closed'],
		[[reopened], 'pengelola', 'ledger/period-not-closed'],
		[[closed, march], 'pengelola', 'ledger/later-month-closed'],
		[[closed], 'penyelia', 'ledger/reopen-same-person'],
	];
	for (const [periods, person, code] of cases) {
		const error = t.throws(() => decideReopening(january, periods, person));
		t.is(codeOf(error), code);
	}
	const later = t.throws(() => decideReopening(january, [closed, march], 'pengelola'));
	t.like(later, {findings: [{values: {month: '2026-01', laterMonth: '2026-03'}}]});
	const once = {...reopened, startsOn: march.startsOn};
	t.is(decideReopening(january, [closed, once], 'pengelola'), closed);
});

test('a fact of a closed month goes to the first day of the next open one', (t) => {
	const months = (...texts: string[]) =>
		new Set<LocalDate>(texts.map((text) => localDate(`${text}-01`)));
	const today = localDate('2026-04-17');
	const open = (date: string, closedMonths: ReadonlySet<LocalDate>) =>
		openDateFor(localDate(date), closedMonths, today);
	t.is(open('2026-01-20', months('2026-01')), localDate('2026-02-01'));
	t.is(open('2026-01-20', months('2026-01', '2026-02', '2026-03')), localDate('2026-04-01'));
	t.is(open('2025-12-31', months('2025-12', '2026-02')), localDate('2026-01-01'));
	t.is(open('2026-01-31', months('2026-01', '2026-03')), localDate('2026-02-01'));
	t.is(open('2026-02-28', months('2026-01')), localDate('2026-02-28'), 'an open month is its own');
	t.is(open('2026-04-17', months('2026-03')), localDate('2026-04-17'));
	t.throws(() => open('2026-04-02', months('2026-04')), {name: 'BrokenPromise'});
});
