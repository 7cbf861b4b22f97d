import test from 'ava';
import type {ReadCell} from '../../src/files/read/table.ts';
import {readDate} from '../../src/imports/date-cell.ts';
import type {Conventions} from '../../src/imports/column.ts';

const reads = test.macro({
	exec(t, cell: ReadCell, wanted: string, more: Partial<Conventions> = {}) {
		const read = readDate(cell, {dateSystem: '1900', ...more});
		t.is(read.value ?? read.fault, wanted);
	},
	title: (
		_: string | undefined,
		{kind, text}: ReadCell,
		wanted: string,
		more: Partial<Conventions> = {},
	) => `${kind} "${text}" ${JSON.stringify(more)} is ${wanted}`,
});

const text = (value: string): ReadCell => ({kind: 'text', text: value});
const date = (value: string): ReadCell => ({kind: 'date', text: value});

for (const [written, wanted] of [
	['2025-12-31', '2025-12-31'],
	['2025/12/31', '2025-12-31'],
	['31/12/2025', '2025-12-31'],
	['31-12-2025', '2025-12-31'],
	['31.12.2025', '2025-12-31'],
	[' 31/12/2025 ', '2025-12-31'],
	['12/31/2025', '2025-12-31'],
	['05/05/2025', '2025-05-05'],
	['03/04/2025', 'imports/date-ambiguous'],
	['3 Maret 2025', '2025-03-03'],
	['3 Mar 2025', '2025-03-03'],
	['17 Agustus 2025', '2025-08-17'],
	['17 August 2025', '2025-08-17'],
	['9-Des-2025', '2025-12-09'],
	['31/12/25', 'imports/date-short-year'],
	['31/02/2025', 'imports/date-not-a-day'],
	['29/02/2024', '2024-02-29'],
	['29/02/2025', 'imports/date-not-a-day'],
	['2025-12-31 08:30', 'imports/date-with-time'],
	['kemarin', 'imports/date-malformed'],
	['3 Marek 2025', 'imports/date-malformed'],
] as const) {
	test(reads, text(written), wanted);
}

test(reads, text('03/04/2025'), '2025-04-03', {dateOrder: 'dmy'});
test(reads, text('03/04/2025'), '2025-03-04', {dateOrder: 'mdy'});
test(reads, text('31/12/2025'), 'imports/date-not-a-day', {dateOrder: 'mdy'});

// Excel's own counting: 45658 is 1 January 2025.
test(reads, date('45658'), '2025-01-01');
test(reads, {kind: 'number', text: '45658'}, '2025-01-01');
test(reads, date('45658.0'), '2025-01-01');
test(reads, date('45658.5'), 'imports/date-with-time');
test(reads, date('44196'), '2025-01-01', {dateSystem: '1904'});
test(reads, date('1'), 'imports/date-malformed');
test(reads, date('99999'), 'imports/date-malformed');
test(reads, {kind: 'boolean', text: '1'}, 'imports/date-malformed');
