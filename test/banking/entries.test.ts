import test from 'ava';
import {draftDifference} from '../../src/banking/entries.ts';
import {rupiah, toText} from '../../src/kernel/money.ts';
import {day} from '../helpers/world.ts';

const count = {
	book: 'KOP-1' as never,
	number: 4,
	countedOn: day('2026-03-31'),
	countedBy: 'petugas',
};

const books = test.macro({
	exec(t, difference: string, kind: string, lines: readonly string[]) {
		const draft = draftDifference(count, rupiah(difference), 'BA 4');
		t.like(draft, {kind, document: 'KAS-4', reason: 'BA 4', effectiveOn: count.countedOn});
		t.deepEqual(
			draft.lines.map(({account, side, amount, counterparty}) =>
				[account, side, toText(amount), counterparty ?? ''].join(' ').trim(),
			),
			[...lines],
		);
	},
	title: (title = '') => title,
});

test('what is missing is a claim on who counted, no expense', books, '-20000', 'cash-shortage', [
	'1.2.35 debit 20000.00 petugas',
	'1.1.01 credit 20000.00',
]);
test('what is too much is other income', books, '500', 'cash-overage', [
	'1.1.01 debit 500.00',
	'4.9.01 credit 500.00',
]);
