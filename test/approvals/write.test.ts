import test from 'ava';
import {
	type Write,
	entryWrite,
	identityOf,
	isEntryName,
	namesOf,
	writeNames,
} from '../../src/approvals/write.ts';
import type {BookCode} from '../../src/kernel/ids.ts';
import {localDate} from '../../src/kernel/local-date.ts';
import {rupiah, toText} from '../../src/kernel/money.ts';

const book = 'KOP-1' as BookCode;
const entry = {
	book,
	number: 7,
	kind: 'repayment',
	effectiveOn: localDate('2026-03-29'),
	// One in the night of the 31st in Jakarta.
	recordedAt: new Date('2026-03-30T18:00:00Z'),
	lines: [
		{account: '1.1.01', side: 'debit', amount: rupiah('700')},
		{account: '1.1.11', side: 'debit', amount: rupiah('300.50')},
		{account: '1.2.03', side: 'credit', amount: rupiah('1000.50')},
	],
} as const;

test('an entry is a write by its kind, moves its debits, and is dated by its book', (t) => {
	const write = entryWrite(entry, 'Asia/Jakarta');
	t.is(write.name, 'repayment');
	t.is(write.subject, 'KOP-1 7');
	t.is(toText(write.amount!), '1000.50');
	t.is(write.backdatedDays, 2);
	t.is(entryWrite(entry, 'UTC').backdatedDays, 1);
	t.is(entryWrite({...entry, reverses: 3}, 'UTC').name, 'repayment.reverse');
});

test('a policy may mean a write by its own name, or all entries or all reversals', (t) => {
	t.deepEqual(namesOf({name: 'repayment'}), ['repayment', 'entry']);
	t.deepEqual(namesOf({name: 'repayment.reverse'}), ['repayment.reverse', 'entry.reverse']);
	t.deepEqual(namesOf({name: 'grant.give'}), ['grant.give']);
	t.false(isEntryName('user.create'));
	t.true(isEntryName('entry'));
});

test('every name that can be named is there once', (t) => {
	t.is(new Set(writeNames).size, writeNames.length);
	for (const name of ['entry', 'entry.reverse', 'tranche.reverse', 'product.change']) {
		t.true(writeNames.includes(name), name);
	}
});

test('a write is the one that was shown by name, book, day and lines', (t) => {
	const shown = entryWrite(entry, 'Asia/Jakarta');
	const is = (other: Partial<Write>) => identityOf({...shown, ...other}) === identityOf(shown);
	t.true(is({subject: 'KOP-1 8'}));
	t.false(is({name: 'repayment.reverse'}));
	t.false(is({book: 'KOP-2' as BookCode}));
	t.false(is({effectiveOn: localDate('2026-03-28')}));
	t.false(is({lines: shown.lines.slice(0, 2)}));
	t.false(is({lines: [{...shown.lines[0]!, amount: rupiah('700.01')}, ...shown.lines.slice(1)]}));
});

test('what was dated the day of making may be dated the day of approving', (t) => {
	const today = {...entry, effectiveOn: localDate('2026-03-31')};
	const morrow = {
		...entry,
		effectiveOn: localDate('2026-04-01'),
		recordedAt: new Date('2026-04-01T03:00:00Z'),
	};
	const zone = 'Asia/Jakarta';
	t.is(identityOf(entryWrite(today, zone)), identityOf(entryWrite(morrow, zone)));
	t.not(identityOf(entryWrite(today, zone)), identityOf(entryWrite(entry, zone)));
});

test('a row is told by what it concerns', (t) => {
	const grant = {name: 'grant.give', subject: 'siti: officer all', backdatedDays: 0, lines: []};
	t.not(identityOf(grant), identityOf({...grant, subject: 'siti: administrator all'}));
});
