import test from 'ava';
import {localDate} from '../../src/kernel/local-date.ts';
import {rupiah, toText, zero} from '../../src/kernel/money.ts';
import type {Instalment} from '../../src/lending/loan.ts';
import {decideLoss, draftLoss, restOf} from '../../src/lending/profit-share-loss.ts';
import {codeOf, instalments, linesOf, murabahah} from './life.ts';

const mudharabah = {...murabahah, akad: 'mudharabah', margin: zero} as const;
// The capital of 1,200,000 comes back by 100,000 a month.
const rows = instalments.map((row, index) => ({
	...row,
	margin: zero,
	owedAfter: rupiah(String((11 - index) * 100_000)),
}));

const written = ({number, dueOn, principal, owedAfter}: Instalment): string =>
	[number, dueOn, toText(principal), toText(owedAfter)].join(' ');

test('a loss is shared by who gave the capital, and no more than it', (t) => {
	const loss = (akad: 'mudharabah' | 'murabahah' | 'musyarakah', amount: string) =>
		codeOf(() => decideLoss({akad}, rupiah(amount), rupiah('1000000')));
	t.is(loss('mudharabah', '1000000'), undefined);
	t.is(loss('musyarakah', '1'), undefined);
	t.is(loss('mudharabah', '1000000.01'), 'lending/loses-more-than-capital');
	t.is(loss('murabahah', '1'), 'lending/no-shared-loss');
});

// PSAK 405: a loss that is not the fault of who works with the capital reduces it.
test('a loss is an expense and takes the capital down; no money moves', (t) => {
	const entry = draftLoss(mudharabah, rupiah('250000'), {
		lostOn: localDate('2025-09-01'),
		reason: 'Panen gagal',
		document: 'BA-R-1',
	});
	t.deepEqual(linesOf(entry), [
		'debit 5.5.01 250000.00 fund-1 loan-7 member-3',
		'credit 1.2.11 250000.00 fund-1 loan-7 member-3',
	]);
	t.like(entry, {kind: 'profit-share-loss', effectiveOn: '2025-09-01', document: 'BA-R-1'});
	const musyarakah = {...mudharabah, akad: 'musyarakah'} as const;
	t.is(
		linesOf(
			draftLoss(musyarakah, rupiah('1'), {
				lostOn: localDate('2025-09-01'),
				reason: 'x',
				document: 'y',
			}),
		)[1],
		'credit 1.2.12 1.00 fund-1 loan-7 member-3',
	);
});

// Two instalments are paid and half of the third; 250,000 of the 950,000 left are lost.
test('what is lost is taken off the last instalments, and what is late stays late', (t) => {
	t.deepEqual(restOf(rows, rupiah('950000'), rupiah('250000')).map(written), [
		'1 2025-05-03 50000.00 650000.00',
		'2 2025-06-03 100000.00 550000.00',
		'3 2025-07-03 100000.00 450000.00',
		'4 2025-08-03 100000.00 350000.00',
		'5 2025-09-03 100000.00 250000.00',
		'6 2025-10-03 100000.00 150000.00',
		'7 2025-11-03 100000.00 50000.00',
		'8 2025-12-03 50000.00 0.00',
	]);
});

test('what is left of a schedule asks for what is owed', (t) => {
	t.deepEqual(restOf(rows, rupiah('150000')).map(written), [
		'1 2026-01-03 50000.00 100000.00',
		'2 2026-02-03 100000.00 0.00',
	]);
	t.deepEqual(restOf(rows, rupiah('1000000'), rupiah('1000000')), []);
});
