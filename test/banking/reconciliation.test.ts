import test from 'ava';
import type {Link} from '../../src/banking/continuity.ts';
import {ageUnmatched, reconcile} from '../../src/banking/reconciliation.ts';
import {rupiah, toText} from '../../src/kernel/money.ts';
import {day} from '../helpers/world.ts';

const statement: Link = {
	id: 's' as never,
	number: 1,
	from: day('2026-03-01'),
	to: day('2026-03-10'),
	opening: rupiah('100'),
	closing: rupiah('160'),
	freshRows: 3,
	fresh: rupiah('60'),
};
const unmatched = ageUnmatched(
	day('2026-03-12'),
	[
		{
			id: 'r' as never,
			bookedOn: day('2026-03-09'),
			amount: rupiah('-4'),
			reference: '',
			description: 'BIAYA',
		},
	],
	[
		{
			entry: 5,
			line: 1,
			effectiveOn: day('2026-03-12'),
			amount: rupiah('30'),
			document: 'KW-1',
			reason: '',
		},
	],
);
const facts = {
	asOf: day('2026-03-12'),
	chain: [statement],
	gaps: [],
	lastMoved: rupiah('60'),
	ledgerBalance: rupiah('194'),
	ledgerBefore: rupiah('100'),
	unmatched,
};

test('what waits is aged in days', (t) => {
	t.deepEqual([unmatched.rows[0]?.days, unmatched.lines[0]?.days], [3, 0]);
});

test('the ledger with what only one side has is the statement', (t) => {
	const one = reconcile(facts);
	t.deepEqual(
		[one.onlyInStatement, one.onlyInLedger, one.adjusted, one.statementBalance, one.difference].map(
			toText,
		),
		['-4.00', '30.00', '160.00', '160.00', '0.00'],
	);
	t.is(one.statementUpTo, day('2026-03-10'));
});

test('within a statement its balance is what it opened with and moved so far', (t) => {
	const one = reconcile({...facts, asOf: day('2026-03-05'), lastMoved: rupiah('25')});
	t.is(toText(one.statementBalance), '125.00');
	t.is(one.statementUpTo, day('2026-03-05'));
});

test('what stood between the two at the beginning is the difference, and is named', (t) => {
	const one = reconcile({...facts, ledgerBalance: rupiah('184'), ledgerBefore: rupiah('90')});
	t.deepEqual([one.difference, one.openingDifference].map(toText), ['10.00', '10.00']);
});
