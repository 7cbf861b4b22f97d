import test from 'ava';
import type {AccountCode, BookCode} from '../../src/kernel/ids.ts';
import {localDate} from '../../src/kernel/local-date.ts';
import {rupiah} from '../../src/kernel/money.ts';
import {type SealedEntry, credit, debit} from '../../src/ledger/index.ts';
import {
	type Closing,
	type MonthState,
	monthStateAt,
	toLateEntry,
} from '../../src/reporting/late-entry.ts';

const march = localDate('2026-03-01');
const closed: Closing = {startsOn: march, confirmedAt: new Date('2026-04-03T03:00:00Z')};
const reopened: Closing = {...closed, reopenedAt: new Date('2026-04-10T03:00:00Z')};

const entry: SealedEntry = {
	decided: true,
	book: 'KOP-1' as BookCode,
	number: 9,
	effectiveOn: localDate('2026-03-31'),
	// In Jakarta this is already 11 April.
	recordedAt: new Date('2026-04-10T18:00:00Z'),
	actor: 'penyelia',
	kind: 'manual',
	reason: 'Terlambat',
	document: 'BKM-9',
	lines: [debit('1.1' as AccountCode, rupiah('5')), credit('3.1' as AccountCode, rupiah('5'))],
	previousHash: '00',
	hash: '11',
	canonical: '[]',
};

test('how late is counted in days of the calendar of the book', (t) => {
	t.is(toLateEntry(entry, true, 'Asia/Jakarta', []).daysLate, 11);
	t.is(toLateEntry(entry, true, 'UTC', []).daysLate, 10);
});

test('a month is open until it is closed, and opened again after that', (t) => {
	const cases: readonly (readonly [string, readonly Closing[], MonthState])[] = [
		['2026-04-02T00:00:00Z', [closed], 'open'],
		['2026-04-03T03:00:00Z', [closed], 'closed'],
		['2026-04-11T00:00:00Z', [closed], 'closed'],
		['2026-04-09T00:00:00Z', [reopened], 'closed'],
		['2026-04-11T00:00:00Z', [reopened], 'reopened'],
		['2026-04-11T00:00:00Z', [], 'open'],
	];
	for (const [moment, closings, state] of cases) {
		t.is(monthStateAt(march, new Date(moment), closings), state, moment);
	}
	const again: Closing = {startsOn: march, confirmedAt: new Date('2026-04-20T00:00:00Z')};
	t.is(monthStateAt(march, new Date('2026-04-15T00:00:00Z'), [reopened, again]), 'reopened');
	t.is(monthStateAt(march, new Date('2026-04-21T00:00:00Z'), [reopened, again]), 'closed');
});

test('the closing of another month says nothing of this one', (t) => {
	const february: Closing = {...closed, startsOn: localDate('2026-02-01')};
	t.is(toLateEntry(entry, true, 'Asia/Jakarta', [february]).monthState, 'open');
	t.is(toLateEntry(entry, true, 'Asia/Jakarta', [february, reopened]).monthState, 'reopened');
});

test('a fact of a closed month is judged by the day on which it happened', (t) => {
	const routed = {
		...entry,
		effectiveOn: localDate('2026-04-01'),
		occurredOn: localDate('2026-03-30'),
	};
	const late = toLateEntry(routed, false, 'Asia/Jakarta', [closed]);
	t.deepEqual([late.daysLate, late.monthState, late.isWithin], [12, 'closed', false]);
});
